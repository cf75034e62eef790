/**
 * Token trees as rust-analyzer's procedural macro server reads and writes them: the `FlatTree` of version 6 of its
 * protocol (`proc_macro_api::legacy_protocol::msg::flat`).
 *
 * A tree is a list of groups, breadth first, and lists of literals, punctuation and identifiers. Each group has a range
 * of `token_tree`, whose entries are an index into one of the four lists and, in the lowest two bits, which. Texts are
 * shared. A span is an index into a table of its own ({@link SpanTable}).
 */
import { structuralEquals } from '../base/structuralEquals.ts';
import {
  invisibleFragment,
  invisibleGroup,
  isInvisible,
  madeUp,
  matchDelimiters,
  type Token,
} from '../hir/macros/tokens.ts';
import type { Span } from '../hir/span.ts';
import type { SpanTable } from './spanTable.ts';

export interface FlatTree {
  /** Opening span, closing span, kind of delimiter, and the range of `token_tree`. */
  readonly subtree: number[];
  /** Span, text, kind, suffix. */
  readonly literal: number[];
  /** Span, character, whether another operator character follows at once. */
  readonly punct: number[];
  /** Span, text, whether it is raw. */
  readonly ident: number[];
  readonly token_tree: number[];
  readonly text: string[];
}

const delimiters = ['', '()', '{}', '[]'] as const;
const subtreeTag = 0;
const literalTag = 1;
const punctTag = 2;
const identTag = 3;
const noSuffix = 0xffff_ffff;

/** Kinds of literals, by how they begin; those in raw strings also count their `#`s. */
const plainLiterals = [
  ['b"', 7],
  ['c"', 9],
  ["b'", 1],
  ['"', 5],
  ["'", 2],
] as const;
const rawLiterals = [
  ['br', 8],
  ['cr', 10],
  ['r', 6],
] as const;
const integer = 3;
const float = 4;

/** `tokens` as the server wants them. What is not balanced is closed where it ends. */
export function encodeTokens(tokens: readonly Token[], spans: SpanTable): FlatTree {
  return new Encoder(tokens, spans).encode();
}

class Encoder {
  readonly #tokens: readonly Token[];
  readonly #close: Int32Array;
  readonly #spans: SpanTable;
  readonly #tree: FlatTree = { subtree: [], literal: [], punct: [], ident: [], token_tree: [], text: [] };
  readonly #texts = new Map<string, number>();
  /** Groups whose content is still to be written: from, to. */
  readonly #queue: [number, number][] = [];

  constructor(tokens: readonly Token[], spans: SpanTable) {
    this.#tokens = tokens;
    this.#close = matchDelimiters(tokens);
    this.#spans = spans;
  }

  encode(): FlatTree {
    const { subtree, token_tree } = this.#tree;
    const { call } = this.#spans.sites;
    this.#group(call, call, 0, 0, this.#tokens.length);
    for (let i = 0; i < this.#queue.length; i++) {
      const [from, to] = this.#queue[i]!;
      subtree[i * 5 + 3] = token_tree.length;
      for (let at = from; at < to; at++) at = this.#token(at);
      subtree[i * 5 + 4] = token_tree.length;
    }
    return this.#tree;
  }

