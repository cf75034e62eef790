/** Field access: the first type of the receiver's dereferences that has the field, visibly, is the one. */
import type { Expr, ExprId } from '../../hir/body/body.ts';
import { variantData } from '../../hir/defMap/variants.ts';
import type { DefId } from '../../hir/defs.ts';
import { enclosingModule } from '../../hir/defs.ts';
import { isVisible, resolveVisibility } from '../../hir/resolver.ts';
import { adtVariants, type VariantDef } from '../adt.ts';
import { unknownTy } from '../intern.ts';
import type { Ty } from '../types.ts';
import { adjustSteps, autoderef } from './autoderef.ts';
import { checkExpr } from './expr.ts';
import {
  applyAdjustments,
  type FnCtxt,
  fieldTy,
  registerObligations,
  reportUnresolved,
  resolverIn,
  resolveWithObligations,
} from './fnCtxt.ts';

export function checkField(fcx: FnCtxt, expr: ExprId, e: Expr & { readonly kind: 'Field' }): Ty {
  const base = resolveWithObligations(fcx, checkExpr(fcx, e.expr));
  const walk = autoderef(fcx, base);
  for (let step = walk.next(); step; step = walk.next()) {
    const found = fieldOf(fcx, step.ty, e.name);
    if (!found) continue;
    applyAdjustments(fcx, e.expr, adjustSteps(fcx, walk));
    registerObligations(fcx, walk.obligations());
    fcx.fields.set(expr, found.index);
    return found.ty;
  }
  if (e.name !== '' && base.kind !== 'Unknown') reportUnresolved(fcx, expr, 'field', e.name, { on: base });
  return unknownTy;
}

function fieldOf(fcx: FnCtxt, ty: Ty, name: string): { readonly index: number; readonly ty: Ty } | undefined {
  if (ty.kind === 'Tuple') {
    const index = /^\d+$/.test(name) ? Number(name) : -1;
    const elem = ty.elems[index];
    return elem && { index, ty: elem };
  }
  if (ty.kind !== 'Adt') return undefined;
  const variant = structVariant(fcx, ty.def);
  if (!variant) return undefined;
  const index = fieldIndex(variant, name);
  if (index < 0 || !isFieldVisible(fcx, variant.def, index)) return undefined;
  return { index, ty: fieldTy(fcx, variant, index, ty.args) };
}

/** The fields of a struct or union. */
export function structVariant(fcx: FnCtxt, adt: DefId): VariantDef | undefined {
  const [variant] = adtVariants(fcx.db, adt);
  return variant?.def === adt ? variant : undefined;
}

export function fieldIndex(variant: VariantDef, name: string): number {
  return variant.fields.findIndex((f) => f.name === name);
}

function isFieldVisible(fcx: FnCtxt, def: DefId, index: number): boolean {
  const visibility = variantData(fcx.db, def)?.fields[index]?.visibility;
  if (!visibility) return true;
  return isVisible(resolveVisibility(visibility, enclosingModule(def)), resolverIn(fcx, undefined).module);
}
