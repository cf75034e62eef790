/** Associated items by name: method probing asks dozens of impls and traits for one name at every call. */
import { type AssocItem, assocItems } from '../../hir/defMap/assocItems.ts';
import { itemOfKind } from '../../hir/defMap/defSource.ts';
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
    equals: (a, b) =>
      a.size === b.size &&
      [...a].every(([name, items]) => {
        const other = b.get(name);
        return other?.length === items.length && items.every((item, i) => item.def === other[i]!.def);
      }),
  },
);

/** The items of that name in a trait or impl; more than one only if they are of different kinds. */
export function assocNamed(db: Database, container: DefId, name: string): readonly AssocItem[] {
  return byName(db, container).get(name) ?? none;
}

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
    equals: (a, b) =>
      a.size === b.size &&
      [...a].every(([name, traits]) => {
        const others = b.get(name);
        return others?.length === traits.length && traits.every((trait, i) => trait === others[i]);
      }),
  },
);

/** The traits in scope in a module that have an item of that name. */
export function traitsWithItem(db: Database, module: DefId, name: string): readonly DefId[] {
  return traitsByItem(db, module).get(name) ?? noTraits;
}

const noTraits: readonly DefId[] = [];

/** Whether a function can be called as a method. */
export const hasSelfParam = defineQuery<DefId, boolean>(
  'hasSelfParam',
  (db, fn) => itemOfKind(db, fn, 'Fn')?.hasSelf ?? false,
);
