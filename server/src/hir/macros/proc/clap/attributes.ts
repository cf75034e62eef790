/**
 * The attributes of clap's derives (`#[command(…)]`, `#[arg(…)]` and so on): what they say of an item, or which method of
 * the builder they stand for.
 */
import { stringLiteral } from '../../literals.ts';
import type { Token } from '../../tokens.ts';
import { type Code, code, spanned } from '../code.ts';
import {
  commas,
  type DeriveInput,
  docLines,
  type ProcAttr,
  type ProcVariant,
  splitTokens,
  stringOf,
  typeArgument,
} from '../input.ts';
import {
  type ClapItem,
  casing,
  derived,
  type Method,
  type Name,
  newItem,
  type Role,
  translate,
  UnknownAttribute,
} from './item.ts';

interface ClapAttr {
  readonly kind: string;
  readonly name: string;
  readonly token: Token;
  readonly value: readonly Token[] | undefined;
  readonly call: readonly Token[] | undefined;
}

const attrKinds = new Set(['clap', 'structopt', 'command', 'group', 'arg', 'value']);

function clapAttrs(attrs: readonly ProcAttr[]): ClapAttr[] {
  return attrs
    .filter((attr) => attrKinds.has(attr.path))
    .flatMap(({ path, args }) =>
      splitTokens(args).flatMap((tokens): ClapAttr[] => {
        const [token, next] = tokens;
        if (!token) return [];
        return [
          {
            kind: path,
            name: token.text,
            token,
            value: next?.text === '=' ? tokens.slice(2) : undefined,
            call: next?.text === '(' ? tokens.slice(2, -1) : undefined,
          },
        ];
      }),
    );
}

const roles: Record<string, Role> = {
  from_global: 'FromGlobal',
  subcommand: 'Subcommand',
  external_subcommand: 'ExternalSubcommand',
  flatten: 'Flatten',
  skip: 'Skip',
};

export function pushAttrs(item: ClapItem, all: readonly ProcAttr[], ty: readonly Token[] | undefined): void {
  const attrs = clapAttrs(all);
  for (const { name, kind, call, value } of attrs) {
    const role = Object.hasOwn(roles, name) ? roles[name] : undefined;
    if (!role || call || (role !== 'Skip' && value) || (role === 'Skip' && kind === 'group')) continue;
    item.role = role;
    item.skipValue = value;
  }
  const isValueEnum = attrs.some((attr) => attr.name === 'value_enum');
  for (const attr of attrs) {
    const { name, kind, call, value, token } = attr;
    if (call) pushMethod(item, kind, name, commas(splitTokens(call)));
    else if (value === undefined && pushBare(item, attr, ty, isValueEnum)) continue;
    else if (/^default_values?(?:_os)?_t$/.test(name)) {
      item.methods.push(defaultMethod(name, ty, value, isValueEnum, token));
    } else if (name === 'next_display_order' && value) item.displayOrder = value;
    else if (name === 'next_help_heading' && value) item.helpHeading = value;
    else if (name === 'rename_all') item.casing = casing(stringOf(value));
    else if (name === 'rename_all_env') item.envCasing = casing(stringOf(value));
    else if (name === 'skip' && kind === 'group') item.skipGroup = true;
    else if (Object.hasOwn(roles, name)) continue;
    else if (value) pushMethod(item, kind, name, value);
    else throw new UnknownAttribute();
  }
}

function pushMethod(item: ClapItem, kind: string, name: string, args: Code): void {
  if (name === 'id' || (name === 'name' && kind !== 'group')) {
    if (kind === 'group') item.groupId = { kind: 'Assigned', code: args };
    else item.name = { kind: 'Assigned', code: args };
  } else if (name === 'value_parser') item.valueParser = args;
  else if (name === 'action') item.action = args;
  else {
    if (name === 'short' || name === 'long') item.isPositional = false;
    (kind === 'group' ? item.groupMethods : item.methods).push({ name, args });
  }
}

/** Attributes that mean something without a value; false if this is none. */
function pushBare(
  item: ClapItem,
  { name, kind, token }: ClapAttr,
  ty: readonly Token[] | undefined,
  isValueEnum: boolean,
): boolean {
  switch (name) {
    case 'short':
      pushMethod(
        item,
        kind,
        name,
        item.name.kind === 'Assigned'
          ? code`(${item.name.code}).chars().next().unwrap()`
          : `'${item.casing(item.name.name).slice(0, 1)}'`,
      );
      return true;
    case 'long':
      pushMethod(item, kind, name, translate(item.name, item.casing));
      return true;
    case 'env':
      pushMethod(item, kind, name, translate(item.name, item.envCasing));
      return true;
    case 'about':
    case 'author':
    case 'version':
      item.methods.push({ name, args: '""' });
      return true;
    case 'long_about':
    case 'long_help':
      item.forceLongHelp = true;
      return true;
    case 'verbatim_doc_comment':
      item.verbatimDocs = true;
      return true;
    case 'default_value_t':
    case 'default_value_os_t':
      item.methods.push(defaultMethod(name, ty, undefined, isValueEnum, token));
      return true;
    case 'value_enum':
    case 'value_parser':
    case 'action':
      return true;
    default:
      return false;
  }
}

