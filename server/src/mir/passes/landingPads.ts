/**
 * Removes landing pads that clean nothing up: a cleanup block that only writes flags and goes on unwinding. Nearly
 * every call is built with one, so this is what makes the graph small. Where panics abort they go otherwise
 * (`abortUnwinding.ts`). After rustc's `rustc_mir_transform::remove_noop_landing_pads`.
 */
import {
  forEachSuccessor,
  type MutBlock,
  type MutBody,
  reversePostorder,
  unwindTarget,
  withUnwind,
} from '../graph.ts';
import type { TypeOps } from '../typeOps.ts';

export function removeNoopLandingPads(body: MutBody, { panicsAbort }: TypeOps): void {
  const { blocks } = body;
  if (panicsAbort || !blocks.some((b) => b.isCleanup)) return;
  const noop = new Uint8Array(blocks.length);
  const order = reversePostorder(blocks);
  // Postorder: what a block goes to is known before the block.
  for (let i = order.length - 1; i >= 0; i--) {
    const block = order[i]!;
    const b = blocks[block]!;
    const unwind = unwindTarget(b.terminator);
    if (unwind !== undefined && noop[unwind]) b.terminator = withUnwind(b.terminator, undefined);
    if (b.isCleanup && isNoop(b, noop)) noop[block] = 1;
  }
}

function isNoop(block: MutBlock, noop: Uint8Array): boolean {
  const { kind } = block.terminator;
  if (kind === 'UnwindResume') return writesOnlyLocals(block);
  if (kind !== 'Goto' && kind !== 'SwitchInt') return false;
  let all = true;
  forEachSuccessor(block.terminator, (t) => {
    all &&= noop[t] === 1;
  });
  return all && writesOnlyLocals(block);
}

function writesOnlyLocals(block: MutBlock): boolean {
  return block.statements.every(
    (s) =>
      s.kind !== 'SetDiscriminant' &&
      (s.kind !== 'Assign' ||
        (s.place.projection.length === 0 && (s.rvalue.kind === 'Use' || s.rvalue.kind === 'Discriminant'))),
  );
}
