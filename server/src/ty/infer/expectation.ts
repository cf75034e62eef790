/**
 * What the context of an expression says of its type, before the expression is looked at. A hint only: nothing is
 * unified with it except where a coercion site says so. After `rustc_hir_typeck::expectation`.
 */
import type { Ty } from '../types.ts';
import type { FnCtxt } from './fnCtxt.ts';
import { shallowResolve, structTail } from './fnCtxt.ts';

export type Expectation =
  | { readonly kind: 'None' }
  /** The expression will have this type, or be coerced to it. */
  | { readonly kind: 'HasType'; readonly ty: Ty }
  /** The expression is the operand of a cast to this type. */
  | { readonly kind: 'Castable'; readonly ty: Ty }
  /** The expression's address is taken to become this unsized type: `&[1, 2] as &[u8]`. */
  | { readonly kind: 'RvalueLikeUnsized'; readonly ty: Ty };

export const noExpectation: Expectation = { kind: 'None' };

export function hasType(ty: Ty): Expectation {
  return { kind: 'HasType', ty };
}

export function castable(ty: Ty): Expectation {
  return { kind: 'Castable', ty };
}

/**
 * The hint for an rvalue that is to become a `ty`, which may be unsized: the rvalue itself cannot be, so that the
 * expectation must not be taken literally (`Box::new` of a `Box<[T]>`).
 */
export function rvalueHint(fcx: FnCtxt, ty: Ty): Expectation {
  const tail = structTail(fcx, ty);
  return tail.kind === 'Slice' || tail.kind === 'Str' || tail.kind === 'Dynamic'
    ? { kind: 'RvalueLikeUnsized', ty }
    : hasType(ty);
}

/** The type behind any hint. */
export function hintedType(fcx: FnCtxt, expected: Expectation): Ty | undefined {
  return expected.kind === 'None' ? undefined : fcx.infcx.resolveVars(expected.ty);
}

/** The type if the expression really is to have it. */
export function onlyHasType(fcx: FnCtxt, expected: Expectation): Ty | undefined {
  return expected.kind === 'HasType' ? fcx.infcx.resolveVars(expected.ty) : undefined;
}

/** The type that the branches of a conditional coerce to; a fresh variable if nothing is expected. */
export function coercionTarget(fcx: FnCtxt, expected: Expectation): Ty {
  return onlyHasType(fcx, expected) ?? fcx.infcx.nextTyVar();
}

/**
 * The expectation to pass on to each of several branches. An unbound variable is withheld: the first branch would
 * bind it and force its type on the others, where coercion to a common type is wanted.
 */
export function adjustForBranches(fcx: FnCtxt, expected: Expectation): Expectation {
  switch (expected.kind) {
    case 'HasType': {
      const ty = shallowResolve(fcx, expected.ty);
      return ty.kind === 'Infer' && ty.variable.kind === 'Ty' ? noExpectation : hasType(ty);
    }
    case 'RvalueLikeUnsized':
      return expected;
    default:
      return noExpectation;
  }
}
