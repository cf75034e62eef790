/** Expressions evaluated straight into their destination. After `rustc_mir_build::builder::expr::into`. */
import { codegenFnAttrs } from '../../hir/codegenAttrs.ts';
import { defData } from '../../hir/defs.ts';
import { prim, unknownTy } from '../../ty/intern.ts';
import type { Ty } from '../../ty/types.ts';
import { derefElem, projectPlace, unreachable } from '../graph.ts';
import type { BlockId, Operand, Place } from '../mir.ts';
import { pointee as pointeeTy } from '../typeOps.ts';
import { awaitInto } from './awaitLoop.ts';
import {
  type Builder,
  boolConstant,
  constant,
  consume,
  gotoBlock,
  newBlock,
  newTemp,
  pushAssign,
  pushAssignUnit,
  reportUnresolved,
  terminate,
  unitTemp,
} from './builder.ts';
import { asLocalOperand, asPlace, asPlaceBuilder, asTemp, toPlace, tryPlace } from './exprPlace.ts';
import { asRvalue } from './exprRvalue.ts';
import { blockInto, stmtExpr } from './exprStmt.ts';
import { thenElseBreak } from './matches/condition.ts';
import { matchInto } from './matches/lower.ts';
import { thir, thirTy } from './mirror.ts';
import { promote } from './promote.ts';
import {
  divergeFrom,
  dropWhileSuspended,
  inBreakableScope,
  inIfThenScope,
  inScope,
  localScope,
  recordOperandsMoved,
} from './scope.ts';
import type { Thir, ThirRef } from './thir.ts';

type NodeOf<K extends Thir['kind']> = Extract<Thir, { kind: K }>;

export function exprInto(b: Builder, destination: Place, start: BlockId, ref: ThirRef): BlockId {
  const node = thir(b, ref);
  let block = start;
  const { source } = node;
  switch (node.kind) {
    case 'Scope':
      return inScope(b, node.scope, () => exprInto(b, destination, start, node.value));
    case 'Block':
      return blockInto(b, destination, block, node.id);
    case 'Match':
      return matchInto(b, destination, block, node);
    case 'If':
      return ifInto(b, destination, block, node);
    case 'Let': {
      const scope = localScope(b);
      const [yes, no] = inIfThenScope(b, scope, () => thenElseBreak(b, start, node, undefined, scope));
      return boolJoin(b, destination, yes, no, node);
    }
    case 'Logical':
      return logicalInto(b, destination, block, node);
    case 'NeverToAny': {
      const inner = node.arg.kind === 'Scope' ? node.arg.value : node.arg;
      [block] = asTemp(b, block, localScope(b), node.arg);
      if (inner.kind === 'Call') return block;
      terminate(b, block, unreachable);
      return newBlock(b);
    }
    case 'Loop': {
      const loop = newBlock(b);
      gotoBlock(b, block, loop);
      return inBreakableScope(b, node.id, loop, destination, () => {
        const body = newBlock(b);
        terminate(b, loop, { kind: 'FalseUnwind', target: body, unwind: undefined });
        divergeFrom(b, loop);
        gotoBlock(b, exprInto(b, unitTemp(b), body, node.body), loop);
        return undefined;
      });
    }
    case 'Call':
      return callInto(b, destination, block, node);
    case 'Use':
      return exprInto(b, destination, block, node.arg);
    case 'Borrow': {
      const promoted = node.raw ? undefined : promote(b, node);
      if (promoted) {
        // It is a place to be borrowed from.
        const reference = newTemp(b, node.ty);
        pushAssign(b, block, reference, promoted, source);
        const operand: Operand = { kind: 'Copy', place: reference };
        pushAssign(b, block, destination, { kind: 'Use', operand }, source);
        return block;
      }
      let place: Place;
      [block, place] = asPlace(b, block, node.arg);
      pushAssign(
        b,
        block,
        destination,
        { kind: node.raw ? 'RawPtr' : 'Ref', place, mutable: node.mutable },
        source,
      );
      return block;
    }
    case 'Adt':
      return adtInto(b, destination, block, node);
    case 'Assign':
    case 'AssignOp':
      block = stmtExpr(b, block, node, undefined);
      pushAssignUnit(b, block, destination, source);
      return block;
    case 'Break':
    case 'Continue':
    case 'Return':
      return stmtExpr(b, block, node, undefined);
    case 'Variable':
    case 'Ascribe':
    case 'Field':
    case 'Index':
    case 'Deref': {
      const [next, builder] = asPlaceBuilder(b, block, node);
      const place = tryPlace(b, builder);
      if (place) pushAssign(b, next, destination, { kind: 'Use', operand: consume(b, place) }, source);
      return next;
    }
    case 'Await':
      return awaitInto(b, destination, block, node);
    case 'Yield': {
      let value: Operand = constant({ kind: 'ZeroSized' }, prim.bool, source);
      if (node.value !== undefined) [block, value] = asLocalOperand(b, block, node.value);
      const resume = newBlock(b);
      terminate(b, block, { kind: 'Yield', value, resume, resumeArg: destination, drop: undefined });
      dropWhileSuspended(b, block);
      return resume;
    }
    case 'InlineAsm': {
      for (const operand of node.operands) [block] = asLocalOperand(b, block, operand);
      const target = newBlock(b);
      terminate(b, block, { kind: 'InlineAsm', target });
      return target;
    }
    case 'Unresolved': {
      const known = b.infer.unresolved.find((u) => u.expr === source);
      const expr = b.body.exprs[source];
      if (known) {
        const { expr: _, ...reason } = known;
        reportUnresolved(b, { source, ...reason });
      } else {
        reportUnresolved(b, { source, cause: 'expression', detail: expr?.kind ?? '', on: unknownTy });
      }
      for (const part of node.parts) [block] = asTemp(b, block, localScope(b), part);
      return block;
    }
    default: {
      const [next, rvalue] = asRvalue(b, block, node);
      pushAssign(b, next, destination, rvalue, source);
      return next;
    }
  }
}

