/**
 * serde's derives, `Serialize` and `Deserialize`, for what most types use: structs of all shapes and enums with the
 * default (external) tags, generics with serde's inferred bounds, and the attributes in {@link known}. An attribute
 * beyond those leaves the derive unknown. After the expansions of `serde_derive`, with the same items in the same
 * places: visitors and field enums are items inside of the methods.
 */
import { stringLiteral } from '../literals.ts';
import { lex, type Token } from '../tokens.ts';
import { kebabCase, lowerCamelCase, shoutySnakeCase, snakeCase, upperCamelCase } from './casing.ts';
import { type Code, code } from './code.ts';
import {
  commas,
  type DeriveInput,
  implFor,
  type ProcAttr,
  type ProcField,
  type ProcVariant,
  selfType,
  splitTokens,
  stringOf,
} from './input.ts';
import type { ProcContext } from './procMacro.ts';

class UnknownAttribute extends Error {}

type Options = ReadonlyMap<string, readonly Token[] | undefined>;

const known = {
  container: ['rename_all', 'rename', 'deny_unknown_fields', 'default', 'transparent'],
  variant: ['rename', 'alias', 'rename_all'],
  field: [
    'rename',
    'alias',
    'default',
    'skip_serializing_if',
    'skip',
    'skip_serializing',
    'skip_deserializing',
  ],
} as const;

function options(attrs: readonly ProcAttr[], place: keyof typeof known): Options {
  const found = new Map<string, readonly Token[] | undefined>();
  for (const { args } of attrs.filter((attr) => attr.path === 'serde')) {
    for (const [name, equals, ...value] of splitTokens(args)) {
      if (!name || !(known[place] as readonly string[]).includes(name.text)) throw new UnknownAttribute();
      if (equals && equals.text !== '=') throw new UnknownAttribute();
      if (name.text === 'alias' && found.has('alias')) {
        const more: Token[] = [...found.get('alias')!, ...value];
        found.set('alias', more);
      } else found.set(name.text, equals ? value : undefined);
    }
  }
  return found;
}

