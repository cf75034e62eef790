/** Where patterns end in a token stream (see `fragments.ts`). */
import { isInvisible } from './tokens.ts';
import { none, TypeSkipper } from './typeSkipper.ts';

export class PatternSkipper extends TypeSkipper {
  protected skipLiteral(at: number): number {
    const start = this.is(at, '-') ? at + 1 : at;
    const token = this.tokens[start];
    if (token?.kind === 'Literal') return start + 1;
    return start === at && (this.is(at, 'true') || this.is(at, 'false')) ? at + 1 : none;
  }

  skipPattern(at: number, allowAlternatives: boolean): number {
    let end = allowAlternatives && this.is(at, '|') ? at + 1 : at;
    for (;;) {
      end = this.#skipPatternNoAlternatives(end);
      if (end < 0 || !allowAlternatives || !this.is(end, '|')) return end;
      end++;
    }
  }

  #skipPatternNoAlternatives(at: number): number {
    const token = this.tokens[at];
    if (token === undefined || token.kind === 'Close') return none;
    const { kind, text } = token;
    if (kind === 'Open') {
      if (text === '{') return none;
      const end = this.after(at);
      // A path or literal of an outer macro may begin a longer pattern.
      return isInvisible(token) ? this.#skipPatternTail(end) : end;
    }
    if (kind === 'Punct') {
      switch (text) {
        case '&':
        case '&&':
          return this.#skipPatternNoAlternatives(this.is(at + 1, 'mut') ? at + 2 : at + 1);
        case '-': {
          const end = this.skipLiteral(at);
          return end < 0 ? none : this.#skipRangeEnd(end);
        }
        case '..':
        case '..=':
        case '...': {
          const end = this.#skipRangeBound(at + 1);
          return end < 0 ? at + 1 : end;
        }
        case '::':
        case '<':
        case '<<':
          break;
        default:
          return none;
      }
    }
    if (kind === 'Literal') return this.#skipRangeEnd(at + 1);
    if (kind === 'Ident') {
      if (text === '_') return at + 1;
      if (text === 'true' || text === 'false') return at + 1;
      if (text === 'ref' || text === 'mut' || text === 'box') {
        let i = at + 1;
        if (this.is(i, 'mut') || this.is(i, 'ref')) i++;
        return text === 'box' ? this.#skipPatternNoAlternatives(at + 1) : this.#skipBinding(i);
      }
      if (text === 'const' && this.is(at + 1, '{')) return this.#skipRangeEnd(this.after(at + 1));
    }
    const end = this.skipPath(at, true);
    if (end < 0) return none;
    if (end === at + 1 && this.is(end, '@')) return this.#skipPatternNoAlternatives(end + 1);
    return this.#skipPatternTail(end);
  }

  #skipBinding(at: number): number {
    const token = this.tokens[at];
    const isName = (token?.kind === 'Ident' && token.text !== '_') || this.held(at) === 'ident';
    const end = isName ? this.after(at) : none;
    return end >= 0 && this.is(end, '@') ? this.#skipPatternNoAlternatives(end + 1) : end;
  }

  /** After a path: the fields, the arguments of a macro, or the end of a range. */
  #skipPatternTail(at: number): number {
    const token = this.tokens[at];
    if (token?.text === '(' || token?.text === '{') return this.after(at);
    if (this.is(at, '!') && this.tokens[at + 1]?.kind === 'Open') return this.after(at + 1);
    if (this.is(at, '@')) return this.#skipPatternNoAlternatives(at + 1);
    return this.#skipRangeEnd(at);
  }

  #skipRangeEnd(at: number): number {
    if (!this.is(at, '..') && !this.is(at, '..=') && !this.is(at, '...')) return at;
    const end = this.#skipRangeBound(at + 1);
    return end < 0 ? at + 1 : end;
  }

  #skipRangeBound(at: number): number {
    const token = this.tokens[at];
    if (token !== undefined && isInvisible(token) && token.kind === 'Open') return this.after(at);
    const literal = this.skipLiteral(at);
    if (literal >= 0) return literal;
    return this.isWord(at) || this.is(at, '::') || this.is(at, '<') ? this.skipPath(at, true) : none;
  }
}
