/**
 * The associated items of traits and impls. They are found on demand: the library has tens of thousands, mostly made
 * by macros, and a program touches few.
 */
import { type Database, defineQuery } from '../../query/database.ts';
import { isEnabled } from '../attrs.ts';
import { type DefId, defCrate, defData, internDef } from '../defs.ts';
import { fileAstId } from '../fileAstId.ts';
import { type HirFileId, internHirFile, internMacroCall } from '../hirFile.ts';
import { crateData } from '../inputs.ts';
import type { Item, ItemId, ItemTree } from '../itemTree.ts';
import { resolveMacroIn } from '../macroResolution.ts';
import { expansion } from '../macros/expansion.ts';
import { isTooDeep } from '../recursionLimit.ts';
import { itemTree } from '../source.ts';
import { type Surroundings, surroundings } from './blockPlace.ts';
import { defLoc } from './defMap.ts';
import type { DefSource } from './defSource.ts';
import { attributeMacro, isExpandableProcMacroDef } from './procMacros.ts';

export interface AssocItem {
  readonly name: string;
  readonly def: DefId;
  readonly kind: 'Fn' | 'Const' | 'TyAlias';
}

interface AssocItems {
  readonly items: readonly AssocItem[];
  readonly sources: ReadonlyMap<DefId, DefSource>;
  /** Macro calls among them that could not be expanded. */
  readonly unresolved: number;
}

const collectAssocItems = defineQuery<DefId, AssocItems>(
  'assocItems',
  (db, container) => {
    const items: AssocItem[] = [];
    const sources = new Map<DefId, DefSource>();
    let unresolved = 0;
    const loc = defLoc(db, container);
    const krate = defCrate(container);
    const { cfg } = crateData(db, krate);
    const counts = new Map<string, number>();
    let around: Surroundings | undefined;

    const walk = (file: HirFileId, tree: ItemTree, ids: readonly ItemId[], depth: number): void => {
      for (const id of ids) {
        const item = tree.items[id];
        if (!item || !isEnabled(item.attrs, cfg)) continue;
        if (expandAttribute(file, tree, id, item, depth)) continue;
        switch (item.kind) {
          case 'Fn':
          case 'Const':
          case 'TyAlias': {
            const key = `${item.kind} ${item.name}`;
            const disambiguator = counts.get(key) ?? 0;
            counts.set(key, disambiguator + 1);
            const def = internDef({
              krate,
              parent: container,
              kind: item.kind,
              name: item.name,
              disambiguator,
            });
            items.push({ name: item.name, def, kind: item.kind });
            sources.set(def, { file, item: id });
            break;
          }
          case 'MacroCall': {
            around ??= surroundings(db, container);
            const macro = isTooDeep(db, krate, depth)
              ? undefined
              : resolveMacroIn(db, krate, around, item.path);
            if (macro === undefined) {
              unresolved++;
              break;
            }
            const call = internMacroCall({
              krate,
              def: macro,
              fragment: 'Items',
              site: { kind: 'Item', file, item: fileAstId(tree, id) },
            });
            const expanded = internHirFile({ kind: 'Macro', call });
            const expandedTree = itemTree(db, expanded);
            walk(expanded, expandedTree, expandedTree.roots, depth + 1);
            break;
          }
          default:
            // Anything else cannot stand in a trait or impl; half-typed code is full of such things.
            break;
        }
      }
    };

    /** Walks what an attribute macro makes of the item; false if none is on it that can be expanded. */
    const expandAttribute = (
      file: HirFileId,
      tree: ItemTree,
      id: ItemId,
      item: Item,
      depth: number,
    ): boolean => {
      const attribute = item.kind === 'MacroCall' ? undefined : attributeMacro(db, krate, item.attrs);
      if (!attribute || isTooDeep(db, krate, depth)) return false;
      around ??= surroundings(db, container);
      const macro = resolveMacroIn(db, krate, around, attribute.path);
      if (macro === undefined || !isExpandableProcMacroDef(db, macro, 'Attribute')) return false;
      const site = { kind: 'Attribute', file, item: fileAstId(tree, id), path: attribute.text } as const;
      const call = internMacroCall({ krate, def: macro, fragment: 'Items', site });
      if (expansion(db, call).unknown) {
        unresolved++;
        return false;
      }
      const expanded = internHirFile({ kind: 'Macro', call });
      const expandedTree = itemTree(db, expanded);
      walk(expanded, expandedTree, expandedTree.roots, depth + 1);
      return true;
    };

    if (loc) {
      const tree = itemTree(db, loc.file);
      const item = tree.items[loc.item];
      if (item?.kind === 'Trait' || item?.kind === 'Impl') walk(loc.file, tree, item.items, 0);
    }
    return { items, sources, unresolved };
  },
  {
    equals: (a, b) =>
      a.unresolved === b.unresolved &&
      a.items.length === b.items.length &&
      a.items.every((x, i) => {
        const y = b.items[i]!;
        if (x.def !== y.def) return false;
        const s = a.sources.get(x.def)!;
        const t = b.sources.get(y.def)!;
        return s.file === t.file && s.item === t.item;
      }),
  },
);

/** What a trait or impl has, in source order. */
export function assocItems(db: Database, traitOrImpl: DefId): readonly AssocItem[] {
  return collectAssocItems(db, traitOrImpl).items;
}

/** Whether these are the same definitions. */
export function sameAssocItems(a: readonly AssocItem[], b: readonly AssocItem[]): boolean {
  return a.length === b.length && a.every((item, i) => item.def === b[i]!.def);
}

/** How many macro calls in a trait or impl could not be expanded: it may have more items than we know. */
export function unresolvedAssocMacros(db: Database, traitOrImpl: DefId): number {
  return collectAssocItems(db, traitOrImpl).unresolved;
}

export const assocItemSource = defineQuery<DefId, DefSource | undefined>(
  'assocItemSource',
  (db, def) => {
    const { parent } = defData(def);
    return parent === undefined ? undefined : collectAssocItems(db, parent).sources.get(def);
  },
  {
    equals: (a, b) =>
      a === b || (a !== undefined && b !== undefined && a.file === b.file && a.item === b.item),
  },
);
