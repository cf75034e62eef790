/**
 * Under which module each item of another crate is best named: `alloc::vec::Vec` is `std::vec::Vec` to a program that
 * sees std. After rustc_metadata's `visible_parent_map`.
 *
 * A breadth-first walk over the public names of the crates that this one names directly, from their roots, std first.
 * The first module in which an item is met is its visible parent: the walk makes that the shortest path, and the order
 * of the walk decides among equally short ones. The children of a module are taken in the order of rustc's metadata:
 * first what is declared in it, then what it re-exports. A name `_`, and a parent that is `#[doc(hidden)]`, count only
 * where there is nothing better.
 *
 * To print a path, take the parent of the item, and of the parent, and so on until the root of one of the
 * {@link directCrates}; the name at each step is the one in the map, since re-exports may rename. Where the walk ends
 * elsewhere, the item has no visible path and its own path is printed.
 */
import { equalLists } from '../../base/equalLists.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import { attrWords, findAttrs } from '../attrs.ts';
import { type CrateId, crateRoot, type DefId, defCrate, defKind } from '../defs.ts';
import { crateData } from '../inputs.ts';
import type { Attrs } from '../itemTree.ts';
import { itemTree } from '../source.ts';
import { assocItems } from './assocItems.ts';
import { crateDefMap, enumVariants, moduleData } from './defMap.ts';
import { item } from './defSource.ts';
import { externCrates, injectedCrate } from './externCrates.ts';
import { namedCrates } from './namedCrates.ts';
import type { ScopeEntry } from './scope.ts';

export interface VisibleParent {
  readonly parent: DefId;
  /** The item's name there. */
  readonly name: string;
}

/** For what crate `krate` sees of other crates. */
export const visibleParents = defineQuery<CrateId, ReadonlyMap<DefId, VisibleParent>>(
  'visibleParents',
  (db, krate) => {
    const found = new Map<DefId, VisibleParent>();
    const fallbacks: [DefId, VisibleParent][] = [];
    const queue: DefId[] = directCrates(db, krate).map(crateRoot);
    for (let i = 0; i < queue.length; i++) {
      const parent = queue[i]!;
      const hidden = isDocHidden(db, parent);
      for (const [child, name] of publicChildren(db, parent)) {
        const visible = { parent, name };
        if (name === '_' || hidden) {
          fallbacks.push([child, visible]);
          continue;
        }
        if (found.has(child)) continue;
        found.set(child, visible);
        const kind = defKind(child);
        if (kind === 'Mod' || kind === 'Enum' || kind === 'Trait') queue.push(child);
      }
    }
    for (const [child, visible] of fallbacks) if (!found.has(child)) found.set(child, visible);
    return found;
  },
);

/**
 * The crates at whose roots a printed path may start: std, those that the crate names, and those that an
 * `extern crate` brings in. core and alloc are reached through std unless there is none.
 */
export const directCrates = defineQuery<CrateId, readonly CrateId[]>(
  'directCrates',
  (db, krate) => {
    const { externPrelude } = crateDefMap(db, krate);
    const direct = new Set<CrateId>();
    const injected = injectedCrate(db, krate);
    if (injected !== undefined && injected !== krate) direct.add(injected);
    for (const name of namedCrates(db, krate)) {
      const root = externPrelude.get(name);
      if (root === undefined) continue;
      const named = defCrate(root);
      if (named !== krate) direct.add(named);
    }
    for (const named of externCrates(db, krate).keys()) direct.add(named);
    return [...direct];
  },
  { equals: equalLists },
);

/** What a module, enum or trait has for everybody, with the names it has there. */
function* publicChildren(db: Database, parent: DefId): Generator<readonly [DefId, string]> {
  switch (defKind(parent)) {
    case 'Enum':
      for (const [name, variant] of enumVariants(db, parent)?.byName ?? []) yield [variant, name];
      return;
    case 'Trait':
      for (const { name, def } of assocItems(db, parent)) yield [def, name];
      return;
  }
  const module = moduleData(db, parent);
  if (!module) return;
  for (const reexports of [false, true]) {
    for (const [name, { type, value, macro }] of module.names) {
      for (const entry of [type, value, macro]) {
        const child = publicDef(entry);
        if (child !== undefined && (entry?.origin !== 'Item') === reexports) yield [child, name];
      }
    }
  }
  for (const [trait, vis] of module.unnamedTraits) if (vis === 'Public') yield [trait, '_'];
}

function publicDef(entry: ScopeEntry | undefined): DefId | undefined {
  return entry?.vis === 'Public' && entry.res.kind === 'Def' ? entry.res.def : undefined;
}

function isDocHidden(db: Database, def: DefId): boolean {
  const { cfg } = crateData(db, defCrate(def));
  return attrsOf(db, def).some((attrs) =>
    findAttrs(attrs, cfg, 'doc').some((attr) => attrWords(attr).includes('hidden')),
  );
}

/** Those at the declaration, and those that the file of a module begins with. */
function attrsOf(db: Database, def: DefId): Attrs[] {
  const own = item(db, def);
  const file = own?.kind === 'Mod' && own.inline === undefined ? moduleData(db, def)?.file : undefined;
  return [...(own ? [own.attrs] : []), ...(file === undefined ? [] : [itemTree(db, file).attrs])];
}
