/**
 * Drops of a whole coroutine inside its own function: what is dropped are the values that it captured. After
 * `elaborate_coroutine_drops` of `rustc_mir_transform::coroutine`.
 */
import { unknownTy } from '../../ty/intern.ts';
import { addBlock, goto, localPlace, type MutBody, projectPlace, resumeTerminator } from '../graph.ts';
import type { BlockId, LocalId, Place, SourceInfo, Terminator } from '../mir.ts';
import { placeTy, type TypeOps } from '../typeOps.ts';

const selfArg: LocalId = 1;

export function elaborateSelfDrops(body: MutBody, types: TypeOps): void {
  const self = body.locals[selfArg]!.ty;
  const captured = self.kind === 'Coroutine' ? types.upvarTys(self.def, self.args) : [];
  const fields = captured.flatMap((ty, index) =>
    types.needsDrop(ty) ? [projectPlace(localPlace(selfArg), { kind: 'Field', index, ty })] : [],
  );
  for (const block of [...body.blocks]) {
    const { terminator, isCleanup } = block;
    if (terminator.kind !== 'Drop') continue;
    const { place, target, unwind, source } = terminator;
    if (place.local !== selfArg || place.projection.length > 0) continue;
    let first: BlockId;
    if (isCleanup) first = ladder(body, fields, target, undefined, source).at(-1)!;
    else {
      const rungs = ladder(body, fields, unwind ?? resumeBlock(body), undefined, source);
      first = ladder(body, fields, addBlock(body, goto(target)), rungs, source).at(-1)!;
    }
    block.terminator = goto(first);
  }
}

/** Blocks that drop the fields, from the last one up; with `rungs`, the chain for unwinding beside it. */
function ladder(
  body: MutBody,
  fields: readonly Place[],
  bottom: BlockId,
  rungs: readonly BlockId[] | undefined,
  source: SourceInfo,
): BlockId[] {
  const chain = [bottom];
  fields.toReversed().forEach((place, i) => {
    const ty = placeTy(body.locals, place, unknownTy);
    const drop: Terminator = { kind: 'Drop', place, ty, target: chain[i]!, unwind: rungs?.[i], source };
    chain.push(addBlock(body, drop, [], rungs === undefined));
  });
  return chain;
}

function resumeBlock(body: MutBody): BlockId {
  const known = body.blocks.findIndex(
    ({ statements, terminator }) => terminator.kind === 'UnwindResume' && statements.length === 0,
  );
  return known >= 0 ? known : addBlock(body, resumeTerminator, [], true);
}
