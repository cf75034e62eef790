/**
 * Makes a coroutine's body what is called to resume it: a function that goes to where the coroutine was suspended, by
 * the state that it is in, and returns where the body yields. Locals that are kept from one call to the next become
 * fields of the coroutine. After rustc's `StateTransform` (`rustc_mir_transform::coroutine`), for the coroutines of
 * `async`.
 */
import type { DefId } from '../../hir/defs.ts';
import { mkAdt, mkArgs, mkRawPtr, mkRef, prim, unit } from '../../ty/intern.ts';
import {
  addBlock,
  assign,
  derefElem,
  goto,
  localPlace,
  type MutBody,
  mapSuccessors,
  projectPlace,
  resumeTerminator,
  returnLocal,
  returnTerminator,
  unreachable,
  unwindTarget,
  withUnwind,
} from '../graph.ts';
import type {
  AssertKind,
  BlockId,
  LocalId,
  MirBody,
  Operand,
  Place,
  PlaceElem,
  SourceInfo,
  Statement,
  Terminator,
} from '../mir.ts';
import { mayUnwind } from '../passes/abortUnwinding.ts';
import { separateDerefs } from '../passes/derefSeparator.ts';
import { removeDeadBlocks } from '../passes/simplifyCfg.ts';
import { removeStorage } from '../storage.ts';
import type { TypeOps } from '../typeOps.ts';
import { mapStatementPlaces, mapTerminatorPlaces } from '../visitPlaces.ts';
import { type SavedLocals, savedLocals } from './savedLocals.ts';
import { elaborateSelfDrops } from './selfDrops.ts';

/** The lang items that the function's signature is made of. */
export interface CoroutineItems {
  readonly poll: DefId;
  readonly pin: DefId;
}

/** States of a coroutine; those of its suspensions follow. */
const unresumed = 0;
const returned = 1;
const poisoned = 2;
const firstSuspended = 3;

const selfArg: LocalId = 1;
const resumeArg: LocalId = 2;
const source: SourceInfo = -1;

/** Where the coroutine may be suspended. */
interface Suspension {
  readonly state: number;
  readonly resume: BlockId;
  readonly resumeArg: Place;
  readonly drop: BlockId | undefined;
  /** What has storage there, and is not kept. */
  readonly storage: readonly LocalId[];
}

/** Changes the body, and returns the drop glue of the coroutine. */
export function transformCoroutine(body: MutBody, types: TypeOps, { poll, pin }: CoroutineItems): MirBody {
  const { ty } = body.locals[returnLocal]!;
  const canReturn = types.isInhabited(ty) && body.blocks.some(({ terminator: t }) => t.kind === 'Return');
  const saved = savedLocals(body);
  const suspensions = suspend(body, saved, poll);
  const dropUnresumed = addBlock(body, {
    kind: 'Drop',
    place: localPlace(selfArg),
    ty: body.locals[selfArg]!.ty,
    target: addBlock(body, returnTerminator),
    unwind: undefined,
    source,
  });
  elaborateSelfDrops(body, types);
  const canUnwind = !types.panicsAbort && body.blocks.some(({ terminator: t }) => unwinds.has(t.kind));
  const glue = dropGlue(body, suspensions, dropUnresumed);
  // In the glue, markers of what is kept have become statements that do nothing, which are counted all the same.
  removeStorage(body, (local) => saved.saved[local] === 1);
  makeResumable(body, types, pin, suspensions, canReturn, canUnwind);
  separateDerefs(body);
  return glue;
}

const unwinds: ReadonlySet<Terminator['kind']> = new Set(['Drop', 'Call', 'Assert', 'InlineAsm']);

// Suspensions -------------------------------------------------------------------------------------------------------

