/**
 * Turns false edges, which stand for what rustc's borrow checker is to take for possible, into jumps. After rustc's
 * `rustc_mir_transform::cleanup_post_borrowck`.
 */
import { goto, type MutBody } from '../graph.ts';

export function removeFalseEdges({ blocks }: MutBody): void {
  for (const block of blocks) {
    const { terminator } = block;
    if (terminator.kind === 'FalseEdge' || terminator.kind === 'FalseUnwind')
      block.terminator = goto(terminator.target);
  }
}
