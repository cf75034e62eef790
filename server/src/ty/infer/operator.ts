/**
 * Operators. Every operator is first looked up as a call of its trait's method; if both sides turn out to be
 * primitive, the types of the built-in operator are enforced at once (which helps inference), and `writeback` drops
 * the call. `&&` and `||` are never overloaded. After `rustc_hir_typeck::op`.
 */
import type { ArithOp, BinaryOp, CmpOp, ExprId, UnaryOp } from '../../hir/body/body.ts';
import { isFloating, isIntegral, prim, unit, unknownTy } from '../intern.ts';
import type { Ty } from '../types.ts';
import { tryCoerce } from './coerce.ts';
import { hasType } from './expectation.ts';
import { checkExpr, checkExprCoercibleTo, checkExprWithExpectation } from './expr.ts';
import {
  applyAdjustments,
  type FnCtxt,
  isTyVar,
  registerObligations,
  reportUnresolved,
  resolveWithObligations,
  selectWherePossible,
} from './fnCtxt.ts';
import { convertPlaceDerefsToMutable } from './place.ts';
import { lookupMethodInTrait, type MethodCallee, writeMethodCall } from './traitMethod.ts';

interface OpItem {
  readonly trait: string;
  readonly method: string;
}

const binaryTraits: Record<ArithOp | CmpOp, OpItem> = {
  Add: { trait: 'add', method: 'add' },
  Sub: { trait: 'sub', method: 'sub' },
  Mul: { trait: 'mul', method: 'mul' },
  Div: { trait: 'div', method: 'div' },
  Rem: { trait: 'rem', method: 'rem' },
  BitAnd: { trait: 'bitand', method: 'bitand' },
  BitOr: { trait: 'bitor', method: 'bitor' },
  BitXor: { trait: 'bitxor', method: 'bitxor' },
  Shl: { trait: 'shl', method: 'shl' },
  Shr: { trait: 'shr', method: 'shr' },
  Eq: { trait: 'eq', method: 'eq' },
  Ne: { trait: 'eq', method: 'ne' },
  Lt: { trait: 'partial_ord', method: 'lt' },
  Le: { trait: 'partial_ord', method: 'le' },
  Gt: { trait: 'partial_ord', method: 'gt' },
  Ge: { trait: 'partial_ord', method: 'ge' },
};

function assignItem(op: ArithOp): OpItem {
  const { trait } = binaryTraits[op];
  return { trait: `${trait}_assign`, method: `${trait}_assign` };
}

type OpCategory = 'shift' | 'math' | 'bitwise' | 'comparison';

function category(op: ArithOp | CmpOp): OpCategory {
  switch (op) {
    case 'Shl':
    case 'Shr':
      return 'shift';
    case 'Add':
    case 'Sub':
    case 'Mul':
    case 'Div':
    case 'Rem':
      return 'math';
    case 'BitAnd':
    case 'BitOr':
    case 'BitXor':
      return 'bitwise';
    default:
      return 'comparison';
  }
}

/** Comparisons take their operands by reference. */
export function isByRef(op: BinaryOp): boolean {
  switch (op) {
    case 'Eq':
    case 'Ne':
    case 'Lt':
    case 'Le':
    case 'Gt':
    case 'Ge':
      return true;
    default:
      return false;
  }
}

/** `lhs op rhs`. */
export function checkBinary(fcx: FnCtxt, expr: ExprId, op: BinaryOp, lhs: ExprId, rhs: ExprId): Ty {
  if (op === 'And' || op === 'Or') {
    checkExprCoercibleTo(fcx, lhs, prim.bool);
    const lhsDiverges = fcx.diverges;
    checkExprCoercibleTo(fcx, rhs, prim.bool);
    // The right side may not be reached.
    fcx.diverges = lhsDiverges;
    return prim.bool;
  }
  const { lhsTy, rhsTy, result } = checkOverloaded(fcx, expr, op, lhs, rhs, false);
  if (!isTyVar(lhsTy) && !isTyVar(rhsTy) && isBuiltinBinary(lhsTy, rhsTy, op)) {
    const builtin = enforceBuiltin(fcx, lhsTy, rhsTy, op);
    fcx.infcx.unify(builtin, result);
    return builtin;
  }
  return result;
}

