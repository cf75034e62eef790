/**
 * Impls that stand in bodies. `fn main() { struct S; impl Trait for S {} }` implements the trait for everybody, so the
 * impls of a crate are those of its modules and those of its bodies. Only bodies are looked into whose text has a word
 * that declares items (`innerItems`), or a call of a macro that makes impls, which few have.
 */
import { equalLists } from '../../base/equalLists.ts';
import { type Database, defineQuery, type Query } from '../../query/database.ts';
import { type CrateId, type DefId, defCrate, defData, defKind } from '../defs.ts';
import type { HirFileId } from '../hirFile.ts';
import type { Item, ItemId } from '../itemTree.ts';
import { resolveMacroIn } from '../macroResolution.ts';
import { bodySource, itemTree } from '../source.ts';
import { assocItemSource, assocItems } from './assocItems.ts';
import { lookupTextualMacro, surroundings } from './blockPlace.ts';
import { blocksOfBody } from './bodyBlocks.ts';
import { blockDefMap, crateDefMap } from './defMap.ts';
import { itemOfKind } from './defSource.ts';
import { calledMacros, callsOneOf, macroTexts, mayImplement } from './macroTexts.ts';

/** The impls in the bodies of a crate, bodies within bodies included. */
export const implsInBodies = defineQuery<CrateId, readonly DefId[]>(
  'implsInBodies',
  (db, krate) => ownersWithItems(db, krate).flatMap((owner) => implsOfBody(db, owner)),
  { equals: equalLists },
);

/**
 * The impls in a crate's `const _`s alone: that is where derives and other macros put the impls of an item that stands
 * beside the const.
 */
export const implsInUnnamedConsts = defineQuery<CrateId, readonly DefId[]>(
  'implsInUnnamedConsts',
  (db, krate) => {
    const impls: DefId[] = [];
    for (const [def, { file, item: id }] of crateDefMap(db, krate).defs) {
      if (!isUnnamedConst(def)) continue;
      const item = itemTree(db, file).items[id];
      if (item?.kind !== 'Const' || !item.hasBody) continue;
      if (item.innerItems || callsImplementing(db, def)) impls.push(...implsOfBody(db, def));
    }
    return impls;
  },
  { equals: equalLists },
);

export function isUnnamedConst(def: DefId): boolean {
  return defKind(def) === 'Const' && defData(def).name === '_';
}

/** The functions, consts and statics of a crate's modules, traits and impls whose bodies may declare items. */
const ownersWithItems = defineQuery<CrateId, readonly DefId[]>(
  'ownersWithItems',
  (db, krate) => {
    const found: DefId[] = [];
    for (const [def, { file, item }] of crateDefMap(db, krate).defs) {
      addOwners(db, def, file, item, found);
    }
    return found;
  },
  { equals: equalLists },
);

/**
 * Adds the bodies that may declare items, of an item and its associated items. Item trees are read as they are: a
 * library has tens of thousands of items, too many to remember each.
 */
function addOwners(db: Database, def: DefId, file: HirFileId, id: ItemId, found: DefId[]): void {
  const { items } = itemTree(db, file);
  const item = items[id];
  switch (item?.kind) {
    case 'Fn':
    case 'Const':
    case 'Static':
      if (!item.hasBody) return;
      if (item.innerItems || (hasImplementingCalls(db, defCrate(def), file) && callsImplementing(db, def)))
        found.push(def);
      return;
    case 'Trait':
    case 'Impl':
      if (
        !hasImplementingCalls(db, defCrate(def), file) &&
        !item.items.some((child) => mayHoldImpls(db, def, items[child]))
      ) {
        return;
      }
      for (const assoc of assocItems(db, def)) {
        const source = assocItemSource(db, assoc.def);
        if (source) addOwners(db, assoc.def, source.file, source.item, found);
      }
  }
}

/** Whether a text of items of a crate has a call of a macro that may make impls. */
function hasImplementingCalls(db: Database, krate: CrateId, file: HirFileId): boolean {
  const { implementing } = macroTexts(db, krate);
  return implementing.size > 0 && calledMacros(db, file).some((name) => implementing.has(name));
}

/** Whether a body has such a call. */
const callsImplementing = defineQuery<DefId, boolean>('callsImplementing', (db, def) => {
  const { implementing } = macroTexts(db, defCrate(def));
  const text = implementing.size === 0 ? undefined : bodySource(db, def)?.text;
  return text !== undefined && callsOneOf(text, implementing);
});

/** Whether an associated item, or what a macro call makes of it, may have impls in its body. */
function mayHoldImpls(db: Database, container: DefId, item: Item | undefined): boolean {
  if (item?.kind !== 'MacroCall') return item !== undefined && 'innerItems' in item && item.innerItems;
  if (mayImplement(db, defCrate(container), item.args)) return true;
  const macro = resolveMacroIn(db, defCrate(container), surroundings(db, container), item.path);
  return macro !== undefined && mayMakeImpls(db, macro);
}

const calledMacro = /\b(\w+)!\s*[[({]/g;

/** Whether the rules of a macro, or of a macro that they call, have impls to make. */
const mayMakeImpls: Query<DefId, boolean> = defineQuery(
  'mayMakeImpls',
  (db, macro): boolean => {
    const rules = itemOfKind(db, macro, 'MacroRules')?.body;
    if (rules === undefined) return false;
    if (mayImplement(db, defCrate(macro), rules)) return true;
    const around = surroundings(db, macro);
    return [...new Set([...rules.matchAll(calledMacro)].map((match) => match[1]!))].some((name) => {
      const called = lookupTextualMacro(db, around, name);
      return called !== undefined && called !== macro && mayMakeImpls(db, called);
    });
  },
  { onCycle: () => false },
);

/** Impls of one body: a query of its own, so that an edit in another body does not redo it. */
export const implsOfBody: Query<DefId, readonly DefId[]> = defineQuery(
  'implsOfBody',
  (db, owner): readonly DefId[] => {
    const impls: DefId[] = [];
    for (const block of blocksOfBody(db, owner)) {
      const map = blockDefMap(db, block);
      impls.push(...map.impls);
      const inner: DefId[] = [];
      for (const [def, { file, item }] of map.defs) addOwners(db, def, file, item, inner);
      for (const nested of inner) impls.push(...implsOfBody(db, nested));
    }
    return impls;
  },
  { equals: equalLists, onCycle: () => [] },
);
