/** Where a closure stands, in the form in which rustc prints closure types: `src/main.rs:5:13: 5:16`. */
import { structuralEquals } from '../../base/structuralEquals.ts';
import type { Database } from '../../query/database.ts';
import { defSource } from '../defMap/defSource.ts';
import { printedPath } from '../defMap/writtenPaths.ts';
import { type CrateId, type DefId, defCrate, defData, internDef, typeckRoot } from '../defs.ts';
import { defTextRange, type FileRange, fileRange, itemRange, lineIndex } from '../fileRange.ts';
import { defineRememberedQuery } from '../rememberedBodies.ts';
import type { Span } from '../span.ts';
import { bodySourceMap } from './lower.ts';

/** `path:line:column: line:column` of the closure's `|…|`. */
export function closureHeader(db: Database, closure: DefId): string | undefined {
  const range = closureHeaderRange(db, closure);
  return range && printRange(db, defCrate(closure), range);
}

export function closureHeaderRange(db: Database, closure: DefId): FileRange | undefined {
  const { krate, parent, name, kind } = defData(typeckRoot(closure));
  if (kind === 'Const' && !defSource(db, typeckRoot(closure))) {
    // The test harness puts a closure into a const of the test's name; its place is the test function.
    return itemRange(db, internDef({ krate, parent, kind: 'Fn', name, disambiguator: 0 }));
  }
  const written = writtenHeader(db, closure);
  if (written) return defTextRange(db, written.def, written.start, written.end);
  const span = headerSpan(db, closure);
  return span && fileRange(db, span);
}

function headerSpan(db: Database, closure: DefId): Span | undefined {
  return bodySourceMap(db, typeckRoot(closure))?.closureHeaders.get(closure);
}

/** Offsets in a definition's own text. */
interface TextRange {
  readonly def: DefId;
  readonly start: number;
  readonly end: number;
}

/** The header of a closure that is written in a body; those in what item macros expand to have other anchors. */
const writtenHeader = defineRememberedQuery<TextRange | undefined>(
  'writtenHeader',
  'header',
  (db, closure) => {
    const span = headerSpan(db, closure);
    if (span?.anchor.kind !== 'Def') return undefined;
    return { def: span.anchor.def, start: span.start, end: span.end };
  },
  { equals: structuralEquals },
);

/** 1-based, columns in characters. */
function printRange(db: Database, krate: CrateId, { file, start, end, path }: FileRange): string | undefined {
  const lines = lineIndex(db, file);
  if (!lines) return undefined;
  const from = lines.position(start);
  const to = lines.position(end);
  const place = (at: typeof from) => `${at.line + 1}:${lines.column(at) + 1}`;
  return `${path ?? printedPath(db, krate, file)}:${place(from)}: ${place(to)}`;
}
