/**
 * What the stores of what is known of libraries have in common: one file a crate graph, below the user's cache directory,
 * whose first line has the library files that were read, with the hashes of their texts.
 */
import { fileHash, type TextHashes } from '../hir/libraryTexts.ts';
import type { CrateGraph } from '../project/crateGraph.ts';
import { type Database, Durability } from '../query/database.ts';
import { cacheDirectory, noSaving, type Saving, writingCacheFile } from './cacheDirectory.ts';
import { graphHash } from './graphHash.ts';
import type { Vfs } from './vfs.ts';

export interface GraphStore {
  /** Writes what is new. Call it when there is nothing better to do, and ask for steps outside of queries. */
  saving(): Saving;
}

/** So many files are hashed in a step. */
const hashedAtOnce = 32;

/** Keeps nothing. */
export const noStore: GraphStore = { saving: noSaving };

/** Where a store for a crate graph is kept; undefined where there is no cache directory. */
export function graphStorePath(
  kind: 'hashes' | 'items' | 'ownItems' | 'libraries' | 'bodies' | 'uses' | 'macros',
  vfs: Vfs,
  graph: CrateGraph,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const directory = cacheDirectory(env);
  // Definitions are written with the numbers of their crates, so all that decides these is part of the name.
  return directory && `${directory}/${kind}-${graphHash(vfs, graph)}`;
}

/** The library files of a first line. Throws if it is damaged. */
export function readTexts(vfs: Vfs, line: string): TextHashes {
  return (JSON.parse(line) as [string, string][]).map(([file, hash]) => [vfs.fileId(file), hash] as const);
}

/** A store in a file. `changedParts`: all that comes after the first line; undefined if that is what it has. */
export function graphStore(
  db: Database,
  vfs: Vfs,
  path: string,
  changedParts: () => Iterable<string> | undefined,
): GraphStore {
  const attachedAt = db.lastChanged(Durability.High);
  function* writing(): Saving {
    const parts = changedParts();
    if (parts === undefined) return;
    const files: (readonly [path: string, hash: string])[] = [];
    for (const file of vfs.libraryFiles()) {
      files.push([vfs.filePath(file), fileHash(db, file)]);
      if (files.length % hashedAtOnce === 0) yield;
    }
    yield* writingCacheFile(path, withFirstLine(`${JSON.stringify(files)}\n`, parts));
  }
  return {
    *saving() {
      const steps = writing();
      try {
        // What was found before a library changed under our eyes does not go with what its files say now.
        while (db.lastChanged(Durability.High) === attachedAt) {
          if (db.uninterrupted(() => steps.next()).done) return;
          yield;
        }
      } finally {
        steps.return();
      }
    },
  };
}

function* withFirstLine(line: string, parts: Iterable<string>): Generator<string> {
  yield line;
  yield* parts;
}
