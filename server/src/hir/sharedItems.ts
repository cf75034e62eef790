/**
 * Shares the equal parts of item trees: types, paths, generics, attributes. An analysis has the item trees of all of std
 * and of every library in memory, and they would be its largest part.
 */
import { Sharing } from '../base/sharing.ts';
import type { LoweredItems } from './lowerItems.ts';

const sharing = new Sharing();

/** Of items that were just lowered and that nobody else has seen. The items themselves are hardly ever equal. */
export function withSharedParts(lowered: LoweredItems): LoweredItems {
  for (const item of lowered.tree.items) sharing.shareParts(item);
  return lowered;
}
