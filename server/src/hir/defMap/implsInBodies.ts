/**
 * Impls that stand in bodies. `fn main() { struct S; impl Trait for S {} }` implements the trait for everybody, so the
 * impls of a crate are those of its modules and those of its bodies. Only bodies are looked into whose text has a word
 * that declares items (`innerItems`), which few have.
 */
import { type Database, defineQuery, type Query } from '../../query/database.ts';
import type { CrateId, DefId } from '../defs.ts';
import { assocItems } from './assocItems.ts';
import { blocksOfBody } from './bodyBlocks.ts';
import { blockDefMap, crateDefMap } from './defMap.ts';
import { item } from './defSource.ts';

/** The impls in the bodies of a crate, bodies within bodies included. */
export const implsInBodies = defineQuery<CrateId, readonly DefId[]>(
  'implsInBodies',
  (db, krate) => ownersWithItems(db, krate).flatMap((owner) => implsOfBody(db, owner)),
  { equals: sameDefs },
);

/** The functions, consts and statics of a crate's modules, traits and impls whose bodies may declare items. */
const ownersWithItems = defineQuery<CrateId, readonly DefId[]>(
  'ownersWithItems',
  (db, krate) => [...crateDefMap(db, krate).defs.keys()].flatMap((def) => owners(db, def)),
  { equals: sameDefs },
);

/** The bodies that may declare items, of an item and its associated items. */
function owners(db: Database, def: DefId): readonly DefId[] {
  const found = item(db, def);
  switch (found?.kind) {
    case 'Fn':
    case 'Const':
    case 'Static':
      return found.hasBody && found.innerItems ? [def] : [];
    case 'Trait':
    case 'Impl':
      return assocItems(db, def).flatMap((assoc) => owners(db, assoc.def));
    default:
      return [];
  }
}

/** Impls of one body: a query of its own, so that an edit in another body does not redo it. */
const implsOfBody: Query<DefId, readonly DefId[]> = defineQuery(
  'implsOfBody',
  (db, owner): readonly DefId[] => {
    const impls: DefId[] = [];
    for (const block of blocksOfBody(db, owner)) {
      const map = blockDefMap(db, block);
      impls.push(...map.impls);
      for (const def of map.defs.keys()) {
        for (const inner of owners(db, def)) impls.push(...implsOfBody(db, inner));
      }
    }
    return impls;
  },
  { equals: sameDefs, onCycle: () => [] },
);

function sameDefs(a: readonly DefId[], b: readonly DefId[]): boolean {
  return a.length === b.length && a.every((def, i) => def === b[i]);
}
