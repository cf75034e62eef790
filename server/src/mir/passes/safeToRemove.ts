/**
 * Whether what computes a value may go where nobody reads it. A pointer that becomes an integer may be found again by way
 * of that, so such casts stay. After `Rvalue::is_safe_to_remove` of `rustc_middle::mir`.
 */
import { unknownTy } from '../../ty/intern.ts';
import type { MutBody } from '../graph.ts';
import type { Rvalue } from '../mir.ts';
import { placeTy } from '../typeOps.ts';

export function isSafeToRemove(rvalue: Rvalue, { locals }: Pick<MutBody, 'locals'>): boolean {
  if (rvalue.kind !== 'Cast' || rvalue.cast === 'Transmute') return true;
  const { ty, operand } = rvalue;
  if (ty.kind !== 'Int' && ty.kind !== 'Uint') return true;
  const from = operand.kind === 'Constant' ? operand.ty : placeTy(locals, operand.place, unknownTy);
  return from.kind !== 'RawPtr' && from.kind !== 'FnPtr' && from.kind !== 'FnDef';
}
