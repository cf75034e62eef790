/**
 * The built-in derives: the impls that rustc's `rustc_builtin_macros::deriving` writes, with the same calls in the
 * same order (`rustc -Zunpretty=expanded` shows them). They are generated as text from the item tree, so that they do
 * not depend on where the item stands.
 */
import { type CfgOptions, evaluateCfg } from '../../project/cfg.ts';
import type { FieldRef, FieldsKind, Item, VariantRef } from '../itemTree.ts';
import { printGenericParam, printTypeRef, printWherePredicate } from '../printRef.ts';
import type { GenericParamsRef, TypeRef } from '../typeRef.ts';

export type DerivableItem = Extract<Item, { kind: 'Struct' | 'Union' | 'Enum' }>;

export interface DeriveContext {
  readonly item: DerivableItem;
  /** How `core` is written in generated code. */
  readonly core: string;
  readonly cfg: CfgOptions;
  /** The item also derives `Copy`: its `Clone` can be a copy. */
  readonly derivesCopy: boolean;
}

type Derive = (shape: Shape) => string;

const derives: Record<string, Derive> = {
  Clone: deriveClone,
  Copy: (s) => implementation(s, 'marker::Copy', ''),
  Debug: deriveDebug,
  Default: deriveDefault,
  PartialEq: derivePartialEq,
  Eq: deriveEq,
  PartialOrd: derivePartialOrd,
  Ord: deriveOrd,
  Hash: deriveHash,
  ConstParamTy: (s) => implementation(s, 'marker::ConstParamTy_', ''),
};

/** The text of the impls; undefined for a derive that is not one of the compiler's. */
export function expandDerive(name: string, context: DeriveContext): string | undefined {
  const derive = derives[name];
  return derive?.(shapeOf(context));
}

/** The item as the derives see it: without fields and variants that are configured out. */
interface Shape {
  readonly name: string;
  readonly core: string;
  readonly generics: GenericParamsRef;
  /** The name with its generic arguments. */
  readonly selfType: string;
  readonly isEnum: boolean;
  readonly isUnion: boolean;
  readonly isPacked: boolean;
  readonly derivesCopy: boolean;
  /** One for a struct. */
  readonly variants: readonly Variant[];
}

interface Variant {
  readonly name: string;
  /** `Enum::Variant`, or the struct's name. */
  readonly path: string;
  readonly kind: FieldsKind;
  readonly fields: readonly Field[];
  readonly isDefault: boolean;
}

interface Field {
  readonly name: string;
  readonly ty: TypeRef;
}

function shapeOf({ item, core, cfg, derivesCopy }: DeriveContext): Shape {
  const isOn = (attrs: FieldRef['attrs']) => attrs.cfg.every((c) => evaluateCfg(c, cfg));
  const fields = (refs: readonly FieldRef[], kind: FieldsKind): Field[] =>
    refs.filter((f) => isOn(f.attrs)).map((f, i) => ({ name: kind === 'Tuple' ? `${i}` : f.name, ty: f.ty }));
  const args = item.generics.params.map((p) => p.name);
  const variants: Variant[] =
    item.kind === 'Enum'
      ? item.variants
          .filter((v) => isOn(v.attrs))
          .map((v: VariantRef) => ({
            name: v.name,
            path: `${item.name}::${v.name}`,
            kind: v.fieldsKind,
            fields: fields(v.fields, v.fieldsKind),
            isDefault: v.attrs.list.some((a) => a.path === 'default'),
          }))
      : [
          {
            name: item.name,
            path: item.name,
            kind: item.fieldsKind,
            fields: fields(item.fields, item.fieldsKind),
            isDefault: false,
          },
        ];
  return {
    name: item.name,
    core,
    generics: item.generics,
    selfType: args.length > 0 ? `${item.name}<${args.join(', ')}>` : item.name,
    isEnum: item.kind === 'Enum',
    isUnion: item.kind === 'Union',
    isPacked: item.attrs.list.some((a) => a.path === 'repr' && /\bpacked\b/.test(a.args)),
    derivesCopy,
    variants,
  };
}

