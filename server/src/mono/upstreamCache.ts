/**
 * What the libraries below a crate have instantiated, remembered from earlier runs.
 *
 * To tell which copies a crate shares with its dependencies, the dependencies are collected too, and that is most of
 * the work of a first analysis. What comes of it, a list of instances a library, hangs on sources that nobody edits.
 * Whoever makes the database may attach a store of such lists. A store was filled under one crate graph and one text
 * of every library file; it is taken at its word only if all these texts are still the same, which is a query, so that
 * a library that does change is collected anew.
 */
import { areSameTexts, isImmutable, type TextHashes } from '../hir/libraryTexts.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { withoutRemembering } from '../ty/rememberedBodies.ts';
import type { CollectConfig } from './config.ts';
import type { Instance } from './instance.ts';
import { decodeInstances, encodeInstances } from './instanceCodec.ts';

/** Key of the resource. */
export const upstreamCache = Symbol('upstreamCache');

export interface UpstreamCache {
  /** The library files that were read when the store was filled, with the hashes of their texts. */
  readonly files: TextHashes;
  get(key: string): string | undefined;
  /** `trusted`: what the store was filled with holds still. */
  set(key: string, value: string, trusted: boolean): void;
}

const cacheOf = (db: Database): UpstreamCache | undefined =>
  db.resource<UpstreamCache | undefined>(upstreamCache, () => undefined);

const sameLibraries = defineQuery<number, boolean>('sameLibraries', (db) =>
  areSameTexts(db, cacheOf(db)?.files ?? []),
);

/** Instances of a library, remembered if they are known and hang on nothing that is edited. */
export function cachedInstances(
  db: Database,
  config: CollectConfig,
  compute: () => readonly Instance[],
): readonly Instance[] {
  const cache = cacheOf(db);
  if (!isImmutable(db, config.krate)) return compute();
  if (!cache) return withoutRemembering(db, compute);
  const key = JSON.stringify(config);
  const trusted = sameLibraries(db, 0);
  const known = trusted ? cache.get(key) : undefined;
  const decoded = known === undefined ? undefined : decodeInstances(known);
  if (decoded) return decoded;
  const instances = withoutRemembering(db, compute);
  const encoded = encodeInstances(instances);
  if (encoded !== undefined) cache.set(key, encoded, trusted);
  return instances;
}