  #group(open: number, close: number, kind: number, from: number, to: number): number {
    this.#tree.subtree.push(open, close, kind, 0, 0);
    return this.#queue.push([from, to]) - 1;
  }

  /** Writes what begins at `at`; the index of its last token. */
  #token(at: number): number {
    const token = this.#tokens[at]!;
    const { text } = token;
    const { token_tree, ident, punct, literal } = this.#tree;
    switch (token.kind) {
      case 'Open': {
        const end = this.#close[at]!;
        const closing = this.#tokens[end];
        const kind = isInvisible(token) ? 0 : delimiters.findIndex((pair) => pair !== '' && pair[0] === text);
        const open = this.#spans.add(token.span, isInvisible(token) ? token : undefined);
        const close = closing ? this.#spans.add(wholeGroup(token, closing)) : open;
        const group = this.#group(open, close, kind, at + 1, end);
        token_tree.push((group << 2) | subtreeTag);
        return end;
      }
      case 'Close':
        return at; // one too many
      case 'Ident': {
        const isRaw = text.startsWith('r#');
        token_tree.push(((ident.length / 3) << 2) | identTag);
        ident.push(this.#spans.add(token.span), this.#text(isRaw ? text.slice(2) : text), isRaw ? 1 : 0);
        return at;
      }
      case 'Lifetime': {
        const id = this.#spans.add(token.span);
        token_tree.push(((punct.length / 3) << 2) | punctTag, ((ident.length / 3) << 2) | identTag);
        punct.push(id, "'".charCodeAt(0), 1);
        ident.push(id, this.#text(text.slice(1)), 0);
        return at;
      }
      case 'Literal':
        token_tree.push(((literal.length / 4) << 2) | literalTag);
        literal.push(this.#spans.add(token.span), ...this.#literal(text));
        return at;
      case 'Punct': {
        const next = this.#tokens[at + 1];
        const isJoint = token.joint && next !== undefined && next.serial === token.serial + 1;
        const continues = isJoint && (next.kind === 'Punct' || next.kind === 'Lifetime');
        const id = this.#spans.add(token.span);
        for (let i = 0; i < text.length; i++) {
          token_tree.push(((punct.length / 3) << 2) | punctTag);
          punct.push(id, text.charCodeAt(i), i + 1 < text.length || continues ? 1 : 0);
        }
        return at;
      }
    }
  }

  #literal(text: string): [text: number, kind: number, suffix: number] {
    for (const [prefix, kind] of rawLiterals) {
      const match = text.startsWith(prefix)
        ? /^(#*)"([\s\S]*)"\1(\w*)$/.exec(text.slice(prefix.length))
        : null;
      if (match) return [this.#text(match[2]!), kind | (match[1]!.length << 8), this.#suffix(match[3]!)];
    }
    for (const [prefix, kind] of plainLiterals) {
      if (!text.startsWith(prefix)) continue;
      const quote = prefix.at(-1)!;
      const end = text.lastIndexOf(quote);
      if (end < prefix.length) continue;
      return [this.#text(text.slice(prefix.length, end)), kind, this.#suffix(text.slice(end + 1))];
    }
    const suffix = numberSuffix(text);
    const digits = suffix === '' ? text : text.slice(0, -suffix.length);
    const isFloat = !/^0[xob]/.test(digits) && /[.eE]/.test(digits);
    return [this.#text(digits), isFloat ? float : integer, this.#suffix(suffix)];
  }

  #suffix(text: string): number {
    return text === '' ? noSuffix : this.#text(text);
  }

  #text(text: string): number {
    let index = this.#texts.get(text);
    if (index === undefined) {
      index = this.#tree.text.push(text) - 1;
      this.#texts.set(text, index);
    }
    return index;
  }
}

/**
 * The span of a group. The server knows only those of its delimiters, and takes the closing one for the whole when a
 * macro asks for the group's; so that one has to be it.
 */
function wholeGroup({ span: from }: Token, { span: to }: Token): Span | undefined {
  const isOnePlace = from && to && structuralEquals(from.anchor, to.anchor) && from.start <= to.start;
  return isOnePlace ? { ...to, start: from.start } : to;
}

/** What follows the digits of a number. */
function numberSuffix(text: string): string {
  const isHex = text.startsWith('0x');
  const pattern = isHex ? /[iu](?:\d+|size)$/ : /(?<=[\d_.])(?:[iuf](?:\d+|size)|[a-df-zA-DF-Z]\w*)$/;
  return pattern.exec(text)?.[0] ?? '';
}

/** What the server answered, a tree and its spans, as tokens. Throws a RangeError for what is no tree. */
export function decodeTokens(
  tree: FlatTree,
  spans: SpanTable,
  rows: readonly number[] = spans.rows,
): Token[] {
  return new Decoder(tree, spans, rows).tokens();
}

class Decoder {
  readonly #tree: FlatTree;
  readonly #spans: SpanTable;
  readonly #rows: readonly number[];
  #serial = madeUp('Punct', '').serial;

  constructor(tree: FlatTree, spans: SpanTable, rows: readonly number[]) {
    this.#tree = tree;
    this.#spans = spans;
    this.#rows = rows;
  }

  tokens(): Token[] {
    const out: Token[] = [];
    // One group and nothing else may be the whole tree.
    if ((this.#tree.subtree[2] ?? 0) === 0) this.#content(0, out);
    else this.#group(0, out);
    return out;
  }

  #content(group: number, out: Token[]): void {
    const { subtree, token_tree } = this.#tree;
    const from = subtree[group * 5 + 3];
    const to = subtree[group * 5 + 4];
    if (from === undefined || to === undefined || to > token_tree.length)
      throw new RangeError('no such group');
    for (let i = from; i < to; i++) {
      const entry = token_tree[i]!;
      const index = entry >>> 2;
      switch (entry & 3) {
        case subtreeTag:
          // Groups are written outside in: this is also what ends a tree that holds itself.
          if (index <= group) throw new RangeError('a group inside of itself');
          this.#group(index, out);
          break;
        case literalTag:
          out.push(this.#literal(index));
          break;
        case punctTag:
          i += this.#punct(index, token_tree[i + 1], out);
          break;
        case identTag:
          out.push(this.#ident(index));
          break;
      }
    }
  }

  #group(index: number, out: Token[]): void {
    const [open, close, kind] = this.#tree.subtree.slice(index * 5, index * 5 + 3) as [
      number,
      number,
      number,
    ];
    const pair = delimiters[kind];
    if (pair === undefined) throw new RangeError('no such delimiter');
    if (pair !== '') {
      out.push(this.#token('Open', pair[0]!, open));
      this.#content(index, out);
      out.push(this.#token('Close', pair[1]!, close));
      return;
    }
    const inside: Token[] = [];
    this.#content(index, inside);
    const origin = this.#spans.group(open, this.#rows);
    const fragment = origin && invisibleFragment(origin);
    // Only what a `macro_rules!` grouped stays together: rustc passes over the groups that a procedural macro makes.
    out.push(...(fragment === undefined ? inside : invisibleGroup(fragment, inside)));
  }

  #literal(index: number): Token {
    const [span, text, kind, suffix] = this.#tree.literal.slice(index * 4, index * 4 + 4) as number[];
    return this.#token('Literal', literalText(this.#text(text), kind!, this.#suffix(suffix!)), span!);
  }

  #ident(index: number): Token {
    const [span, text, isRaw] = this.#tree.ident.slice(index * 3, index * 3 + 3) as number[];
    return this.#token('Ident', `${isRaw === 1 ? 'r#' : ''}${this.#text(text)}`, span!);
  }

  /** Writes one character of an operator, or a lifetime; how many more entries that took. */
  #punct(index: number, next: number | undefined, out: Token[]): number {
    const [span, char, spacing] = this.#tree.punct.slice(index * 3, index * 3 + 3) as number[];
    if (span === undefined) throw new RangeError('no such punctuation');
    const text = String.fromCodePoint(char!);
    if (text === "'" && next !== undefined && (next & 3) === identTag) {
      out.push(this.#token('Lifetime', `'${this.#ident(next >>> 2).text}`, span));
      return 1;
    }
    const token = this.#token('Punct', text, span);
    // A character that belongs to the next one is written next to it.
    if (spacing === 1) this.#serial--;
    out.push(spacing === 1 ? { ...token, joint: true } : token);
    return 0;
  }

  #token(kind: Token['kind'], text: string, span: number): Token {
    this.#serial += 2;
    return { kind, text, joint: false, serial: this.#serial, span: this.#spans.span(span, this.#rows) };
  }

  #text(index: number | undefined): string {
    const text = index === undefined ? undefined : this.#tree.text[index];
    if (text === undefined) throw new RangeError('no such text');
    return text;
  }

  #suffix(index: number): string {
    return index === noSuffix ? '' : this.#text(index);
  }
}

function literalText(text: string, kind: number, suffix: string): string {
  const raw = rawLiterals.find(([, code]) => code === (kind & 0xff));
  if (raw) {
    const hashes = '#'.repeat(kind >> 8);
    return `${raw[0]}${hashes}"${text}"${hashes}${suffix}`;
  }
  const plain = plainLiterals.find(([, code]) => code === kind);
  return plain ? `${plain[0]}${text}${plain[0].at(-1)}${suffix}` : `${text}${suffix}`;
}
