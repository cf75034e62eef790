/**
 * Where a crate's `extern crate` items stand: paths into a crate that one of them brings in are printed through it, so
 * that serde's derives, which write `const _: () = { extern crate serde as _serde; … }`, make `_::_serde::Serialize` of
 * `serde::Serialize` everywhere. Of several for one crate that with the shortest path counts, then the first. After
 * rustc's `ExternCrate::rank`. The one that the compiler puts before everything else, for std or core, comes first: what
 * it brings in is printed by its name.
 *
 * Looked for in modules and in the bodies of their consts and functions, in which calls of procedural macros may make
 * them (maud's `html!` does). The test harness puts one beside each test: `rustc_builtin_macros::test`.
 */
import { equalMaps } from '../../base/equalMaps.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import { hasAttr } from '../attrs.ts';
import { type CrateId, crateRoot, type DefId, defCrate, defData, defKind, defParent } from '../defs.ts';
import { crateData, sysrootCrates } from '../inputs.ts';
import { bodySource } from '../source.ts';
import { blocksOfOwner } from './bodyBlocks.ts';
import { blockDefMap, crateDefMap } from './defMap.ts';
import { item as itemOf } from './defSource.ts';
import { callsOneOf } from './macroTexts.ts';
import { usableProcMacros } from './procMacros.ts';
import type { ModuleData } from './scope.ts';

/** The path, from the crate's root, of the item that brings in a crate. */
export const externCrates = defineQuery<CrateId, ReadonlyMap<CrateId, string>>(
  'externCrates',
  (db, krate) => {
    const found = new Map<CrateId, readonly string[]>();
    const { modules, defs } = crateDefMap(db, krate);
    for (const [module, data] of modules) addFrom(data, module, found);
    for (const def of defs.keys()) {
      if (!mayBringInCrates(db, def)) continue;
      for (const block of blocksOfOwner(db, def)) addFrom(blockDefMap(db, block).scope, def, found);
    }
    addHarness(db, krate, found);
    const injected = injectedCrate(db, krate);
    if (injected !== undefined) found.delete(injected);
    return new Map([...found].map(([named, path]) => [named, path.join('::')]));
  },
  { equals: (a, b) => equalMaps(a, b, Object.is) },
);

/** Told from the text of a body, and by itself: an edit mostly leaves it as it was. */
const mayBringInCrates = defineQuery<DefId, boolean>('mayBringInCrates', (db, def) => {
  const item = itemOf(db, def);
  if ((item?.kind !== 'Const' && item?.kind !== 'Fn') || !item.hasBody) return false;
  const procMacros = item.kind === 'Fn' ? usableProcMacros(db, defCrate(def), 'Call') : undefined;
  if (!item.innerItems && !procMacros?.size) return false;
  const text = bodySource(db, def)?.text ?? '';
  return (
    (item.innerItems && text.includes('extern crate')) ||
    (procMacros !== undefined && callsOneOf(text, procMacros))
  );
});

/** The crate that is there without being written: std, or core. */
export function injectedCrate(db: Database, krate: CrateId): CrateId | undefined {
  const { core, std } = sysrootCrates(db);
  const { noStd, noCore } = crateDefMap(db, krate);
  return noCore ? undefined : noStd ? core : std;
}

function addFrom({ names }: ModuleData, parent: DefId, found: Map<CrateId, readonly string[]>): void {
  for (const [name, { type }] of names) {
    if (type?.origin !== 'Item' || type.res.kind !== 'Def') continue;
    const named = defCrate(type.res.def);
    if (named === defCrate(parent) || type.res.def !== crateRoot(named)) continue;
    addShorter(found, named, [...pathOf(parent), name]);
  }
}

function addHarness(db: Database, krate: CrateId, found: Map<CrateId, readonly string[]>): void {
  const { isTest, cfg } = crateData(db, krate);
  const { test } = sysrootCrates(db);
  if (!isTest || test === undefined) return;
  for (const [def, { module }] of crateDefMap(db, krate).defs) {
    const item = defKind(def) === 'Fn' ? itemOf(db, def) : undefined;
    if (item && hasAttr(item.attrs, cfg, 'test')) addShorter(found, test, [...pathOf(module), 'test']);
  }
}

function addShorter(found: Map<CrateId, readonly string[]>, named: CrateId, path: readonly string[]): void {
  const known = found.get(named);
  if (!known || path.length < known.length) found.set(named, path);
}

function pathOf(def: DefId): string[] {
  const names: string[] = [];
  for (let at: DefId | undefined = def; at !== undefined; at = defParent(at)) {
    if (defParent(at) !== undefined) names.unshift(defData(at).name);
  }
  return names;
}
