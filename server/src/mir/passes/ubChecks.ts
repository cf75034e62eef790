/**
 * What std's checks of undefined behaviour ask: whether they are on. In most crates that is known as soon as they are
 * optimized. The bodies of a crate with `#![rustc_preserve_ub_checks]`, as the three largest of std are, serve programs
 * of both sorts: they go on asking. After `rustc_mir_transform::instsimplify`.
 */
import { hasAttr } from '../../hir/attrs.ts';
import type { CrateId } from '../../hir/defs.ts';
import { internHirFile } from '../../hir/hirFile.ts';
import { crateData } from '../../hir/inputs.ts';
import { itemTree } from '../../hir/source.ts';
import { defineQuery } from '../../query/database.ts';
import type { MutBody } from '../graph.ts';
import type { Operand } from '../mir.ts';
import { mapOperands, mapTerminatorOperands } from './constConditions.ts';

/** Whether the optimized bodies of the crate still ask. */
export const preservesUbChecks = defineQuery<CrateId, boolean>('preservesUbChecks', (db, krate) => {
  const { root, cfg } = crateData(db, krate);
  const { attrs } = itemTree(db, internHirFile({ kind: 'File', file: root }));
  return hasAttr(attrs, cfg, 'rustc_preserve_ub_checks');
});

/** Where the answer is known, it stands in place of the question. */
export function resolveUbChecks(body: MutBody, ubChecks: boolean): void {
  const resolve = (operand: Operand): Operand =>
    asksForUbChecks(operand) ? { ...operand, constant: { kind: 'Scalar', value: ubChecks } } : operand;
  for (const b of body.blocks) {
    b.statements = b.statements.map((s) => {
      if (s.kind === 'Intrinsic') return { ...s, operands: s.operands.map(resolve) };
      if (s.kind !== 'Assign') return s;
      const rvalue = mapOperands(s.rvalue, resolve);
      return rvalue === s.rvalue ? s : { ...s, rvalue };
    });
    b.terminator = mapTerminatorOperands(b.terminator, resolve);
  }
}

export function asksForUbChecks(operand: Operand): operand is Extract<Operand, { kind: 'Constant' }> {
  return (
    operand.kind === 'Constant' &&
    operand.constant.kind === 'RuntimeChecks' &&
    operand.constant.checks === 'UbChecks'
  );
}
