/**
 * What inference says of one body (rustc's `TypeckResults`): generic over the owner's parameters, fully resolved,
 * no inference variables left. MIR building reads this and the `Body`, and nothing else of the body's types.
 */
import type { BindingId, ExprId, PatId } from '../hir/body/body.ts';
import type { DefId } from '../hir/defs.ts';
import type { FnSig, GenericArgs, Ty } from './types.ts';

export interface InferenceResult {
  readonly owner: DefId;
  /** Type of each expression before adjustment. */
  readonly exprTypes: readonly Ty[];
  /** Type of the place that each pattern matches, after its adjustments (of a `ref x`, the place's, not x's). */
  readonly patTypes: readonly Ty[];
  readonly bindingTypes: readonly Ty[];
  readonly adjustments: ReadonlyMap<ExprId, readonly Adjustment[]>;
  /** Default binding modes: the reference types that a pattern looks through, outermost first. */
  readonly patAdjustments: ReadonlyMap<PatId, readonly Ty[]>;
  /** How each binding binds after default binding modes. */
  readonly bindingModes: readonly ('move' | 'ref' | 'refMut')[];
  /**
   * The function called by a method call, an overloaded operator, index, unary `*`, or a call through `Fn*`. For
   * `Index` and `Unary Deref` the `Mut` variant when the place is used mutably.
   */
  readonly methods: ReadonlyMap<ExprId, Callee>;
  /** What a `Path` expression (or a struct literal) names. */
  readonly paths: ReadonlyMap<ExprId, ValueDef>;
  /** What a path, tuple-struct or struct pattern names. */
  readonly patPaths: ReadonlyMap<PatId, ValueDef>;
  /** Index of the field that a `Field` expression reads, after its adjustments. */
  readonly fields: ReadonlyMap<ExprId, number>;
  /** Fields of a struct literal or pattern by index, parallel to how they were written. */
  readonly structFields: ReadonlyMap<ExprId, readonly number[]>;
  readonly patFields: ReadonlyMap<PatId, readonly number[]>;
  readonly casts: ReadonlyMap<ExprId, CastKind>;
  /** Length of a `Repeat` expression is in its array type. */
  readonly closures: ReadonlyMap<DefId, ClosureInfo>;
  /** Hidden types of the `impl Trait`s that this body defines. */
  readonly opaqueTypes: ReadonlyMap<DefId, Ty>;
  /** Inline consts' types. */
  readonly unresolved: readonly Unresolved[];
}

export interface Callee {
  readonly def: DefId;
  readonly args: GenericArgs;
}

export interface ValueDef {
  /** Fn, Const, Static, Struct, Variant, ConstParam's owner… `Unknown` when it could not be resolved. */
  readonly kind: 'Fn' | 'Ctor' | 'Const' | 'Static' | 'ConstParam' | 'Adt' | 'Unknown';
  /** Struct, union or variant for `Ctor` and `Adt`. */
  readonly def: DefId | undefined;
  readonly args: GenericArgs;
  /** For `ConstParam`. */
  readonly paramIndex?: number;
}

/** What was not resolved, and why (`ide/unresolvedReason.ts` says it in words). */
export interface UnresolvedReason {
  /**
   * A name or a macro; a method, field or operator of a type; a call of a value; a trait bound that could not be
   * decided; a type that was needed and is not known; an expression that could not be built.
   */
  readonly cause:
    | 'path'
    | 'macro'
    | 'method'
    | 'field'
    | 'operator'
    | 'call'
    | 'bound'
    | 'type'
    | 'expression';
  /** The name that it is about; empty where there is none. */
  readonly detail: string;
  /** The type that has no such method, field or operator, that is not called, that may implement the trait. */
  readonly on?: Ty;
  /** The trait of a bound. */
  readonly trait?: DefId;
  /** What is wrong, where whoever found it could say. */
  readonly why?: string;
}

export function sameReason(a: UnresolvedReason, b: UnresolvedReason): boolean {
  return (
    a.cause === b.cause && a.detail === b.detail && a.on === b.on && a.trait === b.trait && a.why === b.why
  );
}

export interface Unresolved extends UnresolvedReason {
  readonly expr: ExprId;
  /** What it follows from: another expression of the body that was not resolved. */
  readonly root?: UnresolvedReason;
}

/** One step from an expression's type to the type it is used at; `target` is the type after the step. */
export type Adjustment =
  | { readonly kind: 'NeverToAny'; readonly target: Ty }
  /** `overloaded`: through `Deref::deref` or `DerefMut::deref_mut`; undefined for a built-in dereference. */
  | {
      readonly kind: 'Deref';
      readonly target: Ty;
      readonly overloaded: { readonly callee: Callee; readonly mutable: boolean } | undefined;
    }
  | {
      readonly kind: 'Borrow';
      readonly target: Ty;
      readonly mutable: boolean;
      readonly raw: boolean;
      /** What is borrowed anew surely has another lifetime than is wanted. */
      readonly isShortened?: true;
    }
  | { readonly kind: 'Pointer'; readonly target: Ty; readonly cast: PointerCoercion };

export type PointerCoercion =
  | 'ReifyFnPointer'
  | 'UnsafeFnPointer'
  | 'ClosureFnPointer'
  | 'MutToConstPointer'
  | 'ArrayToPointer'
  | 'Unsize';

export type CastKind =
  | PointerCoercion
  | 'Numeric'
  | 'PtrToPtr'
  | 'PtrToAddr'
  | 'AddrToPtr'
  | 'FnPtrToAddr'
  | 'FnPtrToPtr'
  | 'EnumToInt'
  | 'Noop'
  | 'Coercion'
  | 'Unknown';

export type ClosureKind = 'Fn' | 'FnMut' | 'FnOnce';

export interface ClosureInfo {
  readonly def: DefId;
  readonly kind: ClosureKind;
  /** Inputs as written (not tupled). */
  readonly sig: FnSig;
  /** Type of the body: what an async block or async closure's future yields; else the signature's output. */
  readonly returnTy: Ty;
  readonly captures: readonly Capture[];
  readonly coroutine: 'none' | 'asyncBlock' | 'asyncClosure' | 'asyncFn';
}

/** A captured place: a binding and the projections from it (edition 2021's disjoint captures), and how. */
export interface Capture {
  readonly binding: BindingId;
  readonly projections: readonly CaptureProjection[];
  readonly mode: 'copy' | 'move' | 'ref' | 'refMut' | 'refUniq';
  /** Type of the place. The upvar's type is this, or a reference to it. */
  readonly placeTy: Ty;
  readonly ty: Ty;
}

export type CaptureProjection =
  | { readonly kind: 'Deref'; readonly ty: Ty }
  | { readonly kind: 'Field'; readonly index: number; readonly ty: Ty };
