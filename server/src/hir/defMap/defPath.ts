/**
 * The path of a definition below its crate as rustc's diagnostics of its own write it, by where it stands among its
 * siblings: `::array::{impl#47}::{constant#0}`. After `DefPath::to_string_no_crate_verbose`.
 */
import type { Database } from '../../query/database.ts';
import { type DefId, defCrate, defData, defParent } from '../defs.ts';
import { crateDefMap } from './defMap.ts';

/** Undefined below an impl that stands in a body: rustc counts those with the impls of other bodies of the owner. */
export function verboseDefPath(db: Database, def: DefId): string | undefined {
  const parent = defParent(def);
  if (parent === undefined) return '';
  const prefix = verboseDefPath(db, parent);
  if (prefix === undefined) return undefined;
  const { kind, name, disambiguator } = defData(def);
  switch (kind) {
    case 'Impl': {
      const at = numberOfImpl(db, def, parent);
      return at < 0 ? undefined : `${prefix}::{impl#${at}}`;
    }
    case 'AnonConst':
    case 'InlineConst':
      return `${prefix}::{constant#${disambiguator}}`;
    case 'Closure':
      return `${prefix}::{closure#${disambiguator}}`;
    case 'ForeignMod':
      return `${prefix}::{extern#${disambiguator}}`;
    default:
      return `${prefix}::${name}${disambiguator === 0 ? '' : `#${disambiguator}`}`;
  }
}

/** An impl is named by its header here, and by its number in the module to rustc. */
function numberOfImpl(db: Database, impl: DefId, parent: DefId): number {
  return crateDefMap(db, defCrate(impl))
    .impls.filter((def) => defParent(def) === parent)
    .indexOf(impl);
}
