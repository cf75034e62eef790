/** `monolens cgus`: the codegen units of a target. */
import { collect } from '../mono/collector.ts';
import { printMonoItem } from '../mono/names.ts';
import { itemsByName, partition } from '../mono/partition.ts';
import { warn } from './items.ts';
import type { Session } from './session.ts';
import { plural, table } from './table.ts';

export function printCgus(
  session: Session,
  options: { readonly format: 'table' | 'json'; readonly items?: boolean },
): string {
  const { db, id, config, printer } = session;
  warn(session, collect(db, id));
  const { units } = partition(db, id);
  const described = units.map((unit) => ({
    name: unit.name,
    kind: unit.isVolatile ? 'volatile' : 'stable',
    size: unit.size,
    items: itemsByName(db, config.krate, unit).map(({ item, linkage, inlined, size }) => ({
      item: printMonoItem(printer, item),
      linkage,
      inlined,
      size,
    })),
  }));
  if (options.format === 'json') return `${JSON.stringify(described, undefined, 2)}\n`;
  if (options.items) {
    return described
      .map(({ name, size, items }) => {
        const lines = items.map(
          ({ item, linkage, size: own }) => `  ${String(own).padStart(6)}  ${linkage.padEnd(8)}  ${item}\n`,
        );
        return `${name}: ${plural(items.length, 'item')}, size ${size}\n${lines.join('')}`;
      })
      .join('\n');
  }
  return table(
    [
      { title: 'ITEMS', align: 'right' },
      { title: 'SIZE', align: 'right' },
      { title: 'KIND' },
      { title: 'UNIT' },
    ],
    described.map(({ name, kind, size, items }) => [items.length, size, kind, name]),
  );
}
