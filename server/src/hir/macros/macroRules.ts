/**
 * The rules of a `macro_rules!` or `macro` definition, parsed once per definition.
 *
 * A matcher becomes a flat list of *locations*, over which the matcher's threads walk (after rustc's `MatcherLoc`); a
 * transcriber becomes a tree of tokens, variables and repetitions.
 */
import {
  type FragmentSpecifier,
  fragmentSpecifiers,
  isInvisible,
  matchDelimiters,
  type Token,
} from './tokens.ts';

export type RepetitionOp = '*' | '+' | '?';

export type MatcherLoc =
  | { readonly kind: 'Token'; readonly token: Token }
  /** A repetition begins; `after` is the location behind all of it. */
  | {
      readonly kind: 'Sequence';
      readonly op: RepetitionOp;
      readonly after: number;
      readonly names: readonly string[];
    }
  /** The end of one iteration of a repetition without separator; `first` is where the next one begins. */
  | { readonly kind: 'EndNoSeparator'; readonly op: RepetitionOp; readonly first: number }
  /** The end of one iteration of a repetition with separator; `EndAfterSeparator` follows it. */
  | { readonly kind: 'Separator'; readonly separator: Token }
  | { readonly kind: 'AfterSeparator'; readonly first: number }
  | { readonly kind: 'Variable'; readonly name: string; readonly fragment: FragmentSpecifier }
  | { readonly kind: 'End' };

export type Template =
  | { readonly kind: 'Token'; readonly token: Token }
  | { readonly kind: 'Variable'; readonly name: string; readonly dollar: Token; readonly ident: Token }
  | { readonly kind: 'DollarCrate'; readonly token: Token }
  | {
      readonly kind: 'Repetition';
      readonly body: readonly Template[];
      readonly separator: Token | undefined;
      readonly op: RepetitionOp;
      /** The variables inside, at any depth: those that repeat here drive the repetition. */
      readonly names: readonly string[];
    }
  /** `${count($x)}`, `${index()}`, `${len()}`, `${ignore($x)}`, `${concat(a, $b)}` */
  | {
      readonly kind: 'Expr';
      readonly function: string;
      readonly args: readonly (readonly Token[])[];
      readonly dollar: Token;
    };

export interface MacroRule {
  readonly matcher: readonly MatcherLoc[];
  /** Names that the matcher binds at its outermost level. */
  readonly names: readonly string[];
  readonly template: readonly Template[];
}

export interface MacroRules {
  readonly rules: readonly MacroRule[];
}

/**
 * Parses the text between the delimiters of `macro_rules!`, or all that follows the name of a `macro`. With
 * `localInnerMacros`, the macros that the rules call by a plain name are those of the definition's crate.
 */
export function parseMacroRules(
  tokens: readonly Token[],
  isMacro2: boolean,
  localInnerMacros = false,
): MacroRules {
  const close = matchDelimiters(tokens);
  const rules: MacroRule[] = [];
  const bodyOf = localInnerMacros ? withDollarCrate : (body: readonly Token[]) => body;
  if (isMacro2 && tokens[0]?.text === '(') {
    const body = close[0]! + 1;
    if (tokens[body]?.text === '{') {
      rules.push(parseRule(tokens.slice(1, close[0]), bodyOf(tokens.slice(body + 1, close[body]))));
    }
    return { rules };
  }
  let at = 0;
  let end = tokens.length;
  if (isMacro2 && tokens[0]?.text === '{') {
    at = 1;
    end = Math.min(close[0]!, end);
  }
  while (at < end) {
    // The unstable `attr(…)` and `derive(…)` rules have their own places; they are skipped.
    if (tokens[at]!.kind === 'Ident') {
      at = tokens[at + 1]?.kind === 'Open' ? close[at + 1]! + 1 : at + 1;
      if (tokens[at]?.kind === 'Open' && tokens[at + 1] !== undefined) at = close[at]! + 1;
      continue;
    }
    if (tokens[at]!.kind !== 'Open') {
      at++;
      continue;
    }
    const arrow = close[at]! + 1;
    const body = arrow + 1;
    if (tokens[arrow]?.text !== '=>' || tokens[body]?.kind !== 'Open') {
      at = arrow;
      continue;
    }
    rules.push(parseRule(tokens.slice(at + 1, close[at]), bodyOf(tokens.slice(body + 1, close[body]))));
    at = close[body]! + 1;
    if (tokens[at]?.text === ';' || tokens[at]?.text === ',') at++;
  }
  return { rules };
}

/** `#[macro_export(local_inner_macros)]`: `name!(…)` means `$crate::name!(…)`. */
function withDollarCrate(body: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const [i, token] of body.entries()) {
    const before = body[i - 1]?.text;
    if (
      token.kind === 'Ident' &&
      token.text !== 'macro_rules' &&
      body[i + 1]?.text === '!' &&
      body[i + 2]?.kind === 'Open' &&
      before !== '::' &&
      before !== '$'
    ) {
      const punct = { ...token, kind: 'Punct', joint: false } as const;
      out.push({ ...punct, text: '$' }, { ...token, text: 'crate', joint: false }, { ...punct, text: '::' });
    }
    out.push(token);
  }
  return out;
}

