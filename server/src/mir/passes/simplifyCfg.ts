/**
 * Cleans the control-flow graph: skips empty blocks, joins a block with its only successor when that has no other
 * predecessor, turns a switch with one target into a jump, and drops unreachable blocks. After rustc's
 * `rustc_mir_transform::simplify`, which runs it between almost all passes for the same reason: the other passes may
 * then leave whatever blocks they like.
 */
import {
  forEachSuccessor,
  goto,
  type MutBlock,
  type MutBody,
  mapSuccessors,
  reversePostorder,
} from '../graph.ts';
import type { BlockId } from '../mir.ts';

export function simplifyCfg(body: MutBody): void {
  const { blocks } = body;
  while (skipJumps(blocks));
  const predecessors = new Int32Array(blocks.length);
  predecessors[0] = 1; // entered from outside
  const order = reversePostorder(blocks);
  for (const block of order) {
    forEachSuccessor(blocks[block]!.terminator, (t) => {
      predecessors[t]!++;
    });
  }
  const reachable = new Uint8Array(blocks.length);
  for (const block of order) {
    if (predecessors[block] === 0) continue; // joined
    reachable[block] = 1;
    const b = blocks[block]!;
    for (;;) {
      const { terminator } = b;
      if (terminator.kind !== 'Goto' || terminator.target === block) break;
      if (predecessors[terminator.target] !== 1) break;
      const next = blocks[terminator.target]!;
      predecessors[terminator.target] = 0;
      for (const statement of next.statements) b.statements.push(statement);
      b.terminator = next.terminator;
    }
  }
  keepBlocks(body, reachable);
}

/**
 * Leads all edges past empty blocks to where these jump in the end, and jumps where all ways of a switch lead to one
 * place. True if that made another block an empty jump, which is then to be skipped, too.
 */
function skipJumps(blocks: readonly MutBlock[]): boolean {
  // An end of -1: not asked yet; of -2: being asked, so the jumps form an empty loop.
  const ends = new Int32Array(blocks.length).fill(-1);
  /** The end of the chain of empty jumps that starts at `from`. */
  const skip = (from: BlockId): BlockId => {
    if (ends[from]! >= 0) return ends[from]!;
    const chain: BlockId[] = [];
    let at = from;
    while (ends[at] === -1) {
      const { statements, terminator } = blocks[at]!;
      if (statements.length > 0 || terminator.kind !== 'Goto') {
        ends[at] = at;
        break;
      }
      ends[at] = -2;
      chain.push(at);
      at = terminator.target;
    }
    const end = ends[at]! >= 0 ? ends[at]! : at;
    for (const link of chain) ends[link] = end;
    return end;
  };

  let isAnyEmpty = false;
  for (const block of reversePostorder(blocks)) {
    const b = blocks[block]!;
    b.terminator = mapSuccessors(b.terminator, skip);
    const { terminator } = b;
    if (terminator.kind !== 'SwitchInt') continue;
    const first = terminator.targets[0]!;
    if (terminator.targets.some((t) => t !== first)) continue;
    b.terminator = goto(first);
    isAnyEmpty ||= b.statements.length === 0;
  }
  return isAnyEmpty;
}

/** Removes blocks that nothing reaches, and keeps one of the empty `unreachable` blocks of each kind. */
export function removeDeadBlocks(body: MutBody): void {
  const reachable = new Uint8Array(body.blocks.length);
  for (const block of reversePostorder(body.blocks)) reachable[block] = 1;
  keepBlocks(body, reachable);
}

function keepBlocks(body: MutBody, reachable: Uint8Array): void {
  const { blocks } = body;
  const renumber = new Int32Array(blocks.length);
  const kept: typeof blocks = [];
  const emptyUnreachable: (BlockId | undefined)[] = [undefined, undefined];
  blocks.forEach((b, block) => {
    if (!reachable[block]) return;
    if (block > 0 && b.statements.length === 0 && b.terminator.kind === 'Unreachable') {
      const kind = b.isCleanup ? 1 : 0;
      const known = emptyUnreachable[kind];
      if (known !== undefined) {
        renumber[block] = known;
        return;
      }
      emptyUnreachable[kind] = kept.length;
    }
    renumber[block] = kept.length;
    kept.push(b);
  });
  for (const b of kept) b.terminator = mapSuccessors(b.terminator, (t) => renumber[t]!);
  body.blocks = kept;
}
