/** Operators on values. After `simplify_unary` and `simplify_binary` of `rustc_mir_transform::gvn`. */
import type { ArithOp, CmpOp } from '../../../hir/body/body.ts';
import { prim } from '../../../ty/intern.ts';
import { compare, exact, intType, wrap } from '../../../ty/intOps.ts';
import type { Ty } from '../../../ty/types.ts';
import { bitsOfFloat, floatOfBits, floatResult } from '../../floats.ts';
import type { Operand, Rvalue } from '../../mir.ts';
import { pointee } from '../../typeOps.ts';
import { sameMetadata } from './casts.ts';
import type { Gvn } from './gvn.ts';
import type { ValueId } from './values.ts';

type Binary = Extract<Rvalue, { kind: 'BinaryOp' }>;
type Unary = Extract<Rvalue, { kind: 'UnaryOp' }>;

export function simplifyUnary(
  gvn: Gvn,
  written: Unary,
  [operand, start]: [Operand, ValueId],
  ty: Ty,
): [Rvalue, ValueId] {
  const { values, constants } = gvn;
  const { op } = written;
  let rvalue = operand === written.operand ? written : { ...written, operand };
  if (start === 0) return [rvalue, 0];
  let value = start;
  if (op === 'PtrMetadata') {
    const pointer = values.ty(value);
    for (;;) {
      const known = values.get(value);
      if (known.kind === 'cast' && known.cast === 'PtrToPtr') {
        if (!sameMetadata(values.ty(known.operand), pointer, gvn.types)) break;
        value = known.operand;
      } else if (known.kind === 'cast' && known.cast === 'Unsize') {
        const from = pointee(values.ty(known.operand));
        if (from?.kind !== 'Array' || pointee(values.ty(value))?.kind !== 'Slice') break;
        const constant = { kind: 'TyConst', value: from.len } as const;
        return [rvalue, constants.value({ kind: 'Constant', constant, ty: prim.usize, source: -1 })];
      } else if (known.kind === 'address' && 'pointer' in known.base && known.projection.length === 0) {
        value = known.base.pointer;
      } else break;
    }
    const better = value === start ? undefined : gvn.asOperand(value);
    if (better) rvalue = { ...rvalue, operand: better };
  }
  const length = op === 'PtrMetadata' ? constants.textLength(value) : undefined;
  if (length !== undefined) return [rvalue, constants.scalar(BigInt(length), ty)];
  const known = values.get(value);
  if (known.kind === 'unary' && known.op === op && (op === 'Not' || op === 'Neg'))
    return [rvalue, known.operand];
  if (op === 'Not' && known.kind === 'binary' && (known.op === 'Eq' || known.op === 'Ne')) {
    const opposite = known.op === 'Eq' ? 'Ne' : 'Eq';
    return [rvalue, values.intern({ ...known, op: opposite }, ty)];
  }
  if (op === 'PtrMetadata' && known.kind === 'rawPointer') return [rvalue, known.metadata];
  const bits = constants.bits(value);
  const computed = (result: bigint | boolean) =>
    constants.computed({ kind: 'unary', op, operand: value }, result, ty);
  if (op === 'Not' && ty.kind === 'Bool' && bits !== undefined) return [rvalue, computed(bits === 0n)];
  const float = bits === undefined || op !== 'Neg' ? undefined : floatOfBits(bits, ty);
  const opposite = float === undefined ? undefined : bitsOfFloat(-float, ty);
  if (opposite !== undefined) return [rvalue, computed(opposite)];
  const int = intType(ty);
  if (bits !== undefined && int && (op === 'Not' || op === 'Neg'))
    return [rvalue, computed(wrap(op === 'Not' ? ~bits : -bits, int))];
  return [rvalue, values.intern({ kind: 'unary', op, operand: value }, ty)];
}

export function simplifyBinary(
  gvn: Gvn,
  written: Binary,
  [left, lhs]: [Operand, ValueId],
  [right, rhs]: [Operand, ValueId],
  ty: Ty,
): [Rvalue, ValueId] {
  const { values } = gvn;
  const { op } = written;
  const isSame = left === written.lhs && right === written.rhs;
  let rvalue = isSame ? written : { ...written, lhs: left, rhs: right };
  if (lhs === 0 || rhs === 0) return [rvalue, 0];
  if (op === 'aggregate_raw_ptr') return rawPointer(gvn, rvalue, lhs, rhs, ty);
  let [a, b] = [lhs, rhs];
  const x = values.get(a);
  const y = values.get(b);
  // Pointers that were converted alike are as equal as they were before.
  if (
    comparisons.has(op) &&
    x.kind === 'cast' &&
    x.cast === 'PtrToPtr' &&
    y.kind === 'cast' &&
    y.cast === 'PtrToPtr'
  ) {
    const from = values.ty(x.operand);
    if (from === values.ty(y.operand) && sameMetadata(from, values.ty(a), gvn.types)) {
      [a, b] = [x.operand, y.operand];
      const [p, q] = [gvn.asOperand(a), gvn.asOperand(b)];
      if (p && q) rvalue = { ...rvalue, lhs: p, rhs: q };
    }
  }
  const known = fold(gvn, op, values.ty(a), a, b, ty);
  return [rvalue, known === 0 ? values.intern({ kind: 'binary', op, lhs: a, rhs: b }, ty) : known];
}

