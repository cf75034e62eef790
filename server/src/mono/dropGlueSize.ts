/**
 * The size of drop glue: how many statements and terminators rustc's `build_drop_shim` leaves. Parts are dropped in a
 * ladder: should one panic, the rungs below it are there once more, for unwinding (`rustc_mir_transform::elaborate_drop`).
 */
import { defKind } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import { adtDestructor, adtVariants, isBox } from '../ty/adt.ts';
import { substitute } from '../ty/fold.ts';
import type { Ty } from '../ty/types.ts';
import { droppedParts, needingDrop } from './shim.ts';

export function dropGlueSize(db: Database, ty: Ty): number {
  switch (ty.kind) {
    case 'Slice':
      return loop;
    case 'Array':
      // To the pointer to a slice first.
      return loop + 2;
    // A drop through the vtable, and the return.
    case 'Dynamic':
      return 2;
    case 'Adt':
      if (isBox(db, ty.def)) return box;
      return adtGlueSize(db, ty);
    default:
      return ladder(droppedParts(db, ty).length) + 1;
  }
}

/** The elements one by one, and the rest of them after a panic. */
const loop = 15;

/** The contents, then the allocation, on both ways out. */
const box = 8;

/** Drops of so many parts, and what unwinding needs; without the return. */
function ladder(parts: number): number {
  return parts < 2 ? parts : 2 * parts;
}

function adtGlueSize(db: Database, ty: Ty & { readonly kind: 'Adt' }): number {
  const variants = adtVariants(db, ty.def);
  const isEnum = defKind(ty.def) === 'Enum';
  const hasDestructor = adtDestructor(db, ty.def) !== undefined;
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
  const unwinding = parts.reduce((sum, n) => sum + Math.max(0, n - 1), 0);
  if (hasDestructor) {
    // A borrow and the call of `Drop::drop`; should it panic, all of the rest for unwinding.
    if (!isEnum) return 2 + drops + 1 + (drops > 0 ? drops + 1 : 0);
    // For unwinding, fields are dropped whether they need it or not.
    const fields = variants.reduce((sum, variant) => sum + variant.fields.length, 0);
    return 2 + (2 + drops) + unwinding + 1 + (2 + fields) + 1;
  }
  // The discriminant is read; where there is something to choose, it is switched on.
  const choice = !isEnum ? 0 : drops > 0 && variants.length > 1 ? 2 : 1;
  return choice + drops + 1 + (unwinding > 0 ? unwinding + 1 : 0);
}
