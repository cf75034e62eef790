/**
 * Which impls there are for a trait or a type: an index over all crates of the graph.
 *
 * Impls are listed per crate by the trait that their path resolves to; within a trait, by the *simplified* self type
 * (its outermost constructor), so that a search for `Vec<u8>: Trait` looks at the impls for `Vec<_>` and at the
 * blanket impls, and at nothing else. After rustc's `trait_impls_of` and `fast_reject::simplify_type`.
 */
import type { Brand } from '../base/brand.ts';
import { equalLists } from '../base/equalLists.ts';
import { equalMaps } from '../base/equalMaps.ts';
import { equalSets } from '../base/equalSets.ts';
import { NamePairs } from '../base/namePairs.ts';
import { defCodec, defKey } from '../hir/defCodec.ts';
import { type AssocItem, assocItems, sameAssocItems } from '../hir/defMap/assocItems.ts';
import { crateDefMap } from '../hir/defMap/defMap.ts';
import { item } from '../hir/defMap/defSource.ts';
import {
  implsInBodies,
  implsInUnnamedConsts,
  implsOfBody,
  isUnnamedConst,
} from '../hir/defMap/implsInBodies.ts';
import { isEdited } from '../hir/defMap/scopeNames.ts';
import { type CrateId, type DefId, defCrate, defData, defKind, defParent } from '../hir/defs.ts';
import { crateData, cratesOfOrigin, sysrootCrates } from '../hir/inputs.ts';
import type { Item } from '../hir/itemTree.ts';
import { cachedOfLibraries, cachedOfLibrary } from '../hir/libraryCache.ts';
import { isImmutable } from '../hir/libraryTexts.ts';
import { itemTree } from '../hir/source.ts';
import { type Database, defineQuery, type Query } from '../query/database.ts';
import { cratesOfArgs } from './cratesOfArgs.ts';
import { genericsOf, paramCount } from './generics.ts';
import {
  groupBySelf,
  type ImplList,
  implListCodec,
  listedImpls,
  nominalCodes,
  type SimplifiedTy,
  sameImplList,
  simplifyTy,
} from './implList.ts';
import { emptyArgs, mkUnevaluated } from './intern.ts';
import { resolveTrait } from './lowerCtxt.ts';
import { implSelfTy, lowerCtxtOf } from './signatures.ts';
import { type Const, type GenericArgs, type Ty, TypeFlag } from './types.ts';

// Per crate -------------------------------------------------------------------------------------------------------

interface CrateImpls {
  /** Impls of traits by the last name of the trait's path, as written. */
  readonly byName: ReadonlyMap<string, readonly DefId[]>;
  readonly inherent: readonly DefId[];
}

/**
 * The impls of a crate, sorted by what is written: a library has ten thousand, and resolving the traits of all to
 * know those of one would cost a second. Of libraries' bodies only those of `const _` are looked into; see `bodyImpls`.
 */
const crateImpls = defineQuery<CrateId, CrateImpls>(
  'crateImpls',
  (db, krate) =>
    cachedOfLibrary(db, krate, `crateImpls ${krate}`, crateImplsCodec, () => findCrateImpls(db, krate)),
  { equals: sameCrateImpls, isFirewall: true },
);

const crateImplsCodec = defCodec<CrateImpls, [[string, number[]][], number[]]>(
  (table, { byName, inherent }) => [
    [...byName].map(([name, impls]) => [name, table.list(impls)]),
    table.list(inherent),
  ],
  (table, [byName, inherent]) => ({
    byName: new Map(byName.map(([name, impls]) => [name, table.list(impls)])),
    inherent: table.list(inherent),
  }),
);

function findCrateImpls(db: Database, krate: CrateId): CrateImpls {
  const byName = new Map<string, DefId[]>();
  const inherent: DefId[] = [];
  const { impls, defs } = crateDefMap(db, krate);
  for (const impl of impls) {
    const loc = defs.get(impl);
    const it = loc && itemTree(db, loc.file).items[loc.item];
    if (it?.kind === 'Impl') sortImpl(impl, it, byName, inherent);
  }
  const isLocal = crateData(db, krate).origin === 'local';
  for (const impl of isLocal ? implsInBodies(db, krate) : implsInUnnamedConsts(db, krate)) {
    const it = item(db, impl);
    if (it?.kind === 'Impl') sortImpl(impl, it, byName, inherent);
  }
  return { byName, inherent };
}

