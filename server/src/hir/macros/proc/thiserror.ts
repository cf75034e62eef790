/**
 * thiserror's derive `Error`: `Error::source`, `Display` from the messages in `#[error("…")]`, and `From` for fields
 * with `#[from]`. Generic errors, backtraces and messages by function (`fmt = …`) are left unknown. After the
 * expansions of `thiserror_impl`.
 */
import { stringLiteral } from '../literals.ts';
import type { Token } from '../tokens.ts';
import { type Code, code } from './code.ts';
import {
  commas,
  type DeriveInput,
  implFor,
  type ProcAttr,
  type ProcVariant,
  splitTokens,
  stringOf,
  typeArgument,
} from './input.ts';
import type { ProcContext } from './procMacro.ts';

class UnknownAttribute extends Error {}

const has = (attrs: readonly ProcAttr[], name: string): boolean => attrs.some((attr) => attr.path === name);

/** The index of the field that caused the error. */
function sourceOf({ fields }: ProcVariant): number {
  const marked = fields.findIndex(({ attrs }) => has(attrs, 'source') || has(attrs, 'from'));
  return marked >= 0 ? marked : fields.findIndex(({ name }) => name === 'source');
}

function isTransparent(attr: ProcAttr | undefined): boolean {
  return attr?.args.length === 1 && attr.args[0]!.text === 'transparent';
}

/** The variable that a field is bound to. */
const local = (variant: ProcVariant, index: number): string =>
  variant.kind === 'Tuple' ? `_${index}` : variant.fields[index]!.name;

function pattern(path: string, variant: ProcVariant): string {
  const names = variant.fields.map((_, i) => local(variant, i)).join(', ');
  if (variant.kind === 'Unit') return path;
  return variant.kind === 'Tuple' ? `${path}(${names})` : `${path} { ${names} }`;
}

function source(variant: ProcVariant, message: ProcAttr | undefined): Code {
  const some = '::core::option::Option::Some';
  if (isTransparent(message)) {
    if (variant.fields.length !== 1) throw new UnknownAttribute();
    return `::core::error::Error::source(${local(variant, 0)}.as_dyn_error())`;
  }
  const index = sourceOf(variant);
  if (index < 0) return '::core::option::Option::None';
  const isOption = typeArgument(variant.fields[index]!.ty, 'Option') !== undefined;
  return `${some}(${local(variant, index)}${isOption ? '.as_ref()?' : ''}.as_dyn_error())`;
}

/** What writes the message of one variant. */
function display(variant: ProcVariant, { args }: ProcAttr): Code {
  const [first, ...rest] = splitTokens(args);
  const text = stringOf(first);
  if (text === undefined) throw new UnknownAttribute();
  if (rest.length === 0 && !/[{}]/.test(text)) return `__formatter.write_str(${stringLiteral(text)})`;
  const { format, used } = fieldsInFormat(variant, text, rest);
  const values = rest.map((arg) => fieldArguments(arg, variant));
  const shown = used.map(({ name, value }) => code`${name} = ${value}`);
  return code`__formatter.write_fmt(format_args!(${commas([stringLiteral(format), ...values, ...shown])}))`;
}

interface FormatUse {
  readonly name: string;
  readonly value: string;
}

