/**
 * What becomes of variables that nothing in the body has decided: integers are `i32`, floats `f64`. A variable that
 * only values of type `!` flow into is `()` before the 2024 edition and `!` from then on. All others stay open, and
 * are errors. After `rustc_hir_typeck::fallback`.
 */
import { mkInfer, never, prim, unit } from '../intern.ts';
import { type FnCtxt, isTyVar, selectWherePossible, shallowResolve } from './fnCtxt.ts';

export function typeInferenceFallback(fcx: FnCtxt): void {
  selectWherePossible(fcx);
  const { infcx } = fcx;
  for (let i = 0; i < infcx.intVarCount; i++) {
    const ty = infcx.shallowResolve(mkInfer('Int', i));
    if (ty.kind === 'Infer') infcx.unify(ty, prim.i32);
  }
  for (let i = 0; i < infcx.floatVarCount; i++) {
    const ty = infcx.shallowResolve(mkInfer('Float', i));
    if (ty.kind === 'Infer') infcx.unify(ty, prim.f64);
  }
  const diverging = fcx.edition >= '2024' ? never : unit;
  for (const variable of fcx.divergingVars) {
    const ty = shallowResolve(fcx, variable);
    if (isTyVar(ty)) infcx.unify(ty, diverging);
  }
  // What the fallback has decided may decide more.
  selectWherePossible(fcx);
}
