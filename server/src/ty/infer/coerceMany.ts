/**
 * Where several expressions meet (arms of a `match`, `break`s of a loop, `return`s, elements of an array), their
 * types are merged one at a time, each coerced to what the earlier ones agreed on, or they to it.
 *
 * Two things make the merge more than a chain of coercions: different fn items and capture-free closures meet in a
 * fn pointer, though none is expected; and when the new type wins, the earlier expressions get the adjustments, as
 * long as they have none but reborrows. After `rustc_hir_typeck::coercion`, `CoerceMany`.
 */
import type { ExprId } from '../../hir/body/body.ts';
import type { Adjustment, PointerCoercion } from '../inferenceResult.ts';
import { mkFnPtr, never, unit } from '../intern.ts';
import type { FnSig, Ty } from '../types.ts';
import { closureMentionsUpvars, closureSigOf } from './closure.ts';
import { coerceInner, mayHoldObject, tryCoerce } from './coerce.ts';
import {
  applyAdjustments,
  commitIfOk,
  type FnCtxt,
  fnSigOfTy,
  isTyVar,
  resolveWithObligations,
} from './fnCtxt.ts';
import { constitutesReadForNever } from './place.ts';

export interface CoerceMany {
  /** What the context expects; the first expression is coerced to it. */
  readonly expected: Ty;
  /** Whether that was known before the first expression was looked at. */
  readonly isKnown: boolean;
  /** What the expressions so far have become. */
  merged: Ty | undefined;
  /**
   * Whether that is a least upper bound of several, with lifetimes of its own. The first alone is coerced to what is
   * expected as it stands.
   */
  isLub: boolean;
  readonly exprs: ExprId[];
  /** How many were merged, valueless `break`s and `return`s included. */
  pushed: number;
}

export function newCoerceMany(expected: Ty): CoerceMany {
  return { expected, isKnown: !isTyVar(expected), merged: undefined, isLub: false, exprs: [], pushed: 0 };
}

export function mergedTy(many: CoerceMany): Ty {
  return many.merged ?? many.expected;
}

/** Merges an expression in. Types that do not fit leave the merged type as it was. */
export function coerceInto(fcx: FnCtxt, many: CoerceMany, expr: ExprId, ty: Ty): void {
  const target =
    many.pushed === 0 ? tryCoerce(fcx, expr, ty, many.expected) : coerceToLub(fcx, many, expr, ty);
  many.merged = target ?? mergedTy(many);
  many.exprs.push(expr);
  many.pushed++;
}

/** Merges a `break;`, a `return;` or the missing `else` of an `if`: the value is `()`. */
export function coerceForcedUnit(fcx: FnCtxt, many: CoerceMany): void {
  const target = mergedTy(many);
  fcx.infcx.unify(target, unit);
  many.merged = target;
  many.pushed++;
}

/** The type of the whole; without a single expression that arrives there, it is `!`. */
export function completeCoerceMany(many: CoerceMany): Ty {
  return many.pushed === 0 ? never : mergedTy(many);
}

function coerceToLub(fcx: FnCtxt, many: CoerceMany, expr: ExprId, exprTy: Ty): Ty | undefined {
  const { exprs: earlier, isKnown } = many;
  const prev = resolveWithObligations(fcx, mergedTy(many));
  const next = resolveWithObligations(fcx, exprTy);
  // The very type: no step is taken. To rustc a reference or an object that was not coerced to it inside has other
  // lifetimes, and so another type.
  const isCoerced = isKnown && !many.isLub && fcx.body.exprs[expr]!.kind === 'Block';
  if (prev === next && (isCoerced || !(prev.kind === 'Ref' || mayHoldObject(prev)))) return prev;

  const pointer = lubAsFnPointer(fcx, earlier, prev, expr, next);
  if (pointer) return pointer;

  if (!fcx.adjustments.has(expr)) {
    const done = commitIfOk(fcx, () => coerceInner(fcx, next, prev, constitutesReadForNever(fcx, expr)));
    if (done) {
      many.isLub = true;
      const isShortened =
        hasLifetimeOfItsOwn(fcx, expr) || [...earlier, expr].some((e) => isBorrowed(fcx, e));
      const isReborrowed = prev === next && !isKnown && isShortened;
      applyAdjustments(fcx, expr, isReborrowed ? done.steps.map(shortened) : done.steps);
      return done.target;
    }
  }
  if (!earlier.every((e) => onlyReborrowed(fcx, e))) {
    return commitIfOk(fcx, () => fcx.infcx.unify(prev, next) || undefined) ? prev : undefined;
  }
  const done = commitIfOk(fcx, () => coerceInner(fcx, prev, next, true));
  if (!done) return commitIfOk(fcx, () => fcx.infcx.unify(prev, next) || undefined) ? prev : undefined;
  for (const e of earlier) applyAdjustments(fcx, e, done.steps);
  return done.target;
}

