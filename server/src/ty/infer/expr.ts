/**
 * Checking expressions: the dispatcher and the forms that need no file of their own. Each form is checked in rustc's
 * order (`rustc_hir_typeck::expr`), because what is checked first decides what the rest may assume.
 *
 * `fcx.diverges` says whether control flow cannot get past the expressions checked so far. Each expression starts
 * with a clean slate and adds to what was before, so that a form can look at its parts one by one.
 */
import type { Expr, ExprId, Literal } from '../../hir/body/body.ts';
import type { HirFileId } from '../../hir/hirFile.ts';
import type { ConstRef } from '../../hir/typeRef.ts';
import {
  emptyArgs,
  mkAdt,
  mkArray,
  mkRawPtr,
  mkRef,
  mkTuple,
  mkUsize,
  prim,
  primTy,
  unit,
  unknownTy,
} from '../intern.ts';
import { lowerConst } from '../lowerConst.ts';
import type { Const, Ty } from '../types.ts';
import { checkAwait } from './await.ts';
import { checkBlock } from './block.ts';
import { checkCall } from './callee.ts';
import { deferCast } from './cast.ts';
import { checkClosure, checkInlineConst } from './closure.ts';
import { demandCoerce } from './coerce.ts';
import { coerceInto, completeCoerceMany, newCoerceMany } from './coerceMany.ts';
import {
  checkBreak,
  checkContinue,
  checkIf,
  checkLet,
  checkLoop,
  checkMatch,
  checkReturn,
} from './controlFlow.ts';
import {
  castable,
  type Expectation,
  hasType,
  hintedType,
  noExpectation,
  onlyHasType,
  rvalueHint,
} from './expectation.ts';
import { checkField } from './field.ts';
import {
  applyAdjustments,
  bindingTy,
  type FnCtxt,
  lowerCtxtIn,
  lowerTypeRef,
  reportUnresolved,
  requireTrait,
  resolveWithObligations,
  selectWherePossible,
  shallowResolve,
} from './fnCtxt.ts';
import { checkMethodCall } from './methodCall.ts';
import { checkAssignOp, checkBinary, checkUnary } from './operator.ts';
import { checkPathExpr } from './path.ts';
import {
  constitutesReadForNever,
  convertPlaceDerefsToMutable,
  isPlaceExpr,
  lookupDerefing,
  lookupIndexing,
} from './place.ts';
import { checkStruct } from './structExpr.ts';

/** Expressions nest at most this deep; deeper ones are unknown. Each level takes a few frames of the stack. */
const maxExprDepth = 800;

export function checkExpr(fcx: FnCtxt, expr: ExprId): Ty {
  return checkExprWithExpectation(fcx, expr, noExpectation);
}

export function checkExprWithHint(fcx: FnCtxt, expr: ExprId, hint: Ty): Ty {
  return checkExprWithExpectation(fcx, expr, hasType(hint));
}

/** Checks an expression that is to become a `ty`: a coercion site. */
export function checkExprCoercibleTo(fcx: FnCtxt, expr: ExprId, ty: Ty): Ty {
  return demandCoerce(fcx, expr, checkExprWithHint(fcx, expr, ty), ty);
}

/** Checks an expression that must have just this type; only `!` may still become it. */
export function checkExprHasType(fcx: FnCtxt, expr: ExprId, expected: Ty): Ty {
  const ty = checkExprWithHint(fcx, expr, expected);
  if (shallowResolve(fcx, ty).kind === 'Never' && constitutesReadForNever(fcx, expr)) {
    applyAdjustments(fcx, expr, [{ kind: 'NeverToAny', target: expected }]);
    return expected;
  }
  fcx.infcx.unify(expected, ty);
  return ty;
}

/** Checks an expression whose place is about to be used mutably. */
export function checkExprAsMutPlace(fcx: FnCtxt, expr: ExprId, expected: Expectation = noExpectation): Ty {
  const ty = checkExprWithExpectation(fcx, expr, expected);
  convertPlaceDerefsToMutable(fcx, expr);
  return ty;
}

export function checkExprWithExpectation(fcx: FnCtxt, expr: ExprId, expected: Expectation): Ty {
  const e = fcx.body.exprs[expr];
  if (!e || fcx.exprDepth >= maxExprDepth) {
    fcx.exprTypes[expr] = unknownTy;
    return unknownTy;
  }
  const divergedBefore = fcx.diverges;
  fcx.diverges = false;
  fcx.exprDepth++;
  const ty = checkKind(fcx, expr, e, expected);
  fcx.exprDepth--;
  if (shallowResolve(fcx, ty).kind === 'Never' && constitutesReadForNever(fcx, expr)) fcx.diverges = true;
  fcx.exprTypes[expr] = ty;
  fcx.diverges ||= divergedBefore;
  return ty;
}