const bare = (name: string): string => name.replace(/^r#/, '');

const fieldCases: Record<string, (name: string) => string> = {
  lowercase: (name) => name,
  UPPERCASE: (name) => name.toUpperCase(),
  PascalCase: upperCamelCase,
  camelCase: lowerCamelCase,
  snake_case: (name) => name,
  SCREAMING_SNAKE_CASE: (name) => name.toUpperCase(),
  'kebab-case': (name) => name.replaceAll('_', '-'),
  'SCREAMING-KEBAB-CASE': (name) => name.toUpperCase().replaceAll('_', '-'),
};

const variantCases: Record<string, (name: string) => string> = {
  lowercase: (name) => name.toLowerCase(),
  UPPERCASE: (name) => name.toUpperCase(),
  PascalCase: (name) => name,
  camelCase: (name) => name.replace(/^./u, (first) => first.toLowerCase()),
  snake_case: snakeCase,
  SCREAMING_SNAKE_CASE: shoutySnakeCase,
  'kebab-case': kebabCase,
  'SCREAMING-KEBAB-CASE': (name) => kebabCase(name).toUpperCase(),
};

function nameOf(
  name: string,
  own: Options,
  around: Options,
  cases: Record<string, (name: string) => string>,
): string {
  const renamed = stringOf(own.get('rename'));
  if (renamed !== undefined) return renamed;
  const style = stringOf(around.get('rename_all'));
  return style !== undefined && Object.hasOwn(cases, style) ? cases[style]!(bare(name)) : bare(name);
}

interface Member {
  readonly field: ProcField;
  readonly options: Options;
  readonly name: string;
}

function membersOf(variant: ProcVariant, around: Options): Member[] {
  return variant.fields.map((field) => {
    const own = options(field.attrs, 'field');
    return { field, options: own, name: nameOf(field.name, own, around, fieldCases) };
  });
}

/** A path written in a string. */
function pathIn(tokens: readonly Token[] | undefined): Code {
  const text = stringOf(tokens);
  if (text === undefined) throw new UnknownAttribute();
  return lex({ text, spans: undefined });
}

const skipsSerializing = ({ options }: Member): boolean =>
  options.has('skip') || options.has('skip_serializing');
const skipsDeserializing = ({ options }: Member): boolean =>
  options.has('skip') || options.has('skip_deserializing');

/** Type parameters that a field which is not skipped mentions: those are bounded. */
function boundedParams(input: DeriveInput, isSkipped: (member: Member) => boolean): string[] {
  const none: Options = new Map();
  const members = input.variants.flatMap((variant) => membersOf(variant, none)).filter((m) => !isSkipped(m));
  const mentions = (name: string) =>
    members.some(({ field: { ty } }) => ty[0]?.text !== 'PhantomData' && ty.some((t) => t.text === name));
  return input.params.filter((p) => p.kind === 'Type' && mentions(p.name)).map((p) => p.name);
}

const R = '::core::result::Result';
const O = '::core::option::Option';

// ----------------------------------------------------------------------------------------- serialize

function serialize(input: DeriveInput, s: string): Code {
  const container = options(input.attrs, 'container');
  const name = stringLiteral(nameOf(input.name, container, new Map(), {}));
  const body =
    input.kind === 'Enum'
      ? serializeEnum(input, container, name, s)
      : serializeStruct(input.variants[0]!, container, name, s);
  const where = boundedParams(input, skipsSerializing).map((p) => `${p}: ${s}::Serialize`);
  return implFor(
    input,
    `${s}::Serialize`,
    code`fn serialize<__S>(&self, __serializer: __S) -> ${R}<__S::Ok, __S::Error> where __S: ${s}::Serializer { ${body} }`,
    { where },
  );
}

function serializeStruct(variant: ProcVariant, container: Options, name: string, s: string): Code {
  const members = membersOf(variant, container);
  const value = ({ field }: Member) => `&self.${field.name}`;
  if (container.has('transparent')) {
    if (members.length !== 1) throw new UnknownAttribute();
    return code`${s}::Serialize::serialize(${value(members[0]!)}, __serializer)`;
  }
  if (variant.kind === 'Unit') return code`${s}::Serializer::serialize_unit_struct(__serializer, ${name})`;
  if (variant.kind === 'Tuple' && members.length === 1)
    return code`${s}::Serializer::serialize_newtype_struct(__serializer, ${name}, ${value(members[0]!)})`;
  const isTuple = variant.kind === 'Tuple';
  return serializeMembers(members, value, isTuple ? 'TupleStruct' : 'Struct', s, (len) =>
    isTuple
      ? code`${s}::Serializer::serialize_tuple_struct(__serializer, ${name}, ${len})?`
      : code`${s}::Serializer::serialize_struct(__serializer, ${name}, ${len})?`,
  );
}

function serializeMembers(
  all: readonly Member[],
  value: (member: Member) => string,
  kind: 'Struct' | 'TupleStruct' | 'StructVariant' | 'TupleVariant',
  s: string,
  begin: (len: Code) => Code,
): Code {
  const members = all.filter((m) => !skipsSerializing(m));
  const isTuple = kind.startsWith('Tuple');
  const trait = `${s}::ser::Serialize${kind}`;
  const len = members.map((m) =>
    m.options.has('skip_serializing_if')
      ? code`+ if ${pathIn(m.options.get('skip_serializing_if'))}(${value(m)}) { 0 } else { 1 }`
      : '+ 1',
  );
  const steps = members.map((m) => {
    const key = isTuple ? '' : `${stringLiteral(m.name)},`;
    const step = code`${trait}::serialize_field(&mut __serde_state, ${key} ${value(m)})?;`;
    if (!m.options.has('skip_serializing_if')) return step;
    const skip = isTuple ? '' : code`${trait}::skip_field(&mut __serde_state, ${stringLiteral(m.name)})?;`;
    return code`if !${pathIn(m.options.get('skip_serializing_if'))}(${value(m)}) { ${step} } else { ${skip} }`;
  });
  return code`let mut __serde_state = ${begin(code`0 ${len}`)}; ${steps} ${trait}::end(__serde_state)`;
}

function serializeEnum(input: DeriveInput, container: Options, name: string, s: string): Code {
  if (input.variants.length === 0) return 'match *self {}';
  const arms = input.variants.map((variant, index) => {
    const own = options(variant.attrs, 'variant');
    const variantName = stringLiteral(nameOf(variant.name, own, container, variantCases));
    const members = membersOf(variant, own);
    const begin = `__serializer, ${name}, ${index}u32, ${variantName}`;
    const path = `${input.name}::${variant.name}`;
    if (variant.kind === 'Unit') return code`${path} => ${s}::Serializer::serialize_unit_variant(${begin}),`;
    if (variant.kind === 'Tuple') {
      const bindings = members.map((_, i) => `ref __field${i}`);
      const pattern = code`${path}(${commas(bindings)})`;
      if (members.length === 1)
        return code`${pattern} => ${s}::Serializer::serialize_newtype_variant(${begin}, __field0),`;
      const steps = serializeMembers(
        members,
        ({ field }) => `__field${field.name}`,
        'TupleVariant',
        s,
        (len) => code`${s}::Serializer::serialize_tuple_variant(${begin}, ${len})?`,
      );
      return code`${pattern} => { ${steps} }`;
    }
    const pattern = code`${path} { ${commas(members.map(({ field }) => `ref ${field.name}`))} }`;
    const steps = serializeMembers(
      members,
      ({ field }) => field.name,
      'StructVariant',
      s,
      (len) => code`${s}::Serializer::serialize_struct_variant(${begin}, ${len})?`,
    );
    return code`${pattern} => { ${steps} }`;
  });
  return code`match *self { ${arms} }`;
}

// --------------------------------------------------------------------------------------- deserialize

interface De {
  readonly s: string;
  /** serde's private module, named after its version. */
  readonly p: string;
  readonly input: DeriveInput;
  readonly where: readonly string[];
}

function deserialize(input: DeriveInput, s: string, p: string): Code {
  const container = options(input.attrs, 'container');
  const members = input.variants.flatMap((v) => membersOf(v, new Map()));
  const params = boundedParams(input, skipsDeserializing);
  const defaulted = input.params.filter(
    ({ kind, name }) =>
      kind === 'Type' &&
      members.some(
        (m) =>
          (skipsDeserializing(m) || (m.options.has('default') && m.options.get('default') === undefined)) &&
          m.field.ty.some((t) => t.text === name),
      ),
  );
  const borrowed = input.params.filter((param) => param.kind === 'Lifetime').map((param) => param.name);
  if (borrowed.length > 0) throw new UnknownAttribute();
  const where = [
    ...params.map((param) => `${param}: ${s}::Deserialize<'de>`),
    ...defaulted.map(({ name }) => `${name}: ::core::default::Default`),
  ];
  const de: De = { s, p, input, where };
  const name = stringLiteral(nameOf(input.name, container, new Map(), {}));
  let body: Code;
  if (container.has('transparent')) {
    const variant = input.variants[0]!;
    const own = membersOf(variant, container);
    if (own.length !== 1) throw new UnknownAttribute();
    body = code`${R}::map(${s}::Deserialize::deserialize(__deserializer), |__transparent| ${input.name} { ${own[0]!.field.name}: __transparent })`;
  } else if (input.kind === 'Enum') body = deserializeEnum(de, container, name);
  else body = deserializeStruct(de, input.variants[0]!, container, name);
  return implFor(
    input,
    `${s}::Deserialize<'de>`,
    code`fn deserialize<__D>(__deserializer: __D) -> ${R}<Self, __D::Error> where __D: ${s}::Deserializer<'de> { ${body} }`,
    { lifetimes: ["'de"], where },
  );
}

function visitorType({ input, where }: De): Code {
  const declared = ["'de", ...input.params.map((param) => param.declaration)];
  const predicates = [...splitTokens(input.predicates), ...where];
  return code`struct __Visitor<${commas(declared)}> ${predicates.length > 0 ? ['where', commas(predicates)] : ''} {
    marker: ::core::marker::PhantomData<${selfType(input)}>,
    lifetime: ::core::marker::PhantomData<&'de ()>,
  }`;
}

function visitor(de: De, methods: Code): Code {
  const { s, input, where } = de;
  const params = ["'de", ...input.params.map((param) => param.declaration)];
  const args = ["'de", ...input.params.map((param) => param.name)].join(', ');
  const predicates = [...splitTokens(input.predicates), ...where];
  return code`${visitorType(de)}
    impl<${commas(params)}> ${s}::de::Visitor<'de> for __Visitor<${args}> ${predicates.length > 0 ? ['where', commas(predicates)] : ''} {
      type Value = ${selfType(input)};
      fn expecting(&self, __formatter: &mut ::core::fmt::Formatter) -> ::core::fmt::Result {
        ::core::fmt::Formatter::write_str(__formatter, "")
      }
      ${methods}
    }`;
}

const visitorValue = ({ input }: De): string =>
  `__Visitor { marker: ::core::marker::PhantomData::<${selfType(input)}>, lifetime: ::core::marker::PhantomData }`;

/** The enum of keys, its visitor and its impl. `names` are those of each, aliases included. */
function fieldIdentifier(
  { s, p }: De,
  names: readonly (readonly string[])[],
  kind: 'Ignore' | 'Deny' | 'Variant',
): Code {
  const isVariant = kind === 'Variant';
  const ids = names.map((_, i) => `__field${i}`);
  const all = kind === 'Ignore' ? [...ids, '__ignore'] : ids;
  const ignore = `${R}::Ok(__Field::__ignore)`;
  const byIndex =
    kind === 'Ignore'
      ? ignore
      : `${R}::Err(${s}::de::Error::invalid_value(${s}::de::Unexpected::Unsigned(__value), &""))`;
  const unknown = isVariant ? 'unknown_variant(__value, VARIANTS)' : 'unknown_field(__value, FIELDS)';
  const byName = kind === 'Ignore' ? ignore : `${R}::Err(${s}::de::Error::${unknown})`;
  const lossy = kind === 'Ignore' ? '' : `let __value = &${p}::from_utf8_lossy(__value);`;
  const arms = (prefix: string) =>
    names.map(
      (list, i) =>
        `${list.map((n) => prefix + stringLiteral(n)).join(' | ')} => ${R}::Ok(__Field::__field${i}),`,
    );
  return code`enum __Field { ${commas(all)} }
    struct __FieldVisitor;
    impl<'de> ${s}::de::Visitor<'de> for __FieldVisitor {
      type Value = __Field;
      fn expecting(&self, __formatter: &mut ::core::fmt::Formatter) -> ::core::fmt::Result {
        ::core::fmt::Formatter::write_str(__formatter, "")
      }
      fn visit_u64<__E>(self, __value: u64) -> ${R}<Self::Value, __E> where __E: ${s}::de::Error {
        match __value { ${names.map((_, i) => `${i}u64 => ${R}::Ok(__Field::__field${i}),`)} _ => ${byIndex}, }
      }
      fn visit_str<__E>(self, __value: &str) -> ${R}<Self::Value, __E> where __E: ${s}::de::Error {
        match __value { ${arms('')} _ => { ${byName} } }
      }
      fn visit_bytes<__E>(self, __value: &[u8]) -> ${R}<Self::Value, __E> where __E: ${s}::de::Error {
        match __value { ${arms('b')} _ => { ${lossy} ${byName} } }
      }
    }
    impl<'de> ${s}::Deserialize<'de> for __Field {
      #[inline]
      fn deserialize<__D>(__deserializer: __D) -> ${R}<Self, __D::Error> where __D: ${s}::Deserializer<'de> {
        ${s}::Deserializer::deserialize_identifier(__deserializer, __FieldVisitor)
      }
    }`;
}

/** The value of a field that is not there. */
function missing({ p }: De, m: Member, around: Options): Code {
  if (m.options.has('default')) {
    return m.options.get('default')
      ? code`${pathIn(m.options.get('default'))}()`
      : '::core::default::Default::default()';
  }
  if (around.has('default')) return `__default.${m.field.name}`;
  if (skipsDeserializing(m)) return '::core::default::Default::default()';
  return `${p}::de::missing_field(${stringLiteral(m.name)})?`;
}

function construct(
  path: string,
  variant: ProcVariant,
  members: readonly Member[],
  local: (i: number) => Code,
): Code {
  if (variant.kind === 'Tuple') return code`${path}(${commas(members.map((_, i) => local(i)))})`;
  return code`${path} { ${commas(members.map(({ field }, i) => code`${field.name}: ${local(i)}`))} }`;
}

function visitSeq(
  de: De,
  path: string,
  variant: ProcVariant,
  members: readonly Member[],
  around: Options,
): Code {
  const { s } = de;
  let index = 0;
  const lets = members.map((m, i) => {
    if (skipsDeserializing(m)) return letField(i, missing(de, m, around));
    const at = index++;
    const absent =
      m.options.has('default') || around.has('default')
        ? missing(de, m, around)
        : `return ${R}::Err(${s}::de::Error::invalid_length(${at}usize, &""))`;
    return letField(
      i,
      code`match ${s}::de::SeqAccess::next_element::<${m.field.ty}>(&mut __seq)? { ${O}::Some(__value) => __value, ${O}::None => ${absent}, }`,
    );
  });
  return code`#[inline]
    fn visit_seq<__A>(self, mut __seq: __A) -> ${R}<Self::Value, __A::Error> where __A: ${s}::de::SeqAccess<'de> {
      ${around.has('default') ? defaultValue(around) : ''}
      ${lets}
      ${R}::Ok(${construct(path, variant, members, (i) => `__field${i}`)})
    }`;
}

const letField = (i: number, value: Code): Code => [`let __field${i} =`, value, ';'];

function defaultValue(around: Options): Code {
  const value = around.get('default')
    ? code`${pathIn(around.get('default'))}()`
    : '::core::default::Default::default()';
  return code`let __default: Self::Value = ${value};`;
}

function visitMap(
  de: De,
  path: string,
  variant: ProcVariant,
  members: readonly Member[],
  around: Options,
): Code {
  const { s } = de;
  const read = members.map((m, i) => ({ m, i })).filter(({ m }) => !skipsDeserializing(m));
  const lets = read.map(({ m, i }) => [`let mut __field${i}: ${O}<`, m.field.ty, `> = ${O}::None;`]);
  const arms = read.map(({ m, i }, at) => [
    `__Field::__field${at} => {
      if ${O}::is_some(&__field${i}) {
        return ${R}::Err(<__A::Error as ${s}::de::Error>::duplicate_field(${stringLiteral(m.name)}));
      }
      __field${i} = ${O}::Some(${s}::de::MapAccess::next_value::<`,
    m.field.ty,
    '>(&mut __map)?); }',
  ]);
  const ignore = around.has('deny_unknown_fields')
    ? ''
    : `_ => { let _ = ${s}::de::MapAccess::next_value::<${s}::de::IgnoredAny>(&mut __map)?; }`;
  const loop =
    read.length === 0 && around.has('deny_unknown_fields')
      ? code`${O}::map(${s}::de::MapAccess::next_key::<__Field>(&mut __map)?, |__impossible| match __impossible {});`
      : code`while let ${O}::Some(__key) = ${s}::de::MapAccess::next_key::<__Field>(&mut __map)? { match __key { ${arms} ${ignore} } }`;
  const values = read.map(({ m, i }) =>
    letField(i, [
      `match __field${i} { ${O}::Some(__field${i}) => __field${i}, ${O}::None =>`,
      missing(de, m, around),
      '}',
    ]),
  );
  const value = (i: number): Code =>
    skipsDeserializing(members[i]!) ? missing(de, members[i]!, around) : `__field${i}`;
  return code`#[inline]
    fn visit_map<__A>(self, mut __map: __A) -> ${R}<Self::Value, __A::Error> where __A: ${s}::de::MapAccess<'de> {
      ${lets}
      ${loop}
      ${around.has('default') ? defaultValue(around) : ''}
      ${values}
      ${R}::Ok(${construct(path, variant, members, value)})
    }`;
}

function keyNames(members: readonly Member[]): string[][] {
  return members.filter((m) => !skipsDeserializing(m)).map((m) => [m.name, ...aliases(m.options)].sort());
}

function aliases(own: Options): string[] {
  return (own.get('alias') ?? []).flatMap((token) => stringOf([token]) ?? []);
}

function fieldsConst(names: readonly (readonly string[])[], name = 'FIELDS'): string {
  const all = names.flat().map(stringLiteral).join(', ');
  return `const ${name}: &'static [&'static str] = &[${all}];`;
}

function deserializeStruct(de: De, variant: ProcVariant, container: Options, name: string): Code {
  const { s, input } = de;
  const members = membersOf(variant, container);
  if (variant.kind === 'Unit') {
    const unit = code`#[inline] fn visit_unit<__E>(self) -> ${R}<Self::Value, __E> where __E: ${s}::de::Error { ${R}::Ok(${input.name}) }`;
    return code`${visitor(de, unit)} ${s}::Deserializer::deserialize_unit_struct(__deserializer, ${name}, ${visitorValue(de)})`;
  }
  const seq = visitSeq(de, input.name, variant, members, container);
  if (variant.kind === 'Tuple') {
    const isNewtype = members.length === 1;
    const newtype = isNewtype
      ? code`#[inline] fn visit_newtype_struct<__E>(self, __e: __E) -> ${R}<Self::Value, __E::Error> where __E: ${s}::Deserializer<'de> {
          let __field0: ${members[0]!.field.ty} = <${members[0]!.field.ty} as ${s}::Deserialize>::deserialize(__e)?;
          ${R}::Ok(${input.name}(__field0))
        }`
      : '';
    const call = isNewtype
      ? code`${s}::Deserializer::deserialize_newtype_struct(__deserializer, ${name}, ${visitorValue(de)})`
      : code`${s}::Deserializer::deserialize_tuple_struct(__deserializer, ${name}, ${`${members.length}`}usize, ${visitorValue(de)})`;
    return code`${visitor(de, [newtype, seq])} ${call}`;
  }
  const names = keyNames(members);
  const isDenied = container.has('deny_unknown_fields');
  return code`${fieldIdentifier(de, names, isDenied ? 'Deny' : 'Ignore')}
    ${visitor(de, [seq, visitMap(de, input.name, variant, members, container)])}
    ${fieldsConst(names)}
    ${s}::Deserializer::deserialize_struct(__deserializer, ${name}, FIELDS, ${visitorValue(de)})`;
}

function deserializeEnum(de: De, container: Options, name: string): Code {
  const { s, input } = de;
  const variants = input.variants.map((variant) => {
    const own = options(variant.attrs, 'variant');
    return {
      variant,
      own,
      names: [nameOf(variant.name, own, container, variantCases), ...aliases(own)].sort(),
    };
  });
  const arms = variants.map(({ variant, own }, i) => {
    const members = membersOf(variant, own);
    const path = `${input.name}::${variant.name}`;
    const head = `${R}::Ok((__Field::__field${i}, __variant)) =>`;
    const access = `${s}::de::VariantAccess`;
    if (variant.kind === 'Unit')
      return code`${head} { ${access}::unit_variant(__variant)?; ${R}::Ok(${path}) }`;
    if (variant.kind === 'Tuple' && members.length === 1 && members[0]!.options.size === 0)
      return code`${head} ${R}::map(${access}::newtype_variant::<${members[0]!.field.ty}>(__variant), ${path}),`;
    const seq = visitSeq(de, path, variant, members, own);
    if (variant.kind === 'Tuple')
      return code`${head} { ${visitor(de, seq)} ${access}::tuple_variant(__variant, ${`${members.length}`}usize, ${visitorValue(de)}) }`;
    const names = keyNames(members);
    const map = visitMap(
      de,
      path,
      variant,
      members,
      container.has('deny_unknown_fields') ? new Map([...own, ['deny_unknown_fields', undefined]]) : own,
    );
    return code`${head} {
      ${fieldIdentifier(de, names, container.has('deny_unknown_fields') ? 'Deny' : 'Ignore')}
      ${visitor(de, [seq, map])}
      ${fieldsConst(names)}
      ${access}::struct_variant(__variant, FIELDS, ${visitorValue(de)})
    }`;
  });
  const names = variants.map((v) => v.names);
  const visit = code`fn visit_enum<__A>(self, __data: __A) -> ${R}<Self::Value, __A::Error> where __A: ${s}::de::EnumAccess<'de> {
    match ${s}::de::EnumAccess::variant(__data) { ${arms} ${R}::Err(__err) => ${R}::Err(__err), }
  }`;
  if (variants.length === 0) throw new UnknownAttribute();
  return code`${fieldIdentifier(de, names, 'Variant')}
    ${visitor(de, visit)}
    ${fieldsConst(names, 'VARIANTS')}
    ${s}::Deserializer::deserialize_enum(__deserializer, ${name}, VARIANTS, ${visitorValue(de)})`;
}

/** The impl of a derive of `serde_derive`; undefined if not all of its input is understood. */
export function expandSerdeDerive(name: string, input: DeriveInput, context: ProcContext): Code | undefined {
  const serde = context.cratePath('serde') ?? context.cratePath('serde_core');
  if (serde === undefined || input.kind === 'Union') return undefined;
  // The module that derives use is named after the version by serde's build script, which may not have run here.
  const names = context.rootNames('serde');
  const inner = names.find((n) => /^__private\d*$/.test(n)) ?? names.find((n) => n === 'private');
  try {
    if (name === 'Serialize') return inConst(serialize(input, serde));
    if (name === 'Deserialize' && inner) return inConst(deserialize(input, serde, `${serde}::${inner}`));
    return undefined;
  } catch (e) {
    if (e instanceof UnknownAttribute) return undefined;
    throw e;
  }
}

/** The impl stands in an anonymous constant, and rustc names it by that. */
const inConst = (impl: Code): Code => code`const _: () = { ${impl} };`;