function ifInto(b: Builder, destination: Place, start: BlockId, node: NodeOf<'If'>): BlockId {
  const condition = localScope(b);
  let then = start;
  let otherwise = start;
  // The scope of the `if`'s condition ends before the `else`: what it binds is dropped on either way out.
  const inner = inScope(b, node.scope, () => {
    [then, otherwise] = inIfThenScope(b, condition, () => {
      const holds = thenElseBreak(b, start, node.cond, condition, node.scope);
      return exprInto(b, destination, holds, node.thenExpr);
    });
    return then;
  });
  if (node.elseExpr !== undefined) otherwise = exprInto(b, destination, otherwise, node.elseExpr);
  else pushAssignUnit(b, otherwise, destination, node.source);
  const join = newBlock(b);
  gotoBlock(b, inner, join);
  gotoBlock(b, otherwise, join);
  return join;
}

function logicalInto(b: Builder, destination: Place, start: BlockId, node: NodeOf<'Logical'>): BlockId {
  const scope = localScope(b);
  const [holds, fails] = inIfThenScope(b, scope, () => thenElseBreak(b, start, node.lhs, scope, scope));
  const [short, onward] = node.op === 'And' ? [fails, holds] : [holds, fails];
  const value = boolConstant(node.op === 'Or', prim.bool, node.source);
  pushAssign(b, short, destination, { kind: 'Use', operand: value }, node.source);
  const rhs = exprInto(b, destination, onward, node.rhs);
  const join = newBlock(b);
  gotoBlock(b, rhs, join);
  gotoBlock(b, short, join);
  return join;
}

function boolJoin(b: Builder, destination: Place, yes: BlockId, no: BlockId, node: Thir): BlockId {
  const join = newBlock(b);
  for (const [block, value] of [
    [yes, true],
    [no, false],
  ] as const) {
    const operand = boolConstant(value, prim.bool, node.source);
    pushAssign(b, block, destination, { kind: 'Use', operand }, node.source);
    gotoBlock(b, block, join);
  }
  return join;
}