function sortImpl(
  impl: DefId,
  it: Item & { readonly kind: 'Impl' },
  byName: Map<string, DefId[]>,
  inherent: DefId[],
): void {
  if (it.traitPath) push(byName, it.traitPath.segments.at(-1)?.name ?? '', impl);
  else inherent.push(impl);
}

function push<K>(map: Map<K, DefId[]>, key: K, value: DefId): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function sameCrateImpls(a: CrateImpls, b: CrateImpls): boolean {
  if (a.byName.size !== b.byName.size || !equalLists(a.inherent, b.inherent)) return false;
  for (const [name, impls] of a.byName) {
    const others = b.byName.get(name);
    if (!others || !equalLists(impls, others)) return false;
  }
  return true;
}

/**
 * The names that `use … as …` gives to traits, in a crate and all that it depends on, where they differ from the
 * trait's own.
 */
const traitAliases: Query<CrateId, ReadonlyMap<DefId, ReadonlySet<string>>> = defineQuery<
  CrateId,
  ReadonlyMap<DefId, ReadonlySet<string>>
>(
  'traitAliases',
  (db, krate) => {
    const aliases = new Map<DefId, Set<string>>();
    for (const dependency of crateData(db, krate).dependencies) {
      for (const [trait, names] of traitAliases(db, dependency.crate)) {
        const known = aliases.get(trait);
        if (known) for (const name of names) known.add(name);
        else aliases.set(trait, new Set(names));
      }
    }
    for (const module of crateDefMap(db, krate).modules.values()) {
      for (const [name, { type }] of module.names) {
        if (type?.res.kind !== 'Def' || defKind(type.res.def) !== 'Trait') continue;
        if (defData(type.res.def).name === name) continue;
        const names = aliases.get(type.res.def);
        if (names) names.add(name);
        else aliases.set(type.res.def, new Set([name]));
      }
    }
    return aliases;
  },
  {
    onCycle: () => new Map(),
    equals: (a, b) => equalMaps(a, b, equalSets),
  },
);

/** The crate's impls of a trait. */
function implsInCrate(db: Database, krate: CrateId, trait: DefId): DefId[] {
  const out: DefId[] = [];
  const { byName } = crateImpls(db, krate);
  const add = (name: string): void => {
    for (const impl of byName.get(name) ?? []) if (implementedTrait(db, impl) === trait) out.push(impl);
  };
  add(defData(trait).name);
  for (const alias of traitAliases(db, krate).get(trait) ?? []) add(alias);
  return out;
}

/** The trait that an impl is of, without lowering its arguments. */
function implementedTrait(db: Database, impl: DefId): DefId | undefined {
  const it = item(db, impl);
  return it?.kind === 'Impl' && it.traitPath ? resolveTrait(lowerCtxtOf(db, impl), it.traitPath) : undefined;
}

const noImpls: readonly DefId[] = [];

// In bodies of libraries ------------------------------------------------------------------------------------------

/**
 * Impls in the bodies of libraries. Finding them means parsing those bodies, of which std has a thousand; an impl in
 * a body that is no `const _` is, but for a macro or two of doubtful taste, about a type or a trait that the same body
 * declares. So the body is looked into when such a type or trait is asked about.
 */
function bodyImpls(db: Database, def: DefId): BodyImpls | undefined {
  const owner = outermostBody(def);
  const isIndexed =
    owner === undefined || isUnnamedConst(owner) || crateData(db, defCrate(def)).origin === 'local';
  return isIndexed ? undefined : implsOfOwner(db, owner);
}

interface BodyImpls {
  readonly byTrait: ReadonlyMap<DefId, readonly DefId[]>;
  readonly inherent: readonly DefId[];
}

const implsOfOwner = defineQuery<DefId, BodyImpls>('implsOfOwner', (db, owner) => {
  const byTrait = new Map<DefId, DefId[]>();
  const inherent: DefId[] = [];
  for (const impl of implsOfBody(db, owner)) {
    const it = item(db, impl);
    if (it?.kind !== 'Impl') continue;
    const trait = it.traitPath && implementedTrait(db, impl);
    if (trait !== undefined) push(byTrait, trait, impl);
    else if (!it.traitPath) inherent.push(impl);
  }
  return { byTrait, inherent };
});

const outermostBodies = new Map<DefId, DefId | undefined>();

/** The outermost function, const or static that a definition is declared in the body of. */
function outermostBody(def: DefId): DefId | undefined {
  if (outermostBodies.has(def)) return outermostBodies.get(def);
  let owner: DefId | undefined;
  for (let at = defParent(def); at !== undefined; at = defParent(at)) {
    const kind = defKind(at);
    if (kind === 'Fn' || kind === 'Const' || kind === 'Static') owner = at;
  }
  outermostBodies.set(def, owner);
  return owner;
}

