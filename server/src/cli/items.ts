/** `monolens items`: the list of mono items, for people, for scripts, or as rustc prints it. */

import { defCrate } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { attributeFollowers, groupUnresolved } from '../ide/unresolvedGroups.ts';
import { type Collection, collect, type UnresolvedInItem } from '../mono/collector.ts';
import { configOf } from '../mono/config.ts';
import { type MonoItem, monoItemDef } from '../mono/instance.ts';
import { printMonoItem } from '../mono/names.ts';
import { partition } from '../mono/partition.ts';
import { sizeEstimate } from '../mono/stats.ts';
import { exprPosition, printPosition } from './position.ts';
import type { Session } from './session.ts';
import { plural, table } from './table.ts';

export interface ItemsOptions {
  readonly format: 'table' | 'rustc' | 'json';
  readonly unresolved?: boolean;
}

interface Row {
  readonly item: string;
  readonly kind: string;
  readonly crate: string;
  readonly size: number;
  readonly units: readonly { readonly name: string; readonly linkage: string }[];
}

export function printItems(session: Session, options: ItemsOptions): string {
  const { db, id, printer } = session;
  const collection = collect(db, id);
  warn(session, collection);
  if (options.unresolved) return printUnresolved(session, collection, options.format === 'json');
  const { placements } = partition(db, id);
  const rows = collection.items
    .map(
      (item): Row => ({
        item: printMonoItem(printer, item),
        kind: itemKind(item),
        crate: crateData(db, defCrate(monoItemDef(item))).name,
        size: sizeEstimate(db, configOf(id), item),
        units: (placements.get(item) ?? []).map(({ unit, linkage }) => ({ name: unit.name, linkage })),
      }),
    )
    .sort((a, b) => (a.item < b.item ? -1 : a.item > b.item ? 1 : 0));
  switch (options.format) {
    case 'json':
      return `${JSON.stringify(rows, undefined, 2)}\n`;
    case 'rustc':
      return rows
        .map(({ item, units }) => {
          const placed = units.map(({ name, linkage }) => ` ${name}[${linkage}]`).join('');
          return `MONO_ITEM ${item} @@${placed}\n`;
        })
        .join('');
    case 'table':
      return `${table(
        [{ title: 'SIZE', align: 'right' }, { title: 'KIND' }, { title: 'ITEM' }],
        rows.map((row) => [row.size, row.kind, row.item.replace(/^(?:fn|static) /, '')]),
      )}${plural(rows.length, 'item')}\n`;
  }
}

export function itemKind(item: MonoItem): string {
  if (item.kind === 'Static') return 'static';
  if (item.kind === 'GlobalAsm') return 'asm';
  switch (item.instance.kind.kind) {
    case 'Item':
      return 'fn';
    case 'DropGlue':
      return 'glue';
    default:
      return 'shim';
  }
}

/** What the list is not sure of. */
export function warn({ printer, warnings }: Session, { unresolved, overflows }: Collection): void {
  if (unresolved.length > 0) {
    warnings.push(
      `${plural(unresolved.length, 'use')} could not be resolved: the list may be missing what they cause (items --unresolved tells)`,
    );
  }
  for (const instance of overflows) {
    warnings.push(
      `error: reached the recursion limit while instantiating \`${printer.valuePath(instance.kind.def, instance.args).slice(0, 200)}\``,
    );
  }
}

interface UnresolvedPlace {
  readonly path: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** The copies in whose code it is. */
  readonly in: readonly string[];
}

/** Group by group, the most frequent cause first, with the places of each. */
function printUnresolved(session: Session, { unresolved }: Collection, isJson: boolean): string {
  const groups = groupUnresolved(session.printer, attributeFollowers(unresolved)).map((group) => ({
    cause: group.cause,
    message: group.message.replaceAll('\n', ' '),
    count: group.uses.length,
    followers: group.followers.length,
    places: placesOf(session, group.uses.length > 0 ? group.uses : group.followers),
  }));
  if (isJson) return `${JSON.stringify(groups, undefined, 2)}\n`;
  return groups
    .map(({ message, count, followers, places }) => {
      const more =
        followers === 0
          ? ''
          : `  (and ${plural(followers, 'use')} that ${followers === 1 ? 'follows' : 'follow'} from it)`;
      const rows = places.map(({ path, line, column, in: items }) => {
        const place = path === undefined ? '' : `${path}:${line}:${column}  `;
        const others = items.length > 1 ? ` and ${items.length - 1} more` : '';
        return `    ${place}${items[0]}${others}\n`;
      });
      return `${count}  ${message}${more}\n${rows.join('')}`;
    })
    .join('');
}

/** Each place once, with the copies that have it. */
function placesOf({ db, printer }: Session, uses: readonly UnresolvedInItem[]): UnresolvedPlace[] {
  const places = new Map<string, UnresolvedPlace & { readonly in: string[] }>();
  for (const use of uses) {
    const item = printMonoItem(printer, use.item);
    const at = exprPosition(db, use.item, use.source);
    const key = at ? printPosition(at) : item;
    const known = places.get(key);
    if (!known) places.set(key, { path: at?.file, line: at?.line, column: at?.column, in: [item] });
    else if (!known.in.includes(item)) known.in.push(item);
  }
  return [...places.values()];
}