// ---------------------------------------------------------------------------------------------- impl headers

interface HeaderOptions {
  /** Whether type parameters (and projections of them in fields) get the trait as a bound. */
  readonly bounded?: boolean;
  readonly prefix?: string;
}

function implementation(
  shape: Shape,
  trait: string,
  body: string,
  { bounded = true, prefix = '' }: HeaderOptions = {},
): string {
  const { generics, core, selfType } = shape;
  const path = `${core}::${trait}`;
  const bound = bounded ? [path] : [];
  const params = generics.params.map((p) => printGenericParam(p, bound)).join(', ');
  const predicates = generics.wherePredicates.flatMap((p) => printWherePredicate(p) ?? []);
  if (bounded) for (const ty of projections(shape)) predicates.push(`${ty}: ${path}`);
  const where = predicates.length > 0 ? ` where ${predicates.join(', ')}` : '';
  return `#[automatically_derived] ${prefix}impl${params ? `<${params}>` : ''} ${path} for ${selfType}${where} { ${body} } `;
}

/** Types like `T::Item` in the fields: paths of several segments that begin with a type parameter. */
function projections({ generics, variants }: Shape): string[] {
  const names = new Set(generics.params.flatMap((p) => (p.kind === 'Type' ? [p.name] : [])));
  const found = new Set<string>();
  if (names.size > 0) for (const { fields } of variants) for (const { ty } of fields) visit(ty);
  return [...found];

  function visit(ty: TypeRef): void {
    if (ty.kind === 'Path') {
      const { qself, kind, segments } = ty.path;
      if (!qself && kind === 'Plain' && segments.length > 1 && names.has(segments[0]!.name))
        found.add(printTypeRef(ty));
      if (qself) visit(qself);
      for (const { args } of segments) {
        for (const arg of args?.args ?? []) if (arg.kind === 'Type') visit(arg.ty);
        for (const binding of args?.bindings ?? []) if (binding.ty) visit(binding.ty);
      }
    } else if (ty.kind === 'Tuple') ty.elems.forEach(visit);
    else if (ty.kind === 'FnPtr') {
      ty.params.forEach(visit);
      visit(ty.ret);
    } else if ('inner' in ty) visit(ty.inner);
  }
}

// --------------------------------------------------------------------------------------- fields and patterns

function pattern({ path, kind, fields }: Variant, prefix: string): string {
  if (kind === 'Unit') return path;
  if (kind === 'Tuple') return `${path}(${fields.map((_, i) => `${prefix}_${i}`).join(', ')})`;
  return `${path} { ${fields.map((f, i) => `${f.name}: ${prefix}_${i}`).join(', ')} }`;
}

function construct({ path, kind, fields }: Variant, value: (field: Field, index: number) => string): string {
  if (kind === 'Unit') return path;
  if (kind === 'Tuple') return `${path}(${fields.map(value).join(', ')})`;
  return `${path} { ${fields.map((f, i) => `${f.name}: ${value(f, i)}`).join(', ')} }`;
}

/** A field of a struct as a place: read out first where a reference to it would be misaligned. */
function place(shape: Shape, receiver: string, field: Field): string {
  return shape.isPacked ? `{ ${receiver}.${field.name} }` : `${receiver}.${field.name}`;
}

/** A field by reference, in a struct (`&self.x`) or bound by a pattern (`__self_0`). */
function reference(shape: Shape, field: Field, index: number, which: 'self' | 'other'): string {
  if (shape.isEnum) return which === 'self' ? `__self_${index}` : `__arg1_${index}`;
  return `&${place(shape, which, field)}`;
}

const hasFields = (v: Variant): boolean => v.fields.length > 0;

/** `let __self_discr = …; let __arg1_discr = …;` */
function discriminants({ core }: Shape): string {
  const of = (value: string) => `${core}::intrinsics::discriminant_value(${value})`;
  return `let __self_discr = ${of('self')}; let __arg1_discr = ${of('other')};`;
}

