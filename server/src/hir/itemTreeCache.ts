/**
 * Item trees remembered from earlier runs.
 *
 * Most of the time that it takes to know a std goes into parsing its files and the expansions of its macros, which
 * are the same every time. Whoever makes the database may attach a store of item trees by the hash of their text; the
 * query that lowers items asks it about texts of libraries, and on the command line about those of the program. It
 * changes nothing of what a query answers.
 */
import { contentHash } from '../base/contentHash.ts';
import { parseShared, stringifyShared } from '../base/sharedJson.ts';
import type { Database } from '../query/database.ts';
import type { CrateId, FileId } from './defs.ts';
import { crateData } from './inputs.ts';
import { ItemRanges } from './itemRanges.ts';
import type { ItemTree } from './itemTree.ts';
import { fileHash } from './libraryTexts.ts';
import type { LoweredItems } from './lowerItems.ts';

/** Keys of the resources: for std, which all programs have, for the other libraries of one, and for its own files. */
export const stdItemTrees = Symbol('stdItemTrees');
export const libraryItemTrees = Symbol('libraryItemTrees');
export const ownItemTrees = Symbol('ownItemTrees');

/** A store of texts by keys. */
export interface ItemTreeCache {
  /** Whether the trees of a file belong here. */
  holds(file: FileId): boolean;
  get(key: string): string | undefined;
  /** What is new is written when the store is. */
  set(key: string, write: () => string): void;
}

const noCache: ItemTreeCache = { holds: () => false, get: () => undefined, set: () => {} };

function cacheOf(db: Database, key: symbol): ItemTreeCache {
  return db.resource(key, () => noCache);
}

/** What a file declares, remembered if some store holds it. */
export function cachedFileItems(db: Database, file: FileId, lower: () => LoweredItems): LoweredItems {
  for (const key of [stdItemTrees, libraryItemTrees, ownItemTrees]) {
    const cache = cacheOf(db, key);
    if (cache.holds(file)) return cached(cache, fileKey(fileHash(db, file)), lower);
  }
  return lower();
}

const storeOfOrigin = { lang: stdItemTrees, library: libraryItemTrees, local: ownItemTrees };

interface ExpansionItems {
  isProcedural(): boolean;
  /** All that the items follow from; undefined if it is not known without expanding. */
  source(): string | undefined;
  lower(): LoweredItems;
  /** To be asked after `lower`: whether the macro could be expanded. */
  isKnown(): boolean;
}

/**
 * What the expansion of an item macro declares, remembered by what it follows from. Of the many macro calls in libraries
 * only those of procedural macros are, for which another process is asked: the others are expanded as fast as read.
 */
export function cachedExpansionItems(
  db: Database,
  krate: CrateId,
  { isProcedural, source, lower, isKnown }: ExpansionItems,
): LoweredItems {
  const { origin } = crateData(db, krate);
  const cache = cacheOf(db, storeOfOrigin[origin]);
  if (cache === noCache || (origin === 'library' && !isProcedural())) return lower();
  const key = source();
  return key === undefined ? lower() : cached(cache, `m${contentHash(key)}`, lower, isKnown);
}

function cached(
  cache: ItemTreeCache,
  key: string,
  lower: () => LoweredItems,
  isWorthKeeping: () => boolean = () => true,
): LoweredItems {
  const known = cache.get(key);
  const decoded = known === undefined ? undefined : decode(known);
  if (decoded) return decoded;
  const lowered = lower();
  if (isWorthKeeping()) cache.set(key, () => encodeItems(lowered));
  return lowered;
}

/** What the items of a file are kept by, from the hash of its text. */
export function fileKey(hash: string): string {
  return `f${hash}`;
}

/** With the ranges as one flat list of numbers. */
export function encodeItems({ tree, map }: LoweredItems): string {
  return stringifyShared([tree, map.ranges.toNumbers()]);
}

function decode(text: string): LoweredItems | undefined {
  try {
    const [tree, numbers] = parseShared(text) as [ItemTree, number[]];
    const ranges = ItemRanges.ofNumbers(numbers);
    return ranges.length === tree.items.length ? { tree, map: { ranges } } : undefined;
  } catch {
    // A damaged entry is no entry.
    return undefined;
  }
}
