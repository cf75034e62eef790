/** Expressions as rvalues. After `rustc_mir_build::builder::expr::as_rvalue`. */
import type { ArithOp, CmpOp } from '../../hir/body/body.ts';
import { discriminantTy } from '../../ty/discriminant.ts';
import { mkTuple, type PrimName, prim } from '../../ty/intern.ts';
import { intType, minOf } from '../../ty/intOps.ts';
import type { Ty } from '../../ty/types.ts';
import { copied, projectPlace } from '../graph.ts';
import type { AggregateKind, BlockId, Operand, Place, Rvalue, SourceInfo } from '../mir.ts';
import { type Builder, constant, consume, newTemp, pushAssign, tyOfPlace } from './builder.ts';
import { asOperand, asPlace, assert } from './exprPlace.ts';
import { stmtExpr } from './exprStmt.ts';
import { thir, thirTy } from './mirror.ts';
import type { ScopeId } from './regionScopes.ts';
import { inScopeWith, localScope } from './scope.ts';
import type { Thir, ThirRef } from './thir.ts';

type Built = readonly [BlockId, Rvalue];

const unitRvalue: Rvalue = { kind: 'Aggregate', aggregate: { kind: 'Tuple' }, operands: [] };

/** Temporaries for operands are dropped at the end of `scope`, which outlives the use of the rvalue. */
export function asRvalue(
  b: Builder,
  start: BlockId,
  ref: ThirRef,
  scope: ScopeId | undefined = localScope(b),
): Built {
  const node = thir(b, ref);
  let block = start;
  let operand: Operand;
  switch (node.kind) {
    case 'Scope':
      return inScopeWith(b, node.scope, () => asRvalue(b, start, node.value, scope));
    case 'ThreadLocalRef':
      return [block, { kind: 'ThreadLocalRef', def: node.def }];
    case 'Repeat': {
      [block, operand] = asOperand(b, block, scope, node.elem);
      return [block, { kind: 'Repeat', operand, len: node.len }];
    }
    case 'Binary': {
      let lhs: Operand;
      let rhs: Operand;
      [block, lhs] = asOperand(b, block, scope, node.lhs);
      [block, rhs] = asOperand(b, block, scope, node.rhs);
      return binaryOp(b, block, node.op, node.ty, lhs, rhs, node.source);
    }
    case 'Unary': {
      [block, operand] = asOperand(b, block, scope, node.arg);
      if (node.op === 'Neg' && b.overflowChecks && node.ty.kind === 'Int') {
        const isMin = newTemp(b, prim.bool);
        const min = constant({ kind: 'Scalar', value: minOf(intType(node.ty)!) }, node.ty, node.source);
        const value = copied(operand);
        pushAssign(b, block, isMin, { kind: 'BinaryOp', op: 'Eq', lhs: value, rhs: min }, node.source);
        block = assert(b, block, { kind: 'Move', place: isMin }, false, 'OverflowNeg', [value]);
      }
      return [block, { kind: 'UnaryOp', op: node.op, operand }];
    }
    case 'Cast': {
      [block, operand] = asOperand(b, block, scope, node.arg);
      if (node.cast === 'Numeric') {
        const from = thirTy(b, node.arg);
        if (from.kind === 'Adt') {
          // An enum: its discriminant is cast.
          const discriminant = newTemp(b, discriminantTy(b.db, from) ?? prim.isize);
          if (operand.kind !== 'Constant') {
            const rvalue: Rvalue = { kind: 'Discriminant', place: operand.place };
            pushAssign(b, block, discriminant, rvalue, node.source);
            operand = { kind: 'Move', place: discriminant };
          }
        }
      }
      return [block, { kind: 'Cast', cast: node.cast, operand, ty: node.ty }];
    }
    case 'Array':
    case 'Tuple': {
      const operands: Operand[] = [];
      for (const elem of node.elems) {
        [block, operand] = asOperand(b, block, scope, elem);
        operands.push(operand);
      }
      const aggregate: AggregateKind =
        node.kind === 'Tuple'
          ? { kind: 'Tuple' }
          : { kind: 'Array', elem: node.ty.kind === 'Array' ? node.ty.elem : node.ty };
      return [block, { kind: 'Aggregate', aggregate, operands }];
    }
    case 'Closure': {
      const operands: Operand[] = [];
      for (const upvar of node.upvars) {
        // What is captured by value is moved out of its place directly.
        if (isPlace(thir(b, upvar))) {
          let place: Place;
          [block, place] = asPlace(b, block, upvar);
          operand = consume(b, place);
        } else [block, operand] = asOperand(b, block, scope, upvar);
        operands.push(operand);
      }
      const { def, args } = node;
      const kind = node.isCoroutine ? 'Coroutine' : 'Closure';
      return [block, { kind: 'Aggregate', aggregate: { kind, def, args }, operands }];
    }
    case 'Assign':
    case 'AssignOp':
      return [stmtExpr(b, block, node, undefined), unitRvalue];
    default:
      [block, operand] = asOperand(b, block, scope, node);
      return [block, { kind: 'Use', operand }];
  }
}

