/**
 * The shortest public path to each definition of other crates, as rustc prints it: `std::vec::Vec`, although the
 * type is defined in `alloc`. After `rustc_metadata`'s `visible_parent_map`: a breadth-first walk over the public
 * names of the crates that this one names directly; modules hidden from documentation come last.
 */
import { type Database, defineQuery } from '../../query/database.ts';
import { attrWords, findAttrs } from '../attrs.ts';
import { type CrateId, crateRoot, type DefId, defCrate, defKind } from '../defs.ts';
import { crateData } from '../inputs.ts';
import { assocItems } from './assocItems.ts';
import { enumVariants, moduleData } from './defMap.ts';
import { item as itemOf } from './defSource.ts';

export interface VisibleParent {
  readonly parent: DefId;
  /** The public name there, other than `_`. */
  readonly name: string;
}

/** For each definition that `krate` can name through its dependencies: the module to name it through. */
export const visibleParents = defineQuery<CrateId, ReadonlyMap<DefId, VisibleParent>>(
  'visibleParents',
  (db, krate) => {
    const found = new Map<DefId, VisibleParent>();
    const hidden: [DefId, VisibleParent][] = [];
    const queue: DefId[] = directCrates(db, krate).map(crateRoot);
    for (let i = 0; i < queue.length; i++) {
      const parent = queue[i]!;
      const isHidden = isDocHidden(db, parent);
      for (const [name, def] of publicChildren(db, parent)) {
        const entry: VisibleParent = { parent, name };
        if (isHidden) {
          hidden.push([def, entry]);
          continue;
        }
        const known = found.get(def);
        if (!known) {
          found.set(def, entry);
          const kind = defKind(def);
          if (kind === 'Mod' || kind === 'Enum' || kind === 'Trait') queue.push(def);
        } else if (defCrate(parent) === defCrate(def) && defCrate(known.parent) !== defCrate(def)) {
          // Its own crate's path is preferred where both are equally short… and only there is it looked at.
          found.set(def, entry);
        }
      }
    }
    for (const [def, entry] of hidden) if (!found.has(def)) found.set(def, entry);
    return found;
  },
);

/** Crates that paths in this one can start with. */
export function directCrates(db: Database, krate: CrateId): CrateId[] {
  const result: CrateId[] = [];
  for (const { crate, inPrelude } of crateData(db, krate).dependencies) if (inPrelude) result.push(crate);
  return result.sort((a, b) => a - b);
}

function* publicChildren(db: Database, def: DefId): Iterable<readonly [string, DefId]> {
  switch (defKind(def)) {
    case 'Mod':
      for (const [name, entries] of moduleData(db, def)?.names ?? []) {
        for (const entry of [entries.type, entries.value, entries.macro]) {
          if (entry?.vis === 'Public' && entry.res.kind === 'Def') yield [name, entry.res.def];
        }
      }
      break;
    case 'Enum':
      for (const [name, variant] of enumVariants(db, def)?.byName ?? []) yield [name, variant];
      break;
    case 'Trait':
      for (const { name, def: assoc } of assocItems(db, def)) yield [name, assoc];
      break;
  }
}

function isDocHidden(db: Database, def: DefId): boolean {
  const item = itemOf(db, def);
  if (!item) return false;
  const { cfg } = crateData(db, defCrate(def));
  return findAttrs(item.attrs, cfg, 'doc').some((attr) => attrWords(attr).includes('hidden'));
}
