/** Variants of enums, and fields of variants, structs and unions, as the crate's cfg leaves them. */
import { structuralEquals } from '../../base/structuralEquals.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import { isEnabled } from '../attrs.ts';
import { type DefId, defCrate, defData } from '../defs.ts';
import { crateData } from '../inputs.ts';
import type { Attrs, FieldRef, FieldsKind } from '../itemTree.ts';
import { enumVariants } from './defMap.ts';
import { item } from './defSource.ts';

export interface VariantData {
  readonly name: string;
  readonly fieldsKind: FieldsKind;
  readonly fields: readonly FieldRef[];
  readonly attrs: Attrs;
  /** Source of an explicit discriminant. */
  readonly discriminant: string | undefined;
}

/** The fields of a struct, a union or an enum's variant. */
export const variantData = defineQuery<DefId, VariantData | undefined>(
  'variantData',
  (db, def) => {
    const { kind, name, parent } = defData(def);
    const { cfg } = crateData(db, defCrate(def));
    if (kind === 'Variant') {
      const found = parent === undefined ? undefined : item(db, parent);
      if (found?.kind !== 'Enum') return undefined;
      const variant = found.variants.find((v) => v.name === name && isEnabled(v.attrs, cfg));
      return variant && { ...variant, fields: enabledFields(variant.fields, cfg) };
    }
    const found = item(db, def);
    if (found?.kind !== 'Struct' && found?.kind !== 'Union') return undefined;
    const { fieldsKind, fields, attrs } = found;
    return { name, fieldsKind, fields: enabledFields(fields, cfg), attrs, discriminant: undefined };
  },
  { equals: structuralEquals },
);

/** The variants of an enum, in source order. */
export function variants(db: Database, enumDef: DefId): readonly DefId[] {
  const found = enumVariants(db, enumDef);
  return found ? [...found.byName.values()] : [];
}

function enabledFields(fields: readonly FieldRef[], cfg: ReadonlySet<string>): readonly FieldRef[] {
  if (fields.every((field) => isEnabled(field.attrs, cfg))) return fields;
  const kept = fields.filter((field) => isEnabled(field.attrs, cfg));
  // The fields of a tuple are numbered after the cfg has been applied.
  return kept.map((field, i) => (/^\d/.test(field.name) ? { ...field, name: String(i) } : field));
}
