/**
 * MIR: a body as basic blocks, after drop elaboration; generic over the owner's parameters. After rustc's
 * `rustc_middle::mir`, cut down to what collection, unused-parameter analysis and size estimates read.
 */
import type { DefId } from '../hir/defs.ts';
import type { UnresolvedReason } from '../ty/inferenceResult.ts';
import type { Const, GenericArgs, Ty } from '../ty/types.ts';

export type LocalId = number; // 0 is the return place, 1 … argCount the arguments
export type BlockId = number; // 0 is the start

export interface MirBody {
  readonly def: DefId;
  readonly locals: readonly LocalDecl[];
  readonly argCount: number;
  readonly blocks: readonly BasicBlock[];
  /** Promoted constants: bodies of their own, evaluated once a copy. */
  readonly promoteds: readonly MirBody[];
  /** Of a coroutine: the body of its drop glue. */
  readonly coroutineDrop?: MirBody;
  /** Calls, paths or types in here that could not be resolved. */
  readonly unresolved: readonly MirUnresolved[];
}

export interface MirUnresolved extends UnresolvedReason {
  readonly source: SourceInfo;
  /** What it follows from. */
  readonly root?: UnresolvedReason;
}

export interface LocalDecl {
  readonly ty: Ty;
  /** Of the variable that debuggers find here, or a part of which they do; such a local is kept even if nothing reads it. */
  readonly name: string | undefined;
  /** Debuggers are told that a variable, which is a reference, points here; no statement makes it any more. */
  readonly isPointee?: boolean;
}

/** Where a statement comes from: an expression of the owner's `Body`. */
export type SourceInfo = number; // ExprId, or -1

export interface BasicBlock {
  readonly statements: readonly Statement[];
  readonly terminator: Terminator;
  readonly isCleanup: boolean;
}

export type PlaceElem =
  | { readonly kind: 'Deref' }
  /** `ty` is the field's type. */
  | { readonly kind: 'Field'; readonly index: number; readonly ty: Ty }
  | { readonly kind: 'Index'; readonly local: LocalId }
  | {
      readonly kind: 'ConstantIndex';
      readonly offset: number;
      readonly fromEnd: boolean;
      readonly minLength: number;
    }
  | {
      readonly kind: 'Subslice';
      readonly from: number;
      readonly to: number;
      readonly fromEnd: boolean;
      readonly ty: Ty;
    }
  | { readonly kind: 'Downcast'; readonly variant: number };

export interface Place {
  readonly local: LocalId;
  readonly projection: readonly PlaceElem[];
}

export type Operand =
  | { readonly kind: 'Copy'; readonly place: Place }
  | { readonly kind: 'Move'; readonly place: Place }
  | { readonly kind: 'Constant'; readonly constant: MirConst; readonly ty: Ty; readonly source: SourceInfo };

export type MirConst =
  /** A value without parts that matter: a scalar (value when known), a string, a ZST such as a fn item (its type says which). */
  | {
      readonly kind: 'Scalar';
      readonly value: bigint | boolean | undefined;
      /** What it was put together of, where it has parts. */
      readonly parts?: ConstParts;
    }
  /** Text or bytes, and how many if that is known. Equal ones of one crate are in one place, those of others in others. */
  /** A text of a pattern is another value each time that it is mentioned. */
  | {
      readonly kind: 'Str';
      readonly length: number | undefined;
      readonly text?: string;
      readonly isPattern?: boolean;
    }
  | { readonly kind: 'ZeroSized' }
  /** `const X`, an associated const, an inline const or an anonymous one. */
  | { readonly kind: 'Unevaluated'; readonly def: DefId; readonly args: GenericArgs }
  | { readonly kind: 'Promoted'; readonly index: number }
  /** The address of a static. */
  | { readonly kind: 'Static'; readonly def: DefId }
  | { readonly kind: 'TyConst'; readonly value: Const }
  /** Whether the program that it becomes part of is compiled with such checks. */
  | { readonly kind: 'RuntimeChecks'; readonly checks: 'UbChecks' | 'OverflowChecks' | 'ContractChecks' };

/** A constant that is a struct, a variant or a tuple. */
export interface ConstParts {
  readonly aggregate: AggregateKind;
  readonly fields: readonly MirConst[];
}

