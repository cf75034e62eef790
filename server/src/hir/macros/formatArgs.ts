/**
 * `format_args!` and its relatives: the format string is parsed, and the call becomes the calls that rustc 1.95
 * lowers it to (rustc_ast_lowering's `format`; `rustc -Zunpretty=hir` shows them):
 *
 * - nested `format_args!` in a plain `{}` are flattened into the outer one, and literals inlined into the string;
 * - without arguments it is `Arguments::from_str`, or `from_str_nonconst` if it had some that became part of the string;
 * - else `{ super let args = (&a, …); super let args = [Argument::new_display(args.0), …]; Arguments::new(template, &args)
 *   }`, where the template is the byte encoding that `core::fmt::Arguments` documents. `super let` is written as an
 *   attribute, as the grammar has no other.
 */
import { FragmentSkipper } from './fragments.ts';
import { byteStringLiteral, literalValue, stringLiteral } from './literals.ts';
import {
  type CodeWriter,
  isInvisible,
  matchDelimiters,
  superLet,
  type Token,
  unwrapGroups,
} from './tokens.ts';
import { resolveGroups } from './transcribe.ts';

export class FormatError extends Error {}

/** The string of the first argument, and the token that positions and hygiene of captured names come from. */
export interface FormatString {
  readonly value: string;
  readonly token: Token;
}

/** Evaluates tokens that must be a string literal, perhaps through `concat!` and the like. */
export type EvalString = (tokens: readonly Token[]) => FormatString | undefined;

interface Argument {
  readonly name: string | undefined;
  readonly tokens: readonly Token[];
}

type Count =
  | { readonly kind: 'Literal'; readonly value: number }
  | { readonly kind: 'Argument'; readonly index: number };

interface Options {
  readonly fill: string | undefined;
  readonly align: '<' | '>' | '^' | undefined;
  readonly sign: '+' | '-' | undefined;
  readonly alternate: boolean;
  readonly zeroPad: boolean;
  readonly debugHex: 'x' | 'X' | undefined;
  readonly width: Count | undefined;
  readonly precision: Count | undefined;
}

type Piece =
  | { readonly kind: 'Literal'; readonly text: string }
  | {
      readonly kind: 'Placeholder';
      readonly argument: number;
      readonly trait: string;
      /** Undefined: all of them have their defaults. */
      readonly options: Options | undefined;
    };

interface FormatArgs {
  readonly pieces: Piece[];
  readonly args: Argument[];
}

/** The method of `core::fmt::rt::Argument` for each kind of placeholder. */
const constructors: Record<string, string> = {
  '': 'new_display',
  '?': 'new_debug',
  e: 'new_lower_exp',
  E: 'new_upper_exp',
  o: 'new_octal',
  p: 'new_pointer',
  b: 'new_binary',
  x: 'new_lower_hex',
  X: 'new_upper_hex',
};

export function expandFormatArgs(
  tokens: readonly Token[],
  appendNewline: boolean,
  core: string,
  evalString: EvalString,
  out: CodeWriter,
): void {
  const parsed = parseCall(tokens, appendNewline, evalString);
  const isConst = parsed.args.length === 0;
  write(inlineLiterals(flatten(parsed, evalString), evalString), isConst, core, out);
}

/** Splits at the commas outside of groups; a trailing comma adds nothing. */
export function splitArguments(tokens: readonly Token[]): Token[][] {
  const close = matchDelimiters(tokens);
  const skipper = new FragmentSkipper(tokens, close);
  const args: Token[][] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; ) {
    if (i === from) {
      // A comma inside of `::<A, B>` or a closure's parameters is none of ours: let the expression tell its end.
      const end = skipper.skipExpr(i);
      if (end > i && (end === tokens.length || tokens[end]!.text === ',')) i = end;
      if (i === tokens.length) break;
    }
    if (tokens[i]!.text === ',' && tokens[i]!.kind === 'Punct') {
      args.push(tokens.slice(from, i));
      from = i + 1;
    }
    i = Math.min(close[i]! + 1, tokens.length);
  }
  if (from < tokens.length) args.push(tokens.slice(from));
  return args;
}

