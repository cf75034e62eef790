/**
 * Lists of instances as text, to be remembered from one run to the next: a row for each, over the tables of
 * `ty/typeCodec.ts`.
 */
import { ifWritable, type Row } from '../hir/defCodec.ts';
import { TypeDecoder, TypeEncoder } from '../ty/typeCodec.ts';
import { type Instance, type InstanceKind, mkInstance } from './instance.ts';

/** The instances as text; undefined if one of them holds what means nothing in another run. */
export function encodeInstances(instances: readonly Instance[]): string | undefined {
  return ifWritable(() => {
    const encoder = new TypeEncoder();
    const rows = instances.map((instance) => encodeInstance(encoder, instance));
    return JSON.stringify([encoder.defs, encoder.values, rows]);
  });
}

/** The instances that a text stands for. Throws for a damaged text. */
export function decodeInstances(text: string): Instance[] {
  const [defs, values, instances] = JSON.parse(text) as [Row[], Row[], Row[]];
  const decoder = new TypeDecoder(defs, values);
  return instances.map((row) => decodeInstance(decoder, row));
}

/** The row of an instance over the tables. Throws `NotWritable`. */
export function encodeInstance(encoder: TypeEncoder, { kind, args }: Instance): Row {
  const row: unknown[] = [kind.kind, encoder.def(kind.def), encoder.args(args)];
  if ('index' in kind) row.push(kind.index);
  if ('ty' in kind) row.push(kind.ty ? encoder.value(kind.ty) : -1);
  return row;
}

/** Throws for a damaged row. */
export function decodeInstance(decoder: TypeDecoder, row: Row): Instance {
  const [kind, def, args, extra] = row as [InstanceKind['kind'], number, number, number?];
  const data: Record<string, unknown> = { kind, def: decoder.def(def) };
  if (kind === 'Virtual') data.index = extra;
  else if (extra !== undefined) data.ty = extra < 0 ? undefined : decoder.ty(extra);
  return mkInstance(data as unknown as InstanceKind, decoder.args(args));
}
