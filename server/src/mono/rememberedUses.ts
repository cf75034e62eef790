/**
 * What items use, remembered from earlier runs.
 *
 * Most of what a program is made of are copies of the libraries' functions for types of the libraries, and from one run
 * to the next most others are what they were, too. Whoever makes the database may attach a store, which is taken at its
 * word on the same conditions as that of bodies (`hir/rememberedBodies.ts`): the libraries' texts are the same, and a
 * stamp tells that what an item hangs on of the user's own code is.
 */
import { contentHash } from '../base/contentHash.ts';
import { bodyStamp, interfaceStamp } from '../hir/bodyStamp.ts';
import { type CrateId, type DefId, defCrate, outermostOwner } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { areTextsOf, isImmutable, type StoreOfTexts } from '../hir/libraryTexts.ts';
import { inlinesMir } from '../project/profile.ts';
import type { Database } from '../query/database.ts';
import { cratesOfArgs } from '../ty/cratesOfArgs.ts';
import { anyArg } from '../ty/fold.ts';
import { mkArgs } from '../ty/intern.ts';
import type { GenericArgs } from '../ty/types.ts';
import { type MonoItem, monoItemDef } from './instance.ts';
import type { Uses } from './uses.ts';

/** Key of the resource. */
export const usesStore = Symbol('usesStore');

export interface UsesStore extends StoreOfTexts {
  /** Whether what hangs on the user's own code is remembered, too: worth it for who looks at a program once. */
  readonly takesOwn: boolean;
  has(item: MonoItem, stamp: string): boolean;
  get(item: MonoItem, stamp: string): Uses | undefined;
  set(item: MonoItem, stamp: string, uses: Uses): void;
  /** Lets go of what was there from the start: it holds no longer. */
  forget(): void;
}

const storeOf = (db: Database): UsesStore | undefined =>
  db.resource<UsesStore | undefined>(usesStore, () => undefined);

const sameLibraries = areTextsOf('sameLibrariesAsUses', storeOf);

/** What is known of the uses of an item. */
export function rememberedUses(db: Database, item: MonoItem): Uses | undefined {
  const store = storeOf(db);
  if (!store || !sameLibraries(db, 0)) return undefined;
  const stamp = stampOf(db, store, item);
  return stamp === undefined ? undefined : store.get(item, stamp);
}

/** Sees to it that the uses of an item are remembered; answers whether that is new. */
export function rememberUses(db: Database, item: MonoItem, uses: Uses): boolean {
  const store = storeOf(db);
  // Why something is not resolved is not written.
  if (!store || uses.unresolved.length > 0) return false;
  const stamp = stampOf(db, store, item);
  if (stamp === undefined) return false;
  if (!sameLibraries(db, 0)) store.forget();
  if (store.has(item, stamp)) return false;
  store.set(item, stamp, uses);
  return true;
}

/** What must be the same for a record to hold; undefined where there is to be none. */
function stampOf(db: Database, store: UsesStore, item: MonoItem): string | undefined {
  const def = monoItemDef(item);
  const parts: GenericArgs[] = [];
  if (item.kind === 'Fn') {
    const { kind, args } = item.instance;
    parts.push(args);
    if ('ty' in kind && kind.ty) parts.push(mkArgs([kind.ty]));
  }
  const own = new Set<CrateId>();
  for (const krate of [defCrate(def), ...parts.flatMap(cratesOfArgs)]) {
    if (!isImmutable(db, krate)) own.add(krate);
  }
  if (own.size === 0) return '';
  if (!store.takesOwn) return undefined;
  const stamps: (string | undefined)[] = [];
  for (const krate of own) {
    // What is inlined comes from other bodies.
    if (inlinesMir(crateData(db, krate).profile)) return undefined;
    stamps.push(interfaceStamp(db, krate));
  }
  // What a closure is follows from the body that it stands in, and so does what a type is that is declared in one.
  const bodies = new Set<DefId>();
  if (own.has(defCrate(def))) bodies.add(outermostOwner(def));
  for (const args of parts) {
    anyArg(args, 0, (part) => {
      if (!('def' in part) || !own.has(defCrate(part.def))) return false;
      const owner = outermostOwner(part.def);
      if (owner !== part.def) bodies.add(owner);
      return false;
    });
  }
  for (const body of bodies) stamps.push(bodyStamp(db, body));
  return stamps.includes(undefined) ? undefined : contentHash(stamps.join(' '));
}
