/** What the installed std has compiled for itself and exports: `sysrootSymbols.ts`, `symbolPath.ts`. */
import { type CrateId, defCrate } from '../hir/defs.ts';
import { crateData, harnessSymbols, sysrootSymbols } from '../hir/inputs.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { cratesOfArgs } from '../ty/cratesOfArgs.ts';
import type { Instance } from './instance.ts';
import { instancePath, symbolPath } from './symbolPath.ts';

type Library = 0 | 1;
const stdLibrary = 0;
const harnessLibrary = 1;

const exportedPaths = defineQuery<Library, ReadonlySet<string>>('exportedPaths', (db, library) => {
  const paths = new Set<string>();
  for (const symbol of library === stdLibrary ? sysrootSymbols(db) : harnessSymbols(db)) {
    const path = symbolPath(symbol);
    if (path !== undefined) paths.add(path);
  }
  return paths;
});

/** Whether std has made this instance of one of its own generic functions, or the test harness, which a test is linked to. */
export function isSysrootInstance(db: Database, instance: Instance, isTest: boolean): boolean {
  const isOfStd = (krate: CrateId) => crateData(db, krate).origin === 'lang';
  if (!isOfStd(defCrate(instance.kind.def)) || !cratesOfArgs(instance.args).every(isOfStd)) return false;
  const libraries: readonly Library[] = isTest ? [stdLibrary, harnessLibrary] : [stdLibrary];
  const exported = libraries.map((library) => exportedPaths(db, library)).filter(({ size }) => size > 0);
  if (exported.length === 0) return false;
  const path = instancePath(db, instance);
  return path !== undefined && exported.some((paths) => paths.has(path));
}
