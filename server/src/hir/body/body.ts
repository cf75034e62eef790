/**
 * A body after lowering: expressions, patterns and local bindings in arrays, with macros expanded, local names
 * resolved and surface sugar (`for`, `?`, `while`, ranges, compound destructuring) rewritten as rustc's HIR lowering
 * does. Everything else that needs a type (paths with associated items, methods, operators) is left to inference.
 *
 * Positions are in the `BodySourceMap`, so that a body whose text merely moved is equal to what it was.
 */
import type { DefId } from '../defs.ts';
import type { HirFileId } from '../hirFile.ts';
import type { ConstRef, GenericArgsRef, Path, TypeRef } from '../typeRef.ts';

export type ExprId = number;
export type PatId = number;
export type BindingId = number;

export interface Body {
  readonly owner: DefId;
  readonly exprs: readonly Expr[];
  readonly pats: readonly Pat[];
  readonly bindings: readonly Binding[];
  /** Patterns of the parameters, `self` first; types come from the signature. Empty for consts and statics. */
  readonly params: readonly PatId[];
  readonly root: ExprId;
  /** For each expression and pattern: the innermost block with items of its own, in which its paths and types are resolved. */
  readonly exprScopes: readonly (HirFileId | undefined)[];
  readonly patScopes: readonly (HirFileId | undefined)[];
  /** All closures, async blocks and inline consts, nested ones included, with the expression that makes each. */
  readonly closures: ReadonlyMap<DefId, ExprId>;
  /** The blocks with items of their own that stand in one of `closures`, with the innermost. */
  readonly itemClosures: ReadonlyMap<HirFileId, DefId>;
  /** Macro calls that could not be expanded, so that what they hide is counted. */
  readonly unresolvedMacros: readonly ExprId[];
  /**
   * What macros have written that come from before edition 2024 where the crate does not, or the other way around: how
   * long temporaries live depends on that.
   */
  readonly ofOtherEdition: ReadonlySet<ExprId>;
}

export interface Binding {
  readonly name: string;
  /** `self`, or a name. Written `ref`/`mut`. */
  readonly mode: 'move' | 'ref' | 'refMut';
  readonly mutable: boolean;
  /** The closure in whose body it is declared, or undefined for the owner itself. */
  readonly closure: DefId | undefined;
}

export type Literal =
  | { readonly kind: 'Int'; readonly value: bigint; readonly suffix: string | undefined }
  | { readonly kind: 'Float'; readonly text: string; readonly suffix: string | undefined }
  | { readonly kind: 'Bool'; readonly value: boolean }
  | { readonly kind: 'Char'; readonly value: number }
  | { readonly kind: 'Byte'; readonly value: number }
  | { readonly kind: 'Str'; readonly value: string }
  /** Each character is a byte. */
  | { readonly kind: 'ByteStr'; readonly value: string }
  | { readonly kind: 'CStr' };

/** A path as written, or a definition that a desugaring names directly (a lang item). */
export type PathRef =
  | { readonly kind: 'Path'; readonly path: Path }
  | { readonly kind: 'Def'; readonly def: DefId };

export type UnaryOp = 'Deref' | 'Not' | 'Neg';
export type ArithOp = 'Add' | 'Sub' | 'Mul' | 'Div' | 'Rem' | 'BitAnd' | 'BitOr' | 'BitXor' | 'Shl' | 'Shr';
export type CmpOp = 'Eq' | 'Ne' | 'Lt' | 'Le' | 'Gt' | 'Ge';
export type BinaryOp = ArithOp | CmpOp | 'And' | 'Or';