/** Replaces what is kept by fields, and every `yield` and `return` by what leaves the function in another state. */
function suspend(body: MutBody, { saved, storage, alwaysLive }: SavedLocals, poll: DefId): Suspension[] {
  const result = addLocal(body, body.locals[returnLocal]!);
  const resultTy = body.locals[result]!.ty;
  body.locals[returnLocal] = { ty: mkAdt(poll, mkArgs([resultTy])), name: undefined };
  const fields = savedFields(body, saved);
  const map = (place: Place): Place => {
    const kept = fields[place.local];
    const base = kept ?? (place.local === returnLocal ? localPlace(result) : undefined);
    return base ? { local: base.local, projection: [...base.projection, ...place.projection] } : place;
  };
  const leave = (variant: number, operands: readonly Operand[], state: number, dead: readonly LocalId[]) => {
    const aggregate = { kind: 'Adt', def: poll, variant, args: mkArgs([resultTy]) } as const;
    return [
      assign(localPlace(returnLocal), { kind: 'Aggregate', aggregate, operands }, source),
      ...dead.map((local): Statement => ({ kind: 'StorageDead', local })),
      setState(state),
    ];
  };
  const suspensions: Suspension[] = [];
  body.blocks.forEach((block, id) => {
    block.statements = block.statements.map((s) => mapStatementPlaces(s, map));
    block.terminator = mapTerminatorPlaces(block.terminator, map);
    const { terminator } = block;
    if (terminator.kind === 'Return') {
      block.statements.push(...leave(0, [{ kind: 'Move', place: localPlace(result) }], returned, []));
    } else if (terminator.kind === 'Yield') {
      const here = storage.get(id)!;
      const temporary: LocalId[] = [];
      for (let local = 0; local < here.length; local++) {
        if (here[local] && !saved[local] && !alwaysLive[local]) temporary.push(local);
      }
      const state = firstSuspended + suspensions.length;
      const { resume, drop } = terminator;
      suspensions.push({ state, resume, resumeArg: terminator.resumeArg, drop, storage: temporary });
      block.statements.push(...leave(1, [], state, temporary));
      block.terminator = returnTerminator;
    }
  });
  const first = body.blocks[0]!;
  for (let local = body.argCount; local > selfArg; local--) {
    const field = fields[local];
    if (field)
      first.statements.unshift(
        assign(field, { kind: 'Use', operand: { kind: 'Move', place: localPlace(local) } }, source),
      );
  }
  return suspensions;
}

/** Where the coroutine keeps each of the locals. */
function savedFields(body: MutBody, saved: Uint8Array): (Place | undefined)[] {
  let index = 0;
  return body.locals.map(({ ty }, local) => {
    if (!saved[local]) return undefined;
    const projection: PlaceElem[] = [
      { kind: 'Downcast', variant: firstSuspended },
      { kind: 'Field', index: index++, ty },
    ];
    return { local: selfArg, projection };
  });
}

function setState(variant: number): Statement {
  return { kind: 'SetDiscriminant', place: localPlace(selfArg), variant };
}

/** Blocks that go on at each suspension, with the storage that there was, by state. */
function cases(
  body: MutBody,
  suspensions: readonly Suspension[],
  targetOf: (suspension: Suspension) => BlockId | undefined,
  isResumed: boolean,
): Map<number, BlockId> {
  const blocks = new Map<number, BlockId>();
  for (const suspension of suspensions) {
    const target = targetOf(suspension);
    if (target === undefined) continue;
    const statements = suspension.storage.map((local): Statement => ({ kind: 'StorageLive', local }));
    if (isResumed) {
      const operand: Operand = { kind: 'Move', place: localPlace(resumeArg) };
      statements.push(assign(suspension.resumeArg, { kind: 'Use', operand }, source));
    }
    blocks.set(suspension.state, addBlock(body, goto(target), statements));
  }
  return blocks;
}

/** Begins the function with a switch on the state. */
function switchOnState(body: MutBody, states: ReadonlyMap<number, BlockId>, otherwise: BlockId): void {
  const discr = localPlace(addLocal(body, { ty: prim.u32, name: undefined }));
  const later = (block: BlockId): BlockId => block + 1;
  for (const block of body.blocks) block.terminator = mapSuccessors(block.terminator, later);
  const sorted = [...states].sort(([a], [b]) => a - b);
  body.blocks.unshift({
    statements: [assign(discr, { kind: 'Discriminant', place: localPlace(selfArg) }, source)],
    terminator: {
      kind: 'SwitchInt',
      discr: { kind: 'Move', place: discr },
      values: sorted.map(([state]) => BigInt(state)),
      targets: [...sorted.map(([, block]) => later(block)), later(otherwise)],
    },
    isCleanup: false,
  });
}

