/**
 * Branches on an integer rather than on its comparison with a constant, where both are assigned once: nothing comes between
 * the comparison and the branch then. After `rustc_mir_transform::simplify_comparison_integral`.
 */
import { unknownTy } from '../../ty/intern.ts';
import { intType } from '../../ty/intOps.ts';
import { copied, type MutBody, samePlace } from '../graph.ts';
import type { Operand, Place, Statement } from '../mir.ts';
import { SsaLocals } from '../ssaLocals.ts';
import { placeTy, type TypeOps } from '../typeOps.ts';
import { literalValue, mapOperands } from './constConditions.ts';

export function simplifyIntegerComparisons(body: MutBody, types: TypeOps): void {
  let ssa: SsaLocals | undefined;
  const isSsa = ({ local, projection }: Place): boolean => {
    if (projection.length > 0) return false;
    ssa ??= new SsaLocals(body, types);
    return ssa.isSsa(local);
  };
  for (const b of body.blocks) {
    const { terminator, statements } = b;
    if (terminator.kind !== 'SwitchInt' || terminator.discr.kind === 'Constant') continue;
    const { discr } = terminator;
    const at = statements.findLastIndex((s) => s.kind === 'Assign' && samePlace(s.place, discr.place));
    const last = statements[at];
    if (last?.kind !== 'Assign' || last.rvalue.kind !== 'BinaryOp') continue;
    const { op, lhs, rhs } = last.rvalue;
    if (op !== 'Eq' && op !== 'Ne') continue;
    const found = againstConstant(lhs, rhs) ?? againstConstant(rhs, lhs);
    if (!found || terminator.values.length !== 1 || terminator.values[0] !== 0n) continue;
    const [place, value] = found;
    if (!isSsa(discr.place) || !isSsa(place)) continue;
    const ty = placeTy(body.locals, place, unknownTy);
    if (intType(ty) === undefined || ty.kind === 'Bool') continue;
    const [onFalse, onTrue] = terminator.targets as [number, number];
    const targets = op === 'Eq' ? [onTrue, onFalse] : [onFalse, onTrue];
    // It is needed after the branch now, and the comparison, if its result was only copied, still is.
    const isNeeded = discr.kind === 'Copy';
    const dead = statements.findIndex((s) => s.kind === 'StorageDead' && s.local === place.local);
    b.statements = statements.flatMap((s, i): readonly Statement[] => {
      if (i === at && isNeeded) return [{ ...last, rvalue: mapOperands(last.rvalue, copied) }];
      return i === at || i === dead ? [] : [s];
    });
    if (dead !== -1) for (const t of new Set(targets)) body.blocks[t]!.statements.unshift(statements[dead]!);
    b.terminator = { kind: 'SwitchInt', discr: { kind: 'Copy', place }, values: [value], targets };
  }
}

function againstConstant(a: Operand, b: Operand): [Place, bigint] | undefined {
  if (a.kind === 'Constant' || b.kind !== 'Constant' || b.ty.kind === 'Float') return undefined;
  const value = literalValue(b);
  return value === undefined ? undefined : [a.place, value];
}
