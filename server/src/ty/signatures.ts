/**
 * The types of items: what a declaration says, over its own parameters. Nothing here is normalized: an associated
 * type stays a projection until someone asks in an environment.
 *
 * A type that needs itself (an alias of itself) is unknown.
 */
import { equalLists } from '../base/equalLists.ts';
import { item } from '../hir/defMap/defSource.ts';
import { langItem } from '../hir/defMap/langItems.ts';
import { variantData } from '../hir/defMap/variants.ts';
import { assocContainer, type DefId, defCrate, defData, defParent, internDef } from '../hir/defs.ts';
import type { FnItem } from '../hir/itemTree.ts';
import { resolverFor } from '../hir/resolver.ts';
import type { TypeBound, TypeRef } from '../hir/typeRef.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { traitAssoc } from './assocTypes.ts';
import { outputElision } from './elision.ts';
import { anonymizeSig, eraseNamedRegions, orderBoundRegions } from './fold.ts';
import { forEachImplTrait, genericsInfo, identityArgs, writtenGenerics } from './generics.ts';
import {
  internSig,
  isTy,
  mkAdt,
  mkArgs,
  mkFnDef,
  mkForeign,
  mkOpaque,
  mkParam,
  mkTraitRef,
  prim,
  primTy,
  traitPredicate,
  unknownTy,
} from './intern.ts';
import { lowerTy } from './lower.ts';
import { hasMaybeSized, lowerBounds, lowerTraitRef } from './lowerBounds.ts';
import { lowerConst } from './lowerConst.ts';
import { itemLowerCtxt, type LowerCtxt, withRegions } from './lowerCtxt.ts';
import { samePredicates } from './predicateKey.ts';
import { reprIntTy } from './repr.ts';
import type { Const, FnSig, Predicate, TraitRef, Ty } from './types.ts';

/** For the types that `def` declares. */
export function lowerCtxtOf(db: Database, def: DefId, implTrait?: LowerCtxt['implTrait']): LowerCtxt {
  return itemLowerCtxt(db, def, resolverFor(db, def), implTrait);
}

/** For what a type alias is short for. */
export function aliasLowerCtxt(db: Database, alias: DefId): LowerCtxt {
  return lowerCtxtOf(db, alias, opaqueTypesOf(db, alias));
}

/**
 * The type of an item used as a type or value: the ADT, the aliased type, the type of a const or static, the `FnDef`
 * of a function. An associated type without a value has none: unknown.
 */
export const typeOf = defineQuery<DefId, Ty>('typeOf', computeTypeOf, { onCycle: () => unknownTy });

function computeTypeOf(db: Database, def: DefId): Ty {
  const { kind, parent } = defData(def);
  switch (kind) {
    case 'Struct':
    case 'Union':
    case 'Enum':
      return mkAdt(def, identityArgs(db, def));
    case 'Variant':
      return parent === undefined ? unknownTy : mkAdt(parent, identityArgs(db, parent));
    case 'Fn':
      return mkFnDef(def, identityArgs(db, def));
    case 'Impl':
      return implSelfTy(db, def);
    case 'OpaqueTy':
      return mkOpaque(def, identityArgs(db, def));
    case 'Const':
    case 'Static': {
      const it = item(db, def);
      return it?.kind === 'Const' || it?.kind === 'Static' ? lowerTy(lowerCtxtOf(db, def), it.ty) : unknownTy;
    }
    case 'TyAlias': {
      const it = item(db, def);
      if (it?.kind !== 'TyAlias') return unknownTy;
      if (it.ty) return lowerTy(aliasLowerCtxt(db, def), it.ty);
      return assocContainer(def) === undefined ? mkForeign(def) : unknownTy;
    }
    case 'AnonConst':
      // A discriminant has the enum's representation, a const argument the type that it is named after.
      if (parent !== undefined && defData(parent).kind === 'Variant') {
        const adt = defParent(parent);
        return (adt !== undefined && reprIntTy(db, adt)) || prim.isize;
      }
      return primTy(defData(def).name) ?? prim.usize;
    default:
      return unknownTy;
  }
}

