/**
 * The store of item trees on the disk: one file per std, `KEY<tab>JSON` a line, below the user's cache directory.
 * Nothing depends on the file: what cannot be read or written is made again (`cacheDirectory.ts`).
 */

import { contentHash } from '../base/contentHash.ts';
import { type ItemTreeCache, itemTreeCache } from '../hir/itemTreeCache.ts';
import type { Database } from '../query/database.ts';
import { cacheDirectory, finish, readCacheFile, type Saving, writingCacheFile } from './cacheDirectory.ts';
import { entryLines, readEntries } from './entryLines.ts';
import { isWithin } from './path.ts';
import type { Vfs } from './vfs.ts';

export interface ItemTreeStore {
  /** Writes what is new. Call it when there is nothing better to do. */
  saving(): Saving;
  /** Lets go of the memory, once what is new was written: what is asked for later is parsed. */
  close(): void;
}

/** Attaches the store for the std in `library` to a database, from the file given. */
export function attachItemTreeStore(db: Database, vfs: Vfs, library: string, path: string): ItemTreeStore {
  let entries = readEntries(readCacheFile(path) ?? '');
  let changed = false;
  const cache: ItemTreeCache = {
    isLibraryFile: (file) => isWithin(vfs.filePath(file), library) && !vfs.isOpen(file),
    get(key) {
      const entry = entries.get(key);
      return typeof entry === 'string' ? entry : entry?.();
    },
    set(key, write) {
      entries.set(key, write);
      changed = true;
    },
  };
  db.setResource(itemTreeCache, cache);
  function* saving(): Saving {
    if (!changed) return;
    changed = false;
    yield* writingCacheFile(path, entryLines(entries));
  }
  return {
    saving,
    close() {
      finish(saving());
      db.setResource(itemTreeCache, undefined);
      entries = new Map();
    },
  };
}

/** Where the store for a std is kept; undefined where there is no cache directory. */
export function itemTreeStorePath(
  library: string,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const directory = cacheDirectory(env);
  return directory && `${directory}/std-${contentHash(library)}.items`;
}
