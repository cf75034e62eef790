/**
 * Whether dropping a value may have to wait: rustc's `needs_async_drop` (`rustc_ty_utils::needs_drop`). `AsyncDrop` is an
 * experiment that no stable program implements, but what is not known yet, a type parameter or what is behind an
 * `impl Trait`, may come to do so, and coroutines that hold such values are built otherwise. To rustc 1.95 every box does,
 * too; other allocations count for nothing, as what is behind a pointer is not looked at.
 */
import { defKind } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import { isCopy, upvarTys, variantsOf } from './adt.ts';
import { substitute } from './fold.ts';
import { isBox, isManuallyDrop } from './langAdts.ts';
import { type ParamEnv, recursionLimit } from './obligation.ts';
import { normalizeIn, normalizeRevealing } from './project.ts';
import { fieldTys } from './signatures.ts';
import type { Ty } from './types.ts';

export function needsAsyncDrop(db: Database, ty: Ty, env: ParamEnv): boolean {
  const seen = new Set<Ty>();
  const visit = (part: Ty, depth: number): boolean => {
    switch (part.kind) {
      case 'Array':
      case 'Slice':
        return visit(part.elem, depth);
      case 'Tuple':
        return part.elems.some((e) => visit(e, depth));
      case 'Coroutine':
        return true;
      case 'Param':
        return !isCopy(db, part, env);
      case 'Projection':
      case 'Opaque': {
        const normalized = normalizeIn(db, env, part);
        return normalized === part ? !isCopy(db, part, env) : visit(normalized, depth);
      }
      case 'Closure':
        return upvarTys(db, part.def, part.args).some((u) => visit(normalizeRevealing(db, env, u), depth));
      case 'Adt': {
        if (seen.has(part) || depth > recursionLimit) return false;
        seen.add(part);
        if (isBox(db, part.def)) return true;
        if (defKind(part.def) === 'Union' || isManuallyDrop(db, part.def)) return false;
        return variantsOf(db, part.def).some((variant) =>
          fieldTys(db, variant).some((field) =>
            visit(normalizeIn(db, env, substitute(field, part.args)), depth + 1),
          ),
        );
      }
      default:
        return false;
    }
  };
  return visit(ty, 0);
}
