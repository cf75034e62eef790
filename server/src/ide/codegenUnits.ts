/** Codegen units of a target, and the items in each. */
import { type DefId, defCrate, defData, defKind, defParent } from '../hir/defs.ts';
import { crateData, crateGraph } from '../hir/inputs.ts';
import { type ConfigId, configOf } from '../mono/config.ts';
import { monoItemDef } from '../mono/instance.ts';
import { type CodegenUnit, itemsByName, type Linkage, partition } from '../mono/partition.ts';
import type { Database } from '../query/database.ts';
import { type ItemInfo, itemInfo, type Printers } from './itemInfo.ts';

export interface UnitInfo {
  readonly name: string;
  readonly modules: readonly string[];
  readonly kind: 'stable' | 'volatile' | 'merged';
  readonly items: number;
  readonly size: number;
}

/** The crate's own units, then those of modules of the workspace's other crates, then the rest. */
export function codegenUnits(db: Database, config: ConfigId): UnitInfo[] {
  const units = partition(db, config).units.map(
    (unit): UnitInfo => ({
      name: unit.name,
      modules: modules(db, config, unit),
      kind: !isWhole(db, config, unit) ? 'merged' : unit.isVolatile ? 'volatile' : 'stable',
      items: unit.items.length,
      size: unit.size,
    }),
  );
  const local = new Set(
    crateGraph(db).crates.flatMap(({ name, origin }) => (origin === 'local' ? [name] : [])),
  );
  const own = crateData(db, configOf(config).krate).name;
  const rank = ({ name }: UnitInfo): number => {
    const [krate = '', inCrate] = name.split('-');
    return inCrate !== 'in' || krate === own ? 0 : local.has(krate) ? 1 : 2;
  };
  return units.sort((a, b) => rank(a) - rank(b));
}

/** Incremental units stand for one module unless they were merged; others are merged by size. */
function isWhole(db: Database, config: ConfigId, unit: CodegenUnit): boolean {
  return crateData(db, configOf(config).krate).profile.incremental && !unit.name.includes('--');
}

/** A unit names no more modules than a person reads. */
const maximumModules = 16;

/** The modules that the items of a unit come from. */
function modules(db: Database, config: ConfigId, unit: CodegenUnit): string[] {
  if (isWhole(db, config, unit)) {
    const { name } = crateData(db, configOf(config).krate);
    const [krate = '', ...path] = unit.name.replace(/\.(?:volatile|cgu)$/, '').split('-');
    // `alloc-in-demo-vec`: the module `alloc::vec` of another crate.
    const inner = path[0] === 'in' && path[1] === name ? path.slice(2) : path;
    return inner[0] === 'fallback' ? [] : [[krate, ...inner].join('::')];
  }
  const found = new Set<string>();
  for (const { item } of unit.items) {
    found.add(modulePath(db, monoItemDef(item)));
    if (found.size >= maximumModules) break;
  }
  return [...found].sort();
}

function modulePath(db: Database, def: DefId): string {
  const names: string[] = [];
  for (let at: DefId | undefined = def; at !== undefined; at = defParent(at)) {
    if (defKind(at) === 'Mod' && defParent(at) !== undefined) names.unshift(defData(at).name);
  }
  return [crateData(db, defCrate(def)).name, ...names].join('::');
}

export interface UnitItems {
  readonly total: number;
  readonly items: readonly { readonly item: ItemInfo; readonly linkage: Linkage }[];
}

/** A page of the items of a unit, in the order in which rustc prints them. */
export function codegenUnitItems(
  db: Database,
  printers: Printers,
  config: ConfigId,
  name: string,
  offset: number,
  limit: number,
): UnitItems {
  const unit = partition(db, config).units.find((candidate) => candidate.name === name);
  if (!unit) return { total: 0, items: [] };
  return {
    total: unit.items.length,
    items: itemsByName(db, configOf(config).krate, unit)
      .slice(offset, offset + limit)
      .map(({ item, linkage, size }) => ({
        item: { ...itemInfo(db, printers, { config, item }), size },
        linkage,
      })),
  };
}
