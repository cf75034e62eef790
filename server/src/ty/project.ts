/** What an associated type is. After rustc's `trait_selection::traits::{project, normalize, query::normalize}`. */
import type { DefId } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import type { InferCtxt } from './inferCtxt.ts';
import type { Obligation } from './obligation.ts';
import type { Const, FnSig, GenericArgs, Predicate, Ty } from './types.ts';

/** The type with every associated type replaced: by what it is, or by a variable and an obligation (pushed to `out`) that will tell. */
export declare function normalize(infcx: InferCtxt, ty: Ty, out: Obligation[], depth?: number): Ty;
export declare function normalizeSig(infcx: InferCtxt, sig: FnSig, out: Obligation[], depth?: number): FnSig;
export declare function normalizeArgs(
  infcx: InferCtxt,
  args: GenericArgs,
  out: Obligation[],
  depth?: number,
): GenericArgs;
export declare function normalizePredicate(
  infcx: InferCtxt,
  predicate: Predicate,
  out: Obligation[],
  depth?: number,
): Predicate;
/** `<Self as Trait>::assoc`, normalized. */
export declare function projectionTy(
  infcx: InferCtxt,
  assoc: DefId,
  args: GenericArgs,
  out: Obligation[],
  depth?: number,
): Ty;
/** For monomorphic types: associated and opaque types replaced, constants evaluated, regions erased. */
export declare function normalizeErasing(db: Database, ty: Ty): Ty;
export declare function normalizeErasingArgs(db: Database, args: GenericArgs): GenericArgs;
export declare function normalizeErasingConst(db: Database, value: Const): Const;
