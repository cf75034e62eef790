/**
 * A first look at the copies that a program makes of its own functions, long before it is collected.
 *
 * Most of a first collection is about libraries: what they have made for themselves, to know what is shared with them,
 * and what the program makes of them. Copies of the program's own functions depend on little of that, as library code
 * comes to them only through the types and functions that it is given. So the survey walks the collector's graph, but
 * passes over library code that nothing of the workspace is given to, does not ask which copies libraries have made, and
 * walks the workspace's own functions first. What it has found is at any time a part of what the collector will find.
 */
import { type DefId, defCrate } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import type { Database } from '../query/database.ts';
import { anyArg, anyPart } from '../ty/fold.ts';
import type { Const, GenericArgs, Ty } from '../ty/types.ts';
import { type ConfigId, configOf } from './config.ts';
import { type Instance, type MonoItem, monoItemDef } from './instance.ts';
import { sharedCopy } from './localUses.ts';
import { collectionRoots } from './roots.ts';
import { instanceUses, staticUses } from './uses.ts';

/** How often an instance may be nested in instances of its function; the collector's limit. */
const recursionLimit = 128;

export class Survey {
  /** Copies of the workspace's functions and closures, by definition. */
  readonly copies = new Map<DefId, Set<MonoItem>>();
  readonly #db: Database;
  readonly #configs: readonly ConfigId[];
  readonly #sharesCopies: boolean;
  /** Who mentioned each item first. */
  readonly #users = new Map<MonoItem, MonoItem | undefined>();
  /** How many instances of each function were found. */
  readonly #instances = new Map<DefId, number>();
  /** What is still to be looked into: the workspace's functions, and library code that they are given to. */
  readonly #own: MonoItem[] = [];
  readonly #others: MonoItem[] = [];
  /** How many of the configurations have their roots in. */
  #begun = 0;
  readonly #mentionsOwn = new WeakMap<GenericArgs, boolean>();

  constructor(db: Database, configs: readonly ConfigId[]) {
    this.#db = db;
    this.#configs = configs;
    this.#sharesCopies = configs.some((config) => configOf(config).polymorphize);
  }

  get isDone(): boolean {
    return this.#begun === this.#configs.length && this.#own.length === 0 && this.#others.length === 0;
  }

  /** The number of items found. */
  get size(): number {
    return this.#users.size;
  }

  /** Goes on until all is done or `isDue` says that it is enough for now. Can be called again when it was cancelled. */
  advance(isDue: () => boolean): void {
    while (!this.isDone) {
      this.#step();
      if (isDue()) return;
    }
  }

  #step(): void {
    const list = this.#own.length > 0 ? this.#own : this.#others;
    const item = list.at(-1);
    if (item === undefined) {
      // One crate after the other: the first is that of the files that are looked at.
      for (const root of collectionRoots(this.#db, this.#configs[this.#begun]!)) this.#found(root, undefined);
      this.#begun++;
      return;
    }
    const used = this.#usesOf(item);
    // It stays in the list if it was cancelled before.
    list.pop();
    for (const one of used) this.#found(one, item);
  }

  #usesOf(item: MonoItem): readonly MonoItem[] {
    if (item.kind === 'GlobalAsm' || this.#isTooDeep(item)) return [];
    return item.kind === 'Fn'
      ? instanceUses(this.#db, item.instance.id).items
      : staticUses(this.#db, item.def).items;
  }

  #found(found: MonoItem, user: MonoItem | undefined): void {
    const item = this.#sharesCopies ? sharedCopy(this.#db, found) : found;
    if (this.#users.has(item)) return;
    const def = monoItemDef(item);
    const isOwn = this.#isOwn(def);
    if (!isOwn && !(item.kind === 'Fn' && this.#isGivenOwn(item.instance))) return;
    this.#users.set(item, user);
    if (item.kind === 'Fn') this.#instances.set(def, (this.#instances.get(def) ?? 0) + 1);
    (isOwn ? this.#own : this.#others).push(item);
    if (!isOwn || item.kind !== 'Fn' || item.instance.kind.kind !== 'Item') return;
    const copies = this.copies.get(def);
    if (copies) copies.add(item);
    else this.copies.set(def, new Set([item]));
  }

  #isOwn(def: DefId): boolean {
    return crateData(this.#db, defCrate(def)).origin === 'local';
  }

  /** Whether a type or function of the workspace is among the arguments. */
  #isGivenOwn({ args, kind }: Instance): boolean {
    const isOwn = (part: Ty | Const) => {
      if (part.kind === 'Dynamic') return part.principal !== undefined && this.#isOwn(part.principal.def);
      return 'def' in part && this.#isOwn(part.def);
    };
    if ('ty' in kind && kind.ty !== undefined && anyPart(kind.ty, 0, isOwn)) return true;
    let known = this.#mentionsOwn.get(args);
    if (known === undefined) {
      known = anyArg(args, 0, isOwn);
      this.#mentionsOwn.set(args, known);
    }
    return known;
  }

  /** Types may grow without end: then an instance is nested in many of the same function. */
  #isTooDeep(item: MonoItem): boolean {
    if (item.kind !== 'Fn' || (this.#instances.get(item.instance.kind.def) ?? 0) <= recursionLimit)
      return false;
    let depth = 0;
    for (let at = this.#users.get(item); at !== undefined; at = this.#users.get(at))
      if (monoItemDef(at) === item.instance.kind.def) depth++;
    return depth > recursionLimit;
  }
}