/** Whether values meet in that one, too: what they agree on has another lifetime than what is agreed on here. */
function hasLifetimeOfItsOwn(fcx: FnCtxt, id: ExprId): boolean {
  const kind = fcx.body.exprs[id]?.kind;
  return kind === 'Block' || kind === 'If' || kind === 'Match';
}

/** Whether the value is a reference that is made there: no other has its lifetime. */
function isBorrowed(fcx: FnCtxt, id: ExprId): boolean {
  const expr = fcx.body.exprs[id];
  if (expr?.kind === 'Block') return expr.tail !== undefined && isBorrowed(fcx, expr.tail);
  return expr?.kind === 'Ref' && !expr.mutable && !expr.raw;
}

function shortened(step: Adjustment): Adjustment {
  return step.kind === 'Borrow' ? { ...step, isShortened: true } : step;
}

/** Different functions meet in a pointer to their common signature. */
function lubAsFnPointer(
  fcx: FnCtxt,
  earlier: readonly ExprId[],
  prev: Ty,
  expr: ExprId,
  next: Ty,
): Ty | undefined {
  if (prev.kind === 'FnDef' && next.kind === 'FnDef') {
    if (prev.def === next.def && commitIfOk(fcx, () => fcx.infcx.unify(prev, next) || undefined)) return prev;
  } else if (prev === next) {
    return undefined;
  }
  const a = functionLike(fcx, prev);
  const b = functionLike(fcx, next);
  if (!a || !b) return undefined;
  const isUnsafe = a.sig.isUnsafe || b.sig.isUnsafe;
  const target = mkFnPtr({ ...a.sig, isUnsafe });
  const fits = commitIfOk(
    fcx,
    () =>
      fcx.infcx.unify(target, mkFnPtr({ ...b.sig, isUnsafe, boundRegions: a.sig.boundRegions })) || undefined,
  );
  if (!fits) return undefined;
  for (const e of earlier) applyAdjustments(fcx, e, reification(a.cast, target));
  applyAdjustments(fcx, expr, reification(b.cast, target));
  return target;
}

function reification(cast: PointerCoercion, target: Ty): readonly Adjustment[] {
  return [{ kind: 'Pointer', target, cast }];
}

function functionLike(
  fcx: FnCtxt,
  ty: Ty,
): { readonly sig: FnSig; readonly cast: PointerCoercion } | undefined {
  if (ty.kind === 'FnDef') return { sig: fnSigOfTy(fcx, ty), cast: 'ReifyFnPointer' };
  if (ty.kind === 'Closure' && !closureMentionsUpvars(fcx, ty.def)) {
    return { sig: closureSigOf(fcx, ty), cast: 'ClosureFnPointer' };
  }
  return undefined;
}

/** No adjustment but `&*` to the same kind of reference, which further adjustments may replace. */
function onlyReborrowed(fcx: FnCtxt, expr: ExprId): boolean {
  const steps = fcx.adjustments.get(expr);
  if (!steps) return true;
  const [deref, borrow] = steps;
  if (steps.length !== 2 || deref?.kind !== 'Deref' || deref.overloaded || borrow?.kind !== 'Borrow')
    return false;
  const ty = fcx.exprTypes[expr];
  return !borrow.raw && ty?.kind === 'Ref' && ty.mutable === borrow.mutable;
}
