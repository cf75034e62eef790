/** Where a closure stands, in the form in which rustc prints closure types: `src/main.rs:5:13: 5:16`. */
import type { Database } from '../../query/database.ts';
import { defSource } from '../defMap/defSource.ts';
import { type DefId, defData, internDef, typeckRoot } from '../defs.ts';
import { type FileRange, fileRange, itemRange, lineIndex } from '../fileRange.ts';
import { displayPath } from '../inputs.ts';
import { bodySourceMap } from './lower.ts';

/** `path:line:column: line:column` of the closure's `|…|`. */
export function closureHeader(db: Database, closure: DefId): string | undefined {
  const range = closureHeaderRange(db, closure);
  return range && printRange(db, range);
}

export function closureHeaderRange(db: Database, closure: DefId): FileRange | undefined {
  const { krate, parent, name, kind } = defData(typeckRoot(closure));
  if (kind === 'Const' && !defSource(db, typeckRoot(closure))) {
    // The test harness puts a closure into a const of the test's name; its place is the test function.
    return itemRange(db, internDef({ krate, parent, kind: 'Fn', name, disambiguator: 0 }));
  }
  const span = bodySourceMap(db, typeckRoot(closure))?.closureHeaders.get(closure);
  return span && fileRange(db, span);
}

/** 1-based, columns in characters. */
export function printRange(db: Database, { file, start, end }: FileRange): string | undefined {
  const lines = lineIndex(db, file);
  if (!lines) return undefined;
  const from = lines.position(start);
  const to = lines.position(end);
  const place = (at: typeof from) => `${at.line + 1}:${lines.column(at) + 1}`;
  return `${displayPath(db, file)}:${place(from)}: ${place(to)}`;
}
