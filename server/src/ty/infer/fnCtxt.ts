/**
 * What the inference of one body carries around: the inference context, the obligations still to be proved, and the
 * tables that become the `InferenceResult`. The body's closures and inline consts share it; what belongs to the
 * function at hand only (its return type, whether control flow has diverged) is swapped while one of them is checked.
 *
 * The small operations that every part of inference needs are here too, under the names that they have in
 * `rustc_hir_typeck::fn_ctxt`.
 */
import type { BindingId, Body, ExprId, PatId } from '../../hir/body/body.ts';
import { langItem } from '../../hir/defMap/langItems.ts';
import { type CrateId, type DefId, defCrate } from '../../hir/defs.ts';
import type { HirFileId } from '../../hir/hirFile.ts';
import { crateData } from '../../hir/inputs.ts';
import { type Resolver, resolverForBody } from '../../hir/resolver.ts';
import type { TypeRef } from '../../hir/typeRef.ts';
import type { Database } from '../../query/database.ts';
import {
  fnSigOfTy as declaredSigOfTy,
  structTail as declaredStructTail,
  isBox,
  type VariantDef,
} from '../adt.ts';
import { substitute } from '../fold.ts';
import { createFulfillmentCtxt, type FulfillmentCtxt } from '../fulfill.ts';
import { InferCtxt } from '../inferCtxt.ts';
import type {
  Adjustment,
  Callee,
  Capture,
  CastKind,
  ClosureKind,
  Unresolved,
  ValueDef,
} from '../inferenceResult.ts';
import { hasFlag, mkTraitRef, tyArg, unknownTy } from '../intern.ts';
import { lowerTy } from '../lower.ts';
import { bodyLowerCtxt, type LowerCtxt } from '../lowerCtxt.ts';
import type { Obligation, Selection } from '../obligation.ts';
import { paramEnv } from '../predicates.ts';
import { normalize as normalizeInto, normalizeSig as normalizeSigInto } from '../project.ts';
import { evaluate, select } from '../select.ts';
import { type FnSig, type GenericArgs, type Predicate, type TraitRef, type Ty, TypeFlag } from '../types.ts';
import { assocNamed } from './assocByName.ts';
import type { CastCheck } from './cast.ts';
import type { CoerceMany } from './coerceMany.ts';
import { convertPlaceDerefsToMutable } from './place.ts';

/** A closure, async block or inline const while its owner is inferred. */
export interface ClosureState {
  readonly def: DefId;
  readonly expr: ExprId;
  /** Undefined until a bound or the captures decide. */
  kind: ClosureKind | undefined;
  /** Inputs as written. Holds inference variables. */
  readonly sig: FnSig;
  /** Type of the body: an async closure's signature says the future instead. */
  readonly returnTy: Ty;
  readonly coroutine: 'none' | 'asyncBlock' | 'asyncClosure' | 'asyncFn';
  captures: readonly Capture[] | undefined;
}

/** A loop or labelled block that `break` can leave. */
export interface BreakableCtxt {
  /** Undefined for `while` and `for`, whose `break`s have no value. */
  readonly coerce: CoerceMany | undefined;
  mayBreak: boolean;
}

/** A call of a closure whose kind is not known yet: which of the `Fn` traits it goes through is decided later. */
export interface DeferredCall {
  readonly call: ExprId;
  readonly callee: ExprId;
  readonly closure: DefId;
  readonly closureTy: Ty;
  readonly sig: FnSig;
  /** The dereferences that lead from the callee to the closure. */
  readonly derefs: readonly Adjustment[];
}

export interface FnCtxt {
  readonly db: Database;
  readonly owner: DefId;
  readonly krate: CrateId;
  readonly edition: string;
  readonly body: Body;
  readonly infcx: InferCtxt;
  readonly fulfill: FulfillmentCtxt;

  // The tables.
  readonly exprTypes: (Ty | undefined)[];
  readonly patTypes: (Ty | undefined)[];
  readonly bindingTypes: (Ty | undefined)[];
  readonly bindingModes: ('move' | 'ref' | 'refMut')[];
  readonly adjustments: Map<ExprId, readonly Adjustment[]>;
  readonly patAdjustments: Map<PatId, readonly Ty[]>;
  readonly methods: Map<ExprId, Callee>;
  readonly paths: Map<ExprId, ValueDef>;
  readonly patPaths: Map<PatId, ValueDef>;
  readonly fields: Map<ExprId, number>;
  readonly structFields: Map<ExprId, readonly number[]>;
  readonly patFields: Map<PatId, readonly number[]>;
  readonly casts: Map<ExprId, CastKind>;
  readonly closures: Map<DefId, ClosureState>;
  readonly unresolved: Map<ExprId, Unresolved>;

