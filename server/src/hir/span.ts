/**
 * Where a piece of generated text came from.
 *
 * The text of a macro expansion is parsed like any other; a `SpanMap` beside it says, token by token, where each was
 * written (for positions shown to people and in closure types) and in which *syntax context* (for the hygiene of
 * local variables and labels; rustc's `SyntaxContext`, macro_rules' mixed-site rule). Spans are relative to an
 * anchor, so that they too survive edits elsewhere.
 */
import type { DefId, FileId } from './defs.ts';
import type { FileAstId } from './fileAstId.ts';
import type { HirFileId } from './hirFile.ts';

/** 0 is code as written; every macro expansion marks the tokens of the macro's own definition with a new one. */
export type SyntaxContext = number;

/** The text that a span's offsets are relative to. */
export type SpanAnchor =
  /** The body text of a definition, or the rules of a `macro_rules!` definition. */
  | { readonly kind: 'Def'; readonly def: DefId }
  /** The arguments of an item-position macro call, or the whole text of an item with a derive. */
  | { readonly kind: 'Item'; readonly file: HirFileId; readonly item: FileAstId }
  /** A file that `include!` names; `path` is how the compiler prints that. */
  | { readonly kind: 'Included'; readonly file: FileId; readonly path: string };

export interface Span {
  readonly anchor: SpanAnchor;
  readonly start: number;
  readonly end: number;
  readonly ctx: SyntaxContext;
  /** The place of a procedural macro's call, which stands for a token that it made. */
  readonly isSite?: boolean;
}

export interface SpanMap {
  /** Start offset, in the generated text, of each token, ascending. */
  readonly starts: readonly number[];
  /** Origin of each token; undefined for one that the expander made up. */
  readonly spans: readonly (Span | undefined)[];
}

/** The origin of the token that covers `offset` in the generated text. */
export function spanAt(map: SpanMap, offset: number): Span | undefined {
  let low = 0;
  let high = map.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (map.starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return map.spans[low];
}

/** From one token to another, if both stand in one text; else the first. */
export function spanTo(first: Span, last: Span): Span {
  return sameAnchor(first, last) && last.end >= first.start ? { ...first, end: last.end } : first;
}

function sameAnchor(a: Span, b: Span): boolean {
  if (a.ctx !== b.ctx) return false;
  if (a.anchor.kind === 'Def') return b.anchor.kind === 'Def' && a.anchor.def === b.anchor.def;
  if (a.anchor.kind === 'Included') return b.anchor.kind === 'Included' && a.anchor.file === b.anchor.file;
  return b.anchor.kind === 'Item' && a.anchor.file === b.anchor.file && a.anchor.item === b.anchor.item;
}

/** Whether a macro made the token. */
export function isMade({ ctx, isSite }: Span): boolean {
  return ctx !== 0 || isSite === true;
}

/** A text, parsed or to be parsed, with the origin of its tokens when it was generated. */
export interface SourceText {
  readonly text: string;
  readonly spans: SpanMap | undefined;
}