/** `lhs op= rhs`. */
export function checkAssignOp(fcx: FnCtxt, expr: ExprId, op: ArithOp, lhs: ExprId, rhs: ExprId): Ty {
  const { lhsTy, rhsTy, result } = checkOverloaded(fcx, expr, op, lhs, rhs, true);
  if (!isTyVar(lhsTy) && !isTyVar(rhsTy) && isBuiltinBinary(lhsTy, rhsTy, op)) {
    enforceBuiltin(fcx, lhsTy, rhsTy, op);
    return unit;
  }
  return result;
}

function checkOverloaded(
  fcx: FnCtxt,
  expr: ExprId,
  op: ArithOp | CmpOp,
  lhs: ExprId,
  rhs: ExprId,
  assign: boolean,
): { readonly lhsTy: Ty; readonly rhsTy: Ty; readonly result: Ty } {
  let lhsTy: Ty;
  if (assign) {
    lhsTy = checkExpr(fcx, lhs);
  } else {
    // The coercion to a fresh variable is rustc's: never becomes whatever the operator needs.
    const ty = checkExpr(fcx, lhs);
    const fresh = fcx.infcx.nextTyVar();
    lhsTy = tryCoerce(fcx, lhs, ty, fresh) ?? ty;
  }
  lhsTy = resolveWithObligations(fcx, lhsTy);

  const item = assign ? assignItem(op as ArithOp) : binaryTraits[op];
  const rhsVar = fcx.infcx.nextTyVar();
  let method: MethodCallee | undefined;
  let rhsTy: Ty;
  if (category(op) !== 'comparison' && isScalar(lhsTy)) {
    // A shortcut for the common case. Each primitive has several impls of an arithmetic operator, so looking it up
    // before the right side is known could tell nothing; where both sides are primitive it need not be looked up.
    rhsTy = resolveWithObligations(fcx, checkExprCoercibleToHint(fcx, rhs, rhsVar));
    if (isBuiltinBinary(lhsTy, rhsTy, op, true)) {
      if (assign) convertPlaceDerefsToMutable(fcx, lhs);
      return { lhsTy, rhsTy, result: assign ? unit : enforceBuiltin(fcx, lhsTy, rhsTy, op) };
    }
    method = lookupOp(fcx, item, lhsTy, [rhsVar]);
  } else {
    // The right side is checked against what the impl, if there is only one, has made of the variable.
    method = lookupOp(fcx, item, lhsTy, [rhsVar]);
    rhsTy = resolveWithObligations(fcx, checkExprCoercibleToHint(fcx, rhs, rhsVar));
  }

  if (!method) {
    if (!builtinOnUnknown(lhsTy, rhsTy)) {
      reportUnresolved(fcx, expr, 'operator', assign ? `${op}=` : op, { on: lhsTy });
    }
    return { lhsTy, rhsTy, result: isByRef(op) ? prim.bool : assign ? unit : unknownTy };
  }
  const byRef = isByRef(op);
  if (assign || byRef) {
    const self = method.sig.inputs[0];
    if (self?.kind === 'Ref') {
      applyAdjustments(fcx, lhs, [{ kind: 'Borrow', target: self, mutable: self.mutable, raw: false }]);
    }
  }
  if (byRef) {
    const other = method.sig.inputs[1];
    if (other?.kind === 'Ref') {
      // Allows the reborrow that the coercion recorded to stand before the autoref.
      appendBorrow(fcx, rhs, other);
    }
  }
  writeMethodCall(fcx, expr, method);
  return { lhsTy, rhsTy, result: method.sig.output };
}

/** Adds an autoref behind the adjustments that an operand has already. */
function appendBorrow(fcx: FnCtxt, expr: ExprId, target: Ty): void {
  const before = fcx.adjustments.get(expr) ?? [];
  fcx.adjustments.set(expr, [...before, { kind: 'Borrow', target, mutable: false, raw: false }]);
}

