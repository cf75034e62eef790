/** Blocks and statements. After `rustc_hir_typeck::fn_ctxt::checks` and `gather_locals`. */
import type { Expr, ExprId, PatId, Stmt } from '../../hir/body/body.ts';
import { never, unit } from '../intern.ts';
import type { Ty } from '../types.ts';
import { demandCoerce } from './coerce.ts';
import { coerceForcedUnit, coerceInto, completeCoerceMany, newCoerceMany } from './coerceMany.ts';
import { coercionTarget, type Expectation, noExpectation } from './expectation.ts';
import { checkExpr, checkExprCoercibleTo, checkExprHasType, checkExprWithExpectation } from './expr.ts';
import { type BreakableCtxt, type FnCtxt, lowerTypeRef } from './fnCtxt.ts';
import { checkPatTop, explicitRefBindings } from './pat.ts';
import { convertPlaceDerefsToMutable } from './place.ts';

export function checkBlock(
  fcx: FnCtxt,
  expr: ExprId,
  block: Expr & { readonly kind: 'Block' },
  expected: Expectation,
): Ty {
  const coerce = newCoerceMany(coercionTarget(fcx, expected));
  const ctxt: BreakableCtxt = { coerce, mayBreak: false };
  const divergedBefore = fcx.diverges;
  if (block.labelled) fcx.breakables.set(expr, ctxt);
  for (const stmt of block.stmts) checkStmt(fcx, stmt);
  if (block.tail !== undefined) {
    coerceInto(fcx, coerce, block.tail, checkExprWithExpectation(fcx, block.tail, expected));
  } else if (!fcx.diverges) {
    // Control flow falls off the end: the value is `()`. Otherwise there is no value, and the type is `!`.
    coerceForcedUnit(fcx, coerce);
  }
  if (ctxt.mayBreak) fcx.diverges = divergedBefore;
  return completeCoerceMany(coerce);
}

function checkStmt(fcx: FnCtxt, stmt: Stmt): void {
  const divergedBefore = fcx.diverges;
  fcx.diverges = false;
  if (stmt.kind === 'Let') checkLocal(fcx, stmt);
  else if (stmt.semi) checkExpr(fcx, stmt.expr);
  else checkExprHasType(fcx, stmt.expr, unit);
  fcx.diverges ||= divergedBefore;
}

function checkLocal(fcx: FnCtxt, stmt: Stmt & { readonly kind: 'Let' }): void {
  const ty = stmt.ty ? lowerTypeRef(fcx, stmt.ty, stmt.scope) : fcx.infcx.nextTyVar();
  if (stmt.init !== undefined) checkInitializer(fcx, stmt.pat, stmt.init, ty);
  checkPatTop(fcx, stmt.pat, ty);
  if (stmt.else !== undefined) {
    const diverged = fcx.diverges;
    const elseTy = checkExprWithExpectation(fcx, stmt.else, noExpectation);
    demandCoerce(fcx, stmt.else, elseTy, never);
    fcx.diverges = diverged;
  }
}

/** Also the scrutinee of `if let`. */
export function checkInitializer(fcx: FnCtxt, pat: PatId, init: ExprId, ty: Ty): void {
  if (fcx.body.pats[pat]?.kind === 'Wild') fcx.unreadPlaces.add(init);
  const refs = explicitRefBindings(fcx, pat);
  if (refs === undefined) {
    checkExprCoercibleTo(fcx, init, ty);
    return;
  }
  // A `ref` binding refers to the place itself: a coercion would put a temporary between the two.
  const initTy = checkExpr(fcx, init);
  if (refs === 'refMut') convertPlaceDerefsToMutable(fcx, init);
  fcx.infcx.unify(ty, initTy);
}
