/**
 * What was not resolved, grouped by why, the most frequent first.
 *
 * A type that is not known makes whatever is done with it unknown, too. Such uses are counted with what they follow
 * from: what inference found to be the root (`ty/infer/unresolvedRoots.ts`), else what was not resolved before them in
 * the same function.
 */
import type { UnresolvedInItem } from '../mono/collector.ts';
import type { MonoItem } from '../mono/instance.ts';
import type { UnresolvedReason } from '../ty/inferenceResult.ts';
import type { TyPrinter } from '../ty/print.ts';
import { isFollower, reasonText } from './unresolvedReason.ts';

export interface UnresolvedGroup {
  readonly cause: UnresolvedReason['cause'];
  /** Markdown. */
  readonly message: string;
  readonly uses: readonly UnresolvedInItem[];
  /** Uses of unknown types that follow from these. */
  readonly followers: readonly UnresolvedInItem[];
}

export function groupUnresolved(printer: TyPrinter, uses: readonly UnresolvedInItem[]): UnresolvedGroup[] {
  const groups = new Map<
    string,
    { group: UnresolvedGroup; uses: UnresolvedInItem[]; followers: UnresolvedInItem[] }
  >();
  const groupOf = (reason: UnresolvedReason) => {
    const message = reasonText(printer, reason);
    let known = groups.get(message);
    if (!known) {
      const uses: UnresolvedInItem[] = [];
      const followers: UnresolvedInItem[] = [];
      known = { group: { cause: reason.cause, message, uses, followers }, uses, followers };
      groups.set(message, known);
    }
    return known;
  };
  const byItem = new Map<MonoItem, UnresolvedInItem[]>();
  for (const use of uses) {
    const list = byItem.get(use.item);
    if (list) list.push(use);
    else byItem.set(use.item, [use]);
  }
  for (const list of byItem.values()) {
    const roots = list.filter((use) => !isFollower(use));
    for (const use of list) {
      const root = isFollower(use) ? (use.root ?? nearestBefore(roots, use)) : undefined;
      if (root) groupOf(root).followers.push(use);
      else groupOf(use).uses.push(use);
    }
  }
  const size = ({ uses: own, followers }: UnresolvedGroup) => own.length + followers.length;
  return [...groups.values()]
    .map(({ group }) => group)
    .sort((a, b) => size(b) - size(a) || (a.message < b.message ? -1 : 1));
}

function nearestBefore(
  roots: readonly UnresolvedInItem[],
  { source }: UnresolvedInItem,
): UnresolvedInItem | undefined {
  let nearest: UnresolvedInItem | undefined;
  for (const root of roots)
    if ((source < 0 || root.source <= source) && (!nearest || root.source > nearest.source)) nearest = root;
  return nearest;
}
