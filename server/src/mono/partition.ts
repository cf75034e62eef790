/**
 * Partitioning: which codegen unit each mono item is compiled in, and with which linkage.
 *
 * A *codegen unit* (CGU) is what the backend compiles at a time, in parallel with others and, in incremental builds,
 * not at all if nothing in it changed. So units follow the source: each module has two, a *stable* one for the
 * functions that are written there, and, in incremental builds, a *volatile* one for the copies of generic functions
 * whose types come from there, which change more often. The steps:
 *
 * 1. *Placement.* Every item that gets one copy a program (a *root* in the sense of partitioning) is placed in the unit
 *    of its *characteristic* module: a method goes where its self type is defined, everything else where it is
 *    defined itself; glue and shims have no module and go to the `fallback` unit. Items that are copied wherever they
 *    are used (`#[inline]`) follow: each unit gets those that its items reach without passing another root.
 * 2. *Merging.* While there are more units than asked for, the one that overlaps most in inlined items with the smallest
 *    of the units that stay is merged into it. In builds that are not incremental, units under a minimum size are
 *    merged as well.
 * 3. *Internalization.* A symbol that only its own unit uses needs not be visible outside of it.
 *
 * Names of incremental units are `crate-module[.volatile]`; others are numbered `crate-cgu.N` from the largest down.
 * Sizes are estimates (`stats.ts`), so where units are merged by size ours may differ from rustc's.
 *
 * After `rustc_monomorphize::partitioning`.
 */
import { langItem } from '../hir/defMap/langItems.ts';
import {
  assocContainer,
  type CrateId,
  type DefId,
  defCrate,
  defData,
  defKind,
  defParent,
} from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import type { Profile } from '../project/profile.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { substitute } from '../ty/fold.ts';
import { tyArg } from '../ty/intern.ts';
import { characteristicDef, TyPrinter } from '../ty/print.ts';
import { normalizeErasing } from '../ty/project.ts';
import { implSelfTy, implTraitRef } from '../ty/signatures.ts';
import { type Collection, collect } from './collector.ts';
import { type CollectConfig, type ConfigId, configOf } from './config.ts';
import type { MonoItem } from './instance.ts';
import { isLocalCopy } from './instantiationMode.ts';
import { hasGenericArgs, isExported } from './linkage.ts';
import { printMonoItem } from './names.ts';
import { sizeEstimate } from './stats.ts';

export type Linkage = 'External' | 'Internal' | 'WeakAny';

export interface PlacedItem {
  readonly item: MonoItem;
  readonly linkage: Linkage;
  /** A copy for this unit alone. */
  readonly inlined: boolean;
  readonly size: number;
}

export interface CodegenUnit {
  readonly name: string;
  /** Contains only copies of generic functions; such units exist in incremental builds. */
  readonly isVolatile: boolean;
  /** In no order that means anything; see {@link itemsByName}. */
  readonly items: readonly PlacedItem[];
  readonly size: number;
}

export interface Partitioning {
  /** By name. */
  readonly units: readonly CodegenUnit[];
  /** The units of each item, by name, with its linkage there. */
  readonly placements: ReadonlyMap<
    MonoItem,
    readonly { readonly unit: CodegenUnit; readonly linkage: Linkage }[]
  >;
}

export const partition = defineQuery<ConfigId, Partitioning>('partition', (db, id) =>
  new Partitioner(db, configOf(id), collect(db, id)).run(),
);

interface OpenItem {
  linkage: Linkage;
  readonly inlined: boolean;
  readonly size: number;
}

interface OpenUnit {
  name: string;
  readonly items: Map<MonoItem, OpenItem>;
  size: number;
  /** Names of the units that were merged into this one, itself included. */
  readonly contents: string[];
}

/** Units smaller than this are merged in builds that are not incremental. */
const minimumSize = 1800;

class Partitioner {
  readonly #db: Database;
  readonly #config: CollectConfig;
  readonly #collection: Collection;
  readonly #units = new Map<string, OpenUnit>();
  readonly #internalizable = new Set<MonoItem>();
  readonly #crateName: string;
  readonly #profile: Profile;
  readonly #modes = new Map<MonoItem, boolean>();

  constructor(db: Database, config: CollectConfig, collection: Collection) {
    this.#db = db;
    this.#config = config;
    this.#collection = collection;
    const { name, profile } = crateData(db, config.krate);
    this.#crateName = name;
    this.#profile = profile;
  }

