/**
 * Mono item collection: which functions, statics and pieces of glue get machine code when a crate is compiled.
 *
 * A *mono item* is what the code generator gets as a unit: a function with all its generic arguments filled in (an
 * *instance*), a static, or a global asm. The same source function gives as many instances as there are different
 * sets of arguments that the program uses it with; finding these sets means finding every use, starting from items
 * that are certainly needed:
 *
 *     fn main() { banana() }
 *     fn banana() { peach::<u64>() }     // main → banana → peach::<u64>
 *     fn peach<T>() {}
 *
 * The items form a graph: an edge from a to b says that a's code mentions b. Collection is two steps.
 *
 * 1. *Roots* (`roots.ts`). What is there in any case: the entry point, or what a library offers.
 * 2. *Neighbours.* From each item to the items that it uses (`uses.ts`), depth first, until nothing new turns up. The
 *    first mention of an item is remembered as its *cause*: following causes back from an item to a root explains
 *    why it exists. Items that another crate has compiled are none of this crate's (`localUses.ts`).
 *
 * Types can grow without end through a function that calls itself with a bigger type. As in rustc, an instance that
 * is nested in 128 instances of the same function ends that branch with an error.
 *
 * After `rustc_monomorphize::collector`.
 */

import type { DefId } from '../hir/defs.ts';
import type { SourceInfo } from '../mir/mir.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { typeSize } from '../ty/fold.ts';
import { isTy } from '../ty/intern.ts';
import type { GenericArgs } from '../ty/types.ts';
import { type CollectConfig, type ConfigId, configOf } from './config.ts';
import type { Instance, MonoItem } from './instance.ts';
import { localUses } from './localUses.ts';
import { MonoItemSet } from './monoItemSet.ts';
import { collectionRoots } from './roots.ts';
import { noUses, type UnresolvedUse, type Uses } from './uses.ts';

export interface Collection {
  readonly config: CollectConfig;
  /** In the order in which they were found; roots are among them. */
  readonly items: readonly MonoItem[];
  readonly roots: ReadonlySet<MonoItem>;
  /** For each item but roots: who mentioned it first, and where. */
  readonly causes: ReadonlyMap<MonoItem, Cause>;
  /** What each item uses, of the items of this crate. */
  readonly uses: ReadonlyMap<MonoItem, readonly MonoItem[]>;
  /** Calls and types that could not be told, with the item in which they stand. */
  readonly unresolved: readonly UnresolvedInItem[];
  /** Instances at which the recursion limit was reached. */
  readonly overflows: readonly Instance[];
}

export interface Cause {
  readonly user: MonoItem;
  /** Expression of the user's body; -1 for made-up code. */
  readonly source: SourceInfo;
}

export interface UnresolvedInItem extends UnresolvedUse {
  readonly item: MonoItem;
}

const recursionLimit = 128;
/** Types of instances larger than this many parts are taken to grow without end. */
const typeSizeLimit = 1 << 14;

/** Everything that gets machine code in the crate. */
export const collect = defineQuery<ConfigId, Collection>('collect', (db, id) => new Collector(db, id).run(), {
  // Of what libraries need, only the list of what they export is wanted for long.
  keep: 2,
});

class Collector {
  readonly #db: Database;
  readonly #id: ConfigId;
  readonly #roots: ReadonlySet<MonoItem>;
  readonly #items = new MonoItemSet();
  readonly #causes = new Map<MonoItem, Cause>();
  readonly #uses = new Map<MonoItem, readonly MonoItem[]>();
  readonly #unresolved: UnresolvedInItem[] = [];
  readonly #overflows: Instance[] = [];
  /** How many instances of each definition the item at hand is nested in. */
  readonly #depths = new Map<DefId, number>();

  constructor(db: Database, id: ConfigId) {
    this.#db = db;
    this.#id = id;
    this.#roots = new Set(collectionRoots(db, id));
  }

  run(): Collection {
    for (const root of this.#roots) this.#collectFrom(root);
    return {
      config: configOf(this.#id),
      items: this.#items.list,
      roots: this.#roots,
      causes: this.#causes,
      uses: this.#uses,
      unresolved: this.#unresolved,
      overflows: this.#overflows,
    };
  }

  /** Depth first, with a stack of our own: the chain of uses may be thousands of items long. */
  #collectFrom(root: MonoItem): void {
    if (this.#items.has(root)) return;
    type Frame = {
      readonly item: MonoItem;
      readonly uses: Uses;
      next: number;
      readonly def: DefId | undefined;
    };
    const stack: Frame[] = [];
    const enter = (item: MonoItem): void => {
      this.#db.pauseIfDue();
      this.#items.add(item);
      const def = item.kind === 'Fn' ? item.instance.kind.def : undefined;
      const uses = this.#withinLimits(item) ? localUses(this.#db, this.#id, item) : noUses;
      if (def !== undefined) this.#depths.set(def, (this.#depths.get(def) ?? 0) + 1);
      for (const unresolved of uses.unresolved) this.#unresolved.push({ ...unresolved, item });
      this.#uses.set(item, uses.items);
      stack.push({ item, uses, next: 0, def });
    };
    enter(root);
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      if (frame.next >= frame.uses.items.length) {
        stack.pop();
        if (frame.def !== undefined) this.#depths.set(frame.def, this.#depths.get(frame.def)! - 1);
        continue;
      }
      const i = frame.next++;
      const used = frame.uses.items[i]!;
      if (this.#items.has(used)) continue;
      if (!this.#roots.has(used))
        this.#causes.set(used, { user: frame.item, source: frame.uses.sources[i]! });
      enter(used);
    }
  }

  #withinLimits(item: MonoItem): boolean {
    if (item.kind !== 'Fn') return true;
    const { kind, args } = item.instance;
    const depth = this.#depths.get(kind.def) ?? 0;
    // Drop glue of a deep type nests legitimately; rustc allows it four times as much.
    const limit = kind.kind === 'DropGlue' ? recursionLimit * 4 : recursionLimit;
    if (depth <= limit && !isTooLarge(args)) return true;
    this.#overflows.push(item.instance);
    return false;
  }
}

const tooLarge = new WeakMap<GenericArgs, boolean>();

function isTooLarge(args: GenericArgs): boolean {
  let known = tooLarge.get(args);
  if (known === undefined) {
    known = args.list.some((arg) => isTy(arg) && typeSize(arg, typeSizeLimit) >= typeSizeLimit);
    tooLarge.set(args, known);
  }
  return known;
}