/** Types of the fields of a struct, union or variant, in order. */
export const fieldTys = defineQuery<DefId, readonly Ty[]>(
  'fieldTys',
  (db, def) => {
    const data = variantData(db, def);
    if (!data) return [];
    const adt = defData(def).kind === 'Variant' ? defParent(def)! : def;
    const ctx = lowerCtxtOf(db, adt);
    return data.fields.map((f) => lowerTy(ctx, f.ty));
  },
  { equals: equalLists },
);

export const implSelfTy = defineQuery<DefId, Ty>(
  'implSelfTy',
  (db, impl) => {
    const it = item(db, impl);
    return it?.kind === 'Impl' ? lowerTy(lowerCtxtOf(db, impl), it.selfTy) : unknownTy;
  },
  { onCycle: () => unknownTy },
);

/** The trait that an impl implements, with its `Self`; undefined for inherent impls and unresolved traits. */
export const implTraitRef = defineQuery<DefId, TraitRef | undefined>(
  'implTraitRef',
  (db, impl) => {
    const it = item(db, impl);
    if (it?.kind !== 'Impl' || !it.traitPath) return undefined;
    return lowerTraitRef(lowerCtxtOf(db, impl), it.traitPath, implSelfTy(db, impl), { bindings: false })
      ?.trait;
  },
  {
    equals: (a, b) => a?.def === b?.def && a?.args === b?.args,
    onCycle: () => undefined,
  },
);

export function isNegativeImpl(db: Database, impl: DefId): boolean {
  const it = item(db, impl);
  return it?.kind === 'Impl' && it.isNegative;
}

/** The default of each of a definition's own parameters. */
export const genericDefaults = defineQuery<DefId, readonly (Ty | Const | undefined)[]>(
  'genericDefaults',
  (db, def) => lowerDefaults(db, def, lowerCtxtOf(db, def)),
  { equals: equalLists, onCycle: () => [] },
);

function lowerDefaults(db: Database, def: DefId, ctx: LowerCtxt): readonly (Ty | Const | undefined)[] {
  const it = item(db, def);
  const written = it && writtenGenerics(it);
  if (!written?.params.some((p) => p.kind !== 'Lifetime' && p.default !== undefined)) return [];
  const info = genericsInfo(db, def);
  const defaults: (Ty | Const | undefined)[] = info.generics.params.map(() => undefined);
  written.params.forEach((p, i) => {
    const own = (info.indexOf[i] ?? -1) - info.generics.parentCount;
    if (own < 0 || p.kind === 'Lifetime' || p.default === undefined) return;
    defaults[own] =
      p.kind === 'Type' ? lowerTy(ctx, p.default) : lowerConst(ctx, p.default, lowerTy(ctx, p.ty));
  });
  return defaults;
}

/** The type of a const parameter, by its absolute index in `def`'s list. */
export function constParamTy(db: Database, def: DefId, index: number): Ty {
  let at: DefId | undefined = def;
  while (at !== undefined) {
    const info = genericsInfo(db, at);
    if (index >= info.generics.parentCount) {
      const it = item(db, at);
      const written = it && writtenGenerics(it);
      const p = written?.params[info.indexOf.indexOf(index)];
      return p?.kind === 'Const' ? lowerTy(lowerCtxtOf(db, at), p.ty) : unknownTy;
    }
    at = info.generics.parent;
  }
  return unknownTy;
}

// Functions -------------------------------------------------------------------------------------------------------

interface FnDeclaration {
  readonly sig: FnSig;
  /** Bounds of the `impl Trait`s among the arguments. */
  readonly implTraitPredicates: readonly Predicate[];
}

