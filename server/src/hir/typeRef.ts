/**
 * Types, paths and bounds as they are written, before any name is resolved. Position-independent: two equal texts
 * lower to structurally equal values. Lowering to `Ty` is `ty/lower`.
 */
import type { CfgExpr } from '../project/cfg.ts';

import type { CrateId } from './defs.ts';
import type { HirFileId } from './hirFile.ts';

export type TypeRef =
  | { readonly kind: 'Path'; readonly path: Path }
  | { readonly kind: 'Tuple'; readonly elems: readonly TypeRef[] }
  | {
      readonly kind: 'Ref';
      readonly lifetime: string | undefined;
      readonly mutable: boolean;
      readonly inner: TypeRef;
    }
  | { readonly kind: 'RawPtr'; readonly mutable: boolean; readonly inner: TypeRef }
  | { readonly kind: 'Slice'; readonly inner: TypeRef }
  | { readonly kind: 'Array'; readonly inner: TypeRef; readonly len: ConstRef }
  | {
      readonly kind: 'FnPtr';
      readonly lifetimes: readonly string[];
      readonly params: readonly TypeRef[];
      readonly ret: TypeRef;
      readonly isUnsafe: boolean;
      readonly abi: string | undefined; // `extern fn` is "C"
      readonly isVarargs: boolean;
    }
  | { readonly kind: 'ImplTrait'; readonly bounds: readonly TypeBound[] }
  | { readonly kind: 'DynTrait'; readonly bounds: readonly TypeBound[] }
  | { readonly kind: 'Never' }
  | { readonly kind: 'Infer' } // `_`
  | { readonly kind: 'Macro'; readonly path: Path; readonly args: string } // `m!(…)` in type position
  | { readonly kind: 'Error' };

/** A const argument or array length. */
export type ConstRef =
  | { readonly kind: 'Literal'; readonly text: string } // `3`, `-1`, `true`, `'c'`, suffix included
  /** `index` as below; none of what turns out to be no type, but a const: `Foo<N>`. */
  | { readonly kind: 'Path'; readonly path: Path; readonly index?: number }
  | { readonly kind: 'Infer' }
  /**
   * Anything else. `text` is the expression's source; `index` counts the consts in the item, literals and paths too, as
   * rustc counts them for its `AnonConst`s: those of the signature from 0, those of the body from {@link firstBodyConst}, with the block with items around it.
   */
  | { readonly kind: 'Expr'; readonly text: string; readonly index: number; readonly block?: HirFileId };

/** The `index` of the first const expression in a function's body, or in the initializer of a const or static. */
export const firstBodyConst = 1 << 16;

/** The same inside of an anonymous const. */
export const firstNestedConst = 1 << 24;

export type PathKind = 'Plain' | 'Self' | 'Super' | 'Crate' | 'Global' | 'DollarCrate';

/**
 * `a::b::<T>::c`. `self::`, `super::`, `crate::`, `::` and `$crate::` are the kind, not segments; a leading `Self`
 * is a plain segment named `Self`. `<T as Trait>::A` has `qself = T` and the segments of `Trait` then `A`, with
 * `traitSegments` telling how many belong to the trait (0 for `<T>::A`).
 */
export interface Path {
  readonly kind: PathKind;
  /** How many `super`s, for kind `Super`. */
  readonly supers: number;
  /** The crate of a `$crate` path. */
  readonly dollarCrate: CrateId | undefined;
  readonly qself: TypeRef | undefined;
  readonly traitSegments: number;
  readonly segments: readonly PathSegment[];
}

export interface PathSegment {
  readonly name: string;
  readonly args: GenericArgsRef | undefined;
}

export interface GenericArgsRef {
  readonly args: readonly GenericArgRef[];
  readonly bindings: readonly AssocBindingRef[];
  /** Written `Fn(A, B) -> C`: `args` is then the one tuple of inputs and `bindings` is `Output = C`. */
  readonly parenthesized: boolean;
}

export type GenericArgRef =
  | { readonly kind: 'Type'; readonly ty: TypeRef }
  | { readonly kind: 'Const'; readonly value: ConstRef }
  | { readonly kind: 'Lifetime'; readonly name: string };

/** `Item = u32`, `Item: Display`, `N = 3` inside `<…>`. */
export interface AssocBindingRef {
  readonly name: string;
  readonly args: GenericArgsRef | undefined;
  readonly ty: TypeRef | undefined;
  readonly value: ConstRef | undefined;
  readonly bounds: readonly TypeBound[];
}

export type TypeBound =
  | {
      readonly kind: 'Trait';
      readonly path: Path;
      readonly modifier: 'none' | 'maybe'; // `?Sized`; `[const]` and `const` are dropped by the dialect pass
      readonly lifetimes: readonly string[]; // `for<'a>`
    }
  | { readonly kind: 'Lifetime'; readonly name: string }
  | { readonly kind: 'Use' }; // `use<'a, T>`

export type WherePredicate =
  | {
      readonly kind: 'Bound';
      readonly lifetimes: readonly string[];
      readonly ty: TypeRef;
      readonly bounds: readonly TypeBound[];
    }
  /** `'a: 'b + 'c`: all the lifetimes in it. */
  | { readonly kind: 'Outlives'; readonly lifetimes: readonly string[] };

/** A parameter that may stand under a `cfg`. */
export interface Conditional {
  /** The conditions under which it is there. */
  readonly cfg?: readonly CfgExpr[];
}

export type GenericParamRef = Conditional &
  (
    | { readonly kind: 'Lifetime'; readonly name: string; readonly bounds: readonly string[] }
    | {
        readonly kind: 'Type';
        readonly name: string;
        readonly bounds: readonly TypeBound[];
        readonly default: TypeRef | undefined;
      }
    | {
        readonly kind: 'Const';
        readonly name: string;
        readonly ty: TypeRef;
        readonly default: ConstRef | undefined;
      }
  );

export interface GenericParamsRef {
  readonly params: readonly GenericParamRef[];
  readonly wherePredicates: readonly WherePredicate[];
}

export const noGenerics: GenericParamsRef = { params: [], wherePredicates: [] };
export const unitTypeRef: TypeRef = { kind: 'Tuple', elems: [] };
export const errorTypeRef: TypeRef = { kind: 'Error' };
