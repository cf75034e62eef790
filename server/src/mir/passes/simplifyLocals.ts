/**
 * Removes assignments to temporaries that nothing reads, until nothing more goes, and the storage markers of what is then
 * not used at all. After rustc's `rustc_mir_transform::simplify` (`SimplifyLocals`). The locals themselves keep their
 * numbers. Variables stay, as debuggers read them.
 */
import { forEachOperand, forEachTerminatorOperand, type MutBody } from '../graph.ts';
import type { LocalId, Operand, Place, PlaceElem, Statement } from '../mir.ts';
import { isSafeToRemove } from './safeToRemove.ts';

const isDeref = (elem: PlaceElem) => elem.kind === 'Deref';

export function simplifyLocals(body: MutBody): void {
  const { blocks, locals, argCount } = body;
  const uses = new Int32Array(locals.length);
  /** What a use counts: 1, and -1 for one that goes. */
  let by = 1;
  const seePlace = ({ local, projection }: Place) => {
    uses[local]! += by;
    for (const elem of projection) if (elem.kind === 'Index') uses[elem.local]! += by;
  };
  const seeOperand = (operand: Operand) => {
    if (operand.kind !== 'Constant') seePlace(operand.place);
  };
  // Writing to a local or a part of it is no use of it; writing to where it points is.
  const seeTarget = (place: Place) => {
    if (place.projection.some(isDeref)) seePlace(place);
    else for (const elem of place.projection) if (elem.kind === 'Index') uses[elem.local]! += by;
  };
  const seeStatement = (s: Statement) => {
    if (s.kind === 'SetDiscriminant') seeTarget(s.place);
    else if (s.kind === 'Intrinsic') s.operands.forEach(seeOperand);
    if (s.kind !== 'Assign') return;
    if (isSafeToRemove(s.rvalue, body)) seeTarget(s.place);
    else seePlace(s.place);
    forEachOperand(s.rvalue, seeOperand);
    if ('place' in s.rvalue) seePlace(s.rvalue.place);
  };
  for (const b of blocks) {
    for (const s of b.statements) seeStatement(s);
    forEachTerminatorOperand(b.terminator, seeOperand);
    // What a call writes must stay for it to write to.
    if (b.terminator.kind === 'Call') seePlace(b.terminator.destination);
    else if (b.terminator.kind === 'Drop') seePlace(b.terminator.place);
  }
  const isUnused = (local: LocalId): boolean =>
    local > argCount && uses[local] === 0 && locals[local]!.name === undefined;
  const removable = (s: Statement): boolean => {
    switch (s.kind) {
      case 'Assign':
      case 'SetDiscriminant':
        return isUnused(s.place.local);
      case 'StorageLive':
      case 'StorageDead':
        return isUnused(s.local);
      default:
        return false;
    }
  };
  by = -1;
  for (let changed = true; changed; ) {
    changed = false;
    for (const b of blocks) {
      if (!b.statements.some(removable)) continue;
      b.statements = b.statements.filter((s) => {
        if (!removable(s)) return true;
        seeStatement(s);
        changed = true;
        return false;
      });
    }
  }
}
