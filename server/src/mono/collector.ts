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
 * 1. *Roots.* The entry point and what the runtime needs to start it; in a library, every function that is not
 *    generic and that other crates can link to; all statics. In *eager* mode, everything that is not generic: each
 *    function, the drop glue of each type, the default methods that trait impls inherit.
 * 2. *Neighbours.* From each item to the items that it uses (`uses.ts`), depth first, until nothing new turns up. The
 *    first mention of an item is remembered as its *cause*: following causes back from an item to a root explains
 *    why it exists.
 *
 * An item that another crate has already compiled, and that can be linked to, is no item of this crate: functions of
 * dependencies that are neither generic nor inlinable, and, where generics are shared (opt-level 0 and 1), the
 * instances that dependencies made for themselves.
 *
 * Types can grow without end through a function that calls itself with a bigger type. As in rustc, an instance that
 * is nested in 128 instances of the same function ends that branch with an error.
 *
 * After `rustc_monomorphize::collector`.
 */

import { body } from '../hir/body/lower.ts';
import { codegenFnAttrs } from '../hir/codegenAttrs.ts';
import { assocItems } from '../hir/defMap/assocItems.ts';
import { item as itemOf } from '../hir/defMap/defSource.ts';
import { langItem } from '../hir/defMap/langItems.ts';
import { openedCrates } from '../hir/defMap/namedCrates.ts';
import {
  assocContainer,
  type CrateId,
  type DefId,
  defCrate,
  defKind,
  defParent,
  typeckRoot,
} from '../hir/defs.ts';
import { crateData, crateGraph } from '../hir/inputs.ts';
import { defVisibility } from '../hir/resolver.ts';
import { crossCrateInlinable } from '../mir/inline/crossCrateInline.ts';
import type { SourceInfo } from '../mir/mir.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { needsDrop } from '../ty/adt.ts';
import { typeSize } from '../ty/fold.ts';
import { genericsOf, identityArgs, requiresMonomorphization } from '../ty/generics.ts';
import { erasedRegion, isTy, mkArgs } from '../ty/intern.ts';
import { emptyParamEnv } from '../ty/predicates.ts';
import { normalizeErasing } from '../ty/project.ts';
import { fnSig, implTraitRef, typeOf } from '../ty/signatures.ts';
import { type CollectConfig, type ConfigId, configOf, internConfig, sharesGenerics } from './config.ts';
import { entryFn } from './entry.ts';
import { defItem, fnItem, type Instance, type MonoItem, mkInstance } from './instance.ts';
import { hasGenericArgs, isExported } from './linkage.ts';
import { localItems } from './localItems.ts';
import { polymorphize } from './polymorphize.ts';
import { isReachableNonGeneric } from './reachable.ts';
import { resolveDropInPlace, resolveInstance } from './resolve.ts';
import { isSysrootInstance } from './sysrootInstances.ts';
import { testRoots } from './testHarness.ts';
import { cachedInstances } from './upstreamCache.ts';
import { instanceUses, noUses, staticUses, type UnresolvedUse, type Uses } from './uses.ts';

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
export const collect = defineQuery<ConfigId, Collection>('collect', (db, id) =>
  new Collector(db, configOf(id)).run(),
);

class Collector {
  readonly #db: Database;
  readonly #config: CollectConfig;
  readonly #krate: CrateId;
  #upstream: ReadonlySet<Instance> | undefined;
  readonly #items = new Set<MonoItem>();
  readonly #roots = new Set<MonoItem>();
  readonly #causes = new Map<MonoItem, Cause>();
  readonly #uses = new Map<MonoItem, readonly MonoItem[]>();
  readonly #unresolved: UnresolvedInItem[] = [];
  readonly #overflows: Instance[] = [];
  readonly #local = new Map<MonoItem, boolean>();
  /** How many instances of each definition the item at hand is nested in. */
  readonly #depths = new Map<DefId, number>();

  constructor(db: Database, config: CollectConfig) {
    this.#db = db;
    this.#config = config;
    this.#krate = config.krate;
  }

