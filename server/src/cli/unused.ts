/** `monolens unused`: functions, methods and closures whose code does not use all of their generic parameters. */
import { body } from '../hir/body/lower.ts';
import { assocContainer, type DefId, defKind } from '../hir/defs.ts';
import { localItems } from '../mono/localItems.ts';
import { unusedGenericParams, unusedParamNames } from '../mono/polymorphize.ts';
import { allParams, genericsOf } from '../ty/generics.ts';
import { emptyArgs } from '../ty/intern.ts';
import { defPosition, printPosition } from './position.ts';
import type { Session } from './session.ts';
import { table } from './table.ts';

/** One line of the JSON output; line and column are 1-based. */
interface UnusedRow {
  readonly item: string;
  readonly kind: 'function' | 'method' | 'closure';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly unused: readonly string[];
  readonly parameters: readonly string[];
  /** Bit i set: parameter i is unused. */
  readonly bits: number;
}

export function printUnused(session: Session, format: 'table' | 'json'): string {
  const rows = unusedRows(session);
  if (format === 'json') return `${JSON.stringify(rows, undefined, 2)}\n`;
  if (rows.length === 0) return 'No function has unused generic parameters.\n';
  return table(
    [{ title: 'UNUSED' }, { title: 'OF' }, { title: 'ITEM' }, { title: 'AT' }],
    rows.map((row) => [row.unused.join(', '), row.parameters.join(', '), row.item, printPosition(row)]),
  );
}

function unusedRows({ db, target, printer }: Session): UnusedRow[] {
  const rows: UnusedRow[] = [];
  const add = (def: DefId): void => {
    const bits = unusedGenericParams(db, def);
    const at = bits === 0 ? undefined : defPosition(db, def);
    if (!at) return;
    rows.push({
      item: printer.valuePath(def, emptyArgs),
      kind:
        defKind(def) === 'Closure' ? 'closure' : assocContainer(def) === undefined ? 'function' : 'method',
      ...at,
      unused: unusedParamNames(db, def),
      parameters: allParams(db, genericsOf(db, def)).map((param) => param.name),
      bits,
    });
  };
  for (const def of localItems(db, target.crate)) {
    if (defKind(def) !== 'Fn') continue;
    add(def);
    for (const closure of body(db, def)?.closures.keys() ?? []) add(closure);
  }
  return rows.sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );
}
