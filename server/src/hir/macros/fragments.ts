/**
 * Where a fragment of a macro's input ends: the least of a parser that tells how many tokens an expression, a type, a
 * pattern, … takes, without making a tree of them.
 *
 * Each `skip…` answers with the index after the fragment that starts at `at`, or -1 where none does. The grammar is
 * the Rust Reference's; precedence does not matter here, since only the end is asked for.
 */
import { PatternSkipper } from './patternSkipper.ts';
import { type FragmentSpecifier, invisibleFragment, isInvisible } from './tokens.ts';
import { none, reserved } from './typeSkipper.ts';

/** Words an expression may begin with although they are reserved. */
const expressionKeywords = new Set(
  'async break const continue do false for if loop match move return static true try unsafe while yield become builtin'.split(
    ' ',
  ),
);

const binaryOperators = new Set(
  '+ - * / % ^ & | && || << == != < <= = += -= *= /= %= ^= &= |= <<= .. ..= ...'.split(' '),
);

export interface ExprMode {
  /** In the head of `if`, `while`, `match` and `for`, where `{` begins the block. */
  readonly noStruct?: boolean;
  /** As a statement: an expression that ends with a block ends there. */
  readonly statement?: boolean;
}

export class FragmentSkipper extends PatternSkipper {
  skip(fragment: FragmentSpecifier, at: number): number {
    const token = this.tokens[at];
    if (token !== undefined) {
      // A fragment matched by an outer macro is matched whole, by the same kind or a wider one.
      const held = invisibleFragment(token);
      if (held !== undefined && fits(held, fragment)) {
        const end = this.after(at);
        if (fragment !== 'expr' && fragment !== 'expr_2021' && fragment !== 'stmt') return end;
      }
    }
    switch (fragment) {
      case 'ident':
        return token?.kind === 'Ident' && token.text !== '_' ? at + 1 : none;
      case 'lifetime':
        return token?.kind === 'Lifetime' ? at + 1 : none;
      case 'literal':
        return this.skipLiteral(at);
      case 'tt':
        return this.#skipTokenTree(at);
      case 'vis':
        return this.skipVisibility(at);
      case 'block':
        return this.is(at, '{') ? this.after(at) : none;
      case 'ty':
        return this.skipType(at, true);
      case 'path':
        return this.skipPath(at, false);
      case 'pat':
        return this.skipPattern(at, true);
      case 'pat_param':
        return this.skipPattern(at, false);
      case 'expr':
      case 'expr_2021':
        return this.skipExpr(at);
      case 'stmt':
        return this.#skipStatement(at);
      case 'item':
        return this.skipItem(at);
      case 'meta':
        return this.#skipMeta(at);
    }
  }

