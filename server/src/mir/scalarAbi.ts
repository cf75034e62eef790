/**
 * Which values fit a register or two: of those alone the compiler makes constants of their own. After `BackendRepr` of
 * rustc's layouts, as far as it can be told without one.
 */
import type { DefId } from '../hir/defs.ts';
import { isTy } from '../ty/intern.ts';
import { type Ty, TypeFlag } from '../ty/types.ts';
import type { TypeOps } from './typeOps.ts';

/** What a register holds. */
interface Scalar {
  readonly kind: 'int' | 'float' | 'pointer';
  readonly size: number;
  /** How many bit patterns no value has, for an enum around it to use. */
  readonly niches: bigint;
}

export interface ScalarParts {
  readonly count: number;
  readonly hasPointer: boolean;
  readonly hasNiche: boolean;
  readonly scalars: readonly Scalar[];
}

const none: ScalarParts = { count: 0, hasPointer: false, hasNiche: false, scalars: [] };
const maxDepth = 12;

const pointer = (niches: bigint): Scalar => ({ kind: 'pointer', size: 8, niches });
const usize: Scalar = { kind: 'int', size: 8, niches: 0n };

/** Undefined: more than two parts, or a parameter decides it. */
export function scalarParts(ty: Ty, types: TypeOps, depth = 0): ScalarParts | undefined {
  if (depth > maxDepth) return undefined;
  const all = (tys: readonly Ty[]): ScalarParts | undefined => {
    const scalars: Scalar[] = [];
    for (const part of tys) {
      const parts = scalarParts(part, types, depth + 1);
      if (!parts || scalars.push(...parts.scalars) > 2) return undefined;
    }
    return partsOf(scalars);
  };
  switch (ty.kind) {
    case 'Bool':
      return partsOf([{ kind: 'int', size: 1, niches: 254n }]);
    case 'Char':
      return partsOf([{ kind: 'int', size: 4, niches: 0xffff_ffffn - 0x10_ffffn }]);
    case 'Int':
    case 'Uint':
      return partsOf([{ kind: 'int', size: bytesOf(ty.name), niches: 0n }]);
    case 'Float':
      return partsOf([{ kind: 'float', size: bytesOf(ty.name), niches: 0n }]);
    case 'Pat':
      return partsOf([{ ...scalarParts(ty.base, types)!.scalars[0]!, niches: types.patternNiches(ty) }]);
    case 'FnPtr':
      return partsOf([pointer(1n)]);
    case 'Ref':
    case 'RawPtr': {
      const metadata = pointerMetadata(ty, types);
      if (metadata === undefined || typeof metadata === 'number') return undefined;
      const address = pointer(ty.kind === 'Ref' ? 1n : 0n);
      if (metadata === 'none') return partsOf([address]);
      // A vtable is never null.
      return partsOf([address, metadata === 'vtable' ? pointer(1n) : usize]);
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
      const variants = types.variants(ty.def).map((variant) => types.fieldTys(variant, ty.args));
      if (kind === 'Union') {
        if (types.isWrapped(ty.def)) return undefined;
        return unionParts((variants[0] ?? []).map((field) => scalarParts(field, types, depth + 1)));
      }
      if (kind === 'Struct') {
        const parts = all(variants[0] ?? []);
        // As C passes arguments, a struct around a number is no number.
        if (parts?.count === 1 && types.isWrapped(ty.def)) return undefined;
        return parts && withDeclaredNiches(ty.def, parts, types);
      }
      return enumParts(
        ty.def,
        variants.map((tys) => ({ parts: all(tys), isInhabited: tys.every(types.isInhabited) })),
        types,
      );
    }
    default:
      return isTy(ty) && types.isZst(ty) ? none : undefined;
  }
}

function partsOf(scalars: readonly Scalar[]): ScalarParts {
  return {
    count: scalars.length,
    hasPointer: scalars.some(({ kind }) => kind === 'pointer'),
    hasNiche: scalars.some(({ niches }) => niches > 0n),
    scalars,
  };
}

function bytesOf(name: string): number {
  const bits = /\d+$/.exec(name);
  return bits ? Number(bits[0]) / 8 : 8;
}

/** What is never null is a pointer with a promise. */
function withDeclaredNiches(adt: DefId, parts: ScalarParts, types: TypeOps): ScalarParts {
  const [first, ...rest] = parts.scalars;
  const niches = first && types.declaredNiches(adt, first.size);
  return niches === undefined ? parts : partsOf([{ ...first!, niches }, ...rest]);
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
    case 'Foreign':
      return 'none';
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
  const { size, niches } = parts.scalars[0]!;
  const tellsAsMuch = (ty: Ty) => {
    const [end, ...others] = scalarParts(ty, types)?.scalars ?? [];
    return end !== undefined && others.length === 0 && end.size === size && end.niches >= niches;
  };
  return !tellsAsMuch(from) && !tellsAsMuch(to);
}

/** What all fields with data have in common, if they are alike. Any bits may be there, and none. */
function unionParts(fields: readonly (ScalarParts | undefined)[]): ScalarParts | undefined {
  const shape = (parts: ScalarParts | undefined) =>
    parts?.scalars.map(({ kind, size }) => kind + size).join();
  const [data, ...others] = fields.filter((parts) => parts?.count !== 0);
  if (!data || others.some((parts) => shape(parts) !== shape(data))) return undefined;
  return partsOf(data.scalars.map((scalar) => ({ ...scalar, niches: 0n })));
}

interface Variant {
  readonly parts: ScalarParts | undefined;
  readonly isInhabited: boolean;
}

function enumParts(adt: DefId, variants: readonly Variant[], types: TypeOps): ScalarParts | undefined {
  // A variant that can never be and holds no data takes no part.
  const isPresent = ({ parts, isInhabited }: Variant) => isInhabited || parts?.count !== 0;
  const present = variants.filter(isPresent);
  const parts: ScalarParts[] = [];
  for (const variant of present) {
    if (!variant.parts) return undefined;
    parts.push(variant.parts);
  }
  if (parts.length < 2) return parts[0] ?? none;
  const [data, ...others] = parts.filter(({ count }) => count > 0);
  if (data && others.length === 0) {
    const inNiche = withoutNiches(data, BigInt(parts.length - 1));
    if (inNiche) return inNiche;
  }
  const { size, niches } = types.enumTag(adt, (i) => isPresent(variants[i]!));
  const tag: Scalar = { kind: 'int', size: Number(size), niches };
  if (!data) return partsOf([tag]);
  // Beside the tag, all variants hold the same.
  let common = data.scalars[0]!;
  for (const { scalars } of [data, ...others]) {
    const [scalar] = scalars;
    if (scalars.length > 1 || !scalar || scalar.size !== common.size) return undefined;
    if (scalar.kind === common.kind) continue;
    if (scalar.kind === 'float' || common.kind === 'float') return undefined;
    // As an address a number would do, too.
    common = pointer(0n);
  }
  return partsOf([tag, { ...common, niches: 0n }]);
}

/** The variant with data, once so many others are told apart by what its values never are. */
function withoutNiches({ scalars }: ScalarParts, needed: bigint): ScalarParts | undefined {
  let host = 0;
  scalars.forEach(({ niches }, i) => {
    if (niches > scalars[host]!.niches) host = i;
  });
  const most = scalars[host]!.niches;
  if (most < needed) return undefined;
  return partsOf(scalars.map((scalar, i) => (i === host ? { ...scalar, niches: most - needed } : scalar)));
}
