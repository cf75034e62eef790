/**
 * Removes assignments and storage of values without size, and replaces operands that read one by a constant. After rustc's
 * `rustc_mir_transform::remove_zsts`.
 */
import { unknownTy } from '../../ty/intern.ts';
import type { MutBody } from '../graph.ts';
import type { Operand, Statement } from '../mir.ts';
import { isMarker } from '../storage.ts';
import { placeTy, type TypeOps } from '../typeOps.ts';
import { mapOperands, mapTerminatorOperands } from './constConditions.ts';
import { isSafeToRemove } from './safeToRemove.ts';

export function removeZsts(body: MutBody, types: TypeOps): void {
  const swap = (operand: Operand): Operand => {
    if (operand.kind === 'Constant') return operand;
    const ty = placeTy(body.locals, operand.place, unknownTy);
    if (!types.isZst(ty)) return operand;
    return { kind: 'Constant', constant: { kind: 'ZeroSized' }, ty, source: -1 };
  };
  body.locals.forEach((decl, local) => {
    if (decl.name !== undefined && types.isZst(decl.ty)) body.locals[local] = { ...decl, name: undefined };
  });
  for (const b of body.blocks) {
    const kept: Statement[] = [];
    for (const s of b.statements) {
      if (isMarker(s)) {
        if (!types.isZst(body.locals[s.local]!.ty)) kept.push(s);
      } else if (s.kind !== 'Assign') kept.push(s);
      else if (!isSafeToRemove(s.rvalue, body) || !types.isZst(placeTy(body.locals, s.place, unknownTy))) {
        const rvalue = mapOperands(s.rvalue, swap);
        kept.push(rvalue === s.rvalue ? s : { ...s, rvalue });
      }
    }
    b.statements = kept;
    b.terminator = mapTerminatorOperands(b.terminator, swap);
  }
}
