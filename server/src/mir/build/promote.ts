/**
 * Promotion of constant temporaries to constants of their own, so that `&1` lives for ever. After
 * `rustc_mir_transform::promote_consts`, but decided on the typed expression instead of on MIR.
 *
 * A shared borrow is promoted when all that is behind it is built from literals, constants and aggregates of them, by
 * operators that cannot fail and the few functions of std that are declared fit for it (`RangeInclusive::new`,
 * `size_of`), holds no `UnsafeCell`, and needs no drop; of mutable borrows only `&mut []` is.
 */
import { never } from '../../ty/intern.ts';
import { returnTerminator } from '../graph.ts';
import type { MirBody, Rvalue } from '../mir.ts';
import { type Builder, constant, newBlock, newLocal, pushAssign, terminate } from './builder.ts';
import { asPlace } from './exprPlace.ts';
import { finishBody } from './finish.ts';
import { thir, thirTy } from './mirror.ts';
import { popScope, pushScope, Scopes } from './scope.ts';
import type { Thir, ThirRef } from './thir.ts';

/** The rvalue of a promoted borrow, or undefined if the borrow must be made at run time. */
export function promote(b: Builder, node: Extract<Thir, { kind: 'Borrow' }>): Rvalue | undefined {
  if (b.isConstContext) return undefined;
  const arg = thirTy(b, node.arg);
  if (node.mutable && !isEmptyArray(b, node.arg)) return undefined;
  const plain = unscoped(b, node.arg);
  // A borrow of a place is no promotion, whatever the place holds.
  if (plain.kind === 'Variable' || plain.kind === 'Deref' || plain.kind === 'Index') return undefined;
  if (b.types.needsDrop(arg) && !isConstantValue(b, plain)) return undefined;
  if (!node.mutable && !b.types.isFreeze(arg) && !isConstantValue(b, plain)) return undefined;
  if (!isPromotable(b, node.arg)) return undefined;
  const index = b.promoteds.length;
  b.promoteds.push(promotedBody(b, node));
  const operand = constant({ kind: 'Promoted', index }, node.ty, node.source);
  return { kind: 'Use', operand };
}

function unscoped(b: Builder, ref: ThirRef): Thir {
  let node = thir(b, ref);
  while (node.kind === 'Scope' || node.kind === 'Use' || node.kind === 'Ascribe')
    node = node.kind === 'Scope' ? node.value : thir(b, node.arg);
  return node;
}

function isEmptyArray(b: Builder, ref: ThirRef): boolean {
  const node = unscoped(b, ref);
  return node.kind === 'Array' && node.elems.length === 0;
}

/** `None`, `[]` and the like: no value of a type that needs drop is inside, whatever the type says. */
function isConstantValue(b: Builder, node: Thir): boolean {
  switch (node.kind) {
    case 'Const': {
      if (node.constant.kind !== 'Unevaluated') return false;
      const { needsDrop, hasMutInterior } = b.constQualifs(node.constant.def);
      return !needsDrop && !hasMutInterior;
    }
    case 'Adt':
      return (
        !b.types.hasDestructor(node.adt) &&
        !b.isUnsafeCell(node.adt) &&
        node.base === undefined &&
        node.fields.every((f) => isHarmless(b, f.expr))
      );
    case 'Array':
    case 'Tuple':
      return node.elems.every((e) => isHarmless(b, e));
    default:
      return false;
  }
}

function isHarmless(b: Builder, ref: ThirRef): boolean {
  const ty = thirTy(b, ref);
  return (!b.types.needsDrop(ty) && b.types.isFreeze(ty)) || isConstantValue(b, unscoped(b, ref));
}

function isPromotable(b: Builder, ref: ThirRef): boolean {
  const node = unscoped(b, ref);
  if (node.ty === never) return false;
  switch (node.kind) {
    case 'Const':
      return node.constant.kind !== 'Static';
    case 'Unary':
      return isPromotable(b, node.arg);
    case 'Binary':
      // Division may fail, and pointers and floats do not compare at compile time.
      if (node.op === 'Div' || node.op === 'Rem') return false;
      // The check for overflow needs the operands, too: rustc promotes, but calls what they call anyway.
      if (b.overflowChecks && mayOverflow.has(node.op) && (makesCall(b, node.lhs) || makesCall(b, node.rhs)))
        return false;
      return isPromotable(b, node.lhs) && isPromotable(b, node.rhs);
    case 'Cast':
      return node.cast !== 'Other' && isPromotable(b, node.arg);
    case 'Array':
    case 'Tuple':
      return node.elems.every((e) => isPromotable(b, e));
    case 'Adt':
      return (
        node.base === undefined &&
        !b.isUnsafeCell(node.adt) &&
        node.fields.every((f) => isPromotable(b, f.expr))
      );
    case 'Repeat':
      return isPromotable(b, node.elem);
    case 'Field':
      return isPromotable(b, node.base);
    case 'Borrow': {
      if (node.raw || node.mutable) return false;
      // To borrow anew what a reference points to is to copy the reference.
      const place = unscoped(b, node.arg);
      if (place.kind === 'Deref' && thirTy(b, place.arg).kind === 'Ref') return isPromotable(b, place.arg);
      return isPromotable(b, node.arg) && b.types.isFreeze(thirTy(b, node.arg));
    }
    case 'Closure':
      return node.upvars.length === 0;
    case 'Call': {
      const callee = thirTy(b, node.func);
      return (
        callee.kind === 'FnDef' &&
        b.isPromotableFn(callee.def) &&
        node.args.every((arg) => isPromotable(b, arg))
      );
    }
    default:
      return false;
  }
}

const mayOverflow: ReadonlySet<string> = new Set(['Add', 'Sub', 'Mul', 'Shl', 'Shr']);

function makesCall(b: Builder, ref: ThirRef): boolean {
  const node = unscoped(b, ref);
  switch (node.kind) {
    case 'Call':
      return true;
    case 'Unary':
    case 'Cast':
      return makesCall(b, node.arg);
    case 'Binary':
      return makesCall(b, node.lhs) || makesCall(b, node.rhs);
    default:
      return false;
  }
}

/** A body that returns the borrow. */
function promotedBody(outer: Builder, node: Extract<Thir, { kind: 'Borrow' }>): MirBody {
  const b: Builder = {
    ...outer,
    scopes: new Scopes(),
    blocks: [],
    locals: [],
    promoteds: [],
    unresolved: outer.unresolved,
    argCount: 0,
    isConstContext: true,
    overflowChecks: false,
    promoting: true,
    marksStorage: false,
    isOptimized: false,
    returnedForEver: new Set(),
    checksPointers: false,
    unitTemp: undefined,
  };
  newLocal(b, node.ty);
  const start = newBlock(b);
  pushScope(b, b.regions.callSite);
  const [block, place] = asPlace(b, start, node.arg);
  pushAssign(
    b,
    block,
    { local: 0, projection: [] },
    { kind: 'Ref', place, mutable: node.mutable },
    node.source,
  );
  terminate(b, popScope(b, block), returnTerminator);
  return finishBody(b);
}
