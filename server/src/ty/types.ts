/**
 * Types, generic arguments and constants, interned: equal structure is the same object, so `===` is type equality
 * and `id` keys a map. After rustc's `rustc_type_ir`.
 *
 * Regions carry no meaning for code generation and are erased, with one exception that rustc makes too: regions bound
 * by a `for<'a>` inside the type (of a `fn` pointer or a `dyn Trait`) stay, as they are part of the type's identity
 * and of how it prints. Unification treats all regions as equal.
 *
 * Generic arguments follow rustc's order: the parent's first; a trait's begin with `Self`; early-bound lifetimes
 * have a slot (so that parameter indexes are rustc's), late-bound ones have none.
 */
import type { DefId } from '../hir/defs.ts';

export type IntTy = 'i8' | 'i16' | 'i32' | 'i64' | 'i128' | 'isize';
export type UintTy = 'u8' | 'u16' | 'u32' | 'u64' | 'u128' | 'usize';
export type FloatTy = 'f16' | 'f32' | 'f64' | 'f128';

export interface Interned {
  /** Dense, unique among types, consts and regions together. */
  readonly id: number;
  readonly flags: TypeFlags;
}

/** Bit set; what occurs anywhere inside. */
export type TypeFlags = number;
export const TypeFlag = {
  HasParam: 1,
  HasInfer: 2,
  HasProjection: 4, // an alias that normalization may replace
  HasOpaque: 8,
  HasUnknown: 16,
  HasBoundRegion: 32,
  HasClosure: 64, // a closure or coroutine, whose signature may still be in the making
  HasUnevaluated: 128, // a constant that evaluation may replace
  HasNamedRegion: 256, // in what is lowered as declared
} as const;

/** An alias that normalization with everything revealed may replace. */
export const aliasFlags: TypeFlags = TypeFlag.HasProjection | TypeFlag.HasOpaque;

export type Ty = Interned &
  (
    | { readonly kind: 'Bool' | 'Char' | 'Str' | 'Never' }
    | { readonly kind: 'Int'; readonly name: IntTy }
    | { readonly kind: 'Uint'; readonly name: UintTy }
    | { readonly kind: 'Float'; readonly name: FloatTy }
    /** `pattern_type!(u32 is 1..)`, written in a declaration of `owner`; the base is a primitive type. */
    | { readonly kind: 'Pat'; readonly base: Ty; readonly pattern: string; readonly owner: DefId }
    | { readonly kind: 'Adt'; readonly def: DefId; readonly args: GenericArgs }
    | { readonly kind: 'Foreign'; readonly def: DefId }
    | { readonly kind: 'Array'; readonly elem: Ty; readonly len: Const }
    | { readonly kind: 'Slice'; readonly elem: Ty }
    | { readonly kind: 'Ref'; readonly region: Region; readonly inner: Ty; readonly mutable: boolean }
    | { readonly kind: 'RawPtr'; readonly inner: Ty; readonly mutable: boolean }
    | { readonly kind: 'Tuple'; readonly elems: readonly Ty[] } // `()` is the empty tuple
    /** A fn item, tuple struct or tuple variant constructor (then `def` is the `Struct` or `Variant`). */
    | { readonly kind: 'FnDef'; readonly def: DefId; readonly args: GenericArgs }
    | { readonly kind: 'FnPtr'; readonly sig: FnSig }
    | {
        readonly kind: 'Dynamic';
        readonly principal: ExistentialTraitRef | undefined;
        readonly autoTraits: readonly DefId[];
        readonly projections: readonly ExistentialProjection[];
        /** Names of regions bound by the principal's `for<…>`. */
        readonly boundRegions: readonly string[];
        /** The object's lifetime, outside of that binder. */
        readonly region: Region;
      }
    /** `args` are the parent's only; kind, signature and captures are `closureInfo(db, def)`. */
    | { readonly kind: 'Closure'; readonly def: DefId; readonly args: GenericArgs }
    /** An async block, closure body or fn body. */
    | { readonly kind: 'Coroutine'; readonly def: DefId; readonly args: GenericArgs }
    /** `<Self as Trait>::Name` with `args` those of trait and associated type, `Self` first. */
    | { readonly kind: 'Projection'; readonly def: DefId; readonly args: GenericArgs }
    /** `impl Trait` in return position; `def` is the `OpaqueTy`. */
    | { readonly kind: 'Opaque'; readonly def: DefId; readonly args: GenericArgs }
    | { readonly kind: 'Param'; readonly index: number; readonly name: string }
    | { readonly kind: 'Infer'; readonly variable: InferVar }
    /** An error, or something that we do not understand. Unifies with everything, and is counted where it matters. */
    | { readonly kind: 'Unknown' }
  );

