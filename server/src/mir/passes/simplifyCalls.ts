/**
 * Calls and drops that turn out to do nothing but copy, before anything is collected. After rustc's
 * `rustc_mir_transform::{instsimplify, lower_slice_len, remove_unneeded_drops}`, which run at every `opt-level`: so
 * `x.clone()` of an integer is no use of `Clone::clone`, and `slice.len()` none of `len`; and a call that cannot panic
 * needs no cleanup.
 */
import { isTriviallyPureCloneCopy } from '../../ty/builtinTraits.ts';
import { unit, unknownTy } from '../../ty/intern.ts';
import type { Ty } from '../../ty/types.ts';
import { derefElem, goto, type MutBlock, type MutBody, projectPlace } from '../graph.ts';
import type { Operand, Place, Terminator } from '../mir.ts';
import { placeTy, type TypeOps } from '../typeOps.ts';
import { literalValue } from './constConditions.ts';

type Call = Extract<Terminator, { kind: 'Call' }>;

export function simplifyCalls(body: MutBody, types: TypeOps): void {
  for (const b of body.blocks) {
    reborrows(body, b);
    truths(b);
    thinPointers(body, b);
    sameCasts(body, b);
    const { terminator } = b;
    if (terminator.kind !== 'Call') continue;
    const { func } = terminator;
    if (func.kind !== 'Constant' || func.ty.kind !== 'FnDef') continue;
    if (terminator.unwind !== undefined && !types.canUnwind(func.ty.def)) {
      b.terminator = { ...terminator, unwind: undefined };
    }
    if (terminator.target === undefined) continue;
    const place = argumentPlace(terminator);
    if (!place) continue;
    const { def, args } = func.ty;
    const self = args.list[0];
    if (
      def === types.cloneMethod &&
      self !== undefined &&
      'kind' in self &&
      isTriviallyPureCloneCopy(self as Ty)
    ) {
      const operand: Operand = { kind: 'Copy', place: projectPlace(place, derefElem) };
      b.statements.push({
        kind: 'Assign',
        place: terminator.destination,
        rvalue: { kind: 'Use', operand },
        source: terminator.source,
      });
      b.terminator = goto(terminator.target);
    } else if (def === types.sliceLenMethod) {
      b.statements.push({
        kind: 'Assign',
        place: terminator.destination,
        rvalue: { kind: 'UnaryOp', op: 'PtrMetadata', operand: { kind: 'Copy', place } },
        source: terminator.source,
      });
      b.terminator = goto(terminator.target);
    }
  }
}

/** `&*x` is `x` where the types agree. */
function reborrows(body: MutBody, block: MutBlock): void {
  block.statements = block.statements.map((s) => {
    if (s.kind !== 'Assign' || (s.rvalue.kind !== 'Ref' && s.rvalue.kind !== 'RawPtr')) return s;
    const { local, projection } = s.rvalue.place;
    if (projection[projection.length - 1]?.kind !== 'Deref') return s;
    const base: Place = { local, projection: projection.slice(0, -1) };
    const ty = placeTy(body.locals, base, unknownTy);
    const isPointer = s.rvalue.kind === 'Ref' ? ty.kind === 'Ref' : ty.kind === 'RawPtr';
    if (!isPointer || ty !== placeTy(body.locals, s.place, unknownTy)) return s;
    return { ...s, rvalue: { kind: 'Use', operand: { kind: 'Copy', place: base } } };
  });
}

/** A pointer put together with nothing for metadata is the pointer, cast. */
function thinPointers(body: MutBody, block: MutBlock): void {
  block.statements = block.statements.map((s) => {
    if (s.kind !== 'Assign' || s.rvalue.kind !== 'BinaryOp' || s.rvalue.op !== 'aggregate_raw_ptr') return s;
    const { lhs: operand, rhs: metadata } = s.rvalue;
    const ty = metadata.kind === 'Constant' ? metadata.ty : placeTy(body.locals, metadata.place, unknownTy);
    if (ty !== unit) return s;
    const pointerTy = placeTy(body.locals, s.place, unknownTy);
    return { ...s, rvalue: { kind: 'Cast', cast: 'PtrToPtr', operand, ty: pointerTy } };
  });
}

/** A cast to the type that there is already. */
function sameCasts(body: MutBody, block: MutBlock): void {
  block.statements = block.statements.map((s) => {
    if (s.kind !== 'Assign' || s.rvalue.kind !== 'Cast') return s;
    const { operand, ty, cast } = s.rvalue;
    const from = operand.kind === 'Constant' ? operand.ty : placeTy(body.locals, operand.place, unknownTy);
    return from === ty && ty !== unknownTy && cast !== 'Subtype'
      ? { ...s, rvalue: { kind: 'Use', operand } }
      : s;
  });
}

/** What is compared with a truth value is that value, or its opposite. */
function truths(block: MutBlock): void {
  block.statements = block.statements.map((s) => {
    if (s.kind !== 'Assign' || s.rvalue.kind !== 'BinaryOp') return s;
    const { op, lhs, rhs } = s.rvalue;
    if (op !== 'Eq' && op !== 'Ne') return s;
    const [operand, truth] = truthOf(rhs) === undefined ? [rhs, truthOf(lhs)] : [lhs, truthOf(rhs)];
    if (truth === undefined) return s;
    const isSame = truth === (op === 'Eq');
    return { ...s, rvalue: isSame ? { kind: 'Use', operand } : { kind: 'UnaryOp', op: 'Not', operand } };
  });
}

function truthOf(operand: Operand): boolean | undefined {
  if (operand.kind !== 'Constant' || operand.ty.kind !== 'Bool') return undefined;
  const value = literalValue(operand);
  return value === undefined ? undefined : value !== 0n;
}

function argumentPlace({ args }: Call): Place | undefined {
  const [arg] = args;
  return args.length === 1 && arg && arg.kind !== 'Constant' ? arg.place : undefined;
}

/** Drops of types that need none, which elaboration made or type knowledge shows. */
export function removeUnneededDrops(body: MutBody, types: TypeOps): void {
  for (const b of body.blocks) {
    const { terminator } = b;
    if (terminator.kind === 'Drop' && !types.needsDrop(terminator.ty)) b.terminator = goto(terminator.target);
  }
}
