/**
 * Patterns against the type of what they match.
 *
 * A pattern that cannot match a reference looks through it ("match ergonomics"): the references it passes are its
 * adjustments, and they decide how the bindings inside bind by default. A `&` pattern or (before the 2024 edition,
 * which forbids it there) an explicit `mut` starts from "by value" again. After `rustc_hir_typeck::pat`.
 */
import type { Literal, Pat, PatBound, PathRef, PatId } from '../../hir/body/body.ts';
import type { HirFileId } from '../../hir/hirFile.ts';
import { mkAdt, mkArray, mkRef, mkSlice, mkTuple, mkUsize, prim, unknownTy } from '../intern.ts';
import type { Const, Ty } from '../types.ts';
import { checkExprHasType, fixedLiteralTy } from './expr.ts';
import { fieldIndex } from './field.ts';
import {
  bindingTy,
  boxedTy,
  type FnCtxt,
  fieldTy,
  resolveWithObligations,
  shallowResolve,
} from './fnCtxt.ts';
import { resolveStructPath, resolveValue, structOf, type Value } from './path.ts';
import { registerPredicatesOf } from './traitMethod.ts';

type BindingMode = 'move' | 'ref' | 'refMut';

/** Patterns nest at most this deep; deeper ones are unknown. */
const maxPatDepth = 500;

/** Checks a whole pattern against the type of the place it matches. */
export function checkPatTop(fcx: FnCtxt, pat: PatId, expected: Ty): void {
  checkPat(fcx, pat, expected, 'move', 0);
}

function checkPat(fcx: FnCtxt, id: PatId, expected: Ty, outerMode: BindingMode, depth: number): void {
  const pat = fcx.body.pats[id];
  if (!pat || depth > maxPatDepth) {
    fcx.patTypes[id] = unknownTy;
    return;
  }
  // A path must be resolved first: a const is compared with the reference itself, a unit variant is not.
  const value = pat.kind === 'Path' ? resolvePatPath(fcx, id, pat.path) : undefined;
  let ty = expected;
  let mode = outerMode;
  if (looksThroughReferences(pat, value)) {
    ty = resolveWithObligations(fcx, ty);
    if (ty.kind === 'Ref') {
      const peeled: Ty[] = [];
      while (ty.kind === 'Ref' && peeled.length < 64) {
        peeled.push(ty);
        mode = mode === 'ref' || !ty.mutable ? 'ref' : 'refMut';
        ty = resolveWithObligations(fcx, ty.inner);
      }
      fcx.patAdjustments.set(id, peeled);
    }
  } else if (pat.kind === 'Ref') mode = 'move';
  fcx.patTypes[id] = ty;
  checkPatKind(fcx, id, pat, ty, mode, value, depth + 1);
}

/** Whether a pattern of this form never matches a reference itself. */
function looksThroughReferences(pat: Pat, value: Value | undefined): boolean {
  switch (pat.kind) {
    case 'Struct':
    case 'TupleStruct':
    case 'Tuple':
    case 'Box':
    case 'Range':
    case 'Slice':
      return true;
    case 'Literal':
      return !isReferenceLiteral(pat.literal);
    case 'Path':
      return value?.value.kind === 'Ctor';
    default:
      return false;
  }
}

function isReferenceLiteral(literal: Literal): boolean {
  return literal.kind === 'Str' || literal.kind === 'ByteStr' || literal.kind === 'CStr';
}