  /** Whether the fragment may begin with this token, by rustc's `nt_may_be`: decides which arms are tried. */
  mayBegin(fragment: FragmentSpecifier, at: number): boolean {
    const token = this.tokens[at];
    if (token === undefined || token.kind === 'Close') return false;
    const held = invisibleFragment(token);
    if (held !== undefined) return fits(held, fragment) || fragment === 'vis';
    const { kind, text } = token;
    switch (fragment) {
      case 'expr':
      case 'expr_2021':
        if (kind === 'Ident') {
          if (text === '_' || text === 'let') return text === '_' && fragment === 'expr';
          if (text === 'const' && fragment === 'expr_2021') return false;
          return !reserved.has(text) || expressionKeywords.has(text);
        }
        return kind !== 'Punct' || /^(?:[-!*&|#<]|&&|\|\||\.\.=?|\.\.\.|::|<<)$/.test(text);
      case 'ty':
        if (kind === 'Ident')
          return !reserved.has(text) || /^(?:fn|unsafe|extern|for|dyn|impl|const)$/.test(text);
        if (kind === 'Punct') return /^(?:[!*&<?]|&&|::|<<)$/.test(text);
        return kind === 'Lifetime' || text === '(' || text === '[';
      case 'ident':
        return kind === 'Ident' && text !== '_';
      case 'lifetime':
        return kind === 'Lifetime';
      case 'literal':
        return kind === 'Literal' || text === '-' || text === 'true' || text === 'false';
      case 'block':
        return text === '{';
      case 'path':
      case 'meta':
        return kind === 'Ident' || text === '::' || text === '<' || text === '<<';
      case 'pat':
      case 'pat_param':
        if (kind === 'Ident') return true;
        if (kind === 'Punct')
          return /^(?:[-&<]|&&|\.\.=?|\.\.\.|::|<<)$/.test(text) || (text === '|' && fragment === 'pat');
        return kind === 'Literal' || text === '(' || text === '[';
      case 'vis':
        // May be empty, but not before a token that could begin something else of the matcher.
        return kind === 'Ident' || text === ',' || this.mayBegin('ty', at);
      case 'tt':
      case 'item':
      case 'stmt':
        return true;
    }
  }

  #skipTokenTree(at: number): number {
    const token = this.tokens[at];
    if (token === undefined || token.kind === 'Close') return none;
    if (token.kind === 'Open') return this.after(at);
    // `>` stands alone in a stream, but `>>=` is one token tree.
    let end = at + 1;
    if (token.text === '>' && token.kind === 'Punct') {
      const glued = (text: string) =>
        this.tokens[end - 1]!.joint &&
        this.is(end, text) &&
        this.tokens[end]!.serial === this.tokens[end - 1]!.serial + 1;
      if (glued('>')) end++;
      if (glued('=')) end++;
    }
    return end;
  }

  skipVisibility(at: number): number {
    if (!this.is(at, 'pub')) return at;
    if (this.is(at + 1, '(')) {
      const inner = this.tokens[at + 2]?.text;
      const isPath = inner === 'crate' || inner === 'self' || inner === 'super' || inner === 'in';
      if (isPath && (inner === 'in' || this.is(at + 3, ')'))) return this.after(at + 1);
    }
    return at + 1;
  }

  skipExpr(at: number, mode: ExprMode = {}): number {
    let end = at;
    while (this.is(end, '#') && this.is(end + 1, '[')) end = this.after(end + 1);
    const start = end;
    for (;;) {
      const operandStart = end;
      end = this.#skipOperand(end, mode);
      if (end < 0) return none;
      if (mode.statement && operandStart === start && this.#endsWithBlock(start, end)) return end;
      const operator = this.#skipBinaryOperator(end);
      if (operator < 0) return end;
      // A range may have no upper bound.
      const isRange = this.is(end, '..');
      if (isRange && !this.#beginsExpr(operator, mode)) return operator;
      const rest = this.#beginsExpr(operator, mode) ? operator : none;
      if (rest < 0) return end;
      end = rest;
    }
  }

  #beginsExpr(at: number, mode: ExprMode): boolean {
    const token = this.tokens[at];
    if (token === undefined || token.kind === 'Close') return false;
    if (mode.noStruct && token.text === '{') return false;
    if (token.kind === 'Punct' && token.text === '=') return false;
    if (token.kind === 'Ident' && token.text === 'let') return true;
    return this.mayBegin('expr', at);
  }

  /** Whether `start … end` is one expression with a block at its end: as a statement it needs no `;`. */
  #endsWithBlock(start: number, end: number): boolean {
    if (!this.is(end - 1, '}')) return false;
    let i = start;
    if (this.tokens[i]?.kind === 'Lifetime' && this.is(i + 1, ':')) i += 2;
    const { kind, text } = this.tokens[i]!;
    if (text === '{') return this.after(i) === end;
    if (kind === 'Ident' && /^(?:if|match|while|loop|for|unsafe|async|const|try)$/.test(text))
      return this.#skipPrimary(i, {}) === end;
    // `m! { … }`
    const path = this.skipPath(i, true);
    return path >= 0 && this.is(path, '!') && this.is(path + 1, '{') && this.after(path + 1) === end;
  }

  #skipBinaryOperator(at: number): number {
    const token = this.tokens[at];
    if (token?.kind !== 'Punct') return none;
    if (token.text === '>') {
      // `>`, `>=`, `>>`, `>>=`
      let end = at + 1;
      if (token.joint && this.is(end, '>')) end++;
      if (this.tokens[end - 1]!.joint && this.is(end, '=')) end++;
      else if (this.tokens[end - 1]!.joint && this.is(end, '==')) return none;
      return end;
    }
    return binaryOperators.has(token.text) ? at + 1 : none;
  }

