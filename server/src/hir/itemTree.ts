/**
 * The `ItemTree`: what a file (or the expansion of an item macro) declares, without bodies and without positions.
 *
 * It is the firewall of the incremental engine: an edit inside a function body produces an equal `ItemTree`, so
 * nothing above it is computed again. Positions live beside it, in the `ItemSourceMap` of the same file, which only
 * the editor features and the printing of closure types read.
 *
 * Lowering from syntax is `hir/lowerItems`; after rust-analyzer's `hir_def::item_tree`.
 */
import type { CfgExpr } from '../project/cfg.ts';
import type { ItemRanges } from './itemRanges.ts';
import type { Conditional, GenericParamsRef, Path, TypeBound, TypeRef } from './typeRef.ts';

/** Index into `ItemTree.items`. Parents come before their children. */
export type ItemId = number;

export interface ItemTree {
  readonly items: readonly Item[];
  /** Top-level items, in order. */
  readonly roots: readonly ItemId[];
  /** Inner attributes of the file. */
  readonly attrs: Attrs;
}

/** Attributes that the engine understands, by name; all the others are dropped. */
export interface Attrs {
  /** `#[cfg(…)]`s, all of which must hold (`cfg_attr` is kept apart until the cfg is known). */
  readonly cfg: readonly CfgExpr[];
  /** Every other attribute kept: path as written and the raw text of its arguments (`(inline)`, `= "x"`). */
  readonly list: readonly Attr[];
}

export interface Attr {
  readonly path: string;
  /** Text after the path, delimiters and `=` included; empty if none. */
  readonly args: string;
  /** Set for an attribute that stood inside a `cfg_attr`: it counts only when this holds. */
  readonly cfg?: CfgExpr;
}

export type Visibility =
  | { readonly kind: 'Private' }
  | { readonly kind: 'Public' }
  | { readonly kind: 'Restricted'; readonly path: Path }; // pub(crate), pub(super), pub(in path)

interface ItemBase {
  readonly name: string;
  readonly attrs: Attrs;
  readonly visibility: Visibility;
}

export interface ParamRef extends Conditional {
  readonly ty: TypeRef;
}

export interface FieldRef {
  readonly name: string; // "0", "1", … for tuple fields
  readonly ty: TypeRef;
  readonly visibility: Visibility;
  readonly attrs: Attrs;
}

export type FieldsKind = 'Named' | 'Tuple' | 'Unit';

export interface VariantRef {
  readonly name: string;
  readonly fieldsKind: FieldsKind;
  readonly fields: readonly FieldRef[];
  readonly attrs: Attrs;
  /** Source of an explicit discriminant. */
  readonly discriminant: string | undefined;
}

export type Item = ItemBase &
  (
    | { readonly kind: 'Mod'; readonly inline: readonly ItemId[] | undefined } // undefined: `mod x;`
    | { readonly kind: 'Use'; readonly tree: UseTree }
    | { readonly kind: 'ExternCrate'; readonly crate: string; readonly alias: string | undefined }
    | FnItem
    | {
        readonly kind: 'Struct' | 'Union';
        readonly generics: GenericParamsRef;
        readonly fieldsKind: FieldsKind;
        readonly fields: readonly FieldRef[];
      }
    | { readonly kind: 'Enum'; readonly generics: GenericParamsRef; readonly variants: readonly VariantRef[] }
    | {
        readonly kind: 'Trait';
        readonly generics: GenericParamsRef;
        readonly supertraits: readonly TypeBound[];
        readonly items: readonly ItemId[];
        readonly isAuto: boolean;
      }
    | {
        readonly kind: 'TraitAlias';
        readonly generics: GenericParamsRef;
        readonly bounds: readonly TypeBound[];
      }
    | {
        readonly kind: 'Impl';
        readonly generics: GenericParamsRef;
        readonly traitPath: Path | undefined;
        readonly isNegative: boolean;
        readonly selfTy: TypeRef;
        readonly items: readonly ItemId[];
      }
    | {
        readonly kind: 'TyAlias';
        readonly generics: GenericParamsRef;
        readonly bounds: readonly TypeBound[]; // of an associated type in a trait
        readonly ty: TypeRef | undefined; // undefined: associated type without default
      }
    | {
        readonly kind: 'Const';
        readonly generics: GenericParamsRef;
        readonly ty: TypeRef;
        readonly hasBody: boolean;
        readonly innerItems: boolean;
      }
    | {
        readonly kind: 'Static';
        readonly ty: TypeRef;
        readonly isMut: boolean;
        readonly isForeign: boolean;
        readonly hasBody: boolean;
        readonly innerItems: boolean;
      }
    | { readonly kind: 'MacroRules'; readonly body: string; readonly isMacro2: boolean } // text of the rules
    | { readonly kind: 'MacroCall'; readonly path: Path; readonly args: string } // text between the delimiters
    | { readonly kind: 'ForeignMod'; readonly abi: string; readonly items: readonly ItemId[] }
    | { readonly kind: 'GlobalAsm' }
  );

export interface FnItem {
  readonly kind: 'Fn';
  readonly generics: GenericParamsRef;
  /** `self` first, with its type spelled out (`&mut self` is `&mut Self`). */
  readonly params: readonly ParamRef[];
  readonly hasSelf: boolean;
  readonly ret: TypeRef; // `()` when not written
  readonly isAsync: boolean;
  readonly isConst: boolean;
  readonly isUnsafe: boolean;
  /** `default fn`: a more special impl may have another. */
  readonly isDefault: boolean;
  readonly isVarargs: boolean;
  readonly isForeign: boolean;
  readonly abi: string | undefined;
  readonly hasBody: boolean;
  /** The body's text may declare items or macros (`fn`, `impl`, `struct`, … occur in it): it must be looked into when impls or items are enumerated. */
  readonly innerItems: boolean;
}

export type UseTree =
  | { readonly kind: 'Simple'; readonly path: Path; readonly alias: string | undefined } // alias "_" imports no name
  | { readonly kind: 'Glob'; readonly path: Path }
  | { readonly kind: 'Nested'; readonly prefix: Path | undefined; readonly trees: readonly UseTree[] };

/** Where the items of one `ItemTree` stand in its text (UTF-16 offsets). Parallel to `ItemTree.items`. */
export interface ItemSourceMap {
  readonly ranges: ItemRanges;
}