export type Rvalue =
  | { readonly kind: 'Use'; readonly operand: Operand }
  | { readonly kind: 'Repeat'; readonly operand: Operand; readonly len: Const }
  | { readonly kind: 'Ref'; readonly place: Place; readonly mutable: boolean }
  | { readonly kind: 'RawPtr'; readonly place: Place; readonly mutable: boolean }
  | { readonly kind: 'Len' | 'Discriminant' | 'CopyForDeref'; readonly place: Place }
  | { readonly kind: 'Cast'; readonly cast: MirCast; readonly operand: Operand; readonly ty: Ty }
  | { readonly kind: 'BinaryOp'; readonly op: string; readonly lhs: Operand; readonly rhs: Operand }
  | { readonly kind: 'UnaryOp'; readonly op: string; readonly operand: Operand }
  | { readonly kind: 'NullaryOp'; readonly op: string; readonly ty: Ty }
  | { readonly kind: 'Aggregate'; readonly aggregate: AggregateKind; readonly operands: readonly Operand[] }
  | { readonly kind: 'ThreadLocalRef'; readonly def: DefId };

export type MirCast =
  | 'ReifyFnPointer'
  | 'UnsafeFnPointer'
  | 'ClosureFnPointer'
  | 'MutToConstPointer'
  | 'ArrayToPointer'
  | 'Unsize'
  | 'Numeric'
  | 'PtrToPtr'
  | 'Transmute'
  /** Between types that are one when all is revealed. */
  | 'Subtype'
  | 'Other';

export type AggregateKind =
  | { readonly kind: 'Array'; readonly elem: Ty }
  | { readonly kind: 'Tuple' }
  | { readonly kind: 'Adt'; readonly def: DefId; readonly variant: number; readonly args: GenericArgs }
  | { readonly kind: 'Closure' | 'Coroutine'; readonly def: DefId; readonly args: GenericArgs };

export type Statement =
  | { readonly kind: 'Assign'; readonly place: Place; readonly rvalue: Rvalue; readonly source: SourceInfo }
  | { readonly kind: 'SetDiscriminant'; readonly place: Place; readonly variant: number }
  | { readonly kind: 'StorageLive' | 'StorageDead'; readonly local: LocalId }
  /** What the compiler may take to be true; a copy of memory (from, to, how many). */
  | {
      readonly kind: 'Intrinsic';
      readonly intrinsic: 'assume' | 'copyNonOverlapping';
      readonly operands: readonly Operand[];
    };

export type Terminator =
  | { readonly kind: 'Goto'; readonly target: BlockId }
  /** `values[i]` goes to `targets[i]`; the last of `targets` is the otherwise branch. */
  | {
      readonly kind: 'SwitchInt';
      readonly discr: Operand;
      readonly values: readonly bigint[];
      readonly targets: readonly BlockId[];
    }
  | { readonly kind: 'Return' | 'Unreachable' | 'UnwindResume' | 'UnwindTerminate' | 'CoroutineDrop' }
  | {
      readonly kind: 'Drop';
      readonly place: Place;
      readonly ty: Ty;
      readonly target: BlockId;
      readonly unwind: BlockId | undefined;
      /** Until drops are elaborated: where a coroutine goes that is dropped here. */
      readonly drop?: BlockId;
      readonly source: SourceInfo;
    }
  /** The callee is an operand; a direct call's is a `ZeroSized` constant of `FnDef` type. */
  | {
      readonly kind: 'Call';
      readonly func: Operand;
      readonly args: readonly Operand[];
      readonly destination: Place;
      readonly target: BlockId | undefined;
      readonly unwind: BlockId | undefined;
      readonly source: SourceInfo;
    }
  | {
      readonly kind: 'Assert';
      readonly cond: Operand;
      readonly expected: boolean;
      readonly message: AssertKind;
      /** What the message tells of: read only where it fails, but read. */
      readonly messageArgs: readonly Operand[];
      readonly target: BlockId;
      readonly unwind: BlockId | undefined;
    }
  | {
      readonly kind: 'Yield';
      readonly value: Operand;
      readonly resume: BlockId;
      /** Where it finds what it is resumed with. */
      readonly resumeArg: Place;
      readonly drop: BlockId | undefined;
    }
  | { readonly kind: 'InlineAsm'; readonly target: BlockId | undefined }
  /** Until drops are elaborated, a jump; what rustc's borrow checker takes for ways, too, are no ways. */
  | { readonly kind: 'FalseEdge'; readonly target: BlockId; readonly imaginary: BlockId }
  | { readonly kind: 'FalseUnwind'; readonly target: BlockId; readonly unwind: BlockId | undefined };

/** Which lang item a failed assertion calls. */
export type AssertKind =
  | 'BoundsCheck'
  | 'Overflow'
  | 'OverflowNeg'
  /** Of a division or its remainder: checked in any case. */
  | 'OverflowDiv'
  | 'DivisionByZero'
  | 'RemainderByZero'
  | 'MisalignedPointerDereference'
  | 'NullPointerDereference'
  | 'InvalidEnumConstruction'
  | 'ResumedAfterReturn'
  | 'ResumedAfterPanic';