const fnDeclaration = defineQuery<DefId, FnDeclaration>(
  'fnDeclaration',
  (db, def) => {
    const it = item(db, def);
    if (it?.kind !== 'Fn') return { sig: unknownSig, implTraitPredicates: [] };
    return lowerFn(db, def, it);
  },
  {
    equals: (a, b) => a.sig === b.sig && samePredicates(a.implTraitPredicates, b.implTraitPredicates),
    onCycle: () => ({ sig: unknownSig, implTraitPredicates: [] }),
  },
);

const unknownSig: FnSig = internSig({
  inputs: [],
  output: unknownTy,
  isUnsafe: false,
  isVarargs: false,
  abi: 'Rust',
  boundRegions: [],
});

function lowerFn(db: Database, def: DefId, it: FnItem, asDeclared = false): FnDeclaration {
  const info = genericsInfo(db, def);
  const predicates: Predicate[] = [];
  let next = info.firstSynthetic;
  const sized = langItem(db, defCrate(def), 'sized');
  const ctx: LowerCtxt = { ...lowerCtxtOf(db, def, lowerImplTrait), asDeclared };
  function lowerImplTrait(ref: Parameters<LowerCtxt['implTrait']>[0]): Ty {
    // An `impl Trait` argument is a parameter; those inside its bounds come before it.
    let inner = -1;
    forEachImplTrait(ref, () => inner++);
    const index = next + inner;
    const param = info.generics.params[index - info.generics.parentCount];
    const self = mkParam(index, param?.name ?? 'impl Trait');
    const bounds = lowerBounds(ctx, self, ref.bounds);
    next = index + 1;
    if (sized !== undefined && !hasMaybeSized(ref.bounds))
      predicates.push(traitPredicate(sized, mkArgs([self])));
    predicates.push(...bounds);
    return self;
  }
  const sig = withRegions(ctx, { kind: 'bound', names: [...info.lateBound], elision: 'fresh' }, (scope) => {
    const inputs = it.params.map((p) => lowerTy(ctx, p.ty));
    scope.elision = outputElision(inputs, it.hasSelf);
    const output = lowerFnOutput(db, def, it, ctx);
    const order = asDeclared ? orderBoundRegions : anonymizeSig;
    return order({
      inputs,
      output,
      isUnsafe: it.isUnsafe,
      isVarargs: it.isVarargs,
      abi: fnAbi(db, def, it),
      boundRegions: scope.names,
    });
  });
  return { sig: internSig(sig), implTraitPredicates: predicates };
}

function lowerFnOutput(db: Database, def: DefId, it: FnItem, ctx: LowerCtxt): Ty {
  if (it.isAsync) return mkOpaque(opaqueDef(def, 0), identityArgs(db, def));
  return lowerTy({ ...ctx, implTrait: opaqueTypesOf(db, def) }, it.ret);
}

function fnAbi(db: Database, def: DefId, it: FnItem): string {
  if (it.abi !== undefined) return it.abi;
  if (!it.isForeign) return 'Rust';
  const parent = defParent(def);
  const block = parent === undefined ? undefined : item(db, parent);
  return block?.kind === 'ForeignMod' ? block.abi : 'C';
}

/**
 * The signature of a function or a constructor (tuple struct or variant). Its late-bound lifetimes are bound by the
 * signature. Not normalized.
 */
export function fnSig(db: Database, def: DefId): FnSig {
  const { kind } = defData(def);
  if (kind === 'Fn') return fnDeclaration(db, def).sig;
  if (kind === 'Struct' || kind === 'Variant') {
    return internSig({
      inputs: fieldTys(db, def),
      output: typeOf(db, def),
      isUnsafe: false,
      isVarargs: false,
      abi: 'Rust',
      boundRegions: [],
    });
  }
  return unknownSig;
}

export function implTraitParamPredicates(db: Database, fn: DefId): readonly Predicate[] {
  return fnDeclaration(db, fn).implTraitPredicates;
}