/**
 * `match (self, other) { … }` over the variants with fields. The other pairs give `rest`; if every variant has fields,
 * and the discriminants are known to be equal, there are none.
 */
function matchBoth(
  shape: Shape,
  body: (variant: Variant) => string,
  rest: string,
  equalDiscriminants: boolean,
): string {
  const withFields = shape.variants.filter(hasFields);
  const arms = withFields.map((v) => `(${pattern(v, '__self')}, ${pattern(v, '__arg1')}) => ${body(v)},`);
  if (shape.variants.length > 1) {
    const isTotal = withFields.length === shape.variants.length && equalDiscriminants;
    arms.push(`_ => ${isTotal ? `unsafe { ${shape.core}::intrinsics::unreachable() }` : rest},`);
  }
  return `match (self, other) { ${arms.join(' ')} }`;
}

// ---------------------------------------------------------------------------------------------------- traits

function deriveClone(shape: Shape): string {
  const { core, generics, variants, derivesCopy, isUnion, selfType } = shape;
  const header = `#[inline] fn clone(&self) -> ${selfType}`;
  const hasTypeParams = generics.params.some((p) => p.kind === 'Type');
  if (isUnion || (derivesCopy && !hasTypeParams)) {
    const asserts = isUnion
      ? `let _: ${core}::clone::AssertParamIsCopy<Self>;`
      : asserted(shape, `${core}::clone::AssertParamIsClone`);
    const trivial = derivesCopy
      ? implementation(shape, 'clone::TrivialClone', '', { prefix: 'unsafe ' })
      : '';
    return trivial + implementation(shape, 'clone::Clone', `${header} { ${asserts} *self }`);
  }
  const clone = (value: string) => `${core}::clone::Clone::clone(${value})`;
  let body: string;
  if (!shape.isEnum) body = construct(variants[0]!, (f) => clone(`&${place(shape, 'self', f)}`));
  else if (variants.length === 0) body = 'match *self {}';
  else {
    const arms = variants.map(
      (v) => `${pattern(v, '__self')} => ${construct(v, (_, i) => clone(`__self_${i}`))},`,
    );
    body = `match self { ${arms.join(' ')} }`;
  }
  return implementation(shape, 'clone::Clone', `${header} { ${body} }`);
}

/** `let _: Assert<FieldType>;` for each field type, each once. */
function asserted({ variants }: Shape, assert: string): string {
  const types = new Set(variants.flatMap((v) => v.fields.map((f) => printTypeRef(f.ty))));
  return [...types].map((ty) => `let _: ${assert}<${ty}>;`).join(' ');
}

function deriveDebug(shape: Shape): string {
  const { core, variants } = shape;
  const formatter = `${core}::fmt::Formatter`;
  const name = (v: Variant) => JSON.stringify(v.name);
  /** A last field may be unsized: its reference is unsized through one more reference. */
  const values = (v: Variant) =>
    v.fields.map((f, i) => (i === v.fields.length - 1 ? '&' : '') + reference(shape, f, i, 'self'));
  const write = (v: Variant): string => {
    const count = v.fields.length;
    if (count === 0) return `${formatter}::write_str(f, ${name(v)})`;
    const isNamed = v.kind === 'Named';
    const shape = isNamed ? 'struct' : 'tuple';
    if (count <= 5) {
      const args = values(v).flatMap((value, i) =>
        isNamed ? [JSON.stringify(v.fields[i]!.name), value] : [value],
      );
      return `${formatter}::debug_${shape}_field${count}_finish(f, ${name(v)}, ${args.join(', ')})`;
    }
    const names = v.fields.map((f) => JSON.stringify(f.name)).join(', ');
    const lets =
      (isNamed ? `let names: &'static _ = &[${names}]; ` : '') +
      `let values: &[&dyn ${core}::fmt::Debug] = &[${values(v).join(', ')}];`;
    return `{ ${lets} ${formatter}::debug_${shape}_fields_finish(f, ${name(v)}, ${isNamed ? 'names, ' : ''}values) }`;
  };
  let body: string;
  if (variants.length === 0) body = 'match *self {}';
  else if (!shape.isEnum || (variants.length === 1 && !hasFields(variants[0]!))) body = write(variants[0]!);
  else if (!variants.some(hasFields)) {
    const arms = variants.map((v) => `${pattern(v, '__self')} => ${name(v)},`);
    body = `${formatter}::write_str(f, match self { ${arms.join(' ')} })`;
  } else body = `match self { ${variants.map((v) => `${pattern(v, '__self')} => ${write(v)},`).join(' ')} }`;
  return implementation(
    shape,
    'fmt::Debug',
    `#[inline] fn fmt(&self, f: &mut ${formatter}) -> ${core}::fmt::Result { ${body} }`,
  );
}

