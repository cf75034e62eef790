/** The tests of a decision tree: which one a pair asks for, where it sends other pairs, and its code. After `rustc_mir_build::builder::matches::{test, buckets}`. */
import type { DefId } from '../../../hir/defs.ts';
import { mkArgs, mkFnDef, mkRef, mkSlice, prim, unknownTy } from '../../../ty/intern.ts';
import type { Ty } from '../../../ty/types.ts';
import { derefElem, projectPlace, switchBool } from '../../graph.ts';
import type { BlockId, Operand } from '../../mir.ts';
import { placeTy } from '../../typeOps.ts';
import { type Builder, constant, newBlock, newTemp, pushAssign, terminate } from '../builder.ts';
import { emitCall } from '../exprInto.ts';
import { lengthOf, toPlace } from '../exprPlace.ts';
import type { MatchPair, PatConst } from './pairs.ts';

export type MatchTest =
  | { readonly kind: 'Switch'; readonly adt: DefId }
  | { readonly kind: 'SwitchInt' }
  | { readonly kind: 'If' }
  | { readonly kind: 'Eq'; readonly constant: PatConst }
  | {
      readonly kind: 'Range';
      readonly low: PatConst | undefined;
      readonly high: PatConst | undefined;
      readonly inclusive: boolean;
    }
  | { readonly kind: 'Len'; readonly length: number; readonly atLeast: boolean };

/** One outcome of a test. */
export interface Branch {
  readonly key: string;
  /** The variant or the number, for a switch. */
  readonly variant?: number;
  readonly value?: bigint;
}

const success: Branch = { key: 'success' };
const failure: Branch = { key: 'failure' };

function isSwitchTy(ty: Ty): boolean {
  return ty.kind === 'Int' || ty.kind === 'Uint' || ty.kind === 'Char';
}

export function chooseTest({ test }: MatchPair): MatchTest {
  switch (test.kind) {
    case 'Variant':
      return { kind: 'Switch', adt: test.adt };
    case 'Constant':
      if (test.constant.value !== undefined) {
        if (test.constant.ty.kind === 'Bool') return { kind: 'If' };
        if (isSwitchTy(test.constant.ty)) return { kind: 'SwitchInt' };
      }
      return { kind: 'Eq', constant: test.constant };
    case 'Range':
      return { kind: 'Range', low: test.low, high: test.high, inclusive: test.inclusive };
    case 'Slice':
      return { kind: 'Len', length: test.length, atLeast: test.variable };
    case 'Or':
      throw new Error('alternatives are expanded before a test is chosen');
  }
}

interface Sorted {
  readonly branch: Branch;
  /** The pair is settled by the outcome; what is below it comes next. */
  readonly settled: boolean;
}

/** Where the pair, of the same place as the test, belongs; undefined if several outcomes may lead to it. */
export function sortPair(
  test: MatchTest,
  { test: wanted }: MatchPair,
  branches: ReadonlyMap<string, { readonly branch: Branch }>,
): Sorted | undefined {
  switch (test.kind) {
    case 'Switch':
      if (wanted.kind !== 'Variant') return undefined;
      return { branch: { key: `variant ${wanted.variant}`, variant: wanted.variant }, settled: true };
    case 'If':
      if (wanted.kind !== 'Constant' || wanted.constant.value === undefined) return undefined;
      return { branch: wanted.constant.value === 0n ? failure : success, settled: true };
    case 'SwitchInt':
      if (wanted.kind === 'Constant' && wanted.constant.value !== undefined) {
        const { value } = wanted.constant;
        return { branch: { key: `value ${value}`, value }, settled: true };
      }
      if (wanted.kind === 'Range') {
        // Among the failures, if none of the numbers switched on lies in it.
        for (const { branch } of branches.values()) {
          if (branch.value !== undefined && contains(wanted, branch.value) !== false) return undefined;
        }
        return { branch: failure, settled: false };
      }
      return undefined;
    case 'Eq':
      if (wanted.kind !== 'Constant') return undefined;
      if (wanted.constant.key === test.constant.key) return { branch: success, settled: true };
      // Two literals that differ exclude each other; named constants may be equal.
      return isLiteral(wanted.constant) && isLiteral(test.constant)
        ? { branch: failure, settled: false }
        : undefined;
    case 'Range':
      if (wanted.kind === 'Range') {
        const same =
          wanted.low?.key === test.low?.key &&
          wanted.high?.key === test.high?.key &&
          wanted.inclusive === test.inclusive;
        if (same) return { branch: success, settled: true };
        return areDisjoint(wanted, test) ? { branch: failure, settled: false } : undefined;
      }
      if (wanted.kind === 'Constant' && wanted.constant.value !== undefined) {
        return contains(test, wanted.constant.value) === false
          ? { branch: failure, settled: false }
          : undefined;
      }
      return undefined;
    case 'Len':
      return wanted.kind === 'Slice' ? sortLength(test, wanted) : undefined;
  }
}

