/**
 * The store of what was found out about libraries (`hir/libraryCache.ts`): one file a crate graph, below the user's cache
 * directory, beside the item trees of std and under the same rules (`itemTreeStore.ts`). The first line has the files
 * with the hashes of their texts, each of the others `KEY<tab>VALUE`, a value being JSON.
 */

import { type LibraryCache, libraryCache } from '../hir/libraryCache.ts';
import { fileHash, type TextHashes } from '../hir/libraryTexts.ts';
import type { CrateGraph } from '../project/crateGraph.ts';
import { type Database, Durability } from '../query/database.ts';
import { cacheDirectory, readCacheFile, writeCacheFile } from './cacheDirectory.ts';
import { graphHash } from './graphHash.ts';
import type { Vfs } from './vfs.ts';

export interface LibraryStore {
  /** Writes what is new. Call it when there is nothing better to do, and outside of queries. */
  save(): void;
}

/** Where the store for a crate graph is kept; undefined where there is no cache directory. */
export function libraryStorePath(
  vfs: Vfs,
  graph: CrateGraph,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const directory = cacheDirectory(env);
  // Definitions are written with the numbers of their crates, so all that decides these is part of the name.
  return directory && `${directory}/libraries-${graphHash(vfs, graph)}`;
}

/**
 * Attaches the store in a file to a database that has just been given its crate graph; attaches none without a path.
 * Asks no query, so that it also works while analysis is being cancelled.
 */
export function attachLibraryStore(db: Database, vfs: Vfs, path: string | undefined): LibraryStore {
  if (path === undefined) {
    db.setResource(libraryCache, undefined);
    return { save() {} };
  }
  const { texts, entries } = read(vfs, path);
  const before = new Set(entries.keys());
  let changed = false;
  const cache: LibraryCache = {
    texts,
    get: (key) => entries.get(key),
    set(key, value, trusted) {
      if (!trusted) {
        for (const old of before) entries.delete(old);
        before.clear();
      }
      entries.set(key, value);
      changed = true;
    },
  };
  db.setResource(libraryCache, cache);
  const attachedAt = db.lastChanged(Durability.High);
  return {
    save() {
      // What was found before a library changed under our eyes does not go with what its files say now.
      if (!changed || db.lastChanged(Durability.High) !== attachedAt) return;
      changed = false;
      const files = db.uninterrupted(() =>
        vfs.libraryFiles().map((file) => [vfs.filePath(file), fileHash(db, file)] as const),
      );
      writeCacheFile(path, linesOf(files, entries));
    },
  };
}

function* linesOf(files: unknown, entries: ReadonlyMap<string, string>): Generator<string> {
  yield `${JSON.stringify(files)}\n`;
  for (const [key, value] of entries) yield `${key}\t${value}\n`;
}

function read(vfs: Vfs, path: string): { texts: TextHashes; entries: Map<string, string> } {
  const entries = new Map<string, string>();
  // What follows the last end of a line was being written when something went wrong.
  const [files = '', ...lines] = (readCacheFile(path) ?? '').split('\n').slice(0, -1);
  try {
    const texts = (JSON.parse(files) as [string, string][]).map(
      ([file, hash]) => [vfs.fileId(file), hash] as const,
    );
    for (const line of lines) {
      const tab = line.indexOf('\t');
      if (tab > 0) entries.set(line.slice(0, tab), line.slice(tab + 1));
    }
    return { texts, entries };
  } catch {
    // Damaged or not there: made again.
    return { texts: [], entries };
  }
}
