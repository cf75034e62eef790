/**
 * What was found out about libraries in earlier runs.
 *
 * Most of the work of a first analysis is about libraries: their `DefMap`s, and what they have instantiated, to tell
 * which copies a crate shares with them. What comes of it hangs on sources that nobody edits. Whoever makes the database
 * may attach a store of such results, as texts. A store was filled under one crate graph and one text of every library
 * file; it is taken at its word only if all these texts are still the same, which is a query, so that a library that
 * does change is analysed anew.
 */
import type { Database } from '../query/database.ts';
import type { CrateId } from './defs.ts';
import { areTextsOf, isImmutable, type StoreOfTexts } from './libraryTexts.ts';

/** Key of the resource. */
export const libraryCache = Symbol('libraryCache');

export interface LibraryCache extends StoreOfTexts {
  /** Also for what is known of the user's own crates: worth it for who looks at a program once. */
  readonly takesOwn: boolean;
  get(key: string): string | undefined;
  /** What is new is written when the store is. `trusted`: what the store was filled with holds still. */
  set(key: string, write: () => string | undefined, trusted: boolean): void;
}

const cacheOf = (db: Database): LibraryCache | undefined =>
  db.resource<LibraryCache | undefined>(libraryCache, () => undefined);

const sameLibraries = areTextsOf('sameLibraries', cacheOf);

/** How a result is written. */
export interface Codec<T> {
  /** Undefined for what means nothing in another run. */
  encode(value: T): string | undefined;
  /** Undefined for what does not hold any more. Throws for a damaged text. */
  decode(text: string): T | undefined;
}

/** Something about a crate, remembered if it is known and the crate is a library. */
export function cachedOfLibrary<T>(
  db: Database,
  krate: CrateId,
  key: string,
  codec: Codec<T>,
  compute: () => T,
): T {
  return isImmutable(db, krate) ? cachedOfLibraries(db, key, codec, compute) : compute();
}

/**
 * Something about a crate of the user's, if the store takes such things. What else it hangs on than the libraries is for
 * the codec to note and to compare.
 */
export function cachedOfOwn<T>(db: Database, key: string, codec: Codec<T>, compute: () => T): T {
  return cacheOf(db)?.takesOwn ? cachedOfLibraries(db, key, codec, compute) : compute();
}

/** Something that hangs on nothing but libraries. */
export function cachedOfLibraries<T>(db: Database, key: string, codec: Codec<T>, compute: () => T): T {
  const cache = cacheOf(db);
  if (!cache) return compute();
  const trusted = sameLibraries(db, 0);
  const known = trusted ? cache.get(key) : undefined;
  if (known !== undefined) {
    try {
      const value = codec.decode(known);
      if (value !== undefined) return value;
    } catch {
      // Damaged: found out again.
    }
  }
  const value = compute();
  cache.set(key, () => codec.encode(value), trusted);
  return value;
}
