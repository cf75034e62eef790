/**
 * Trees of drops. After `DropTree` of rustc's `rustc_mir_build::builder::scope`.
 *
 * Several exits of a scope share the ends of their chains of drops: with `a` and then `b` in scope, one `return`
 * drops `b` then `a`, an earlier one `a` alone. A node is one drop and what comes after it, its `next`; the root
 * stands for having nothing left to drop. Equal drops with equal continuation are one node, so that each is built once.
 * What is dropped is the value of a local, or its storage.
 */
import type { BlockId, LocalId, SourceInfo } from '../mir.ts';

export type DropIndex = number;
export const rootNode: DropIndex = 0;

const NO_BLOCK = -1;
const OWN_BLOCK = -2;

export interface DropData {
  readonly local: LocalId;
  /** Only the local's storage ends; its value was dropped before, or needs no drop. */
  readonly isStorage: boolean;
  readonly source: SourceInfo;
}

interface DropNode extends DropData {
  readonly next: DropIndex;
}

/** How blocks of a tree are made and entered; the trees of exits and of unwinding differ in that. */
export interface DropTreeBuilder {
  makeBlock(): BlockId;
  /** `from` is to enter the tree at `to`. */
  linkEntry(from: BlockId, to: BlockId): void;
  /** `block` drops the node's local, then goes to `next`. */
  link(block: BlockId, drop: DropData, next: BlockId): void;
}

export class DropTree {
  readonly nodes: DropNode[] = [{ local: -1, isStorage: false, source: -1, next: rootNode }];
  readonly #existing = new Map<number, DropIndex>();
  readonly #entries: { readonly index: DropIndex; readonly from: BlockId }[] = [];

  /** What is given may be a node of another tree. */
  add({ local, isStorage, source }: DropData, next: DropIndex): DropIndex {
    const key = (next * 0x400_0000 + local) * 2 + (isStorage ? 1 : 0);
    const known = this.#existing.get(key);
    if (known !== undefined) return known;
    const index = this.nodes.length;
    this.nodes.push({ next, local, isStorage, source });
    this.#existing.set(key, index);
    return index;
  }

  /** Control comes from `from` with the drops of `index` and after to do. */
  addEntry(from: BlockId, index: DropIndex): void {
    this.#entries.push({ index, from });
  }

  /**
   * Makes the blocks of all nodes that are entered, and forgets the entries: a tree may be built again with others.
   * `root` is the block after all drops, if the caller has one; otherwise one is made when needed. Returns the block of
   * each node.
   */
  build(builder: DropTreeBuilder, root: BlockId | undefined): (BlockId | undefined)[] {
    const blocks: (BlockId | undefined)[] = new Array(this.nodes.length).fill(undefined);
    blocks[rootNode] = root;
    // Of a node that is come to: a block of its own, or (not negative) the node whose block it shares, as the end of a
    // storage can stand behind another one.
    const needs = new Int32Array(this.nodes.length).fill(NO_BLOCK);
    if (root !== undefined) needs[rootNode] = OWN_BLOCK;
    const entries = this.#entries.splice(0).sort((a, b) => b.index - a.index);
    let at = 0;
    // Nodes come after their `next`, so going down every node is met after all that lead to it.
    for (let index = this.nodes.length - 1; index >= 0; index--) {
      for (; at < entries.length && entries[at]!.index === index; at++) {
        blocks[index] ??= builder.makeBlock();
        needs[index] = OWN_BLOCK;
        builder.linkEntry(entries[at]!.from, blocks[index]!);
      }
      const need = needs[index]!;
      if (need === NO_BLOCK) continue;
      if (need === OWN_BLOCK) blocks[index] ??= builder.makeBlock();
      else blocks[index] = blocks[need];
      if (index === rootNode) continue;
      const { next, isStorage } = this.nodes[index]!;
      needs[next] = isStorage && needs[next] === NO_BLOCK ? index : OWN_BLOCK;
    }
    for (let index = this.nodes.length - 1; index > rootNode; index--) {
      const block = blocks[index];
      if (block === undefined) continue;
      const node = this.nodes[index]!;
      builder.link(block, node, blocks[node.next]!);
    }
    return blocks;
  }
}
