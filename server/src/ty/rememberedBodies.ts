/**
 * What analysis makes of the bodies of libraries, remembered from earlier runs: their MIR, and what inference says of
 * the closures and `impl Trait`s in them, which is all that others ask of it.
 *
 * A program uses many functions of libraries, and changes none. Whoever makes the database may attach a store; it was
 * filled under one crate graph and one text of every library file, and is taken at its word only if all these texts are
 * still the same, which is a query, so that a library that does change is analysed anew.
 *
 * Only what the user's own crates use goes into the store. The libraries themselves use ten times as much, but what
 * comes of that is remembered as a whole (`mono/upstreamCache.ts`).
 */
import { type DefId, defCrate } from '../hir/defs.ts';
import { areSameTexts, isImmutable, type TextHashes } from '../hir/libraryTexts.ts';
import { type Database, defineQuery } from '../query/database.ts';

/** Key of the resource. */
export const bodyStore = Symbol('bodyStore');

/** What is remembered of a definition. */
export type BodyPart = 'mir' | 'closure' | 'opaques';

export interface BodyStore {
  /** The library files that were read when the store was filled. */
  readonly texts: TextHashes;
  has(part: BodyPart, def: DefId): boolean;
  get(part: BodyPart, def: DefId): object | undefined;
  set(part: BodyPart, def: DefId, value: object): void;
  /** Lets go of what was there from the start: it holds no longer. */
  forget(): void;
  /** Whether what is used is used by the user's crates. */
  isRecording: boolean;
}

const storeOf = (db: Database): BodyStore | undefined =>
  db.resource<BodyStore | undefined>(bodyStore, () => undefined);

const sameLibraries = defineQuery<number, boolean>('sameLibrariesAsBodies', (db) =>
  areSameTexts(db, storeOf(db)?.texts ?? []),
);

/** What is known of a definition, or else what is now found out. */
export function remembered<T extends object | undefined>(
  db: Database,
  part: BodyPart,
  def: DefId,
  compute: () => T,
): T {
  const store = storeOf(db);
  if (!store || !isImmutable(db, defCrate(def)) || !sameLibraries(db, 0)) return compute();
  return (store.get(part, def) as T | undefined) ?? compute();
}

/** Sees to it that what the user's crates use is remembered. */
export function remember<T extends object | undefined>(
  db: Database,
  part: BodyPart,
  def: DefId,
  value: T,
): T {
  const store = storeOf(db);
  if (value !== undefined && store?.isRecording && isImmutable(db, defCrate(def))) {
    if (!sameLibraries(db, 0)) store.forget();
    if (!store.has(part, def)) store.set(part, def, value);
  }
  return value;
}

/** Does what libraries do for themselves. */
export function withoutRemembering<T>(db: Database, work: () => T): T {
  const store = storeOf(db);
  if (!store?.isRecording) return work();
  store.isRecording = false;
  try {
    return work();
  } finally {
    store.isRecording = true;
  }
}