  // What is put off.
  readonly deferredCalls: DeferredCall[];
  readonly deferredCasts: CastCheck[];
  /** Variables that something of type `!` was coerced to: they fall back to `()` or `!`. */
  readonly divergingVars: Ty[];
  /** Places that are only borrowed, assigned to or discarded (see `constitutesReadForNever`). */
  readonly unreadPlaces: Set<ExprId>;

  // The function at hand.
  /** Merges the values of `return`; undefined where there is nothing to return from. */
  returns: CoerceMany | undefined;
  /** Expected type of `return`'s operand. */
  returnTy: Ty | undefined;
  diverges: boolean;
  readonly breakables: Map<ExprId, BreakableCtxt>;

  /** Obligations registered inside a snapshot that may still be rolled back. */
  readonly buffered: Obligation[];
  snapshotDepth: number;
  exprDepth: number;

  /** A lang item of the crate graph, by name. */
  lang(name: string): DefId | undefined;
  /** A method of a lang item trait. */
  traitMethod(trait: string, method: string): DefId | undefined;
  /** By the innermost block with items. */
  readonly resolvers: Map<HirFileId | undefined, Resolver>;
  readonly traitsInScope: Map<HirFileId | undefined, readonly DefId[]>;
}

export function createFnCtxt(db: Database, owner: DefId, body: Body): FnCtxt {
  const krate = defCrate(owner);
  const infcx = new InferCtxt(db, paramEnv(db, owner), { krate });
  const langItems = new Map<string, DefId | undefined>();
  const lang = (name: string): DefId | undefined => {
    if (langItems.has(name)) return langItems.get(name);
    const def = langItem(db, krate, name);
    langItems.set(name, def);
    return def;
  };
  const fcx: FnCtxt = {
    db,
    owner,
    krate,
    edition: crateData(db, krate).edition,
    body,
    infcx,
    fulfill: createFulfillmentCtxt(infcx),
    exprTypes: new Array(body.exprs.length),
    patTypes: new Array(body.pats.length),
    bindingTypes: new Array(body.bindings.length),
    bindingModes: body.bindings.map((b) => b.mode),
    adjustments: new Map(),
    patAdjustments: new Map(),
    methods: new Map(),
    paths: new Map(),
    patPaths: new Map(),
    fields: new Map(),
    structFields: new Map(),
    patFields: new Map(),
    casts: new Map(),
    closures: new Map(),
    unresolved: new Map(),
    deferredCalls: [],
    deferredCasts: [],
    divergingVars: [],
    unreadPlaces: new Set(),
    returns: undefined,
    returnTy: undefined,
    diverges: false,
    breakables: new Map(),
    buffered: [],
    snapshotDepth: 0,
    exprDepth: 0,
    lang,
    traitMethod: (trait, method) => {
      const def = lang(trait);
      return def === undefined ? undefined : traitItem(db, def, method);
    },
    resolvers: new Map(),
    traitsInScope: new Map(),
  };
  infcx.localClosures = {
    has: (def) => fcx.closures.has(def),
    kind: (def) => fcx.closures.get(def)?.kind,
    sig: (def) => fcx.closures.get(def)?.sig,
    upvarTys: (def) => fcx.closures.get(def)?.captures?.map((c) => c.ty),
    coroutineReturn: (def) => fcx.closures.get(def)?.returnTy,
  };
  return fcx;
}

/** The function of that name among a trait's items. */
export function traitItem(db: Database, trait: DefId, name: string): DefId | undefined {
  return assocNamed(db, trait, name).find((i) => i.kind === 'Fn')?.def;
}

// Variables -------------------------------------------------------------------------------------------------------

export function shallowResolve(fcx: FnCtxt, ty: Ty): Ty {
  return ty.kind === 'Infer' ? fcx.infcx.shallowResolve(ty) : ty;
}

/** A general type variable; integer and float variables are as good as types in most places. */
export function isTyVar(ty: Ty): boolean {
  return ty.kind === 'Infer' && ty.variable.kind === 'Ty';
}

/**
 * The type with everything filled in that is known; pending obligations are selected first if that leaves a variable
 * in it, since one of them may know more (rustc's `resolve_vars_with_obligations`).
 */
export function resolveWithObligations(fcx: FnCtxt, ty: Ty): Ty {
  if (!hasFlag(ty, TypeFlag.HasInfer)) return ty;
  const resolved = fcx.infcx.resolveVars(ty);
  if (!hasFlag(resolved, TypeFlag.HasInfer)) return resolved;
  selectWherePossible(fcx);
  return fcx.infcx.resolveVars(resolved);
}

