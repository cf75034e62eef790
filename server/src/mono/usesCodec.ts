/** Records of what items use as text (`rememberedUses.ts`), over the tables of `ty/typeCodec.ts`. */
import { ifWritable, type Row } from '../hir/defCodec.ts';
import { TypeDecoder, TypeEncoder } from '../ty/typeCodec.ts';
import { defItem, fnItem, type MonoItem } from './instance.ts';
import { decodeInstance, encodeInstance } from './instanceCodec.ts';
import type { Uses } from './uses.ts';

export interface UsesRecord {
  readonly item: MonoItem;
  readonly stamp: string;
  /** Nothing in them is unresolved. */
  readonly uses: Uses;
  /** How many runs have not asked for it since it was last asked for. */
  readonly age: number;
}

/** A table of stamps, those of definitions and types, one of items, and the records. */
type Encoded = [
  stamps: string[],
  defs: readonly Row[],
  values: readonly Row[],
  items: Row[],
  records: [item: number, stamp: number, age: number, items: number[], sources: readonly number[]][],
];

/** What cannot be written, as it means nothing in another run, is left out. */
export function encodeUses(records: Iterable<UsesRecord>): string {
  const types = new TypeEncoder();
  const stamps = new Rows<string, string>((stamp) => stamp);
  const items = new Rows<MonoItem, Row>((item) =>
    item.kind === 'Fn' ? encodeInstance(types, item.instance) : [item.kind, types.def(item.def)],
  );
  const rows: Encoded[4] = [];
  for (const { item, stamp, uses, age } of records) {
    ifWritable(() => {
      const used = uses.items.map((other) => items.of(other));
      rows.push([items.of(item), stamps.of(stamp), age, used, uses.sources]);
    });
  }
  const encoded: Encoded = [stamps.list, types.defs, types.values, items.list, rows];
  return JSON.stringify(encoded);
}

/** Throws for a damaged text. */
export function decodeUses(text: string): UsesRecord[] {
  const [stamps, defs, values, itemRows, records] = JSON.parse(text) as Encoded;
  const types = new TypeDecoder(defs, values);
  const items = itemRows.map((row) => decodeItem(types, row));
  const item = (row: number): MonoItem => {
    const found = items[row];
    if (!found) throw new Error('no such row');
    return found;
  };
  return records.map(([user, stamp, age, used, sources]) => ({
    item: item(user),
    stamp: stamps[stamp]!,
    uses: { items: used.map(item), sources, unresolved: [] },
    age,
  }));
}

function decodeItem(types: TypeDecoder, row: Row): MonoItem {
  const [kind, def] = row;
  return kind === 'Static' || kind === 'GlobalAsm'
    ? defItem(kind, types.def(def))
    : fnItem(decodeInstance(types, row));
}

/** A table in the making. */
class Rows<K, R> {
  readonly list: R[] = [];
  readonly #rows = new Map<K, number>();
  readonly #write: (key: K) => R;

  constructor(write: (key: K) => R) {
    this.#write = write;
  }

  of(key: K): number {
    let row = this.#rows.get(key);
    if (row === undefined) {
      row = this.list.push(this.#write(key)) - 1;
      this.#rows.set(key, row);
    }
    return row;
  }
}
