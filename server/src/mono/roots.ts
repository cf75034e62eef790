/**
 * Where collection begins: the items that are certainly needed. The entry point and what the runtime needs to start
 * it; in a library, every function that is not generic and that other crates can link to; all statics. In *eager* mode,
 * everything that is not generic: each function, the drop glue of each type, the default methods that trait impls
 * inherit. After `rustc_monomorphize::collector::RootCollector`.
 */
import { equalLists } from '../base/equalLists.ts';
import { body } from '../hir/body/lower.ts';
import { codegenFnAttrs } from '../hir/codegenAttrs.ts';
import { assocItems } from '../hir/defMap/assocItems.ts';
import { item as itemOf } from '../hir/defMap/defSource.ts';
import { langItem } from '../hir/defMap/langItems.ts';
import { assocContainer, type CrateId, type DefId, defCrate, defKind } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { isImmutable } from '../hir/libraryTexts.ts';
import { defVisibility } from '../hir/resolver.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { needsDrop } from '../ty/adt.ts';
import { genericsOf, identityArgs, requiresMonomorphization } from '../ty/generics.ts';
import { erasedRegion, mkArgs } from '../ty/intern.ts';
import { emptyParamEnv } from '../ty/predicates.ts';
import { normalizeErasing } from '../ty/project.ts';
import { fnSig, implTraitRef, typeOf } from '../ty/signatures.ts';
import { type CollectConfig, type ConfigId, configOf } from './config.ts';
import { entryFn } from './entry.ts';
import { defItem, fnItem, type MonoItem, mkInstance } from './instance.ts';
import { localItems } from './localItems.ts';
import { codegensLocally } from './localUses.ts';
import { isReachable, isReachableByName, isReachableNonGeneric, reachableThroughCode } from './reachable.ts';
import { resolveDropInPlace, resolveInstance } from './resolve.ts';
import { testRoots } from './testHarness.ts';

/** Without duplicates, in order of definition. Of a dependency there may be more (`lateRoots`). */
export const collectionRoots = defineQuery<ConfigId, readonly MonoItem[]>(
  'collectionRoots',
  (db, id) => [...new Set(new RootCollector(db, id).findRoots())],
  { equals: equalLists },
);

/**
 * Of a dependency, what others can reach only through code is a root that is looked for when all else has been
 * collected: most of it is in the list by then, and the search is for the rest. Without those, in order of definition.
 */
export function lateRoots(
  db: Database,
  id: ConfigId,
  isCollected: (item: MonoItem) => boolean,
): readonly MonoItem[] {
  return new RootCollector(db, id).findLateRoots(isCollected);
}

class RootCollector {
  readonly #db: Database;
  readonly #id: ConfigId;
  readonly #config: CollectConfig;
  readonly #krate: CrateId;
  readonly #hasLateRoots: boolean;

  constructor(db: Database, id: ConfigId) {
    this.#db = db;
    this.#id = id;
    this.#config = configOf(id);
    this.#krate = this.#config.krate;
    this.#hasLateRoots = this.#config.strategy === 'lazy' && isImmutable(db, this.#krate);
  }

  findRoots(): MonoItem[] {
    const db = this.#db;
    const roots: MonoItem[] = [];
    const isEager = this.#config.strategy === 'eager';
    for (const def of localItems(db, this.#krate)) {
      switch (defKind(def)) {
        case 'Fn':
          if (this.#isRoot(def)) roots.push(this.#mono(def));
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

  #hasCodeOfItsOwn(def: DefId): boolean {
    const item = itemOf(this.#db, def);
    return item?.kind === 'Fn' && item.hasBody && !item.isForeign && !requiresMonomorphization(this.#db, def);
  }

  #isRoot(def: DefId): boolean {
    const db = this.#db;
    if (!this.#hasCodeOfItsOwn(def)) return false;
    if (this.#config.strategy === 'eager' || codegenFnAttrs(db, def).isStdInternalSymbol) return true;
    return isReachableNonGeneric(db, def, this.#hasLateRoots ? isReachableByName : isReachable);
  }

  findLateRoots(isCollected: (item: MonoItem) => boolean): MonoItem[] {
    if (!this.#hasLateRoots) return [];
    const db = this.#db;
    const isAskedFor = (def: DefId) =>
      defKind(def) === 'Fn' &&
      this.#hasCodeOfItsOwn(def) &&
      !isCollected(this.#mono(def)) &&
      isReachableNonGeneric(db, def, () => true);
    return reachableThroughCode(db, this.#krate, isAskedFor).map((def) => this.#mono(def));
  }

  #mono(def: DefId): MonoItem {
    // Early-bound lifetimes keep their slots.
    const args = identityArgs(this.#db, def).list.map(() => erasedRegion);
    return fnItem(mkInstance({ kind: 'Item', def }, mkArgs(args)));
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
      if (isEager || isBody) roots.push(this.#mono(closure));
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
      if (instance && codegensLocally(db, this.#id, fnItem(instance))) roots.push(fnItem(instance));
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
    if (defCrate(main) === this.#krate) roots.push(this.#mono(main));
    const start = langItem(db, this.#krate, 'start');
    if (start === undefined) return;
    const instance = resolveInstance(db, start, mkArgs([normalizeErasing(db, fnSig(db, main).output)]));
    if (instance) roots.push(fnItem(instance));
  }
}