// Snapshots and obligations ---------------------------------------------------------------------------------------

/** Runs `attempt`; if it answers undefined, all that it bound and registered is taken back. */
export function commitIfOk<T>(fcx: FnCtxt, attempt: () => T | undefined): T | undefined {
  const buffered = fcx.buffered.length;
  fcx.snapshotDepth++;
  let result: T | undefined;
  try {
    result = fcx.infcx.commitIfOk(attempt);
  } finally {
    fcx.snapshotDepth--;
    if (result === undefined) fcx.buffered.length = buffered;
  }
  if (fcx.snapshotDepth === 0) flushObligations(fcx);
  return result;
}

/** Runs `attempt` and takes back whatever it did. */
export function probe<T>(fcx: FnCtxt, attempt: () => T): T {
  const buffered = fcx.buffered.length;
  fcx.snapshotDepth++;
  try {
    return fcx.infcx.probe(attempt);
  } finally {
    fcx.snapshotDepth--;
    fcx.buffered.length = buffered;
  }
}

function flushObligations(fcx: FnCtxt): void {
  if (fcx.buffered.length === 0) return;
  fcx.fulfill.registerAll(fcx.buffered);
  fcx.buffered.length = 0;
}

export function registerObligations(fcx: FnCtxt, obligations: readonly Obligation[]): void {
  if (obligations.length === 0) return;
  if (fcx.snapshotDepth > 0) for (const o of obligations) fcx.buffered.push(o);
  else fcx.fulfill.registerAll(obligations);
}

export function registerPredicate(fcx: FnCtxt, predicate: Predicate): void {
  registerObligations(fcx, [{ predicate, depth: 0 }]);
}

/** Proves what can be proved now. Inside a snapshot nothing is selected: it might have to be taken back. */
export function selectWherePossible(fcx: FnCtxt): void {
  if (fcx.snapshotDepth === 0) fcx.fulfill.selectWherePossible();
}

export function traitMayHold(fcx: FnCtxt, trait: TraitRef): boolean {
  return evaluate(fcx.infcx, { kind: 'Trait', trait }) !== 'No';
}

export function traitMustHold(fcx: FnCtxt, trait: TraitRef): boolean {
  return evaluate(fcx.infcx, { kind: 'Trait', trait }) === 'Yes';
}

export function selectTrait(fcx: FnCtxt, trait: TraitRef): Selection {
  return select(fcx.infcx, trait, 0);
}

// Normalization ---------------------------------------------------------------------------------------------------

export function normalize(fcx: FnCtxt, ty: Ty): Ty {
  if (!hasFlag(ty, TypeFlag.HasProjection | TypeFlag.HasOpaque | TypeFlag.HasUnevaluated)) return ty;
  const out: Obligation[] = [];
  const result = normalizeInto(fcx.infcx, ty, out);
  registerObligations(fcx, out);
  return result;
}

export function normalizeSig(fcx: FnCtxt, sig: FnSig): FnSig {
  const out: Obligation[] = [];
  const result = normalizeSigInto(fcx.infcx, sig, out);
  registerObligations(fcx, out);
  return result;
}

/**
 * Normalizes a type whose outermost form matters at once: what normalization leaves open is tried on the spot, and
 * only what stays open is handed to `out`.
 */
export function normalizeNow(fcx: FnCtxt, ty: Ty, out: Obligation[]): Ty {
  const nested: Obligation[] = [];
  const result = fcx.infcx.resolveVars(normalizeInto(fcx.infcx, ty, nested));
  if (nested.length === 0) return result;
  const local = createFulfillmentCtxt(fcx.infcx);
  local.registerAll(nested);
  local.selectWherePossible();
  for (const o of local.pending()) out.push(o);
  return fcx.infcx.resolveVars(result);
}

// Lowering of written types ---------------------------------------------------------------------------------------

export function resolverIn(fcx: FnCtxt, scope: HirFileId | undefined): Resolver {
  let resolver = fcx.resolvers.get(scope);
  if (!resolver) {
    resolver = resolverForBody(fcx.db, fcx.owner, scope);
    fcx.resolvers.set(scope, resolver);
  }
  return resolver;
}

export function lowerCtxtIn(fcx: FnCtxt, scope: HirFileId | undefined): LowerCtxt {
  return bodyLowerCtxt(fcx.db, fcx.owner, resolverIn(fcx, scope), {
    inferTy: () => fcx.infcx.nextTyVar(),
    inferConst: () => fcx.infcx.nextConstVar(),
    normalize: (ty) => normalize(fcx, ty),
  });
}

