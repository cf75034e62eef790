/**
 * Transmutation, in constants, of what is one integer to the machine: the integer itself, structs with nothing else in
 * them, an enum like `Option` around a struct whose integer is never 0, and an enum without fields. That is how core makes
 * a `NonZero` or an `Alignment`, and reads it.
 */
import type { Database } from '../query/database.ts';
import { adtVariants, type VariantDef } from './adt.ts';
import { discriminants } from './discriminant.ts';
import { substitute } from './fold.ts';
import { type Aggregate, isAggregate, isScalar, type Value } from './interpretValue.ts';
import { fits, intType } from './intOps.ts';
import { layoutOf } from './layout.ts';
import { excludesZero } from './patternTypes.ts';
import { normalizeErasing } from './project.ts';
import type { Ty } from './types.ts';

/** The value with those bits in the other type; undefined where it cannot be told. */
export function transmute(db: Database, value: Value, from: Ty, to: Ty): Value | undefined {
  const bits = bitsOf(db, value, from);
  return bits === undefined ? undefined : valueOfBits(db, bits, to);
}

function bitsOf(db: Database, value: Value, ty: Ty): bigint | undefined {
  if (ty.kind !== 'Adt') return isScalar(value) && intType(ty) ? BigInt(value) : undefined;
  if (!isAggregate(value)) return undefined;
  const variants = adtVariants(db, ty.def);
  if (hasOnlyTag(variants)) return discriminants(db, ty.def)[value.variant];
  const payload = variants.length > 1 ? nonZeroPayload(db, ty, variants) : 0;
  if (payload === undefined) return undefined;
  if (value.variant !== payload) return 0n;
  const only = onlyField(db, ty, variants[payload]!);
  return only && bitsOf(db, value.fields[only.index]!, only.ty);
}

/** Undefined where it cannot be told. */
export function valueOfBits(db: Database, bits: bigint, ty: Ty): Value | undefined {
  const int = intType(ty);
  if (int) return fits(bits, int) ? bits : undefined;
  if (ty.kind !== 'Adt') return undefined;
  const variants = adtVariants(db, ty.def);
  if (hasOnlyTag(variants)) {
    const variant = discriminants(db, ty.def).indexOf(bits);
    return variant < 0 ? undefined : { kind: 'aggregate', variant, fields: [] };
  }
  const payload = variants.length > 1 ? nonZeroPayload(db, ty, variants) : 0;
  if (payload === undefined) return undefined;
  if (variants.length > 1 && bits === 0n) return { kind: 'aggregate', variant: 1 - payload, fields: [] };
  const only = onlyField(db, ty, variants[payload]!);
  const value = only && valueOfBits(db, bits, only.ty);
  if (!only || value === undefined) return undefined;
  const fields = variants[payload]!.fields.map((_, i): Value => (i === only.index ? value : nothing()));
  return { kind: 'aggregate', variant: payload, fields };
}

const nothing = (): Aggregate => ({ kind: 'aggregate', variant: 0, fields: [] });

type Adt = Extract<Ty, { readonly kind: 'Adt' }>;

interface Field {
  readonly index: number;
  readonly ty: Ty;
}

function hasOnlyTag(variants: readonly VariantDef[]): boolean {
  return variants.length > 1 && variants.every(({ fields }) => fields.length === 0);
}

/** The one field of a variant that has a size. */
function onlyField(db: Database, { args }: Adt, { fields }: VariantDef): Field | undefined {
  const sized = fields.flatMap((field, index) => {
    const ty = normalizeErasing(db, substitute(field.ty, args));
    return layoutOf(db, ty)?.size === 0n ? [] : [{ index, ty }];
  });
  return sized.length === 1 ? sized[0] : undefined;
}

/** Of an enum of two variants, the one with a value that is never 0, if the other holds nothing. */
function nonZeroPayload(db: Database, ty: Adt, variants: readonly VariantDef[]): number | undefined {
  const payload = variants.findIndex(({ fields }) => fields.length > 0);
  if (variants.length !== 2 || variants[1 - payload]?.fields.length !== 0) return undefined;
  let at: Field | undefined = onlyField(db, ty, variants[payload]!);
  while (at?.ty.kind === 'Adt') {
    const [only, ...others] = adtVariants(db, at.ty.def);
    at = only && others.length === 0 ? onlyField(db, at.ty, only) : undefined;
  }
  return at?.ty.kind === 'Pat' && excludesZero(db, at.ty) ? payload : undefined;
}
