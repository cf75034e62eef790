/**
 * Edges of a switch over an enum's variants that no value can take: of variants that cannot exist, and the last one
 * where all others are named. After rustc's `rustc_mir_transform::unreachable_enum_branching`. What only such an edge
 * reaches is not collected.
 */
import { unknownTy } from '../../ty/intern.ts';
import { type MutBody, unreachable } from '../graph.ts';
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
    const { terminator, statements } = b;
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
    const otherwise = targets.length - 1;
    const isDead = (i: number) =>
      i === otherwise ? [...possible].every((v) => values.includes(v)) : !possible.has(values[i]!);
    const changed = targets.map((target, i) =>
      isDead(i) && body.blocks[target]!.terminator.kind !== 'Unreachable' ? deadBlock() : target,
    );
    if (changed.some((t, i) => t !== targets[i])) b.terminator = { ...terminator, targets: changed };
  }
}
