/** `Subcommand`: a command for each variant of an enum. */
import type { Token } from '../../tokens.ts';
import { type Code, code } from '../code.ts';
import { commas, type DeriveInput, implFor, type ProcVariant, typeArgument } from '../input.ts';
import {
  argsOf,
  augmentArgs,
  constructFields,
  error,
  flattenMethods,
  fromArgMatches,
  matches,
  ok,
  result,
  updater,
} from './args.ts';
import { variantItem } from './attributes.ts';
import { type ClapItem, finalMethods, topMethods, translate, UnknownAttribute } from './item.ts';

interface Sub {
  readonly variant: ProcVariant;
  readonly item: ClapItem;
  /** The type of a newtype variant. */
  readonly ty: readonly Token[] | undefined;
}

export function deriveSubcommand(input: DeriveInput, item: ClapItem): Code {
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
