/**
 * What the crates below a crate have made and export. Where generics are shared (by default at opt-level 0 and 1), what
 * a dependency has made for itself is linked to and not made again.
 */
import { equalLists } from '../base/equalLists.ts';
import { equalSets } from '../base/equalSets.ts';
import { openedCrates } from '../hir/defMap/namedCrates.ts';
import type { CrateId } from '../hir/defs.ts';
import { crateGraph } from '../hir/inputs.ts';
import { type Codec, cachedOfLibraries } from '../hir/libraryCache.ts';
import { isImmutable } from '../hir/libraryTexts.ts';
import { withoutRemembering } from '../hir/rememberedBodies.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { collect } from './collector.ts';
import { type ConfigId, configOf, internConfig } from './config.ts';
import type { Instance } from './instance.ts';
import { decodeInstances, encodeInstances } from './instanceCodec.ts';
import { isLocalCopy } from './instantiationMode.ts';
import { isExportedCopy } from './linkage.ts';

/** The instances that crates below have made and export: those of functions that are never inlined in any case. */
export const upstreamInstances = defineQuery<ConfigId, ReadonlySet<Instance>>(
  'upstreamInstances',
  (db, id) => findUpstream(db, id),
  { equals: equalSets, isFirewall: true },
);

function findUpstream(db: Database, id: ConfigId): ReadonlySet<Instance> {
  const config = configOf(id);
  const result = new Set<Instance>();
  const { crates } = crateGraph(db);
  // `extern crate self as …` names the crate itself.
  const seen = new Set<CrateId>([config.krate]);
  const visit = (krate: CrateId): void => {
    // A dependency that nothing names (one for the benchmarks, say) is not loaded, and nothing links to its copies.
    for (const crate of openedCrates(db, krate)) {
      if (seen.has(crate)) continue;
      seen.add(crate);
      visit(crate);
      const data = crates[crate];
      // Crates of the sysroot are built optimized: they share nothing.
      if (!data || data.origin === 'lang' || data.crateType === 'proc-macro') continue;
      const id = internConfig({ ...config, krate: crate, strategy: 'lazy', polymorphize: false });
      for (const instance of exportedInstances(db, id)) result.add(instance);
    }
  };
  visit(config.krate);
  return result;
}

/** Generic instances in a library's own list that a dependent can link to. */
const exportedInstances = defineQuery<ConfigId, readonly Instance[]>(
  'exportedInstances',
  (db, id) => {
    const { krate } = configOf(id);
    const key = `instances ${JSON.stringify(configOf(id))}`;
    return isImmutable(db, krate)
      ? cachedOfLibraries(db, key, codec, () => withoutRemembering(db, () => findExported(db, id)))
      : findExported(db, id);
  },
  { equals: equalLists },
);

const codec: Codec<readonly Instance[]> = { encode: encodeInstances, decode: decodeInstances };

function findExported(db: Database, id: ConfigId): readonly Instance[] {
  const config = configOf(id);
  return collect(db, id).items.flatMap((item) =>
    item.kind === 'Fn' && isExportedCopy(db, config, item) && !isLocalCopy(db, config, item)
      ? [item.instance]
      : [],
  );
}
