/**
 * Expressions as places and as operands. After `rustc_mir_build::builder::expr::{as_place, as_temp, as_operand,
 * as_constant}`.
 *
 * A `PlaceBuilder` is a place whose base may be a variable that the closure at hand captures. Which capture it goes
 * through can only be told once the whole place is known, as closures capture precise places.
 */
import type { BindingId } from '../../hir/body/body.ts';
import { mkRawPtr, never, prim, unknownTy } from '../../ty/intern.ts';
import type { Ty } from '../../ty/types.ts';
import { copied, derefElem, localPlace } from '../graph.ts';
import type { AssertKind, BlockId, LocalId, Operand, Place, PlaceElem } from '../mir.ts';
import { pointee } from '../typeOps.ts';
import {
  type Builder,
  type CaptureField,
  constant,
  newBlock,
  newLocal,
  newTemp,
  pushAssign,
  terminate,
} from './builder.ts';
import { exprInto } from './exprInto.ts';
import { thir } from './mirror.ts';
import type { ScopeId } from './regionScopes.ts';
import { divergeFrom, inScopeWith, localScope, scheduleDrop, storageLive } from './scope.ts';
import type { Thir, ThirRef } from './thir.ts';

export interface PlaceBuilder {
  /** The local, or the captured variable. */
  readonly local: LocalId | undefined;
  readonly upvar: BindingId | undefined;
  readonly projection: readonly PlaceElem[];
  readonly ty: Ty;
}

export function localBuilder(b: Builder, local: LocalId): PlaceBuilder {
  return { local, upvar: undefined, projection: [], ty: b.locals[local]!.ty };
}

export function project(base: PlaceBuilder, elem: PlaceElem, ty: Ty): PlaceBuilder {
  return { local: base.local, upvar: base.upvar, projection: [...base.projection, elem], ty };
}

export function field(base: PlaceBuilder, index: number, ty: Ty): PlaceBuilder {
  return project(base, { kind: 'Field', index, ty }, ty);
}

export function deref(base: PlaceBuilder, ty?: Ty): PlaceBuilder {
  return project(base, derefElem, ty ?? pointee(base.ty) ?? unknownTy);
}

/** The finished place; undefined for a captured variable of which this part is not captured, so that nothing reads it. */
export function tryPlace(b: Builder, builder: PlaceBuilder): Place | undefined {
  if (builder.local !== undefined) return { local: builder.local, projection: builder.projection };
  const captures = builder.upvar === undefined ? undefined : b.captures.get(builder.upvar);
  for (const candidate of captures ?? []) {
    const rest = restAfter(builder.projection, candidate);
    if (rest) return { local: 1, projection: [...capturePath(b, candidate), ...rest] };
  }
  return undefined;
}

export function toPlace(b: Builder, builder: PlaceBuilder): Place {
  return tryPlace(b, builder) ?? newTemp(b, builder.ty);
}

/** What is left of the projection after the captured place, or undefined if that is no prefix of it. */
function restAfter(projection: readonly PlaceElem[], { capture }: CaptureField): PlaceElem[] | undefined {
  let at = 0;
  for (const step of capture.projections) {
    while (projection[at]?.kind === 'Downcast') at++;
    const elem = projection[at++];
    if (elem?.kind !== step.kind) return undefined;
    if (step.kind === 'Field' && (elem.kind !== 'Field' || elem.index !== step.index)) return undefined;
  }
  return projection.slice(at);
}

function capturePath(b: Builder, { index, capture }: CaptureField): PlaceElem[] {
  const path: PlaceElem[] = [];
  const { closure } = b;
  if (closure?.coroutine === 'none' && closure.kind !== 'FnOnce') path.push(derefElem);
  path.push({ kind: 'Field', index, ty: capture.ty });
  if (capture.mode !== 'copy' && capture.mode !== 'move') path.push(derefElem);
  return path;
}

/** The expression as a place; a value becomes a temporary. */
export function asPlaceBuilder(b: Builder, block: BlockId, ref: ThirRef): readonly [BlockId, PlaceBuilder] {
  const node = thir(b, ref);
  switch (node.kind) {
    case 'Scope':
      return inScopeWith(b, node.scope, () => asPlaceBuilder(b, block, node.value));
    case 'Field': {
      const [next, base] = asPlaceBuilder(b, block, node.base);
      return [next, field(base, node.index, node.ty)];
    }
    case 'Deref': {
      const [next, base] = asPlaceBuilder(b, block, node.arg);
      return [next, deref(base, node.ty)];
    }
    case 'Index':
      return indexed(b, block, node);
    case 'Variable':
      return [block, variable(b, node.binding)];
    case 'Ascribe': {
      const [next, temp] = asTemp(b, block, node.arg.tempScope, node.arg);
      return [next, localBuilder(b, temp)];
    }
    default: {
      const [next, temp] = asTemp(b, block, node.tempScope, node);
      return [next, localBuilder(b, temp)];
    }
  }
}

export function asPlace(b: Builder, block: BlockId, ref: ThirRef): readonly [BlockId, Place] {
  const [next, builder] = asPlaceBuilder(b, block, ref);
  return [next, toPlace(b, builder)];
}