  run(): Collection {
    for (const root of this.#findRoots()) this.#roots.add(root);
    for (const root of this.#roots) this.#collectFrom(root);
    return {
      config: this.#config,
      items: [...this.#items],
      roots: this.#roots,
      causes: this.#causes,
      uses: this.#uses,
      unresolved: this.#unresolved,
      overflows: this.#overflows,
    };
  }

  // ------------------------------------------------------------------------------------------ roots

  #findRoots(): MonoItem[] {
    const db = this.#db;
    const roots: MonoItem[] = [];
    const isEager = this.#config.strategy === 'eager';
    for (const def of localItems(db, this.#krate)) {
      switch (defKind(def)) {
        case 'Fn':
          if (this.#isRoot(def)) this.#pushMono(def, roots);
          this.#closures(def, roots);
          break;
        case 'Static': {
          const item = itemOf(db, def);
          if (item?.kind === 'Static' && !item.isForeign) roots.push(defItem('Static', def));
          break;
        }
        case 'GlobalAsm':
          roots.push(defItem('GlobalAsm', def));
          break;
        case 'Struct':
        case 'Enum':
        case 'Union':
          if (isEager && !requiresMonomorphization(db, def)) this.#dropGlueOf(def, roots);
          break;
        case 'Impl':
          if (isEager) this.#inheritedDefaults(def, roots);
          break;
      }
    }
    this.#entryPoint(roots);
    return roots;
  }

  #isRoot(def: DefId): boolean {
    const db = this.#db;
    const item = itemOf(db, def);
    if (item?.kind !== 'Fn' || !item.hasBody || item.isForeign || requiresMonomorphization(db, def))
      return false;
    const attrs = codegenFnAttrs(db, def);
    if (this.#config.strategy === 'eager') return true;
    return attrs.isStdInternalSymbol || isReachableNonGeneric(db, def);
  }

  #pushMono(def: DefId, roots: MonoItem[]): void {
    // Early-bound lifetimes keep their slots.
    const args = identityArgs(this.#db, def).list.map(() => erasedRegion);
    roots.push(fnItem(mkInstance({ kind: 'Item', def }, mkArgs(args))));
  }

  /**
   * Closures of a function that is not generic are functions that are not generic: roots in eager mode. The body of a
   * public `async fn` is one in any mode.
   */
  #closures(owner: DefId, roots: MonoItem[]): void {
    const db = this.#db;
    const isEager = this.#config.strategy === 'eager';
    const item = itemOf(db, owner);
    if (item?.kind !== 'Fn' || requiresMonomorphization(db, owner)) return;
    const isPublicAsync =
      item.isAsync && assocContainer(owner) === undefined && defVisibility(db, owner) === 'Public';
    if (!isEager && !isPublicAsync) return;
    for (const [closure, expr] of body(db, owner)?.closures ?? []) {
      if (defKind(closure) !== 'Closure') continue;
      const made = body(db, owner)?.exprs[expr];
      const isBody = made?.kind === 'Closure' && made.coroutine === 'asyncFn';
      if (isEager || isBody) this.#pushMono(closure, roots);
    }
  }

  #dropGlueOf(adt: DefId, roots: MonoItem[]): void {
    const ty = normalizeErasing(this.#db, typeOf(this.#db, adt));
    if (!needsDrop(this.#db, ty, emptyParamEnv)) return;
    const glue = resolveDropInPlace(this.#db, ty, this.#krate);
    if (glue) roots.push(fnItem(glue));
  }

  /** The methods that an impl takes over from the trait. */
  #inheritedDefaults(impl: DefId, roots: MonoItem[]): void {
    const db = this.#db;
    if (requiresMonomorphization(db, impl)) return;
    const trait = implTraitRef(db, impl);
    if (!trait) return;
    const own = new Set(assocItems(db, impl).map((item) => item.name));
    for (const { name, def, kind } of assocItems(db, trait.def)) {
      if (kind !== 'Fn' || own.has(name)) continue;
      const item = itemOf(db, def);
      const params = genericsOf(db, def).params;
      if (item?.kind !== 'Fn' || !item.hasBody || params.some((param) => param.kind !== 'Lifetime')) continue;
      const instance = resolveInstance(
        db,
        def,
        mkArgs([...trait.args.list, ...params.map(() => erasedRegion)]),
      );
      if (instance && this.#isLocal(fnItem(instance))) roots.push(fnItem(instance));
    }
  }

  /** `main`, and the runtime's generic start function with the type that `main` returns. */
  #entryPoint(roots: MonoItem[]): void {
    const db = this.#db;
    const krate = crateData(db, this.#krate);
    if (krate.isTest) {
      roots.push(...testRoots(db, this.#krate));
      return;
    }
    if (krate.crateType !== 'bin') return;
    const main = entryFn(db, this.#krate);
    if (main === undefined) return;
    if (defCrate(main) === this.#krate) this.#pushMono(main, roots);
    const start = langItem(db, this.#krate, 'start');
    if (start === undefined) return;
    const instance = resolveInstance(db, start, mkArgs([normalizeErasing(db, fnSig(db, main).output)]));
    if (instance) roots.push(fnItem(instance));
  }

  // ------------------------------------------------------------------------------------------ neighbours

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
      this.#items.add(item);
      const def = item.kind === 'Fn' ? item.instance.kind.def : undefined;
      const uses = this.#withinLimits(item) ? this.#usesOf(item) : noUses;
      if (def !== undefined) this.#depths.set(def, (this.#depths.get(def) ?? 0) + 1);
      for (const unresolved of uses.unresolved) this.#unresolved.push({ ...unresolved, item });
      this.#uses.set(
        item,
        uses.items.filter((used) => this.#isLocal(used)),
      );
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
      if (this.#items.has(used) || !this.#isLocal(used)) continue;
      if (!this.#roots.has(used))
        this.#causes.set(used, { user: frame.item, source: frame.uses.sources[i]! });
      enter(used);
    }
  }

  #usesOf(item: MonoItem): Uses {
    this.#db.unwindIfCancelled();
    if (item.kind === 'GlobalAsm') return noUses;
    const uses =
      item.kind === 'Fn' ? instanceUses(this.#db, item.instance.id) : staticUses(this.#db, item.def);
    if (!this.#config.polymorphize) return uses;
    return { ...uses, items: uses.items.map((used) => this.#shared(used)) };
  }

  /** The copy that stands for an item when unused parameters make no copies. */
  #shared(item: MonoItem): MonoItem {
    return item.kind === 'Fn' ? fnItem(polymorphize(this.#db, item.instance)) : item;
  }

  #withinLimits(item: MonoItem): boolean {
    if (item.kind !== 'Fn') return true;
    const { kind, args } = item.instance;
    const depth = this.#depths.get(kind.def) ?? 0;
    // Drop glue of a deep type nests legitimately; rustc allows it four times as much.
    const limit = kind.kind === 'DropGlue' ? recursionLimit * 4 : recursionLimit;
    const isTooLarge = args.list.some((arg) => isTy(arg) && typeSize(arg, typeSizeLimit) >= typeSizeLimit);
    if (depth <= limit && !isTooLarge) return true;
    this.#overflows.push(item.instance);
    return false;
  }

  /** Whether this crate has to make the item itself: rustc's `should_codegen_locally`. */
  #isLocal(item: MonoItem): boolean {
    let local = this.#local.get(item);
    if (local === undefined) {
      local = this.#computeIsLocal(item);
      this.#local.set(item, local);
    }
    return local;
  }

  #computeIsLocal(item: MonoItem): boolean {
    const db = this.#db;
    if (item.kind === 'Static') {
      const data = itemOf(db, item.def);
      return defCrate(item.def) === this.#krate && !(data?.kind === 'Static' && data.isForeign);
    }
    if (item.kind === 'GlobalAsm') return defCrate(item.def) === this.#krate;
    const { instance } = item;
    const { kind } = instance;
    if (kind.kind === 'DropGlue') return kind.ty === undefined || !this.#isUpstream(instance);
    if (kind.kind !== 'Item') return true;
    const { def } = kind;
    const parent = defParent(def);
    if (parent !== undefined && defKind(parent) === 'ForeignMod') return false;
    const data = itemOf(db, def);
    if (data?.kind === 'Fn' && (data.isForeign || !data.hasBody)) return false;
    if (defCrate(def) === this.#krate) return true;
    if (hasGenericArgs(instance)) return !this.#isUpstream(instance);
    // Not generic: its own crate has made it, and it is made again only to be inlined.
    return crossCrateInlinable(db, typeckRoot(def));
  }

  /** Whether a crate below has made the instance. Functions that are never inlined are shared in any case. */
  #isUpstream(instance: Instance): boolean {
    const db = this.#db;
    const { kind } = instance;
    const isNeverInlined = kind.kind === 'Item' && codegenFnAttrs(db, kind.def).inline === 'never';
    if (!isNeverInlined && !sharesGenerics(db, this.#config)) return false;
    this.#upstream ??= upstreamMonomorphizations(db, this.#config);
    return this.#upstream.has(instance) || (kind.kind === 'Item' && isSysrootInstance(db, instance));
  }
}

/** Instances that the crates below have made and export, where generics are shared. */
function upstreamMonomorphizations(db: Database, config: CollectConfig): ReadonlySet<Instance> {
  const result = new Set<Instance>();
  const { crates } = crateGraph(db);
  const seen = new Set<CrateId>();
  const visit = (krate: CrateId): void => {
    // A dependency that nothing names (one for the benchmarks, say) is not loaded, and nothing links to its copies.
    for (const crate of openedCrates(db, krate)) {
      if (seen.has(crate)) continue;
      seen.add(crate);
      visit(crate);
      const data = crates[crate];
      // Crates of the sysroot are built optimized: they share nothing.
      if (!data || data.origin === 'lang' || data.crateType === 'proc-macro') continue;
      const id = internConfig({ ...config, krate: crate, strategy: 'lazy', polymorphize: false });
      for (const instance of exportedInstances(db, id)) result.add(instance);
    }
  };
  visit(config.krate);
  return result;
}

/** Generic instances in a library's own list that a dependent can link to. */
const exportedInstances = defineQuery<ConfigId, readonly Instance[]>(
  'exportedInstances',
  (db, id) => {
    const config = configOf(id);
    return cachedInstances(db, config, () =>
      collect(db, id).items.flatMap((item) =>
        item.kind === 'Fn' && hasGenericArgs(item.instance) && isExported(db, config, item)
          ? [item.instance]
          : [],
      ),
    );
  },
  { equals: (a, b) => a.length === b.length && a.every((instance, i) => instance === b[i]) },
);
