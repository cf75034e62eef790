/** Which constants can hold the address of code or of a static: those whose type has room for one. */
import type { Database } from '../query/database.ts';
import { adtVariants, isPhantomData } from '../ty/adt.ts';
import { substitute } from '../ty/fold.ts';
import { normalizeErasing } from '../ty/project.ts';
import type { Ty } from '../ty/types.ts';

/** Whether a value of this (monomorphic) type may contain a fn pointer, a trait object or the address of a static. */
export function mayHoldPointers(db: Database, ty: Ty): boolean {
  return visit(db, ty, new Set());
}

function visit(db: Database, ty: Ty, seen: Set<Ty>): boolean {
  if (seen.has(ty)) return false;
  seen.add(ty);
  switch (ty.kind) {
    case 'FnPtr':
    case 'Dynamic':
    case 'RawPtr':
      return true;
    case 'Ref':
      // A reference to plain data points to memory of the constant's own; look at what it refers to.
      return visit(db, ty.inner, seen);
    case 'Array':
    case 'Slice':
      return visit(db, ty.elem, seen);
    case 'Tuple':
      return ty.elems.some((elem) => visit(db, elem, seen));
    case 'Adt':
      if (isPhantomData(db, ty.def)) return false;
      return adtVariants(db, ty.def).some((variant) =>
        variant.fields.some((field) => visit(db, normalizeErasing(db, substitute(field.ty, ty.args)), seen)),
      );
    default:
      return false;
  }
}
