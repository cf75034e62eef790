/**
 * Which blocks every way to a block leads through. After Cooper, Harvey and Kennedy, "A Simple, Fast Dominance
 * Algorithm".
 */
import { forEachSuccessor, reversePostorder } from './graph.ts';
import type { BlockId, Terminator } from './mir.ts';

export class Dominators {
  /** Reachable blocks, in reverse postorder. */
  readonly order: readonly BlockId[];
  /** Position in the order; -1: not reachable. */
  readonly #rank: Int32Array;
  readonly #immediate: Int32Array;

  constructor(blocks: readonly { readonly terminator: Terminator }[]) {
    this.order = reversePostorder(blocks);
    this.#rank = new Int32Array(blocks.length).fill(-1);
    this.#immediate = new Int32Array(this.order.length).fill(-1);
    this.order.forEach((block, i) => {
      this.#rank[block] = i;
    });
    const predecessors: number[][] = this.order.map(() => []);
    this.order.forEach((block, i) => {
      forEachSuccessor(blocks[block]!.terminator, (t) => predecessors[this.#rank[t]!]!.push(i));
    });
    if (this.order.length > 0) this.#immediate[0] = 0;
    for (let changed = true; changed; ) {
      changed = false;
      for (let i = 1; i < this.order.length; i++) {
        let dominator = -1;
        for (const p of predecessors[i]!) {
          if (this.#immediate[p] === -1) continue;
          dominator = dominator === -1 ? p : this.#common(p, dominator);
        }
        if (this.#immediate[i] !== dominator) {
          this.#immediate[i] = dominator;
          changed = true;
        }
      }
    }
  }

  #common(a: number, b: number): number {
    let x = a;
    let y = b;
    while (x !== y) {
      while (x > y) x = this.#immediate[x]!;
      while (y > x) y = this.#immediate[y]!;
    }
    return x;
  }

  isReachable(block: BlockId): boolean {
    return this.#rank[block]! >= 0;
  }

  /** Whether every way to `b` leads through `a`; each block dominates itself. */
  dominates(a: BlockId, b: BlockId): boolean {
    const goal = this.#rank[a]!;
    let at = this.#rank[b]!;
    if (goal < 0 || at < 0) return false;
    while (at > goal) at = this.#immediate[at]!;
    return at === goal;
  }
}
