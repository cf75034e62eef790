/**
 * The traits whose impls for the types of the language are rules rather than code: for which types they hold, and
 * under which conditions on the parts. After rustc's `sizedness_conditions`, `copy_clone_conditions` and
 * `constituent_types_for_auto_trait`.
 */

import { variantsOf } from './adt.ts';
import { type ClosureView, closureUpvarTys } from './closures.ts';
import { substitute, substituteTys } from './fold.ts';
import { isTy, sizedParam } from './intern.ts';
import { langAdt } from './langAdts.ts';
import { fieldTys } from './signatures.ts';
import type { Ty } from './types.ts';

/** Holds where the trait holds for `tys`; or never; or nobody knows yet. */
export type Conditions =
  | { readonly kind: 'Where'; readonly tys: readonly Ty[] }
  | { readonly kind: 'Never' }
  | { readonly kind: 'Ambiguous' };

const always: Conditions = { kind: 'Where', tys: [] };
const neverHolds: Conditions = { kind: 'Never' };
const ambiguous: Conditions = { kind: 'Ambiguous' };

export function sizedConditions(view: ClosureView, ty: Ty): Conditions {
  switch (ty.kind) {
    case 'Str':
    case 'Slice':
    case 'Dynamic':
    case 'Foreign':
      return neverHolds;
    case 'Tuple': {
      const last = ty.elems[ty.elems.length - 1];
      return last ? { kind: 'Where', tys: [last] } : always;
    }
    case 'Adt': {
      const last = unsizedField(view, ty);
      return last ? { kind: 'Where', tys: [last] } : always;
    }
    // Known only from bounds.
    case 'Param':
      return ty === sizedParam ? always : neverHolds;
    case 'Projection':
    case 'Opaque':
      return neverHolds;
    case 'Infer':
      return ty.variable.kind === 'Ty' ? ambiguous : always;
    case 'Unknown':
      return ambiguous;
    default:
      return always;
  }
}

/** The one field of a struct that may be unsized: its last. Enums and unions have none. */
function unsizedField(view: ClosureView, ty: Ty & { readonly kind: 'Adt' }): Ty | undefined {
  const [variant, ...others] = variantsOf(view.db, ty.def);
  if (variant === undefined || others.length > 0 || variant !== ty.def) return undefined;
  const fields = fieldTys(view.db, variant);
  const last = fields[fields.length - 1];
  return last && substitute(last, ty.args);
}

/** For `Copy`, `Clone` and `TrivialClone`: of which types the trait must hold for it to hold of this one. */
export function copyCloneConditions(view: ClosureView, ty: Ty): Conditions {
  switch (ty.kind) {
    case 'FnDef':
    case 'FnPtr':
      return always;
    case 'Infer':
      return ty.variable.kind === 'Ty' ? ambiguous : always;
    case 'Unknown':
      return ambiguous;
    case 'Tuple':
      return { kind: 'Where', tys: ty.elems };
    case 'Closure': {
      const upvars = closureUpvarTys(view, ty.def, ty.args);
      return upvars ? { kind: 'Where', tys: upvars } : ambiguous;
    }
    // core has impls for these, which go first; a program without core's has the rule.
    case 'Bool':
    case 'Char':
    case 'Int':
    case 'Uint':
    case 'Float':
    case 'Pat':
    case 'Never':
    case 'RawPtr':
      return always;
    case 'Ref':
      return ty.mutable ? neverHolds : always;
    case 'Array':
      return { kind: 'Where', tys: [ty.elem] };
    default:
      return neverHolds;
  }
}

/**
 * Types whose `clone` is taken for the copy that it is, so that nobody calls it. rustc's
 * `Ty::is_trivially_pure_clone_copy`.
 */
export function isTriviallyPureCloneCopy(ty: Ty): boolean {
  switch (ty.kind) {
    case 'Bool':
    case 'Char':
    case 'Never':
    case 'Int':
    case 'Uint':
    case 'Float':
    case 'FnDef':
    case 'RawPtr':
      return true;
    case 'Ref':
      return !ty.mutable;
    case 'Array':
      return isTriviallyPureCloneCopy(ty.elem);
    case 'Tuple':
      return ty.elems.length <= 3 && ty.elems.every(isTriviallyPureCloneCopy);
    default:
      return false;
  }
}

/** The types that must have an auto trait for `ty` to have it; undefined if it is not for the structure to say. */
export function autoTraitConstituents(view: ClosureView, ty: Ty): Conditions {
  switch (ty.kind) {
    case 'Bool':
    case 'Char':
    case 'Int':
    case 'Uint':
    case 'Float':
    case 'Pat':
    case 'Str':
    case 'Never':
    case 'FnDef':
    case 'FnPtr':
      return always;
    // The hidden type decides, which only the body of another function tells. Where the question is asked in a program
    // that compiles, the answer is hardly ever no.
    case 'Opaque':
      return always;
    case 'Infer':
      return ty.variable.kind === 'Ty' ? ambiguous : always;
    case 'Unknown':
      return ambiguous;
    case 'Ref':
    case 'RawPtr':
      return { kind: 'Where', tys: [ty.inner] };
    case 'Array':
    case 'Slice':
      return { kind: 'Where', tys: [ty.elem] };
    case 'Tuple':
      return { kind: 'Where', tys: ty.elems };
    case 'Closure': {
      const upvars = closureUpvarTys(view, ty.def, ty.args);
      return upvars ? { kind: 'Where', tys: upvars } : ambiguous;
    }
    case 'Coroutine': {
      // What it keeps across its awaits is not known here; what it captured is.
      const upvars = closureUpvarTys(view, ty.def, ty.args);
      return upvars ? { kind: 'Where', tys: upvars } : ambiguous;
    }
    case 'Adt': {
      if (langAdt(view.db, ty.def) === 'phantom_data')
        return { kind: 'Where', tys: ty.args.list.filter(isTy) };
      const tys: Ty[] = [];
      for (const variant of variantsOf(view.db, ty.def)) {
        tys.push(...substituteTys(fieldTys(view.db, variant), ty.args));
      }
      return { kind: 'Where', tys };
    }
    default:
      return neverHolds;
  }
}
