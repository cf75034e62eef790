/**
 * The macros that the compiler itself expands, found by name through `#[rustc_builtin_macro]`. Derives are in
 * `derive.ts`, formatting in `formatArgs.ts`.
 *
 * What a macro says about positions (`line!`, `column!`, `file!`) is a value that no mono item depends on, and that
 * would tie every expansion to its place in the file: it is given as 0 or as an empty string.
 */
import { type CfgOptions, evaluateCfg } from '../../project/cfg.ts';
import type { Edition } from '../../project/crateGraph.ts';
import { parseCfg } from '../attrText.ts';
import { globalAsmMarker } from '../lowerItems.ts';
import type { SpanAnchor } from '../span.ts';
import { expandFormatArgs, FormatError, type FormatString, splitArguments } from './formatArgs.ts';
import { literalValue, stringLiteral, stringValue } from './literals.ts';
import { CodeWriter, isInvisible, lex, matchDelimiters, type Token, unwrapGroups } from './tokens.ts';
import { resolveGroups } from './transcribe.ts';

export interface BuiltinContext {
  readonly tokens: readonly Token[];
  /** How `core` is written in generated code. */
  readonly core: string;
  /** How the crate that declares the macro is written. */
  readonly dollarCrate: string;
  /** The edition of the code that calls the macro. */
  readonly edition: Edition;
  readonly cfg: CfgOptions;
  readonly env: ReadonlyMap<string, string>;
  readonly modulePath: string;
  /** A file named relative to the one that has the call. */
  readonly readFile: (path: string) => IncludedFile | undefined;
  /** The size of such a file in bytes. */
  readonly sizeOfFile: (path: string) => number | undefined;
  /** What another macro, called in the arguments of this one, expands to. */
  readonly expandCall: (path: string, args: string) => readonly Token[] | undefined;
}

export interface IncludedFile {
  readonly text: string;
  readonly anchor: SpanAnchor;
}

export interface BuiltinResult {
  readonly error?: string;
  readonly unknown?: boolean;
}

type Builtin = (ctx: BuiltinContext, out: CodeWriter) => BuiltinResult | undefined;

const since2021 = (edition: Edition): boolean => edition !== '2015' && edition !== '2018';

const builtins: Record<string, Builtin> = {
  format_args: (ctx, out) => formatArgs(ctx, out, false),
  const_format_args: (ctx, out) => formatArgs(ctx, out, false),
  format_args_nl: (ctx, out) => formatArgs(ctx, out, true),
  concat: (ctx, out) => string(evalConcat(ctx, ctx.tokens), out),
  concat_bytes: (_, out) => done(out.raw('b""')),
  stringify: ({ tokens }, out) => string(stringify(tokens), out),
  line: (_, out) => done(out.raw('0u32')),
  column: (_, out) => done(out.raw('0u32')),
  file: (_, out) => done(out.raw('""')),
  module_path: ({ modulePath }, out) => string(modulePath, out),
  env: expandEnv,
  option_env: expandOptionEnv,
  include_str: (ctx, out) => {
    const text = includedFile(ctx)?.text;
    return text === undefined
      ? { ...done(out.raw('""')), error: 'the file cannot be read' }
      : string(text, out);
  },
  include_bytes: (ctx, out) => {
    const path = evalString(ctx, ctx.tokens);
    const size = path && ctx.sizeOfFile(path.value);
    if (size === undefined) return { unknown: true, error: 'the file cannot be read' };
    // The type says how long it is; the content matters to nobody here.
    return done(out.raw(`&[0u8; ${size}]`));
  },
  include: (ctx, out) => {
    const file = includedFile(ctx);
    if (file === undefined) return { unknown: true, error: 'the file cannot be read' };
    return done(out.tokens(lex({ text: file.text, spans: undefined }, file.anchor)));
  },
  cfg: ({ tokens, cfg }, out) => done(out.raw(`${evaluateCfg(parseCfg(plainText(tokens)), cfg)}`)),
  cfg_select: expandCfgSelect,
  compile_error: ({ tokens }) => ({ error: stringValue(tokens[0]) ?? 'compile_error!' }),
  assert: expandAssert,
  core_panic: (ctx, out) => panic(ctx, out, 'panic'),
  std_panic: (ctx, out) => panic(ctx, out, 'panic'),
  unreachable: (ctx, out) => panic(ctx, out, 'unreachable'),
  asm: expandAsm,
  naked_asm: (_, out) => done(out.raw('()')),
  global_asm: (_, out) => done(out.raw(`${globalAsmMarker}!{}`)),
  log_syntax: (_, out) => done(out.raw('()')),
  trace_macros: (_, out) => done(out.raw('()')),
  // `u32 is 1..`: the base type has the same items.
  pattern_type: ({ tokens }, out) => {
    const is = tokens.findIndex((t) => t.kind === 'Ident' && t.text === 'is');
    return done(out.tokens(resolveGroups(is < 0 ? tokens : tokens.slice(0, is))));
  },
};

