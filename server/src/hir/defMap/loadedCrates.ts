/**
 * The crates that are loaded when a crate is compiled: itself, those that it names, and all that these hang on. What the
 * manifest lists besides does not exist for it: impls in there make no inference ambiguous, and a crate that is `no_std`
 * sees nothing of what alloc and std add to types of core, unless something that it names has them.
 */
import { equalSets } from '../../base/equalSets.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import type { CrateId } from '../defs.ts';
import { crateData, sysrootCrates } from '../inputs.ts';
import { crateDefMap } from './defMap.ts';
import { openedCrates } from './namedCrates.ts';

export const loadedCrates = defineQuery<CrateId, ReadonlySet<CrateId>>(
  'loadedCrates',
  (db, krate) => {
    const loaded = new Set<CrateId>();
    const visit = (at: CrateId): void => {
      if (loaded.has(at)) return;
      loaded.add(at);
      // A procedural macro runs in the compiler: what it is linked to is not loaded for the program.
      if (crateData(db, at).crateType === 'proc-macro' && at !== krate) return;
      for (const crate of namedBy(db, at)) visit(crate);
    };
    visit(krate);
    return loaded;
  },
  { equals: equalSets, isFirewall: true },
);

/** What a crate brings in: in the sysroot all that it depends on, else what it names, and what is there unwritten. */
function namedBy(db: Database, krate: CrateId): CrateId[] {
  const { origin, dependencies, isTest } = crateData(db, krate);
  const { core, std, test, procMacro } = sysrootCrates(db);
  if (origin === 'lang') {
    return dependencies.map(({ crate }) => crate).filter((crate) => crate !== procMacro && crate !== test);
  }
  const { noStd } = crateDefMap(db, krate);
  const unwritten = [core, noStd ? undefined : std, isTest ? test : undefined];
  return [...unwritten.filter((crate) => crate !== undefined), ...openedCrates(db, krate)];
}
