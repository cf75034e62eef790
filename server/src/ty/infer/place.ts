/**
 * Overloaded place operations: unary `*` and indexing that call `Deref` and `Index`, and the fix-up that turns them
 * into `DerefMut` and `IndexMut`.
 *
 * A place is checked before it is known how it is used. Every overloaded step is therefore recorded in its immutable
 * form first; when a mutable borrow or an assignment of the place is found, the place expression is walked again and
 * each step along it gets its mutable form. After `rustc_hir_typeck::place_op`.
 */
import type { ExprId } from '../../hir/body/body.ts';
import type { Adjustment } from '../inferenceResult.ts';
import { isTy, mkRef, mkSlice, prim, unknownTy } from '../intern.ts';
import type { Ty } from '../types.ts';
import { type Autoderef, adjustSteps, autoderef, builtinDeref, derefCallee } from './autoderef.ts';
import {
  adjustedTy,
  applyAdjustments,
  type FnCtxt,
  registerObligations,
  resolveWithObligations,
  shallowResolve,
} from './fnCtxt.ts';
import { lookupMethodInTrait, type MethodCallee, writeMethodCall } from './traitMethod.ts';

/** An expression that names memory rather than makes a value. A path counts only if it names a static. */
export function isPlaceExpr(fcx: FnCtxt, expr: ExprId): boolean {
  const e = fcx.body.exprs[expr];
  switch (e?.kind) {
    case 'Local':
    case 'Field':
    case 'Index':
      return true;
    case 'Unary':
      return e.op === 'Deref';
    case 'Path':
      return fcx.paths.get(expr)?.kind === 'Static';
    default:
      return false;
  }
}

/**
 * Whether evaluating the expression reads its value for sure, so that a `!` there means divergence. A place that is
 * only borrowed or assigned to is not read.
 */
export function constitutesReadForNever(fcx: FnCtxt, expr: ExprId): boolean {
  return !fcx.unreadPlaces.has(expr) || !isPlaceExpr(fcx, expr);
}

type PlaceOp = 'Deref' | 'Index';

const placeTraits = {
  Deref: { shared: ['deref', 'deref'], mutable: ['deref_mut', 'deref_mut'] },
  Index: { shared: ['index', 'index'], mutable: ['index_mut', 'index_mut'] },
} as const;

function lookupPlaceOp(
  fcx: FnCtxt,
  op: PlaceOp,
  mutable: boolean,
  base: Ty,
  index: Ty | undefined,
): MethodCallee | undefined {
  const [traitName, method] = placeTraits[op][mutable ? 'mutable' : 'shared'];
  const trait = fcx.lang(traitName);
  return trait === undefined
    ? undefined
    : lookupMethodInTrait(fcx, trait, method, base, index ? [index] : []);
}

/** The type of `*operand`: built in, or what `Deref::deref` returns a reference to. */
export function lookupDerefing(fcx: FnCtxt, expr: ExprId, operand: ExprId, operandTy: Ty): Ty | undefined {
  const builtin = builtinDeref(fcx, operandTy, true);
  if (builtin) return builtin;
  const method = lookupPlaceOp(fcx, 'Deref', false, operandTy, undefined);
  if (!method) return undefined;
  registerObligations(fcx, method.obligations);
  applyAdjustments(fcx, operand, [
    { kind: 'Borrow', target: mkRef(operandTy, false), mutable: false, raw: false },
  ]);
  writeMethodCall(fcx, expr, method);
  return placeReturnTy(fcx, method);
}

/** An overloaded place operation returns a reference, and stands for the place behind it. */
function placeReturnTy(fcx: FnCtxt, method: MethodCallee): Ty {
  const output = shallowResolve(fcx, method.sig.output);
  return output.kind === 'Ref' ? output.inner : unknownTy;
}

/** Types of the index and of the element of `base[index]`. */
export function lookupIndexing(
  fcx: FnCtxt,
  expr: ExprId,
  base: ExprId,
  baseTy: Ty,
  indexTy: Ty,
): { readonly index: Ty; readonly element: Ty } | undefined {
  const walk = autoderef(fcx, baseTy);
  for (let step = walk.next(); step; step = walk.next()) {
    const found = tryIndexStep(fcx, expr, base, walk, step.ty, indexTy);
    if (found) {
      registerObligations(fcx, walk.obligations());
      return found;
    }
  }
  return undefined;
}

