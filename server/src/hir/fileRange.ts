/** From spans, which are relative to an item or a body, to places in files. */
import { LineIndex } from '../base/lineIndex.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { defSource } from './defMap/defSource.ts';
import { type DefId, defKind, defParent, type FileId } from './defs.ts';
import { itemOfAstId } from './fileAstId.ts';
import { type BodyText, type HirFileId, hirFile } from './hirFile.ts';
import { fileText } from './inputs.ts';
import { expansion } from './macros/expansion.ts';
import { itemSourceMap, itemTree } from './source.ts';
import { type Span, spanAt } from './span.ts';

/** Offsets are UTF-16 code units; `end` is past the last one. */
export interface FileRange {
  readonly file: FileId;
  readonly start: number;
  readonly end: number;
  /** How the compiler prints the file's name, where that depends on who includes it. */
  readonly path?: string;
}

export const lineIndex = defineQuery<FileId, LineIndex | undefined>('lineIndex', (db, file) => {
  const text = fileText(db, file);
  return text === undefined ? undefined : new LineIndex(text);
});

/** Where a span was written; undefined for what has no place in a file any more. */
export function fileRange(db: Database, { anchor, start, end }: Span): FileRange | undefined {
  if (anchor.kind === 'Item') {
    const item = itemOfAstId(itemTree(db, anchor.file), anchor.item);
    const range = item === undefined ? undefined : itemSourceMap(db, anchor.file).ranges.get(item);
    const base = range && (range.bodyStart >= 0 ? range.bodyStart : range.start);
    return base === undefined ? undefined : inHirFile(db, anchor.file, base + start, base + end);
  }
  if (anchor.kind === 'Included') return { file: anchor.file, start, end, path: anchor.path };
  return defTextRange(db, anchor.def, start, end);
}

/** Offsets in a definition's own text (see `bodySource`) as a place in a file. */
export function defTextRange(db: Database, def: DefId, start: number, end: number): FileRange | undefined {
  const source = defSource(db, def);
  if (!source) {
    // Anonymous consts have no place of their own: their owner stands for them.
    const parent = defParent(def);
    return defKind(def) === 'AnonConst' && parent !== undefined ? itemRange(db, parent) : undefined;
  }
  const range = itemSourceMap(db, source.file).ranges.get(source.item);
  if (!range) return undefined;
  const base = defKind(def) === 'Fn' || range.bodyStart < 0 ? range.start : range.bodyStart;
  return inHirFile(db, source.file, base + start, base + end);
}

/** The whole item. */
export function itemRange(db: Database, def: DefId): FileRange | undefined {
  const source = defSource(db, def);
  const range = source && itemSourceMap(db, source.file).ranges.get(source.item);
  return range && inHirFile(db, source.file, range.start, range.end);
}

/** The item's name; for an impl, its header's start. */
export function nameRange(db: Database, def: DefId): FileRange | undefined {
  const source = defSource(db, def);
  const range = source && itemSourceMap(db, source.file).ranges.get(source.item);
  return range && inHirFile(db, source.file, range.nameStart, range.nameEnd);
}

/** Offsets in the text of a `HirFile` as a place in a real file. */
export function inHirFile(db: Database, id: HirFileId, start: number, end: number): FileRange | undefined {
  const file = hirFile(id);
  switch (file.kind) {
    case 'File':
      return { file: file.file, start, end };
    case 'Block':
      return inBodyText(db, file.text, start, end);
    case 'Macro':
      return inExpansion(db, file.call, start, end);
  }
}

function inBodyText(db: Database, text: BodyText, start: number, end: number): FileRange | undefined {
  return text.kind === 'Body'
    ? defTextRange(db, text.owner, start, end)
    : inExpansion(db, text.call, start, end);
}

function inExpansion(
  db: Database,
  call: Parameters<typeof expansion>[1],
  start: number,
  end: number,
): FileRange | undefined {
  const { spans } = expansion(db, call);
  if (spans.starts.length === 0) return undefined;
  const first = spanAt(spans, start);
  const from = first && fileRange(db, first);
  const last = spanAt(spans, Math.max(start, end - 1));
  const to = last && fileRange(db, last);
  if (!from) return to;
  return to && to.file === from.file && to.end >= from.start ? { ...from, end: to.end } : from;
}
