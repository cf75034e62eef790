/**
 * Associated items by name: method probing asks dozens of impls and traits for one name at every call. In the user's own
 * crates each name that was asked for is a query of its own (see `scopeNames.ts`): who calls one method is not disturbed
 * when another is added.
 */
import { equalLists } from '../../base/equalLists.ts';
import { equalMaps } from '../../base/equalMaps.ts';
import { type AssocItem, assocItems, sameAssocItems } from '../../hir/defMap/assocItems.ts';
import { itemOfKind } from '../../hir/defMap/defSource.ts';
import { type DefName, defNames, isEdited } from '../../hir/defMap/scopeNames.ts';
import type { DefId } from '../../hir/defs.ts';
import { traitsInModule } from '../../hir/resolver.ts';
import { type Database, defineQuery } from '../../query/database.ts';

const none: readonly AssocItem[] = [];

const byName = defineQuery<DefId, ReadonlyMap<string, readonly AssocItem[]>>(
  'assocItemsByName',
  (db, container) => {
    const map = new Map<string, AssocItem[]>();
    for (const item of assocItems(db, container)) {
      const same = map.get(item.name);
      if (same) same.push(item);
      else map.set(item.name, [item]);
    }
    return map;
  },
  {
    equals: (a, b) => equalMaps(a, b, sameAssocItems),
  },
);

/** The items of that name in a trait or impl; more than one only if they are of different kinds. */
export function assocNamed(db: Database, container: DefId, name: string): readonly AssocItem[] {
  if (isEdited(db, container)) return namedItems(db, defNames.intern(container, name));
  return byName(db, container).get(name) ?? none;
}

const namedItems = defineQuery<DefName, readonly AssocItem[]>(
  'assocItemsNamed',
  (db, id) => {
    const { key: container, name } = defNames.lookup(id);
    return byName(db, container).get(name) ?? none;
  },
  { equals: sameAssocItems },
);

/** By name: the traits in scope in a module, outside of any block, that have an item of that name. */
const traitsByItem = defineQuery<DefId, ReadonlyMap<string, readonly DefId[]>>(
  'traitsByItem',
  (db, module) => {
    const map = new Map<string, DefId[]>();
    for (const trait of traitsInModule(db, module)) {
      for (const { name } of assocItems(db, trait)) {
        const traits = map.get(name);
        if (!traits) map.set(name, [trait]);
        else if (traits[traits.length - 1] !== trait) traits.push(trait);
      }
    }
    return map;
  },
  {
    equals: (a, b) => equalMaps(a, b, equalLists),
  },
);

/** The traits in scope in a module that have an item of that name. */
export function traitsWithItem(db: Database, module: DefId, name: string): readonly DefId[] {
  if (isEdited(db, module)) return traitsWithItemNamed(db, defNames.intern(module, name));
  return traitsByItem(db, module).get(name) ?? noTraits;
}

const noTraits: readonly DefId[] = [];

const traitsWithItemNamed = defineQuery<DefName, readonly DefId[]>(
  'traitsWithItem',
  (db, id) => {
    const { key: module, name } = defNames.lookup(id);
    return traitsByItem(db, module).get(name) ?? noTraits;
  },
  { equals: equalLists },
);

/** Whether a function can be called as a method. */
export const hasSelfParam = defineQuery<DefId, boolean>(
  'hasSelfParam',
  (db, fn) => itemOfKind(db, fn, 'Fn')?.hasSelf ?? false,
);
