/**
 * The vocabulary of trait solving: what has to be proven, under which assumptions, and what proves it.
 * After rustc's `rustc_infer::traits` and `rustc_middle::traits::ImplSource`.
 */
import type { DefId } from '../hir/defs.ts';
import type { Const, FnSig, GenericArgs, Predicate, TraitRef, Ty } from './types.ts';

/** Something that must hold. `depth` counts the obligations it was derived from. */
export interface Obligation {
  readonly predicate: Predicate;
  readonly depth: number;
}

/** How deep a proof may go: rustc's default `recursion_limit`. */
export const recursionLimit = 128;

/**
 * What a body may assume: its where clauses, with supertraits and the bounds of the associated types they name.
 * Interned, so that `id` keys memo tables.
 */
export interface ParamEnv {
  readonly id: number;
  readonly predicates: readonly Predicate[];
  /** Positive trait predicates by trait. */
  readonly traits: ReadonlyMap<DefId, readonly TraitRef[]>;
  /** Projection predicates by associated type. */
  readonly projections: ReadonlyMap<DefId, readonly ProjectionPredicate[]>;
}

export type ProjectionPredicate = Predicate & { readonly kind: 'Projection' };

/** What proves a trait predicate. `nested` still has to hold. */
export type ImplSource =
  | { readonly kind: 'Impl'; readonly def: DefId; readonly args: GenericArgs }
  /** A where clause, or a bound of an associated or opaque type. */
  | { readonly kind: 'Param'; readonly trait: TraitRef }
  /** A method of `dyn Trait`; `trait` is the supertrait as the object type gives it. */
  | { readonly kind: 'Object'; readonly trait: TraitRef }
  /** A closure as `Fn`, `FnMut` or `FnOnce`. */
  | { readonly kind: 'Closure'; readonly def: DefId; readonly args: GenericArgs }
  /** A fn item, a fn pointer or a constructor as `Fn*`. */
  | { readonly kind: 'FnPointer'; readonly ty: Ty }
  /** An async body as `Future` (or another trait that coroutines have). */
  | { readonly kind: 'Coroutine'; readonly def: DefId; readonly args: GenericArgs }
  /** `dyn Sub` to `dyn Super`. */
  | { readonly kind: 'TraitUpcasting'; readonly target: TraitRef }
  /** Everything that the compiler knows by itself: `Sized`, `Clone` of tuples, auto traits, `Unsize`, … */
  | { readonly kind: 'Builtin' };

export type Selection =
  | { readonly kind: 'Selected'; readonly source: ImplSource; readonly nested: readonly Obligation[] }
  | { readonly kind: 'Ambiguous' }
  | { readonly kind: 'Error' };

/** Does it hold? `Maybe`: it depends on inference variables or on something unknown. */
export type Evaluation = 'Yes' | 'Maybe' | 'No';

export type ClosureKindName = 'Fn' | 'FnMut' | 'FnOnce';

/**
 * What the inference of a body knows of its own closures, whose `closureInfo` does not exist yet.
 * Undefined answers mean "not known yet".
 */
export interface LocalClosures {
  /** The closures of this body, and no others, are asked about. */
  has(def: DefId): boolean;
  kind(def: DefId): ClosureKindName | undefined;
  /** Inputs as written (not tupled). */
  sig(def: DefId): FnSig | undefined;
  /** Types of the captured upvars, once they are known. */
  upvarTys(def: DefId): readonly Ty[] | undefined;
  /** What an async block or body returns: `Future::Output`. */
  coroutineReturn(def: DefId): Ty | undefined;
}

export type Term = Ty | Const;
