/** Language items: the definitions that the compiler itself knows, marked `#[lang = "name"]`. */
import { type Database, defineQuery } from '../../query/database.ts';
import type { CrateId, DefId } from '../defs.ts';
import { sysrootCrates } from '../inputs.ts';
import { crateDefMap } from './defMap.ts';
import { sameMap } from './scope.ts';

const crateLangItems = defineQuery<CrateId, ReadonlyMap<string, DefId>>(
  'crateLangItems',
  (db, krate) => crateDefMap(db, krate).langItems,
  { equals: (a, b) => sameMap(a, b) },
);

/** The definition marked `#[lang = "name"]` as `krate` sees it: in core, alloc or std, or its own. */
export function langItem(db: Database, krate: CrateId, name: string): DefId | undefined {
  const { core, alloc, std } = sysrootCrates(db);
  for (const sysroot of [core, alloc, std]) {
    if (sysroot === undefined) continue;
    const found = crateLangItems(db, sysroot).get(name);
    if (found !== undefined) return found;
  }
  // A `#![no_core]` program brings its own.
  return crateLangItems(db, krate).get(name);
}