// As declared ------------------------------------------------------------------------------------------------------

/**
 * What is printed of a declaration keeps its `'static` and the names of its lifetimes, which the types of the analysis do
 * not: the signature in the type of a function item, the header of an impl.
 */
export const declaredFnSig = defineQuery<DefId, FnSig>(
  'declaredFnSig',
  (db, def) => {
    const it = defData(def).kind === 'Fn' ? item(db, def) : undefined;
    if (it?.kind === 'Fn') return lowerFn(db, def, it, true).sig;
    const data = variantData(db, def);
    if (!data) return fnSig(db, def);
    // A constructor: the lifetimes in its fields are the type's own, and nothing is late-bound.
    const adt = defData(def).kind === 'Variant' ? defParent(def)! : def;
    const ctx = { ...lowerCtxtOf(db, adt), asDeclared: true };
    return internSig({ ...fnSig(db, def), inputs: data.fields.map((f) => lowerTy(ctx, f.ty)) });
  },
  { onCycle: () => unknownSig },
);

export const declaredSelfTy = defineQuery<DefId, Ty>(
  'declaredSelfTy',
  (db, impl) => {
    const it = item(db, impl);
    if (it?.kind !== 'Impl') return implSelfTy(db, impl);
    return lowerTy({ ...lowerCtxtOf(db, impl), asDeclared: true }, it.selfTy);
  },
  { onCycle: () => unknownTy },
);

export const declaredTraitRef = defineQuery<DefId, TraitRef | undefined>(
  'declaredTraitRef',
  (db, impl) => {
    const it = item(db, impl);
    if (it?.kind !== 'Impl' || !it.traitPath) return implTraitRef(db, impl);
    const ctx = { ...lowerCtxtOf(db, impl), asDeclared: true };
    return lowerTraitRef(ctx, it.traitPath, declaredSelfTy(db, impl), { bindings: false })?.trait;
  },
  { equals: (a, b) => a?.def === b?.def && a?.args === b?.args, onCycle: () => undefined },
);

/** Defaults with their `'static`; lifetimes that are parameters are erased, as those that they stand for are. */
export const declaredDefaults = defineQuery<DefId, readonly (Ty | Const | undefined)[]>(
  'declaredDefaults',
  (db, def) =>
    lowerDefaults(db, def, { ...lowerCtxtOf(db, def), asDeclared: true }).map((value) =>
      value && isTy(value) ? eraseNamedRegions(value) : value,
    ),
  { equals: equalLists, onCycle: () => [] },
);

// Opaque types ----------------------------------------------------------------------------------------------------

function opaqueDef(owner: DefId, index: number): DefId {
  return internDef({
    krate: defCrate(owner),
    parent: owner,
    kind: 'OpaqueTy',
    name: '',
    disambiguator: index,
  });
}

/** How many `impl Trait`s a type contains, itself included. */
function countImplTraits(ref: TypeRef): number {
  let count = 0;
  forEachImplTrait(ref, () => count++);
  return count;
}

/**
 * Makes each `impl Trait` of a result type (or alias) the opaque type with its number, in the order written, an
 * outer one before those inside it. An async function's own future is number 0.
 */
function opaqueTypesOf(db: Database, owner: DefId, first = 0): LowerCtxt['implTrait'] {
  let next = first;
  return (ref) => {
    const def = opaqueDef(owner, next);
    next += countImplTraits(ref);
    return mkOpaque(def, identityArgs(db, owner));
  };
}

