/**
 * The store of what was found out about libraries (`hir/libraryCache.ts`): the first line of a `graphStore.ts`, then
 * entries.
 */
import { type LibraryCache, libraryCache } from '../hir/libraryCache.ts';
import type { TextHashes } from '../hir/libraryTexts.ts';
import type { Database } from '../query/database.ts';
import { readCacheFile } from './cacheDirectory.ts';
import { type Entry, entryLines, readEntries } from './entryLines.ts';
import { type GraphStore, graphStore, noStore, readTexts } from './graphStore.ts';
import type { Vfs } from './vfs.ts';

/**
 * Attaches the store in a file to a database that has just been given its crate graph; attaches none without a path.
 * Asks no query, so that it also works while analysis is being cancelled. `takesOwn`: for the user's own crates, too.
 */
export function attachLibraryStore(
  db: Database,
  vfs: Vfs,
  path: string | undefined,
  { takesOwn = false }: { readonly takesOwn?: boolean } = {},
): GraphStore {
  if (path === undefined) {
    db.setResource(libraryCache, undefined);
    return noStore;
  }
  const { texts, entries } = read(vfs, path);
  const before = new Set(entries.keys());
  let changed = false;
  const cache: LibraryCache = {
    texts,
    takesOwn,
    get(key) {
      const entry = entries.get(key);
      return typeof entry === 'string' ? entry : undefined;
    },
    set(key, write, trusted) {
      if (!trusted) {
        for (const old of before) entries.delete(old);
        before.clear();
      }
      entries.set(key, write);
      changed = true;
    },
  };
  db.setResource(libraryCache, cache);
  return graphStore(db, vfs, path, () => {
    if (!changed) return undefined;
    changed = false;
    return entryLines(entries);
  });
}

function read(vfs: Vfs, path: string): { texts: TextHashes; entries: Map<string, Entry> } {
  const text = readCacheFile(path) ?? '';
  const end = text.indexOf('\n');
  try {
    return { texts: readTexts(vfs, text.slice(0, end)), entries: readEntries(text, end + 1) };
  } catch {
    // Damaged or not there: made again.
    return { texts: [], entries: new Map() };
  }
}
