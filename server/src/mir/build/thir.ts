/**
 * Typed expressions: what inference knows about a body's expression, made explicit. After rustc's
 * `rustc_middle::thir` (the data) and `rustc_mir_build::thir::cx::expr` (the making, in `mirror.ts`).
 *
 * Nodes are made when building reaches them and are not kept. A child that needs nothing said about it beyond its own
 * mirroring is left as an `ExprId`.
 */
import type { ArithOp, BindingId, CmpOp, ExprId, MatchArm, PatId } from '../../hir/body/body.ts';
import type { DefId } from '../../hir/defs.ts';
import type { Const, GenericArgs, Ty } from '../../ty/types.ts';
import type { MirCast, MirConst } from '../mir.ts';
import type { ScopeId } from './regionScopes.ts';

export type ThirRef = ExprId | Thir;

export interface ThirField {
  readonly index: number;
  readonly expr: ThirRef;
}

export type Thir = {
  /** The type after this step. */
  readonly ty: Ty;
  /** Where a temporary for the value lives; undefined: for ever. */
  readonly tempScope: ScopeId | undefined;
  readonly source: ExprId;
} & ThirKind;

export type ThirKind =
  | { readonly kind: 'Scope'; readonly scope: ScopeId; readonly value: Thir }
  | {
      readonly kind: 'If';
      readonly cond: ExprId;
      readonly thenExpr: ExprId;
      readonly elseExpr: ExprId | undefined;
      readonly scope: ScopeId;
    }
  | { readonly kind: 'Call'; readonly func: ThirRef; readonly args: readonly ThirRef[] }
  | { readonly kind: 'Deref'; readonly arg: ThirRef }
  | { readonly kind: 'Binary'; readonly op: ArithOp | CmpOp; readonly lhs: ThirRef; readonly rhs: ThirRef }
  | { readonly kind: 'Logical'; readonly op: 'And' | 'Or'; readonly lhs: ExprId; readonly rhs: ExprId }
  | { readonly kind: 'Unary'; readonly op: 'Not' | 'Neg'; readonly arg: ThirRef }
  | { readonly kind: 'Cast'; readonly cast: MirCast; readonly arg: ThirRef }
  /** A value whose type is written; what it is read from is a temporary of its own. */
  | { readonly kind: 'Ascribe'; readonly arg: Thir }
  | { readonly kind: 'Use'; readonly arg: ThirRef }
  | { readonly kind: 'NeverToAny'; readonly arg: Thir }
  | { readonly kind: 'Loop'; readonly body: ExprId; readonly id: ExprId }
  | { readonly kind: 'Let'; readonly pat: PatId; readonly expr: ExprId }
  | { readonly kind: 'Match'; readonly scrutinee: ExprId; readonly arms: readonly MatchArm[] }
  | { readonly kind: 'Block'; readonly id: ExprId }
  | { readonly kind: 'Assign'; readonly lhs: ThirRef; readonly rhs: ThirRef }
  | { readonly kind: 'AssignOp'; readonly op: ArithOp; readonly lhs: ThirRef; readonly rhs: ThirRef }
  | { readonly kind: 'Field'; readonly base: ThirRef; readonly index: number }
  | { readonly kind: 'Index'; readonly base: ThirRef; readonly index: ThirRef }
  | { readonly kind: 'Variable'; readonly binding: BindingId }
  | { readonly kind: 'Borrow'; readonly arg: ThirRef; readonly mutable: boolean; readonly raw: boolean }
  | {
      readonly kind: 'Break' | 'Continue';
      readonly target: ExprId | undefined;
      readonly value: ExprId | undefined;
    }
  | { readonly kind: 'Return'; readonly value: ExprId | undefined }
  | { readonly kind: 'Repeat'; readonly elem: ExprId; readonly len: Const }
  /** The address of a static of the thread at hand. */
  | { readonly kind: 'ThreadLocalRef'; readonly def: DefId }
  | { readonly kind: 'Array' | 'Tuple'; readonly elems: readonly ThirRef[] }
  | {
      readonly kind: 'Adt';
      readonly adt: DefId;
      readonly variant: number;
      readonly args: GenericArgs;
      readonly fields: readonly ThirField[];
      readonly base: ExprId | undefined;
    }
  | {
      readonly kind: 'Closure';
      readonly def: DefId;
      readonly args: GenericArgs;
      readonly isCoroutine: boolean;
      readonly upvars: readonly Thir[];
    }
  | { readonly kind: 'Const'; readonly constant: MirConst }
  | { readonly kind: 'Await'; readonly awaitee: ExprId; readonly id: ExprId }
  | { readonly kind: 'Yield'; readonly value: ExprId | undefined }
  | { readonly kind: 'InlineAsm'; readonly operands: readonly ExprId[] }
  /** Not understood: its parts are evaluated, its value is unknown. */
  | { readonly kind: 'Unresolved'; readonly parts: readonly ThirRef[] };
