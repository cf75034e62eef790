/** Discriminants of enums: their type and values. */
import { variantData } from '../hir/defMap/variants.ts';
import { type DefId, defCrate, defKind, internDef } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import { variantsOf } from './adt.ts';
import { evalConst } from './constEval.ts';
import { identityArgs } from './generics.ts';
import { mkUnevaluated, prim } from './intern.ts';
import { literalConst } from './lowerConst.ts';
import { reprIntTy } from './repr.ts';
import type { Ty } from './types.ts';

/** `<T as DiscriminantKind>::Discriminant`; undefined while the type is not known. */
export function discriminantTy(db: Database, ty: Ty): Ty | undefined {
  switch (ty.kind) {
    case 'Adt':
      return defKind(ty.def) === 'Enum' ? (reprIntTy(db, ty.def) ?? prim.isize) : prim.u8;
    case 'Coroutine':
      return prim.u32;
    case 'Param':
    case 'Projection':
    case 'Opaque':
    case 'Infer':
    case 'Unknown':
      return undefined;
    default:
      return prim.u8;
  }
}

/** The discriminant of each variant, in order; undefined from one on that cannot be evaluated. */
export function discriminants(db: Database, adt: DefId): readonly (bigint | undefined)[] {
  let previous: bigint | undefined = -1n;
  return variantsOf(db, adt).map((variant) => {
    const text = variantData(db, variant)?.discriminant;
    if (text !== undefined) previous = explicit(db, variant, text);
    else if (previous !== undefined) previous += 1n;
    return previous;
  });
}

function explicit(db: Database, variant: DefId, text: string): bigint | undefined {
  const literal = literalConst(text.trim(), prim.isize);
  if (literal.kind === 'Value') return typeof literal.value === 'bigint' ? literal.value : undefined;
  const def = internDef({
    krate: defCrate(variant),
    parent: variant,
    kind: 'AnonConst',
    name: '',
    disambiguator: 0,
  });
  const value = evalConst(db, mkUnevaluated(def, identityArgs(db, variant)));
  return typeof value === 'bigint' ? value : undefined;
}
