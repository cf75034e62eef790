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
 * with: rustc's coroutine transform takes the call of `get_context` out again before anything is collected. The future
 * is dropped as the arm is left, when nothing drops the result yet, should that unwind.
 */
import type { DefId } from '../../hir/defs.ts';
import { mkAdt, mkArgs, mkFnDef, mkRef, prim, unit, unknownTy } from '../../ty/intern.ts';
import type { Ty } from '../../ty/types.ts';
import { localPlace } from '../graph.ts';
import type { BlockId, LocalId, Operand, Place } from '../mir.ts';
import {
  type Builder,
  constant,
  consume,
  gotoBlock,
  newBlock,
  newTemp,
  pushAssign,
  reportUnresolved,
  terminate,
} from './builder.ts';
import { emitCall } from './exprInto.ts';
import { asTemp } from './exprPlace.ts';
import { thirTy } from './mirror.ts';
import type { ScopeId } from './regionScopes.ts';
import { divergeFrom, inScope, scheduleDrop } from './scope.ts';
import type { Thir } from './thir.ts';

export function awaitInto(
  b: Builder,
  destination: Place,
  start: BlockId,
  node: Extract<Thir, { kind: 'Await' }>,
): BlockId {
  const [block, awaitee] = asTemp(b, start, undefined, node.awaitee);
  const items = awaitItems(b);
  if (!items) {
    reportUnresolved(b, { source: node.source, cause: 'type', detail: 'Future' });
    return block;
  }
  const loop = newBlock(b);
  gotoBlock(b, block, loop);
  // Regions have no number for the arm: one that no other scope of the stack has.
  const arm: ScopeId = -1 - b.scopes.stack.length;
  return inScope(b, arm, () => {
    scheduleDrop(b, arm, awaitee, node.source);
    return pollLoop(b, items, destination, loop, node, awaitee);
  });
}

/** The lang items that the loop is made of. */
interface AwaitItems {
  readonly pollMethod: DefId;
  readonly newUnchecked: DefId;
  readonly pin: DefId;
  readonly pollAdt: DefId;
}

function awaitItems(b: Builder): AwaitItems | undefined {
  const pollMethod = b.lang('poll');
  const newUnchecked = b.lang('new_unchecked');
  const pin = b.lang('pin');
  const pollAdt = b.lang('Poll');
  return pollMethod === undefined || newUnchecked === undefined || pin === undefined || pollAdt === undefined
    ? undefined
    : { pollMethod, newUnchecked, pin, pollAdt };
}

function pollLoop(
  b: Builder,
  { pollMethod, newUnchecked, pin, pollAdt }: AwaitItems,
  destination: Place,
  loop: BlockId,
  node: Extract<Thir, { kind: 'Await' }>,
  awaitee: LocalId,
): BlockId {
  const future = thirTy(b, node.awaitee);
  const reference = mkRef(future, true);
  const borrowed = newTemp(b, reference);
  pushAssign(b, loop, borrowed, { kind: 'Ref', place: localPlace(awaitee), mutable: true }, node.source);
  const pinned = mkAdt(pin, mkArgs([reference]));
  const pinPlace = newTemp(b, pinned);
  const item = (ty: Ty) => constant({ kind: 'ZeroSized' }, ty, node.source);
  const move = (place: Place): Operand => ({ kind: 'Move', place });
  let at = emitCall(
    b,
    loop,
    item(mkFnDef(newUnchecked, mkArgs([reference]))),
    [move(borrowed)],
    pinPlace,
    true,
    node.source,
  );

  const context = newTemp(b, unknownTy);
  const resume: Operand = { kind: 'Copy', place: localPlace(b.resumeArg ?? 0) };
  pushAssign(b, at, context, { kind: 'Use', operand: resume }, node.source);
  const polled = newTemp(b, mkAdt(pollAdt, mkArgs([node.ty])));
  at = emitCall(
    b,
    at,
    item(mkFnDef(pollMethod, mkArgs([future]))),
    [move(pinPlace), move(context)],
    polled,
    true,
    node.source,
  );

  const discr = newTemp(b, prim.isize);
  pushAssign(b, at, discr, { kind: 'Discriminant', place: polled }, node.source);
  const ready = newBlock(b);
  const pending = newBlock(b);
  terminate(b, at, { kind: 'SwitchInt', discr: move(discr), values: [0n], targets: [ready, pending] });
  const value: Place = {
    local: polled.local,
    projection: [
      { kind: 'Downcast', variant: 0 },
      { kind: 'Field', index: 0, ty: node.ty },
    ],
  };
  pushAssign(b, ready, destination, { kind: 'Use', operand: consume(b, value) }, node.source);
  const yielded = constant({ kind: 'ZeroSized' }, unit, node.source);
  terminate(b, pending, { kind: 'Yield', value: yielded, resume: loop, drop: undefined });
  divergeFrom(b, pending);
  return ready;
}
