/**
 * `impl Trait` in the result of the function at hand, or in a type alias that its body defines: inside the body each is
 * a variable with the opaque type's bounds to prove, and what the variable becomes is the hidden type. Normalization
 * puts the variable in the place of the opaque type wherever it meets it (`InferCtxt.definingOpaques`), so that
 * recursive uses agree. After rustc's `replace_opaque_types_with_inference_vars`.
 */
import { type DefId, defParent } from '../../hir/defs.ts';
import { substitutePredicate } from '../fold.ts';
import { identityArgs } from '../generics.ts';
import type { Obligation } from '../obligation.ts';
import { argsInDefiner, opaqueTypesDefinedBy } from '../opaqueAliases.ts';
import { itemBounds } from '../predicates.ts';
import { normalizePredicate } from '../project.ts';
import type { Ty } from '../types.ts';
import { type FnCtxt, registerObligations } from './fnCtxt.ts';

/** Makes the variables. To be called before the signature is normalized. */
export function defineOpaqueTypes(fcx: FnCtxt): void {
  const opaques = opaqueTypesDefinedBy(fcx.db, fcx.owner);
  if (opaques.length === 0) return;
  for (const def of opaques) fcx.infcx.definingOpaques.set(def, fcx.infcx.nextTyVar());
  const out: Obligation[] = [];
  for (const def of opaques) {
    const args =
      (defParent(def) !== fcx.owner && argsInDefiner(fcx.db, def, fcx.owner)) || identityArgs(fcx.db, def);
    for (const bound of itemBounds(fcx.db, def)) {
      // Normalizing replaces the opaque type, which is the bound's self type, by its variable.
      const predicate = normalizePredicate(fcx.infcx, substitutePredicate(bound, args), out);
      out.push({ predicate, depth: 0 });
    }
  }
  registerObligations(fcx, out);
}

/** The hidden types, as far as they are known. */
export function hiddenTypes(fcx: FnCtxt, resolve: (ty: Ty) => Ty): Map<DefId, Ty> {
  const result = new Map<DefId, Ty>();
  for (const [def, variable] of fcx.infcx.definingOpaques) result.set(def, resolve(variable));
  return result;
}