function sortLength(
  test: { readonly length: number; readonly atLeast: boolean },
  wanted: { readonly length: number; readonly variable: boolean },
): Sorted | undefined {
  if (!test.atLeast) {
    if (!wanted.variable) {
      return wanted.length === test.length
        ? { branch: success, settled: true }
        : { branch: failure, settled: false };
    }
    // Exactly `test.length` against at least `wanted.length`.
    return wanted.length > test.length ? { branch: failure, settled: false } : undefined;
  }
  if (!wanted.variable) {
    return wanted.length < test.length
      ? { branch: failure, settled: false }
      : { branch: success, settled: false };
  }
  if (wanted.length === test.length) return { branch: success, settled: true };
  return wanted.length > test.length ? { branch: success, settled: false } : undefined;
}

function isLiteral(value: PatConst): boolean {
  return value.constant.kind !== 'Unevaluated';
}

interface Range {
  readonly low: PatConst | undefined;
  readonly high: PatConst | undefined;
  readonly inclusive: boolean;
}

/** Whether the number lies in the range; undefined if a bound is not known. */
function contains({ low, high, inclusive }: Range, value: bigint): boolean | undefined {
  if ((low && low.value === undefined) || (high && high.value === undefined)) return undefined;
  if (low?.value !== undefined && value < low.value) return false;
  if (high?.value !== undefined && (inclusive ? value > high.value : value >= high.value)) return false;
  return true;
}

function areDisjoint(x: Range, y: Range): boolean {
  const before = (a: Range, c: Range) =>
    a.high?.value !== undefined &&
    c.low?.value !== undefined &&
    (a.inclusive ? a.high.value < c.low.value : a.high.value <= c.low.value);
  return before(x, y) || before(y, x);
}

/** Builds the test; outcomes without a target of their own go to `otherwise`. */
export function performTest(
  b: Builder,
  block: BlockId,
  otherwise: BlockId,
  pair: MatchPair,
  test: MatchTest,
  targets: ReadonlyMap<string, { readonly branch: Branch; readonly block: BlockId }>,
): void {
  const source = -1;
  const place = toPlace(b, pair.place);
  const yes = targets.get(success.key)?.block ?? otherwise;
  const no = targets.get(failure.key)?.block ?? otherwise;
  switch (test.kind) {
    case 'Switch': {
      const values: bigint[] = [];
      const blocks: BlockId[] = [];
      b.types.variants(test.adt).forEach((_, variant) => {
        const target = targets.get(`variant ${variant}`);
        if (!target) return;
        values.push(b.types.discriminant(test.adt, variant));
        blocks.push(target.block);
      });
      const discr = newTemp(b, prim.isize);
      pushAssign(b, block, discr, { kind: 'Discriminant', place }, source);
      terminate(b, block, {
        kind: 'SwitchInt',
        discr: { kind: 'Move', place: discr },
        values,
        targets: [...blocks, no],
      });
      break;
    }
    case 'SwitchInt': {
      const values: bigint[] = [];
      const blocks: BlockId[] = [];
      for (const { branch, block: target } of targets.values()) {
        if (branch.value === undefined) continue;
        values.push(branch.value);
        blocks.push(target);
      }
      terminate(b, block, {
        kind: 'SwitchInt',
        discr: { kind: 'Copy', place },
        values,
        targets: [...blocks, no],
      });
      break;
    }
    case 'If':
      terminate(b, block, switchBool({ kind: 'Copy', place }, yes, no));
      break;
    case 'Eq':
      equality(b, block, pair, test.constant, yes, no);
      break;
    case 'Range': {
      let at = block;
      const value: Operand = { kind: 'Copy', place };
      if (test.low) {
        const next = newBlock(b);
        compare(b, at, 'Le', patOperand(test.low), value, next, no);
        at = next;
      }
      if (test.high) compare(b, at, test.inclusive ? 'Le' : 'Lt', value, patOperand(test.high), yes, no);
      else terminate(b, at, { kind: 'Goto', target: yes });
      break;
    }
    case 'Len': {
      const actual = lengthOf(b, block, place, placeTy(b.locals, place, unknownTy), source);
      const expected = constant({ kind: 'Scalar', value: BigInt(test.length) }, prim.usize, source);
      compare(b, block, test.atLeast ? 'Ge' : 'Eq', actual, expected, yes, no);
      break;
    }
  }
}

