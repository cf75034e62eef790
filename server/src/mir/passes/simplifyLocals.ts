/**
 * Removes assignments to temporaries that nothing reads, until nothing more goes. After rustc's
 * `rustc_mir_transform::simplify` (`SimplifyLocals`). The locals themselves keep their numbers. Variables stay, as
 * debuggers read them.
 */
import { forEachOperand, forEachTerminatorOperand, type MutBody } from '../graph.ts';
import type { Operand, Place, Statement } from '../mir.ts';

export function simplifyLocals(body: MutBody): void {
  const { blocks, locals, argCount } = body;
  const uses = new Int32Array(locals.length);
  const count = (by: number) => {
    const seePlace = (place: Place) => {
      uses[place.local]! += by;
      for (const elem of place.projection) if (elem.kind === 'Index') uses[elem.local]! += by;
    };
    const seeOperand = (operand: Operand) => {
      if (operand.kind !== 'Constant') seePlace(operand.place);
    };
    return { seePlace, seeOperand };
  };
  const seeStatement = (s: Statement, by: number) => {
    if (s.kind !== 'Assign') return;
    const { seePlace, seeOperand } = count(by);
    if (s.place.projection.length > 0) seePlace(s.place);
    forEachOperand(s.rvalue, seeOperand);
    if ('place' in s.rvalue) seePlace(s.rvalue.place);
  };
  const { seePlace, seeOperand } = count(1);
  for (const b of blocks) {
    for (const s of b.statements) seeStatement(s, 1);
    forEachTerminatorOperand(b.terminator, seeOperand);
    // What a call writes must stay for it to write to.
    if (b.terminator.kind === 'Call') seePlace(b.terminator.destination);
    else if (b.terminator.kind === 'Drop') seePlace(b.terminator.place);
  }
  const removable = (s: Statement): boolean =>
    s.kind === 'Assign' &&
    s.place.projection.length === 0 &&
    s.place.local > argCount &&
    uses[s.place.local] === 0 &&
    locals[s.place.local]!.name === undefined;
  for (let changed = true; changed; ) {
    changed = false;
    for (const b of blocks) {
      if (!b.statements.some(removable)) continue;
      b.statements = b.statements.filter((s) => {
        if (!removable(s)) return true;
        seeStatement(s, -1);
        changed = true;
        return false;
      });
    }
  }
}
