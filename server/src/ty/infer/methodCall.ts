/**
 * Method calls: the pick of `methodProbe` is confirmed (the receiver adjusted, the container's and the method's
 * arguments made and unified with it, the method's bounds registered), then the arguments are checked. After
 * `rustc_hir_typeck::method::confirm`.
 */
import type { Expr, ExprId } from '../../hir/body/body.ts';
import type { DefId } from '../../hir/defs.ts';
import type { HirFileId } from '../../hir/hirFile.ts';
import type { GenericArgsRef } from '../../hir/typeRef.ts';
import type { Adjustment } from '../inferenceResult.ts';
import { mkArgs, mkRawPtr, mkRef, mkSlice, unknownTy } from '../intern.ts';
import { lowerGenericArgs } from '../lowerArgs.ts';
import type { Obligation } from '../obligation.ts';
import { supertraits } from '../select.ts';
import type { FnSig, GenericArgs, TraitRef, Ty } from '../types.ts';
import { checkArguments, checkArgumentsUnknown, expectedInputsForOutput } from './arguments.ts';
import { adjustSteps, autoderef } from './autoderef.ts';
import type { Expectation } from './expectation.ts';
import { checkExpr, scopeOf } from './expr.ts';
import {
  applyAdjustments,
  type FnCtxt,
  lowerCtxtIn,
  registerObligations,
  reportUnresolved,
  resolveWithObligations,
  shallowResolve,
} from './fnCtxt.ts';
import { containerArgsFor, type Pick, probeMethod } from './methodProbe.ts';
import { instantiateMethodSig, instantiatePredicates, writeMethodCall } from './traitMethod.ts';

export function checkMethodCall(
  fcx: FnCtxt,
  expr: ExprId,
  e: Expr & { readonly kind: 'MethodCall' },
  expected: Expectation,
): Ty {
  const receiver = resolveWithObligations(fcx, checkExpr(fcx, e.receiver));
  const scope = scopeOf(fcx, expr);
  const found = probeMethod(fcx, receiver, e.name, scope);
  if (found.kind !== 'Pick') {
    const why = found.kind === 'Ambiguous' ? { why: `more than one method \`${e.name}\` may be meant` } : {};
    reportUnresolved(fcx, expr, 'method', e.name, { on: receiver, ...why });
    checkArgumentsUnknown(fcx, e.args);
    return unknownTy;
  }
  const sig = confirmMethod(fcx, expr, e.receiver, receiver, found.pick, e.generics, scope);
  const inputs = sig.inputs.slice(1);
  const expectedInputs = expectedInputsForOutput(fcx, expected, sig.output, inputs);
  checkArguments(fcx, inputs, expectedInputs, e.args, false);
  return sig.output;
}

/** Records the call of the picked method, and answers with its signature. */
function confirmMethod(
  fcx: FnCtxt,
  expr: ExprId,
  receiver: ExprId,
  receiverTy: Ty,
  pick: Pick,
  generics: GenericArgsRef | undefined,
  scope: HirFileId | undefined,
): FnSig {
  const selfTy = adjustReceiver(fcx, receiver, receiverTy, pick);
  const containerArgs =
    pick.from.kind === 'Object'
      ? objectArgs(fcx, selfTy, pick.from.trait.def, pick.from.trait)
      : containerArgsFor(fcx, pick.from);
  const args = methodArgs(fcx, pick.item.def, containerArgs, generics, scope);
  const obligations: Obligation[] = [];
  const sig = instantiateMethodSig(fcx, pick.item.def, args, obligations);
  const declared = sig.inputs[0];
  if (declared) fcx.infcx.unify(declared, selfTy);
  instantiatePredicates(fcx, pick.item.def, args, obligations);
  registerObligations(fcx, obligations);
  writeMethodCall(fcx, expr, { def: pick.item.def, args });
  return sig;
}

function methodArgs(
  fcx: FnCtxt,
  method: DefId,
  containerArgs: GenericArgs,
  written: GenericArgsRef | undefined,
  scope: HirFileId | undefined,
): GenericArgs {
  if (!written) return fcx.infcx.freshArgsFor(method, containerArgs.list);
  return lowerGenericArgs(lowerCtxtIn(fcx, scope), method, written, containerArgs.list, true);
}

function adjustReceiver(fcx: FnCtxt, receiver: ExprId, receiverTy: Ty, pick: Pick): Ty {
  const walk = autoderef(fcx, receiverTy, { includeRawPointers: true });
  let target = receiverTy;
  for (let step = walk.next(); step; step = walk.next()) {
    target = step.ty;
    if (step.derefs === pick.autoderefs) break;
  }
  const steps: Adjustment[] = adjustSteps(fcx, walk);
  const { autoref } = pick;
  if (autoref?.kind === 'Ref') {
    const { mutable } = autoref;
    const place = shallowResolve(fcx, target);
    target = mkRef(place, mutable);
    steps.push({ kind: 'Borrow', target, mutable, raw: false });
    if (autoref.unsize && place.kind === 'Array') {
      target = mkRef(mkSlice(place.elem), mutable);
      steps.push({ kind: 'Pointer', target, cast: 'Unsize' });
    }
  } else if (autoref?.kind === 'ToConstPtr') {
    const pointer = shallowResolve(fcx, target);
    if (pointer.kind === 'RawPtr') {
      target = mkRawPtr(pointer.inner, false);
      steps.push({ kind: 'Pointer', target, cast: 'MutToConstPointer' });
    }
  }
  registerObligations(fcx, walk.obligations());
  applyAdjustments(fcx, receiver, steps);
  return target;
}

/** The arguments of the trait as the object type behind the receiver has them. */
function objectArgs(fcx: FnCtxt, selfTy: Ty, trait: DefId, picked: TraitRef): GenericArgs {
  const walk = autoderef(fcx, selfTy);
  for (let step = walk.next(); step; step = walk.next()) {
    if (step.ty.kind !== 'Dynamic' || !step.ty.principal) continue;
    const principal: TraitRef = {
      def: step.ty.principal.def,
      args: mkArgs([step.ty, ...step.ty.principal.args.list]),
    };
    const upcast = supertraits(fcx.db, principal).find((t) => t.def === trait);
    if (upcast) return upcast.args;
  }
  return picked.args;
}
