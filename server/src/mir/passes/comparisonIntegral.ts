/**
 * Branches on an integer rather than on its comparison with a constant. After
 * `rustc_mir_transform::simplify_comparison_integral`.
 */

import { unknownTy } from '../../ty/intern.ts';
import { intType } from '../../ty/intOps.ts';
import type { MutBody } from '../graph.ts';
import type { Operand } from '../mir.ts';
import { placeTy } from '../typeOps.ts';
import { literalValue } from './constConditions.ts';

export function simplifyIntegerComparisons(body: MutBody): void {
  for (const b of body.blocks) {
    const { terminator, statements } = b;
    if (terminator.kind !== 'SwitchInt' || terminator.discr.kind !== 'Move') continue;
    const { local, projection } = terminator.discr.place;
    const at = statements.findLastIndex((s) => s.kind === 'Assign' && s.place.local === local);
    const last = statements[at];
    if (projection.length > 0 || last?.kind !== 'Assign') continue;
    const { rvalue } = last;
    if (last.place.projection.length > 0 || rvalue.kind !== 'BinaryOp') continue;
    if (rvalue.op !== 'Eq' && rvalue.op !== 'Ne') continue;
    const found = againstConstant(rvalue.lhs, rvalue.rhs) ?? againstConstant(rvalue.rhs, rvalue.lhs);
    if (!found || terminator.values.length !== 1 || terminator.values[0] !== 0n) continue;
    const [operand, value] = found;
    const ty = placeTy(body.locals, operand.place, unknownTy);
    if (intType(ty) === undefined && ty.kind !== 'Bool') continue;
    const [onFalse, onTrue] = terminator.targets as [number, number];
    const targets = rvalue.op === 'Eq' ? [onTrue, onFalse] : [onFalse, onTrue];
    // It is needed after the branch now.
    const dead = statements.findIndex((s) => s.kind === 'StorageDead' && s.local === operand.place.local);
    b.statements = statements.filter((_, i) => i !== at && i !== dead);
    if (dead !== -1) for (const t of new Set(targets)) body.blocks[t]!.statements.unshift(statements[dead]!);
    b.terminator = { kind: 'SwitchInt', discr: operand, values: [value], targets };
  }
}

function againstConstant(
  a: Operand,
  b: Operand,
): [Exclude<Operand, { kind: 'Constant' }>, bigint] | undefined {
  if (a.kind === 'Constant' || b.kind !== 'Constant') return undefined;
  const value = literalValue(b);
  return value === undefined ? undefined : [a, value];
}
