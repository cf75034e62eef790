/**
 * Projection and normalization: what an associated type is.
 *
 * `<Self as Trait>::Name` is, in this order: what a where clause says; what a bound of the alias that is `Self` says;
 * what the trait object type says; what the selected impl (or the language's rule) says. While inference does not
 * know enough, the projection becomes a variable and an obligation that will bind it. A projection of a parameter of
 * which no more is known stays as it is (it is *rigid*): substitution will tell.
 *
 * Projections without variables are memoized in the environment they are asked in. After rustc's
 * `traits::{project, normalize}` and `normalize_erasing_regions`.
 */
import { PairMap, PairNumbers } from '../base/pairMap.ts';
import { langItem } from '../hir/defMap/langItems.ts';
import type { DefId } from '../hir/defs.ts';
import { assocContainer, defCrate, defKind, defParent } from '../hir/defs.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { structTail } from './adt.ts';
import { callableSig } from './callable.ts';
import { argsMayUnify } from './candidates.ts';
import { closureSig, coroutineReturn } from './closures.ts';
import { evaluateConst } from './constEval.ts';
import { discriminantTy } from './discriminant.ts';
import {
  anyArg,
  anyPart,
  eraseBinder,
  eraseBinderInArgs,
  eraseRegions,
  eraseRegionsInArgs,
  foldArgs,
  foldConst,
  foldPredicate,
  foldSig,
  foldTy,
  substitute,
  substitutePredicate,
  superFoldConst,
  superFoldTy,
  type TypeFolder,
} from './fold.ts';
import { genericsOf, paramCount } from './generics.ts';
import { definedOpaqueTypes } from './infer/infer.ts';
import { InferCtxt } from './inferCtxt.ts';
import {
  isConst,
  isRegion,
  mkAdt,
  mkArgs,
  mkOpaque,
  mkProjection,
  prim,
  selfTyOf,
  unit,
  unknownTy,
} from './intern.ts';
import { traitFlags } from './langTraits.ts';
import { type Obligation, type ParamEnv, recursionLimit } from './obligation.ts';
import { definerOf, overAliasParams } from './opaqueAliases.ts';
import { elaborate, emptyParamEnv, itemBounds, predicateFlags } from './predicates.ts';
import { select, traitHolds } from './select.ts';
import { fnSig, typeOf } from './signatures.ts';
import { resolveAssocItem } from './specialize.ts';
import {
  type Const,
  type FnSig,
  type GenericArgs,
  type Predicate,
  type TraitRef,
  type Ty,
  TypeFlag,
} from './types.ts';

const replaceable = TypeFlag.HasProjection | TypeFlag.HasOpaque | TypeFlag.HasUnevaluated;

// Normalization with inference ------------------------------------------------------------------------------------

function normalizer(infcx: InferCtxt, out: Obligation[], depth: number): TypeFolder {
  const folder: TypeFolder = {
    flags: replaceable,
    ty(ty, binders) {
      if (ty.kind === 'Projection') {
        const args = foldArgs(ty.args, folder, binders);
        return normalizeProjection(infcx, ty.def, args, out, depth);
      }
      if (ty.kind === 'Opaque') return normalizeOpaque(infcx, ty, folder, binders, out, depth);
      return superFoldTy(ty, folder, binders);
    },
    konst(value, binders) {
      const folded = infcx.resolveConst(superFoldConst(value, folder, binders));
      if (folded.kind !== 'Unevaluated') return folded;
      return evaluateConst(infcx.db, folded) ?? folded;
    },
  };
  return folder;
}

/**
 * The type with every associated type replaced: by what it is, or by a variable and an obligation (pushed to `out`)
 * that will tell.
 */
export function normalize(infcx: InferCtxt, ty: Ty, out: Obligation[], depth = 0): Ty {
  return (ty.flags & replaceable) === 0 ? ty : foldTy(ty, normalizer(infcx, out, depth));
}

export function normalizeSig(infcx: InferCtxt, sig: FnSig, out: Obligation[], depth = 0): FnSig {
  return foldSig(sig, normalizer(infcx, out, depth));
}

export function normalizeArgs(
  infcx: InferCtxt,
  args: GenericArgs,
  out: Obligation[],
  depth = 0,
): GenericArgs {
  return (args.flags & replaceable) === 0 ? args : foldArgs(args, normalizer(infcx, out, depth));
}

