/**
 * What promoted constants and statics hold: where their code does no more than put literals together, and compute integers
 * from them and from what const functions like `size_of` say, that is known, and so is what is read of them. What else they
 * hold is text of a known length, or some address.
 */

import type { ArithOp } from '../../../hir/body/body.ts';
import { itemOfKind } from '../../../hir/defMap/defSource.ts';
import { assocContainer, type DefId, defKind } from '../../../hir/defs.ts';
import type { Database } from '../../../query/database.ts';
import { evalConst } from '../../../ty/constEval.ts';
import { mkUnevaluated, unknownTy } from '../../../ty/intern.ts';
import { interpretCall } from '../../../ty/interpret.ts';
import { exact, intType, wrap } from '../../../ty/intOps.ts';
import { type Ty, TypeFlag } from '../../../ty/types.ts';
import type { LocalId, MirBody, MirConst, Operand, PlaceElem, Rvalue } from '../../mir.ts';
import { mirBody } from '../../mirBody.ts';
import { placeTy, type TypeOps } from '../../typeOps.ts';
import { literalConst } from '../constConditions.ts';

const unknownAddress: MirConst = { kind: 'Str', length: undefined };

/** What an immutable static holds. */
export function staticContents(db: Database, types: TypeOps, def: DefId): MirConst | undefined {
  const item = itemOfKind(db, def, 'Static');
  if (!item || item.isMut || item.isForeign) return undefined;
  const body = mirBody(db, def);
  return body && types.isFreeze(body.locals[0]!.ty) ? resultOf(db, body) : undefined;
}

/** How much text, or how many elements, a named constant refers to. A trait's is another one for each type. */
export function lengthOfNamed(db: Database, def: DefId): number | undefined {
  const container = assocContainer(def);
  const isDeclared = container !== undefined && defKind(container) === 'Trait';
  const body = isDeclared ? undefined : mirBody(db, def);
  const contents = body && resultOf(db, body);
  return contents?.kind === 'Str' ? contents.length : undefined;
}

/** What a promoted reference points to. */
export function promotedContents(db: Database, body: MirBody): MirConst | undefined {
  const end = evaluate(db, body);
  return end?.pointee === undefined ? undefined : end.locals.get(end.pointee);
}

function resultOf(db: Database, body: MirBody): MirConst | undefined {
  return evaluate(db, body)?.locals.get(0);
}

interface End {
  readonly locals: ReadonlyMap<LocalId, MirConst>;
  /** The local that the result is a reference to. */
  readonly pointee: LocalId | undefined;
}

/** What the locals of a body that branches nowhere hold at its end; undefined where there is more to it. */
function evaluate(db: Database, { blocks, locals: decls }: MirBody): End | undefined {
  const locals = new Map<LocalId, MirConst>();
  const operandTy = (operand: Operand) =>
    operand.kind === 'Constant' ? operand.ty : placeTy(decls, operand.place, unknownTy);
  let pointee: LocalId | undefined;
  let block = blocks[0];
  // A loop branches somewhere.
  for (let steps = 0; block && steps < blocks.length; steps++) {
    for (const s of block.statements) {
      if (s.kind === 'StorageLive' || s.kind === 'StorageDead') continue;
      if (s.kind !== 'Assign' || s.place.projection.length > 0) return undefined;
      const { local } = s.place;
      const { rvalue } = s;
      const value = madeBy(db, locals, rvalue, decls[local]!.ty, operandTy);
      if (!value) return undefined;
      locals.set(local, value);
      if (local === 0 && rvalue.kind === 'Ref')
        pointee = rvalue.place.projection.length === 0 ? rvalue.place.local : undefined;
    }
    const { terminator } = block;
    if (terminator.kind === 'Return') return { locals, pointee };
    if (terminator.kind !== 'Call' || terminator.target === undefined) return undefined;
    const { destination, func, args, target } = terminator;
    const value = args.length === 0 ? resultOfCall(db, func) : undefined;
    if (value === undefined || destination.projection.length > 0) return undefined;
    locals.set(destination.local, { kind: 'Scalar', value });
    block = blocks[target];
  }
  return undefined;
}

