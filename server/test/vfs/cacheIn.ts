import type { LibraryCache } from '../../src/hir/libraryCache.ts';

/** What was found out about libraries, in a map that outlives a database. */
export function cacheIn(known: Map<string, string>): LibraryCache {
  return {
    texts: [],
    takesOwn: false,
    get: (key) => known.get(key),
    set: (key, write) => void known.set(key, write()!),
  };
}
