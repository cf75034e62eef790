/**
 * The derives of clap 4: `Parser`, `Args`, `Subcommand` and `ValueEnum`. What they generate calls clap's builder, one
 * chain of methods for each field, so the impls are written out; the facts are those of `clap_derive`. An attribute
 * whose meaning is not known here makes the whole derive unknown.
 */
import { stringLiteral } from '../literals.ts';
import type { Token } from '../tokens.ts';
import { kebabCase, lowerCamelCase, shoutySnakeCase, snakeCase, upperCamelCase } from './casing.ts';
import { type Code, code, spanned } from './code.ts';
import {
  commas,
  type DeriveInput,
  docLines,
  implFor,
  type ProcAttr,
  type ProcField,
  type ProcVariant,
  splitTokens,
  stringOf,
  tokensSpan,
  typeArgument,
} from './input.ts';

type Casing = (name: string) => string;

/** What a container, variant or field is to clap. */
type Role =
  | 'Arg'
  | 'Command'
  | 'Value'
  | 'FromGlobal'
  | 'Subcommand'
  | 'ExternalSubcommand'
  | 'Flatten'
  | 'Skip';

type Name =
  | { readonly kind: 'Derived'; readonly name: string }
  | { readonly kind: 'Assigned'; readonly code: Code };

interface Method {
  readonly name: string;
  readonly args: Code;
}

interface ClapItem {
  role: Role;
  name: Name;
  casing: Casing;
  envCasing: Casing;
  readonly methods: Method[];
  readonly docs: Method[];
  readonly groupMethods: Method[];
  valueParser: Code | undefined;
  action: Code | undefined;
  /** `next_display_order` and `next_help_heading`, in clap's order. */
  displayOrder: Code | undefined;
  helpHeading: Code | undefined;
  groupId: Name;
  skipGroup: boolean;
  isPositional: boolean;
  verbatimDocs: boolean;
  forceLongHelp: boolean;
  skipValue: readonly Token[] | undefined;
}

/** An attribute that the derive is known to have, but not here. */
class UnknownAttribute extends Error {}

