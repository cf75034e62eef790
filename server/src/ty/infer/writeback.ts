/**
 * The end of inference: every type in the tables is resolved for good, and what turned out to be built in (operators
 * of primitives, indexing of arrays and slices by `usize`) loses its call. After `rustc_hir_typeck::writeback`.
 */
import type { ExprId } from '../../hir/body/body.ts';
import type { DefId } from '../../hir/defs.ts';
import { foldSig, type TypeFolder } from '../fold.ts';
import type {
  Adjustment,
  Callee,
  Capture,
  ClosureInfo,
  InferenceResult,
  Unresolved,
  ValueDef,
} from '../inferenceResult.ts';
import { hasFlag, prim, unknownTy } from '../intern.ts';
import { type FnSig, type GenericArgs, type Ty, TypeFlag } from '../types.ts';
import type { FnCtxt } from './fnCtxt.ts';
import { hiddenTypes } from './opaque.ts';
import { isByRef } from './operator.ts';
import { withRoots } from './unresolvedRoots.ts';

export function resolveBody(fcx: FnCtxt): InferenceResult {
  const { infcx } = fcx;
  const ty = (t: Ty): Ty => (hasFlag(t, TypeFlag.HasInfer) ? infcx.fullyResolve(t) : t);
  const args = (a: GenericArgs): GenericArgs =>
    hasFlag(a, TypeFlag.HasInfer) ? infcx.fullyResolveArgs(a) : a;

  const exprTypes = Array.from(fcx.exprTypes, (t) => (t ? ty(t) : unknownTy));
  const adjustments = new Map<ExprId, readonly Adjustment[]>();
  for (const [expr, steps] of fcx.adjustments)
    adjustments.set(
      expr,
      steps.map((s) => resolveAdjustment(s, ty, args)),
    );
  const methods = mapValues(fcx.methods, (c): Callee => ({ def: c.def, args: args(c.args) }));

  const result: Tables = { exprTypes, adjustments, methods };
  fcx.body.exprs.forEach((e, expr) => {
    switch (e.kind) {
      case 'Unary':
        if (e.op !== 'Deref' && isScalar(exprTypes[e.expr])) methods.delete(expr);
        break;
      case 'Binary':
      case 'AssignOp':
        fixScalarBuiltin(result, expr, e.lhs, e.rhs, e.kind === 'AssignOp', isByRef(e.op));
        break;
      case 'Index':
        fixBuiltinIndex(result, expr, e.base, e.index);
        break;
      default:
    }
  });

  const reported = [...fcx.unresolved.values()].sort((a, b) => a.expr - b.expr);
  const unresolved = withRoots(
    fcx.body,
    reported.map((use): Unresolved => (use.on === undefined ? use : { ...use, on: ty(use.on) })),
  );
  const resolveValue = (v: ValueDef): ValueDef => ({ ...v, args: args(v.args) });
  return {
    owner: fcx.owner,
    exprTypes,
    patTypes: Array.from(fcx.patTypes, (t) => (t ? ty(t) : unknownTy)),
    bindingTypes: Array.from(fcx.bindingTypes, (t) => (t ? ty(t) : unknownTy)),
    adjustments,
    patAdjustments: mapValues(fcx.patAdjustments, (tys) => tys.map(ty)),
    bindingModes: fcx.bindingModes,
    methods,
    paths: mapValues(fcx.paths, resolveValue),
    patPaths: mapValues(fcx.patPaths, resolveValue),
    fields: fcx.fields,
    structFields: fcx.structFields,
    patFields: fcx.patFields,
    casts: fcx.casts,
    closures: closureInfos(fcx, ty),
    opaqueTypes: hiddenTypes(fcx, ty),
    unresolved,
  };
}

interface Tables {
  readonly exprTypes: readonly Ty[];
  readonly adjustments: Map<ExprId, readonly Adjustment[]>;
  readonly methods: Map<ExprId, Callee>;
}

function mapValues<K, V, W>(map: ReadonlyMap<K, V>, f: (value: V) => W): Map<K, W> {
  const result = new Map<K, W>();
  for (const [key, value] of map) result.set(key, f(value));
  return result;
}

function resolveAdjustment(
  step: Adjustment,
  ty: (t: Ty) => Ty,
  args: (a: GenericArgs) => GenericArgs,
): Adjustment {
  const target = ty(step.target);
  if (step.kind === 'Deref' && step.overloaded) {
    const { callee, mutable } = step.overloaded;
    return {
      kind: 'Deref',
      target,
      overloaded: { callee: { def: callee.def, args: args(callee.args) }, mutable },
    };
  }
  return target === step.target ? step : { ...step, target };
}

function closureInfos(fcx: FnCtxt, ty: (t: Ty) => Ty): Map<DefId, ClosureInfo> {
  const folder: TypeFolder = { flags: TypeFlag.HasInfer, ty };
  const sig = (s: FnSig): FnSig => foldSig(s, folder);
  return mapValues(
    fcx.closures,
    (state): ClosureInfo => ({
      def: state.def,
      kind: state.kind ?? 'FnOnce',
      sig: sig(state.sig),
      returnTy: ty(state.returnTy),
      captures: (state.captures ?? []).map(
        (c): Capture => ({
          ...c,
          placeTy: ty(c.placeTy),
          ty: ty(c.ty),
          projections: c.projections.map((p) => ({ ...p, ty: ty(p.ty) })),
        }),
      ),
      coroutine: state.coroutine,
    }),
  );
}

function isScalar(ty: Ty | undefined): boolean {
  switch (ty?.kind) {
    case 'Bool':
    case 'Char':
    case 'Int':
    case 'Uint':
    case 'Float':
    case 'RawPtr':
    case 'FnDef':
    case 'FnPtr':
      return true;
    default:
      return false;
  }
}

/** An operator of two primitives is no call after all: the borrows of its operands go with it. */
function fixScalarBuiltin(
  tables: Tables,
  expr: ExprId,
  lhs: ExprId,
  rhs: ExprId,
  assign: boolean,
  byRef: boolean,
): void {
  if (!tables.methods.has(expr)) return;
  if (!isScalar(tables.exprTypes[lhs]) || !isScalar(tables.exprTypes[rhs])) return;
  tables.methods.delete(expr);
  if (assign || byRef) popAdjustment(tables, lhs, 'Borrow');
  if (byRef) popAdjustment(tables, rhs, 'Borrow');
}

function popAdjustment(tables: Tables, expr: ExprId, kind: Adjustment['kind']): Adjustment | undefined {
  const steps = tables.adjustments.get(expr);
  const last = steps?.[steps.length - 1];
  if (!steps || last?.kind !== kind) return undefined;
  if (steps.length === 1) tables.adjustments.delete(expr);
  else tables.adjustments.set(expr, steps.slice(0, -1));
  return last;
}

/** Indexing that was looked up before the index turned out to be a `usize`. */
function fixBuiltinIndex(tables: Tables, expr: ExprId, base: ExprId, index: ExprId): void {
  if (!tables.methods.has(expr) || adjusted(tables, index) !== prim.usize) return;
  const ty = adjusted(tables, base);
  const place = ty.kind === 'Ref' ? ty.inner : ty;
  if (place.kind !== 'Array' && place.kind !== 'Slice') return;
  tables.methods.delete(expr);
  popAdjustment(tables, base, 'Pointer');
  popAdjustment(tables, base, 'Borrow');
}

function adjusted(tables: Tables, expr: ExprId): Ty {
  const steps = tables.adjustments.get(expr);
  return steps?.[steps.length - 1]?.target ?? tables.exprTypes[expr] ?? unknownTy;
}
