/**
 * Writes the expansion of a rule: its template with the bound fragments put in.
 *
 * A fragment goes in held together by invisible delimiters, so that a macro it is passed on to sees one fragment.
 * Where it ends up in code that is parsed, the delimiters are dropped, or become parentheses where an operator next to
 * the fragment would otherwise take a part of it ({@link resolveGroups}).
 */
import type { CrateId } from '../defs.ts';
import { dollarCratePrefix } from '../lowerTypes.ts';
import { FragmentSkipper } from './fragments.ts';
import type { Template } from './macroRules.ts';
import type { Binding, Bindings } from './matcher.ts';
import {
  type FragmentSpecifier,
  invisibleFragment,
  invisibleGroup,
  isInvisible,
  madeUp,
  matchDelimiters,
  superLet,
  type Token,
} from './tokens.ts';

/** More tokens than any sane expansion has: ends macros that double their input at each step. */
const maxTokens = 4_000_000;

export class TranscribeError extends Error {}

export interface TranscribeOptions {
  /** The crate of the macro's definition. */
  readonly dollarCrate: CrateId;
  /** Gives a token of the template its place in the expansion. */
  readonly mark: (token: Token) => Token;
}

/** The word by which generated code names a crate, wherever it stands. */
export function dollarCrate(krate: CrateId): string {
  return `${dollarCratePrefix}${krate}`;
}

export function transcribe(
  template: readonly Template[],
  bindings: Bindings,
  options: TranscribeOptions,
): Token[] {
  const out: Token[] = [];
  new Transcriber(out, options).write(template, bindings, []);
  return out;
}

interface Iteration {
  readonly index: number;
  readonly length: number;
}

class Transcriber {
  readonly #out: Token[];
  readonly #options: TranscribeOptions;

  constructor(out: Token[], options: TranscribeOptions) {
    this.#out = out;
    this.#options = options;
  }

  write(template: readonly Template[], bindings: Bindings, iterations: readonly Iteration[]): void {
    const out = this.#out;
    const { mark } = this.#options;
    for (const node of template) {
      if (out.length > maxTokens) throw new TranscribeError('the expansion is too large');
      switch (node.kind) {
        case 'Token':
          out.push(mark(node.token));
          break;
        case 'DollarCrate':
          out.push({ ...mark(node.token), text: dollarCrate(this.#options.dollarCrate) });
          break;
        case 'Variable': {
          const binding = bindings.get(node.name);
          if (binding === undefined) out.push(mark(node.dollar), mark(node.ident));
          else if (binding.kind === 'Sequence')
            throw new TranscribeError(`variable '${node.name}' is still repeating at this depth`);
          else this.#fragment(binding);
          break;
        }
        case 'Repetition':
          this.#repetition(node, bindings, iterations);
          break;
        case 'Expr':
          this.#expression(node, bindings, iterations);
          break;
      }
    }
  }

  #fragment({ fragment, tokens }: Extract<Binding, { kind: 'Fragment' }>): void {
    const out = this.#out;
    const isToken = fragment === 'tt' || fragment === 'ident' || fragment === 'lifetime';
    const first = tokens[0];
    // What is held already is not held twice.
    const isHeld =
      first !== undefined && isInvisible(first) && matchDelimiters(tokens)[0] === tokens.length - 1;
    for (const token of isToken || isHeld ? tokens : invisibleGroup(fragment, tokens)) out.push(token);
  }

  #repetition(
    node: Extract<Template, { kind: 'Repetition' }>,
    bindings: Bindings,
    iterations: readonly Iteration[],
  ): void {
    const drivers = node.names.flatMap((name) => {
      const binding = bindings.get(name);
      return binding?.kind === 'Sequence' ? [{ name, items: binding.items }] : [];
    });
    if (drivers.length === 0)
      throw new TranscribeError('a repetition without a variable that repeats at this depth');
    const { length } = drivers[0]!.items;
    if (drivers.some((d) => d.items.length !== length))
      throw new TranscribeError(
        `variables repeat a different number of times: ${drivers.map((d) => `'${d.name}' ${d.items.length}`).join(', ')}`,
      );
    const inner = new Map(bindings);
    for (let index = 0; index < length; index++) {
      if (index > 0 && node.separator) this.#out.push(this.#options.mark(node.separator));
      for (const { name, items } of drivers) inner.set(name, items[index]!);
      this.write(node.body, inner, [...iterations, { index, length }]);
    }
  }

  /** Metavariable expressions. Depth counts from the innermost repetition outwards. */
  #expression(
    node: Extract<Template, { kind: 'Expr' }>,
    bindings: Bindings,
    iterations: readonly Iteration[],
  ): void {
    const literal = (value: number) =>
      this.#out.push({ ...this.#options.mark(node.dollar), kind: 'Literal', text: `${value}` });
    const nameOf = (arg: readonly Token[] | undefined) =>
      (arg?.[0]?.text === '$' ? arg[1] : arg?.[0])?.text ?? '';
    const depth = Number(node.args[0]?.[0]?.text ?? 0) || 0;
    const iteration = iterations[iterations.length - 1 - depth];
    switch (node.function) {
      case 'ignore':
        return;
      case 'index':
        literal(iteration?.index ?? 0);
        return;
      case 'len':
        literal(iteration?.length ?? 0);
        return;
      case 'count': {
        const binding = bindings.get(nameOf(node.args[0]));
        const limit = node.args[1] === undefined ? Number.POSITIVE_INFINITY : Number(node.args[1][0]?.text);
        literal(binding === undefined ? 0 : countBindings(binding, limit));
        return;
      }
      case 'concat': {
        let text = '';
        for (const arg of node.args) {
          const binding = arg[0]?.text === '$' ? bindings.get(nameOf(arg)) : undefined;
          const tokens = binding?.kind === 'Fragment' ? binding.tokens : arg;
          for (const token of tokens) if (!isInvisible(token)) text += token.text.replace(/^"|"$/g, '');
        }
        this.#out.push({ ...this.#options.mark(node.dollar), kind: 'Ident', text });
        return;
      }
      default:
        throw new TranscribeError(`unknown metavariable expression '${node.function}'`);
    }
  }
}

