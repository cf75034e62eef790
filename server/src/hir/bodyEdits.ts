/**
 * The items of a file after an edit inside of a body.
 *
 * Typing is mostly inside of one function. That leaves the file's skeleton as it was, and so it does its items, but for
 * a flag: only places move. Of files that were lowered lately it is remembered from what text, so that then nothing
 * has to be parsed and lowered again. What comes out is the same either way.
 */
import { editedRange } from '../base/commonAffixes.ts';
import { parser } from '../syntax/parser.ts';
import { type Skeleton, skeleton } from '../syntax/skeleton.ts';
import type { FileId } from './defs.ts';
import { mayDeclareItems } from './itemKeywords.ts';
import type { ItemTree } from './itemTree.ts';
import { type LoweredItems, lowerItems } from './lowerItems.ts';

interface Known {
  readonly text: string;
  readonly skeleton: Skeleton;
  readonly items: LoweredItems;
}

/** Files whose last text is remembered, least recently used first. */
export type KnownFiles = Map<FileId, Known>;

/** More files than these are hardly edited in turns. */
const keptFiles = 16;

export function lowerFile(known: KnownFiles, file: FileId, text: string): LoweredItems {
  const before = known.get(file);
  const short = skeleton(text);
  const items =
    (before && afterBodyEdit(before, text, short)) ??
    lowerItems(parser().parse(text, { elideBodies: short, cacheKey: file }), 0);
  known.delete(file);
  known.set(file, { text, skeleton: short, items });
  if (known.size > keptFiles) {
    const [oldest] = known.keys();
    known.delete(oldest!);
  }
  return items;
}

/** Undefined: the edit may have changed more than a body. */
function afterBodyEdit(before: Known, text: string, short: Skeleton): LoweredItems | undefined {
  if (before.text === text) return before.items;
  // Where delimiters do not balance, it is a guess where a body ends.
  if (!before.skeleton.isBalanced || !short.isBalanced || before.skeleton.text !== short.text)
    return undefined;
  const { tree, map } = before.items;
  const { start, oldEnd, newEnd } = editedRange(before.text, text);
  const owner = map.ranges.bodyAround(start, oldEnd);
  if (owner === undefined || tree.items[owner]?.kind !== 'Fn') return undefined;
  const delta = newEnd - oldEnd;
  const inside = map.ranges.get(owner)!.bodyStart + 1;
  const moved = (at: number) => (at <= inside ? at : at + delta);
  // What is left of the text must be left of the same parts of it.
  if (!areMoved(before.skeleton.offsets, short.offsets, inside, delta)) return undefined;
  const ranges = map.ranges.moved(moved);
  const { bodyStart, bodyEnd } = ranges.get(owner)!;
  return {
    tree: withInnerItems(tree, owner, mayDeclareItems(text.slice(bodyStart, bodyEnd))),
    map: { ranges },
  };
}

/** Whether the places in one list are those in the other, those past `inside` moved. */
function areMoved(before: Uint32Array, after: Uint32Array, inside: number, delta: number): boolean {
  const { length } = before;
  for (let i = 0; i < length; i++) {
    const at = before[i]!;
    if (after[i] !== (at <= inside ? at : at + delta)) return false;
  }
  return true;
}

function withInnerItems(tree: ItemTree, owner: number, innerItems: boolean): ItemTree {
  const item = tree.items[owner];
  if (item?.kind !== 'Fn' || item.innerItems === innerItems) return tree;
  return { ...tree, items: tree.items.with(owner, { ...item, innerItems }) };
}