function checkKind(fcx: FnCtxt, expr: ExprId, e: Expr, expected: Expectation): Ty {
  switch (e.kind) {
    case 'Missing':
      return unknownTy;
    case 'UnresolvedMacro':
      reportUnresolved(fcx, expr, 'macro', e.name, { why: e.why });
      return unknownTy;
    case 'Literal':
      return literalTy(fcx, e.literal, expected);
    case 'Local':
      return bindingTy(fcx, e.binding);
    case 'Path':
      return checkPathExpr(fcx, expr, e.path);
    case 'Block':
      return checkBlock(fcx, expr, e, expected);
    case 'If':
      return checkIf(fcx, e, expected);
    case 'Let':
      return checkLet(fcx, e);
    case 'Match':
      return checkMatch(fcx, e, expected);
    case 'Loop':
      return checkLoop(fcx, expr, e, expected);
    case 'Break':
      return checkBreak(fcx, e);
    case 'Continue':
      return checkContinue();
    case 'Return':
      return checkReturn(fcx, e);
    case 'Call':
      return checkCall(fcx, expr, e, expected);
    case 'MethodCall':
      return checkMethodCall(fcx, expr, e, expected);
    case 'Field':
      return checkField(fcx, expr, e);
    case 'Index':
      return checkIndex(fcx, expr, e.base, e.index);
    case 'Unary': {
      if (e.op === 'Deref') return checkDeref(fcx, expr, e.expr);
      const operand = resolveWithObligations(fcx, checkExprWithExpectation(fcx, e.expr, expected));
      return checkUnary(fcx, expr, e.op, operand);
    }
    case 'Binary':
      return checkBinary(fcx, expr, e.op, e.lhs, e.rhs);
    case 'Assign': {
      if (fcx.body.exprs[e.lhs]?.kind === 'Underscore') {
        fcx.exprTypes[e.lhs] = checkExpr(fcx, e.rhs);
        return unit;
      }
      fcx.unreadPlaces.add(e.lhs);
      const lhs = checkExprAsMutPlace(fcx, e.lhs);
      checkExprCoercibleTo(fcx, e.rhs, lhs);
      return unit;
    }
    case 'AssignOp':
      return checkAssignOp(fcx, expr, e.op, e.lhs, e.rhs);
    case 'Ref':
      return checkRef(fcx, e, expected);
    case 'Cast': {
      const target = lowerTypeRef(fcx, e.ty, scopeOf(fcx, expr));
      const operand = checkExprWithExpectation(fcx, e.expr, castable(resolveWithObligations(fcx, target)));
      deferCast(fcx, expr, e.expr, operand, target);
      return target;
    }
    case 'Tuple':
      return checkTuple(fcx, e.elems, expected);
    case 'Array':
      return checkArray(fcx, e.elems, expected);
    case 'Repeat':
      return checkRepeat(fcx, expr, e, expected);
    case 'Struct':
      return checkStruct(fcx, expr, e, expected);
    case 'Closure':
      return checkClosure(fcx, expr, e, expected);
    case 'InlineConst':
      return checkInlineConst(fcx, expr, e, expected);
    case 'Await':
      return checkAwait(fcx, expr, e.expr);
    case 'Yield':
      if (e.value !== undefined) checkExpr(fcx, e.value);
      return unknownTy;
    case 'Underscore':
      return fcx.infcx.nextTyVar();
    case 'OffsetOf':
      return prim.usize;
    case 'InlineAsm':
      for (const operand of e.operands) checkExpr(fcx, operand);
      return unit;
  }
}

export function scopeOf(fcx: FnCtxt, expr: ExprId): HirFileId | undefined {
  return fcx.body.exprScopes[expr];
}

/** The type of a literal; an unsuffixed number takes the expected type if that is a number. */
function literalTy(fcx: FnCtxt, literal: Literal, expected: Expectation): Ty {
  switch (literal.kind) {
    case 'Int': {
      if (literal.suffix) return primTy(literal.suffix) ?? unknownTy;
      const hint = hintedType(fcx, expected);
      switch (hint?.kind) {
        case 'Int':
        case 'Uint':
          return hint;
        // Hints from casts: `b as char`, `0 as *const T`.
        case 'Char':
          return prim.u8;
        case 'RawPtr':
        case 'FnDef':
        case 'FnPtr':
          return prim.usize;
        default:
          return fcx.infcx.nextIntVar();
      }
    }
    case 'Float': {
      if (literal.suffix) return primTy(literal.suffix) ?? unknownTy;
      const hint = hintedType(fcx, expected);
      return hint?.kind === 'Float' ? hint : fcx.infcx.nextFloatVar();
    }
    default:
      return fixedLiteralTy(fcx, literal);
  }
}