/** The format string with its references to fields as named arguments. */
function fieldsInFormat(
  variant: ProcVariant,
  text: string,
  rest: readonly (readonly Token[])[],
): { format: string; used: FormatUse[] } {
  const named = new Set(rest.filter((arg) => arg[1]?.text === '=').map((arg) => arg[0]!.text));
  const used = new Map<string, FormatUse>();
  const format = text.replace(/\{\{|\}\}|\{([^{}:]*)(:[^{}]*)?\}/g, (whole, name?: string, spec = '') => {
    if (name === undefined || name.trim() === '') return whole;
    const word = name.trim();
    if (named.has(word)) return whole;
    // Widths and precisions may be fields as well.
    if ((spec as string).includes('$')) throw new UnknownAttribute();
    const index = variant.fields.findIndex((field) => field.name.replace(/^r#/, '') === word);
    if (index < 0) return whole;
    const isDisplay = !/[?xXobeEp]$/.test(spec as string);
    const bound = local(variant, index);
    const argument = `${isDisplay ? '__display' : '__field'}${bound}`;
    used.set(argument, { name: argument, value: isDisplay ? `${bound}.as_display()` : bound });
    return `{${argument}${spec}}`;
  });
  return { format, used: [...used.values()] };
}

/** An argument of a message: `.field` and `.0` in it are fields of the error. */
function fieldArguments(arg: readonly Token[], variant: ProcVariant): Code {
  const result: Code[] = [];
  for (let i = 0; i < arg.length; i++) {
    const token = arg[i]!;
    const before = arg[i - 1];
    const isStart =
      before === undefined ||
      (before.kind !== 'Ident' &&
        before.kind !== 'Close' &&
        before.kind !== 'Literal' &&
        before.text !== '?');
    const next = arg[i + 1];
    const index = variant.fields.findIndex((field) => field.name === next?.text);
    if (token.text === '.' && isStart && index >= 0) {
      result.push(local(variant, index));
      i++;
    } else if (token.text === '.' && isStart) throw new UnknownAttribute();
    else result.push(token);
  }
  return result;
}

function deriveError(input: DeriveInput, krate: string, inner: string): Code {
  if (input.kind === 'Union' || input.params.some((p) => p.kind === 'Type')) throw new UnknownAttribute();
  const isEnum = input.kind === 'Enum';
  const around = isEnum ? input.attrs.find((attr) => attr.path === 'error') : undefined;
  const variants = input.variants.map((variant) => ({
    variant,
    path: isEnum ? `Self::${variant.name}` : 'Self',
    message: variant.attrs.find((attr) => attr.path === 'error') ?? around,
  }));
  const isBacktrace = ({ fields }: ProcVariant) =>
    fields.some(({ attrs, ty }) => has(attrs, 'backtrace') || ty.at(-1)?.text === 'Backtrace');
  if (input.variants.some(isBacktrace)) throw new UnknownAttribute();

  const hasSource = variants.some(({ variant, message }) => sourceOf(variant) >= 0 || isTransparent(message));
  const sources = variants.map(
    (v) => code`${pattern(v.path, v.variant)} => ${source(v.variant, v.message)},`,
  );
  const sourceMethod = code`fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
    use ${krate}::${inner}::AsDynError as _;
    match self { ${sources} }
  }`;
  const impls: Code[] = [implFor(input, '::core::error::Error', hasSource ? sourceMethod : '')];

  if (variants.some(({ message }) => message !== undefined)) {
    const arms = variants.map(({ variant, path, message }) => {
      if (!message) throw new UnknownAttribute();
      const body = isTransparent(message)
        ? `::core::fmt::Display::fmt(${local(variant, 0)}, __formatter)`
        : display(variant, message);
      return code`${pattern(path, variant)} => ${body},`;
    });
    impls.push(
      implFor(
        input,
        '::core::fmt::Display',
        code`fn fmt(&self, __formatter: &mut ::core::fmt::Formatter) -> ::core::fmt::Result {
          use ${krate}::${inner}::AsDisplay as _;
          match ${arms.length > 0 ? 'self' : '*self'} { ${arms} }
        }`,
      ),
    );
  }

  for (const { variant } of variants) {
    const from = variant.fields.find(({ attrs }) => has(attrs, 'from'));
    if (!from) continue;
    if (variant.fields.length !== 1) throw new UnknownAttribute();
    const path = isEnum ? `${input.name}::${variant.name}` : input.name;
    impls.push(
      implFor(
        input,
        code`::core::convert::From<${from.ty}>`,
        code`fn from(source: ${from.ty}) -> Self { ${path} { ${from.name}: source } }`,
      ),
    );
  }
  return impls;
}

/** The impls of the derive of `thiserror_impl`; undefined if not all of its input is understood. */
export function expandThiserrorDerive(
  name: string,
  input: DeriveInput,
  context: ProcContext,
): Code | undefined {
  const krate = context.cratePath('thiserror');
  // The module that derives use is named after the version by a build script, which may not have run here.
  const names = context.rootNames('thiserror');
  const inner = names.find((n) => /^__private\d*$/.test(n)) ?? names.find((n) => n === 'private');
  if (name !== 'Error' || krate === undefined || inner === undefined) return undefined;
  try {
    return deriveError(input, krate, inner);
  } catch (e) {
    if (e instanceof UnknownAttribute) return undefined;
    throw e;
  }
}
