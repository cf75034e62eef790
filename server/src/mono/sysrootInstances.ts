/**
 * What the installed std has compiled for itself and exports: `sysrootSymbols.ts`, `symbolPath.ts`.
 *
 * std's shared library holds what the crates below std and those that it hangs on have made, too. A program without std
 * is linked to what the crates that are loaded for it have made, and to nothing else.
 */
import { loadedCrates } from '../hir/defMap/loadedCrates.ts';
import { type CrateId, defCrate } from '../hir/defs.ts';
import { crateData, harnessSymbols, sysrootCrates, sysrootSymbols } from '../hir/inputs.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { cratesOfArgs } from '../ty/cratesOfArgs.ts';
import type { Instance } from './instance.ts';
import { instancePath, symbolPath } from './symbolPath.ts';

type Library = 0 | 1;
const stdLibrary = 0;
const harnessLibrary = 1;

/** The crates that have made an instance, by its path. */
const exportedPaths = defineQuery<Library, ReadonlyMap<string, ReadonlySet<string>>>(
  'exportedPaths',
  (db, library) => {
    const makers = new Map<string, Set<string>>();
    for (const symbol of library === stdLibrary ? sysrootSymbols(db) : harnessSymbols(db)) {
      const found = symbolPath(symbol);
      if (found?.maker === undefined) continue;
      const known = makers.get(found.path);
      if (known) known.add(found.maker);
      else makers.set(found.path, new Set([found.maker]));
    }
    return makers;
  },
);

/** Whether std has made this instance of one of its own generic functions, or the test harness, which a test is linked to. */
export function isSysrootInstance(db: Database, instance: Instance, krate: CrateId): boolean {
  const isOfStd = (crate: CrateId) => crateData(db, crate).origin === 'lang';
  if (!isOfStd(defCrate(instance.kind.def)) || !cratesOfArgs(instance.args).every(isOfStd)) return false;
  const { isTest } = crateData(db, krate);
  const libraries: readonly Library[] = isTest ? [stdLibrary, harnessLibrary] : [stdLibrary];
  const exported = libraries.map((library) => exportedPaths(db, library)).filter(({ size }) => size > 0);
  if (exported.length === 0) return false;
  const path = instancePath(db, instance);
  if (path === undefined) return false;
  const { std } = sysrootCrates(db);
  const loaded = loadedCrates(db, krate);
  if (std === undefined || loaded.has(std)) return exported.some((makers) => makers.has(path));
  const isMaker = (name: string) => exported.some((makers) => makers.get(path)?.has(name));
  return [...loaded].some((crate) => isOfStd(crate) && isMaker(crateData(db, crate).name));
}