function checkPatKind(
  fcx: FnCtxt,
  id: PatId,
  pat: Pat,
  expected: Ty,
  mode: BindingMode,
  value: Value | undefined,
  depth: number,
): void {
  switch (pat.kind) {
    case 'Missing':
    case 'Wild':
    case 'Rest':
      return;
    case 'Binding': {
      const declared = fcx.body.bindings[pat.binding];
      const bound: BindingMode =
        !declared || (declared.mode === 'move' && !declared.mutable) ? mode : declared.mode;
      fcx.bindingModes[pat.binding] = bound;
      const ty = bound === 'move' ? expected : mkRef(expected, bound === 'refMut');
      const variable = bindingTy(fcx, pat.binding);
      fcx.infcx.unify(ty, variable);
      if (pat.sub !== undefined) checkPat(fcx, pat.sub, expected, mode, depth);
      return;
    }
    case 'Path':
      if (value) fcx.infcx.unify(expected, value.ty);
      return;
    case 'Literal':
      fcx.infcx.unify(expected, patLiteralTy(fcx, pat.literal, expected));
      return;
    case 'Range':
      for (const bound of [pat.start, pat.end]) {
        if (bound) fcx.infcx.unify(expected, boundTy(fcx, id, bound));
      }
      return;
    case 'Tuple':
      checkTuplePat(fcx, pat, expected, mode, depth);
      return;
    case 'TupleStruct':
      checkTupleStruct(fcx, id, pat, expected, mode, depth);
      return;
    case 'Struct':
      checkStructPat(fcx, id, pat, expected, mode, depth);
      return;
    case 'Ref': {
      const at = shallowResolve(fcx, expected);
      let inner: Ty;
      if (at.kind === 'Ref' && at.mutable === pat.mutable) inner = at.inner;
      else {
        inner = fcx.infcx.nextTyVar();
        fcx.infcx.unify(expected, mkRef(inner, pat.mutable));
      }
      checkPat(fcx, pat.pat, inner, 'move', depth);
      return;
    }
    case 'Box': {
      const inner = boxedTy(fcx, resolveWithObligations(fcx, expected)) ?? unknownTy;
      checkPat(fcx, pat.pat, inner, mode, depth);
      return;
    }
    case 'Or':
      for (const alternative of pat.pats) checkPat(fcx, alternative, expected, mode, depth);
      return;
    case 'Slice':
      checkSlicePat(fcx, pat, expected, mode, depth);
      return;
    case 'ConstBlock':
      checkExprHasType(fcx, pat.expr, expected);
      return;
  }
}

function patScope(fcx: FnCtxt, id: PatId): HirFileId | undefined {
  return fcx.body.patScopes[id];
}

function resolvePatPath(fcx: FnCtxt, id: PatId, path: PathRef): Value | undefined {
  const value = resolveValue(fcx, path, patScope(fcx, id));
  if (value) fcx.patPaths.set(id, value.value);
  return value;
}

/** A byte string matches slices as well as arrays. */
function patLiteralTy(fcx: FnCtxt, literal: Literal, expected: Ty): Ty {
  const ty = fixedLiteralTy(fcx, literal);
  if (literal.kind === 'ByteStr') {
    const at = resolveWithObligations(fcx, expected);
    if (at.kind === 'Ref' && resolveWithObligations(fcx, at.inner).kind === 'Slice') {
      return mkRef(mkSlice(prim.u8), false);
    }
  }
  return ty;
}

function boundTy(fcx: FnCtxt, id: PatId, bound: PatBound): Ty {
  if (bound.kind === 'Literal') return fixedLiteralTy(fcx, bound.literal);
  return resolveValue(fcx, bound.path, patScope(fcx, id))?.ty ?? unknownTy;
}

/**
 * The place of each subpattern among `count` elements, `..` standing for those left over. Too many patterns (an
 * error) get places that do not exist.
 */
function places(patCount: number, rest: number | undefined, count: number): number[] {
  const gap = rest === undefined ? 0 : Math.max(0, count - patCount);
  return Array.from({ length: patCount }, (_, i) => (rest !== undefined && i >= rest ? i + gap : i));
}

function checkTuplePat(
  fcx: FnCtxt,
  pat: Pat & { readonly kind: 'Tuple' },
  expected: Ty,
  mode: BindingMode,
  depth: number,
): void {
  const at = resolveWithObligations(fcx, expected);
  const known = at.kind === 'Tuple' ? at.elems.length : pat.pats.length;
  const count = pat.rest === undefined ? pat.pats.length : Math.max(known, pat.pats.length);
  let elems: readonly Ty[];
  if (at.kind === 'Tuple' && at.elems.length === count) elems = at.elems;
  else {
    elems = Array.from({ length: count }, () => fcx.infcx.nextTyVar());
    fcx.infcx.unify(expected, mkTuple(elems));
  }
  const indexes = places(pat.pats.length, pat.rest, count);
  pat.pats.forEach((sub, i) => {
    checkPat(fcx, sub, elems[indexes[i]!] ?? unknownTy, mode, depth);
  });
}

