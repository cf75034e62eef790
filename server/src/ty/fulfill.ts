/**
 * The obligations that the inference of a body has still to prove. After rustc's `FulfillmentContext`.
 *
 * Each is tried again only after one of the variables it waits for was bound. Proving one may bind variables and
 * may leave obligations of its own.
 */
import type { InferCtxt } from './inferCtxt.ts';
import type { Obligation } from './obligation.ts';
import type { Ty } from './types.ts';

export interface FulfillmentCtxt {
  register(obligation: Obligation): void;
  registerAll(obligations: readonly Obligation[]): void;
  /** Proves what can be proven. Returns the obligations found false (each reported once). */
  selectWherePossible(): readonly Obligation[];
  /** Obligations still open whose self type is that (unresolved) variable, supertraits' bounds included. */
  pendingObligationsFor(variable: Ty): readonly Obligation[];
  /** All that is open. */
  pending(): readonly Obligation[];
}

export declare function createFulfillmentCtxt(infcx: InferCtxt): FulfillmentCtxt;
