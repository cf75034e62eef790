/**
 * What MIR asks about types, answered once per type and body. The answers depend on the where clauses of the body's
 * owner, so one `TypeOps` serves one body; drop elaboration is written against this interface alone, which also lets
 * its tests run without a crate.
 */
import type { DefId } from '../hir/defs.ts';
import type { Value } from '../ty/interpretValue.ts';
import type { EnumTag } from '../ty/layout.ts';
import type { GenericArgs, Ty } from '../ty/types.ts';
import type { LocalDecl, Place, PlaceElem } from './mir.ts';

export interface TypeOps {
  /** Whether dropping a value of this type may run code; true for a parameter that is not known to be `Copy`. */
  needsDrop(ty: Ty): boolean;
  /** Whether dropping it may have to wait, in a coroutine (`ty/asyncDrop.ts`). */
  needsAsyncDrop(ty: Ty): boolean;
  isCopy(ty: Ty): boolean;
  /** No `UnsafeCell` inside, outside of pointers. */
  isFreeze(ty: Ty): boolean;
  /** False only where no value of the type can exist. */
  isInhabited(ty: Ty): boolean;
  /** Whether values surely have no size. */
  isZst(ty: Ty): boolean;
  isSized(ty: Ty): boolean;
  /** The value of a named constant, if the where clauses decide it. */
  constValue(def: DefId, args: GenericArgs): bigint | boolean | undefined;
  /** What it is put together of, likewise. */
  constParts(def: DefId, args: GenericArgs): Value | undefined;
  /** The last field of a struct, of its last field and so on; the type itself where it has none. */
  tail(ty: Ty): Ty;
  /** How many bit patterns of its one field, of so many bytes, the type declares to be no values of it, if it does. */
  declaredNiches(adt: DefId, size: number): bigint | undefined;
  /** How many values of its base a pattern type leaves out. */
  patternNiches(ty: Ty & { readonly kind: 'Pat' }): bigint;
  /** What tells the variants apart that are present, where no niche does. */
  enumTag(adt: DefId, isPresent: (variant: number) => boolean): EnumTag;
  /** What has one part is a part, not that part: `#[repr(C)]`, or aligned as it would not be by itself. */
  isWrapped(adt: DefId): boolean;
  adtKind(def: DefId): 'Struct' | 'Union' | 'Enum';
  /** The variants of an enum, in order; a struct or union stands for its own one variant. */
  variants(def: DefId): readonly DefId[];
  /** Field types of a struct, union or variant. */
  fieldTys(variant: DefId, args: GenericArgs): readonly Ty[];
  /** What a closure or coroutine holds. */
  upvarTys(closure: DefId, args: GenericArgs): readonly Ty[];
  hasDestructor(adt: DefId): boolean;
  isBox(ty: Ty): boolean;
  isManuallyDrop(adt: DefId): boolean;
  /** The integer that the discriminant of this variant has. */
  discriminant(adt: DefId, variant: number): bigint;
  /** `Drop::drop`, called on a box whose contents were moved out. */
  readonly dropMethod: DefId | undefined;
  /** Whether a panic ends the program, in the crate that is compiled. */
  readonly panicsAbort: boolean;
  /** Whether a panic may leave the function. */
  canUnwind(fn: DefId): boolean;
  /** `Clone::clone`. */
  readonly cloneMethod: DefId | undefined;
  /** `<[T]>::len`. */
  readonly sliceLenMethod: DefId | undefined;
}

/** The element type of arrays and slices, the pointee of references, pointers and boxes. */
export function pointee(ty: Ty): Ty | undefined {
  switch (ty.kind) {
    case 'Ref':
    case 'RawPtr':
      return ty.inner;
    case 'Adt': {
      const boxed = ty.args.list[0];
      return boxed && 'kind' in boxed ? (boxed as Ty) : undefined;
    }
    default:
      return undefined;
  }
}

/**
 * The type of a place after one more projection. `unknown` stands in where the projection does not fit the type,
 * which happens in code with errors only.
 */
export function projectionTy(ty: Ty, elem: PlaceElem, unknown: Ty): Ty {
  switch (elem.kind) {
    case 'Field':
      return elem.ty;
    case 'Downcast':
      return ty;
    case 'Deref':
      return pointee(ty) ?? unknown;
    case 'Subslice':
      return elem.ty;
    default:
      return ty.kind === 'Array' || ty.kind === 'Slice' ? ty.elem : unknown;
  }
}

export function placeTy(locals: readonly LocalDecl[], place: Place, unknown: Ty): Ty {
  let ty = locals[place.local]?.ty ?? unknown;
  for (const elem of place.projection) ty = projectionTy(ty, elem, unknown);
  return ty;
}