/** How often the name repeats, down to the given number of nested repetitions. */
function countBindings(binding: Binding, limit: number): number {
  if (binding.kind === 'Fragment') return 1;
  if (limit === 0) return binding.items.length;
  return binding.items.reduce((sum, item) => sum + countBindings(item, limit - 1), 0);
}

/**
 * Makes code of tokens: drops the invisible delimiters outside of macro arguments. An expression, a type or a pattern is put in parentheses
 * unless it is one whole thing anyway, or nothing next to it could reach into it.
 */
export function resolveGroups(tokens: readonly Token[]): Token[] {
  if (!tokens.some((token) => isInvisible(token) || token.text === 'builtin' || token.text === 'super'))
    return tokens as Token[];
  const close = matchDelimiters(tokens);
  const out: Token[] = [];
  resolve(tokens, close, 0, tokens.length, out);
  return out;
}

function resolve(tokens: readonly Token[], close: Int32Array, from: number, to: number, out: Token[]): void {
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.text === 'builtin' && tokens[i + 1]?.text === '#' && tokens[i + 3]?.text === '(') {
      // The syntax behind some macros of core. `builtin # offset_of(…)` is some `usize`; the others
      // (`type_ascribe`, `deref`, …) are what stands in their parentheses.
      if (tokens[i + 2]!.text === 'offset_of') {
        out.push({ ...token, kind: 'Literal', text: '0usize', joint: false });
        i = close[i + 3]!;
      } else i += 2;
      continue;
    }
    // `super let`, with which `pin!` and others make a variable that lives as long as what surrounds the block.
    if (token.text === 'super' && tokens[i + 1]?.text === 'let') {
      const { span } = token;
      out.push(madeUp('Punct', '#', span), madeUp('Open', '[', span), madeUp('Ident', superLet, span));
      out.push(madeUp('Close', ']', span));
      continue;
    }
    if (token.kind !== 'Open') {
      out.push(token);
      continue;
    }
    const end = Math.min(close[i]!, to);
    const fragment = invisibleFragment(token);
    if (fragment === undefined) {
      out.push(token);
      if (isMacroArguments(tokens, i)) for (let k = i + 1; k < end; k++) out.push(tokens[k]!);
      else resolve(tokens, close, i + 1, end, out);
      if (end < to) out.push(tokens[end]!);
    } else {
      const inner: Token[] = [];
      resolve(tokens, close, i + 1, end, inner);
      const [open, closing] = wrapping(fragment, inner, out[out.length - 1], tokens[end + 1]);
      if (open) out.push(open);
      for (const t of inner) out.push(t);
      if (closing) out.push(closing);
    }
    i = end;
  }
}

