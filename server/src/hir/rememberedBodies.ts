/**
 * What analysis makes of bodies, remembered from earlier runs: their MIR and what is counted in it, what inference says
 * of the closures and `impl Trait`s in them, which is all that others ask of it, and where closures and items in them
 * stand.
 *
 * A program uses many functions of libraries, and changes none; and from one run to the next, most of its own stay as
 * they are. Whoever makes the database may attach a store. It was filled under one crate graph and one text of every
 * library file, and is taken at its word only if all these texts are still the same, which is a query, so that a library
 * that does change is analysed anew. What is remembered of the user's own bodies has a stamp in it that tells whether it
 * holds still (`bodyStamp.ts`).
 *
 * Of the libraries' bodies, only those that the user's own crates use go into the store. The libraries themselves use
 * ten times as many, but what comes of that is remembered as a whole (`mono/upstream.ts`).
 */

import { inlinesMir } from '../project/profile.ts';
import { type Database, defineQuery, type QueryOptions } from '../query/database.ts';
import { bodyStamp } from './bodyStamp.ts';
import { type DefId, defCrate, typeckRoot } from './defs.ts';
import { crateData } from './inputs.ts';
import { areTextsOf, isImmutable, type StoreOfTexts } from './libraryTexts.ts';

/** Key of the resource. */
export const bodyStore = Symbol('bodyStore');

/** What is remembered of a definition. */
export type BodyPart =
  | 'mir'
  | 'size'
  | 'dropSize'
  | 'inlinable'
  | 'code'
  | 'closure'
  | 'opaques'
  | 'header'
  | 'itemClosures'
  | 'declaresItems';

/** What JSON can hold, but for what would be taken for nothing known. */
export type Rememberable = object | number | boolean;

export interface BodyStore extends StoreOfTexts {
  /** Whether the user's own bodies are remembered, too: worth it for who looks at a program once. */
  readonly takesOwn: boolean;
  has(part: BodyPart, def: DefId, stamp: string): boolean;
  get(part: BodyPart, def: DefId, stamp: string): Rememberable | undefined;
  set(part: BodyPart, def: DefId, stamp: string, value: Rememberable): void;
  /** Lets go of what was there from the start: it holds no longer. */
  forget(): void;
  /** Whether what is used is used by the user's crates. */
  isRecording: boolean;
}

const storeOf = (db: Database): BodyStore | undefined =>
  db.resource<BodyStore | undefined>(bodyStore, () => undefined);

const sameLibraries = areTextsOf('sameLibrariesAsBodies', storeOf);

/** What must be the same for a record to hold; undefined where there is to be none. */
function stampOf(db: Database, { takesOwn }: BodyStore, def: DefId): string | undefined {
  const krate = defCrate(def);
  if (isImmutable(db, krate)) return '';
  // What is inlined comes from other bodies.
  return takesOwn && !inlinesMir(crateData(db, krate).profile) ? bodyStamp(db, typeckRoot(def)) : undefined;
}

/** What is known of a definition, or else what is now found out. */
export function remembered<T extends Rememberable | undefined>(
  db: Database,
  part: BodyPart,
  def: DefId,
  compute: () => T,
): T {
  const store = storeOf(db);
  if (!store || !sameLibraries(db, 0)) return compute();
  const stamp = stampOf(db, store, def);
  return (stamp === undefined ? undefined : (store.get(part, def, stamp) as T | undefined)) ?? compute();
}

/** Sees to it that what the user's crates use is remembered. */
export function remember<T extends Rememberable | undefined>(
  db: Database,
  part: BodyPart,
  def: DefId,
  value: T,
): T {
  const store = storeOf(db);
  if (value === undefined || !store?.isRecording) return value;
  const stamp = stampOf(db, store, def);
  if (stamp === undefined) return value;
  if (!sameLibraries(db, 0)) store.forget();
  if (!store.has(part, def, stamp)) store.set(part, def, stamp, value);
  return value;
}

/** A query whose values are remembered. What is asked for again is, too: it may have been found for a library before. */
export function defineRememberedQuery<T extends Rememberable | undefined>(
  name: string,
  part: BodyPart,
  compute: (db: Database, def: DefId) => T,
  options: QueryOptions<DefId, T> = {},
): (db: Database, def: DefId) => T {
  const query = defineQuery<DefId, T>(
    name,
    (db, def) => remembered(db, part, def, () => compute(db, def)),
    options,
  );
  return (db, def) => remember(db, part, def, query(db, def));
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