/** Any thin pointer will do for the address. */
function rawPointer(gvn: Gvn, rvalue: Binary, start: ValueId, metadata: ValueId, ty: Ty): [Rvalue, ValueId] {
  const { values, types } = gvn;
  let address = start;
  for (;;) {
    const known = values.get(address);
    if (known.kind !== 'cast' || known.cast !== 'PtrToPtr') break;
    const from = values.ty(known.operand);
    if (from.kind !== 'RawPtr' || ty.kind !== 'RawPtr' || from.mutable !== ty.mutable) break;
    if (!types.isSized(from.inner)) break;
    address = known.operand;
  }
  const better = address === start ? undefined : gvn.asOperand(address);
  const simplified = better ? { ...rvalue, lhs: better } : rvalue;
  return [simplified, values.intern({ kind: 'rawPointer', address, metadata }, ty)];
}

/** What is known of the result by what is known of the operands; 0 is nothing. */
function fold(gvn: Gvn, op: string, operandTy: Ty, a: ValueId, b: ValueId, ty: Ty): ValueId {
  const { constants, values } = gvn;
  const x = constants.bits(a);
  const y = constants.bits(b);
  const computed = (result: bigint | boolean) =>
    constants.computed({ kind: 'binary', op, lhs: a, rhs: b }, result, ty);
  if (operandTy.kind === 'Float') {
    const result = x === undefined || y === undefined ? undefined : computeFloats(op, operandTy, x, y, ty);
    return result === undefined ? 0 : computed(result);
  }
  const int = intType(operandTy);
  if (!int && operandTy.kind !== 'RawPtr' && operandTy.kind !== 'Ref') return 0;
  if (comparisons.has(op)) {
    if (x !== undefined && y !== undefined) {
      const holds = compare(op as CmpOp, x, y);
      return op === 'Eq' || op === 'Ne' ? constants.scalar(holds, ty) : computed(holds);
    }
    if (a === b && (op === 'Eq' || op === 'Ne')) return constants.scalar(op === 'Eq', ty);
    return 0;
  }
  if (op === 'Cmp') {
    if (x === undefined || y === undefined || ty.kind !== 'Adt') return 0;
    // The variants of `Ordering` are in order: less, equal, greater.
    const variant = x < y ? 0 : x > y ? 2 : 1;
    const aggregate = { kind: 'Adt', def: ty.def, variant, args: ty.args } as const;
    return values.intern({ kind: 'aggregate', aggregate, fields: [] }, ty);
  }
  const base = op.replace(/WithOverflow$|Unchecked$/, '');
  const result = (value: ValueId): ValueId => {
    if (!op.endsWith('WithOverflow') || value === 0) return value;
    const fields = [value, constants.scalar(false, prim.bool)];
    return values.intern({ kind: 'aggregate', aggregate: { kind: 'Tuple' }, fields }, ty);
  };
  if (!int) return base === 'Offset' && y === 0n ? a : 0;
  const ones = operandTy.kind === 'Bool' ? 1n : wrap(-1n, int);
  const zero = (): ValueId => result(constants.scalar(0n, operandTy));
  switch (base) {
    case 'Add':
    case 'BitXor':
    case 'BitOr':
      if (x === 0n) return result(b);
      if (y === 0n) return result(a);
      if (base === 'BitOr' && (x === ones || y === ones)) return constants.scalar(ones, operandTy);
      if (base === 'BitXor' && a === b) return zero();
      break;
    case 'Sub':
      if (y === 0n) return result(a);
      if (a === b) return zero();
      break;
    case 'Shl':
    case 'Shr':
      if (y === 0n) return result(a);
      if (x === 0n) return zero();
      break;
    case 'Mul':
      if (x === 1n) return result(b);
      if (y === 1n) return result(a);
      if (x === 0n || y === 0n) return zero();
      break;
    case 'Div':
      if (y === 1n) return result(a);
      if (x === 0n) return zero();
      break;
    case 'Rem':
      if (y === 1n || x === 0n) return zero();
      break;
    case 'BitAnd':
      if (x === ones) return b;
      if (y === ones) return a;
      if (x === 0n || y === 0n) return zero();
      break;
  }
  if (x === undefined || y === undefined || !arithmetic.has(base)) return 0;
  const value = exact(base as ArithOp, x, y, int);
  if (value === undefined) return 0;
  const wrapped = wrap(value, int);
  if (!op.endsWith('WithOverflow')) return computed(wrapped);
  const fields = [constants.scalar(wrapped, operandTy), constants.scalar(wrapped !== value, prim.bool)];
  return values.intern({ kind: 'aggregate', aggregate: { kind: 'Tuple' }, fields }, ty);
}

/** By their bits; undefined where the result is not decided. */
function computeFloats(
  op: string,
  operandTy: Ty,
  a: bigint,
  b: bigint,
  ty: Ty,
): bigint | boolean | undefined {
  const [lhs, rhs] = [floatOfBits(a, operandTy), floatOfBits(b, operandTy)];
  if (lhs === undefined || rhs === undefined) return undefined;
  const result = floatResult(op, lhs, rhs);
  return typeof result === 'number' ? bitsOfFloat(result, ty) : result;
}

const arithmetic: ReadonlySet<string> = new Set([
  ...['Add', 'Sub', 'Mul', 'Div', 'Rem', 'BitAnd', 'BitOr', 'BitXor', 'Shl', 'Shr'],
]);
const comparisons: ReadonlySet<string> = new Set(['Eq', 'Ne', 'Lt', 'Le', 'Gt', 'Ge']);