/** `name!(…)` and `macro_rules! name {…}`: what stands inside is no code yet. */
function isMacroArguments(tokens: readonly Token[], open: number): boolean {
  let bang = open - 1;
  if (tokens[bang]?.kind === 'Ident') bang--;
  if (tokens[bang]?.text !== '!' || tokens[bang]?.kind !== 'Punct') return false;
  const name = tokens[bang - 1];
  if (name?.kind !== 'Ident') return false;
  return bang === open - 1
    ? !/^(?:if|while|match|return|in|else|break|let)$/.test(name.text)
    : name.text === 'macro_rules';
}

function wrapping(
  fragment: FragmentSpecifier,
  inner: readonly Token[],
  before: Token | undefined,
  after: Token | undefined,
): [Token?, Token?] {
  const isOpen = before === undefined || before.text === '(' || before.text === '[' || before.text === ',';
  const isClosed = after === undefined || after.text === ')' || after.text === ']' || after.text === ',';
  const parentheses = (): [Token, Token] => [madeUp('Open', '('), madeUp('Close', ')')];
  switch (fragment) {
    case 'expr':
    case 'expr_2021': {
      if (inner.length <= 1 || (isOpen && isClosed && before !== undefined && after !== undefined)) return [];
      if (isBlock(inner) && beginsStatement(before) && (after?.kind !== 'Punct' || after.text === ';'))
        return [];
      return isPostfixChain(inner) ? [] : parentheses();
    }
    case 'ty':
    case 'path': {
      if (inner.length <= 1) return [];
      const { length } = inner;
      const hasPlus = fragment === 'ty' && inner.some((t) => t.text === '+');
      if (
        hasPlus &&
        (before?.text === '&' ||
          before?.kind === 'Lifetime' ||
          before?.text === 'mut' ||
          before?.text === 'const')
      )
        return parentheses();
      // `$ty::assoc`
      const isPlainPath = inner.every((t, i) => t.kind === 'Ident' || (t.text === '::' && i < length - 1));
      if (fragment === 'ty' && after?.text === '::' && !isPlainPath)
        return [madeUp('Punct', '<'), madeUp('Punct', '>')];
      return [];
    }
    case 'pat':
      return inner.some((t) => t.text === '|') &&
        !(isOpen && isClosed) &&
        !/^(?:=>|=|if|in|:)$/.test(after?.text ?? '')
        ? parentheses()
        : [];
    default:
      return [];
  }
}

/** A block is a statement by itself, in the place of `$e`, too: what is behind it is another one. */
function isBlock(tokens: readonly Token[]): boolean {
  const open = tokens[0]!.text === 'unsafe' ? 1 : 0;
  return tokens[open]?.text === '{' && matchDelimiters(tokens)[open] === tokens.length - 1;
}

function beginsStatement(before: Token | undefined): boolean {
  return before === undefined || /^[{};]$/.test(before.text);
}

/** A literal, path, group or macro call, with calls, fields, indexes and `?` behind it: nothing binds tighter. */
function isPostfixChain(tokens: readonly Token[]): boolean {
  const first = tokens[0]!;
  if (first.kind === 'Punct' || first.text === '{') return false;
  if (
    first.kind === 'Ident' &&
    /^(?:if|match|while|loop|for|unsafe|async|const|try|move|return|break|continue|static|yield|let|do|become)$/.test(
      first.text,
    )
  )
    return false;
  const close = matchDelimiters(tokens);
  for (let i = 0; i < tokens.length; i = close[i]! + 1) {
    const { kind, text } = tokens[i]!;
    if (kind === 'Open' && text === '{') return false;
    if (kind === 'Ident' && text === 'as') return false;
    if (kind === 'Lifetime' && i === 0) return false;
    if (kind !== 'Punct') continue;
    if (text === '::' && (tokens[i + 1]?.text === '<' || tokens[i + 1]?.text === '<<')) {
      const end = new FragmentSkipper(tokens, close).skipGenericArgs(i + 1);
      if (end < 0) return false;
      i = end - 1;
      close[i] = i;
      continue;
    }
    if (text === '!' && tokens[i + 1]?.kind === 'Open') continue;
    if (text !== '.' && text !== '::' && text !== '?') return false;
  }
  return true;
}
