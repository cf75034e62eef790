/**
 * Which impls there are for a trait or a type: an index over all crates of the graph.
 *
 * Impls are listed per crate by the trait that their path resolves to; within a trait, by the *simplified* self type
 * (its outermost constructor), so that a search for `Vec<u8>: Trait` looks at the impls for `Vec<_>` and at the
 * blanket impls, and at nothing else. After rustc's `trait_impls_of` and `fast_reject::simplify_type`.
 */
import { type AssocItem, assocItems } from '../hir/defMap/assocItems.ts';
import { crateDefMap } from '../hir/defMap/defMap.ts';
import { item } from '../hir/defMap/defSource.ts';
import { implsInBodies } from '../hir/defMap/implsInBodies.ts';
import type { CrateId, DefId } from '../hir/defs.ts';
import { crateGraph } from '../hir/inputs.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { genericsOf, paramCount } from './generics.ts';
import { emptyArgs, mkUnevaluated } from './intern.ts';
import { resolveTrait } from './lower.ts';
import { implSelfTy, lowerCtxtOf, sameTys } from './signatures.ts';
import type { Const, Ty } from './types.ts';

/** What a type's outermost constructor is, as a number; undefined for what may be anything. */
export type SimplifiedTy = number;

const codes = {
  Adt: 0,
  Foreign: 1,
  Closure: 2,
  Coroutine: 3,
  FnDef: 4,
  Dynamic: 5,
  Tuple: 6,
  FnPtr: 7,
  Ref: 8,
  RawPtr: 9,
  Array: 10,
  Slice: 11,
  DynamicAuto: 12,
  Scalar: 13,
} as const;

export function simplifyTy(ty: Ty): SimplifiedTy | undefined {
  switch (ty.kind) {
    case 'Adt':
    case 'Foreign':
    case 'Closure':
    case 'Coroutine':
    case 'FnDef':
      return ty.def * 16 + codes[ty.kind];
    case 'Dynamic':
      if (ty.principal) return ty.principal.def * 16 + codes.Dynamic;
      return (ty.autoTraits[0] ?? 0) * 16 + codes.DynamicAuto;
    case 'Tuple':
      return ty.elems.length * 16 + codes.Tuple;
    case 'FnPtr':
      return ty.sig.inputs.length * 16 + codes.FnPtr;
    case 'Ref':
    case 'RawPtr':
      return (ty.mutable ? 16 : 0) + codes[ty.kind];
    case 'Array':
    case 'Slice':
      return codes[ty.kind];
    case 'Param':
    case 'Projection':
    case 'Opaque':
    case 'Infer':
    case 'Unknown':
      return undefined;
    default:
      return ty.id * 16 + codes.Scalar;
  }
}

// Per crate -------------------------------------------------------------------------------------------------------

interface CrateImpls {
  readonly byTrait: ReadonlyMap<DefId, readonly DefId[]>;
  readonly inherent: readonly DefId[];
}

const crateImpls = defineQuery<CrateId, CrateImpls>(
  'crateImpls',
  (db, krate) => {
    const byTrait = new Map<DefId, DefId[]>();
    const inherent: DefId[] = [];
    const add = (impl: DefId): void => {
      const it = item(db, impl);
      if (it?.kind !== 'Impl') return;
      if (!it.traitPath) {
        inherent.push(impl);
        return;
      }
      const trait = resolveTrait(lowerCtxtOf(db, impl), it.traitPath);
      if (trait === undefined) return;
      const list = byTrait.get(trait);
      if (list) list.push(impl);
      else byTrait.set(trait, [impl]);
    };
    for (const impl of crateDefMap(db, krate).impls) add(impl);
    for (const impl of implsInBodies(db, krate)) add(impl);
    return { byTrait, inherent };
  },
  { equals: sameCrateImpls },
);

function sameCrateImpls(a: CrateImpls, b: CrateImpls): boolean {
  if (a.byTrait.size !== b.byTrait.size || !sameTys(a.inherent, b.inherent)) return false;
  for (const [trait, impls] of a.byTrait) {
    const others = b.byTrait.get(trait);
    if (!others || !sameTys(impls, others)) return false;
  }
  return true;
}

// By trait --------------------------------------------------------------------------------------------------------

export interface ImplList {
  readonly all: readonly DefId[];
  readonly bySelf: ReadonlyMap<SimplifiedTy, readonly DefId[]>;
  /** Those whose self type may be anything. */
  readonly blanket: readonly DefId[];
}