export type TyKind = Ty['kind'];

/** Inference variables belong to one inference context; `index` is into its table. */
export interface InferVar {
  readonly kind: 'Ty' | 'Int' | 'Float';
  readonly index: number;
}

export type Region = Interned &
  /** `'static` and lifetime parameters, in types that are made to be printed and nowhere else: see `declaredFnSig`. */
  (
    | { readonly kind: 'Static' }
    | { readonly kind: 'Named'; readonly name: string }
    | { readonly kind: 'Erased' }
    | { readonly kind: 'Bound'; readonly debruijn: number; readonly index: number }
  );

export type Const = Interned &
  (
    | { readonly kind: 'Value'; readonly value: bigint | boolean; readonly ty: Ty } // ints, bool, char (by code point)
    | { readonly kind: 'ConstParam'; readonly index: number; readonly name: string }
    | { readonly kind: 'ConstInfer'; readonly index: number }
    /** An expression that mentions parameters or is not evaluated yet. */
    | { readonly kind: 'Unevaluated'; readonly def: DefId; readonly args: GenericArgs }
    | { readonly kind: 'ConstUnknown' }
  );

export type GenericArg = Ty | Const | Region;

/** An interned list. */
export interface GenericArgs extends Interned {
  readonly list: readonly GenericArg[];
}

export interface FnSig {
  readonly inputs: readonly Ty[];
  readonly output: Ty;
  readonly isUnsafe: boolean;
  readonly isVarargs: boolean;
  readonly abi: string; // 'Rust', 'C', …
  /** Late-bound regions, by name (`'_` if anonymous); `Bound` regions of debruijn 0 in the types index this. */
  readonly boundRegions: readonly string[];
}

export interface ExistentialTraitRef {
  readonly def: DefId;
  /** Without `Self`. */
  readonly args: GenericArgs;
}

export interface ExistentialProjection {
  /** The associated type. */
  readonly def: DefId;
  /** Of the trait, without `Self`. */
  readonly args: GenericArgs;
  readonly ty: Ty;
}

export interface TraitRef {
  readonly def: DefId;
  /** `Self` first. */
  readonly args: GenericArgs;
}

export type Predicate =
  | { readonly kind: 'Trait'; readonly trait: TraitRef; readonly negative?: boolean }
  | {
      readonly kind: 'Projection';
      readonly def: DefId;
      readonly args: GenericArgs;
      readonly term: Ty | Const;
    };
// (Outlives predicates have no meaning here and are dropped when lowered.)

/** rustc's `ty::Generics`: the parameters of a definition, its parent's included, in index order. */
export interface Generics {
  readonly parent: DefId | undefined;
  readonly parentCount: number;
  /** The first parameter is a trait's `Self`. */
  readonly hasSelf: boolean;
  /** The definition's own, with absolute indexes. */
  readonly params: readonly GenericParam[];
}

export interface GenericParam {
  readonly name: string;
  readonly index: number;
  readonly kind: 'Lifetime' | 'Type' | 'Const';
  /** From `impl Trait` in argument position. */
  readonly synthetic: boolean;
}
