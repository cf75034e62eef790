/**
 * Spans as rust-analyzer's procedural macro server knows them: five numbers each, of which a macro sees some and can put
 * together others. One that is `join`ed to another in the same text reaches from this to that, and one that is
 * `resolved_at` another has its place and the other's context; so places and contexts are told as what they are. What
 * text a place is in is a number of ours, and so is a context: they are counted anew for each table, so that the same
 * input has the same table in every run.
 */
import type { MacroSites } from '../hir/macros/proc/expander.ts';
import type { Token } from '../hir/macros/tokens.ts';
import type { Span, SyntaxContext } from '../hir/span.ts';

/** What offsets are relative to. */
interface Text {
  /** Undefined: the tokens come from nowhere. */
  readonly span: Span | undefined;
  /** The token that opens a group without delimiters: each is a text of its own, to be known again. */
  readonly group: Token | undefined;
}

/** File, text in the file, start, end, syntax context. */
const fields = 5;

/** The server takes the edition that literals are read in from the number of a file: this says 2021. */
const file = 2 << 23;

/** Offsets from the beginning of an item are negative in its attributes, which the server does not have. */
const zero = 1 << 30;

interface Sites {
  readonly def: number;
  readonly call: number;
  readonly mixed: number;
}

export class SpanTable {
  readonly #texts: Text[] = [];
  readonly #textIds = new Map<string, number>();
  readonly #contexts: SyntaxContext[] = [0];
  /** The server's table is a set: equal spans have one row. */
  readonly #indices = new Map<string, number>();
  readonly rows: number[] = [];
  readonly sites: Sites;

  /** The three sites; the tokens of the input are added. */
  constructor({ def, call, mixed }: MacroSites) {
    this.sites = { def: this.add(def), call: this.add(call), mixed: this.add(mixed) };
  }

  add(span: Span | undefined, group?: Token): number {
    const { start = 0, end = 0, ctx = 0 } = span ?? {};
    const row = [
      file,
      this.#text(span, group),
      zero + start,
      zero + Math.max(start, end),
      this.#context(ctx),
    ];
    const key = row.join(' ');
    let index = this.#indices.get(key);
    if (index === undefined) {
      index = this.rows.push(...row) / fields - 1;
      this.#indices.set(key, index);
    }
    return index;
  }

  /** A table has few contexts. */
  #context(ctx: SyntaxContext): number {
    const known = this.#contexts.indexOf(ctx);
    return known >= 0 ? known : this.#contexts.push(ctx) - 1;
  }

  #text(span: Span | undefined, group: Token | undefined): number {
    if (group) return this.#texts.push({ span, group }) - 1;
    const anchor = span?.anchor;
    const place =
      anchor &&
      (anchor.kind === 'Def'
        ? anchor.def
        : `${anchor.file} ${anchor.kind === 'Item' ? anchor.item : anchor.path}`);
    const key = `${anchor?.kind} ${place} ${span?.isSite === true}`;
    let id = this.#textIds.get(key);
    if (id === undefined) {
      id = this.#texts.push({ span, group }) - 1;
      this.#textIds.set(key, id);
    }
    return id;
  }

  /** The span in a row of a table of the server, which is about the same texts. */
  span(index: number, rows: readonly number[] = this.rows): Span | undefined {
    const span = this.#textOf(index, rows)?.span;
    const [start, end, ctx] = rows.slice(fields * index + 2, fields * index + 5);
    return span && { ...span, start: start! - zero, end: end! - zero, ctx: this.#contexts[ctx!] ?? 0 };
  }

  /** The token of the input that opens a group with that span, if the group has no delimiters. */
  group(index: number, rows: readonly number[] = this.rows): Token | undefined {
    return this.#textOf(index, rows)?.group;
  }

  #textOf(index: number, rows: readonly number[]): Text | undefined {
    const text = rows[fields * index + 1];
    return text === undefined ? undefined : this.#texts[text];
  }
}