function deriveDefault(shape: Shape): string {
  const value = `${shape.core}::default::Default::default()`;
  const variant = shape.isEnum ? shape.variants.find((v) => v.isDefault) : shape.variants[0];
  if (!variant) return '';
  const body = shape.isEnum ? `Self::${variant.name}` : construct(variant, () => value);
  return implementation(
    shape,
    'default::Default',
    `#[inline] fn default() -> ${shape.selfType} { ${body} }`,
    { bounded: !shape.isEnum },
  );
}

const scalars = new Set(
  'bool char u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f16 f32 f64 f128'.split(' '),
);

/** Types whose comparison is cheap: they are compared first. */
function isCheap(ty: TypeRef): boolean {
  switch (ty.kind) {
    case 'Path':
      return (
        ty.path.kind === 'Plain' && ty.path.segments.length === 1 && scalars.has(ty.path.segments[0]!.name)
      );
    case 'Tuple':
      return ty.elems.every(isCheap);
    case 'Ref':
      return isCheap(ty.inner);
    case 'RawPtr':
    case 'FnPtr':
    case 'Never':
      return true;
    default:
      return false;
  }
}

function derivePartialEq(shape: Shape): string {
  const { variants } = shape;
  const compare = (v: Variant): string => {
    const fields = v.fields.map((field, index) => ({ field, index }));
    const ordered = [
      ...fields.filter((f) => isCheap(f.field.ty)),
      ...fields.filter((f) => !isCheap(f.field.ty)),
    ];
    const terms = ordered.map(({ field, index }) => {
      if (shape.isEnum) return `__self_${index} == __arg1_${index}`;
      const [left, right] = [place(shape, 'self', field), place(shape, 'other', field)];
      return shape.isPacked ? `(${left}) == (${right})` : `${left} == ${right}`;
    });
    return terms.length > 0 ? terms.join(' && ') : 'true';
  };
  let body: string;
  if (variants.length === 0) body = 'match *self {}';
  else if (!shape.isEnum || (variants.length === 1 && !hasFields(variants[0]!))) body = compare(variants[0]!);
  else if (variants.length === 1) body = matchBoth(shape, compare, 'true', true);
  else {
    const sameVariant = '__self_discr == __arg1_discr';
    const rest = variants.some(hasFields) ? ` && ${matchBoth(shape, compare, 'true', true)}` : '';
    body = `${discriminants(shape)} ${sameVariant}${rest}`;
  }
  return (
    implementation(shape, 'marker::StructuralPartialEq', '', { bounded: false }) +
    implementation(
      shape,
      'cmp::PartialEq',
      `#[inline] fn eq(&self, other: &${shape.selfType}) -> bool { ${body} }`,
    )
  );
}

function deriveEq(shape: Shape): string {
  const asserts = asserted(shape, `${shape.core}::cmp::AssertParamIsEq`);
  return implementation(shape, 'cmp::Eq', `#[doc(hidden)] fn assert_fields_are_eq(&self) { ${asserts} }`);
}