export function normalizePredicate(
  infcx: InferCtxt,
  predicate: Predicate,
  out: Obligation[],
  depth = 0,
): Predicate {
  return (predicateFlags(predicate) & replaceable) === 0
    ? predicate
    : foldPredicate(predicate, normalizer(infcx, out, depth));
}

/** `<Self as Trait>::assoc`, normalized. */
export function projectionTy(
  infcx: InferCtxt,
  assoc: DefId,
  args: GenericArgs,
  out: Obligation[],
  depth = 0,
): Ty {
  return normalizeProjection(infcx, assoc, normalizeArgs(infcx, args, out, depth), out, depth);
}

function normalizeProjection(
  infcx: InferCtxt,
  assoc: DefId,
  written: GenericArgs,
  out: Obligation[],
  depth: number,
): Ty {
  if (depth > recursionLimit) return unknownTy;
  const args = infcx.resolveArgs(written);
  if ((args.flags & TypeFlag.HasInfer) === 0 && !mentionsLocalClosure(infcx, args)) {
    return projectionGoal(infcx.db, internProjection(assoc, args, infcx.paramEnv, infcx.revealAll));
  }
  const projected = project(infcx, assoc, args, depth);
  switch (projected.kind) {
    case 'Ty':
      for (const o of projected.nested) out.push(o);
      return projected.ty;
    case 'Rigid':
      return mkProjection(assoc, args);
    case 'Error':
      return unknownTy;
    case 'Ambiguous': {
      const term = infcx.nextTyVar();
      out.push({ predicate: { kind: 'Projection', def: assoc, args, term }, depth: depth + 1 });
      return term;
    }
  }
}

function mentionsLocalClosure(infcx: InferCtxt, args: GenericArgs): boolean {
  const { localClosures } = infcx;
  if (!localClosures || (args.flags & TypeFlag.HasClosure) === 0) return false;
  return anyArg(
    args,
    TypeFlag.HasClosure,
    (part) => (part.kind === 'Closure' || part.kind === 'Coroutine') && localClosures.has(part.def),
  );
}

// Memoized projections --------------------------------------------------------------------------------------------

interface ProjectionGoal {
  readonly assoc: DefId;
  readonly args: GenericArgs;
  readonly env: ParamEnv;
  readonly revealAll: boolean;
}

const projectionGoals: ProjectionGoal[] = [];
/** By the number of item and environment, then arguments. */
const projectionIds = new PairMap<number>();
const projectionScopes = new PairNumbers();

function internProjection(assoc: DefId, args: GenericArgs, env: ParamEnv, revealAll: boolean): number {
  const scope = projectionScopes.of(assoc, env.id * 2 + (revealAll ? 1 : 0));
  const known = projectionIds.get(scope, args.id);
  if (known !== undefined) return known;
  return projectionIds.add(scope, args.id, projectionGoals.push({ assoc, args, env, revealAll }) - 1);
}

const depthKey = Symbol('projection depth');

const projectionGoal = defineQuery<number, Ty>(
  'projectionGoal',
  (db, id) => {
    const { assoc, args, env, revealAll } = projectionGoals[id]!;
    const state = db.resource(depthKey, () => ({ depth: 0 }));
    if (state.depth > recursionLimit) return unknownTy;
    state.depth++;
    try {
      const infcx = new InferCtxt(db, env, { revealAll });
      const projected = project(infcx, assoc, args, 0);
      switch (projected.kind) {
        case 'Ty':
          return closeOver(infcx, projected.ty, projected.nested);
        case 'Rigid':
          return mkProjection(assoc, args);
        default:
          return unknownTy;
      }
    } finally {
      state.depth--;
    }
  },
  { onCycle: () => unknownTy },
);

/** Solves what still has to bind variables of the type; what is open after that is unknown. */
function closeOver(infcx: InferCtxt, ty: Ty, nested: readonly Obligation[]): Ty {
  solveUntil(infcx, nested, () => (infcx.resolveVars(ty).flags & TypeFlag.HasInfer) === 0);
  return infcx.fullyResolve(ty);
}

function closeOverArgs(infcx: InferCtxt, args: GenericArgs, nested: readonly Obligation[]): GenericArgs {
  solveUntil(infcx, nested, () => (infcx.resolveArgs(args).flags & TypeFlag.HasInfer) === 0);
  return infcx.fullyResolveArgs(args);
}