function tryIndexStep(
  fcx: FnCtxt,
  expr: ExprId,
  base: ExprId,
  walk: Autoderef,
  selfTy: Ty,
  indexTy: Ty,
): { readonly index: Ty; readonly element: Ty } | undefined {
  const ty = resolveWithObligations(fcx, selfTy);
  // Built in: an array or slice by a `usize`, or by an integer that will become one.
  if (ty.kind === 'Array' || ty.kind === 'Slice') {
    const index = shallowResolve(fcx, indexTy);
    if (index === prim.usize || (index.kind === 'Infer' && index.variable.kind === 'Int')) {
      applyAdjustments(fcx, base, adjustSteps(fcx, walk));
      return { index: prim.usize, element: ty.elem };
    }
  }
  for (const unsize of [false, true]) {
    if (unsize && ty.kind !== 'Array') continue;
    const self = unsize && ty.kind === 'Array' ? mkSlice(ty.elem) : ty;
    const input = fcx.infcx.nextTyVar();
    const method = lookupPlaceOp(fcx, 'Index', false, self, input);
    if (!method) continue;
    registerObligations(fcx, method.obligations);
    const steps: Adjustment[] = adjustSteps(fcx, walk);
    steps.push({ kind: 'Borrow', target: mkRef(ty, false), mutable: false, raw: false });
    if (unsize) steps.push({ kind: 'Pointer', target: mkRef(self, false), cast: 'Unsize' });
    applyAdjustments(fcx, base, steps);
    writeMethodCall(fcx, expr, method);
    return { index: input, element: placeReturnTy(fcx, method) };
  }
  return undefined;
}

/**
 * The place is used mutably after all: along the whole place expression, from the inside out, overloaded
 * dereferences and indexings become their mutable variants where there is one.
 */
export function convertPlaceDerefsToMutable(fcx: FnCtxt, expr: ExprId): void {
  const chain: ExprId[] = [expr];
  for (let at = expr; ; ) {
    const e = fcx.body.exprs[at];
    if (e?.kind === 'Field') at = e.expr;
    else if (e?.kind === 'Index') at = e.base;
    else if (e?.kind === 'Unary' && e.op === 'Deref') at = e.expr;
    else break;
    chain.push(at);
  }
  for (let i = chain.length - 1; i >= 0; i--) {
    const at = chain[i]!;
    makeAutoderefsMutable(fcx, at);
    const e = fcx.body.exprs[at];
    if (e?.kind === 'Index') convertPlaceOp(fcx, 'Index', at, e.base);
    else if (e?.kind === 'Unary' && e.op === 'Deref') convertPlaceOp(fcx, 'Deref', at, e.expr);
  }
}

function makeAutoderefsMutable(fcx: FnCtxt, expr: ExprId): void {
  const steps = fcx.adjustments.get(expr);
  if (!steps?.some((s) => s.kind === 'Deref' && s.overloaded && !s.overloaded.mutable)) return;
  let source = fcx.exprTypes[expr] ?? unknownTy;
  const changed = steps.map((step): Adjustment => {
    const from = source;
    source = step.target;
    if (step.kind !== 'Deref' || !step.overloaded || step.overloaded.mutable) return step;
    const method = lookupPlaceOp(fcx, 'Deref', true, from, undefined);
    if (!method) return step;
    registerObligations(fcx, method.obligations);
    return { ...step, overloaded: derefCallee(fcx, from, true) ?? step.overloaded };
  });
  fcx.adjustments.set(expr, changed);
}

function convertPlaceOp(fcx: FnCtxt, op: PlaceOp, expr: ExprId, base: ExprId): void {
  const current = fcx.methods.get(expr);
  if (!current) return;
  const baseTy = shallowResolve(fcx, adjustedTy(fcx, base));
  if (baseTy.kind !== 'Ref' || baseTy.mutable) return;
  const indexArg = current.args.list[1];
  const index = op === 'Index' && indexArg && isTy(indexArg) ? indexArg : undefined;
  const method = lookupPlaceOp(fcx, op, true, baseTy.inner, index);
  if (!method) return;
  registerObligations(fcx, method.obligations);
  writeMethodCall(fcx, expr, method);

  // The autoref of the base becomes mutable, and with it what an unsizing after it makes of it.
  let source = fcx.exprTypes[base] ?? unknownTy;
  const steps = (fcx.adjustments.get(base) ?? []).map((step): Adjustment => {
    let changed = step;
    if (step.kind === 'Borrow' && !step.raw) {
      changed = { ...step, mutable: true, target: mkRef(source, true) };
    } else if (step.kind === 'Pointer' && step.cast === 'Unsize' && step.target.kind === 'Ref') {
      changed = { ...step, target: mkRef(step.target.inner, true) };
    }
    source = changed.target;
    return changed;
  });
  fcx.adjustments.set(base, steps);
}
