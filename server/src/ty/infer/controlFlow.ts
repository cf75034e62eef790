/**
 * `if`, `match`, loops and the jumps out of them: how the types of branches are merged and when control flow is known
 * not to come back. After `rustc_hir_typeck::_match` and `expr`.
 */
import type { Expr, ExprId } from '../../hir/body/body.ts';
import { never, prim, unit } from '../intern.ts';
import type { Ty } from '../types.ts';
import { checkInitializer } from './block.ts';
import { coerceForcedUnit, coerceInto, completeCoerceMany, newCoerceMany } from './coerceMany.ts';
import { adjustForBranches, coercionTarget, type Expectation } from './expectation.ts';
import {
  checkExpr,
  checkExprAsMutPlace,
  checkExprHasType,
  checkExprWithExpectation,
  checkExprWithHint,
} from './expr.ts';
import { type BreakableCtxt, type FnCtxt, shallowResolve } from './fnCtxt.ts';
import { checkPatTop, explicitRefBindings } from './pat.ts';

type Of<Kind extends Expr['kind']> = Expr & { readonly kind: Kind };

export function checkIf(fcx: FnCtxt, e: Of<'If'>, outer: Expectation): Ty {
  checkExprHasType(fcx, e.cond, prim.bool);
  const condDiverges = fcx.diverges;
  fcx.diverges = false;

  const expected = adjustForBranches(fcx, outer);
  const thenTy = checkExprWithExpectation(fcx, e.then, expected);
  const thenDiverges = fcx.diverges;
  fcx.diverges = false;

  const coerce = newCoerceMany(coercionTarget(fcx, expected));
  coerceInto(fcx, coerce, e.then, thenTy);
  if (e.else !== undefined) {
    const elseTy = checkExprWithExpectation(fcx, e.else, expected);
    const elseDiverges = fcx.diverges;
    coerceInto(fcx, coerce, e.else, elseTy);
    fcx.diverges = condDiverges || (thenDiverges && elseDiverges);
  } else {
    coerceForcedUnit(fcx, coerce);
    fcx.diverges = condDiverges;
  }
  return completeCoerceMany(coerce);
}

/** `let PAT = EXPR` as a condition. */
export function checkLet(fcx: FnCtxt, e: Of<'Let'>): Ty {
  const ty = fcx.infcx.nextTyVar();
  checkInitializer(fcx, e.pat, e.expr, ty);
  checkPatTop(fcx, e.pat, ty);
  return prim.bool;
}

export function checkMatch(fcx: FnCtxt, e: Of<'Match'>, outer: Expectation): Ty {
  const scrutineeTy = checkScrutinee(fcx, e);
  if (e.arms.length === 0) {
    fcx.diverges = true;
    return never;
  }
  const scrutineeDiverges = fcx.diverges;
  fcx.diverges = false;
  for (const arm of e.arms) checkPatTop(fcx, arm.pat, scrutineeTy);

  const expected = adjustForBranches(fcx, outer);
  // A `match` whose value is dropped may have arms of any common type: `()` is no target for them.
  const target =
    expected.kind === 'HasType' && shallowResolve(fcx, expected.ty) !== unit
      ? expected.ty
      : fcx.infcx.nextTyVar();
  const coerce = newCoerceMany(target);
  let allDiverge = true;
  for (const arm of e.arms) {
    if (arm.guard !== undefined) {
      fcx.diverges = false;
      checkExprHasType(fcx, arm.guard, prim.bool);
    }
    fcx.diverges = false;
    const ty = checkExprWithExpectation(fcx, arm.body, expected);
    allDiverge &&= fcx.diverges;
    coerceInto(fcx, coerce, arm.body, ty);
  }
  fcx.diverges = scrutineeDiverges || allDiverge;
  return completeCoerceMany(coerce);
}

function checkScrutinee(fcx: FnCtxt, e: Of<'Match'>): Ty {
  let refs: 'ref' | 'refMut' | undefined;
  for (const arm of e.arms) {
    const found = explicitRefBindings(fcx, arm.pat);
    if (found === 'refMut' || refs === undefined) refs = found ?? refs;
  }
  if (refs === 'refMut') return checkExprAsMutPlace(fcx, e.scrutinee);
  if (refs === 'ref' || e.arms.length === 0) return checkExpr(fcx, e.scrutinee);
  const ty = fcx.infcx.nextTyVar();
  checkExprHasType(fcx, e.scrutinee, ty);
  return ty;
}

export function checkLoop(fcx: FnCtxt, expr: ExprId, e: Of<'Loop'>, expected: Expectation): Ty {
  const coerce = e.source === 'Loop' ? newCoerceMany(coercionTarget(fcx, expected)) : undefined;
  const ctxt: BreakableCtxt = { coerce, mayBreak: false };
  fcx.breakables.set(expr, ctxt);
  checkExprHasType(fcx, e.body, unit);
  // With a `break` nothing is known of what lies behind the loop; without one, nothing gets there.
  fcx.diverges = !ctxt.mayBreak;
  return coerce ? completeCoerceMany(coerce) : unit;
}

export function checkBreak(fcx: FnCtxt, e: Of<'Break'>): Ty {
  const ctxt = e.target === undefined ? undefined : fcx.breakables.get(e.target);
  if (!ctxt) {
    if (e.value !== undefined) checkExpr(fcx, e.value);
    return never;
  }
  const { coerce } = ctxt;
  if (e.value !== undefined) {
    const ty = coerce ? checkExprWithHint(fcx, e.value, coerce.expected) : checkExpr(fcx, e.value);
    if (coerce) coerceInto(fcx, coerce, e.value, ty);
  } else if (coerce) {
    coerceForcedUnit(fcx, coerce);
  }
  // `break return` does not reach the end of the loop.
  if (!fcx.diverges) ctxt.mayBreak = true;
  return never;
}

export function checkContinue(): Ty {
  return never;
}

export function checkReturn(fcx: FnCtxt, e: Of<'Return'>): Ty {
  const { returns } = fcx;
  if (!returns) {
    if (e.value !== undefined) checkExpr(fcx, e.value);
    return never;
  }
  if (e.value !== undefined) checkReturnOrTail(fcx, e.value);
  else coerceForcedUnit(fcx, returns);
  return never;
}

/** The value of a `return`, or of the function's body. */
export function checkReturnOrTail(fcx: FnCtxt, value: ExprId): void {
  const { returns } = fcx;
  if (!returns) return;
  const ty = checkExprWithHint(fcx, value, returns.expected);
  coerceInto(fcx, returns, value, ty);
}