function solveUntil(infcx: InferCtxt, nested: readonly Obligation[], isDone: () => boolean): void {
  let open = nested;
  for (let round = 0; round < 8 && open.length > 0 && !isDone(); round++) {
    const before = infcx.bindingCount;
    const next: Obligation[] = [];
    for (const o of open) {
      if (o.predicate.kind === 'Projection') {
        const projected = projectAndUnify(infcx, o.predicate, o.depth);
        if (projected === 'ambiguous') next.push(o);
        else if (projected !== 'error') next.push(...projected);
      } else {
        const selection = select(infcx, o.predicate.trait, o.depth);
        if (selection.kind === 'Selected') next.push(...selection.nested.filter((n) => hasInfer(infcx, n)));
        else if (selection.kind === 'Ambiguous') next.push(o);
      }
    }
    open = next;
    if (infcx.bindingCount === before && round > 0) break;
  }
}

function hasInfer(infcx: InferCtxt, o: Obligation): boolean {
  return (predicateFlags(infcx.resolvePredicate(o.predicate)) & TypeFlag.HasInfer) !== 0;
}

// Projecting ------------------------------------------------------------------------------------------------------

type Projected =
  | { readonly kind: 'Ty'; readonly ty: Ty; readonly nested: readonly Obligation[] }
  | { readonly kind: 'Rigid' | 'Ambiguous' | 'Error' };

const rigid: Projected = { kind: 'Rigid' };
const ambiguous: Projected = { kind: 'Ambiguous' };
const error: Projected = { kind: 'Error' };

/**
 * Proves `<args as Trait>::def == term`: what is left to prove, or that it is false, or that it cannot be told yet.
 */
export function projectAndUnify(
  infcx: InferCtxt,
  predicate: Predicate & { readonly kind: 'Projection' },
  depth: number,
): readonly Obligation[] | 'ambiguous' | 'error' {
  if (isConst(predicate.term)) return []; // associated const equality has no part in types
  if (depth > recursionLimit) return 'ambiguous';
  const args = infcx.resolveArgs(predicate.args);
  const nested: Obligation[] = [];
  let ty: Ty;
  if ((args.flags & TypeFlag.HasInfer) === 0 && !mentionsLocalClosure(infcx, args)) {
    ty = projectionGoal(infcx.db, internProjection(predicate.def, args, infcx.paramEnv, infcx.revealAll));
    if (ty.kind === 'Unknown') return [];
  } else {
    const projected = project(infcx, predicate.def, args, depth);
    if (projected.kind === 'Ambiguous') return 'ambiguous';
    if (projected.kind === 'Error') return 'error';
    if (projected.kind === 'Ty') {
      ty = projected.ty;
      nested.push(...projected.nested);
    } else ty = mkProjection(predicate.def, args);
  }
  const term = normalize(infcx, predicate.term, nested, depth + 1);
  return infcx.unify(ty, term) ? nested : 'error';
}

/** `args` are resolved and normalized. On success the candidate's trait reference has been unified with them. */
function project(infcx: InferCtxt, assoc: DefId, args: GenericArgs, depth: number): Projected {
  const self = infcx.shallowResolve(selfTyOf({ args }));
  if (self.kind === 'Unknown') return { kind: 'Ty', ty: unknownTy, nested: [] };
  if (self.kind === 'Infer' && self.variable.kind === 'Ty') return ambiguous;
  return (
    fromBounds(infcx, infcx.paramEnv.projections.get(assoc) ?? [], args, false, depth) ??
    fromBounds(infcx, aliasProjections(infcx.db, self, assoc), args, true, depth) ??
    fromBounds(infcx, objectProjections(infcx.db, self, assoc), args, true, depth) ??
    fromSelection(infcx, assoc, args, self, depth)
  );
}

type ProjectionBound = Predicate & { readonly kind: 'Projection' };

/** What bounds say. Two that fit leave it open while there are variables; after that the first one is as good. */
function fromBounds(
  infcx: InferCtxt,
  bounds: readonly ProjectionBound[],
  args: GenericArgs,
  normalizeTerm: boolean,
  depth: number,
): Projected | undefined {
  let found: ProjectionBound | undefined;
  for (const bound of bounds) {
    if (bound.args === args) {
      found = bound;
      break;
    }
    if (!argsMayUnify(bound.args, args, false)) continue;
    if (!infcx.probe(() => infcx.unifyArgs(bound.args, args))) continue;
    const differs = found && (found.args !== bound.args || found.term !== bound.term);
    if (differs && (args.flags & TypeFlag.HasInfer) !== 0) return ambiguous;
    found ??= bound;
  }
  if (!found || isConst(found.term)) return undefined;
  infcx.unifyArgs(found.args, args);
  const nested: Obligation[] = [];
  const ty = normalizeTerm ? normalize(infcx, found.term, nested, depth + 1) : found.term;
  return { kind: 'Ty', ty, nested };
}

