/**
 * `.await`, as rustc's AST lowering spells it out:
 *
 *     match IntoFuture::into_future(e) {
 *       mut awaitee => loop {
 *         match Future::poll(Pin::new_unchecked(&mut awaitee), get_context(task_context)) {
 *           Poll::Ready(result) => break result,
 *           Poll::Pending => {}
 *         }
 *         task_context = yield;
 *       }
 *     }
 *
 * The call of `into_future` is already part of the expression awaited. The context is what the coroutine is resumed
 * with: rustc's coroutine transform replaces the call of `get_context` by its argument before anything is collected, so
 * none is made here. Scopes are those that the expressions would have, were they written.
 */
import type { DefId } from '../../hir/defs.ts';
import { mkAdt, mkArgs, mkFnDef, mkRef, never, prim, unit } from '../../ty/intern.ts';
import type { Ty } from '../../ty/types.ts';
import { derefElem, localPlace, projectPlace } from '../graph.ts';
import type { BlockId, LocalId, Operand, Place, Rvalue } from '../mir.ts';
import {
  type Builder,
  constant,
  consume,
  gotoBlock,
  newBlock,
  newLocal,
  pushAssign,
  pushAssignUnit,
  reportUnresolved,
  terminate,
  tyOfPlace,
  unitTemp,
} from './builder.ts';
import { emitCall } from './exprInto.ts';
import { asPlace } from './exprPlace.ts';
import type { ScopeId } from './regionScopes.ts';
import {
  breakTo,
  dropWhileSuspended,
  inBreakableScope,
  inScope,
  localScope,
  scheduleDrop,
  storageLive,
  unwrittenScope,
} from './scope.ts';
import type { Thir } from './thir.ts';

type Await = Extract<Thir, { kind: 'Await' }>;

export function awaitInto(b: Builder, destination: Place, start: BlockId, node: Await): BlockId {
  const [block, made] = asPlace(b, start, node.awaitee);
  const items = awaitItems(b);
  if (!items) {
    reportUnresolved(b, { source: node.source, cause: 'type', detail: 'Future' });
    return block;
  }
  return inOwnScope(b, (arm) => {
    const future = tyOfPlace(b, made);
    const awaitee = newLocal(b, future, '__awaitee');
    storageLive(b, block, arm, awaitee);
    pushAssign(b, block, localPlace(awaitee), { kind: 'Use', operand: consume(b, made) }, node.source);
    scheduleDrop(b, arm, awaitee, node.source);
    const loop = newBlock(b);
    gotoBlock(b, block, loop);
    return inBreakableScope(b, node.id, loop, destination, () => {
      const body = newBlock(b);
      gotoBlock(b, loop, body);
      const unit = unitTemp(b);
      const pending = inOwnScope(b, (statement) => matchOnPoll(b, body, statement, items, awaitee, node));
      const resumed = inOwnScope(b, () => suspend(b, pending, node));
      pushAssignUnit(b, resumed, unit, node.source);
      gotoBlock(b, resumed, loop);
      return undefined;
    });
  });
}

function inOwnScope(b: Builder, inner: (scope: ScopeId) => BlockId): BlockId {
  const scope = unwrittenScope(b);
  return inScope(b, scope, () => inner(scope));
}

/** The lang items that the loop is made of. */
interface AwaitItems {
  readonly pollMethod: DefId;
  readonly newUnchecked: DefId;
  readonly pin: DefId;
  readonly pollAdt: DefId;
  readonly context: DefId;
}

function awaitItems(b: Builder): AwaitItems | undefined {
  const pollMethod = b.lang('poll');
  const newUnchecked = b.lang('new_unchecked');
  const pin = b.lang('pin');
  const pollAdt = b.lang('Poll');
  const context = b.lang('Context');
  return pollMethod === undefined ||
    newUnchecked === undefined ||
    pin === undefined ||
    pollAdt === undefined ||
    context === undefined
    ? undefined
    : { pollMethod, newUnchecked, pin, pollAdt, context };
}