/** `default_value_t` and its relatives: the value is turned into a string once. */
function defaultMethod(
  attr: string,
  ty: readonly Token[] | undefined,
  value: readonly Token[] | undefined,
  isValueEnum: boolean,
  { span }: Token,
): Method {
  if (!ty) throw new UnknownAttribute();
  const isOs = attr.endsWith('_os_t');
  const asName = (of: string) => `clap::ValueEnum::to_possible_value(${of}).unwrap().get_name().to_owned()`;
  if (attr.startsWith('default_values')) {
    const inner = typeArgument(ty, 'Vec');
    if (!inner || !value) throw new UnknownAttribute();
    const owned = isOs ? '::std::ffi::OsString' : 'String';
    const borrowed = isOs ? '::std::ffi::OsStr' : 'str';
    const borrow = isOs ? '::std::ffi::OsString::as_os_str' : '::std::string::String::as_str';
    let convert = isOs ? 'val.borrow().into()' : 'val.borrow().to_string()';
    if (isValueEnum) convert = `{ ${asName('val.borrow()')}${isOs ? '.into()' : ''} }`;
    const args = code`{ {
      fn iter_to_vals<T>(iterable: impl IntoIterator<Item = T>) -> impl Iterator<Item = ${owned}>
      where T: ::std::borrow::Borrow<${inner}> { iterable.into_iter().map(|val| ${convert}) }
      static DEFAULT_STRINGS: ::std::sync::OnceLock<Vec<${owned}>> = ::std::sync::OnceLock::new();
      static DEFAULT_VALUES: ::std::sync::OnceLock<Vec<&${borrowed}>> = ::std::sync::OnceLock::new();
      DEFAULT_VALUES.get_or_init(|| {
        DEFAULT_STRINGS.get_or_init(|| iter_to_vals(${value}).collect()).iter().map(${borrow}).collect()
      }).iter().copied()
    } }`;
    return { name: 'default_values', args: spanned(span, args) };
  }
  const val = value ?? code`<${ty} as ::std::default::Default>::default()`;
  const isOsString = isOs && !isValueEnum;
  const owned = isOsString ? '::std::ffi::OsString' : 'String';
  let convert = isOsString ? '::std::ffi::OsString::from(val)' : '::std::string::ToString::to_string(&val)';
  if (isValueEnum) convert = asName('&val');
  const args = code`{
    static DEFAULT_VALUE: ::std::sync::OnceLock<${owned}> = ::std::sync::OnceLock::new();
    let s = DEFAULT_VALUE.get_or_init(|| { let val: ${ty} = ${val}; ${convert} });
    let s: &'static ${isOsString ? '::std::ffi::OsStr' : 'str'} = &*s;
    s
  }`;
  return { name: 'default_value', args: spanned(span, args) };
}

/** A doc comment is the help: its first paragraph the short one, all of it the long one if there is more. */
export function pushDocs(
  item: ClapItem,
  attrs: readonly ProcAttr[],
  short: string,
  long: string | undefined,
): void {
  const lines = docLines(attrs);
  if (lines.length === 0) return;
  const isLong = lines.some((line) => line.trim() === '') || item.forceLongHelp;
  item.docs.push({ name: short, args: stringLiteral(lines[0]!) });
  if (long) item.docs.push({ name: long, args: isLong ? stringLiteral(lines.join('\n')) : 'None' });
}

export function containerItem(input: DeriveInput, name: Name): ClapItem {
  const item = newItem('Command', name, input.name);
  pushAttrs(item, input.attrs, undefined);
  pushDocs(item, input.attrs, 'about', 'long_about');
  return item;
}

export function variantItem(variant: ProcVariant, around: ClapItem): ClapItem {
  const item = newItem('Command', derived(variant.name), variant.name, around);
  pushAttrs(item, variant.attrs, undefined);
  if (item.role === 'Command' || item.role === 'Subcommand')
    pushDocs(item, variant.attrs, 'about', 'long_about');
  return item;
}