  /** Prefix operators, a primary expression, and what follows it. */
  #skipOperand(at: number, mode: ExprMode): number {
    let i = at;
    for (;;) {
      const token = this.tokens[i];
      if (token === undefined) return none;
      if (token.kind === 'Punct') {
        if (token.text === '-' || token.text === '!' || token.text === '*') i++;
        else if (token.text === '&' || token.text === '&&') {
          i++;
          if (this.is(i, 'raw') && (this.is(i + 1, 'const') || this.is(i + 1, 'mut'))) i += 2;
          else if (this.is(i, 'mut')) i++;
        } else if (token.text === '..' || token.text === '..=' || token.text === '...') {
          i++;
          if (!this.#beginsExpr(i, mode)) return i;
        } else break;
      } else if (token.kind === 'Ident' && token.text === 'let') {
        const pattern = this.skipPattern(i + 1, true);
        if (pattern < 0 || !this.is(pattern, '=')) return none;
        i = pattern + 1;
      } else break;
    }
    let end = this.#skipPrimary(i, mode);
    if (end < 0) return none;
    if (mode.statement && i === at && this.#endsWithBlock(i, end) && !this.is(end, '.') && !this.is(end, '?'))
      return end;
    for (;;) {
      const token = this.tokens[end];
      if (token === undefined) return end;
      if (token.text === '?' && token.kind === 'Punct') end++;
      else if (token.text === '.' && token.kind === 'Punct') {
        const name = this.tokens[end + 1];
        if (name === undefined || (name.kind !== 'Ident' && name.kind !== 'Literal' && !isInvisible(name)))
          return none;
        end = this.after(end + 1);
        if (this.is(end, '::')) {
          const args = this.skipGenericArgs(end + 1);
          if (args >= 0) end = args;
        }
      } else if (token.kind === 'Open' && (token.text === '(' || token.text === '[')) end = this.after(end);
      else if (token.kind === 'Ident' && token.text === 'as') {
        const type = this.skipType(end + 1, false);
        if (type < 0) return none;
        end = type;
      } else return end;
    }
  }

  #skipPrimary(at: number, mode: ExprMode): number {
    const token = this.tokens[at];
    if (token === undefined || token.kind === 'Close') return none;
    switch (token.kind) {
      case 'Literal':
        return at + 1;
      case 'Open': {
        const held = invisibleFragment(token);
        if (held === 'path' || held === 'ty') return this.#skipPathTail(this.skipPath(at, true), mode);
        return this.after(at);
      }
      case 'Lifetime':
        return this.is(at + 1, ':') ? this.#skipPrimary(at + 2, mode) : none;
      case 'Punct':
        if (token.text === '|' || token.text === '||') return this.#skipClosure(at, mode);
        if (token.text === '::' || token.text === '<' || token.text === '<<')
          return this.#skipPathTail(this.skipPath(at, true), mode);
        return none;
      default:
        return this.#skipWordExpr(at, token.text, mode);
    }
  }