export function variable(b: Builder, binding: BindingId): PlaceBuilder {
  const guarded = b.guardVariables.get(binding);
  if (guarded !== undefined) return deref(localBuilder(b, guarded));
  const local = b.variables.get(binding);
  if (local !== undefined) return localBuilder(b, local);
  const ty = b.infer.bindingTypes[binding] ?? unknownTy;
  if (b.captures.has(binding) || b.closure) return { local: undefined, upvar: binding, projection: [], ty };
  // Used where it is not in scope: an error.
  const made = newLocal(b, ty, b.body.bindings[binding]?.name);
  b.variables.set(binding, made);
  return localBuilder(b, made);
}

function indexed(
  b: Builder,
  block: BlockId,
  node: Extract<Thir, { kind: 'Index' }>,
): readonly [BlockId, PlaceBuilder] {
  const [afterBase, base] = asPlaceBuilder(b, block, node.base);
  // A fresh temporary, so that nothing changes the index after the check.
  const [afterIndex, index] = asTemp(b, afterBase, node.tempScope, thir(b, node.index));
  const next = boundsCheck(b, afterIndex, base, index, node.source);
  return [next, project(base, { kind: 'Index', local: index }, node.ty)];
}

function boundsCheck(
  b: Builder,
  block: BlockId,
  base: PlaceBuilder,
  index: LocalId,
  source: number,
): BlockId {
  const rhs = lengthOf(b, block, toPlace(b, base), base.ty, source);
  const lt = newTemp(b, prim.bool);
  const lhs: Operand = { kind: 'Copy', place: localPlace(index) };
  pushAssign(b, block, lt, { kind: 'BinaryOp', op: 'Lt', lhs, rhs: copied(rhs) }, source);
  return assert(b, block, { kind: 'Move', place: lt }, true, 'BoundsCheck', [rhs, lhs]);
}

/** The length of the array or slice that is there; after rustc's `len_of_slice_or_array`. */
export function lengthOf(b: Builder, block: BlockId, place: Place, ty: Ty, source: number): Operand {
  if (ty.kind === 'Array') return constant({ kind: 'TyConst', value: ty.len }, prim.usize, source);
  const operand = pointerTo(b, block, place, ty, source);
  const len = newTemp(b, prim.usize);
  pushAssign(b, block, len, { kind: 'UnaryOp', op: 'PtrMetadata', operand }, source);
  return { kind: 'Move', place: len };
}

/** A pointer that has the slice's length: the one that is dereferenced, where a local holds it that may be copied. */
function pointerTo(b: Builder, block: BlockId, place: Place, ty: Ty, source: number): Operand {
  const { local, projection } = place;
  const held = b.locals[local]!.ty;
  const mayBeCopied = held.kind === 'RawPtr' || (held.kind === 'Ref' && !held.mutable);
  if (projection.length === 1 && projection[0]!.kind === 'Deref' && mayBeCopied) {
    return { kind: 'Copy', place: localPlace(local) };
  }
  const pointer = newTemp(b, mkRawPtr(ty, false));
  pushAssign(b, block, pointer, { kind: 'RawPtr', place, mutable: false }, source);
  return { kind: 'Move', place: pointer };
}

/** Panics unless the condition is as expected. */
export function assert(
  b: Builder,
  block: BlockId,
  cond: Operand,
  expected: boolean,
  message: AssertKind,
  messageArgs: readonly Operand[],
): BlockId {
  const target = newBlock(b);
  terminate(b, block, { kind: 'Assert', cond, expected, message, messageArgs, target, unwind: undefined });
  divergeFrom(b, block);
  return target;
}

/** Evaluates into a new temporary that is dropped at the end of `scope`. */
export function asTemp(
  b: Builder,
  block: BlockId,
  scope: ScopeId | undefined,
  ref: ThirRef,
): readonly [BlockId, LocalId] {
  const node = thir(b, ref);
  if (node.kind === 'Scope') return inScopeWith(b, node.scope, () => asTemp(b, block, scope, node.value));
  const temp = newLocal(b, node.ty);
  if (isAssigned(b, node)) storageLive(b, block, scope, temp);
  const next = exprInto(b, localPlace(temp), block, node);
  if (scope !== undefined) scheduleDrop(b, scope, temp, node.source);
  return [next, temp];
}

/** False for what only ever leaves: nothing arrives in its temporary. */
function isAssigned(b: Builder, node: Thir): boolean {
  if (node.kind === 'Break' || node.kind === 'Continue' || node.kind === 'Return') return false;
  if (node.kind !== 'Block' || node.ty !== never) return true;
  const block = b.body.exprs[node.id];
  return block?.kind !== 'Block' || block.tail !== undefined || block.labelled;
}

/** Evaluates to an operand; what is not a constant goes through a temporary that is dropped at the end of `scope`. */
export function asOperand(
  b: Builder,
  block: BlockId,
  scope: ScopeId | undefined,
  ref: ThirRef,
): readonly [BlockId, Operand] {
  const node = thir(b, ref);
  if (node.kind === 'Scope') return inScopeWith(b, node.scope, () => asOperand(b, block, scope, node.value));
  if (node.kind === 'Const') {
    return [block, constant(node.constant, node.ty, node.source)];
  }
  const [next, temp] = asTemp(b, block, scope, node);
  return [next, { kind: 'Move', place: localPlace(temp) }];
}

/** An operand that lives no longer than the expression it is an operand of. */
export function asLocalOperand(b: Builder, block: BlockId, ref: ThirRef): readonly [BlockId, Operand] {
  return asOperand(b, block, localScope(b), ref);
}
