/** `monolens items`: the list of mono items, for people, for scripts, or as rustc prints it. */

import { defCrate } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { type Collection, collect, type UnresolvedInItem } from '../mono/collector.ts';
import { type MonoItem, monoItemDef } from '../mono/instance.ts';
import { printMonoItem } from '../mono/names.ts';
import { partition } from '../mono/partition.ts';
import { sizeEstimate } from '../mono/stats.ts';
import { exprPosition, type Position, printPosition } from './position.ts';
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
        size: sizeEstimate(db, item),
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

/** What the list is not sure of, on stderr. */
export function warn({ printer }: Session, { unresolved, overflows }: Collection): void {
  if (unresolved.length > 0) {
    process.stderr.write(
      `${plural(unresolved.length, 'use')} could not be resolved: the list may be missing what they cause (items --unresolved tells)\n`,
    );
  }
  for (const instance of overflows) {
    process.stderr.write(
      `error: reached the recursion limit while instantiating \`${printer.valuePath(instance.kind.def, instance.args).slice(0, 200)}\`\n`,
    );
  }
}

interface UnresolvedRow {
  readonly cause: string;
  readonly detail: string;
  readonly in: string;
  readonly position: Position | undefined;
}

function printUnresolved(session: Session, { unresolved }: Collection, isJson: boolean): string {
  const rows = unresolved.map(
    (use: UnresolvedInItem): UnresolvedRow => ({
      cause: use.cause,
      detail: use.detail,
      in: printMonoItem(session.printer, use.item),
      position: exprPosition(session.db, use.item, use.source),
    }),
  );
  if (isJson) return `${JSON.stringify(rows, undefined, 2)}\n`;
  const groups = new Map<string, UnresolvedRow[]>();
  for (const row of rows) {
    const key = `${row.cause}: ${row.detail}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([key, group]) => {
      const places = group.map(
        (row) => `    ${row.position ? `${printPosition(row.position)}  ` : ''}${row.in}\n`,
      );
      return `${group.length}  ${key}\n${places.join('')}`;
    })
    .join('');
}
