/**
 * The state of building one body's MIR, and the smallest steps on it: new blocks, locals and statements.
 *
 * Building follows rustc's `rustc_mir_build::builder`: the functions of this folder take the builder and the block to
 * append to, and return the block at which control goes on. Expressions come as {@link Thir}: typed, with every
 * adjustment, overloaded operator and auto-dereference spelled out.
 *
 * What rustc builds for the borrow checker alone, false edges and fake reads, is left out.
 */
import type { BindingId, Body, ExprId } from '../../hir/body/body.ts';
import type { DefId } from '../../hir/defs.ts';
import type { Database } from '../../query/database.ts';
import type { Capture, ClosureInfo, InferenceResult } from '../../ty/inferenceResult.ts';
import { unit, unknownTy } from '../../ty/intern.ts';
import type { ParamEnv } from '../../ty/obligation.ts';
import type { GenericArgs, Ty } from '../../ty/types.ts';
import type { ConstQualifs } from '../constQualifs.ts';
import { assign, localPlace } from '../graph.ts';
import type {
  BlockId,
  LocalDecl,
  LocalId,
  MirBody,
  MirConst,
  MirUnresolved,
  Operand,
  Place,
  Rvalue,
  SourceInfo,
  Statement,
  Terminator,
} from '../mir.ts';
import { placeTy, type TypeOps } from '../typeOps.ts';
import type { RegionScopes } from './regionScopes.ts';
import type { Scopes } from './scope.ts';

/** A block that may still lack its terminator. */
export interface BlockData {
  statements: Statement[];
  terminator: Terminator | undefined;
  isCleanup: boolean;
}

export interface Builder {
  readonly db: Database;
  /** The body being built: a function, const, static, closure … */
  readonly def: DefId;
  /** The lowered body and inference result of its owner. */
  readonly body: Body;
  readonly infer: InferenceResult;
  readonly env: ParamEnv;
  /** The owner's own parameters as arguments. */
  readonly identityArgs: GenericArgs;
  readonly types: TypeOps;
  readonly regions: RegionScopes;
  readonly scopes: Scopes;
  readonly blocks: BlockData[];
  readonly locals: LocalDecl[];
  readonly promoteds: MirBody[];
  readonly unresolved: MirUnresolved[];
  readonly argCount: number;
  /** The locals of bindings. */
  readonly variables: Map<BindingId, LocalId>;
  /** Inside a guard: references to what its arm's bindings will bind. */
  readonly guardVariables: Map<BindingId, LocalId>;
  /** Set for a closure's body. */
  readonly closure: ClosureInfo | undefined;
  /** The captures of each binding, when the body is a closure's. */
  readonly captures: ReadonlyMap<BindingId, readonly CaptureField[]>;
  /** Constants, statics and promoteds: temporaries extended to the whole body are never dropped. */
  readonly isConstContext: boolean;
  readonly overflowChecks: boolean;
  /** Whether statements say where the storage of a local begins and ends. */
  readonly marksStorage: boolean;
  /** What is done about the body once it is built is done as part of optimization. */
  readonly isOptimized: boolean;
  /** What is returned as it is, and not borrowed anew: it lives as long as is asked for. */
  returnedForEver: ReadonlySet<ExprId>;
  /** Raw pointers are checked before they are dereferenced. */
  readonly checksPointers: boolean;
  /** Whether a promoted constant is being built: no temporary of it is ever dropped. */
  readonly promoting: boolean;
  unitTemp: LocalId | undefined;
  /** Of the variables of guarded arms: the references that their guards will see. */
  readonly guardLocals: Map<BindingId, LocalId>;
  /** The resume argument of a coroutine. */
  readonly resumeArg: LocalId | undefined;
  lang(name: string): DefId | undefined;
  /** `PartialEq::eq`. */
  readonly partialEq: DefId | undefined;
  /** The number that a constant has, if it can be told. */
  constValue(def: DefId, args: GenericArgs): bigint | undefined;
  isUnsafeCell(adt: DefId): boolean;
  constQualifs(constant: DefId): ConstQualifs;
  /** `#[rustc_promotable]` */
  isPromotableFn(fn: DefId): boolean;
}

export interface CaptureField {
  readonly index: number;
  readonly capture: Capture;
}

export function newBlock(b: Builder): BlockId {
  b.blocks.push({ statements: [], terminator: undefined, isCleanup: false });
  return b.blocks.length - 1;
}

export function newCleanupBlock(b: Builder): BlockId {
  b.blocks.push({ statements: [], terminator: undefined, isCleanup: true });
  return b.blocks.length - 1;
}

export function newLocal(b: Builder, ty: Ty, name?: string): LocalId {
  b.locals.push({ ty, name });
  return b.locals.length - 1;
}

export function newTemp(b: Builder, ty: Ty): Place {
  return localPlace(newLocal(b, ty));
}

/** Where `()` goes that nobody reads. */
export function unitTemp(b: Builder): Place {
  b.unitTemp ??= newLocal(b, unit);
  return localPlace(b.unitTemp);
}

export function push(b: Builder, block: BlockId, statement: Statement): void {
  b.blocks[block]!.statements.push(statement);
}

export function pushAssign(
  b: Builder,
  block: BlockId,
  place: Place,
  rvalue: Rvalue,
  source: SourceInfo,
): void {
  push(b, block, assign(place, rvalue, source));
}

export function pushAssignUnit(b: Builder, block: BlockId, place: Place, source: SourceInfo): void {
  const operand = constant({ kind: 'ZeroSized' }, unit, source);
  pushAssign(b, block, place, { kind: 'Use', operand }, source);
}

export function terminate(b: Builder, block: BlockId, terminator: Terminator): void {
  b.blocks[block]!.terminator = terminator;
}

export function gotoBlock(b: Builder, from: BlockId, target: BlockId): void {
  terminate(b, from, { kind: 'Goto', target });
}

export function constant(value: MirConst, ty: Ty, source: SourceInfo): Operand {
  return { kind: 'Constant', constant: value, ty, source };
}

export function boolConstant(value: boolean, ty: Ty, source: SourceInfo): Operand {
  return constant({ kind: 'Scalar', value }, ty, source);
}

export function tyOfPlace(b: Builder, place: Place): Ty {
  return placeTy(b.locals, place, unknownTy);
}

/** Reads a place as a value: copied if its type is `Copy`, else moved out. */
export function consume(b: Builder, place: Place): Operand {
  return b.types.isCopy(tyOfPlace(b, place)) ? { kind: 'Copy', place } : { kind: 'Move', place };
}

export function reportUnresolved(b: Builder, reason: MirUnresolved): void {
  b.unresolved.push(reason);
}