function nominalDef(self: Ty): DefId | undefined {
  return self.kind === 'Adt' ? self.def : self.kind === 'Dynamic' ? self.principal?.def : undefined;
}

/** What the bodies around a trait and a self type have to add. */
function bodyTraitImpls(db: Database, trait: DefId, self: Ty): readonly DefId[] {
  const out = bodyImpls(db, trait)?.byTrait.get(trait) ?? noImpls;
  const nominal = nominalDef(self);
  const ofSelf = nominal === undefined ? undefined : bodyImpls(db, nominal)?.byTrait.get(trait);
  if (!ofSelf) return out;
  return out.length === 0 ? ofSelf : [...new Set([...out, ...ofSelf])];
}

// By trait --------------------------------------------------------------------------------------------------------

/**
 * How far from std a crate stands: 0 for std itself, 1 for libraries, 2 for the user's own crates. Nothing depends on
 * a crate of a higher rank, and by the orphan rule an impl in one is about a type or trait of that rank. So a goal
 * looks at impls up to the rank of what it mentions, and what std's bodies ask does not depend on the user's code.
 */
export type Rank = 0 | 1 | 2;

export function crateRank(db: Database, krate: CrateId): Rank {
  return originOfRank.indexOf(crateData(db, krate).origin) as Rank;
}

const originOfRank = ['lang', 'library', 'local'] as const;

/** The rank up to which impls may matter to a goal. `krate` is the crate that asks, where there is one. */
export function implRank(db: Database, trait: DefId, args: GenericArgs, krate: CrateId | undefined): Rank {
  let rank: Rank = crateRank(db, defCrate(trait));
  if ((args.flags & TypeFlag.HasInfer) !== 0) return krate === undefined ? 2 : crateRank(db, krate);
  for (const other of cratesOfArgs(args)) {
    if (rank === 2) return rank;
    const otherRank = crateRank(db, other);
    if (otherRank > rank) rank = otherRank;
  }
  return rank;
}

/** A trait and a rank as one key. */
const ranked = (trait: DefId, rank: Rank): number => trait * 4 + rank;

const implDefs = defineQuery<number, readonly DefId[]>(
  'implDefs',
  (db, key) => {
    const all: DefId[] = [];
    for (const krate of cratesOfOrigin(db, originOfRank[key % 4]!)) {
      all.push(...implsInCrate(db, krate, Math.floor(key / 4) as DefId));
    }
    return all;
  },
  { equals: equalLists },
);

const ranks: readonly Rank[] = [0, 1, 2];

/** Impls of the trait in every crate of the graph. */
export function implsOfTrait(db: Database, trait: DefId): readonly DefId[] {
  return ranks.flatMap((rank) => implDefs(db, ranked(trait, rank)));
}

const traitImpls = defineQuery<number, ImplList>(
  'traitImpls',
  (db, key) => {
    const find = () => groupBySelf(db, implDefs(db, key));
    const name = areLibraries(db, key % 4) ? defKey(Math.floor(key / 4) as DefId) : undefined;
    return name === undefined
      ? find()
      : cachedOfLibraries(db, `impls ${key % 4} ${name}`, implListCodec, find);
  },
  { equals: sameImplList },
);

/** Whether nothing that the impls in crates of a rank hang on changes. */
const areLibraries = defineQuery<number, boolean>('areLibraries', (db, rank) =>
  originOfRank
    .slice(0, rank + 1)
    .every((o) => cratesOfOrigin(db, o).every((krate) => isImmutable(db, krate))),
);

/** Impls that may apply to a self type: those for its constructor, and the blanket ones. */
export function relevantImpls(db: Database, trait: DefId, self: Ty, upTo: Rank): readonly DefId[] {
  const out: DefId[] = [];
  for (let rank = crateRank(db, defCrate(trait)); rank <= upTo; rank++) {
    for (const impl of listedImpls(traitImpls(db, ranked(trait, rank)), self)) out.push(impl);
  }
  for (const impl of bodyTraitImpls(db, trait, self)) out.push(impl);
  return out;
}

// Inherent --------------------------------------------------------------------------------------------------------

const inherentIndex = defineQuery<CrateId, ImplList>(
  'inherentIndex',
  (db, krate) =>
    cachedOfLibrary(db, krate, `inherent ${krate}`, implListCodec, () =>
      groupBySelf(db, crateImpls(db, krate).inherent),
    ),
  { equals: sameImplList },
);

