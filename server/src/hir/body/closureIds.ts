/**
 * Numbers of closures, async blocks and inline consts: the `#n` of `{closure#n}`.
 *
 * rustc numbers them when it collects definitions: first those in the text as written, in source order, and those
 * that stand inside a macro call as each call is expanded, depth first. A closure inside `vec![…]` therefore comes
 * after every closure outside macros with the same parent (`rustc_resolve::def_collector`).
 */
import { type DefId, defCrate, internDef } from '../defs.ts';
import type { ClosureRecord } from './ribs.ts';

/** Fills in `def` of every record. `records` are in the order of lowering, parents before children. */
export function assignClosureIds(owner: DefId, records: readonly ClosureRecord[]): void {
  const krate = defCrate(owner);
  const next = new Map<string, number>();
  // A stable sort: within one expansion the order of lowering is source order.
  const ordered = [...records].sort((a, b) => a.fragment - b.fragment);
  const assign = (record: ClosureRecord): DefId => {
    if (record.def !== undefined) return record.def;
    const parent = record.parent ? assign(record.parent) : owner;
    const counter = `${parent}${record.kind}`;
    const disambiguator = next.get(counter) ?? 0;
    next.set(counter, disambiguator + 1);
    record.def = internDef({ krate, parent, kind: record.kind, name: '', disambiguator });
    return record.def;
  };
  for (const record of ordered) assign(record);
}
