/**
 * Token streams: what macros read and write.
 *
 * A stream is flat; delimiters are tokens like any other, and {@link matchDelimiters} tells where each closes.
 * Operators are single tokens as in rustc, except that `>` always stands alone (so that `>>` can close two lists of
 * generic arguments). A doc comment is the attribute it stands for.
 *
 * Besides the three visible kinds of delimiters there are invisible ones, after rustc's `InvisibleOrigin`: they hold
 * together what a fragment matched, as long as it is only passed from macro to macro. In a text they are characters
 * of Unicode's private use area, which the parser never sees outside of a macro's arguments.
 */
import { isWord, isWordStart, skipToken } from '../../syntax/scan.ts';
import type { SourceText, Span, SpanAnchor, SpanMap } from '../span.ts';
import { spanAt } from '../span.ts';

export type TokenKind = 'Ident' | 'Lifetime' | 'Literal' | 'Punct' | 'Open' | 'Close';

export interface Token {
  readonly kind: TokenKind;
  /** As written; of a delimiter, the character. */
  readonly text: string;
  /** The next token of the same source follows without white space. */
  readonly joint: boolean;
  /** Consecutive tokens of one source have consecutive numbers. */
  readonly serial: number;
  readonly span: Span | undefined;
}

/** What a fragment specifier names. */
export const fragmentSpecifiers = [
  'block',
  'expr',
  'expr_2021',
  'ident',
  'item',
  'lifetime',
  'literal',
  'meta',
  'pat',
  'pat_param',
  'path',
  'stmt',
  'tt',
  'ty',
  'vis',
] as const;
export type FragmentSpecifier = (typeof fragmentSpecifiers)[number];

const firstInvisible = 0xe000;
const invisibleClose = '\uE0FF';

/** The fragment that an invisible opening delimiter holds together. */
export function invisibleFragment(token: Token): FragmentSpecifier | undefined {
  if (token.kind !== 'Open') return undefined;
  return fragmentSpecifiers[token.text.charCodeAt(0) - firstInvisible];
}

export function isInvisible(token: Token): boolean {
  return (token.kind === 'Open' || token.kind === 'Close') && token.text.charCodeAt(0) >= firstInvisible;
}

export function invisibleGroup(fragment: FragmentSpecifier, tokens: readonly Token[]): Token[] {
  const open = String.fromCharCode(firstInvisible + fragmentSpecifiers.indexOf(fragment));
  return [madeUp('Open', open), ...tokens, madeUp('Close', invisibleClose)];
}

/** The attribute that stands for the `super` of `super let`, which no grammar knows. */
export const superLet = 'monolens_super';

let serials = 0;

/** A token that stands in no source. */
export function madeUp(kind: TokenKind, text: string, span?: Span): Token {
  serials += 2;
  return { kind, text, joint: false, serial: serials, span };
}

const operators3 = new Set(['<<=', '...', '..=']);
const operators2 = new Set([
  '::',
  '->',
  '=>',
  '==',
  '!=',
  '<=',
  '&&',
  '||',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '^=',
  '&=',
  '|=',
  '<<',
  '..',
]);

/**
 * Splits a text into tokens. Their spans are looked up in the text's span map; a text without one was written by a
 * person, and its spans are relative to `anchor`, where it begins at `offset`.
 */
export function lex(source: SourceText, anchor?: SpanAnchor, offset = 0): Token[] {
  const { text, spans } = source;
  const tokens: Token[] = [];
  serials += 2;
  const push = (kind: TokenKind, start: number, end: number, value = text.slice(start, end)): void => {
    const next = text.charCodeAt(end);
    const joint =
      next > 32 && next !== 47 ? true : next === 47 && text[end + 1] !== '/' && text[end + 1] !== '*';
    const span = spans
      ? spanAt(spans, start)
      : anchor && { anchor, start: start + offset, end: end + offset, ctx: 0 };
    tokens.push({ kind, text: value, joint, serial: serials++, span });
  };
  for (let at = 0; at < text.length; ) {
    const c = text.charCodeAt(at);
    if (c <= 32) {
      at++;
      continue;
    }
    if (isDigit(c)) {
      const previous = tokens[tokens.length - 1];
      const afterDot = previous?.kind === 'Punct' && previous.text === '.' && previous.joint;
      const end = afterDot ? skipDigits(text, at) : skipNumber(text, at);
      push('Literal', at, end);
      at = end;
      continue;
    }
    if (c >= firstInvisible && c <= 0xe0ff) {
      push(text[at] === invisibleClose ? 'Close' : 'Open', at, at + 1);
      at++;
      continue;
    }
    let end = skipToken(text, at);
    if (c === 47 && end > at + 1) {
      docComment(text.slice(at, end), (value) => push(kindOfMadeUp(value), at, end, value));
    } else if (isWordStart(c)) {
      const last = text.charCodeAt(end - 1);
      const isLiteral = last === 34 || last === 39 || (last === 35 && end > at + 2);
      if (c === 0xa0 || c === 0xfeff || c === 0x2028 || c === 0x2029)
        end = at + 1; // white space after all
      else push(isLiteral ? 'Literal' : 'Ident', at, end);
    } else if (c === 34) push('Literal', at, end);
    else if (c === 39)
      push(end > at + 1 && text.charCodeAt(end - 1) === 39 ? 'Literal' : 'Lifetime', at, end);
    else if (c === 40 || c === 91 || c === 123) push('Open', at, end);
    else if (c === 41 || c === 93 || c === 125) push('Close', at, end);
    else {
      if (operators3.has(text.slice(at, at + 3))) end = at + 3;
      else if (operators2.has(text.slice(at, at + 2))) end = at + 2;
      push('Punct', at, end);
    }
    at = end;
  }
  return tokens;
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

function skipDigits(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end)) || text.charCodeAt(end) === 95) end++;
  return end;
}

