/**
 * Which crates of the sysroot are loaded for a crate. With std all are, and nearly every program has it; for a crate
 * that is `no_std`, as are all that it names, it is core, and alloc if one of them names that. What std adds to types of
 * core (`f32::sin`) and what it has compiled for itself is not there then.
 */
import { equalSets } from '../../base/equalSets.ts';
import { defineQuery } from '../../query/database.ts';
import type { CrateId } from '../defs.ts';
import { crateData } from '../inputs.ts';
import { crateDefMap } from './defMap.ts';
import { openedCrates } from './namedCrates.ts';

/** Their names; undefined where std is one of them. */
export const loadedWithoutStd = defineQuery<CrateId, ReadonlySet<string> | undefined>(
  'loadedWithoutStd',
  (db, krate) => {
    const { origin, isTest } = crateData(db, krate);
    // The test harness has std.
    if (origin === 'lang' || isTest) return undefined;
    const loaded = new Set(['core']);
    const seen = new Set<CrateId>();
    const pending = [krate];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const { origin, name, crateType } = crateData(db, next);
      if (origin === 'lang') {
        if (name === 'std') return undefined;
        loaded.add(name);
        continue;
      }
      // A procedural macro runs in the compiler: what it is linked to is not loaded for the program.
      if (crateType === 'proc-macro' && next !== krate) continue;
      if (!crateDefMap(db, next).noStd) return undefined;
      pending.push(...openedCrates(db, next));
    }
    return loaded;
  },
  {
    equals: (a, b) => a === b || (a !== undefined && b !== undefined && equalSets(a, b)),
    isFirewall: true,
  },
);