/**
 * The inherent impls whose self type has that constructor. They stand in the crate that declares the type; those of
 * std's and the language's own types somewhere in std.
 */
const inherentImplsByKey = defineQuery<number, readonly DefId[]>(
  'inherentImplsByKey',
  (db, key) => {
    const out: DefId[] = [];
    const declaring = nominalCodes.has(key % 16) ? defCrate(Math.floor(key / 16) as DefId) : undefined;
    const { core } = sysrootCrates(db);
    // alloc and std add to types of core.
    const inStd = declaring === undefined ? core !== undefined : crateRank(db, declaring) === 0;
    const where = inStd
      ? cratesOfOrigin(db, 'lang')
      : declaring === undefined
        ? originOfRank.flatMap((origin) => cratesOfOrigin(db, origin))
        : [declaring];
    for (const krate of where) {
      const impls = inherentIndex(db, krate).bySelf.get(key);
      if (impls) out.push(...impls);
    }
    return out;
  },
  { equals: equalLists },
);

/** Inherent impls that may apply to a self type (by its outermost constructor). */
export function inherentImplsFor(db: Database, self: Ty): readonly DefId[] {
  const key = simplifyTy(self);
  if (key === undefined) return noImpls;
  const listed = inherentImplsByKey(db, key);
  const inBody = inherentImplsInBodies(db, self, key);
  return inBody.length > 0 ? [...listed, ...inBody] : listed;
}

function inherentImplsInBodies(db: Database, self: Ty, key: SimplifiedTy): readonly DefId[] {
  const nominal = nominalDef(self);
  const inBody = nominal === undefined ? undefined : bodyImpls(db, nominal)?.inherent;
  return inBody ? inBody.filter((impl) => simplifyTy(implSelfTy(db, impl)) === key) : noImpls;
}

/** What the inherent impls for a type's constructor have, by name: methods are looked up at every call. */
const inherentItemsByKey = defineQuery<number, ReadonlyMap<string, readonly AssocItem[]>>(
  'inherentItemsByKey',
  (db, key) => {
    const map = new Map<string, AssocItem[]>();
    for (const impl of inherentImplsByKey(db, key)) {
      for (const found of assocItems(db, impl)) {
        const same = map.get(found.name);
        if (same) same.push(found);
        else map.set(found.name, [found]);
      }
    }
    return map;
  },
  {
    equals: (a, b) => equalMaps(a, b, sameAssocItems),
  },
);

function itemsNamed(db: Database, key: SimplifiedTy, name: string): readonly AssocItem[] {
  const isOfUser = nominalCodes.has(key % 16) && isEdited(db, Math.floor(key / 16) as DefId);
  if (isOfUser) return inherentItemsNamed(db, tyNames.intern(key, name));
  return inherentItemsByKey(db, key).get(name) ?? noItems;
}

/** A type's constructor and a name. */
type TyName = Brand<number, 'TyName'>;

const tyNames = new NamePairs<TyName, SimplifiedTy>();

/** Of the user's own types: who calls one method is not disturbed when another is added (see `scopeNames.ts`). */
const inherentItemsNamed = defineQuery<TyName, readonly AssocItem[]>(
  'inherentItemsNamed',
  (db, id) => {
    const { key, name } = tyNames.lookup(id);
    return inherentItemsByKey(db, key).get(name) ?? noItems;
  },
  { equals: sameAssocItems },
);

const noItems: readonly AssocItem[] = [];

/** Items of that name in the inherent impls for a type's constructor. */
export function inherentAssocItems(db: Database, self: Ty, name: string): readonly AssocItem[] {
  const key = simplifyTy(self);
  if (key === undefined) return [];
  const listed = itemsNamed(db, key, name);
  const inBody = inherentImplsInBodies(db, self, key);
  if (inBody.length === 0) return listed;
  return [...listed, ...inBody.flatMap((impl) => assocItems(db, impl).filter((i) => i.name === name))];
}

/** `u8::MAX`, `usize::BITS`: a const of an inherent impl without parameters. */
export function inherentAssocConst(db: Database, self: Ty, name: string): Const | undefined {
  for (const impl of inherentImplsFor(db, self)) {
    if (paramCount(genericsOf(db, impl)) > 0) continue;
    const found = assocItems(db, impl).find((i) => i.kind === 'Const' && i.name === name);
    if (found) return mkUnevaluated(found.def, emptyArgs);
  }
  return undefined;
}
