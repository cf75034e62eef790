/** The cost of a function as rustc counts it (`InstanceKind::Item` in `MonoItem::size_estimate`): statements and terminators. */
import type { MirBody } from './mir.ts';

export function sizeEstimate(body: MirBody): number {
  let size = 0;
  for (const block of body.blocks) size += block.statements.length + 1;
  return size;
}