function madeBy(
  db: Database,
  locals: ReadonlyMap<LocalId, MirConst>,
  rvalue: Rvalue,
  ty: Ty,
  operandTy: (operand: Operand) => Ty,
): MirConst | undefined {
  switch (rvalue.kind) {
    case 'Aggregate': {
      const { aggregate } = rvalue;
      if (aggregate.kind === 'Array') return unknownAddress;
      const fields: MirConst[] = [];
      for (const operand of rvalue.operands) {
        const field = constantOf(locals, operand);
        if (!field) return undefined;
        fields.push(field);
      }
      return { kind: 'Scalar', value: undefined, parts: { aggregate, fields } };
    }
    case 'Use':
      return constantOf(locals, rvalue.operand);
    case 'Ref': {
      const { place } = rvalue;
      // To borrow anew what a reference points to is to copy the reference.
      const isReborrow = place.projection.length === 1 && place.projection[0]!.kind === 'Deref';
      return (isReborrow && locals.get(place.local)) || unknownAddress;
    }
    case 'Cast': {
      // Text goes on being as long as it was; of an array the type tells.
      if (rvalue.cast === 'Unsize' && ty.kind === 'Ref' && ty.inner.kind === 'Slice') {
        const length = arrayLength(operandTy(rvalue.operand));
        return length === undefined ? constantOf(locals, rvalue.operand) : { kind: 'Str', length };
      }
      const value = intOf(db, locals, rvalue.operand);
      const int = intType(ty);
      const isKnown = rvalue.cast === 'Numeric' && value !== undefined && int !== undefined;
      return isKnown ? { kind: 'Scalar', value: wrap(value, int) } : unknownAddress;
    }
    case 'BinaryOp': {
      const [a, b] = [intOf(db, locals, rvalue.lhs), intOf(db, locals, rvalue.rhs)];
      const int = intType(ty);
      if (a === undefined || b === undefined || !int) return unknownAddress;
      const value = exact(rvalue.op as ArithOp, a, b, int);
      return value === undefined ? unknownAddress : { kind: 'Scalar', value: wrap(value, int) };
    }
    default:
      return unknownAddress;
  }
}

function intOf(db: Database, locals: ReadonlyMap<LocalId, MirConst>, operand: Operand): bigint | undefined {
  const known = constantOf(locals, operand);
  if (known?.kind !== 'Unevaluated') return known && literalConst(known);
  const value = evalConst(db, mkUnevaluated(known.def, known.args));
  return value === undefined ? undefined : BigInt(value);
}

/** How many elements there are behind a reference to an array. */
function arrayLength(ty: Ty): number | undefined {
  if (ty.kind !== 'Ref' || ty.inner.kind !== 'Array' || ty.inner.len.kind !== 'Value') return undefined;
  return Number(ty.inner.len.value);
}

/** What a const function gives that asks for nothing but types. */
function resultOfCall(db: Database, func: Operand): bigint | boolean | undefined {
  if (func.kind !== 'Constant' || func.ty.kind !== 'FnDef') return undefined;
  const { def, args, flags } = func.ty;
  return (flags & TypeFlag.HasParam) === 0 ? interpretCall(db, def, args) : undefined;
}

function constantOf(locals: ReadonlyMap<LocalId, MirConst>, operand: Operand): MirConst | undefined {
  if (operand.kind === 'Constant') {
    const { constant } = operand;
    return constant.kind === 'Promoted' || constant.kind === 'Static' ? unknownAddress : constant;
  }
  let value = locals.get(operand.place.local);
  for (const elem of operand.place.projection) value = value && partOf(value, elem);
  return value;
}

/** A field of it, itself as one of its variants, or one of its bytes. */
export function partOf(
  constant: MirConst,
  elem: Pick<PlaceElem, 'kind'> & {
    readonly index?: number;
    readonly variant?: number;
    readonly offset?: number;
    readonly fromEnd?: boolean;
  },
): MirConst | undefined {
  if (constant.kind === 'Str') {
    const { length, text } = constant;
    // As many characters as bytes: each is one.
    if (elem.kind !== 'ConstantIndex' || elem.offset === undefined || text?.length !== length)
      return undefined;
    const byte = text?.charCodeAt(elem.fromEnd ? text.length - elem.offset : elem.offset);
    return byte === undefined || Number.isNaN(byte) ? undefined : { kind: 'Scalar', value: BigInt(byte) };
  }
  const parts = constant.kind === 'Scalar' ? constant.parts : undefined;
  if (!parts) return undefined;
  if (elem.kind === 'Downcast') {
    return parts.aggregate.kind === 'Adt' && parts.aggregate.variant === elem.variant ? constant : undefined;
  }
  return elem.kind === 'Field' && elem.index !== undefined ? parts.fields[elem.index] : undefined;
}
