/**
 * The size of drop glue: how many statements and terminators rustc's `build_drop_shim` leaves. Parts are dropped in a
 * ladder: should one panic, the rungs below it are there once more, for unwinding (`rustc_mir_transform::elaborate_drop`);
 * a crate that aborts when it panics has no use for those (`rustc_mir_transform::abort_unwinding_calls`).
 */
import { defKind } from '../hir/defs.ts';
import { coroutineDropSize } from '../mir/bodySize.ts';
import type { Database } from '../query/database.ts';
import { adtDestructor, adtVariants, isBox } from '../ty/adt.ts';
import { substitute } from '../ty/fold.ts';
import type { Ty } from '../ty/types.ts';
import { droppedParts, needingDrop } from './shim.ts';

export function dropGlueSize(db: Database, ty: Ty, panicsAbort: boolean): number {
  // The elements one by one, and the rest of them after a panic.
  const loop = panicsAbort ? 9 : 15;
  switch (ty.kind) {
    case 'Slice':
      return loop;
    case 'Array':
      // To the pointer to a slice first.
      return loop + 2;
    // A drop through the vtable, and the return.
    case 'Dynamic':
      return 2;
    case 'Coroutine':
      return coroutineDropSize(db, ty.def) ?? 1;
    case 'Adt':
      // The contents, then the allocation, on each way out.
      if (isBox(db, ty.def)) return panicsAbort ? 5 : 8;
      return adtGlueSize(db, ty, panicsAbort);
    default: {
      const parts = droppedParts(db, ty).length;
      return parts + 1 + (panicsAbort ? 0 : unwoundLadder(parts));
    }
  }
}

/** What unwinding out of a drop of so many parts needs: the drops of all but the first, and the end. */
function unwoundLadder(parts: number): number {
  return parts < 2 ? 0 : parts;
}

function adtGlueSize(db: Database, ty: Ty & { readonly kind: 'Adt' }, panicsAbort: boolean): number {
  const variants = adtVariants(db, ty.def);
  const isEnum = defKind(ty.def) === 'Enum';
  const parts = isEnum
    ? variants.map(
        ({ fields }) =>
          needingDrop(
            db,
            fields.map((f) => substitute(f.ty, ty.args)),
          ).length,
      )
    : [droppedParts(db, ty).length];
  const drops = parts.reduce((sum, n) => sum + n, 0);
  // A borrow and the call of `Drop::drop`.
  const destructor = adtDestructor(db, ty.def) === undefined ? 0 : 2;
  // The discriminant is read and switched on, however many variants there are.
  const choice = isEnum ? 2 : 0;
  const size = destructor + choice + drops + 1;
  if (panicsAbort) return size;
  const behindFirst = parts.reduce((sum, n) => sum + Math.max(0, n - 1), 0);
  if (destructor === 0) return size + (behindFirst > 0 ? behindFirst + 1 : 0);
  // Should the destructor panic, all parts are dropped.
  if (!isEnum) return size + (drops > 0 ? drops + 1 : 0);
  // The fields of variants even if they need no drop.
  const fields = variants.reduce((sum, variant) => sum + variant.fields.length, 0);
  return size + behindFirst + choice + fields + 1;
}