  #skipWordExpr(at: number, word: string, mode: ExprMode): number {
    const block = (i: number): number => (this.is(i, '{') ? this.after(i) : none);
    switch (word) {
      case 'true':
      case 'false':
      case '_':
        return at + 1;
      case 'if': {
        const then = block(this.#skipHead(at + 1));
        if (then < 0 || !this.is(then, 'else')) return then;
        return this.is(then + 1, 'if') ? this.#skipWordExpr(then + 1, 'if', mode) : block(then + 1);
      }
      case 'while':
      case 'match':
        return block(this.#skipHead(at + 1));
      case 'for': {
        if (this.is(at + 1, '<')) {
          const binder = this.skipGenericArgs(at + 1);
          return binder < 0 ? none : this.#skipPrimary(binder, mode);
        }
        const pattern = this.skipPattern(at + 1, true);
        return pattern >= 0 && this.is(pattern, 'in') ? block(this.#skipHead(pattern + 1)) : none;
      }
      case 'loop':
      case 'try':
        return block(at + 1);
      case 'unsafe':
        return block(at + 1);
      case 'const':
        if (this.is(at + 1, '{')) return block(at + 1);
        return this.#skipPrimary(at + 1, mode);
      case 'async': {
        const i = this.is(at + 1, 'move') ? at + 2 : at + 1;
        return this.is(i, '{') ? block(i) : this.#skipPrimary(at + 1, mode);
      }
      case 'move':
      case 'static':
        return this.#skipPrimary(at + 1, mode);
      case 'return':
      case 'yield':
      case 'become':
        if (word === 'become' && !this.#beginsExpr(at + 1, mode)) break;
        return this.#beginsExpr(at + 1, mode)
          ? this.skipExpr(at + 1, { noStruct: mode.noStruct === true })
          : at + 1;
      case 'break': {
        const i = this.tokens[at + 1]?.kind === 'Lifetime' ? at + 2 : at + 1;
        return this.#beginsExpr(i, mode) ? this.skipExpr(i, { noStruct: mode.noStruct === true }) : i;
      }
      case 'continue':
        return this.tokens[at + 1]?.kind === 'Lifetime' ? at + 2 : at + 1;
      case 'do':
        return this.is(at + 1, 'yeet') ? this.skipExpr(at + 2, mode) : none;
      case 'builtin':
        if (this.is(at + 1, '#')) return this.is(at + 3, '(') ? this.after(at + 3) : none;
        break;
    }
    return this.#skipPathTail(this.skipPath(at, true), mode);
  }

  /** The expression in the head of `if`, `while`, `match` or `for`. */
  #skipHead(at: number): number {
    const end = this.skipExpr(at, { noStruct: true });
    return end < 0 ? this.tokens.length : end;
  }

  /** After a path: the arguments of a macro or the fields of a struct. */
  #skipPathTail(at: number, mode: ExprMode): number {
    if (at < 0) return none;
    if (this.is(at, '!') && this.tokens[at + 1]?.kind === 'Open') return this.after(at + 1);
    if (this.is(at, '{') && !mode.noStruct) return this.after(at);
    return at;
  }

  #skipClosure(at: number, mode: ExprMode): number {
    let end = at + 1;
    if (this.is(at, '|')) {
      while (end < this.tokens.length && !this.is(end, '|')) end = this.after(end);
      end++;
    }
    if (this.is(end, '->')) {
      const type = this.skipType(end + 1, false);
      return type >= 0 && this.is(type, '{') ? this.after(type) : none;
    }
    return this.skipExpr(end, { noStruct: mode.noStruct === true });
  }

  // -------------------------------------------------------------------------------------- statements, items, …

