/**
 * `as` casts. They are looked at after fallback: whether a cast is a coercion or one of the primitive conversions
 * depends on types that the rest of the body may settle. A coercion goes first. After `rustc_hir_typeck::cast`.
 */
import type { ExprId } from '../../hir/body/body.ts';
import { adtVariants } from '../adt.ts';
import type { CastKind } from '../inferenceResult.ts';
import { mkFnPtr, mkRawPtr } from '../intern.ts';
import type { Ty } from '../types.ts';
import { closureMentionsUpvars } from './closure.ts';
import { tryCoerce } from './coerce.ts';
import { type FnCtxt, fnSigOfTy, resolveWithObligations } from './fnCtxt.ts';

export interface CastCheck {
  readonly cast: ExprId;
  readonly operand: ExprId;
  readonly from: Ty;
  readonly to: Ty;
}

export function deferCast(fcx: FnCtxt, cast: ExprId, operand: ExprId, from: Ty, to: Ty): void {
  fcx.deferredCasts.push({ cast, operand, from, to });
}

export function checkCasts(fcx: FnCtxt): void {
  for (const check of fcx.deferredCasts) fcx.casts.set(check.cast, castKind(fcx, check));
  fcx.deferredCasts.length = 0;
}

function castKind(fcx: FnCtxt, { operand, from: fromTy, to: toTy }: CastCheck): CastKind {
  const from = resolveWithObligations(fcx, fromTy);
  const to = resolveWithObligations(fcx, toTy);
  if (from.kind === 'Unknown' || to.kind === 'Unknown') return 'Unknown';
  if (tryCoerce(fcx, operand, from, to)) {
    // Of raw pointers that is not the end of it: they may point to types of other lifetimes.
    if (from.kind === 'RawPtr' && to.kind === 'RawPtr') return 'PtrToPtr';
    // A number to itself is no conversion, but not a coercion that anybody has to do either.
    return fcx.adjustments.has(operand) ? 'Coercion' : 'Noop';
  }

  switch (from.kind) {
    case 'FnDef': {
      const pointer = mkFnPtr(fnSigOfTy(fcx, from));
      return tryCoerce(fcx, operand, from, pointer) ? fnPtrCast(to) : 'Unknown';
    }
    case 'Closure':
      return closureMentionsUpvars(fcx, from.def) ? 'Unknown' : fnPtrCast(to);
    case 'FnPtr':
      return fnPtrCast(to);
    case 'RawPtr':
      return to.kind === 'RawPtr' ? 'PtrToPtr' : isNumber(to) ? 'PtrToAddr' : 'Unknown';
    case 'Ref': {
      // `&[T; N] as *const T`
      const inner = resolveWithObligations(fcx, from.inner);
      if (
        to.kind === 'RawPtr' &&
        inner.kind === 'Array' &&
        tryCoerce(fcx, operand, from, mkRawPtr(inner, to.mutable))
      ) {
        fcx.infcx.unify(inner.elem, to.inner);
        return 'ArrayToPointer';
      }
      return 'Unknown';
    }
    case 'Adt':
      return isNumber(to) && isFieldless(fcx, from) ? 'EnumToInt' : 'Unknown';
    default:
      if (isNumber(from) || from.kind === 'Bool' || from.kind === 'Char') {
        if (isNumber(to) || to.kind === 'Char') return 'Numeric';
        if (to.kind === 'RawPtr') return 'AddrToPtr';
      }
      return 'Unknown';
  }
}

function fnPtrCast(to: Ty): CastKind {
  return to.kind === 'RawPtr' ? 'FnPtrToPtr' : isNumber(to) ? 'FnPtrToAddr' : 'Unknown';
}

function isNumber(ty: Ty): boolean {
  return (
    ty.kind === 'Int' ||
    ty.kind === 'Uint' ||
    ty.kind === 'Float' ||
    (ty.kind === 'Infer' && ty.variable.kind !== 'Ty')
  );
}

function isFieldless(fcx: FnCtxt, ty: Ty & { readonly kind: 'Adt' }): boolean {
  return adtVariants(fcx.db, ty.def).every((v) => v.fields.length === 0);
}
