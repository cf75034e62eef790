/** Arithmetic on constants, in the types of the target (64-bit pointers). */
import type { ArithOp, CmpOp } from '../hir/body/body.ts';
import type { Ty } from './types.ts';

export interface IntType {
  readonly bits: number;
  readonly signed: boolean;
}

/** The width and sign of an integer type, or of one that a pattern narrows; `char` and `bool` count as unsigned. */
export function intType(ty: Ty): IntType | undefined {
  switch (ty.kind) {
    case 'Int':
    case 'Uint': {
      const digits = ty.name.slice(1);
      return { bits: digits === 'size' ? 64 : Number(digits), signed: ty.kind === 'Int' };
    }
    case 'Pat':
      return intType(ty.base);
    case 'Char':
      return { bits: 32, signed: false };
    case 'Bool':
      return { bits: 8, signed: false };
    default:
      return undefined;
  }
}

/** The value as the type can hold it: its low bits, read with its sign. */
export function wrap(value: bigint, { bits, signed }: IntType): bigint {
  return signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
}

export function fits(value: bigint, ty: IntType): boolean {
  return wrap(value, ty) === value;
}

export function minOf({ bits, signed }: IntType): bigint {
  return signed ? -(1n << BigInt(bits - 1)) : 0n;
}

export function maxOf({ bits, signed }: IntType): bigint {
  return (1n << BigInt(signed ? bits - 1 : bits)) - 1n;
}

/** The exact result, before any wrapping; undefined for a division by zero or a shift too far. */
export function exact(op: ArithOp, a: bigint, b: bigint, ty: IntType): bigint | undefined {
  switch (op) {
    case 'Add':
      return a + b;
    case 'Sub':
      return a - b;
    case 'Mul':
      return a * b;
    case 'Div':
      return b === 0n ? undefined : a / b;
    case 'Rem':
      return b === 0n ? undefined : a % b;
    case 'BitAnd':
      return a & b;
    case 'BitOr':
      return a | b;
    case 'BitXor':
      return a ^ b;
    case 'Shl':
      // Bits shifted out are lost; only the distance can overflow.
      return b < 0n || b >= BigInt(ty.bits) ? undefined : wrap(a << b, ty);
    case 'Shr':
      return b < 0n || b >= BigInt(ty.bits) ? undefined : a >> b;
  }
}

export function compare(op: CmpOp, a: bigint | boolean, b: bigint | boolean): boolean {
  switch (op) {
    case 'Eq':
      return a === b;
    case 'Ne':
      return a !== b;
    case 'Lt':
      return a < b;
    case 'Le':
      return a <= b;
    case 'Gt':
      return a > b;
    case 'Ge':
      return a >= b;
  }
}

function popCount(value: bigint): bigint {
  let count = 0n;
  for (let rest = value; rest > 0n; rest >>= 1n) count += rest & 1n;
  return count;
}

function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

/** rustc's intrinsics on integers, by name; undefined for one that is not known here or whose result is an error. */
export function intIntrinsic(
  name: string,
  args: readonly bigint[],
  ty: IntType,
): bigint | boolean | readonly [bigint, boolean] | undefined {
  const [a = 0n, b = 0n] = args;
  const width = BigInt(ty.bits);
  const raw = BigInt.asUintN(ty.bits, a);
  const arith = (op: ArithOp) => exact(op, a, b, ty);
  const saturate = (value: bigint) => (value < minOf(ty) ? minOf(ty) : value > maxOf(ty) ? maxOf(ty) : value);
  switch (name) {
    case 'wrapping_add':
      return wrap(a + b, ty);
    case 'wrapping_sub':
      return wrap(a - b, ty);
    case 'wrapping_mul':
      return wrap(a * b, ty);
    case 'saturating_add':
      return saturate(a + b);
    case 'saturating_sub':
      return saturate(a - b);
    case 'add_with_overflow':
      return [wrap(a + b, ty), !fits(a + b, ty)];
    case 'sub_with_overflow':
      return [wrap(a - b, ty), !fits(a - b, ty)];
    case 'mul_with_overflow':
      return [wrap(a * b, ty), !fits(a * b, ty)];
    case 'unchecked_add':
      return arith('Add');
    case 'unchecked_sub':
      return arith('Sub');
    case 'unchecked_mul':
      return arith('Mul');
    case 'unchecked_div':
    case 'exact_div':
      return arith('Div');
    case 'unchecked_rem':
      return arith('Rem');
    case 'unchecked_shl':
      return arith('Shl');
    case 'unchecked_shr':
      return arith('Shr');
    case 'ctpop':
      return popCount(raw);
    case 'ctlz':
    case 'ctlz_nonzero':
      return width - BigInt(bitLength(raw));
    case 'cttz':
    case 'cttz_nonzero':
      return raw === 0n ? width : BigInt(bitLength(raw & -raw) - 1);
    case 'rotate_left':
    case 'rotate_right': {
      const by = (((name === 'rotate_left' ? b : -b) % width) + width) % width;
      return wrap((raw << by) | (raw >> (width - by)), ty);
    }
    case 'bswap': {
      let swapped = 0n;
      for (let i = 0n; i < width; i += 8n) swapped = (swapped << 8n) | ((raw >> i) & 0xffn);
      return wrap(swapped, ty);
    }
    case 'bitreverse': {
      let reversed = 0n;
      for (let i = 0n; i < width; i++) reversed = (reversed << 1n) | ((raw >> i) & 1n);
      return wrap(reversed, ty);
    }
    default:
      return undefined;
  }
}