export type Expr =
  | { readonly kind: 'Missing' }
  /** A macro call that could not be expanded. `why` says it to people. */
  | { readonly kind: 'UnresolvedMacro'; readonly name: string; readonly why: string }
  | { readonly kind: 'Literal'; readonly literal: Literal }
  | { readonly kind: 'Local'; readonly binding: BindingId }
  | { readonly kind: 'Path'; readonly path: PathRef }
  | {
      readonly kind: 'Block';
      readonly stmts: readonly Stmt[];
      readonly tail: ExprId | undefined;
      readonly isUnsafe: boolean /** `break 'label` may leave it. */;
      readonly labelled: boolean;
    }
  | { readonly kind: 'If'; readonly cond: ExprId; readonly then: ExprId; readonly else: ExprId | undefined }
  /** `let PAT = EXPR` as a condition, alone or under `&&`. */
  | { readonly kind: 'Let'; readonly pat: PatId; readonly expr: ExprId }
  | {
      readonly kind: 'Match';
      readonly scrutinee: ExprId;
      readonly arms: readonly MatchArm[];
      readonly source: 'Match' | 'ForLoop' | 'Try' | 'Await';
    }
  | { readonly kind: 'Loop'; readonly body: ExprId; readonly source: 'Loop' | 'While' | 'ForLoop' }
  /** `target`: the loop or labelled block that it leaves; undefined if there is none (an error). */
  | { readonly kind: 'Break'; readonly target: ExprId | undefined; readonly value: ExprId | undefined }
  | { readonly kind: 'Continue'; readonly target: ExprId | undefined }
  | { readonly kind: 'Return'; readonly value: ExprId | undefined }
  | { readonly kind: 'Call'; readonly callee: ExprId; readonly args: readonly ExprId[] }
  | {
      readonly kind: 'MethodCall';
      readonly receiver: ExprId;
      readonly name: string;
      readonly generics: GenericArgsRef | undefined;
      readonly args: readonly ExprId[];
    }
  | { readonly kind: 'Field'; readonly expr: ExprId; readonly name: string }
  | { readonly kind: 'Index'; readonly base: ExprId; readonly index: ExprId }
  | { readonly kind: 'Unary'; readonly op: UnaryOp; readonly expr: ExprId }
  | { readonly kind: 'Binary'; readonly op: BinaryOp; readonly lhs: ExprId; readonly rhs: ExprId }
  | { readonly kind: 'Assign'; readonly lhs: ExprId; readonly rhs: ExprId }
  | { readonly kind: 'AssignOp'; readonly op: ArithOp; readonly lhs: ExprId; readonly rhs: ExprId }
  /** `&e`, `&mut e`; `&raw const e`, `&raw mut e` when `raw`. */
  | { readonly kind: 'Ref'; readonly expr: ExprId; readonly mutable: boolean; readonly raw: boolean }
  | { readonly kind: 'Cast'; readonly expr: ExprId; readonly ty: TypeRef }
  | { readonly kind: 'Tuple'; readonly elems: readonly ExprId[] }
  | { readonly kind: 'Array'; readonly elems: readonly ExprId[] }
  | { readonly kind: 'Repeat'; readonly elem: ExprId; readonly len: ConstRef }
  | {
      readonly kind: 'Struct';
      readonly path: PathRef;
      readonly fields: readonly { readonly name: string; readonly expr: ExprId }[];
      readonly base: ExprId | undefined;
    }
  | {
      readonly kind: 'Closure';
      readonly def: DefId;
      readonly params: readonly PatId[];
      readonly paramTypes: readonly (TypeRef | undefined)[];
      readonly ret: TypeRef | undefined;
      readonly body: ExprId;
      readonly isMove: boolean /** An `async` block is a closure without parameters of coroutine kind. */;
      readonly coroutine: 'none' | 'asyncBlock' | 'asyncClosure' | 'asyncFn';
      /** `#[rustc_inherit_overflow_checks]` stands before it. */
      readonly inheritsOverflowChecks: boolean;
    }
  | { readonly kind: 'InlineConst'; readonly def: DefId; readonly body: ExprId }
  | { readonly kind: 'Await'; readonly expr: ExprId }
  | { readonly kind: 'Yield'; readonly value: ExprId | undefined }
  /** `_` on the left of an assignment. */
  | { readonly kind: 'Underscore' }
  | { readonly kind: 'OffsetOf'; readonly ty: TypeRef; readonly fields: readonly string[] }
  | { readonly kind: 'InlineAsm'; readonly operands: readonly ExprId[] };

export interface MatchArm {
  readonly pat: PatId;
  readonly guard: ExprId | undefined;
  readonly body: ExprId;
}

export type Stmt =
  | {
      readonly kind: 'Let';
      readonly pat: PatId;
      readonly ty: TypeRef | undefined;
      readonly init: ExprId | undefined;
      readonly else: ExprId | undefined;
      /** `super let`: its variables live as long as the temporaries around the block. */
      readonly isSuper: boolean;
      readonly scope: HirFileId | undefined;
    }
  | { readonly kind: 'Expr'; readonly expr: ExprId; readonly semi: boolean };

export type Pat =
  | { readonly kind: 'Missing' }
  | { readonly kind: 'Wild' }
  | { readonly kind: 'Rest' } // `..` outside a tuple or slice: an error
  | { readonly kind: 'Binding'; readonly binding: BindingId; readonly sub: PatId | undefined }
  /** A unit struct, unit variant or const. */
  | { readonly kind: 'Path'; readonly path: PathRef }
  | { readonly kind: 'Literal'; readonly literal: Literal; readonly negative: boolean }
  | {
      readonly kind: 'Range';
      readonly start: PatBound | undefined;
      readonly end: PatBound | undefined;
      readonly inclusive: boolean;
    }
  /** `rest`: index in `pats` at which `..` stood. */
  | { readonly kind: 'Tuple'; readonly pats: readonly PatId[]; readonly rest: number | undefined }
  | {
      readonly kind: 'TupleStruct';
      readonly path: PathRef;
      readonly pats: readonly PatId[];
      readonly rest: number | undefined;
    }
  | {
      readonly kind: 'Struct';
      readonly path: PathRef;
      readonly fields: readonly { readonly name: string; readonly pat: PatId }[];
    }
  | { readonly kind: 'Ref'; readonly pat: PatId; readonly mutable: boolean }
  | { readonly kind: 'Box'; readonly pat: PatId }
  | { readonly kind: 'Or'; readonly pats: readonly PatId[] }
  | {
      readonly kind: 'Slice';
      readonly before: readonly PatId[];
      readonly rest: PatId | 'ignored' | undefined;
      readonly after: readonly PatId[];
    }
  | { readonly kind: 'ConstBlock'; readonly expr: ExprId };

export type PatBound =
  | { readonly kind: 'Literal'; readonly literal: Literal; readonly negative: boolean }
  | { readonly kind: 'Path'; readonly path: PathRef };
