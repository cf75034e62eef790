/**
 * What the editor's features look at: a program, that is, one or more targets as they are compiled, together with the
 * crates of the workspace that are linked into them.
 *
 * A generic function's copies are made in the crate that uses it, and a library makes copies for itself, too: what a
 * person sees above a function counts both. The trees show targets only, as rustc lists them one by one.
 *
 * Here is also the index that all features share: the copies of each definition, grouped once a collection.
 */
import type { CrateId, DefId } from '../hir/defs.ts';
import { crateData, crateGraph } from '../hir/inputs.ts';
import { collect } from '../mono/collector.ts';
import { type CollectConfig, type ConfigId, internConfig } from '../mono/config.ts';
import { type MonoItem, monoItemDef } from '../mono/instance.ts';
import type { Survey } from '../mono/survey.ts';
import { type Database, defineQuery } from '../query/database.ts';

export interface Program {
  readonly db: Database;
  /** The targets looked at. */
  readonly targets: readonly ConfigId[];
  /** The targets, then the crates of the workspace that they link. */
  readonly configs: readonly ConfigId[];
  /** What is known before the program is collected. Where it is there, nobody asks for more. */
  readonly survey?: Survey;
}

/** The program of some target crates, compiled in the same way. */
export function programOf(
  db: Database,
  crates: readonly CrateId[],
  options: Omit<CollectConfig, 'krate'>,
): Program {
  const targets = crates.map((krate) => internConfig({ ...options, krate }));
  const linked = new Set<CrateId>(crates);
  // A set grows while it is walked: what is added is walked, too.
  for (const krate of linked) {
    for (const { crate } of crateGraph(db).crates[krate]?.dependencies ?? []) {
      const { origin, crateType } = crateData(db, crate);
      if (origin === 'local' && crateType !== 'proc-macro') linked.add(crate);
    }
  }
  return { db, targets, configs: [...linked].map((krate) => internConfig({ ...options, krate })) };
}

/** One copy of a definition. */
export interface Copy {
  readonly config: ConfigId;
  readonly item: MonoItem;
}

/** The items that a target makes, by definition, in the order of collection. */
export const itemsByDef = defineQuery<ConfigId, ReadonlyMap<DefId, readonly MonoItem[]>>(
  'itemsByDef',
  (db, config) => {
    const index = new Map<DefId, MonoItem[]>();
    for (const item of collect(db, config).items) {
      if (item.kind === 'Fn' && item.instance.kind.kind !== 'Item') continue;
      const def = monoItemDef(item);
      const list = index.get(def);
      if (list) list.push(item);
      else index.set(def, [item]);
    }
    return index;
  },
);

/** All items of a target. */
export const copies = defineQuery<ConfigId, readonly Copy[]>('copies', (db, config) =>
  collect(db, config).items.map((item) => ({ config, item })),
);

/** The copies of a definition in the whole program, each counted once; of a survey, those found so far. */
export function copiesOf({ db, configs, survey }: Program, def: DefId): readonly Copy[] {
  if (survey) return [...(survey.copies.get(def) ?? [])].map((item) => ({ config: configs[0]!, item }));
  const seen = new Set<MonoItem>();
  const result: Copy[] = [];
  for (const config of configs) {
    for (const item of itemsByDef(db, config).get(def) ?? []) {
      if (seen.has(item)) continue;
      seen.add(item);
      result.push({ config, item });
    }
  }
  return result;
}

/** Who uses each item, of the items of the same target. */
export const usersOf = defineQuery<ConfigId, ReadonlyMap<MonoItem, readonly MonoItem[]>>(
  'usersOf',
  (db, config) => {
    const users = new Map<MonoItem, MonoItem[]>();
    for (const [user, used] of collect(db, config).uses) {
      for (const item of used) {
        const list = users.get(item);
        if (list) list.push(user);
        else users.set(item, [user]);
      }
    }
    return users;
  },
);
