/**
 * Gives the return edge of a call that may also unwind a block of its own where other edges lead to the same block.
 * Code generation needs it, and rustc counts it. After `rustc_mir_transform::add_call_guards`.
 */
import { forEachSuccessor, goto, type MutBody } from '../graph.ts';

export function addCallGuards(body: MutBody): void {
  const { blocks } = body;
  const predecessors = new Uint32Array(blocks.length);
  predecessors[0] = 1;
  for (const b of blocks) {
    forEachSuccessor(b.terminator, (t) => {
      predecessors[t]!++;
    });
  }
  for (const b of [...blocks]) {
    const { terminator, isCleanup } = b;
    if (terminator.kind !== 'Call' || terminator.target === undefined) continue;
    if (terminator.unwind === undefined && !isCleanup) continue;
    if (predecessors[terminator.target]! < 2) continue;
    blocks.push({ statements: [], terminator: goto(terminator.target), isCleanup });
    b.terminator = { ...terminator, target: blocks.length - 1 };
  }
}
