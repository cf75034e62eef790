/**
 * Removes the unwind edges of what cannot unwind, and with them the landing pads that nothing else leads to. A crate
 * compiled to abort when it panics has no use for any but those of foreign functions. Out of a function that others call
 * by a foreign ABI no panic comes, either: there the way out ends the program. After rustc's
 * `rustc_mir_transform::abort_unwinding_calls`.
 */
import { unknownTy } from '../../ty/intern.ts';
import { type MutBody, unwindTarget, withUnwind } from '../graph.ts';
import type { Terminator } from '../mir.ts';
import { placeTy, type TypeOps } from '../typeOps.ts';
import { abiCanUnwind } from '../unwinding.ts';

export function removeUnwindEdges(body: MutBody, types: TypeOps): void {
  const bodyCanUnwind = types.canUnwind(body.def);
  for (const block of body.blocks) {
    const { terminator } = block;
    if (terminator.kind === 'UnwindResume' && !bodyCanUnwind) block.terminator = { kind: 'UnwindTerminate' };
    if (unwindTarget(terminator) === undefined || mayUnwind(body, terminator, types)) continue;
    block.terminator = withUnwind(terminator, undefined);
  }
}

/** Whether a panic may come out of the terminator. */
export function mayUnwind(body: MutBody, terminator: Terminator, types: TypeOps): boolean {
  if (terminator.kind !== 'Call') return !types.panicsAbort;
  const { func } = terminator;
  const ty = func.kind === 'Constant' ? func.ty : placeTy(body.locals, func.place, unknownTy);
  if (ty.kind === 'FnDef') return types.canUnwind(ty.def);
  return abiCanUnwind(ty.kind === 'FnPtr' ? ty.sig.abi : 'Rust', types.panicsAbort);
}