  #skipStatement(at: number): number {
    let start = at;
    while (this.is(start, '#') && this.is(start + 1, '[')) start = this.after(start + 1);
    if (this.is(start, 'let')) {
      let end = this.skipPattern(start + 1, true);
      if (end >= 0 && this.is(end, ':')) end = this.skipType(end + 1, true);
      if (end >= 0 && this.is(end, '=')) {
        end = this.skipExpr(end + 1);
        if (end >= 0 && this.is(end, 'else') && this.is(end + 1, '{')) end = this.after(end + 1);
      }
      return end;
    }
    const item = this.skipItem(at);
    if (item >= 0) return item;
    return this.skipExpr(start, { statement: true });
  }

  skipItem(at: number): number {
    let i = at;
    while (this.is(i, '#') && this.is(i + 1, '[')) i = this.after(i + 1);
    const held = this.held(i);
    if (held === 'item') return this.after(i);
    i = held === 'vis' ? this.after(i) : this.skipVisibility(i);
    const start = i;
    // Modifiers of functions, impls and traits.
    while (/^(?:default|const|async|unsafe|safe|gen|auto|extern)$/.test(this.#wordAt(i))) {
      if (this.is(i, 'extern')) {
        if (this.is(i + 1, 'crate')) return this.#skipToSemicolon(i);
        i += this.tokens[i + 1]?.kind === 'Literal' ? 2 : 1;
        if (this.is(i, '{')) return this.after(i);
      } else i++;
    }
    switch (this.#wordAt(i)) {
      case 'fn':
      case 'impl':
      case 'trait':
      case 'enum':
      case 'mod':
        return this.#skipToBody(i);
      case 'struct':
        return this.#skipToBody(i);
      case 'union':
        return this.tokens[i + 1]?.kind === 'Ident' ? this.#skipToBody(i) : none;
      case 'use':
      case 'type':
      case 'static':
        return this.#skipToSemicolon(i);
      case 'macro':
        return this.tokens[i + 1]?.kind === 'Ident' ? this.#skipToBody(i) : none;
    }
    // `const NAME: …`, whose keyword was taken for a modifier.
    if (i > start && this.is(i - 1, 'const') && this.tokens[i]?.kind === 'Ident')
      return this.#skipToSemicolon(i);
    if (i !== start) return none;
    // An item macro: `m! { … }`, `m!(…);`, `macro_rules! name { … }`
    const path = this.isWord(i) || this.is(i, '::') ? this.skipPath(i, true) : none;
    if (path < 0 || !this.is(path, '!')) return none;
    const open = this.tokens[path + 1]?.kind === 'Ident' ? path + 2 : path + 1;
    if (this.tokens[open]?.kind !== 'Open') return none;
    const end = this.after(open);
    if (this.is(open, '{')) return end;
    return this.is(end, ';') ? end + 1 : none;
  }

  #wordAt(at: number): string {
    const token = this.tokens[at];
    return token?.kind === 'Ident' ? token.text : '';
  }

  #skipToSemicolon(at: number): number {
    for (let i = at; i < this.tokens.length; i = this.after(i)) {
      if (this.tokens[i]!.kind === 'Close') return none;
      if (this.is(i, ';')) return i + 1;
    }
    return none;
  }

  /** Through the `{…}` or `;` that ends the item; a block that is a const argument comes after `<`, `,` or `=`. */
  #skipToBody(at: number): number {
    for (let i = at; i < this.tokens.length; i = this.after(i)) {
      const token = this.tokens[i]!;
      if (token.kind === 'Close') return none;
      if (this.is(i, ';')) return i + 1;
      if (token.kind === 'Open' && token.text === '{') {
        const before = this.tokens[i - 1]!.text;
        const end = this.after(i);
        const isArgument = (before === '<' || before === ',' || before === '=') && this.is(end, '>');
        if (!isArgument) return end;
      }
    }
    return none;
  }

  /** `path`, `path(…)`, `path = expr`, `unsafe(…)` */
  #skipMeta(at: number): number {
    if (this.is(at, 'unsafe') && this.is(at + 1, '(')) return this.after(at + 1);
    const end = this.skipPath(at, false);
    const path = end < 0 ? none : this.#pathOnly(at);
    if (path < 0) return none;
    if (this.tokens[path]?.kind === 'Open' && !isInvisible(this.tokens[path]!)) return this.after(path);
    return this.is(path, '=') ? this.skipExpr(path + 1) : path;
  }

  #pathOnly(at: number): number {
    const held = this.held(at);
    return held === 'path' ? this.after(at) : this.skipPath(at, true);
  }
}

/** Whether what was matched as `held` can be matched again as `wanted`. */
function fits(held: FragmentSpecifier, wanted: FragmentSpecifier): boolean {
  if (held === wanted || wanted === 'tt') return true;
  switch (wanted) {
    case 'expr':
    case 'expr_2021':
      return (
        held === 'expr' ||
        held === 'expr_2021' ||
        held === 'path' ||
        held === 'block' ||
        held === 'literal' ||
        held === 'ty'
      );
    case 'stmt':
      return held !== 'meta' && held !== 'vis' && held !== 'pat' && held !== 'pat_param';
    case 'pat':
    case 'pat_param':
      return (
        held === 'pat' || held === 'pat_param' || held === 'literal' || held === 'path' || held === 'expr'
      );
    case 'ty':
      return held === 'path';
    case 'path':
      return held === 'ty';
    case 'meta':
      return held === 'path';
    case 'literal':
      return false;
    default:
      return false;
  }
}
