/** Floating-point numbers that the compiler knows, as their bits. */
import { intType, maxOf, minOf } from '../ty/intOps.ts';
import type { Ty } from '../ty/types.ts';

const buffer = new DataView(new ArrayBuffer(8));

/** Undefined for types whose numbers ours cannot hold. */
export function bitsOfFloat(value: number, ty: Ty): bigint | undefined {
  if (ty.kind !== 'Float') return undefined;
  if (ty.name === 'f64') {
    buffer.setFloat64(0, value);
    return buffer.getBigUint64(0);
  }
  if (ty.name !== 'f32') return undefined;
  buffer.setFloat32(0, value);
  return BigInt(buffer.getUint32(0));
}

export function floatOfBits(bits: bigint, ty: Ty): number | undefined {
  if (ty.kind !== 'Float') return undefined;
  if (ty.name === 'f64') {
    buffer.setBigUint64(0, bits);
    return buffer.getFloat64(0);
  }
  if (ty.name !== 'f32') return undefined;
  buffer.setUint32(0, Number(bits));
  return buffer.getFloat32(0);
}

/** Undefined for what is no operator on numbers, and where there is no one result. */
export function floatResult(op: string, x: number, y: number): number | boolean | undefined {
  switch (op) {
    case 'Eq':
      return x === y;
    case 'Ne':
      return x !== y;
    case 'Lt':
      return x < y;
    case 'Le':
      return x <= y;
    case 'Gt':
      return x > y;
    case 'Ge':
      return x >= y;
    case 'Add':
      return numberOrNone(x + y);
    case 'Sub':
      return numberOrNone(x - y);
    case 'Mul':
      return numberOrNone(x * y);
    case 'Div':
      return numberOrNone(x / y);
    case 'Rem':
      return numberOrNone(x % y);
    default:
      return undefined;
  }
}

/** Which of the values that are no numbers a computation gives is not decided. */
function numberOrNone(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}

/** The number as one of another type, by the rules of `as`. */
export function castNumber(bits: bigint, from: Ty, to: Ty): bigint | undefined {
  if (from.kind !== 'Float') {
    const isSingle = to.kind === 'Float' && to.name === 'f32';
    return bitsOfFloat(isSingle ? roundableToSingle(bits) : Number(bits), to);
  }
  const value = floatOfBits(bits, from);
  if (value === undefined) return undefined;
  if (to.kind === 'Float') return bitsOfFloat(value, to);
  const int = intType(to);
  if (!int) return undefined;
  if (Number.isNaN(value)) return 0n;
  if (value <= Number(minOf(int))) return minOf(int);
  return value >= Number(maxOf(int)) ? maxOf(int) : BigInt(Math.trunc(value));
}

/**
 * A number that rounds to the same 32-bit float as the integer, which need not be the nearest there is: rounding that would
 * be rounding twice. What is cut off is remembered in the last bit, so that nothing is taken for the middle of two floats.
 */
function roundableToSingle(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  const excess = BigInt(Math.max(magnitude.toString(2).length - 53, 0));
  const kept = magnitude >> excess;
  const isExact = kept << excess === magnitude;
  const number = Number(isExact ? kept : kept | 1n) * 2 ** Number(excess);
  return value < 0n ? -number : number;
}
