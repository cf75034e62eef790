/** What an item's declaration lets its body assume, and what its users must prove. */
import type { DefId } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import type { ParamEnv } from './obligation.ts';
import type { Predicate } from './types.ts';

/** Where clauses and bounds, the parents' first; implied `Sized`; in a trait and its items also `Self: Trait`. */
export declare function predicatesOf(db: Database, def: DefId): readonly Predicate[];
/** `Self: Super` for each supertrait as written, with their associated type bindings. */
export declare function superPredicates(db: Database, trait: DefId): readonly Predicate[];
/** What is known of `Self = <the alias>` for an associated type or opaque type, over its identity arguments. */
export declare function itemBounds(db: Database, def: DefId): readonly Predicate[];
/** The elaborated, normalized assumptions in the body of `def` (of a closure: its owner's). */
export declare function paramEnv(db: Database, def: DefId): ParamEnv;
/** No assumptions: the environment of monomorphic code. */
export declare const emptyParamEnv: ParamEnv;
