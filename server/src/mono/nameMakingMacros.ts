/**
 * Macros whose calls do not show what is in them: procedural macros, which make names out of others, and all of a crate
 * that has such to use in its own. Whatever else a body mentions can be told, roughly, from its text.
 */
import { equalSets } from '../base/equalSets.ts';
import { crateDefMap, moduleData } from '../hir/defMap/defMap.ts';
import { type CrateId, defCrate } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { defineQuery, type Query } from '../query/database.ts';

/** Those that a crate has from the crates below, by name. */
export const nameMakingMacros: Query<CrateId, ReadonlySet<string>> = defineQuery<
  CrateId,
  ReadonlySet<string>
>(
  'nameMakingMacros',
  (db, krate) => {
    const names = new Set<string>();
    for (const { crate } of crateData(db, krate).dependencies) {
      const { macros, usesProcMacros } = offeredMacros(db, crate);
      for (const name of usesProcMacros ? macros : nameMakingMacros(db, crate)) names.add(name);
    }
    return names;
  },
  { equals: equalSets, onCycle: () => new Set(), isFirewall: true },
);

interface OfferedMacros {
  /** The names of the macros in the crate's root. */
  readonly macros: readonly string[];
  /** It is a crate of procedural macros, or depends on one. */
  readonly usesProcMacros: boolean;
}

const offeredMacros: Query<CrateId, OfferedMacros> = defineQuery<CrateId, OfferedMacros>(
  'offeredMacros',
  (db, krate) => {
    const { origin, crateType, dependencies } = crateData(db, krate);
    const usesProcMacros =
      origin !== 'lang' &&
      (crateType === 'proc-macro' ||
        dependencies.some(({ crate }) => offeredMacros(db, crate).usesProcMacros));
    if (!usesProcMacros) return { macros: [], usesProcMacros };
    const names = moduleData(db, crateDefMap(db, krate).root)?.names ?? new Map();
    const macros = [...names].flatMap(([name, { macro }]) =>
      macro?.res.kind === 'Def' && crateData(db, defCrate(macro.res.def)).origin !== 'lang' ? [name] : [],
    );
    return { macros, usesProcMacros };
  },
  { onCycle: () => ({ macros: [], usesProcMacros: false }) },
);