  run(): Partitioning {
    this.#place();
    const units = [...this.#units.values()].sort(byName);
    this.#merge(units);
    if (this.#config.strategy !== 'eager') this.#internalize(units);
    return this.#finish(units);
  }

  // ------------------------------------------------------------------------------------------ placement

  #place(): void {
    const { items } = this.#collection;
    const { incremental } = this.#profile;
    for (const item of items) {
      if (this.#isLocalCopy(item)) continue;
      const def = this.#characteristicDef(item);
      const isVolatile = incremental && item.kind === 'Fn' && hasGenericArgs(item.instance);
      const name =
        def === undefined
          ? this.#unitName(['fallback'], 'cgu')
          : this.#unitName(...this.#moduleOf(def, isVolatile));
      const unit = this.#unit(name);
      if (!isExported(this.#db, this.#config, item)) this.#internalizable.add(item);
      this.#add(unit, item, {
        linkage: 'External',
        inlined: false,
        size: sizeEstimate(this.#db, this.#config, item),
      });
      for (const inlined of this.#reachableInlined(item)) {
        if (!unit.items.has(inlined)) {
          this.#add(unit, inlined, {
            linkage: 'Internal',
            inlined: true,
            size: sizeEstimate(this.#db, this.#config, inlined),
          });
        }
      }
    }
    if (this.#units.size === 0) this.#unit(this.#unitName(['fallback'], 'cgu'));
  }

  #unit(name: string): OpenUnit {
    let unit = this.#units.get(name);
    if (!unit) {
      unit = { name, items: new Map(), size: 0, contents: [name] };
      this.#units.set(name, unit);
    }
    return unit;
  }

  #add(unit: OpenUnit, item: MonoItem, open: OpenItem): void {
    unit.items.set(item, open);
    unit.size += open.size;
  }

  /** Compiled into every unit that uses it, rather than once: rustc's `InstantiationMode::LocalCopy`. */
  #isLocalCopy(item: MonoItem): boolean {
    let mode = this.#modes.get(item);
    if (mode === undefined) {
      mode = isLocalCopy(this.#db, this.#config, item);
      this.#modes.set(item, mode);
    }
    return mode;
  }

  #reachableInlined(item: MonoItem): Set<MonoItem> {
    const reached = new Set<MonoItem>();
    const queue = [item];
    for (let at = queue.pop(); at; at = queue.pop()) {
      for (const used of this.#collection.uses.get(at) ?? []) {
        if (!this.#isLocalCopy(used) || reached.has(used)) continue;
        reached.add(used);
        queue.push(used);
      }
    }
    return reached;
  }

  /** The definition whose module the item belongs to; undefined for compiler-made code. */
  #characteristicDef(item: MonoItem): DefId | undefined {
    if (item.kind !== 'Fn') return item.def;
    const { kind, args } = item.instance;
    if (kind.kind !== 'Item') return undefined;
    const { def } = kind;
    const container = assocContainer(def);
    if (container === undefined) return def;
    if (defKind(container) === 'Trait') return characteristicDef(tyArg(args, 0)) ?? def;
    if (this.#profile.incremental) {
      // Only drop glue calls `Drop::drop`, so it goes where glue goes.
      const trait = implTraitRef(this.#db, container);
      if (trait && trait.def === langItem(this.#db, defCrate(def), 'drop')) return undefined;
    }
    const self = normalizeErasing(this.#db, substitute(implSelfTy(this.#db, container), args));
    return characteristicDef(self) ?? def;
  }

  /** The innermost module that is not nested in a function, as components of a unit's name. */
  #moduleOf(def: DefId, isVolatile: boolean): [readonly string[], string | undefined, DefId] {
    let module: DefId | undefined;
    for (let at = def; ; ) {
      const parent = defParent(at);
      if (parent === undefined) {
        module ??= at;
        break;
      }
      if (defKind(at) === 'Mod') module ??= at;
      else module = undefined;
      at = parent;
    }
    const components: string[] = [];
    for (let at = module; defParent(at) !== undefined; at = defParent(at)!)
      components.unshift(defData(at).name);
    return [components, isVolatile ? 'volatile' : undefined, module];
  }

  /** `crate-a-b.suffix`; a unit for another crate's module says in which crate it is. */
  #unitName(components: readonly string[], suffix: string | undefined, module?: DefId): string {
    const krate = module === undefined ? this.#config.krate : defCrate(module);
    const prefix =
      krate === this.#config.krate
        ? this.#crateName
        : `${crateData(this.#db, krate).name}-in-${this.#crateName}`;
    return `${[prefix, ...components].join('-')}${suffix === undefined ? '' : `.${suffix}`}`;
  }

  // ------------------------------------------------------------------------------------------ merging

  #merge(units: OpenUnit[]): void {
    const { incremental, codegenUnits } = this.#profile;
    const limit = Math.max(1, codegenUnits ?? (incremental ? 256 : 16));
    while (units.length > limit) {
      units.sort(bySize);
      const target = units[limit - 1]!;
      let best = limit;
      let bestOverlap = 0;
      for (let i = limit; i < units.length; i++) {
        if (units[i]!.size <= bestOverlap) break;
        const overlap = inlinedOverlap(target, units[i]!);
        if (overlap > bestOverlap) {
          bestOverlap = overlap;
          best = i;
        }
      }
      const source = units[best]!;
      const last = units.pop()!;
      if (source !== last) units[best] = last;
      mergeInto(target, source);
    }
    while (
      !incremental &&
      codegenUnits === undefined &&
      units.length > 1 &&
      units.some((unit) => unit.size < minimumSize)
    ) {
      units.sort(bySize);
      const smallest = units.pop()!;
      mergeInto(units.at(-1)!, smallest);
    }
    if (incremental) {
      for (const unit of units) {
        if (unit.contents.length > 1) unit.name = [...unit.contents].sort().join('--');
      }
      units.sort(byName);
    } else {
      units.sort(bySize);
      const digits = String(units.length).length;
      for (const [i, unit] of units.entries()) {
        unit.name = this.#unitName(['cgu'], String(i).padStart(digits, '0'));
      }
    }
  }

  // ------------------------------------------------------------------------------------------ internalization

  #internalize(units: readonly OpenUnit[]): void {
    const placements = new Map<MonoItem, OpenUnit[]>();
    for (const unit of units) {
      for (const item of unit.items.keys()) {
        const list = placements.get(item);
        if (list) list.push(unit);
        else placements.set(item, [unit]);
      }
    }
    const users = new Map<MonoItem, MonoItem[]>();
    for (const [user, used] of this.#collection.uses) {
      for (const item of used) {
        const list = users.get(item);
        if (list) list.push(user);
        else users.set(item, [user]);
      }
    }
    for (const unit of units) {
      for (const [item, open] of unit.items) {
        if (!this.#internalizable.has(item) || open.inlined) continue;
        const isUsedOutside = (users.get(item) ?? []).some((user) =>
          placements.get(user)?.some((other) => other !== unit),
        );
        if (!isUsedOutside) open.linkage = 'Internal';
      }
    }
  }

  #finish(units: OpenUnit[]): Partitioning {
    const placements = new Map<MonoItem, { unit: CodegenUnit; linkage: Linkage }[]>();
    const finished = units.sort(byName).map((open): CodegenUnit => {
      const items = [...open.items].map(
        ([item, { linkage, inlined, size }]): PlacedItem => ({ item, linkage, inlined, size }),
      );
      const unit: CodegenUnit = {
        name: open.name,
        isVolatile: open.contents.every((name) => name.endsWith('.volatile')),
        items,
        size: open.size,
      };
      for (const { item, linkage } of items) {
        const list = placements.get(item);
        if (list) list.push({ unit, linkage });
        else placements.set(item, [{ unit, linkage }]);
      }
      return unit;
    });
    return { units: finished, placements };
  }
}

