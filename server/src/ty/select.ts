/** Which impl, bound or rule of the language proves a trait predicate. After rustc's `SelectionContext`. */
import type { DefId } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import type { InferCtxt } from './inferCtxt.ts';
import type { Evaluation, ImplSource, Selection } from './obligation.ts';
import type { GenericArgs, Predicate, TraitRef, Ty } from './types.ts';

/** Picks the one candidate and unifies with it; `nested` is what remains to prove. */
export declare function select(infcx: InferCtxt, trait: TraitRef, depth: number): Selection;
/** Whether a predicate holds, nested obligations included. Binds nothing. */
export declare function evaluate(infcx: InferCtxt, predicate: Predicate, depth?: number): Evaluation;
/** `evaluate(…) !== 'No'`. */
export declare function predicateMayHold(infcx: InferCtxt, predicate: Predicate): boolean;
export declare function predicateMustHold(infcx: InferCtxt, predicate: Predicate): boolean;
/** For a trait reference without parameters and variables: what implements it, nested obligations proven. */
export declare function codegenSelect(db: Database, trait: TraitRef): ImplSource | undefined;
/** The definition that a trait's item stands for: the impl's own, a more general impl's (specialization) or the default. */
export declare function resolveAssocItem(
  db: Database,
  traitItem: DefId,
  args: GenericArgs,
  source: ImplSource & { readonly kind: 'Impl' },
): { readonly def: DefId; readonly args: GenericArgs } | undefined;
/** Impls of the trait in every crate of the graph. */
export declare function implsOfTrait(db: Database, trait: DefId): readonly DefId[];
/** Inherent impls that may apply to a self type (by its outermost constructor). */
export declare function inherentImplsFor(db: Database, self: Ty): readonly DefId[];
/** All supertraits of a trait, itself first, as trait references over its own parameters. */
export declare function supertraits(db: Database, trait: TraitRef): readonly TraitRef[];
export declare function isDynCompatible(db: Database, trait: DefId): boolean;
