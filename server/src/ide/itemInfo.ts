/** One mono item with all that is told of it: name, size, codegen units, place. */
import type { FileRange } from '../hir/fileRange.ts';
import { collect } from '../mono/collector.ts';
import { type ConfigId, configOf } from '../mono/config.ts';
import { type MonoItem, monoItemDef } from '../mono/instance.ts';
import { type Linkage, partition } from '../mono/partition.ts';
import { sizeEstimate } from '../mono/stats.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { type ItemKind, ItemPrinter, itemKind, subjectDef } from './itemLabels.ts';
import { definitionRange } from './places.ts';
import type { Copy } from './program.ts';

export interface ItemInfo {
  readonly id: string;
  readonly label: string;
  readonly kind: ItemKind;
  readonly args: string;
  readonly size: number;
  /** The definition; of drop glue, the type that is dropped. */
  readonly range: FileRange | undefined;
  readonly units: readonly { readonly name: string; readonly linkage: Linkage }[];
  /** Something that it uses could not be resolved. */
  readonly incomplete: boolean;
}

/** Printers of one revision: labels name the lines of closures, which any edit may move. */
export class Printers {
  readonly #db: Database;
  readonly #directory: string;
  readonly #byConfig = new Map<ConfigId, ItemPrinter>();

  constructor(db: Database, directory: string) {
    this.#db = db;
    this.#directory = directory;
  }

  of(config: ConfigId): ItemPrinter {
    let printer = this.#byConfig.get(config);
    if (!printer) {
      printer = new ItemPrinter(this.#db, configOf(config).krate, this.#directory);
      this.#byConfig.set(config, printer);
    }
    return printer;
  }
}

/** Stable as long as the process lives: instances and definitions are interned. */
export function itemId(item: MonoItem): string {
  switch (item.kind) {
    case 'Fn':
      return `f${item.instance.id}`;
    case 'Static':
      return `s${item.def}`;
    case 'GlobalAsm':
      return `a${item.def}`;
  }
}

export function itemInfo(db: Database, printers: Printers, copy: Copy): ItemInfo {
  const { config, item } = copy;
  const printer = printers.of(config);
  return {
    id: itemId(item),
    label: printer.label(item),
    kind: itemKind(item),
    args: printer.args(item),
    size: sizeEstimate(db, configOf(config), item),
    range: definitionRange(db, subjectDef(item)) ?? definitionRange(db, monoItemDef(item)),
    units: (partition(db, config).placements.get(item) ?? []).map(({ unit, linkage }) => ({
      name: unit.name,
      linkage,
    })),
    incomplete: incompleteItems(db, config).has(item),
  };
}

const incompleteItems = defineQuery<ConfigId, ReadonlySet<MonoItem>>(
  'incompleteItems',
  (db, config) => new Set(collect(db, config).unresolved.map(({ item }) => item)),
);
