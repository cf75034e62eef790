/**
 * Calls. The callee's type is dereferenced until it can be called: fn items and pointers directly, anything else
 * through `Fn`, `FnMut` or `FnOnce`, the first that may hold. A closure of this very body whose kind is not decided
 * yet is called by its signature; which trait the call goes through is settled with the kind. After
 * `rustc_hir_typeck::callee`.
 */
import type { Expr, ExprId } from '../../hir/body/body.ts';
import type { Adjustment } from '../inferenceResult.ts';
import { mkTuple, unknownTy } from '../intern.ts';
import type { FnSig, Ty } from '../types.ts';
import { checkArguments, checkArgumentsUnknown, expectedInputsForOutput } from './arguments.ts';
import { type Autoderef, adjustSteps, autoderef } from './autoderef.ts';
import type { Expectation } from './expectation.ts';
import { checkExpr } from './expr.ts';
import {
  applyAdjustments,
  type DeferredCall,
  type FnCtxt,
  fnSigOfTy,
  isTyVar,
  registerObligations,
  reportUnresolved,
  resolveWithObligations,
} from './fnCtxt.ts';
import { lookupMethodInTrait, type MethodCallee, writeMethodCall } from './traitMethod.ts';

type CallStep =
  | { readonly kind: 'Builtin'; readonly sig: FnSig }
  | { readonly kind: 'DeferredClosure'; readonly sig: FnSig }
  | { readonly kind: 'Overloaded'; readonly method: MethodCallee };

export function checkCall(
  fcx: FnCtxt,
  expr: ExprId,
  e: Expr & { readonly kind: 'Call' },
  expected: Expectation,
): Ty {
  const calleeTy = checkExpr(fcx, e.callee);
  const walk = autoderef(fcx, calleeTy);
  let found: CallStep | undefined;
  for (let step = walk.next(); step && !found; step = found ? undefined : walk.next()) {
    found = tryCallStep(fcx, expr, e.callee, e.args.length, walk, step.ty);
  }
  registerObligations(fcx, walk.obligations());
  if (!found) {
    const calleeKind = fcx.body.exprs[e.callee]?.kind;
    // A path that did not resolve has been counted.
    if (!fcx.unresolved.has(e.callee) && calleeKind !== 'Missing') {
      reportUnresolved(fcx, expr, 'call', '', { on: resolveWithObligations(fcx, calleeTy) });
    }
    checkArgumentsUnknown(fcx, e.args);
    return unknownTy;
  }
  if (found.kind === 'Overloaded') {
    const { sig } = found.method;
    const inputs = sig.inputs.slice(1);
    writeMethodCall(fcx, expr, found.method);
    checkArguments(fcx, inputs, expectedInputsForOutput(fcx, expected, sig.output, inputs), e.args, true);
    return sig.output;
  }
  const { sig } = found;
  checkArguments(
    fcx,
    sig.inputs,
    expectedInputsForOutput(fcx, expected, sig.output, sig.inputs),
    e.args,
    false,
  );
  return sig.output;
}

function tryCallStep(
  fcx: FnCtxt,
  call: ExprId,
  callee: ExprId,
  argCount: number,
  walk: Autoderef,
  stepTy: Ty,
): CallStep | undefined {
  const ty = resolveWithObligations(fcx, stepTy);
  switch (ty.kind) {
    case 'FnDef':
    case 'FnPtr':
      applyAdjustments(fcx, callee, adjustSteps(fcx, walk));
      return { kind: 'Builtin', sig: fcx.infcx.instantiateSig(fnSigOfTy(fcx, ty)) };
    case 'Closure': {
      const state = fcx.closures.get(ty.def);
      if (!state || state.kind !== undefined) break;
      const derefs = adjustSteps(fcx, walk);
      fcx.deferredCalls.push({ call, callee, closure: ty.def, closureTy: ty, sig: state.sig, derefs });
      return { kind: 'DeferredClosure', sig: state.sig };
    }
    case 'Ref':
      // References to functions are functions, but the dereferenced one comes next and is called directly.
      if (walk.path.length === 0) return undefined;
      break;
    case 'Infer':
      if (isTyVar(ty)) return undefined;
      break;
    case 'Unknown':
    case 'Never':
      return undefined;
    default:
  }
  const found = lookupCallTraits(fcx, ty, argCount) ?? lookupCallTraits(fcx, ty, undefined);
  if (!found) return undefined;
  registerObligations(fcx, found.method.obligations);
  applyAdjustments(fcx, callee, [...adjustSteps(fcx, walk), ...found.autoref]);
  return { kind: 'Overloaded', method: found.method };
}

const callTraits = [
  { trait: 'fn', method: 'call', borrow: true },
  { trait: 'fn_mut', method: 'call_mut', borrow: true },
  { trait: 'fn_once', method: 'call_once', borrow: false },
  { trait: 'async_fn', method: 'async_call', borrow: true },
  { trait: 'async_fn_mut', method: 'async_call_mut', borrow: true },
  { trait: 'async_fn_once', method: 'async_call_once', borrow: false },
] as const;

/** The first of the `Fn` traits that the type may implement, and the autoref that its method needs. */
function lookupCallTraits(
  fcx: FnCtxt,
  ty: Ty,
  argCount: number | undefined,
): { readonly method: MethodCallee; readonly autoref: readonly Adjustment[] } | undefined {
  for (const { trait, method: name, borrow } of callTraits) {
    const def = fcx.lang(trait);
    if (def === undefined) continue;
    const input =
      argCount === undefined
        ? fcx.infcx.nextTyVar()
        : mkTuple(Array.from({ length: argCount }, () => fcx.infcx.nextTyVar()));
    const method = lookupMethodInTrait(fcx, def, name, ty, [input]);
    if (!method) continue;
    const self = method.sig.inputs[0];
    const autoref: Adjustment[] =
      borrow && self?.kind === 'Ref'
        ? [{ kind: 'Borrow', target: self, mutable: self.mutable, raw: false }]
        : [];
    return { method, autoref };
  }
  return undefined;
}

/** The closure's kind is known now: the call goes through the trait of that kind. */
export function resolveDeferredCall(fcx: FnCtxt, deferred: DeferredCall): void {
  const found = lookupCallTraits(fcx, deferred.closureTy, undefined);
  if (!found) {
    reportUnresolved(fcx, deferred.call, 'call', '', { on: deferred.closureTy });
    return;
  }
  const { method, autoref } = found;
  registerObligations(fcx, method.obligations);
  const inputs = method.sig.inputs[1];
  if (inputs) fcx.infcx.unify(inputs, mkTuple(deferred.sig.inputs));
  fcx.infcx.unify(method.sig.output, deferred.sig.output);
  applyAdjustments(fcx, deferred.callee, [...deferred.derefs, ...autoref]);
  writeMethodCall(fcx, deferred.call, method);
}
