/** `Args`: what a struct, or a variant with named fields, adds to a command, and how its fields are read from matches. */
import type { Token } from '../../tokens.ts';
import { shoutySnakeCase } from '../casing.ts';
import { type Code, code, spanned } from '../code.ts';
import { commas, type DeriveInput, implFor, type ProcField, tokensSpan, typeArgument } from '../input.ts';
import { pushAttrs, pushDocs } from './attributes.ts';
import {
  type ClapItem,
  casings,
  chain,
  derived,
  finalMethods,
  idOf,
  newItem,
  topMethods,
  translate,
  UnknownAttribute,
} from './item.ts';

export interface Arg {
  readonly field: ProcField;
  readonly item: ClapItem;
}

export function argsOf(fields: readonly ProcField[], around: ClapItem): Arg[] {
  return fields.map((field) => {
    const item = newItem('Arg', derived(field.name), field.name, around);
    pushAttrs(item, field.attrs, field.ty);
    if (item.role === 'Arg') pushDocs(item, field.attrs, 'help', 'long_help');
    return { field, item };
  });
}
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

export const matches = '__clap_arg_matches';
export const error = 'clap::Error';
export const result = (ty: string) => `::std::result::Result<${ty}, ${error}>`;
export const ok = '::std::result::Result::Ok';

export function augmentArgs(args: readonly Arg[], app: string, parent: ClapItem, forUpdate: boolean): Code {
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

export function flattenMethods({ displayOrder, helpHeading }: ClapItem): Code {
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

export function constructFields(args: readonly Arg[]): Code {
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

export function updater(args: readonly Arg[], useSelf: boolean): Code {
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

export function deriveArgs(input: DeriveInput, item: ClapItem): Code {
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

export function fromArgMatches(input: DeriveInput, from: Code, update: Code): Code {
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
