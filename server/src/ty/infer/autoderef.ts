/**
 * The types that a value has under repeated dereference: `T`, `*T`, `**T`, … through references, boxes, on request
 * raw pointers, and through `Deref` impls. After `rustc_hir_analysis::autoderef`.
 *
 * The walk is lazy, since most callers stop at the first or second type. What the overloaded steps leave to be
 * proved is collected, for the caller to register once it has settled on a step.
 */

import type { Adjustment, Callee } from '../inferenceResult.ts';
import { mkArgs, mkProjection, mkTraitRef } from '../intern.ts';
import type { Obligation } from '../obligation.ts';
import type { Ty } from '../types.ts';
import {
  boxedTy,
  type FnCtxt,
  isTyVar,
  normalizeNow,
  resolveWithObligations,
  shallowResolve,
  traitMayHold,
} from './fnCtxt.ts';

export interface AutoderefStep {
  readonly ty: Ty;
  /** How many dereferences lead here. */
  readonly derefs: number;
}

/** How one type was dereferenced. */
export interface DerefOf {
  readonly source: Ty;
  readonly target: Ty;
  readonly overloaded: boolean;
}

export interface Autoderef {
  /** The next type; the first is the base itself. Undefined at the end. */
  next(): AutoderefStep | undefined;
  /** The dereferences made so far. */
  readonly path: readonly DerefOf[];
  obligations(): readonly Obligation[];
  /** The walk ended at an unresolved variable (or at something unknown): there might be more. */
  readonly endedAtVar: () => boolean;
  /** A raw pointer was passed. */
  readonly throughRawPtr: () => boolean;
}

/** rustc's recursion limit bounds the number of steps; so does ours, tighter, as no real chain is that long. */
const maxSteps = 64;

export function autoderef(
  fcx: FnCtxt,
  base: Ty,
  options: { readonly includeRawPointers?: boolean } = {},
): Autoderef {
  const path: DerefOf[] = [];
  const obligations: Obligation[] = [];
  const seen = new Set<number>();
  let current = base;
  let started = false;
  let throughRawPtr = false;
  return {
    path,
    obligations: () => obligations,
    endedAtVar: () => {
      const at = shallowResolve(fcx, current);
      return isTyVar(at) || at.kind === 'Unknown';
    },
    throughRawPtr: () => throughRawPtr,
    next() {
      if (!started) {
        started = true;
        current = resolveWithObligations(fcx, current);
        return { ty: current, derefs: 0 };
      }
      current = resolveWithObligations(fcx, current);
      if (path.length >= maxSteps || isTyVar(current) || seen.has(current.id)) return undefined;
      seen.add(current.id);
      const builtin = builtinDeref(fcx, current, options.includeRawPointers ?? false);
      if (builtin) {
        if (current.kind === 'RawPtr') throughRawPtr = true;
        path.push({ source: current, target: builtin, overloaded: false });
        current = shallowResolve(fcx, builtin);
        return { ty: current, derefs: path.length };
      }
      const target = overloadedDerefTy(fcx, current, obligations);
      if (!target) return undefined;
      path.push({ source: current, target, overloaded: true });
      current = target;
      return { ty: current, derefs: path.length };
    },
  };
}

/** `*x` without a call: references, boxes, and raw pointers where they count. */
export function builtinDeref(fcx: FnCtxt, ty: Ty, includeRawPointers: boolean): Ty | undefined {
  if (ty.kind === 'Ref') return ty.inner;
  if (ty.kind === 'RawPtr') return includeRawPointers ? ty.inner : undefined;
  return boxedTy(fcx, ty);
}

function overloadedDerefTy(fcx: FnCtxt, ty: Ty, obligations: Obligation[]): Ty | undefined {
  // No `Deref` impl is for one of these; most walks end here.
  if (ty.kind !== 'Adt' && ty.kind !== 'Param' && ty.kind !== 'Projection' && ty.kind !== 'Opaque')
    return undefined;
  const derefTrait = fcx.lang('deref');
  const derefTarget = fcx.lang('deref_target');
  if (derefTrait === undefined || derefTarget === undefined) return undefined;
  if (!traitMayHold(fcx, mkTraitRef(derefTrait, ty))) return undefined;
  const target = normalizeNow(fcx, mkProjection(derefTarget, mkArgs([ty])), obligations);
  return target.kind === 'Unknown' ? undefined : target;
}

/** The dereferences of a walk (the first `count` of them) as adjustments. */
export function adjustSteps(fcx: FnCtxt, walk: Autoderef, count = walk.path.length): Adjustment[] {
  return walk.path.slice(0, count).map(({ source, target, overloaded }) => ({
    kind: 'Deref',
    target,
    // Immutable at first: `convertPlaceDerefsToMutable` changes it where the place turns out to be used mutably.
    overloaded: overloaded ? derefCallee(fcx, source, false) : undefined,
  }));
}

/** `Deref::deref` or `DerefMut::deref_mut` for a type. */
export function derefCallee(
  fcx: FnCtxt,
  self: Ty,
  mutable: boolean,
): { readonly callee: Callee; readonly mutable: boolean } | undefined {
  const def = fcx.traitMethod(mutable ? 'deref_mut' : 'deref', mutable ? 'deref_mut' : 'deref');
  return def === undefined ? undefined : { callee: { def, args: mkArgs([self]) }, mutable };
}
