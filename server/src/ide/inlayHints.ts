/** Inlay hints: behind each call of a generic function, the arguments of the instance that is called. */
import { type CrateId, defKind, type FileId } from '../hir/defs.ts';
import { type FileRange, itemRange } from '../hir/fileRange.ts';
import { requiresMonomorphization } from '../ty/generics.ts';
import { calledInstances, namedFunctions } from './calls.ts';
import { defsOfFile } from './fileDefs.ts';
import type { Printers } from './itemInfo.ts';
import type { Program } from './program.ts';

export interface InlayHint {
  /** Behind this. */
  readonly range: FileRange;
  readonly label: string;
  /** All instances, where the label only counts them. */
  readonly tooltip: string | undefined;
}

/** Labels longer than this are cut. */
const maximumLength = 40;
/** A tooltip lists this many instances. */
const maximumInstances = 20;

export function inlayHints(
  program: Program,
  printers: Printers,
  krate: CrateId,
  file: FileId,
  start: number,
  end: number,
): InlayHint[] {
  const { db } = program;
  const [config] = program.configs;
  if (config === undefined) return [];
  const printer = printers.of(config);
  const hints: InlayHint[] = [];
  for (const owner of defsOfFile(db, krate, file)) {
    if (defKind(owner) !== 'Fn') continue;
    const range = itemRange(db, owner);
    if (!range || range.end < start || range.start > end) continue;
    for (const { range: place, callee, isExplicit } of namedFunctions(db, owner)) {
      if (place.end < start || place.start > end || isExplicit) continue;
      if (!requiresMonomorphization(db, callee.def)) continue;
      const lists = new Set<string>();
      for (const { instance } of calledInstances(program, owner, callee)) {
        if (instance?.kind.kind !== 'Item') continue;
        const args = printer.argList(instance.args);
        if (args !== '') lists.add(args);
      }
      const [first] = lists;
      if (first === undefined) continue;
      const isShort = lists.size === 1 && first.length <= maximumLength;
      const label =
        lists.size > 1 ? `${lists.size} instances` : isShort ? first : `${first.slice(0, maximumLength)}…`;
      hints.push({
        range: place,
        label: `::<${label}>`,
        tooltip: isShort ? undefined : [...lists].slice(0, maximumInstances).join('\n'),
      });
    }
  }
  return hints.sort((a, b) => a.range.end - b.range.end);
}
