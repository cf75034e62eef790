/**
 * Names for items of a file that survive edits elsewhere in it: macro calls and their spans are known by these, so that
 * an item that is added in front expands nothing again. After rust-analyzer's `FileAstId`.
 *
 * An item is named by its kind, its name (of a macro call, the macro's) and how many like it stand before it. Only items
 * that macros may be applied to or come from are named so: macro calls, `macro_rules!`, and what has attributes.
 */
import type { Brand } from '../base/brand.ts';
import { Interner } from '../base/interner.ts';
import type { Item, ItemId, ItemTree } from './itemTree.ts';

export type FileAstId = Brand<number, 'FileAstId'>;

const names = new Interner<FileAstId, string>((name) => name);

interface Index {
  readonly ids: ReadonlyMap<ItemId, FileAstId>;
  readonly items: ReadonlyMap<FileAstId, ItemId>;
}

const indices = new WeakMap<ItemTree, Index>();

function indexOf(tree: ItemTree): Index {
  let index = indices.get(tree);
  if (!index) indices.set(tree, (index = makeIndex(tree)));
  return index;
}

function makeIndex({ items: all }: ItemTree): Index {
  const ids = new Map<ItemId, FileAstId>();
  const items = new Map<FileAstId, ItemId>();
  const counts = new Map<string, number>();
  for (let item = 0; item < all.length; item++) {
    const name = nameOf(all[item]!);
    if (name === undefined) continue;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    const id = names.intern(`${name}#${count}`);
    ids.set(item, id);
    items.set(id, item);
  }
  return { ids, items };
}

function nameOf(item: Item): string | undefined {
  switch (item.kind) {
    case 'MacroCall':
      return `${item.kind} ${item.path.segments.map((segment) => segment.name).join('::')}`;
    case 'MacroRules':
      return `${item.kind} ${item.name}`;
    default:
      return item.attrs.list.length > 0 ? `${item.kind} ${item.name}` : undefined;
  }
}

/** The name of an item that a macro is applied to or comes from. */
export function fileAstId(tree: ItemTree, item: ItemId): FileAstId {
  return indexOf(tree).ids.get(item) ?? names.intern(`${item}`);
}

/** The item of that name; undefined if there is none (any more). */
export function itemOfAstId(tree: ItemTree, id: FileAstId): ItemId | undefined {
  const found = indexOf(tree).items.get(id);
  if (found !== undefined) return found;
  // An item without a name goes by its number.
  const item = Number(names.lookup(id));
  return Number.isNaN(item) ? undefined : item;
}

/** What an id stands for, the same in every run. */
export function astIdName(id: FileAstId): string {
  return names.lookup(id);
}

export function astIdOfName(name: string): FileAstId {
  return names.intern(name);
}