function parseCall(tokens: readonly Token[], appendNewline: boolean, evalString: EvalString): FormatArgs {
  const [first, ...rest] = splitArguments(tokens);
  const format = first && evalString(first);
  if (!format) throw new FormatError('format argument must be a string literal');
  const args: Argument[] = rest.map((arg) =>
    arg[0]?.kind === 'Ident' && arg[1]?.text === '=' && arg[1].kind === 'Punct'
      ? { name: arg[0].text, tokens: arg.slice(2) }
      : { name: undefined, tokens: arg },
  );
  return new FormatParser(format, args).parse(appendNewline);
}

class FormatParser {
  readonly #text: string;
  readonly #token: Token;
  readonly #args: Argument[];
  readonly #named = new Map<string, number>();
  readonly #positional: number;
  readonly #pieces: Piece[] = [];
  #at = 0;
  #next = 0;

  constructor(format: FormatString, args: Argument[]) {
    this.#text = format.value;
    this.#token = format.token;
    this.#args = args;
    args.forEach(({ name }, i) => {
      if (name !== undefined) this.#named.set(name, i);
    });
    this.#positional = args.length;
  }

  parse(appendNewline: boolean): FormatArgs {
    const text = this.#text;
    let literal = '';
    while (this.#at < text.length) {
      const c = text[this.#at]!;
      if (c !== '{' && c !== '}') {
        literal += c;
        this.#at++;
      } else if (text[this.#at + 1] === c) {
        literal += c;
        this.#at += 2;
      } else if (c === '}') throw new FormatError("invalid format string: unmatched '}' found");
      else {
        if (literal !== '') this.#pieces.push({ kind: 'Literal', text: literal });
        literal = '';
        this.#pieces.push(this.#placeholder());
      }
    }
    if (appendNewline) literal += '\n';
    if (literal !== '') this.#pieces.push({ kind: 'Literal', text: literal });
    return { pieces: this.#pieces, args: this.#args };
  }

  #placeholder(): Piece {
    const end = this.#text.indexOf('}', this.#at);
    if (end < 0) throw new FormatError("invalid format string: expected '}' but string was terminated");
    const inside = this.#text.slice(this.#at + 1, end);
    this.#at = end + 1;
    const colon = inside.indexOf(':');
    const name = (colon < 0 ? inside : inside.slice(0, colon)).trim();
    // A fill character may be a brace.
    let spec = colon < 0 ? '' : inside.slice(colon + 1);
    if (colon >= 0 && spec === '' && /^\}[<^>]/.test(this.#text.slice(end))) {
      const next = this.#text.indexOf('}', end + 1);
      if (next > 0) {
        spec = this.#text.slice(end, next);
        this.#at = next + 1;
      }
    }
    const match =
      /^(?:([\s\S])([<^>])|([<^>]))?([+-])?(#)?(0(?!\$))?(?:([\p{XID_Start}_][\p{XID_Continue}]*|\d+)(\$)|(\d+))?(?:\.(?:(\*)|([\p{XID_Start}_][\p{XID_Continue}]*|\d+)(\$)|(\d+)))?(x\?|X\?|\?|[A-Za-z]*)\s*$/u.exec(
        spec,
      );
    if (!match) throw new FormatError(`invalid format string: unknown format spec '${spec}'`);
    const [
      ,
      fill,
      align1,
      align2,
      sign,
      alternate,
      zero,
      widthArg,
      ,
      width,
      star,
      precisionArg,
      ,
      precision,
      type,
    ] = match;
    // `{:.*}` takes its precision before its value.
    const starred = star === undefined ? undefined : this.#next++;
    const argument = name === '' ? this.#next++ : this.#argument(name);
    const precisionCount: Count | undefined =
      starred !== undefined ? { kind: 'Argument', index: starred } : this.#count(precisionArg, precision);
    const widthCount = this.#count(widthArg, width);
    const trait = type === 'x?' || type === 'X?' ? '?' : (type ?? '');
    if (constructors[trait] === undefined) throw new FormatError(`unknown format trait '${type}'`);
    if (argument >= this.#args.length)
      throw new FormatError(
        `${argument + 1} positional arguments in format string, but there are ${this.#positional} arguments`,
      );
    const isDefault =
      !fill &&
      !align1 &&
      !align2 &&
      !sign &&
      !alternate &&
      !zero &&
      !precisionCount &&
      !widthCount &&
      type !== 'x?' &&
      type !== 'X?';
    return {
      kind: 'Placeholder',
      argument,
      trait,
      options: isDefault
        ? undefined
        : {
            fill,
            align: (align1 ?? align2) as Options['align'],
            sign: sign as Options['sign'],
            alternate: alternate !== undefined,
            zeroPad: zero !== undefined,
            debugHex: type === 'x?' ? 'x' : type === 'X?' ? 'X' : undefined,
            width: widthCount,
            precision: precisionCount,
          },
    };
  }

  #count(argument: string | undefined, literal: string | undefined): Count | undefined {
    if (argument !== undefined) return { kind: 'Argument', index: this.#argument(argument) };
    return literal === undefined ? undefined : { kind: 'Literal', value: Number(literal) };
  }

  /** The argument of that number or name; a name that is none captures the variable. */
  #argument(name: string): number {
    if (/^\d+$/.test(name)) return Number(name);
    const known = this.#named.get(name);
    if (known !== undefined) return known;
    const index = this.#args.length;
    this.#args.push({
      name,
      tokens: [{ ...this.#token, kind: 'Ident', text: name, joint: false }],
    });
    this.#named.set(name, index);
    return index;
  }
}

/** Puts the pieces of nested `format_args!` into those of the outer one. */
function flatten(format: FormatArgs, evalString: EvalString): FormatArgs {
  const { pieces, args } = format;
  const used = new Map<number, number>();
  for (const piece of pieces) for (const i of argumentsOf(piece)) used.set(i, (used.get(i) ?? 0) + 1);
  const result: Piece[] = [];
  // The nested call's arguments take the place of its own.
  const newArgs: Argument[] = [];
  const newIndex = new Map<number, number>();
  const nested = new Map<number, FormatArgs>();
  for (let i = 0; i < args.length; i++) {
    const plain = pieces.some(
      (p) => p.kind === 'Placeholder' && p.argument === i && p.trait === '' && p.options === undefined,
    );
    const call = plain && used.get(i) === 1 ? nestedFormatArgs(args[i]!.tokens) : undefined;
    if (call) {
      const inner = flatten(parseCall(call.tokens, call.appendNewline, evalString), evalString);
      const offset = newArgs.length;
      nested.set(i, { ...inner, pieces: inner.pieces.map((p) => renumber(p, (k) => k + offset)) });
      newArgs.push(...inner.args);
    } else {
      newIndex.set(i, newArgs.length);
      newArgs.push(args[i]!);
    }
  }
  for (const piece of pieces) {
    const inner = piece.kind === 'Placeholder' ? nested.get(piece.argument) : undefined;
    if (inner) result.push(...inner.pieces);
    else result.push(renumber(piece, (k) => newIndex.get(k) ?? k));
  }
  return { pieces: result, args: newArgs };
}

function nestedFormatArgs(
  tokens: readonly Token[],
): { tokens: readonly Token[]; appendNewline: boolean } | undefined {
  const inner = withoutParensAndBorrows(tokens);
  const bang = inner.findIndex((t) => t.text === '!' && t.kind === 'Punct');
  const name = inner[bang - 1]?.text;
  if (bang < 1 || (name !== 'format_args' && name !== 'format_args_nl')) return undefined;
  const isPath = inner.slice(0, bang).every((t) => t.kind === 'Ident' || t.text === '::');
  if (!isPath || inner[bang + 1]?.kind !== 'Open') return undefined;
  if (matchDelimiters(inner)[bang + 1] !== inner.length - 1) return undefined;
  // With the invisible delimiters: they are part of the arguments.
  const open = tokens.findIndex((t, i) => t === inner[bang + 1] && i > 0);
  const close = matchDelimiters(tokens)[open]!;
  return { tokens: tokens.slice(open + 1, close), appendNewline: name === 'format_args_nl' };
}

function argumentsOf(piece: Piece): number[] {
  if (piece.kind === 'Literal') return [];
  const { width, precision } = piece.options ?? {};
  return [
    piece.argument,
    ...(width?.kind === 'Argument' ? [width.index] : []),
    ...(precision?.kind === 'Argument' ? [precision.index] : []),
  ];
}

function renumber(piece: Piece, map: (index: number) => number): Piece {
  if (piece.kind === 'Literal') return piece;
  const count = (c: Count | undefined): Count | undefined =>
    c?.kind === 'Argument' ? { kind: 'Argument', index: map(c.index) } : c;
  return {
    ...piece,
    argument: map(piece.argument),
    options: piece.options && {
      ...piece.options,
      width: count(piece.options.width),
      precision: count(piece.options.precision),
    },
  };
}

/** What parentheses and borrows stand around. */
function withoutParensAndBorrows(tokens: readonly Token[]): readonly Token[] {
  let inner = unwrapGroups(tokens.filter((t) => !isInvisible(t)));
  while (inner[0]?.text === '&' && inner[0].kind === 'Punct')
    inner = unwrapGroups(inner.slice(inner[1]?.text === 'mut' ? 2 : 1));
  return inner;
}

/** The text of a string or integer literal, or of a macro call that comes to a string. */
function literalOf(tokens: readonly Token[], evalString: EvalString): string | undefined {
  const inner = withoutParensAndBorrows(tokens);
  const [first] = inner;
  if (inner.length > 1) return inner.at(-1)?.kind === 'Close' ? evalString(inner)?.value : undefined;
  if (first?.kind !== 'Literal') return undefined;
  const value = literalValue(first);
  return value.kind === 'Other' ? undefined : `${value.value}`;
}

/** Puts string and integer literals in plain `{}` into the string. */
function inlineLiterals({ pieces, args }: FormatArgs, evalString: EvalString): FormatArgs {
  const gone = new Set<number>();
  const result = pieces.map((piece): Piece => {
    if (piece.kind === 'Literal' || piece.trait !== '' || piece.options !== undefined) return piece;
    const text = literalOf(args[piece.argument]!.tokens, evalString);
    if (text === undefined) return piece;
    gone.add(piece.argument);
    return { kind: 'Literal', text };
  });
  for (const piece of result) for (const i of argumentsOf(piece)) gone.delete(i);
  if (gone.size === 0) return { pieces: result, args };
  const index: number[] = [];
  const left = args.filter((_, i) => {
    index.push(i - [...gone].filter((g) => g < i).length);
    return !gone.has(i);
  });
  return { pieces: result.map((p) => renumber(p, (k) => index[k]!)), args: left };
}

function mergeLiterals(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged[merged.length - 1];
    if (piece.kind === 'Literal' && last?.kind === 'Literal')
      merged[merged.length - 1] = { kind: 'Literal', text: last.text + piece.text };
    else if (piece.kind !== 'Literal' || piece.text !== '') merged.push(piece);
  }
  return merged;
}

function write(format: FormatArgs, isConst: boolean, core: string, out: CodeWriter): void {
  const pieces = mergeLiterals(format.pieces);
  const argumentsPath = `${core}::fmt::Arguments`;
  if (pieces.every((p) => p.kind === 'Literal')) {
    const text = pieces.map((p) => (p.kind === 'Literal' ? p.text : '')).join('');
    const from = isConst ? 'from_str' : 'from_str_nonconst';
    out.raw(`${argumentsPath}::${from}(${stringLiteral(text)})`);
    return;
  }
  // Each pair of argument and method once, in order of first use.
  const entries: { readonly argument: number; readonly method: string }[] = [];
  const entry = (argument: number, method: string): number => {
    const known = entries.findIndex((e) => e.argument === argument && e.method === method);
    return known >= 0 ? known : entries.push({ argument, method }) - 1;
  };
  const template = encodeTemplate(pieces, entry);
  const argument = `${core}::fmt::rt::Argument`;
  // Every argument is evaluated once, in the order given.
  out.raw(`({ #[${superLet}] let args = (`);
  for (const arg of format.args) {
    out.raw('&');
    writeArgument(arg, out);
    out.raw(',');
  }
  const list = entries.map((e) => `${argument}::${e.method}(args.${e.argument})`).join(', ');
  out.raw(`); #[${superLet}] let args = [${list}]; `);
  out.raw(`unsafe { ${argumentsPath}::new(${byteStringLiteral(template)}, &args) } })`);
}

/** The argument behind a `&`: in parentheses where it would be read otherwise. */
function writeArgument(arg: Argument, out: CodeWriter): void {
  const tokens = resolveGroups(arg.tokens);
  const isOne = tokens.length === 1;
  if (!isOne) out.raw('(');
  out.tokens(tokens);
  if (!isOne) out.raw(')');
}

function encodeTemplate(
  pieces: readonly Piece[],
  entry: (argument: number, method: string) => number,
): number[] {
  const bytes: number[] = [];
  const u16 = (value: number) => bytes.push(value & 0xff, (value >> 8) & 0xff);
  let next = 0;
  for (const piece of pieces) {
    if (piece.kind === 'Literal') {
      encodeLiteral(piece.text, bytes);
      continue;
    }
    const index = entry(piece.argument, constructors[piece.trait]!);
    const { options } = piece;
    const count = (c: Count | undefined): Count | undefined =>
      c?.kind === 'Argument' ? { kind: 'Argument', index: entry(c.index, 'from_usize') } : c;
    const width = count(options?.width);
    const precision = count(options?.precision);
    let head = 0xc0;
    if (options) head |= 1;
    if (width) head |= 2;
    if (precision) head |= 4;
    if (index !== next) head |= 8;
    if (width?.kind === 'Argument') head |= 16;
    if (precision?.kind === 'Argument') head |= 32;
    bytes.push(head);
    if (options) {
      const flags = encodeFlags(options);
      bytes.push(flags & 0xff, (flags >>> 8) & 0xff, (flags >>> 16) & 0xff, flags >>> 24);
    }
    if (width) u16(width.kind === 'Literal' ? width.value : width.index);
    if (precision) u16(precision.kind === 'Literal' ? precision.value : precision.index);
    if (index !== next) u16(index);
    next = index + 1;
  }
  bytes.push(0);
  return bytes;
}

function encodeFlags(o: Options): number {
  let flags = o.fill?.codePointAt(0) ?? 0x20;
  if (o.sign === '+') flags |= 1 << 21;
  if (o.sign === '-') flags |= 1 << 22;
  if (o.alternate) flags |= 1 << 23;
  if (o.zeroPad) flags |= 1 << 24;
  if (o.debugHex === 'x') flags |= 1 << 25;
  if (o.debugHex === 'X') flags |= 1 << 26;
  if (o.width) flags |= 1 << 27;
  if (o.precision) flags |= 1 << 28;
  const align = o.align === '<' ? 0 : o.align === '>' ? 1 : o.align === '^' ? 2 : 3;
  return (flags | (align << 29)) >>> 0;
}

const maxPiece = 0xffff;

function encodeLiteral(text: string, bytes: number[]): void {
  const utf8 = new TextEncoder().encode(text);
  for (let from = 0; from < utf8.length; ) {
    let to = Math.min(from + maxPiece, utf8.length);
    // Not inside of a character.
    while (to < utf8.length && (utf8[to]! & 0xc0) === 0x80) to--;
    const length = to - from;
    if (length < 0x80) bytes.push(length);
    else bytes.push(0x80, length & 0xff, length >> 8);
    for (let i = from; i < to; i++) bytes.push(utf8[i]!);
    from = to;
  }
}
