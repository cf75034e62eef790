/** All mono items as text, in the lines of `rustc -Zprint-mono-items`. */

import { crateData } from '../hir/inputs.ts';
import { configOf } from '../mono/config.ts';
import { partition } from '../mono/partition.ts';
import { unusedParamNames } from '../mono/polymorphize.ts';
import type { Printers } from './itemInfo.ts';
import { subjectDef } from './itemLabels.ts';
import { copies, type Program } from './program.ts';

/** Sorted lines for each target, under a heading. */
export function itemsText({ db, targets }: Program, printers: Printers, text = ''): string {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const parts: string[] = [];
  for (const config of targets) {
    const printer = printers.of(config);
    const { placements } = partition(db, config);
    const lines: string[] = [];
    let shared = 0;
    for (const { item } of copies(db, config)) {
      const label = printer.label(item);
      if (!words.every((word) => label.toLowerCase().includes(word))) continue;
      if (unusedParamNames(db, subjectDef(item)).length > 0) shared++;
      const units = (placements.get(item) ?? []).map(({ unit, linkage }) => `${unit.name}[${linkage}]`);
      lines.push(`MONO_ITEM ${label}${units.length > 0 ? ` @@ ${units.sort().join(' ')}` : ''}`);
    }
    const { krate, polymorphize } = configOf(config);
    const sharing =
      shared === 0 ? '' : polymorphize ? `, ${shared} of them shared` : `, ${shared} with unused parameters`;
    const count = `${lines.length} mono item${lines.length === 1 ? '' : 's'}`;
    parts.push([`// crate ${crateData(db, krate).name}: ${count}${sharing}`, ...lines.sort()].join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}