function parseRule(left: readonly Token[], right: readonly Token[]): MacroRule {
  const matcher: MatcherLoc[] = [];
  // What an outer macro held together here is plain tokens again.
  const names = parseMatcher(
    left.filter((t) => !isInvisible(t)),
    matcher,
  );
  matcher.push({ kind: 'End' });
  return { matcher, names, template: parseTemplate(right).template };
}

interface Repetition {
  readonly op: RepetitionOp;
  readonly separator: Token | undefined;
  /** Index after the operator. */
  readonly end: number;
}

/** What follows the `)` of `$(…)`: an operator, or a separator and an operator. */
function parseRepetition(tokens: readonly Token[], at: number): Repetition | undefined {
  const first = tokens[at];
  const op = asOp(first);
  if (op) return { op, separator: undefined, end: at + 1 };
  const second = asOp(tokens[at + 1]);
  return second && first ? { op: second, separator: first, end: at + 2 } : undefined;
}

function asOp(token: Token | undefined): RepetitionOp | undefined {
  return token?.kind === 'Punct' && (token.text === '*' || token.text === '+' || token.text === '?')
    ? token.text
    : undefined;
}

/** Appends the locations of a matcher and answers with the names that it binds. */
function parseMatcher(tokens: readonly Token[], locs: MatcherLoc[]): string[] {
  const close = matchDelimiters(tokens);
  const names: string[] = [];
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]!;
    if (token.text !== '$' || token.kind !== 'Punct') {
      locs.push({ kind: 'Token', token });
      i++;
      continue;
    }
    const next = tokens[i + 1];
    if (next?.kind === 'Open' && next.text === '(') {
      const repetition = parseRepetition(tokens, close[i + 1]! + 1);
      if (repetition) {
        const { op, separator } = repetition;
        const start = locs.length;
        locs.push({ kind: 'End' }); // replaced below, when its end is known
        const inner = parseMatcher(tokens.slice(i + 2, close[i + 1]), locs);
        if (separator) {
          locs.push({ kind: 'Separator', separator }, { kind: 'AfterSeparator', first: start + 1 });
        } else {
          locs.push({ kind: 'EndNoSeparator', op, first: start + 1 });
        }
        locs[start] = { kind: 'Sequence', op, after: locs.length, names: inner };
        names.push(...inner);
        i = repetition.end;
        continue;
      }
    } else if (next?.kind === 'Ident' && tokens[i + 2]?.text === ':' && tokens[i + 3]?.kind === 'Ident') {
      const specifier = tokens[i + 3]!.text;
      if ((fragmentSpecifiers as readonly string[]).includes(specifier)) {
        locs.push({ kind: 'Variable', name: next.text, fragment: specifier as FragmentSpecifier });
        names.push(next.text);
        i += 4;
        continue;
      }
    } else if (next?.text === '$') {
      locs.push({ kind: 'Token', token: next });
      i += 2;
      continue;
    }
    locs.push({ kind: 'Token', token });
    i++;
  }
  return names;
}

/** `$crate` is one word, and stands where its `$` does. */
function fromDollar({ span: dollar }: Token, word: Token): Token {
  return dollar && word.span ? { ...word, span: { ...word.span, start: dollar.start } } : word;
}

function parseTemplate(tokens: readonly Token[]): { template: Template[]; names: string[] } {
  const close = matchDelimiters(tokens);
  const template: Template[] = [];
  const names = new Set<string>();
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]!;
    const next = tokens[i + 1];
    if (token.text !== '$' || token.kind !== 'Punct' || next === undefined) {
      template.push({ kind: 'Token', token });
      i++;
    } else if (next.kind === 'Ident') {
      if (next.text === 'crate') template.push({ kind: 'DollarCrate', token: fromDollar(token, next) });
      else {
        template.push({ kind: 'Variable', name: next.text, dollar: token, ident: next });
        names.add(next.text);
      }
      i += 2;
    } else if (next.text === '(' && next.kind === 'Open') {
      const repetition = parseRepetition(tokens, close[i + 1]! + 1);
      if (!repetition) {
        template.push({ kind: 'Token', token });
        i++;
        continue;
      }
      const inner = parseTemplate(tokens.slice(i + 2, close[i + 1]));
      for (const name of inner.names) names.add(name);
      const { op, separator, end } = repetition;
      template.push({ kind: 'Repetition', body: inner.template, separator, op, names: inner.names });
      i = end;
    } else if (next.text === '{' && next.kind === 'Open') {
      const inside = tokens.slice(i + 2, close[i + 1]);
      const args = inside[1]?.text === '(' ? splitArgs(inside.slice(2, -1)) : [];
      template.push({ kind: 'Expr', function: inside[0]?.text ?? '', args, dollar: token });
      for (const arg of args) {
        const name = arg[0]?.text === '$' ? arg[1] : arg[0];
        if (name && inside[0]?.text !== 'count') names.add(name.text);
      }
      i = Math.min(close[i + 1]! + 1, tokens.length);
    } else if (next.text === '$') {
      template.push({ kind: 'Token', token: next });
      i += 2;
    } else {
      template.push({ kind: 'Token', token });
      i++;
    }
  }
  return { template, names: [...names] };
}

function splitArgs(tokens: readonly Token[]): Token[][] {
  const args: Token[][] = [];
  let current: Token[] = [];
  for (const token of tokens) {
    if (token.text === ',') {
      args.push(current);
      current = [];
    } else current.push(token);
  }
  if (current.length > 0) args.push(current);
  return args;
}