function callInto(b: Builder, destination: Place, start: BlockId, node: NodeOf<'Call'>): BlockId {
  const [afterFunc, func] = asLocalOperand(b, start, node.func);
  let block = afterFunc;
  const [pointer, value] = node.args;
  const writer = pointer !== undefined && value !== undefined ? writingIntrinsic(b, func) : undefined;
  if (writer) {
    // Straight to where the pointer points.
    let target: Operand;
    [block, target] = asLocalOperand(b, block, pointer!);
    if (target.kind !== 'Constant') {
      const pointee = projectPlace(target.place, derefElem);
      if (writer === 'write_via_move') return exprInto(b, pointee, block, value!);
      const place = valueWithin(b, pointee, pointeeTy(node.ty), thirTy(b, value!));
      block = exprInto(b, place, block, value!);
      pushAssign(b, block, destination, { kind: 'Use', operand: target }, node.source);
      recordOperandsMoved(b, [target]);
      return block;
    }
  }
  const args: Operand[] = [];
  for (const arg of node.args) {
    let operand: Operand;
    [block, operand] = asLocalOperand(b, block, arg);
    args.push(operand);
  }
  recordOperandsMoved(b, args);
  return emitCall(b, block, func, args, destination, b.types.isInhabited(node.ty), node.source);
}

/** An intrinsic that builds its value where a pointer, or a box that it returns, points. */
function writingIntrinsic(b: Builder, func: Operand): 'write_via_move' | 'write_box_via_move' | undefined {
  if (func.kind !== 'Constant' || func.ty.kind !== 'FnDef') return undefined;
  const { name } = defData(func.ty.def);
  if (name !== 'write_via_move' && name !== 'write_box_via_move') return undefined;
  return codegenFnAttrs(b.db, func.ty.def).isIntrinsic ? name : undefined;
}

/** Where the value of that type is in the wrappers of a `MaybeUninit` around it. */
function valueWithin(b: Builder, wrapper: Place, wrapperTy: Ty | undefined, value: Ty): Place {
  let place = wrapper;
  for (let ty = wrapperTy; ty?.kind === 'Adt' && ty !== value; ) {
    const [variant] = b.types.variants(ty.def);
    const fields: readonly Ty[] = variant === undefined ? [] : b.types.fieldTys(variant, ty.args);
    const index = fields.length - 1;
    const field = fields[index];
    if (!field) break;
    place = projectPlace(place, { kind: 'Field', index, ty: field });
    ty = field;
  }
  return place;
}

/** The call itself. The block returned is unreachable when the call does not return. */
export function emitCall(
  b: Builder,
  block: BlockId,
  func: Operand,
  args: readonly Operand[],
  destination: Place,
  returns: boolean,
  source: number,
): BlockId {
  const success = newBlock(b);
  const target = returns ? success : undefined;
  terminate(b, block, { kind: 'Call', func, args, destination, target, unwind: undefined, source });
  divergeFrom(b, block);
  return success;
}

/** A struct literal, a constructor call, or a unit value; `..base` supplies the fields that are not named. */
function adtInto(b: Builder, destination: Place, start: BlockId, node: NodeOf<'Adt'>): BlockId {
  let block = start;
  const given = new Map<number, Operand>();
  for (const { index, expr } of node.fields) {
    let operand: Operand;
    [block, operand] = asLocalOperand(b, block, expr);
    given.set(index, operand);
  }
  const operands: Operand[] = [];
  const { adt, variant, args } = node;
  const def = b.types.variants(adt)[variant];
  if (node.base !== undefined && def !== undefined) {
    const [next, base] = asPlaceBuilder(b, block, node.base);
    block = next;
    b.types.fieldTys(def, args).forEach((ty, index) => {
      const operand = given.get(index);
      const rest = () =>
        consume(
          b,
          toPlace(b, { ...base, projection: [...base.projection, { kind: 'Field', index, ty }], ty }),
        );
      operands.push(operand ?? rest());
    });
  } else {
    for (const index of [...given.keys()].sort((x, y) => x - y)) operands.push(given.get(index)!);
  }
  const aggregate = { kind: 'Adt', def: adt, variant, args } as const;
  pushAssign(b, block, destination, { kind: 'Aggregate', aggregate, operands }, node.source);
  return block;
}
