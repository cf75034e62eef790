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
 * After an edit nearly everything is as it was. What no edit can change is remembered (`trace.ts`), so that only the
 * other items are asked about.
 *
 * Types can grow without end through a function that calls itself with a bigger type. As in rustc, an instance that
 * is nested in 128 instances of the same function ends that branch with an error.
 *
 * After `rustc_monomorphize::collector`.
 */

import type { DefId } from '../hir/defs.ts';
import { isImmutable } from '../hir/libraryTexts.ts';
import type { SourceInfo } from '../mir/mir.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { typeSize } from '../ty/fold.ts';
import { isTy } from '../ty/intern.ts';
import type { GenericArgs } from '../ty/types.ts';
import { type CollectConfig, type ConfigId, configOf } from './config.ts';
import type { Instance, MonoItem } from './instance.ts';
import { areStableUses, localUses } from './localUses.ts';
import { MonoItemSet } from './monoItemSet.ts';
import { collectionRoots, lateRoots } from './roots.ts';
import { type Trace, traceOf } from './trace.ts';
import { noUses, type UnresolvedUse, type Uses } from './uses.ts';

/** What was collected. Who uses what is put in tables when it is asked for. */
export class Collection {
  readonly config: CollectConfig;
  /** In the order in which they were found; roots are among them. */
  readonly items: readonly MonoItem[];
  readonly roots: ReadonlySet<MonoItem>;
  /** Calls and types that could not be told, with the item in which they stand. */
  readonly unresolved: readonly UnresolvedInItem[];
  /** Instances at which the recursion limit was reached. */
  readonly overflows: readonly Instance[];
  /** For each item: the number of the one that mentioned it first, and where; -1 for those that collection began with. */
  readonly #users: readonly number[];
  readonly #sources: readonly SourceInfo[];
  readonly #itemUses: readonly Uses[];
  #causes: ReadonlyMap<MonoItem, Cause> | undefined;
  #uses: ReadonlyMap<MonoItem, readonly MonoItem[]> | undefined;

  constructor(found: Found, config: CollectConfig, roots: ReadonlySet<MonoItem>) {
    this.config = config;
    this.roots = roots;
    this.items = found.items.list;
    this.unresolved = found.unresolved;
    this.overflows = found.overflows;
    this.#users = found.users;
    this.#sources = found.sources;
    this.#itemUses = found.uses;
  }

  /** For each item but roots: who mentioned it first, and where. */
  get causes(): ReadonlyMap<MonoItem, Cause> {
    if (!this.#causes) {
      const causes = new Map<MonoItem, Cause>();
      for (const [i, item] of this.items.entries()) {
        const user = this.items[this.#users[i]!];
        if (user && !this.roots.has(item)) causes.set(item, { user, source: this.#sources[i]! });
      }
      this.#causes = causes;
    }
    return this.#causes;
  }

  /** What each item uses, of the items of this crate. */
  get uses(): ReadonlyMap<MonoItem, readonly MonoItem[]> {
    this.#uses ??= new Map(this.items.map((item, i) => [item, this.#itemUses[i]!.items]));
    return this.#uses;
  }
}

/** What is found, in the making: lists with an entry for each item. */
class Found {
  readonly items = new MonoItemSet();
  readonly users: number[] = [];
  readonly sources: SourceInfo[] = [];
  readonly uses: Uses[] = [];
  readonly unresolved: UnresolvedInItem[] = [];
  readonly overflows: Instance[] = [];
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
export const collect = defineQuery<ConfigId, Collection>(
  'collect',
  (db, id) => {
    // What is edited is collected again and again.
    const isRepeated = !db.isFrozen && !isImmutable(db, configOf(id).krate);
    return new Collector(db, id, isRepeated ? traceOf(db, id) : undefined).run();
  },
  {
    // Of what libraries need, only the list of what they export is wanted for long.
    keep: 2,
  },
);

class Collector {
  readonly #db: Database;
  readonly #id: ConfigId;
  readonly #trace: Trace | undefined;
  readonly #roots: Set<MonoItem>;
  readonly #found = new Found();
  /** How many instances of each definition the item at hand is nested in. */
  readonly #depths = new Map<DefId, number>();

  constructor(db: Database, id: ConfigId, trace: Trace | undefined) {
    this.#db = db;
    this.#id = id;
    this.#trace = trace;
    this.#roots = new Set(collectionRoots(db, id));
  }

  run(): Collection {
    for (const root of this.#roots) this.#collectFrom(root);
    for (const root of lateRoots(this.#db, this.#id, (item) => this.#found.items.has(item))) {
      this.#roots.add(root);
      this.#collectFrom(root);
    }
    return new Collection(this.#found, configOf(this.#id), this.#roots);
  }

  /** Depth first, with a stack of our own: the chain of uses may be thousands of items long. */
  #collectFrom(root: MonoItem): void {
    const found = this.#found;
    if (found.items.has(root)) return;
    type Frame = {
      /** The item's number. */
      readonly item: number;
      readonly uses: Uses;
      next: number;
      readonly def: DefId | undefined;
    };
    const stack: Frame[] = [];
    const enter = (item: MonoItem, user: number, source: SourceInfo): void => {
      this.#db.pauseIfDue();
      found.items.add(item);
      const def = item.kind === 'Fn' ? item.instance.kind.def : undefined;
      const uses = this.#withinLimits(item) ? this.#usesOf(item) : noUses;
      if (def !== undefined) this.#depths.set(def, (this.#depths.get(def) ?? 0) + 1);
      for (const unresolved of uses.unresolved) found.unresolved.push({ ...unresolved, item });
      found.users.push(user);
      found.sources.push(source);
      stack.push({ item: found.uses.push(uses) - 1, uses, next: 0, def });
    };
    enter(root, -1, -1);
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      if (frame.next >= frame.uses.items.length) {
        stack.pop();
        if (frame.def !== undefined) this.#depths.set(frame.def, this.#depths.get(frame.def)! - 1);
        continue;
      }
      const i = frame.next++;
      const used = frame.uses.items[i]!;
      if (!found.items.has(used)) enter(used, frame.item, frame.uses.sources[i]!);
    }
  }

  #usesOf(item: MonoItem): Uses {
    const known = this.#trace?.get(item);
    if (known) return known;
    const uses = localUses(this.#db, this.#id, item);
    if (this.#trace && areStableUses(this.#db, this.#id, item)) this.#trace.set(item, uses);
    return uses;
  }

  #withinLimits(item: MonoItem): boolean {
    if (item.kind !== 'Fn') return true;
    const { kind, args } = item.instance;
    const depth = this.#depths.get(kind.def) ?? 0;
    // Drop glue of a deep type nests legitimately; rustc allows it four times as much.
    const limit = kind.kind === 'DropGlue' ? recursionLimit * 4 : recursionLimit;
    if (depth <= limit && !isTooLarge(args)) return true;
    this.#found.overflows.push(item.instance);
    return false;
  }
}

/** By the id of the arguments. */
const tooLarge: (boolean | undefined)[] = [];

function isTooLarge({ id, list }: GenericArgs): boolean {
  tooLarge[id] ??= list.some((arg) => isTy(arg) && typeSize(arg, typeSizeLimit) >= typeSizeLimit);
  return tooLarge[id];
}
