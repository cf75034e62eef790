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

/** Gives uses of unknown types that have no root what was not resolved before them in the same function. */
export function attributeFollowers(uses: readonly UnresolvedInItem[]): UnresolvedInItem[] {
  const roots = new Map<MonoItem, UnresolvedInItem[]>();
  for (const use of uses) {
    if (isFollower(use)) continue;
    const list = roots.get(use.item);
    if (list) list.push(use);
    else roots.set(use.item, [use]);
  }
  return uses.map((use) => {
    if (use.root || !isFollower(use)) return use;
    const root = nearestBefore(roots.get(use.item) ?? [], use);
    return root ? { ...use, root } : use;
  });
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

export function groupUnresolved(printer: TyPrinter, uses: readonly UnresolvedInItem[]): UnresolvedGroup[] {
  const groups = new Map<
    string,
    UnresolvedGroup & { uses: UnresolvedInItem[]; followers: UnresolvedInItem[] }
  >();
  const groupOf = (reason: UnresolvedReason) => {
    const message = reasonText(printer, reason);
    let group = groups.get(message);
    if (!group) {
      group = { cause: reason.cause, message, uses: [], followers: [] };
      groups.set(message, group);
    }
    return group;
  };
  for (const use of uses) {
    if (use.root) groupOf(use.root).followers.push(use);
    else groupOf(use).uses.push(use);
  }
  const size = ({ uses: own, followers }: UnresolvedGroup) => own.length + followers.length;
  return [...groups.values()].sort((a, b) => size(b) - size(a) || (a.message < b.message ? -1 : 1));
}
