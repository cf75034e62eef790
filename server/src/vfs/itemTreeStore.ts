/**
 * The stores of item trees on the disk: one file per std and two per crate graph, `KEY<tab>JSON` a line, below the user's
 * cache directory.
 * Nothing depends on the file: what cannot be read or written is made again (`cacheDirectory.ts`).
 */
import { contentHash } from '../base/contentHash.ts';
import type { FileId } from '../hir/defs.ts';
import { type ItemTreeCache, libraryItemTrees, ownItemTrees, stdItemTrees } from '../hir/itemTreeCache.ts';
import type { Database } from '../query/database.ts';
import { cacheDirectory, finish } from './cacheDirectory.ts';
import { EntryFile } from './entryFile.ts';
import { type GraphStore, noStore } from './graphStore.ts';
import { isWithin } from './path.ts';
import type { TreesAhead } from './treesAhead.ts';
import type { Vfs } from './vfs.ts';

export interface ItemTreeStore extends GraphStore {
  /** Nothing is remembered yet. */
  readonly isEmpty: boolean;
  /** Where trees may come from that the store does not have. */
  setAhead(trees: TreesAhead | undefined): void;
  /** Lets go of the memory, once what is new was written: what is asked for later is parsed. */
  close(): void;
}

/** Attaches the store for the std in the directory `library` to a database, from the file given. */
export function attachStdItemTrees(db: Database, vfs: Vfs, library: string, path: string): ItemTreeStore {
  return attach(db, vfs, stdItemTrees, (file) => isWithin(vfs.filePath(file), library), path);
}

const noTrees: ItemTreeStore = { ...noStore, isEmpty: false, setAhead() {}, close() {} };

/** Attaches the store for the libraries of a crate graph; none without a path. */
export function attachLibraryItemTrees(db: Database, vfs: Vfs, path: string | undefined): ItemTreeStore {
  if (path !== undefined) return attach(db, vfs, libraryItemTrees, (file) => vfs.isLibraryFile(file), path);
  db.setResource(libraryItemTrees, undefined);
  return noTrees;
}

/** Attaches a store for the files of the program itself: worth it for who looks at a program once. */
export function attachOwnItemTrees(db: Database, vfs: Vfs, path: string | undefined): ItemTreeStore {
  if (path === undefined) return noTrees;
  // What is not asked for may be of an older text.
  const options = { keepsUnused: false };
  return attach(db, vfs, ownItemTrees, (file) => !vfs.isLibraryFile(file), path, options);
}

function attach(
  db: Database,
  vfs: Vfs,
  resource: symbol,
  holds: (file: FileId) => boolean,
  path: string,
  { keepsUnused = true }: { readonly keepsUnused?: boolean } = {},
): ItemTreeStore {
  const file = new EntryFile(path, keepsUnused);
  let ahead: TreesAhead | undefined;
  let isClosed = false;
  const cache: ItemTreeCache = {
    holds: (id) => holds(id) && !vfs.isOpen(id),
    get(key) {
      const known = file.get(key);
      if (known !== undefined || ahead === undefined) return known;
      const made = ahead.take(key);
      if (made !== undefined) file.set(key, made);
      return made;
    },
    set: (key, write) => file.set(key, write),
  };
  db.setResource(resource, cache);
  return {
    get isEmpty() {
      return !isClosed && file.isEmpty;
    },
    setAhead(trees) {
      ahead = trees;
    },
    saving: () => file.saving(),
    close() {
      ahead = undefined;
      isClosed = true;
      finish(file.saving());
      // It may be another store's turn by now.
      if (db.resource(resource, () => cache) === cache) db.setResource(resource, undefined);
      file.forget();
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