/** Fields one after the other, as long as they are equal. */
function compareFields(shape: Shape, v: Variant, call: string, equal: string): string {
  const compare = (i: number): string => {
    const field = v.fields[i]!;
    const args = `${reference(shape, field, i, 'self')}, ${reference(shape, field, i, 'other')}`;
    if (i === v.fields.length - 1) return `${call}(${args})`;
    return `match ${call}(${args}) { ${equal} => ${compare(i + 1)}, cmp => cmp, }`;
  };
  return v.fields.length === 0 ? equal : compare(0);
}

function derivePartialOrd(shape: Shape): string {
  const { core, variants } = shape;
  const call = `${core}::cmp::PartialOrd::partial_cmp`;
  const equal = `${core}::option::Option::Some(${core}::cmp::Ordering::Equal)`;
  const compare = (v: Variant) => compareFields(shape, v, call, equal);
  const byDiscriminant = `${call}(&__self_discr, &__arg1_discr)`;
  let body: string;
  if (variants.length === 0) body = 'match *self {}';
  else if (!shape.isEnum || (variants.length === 1 && !hasFields(variants[0]!))) body = compare(variants[0]!);
  else if (variants.length === 1) body = matchBoth(shape, compare, equal, true);
  else if (!variants.some(hasFields)) body = `${discriminants(shape)} ${byDiscriminant}`;
  else body = `${discriminants(shape)} ${matchBoth(shape, compare, byDiscriminant, false)}`;
  const result = `${core}::option::Option<${core}::cmp::Ordering>`;
  return implementation(
    shape,
    'cmp::PartialOrd',
    `#[inline] fn partial_cmp(&self, other: &${shape.selfType}) -> ${result} { ${body} }`,
  );
}

function deriveOrd(shape: Shape): string {
  const { core, variants } = shape;
  const call = `${core}::cmp::Ord::cmp`;
  const equal = `${core}::cmp::Ordering::Equal`;
  const compare = (v: Variant) => compareFields(shape, v, call, equal);
  const byDiscriminant = `${call}(&__self_discr, &__arg1_discr)`;
  let body: string;
  if (variants.length === 0) body = 'match *self {}';
  else if (!shape.isEnum || (variants.length === 1 && !hasFields(variants[0]!))) body = compare(variants[0]!);
  else if (variants.length === 1) body = matchBoth(shape, compare, equal, true);
  else if (!variants.some(hasFields)) body = `${discriminants(shape)} ${byDiscriminant}`;
  else {
    const fields = matchBoth(shape, compare, equal, true);
    body = `${discriminants(shape)} match ${byDiscriminant} { ${equal} => ${fields}, cmp => cmp, }`;
  }
  return implementation(
    shape,
    'cmp::Ord',
    `#[inline] fn cmp(&self, other: &${shape.selfType}) -> ${core}::cmp::Ordering { ${body} }`,
  );
}

function deriveHash(shape: Shape): string {
  const { core, variants } = shape;
  const hash = (value: string) => `${core}::hash::Hash::hash(${value}, state)`;
  const fields = (v: Variant) => v.fields.map((f, i) => hash(reference(shape, f, i, 'self'))).join('; ');
  const arms = variants
    .filter(hasFields)
    .map((v) => `${pattern(v, '__self')} => ${v.fields.length === 1 ? `${fields(v)},` : `{ ${fields(v)} }`}`);
  let body: string;
  if (variants.length === 0) body = 'match *self {}';
  else if (!shape.isEnum || (variants.length === 1 && !hasFields(variants[0]!))) body = fields(variants[0]!);
  else {
    if (arms.length > 0 && arms.length < variants.length) arms.push('_ => {}');
    const match = arms.length > 0 ? `match self { ${arms.join(' ')} }` : '';
    const discriminant =
      variants.length > 1
        ? `let __self_discr = ${core}::intrinsics::discriminant_value(self); ${hash('&__self_discr')}`
        : '';
    body = [discriminant, match].filter((part) => part !== '').join('; ');
  }
  return implementation(
    shape,
    'hash::Hash',
    `#[inline] fn hash<__H: ${core}::hash::Hasher>(&self, state: &mut __H) { ${body} }`,
  );
}
