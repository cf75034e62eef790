/**
 * Records of definitions and types as JSON: MIR, and what inference says of closures. They are written as they are, but
 * for types, arguments and constants, which become rows of the tables of `typeCodec.ts`; so do definitions, which stand
 * in a field named `def` or `trait` in all these records.
 */
import type { DefId } from '../hir/defs.ts';
import type { TypeDecoder, TypeEncoder } from './typeCodec.ts';
import type { GenericArg, GenericArgs } from './types.ts';

/** In place of what is interned: its row. */
const rowField = '$';
/** In place of a bigint, which JSON does not have: its digits. */
const bigintField = '#';

/** Throws `NotWritable` for what means nothing in another run. */
export function encodeRecord(encoder: TypeEncoder, record: object | number | boolean): string {
  return JSON.stringify(write(encoder, record));
}

/** Throws for a damaged text. */
export function decodeRecord<T extends object | number | boolean>(decoder: TypeDecoder, text: string): T {
  return read(decoder, JSON.parse(text)) as T;
}

function write(encoder: TypeEncoder, value: unknown): unknown {
  if (typeof value === 'bigint') return { [bigintField]: `${value}` };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part) => write(encoder, part));
  if ('id' in value && 'flags' in value) {
    const row =
      'list' in value ? encoder.args(value as unknown as GenericArgs) : encoder.value(value as GenericArg);
    return { [rowField]: row };
  }
  const result: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    result[name] = isDef(name, part) ? encoder.def(part) : write(encoder, part);
  }
  return result;
}

/** Puts in place what the rows stand for. */
function read(decoder: TypeDecoder, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = read(decoder, value[i]);
    return value;
  }
  const record = value as Record<string, unknown>;
  if (rowField in record) return decoder.value(record[rowField]);
  if (bigintField in record) return BigInt(record[bigintField] as string);
  for (const name in record) {
    const part = record[name];
    if (isDef(name, part)) record[name] = decoder.def(part);
    else if (typeof part === 'object') record[name] = read(decoder, part);
  }
  return record;
}

function isDef(name: string, value: unknown): value is DefId {
  return typeof value === 'number' && (name === 'def' || name === 'trait');
}
