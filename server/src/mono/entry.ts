/** Where a program starts. */
import { crateDefMap } from '../hir/defMap/defMap.ts';
import { item as itemOf } from '../hir/defMap/defSource.ts';
import { langItem } from '../hir/defMap/langItems.ts';
import { type CrateId, crateRoot, type DefId, defData, defKind } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import type { Database } from '../query/database.ts';

/** The function that starts the program: `main` in the crate root, maybe imported. */
export function entryFn(db: Database, krate: CrateId): DefId | undefined {
  const { root, modules } = crateDefMap(db, krate);
  const entry = modules.get(root)?.names.get('main')?.value;
  return entry?.res.kind === 'Def' && defKind(entry.res.def) === 'Fn' ? entry.res.def : undefined;
}

/** The entry point or the runtime function that calls it: made once, and never internal. */
export function isEntryPoint(db: Database, krate: CrateId, def: DefId): boolean {
  const { isTest, crateType } = crateData(db, krate);
  if (def === langItem(db, krate, 'start')) return true;
  if (isTest) return isTestMain(db, krate, def);
  return crateType === 'bin' && def === entryFn(db, krate);
}

/** The `main` that the test harness generates has no source. */
function isTestMain(db: Database, krate: CrateId, def: DefId): boolean {
  const { kind, name, parent } = defData(def);
  return kind === 'Fn' && name === 'main' && parent === crateRoot(krate) && itemOf(db, def) === undefined;
}
