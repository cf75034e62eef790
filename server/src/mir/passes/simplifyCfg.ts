/**
 * Cleans the control-flow graph: skips empty blocks, joins a block with its only successor when that has no other
 * predecessor, turns a switch with one target into a jump, and drops unreachable blocks. After rustc's
 * `rustc_mir_transform::simplify`, which runs it between almost all passes for the same reason: the other passes may
 * then leave whatever blocks they like.
 *
 * It goes through the blocks by their numbers, as rustc does: which of two blocks is left decides what number the rest
 * has, and some passes do what they do in the order of numbers.
 */
import {
  forEachSuccessor,
  goto,
  type MutBlock,
  type MutBody,
  mapSuccessors,
  reversePostorder,
  unreachable,
} from '../graph.ts';
import type { BlockId, Terminator } from '../mir.ts';

export function simplifyCfg(body: MutBody): void {
  new CfgSimplifier(body.blocks, true).simplify();
  removeDeadBlocks(body);
}

/** Before the analyses of rustc's borrow checker are through, a switch stays, as it reads what it decides by. */
export function simplifyCfgKeepingSwitches(body: MutBody): void {
  new CfgSimplifier(body.blocks, false).simplify();
  removeDeadBlocks(body);
}

/** Stands where a terminator was taken from. */
const taken: Terminator = { ...unreachable };

class CfgSimplifier {
  readonly #blocks: readonly MutBlock[];
  readonly #dropsSwitches: boolean;
  /** How many edges lead to a block from where control comes; 0 of those that were joined. */
  readonly #predecessors: Int32Array;
  #changed = false;

  constructor(blocks: readonly MutBlock[], dropsSwitches: boolean) {
    this.#blocks = blocks;
    this.#dropsSwitches = dropsSwitches;
    this.#predecessors = new Int32Array(blocks.length);
    this.#predecessors[0] = 1; // entered from outside
    for (const block of reversePostorder(blocks)) {
      forEachSuccessor(blocks[block]!.terminator, (target) => {
        this.#predecessors[target]!++;
      });
    }
  }

  simplify(): void {
    do {
      this.#changed = false;
      for (let block = 0; block < this.#blocks.length; block++) {
        if (this.#predecessors[block]! > 0) this.#simplifyBlock(this.#blocks[block]!);
      }
    } while (this.#changed);
  }

  #simplifyBlock(block: MutBlock): void {
    let { terminator } = block;
    block.terminator = taken;
    terminator = mapSuccessors(terminator, this.#collapseChain);
    for (;;) {
      terminator = this.#simplifyBranch(terminator);
      if (terminator.kind !== 'Goto' || this.#predecessors[terminator.target] !== 1) break;
      const next = this.#blocks[terminator.target]!;
      if (next.terminator === taken) break; // a loop that nothing enters
      this.#predecessors[terminator.target] = 0;
      for (const statement of next.statements) block.statements.push(statement);
      terminator = next.terminator;
      next.terminator = taken;
      this.#changed = true;
    }
    block.terminator = terminator;
  }

  /** Where the chain of empty jumps that starts at `start` ends; all of its jumps lead there from now on. */
  readonly #collapseChain = (start: BlockId): BlockId => {
    if (emptyJumpOf(this.#blocks[start]!) === undefined) return start;
    const chain: BlockId[] = [];
    let last = start;
    for (let target = emptyJumpOf(this.#blocks[start]!); target !== undefined; ) {
      // A jump that is taken ends the chain, if it comes to it again: an empty loop collapses to where it was entered.
      this.#blocks[last]!.terminator = taken;
      chain.push(last);
      last = target;
      target = emptyJumpOf(this.#blocks[last]!);
    }
    this.#changed ||= last !== start;
    for (let link = chain.pop(); link !== undefined; link = chain.pop()) {
      this.#blocks[link]!.terminator = goto(last);
      // The last edge to the link takes its place as a predecessor of the end.
      if (this.#predecessors[link] === 1) this.#predecessors[link] = 0;
      else {
        this.#predecessors[last]!++;
        this.#predecessors[link]!--;
      }
    }
    return last;
  };

  /** A jump, where all ways of a switch lead to one place. */
  #simplifyBranch(terminator: Terminator): Terminator {
    if (terminator.kind !== 'SwitchInt' || !this.#dropsSwitches) return terminator;
    const { targets } = terminator;
    const first = targets[0]!;
    for (const target of targets) if (target !== first) return terminator;
    this.#predecessors[first]! -= targets.length - 1;
    this.#changed = true;
    return goto(first);
  }
}

/** Where a block leads that does nothing else. */
function emptyJumpOf({ statements, terminator }: MutBlock): BlockId | undefined {
  return terminator.kind === 'Goto' && statements.length === 0 ? terminator.target : undefined;
}

/** Removes blocks that nothing reaches, and keeps one of the empty `unreachable` blocks. */
export function removeDeadBlocks(body: MutBody): void {
  const { blocks } = body;
  const reachable = new Uint8Array(blocks.length);
  for (const block of reversePostorder(blocks)) reachable[block] = 1;
  const renumber = new Int32Array(blocks.length);
  const kept: typeof blocks = [];
  let emptyUnreachable: BlockId | undefined;
  blocks.forEach((b, block) => {
    if (!reachable[block]) return;
    if (b.terminator.kind === 'Unreachable' && b.statements.length === 0 && !b.isCleanup) {
      if (emptyUnreachable !== undefined) {
        renumber[block] = emptyUnreachable;
        return;
      }
      emptyUnreachable = kept.length;
    }
    renumber[block] = kept.length;
    kept.push(b);
  });
  if (kept.length === blocks.length) return;
  for (const b of kept) b.terminator = mapSuccessors(b.terminator, (t) => renumber[t]!);
  body.blocks = kept;
}