/** The built-in operator on scalars, with the checks that it panics by. */
export function binaryOp(
  b: Builder,
  start: BlockId,
  op: ArithOp | CmpOp,
  ty: Ty,
  lhs: Operand,
  rhs: Operand,
  source: SourceInfo,
): Built {
  let block = start;
  const isInteger = ty.kind === 'Int' || ty.kind === 'Uint';
  const operands = [copied(lhs), copied(rhs)];
  if (b.overflowChecks && isInteger) {
    if (op === 'Add' || op === 'Sub' || op === 'Mul') {
      const result = newTemp(b, mkTuple([ty, prim.bool]));
      pushAssign(
        b,
        block,
        result,
        { kind: 'BinaryOp', op: `${op}WithOverflow`, lhs: copied(lhs), rhs: copied(rhs) },
        source,
      );
      const overflow = projectPlace(result, { kind: 'Field', index: 1, ty: prim.bool });
      block = assert(b, block, { kind: 'Move', place: overflow }, false, 'Overflow', [lhs, rhs]);
      const value = projectPlace(result, { kind: 'Field', index: 0, ty });
      return [block, { kind: 'Use', operand: { kind: 'Move', place: value } }];
    }
    if (op === 'Shl' || op === 'Shr') {
      // The amount, as an unsigned number, must be below the width.
      const rhsTy = rhs.kind === 'Constant' ? rhs.ty : tyOfPlace(b, rhs.place);
      const unsigned = rhsTy.kind === 'Int' ? prim[`u${rhsTy.name.slice(1)}` as PrimName] : rhsTy;
      let amount = copied(rhs);
      if (unsigned !== rhsTy) {
        const converted = newTemp(b, unsigned);
        pushAssign(
          b,
          block,
          converted,
          { kind: 'Cast', cast: 'Numeric', operand: amount, ty: unsigned },
          source,
        );
        amount = { kind: 'Move', place: converted };
      }
      const inRange = newTemp(b, prim.bool);
      const width = BigInt(intType(ty)?.bits ?? 0);
      const bits = constant({ kind: 'Scalar', value: width }, unsigned, source);
      pushAssign(b, block, inRange, { kind: 'BinaryOp', op: 'Lt', lhs: amount, rhs: bits }, source);
      block = assert(b, block, { kind: 'Move', place: inRange }, true, 'Overflow', operands);
      return [block, { kind: 'BinaryOp', op, lhs, rhs }];
    }
  }
  if (isInteger && (op === 'Div' || op === 'Rem')) {
    const zero = constant({ kind: 'Scalar', value: 0n }, ty, source);
    const isZero = newTemp(b, prim.bool);
    pushAssign(b, block, isZero, { kind: 'BinaryOp', op: 'Eq', lhs: copied(rhs), rhs: zero }, source);
    const message = op === 'Div' ? 'DivisionByZero' : 'RemainderByZero';
    block = assert(b, block, { kind: 'Move', place: isZero }, false, message, [copied(lhs)]);
    if (ty.kind === 'Int') {
      // `MIN / -1` does not fit.
      const minusOne = constant({ kind: 'Scalar', value: -1n }, ty, source);
      const int = intType(ty);
      const least = int && minOf(int);
      const min = constant({ kind: 'Scalar', value: least }, ty, source);
      const isMinusOne = newTemp(b, prim.bool);
      const isMin = newTemp(b, prim.bool);
      const both = newTemp(b, prim.bool);
      pushAssign(
        b,
        block,
        isMinusOne,
        { kind: 'BinaryOp', op: 'Eq', lhs: copied(rhs), rhs: minusOne },
        source,
      );
      pushAssign(b, block, isMin, { kind: 'BinaryOp', op: 'Eq', lhs: copied(lhs), rhs: min }, source);
      pushAssign(
        b,
        block,
        both,
        {
          kind: 'BinaryOp',
          op: 'BitAnd',
          lhs: { kind: 'Move', place: isMinusOne },
          rhs: { kind: 'Move', place: isMin },
        },
        source,
      );
      block = assert(b, block, { kind: 'Move', place: both }, false, 'OverflowDiv', operands);
    }
  }
  return [block, { kind: 'BinaryOp', op, lhs, rhs }];
}

function isPlace({ kind }: Thir): boolean {
  return kind === 'Variable' || kind === 'Field' || kind === 'Deref' || kind === 'Index';
}
