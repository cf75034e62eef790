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
 * The call of `into_future` is already part of the expression awaited.
 */
import { mkAdt, mkArgs, mkFnDef, mkRef, prim, unit, unknownTy } from '../../ty/intern.ts';
import type { Ty } from '../../ty/types.ts';
import { localPlace } from '../graph.ts';
import type { BlockId, Operand, Place } from '../mir.ts';
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
import { divergeFrom, localScope } from './scope.ts';
import type { Thir } from './thir.ts';

export function awaitInto(
  b: Builder,
  destination: Place,
  start: BlockId,
  node: Extract<Thir, { kind: 'Await' }>,
): BlockId {
  const future = thirTy(b, node.awaitee);
  const [block, awaitee] = asTemp(b, start, localScope(b), node.awaitee);
  const pollMethod = b.lang('poll');
  const newUnchecked = b.lang('new_unchecked');
  const pin = b.lang('pin');
  const pollAdt = b.lang('Poll');
  if (pollMethod === undefined || newUnchecked === undefined || pin === undefined || pollAdt === undefined) {
    reportUnresolved(b, { source: node.source, cause: 'type', detail: 'Future' });
    return block;
  }
  const loop = newBlock(b);
  gotoBlock(b, block, loop);

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
  const getContext = b.lang('get_context');
  if (getContext !== undefined) {
    const resume: Operand = { kind: 'Copy', place: localPlace(b.resumeArg ?? 0) };
    at = emitCall(b, at, item(mkFnDef(getContext, mkArgs([]))), [resume], context, true, node.source);
  }
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
