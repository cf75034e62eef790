/** Casts of casts, and casts back. After `simplify_cast` of `rustc_mir_transform::gvn`. */
import { intType, wrap } from '../../../ty/intOps.ts';
import type { Ty } from '../../../ty/types.ts';
import { castNumber } from '../../floats.ts';
import type { MirCast, Operand, Rvalue } from '../../mir.ts';
import { isNicheOfInterest, pointerMetadata } from '../../scalarAbi.ts';
import type { TypeOps } from '../../typeOps.ts';
import type { Gvn } from './gvn.ts';
import type { ValueId } from './values.ts';

type Cast = Extract<Rvalue, { kind: 'Cast' }>;

export function simplifyCast(
  gvn: Gvn,
  written: Cast,
  [operand, start]: [Operand, ValueId],
): [Rvalue, ValueId] {
  const { values, types, constants } = gvn;
  const rvalue = operand === written.operand ? written : { ...written, operand };
  const to = written.ty;
  if (start === 0) return [rvalue, 0];
  if (written.cast !== 'Subtype' && values.ty(start) === to) return [rvalue, start];
  // Each conversion of a function to a pointer may make another pointer.
  if (written.cast === 'ReifyFnPointer' || written.cast === 'ClosureFnPointer') return [rvalue, 0];
  let cast: MirCast =
    written.cast === 'MutToConstPointer' || written.cast === 'ArrayToPointer' ? 'PtrToPtr' : written.cast;
  let value = start;
  let from = values.ty(value);
  let isShorter = false;
  for (;;) {
    let changed = false;
    const step = (next: ValueId, kind: MirCast, ty: Ty) => {
      value = next;
      cast = kind;
      from = ty;
      changed = true;
      return ty === to;
    };
    const isRaw = from.kind === 'RawPtr' && to.kind === 'RawPtr';
    if (cast === 'Transmute' && isRaw && sameMetadata(from, to, types)) {
      cast = 'PtrToPtr';
      changed = true;
    }
    let known = values.get(value);
    if (cast === 'PtrToPtr' && known.kind === 'rawPointer' && pointerMetadata(to, types) === 'none') {
      // The length that was put to the address goes again.
      if (step(known.address, cast, values.ty(known.address))) return [rvalue, value];
      known = values.get(value);
    }
    if (cast === 'Transmute' && known.kind === 'aggregate') {
      const field = onlyField(known.fields, from, types, (v) => values.ty(v));
      if (field !== undefined) {
        if (step(field, cast, values.ty(field))) return [rvalue, value];
        known = values.get(value);
      }
    }
    if (known.kind === 'cast') {
      const inner = values.ty(known.operand);
      const joined = join(known.cast, cast, inner, from, to, types);
      if (joined && step(known.operand, joined, inner)) return [rvalue, value];
    }
    if (!changed) break;
    isShorter = true;
  }
  const better = isShorter ? gvn.asOperand(value) : undefined;
  const simplified: Rvalue = better ? { ...rvalue, operand: better, cast } : rvalue;
  const bits = cast === 'Numeric' ? constants.bits(value) : undefined;
  const int = intType(to);
  const number =
    bits === undefined
      ? undefined
      : from.kind === 'Float' || to.kind === 'Float'
        ? castNumber(bits, from, to)
        : int && wrap(bits, int);
  if (number !== undefined)
    return [simplified, constants.computed({ kind: 'cast', cast, operand: value }, number, to)];
  return [simplified, values.intern({ kind: 'cast', cast, operand: value }, to)];
}

function join(
  first: MirCast,
  second: MirCast,
  from: Ty,
  middle: Ty,
  to: Ty,
  types: TypeOps,
): MirCast | undefined {
  switch (`${first} ${second}`) {
    case 'PtrToPtr PtrToPtr':
      return 'PtrToPtr';
    case 'PtrToPtr Transmute':
      return sameMetadata(from, middle, types) ? 'Transmute' : undefined;
    case 'Transmute PtrToPtr':
      return sameMetadata(middle, to, types) ? 'Transmute' : undefined;
    case 'Transmute Transmute':
      return isNicheOfInterest(from, middle, to, types) ? undefined : 'Transmute';
    default:
      return undefined;
  }
}

export function sameMetadata(a: Ty, b: Ty, types: TypeOps): boolean {
  return pointerMetadata(a, types) === pointerMetadata(b, types);
}

/** The field that is all of a struct's bytes, or the element that is all of an array's. */
function onlyField(
  fields: readonly ValueId[],
  ty: Ty,
  types: TypeOps,
  tyOf: (value: ValueId) => Ty,
): ValueId | undefined {
  if (ty.kind === 'Array') return fields.length === 1 && fields[0] !== 0 ? fields[0] : undefined;
  if (ty.kind === 'Adt' ? types.adtKind(ty.def) === 'Enum' : ty.kind !== 'Tuple') return undefined;
  const sized = fields.filter((field) => field !== 0 && !types.isZst(tyOf(field)));
  return sized.length === 1 && !fields.includes(0) ? sized[0] : undefined;
}
