/** What the installed std has compiled for itself and exports: `sysrootSymbols.ts`, `symbolPath.ts`. */
import { type CrateId, defCrate } from '../hir/defs.ts';
import { crateData, sysrootSymbols } from '../hir/inputs.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { cratesOfArgs } from '../ty/cratesOfArgs.ts';
import type { Instance } from './instance.ts';
import { instancePath, symbolPath } from './symbolPath.ts';

const exportedPaths = defineQuery<number, ReadonlySet<string>>('exportedPaths', (db) => {
  const paths = new Set<string>();
  for (const symbol of sysrootSymbols(db)) {
    const path = symbolPath(symbol);
    if (path !== undefined) paths.add(path);
  }
  return paths;
});

/** Whether std has made this instance of one of its own generic functions. */
export function isSysrootInstance(db: Database, instance: Instance): boolean {
  const isOfStd = (krate: CrateId) => crateData(db, krate).origin === 'lang';
  if (!isOfStd(defCrate(instance.kind.def)) || !cratesOfArgs(instance.args).every(isOfStd)) return false;
  const paths = exportedPaths(db, 0);
  if (paths.size === 0) return false;
  const path = instancePath(db, instance);
  return path !== undefined && paths.has(path);
}
