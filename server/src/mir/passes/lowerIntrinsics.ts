/**
 * Calls of intrinsics that are operations of MIR itself. After `rustc_mir_transform::lower_intrinsics`; which operation
 * it is matters to nobody here, but that no call is left.
 */
import type { Database } from '../../query/database.ts';
import { unknownTy } from '../../ty/intern.ts';
import { derefElem, goto, type MutBody, projectPlace, unreachable } from '../graph.ts';
import { intrinsicName } from '../inline/costChecker.ts';
import type { Operand, Rvalue, Statement } from '../mir.ts';
import { placeTy } from '../typeOps.ts';

const operations: ReadonlySet<string> = new Set(
  (
    'add_with_overflow sub_with_overflow mul_with_overflow wrapping_add wrapping_sub wrapping_mul unchecked_add ' +
    'unchecked_sub unchecked_mul unchecked_div unchecked_rem unchecked_shl unchecked_shr offset ptr_metadata ' +
    'aggregate_raw_ptr discriminant_value three_way_compare slice_get_unchecked'
  ).split(' '),
);

const constants: Readonly<Record<string, string>> = {
  ub_checks: 'UbChecks',
  overflow_checks: 'OverflowChecks',
  contract_checks: 'ContractChecks',
  size_of: 'SizeOf',
  align_of: 'AlignOf',
};

export function lowerIntrinsics(db: Database, body: MutBody): void {
  for (const b of body.blocks) {
    const { terminator } = b;
    if (terminator.kind !== 'Call') continue;
    const name = intrinsicName(db, terminator.func);
    if (name === undefined) continue;
    const { args, destination, target, source } = terminator;
    if (name === 'unreachable') {
      b.terminator = unreachable;
      continue;
    }
    if (target === undefined) continue;
    const ty = placeTy(body.locals, destination, unknownTy);
    const push = (rvalue: Rvalue) => {
      const statement: Statement = { kind: 'Assign', place: destination, rvalue, source };
      b.statements.push(statement);
      b.terminator = goto(target);
    };
    const [first, second] = args;
    const op = constants[name];
    if (op !== undefined) push({ kind: 'NullaryOp', op, ty });
    else if (operations.has(name)) {
      if (first && second) push({ kind: 'BinaryOp', op: name, lhs: first, rhs: second });
      else if (first) push({ kind: 'UnaryOp', op: name, operand: first });
    } else if ((name === 'transmute' || name === 'transmute_unchecked') && first) {
      push({ kind: 'Cast', cast: 'Transmute', operand: first, ty });
    } else if (name === 'read_via_copy' && first && first.kind !== 'Constant') {
      const operand: Operand = { kind: 'Copy', place: projectPlace(first.place, derefElem) };
      push({ kind: 'Use', operand });
    } else if (name === 'write_via_move' && first && first.kind !== 'Constant' && second) {
      const place = projectPlace(first.place, derefElem);
      b.statements.push({ kind: 'Assign', place, rvalue: { kind: 'Use', operand: second }, source });
      b.terminator = goto(target);
    } else if (name === 'forget' || name === 'assume') {
      if (name === 'assume') b.statements.push({ kind: 'Other' });
      b.terminator = goto(target);
    }
  }
}
