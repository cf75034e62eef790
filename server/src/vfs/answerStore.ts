/**
 * What was answered about a program, remembered from run to run: a program that is as it was is not analysed again.
 *
 * An answer follows from the crate graph, from what is asked, and from the texts of the files that were read to give
 * it, those included that were looked for and not there. The first two are the name of the record, one JSON file below
 * the user's cache directory (`cacheDirectory.ts`). The third stands in it, as hashes, and each of these files is
 * compared before the answer is given again.
 */
import { contentHash } from '../base/contentHash.ts';
import { fileHash } from '../hir/libraryTexts.ts';
import type { CrateGraph } from '../project/crateGraph.ts';
import type { Database } from '../query/database.ts';
import { cacheDirectory, readCacheFile, writeCacheFile } from './cacheDirectory.ts';
import { graphHash } from './graphHash.ts';
import type { Vfs } from './vfs.ts';

export interface AnswerStore {
  /** The answer to a question, if nothing that it hangs on has changed. */
  get(question: string): string | undefined;
  /** Remembers what was just found out about the database's program. Call it outside of queries. */
  set(question: string, answer: string): void;
}

interface Stored {
  readonly files: readonly (readonly [path: string, hash: string])[];
  readonly answer: string;
}

/** The store for a crate graph; it remembers nothing where there is no cache directory. */
export function answerStore(
  db: Database,
  vfs: Vfs,
  graph: CrateGraph,
  env: Readonly<Record<string, string | undefined>>,
): AnswerStore {
  const directory = cacheDirectory(env);
  return directory === undefined ? { get: () => undefined, set() {} } : answersIn(directory, db, vfs, graph);
}

export function answersIn(directory: string, db: Database, vfs: Vfs, graph: CrateGraph): AnswerStore {
  const program = graphHash(vfs, graph);
  const pathOf = (question: string) => `${directory}/answer-${contentHash(`${program} ${question}`)}.json`;
  return {
    get(question) {
      const stored = read(pathOf(question));
      const holds = stored?.files.every(([path, hash]) => fileHash(db, vfs.fileId(path)) === hash);
      return holds ? stored?.answer : undefined;
    },
    set(question, answer) {
      const files = vfs.loadedFiles().map((file) => [vfs.filePath(file), fileHash(db, file)] as const);
      writeCacheFile(pathOf(question), [JSON.stringify({ files, answer } satisfies Stored)]);
    },
  };
}

function read(path: string): Stored | undefined {
  try {
    const { files, answer } = JSON.parse(readCacheFile(path) ?? '') as Partial<Stored>;
    if (Array.isArray(files) && typeof answer === 'string') return { files, answer };
  } catch {
    // Damaged or not there: made again.
  }
  return undefined;
}
