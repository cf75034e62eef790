/**
 * Removes drops of what is moved out of by then, before drops are elaborated. Elaboration removes them, too, but it has to
 * take for granted that they may panic until then: what a drop that does nothing would leave behind is cleaned up in vain.
 * rustc does this in crates with the feature `const_precise_live_drops`, for the sake of their constants, as core and alloc
 * have it; and there it looks into enums closer than elaboration does. After `rustc_mir_transform::remove_uninit_drops`.
 */
import { unknownTy } from '../../ty/intern.ts';
import type { Ty } from '../../ty/types.ts';
import { goto, type MutBody } from '../graph.ts';
import { placeTy, type TypeOps } from '../typeOps.ts';
import { Initialized } from './initialized.ts';
import { gatherMoves, type MovePathId } from './movePaths.ts';

export function removeUninitDrops(body: MutBody, types: TypeOps): void {
  const { blocks, locals } = body;
  if (!blocks.some(({ terminator }) => terminator.kind === 'Drop')) return;
  const moves = gatherMoves(body, types, unknownTy);
  const init = new Initialized(body, moves, types, unknownTy);

  /** Whether anything at or below the path may be there that needs a drop. */
  const isLive = (state: Uint32Array, ty: Ty, path: MovePathId): boolean => {
    if (!init.get(state, path).maybeInit || !types.needsDrop(ty)) return false;
    const areFieldsLive = (tys: readonly Ty[], of: MovePathId) =>
      tys.some((fieldTy, index) => {
        const field = moves.child(of, (elem) => elem.kind === 'Field' && elem.index === index);
        return field === undefined ? types.needsDrop(fieldTy) : isLive(state, fieldTy, field);
      });
    if (ty.kind === 'Tuple') return areFieldsLive(ty.elems, path);
    if (ty.kind !== 'Adt') return true;
    const kind = types.adtKind(ty.def);
    if (kind === 'Union' || types.isManuallyDrop(ty.def) || types.hasDestructor(ty.def)) return true;
    return types.variants(ty.def).some((variant, index) => {
      const tys = types.fieldTys(variant, ty.args);
      if (kind === 'Struct') return areFieldsLive(tys, path);
      const downcast = moves.child(path, (elem) => elem.kind === 'Downcast' && elem.variant === index);
      return downcast === undefined ? tys.some(types.needsDrop) : areFieldsLive(tys, downcast);
    });
  };

  for (const [block, b] of blocks.entries()) {
    const { terminator } = b;
    if (terminator.kind !== 'Drop') continue;
    const state = init.beforeTerminator(block);
    const found = moves.find(terminator.place);
    if (!state || !found?.exact) continue;
    if (!isLive(state, placeTy(locals, terminator.place, unknownTy), found.path))
      b.terminator = goto(terminator.target);
  }
}
