/**
 * The derives of clap 4: `Parser`, `Args`, `Subcommand` and `ValueEnum`. What they generate calls clap's builder, one
 * chain of methods for each field, so the impls are written out; the facts are those of `clap_derive`. An attribute
 * whose meaning is not known here makes the whole derive unknown.
 */
import { type Code, code } from '../code.ts';
import { commas, type DeriveInput, implFor } from '../input.ts';
import { deriveArgs } from './args.ts';
import { containerItem, pushAttrs, pushDocs } from './attributes.ts';
import { derived, finalMethods, newItem, translate, UnknownAttribute } from './item.ts';
import { deriveSubcommand } from './subcommand.ts';

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