function checkTupleStruct(
  fcx: FnCtxt,
  id: PatId,
  pat: Pat & { readonly kind: 'TupleStruct' },
  expected: Ty,
  mode: BindingMode,
  depth: number,
): void {
  const value = resolvePatPath(fcx, id, pat.path);
  const found =
    value?.value.kind === 'Ctor' && value.value.def !== undefined
      ? structOf(fcx, value.value.def, value.value.args)
      : undefined;
  if (!found) {
    for (const sub of pat.pats) checkPat(fcx, sub, unknownTy, mode, depth);
    return;
  }
  const { variant, adt, args } = found;
  fcx.infcx.unify(expected, mkAdt(adt, args));
  const at = places(pat.pats.length, pat.rest, variant.fields.length);
  fcx.patFields.set(id, at);
  pat.pats.forEach((sub, i) => {
    checkPat(fcx, sub, fieldTy(fcx, variant, at[i]!, args), mode, depth);
  });
}

function checkStructPat(
  fcx: FnCtxt,
  id: PatId,
  pat: Pat & { readonly kind: 'Struct' },
  expected: Ty,
  mode: BindingMode,
  depth: number,
): void {
  const found = resolveStructPath(fcx, pat.path, patScope(fcx, id));
  if (!found) {
    for (const field of pat.fields) checkPat(fcx, field.pat, unknownTy, mode, depth);
    return;
  }
  const { variant, adt, args } = found;
  fcx.patPaths.set(id, { kind: 'Adt', def: variant.def, args });
  registerPredicatesOf(fcx, adt, args);
  fcx.infcx.unify(expected, mkAdt(adt, args));
  const indexes = pat.fields.map((f) => fieldIndex(variant, f.name));
  fcx.patFields.set(id, indexes);
  pat.fields.forEach((field, i) => {
    const index = indexes[i]!;
    checkPat(fcx, field.pat, index < 0 ? unknownTy : fieldTy(fcx, variant, index, args), mode, depth);
  });
}

function checkSlicePat(
  fcx: FnCtxt,
  pat: Pat & { readonly kind: 'Slice' },
  expected: Ty,
  mode: BindingMode,
  depth: number,
): void {
  const at = resolveWithObligations(fcx, expected);
  const fixed = pat.before.length + pat.after.length;
  let elem: Ty = unknownTy;
  let rest: Ty = unknownTy;
  if (at.kind === 'Slice') {
    elem = at.elem;
    rest = at;
  } else if (at.kind === 'Array') {
    elem = at.elem;
    rest = mkArray(elem, restLength(fcx, at.len, fixed, pat.rest !== undefined));
  }
  for (const sub of [...pat.before, ...pat.after]) checkPat(fcx, sub, elem, mode, depth);
  if (pat.rest !== undefined && pat.rest !== 'ignored') checkPat(fcx, pat.rest, rest, mode, depth);
}

/** The length of what `..` matches; without one the pattern tells the array's length. */
function restLength(fcx: FnCtxt, len: Const, fixed: number, hasRest: boolean): Const {
  const known = fcx.infcx.resolveConst(len);
  if (!hasRest) {
    fcx.infcx.unifyConsts(known, mkUsize(fixed));
    return mkUsize(0);
  }
  return known.kind === 'Value' && typeof known.value === 'bigint' && known.value >= BigInt(fixed)
    ? mkUsize(known.value - BigInt(fixed))
    : fcx.infcx.nextConstVar();
}

/** Whether bindings inside are written `ref` or `ref mut`, and the stronger of them. */
export function explicitRefBindings(fcx: FnCtxt, id: PatId): 'ref' | 'refMut' | undefined {
  let found: 'ref' | 'refMut' | undefined;
  const visit = (at: PatId): void => {
    const pat = fcx.body.pats[at];
    if (!pat || found === 'refMut') return;
    switch (pat.kind) {
      case 'Binding': {
        const mode = fcx.body.bindings[pat.binding]?.mode;
        if (mode === 'refMut' || (mode === 'ref' && found === undefined)) found = mode;
        if (pat.sub !== undefined) visit(pat.sub);
        break;
      }
      case 'Tuple':
      case 'TupleStruct':
      case 'Or':
        pat.pats.forEach(visit);
        break;
      case 'Struct':
        for (const field of pat.fields) visit(field.pat);
        break;
      case 'Ref':
      case 'Box':
        visit(pat.pat);
        break;
      case 'Slice':
        pat.before.forEach(visit);
        if (typeof pat.rest === 'number') visit(pat.rest);
        pat.after.forEach(visit);
        break;
      default:
    }
  };
  visit(id);
  return found;
}