/** Expands a built-in macro of that name; undefined if there is none (or none that is known here). */
export function expandBuiltin(name: string, ctx: BuiltinContext, out: CodeWriter): BuiltinResult | undefined {
  const builtin = Object.hasOwn(builtins, name) ? builtins[name] : undefined;
  return builtin && (builtin(ctx, out) ?? {});
}

function done(_written: CodeWriter): BuiltinResult {
  return {};
}

function string(value: string | undefined, out: CodeWriter): BuiltinResult {
  if (value === undefined) return { unknown: true, error: 'expected a literal' };
  return done(out.raw(stringLiteral(value)));
}

/** The tokens as they would be written: what `stringify!` gives. */
function stringify(tokens: readonly Token[]): string {
  return new CodeWriter().tokens(tokens.filter((t) => !isInvisible(t))).finish().text;
}

const plainText = stringify;

function formatArgs(ctx: BuiltinContext, out: CodeWriter, appendNewline: boolean): BuiltinResult {
  try {
    expandFormatArgs(ctx.tokens, appendNewline, ctx.core, (tokens) => evalString(ctx, tokens), out);
    return {};
  } catch (e) {
    if (e instanceof FormatError) return { unknown: true, error: e.message };
    throw e;
  }
}

// ----------------------------------------------------------------------------------------- strings, eagerly

/** A string literal, or a call of a macro that the compiler evaluates where it needs a literal. */
function evalString(ctx: BuiltinContext, tokens: readonly Token[]): FormatString | undefined {
  const inner = unwrapGroups(tokens);
  const first = inner[0];
  if (first === undefined) return undefined;
  if (inner.length === 1) {
    const value = stringValue(first);
    return value === undefined ? undefined : { value, token: first };
  }
  const value = evalMacro(ctx, inner);
  return value === undefined ? undefined : { value, token: first };
}

/** A macro call inside of a built-in's arguments, which has to come to a literal. */
function evalMacro(ctx: BuiltinContext, tokens: readonly Token[]): string | undefined {
  const bang = tokens.findIndex((t) => t.kind === 'Punct' && t.text === '!');
  if (bang < 1 || tokens[bang + 1]?.kind !== 'Open') return undefined;
  if (!tokens.slice(0, bang).every((t) => t.kind === 'Ident' || t.text === '::')) return undefined;
  if (matchDelimiters(tokens)[bang + 1] !== tokens.length - 1) return undefined;
  const args = tokens.slice(bang + 2, -1);
  switch (tokens[bang - 1]!.text) {
    case 'concat':
      return evalConcat(ctx, args);
    case 'stringify':
      return stringify(args);
    case 'line':
    case 'column':
      return '0';
    case 'file':
      return '';
    case 'module_path':
      return ctx.modulePath;
    case 'env': {
      const name = evalString(ctx, splitArguments(args)[0] ?? []);
      return name && ctx.env.get(name.value);
    }
    case 'include_str': {
      const path = evalString(ctx, args);
      return path && ctx.readFile(path.value)?.text;
    }
    default: {
      const name = tokens.slice(0, bang).map((t) => t.text);
      const expanded = ctx.expandCall(name.join(''), new CodeWriter().tokens(args).finish().text);
      return expanded && evalConcat(ctx, expanded);
    }
  }
}

function evalConcat(ctx: BuiltinContext, tokens: readonly Token[]): string | undefined {
  let result = '';
  for (const arg of splitArguments(tokens)) {
    const inner = unwrapGroups(arg);
    const isNegative = inner[0]?.text === '-' && inner.length === 2;
    const token = inner[isNegative ? 1 : 0];
    if (token === undefined) return undefined;
    if (inner.length === (isNegative ? 2 : 1)) {
      const value = literalText(token);
      if (value === undefined) return undefined;
      result += (isNegative ? '-' : '') + value;
    } else {
      const value = evalMacro(ctx, inner);
      if (value === undefined) return undefined;
      result += value;
    }
  }
  return result;
}

function literalText(token: Token): string | undefined {
  if (token.text === 'true' || token.text === 'false') return token.text;
  if (token.kind !== 'Literal') return undefined;
  const value = literalValue(token);
  if (value.kind !== 'Other') return `${value.value}`;
  if (token.text.startsWith("'")) return stringValue({ ...token, text: `"${token.text.slice(1, -1)}"` });
  const float = /^(\d[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]+)?)(?:f\d+)?$/.exec(token.text);
  return float?.[1]?.replaceAll('_', '');
}

function expandEnv(ctx: BuiltinContext, out: CodeWriter): BuiltinResult {
  const name = evalString(ctx, splitArguments(ctx.tokens)[0] ?? []);
  const value = name && ctx.env.get(name.value);
  if (value === undefined) {
    // Set by a build script, perhaps: a string all the same.
    out.raw('""');
    return { error: `environment variable '${name?.value ?? ''}' not defined` };
  }
  return string(value, out);
}

