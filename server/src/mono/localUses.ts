/**
 * What an item uses of the items that one crate has to make, and which these are.
 *
 * An item that another crate has already compiled, and that can be linked to, is no item of this crate: functions of
 * dependencies that are neither generic nor inlinable, and, where generics are shared (opt-level 0 and 1), the
 * instances that dependencies made for themselves.
 *
 * These are queries by item and crate, so that after an edit the collector walks from item to item by what it knows of
 * each.
 */
import type { Brand } from '../base/brand.ts';
import { item as itemOf } from '../hir/defMap/defSource.ts';
import { defCrate, typeckRoot } from '../hir/defs.ts';
import { isImmutable } from '../hir/libraryTexts.ts';
import { crossCrateInlinable } from '../mir/inline/crossCrateInline.ts';
import { mirBody } from '../mir/mirBody.ts';
import { type Database, Durability, defineQuery } from '../query/database.ts';
import { codeFacts } from './codeFacts.ts';
import { type ConfigId, configOf, sharesGenerics } from './config.ts';
import { fnItem, type Instance, type MonoItem } from './instance.ts';
import { hasGenericArgs } from './linkage.ts';
import { polymorphize } from './polymorphize.ts';
import { rememberUses } from './rememberedUses.ts';
import { isSysrootInstance } from './sysrootInstances.ts';
import { upstreamInstances } from './upstream.ts';
import { instanceUses, noUses, staticUses, type Uses } from './uses.ts';

/** An item as looked at when a crate is collected. */
type ItemInCrate = Brand<number, 'ItemInCrate'>;

const byConfig: Map<MonoItem, ItemInCrate>[] = [];
const interned: { readonly config: ConfigId; readonly item: MonoItem }[] = [];

function itemInCrate(config: ConfigId, item: MonoItem): ItemInCrate {
  byConfig[config] ??= new Map();
  const ids = byConfig[config];
  let id = ids.get(item);
  if (id === undefined) {
    id = interned.length as ItemInCrate;
    interned.push({ config, item });
    ids.set(item, id);
  }
  return id;
}

/** What an item uses of the items that the crate has to make itself. */
export function localUses(db: Database, config: ConfigId, item: MonoItem): Uses {
  return localUsesQuery(db, itemInCrate(config, item));
}

/** Whether what was answered holds as long as no library changes. */
export function areStableUses(db: Database, config: ConfigId, item: MonoItem): boolean {
  return localUsesQuery.durability(db, itemInCrate(config, item)) === Durability.High;
}

/** Of a library, it is asked for once: when the library is collected. */
const keptOfLibraries = 1024;

const localUsesQuery = defineQuery<ItemInCrate, Uses>('localUses', findLocalUses, { keep: keptOfLibraries });

function findLocalUses(db: Database, id: ItemInCrate): Uses {
  const { config, item } = interned[id]!;
  const uses = usesOf(db, item);
  if (!isImmutable(db, configOf(config).krate) && rememberUses(db, item, uses)) keepBody(db, item);
  const items: MonoItem[] = [];
  const sources: number[] = [];
  for (let i = 0; i < uses.items.length; i++) {
    const used = configOf(config).polymorphize ? sharedCopy(db, uses.items[i]!) : uses.items[i]!;
    if (!codegensLocally(db, config, used)) continue;
    items.push(used);
    sources.push(uses.sources[i]!);
  }
  return { items, sources, unresolved: uses.unresolved };
}

function usesOf(db: Database, item: MonoItem): Uses {
  switch (item.kind) {
    case 'Fn':
      return instanceUses(db, item.instance.id);
    case 'Static':
      return staticUses(db, item.def);
    case 'GlobalAsm':
      return noUses;
  }
}

/** Lets the body be remembered, for copies that a later run makes. A library may have asked for the uses before. */
function keepBody(db: Database, item: MonoItem): void {
  if (item.kind !== 'Fn') return;
  const { kind } = item.instance;
  if (kind.kind === 'Item') mirBody(db, kind.def);
  else if (kind.kind === 'DropGlue' && kind.ty?.kind === 'Coroutine') mirBody(db, kind.ty.def);
}

/** The copy that stands for an item when unused parameters make no copies. */
export function sharedCopy(db: Database, item: MonoItem): MonoItem {
  return item.kind === 'Fn' ? fnItem(polymorphize(db, item.instance)) : item;
}

/** Whether the crate has to make the item itself: rustc's `should_codegen_locally`. */
export function codegensLocally(db: Database, config: ConfigId, item: MonoItem): boolean {
  return codegensLocallyQuery(db, itemInCrate(config, item));
}

const codegensLocallyQuery = defineQuery<ItemInCrate, boolean>('codegensLocally', isMadeHere, {
  keep: 16 * keptOfLibraries,
});

function isMadeHere(db: Database, id: ItemInCrate): boolean {
  const { config, item } = interned[id]!;
  const { krate } = configOf(config);
  if (item.kind === 'GlobalAsm') return defCrate(item.def) === krate;
  if (item.kind === 'Static') {
    if (defCrate(item.def) !== krate) return false;
    const data = itemOf(db, item.def);
    return !(data?.kind === 'Static' && data.isForeign);
  }
  const { instance } = item;
  const { kind } = instance;
  if (kind.kind === 'DropGlue') return kind.ty === undefined || !isUpstream(db, config, instance);
  if (kind.kind !== 'Item') return true;
  const { def } = kind;
  if (!codeFacts(db, def).hasBody) return false;
  if (defCrate(def) === krate) return true;
  if (hasGenericArgs(instance)) return !isUpstream(db, config, instance);
  // Not generic: its own crate has made it, and it is made again only to be inlined.
  return crossCrateInlinable(db, typeckRoot(def));
}

/** Whether a crate below has made the instance. Functions that are never inlined are shared in any case. */
function isUpstream(db: Database, config: ConfigId, instance: Instance): boolean {
  const { kind } = instance;
  const { krate } = configOf(config);
  const isNeverInlined = kind.kind === 'Item' && codeFacts(db, kind.def).inline === 'never';
  if (!isNeverInlined && !sharesGenerics(db, configOf(config))) return false;
  return (
    upstreamInstances(db, config).has(instance) ||
    (kind.kind === 'Item' && isSysrootInstance(db, instance, krate))
  );
}
