/** Every item that a crate defines, those inside bodies included: where the search for roots begins. */
import { equalLists } from '../base/equalLists.ts';
import { assocItems } from '../hir/defMap/assocItems.ts';
import { blocksOfOwner } from '../hir/defMap/bodyBlocks.ts';
import { blockDefMap, crateDefMap } from '../hir/defMap/defMap.ts';
import { item as itemOf } from '../hir/defMap/defSource.ts';
import { isUnnamedConst } from '../hir/defMap/implsInBodies.ts';
import { callsOneOf, macroTexts } from '../hir/defMap/macroTexts.ts';
import { type CrateId, type DefId, defCrate, defKind } from '../hir/defs.ts';
import { bodySource } from '../hir/source.ts';
import { type Database, defineQuery } from '../query/database.ts';

/** Items and associated items, in order of definition; no variants, fields or closures. */
export const localItems = defineQuery<CrateId, readonly DefId[]>(
  'localItems',
  (db, krate) => {
    const result: DefId[] = [];
    const map = crateDefMap(db, krate);
    for (const def of map.defs.keys()) add(db, def, result);
    // Impls may or may not be among the definitions.
    const known = new Set(result);
    for (const impl of map.impls) if (!known.has(impl)) add(db, impl, result);
    return result;
  },
  { equals: equalLists },
);

function add(db: Database, def: DefId, result: DefId[]): void {
  result.push(def);
  const kind = defKind(def);
  if (kind === 'Trait' || kind === 'Impl') {
    for (const assoc of assocItems(db, def)) add(db, assoc.def, result);
    return;
  }
  if (!mayDeclareItems(db, def)) return;
  for (const block of blocksOfOwner(db, def)) {
    const map = blockDefMap(db, block);
    for (const inner of map.defs.keys()) add(db, inner, result);
    for (const impl of map.impls) if (!map.defs.has(impl)) add(db, impl, result);
  }
}

/**
 * Whether a body may declare items: their keywords are in its text, or it calls a macro that has them. Most macro
 * calls of a `const _` make impls, by the thousand in some crates, which are looked for on another way: there, it must
 * have statics.
 */
const mayDeclareItems = defineQuery<DefId, boolean>('mayDeclareItems', (db, def) => {
  const item = itemOf(db, def);
  if (!item || !('innerItems' in item)) return false;
  if (item.innerItems) return true;
  const text = bodySource(db, def)?.text;
  if (text === undefined) return false;
  const { declaring, withStatics } = macroTexts(db, defCrate(def));
  return callsOneOf(text, isUnnamedConst(def) ? withStatics : declaring);
});