function byName(a: OpenUnit, b: OpenUnit): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** Largest first; a stable sort keeps equals in order. */
function bySize(a: OpenUnit, b: OpenUnit): number {
  return b.size - a.size;
}

function inlinedOverlap(a: OpenUnit, b: OpenUnit): number {
  const [small, large] = a.items.size <= b.items.size ? [a, b] : [b, a];
  let overlap = 0;
  for (const [item, { inlined, size }] of small.items) {
    if (inlined && large.items.get(item)?.inlined) overlap += size;
  }
  return overlap;
}

function mergeInto(target: OpenUnit, source: OpenUnit): void {
  for (const [item, open] of source.items) {
    if (target.items.has(item)) continue;
    target.items.set(item, open);
    target.size += open.size;
  }
  target.contents.push(...source.contents);
}

const inOrder = new WeakMap<CodegenUnit, readonly PlacedItem[]>();

/** The items of a unit of that crate by their names, as rustc prints them. */
export function itemsByName(db: Database, krate: CrateId, unit: CodegenUnit): readonly PlacedItem[] {
  let items = inOrder.get(unit);
  if (!items) {
    const printer = new TyPrinter(db, krate);
    items = unit.items
      .map((placed) => ({ placed, name: printMonoItem(printer, placed.item) }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
      .map(({ placed }) => placed);
    inOrder.set(unit, items);
  }
  return items;
}