/** The coroutine is given by way of a pointer. */
function behindPointer(body: MutBody, pointer: LocalId): void {
  const map = (place: Place): Place =>
    place.local === selfArg ? { local: pointer, projection: [derefElem, ...place.projection] } : place;
  for (const block of body.blocks) {
    block.statements = block.statements.map((s) => mapStatementPlaces(s, map));
    block.terminator = mapTerminatorPlaces(block.terminator, map);
  }
}

// Drop glue ---------------------------------------------------------------------------------------------------------

/** What drops the coroutine in each of its states; that of a copy of the body. It is not simplified any more. */
function dropGlue(body: MutBody, suspensions: readonly Suspension[], dropUnresumed: BlockId): MirBody {
  const copy: MutBody = {
    ...body,
    argCount: 1,
    locals: [...body.locals],
    blocks: body.blocks.map((block) => ({ ...block, statements: [...block.statements] })),
    promoteds: [],
    unresolved: [],
  };
  const states = cases(copy, suspensions, ({ drop }) => drop, false);
  states.set(unresumed, dropUnresumed);
  switchOnState(copy, states, addBlock(copy, returnTerminator));
  for (const block of copy.blocks) {
    if (block.terminator.kind === 'CoroutineDrop') block.terminator = returnTerminator;
  }
  behindPointer(copy, selfArg);
  copy.locals[returnLocal] = { ty: unit, name: undefined };
  copy.locals[selfArg] = { ty: mkRawPtr(copy.locals[selfArg]!.ty, true), name: undefined };
  removeDeadBlocks(copy);
  separateDerefs(copy);
  return copy;
}

// Resumption --------------------------------------------------------------------------------------------------------

function makeResumable(
  body: MutBody,
  types: TypeOps,
  pin: DefId,
  suspensions: readonly Suspension[],
  canReturn: boolean,
  canUnwind: boolean,
): void {
  if (canUnwind) poison(body, types);
  const states = cases(body, suspensions, ({ resume }) => resume, true);
  states.set(unresumed, 0);
  if (canUnwind) states.set(poisoned, panicBlock(body, 'ResumedAfterPanic'));
  if (canReturn) states.set(returned, panicBlock(body, 'ResumedAfterReturn'));
  switchOnState(body, states, addBlock(body, unreachable));
  const reference = mkRef(body.locals[selfArg]!.ty, true);
  const unpinned = addLocal(body, { ty: reference, name: undefined });
  behindPointer(body, unpinned);
  body.locals[selfArg] = { ty: mkAdt(pin, mkArgs([reference])), name: undefined };
  const field = projectPlace(localPlace(selfArg), { kind: 'Field', index: 0, ty: reference });
  const operand: Operand = { kind: 'Copy', place: field };
  body.blocks[0]!.statements.unshift(assign(localPlace(unpinned), { kind: 'Use', operand }, source));
  removeDeadBlocks(body);
}

/** A coroutine that a panic comes out of is not resumed. */
function poison(body: MutBody, types: TypeOps): void {
  const end = addBlock(body, resumeTerminator, [setState(poisoned)], true);
  body.blocks.forEach((block, id) => {
    const { terminator } = block;
    if (terminator.kind === 'UnwindResume' && id !== end) block.terminator = goto(end);
    else if (
      !block.isCleanup &&
      unwinds.has(terminator.kind) &&
      unwindTarget(terminator) === undefined &&
      mayUnwind(body, terminator, types)
    ) {
      block.terminator = withUnwind(terminator, end);
    }
  });
}

function panicBlock(body: MutBody, message: AssertKind): BlockId {
  const target = body.blocks.length;
  const cond: Operand = {
    kind: 'Constant',
    constant: { kind: 'Scalar', value: false },
    ty: prim.bool,
    source,
  };
  const kind = 'Assert';
  return addBlock(body, { kind, cond, expected: true, message, messageArgs: [], target, unwind: undefined });
}

function addLocal(body: MutBody, local: MutBody['locals'][number]): LocalId {
  return body.locals.push(local) - 1;
}