function expandOptionEnv(ctx: BuiltinContext, out: CodeWriter): BuiltinResult {
  const name = evalString(ctx, splitArguments(ctx.tokens)[0] ?? []);
  const value = name && ctx.env.get(name.value);
  const option = `${ctx.core}::option::Option`;
  out.raw(
    value === undefined ? `${option}::None::<&'static str>` : `${option}::Some(${stringLiteral(value)})`,
  );
  return {};
}

function includedFile(ctx: BuiltinContext): IncludedFile | undefined {
  const path = evalString(ctx, ctx.tokens);
  return path && ctx.readFile(path.value);
}

// ------------------------------------------------------------------------------------- choices and panics

/** `cfg_select! { unix => { … } _ => { … } }` */
function expandCfgSelect({ tokens, cfg }: BuiltinContext, out: CodeWriter): BuiltinResult {
  const close = matchDelimiters(tokens);
  for (let i = 0; i < tokens.length; ) {
    const arrow = findTopLevel(tokens, close, i, '=>');
    if (arrow < 0 || arrow + 1 >= tokens.length) break;
    const predicate = tokens.slice(i, arrow);
    const isGroup = tokens[arrow + 1]!.text === '{';
    const comma = isGroup ? close[arrow + 1]! : findTopLevel(tokens, close, arrow + 1, ',');
    const end = isGroup ? comma + 1 : comma < 0 ? tokens.length : comma;
    const holds =
      (predicate.length === 1 && predicate[0]!.text === '_') ||
      evaluateCfg(parseCfg(plainText(predicate)), cfg);
    if (holds) {
      const body = isGroup ? tokens.slice(arrow + 2, end - 1) : tokens.slice(arrow + 1, end);
      out.tokens(resolveGroups(body));
      return {};
    }
    i = tokens[end]?.text === ',' ? end + 1 : end;
  }
  return { error: 'none of the predicates in this `cfg_select` evaluated to true' };
}

function findTopLevel(tokens: readonly Token[], close: Int32Array, from: number, text: string): number {
  for (let i = from; i < tokens.length; i = close[i]! + 1) if (tokens[i]!.text === text) return i;
  return -1;
}

function expandAssert(ctx: BuiltinContext, out: CodeWriter): BuiltinResult {
  const [condition, ...message] = splitArguments(ctx.tokens);
  if (!condition) return { unknown: true, error: 'macro requires a boolean expression as an argument' };
  out.raw('if !(').tokens(resolveGroups(condition)).raw(') {');
  if (message.length === 0) {
    out.raw(`${ctx.core}::panicking::panic(${stringLiteral(`assertion failed: ${stringify(condition)}`)})`);
  } else {
    out.raw(`${ctx.core}::panic::${since2021(ctx.edition) ? 'panic_2021' : 'panic_2015'}!(`);
    message.forEach((arg, i) => {
      if (i > 0) out.raw(',');
      out.tokens(arg);
    });
    out.raw(')');
  }
  out.raw('}');
  return {};
}

/** `panic!` and `unreachable!` are other macros in different editions. */
function panic(ctx: BuiltinContext, out: CodeWriter, name: string): BuiltinResult {
  const edition = since2021(ctx.edition) ? '2021' : '2015';
  out.raw(`${ctx.dollarCrate}::panic::${name}_${edition}!(`).tokens(ctx.tokens).raw(')');
  return {};
}

const asmInputs = new Set(['in', 'inout', 'inlateout']);

/** Assembly is opaque; what the operands mention and compute is not. */
function expandAsm({ tokens }: BuiltinContext, out: CodeWriter): BuiltinResult {
  const close = matchDelimiters(tokens);
  let diverges = false;
  out.raw('{');
  for (let i = 0; i < tokens.length; i = close[i]! + 1) {
    const { kind, text } = tokens[i]!;
    if (kind !== 'Ident') continue;
    if (text === 'options' && tokens[i + 1]?.text === '(') {
      diverges ||= tokens.slice(i + 1, close[i + 1]).some((t) => t.text === 'noreturn');
    } else if (text === 'sym') {
      const end = findTopLevel(tokens, close, i, ',');
      const path = tokens.slice(i + 1, end < 0 ? tokens.length : end);
      out.raw('let _ =').tokens(resolveGroups(path)).raw(';');
    } else if (asmInputs.has(text) && tokens[i + 1]?.text === '(') {
      // `in(reg) value`, `inlateout("rax") value => result`
      const from = close[i + 1]! + 1;
      const ends = [',', '=>'].map((stop) => findTopLevel(tokens, close, from, stop)).filter((at) => at >= 0);
      const value = tokens.slice(from, Math.min(tokens.length, ...ends));
      if (value.length > 0) out.raw('let _ =').tokens(resolveGroups(value)).raw(';');
      i = from - 1;
    }
  }
  out.raw(diverges ? 'loop {} }' : '}');
  return {};
}
