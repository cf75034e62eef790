/**
 * What copies cost: rustc's own estimate of an item's size, the count of MIR statements and terminators of its body
 * (`-Zdump-mono-stats` sums it a definition). Ours is the same count on our MIR, so it is an estimate of an estimate
 * until a compiler has confirmed it.
 */
import type { DefId } from '../hir/defs.ts';
import { bodySize } from '../mir/bodySize.ts';
import { panicsAbort } from '../mir/unwinding.ts';
import type { Database } from '../query/database.ts';
import { isCtorDef } from '../ty/intern.ts';
import { collect } from './collector.ts';
import { type CollectConfig, type ConfigId, configOf } from './config.ts';
import { dropGlueSize } from './dropGlueSize.ts';
import { type MonoItem, monoItemDef } from './instance.ts';
import { harnessSize } from './testHarness.ts';

/** Statements and terminators; 1 for what has no MIR. */
export function sizeEstimate(db: Database, { krate }: CollectConfig, item: MonoItem): number {
  if (item.kind !== 'Fn') return 1;
  const { kind } = item.instance;
  // A constructor makes its value and returns it.
  if (kind.kind === 'Item')
    return isCtorDef(kind.def) ? 2 : (bodySize(db, kind.def) ?? harnessSize(db, kind.def) ?? 1);
  if (kind.kind === 'DropGlue' && kind.ty) return dropGlueSize(db, kind.ty, panicsAbort(db, krate));
  return 1;
}

/** All copies of one definition. */
export interface DefinitionStats {
  readonly def: DefId;
  /** Glue and shims are counted apart from the functions that they stand in for. */
  readonly kind: 'fn' | 'glue' | 'shim';
  readonly items: readonly MonoItem[];
  /** Estimated size of one copy and of all. */
  readonly size: number;
  readonly total: number;
}

/** Largest total first. */
export function monoStats(db: Database, id: ConfigId): DefinitionStats[] {
  const groups = new Map<
    string,
    { def: DefId; kind: DefinitionStats['kind']; items: MonoItem[]; total: number }
  >();
  const config = configOf(id);
  for (const item of collect(db, id).items) {
    if (item.kind !== 'Fn') continue;
    const def = monoItemDef(item);
    const instanceKind = item.instance.kind.kind;
    const kind = instanceKind === 'Item' ? 'fn' : instanceKind === 'DropGlue' ? 'glue' : 'shim';
    const key = `${def}${kind}`;
    let group = groups.get(key);
    if (!group) {
      group = { def, kind, items: [], total: 0 };
      groups.set(key, group);
    }
    group.items.push(item);
    group.total += sizeEstimate(db, config, item);
  }
  return [...groups.values()]
    .map(({ def, kind, items, total }) => ({
      def,
      kind,
      items,
      total,
      size: Math.round(total / items.length),
    }))
    .sort((a, b) => b.total - a.total || b.items.length - a.items.length || a.def - b.def);
}
