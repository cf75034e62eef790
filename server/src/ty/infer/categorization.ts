/**
 * Which place an expression or pattern names: a variable (of this function or from outside the closure at hand), a
 * static or a temporary, and the way from there to the place: dereferences, fields, elements. After rustc's
 * `hir_typeck::expr_use_visitor` (its `cat_…` functions).
 */
import type { BindingId, Expr, ExprId, Pat, PatId } from '../../hir/body/body.ts';
import type { Adjustment } from '../inferenceResult.ts';
import { mkRef, unknownTy } from '../intern.ts';
import type { Ty } from '../types.ts';
import { boxedTy, type FnCtxt } from './fnCtxt.ts';

export type Projection =
  | { readonly kind: 'Deref'; readonly ty: Ty }
  | { readonly kind: 'Field'; readonly index: number; readonly variant: number; readonly ty: Ty }
  | { readonly kind: 'Index' | 'Subslice'; readonly ty: Ty };

export interface Place {
  readonly base:
    | { readonly kind: 'Rvalue' | 'Static' }
    | { readonly kind: 'Local'; readonly binding: BindingId }
    /** A variable declared outside of the closure that is analyzed. */
    | { readonly kind: 'Upvar'; readonly binding: BindingId };
  readonly baseTy: Ty;
  readonly projections: readonly Projection[];
}

export function placeTy(place: Place): Ty {
  return place.projections[place.projections.length - 1]?.ty ?? place.baseTy;
}

/** The type that the `i`-th projection is applied to. */
export function tyBefore(place: Place, i: number): Ty {
  return i === 0 ? place.baseTy : place.projections[i - 1]!.ty;
}

export interface CategorizationCtxt {
  readonly fcx: FnCtxt;
  /** Whether the variable comes from outside of the function or closure that is looked at. */
  isUpvar(binding: BindingId): boolean;
}

function resolved(cx: CategorizationCtxt, ty: Ty | undefined): Ty {
  return ty ? cx.fcx.infcx.resolveVars(ty) : unknownTy;
}

export function exprTy(cx: CategorizationCtxt, expr: ExprId): Ty {
  return resolved(cx, cx.fcx.exprTypes[expr]);
}

export function rvalue(ty: Ty): Place {
  return { base: { kind: 'Rvalue' }, baseTy: ty, projections: [] };
}

function project(place: Place, projection: Projection): Place {
  return { ...place, projections: [...place.projections, projection] };
}

function deref(cx: CategorizationCtxt, place: Place): Place {
  const ty = placeTy(place);
  const inner = ty.kind === 'Ref' || ty.kind === 'RawPtr' ? ty.inner : boxedTy(cx.fcx, ty);
  return project(place, { kind: 'Deref', ty: resolved(cx, inner) });
}

/** The place of an expression after all its adjustments. */
export function catExpr(cx: CategorizationCtxt, expr: ExprId): Place {
  let place = catExprUnadjusted(cx, expr);
  for (const step of cx.fcx.adjustments.get(expr) ?? []) place = catAdjusted(cx, place, step);
  return place;
}

/** The place after one more adjustment. */
export function catAdjusted(cx: CategorizationCtxt, place: Place, step: Adjustment): Place {
  const target = resolved(cx, step.target);
  if (step.kind !== 'Deref') return rvalue(target);
  const base = step.overloaded ? rvalue(mkRef(target, step.overloaded.mutable)) : place;
  return deref(cx, base);
}

