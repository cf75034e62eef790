/** What must hold of every MIR body, whatever it was built from. After rustc's `rustc_mir_transform::validate`. */
import {
  forEachOperand,
  forEachSuccessor,
  forEachTerminatorOperand,
  unwindTarget,
} from '../../src/mir/graph.ts';
import type { MirBody, Operand, Place } from '../../src/mir/mir.ts';
import { TypeFlag } from '../../src/ty/types.ts';

/** The first violations, in words; empty for a good body. */
export function violations(body: MirBody): string[] {
  const found: string[] = [];
  const complain = (block: number, what: string) => found.push(`bb${block}: ${what}`);
  body.locals.forEach(({ ty }, local) => {
    if (ty.flags & TypeFlag.HasInfer) found.push(`_${local} has an inference variable in its type`);
  });
  body.blocks.forEach((b, block) => {
    const place = ({ local, projection }: Place) => {
      if (!body.locals[local]) complain(block, `no local _${local}`);
      for (const elem of projection) {
        if (elem.kind === 'Index' && !body.locals[elem.local])
          complain(block, `no index local _${elem.local}`);
      }
    };
    const operand = (o: Operand) => {
      if (o.kind !== 'Constant') place(o.place);
      else if (o.ty.flags & TypeFlag.HasInfer)
        complain(block, 'a constant with an inference variable in its type');
    };
    for (const s of b.statements) {
      if (s.kind !== 'Assign') continue;
      place(s.place);
      forEachOperand(s.rvalue, operand);
      if ('place' in s.rvalue) place(s.rvalue.place);
    }
    const { terminator } = b;
    forEachTerminatorOperand(terminator, operand);
    if (terminator.kind === 'Drop') place(terminator.place);
    if (terminator.kind === 'Call') place(terminator.destination);
    if (terminator.kind === 'SwitchInt' && terminator.targets.length !== terminator.values.length + 1) {
      complain(block, 'a switch without exactly one otherwise target');
    }
    const unwind = unwindTarget(terminator);
    forEachSuccessor(terminator, (target) => {
      const next = body.blocks[target];
      if (!next) complain(block, `no target bb${target}`);
      else if (next.isCleanup !== (b.isCleanup || target === unwind)) {
        complain(block, `an edge to bb${target} between cleanup and normal code`);
      }
    });
    if (b.isCleanup && unwind !== undefined) complain(block, 'cleanup that unwinds into cleanup');
    if (terminator.kind === 'UnwindResume' && !b.isCleanup) complain(block, 'resumes outside of cleanup');
    if (terminator.kind === 'Return' && b.isCleanup) complain(block, 'returns from cleanup');
  });
  for (const promoted of body.promoteds) found.push(...violations(promoted));
  return found;
}
