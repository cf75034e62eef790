/** Places in sources as people and editors read them: `path:line:column`, 1-based. */

import { closureHeaderRange } from '../hir/body/closureHeader.ts';
import { bodySourceMap } from '../hir/body/lower.ts';
import { type DefId, defKind, typeckRoot } from '../hir/defs.ts';
import { defTextRange, type FileRange, lineIndex, nameRange } from '../hir/fileRange.ts';
import { displayPath } from '../hir/inputs.ts';
import type { MonoItem } from '../mono/instance.ts';
import type { Database } from '../query/database.ts';

export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export function printPosition({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}

export function position(db: Database, range: FileRange | undefined): Position | undefined {
  const lines = range && lineIndex(db, range.file);
  if (!range || !lines) return undefined;
  const at = lines.position(range.start);
  return { file: displayPath(db, range.file), line: at.line + 1, column: lines.column(at) + 1 };
}

/** A function's name, or where a closure starts. */
export function defPosition(db: Database, def: DefId): Position | undefined {
  return position(db, defKind(def) === 'Closure' ? closureHeaderRange(db, def) : nameRange(db, def));
}

/** An expression of the body that an item is made from. */
export function exprPosition(db: Database, item: MonoItem, source: number): Position | undefined {
  if (source < 0 || item.kind === 'GlobalAsm') return undefined;
  const owner = typeckRoot(item.kind === 'Fn' ? item.instance.kind.def : item.def);
  const range = bodySourceMap(db, owner)?.exprRanges[source];
  return range && position(db, defTextRange(db, owner, range[0], range[1]));
}