/** What the bounds of an associated or opaque type say of its own associated types. */
function aliasProjections(db: Database, self: Ty, assoc: DefId): readonly ProjectionBound[] {
  if (self.kind !== 'Projection' && self.kind !== 'Opaque') return [];
  const out: ProjectionBound[] = [];
  for (const p of itemBounds(db, self.def)) {
    if (p.kind !== 'Projection' || p.def !== assoc) continue;
    const bound = substitutePredicate(p, self.args) as ProjectionBound;
    if (selfTyOf(bound) === self) out.push(bound);
  }
  return out;
}

/** What a trait object type says: `dyn Iterator<Item = u8>`, and what its supertraits' bounds do. */
function objectProjections(db: Database, self: Ty, assoc: DefId): readonly ProjectionBound[] {
  if (self.kind !== 'Dynamic' || !self.principal) return [];
  const out: ProjectionBound[] = [];
  for (const p of self.projections) {
    if (p.def !== assoc) continue;
    const args = mkArgs([self, ...eraseBinderInArgs(p.args).list]);
    out.push({ kind: 'Projection', def: assoc, args, term: eraseBinder(p.ty) });
  }
  if (out.length > 0) return out;
  const principal: TraitRef = {
    def: self.principal.def,
    args: mkArgs([self, ...eraseBinderInArgs(self.principal.args).list]),
  };
  for (const p of elaborate(db, [{ kind: 'Trait', trait: principal }])) {
    if (p.kind === 'Projection' && p.def === assoc && selfTyOf(p) === self) out.push(p);
  }
  return out;
}

function fromSelection(
  infcx: InferCtxt,
  assoc: DefId,
  args: GenericArgs,
  self: Ty,
  depth: number,
): Projected {
  const { db } = infcx;
  const traitDef = defParent(assoc);
  if (traitDef === undefined || defKind(traitDef) !== 'Trait') return error;
  const traitCount = paramCount(genericsOf(db, traitDef));
  const trait: TraitRef = {
    def: traitDef,
    args: args.list.length === traitCount ? args : mkArgs(args.list.slice(0, traitCount)),
  };
  const builtin = builtinProjection(infcx, traitDef, self, depth);
  if (builtin) return builtin;
  const selection = select(infcx, trait, depth);
  if (selection.kind === 'Ambiguous') return ambiguous;
  if (selection.kind === 'Error') {
    // Bounds that we lost may be what proves it: with parameters in it, substitution will tell.
    return (args.flags & TypeFlag.HasParam) !== 0 ? rigid : error;
  }
  const nested = selection.nested.filter((o) => hasInfer(infcx, o));
  const { source } = selection;
  switch (source.kind) {
    case 'Impl': {
      const found = resolveAssocItem(db, assoc, infcx.resolveArgs(args), {
        ...source,
        args: infcx.resolveArgs(source.args),
      });
      if (!found) return error;
      const declared = typeOf(db, found.def);
      if (declared.kind === 'Unknown') return error;
      const ty = normalize(infcx, substitute(declared, found.args), nested, depth + 1);
      return { kind: 'Ty', ty, nested };
    }
    case 'Param':
      return rigid;
    case 'Closure': {
      const sig = closureSig(infcx, source.def, source.args);
      return sig ? { kind: 'Ty', ty: normalize(infcx, sig.output, nested, depth + 1), nested } : ambiguous;
    }
    case 'FnPointer': {
      const sig = callableSig(db, source.ty);
      return sig ? { kind: 'Ty', ty: normalize(infcx, sig.output, nested, depth + 1), nested } : error;
    }
    case 'Coroutine': {
      const output = coroutineReturn(infcx, source.def, source.args);
      return output ? { kind: 'Ty', ty: normalize(infcx, output, nested, depth + 1), nested } : ambiguous;
    }
    default:
      return (args.flags & TypeFlag.HasParam) !== 0 ? rigid : error;
  }
}