const implDefs = defineQuery<DefId, readonly DefId[]>(
  'implDefs',
  (db, trait) => {
    const all: DefId[] = [];
    const { crates } = crateGraph(db);
    for (let krate = 0; krate < crates.length; krate++) {
      const impls = crateImpls(db, krate as CrateId).byTrait.get(trait);
      if (impls) all.push(...impls);
    }
    return all;
  },
  { equals: sameTys },
);

/** Impls of the trait in every crate of the graph. */
export function implsOfTrait(db: Database, trait: DefId): readonly DefId[] {
  return implDefs(db, trait);
}

export const traitImpls = defineQuery<DefId, ImplList>(
  'traitImpls',
  (db, trait) => groupBySelf(db, implDefs(db, trait)),
  { equals: sameImplList },
);

function groupBySelf(db: Database, all: readonly DefId[]): ImplList {
  const bySelf = new Map<SimplifiedTy, DefId[]>();
  const blanket: DefId[] = [];
  for (const impl of all) {
    const self = implSelfTy(db, impl);
    if (self.kind === 'Unknown') continue; // applies to nothing that we could name
    const key = simplifyTy(self);
    if (key === undefined) {
      blanket.push(impl);
      continue;
    }
    const list = bySelf.get(key);
    if (list) list.push(impl);
    else bySelf.set(key, [impl]);
  }
  return { all, bySelf, blanket };
}

function sameImplList(a: ImplList, b: ImplList): boolean {
  if (!sameTys(a.all, b.all) || !sameTys(a.blanket, b.blanket) || a.bySelf.size !== b.bySelf.size)
    return false;
  for (const [key, impls] of a.bySelf) {
    const others = b.bySelf.get(key);
    if (!others || !sameTys(impls, others)) return false;
  }
  return true;
}

/**
 * The crates that are loaded when a crate is compiled: itself and all that it depends on. Impls of others do not
 * exist for it, and must not make its inference ambiguous. The sysroot's `proc_macro` and `test` are there for
 * those only who ask for them.
 */
export const loadedCrates = defineQuery<CrateId, ReadonlySet<CrateId>>(
  'loadedCrates',
  (db, krate) => {
    const { crates, sysroot } = crateGraph(db);
    const loaded = new Set<CrateId>();
    const visit = (at: CrateId): void => {
      if (loaded.has(at)) return;
      loaded.add(at);
      const data = crates[at];
      for (const { crate, inPrelude } of data?.dependencies ?? []) {
        const onRequest = crate === sysroot.procMacro || (crate === sysroot.test && !data?.isTest);
        if (inPrelude || !onRequest) visit(crate);
      }
    };
    visit(krate);
    return loaded;
  },
  { equals: (a, b) => a.size === b.size && [...a].every((krate) => b.has(krate)) },
);

const noImpls: readonly DefId[] = [];

/** Impls that may apply to a self type: those for its constructor, and the blanket ones. */
export function relevantImpls(db: Database, trait: DefId, self: Ty): readonly DefId[] {
  const impls = traitImpls(db, trait);
  if (self.kind === 'Infer' || self.kind === 'Unknown') return impls.all;
  const key = simplifyTy(self);
  // A parameter or an alias that stays one is like no type that an impl can name.
  if (key === undefined) return impls.blanket;
  const own = impls.bySelf.get(key);
  if (!own) return impls.blanket;
  return impls.blanket.length === 0 ? own : [...own, ...impls.blanket];
}

// Inherent --------------------------------------------------------------------------------------------------------

const inherentIndex = defineQuery<CrateId, ImplList>(
  'inherentIndex',
  (db, krate) => groupBySelf(db, crateImpls(db, krate).inherent),
  { equals: sameImplList },
);

/** The inherent impls, in every crate, whose self type has that constructor. */
const inherentImplsByKey = defineQuery<number, readonly DefId[]>(
  'inherentImplsByKey',
  (db, key) => {
    const out: DefId[] = [];
    const { crates } = crateGraph(db);
    for (let krate = 0; krate < crates.length; krate++) {
      const impls = inherentIndex(db, krate as CrateId).bySelf.get(key);
      if (impls) out.push(...impls);
    }
    return out;
  },
  { equals: sameTys },
);

/** Inherent impls that may apply to a self type (by its outermost constructor). */
export function inherentImplsFor(db: Database, self: Ty): readonly DefId[] {
  const key = simplifyTy(self);
  return key === undefined ? noImpls : inherentImplsByKey(db, key);
}

/** Items of that name in the inherent impls for a type's constructor. */
export function inherentAssocItems(db: Database, self: Ty, name: string): readonly AssocItem[] {
  const out: AssocItem[] = [];
  for (const impl of inherentImplsFor(db, self)) {
    for (const found of assocItems(db, impl)) if (found.name === name) out.push(found);
  }
  return out;
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
