/** The types of items: what `typeOf` and `fnSig` say of a declaration, over its own parameters. */
import type { DefId } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import type { FnSig, TraitRef, Ty } from './types.ts';

/**
 * The type of an item used as a type or value: the ADT, the aliased type, the type of a const or static, the `FnDef`
 * of a function or constructor. An associated type without a value has none: unknown.
 */
export declare function typeOf(db: Database, def: DefId): Ty;
/** Of a function or a constructor (tuple struct or variant). Late-bound lifetimes are bound by the signature. Not normalized. */
export declare function fnSig(db: Database, def: DefId): FnSig;
/** Types of the fields of a struct, union or variant, in order. Not normalized. */
export declare function fieldTys(db: Database, def: DefId): readonly Ty[];
export declare function implTraitRef(db: Database, impl: DefId): TraitRef | undefined;
export declare function implSelfTy(db: Database, impl: DefId): Ty;
