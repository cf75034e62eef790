/**
 * Checks of raw pointers before they are dereferenced: aligned, and not null. Where a program is compiled with checks of
 * what unsafe code promises, rustc adds them to the MIR of its own crates (`rustc_mir_transform::{check_pointers,
 * check_alignment, check_null}`); a box is a pointer, too, once `ElaborateBoxDerefs` has run. What they call when they
 * fail is std's, so they only make bodies longer.
 */
import { mkRawPtr, prim, unit, unknownTy } from '../../ty/intern.ts';
import type { Ty } from '../../ty/types.ts';
import { assign, localPlace, type MutBody } from '../graph.ts';
import type { AssertKind, BlockId, LocalId, Operand, Rvalue, SourceInfo, Statement } from '../mir.ts';
import { placeTy, type TypeOps } from '../typeOps.ts';
import { type PlaceUse, visitStatement } from '../visitPlaces.ts';

export function checkPointers(body: MutBody, types: TypeOps): void {
  if (!body.locals.some(({ ty }) => ty.kind === 'RawPtr')) return;
  insertChecks(body, types, alignment);
  insertChecks(body, types, notNull);
}

interface Check {
  readonly message: AssertKind;
  /** Whether a borrow of something in what is pointed to counts as one of that type. */
  readonly followsBorrows: boolean;
  readonly isExcluded: (pointee: Ty) => boolean;
  /** Pushes the statements of the check and says which local tells whether all is well. */
  emit(pointer: LocalId, use: PlaceUse, push: (ty: Ty, rvalue: Rvalue) => LocalId): LocalId;
}

const alignment: Check = {
  message: 'MisalignedPointerDereference',
  followsBorrows: true,
  isExcluded: (ty) => ty === prim.u8 || ty === prim.i8 || ty === prim.bool,
  emit(pointer, _, push) {
    const address = push(prim.usize, addressOf(pointer, push));
    const mask = push(prim.usize, binary('Sub', someUsize, usize(1n)));
    const rest = push(prim.usize, binary('BitAnd', copy(address), copy(mask)));
    return push(prim.bool, binary('Eq', copy(rest), usize(0n)));
  },
};

const notNull: Check = {
  message: 'NullPointerDereference',
  followsBorrows: false,
  isExcluded: () => false,
  emit(pointer, use, push) {
    const address = push(prim.usize, addressOf(pointer, push));
    // What has no size may be read from anywhere, but not be borrowed from there.
    const isChecked =
      use === 'shared' || use === 'mutable' ? yes : copy(push(prim.bool, binary('Ne', someUsize, usize(0n))));
    const isNull = push(prim.bool, binary('Eq', copy(address), usize(0n)));
    const isBad = push(prim.bool, binary('BitAnd', copy(isNull), isChecked));
    return push(prim.bool, { kind: 'UnaryOp', op: 'Not', operand: copy(isBad) });
  },
};

const source: SourceInfo = -1;
const thinPointer = mkRawPtr(unit, false);
const usize = (value: bigint): Operand => scalar(value, prim.usize);
const yes = scalar(true, prim.bool);
/** The size or alignment of a type, which may be a parameter. */
const someUsize = scalar(undefined, prim.usize);

function scalar(value: bigint | boolean | undefined, ty: Ty): Operand {
  return { kind: 'Constant', constant: { kind: 'Scalar', value }, ty, source };
}

function copy(local: LocalId): Operand {
  return { kind: 'Copy', place: localPlace(local) };
}

function binary(op: string, lhs: Operand, rhs: Operand): Rvalue {
  return { kind: 'BinaryOp', op, lhs, rhs };
}

function addressOf(pointer: LocalId, push: (ty: Ty, rvalue: Rvalue) => LocalId): Rvalue {
  const thin = push(thinPointer, { kind: 'Cast', cast: 'PtrToPtr', operand: copy(pointer), ty: thinPointer });
  return { kind: 'Cast', cast: 'Transmute', operand: copy(thin), ty: prim.usize };
}

function insertChecks(body: MutBody, types: TypeOps, check: Check): void {
  // The blocks that are added have been looked into already.
  for (let block = body.blocks.length - 1; block >= 0; block--) {
    for (let at = body.blocks[block]!.statements.length - 1; at >= 0; at--) {
      const statement = body.blocks[block]!.statements[at]!;
      for (const [pointer, use] of pointersUsed(body, types, statement, check)) {
        insertCheck(body, block, at, check, pointer, use);
      }
    }
  }
}

/** Raw pointers that a statement reads, writes or borrows through. */
function pointersUsed(
  body: MutBody,
  types: TypeOps,
  statement: Statement,
  { followsBorrows, isExcluded }: Check,
): [pointer: LocalId, use: PlaceUse][] {
  const found: [LocalId, PlaceUse][] = [];
  visitStatement(statement, (place, use) => {
    if (use === 'inspect' || use === 'rawConst' || use === 'rawMut') return;
    if (place.projection[0]?.kind !== 'Deref') return;
    const pointerTy = body.locals[place.local]!.ty;
    if (pointerTy.kind !== 'RawPtr') return;
    const isBorrow = use === 'shared' || use === 'mutable';
    const pointee = followsBorrows && isBorrow ? placeTy(body.locals, place, unknownTy) : pointerTy.inner;
    if (!types.isSized(pointee)) return;
    if (isExcluded(pointee.kind === 'Array' ? pointee.elem : pointee)) return;
    found.push([place.local, use]);
  });
  return found;
}

/** Splits the block before the statement, which goes on only if the check holds. */
function insertCheck(
  body: MutBody,
  block: BlockId,
  at: number,
  check: Check,
  pointer: LocalId,
  use: PlaceUse,
): void {
  const before = body.blocks[block]!;
  const rest = body.blocks.length;
  body.blocks.push({ ...before, statements: before.statements.slice(at) });
  before.statements = before.statements.slice(0, at);
  const isFine = check.emit(pointer, use, (ty, rvalue) => {
    const local = body.locals.push({ ty, name: undefined }) - 1;
    before.statements.push(assign(localPlace(local), rvalue, source));
    return local;
  });
  before.terminator = {
    kind: 'Assert',
    cond: copy(isFine),
    expected: true,
    message: check.message,
    messageArgs: [],
    target: rest,
    unwind: undefined,
  };
}