/** `Pointee::Metadata` and `DiscriminantKind::Discriminant`, which no impl gives. */
function builtinProjection(infcx: InferCtxt, trait: DefId, self: Ty, depth: number): Projected | undefined {
  const { db } = infcx;
  const { lang } = traitFlags(db, trait);
  if (lang === 'discriminant_kind') {
    const ty = discriminantTy(db, self);
    return ty ? { kind: 'Ty', ty, nested: [] } : rigid;
  }
  if (lang !== 'pointee_trait') return undefined;
  const nested: Obligation[] = [];
  const tail = structTail(db, infcx.resolveVars(self), (t) => normalize(infcx, t, nested, depth + 1));
  switch (tail.kind) {
    case 'Str':
    case 'Slice':
      return { kind: 'Ty', ty: prim.usize, nested };
    case 'Dynamic': {
      const metadata = langItem(db, defCrate(trait), 'dyn_metadata');
      return metadata === undefined ? error : { kind: 'Ty', ty: mkAdt(metadata, mkArgs([tail])), nested };
    }
    case 'Infer':
      return tail.variable.kind === 'Ty' ? ambiguous : { kind: 'Ty', ty: unit, nested };
    case 'Unknown':
      return { kind: 'Ty', ty: unknownTy, nested };
    case 'Param':
    case 'Projection':
    case 'Opaque': {
      const sized = langItem(db, defCrate(trait), 'sized');
      const isSized =
        sized !== undefined && traitHolds(db, infcx.paramEnv, { def: sized, args: mkArgs([tail]) }) === 'Yes';
      return isSized ? { kind: 'Ty', ty: unit, nested } : rigid;
    }
    default:
      return { kind: 'Ty', ty: unit, nested };
  }
}

// Opaque types ----------------------------------------------------------------------------------------------------

function normalizeOpaque(
  infcx: InferCtxt,
  ty: Ty & { readonly kind: 'Opaque' },
  folder: TypeFolder,
  binders: number,
  out: Obligation[],
  depth: number,
): Ty {
  const defining = infcx.definingOpaques.get(ty.def);
  if (defining) return defining;
  const args = foldArgs(ty.args, folder, binders);
  if (depth > recursionLimit) return unknownTy;
  const owner = defParent(ty.def);
  if (owner !== undefined) {
    const container = assocContainer(owner);
    if (container !== undefined && defKind(container) === 'Trait') {
      const found = opaqueOfImpl(infcx, ty.def, owner, container, infcx.resolveArgs(args), out, depth);
      if (found) return normalize(infcx, found, out, depth + 1);
      return mkOpaque(ty.def, args);
    }
    if (infcx.revealAll) {
      const hidden = hiddenType(infcx.db, ty.def);
      return hidden ? normalize(infcx, substitute(hidden, args), out, depth + 1) : unknownTy;
    }
  }
  return mkOpaque(ty.def, args);
}

/** The type behind an `impl Trait`, as the body that defines it says; over the owner's parameters. */
export function hiddenType(db: Database, opaque: DefId): Ty | undefined {
  const definer = definerOf(db, opaque);
  if (definer === undefined) return undefined;
  const hidden = definedOpaqueTypes(db, definer).find(({ def }) => def === opaque)?.ty;
  return hidden && definer !== defParent(opaque) ? overAliasParams(db, hidden, opaque, definer) : hidden;
}

/**
 * An `impl Trait` in the result of a trait's function is an associated type by another name: an impl's function says
 * what it is, by what stands at that place of its own result.
 */
function opaqueOfImpl(
  infcx: InferCtxt,
  opaque: DefId,
  fn: DefId,
  trait: DefId,
  args: GenericArgs,
  out: Obligation[],
  depth: number,
): Ty | undefined {
  const { db } = infcx;
  const traitCount = paramCount(genericsOf(db, trait));
  const self = infcx.shallowResolve(selfTyOf({ args }));
  if (self.kind === 'Param' || self.kind === 'Infer' || self.kind === 'Unknown') return undefined;
  const selection = select(infcx, { def: trait, args: mkArgs(args.list.slice(0, traitCount)) }, depth);
  if (selection.kind !== 'Selected' || selection.source.kind !== 'Impl') return undefined;
  // They may bind parameters of the impl.
  for (const o of selection.nested) if (hasInfer(infcx, o)) out.push(o);
  const source = { ...selection.source, args: infcx.resolveArgs(selection.source.args) };
  const found = resolveAssocItem(db, fn, args, source);
  if (!found) return undefined;
  if (found.def === fn) {
    // The trait's own body, which defines it for every implementor.
    const hidden = infcx.revealAll ? hiddenType(db, opaque) : undefined;
    return hidden && substitute(hidden, args);
  }
  const place = placeOf(fnSig(db, fn).output, fnSig(db, found.def).output, opaque);
  return place && substitute(eraseBinder(place), found.args);
}

