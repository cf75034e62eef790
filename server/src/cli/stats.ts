/** `monolens stats`: for each definition its copies and what they cost; rustc's `-Zdump-mono-stats`. */
import { defCrate, defKind } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { collect } from '../mono/collector.ts';
import type { MonoItem } from '../mono/instance.ts';
import { type DefinitionStats, monoStats } from '../mono/stats.ts';
import { requiresMonomorphization } from '../ty/generics.ts';
import { emptyArgs, isRegion } from '../ty/intern.ts';
import { warn } from './items.ts';
import type { Session } from './session.ts';
import { table } from './table.ts';

export interface StatsOptions {
  readonly format: 'table' | 'json';
  readonly generic?: boolean;
  readonly types?: boolean;
  readonly limit?: number;
}

export function printStats(session: Session, options: StatsOptions): string {
  const { db, id, printer } = session;
  warn(session, collect(db, id));
  let stats = monoStats(db, id);
  if (options.generic) {
    stats = stats
      .filter(({ def, kind }) => kind === 'fn' && isOwnGeneric(session, def))
      .sort((a, b) => b.items.length - a.items.length || b.total - a.total);
  }
  if (options.limit !== undefined) stats = stats.slice(0, options.limit);
  const name = ({ def, kind }: DefinitionStats) =>
    `${printer.valuePath(def, emptyArgs)}${kind === 'fn' ? '' : ` (${kind})`}`;
  if (options.format === 'json') {
    const rows = stats.map((entry) => ({
      name: name(entry),
      instantiation_count: entry.items.length,
      size_estimate: entry.size,
      total_estimate: entry.total,
      ...(options.types ? { types: entry.items.map((item) => typesOf(session, item)) } : {}),
    }));
    return `${JSON.stringify(rows, undefined, 2)}\n`;
  }
  const rows = stats.flatMap((entry) => {
    const row = [entry.items.length, entry.size, entry.total, name(entry)];
    const types = options.types
      ? entry.items.map((item) => ['', '', '', `    ${typesOf(session, item)}`])
      : [];
    return [row, ...types.sort((a, b) => (a[3]! < b[3]! ? -1 : 1))];
  });
  return table(
    [
      { title: 'COPIES', align: 'right' },
      { title: 'EACH', align: 'right' },
      { title: 'TOTAL', align: 'right' },
      { title: 'DEFINITION (sizes are estimates)' },
    ],
    rows,
  );
}

function isOwnGeneric({ db }: Session, def: DefinitionStats['def']): boolean {
  return (
    (defKind(def) === 'Fn' || defKind(def) === 'Closure') &&
    crateData(db, defCrate(def)).origin === 'local' &&
    requiresMonomorphization(db, def)
  );
}

/** The arguments of one copy, lifetimes left out. */
export function typesOf({ printer }: Pick<Session, 'printer'>, item: MonoItem): string {
  if (item.kind !== 'Fn') return '';
  return item.instance.args.list
    .filter((arg) => !isRegion(arg))
    .map((arg) => printer.arg(arg))
    .join(', ');
}