/** The future is polled, and the loop left with what it has made; returns the block for when it has not. */
function matchOnPoll(
  b: Builder,
  start: BlockId,
  statement: ScopeId,
  items: AwaitItems,
  awaitee: LocalId,
  node: Await,
): BlockId {
  const nothing = temp(b, start, unit, statement);
  const polled = temp(b, start, mkAdt(items.pollAdt, mkArgs([node.ty])), statement);
  const block = inOwnScope(b, () => poll(b, start, statement, polled, items, awaitee, node));
  scheduleDrop(b, statement, polled.local, node.source);
  const discr = localPlace(newLocal(b, prim.isize));
  pushAssign(b, block, discr, { kind: 'Discriminant', place: polled }, node.source);
  const [ready, pending, otherwise] = [newBlock(b), newBlock(b), newBlock(b)];
  terminate(b, block, {
    kind: 'SwitchInt',
    discr: move(discr),
    values: [0n, 1n],
    targets: [ready, pending, otherwise],
  });
  terminate(b, otherwise, { kind: 'Unreachable' });
  inOwnScope(b, (arm) => {
    const result = newLocal(b, node.ty, 'result');
    storageLive(b, ready, arm, result);
    const field = { kind: 'Field', index: 0, ty: node.ty } as const;
    const value = projectPlace(projectPlace(polled, { kind: 'Downcast', variant: 0 }), field);
    pushAssign(b, ready, localPlace(result), use(consume(b, value)), node.source);
    scheduleDrop(b, arm, result, node.source);
    newLocal(b, never);
    return breakTo(b, ready, node.id, (destination) =>
      pushAssign(b, ready, destination, use(consume(b, localPlace(result))), node.source),
    );
  });
  pushAssignUnit(b, pending, nothing, node.source);
  return pending;
}

/** `polled = Future::poll(Pin::new_unchecked(&mut *&mut awaitee), &mut *context)` */
function poll(
  b: Builder,
  start: BlockId,
  statement: ScopeId,
  polled: Place,
  { pollMethod, newUnchecked, pin, context }: AwaitItems,
  awaitee: LocalId,
  { source }: Await,
): BlockId {
  const future = b.locals[awaitee]!.ty;
  const reference = mkRef(future, true);
  const item = (ty: Ty) => constant({ kind: 'ZeroSized' }, ty, source);
  const borrow = (place: Place): Rvalue => ({ kind: 'Ref', place, mutable: true });
  const pinned = temp(b, start, mkAdt(pin, mkArgs([reference])), localScope(b));
  let block = inOwnScope(b, (scope) => {
    const again = temp(b, start, reference, scope);
    const borrowed = temp(b, start, reference, statement);
    pushAssign(b, start, borrowed, borrow(localPlace(awaitee)), source);
    pushAssign(b, start, again, borrow(projectPlace(borrowed, derefElem)), source);
    const callee = item(mkFnDef(newUnchecked, mkArgs([reference])));
    return emitCall(b, start, callee, [move(again)], pinned, true, source);
  });
  const contextTy = mkRef(mkAdt(context, mkArgs([])), true);
  const given = temp(b, block, contextTy, localScope(b));
  const before = block;
  block = inOwnScope(b, (scope) => {
    const got = temp(b, before, contextTy, statement);
    const resumed = temp(b, before, contextTy, scope);
    pushAssign(b, before, resumed, use({ kind: 'Copy', place: localPlace(b.resumeArg ?? 0) }), source);
    pushAssign(b, before, got, use(move(resumed)), source);
    const after = newBlock(b);
    gotoBlock(b, before, after);
    pushAssign(b, after, given, borrow(projectPlace(got, derefElem)), source);
    return after;
  });
  const callee = item(mkFnDef(pollMethod, mkArgs([future])));
  return emitCall(b, block, callee, [move(pinned), move(given)], polled, true, source);
}

/** `context = yield ()` */
function suspend(b: Builder, start: BlockId, { source }: Await): BlockId {
  const context = b.resumeArg ?? 0;
  const resumed = temp(b, start, b.locals[context]!.ty, localScope(b));
  const after = inOwnScope(b, (scope) => {
    const value = temp(b, start, unit, scope);
    pushAssign(b, start, value, { kind: 'Aggregate', aggregate: { kind: 'Tuple' }, operands: [] }, source);
    const resume = newBlock(b);
    terminate(b, start, { kind: 'Yield', value: move(value), resume, resumeArg: resumed, drop: undefined });
    dropWhileSuspended(b, start);
    return resume;
  });
  pushAssign(b, after, localPlace(context), use(move(resumed)), source);
  return after;
}

/** A temporary whose value needs no drop. */
function temp(b: Builder, block: BlockId, ty: Ty, scope: ScopeId): Place {
  const local = newLocal(b, ty);
  storageLive(b, block, scope, local);
  return localPlace(local);
}

function move(place: Place): Operand {
  return { kind: 'Move', place };
}

function use(operand: Operand): Rvalue {
  return { kind: 'Use', operand };
}