/** The type of a literal that is no number. */
export function fixedLiteralTy(fcx: FnCtxt, literal: Literal): Ty {
  switch (literal.kind) {
    case 'Bool':
      return prim.bool;
    case 'Char':
      return prim.char;
    case 'Byte':
      return prim.u8;
    case 'Str':
      return mkRef(prim.str, false);
    case 'ByteStr':
      return mkRef(mkArray(prim.u8, mkUsize(literal.value.length)), false);
    case 'CStr': {
      const def = fcx.lang('CStr');
      return def === undefined ? unknownTy : mkRef(mkAdt(def, emptyArgs), false);
    }
    case 'Int':
      return (literal.suffix && primTy(literal.suffix)) || fcx.infcx.nextIntVar();
    case 'Float':
      return (literal.suffix && primTy(literal.suffix)) || fcx.infcx.nextFloatVar();
  }
}

function checkDeref(fcx: FnCtxt, expr: ExprId, operand: ExprId): Ty {
  const ty = resolveWithObligations(fcx, checkExpr(fcx, operand));
  const target = lookupDerefing(fcx, expr, operand, ty);
  if (!target) {
    if (ty.kind !== 'Unknown') reportUnresolved(fcx, expr, 'operator', '*', { on: ty });
    return unknownTy;
  }
  return target;
}

function checkIndex(fcx: FnCtxt, expr: ExprId, base: ExprId, index: ExprId): Ty {
  const baseTy = resolveWithObligations(fcx, checkExpr(fcx, base));
  const indexTy = checkExpr(fcx, index);
  const found = baseTy.kind === 'Unknown' ? undefined : lookupIndexing(fcx, expr, base, baseTy, indexTy);
  if (!found) {
    if (baseTy.kind !== 'Unknown') reportUnresolved(fcx, expr, 'operator', '[]', { on: baseTy });
    return unknownTy;
  }
  // `map[&id]` of a `&Id`: what the key can be borrowed as says how far the index is dereferenced.
  demandCoerce(fcx, index, indexTy, resolveWithObligations(fcx, found.index));
  selectWherePossible(fcx);
  return found.element;
}

function checkRef(fcx: FnCtxt, e: Expr & { readonly kind: 'Ref' }, expected: Expectation): Ty {
  const hinted = onlyHasType(fcx, expected);
  let hint = noExpectation;
  if (hinted?.kind === 'Ref' || hinted?.kind === 'RawPtr') {
    // A place may well be unsized; an rvalue that is to become unsized is not so itself.
    hint = isPlaceExpr(fcx, e.expr) ? hasType(hinted.inner) : rvalueHint(fcx, hinted.inner);
  }
  fcx.unreadPlaces.add(e.expr);
  const ty = e.mutable ? checkExprAsMutPlace(fcx, e.expr, hint) : checkExprWithExpectation(fcx, e.expr, hint);
  return e.raw ? mkRawPtr(ty, e.mutable) : mkRef(ty, e.mutable);
}

function checkTuple(fcx: FnCtxt, elems: readonly ExprId[], expected: Expectation): Ty {
  if (elems.length === 0) return unit;
  const hinted = onlyHasType(fcx, expected);
  const resolved = hinted && resolveWithObligations(fcx, hinted);
  const hints = resolved?.kind === 'Tuple' ? resolved.elems : [];
  const tys = elems.map((elem, i) => {
    const hint = hints[i];
    const ty = hint ? checkExprCoercibleTo(fcx, elem, hint) : checkExpr(fcx, elem);
    return hint ?? ty;
  });
  return mkTuple(tys);
}

/** The element type that an expected array or slice type hints at. */
function elementHint(ty: Ty | undefined): Ty | undefined {
  return ty?.kind === 'Array' || ty?.kind === 'Slice' ? ty.elem : undefined;
}

function checkArray(fcx: FnCtxt, elems: readonly ExprId[], expected: Expectation): Ty {
  const hinted = hintedType(fcx, expected);
  const target = elementHint(hinted && resolveWithObligations(fcx, hinted)) ?? fcx.infcx.nextTyVar();
  if (elems.length === 0) return mkArray(target, mkUsize(0));
  const many = newCoerceMany(target);
  for (const elem of elems) {
    coerceInto(fcx, many, elem, checkExprWithHint(fcx, elem, target));
  }
  const elemTy = completeCoerceMany(many);
  requireTrait(fcx, 'sized', elemTy);
  return mkArray(elemTy, mkUsize(elems.length));
}

function checkRepeat(
  fcx: FnCtxt,
  expr: ExprId,
  e: Expr & { readonly kind: 'Repeat' },
  expected: Expectation,
): Ty {
  const len = lowerLength(fcx, expr, e.len);
  const hinted = onlyHasType(fcx, expected);
  const hint = elementHint(hinted && resolveWithObligations(fcx, hinted));
  if (hint) {
    checkExprCoercibleTo(fcx, e.elem, hint);
    return mkArray(hint, len);
  }
  const ty = fcx.infcx.nextTyVar();
  checkExprHasType(fcx, e.elem, ty);
  return mkArray(ty, len);
}

function lowerLength(fcx: FnCtxt, expr: ExprId, len: ConstRef): Const {
  if (len.kind === 'Infer') return fcx.infcx.nextConstVar();
  return lowerConst(lowerCtxtIn(fcx, scopeOf(fcx, expr)), len, prim.usize);
}
