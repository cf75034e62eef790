/**
 * Which values fit a register or two: of those alone the compiler makes constants of their own. After `BackendRepr` of
 * rustc's layouts, as far as it can be told without one.
 */
import { isTy } from '../ty/intern.ts';
import { type Ty, TypeFlag } from '../ty/types.ts';
import type { TypeOps } from './typeOps.ts';

export interface ScalarParts {
  readonly count: number;
  readonly hasPointer: boolean;
  /** There are bit patterns that no value has, for an enum around it to use. */
  readonly hasNiche: boolean;
}

const none: ScalarParts = { count: 0, hasPointer: false, hasNiche: false };
const maxDepth = 12;

/** Undefined: more than two parts, or a parameter decides it. */
export function scalarParts(ty: Ty, types: TypeOps, depth = 0): ScalarParts | undefined {
  if (depth > maxDepth) return undefined;
  const all = (tys: readonly Ty[]): ScalarParts | undefined => {
    let sum = none;
    for (const part of tys) {
      const parts = scalarParts(part, types, depth + 1);
      if (!parts || sum.count + parts.count > 2) return undefined;
      sum = {
        count: sum.count + parts.count,
        hasPointer: sum.hasPointer || parts.hasPointer,
        hasNiche: sum.hasNiche || parts.hasNiche,
      };
    }
    return sum;
  };
  switch (ty.kind) {
    case 'Bool':
    case 'Char':
      return { count: 1, hasPointer: false, hasNiche: true };
    case 'Int':
    case 'Uint':
    case 'Float':
      return { count: 1, hasPointer: false, hasNiche: false };
    case 'FnPtr':
      return { count: 1, hasPointer: true, hasNiche: true };
    case 'Ref':
    case 'RawPtr': {
      const metadata = pointerMetadata(ty, types);
      if (metadata === undefined || typeof metadata === 'number') return undefined;
      // A vtable is never null.
      const hasNiche = ty.kind === 'Ref' || metadata === 'vtable';
      return { count: metadata === 'none' ? 1 : 2, hasPointer: true, hasNiche };
    }
    case 'FnDef':
    case 'Never':
      return none;
    case 'Tuple':
      return all(ty.elems);
    case 'Closure':
      return all(types.upvarTys(ty.def, ty.args));
    case 'Adt': {
      const kind = types.adtKind(ty.def);
      if (kind === 'Union') return undefined;
      const variants = types.variants(ty.def).map((variant) => types.fieldTys(variant, ty.args));
      if (kind === 'Struct') {
        const parts = all(variants[0] ?? []);
        // What is never null is a pointer with a promise.
        return parts && types.hasValidRange(ty.def) ? { ...parts, hasNiche: true } : parts;
      }
      return enumParts(variants.map(all));
    }
    default:
      return isTy(ty) && types.isZst(ty) ? none : undefined;
  }
}

/** What a pointer carries besides an address; the number of the type that decides it where that is a parameter. */
export function pointerMetadata(
  pointer: Ty,
  types: TypeOps,
): 'none' | 'length' | 'vtable' | number | undefined {
  if (pointer.kind !== 'Ref' && pointer.kind !== 'RawPtr') return undefined;
  // A struct carries what its last field does.
  const inner = types.tail(pointer.inner);
  switch (inner.kind) {
    case 'Slice':
    case 'Str':
      return 'length';
    case 'Dynamic':
      return 'vtable';
    default:
      return types.isSized(inner) ? 'none' : inner.id;
  }
}

/**
 * Whether the values that `middle` has none of tell the code generator something, on the way from one type's bits to
 * another's, that neither end tells.
 */
export function isNicheOfInterest(from: Ty, middle: Ty, to: Ty, types: TypeOps): boolean {
  const parts = scalarParts(middle, types);
  if (!parts) return (middle.flags & TypeFlag.HasParam) !== 0;
  if (!parts.hasNiche) return false;
  if (parts.count !== 1) return parts.count > 1;
  const tellsAsMuch = (ty: Ty) => {
    const end = scalarParts(ty, types);
    return end?.count === 1 && end.hasNiche;
  };
  return !tellsAsMuch(from) && !tellsAsMuch(to);
}

function enumParts(variants: readonly (ScalarParts | undefined)[]): ScalarParts | undefined {
  if (variants.length === 0) return none;
  if (variants.some((parts) => parts === undefined)) return undefined;
  const parts = variants as readonly ScalarParts[];
  if (parts.length === 1) return parts[0];
  const withData = parts.filter(({ count }) => count > 0);
  const [data] = withData;
  if (data && withData.length === 1 && data.hasNiche) return data;
  const count = 1 + Math.max(...parts.map((p) => p.count));
  return count > 2 ? undefined : { count, hasPointer: parts.some((p) => p.hasPointer), hasNiche: true };
}