export function catExprUnadjusted(cx: CategorizationCtxt, expr: ExprId): Place {
  const { fcx } = cx;
  const e: Expr | undefined = fcx.body.exprs[expr];
  const ty = exprTy(cx, expr);
  switch (e?.kind) {
    case 'Local':
      return {
        base: { kind: cx.isUpvar(e.binding) ? 'Upvar' : 'Local', binding: e.binding },
        baseTy: ty,
        projections: [],
      };
    case 'Path':
      return fcx.paths.get(expr)?.kind === 'Static'
        ? { base: { kind: 'Static' }, baseTy: ty, projections: [] }
        : rvalue(ty);
    case 'Unary':
      if (e.op !== 'Deref') return rvalue(ty);
      return fcx.methods.has(expr) ? overloadedPlace(cx, ty, e.expr) : deref(cx, catExpr(cx, e.expr));
    case 'Field': {
      const index = fcx.fields.get(expr);
      if (index === undefined) return rvalue(ty);
      return project(catExpr(cx, e.expr), { kind: 'Field', index, variant: 0, ty });
    }
    case 'Index':
      return fcx.methods.has(expr)
        ? overloadedPlace(cx, ty, e.base)
        : project(catExpr(cx, e.base), { kind: 'Index', ty });
    default:
      return rvalue(ty);
  }
}

/** What `Deref` or `Index` returns a reference to. */
function overloadedPlace(cx: CategorizationCtxt, ty: Ty, base: ExprId): Place {
  const steps = cx.fcx.adjustments.get(base);
  const baseTy = resolved(cx, steps?.[steps.length - 1]?.target ?? cx.fcx.exprTypes[base]);
  return deref(cx, rvalue(mkRef(ty, baseTy.kind === 'Ref' && baseTy.mutable)));
}

/** Calls `each` for a pattern and all its subpatterns with the place that each is matched against. */
export function catPattern(
  cx: CategorizationCtxt,
  matched: Place,
  id: PatId,
  each: (place: Place, pat: Pat, id: PatId) => void,
): void {
  const { fcx } = cx;
  const pat = fcx.body.pats[id];
  if (!pat) return;
  let place = matched;
  for (const _ of fcx.patAdjustments.get(id) ?? []) place = deref(cx, place);
  each(place, pat, id);
  const sub = (at: PatId, projection: (ty: Ty) => Projection): void => {
    catPattern(cx, project(place, projection(adjustedPatTy(cx, at))), at, each);
  };
  switch (pat.kind) {
    case 'Tuple': {
      const ty = placeTy(place);
      const count = ty.kind === 'Tuple' ? ty.elems.length : pat.pats.length;
      const gap = pat.rest === undefined ? 0 : Math.max(0, count - pat.pats.length);
      pat.pats.forEach((p, i) => {
        const index = pat.rest !== undefined && i >= pat.rest ? i + gap : i;
        sub(p, (t) => ({ kind: 'Field', index, variant: 0, ty: t }));
      });
      break;
    }
    case 'TupleStruct':
    case 'Struct': {
      const variant = fcx.patPaths.get(id)?.def ?? 0;
      const indexes = fcx.patFields.get(id) ?? [];
      const pats = pat.kind === 'Struct' ? pat.fields.map((f) => f.pat) : pat.pats;
      pats.forEach((p, i) => {
        sub(p, (t) => ({ kind: 'Field', index: indexes[i] ?? -1, variant, ty: t }));
      });
      break;
    }
    case 'Or':
      for (const p of pat.pats) catPattern(cx, place, p, each);
      break;
    case 'Binding':
      if (pat.sub !== undefined) catPattern(cx, place, pat.sub, each);
      break;
    case 'Box':
    case 'Ref':
      catPattern(cx, deref(cx, place), pat.pat, each);
      break;
    case 'Slice':
      for (const p of pat.before) sub(p, (ty) => ({ kind: 'Index', ty }));
      if (typeof pat.rest === 'number') sub(pat.rest, (ty) => ({ kind: 'Subslice', ty }));
      for (const p of pat.after) sub(p, (ty) => ({ kind: 'Index', ty }));
      break;
    default:
  }
}

/** The type that a subpattern is matched against, before it looks through references. */
function adjustedPatTy(cx: CategorizationCtxt, id: PatId): Ty {
  const peeled = cx.fcx.patAdjustments.get(id);
  return resolved(cx, peeled?.[0] ?? cx.fcx.patTypes[id]);
}
