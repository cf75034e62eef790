/**
 * The drop glue that a call of `drop_in_place` in generic code would run, where that can be told. After rustc's
 * `Instance::try_resolve` and `rustc_mir_transform::inline::try_instance_mir`.
 */
import { type DefId, defCrate } from '../../hir/defs.ts';
import type { Database } from '../../query/database.ts';
import { adtVariants, needsDrop } from '../../ty/adt.ts';
import { anyPart, substitute } from '../../ty/fold.ts';
import { isConst, unit } from '../../ty/intern.ts';
import type { ParamEnv } from '../../ty/obligation.ts';
import { emptyParamEnv } from '../../ty/predicates.ts';
import { normalizeRevealing } from '../../ty/project.ts';
import { aliasFlags, type Ty, TypeFlag } from '../../ty/types.ts';
import { dbTypeOps } from '../dbTypeOps.ts';
import { dropGlueBody } from '../drops/dropGlue.ts';
import type { MirBody } from '../mir.ts';

/** Undefined where a parameter decides, and where the glue is too long to be inlined. */
export function inlinableDropGlue(
  db: Database,
  env: ParamEnv,
  dropInPlace: DefId,
  written: Ty,
  caller: DefId,
): MirBody | undefined {
  const ty = normalizeRevealing(db, env, written);
  // The glue itself knows nothing of the caller's where clauses.
  const types = dbTypeOps(db, defCrate(caller), emptyParamEnv);
  // Any type without drop code will do.
  if (!needsDrop(db, ty, env)) return dropGlueBody(dropInPlace, unit, types);
  if (anyPart(ty, TypeFlag.HasParam, (part) => isConst(part) && part.kind === 'ConstParam')) return undefined;
  const isDecided =
    ty.kind !== 'Adt' ||
    adtVariants(db, ty.def).every(({ fields }) =>
      fields.every((field) => {
        const { flags } = substitute(field.ty, ty.args);
        return (flags & TypeFlag.HasParam) === 0 || (flags & aliasFlags) === 0;
      }),
    );
  return isDecided ? dropGlueBody(dropInPlace, ty, types) : undefined;
}
