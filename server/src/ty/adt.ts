/** Properties of types that decide which code is made: copies, drops, sizes. */
import type { DefId } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import type { ParamEnv } from './obligation.ts';
import type { FnSig, GenericArgs, Ty } from './types.ts';

/** Fields of each variant of an ADT (one for structs and unions). */
export interface VariantDef {
  /** The struct or union itself, or the variant. */
  readonly def: DefId;
  readonly name: string;
  readonly fieldsKind: 'Named' | 'Tuple' | 'Unit';
  readonly fields: readonly { readonly name: string; readonly ty: Ty }[];
}
export declare function adtVariants(db: Database, adt: DefId): readonly VariantDef[];
export declare function isCopy(db: Database, ty: Ty, env: ParamEnv): boolean;
export declare function isSized(db: Database, ty: Ty, env: ParamEnv): boolean;
/** No interior mutability. */
export declare function isFreeze(db: Database, ty: Ty, env: ParamEnv): boolean;
/** rustc's `needs_drop`: whether dropping may run code. True for a type parameter. */
export declare function needsDrop(db: Database, ty: Ty, env: ParamEnv): boolean;
/** The `Drop::drop` of a struct, enum or union. */
export declare function adtDestructor(db: Database, adt: DefId): DefId | undefined;
/** The last field of the last field of … a struct; of a tuple its last element. Fields are normalized if `env` is given. */
export declare function structTail(db: Database, ty: Ty): Ty;
/** The signature of something callable: `FnDef`, `FnPtr` or a closure (inputs as written). */
export declare function fnSigOfTy(db: Database, ty: Ty): FnSig | undefined;
export declare function isManuallyDrop(db: Database, adt: DefId): boolean;
export declare function isBox(db: Database, adt: DefId): boolean;
export declare function isPhantomData(db: Database, adt: DefId): boolean;
/** Types of a closure's or coroutine's upvars. */
export declare function upvarTys(db: Database, closure: DefId, args: GenericArgs): readonly Ty[];