/** The `impl Trait` that an opaque type comes from, or the result of an `async fn`. */
function opaqueOrigin(
  db: Database,
  opaque: DefId,
):
  | {
      readonly owner: DefId;
      readonly bounds: readonly TypeBound[] | undefined;
      readonly asyncOutput: TypeRef | undefined;
    }
  | undefined {
  const { parent: owner, disambiguator } = defData(opaque);
  if (owner === undefined) return undefined;
  const it = item(db, owner);
  const written = it?.kind === 'Fn' ? it.ret : it?.kind === 'TyAlias' ? it.ty : undefined;
  if (!written) return undefined;
  let index = disambiguator;
  if (it?.kind === 'Fn' && it.isAsync) {
    if (index === 0) return { owner, bounds: undefined, asyncOutput: written };
    index--;
  }
  // Preorder number → the reference.
  const inOrder: (TypeRef & { readonly kind: 'ImplTrait' })[] = [];
  collectPreorder(written, inOrder);
  const ref = inOrder[index];
  return ref && { owner, bounds: ref.bounds, asyncOutput: undefined };
}

function collectPreorder(ty: TypeRef, out: (TypeRef & { readonly kind: 'ImplTrait' })[]): void {
  // `forEachImplTrait` goes inner before outer: sorting subtrees by "contains" gives the outer ones first.
  const postorder: (TypeRef & { readonly kind: 'ImplTrait' })[] = [];
  forEachImplTrait(ty, (ref) => postorder.push(ref));
  const place = (from: number, to: number): void => {
    // The last of a postorder range is a root; its subtree is the `size` entries that end there.
    const roots: [number, number][] = [];
    let end = to;
    while (end > from) {
      const size = countImplTraits(postorder[end - 1]!);
      roots.push([end - size, end]);
      end -= size;
    }
    for (const [start, stop] of roots.reverse()) {
      out.push(postorder[stop - 1]!);
      place(start, stop - 1);
    }
  };
  place(0, postorder.length);
}

/** What an `async fn` yields when awaited, over the function's parameters. */
export function asyncFnOutput(db: Database, fn: DefId): Ty {
  const it = item(db, fn);
  if (it?.kind !== 'Fn' || !it.isAsync) return unknownTy;
  return lowerTy(lowerCtxtOf(db, fn, opaqueTypesOf(db, fn, 1)), it.ret);
}

/** The bounds of an opaque type on `Self = <the opaque type>`. */
export const opaqueBounds = defineQuery<DefId, readonly Predicate[]>(
  'opaqueBounds',
  (db, opaque) => {
    const origin = opaqueOrigin(db, opaque);
    if (!origin) return [];
    const { owner } = origin;
    const self = mkOpaque(opaque, identityArgs(db, owner));
    const krate = defCrate(opaque);
    const out: Predicate[] = [];
    const sized = langItem(db, krate, 'sized');
    if (sized !== undefined && !(origin.bounds && hasMaybeSized(origin.bounds))) {
      out.push(traitPredicate(sized, mkArgs([self])));
    }
    if (origin.asyncOutput) {
      const future = langItem(db, krate, 'future_trait');
      if (future === undefined) return out;
      const trait = mkTraitRef(future, self);
      out.push({ kind: 'Trait', trait });
      const output = traitAssoc(db, future, 'Output', 'TyAlias');
      if (output !== undefined) {
        out.push({ kind: 'Projection', def: output, args: trait.args, term: asyncFnOutput(db, owner) });
      }
      return out;
    }
    const ctx = lowerCtxtOf(db, owner, opaqueTypesOf(db, owner, defData(opaque).disambiguator + 1));
    out.push(...lowerBounds(ctx, self, origin.bounds ?? []));
    return out;
  },
  { equals: samePredicates, onCycle: () => [] },
);

/** The opaque types in the result of a function or in a type alias. */
export function opaqueTypesWrittenIn(db: Database, owner: DefId): readonly DefId[] {
  const it = item(db, owner);
  const written = it?.kind === 'Fn' ? it.ret : it?.kind === 'TyAlias' ? it.ty : undefined;
  if (!written) return [];
  const count = countImplTraits(written) + (it?.kind === 'Fn' && it.isAsync ? 1 : 0);
  return Array.from({ length: count }, (_, i) => opaqueDef(owner, i));
}
