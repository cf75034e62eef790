/**
 * Methods that the language itself calls: operators, indexing, dereference, `Fn*`. The trait is given, so there is
 * nothing to probe: either the self type may implement it or not. After `rustc_hir_typeck::method`,
 * `lookup_method_in_trait`.
 */
import type { ExprId } from '../../hir/body/body.ts';
import type { DefId } from '../../hir/defs.ts';
import { substituteSig } from '../fold.ts';
import type { Obligation } from '../obligation.ts';
import { predicatesOf } from '../predicates.ts';
import { normalizePredicate, normalizeSig } from '../project.ts';
import { fnSig } from '../signatures.ts';
import type { FnSig, GenericArgs, Ty } from '../types.ts';
import { type FnCtxt, registerObligations, traitItem, traitMayHold } from './fnCtxt.ts';

export interface MethodCallee {
  readonly def: DefId;
  readonly args: GenericArgs;
  /** Normalized, late-bound regions erased. */
  readonly sig: FnSig;
  readonly obligations: readonly Obligation[];
}

/**
 * `<self as Trait<rest…>>::name`, if the trait may hold. Arguments that are not given are fresh variables. The
 * caller registers the obligations once it has decided for the method.
 */
export function lookupMethodInTrait(
  fcx: FnCtxt,
  trait: DefId,
  name: string,
  self: Ty,
  rest: readonly Ty[],
): MethodCallee | undefined {
  const { infcx } = fcx;
  const traitArgs = infcx.freshArgsFor(trait, [self, ...rest]);
  if (!traitMayHold(fcx, { def: trait, args: traitArgs })) return undefined;
  const def = traitItem(fcx.db, trait, name);
  if (def === undefined) return undefined;
  const args = infcx.freshArgsFor(def, traitArgs.list);
  const obligations: Obligation[] = [];
  const sig = instantiateMethodSig(fcx, def, args, obligations);
  obligations.push({ predicate: { kind: 'Trait', trait: { def: trait, args: traitArgs } }, depth: 0 });
  instantiatePredicates(fcx, def, args, obligations);
  return { def, args, sig, obligations };
}

/** The signature of an item for the given arguments, normalized. */
export function instantiateMethodSig(fcx: FnCtxt, def: DefId, args: GenericArgs, out: Obligation[]): FnSig {
  const sig = fcx.infcx.instantiateSig(substituteSig(fnSig(fcx.db, def), args));
  return normalizeSig(fcx.infcx, sig, out);
}

/** What must hold of the arguments for the item to be used. */
export function instantiatePredicates(fcx: FnCtxt, def: DefId, args: GenericArgs, out: Obligation[]): void {
  for (const o of fcx.infcx.instantiateBounds(predicatesOf(fcx.db, def), args)) {
    out.push({ predicate: normalizePredicate(fcx.infcx, o.predicate, out), depth: o.depth });
  }
}

export function registerPredicatesOf(fcx: FnCtxt, def: DefId, args: GenericArgs): void {
  const out: Obligation[] = [];
  instantiatePredicates(fcx, def, args, out);
  registerObligations(fcx, out);
}

export function writeMethodCall(
  fcx: FnCtxt,
  expr: ExprId,
  method: { readonly def: DefId; readonly args: GenericArgs },
): void {
  fcx.methods.set(expr, { def: method.def, args: method.args });
}