function patOperand({ constant: value, ty }: PatConst): Operand {
  return constant(value, ty, -1);
}

function compare(
  b: Builder,
  block: BlockId,
  op: string,
  lhs: Operand,
  rhs: Operand,
  yes: BlockId,
  no: BlockId,
): void {
  const result = newTemp(b, prim.bool);
  pushAssign(b, block, result, { kind: 'BinaryOp', op, lhs, rhs }, -1);
  terminate(b, block, switchBool({ kind: 'Move', place: result }, yes, no));
}

function isScalarTy({ kind }: Ty): boolean {
  return kind === 'Bool' || kind === 'Char' || kind === 'Int' || kind === 'Uint' || kind === 'Float';
}

/**
 * Strings compare by a call of `PartialEq::eq`, all other constants by value. To rustc a constant slice or array is the
 * pattern of its elements; where these are not known here, it is taken for one value.
 */
function equality(
  b: Builder,
  block: BlockId,
  pair: MatchPair,
  value: PatConst,
  yes: BlockId,
  no: BlockId,
): void {
  const place = toPlace(b, pair.place);
  const ty = value.ty.kind === 'Ref' ? value.ty.inner : value.ty;
  const elem = ty.kind === 'Slice' || ty.kind === 'Array' ? ty.elem : undefined;
  const isText = ty.kind === 'Str' || (elem !== undefined && !isScalarTy(elem));
  if (!isText || b.partialEq === undefined) {
    compare(b, block, 'Eq', { kind: 'Copy', place }, patOperand(value), yes, no);
    return;
  }
  let lhs: Operand = { kind: 'Copy', place };
  let rhs = patOperand(value);
  let compared: Ty = ty;
  if (ty.kind === 'Str' && value.ty.kind === 'Ref') {
    // What the pattern matches is the text itself.
    const borrowed = newTemp(b, value.ty);
    const text = projectPlace(place, derefElem);
    pushAssign(b, block, borrowed, { kind: 'Ref', place: text, mutable: false }, -1);
    lhs = { kind: 'Copy', place: borrowed };
  }
  if (ty.kind === 'Array') {
    // Compared as slices.
    compared = mkSlice(ty.elem);
    const target = mkRef(compared, false);
    const unsized = newTemp(b, target);
    pushAssign(b, block, unsized, { kind: 'Cast', cast: 'Unsize', operand: lhs, ty: target }, -1);
    lhs = { kind: 'Copy', place: unsized };
    rhs = constant({ kind: 'Str', length: undefined }, target, -1);
  }
  const func = constant({ kind: 'ZeroSized' }, mkFnDef(b.partialEq, mkArgs([compared, compared])), -1);
  const result = newTemp(b, prim.bool);
  const next = emitCall(b, block, func, [lhs, rhs], result, true, -1);
  terminate(b, next, switchBool({ kind: 'Move', place: result }, yes, no));
}