/** What stands in `actual` where `pattern` has the opaque type. */
function placeOf(pattern: Ty, actual: Ty, opaque: DefId): Ty | undefined {
  if (pattern.kind === 'Opaque' && pattern.def === opaque) return actual;
  if (!anyPart(pattern, TypeFlag.HasOpaque, (p) => p.kind === 'Opaque' && p.def === opaque)) return undefined;
  if (pattern.kind === 'Ref' && actual.kind === 'Ref') return placeOf(pattern.inner, actual.inner, opaque);
  if (pattern.kind === 'Tuple' && actual.kind === 'Tuple') {
    for (let i = 0; i < pattern.elems.length; i++) {
      const other = actual.elems[i];
      const found = other && placeOf(pattern.elems[i]!, other, opaque);
      if (found) return found;
    }
  }
  if (pattern.kind === 'Adt' && actual.kind === 'Adt' && pattern.def === actual.def) {
    for (let i = 0; i < pattern.args.list.length; i++) {
      const p = pattern.args.list[i]!;
      const a = actual.args.list[i];
      if (!a || isRegion(p) || isRegion(a)) continue;
      if (isConst(p) || isConst(a)) continue;
      const found = placeOf(p, a, opaque);
      if (found) return found;
    }
  }
  return undefined;
}

// Without inference -----------------------------------------------------------------------------------------------

/** For monomorphic types: associated and opaque types replaced, constants evaluated, regions erased. */
export function normalizeErasing(db: Database, ty: Ty): Ty {
  if ((ty.flags & (replaceable | TypeFlag.HasBoundRegion)) === 0) return ty;
  const infcx = new InferCtxt(db, emptyParamEnv, { revealAll: true });
  const out: Obligation[] = [];
  return closeOver(infcx, normalize(infcx, eraseRegions(ty), out), out);
}

export function normalizeErasingArgs(db: Database, args: GenericArgs): GenericArgs {
  if ((args.flags & (replaceable | TypeFlag.HasBoundRegion)) === 0) return args;
  const infcx = new InferCtxt(db, emptyParamEnv, { revealAll: true });
  const out: Obligation[] = [];
  return closeOverArgs(infcx, normalizeArgs(infcx, eraseRegionsInArgs(args), out), out);
}

export function normalizeErasingConst(db: Database, value: Const): Const {
  if ((value.flags & replaceable) === 0) return value;
  const infcx = new InferCtxt(db, emptyParamEnv, { revealAll: true });
  return foldConst(value, normalizer(infcx, [], 0));
}

/** Normalizes a type in an environment, for questions about generic code outside of any inference. */
export function normalizeIn(db: Database, env: ParamEnv, ty: Ty): Ty {
  if ((ty.flags & replaceable) === 0) return ty;
  if (env === emptyParamEnv) return normalizeErasing(db, ty);
  const infcx = new InferCtxt(db, env);
  const out: Obligation[] = [];
  return closeOver(infcx, normalize(infcx, ty, out), out);
}

/** The same for code that is optimized: what an `impl Trait` stands for is no secret any more. */
export function normalizeRevealing(db: Database, env: ParamEnv, ty: Ty): Ty {
  if ((ty.flags & replaceable) === 0) return ty;
  if (env === emptyParamEnv) return normalizeErasing(db, ty);
  const infcx = new InferCtxt(db, env, { revealAll: true });
  const out: Obligation[] = [];
  return closeOver(infcx, normalize(infcx, ty, out), out);
}

/** The predicates of an environment with their types normalized in that very environment. */
export function normalizeEnvPredicates(db: Database, env: ParamEnv): readonly Predicate[] {
  return env.predicates.map((p) => {
    if ((predicateFlags(p) & replaceable) === 0) return p;
    const infcx = new InferCtxt(db, env);
    const out: Obligation[] = [];
    const normalized = infcx.resolvePredicate(normalizePredicate(infcx, p, out));
    // Something that cannot be told is better kept as it was written.
    const lost = TypeFlag.HasInfer | TypeFlag.HasUnknown;
    return (predicateFlags(normalized) & lost & ~predicateFlags(p)) !== 0 ? p : normalized;
  });
}
