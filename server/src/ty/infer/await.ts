/**
 * `.await`: lowering has wrapped the operand in `IntoFuture::into_future`; the result is that future's output. The
 * `poll` loop that rustc's lowering writes out is made when MIR is built.
 */
import type { ExprId } from '../../hir/body/body.ts';
import { traitAssoc } from '../assocTypes.ts';
import { mkArgs, mkProjection, unknownTy } from '../intern.ts';
import type { Ty } from '../types.ts';
import { checkExpr } from './expr.ts';
import { type FnCtxt, normalize, reportUnresolved, requireTrait, resolveWithObligations } from './fnCtxt.ts';

export function checkAwait(fcx: FnCtxt, expr: ExprId, operand: ExprId): Ty {
  const future = resolveWithObligations(fcx, checkExpr(fcx, operand));
  const trait = fcx.lang('future_trait');
  const output = trait === undefined ? undefined : traitAssoc(fcx.db, trait, 'Output', 'TyAlias');
  if (output === undefined) {
    reportUnresolved(fcx, expr, 'type', 'await');
    return unknownTy;
  }
  requireTrait(fcx, 'future_trait', future);
  return normalize(fcx, mkProjection(output, mkArgs([future])));
}
