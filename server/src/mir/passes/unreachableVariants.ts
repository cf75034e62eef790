/**
 * Edges of a switch over an enum's variants that no value can take: of variants that cannot exist, and the last one
 * where all others are named, or are so once the one variant that it stands for is named, too. After rustc's `rustc_mir_transform::unreachable_enum_branching`. What only such an edge
 * reaches is not collected.
 */
import { unknownTy } from '../../ty/intern.ts';
import { forEachSuccessor, type MutBlock, type MutBody, unreachable } from '../graph.ts';
import type { BlockId } from '../mir.ts';
import { placeTy, type TypeOps } from '../typeOps.ts';

export function unreachableVariants(body: MutBody, types: TypeOps): void {
  let dead: BlockId | undefined;
  const deadBlock = (): BlockId => {
    if (dead === undefined) {
      dead = body.blocks.length;
      body.blocks.push({ statements: [], terminator: unreachable, isCleanup: false });
    }
    return dead;
  };
  for (const b of [...body.blocks]) {
    const { terminator, statements, isCleanup } = b;
    if (isCleanup) continue;
    if (terminator.kind !== 'SwitchInt' || terminator.discr.kind === 'Constant') continue;
    const { local, projection } = terminator.discr.place;
    const last = statements[statements.length - 1];
    if (projection.length > 0 || last?.kind !== 'Assign' || last.place.local !== local) continue;
    if (last.place.projection.length > 0 || last.rvalue.kind !== 'Discriminant') continue;
    const ty = placeTy(body.locals, last.rvalue.place, unknownTy);
    if (ty.kind !== 'Adt' || types.adtKind(ty.def) !== 'Enum') continue;
    const possible = new Set<bigint>();
    types.variants(ty.def).forEach((variant, index) => {
      if (types.fieldTys(variant, ty.args).every(types.isInhabited)) {
        possible.add(types.discriminant(ty.def, index));
      }
    });
    const { values, targets } = terminator;
    const otherwise = targets[values.length]!;
    const isDead = values.map((value) => !possible.delete(value));
    // Is one variant left for the last branch, that branch becomes its own.
    const [left, more] = possible;
    const isUnreachable = isEmptyUnreachable(body.blocks[otherwise]!);
    const names =
      left !== undefined &&
      more === undefined &&
      !isUnreachable &&
      (targets.length <= 3 || !leadsToSwitch(body.blocks, otherwise));
    const endsDead = names || (possible.size === 0 && !isUnreachable);
    if (!isDead.includes(true) && !endsDead) continue;
    const changed = targets.map((target, i) => (isDead[i] ? deadBlock() : target));
    if (endsDead) changed[values.length] = deadBlock();
    b.terminator = names
      ? { ...terminator, values: [...values, left], targets: changed.toSpliced(values.length, 0, otherwise) }
      : { ...terminator, targets: changed };
  }
}

function isEmptyUnreachable({ statements, terminator }: MutBlock): boolean {
  return statements.length === 0 && terminator.kind === 'Unreachable';
}

/** LLVM copies a switch that stands alone at the end of another's branch, and is slow then. */
function leadsToSwitch(blocks: readonly MutBlock[], block: BlockId): boolean {
  const successors: BlockId[] = [];
  forEachSuccessor(blocks[block]!.terminator, (t) => successors.push(t));
  return successors.length === 1 && blocks[successors[0]!]!.terminator.kind === 'SwitchInt';
}