const casings: Record<string, Casing> = {
  camel: lowerCamelCase,
  kebab: kebabCase,
  pascal: upperCamelCase,
  screamingsnake: shoutySnakeCase,
  snake: snakeCase,
  lower: (name) => snakeCase(name).replaceAll('_', ''),
  upper: (name) => shoutySnakeCase(name).replaceAll('_', ''),
  verbatim: (name) => name.replace(/^r#/, ''),
};

function casing(style: string | undefined): Casing {
  const key = (style ?? '')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()
    .replace(/case$/, '');
  const found = Object.hasOwn(casings, key) ? casings[key] : undefined;
  if (!found) throw new UnknownAttribute();
  return found;
}

const derived = (name: string): Name => ({ kind: 'Derived', name: name.replace(/^r#/, '') });

function translate(name: Name, style: Casing): Code {
  return name.kind === 'Assigned' ? name.code : stringLiteral(style(name.name));
}

function idOf({ name }: ClapItem): Code {
  return name.kind === 'Assigned' ? name.code : stringLiteral(name.name);
}

function newItem(role: Role, name: Name, ident: string, around?: ClapItem): ClapItem {
  return {
    role,
    name,
    casing: around?.casing ?? kebabCase,
    envCasing: around?.envCasing ?? shoutySnakeCase,
    methods: [],
    docs: [],
    groupMethods: [],
    valueParser: undefined,
    action: undefined,
    displayOrder: undefined,
    helpHeading: undefined,
    groupId: derived(ident),
    skipGroup: false,
    isPositional: true,
    verbatimDocs: false,
    forceLongHelp: false,
    skipValue: undefined,
  };
}

// ------------------------------------------------------------------------------------------ attributes

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

function pushAttrs(item: ClapItem, all: readonly ProcAttr[], ty: readonly Token[] | undefined): void {
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
function pushDocs(item: ClapItem, attrs: readonly ProcAttr[], short: string, long: string | undefined): void {
  const lines = docLines(attrs);
  if (lines.length === 0) return;
  const isLong = lines.some((line) => line.trim() === '') || item.forceLongHelp;
  item.docs.push({ name: short, args: stringLiteral(lines[0]!) });
  if (long) item.docs.push({ name: long, args: isLong ? stringLiteral(lines.join('\n')) : 'None' });
}

function containerItem(input: DeriveInput, name: Name): ClapItem {
  const item = newItem('Command', name, input.name);
  pushAttrs(item, input.attrs, undefined);
  pushDocs(item, input.attrs, 'about', 'long_about');
  return item;
}

function variantItem(variant: ProcVariant, around: ClapItem): ClapItem {
  const item = newItem('Command', derived(variant.name), variant.name, around);
  pushAttrs(item, variant.attrs, undefined);
  if (item.role === 'Command' || item.role === 'Subcommand')
    pushDocs(item, variant.attrs, 'about', 'long_about');
  return item;
}

interface Arg {
  readonly field: ProcField;
  readonly item: ClapItem;
}

function argsOf(fields: readonly ProcField[], around: ClapItem): Arg[] {
  return fields.map((field) => {
    const item = newItem('Arg', derived(field.name), field.name, around);
    pushAttrs(item, field.attrs, field.ty);
    if (item.role === 'Arg') pushDocs(item, field.attrs, 'help', 'long_help');
    return { field, item };
  });
}

const chain = (methods: readonly Method[]): Code => methods.map(({ name, args }) => code`.${name}(${args})`);

function topMethods({ displayOrder, helpHeading }: ClapItem): Code {
  return [
    displayOrder === undefined ? '' : code`.next_display_order(${displayOrder})`,
    helpHeading === undefined ? '' : code`.next_help_heading(${helpHeading})`,
  ].filter((part) => part !== '');
}

const finalMethods = (item: ClapItem): Code => [chain(item.docs), chain(item.methods)];

// --------------------------------------------------------------------------------------------- types

type TypeShape = 'Unit' | 'Vec' | 'Option' | 'OptionOption' | 'OptionVec' | 'Other';

function typeShape(ty: readonly Token[]): { shape: TypeShape; inner: readonly Token[] } {
  if (ty.length === 2 && ty[0]!.text === '(' && ty[1]!.text === ')') return { shape: 'Unit', inner: ty };
  const vec = typeArgument(ty, 'Vec');
  if (vec) return { shape: 'Vec', inner: vec };
  const option = typeArgument(ty, 'Option');
  if (!option) return { shape: 'Other', inner: ty };
  const optionOption = typeArgument(option, 'Option');
  if (optionOption) return { shape: 'OptionOption', inner: optionOption };
  const optionVec = typeArgument(option, 'Vec');
  return optionVec ? { shape: 'OptionVec', inner: optionVec } : { shape: 'Option', inner: option };
}

/** The type of a flattened or subcommand field, under its `Option`. */
function innerOfOption(ty: readonly Token[]): { isOption: boolean; inner: readonly Token[] } {
  const inner = typeArgument(ty, 'Option');
  return { isOption: inner !== undefined, inner: inner ?? ty };
}

// ---------------------------------------------------------------------------------------- arguments

const matches = '__clap_arg_matches';
const error = 'clap::Error';
const result = (ty: string) => `::std::result::Result<${ty}, ${error}>`;
const ok = '::std::result::Result::Ok';

function augmentArgs(args: readonly Arg[], app: string, parent: ClapItem, forUpdate: boolean): Code {
  const steps = args.map(({ field, item }): Code => {
    const { isOption, inner } = innerOfOption(field.ty);
    switch (item.role) {
      case 'Subcommand': {
        const required = '.subcommand_required(true).arg_required_else_help(true)';
        const optional = '.subcommand_required(false).arg_required_else_help(false)';
        return code`let ${app} = <${inner} as clap::Subcommand>::augment_subcommands(${app});
          let ${app} = ${app} ${isOption ? '' : required} ${forUpdate ? optional : ''};`;
      }
      case 'Flatten': {
        const assert = code`<${inner} as clap::Args>::group_id().expect("no group");`;
        const augment = forUpdate ? 'augment_args_for_update' : 'augment_args';
        return code`${isOption ? assert : ''} let ${app} = ${app} ${flattenMethods(item)};
          let ${app} = <${inner} as clap::Args>::${augment}(${app});`;
      }
      case 'Arg':
        return code`let ${app} = ${app}.arg({
          let arg = clap::Arg::new(${idOf(item)}) ${implicitMethods(field, item)};
          let arg = arg ${finalMethods(item)};
          let arg = arg ${forUpdate ? '.required(false)' : ''};
          arg
        });`;
      default:
        return '';
    }
  });
  const ids = args.filter(({ item }) => item.role === 'Arg').map(({ item }) => idOf(item));
  const members = args.some(({ item }) => item.role === 'Flatten') ? [] : ids;
  const group = parent.skipGroup
    ? ''
    : code`.group(clap::ArgGroup::new(${translate(parent.groupId, casings.verbatim!)}).multiple(true)
        ${chain(parent.groupMethods)}
        .args({ let members: [clap::Id; ${`${members.length}`}] = [${commas(members.map((id) => code`clap::Id::from(${id})`))}]; members }))`;
  return code`{ let ${app} = ${app} ${group}; ${steps.filter((step) => step !== '')} ${app} }`;
}

function flattenMethods({ displayOrder, helpHeading }: ClapItem): Code {
  return [
    helpHeading === undefined ? '' : code`.next_help_heading(${helpHeading})`,
    displayOrder === undefined ? '' : code`.next_display_order(${displayOrder})`,
  ].filter((part) => part !== '');
}

function implicitMethods(field: ProcField, item: ClapItem): Code {
  const { shape, inner } = typeShape(field.ty);
  const valueName = code`.value_name(${translate(item.name, shoutySnakeCase)})`;
  const parser = code`.value_parser(${item.valueParser ?? code`clap::value_parser!(${inner})`})`;
  const actionValue = item.action ?? defaultAction(field.ty, shape);
  const action = code`.action(${actionValue})`;
  switch (shape) {
    case 'Unit':
      return [valueName, action];
    case 'OptionOption':
      return [valueName, '.num_args(0..=1)', parser, action];
    case 'Vec':
    case 'OptionVec':
      return item.isPositional ? [valueName, '.num_args(1..)', parser, action] : [valueName, parser, action];
    case 'Option':
      return [valueName, parser, action];
    case 'Other': {
      const hasDefault = item.methods.some(
        (m) => m.name === 'default_value' || m.name === 'default_value_os',
      );
      return [
        valueName,
        code`.required(${`${!hasDefault}`} && ${actionValue}.takes_values())`,
        parser,
        action,
      ];
    }
  }
}

function defaultAction(ty: readonly Token[], shape: TypeShape): string {
  if (shape === 'Vec' || shape === 'OptionVec') return 'clap::ArgAction::Append';
  return ty.length === 1 && ty[0]!.text === 'bool' ? 'clap::ArgAction::SetTrue' : 'clap::ArgAction::Set';
}

/** The value of a field, out of the matches. */
function fieldValue({ field, item }: Arg): Code {
  const { shape, inner } = typeShape(field.ty);
  const id = idOf(item);
  const one = code`${matches}.remove_one::<${inner}>(${id})`;
  const many = code`${matches}.remove_many::<${inner}>(${id}).map(|v| v.collect::<Vec<_>>()).unwrap_or_else(Vec::new)`;
  const ifThere = (value: Code) => code`if ${matches}.contains_id(${id}) { Some(${value}) } else { None }`;
  const value = (): Code => {
    switch (shape) {
      case 'Unit':
        return '()';
      case 'Option':
        return one;
      case 'OptionOption':
        return ifThere(one);
      case 'OptionVec':
        return ifThere(many);
      case 'Vec':
        return many;
      case 'Other': {
        const message = item.name.kind === 'Assigned' ? code`format!("{}", ${id})` : code`concat!("", ${id})`;
        const kind = 'clap::error::ErrorKind::MissingRequiredArgument';
        return code`${one}.ok_or_else(|| ${error}::raw(${kind}, ${message}))?`;
      }
    }
  };
  return spanned(tokensSpan(field.ty), value());
}

function constructFields(args: readonly Arg[]): Code {
  const fields = args.map((arg): Code => {
    const { field, item } = arg;
    const { isOption, inner } = innerOfOption(field.ty);
    const from = code`<${inner} as clap::FromArgMatches>::from_arg_matches_mut(${matches})?`;
    switch (item.role) {
      case 'Subcommand':
        return isOption
          ? code`${field.name}: { if ${matches}.subcommand_name().map(<${inner} as clap::Subcommand>::has_subcommand).unwrap_or(false) { Some(${from}) } else { None } }`
          : code`${field.name}: { ${from} }`;
      case 'Flatten':
        return isOption
          ? code`${field.name}: { let group_id = <${inner} as clap::Args>::group_id().expect("");
              if ${matches}.contains_id(group_id.as_str()) { Some(${from}) } else { None } }`
          : code`${field.name}: ${from}`;
      case 'Skip':
        return item.skipValue
          ? code`${field.name}: (${item.skipValue}).into()`
          : code`${field.name}: Default::default()`;
      case 'Arg':
      case 'FromGlobal':
        return code`${field.name}: ${fieldValue(arg)}`;
      default:
        throw new UnknownAttribute();
    }
  });
  return code`{ ${commas(fields)} }`;
}

function updater(args: readonly Arg[], useSelf: boolean): Code {
  return args.map((arg): Code => {
    const { field, item } = arg;
    const { isOption, inner } = innerOfOption(field.ty);
    const access = useSelf ? code`let ${field.name} = &mut self.${field.name};` : '';
    switch (item.role) {
      case 'Subcommand':
      case 'Flatten': {
        const update = code`<${inner} as clap::FromArgMatches>::update_from_arg_matches_mut(${field.name}, ${matches})?;`;
        const make = code`*${field.name} = Some(<${inner} as clap::FromArgMatches>::from_arg_matches_mut(${matches})?);`;
        return isOption
          ? code`{ ${access} if let Some(${field.name}) = ${field.name}.as_mut() { ${update} } else { ${make} } }`
          : code`{ ${access} ${update} }`;
      }
      case 'Skip':
        return '';
      default:
        return code`if ${matches}.contains_id(${idOf(item)}) { ${access} *${field.name} = ${fieldValue(arg)} }`;
    }
  });
}

function deriveArgs(input: DeriveInput, item: ClapItem): Code {
  const fields = input.variants[0];
  if (input.kind !== 'Struct' || !fields || fields.kind === 'Tuple') throw new UnknownAttribute();
  const args = argsOf(fields.fields, item);
  const groupId = item.skipGroup
    ? 'None'
    : code`Some(clap::Id::from(${translate(item.groupId, casings.verbatim!)}))`;
  const augment = (name: string, forUpdate: boolean) =>
    code`fn ${name}<'b>(__clap_app: clap::Command) -> clap::Command {
      let __clap_app = __clap_app ${topMethods(item)};
      let __clap_app = ${augmentArgs(args, '__clap_app', item, forUpdate)};
      __clap_app ${finalMethods(item)}
    }`;
  return [
    fromArgMatches(
      input,
      code`fn from_arg_matches_mut(${matches}: &mut clap::ArgMatches) -> ${result('Self')} {
        let v = ${input.name} ${constructFields(args)};
        ${ok}(v)
      }`,
      code`fn update_from_arg_matches_mut(&mut self, ${matches}: &mut clap::ArgMatches) -> ${result('()')} {
        ${updater(args, true)}
        ${ok}(())
      }`,
    ),
    implFor(
      input,
      'clap::Args',
      code`fn group_id() -> Option<clap::Id> { ${groupId} }
        ${augment('augment_args', false)}
        ${augment('augment_args_for_update', true)}`,
    ),
  ];
}

function fromArgMatches(input: DeriveInput, from: Code, update: Code): Code {
  return implFor(
    input,
    'clap::FromArgMatches',
    code`fn from_arg_matches(${matches}: &clap::ArgMatches) -> ${result('Self')} {
        Self::from_arg_matches_mut(&mut ${matches}.clone())
      }
      ${from}
      fn update_from_arg_matches(&mut self, ${matches}: &clap::ArgMatches) -> ${result('()')} {
        self.update_from_arg_matches_mut(&mut ${matches}.clone())
      }
      ${update}`,
  );
}

// --------------------------------------------------------------------------------------- subcommands

interface Sub {
  readonly variant: ProcVariant;
  readonly item: ClapItem;
  /** The type of a newtype variant. */
  readonly ty: readonly Token[] | undefined;
}

function deriveSubcommand(input: DeriveInput, item: ClapItem): Code {
  if (input.kind !== 'Enum') throw new UnknownAttribute();
  const subs = input.variants.map((variant): Sub => {
    if (variant.kind === 'Tuple' && variant.fields.length !== 1) throw new UnknownAttribute();
    const ty = variant.kind === 'Tuple' ? variant.fields[0]!.ty : undefined;
    return { variant, item: variantItem(variant, item), ty };
  });
  const augment = (name: string, forUpdate: boolean) =>
    code`fn ${name}<'b>(__clap_app: clap::Command) -> clap::Command {
      let __clap_app = __clap_app ${topMethods(item)};
      let __clap_app = { ${subs.map((sub) => augmentSub(sub, forUpdate))} __clap_app };
      __clap_app ${finalMethods(item)}
    }`;
  return [
    fromArgMatches(input, subcommandFrom(subs), subcommandUpdate(subs)),
    implFor(
      input,
      'clap::Subcommand',
      code`${augment('augment_subcommands', false)}
        ${augment('augment_subcommands_for_update', true)}
        fn has_subcommand(__clap_name: &str) -> bool { ${hasSubcommand(subs)} }`,
    ),
  ];
}

function augmentSub({ variant, item, ty }: Sub, forUpdate: boolean): Code {
  const app = '__clap_subcommand';
  const suffix = forUpdate ? '_for_update' : '';
  switch (item.role) {
    case 'ExternalSubcommand': {
      const inner = ty && typeArgument(ty, 'Vec');
      if (!inner) throw new UnknownAttribute();
      return code`let __clap_app = __clap_app.external_subcommand_value_parser(clap::value_parser!(${inner}));`;
    }
    case 'Flatten':
      return code`let __clap_app = __clap_app ${flattenMethods(item)};
        let __clap_app = <${ty ?? '()'} as clap::Subcommand>::augment_subcommands${suffix}(__clap_app);`;
    case 'Subcommand': {
      const block = ty ? code`{ <${ty} as clap::Subcommand>::augment_subcommands${suffix}(${app}) }` : app;
      return code`let __clap_app = __clap_app.subcommand({
        let ${app} = clap::Command::new(${translate(item.name, item.casing)});
        let ${app} = ${app}.subcommand_required(true).arg_required_else_help(true);
        let ${app} = ${app} ${topMethods(item)};
        let ${app} = ${block};
        ${app} ${finalMethods(item)} ${forUpdate ? '.subcommand_required(false).arg_required_else_help(false)' : ''}
      });`;
    }
    case 'Command': {
      let block: Code = app;
      if (variant.kind === 'Named') block = augmentArgs(argsOf(variant.fields, item), app, item, forUpdate);
      else if (ty) block = code`{ <${ty} as clap::Args>::augment_args${suffix}(${app}) }`;
      return code`let __clap_app = __clap_app.subcommand({
        let ${app} = clap::Command::new(${translate(item.name, item.casing)}) ${topMethods(item)};
        let ${app} = ${block};
        ${app} ${finalMethods(item)}
      });`;
    }
    default:
      return '';
  }
}

const isCommand = ({ item }: Sub): boolean => item.role === 'Command' || item.role === 'Subcommand';
const isFlat = ({ item }: Sub): boolean => item.role === 'Flatten';

function hasSubcommand(subs: readonly Sub[]): Code {
  if (subs.some(({ item }) => item.role === 'ExternalSubcommand')) return 'true';
  const named = subs
    .filter(isCommand)
    .map(({ item }) => code`if ${translate(item.name, item.casing)} == __clap_name { return true }`);
  const flat = subs
    .filter(isFlat)
    .map(
      ({ ty }) => code`if <${ty ?? '()'} as clap::Subcommand>::has_subcommand(__clap_name) { return true; }`,
    );
  return [named, elseChain(flat), 'false'];
}

const elseChain = (parts: readonly Code[]): Code =>
  parts.flatMap((part, i) => (i === 0 ? [part] : ['else', part]));

function subcommandFrom(subs: readonly Sub[]): Code {
  const from = (ty: Code) => code`<${ty} as clap::FromArgMatches>::from_arg_matches_mut(${matches})?`;
  const flat = subs.filter(isFlat).map(({ variant, ty }) => {
    const has = code`|__clap_name| <${ty ?? '()'} as clap::Subcommand>::has_subcommand(__clap_name)`;
    return code`if ${matches}.subcommand_name().map(${has}).unwrap_or_default() {
      let __clap_res = ${from(ty ?? '()')};
      return ${ok}(Self::${variant.name}(__clap_res));
    }`;
  });
  const named = subs.filter(isCommand).map(({ variant, item, ty }) => {
    let fields: Code = '';
    if (variant.kind === 'Named') fields = constructFields(argsOf(variant.fields, item));
    else if (ty) fields = code`(${from(ty)})`;
    return code`if __clap_name == ${translate(item.name, item.casing)} && !${matches}.contains_id("") {
      return ${ok}(Self::${variant.name} ${fields})
    }`;
  });
  const external = subs.find(({ item }) => item.role === 'ExternalSubcommand');
  let rest: Code = code`::std::result::Result::Err(${error}::raw(clap::error::ErrorKind::InvalidSubcommand, format!("{}", __clap_name)))`;
  if (external) {
    const isOs = external.ty && typeArgument(external.ty, 'Vec')?.at(-1)?.text === 'OsString';
    const text = isOs ? '::std::ffi::OsString' : '::std::string::String';
    rest = code`${ok}(Self::${external.variant.name}(::std::iter::once(${text}::from(__clap_name))
      .chain(${matches}.remove_many::<${text}>("").unwrap().map(${text}::from))
      .collect::<::std::vec::Vec<_>>()))`;
  }
  return code`fn from_arg_matches_mut(${matches}: &mut clap::ArgMatches) -> ${result('Self')} {
    ${elseChain(flat)}
    if let Some((__clap_name, mut __clap_arg_sub_matches)) = ${matches}.remove_subcommand() {
      let ${matches} = &mut __clap_arg_sub_matches;
      ${named}
      ${rest}
    } else {
      ::std::result::Result::Err(${error}::raw(clap::error::ErrorKind::MissingSubcommand, ""))
    }
  }`;
}

function subcommandUpdate(subs: readonly Sub[]): Code {
  const arms = subs.filter(isCommand).map(({ variant, item, ty }) => {
    let pattern: Code = '';
    let update: Code = '{}';
    if (variant.kind === 'Named') {
      pattern = code`{ ${commas(variant.fields.map((f) => f.name))} }`;
      update = code`{ ${updater(argsOf(variant.fields, item), false)} }`;
    } else if (ty) {
      pattern = '(__clap_arg)';
      update = `clap::FromArgMatches::update_from_arg_matches_mut(__clap_arg, ${matches})?`;
    }
    return code`Self::${variant.name} ${pattern} if ${translate(item.name, item.casing)} == __clap_name => {
      let (_, mut __clap_arg_sub_matches) = ${matches}.remove_subcommand().unwrap();
      let ${matches} = &mut __clap_arg_sub_matches;
      ${update}
    }`;
  });
  const flat = subs.filter(isFlat).map(
    ({ variant, ty }) => code`if <${ty ?? '()'} as clap::Subcommand>::has_subcommand(__clap_name) {
      if let Self::${variant.name}(child) = s {
        <${ty ?? '()'} as clap::FromArgMatches>::update_from_arg_matches_mut(child, ${matches})?;
        return ${ok}(());
      }
    }`,
  );
  return code`fn update_from_arg_matches_mut<'b>(&mut self, ${matches}: &mut clap::ArgMatches) -> ${result('()')} {
    if let Some(__clap_name) = ${matches}.subcommand_name() {
      match self {
        ${arms}
        s => { ${flat} *s = <Self as clap::FromArgMatches>::from_arg_matches_mut(${matches})?; }
      }
    }
    ${ok}(())
  }`;
}

// ------------------------------------------------------------------------------------------- derives

function deriveParser(input: DeriveInput): Code {
  // The name of the package: what it is changes no call.
  const item = containerItem(input, { kind: 'Assigned', code: '""' });
  const isStruct = input.kind === 'Struct';
  const augment = isStruct ? 'clap::Args>::augment_args' : 'clap::Subcommand>::augment_subcommands';
  const name = translate(item.name, item.casing);
  const required = isStruct ? '' : '.subcommand_required(true).arg_required_else_help(true)';
  const optional = isStruct ? '' : '.subcommand_required(false).arg_required_else_help(false)';
  return [
    implFor(input, 'clap::Parser', ''),
    implFor(
      input,
      'clap::CommandFactory',
      code`fn command<'b>() -> clap::Command {
          let __clap_app = clap::Command::new(${name}) ${required};
          <Self as ${augment}(__clap_app)
        }
        fn command_for_update<'b>() -> clap::Command {
          let __clap_app = clap::Command::new(${name});
          <Self as ${augment}_for_update(__clap_app) ${optional}
        }`,
    ),
    isStruct ? deriveArgs(input, item) : deriveSubcommand(input, item),
  ];
}

function deriveValueEnum(input: DeriveInput): Code {
  if (input.kind !== 'Enum') throw new UnknownAttribute();
  const container = newItem('Value', derived(input.name), input.name);
  pushAttrs(container, input.attrs, undefined);
  const values = input.variants.flatMap((variant) => {
    const item = newItem('Value', derived(variant.name), variant.name, container);
    pushAttrs(item, variant.attrs, undefined);
    if (item.role === 'Skip') return [];
    pushDocs(item, variant.attrs, 'help', undefined);
    const name = translate(item.name, item.casing);
    const value = code`{ clap::builder::PossibleValue::new(${name}) ${finalMethods(item)} }`;
    return [{ name: variant.name, value }];
  });
  const arms = values.map(({ name, value }) => code`Self::${name} => Some(${value}),`);
  return implFor(
    input,
    'clap::ValueEnum',
    code`fn value_variants<'a>() -> &'a [Self] { &[${commas(values.map(({ name }) => `Self::${name}`))}] }
      fn to_possible_value<'a>(&self) -> ::std::option::Option<clap::builder::PossibleValue> {
        match self { ${arms} _ => None }
      }`,
  );
}

const derives: Record<string, (input: DeriveInput) => Code> = {
  Parser: deriveParser,
  Args: (input) => deriveArgs(input, containerItem(input, derived(input.name))),
  Subcommand: (input) => deriveSubcommand(input, containerItem(input, derived(input.name))),
  ValueEnum: deriveValueEnum,
};

/** The impls of a derive of `clap_derive`; undefined if not all of its input is understood. */
export function expandClapDerive(name: string, input: DeriveInput): Code | undefined {
  try {
    return Object.hasOwn(derives, name) ? derives[name]!(input) : undefined;
  } catch (e) {
    if (e instanceof UnknownAttribute) return undefined;
    throw e;
  }
}