function skipWord(text: string, at: number): number {
  let end = at;
  while (isWord(text.charCodeAt(end))) end++;
  return end;
}

/** A number with its fraction, exponent and suffix. */
function skipNumber(text: string, at: number): number {
  const radix = text.charCodeAt(at) === 48 ? text[at + 1] : undefined;
  if (radix === 'x' || radix === 'b' || radix === 'o') return skipWord(text, at + 2);
  let end = skipDigits(text, at);
  if (text[end] === '.') {
    const next = text.charCodeAt(end + 1);
    if (isDigit(next)) end = skipDigits(text, end + 1);
    else if (next !== 46 && !isWordStart(next)) return end + 1;
  }
  const e = text[end];
  if (e === 'e' || e === 'E') {
    const sign = text[end + 1] === '+' || text[end + 1] === '-' ? 1 : 0;
    if (isDigit(text.charCodeAt(end + 1 + sign))) end = skipDigits(text, end + 1 + sign);
  }
  return skipWord(text, end);
}

/** A doc comment is `#[doc = "…"]`; other comments are nothing. */
function docComment(comment: string, push: (text: string) => void): void {
  let isInner: boolean;
  let body: string;
  if (/^\/\/(?:\/(?!\/)|!)/.test(comment)) {
    isInner = comment[2] === '!';
    body = comment.slice(3);
  } else if (/^\/\*(?:\*(?![*/])|!)/.test(comment)) {
    isInner = comment[2] === '!';
    body = comment.slice(3, comment.endsWith('*/') ? -2 : undefined);
  } else return;
  for (const text of ['#', ...(isInner ? ['!'] : []), '[', 'doc', '=', JSON.stringify(body), ']']) push(text);
}

function kindOfMadeUp(text: string): TokenKind {
  if (text === '[') return 'Open';
  if (text === ']') return 'Close';
  if (text === 'doc') return 'Ident';
  return text.startsWith('"') ? 'Literal' : 'Punct';
}

/**
 * For each opening delimiter the index of its closing one (the end of the stream, if there is none), for every other
 * token its own index.
 */
export function matchDelimiters(tokens: readonly Token[]): Int32Array {
  const close = new Int32Array(tokens.length);
  const open: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    close[i] = i;
    const { kind } = tokens[i]!;
    if (kind === 'Open') open.push(i);
    else if (kind === 'Close') {
      const from = open.pop();
      if (from !== undefined) close[from] = i;
    }
  }
  for (const from of open) close[from] = tokens.length;
  return close;
}

/** Writes generated code: its text and the origin of each token. */
export class CodeWriter {
  readonly #parts: string[] = [];
  readonly #starts: number[] = [];
  readonly #spans: (Span | undefined)[] = [];
  #length = 0;
  #last: Token | undefined;

  /** Code of the expander's own, shown at `span`. */
  raw(code: string, span?: Span): this {
    this.#push(code, span, true);
    this.#last = undefined;
    return this;
  }

  token(token: Token): this {
    const last = this.#last;
    const adjacent = last?.joint === true && token.serial === last.serial + 1;
    this.#push(token.text, token.span, !adjacent);
    this.#last = token;
    return this;
  }

  tokens(tokens: Iterable<Token>): this {
    for (const token of tokens) this.token(token);
    return this;
  }

  finish(): { text: string; spans: SpanMap } {
    return { text: this.#parts.join(''), spans: { starts: this.#starts, spans: this.#spans } };
  }

  #push(text: string, span: Span | undefined, spaced: boolean): void {
    if (spaced && this.#length > 0) {
      this.#parts.push(' ');
      this.#length++;
    }
    this.#starts.push(this.#length);
    this.#spans.push(span);
    this.#parts.push(text);
    this.#length += text.length;
  }
}

/** Without delimiters that only hold it together. */
export function unwrapGroups(tokens: readonly Token[]): readonly Token[] {
  let inner: readonly Token[] = tokens;
  while (
    inner.length >= 2 &&
    inner[0]!.kind === 'Open' &&
    (isInvisible(inner[0]!) || inner[0]!.text === '(') &&
    matchDelimiters(inner)[0] === inner.length - 1
  ) {
    inner = inner.slice(1, -1);
  }
  return inner;
}
