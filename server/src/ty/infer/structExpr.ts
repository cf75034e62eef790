/** Struct literals. */
import type { Expr, ExprId } from '../../hir/body/body.ts';
import { emptyArgs, mkAdt, unknownTy } from '../intern.ts';
import type { Ty } from '../types.ts';
import { type Expectation, onlyHasType } from './expectation.ts';
import { checkExpr, checkExprCoercibleTo, checkExprHasType, scopeOf } from './expr.ts';
import { fieldIndex } from './field.ts';
import { commitIfOk, type FnCtxt, fieldTy, reportUnresolved } from './fnCtxt.ts';
import { describePath, resolveStructPath, whyNotFound } from './path.ts';
import { registerPredicatesOf } from './traitMethod.ts';

export function checkStruct(
  fcx: FnCtxt,
  expr: ExprId,
  e: Expr & { readonly kind: 'Struct' },
  expected: Expectation,
): Ty {
  const found = resolveStructPath(fcx, e.path, scopeOf(fcx, expr));
  if (!found) {
    reportUnresolved(fcx, expr, 'path', describePath(e.path), whyNotFound(fcx, e.path, scopeOf(fcx, expr)));
    fcx.paths.set(expr, { kind: 'Unknown', def: undefined, args: emptyArgs });
    for (const field of e.fields) checkExpr(fcx, field.expr);
    if (e.base !== undefined) checkExpr(fcx, e.base);
    return unknownTy;
  }
  const { variant, adt, args } = found;
  const ty = mkAdt(adt, args);
  registerPredicatesOf(fcx, adt, args);
  fcx.paths.set(expr, { kind: 'Adt', def: variant.def, args });
  const hint = onlyHasType(fcx, expected);
  if (hint) commitIfOk(fcx, () => fcx.infcx.unify(hint, ty) || undefined);

  const indexes: number[] = [];
  for (const { name, expr: value } of e.fields) {
    const index = fieldIndex(variant, name);
    indexes.push(index);
    if (index < 0) {
      if (name !== '') reportUnresolved(fcx, value, 'field', name, { on: ty });
      checkExpr(fcx, value);
    } else {
      checkExprCoercibleTo(fcx, value, fieldTy(fcx, variant, index, args));
    }
  }
  fcx.structFields.set(expr, indexes);
  if (e.base !== undefined) checkExprHasType(fcx, e.base, ty);
  return ty;
}