/** Something unknown is involved, which was counted where it arose. */
function builtinOnUnknown(lhs: Ty, rhs: Ty): boolean {
  return lhs.kind === 'Unknown' || rhs.kind === 'Unknown';
}

function checkExprCoercibleToHint(fcx: FnCtxt, expr: ExprId, ty: Ty): Ty {
  const checked = checkExprWithExpectation(fcx, expr, hasType(ty));
  return tryCoerce(fcx, expr, checked, ty) ?? checked;
}

/** `!operand` or `-operand`. */
export function checkUnary(fcx: FnCtxt, expr: ExprId, op: Exclude<UnaryOp, 'Deref'>, operandTy: Ty): Ty {
  const item: OpItem = op === 'Not' ? { trait: 'not', method: 'not' } : { trait: 'neg', method: 'neg' };
  const method = lookupOp(fcx, item, operandTy, []);
  const builtin = op === 'Not' ? isIntegral(operandTy) || operandTy.kind === 'Bool' : isNumeric(operandTy);
  if (method) {
    writeMethodCall(fcx, expr, method);
    return builtin ? operandTy : method.sig.output;
  }
  if (operandTy.kind !== 'Unknown' && !builtin) reportUnresolved(fcx, expr, 'operator', op);
  return builtin ? operandTy : unknownTy;
}

function lookupOp(fcx: FnCtxt, item: OpItem, self: Ty, rest: readonly Ty[]): MethodCallee | undefined {
  const trait = fcx.lang(item.trait);
  if (trait === undefined || self.kind === 'Unknown') return undefined;
  const method = lookupMethodInTrait(fcx, trait, item.method, self, rest);
  if (!method) return undefined;
  registerObligations(fcx, method.obligations);
  selectWherePossible(fcx);
  return method;
}

function isNumeric(ty: Ty): boolean {
  return isIntegral(ty) || isFloating(ty);
}

function isScalar(ty: Ty): boolean {
  switch (ty.kind) {
    case 'Bool':
    case 'Char':
    case 'Int':
    case 'Uint':
    case 'Float':
    case 'RawPtr':
    case 'FnDef':
    case 'FnPtr':
      return true;
    case 'Infer':
      return ty.variable.kind !== 'Ty';
    default:
      return false;
  }
}

/** A reference to a SIMD or primitive operand: `1 + &2` is a call, but its types are as if built in. */
function derefBuiltin(ty: Ty): Ty {
  return ty.kind === 'Ref' ? ty.inner : ty;
}

/**
 * Whether the operator is built in for these operand types. While checking, a reference on either side counts as what
 * it refers to, as rustc's `enforce_builtin_binop_types` has it; `exact` asks whether no call is left at all.
 */
export function isBuiltinBinary(lhs: Ty, rhs: Ty, op: ArithOp | CmpOp, exact = false): boolean {
  const l = exact ? lhs : derefBuiltin(lhs);
  const r = exact ? rhs : derefBuiltin(rhs);
  switch (category(op)) {
    case 'shift':
      return isIntegral(l) && isIntegral(r);
    case 'math':
      return (isIntegral(l) && isIntegral(r)) || (isFloating(l) && isFloating(r));
    case 'bitwise':
      return (isIntegral(l) && isIntegral(r)) || (l.kind === 'Bool' && r.kind === 'Bool');
    case 'comparison':
      return isScalar(l) && isScalar(r);
  }
}

/** The types of a built-in operator: both sides alike, except for shifts. */
function enforceBuiltin(fcx: FnCtxt, lhs: Ty, rhs: Ty, op: ArithOp | CmpOp): Ty {
  const l = derefBuiltin(lhs);
  const r = derefBuiltin(rhs);
  switch (category(op)) {
    case 'shift':
      return l;
    case 'comparison':
      fcx.infcx.unify(l, r);
      return prim.bool;
    default:
      fcx.infcx.unify(l, r);
      return l;
  }
}