export function lowerTypeRef(fcx: FnCtxt, ref: TypeRef, scope: HirFileId | undefined): Ty {
  if (ref.kind === 'Infer') return fcx.infcx.nextTyVar();
  return normalize(fcx, lowerTy(lowerCtxtIn(fcx, scope), ref));
}

// Tables ----------------------------------------------------------------------------------------------------------

export function bindingTy(fcx: FnCtxt, binding: BindingId): Ty {
  let ty = fcx.bindingTypes[binding];
  if (!ty) {
    ty = fcx.infcx.nextTyVar();
    fcx.bindingTypes[binding] = ty;
  }
  return ty;
}

/** The type of an expression after its adjustments. */
export function adjustedTy(fcx: FnCtxt, expr: ExprId): Ty {
  const steps = fcx.adjustments.get(expr);
  const last = steps?.[steps.length - 1];
  return fcx.infcx.resolveVars(last ? last.target : (fcx.exprTypes[expr] ?? unknownTy));
}

/** Records how an expression's value is adjusted, after what was recorded before where both can be. */
export function applyAdjustments(fcx: FnCtxt, expr: ExprId, steps: readonly Adjustment[]): void {
  const last = steps[steps.length - 1];
  if (!last) return;
  for (const step of steps) {
    if (step.kind !== 'NeverToAny') continue;
    const target = shallowResolve(fcx, step.target);
    if (isTyVar(target)) fcx.divergingVars.push(target);
  }
  const before = fcx.adjustments.get(expr);
  const first = before?.[0];
  if (before?.length === 1 && first?.kind === 'NeverToAny') {
    // Never becomes the final type at once.
    fcx.adjustments.set(expr, [{ kind: 'NeverToAny', target: last.target }]);
  } else {
    // A reborrow before a dereference has no effect: what is new replaces it.
    fcx.adjustments.set(expr, steps);
  }
  if (steps.some((s) => s.kind === 'Borrow' && s.mutable && !s.raw)) convertPlaceDerefsToMutable(fcx, expr);
}

/** Says once, for each expression, that something could not be resolved. */
export function reportUnresolved(
  fcx: FnCtxt,
  expr: ExprId,
  cause: Unresolved['cause'],
  detail: string,
  more: Pick<Unresolved, 'on' | 'why'> = {},
): void {
  if (!fcx.unresolved.has(expr)) fcx.unresolved.set(expr, { expr, cause, detail, ...more });
}

// Properties of types ---------------------------------------------------------------------------------------------

/** The content of a `Box`. */
export function boxedTy(fcx: FnCtxt, ty: Ty): Ty | undefined {
  return ty.kind === 'Adt' && isBox(fcx.db, ty.def) ? tyArg(ty.args, 0) : undefined;
}

/** The signature of a function item or pointer, as a call site sees it. */
export function fnSigOfTy(fcx: FnCtxt, ty: Ty): FnSig {
  const sig = declaredSigOfTy(fcx.db, ty);
  if (!sig)
    return { inputs: [], output: unknownTy, isUnsafe: false, isVarargs: true, abi: 'Rust', boundRegions: [] };
  return normalizeSig(fcx, sig);
}

/** The type of a field of a variant, for the ADT's arguments. */
export function fieldTy(fcx: FnCtxt, variant: VariantDef, index: number, args: GenericArgs): Ty {
  const field = variant.fields[index];
  return field ? normalize(fcx, substitute(field.ty, args)) : unknownTy;
}

/** The last field, all the way down: what decides whether and how a type is unsized. */
export function structTail(fcx: FnCtxt, ty: Ty): Ty {
  const resolved = shallowResolve(fcx, ty);
  return resolved.kind === 'Adt' || resolved.kind === 'Tuple'
    ? shallowResolve(fcx, declaredStructTail(fcx.db, fcx.infcx.resolveVars(resolved)))
    : resolved;
}

/** Whether `?T: Sized` is among the pending obligations. */
export function isKnownSized(fcx: FnCtxt, variable: Ty): boolean {
  const sized = fcx.lang('sized');
  return fcx.fulfill
    .pendingObligationsFor(variable)
    .some((o) => o.predicate.kind === 'Trait' && o.predicate.trait.def === sized);
}

export function requireTrait(fcx: FnCtxt, trait: string, self: Ty): void {
  const def = fcx.lang(trait);
  if (def !== undefined) registerPredicate(fcx, { kind: 'Trait', trait: mkTraitRef(def, self) });
}
