/**
 * The store of what libraries have instantiated (`mono/upstreamCache.ts`): one JSON file a crate graph, below the
 * user's cache directory, beside the item trees of std and under the same rules (`itemTreeStore.ts`).
 */
import { fileHash } from '../hir/libraryTexts.ts';
import { type UpstreamCache, upstreamCache } from '../mono/upstreamCache.ts';
import type { CrateGraph } from '../project/crateGraph.ts';
import { type Database, Durability } from '../query/database.ts';
import { cacheDirectory, readCacheFile, writeCacheFile } from './cacheDirectory.ts';
import { graphHash } from './graphHash.ts';
import type { Vfs } from './vfs.ts';

interface Stored {
  readonly files: readonly (readonly [path: string, hash: string])[];
  readonly entries: Readonly<Record<string, string>>;
}

export interface UpstreamStore {
  /** Writes what is new. Call it when there is nothing better to do, and outside of queries. */
  save(): void;
}

/**
 * Attaches the store for the crate graph that the database has just been given; does nothing where there is no cache
 * directory. Asks no query, so that it also works while analysis is being cancelled.
 */
export function attachUpstreamStore(
  db: Database,
  vfs: Vfs,
  graph: CrateGraph,
  env: Readonly<Record<string, string | undefined>>,
): UpstreamStore {
  const directory = cacheDirectory(env);
  if (directory === undefined) {
    db.setResource(upstreamCache, undefined);
    return { save() {} };
  }
  // Definitions are written with the numbers of their crates, so all that decides these is part of the name.
  const path = `${directory}/upstream-${graphHash(vfs, graph)}.json`;
  const stored = read(path);
  const entries = new Map(Object.entries(stored.entries));
  const before = new Set(entries.keys());
  let changed = false;
  const cache: UpstreamCache = {
    files: stored.files.map(([file, hash]) => [vfs.fileId(file), hash] as const),
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
  db.setResource(upstreamCache, cache);
  const attachedAt = db.lastChanged(Durability.High);
  return {
    save() {
      // What was found before a library changed under our eyes does not go with what its files say now.
      if (!changed || db.lastChanged(Durability.High) !== attachedAt) return;
      changed = false;
      const files = vfs.libraryFiles().map((file) => [vfs.filePath(file), fileHash(db, file)] as const);
      const data: Stored = { files, entries: Object.fromEntries(entries) };
      writeCacheFile(path, JSON.stringify(data));
    },
  };
}

function read(path: string): Stored {
  try {
    const data = JSON.parse(readCacheFile(path) ?? '') as Stored;
    if (Array.isArray(data.files) && typeof data.entries === 'object') return data;
  } catch {
    // Damaged or not there: made again.
  }
  return { files: [], entries: {} };
}
