/**
 * What the libraries below a crate have instantiated, remembered from earlier runs.
 *
 * To tell which copies a crate shares with its dependencies, the dependencies are collected too, and that is most of
 * the work of a first analysis. What comes of it, a list of instances a library, hangs on sources that nobody edits.
 * Whoever makes the database may attach a store of such lists. A store was filled under one crate graph and one text
 * of every library file; it is taken at its word only if all these texts are still the same, which is a query, so that
 * a library that does change is collected anew.
 */
import { contentHash } from '../base/contentHash.ts';
import type { CrateId, FileId } from '../hir/defs.ts';
import { crateData, fileText } from '../hir/inputs.ts';
import { type Database, defineQuery, type Query } from '../query/database.ts';
import type { CollectConfig } from './config.ts';
import type { Instance } from './instance.ts';
import { decodeInstances, encodeInstances } from './instanceCodec.ts';

/** Key of the resource. */
export const upstreamCache = Symbol('upstreamCache');

export interface UpstreamCache {
  /** The library files that were read when the store was filled, with the hashes of their texts. */
  readonly files: readonly (readonly [file: FileId, hash: string])[];
  get(key: string): string | undefined;
  /** `trusted`: what the store was filled with holds still. */
  set(key: string, value: string, trusted: boolean): void;
}

/** The hash of a file's text, or what stands for a file that does not exist. */
export function fileHash(db: Database, file: FileId): string {
  return hashOfText(fileText(db, file));
}

export function hashOfText(text: string | undefined): string {
  return text === undefined ? '-' : contentHash(text);
}

const cacheOf = (db: Database): UpstreamCache | undefined =>
  db.resource<UpstreamCache | undefined>(upstreamCache, () => undefined);

const sameLibraries = defineQuery<number, boolean>('sameLibraries', (db) =>
  (cacheOf(db)?.files ?? []).every(([file, hash]) => fileHash(db, file) === hash),
);

/**
 * A library, and so are all that it depends on. Its list cannot hang on the user's code then: the search for impls may
 * look there, but by the orphan rule nothing there is about what the library mentions.
 */
const isImmutable: Query<CrateId, boolean> = defineQuery<CrateId, boolean>(
  'isImmutable',
  (db, krate) => {
    const { origin, dependencies } = crateData(db, krate);
    return origin === 'lang' || (origin === 'library' && dependencies.every((d) => isImmutable(db, d.crate)));
  },
  { onCycle: () => true },
);

/** Instances of a library, remembered if they are known and hang on nothing that is edited. */
export function cachedInstances(
  db: Database,
  config: CollectConfig,
  compute: () => readonly Instance[],
): readonly Instance[] {
  const cache = cacheOf(db);
  if (!cache || !isImmutable(db, config.krate)) return compute();
  const key = JSON.stringify(config);
  const trusted = sameLibraries(db, 0);
  const known = trusted ? cache.get(key) : undefined;
  const decoded = known === undefined ? undefined : decodeInstances(known);
  if (decoded) return decoded;
  const instances = compute();
  const encoded = encodeInstances(instances);
  if (encoded !== undefined) cache.set(key, encoded, trusted);
  return instances;
}
