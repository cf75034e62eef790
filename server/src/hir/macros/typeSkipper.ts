/**
 * Where paths and types end in a token stream; the base of the other skippers (see `fragments.ts`).
 */
import {
  type FragmentSpecifier,
  invisibleFragment,
  isInvisible,
  matchDelimiters,
  type Token,
} from './tokens.ts';

/** What the skippers answer where nothing of the kind begins. */
export const none = -1;

/** Keywords that are no names, strict and reserved ones. */
export const reserved = new Set(
  (
    'as break const continue else enum extern false fn for if impl in let loop match mod move mut pub ref return ' +
    'static struct trait true type unsafe use where while async await dyn abstract become box do final macro override ' +
    'priv typeof unsized virtual yield try'
  ).split(' '),
);

/** Keywords that a path may consist of. */
const pathKeywords = new Set(['self', 'Self', 'super', 'crate']);

export class TypeSkipper {
  readonly tokens: readonly Token[];
  readonly #close: Int32Array;

  constructor(tokens: readonly Token[], close: Int32Array = matchDelimiters(tokens)) {
    this.tokens = tokens;
    this.#close = close;
  }

  /** The index after the token, or after the group it opens. */
  after(at: number): number {
    return Math.min(this.#close[at]! + 1, this.tokens.length);
  }

  protected is(at: number, text: string): boolean {
    const token = this.tokens[at];
    return token !== undefined && token.text === text && token.kind !== 'Literal';
  }

  protected isWord(at: number): boolean {
    const token = this.tokens[at];
    return token?.kind === 'Ident' && (!reserved.has(token.text) || pathKeywords.has(token.text));
  }

  protected held(at: number): FragmentSpecifier | undefined {
    const token = this.tokens[at];
    return token && invisibleFragment(token);
  }

  /** In expressions generic arguments need `::<`. */
  skipPath(at: number, inExpr: boolean): number {
    const held = this.held(at);
    let end = at;
    if (held === 'path' || held === 'ty' || held === 'ident') {
      end = this.after(at);
    } else if (this.is(at, '<') || this.is(at, '<<')) {
      end = this.skipGenericArgs(at);
      if (end < 0 || !this.is(end, '::')) return none;
    } else {
      if (this.is(end, '::')) end++;
      end = this.skipSegment(end, inExpr);
    }
    while (end >= 0 && this.is(end, '::')) {
      if (this.is(end + 1, '<') || this.is(end + 1, '<<')) {
        end = this.skipGenericArgs(end + 1);
        continue;
      }
      const next = this.skipSegment(end + 1, inExpr);
      if (next < 0) break;
      end = next;
    }
    return end;
  }

  protected skipSegment(at: number, inExpr: boolean): number {
    const token = this.tokens[at];
    const isName = this.isWord(at) || (token !== undefined && invisibleFragment(token) === 'ident');
    if (!isName) return none;
    const end = this.after(at);
    if (inExpr) return end;
    if (this.is(end, '<') || this.is(end, '<<')) return this.skipGenericArgs(end);
    if (this.is(end, '(') && token !== undefined && !pathKeywords.has(token.text)) {
      const after = this.after(end);
      return this.is(after, '->') ? this.skipType(after + 1, false) : after;
    }
    return end;
  }

  /** From `<` to its `>`: every `>` is a token of its own, and other operators do not occur at this depth. */
  skipGenericArgs(at: number): number {
    let depth = 0;
    for (let i = at; i < this.tokens.length; i = this.after(i)) {
      const { kind, text } = this.tokens[i]!;
      if (kind === 'Close') return none;
      if (kind !== 'Punct') continue;
      if (text === '<') depth++;
      else if (text === '<<') depth += 2;
      else if (text === '>') {
        if (--depth === 0) return i + 1;
      } else if (text === ';') return none;
    }
    return none;
  }

  skipType(at: number, allowPlus: boolean): number {
    const token = this.tokens[at];
    if (token === undefined) return none;
    const held = invisibleFragment(token);
    if (held === 'ty' || held === 'path' || held === 'ident') {
      const end = this.after(at);
      return this.is(end, '::') ? this.skipPath(at, false) : end;
    }
    if (token.kind === 'Open') return token.text === '(' || token.text === '[' ? this.after(at) : none;
    if (token.kind === 'Punct') {
      switch (token.text) {
        case '!':
          return at + 1;
        case '&':
        case '&&': {
          let i = at + 1;
          if (this.tokens[i]?.kind === 'Lifetime') i++;
          if (this.is(i, 'mut')) i++;
          return this.skipType(i, false);
        }
        case '*':
          return this.is(at + 1, 'const') || this.is(at + 1, 'mut') ? this.skipType(at + 2, false) : none;
        case '?':
          return this.skipBounds(at, allowPlus);
        case '<':
        case '<<':
        case '::':
          return this.skipPath(at, false);
        default:
          return none;
      }
    }
    if (token.kind === 'Lifetime') return this.skipBounds(at, allowPlus);
    if (token.kind !== 'Ident') return none;
    switch (token.text) {
      case '_':
        return at + 1;
      case 'dyn':
        if (this.is(at + 1, '::')) break;
        return this.skipBounds(at + 1, allowPlus);
      case 'impl':
        return this.skipBounds(at + 1, allowPlus);
      case 'for': {
        const end = this.skipGenericArgs(at + 1);
        return end < 0 ? none : this.skipType(end, allowPlus);
      }
      case 'unsafe':
      case 'const':
        return this.skipType(at + 1, false);
      case 'extern':
        return this.skipType(this.tokens[at + 1]?.kind === 'Literal' ? at + 2 : at + 1, false);
      case 'fn': {
        if (!this.is(at + 1, '(')) return none;
        const end = this.after(at + 1);
        return this.is(end, '->') ? this.skipType(end + 1, false) : end;
      }
    }
    const end = this.skipPath(at, false);
    if (end >= 0 && this.is(end, '!') && this.tokens[end + 1]?.kind === 'Open') return this.after(end + 1);
    if (end >= 0 && allowPlus && this.is(end, '+')) return this.skipBounds(at, true);
    return end;
  }

  protected skipBounds(at: number, allowPlus: boolean): number {
    let end = at;
    for (;;) {
      const next = this.#skipBound(end);
      if (next < 0) return end > at ? end : none;
      end = next;
      if (!allowPlus || !this.is(end, '+')) return end;
      end++;
    }
  }

  #skipBound(at: number): number {
    const token = this.tokens[at];
    if (token === undefined) return none;
    if (token.kind === 'Lifetime' || token.text === '(' || isInvisible(token)) return this.after(at);
    if (token.text === '[') return this.#skipBound(this.after(at)); // `[const] Trait`
    if (token.text === '?' || token.text === '~' || token.text === 'const' || token.text === 'async')
      return this.#skipBound(at + 1);
    if (token.text === 'for') {
      const end = this.skipGenericArgs(at + 1);
      return end < 0 ? none : this.#skipBound(end);
    }
    if (token.text === 'use') return this.skipGenericArgs(at + 1);
    return this.skipPath(at, false);
  }
}
