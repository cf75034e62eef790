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
  }
  const result =
    op === 'Add'
      ? x + y
      : op === 'Sub'
        ? x - y
        : op === 'Mul'
          ? x * y
          : op === 'Div'
            ? x / y
            : op === 'Rem'
              ? x % y
              : NaN;
  return Number.isNaN(result) ? undefined : result;
}

/** The number as one of another type, by the rules of `as`. */
export function castNumber(bits: bigint, from: Ty, to: Ty): bigint | undefined {
  if (from.kind !== 'Float') return bitsOfFloat(Number(bits), to);
  const value = floatOfBits(bits, from);
  if (value === undefined || to.kind === 'Float')
    return value === undefined ? undefined : bitsOfFloat(value, to);
  const int = intType(to);
  if (!int) return undefined;
  if (Number.isNaN(value)) return 0n;
  if (value <= Number(minOf(int))) return minOf(int);
  return value >= Number(maxOf(int)) ? maxOf(int) : BigInt(Math.trunc(value));
}
