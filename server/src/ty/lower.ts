/** Types as written → types. */
import type { DefId } from '../hir/defs.ts';
import type { Resolver } from '../hir/resolver.ts';
import type { ConstRef, GenericArgsRef, Path, TypeBound, TypeRef } from '../hir/typeRef.ts';
import type { Database } from '../query/database.ts';
import type { Const, GenericArg, GenericArgs, Predicate, TraitRef, Ty } from './types.ts';

/** What lowering needs to know of the place where a type is written. */
export interface LowerCtxt {
  readonly db: Database;
  /** The item whose parameters are in scope, and to which anonymous constants belong. */
  readonly owner: DefId;
  readonly resolver: Resolver;
  /** What `_` is; unknown in signatures, a variable in bodies. */
  inferTy(): Ty;
  inferConst(): Const;
  /** What an `impl Trait` is here. */
  implTrait(ref: TypeRef & { readonly kind: 'ImplTrait' }): Ty;
  /** Called for associated types met on the way, so that bodies can normalize; identity in signatures. */
  normalize(ty: Ty): Ty;
}

/** For types in a body: `_` is a fresh variable. `scope` comes from `Body.exprScopes`. */
export declare function bodyLowerCtxt(
  db: Database,
  owner: DefId,
  resolver: Resolver,
  hooks: Pick<LowerCtxt, 'inferTy' | 'inferConst' | 'normalize'>,
): LowerCtxt;
export declare function lowerTy(ctx: LowerCtxt, ref: TypeRef): Ty;
export declare function lowerConst(ctx: LowerCtxt, value: ConstRef, expected: Ty): Const;
export declare function lowerBounds(ctx: LowerCtxt, self: Ty, bounds: readonly TypeBound[]): Predicate[];
/** `Trait<Args>` with its `Self`; bindings (`Item = u32`) become predicates. */
export declare function lowerTraitRef(
  ctx: LowerCtxt,
  path: Path,
  self: Ty,
): { readonly trait: TraitRef; readonly bindings: readonly Predicate[] } | undefined;
/**
 * Arguments for `def` from those written on one path segment. `prefix` holds what is known already (the parent's
 * arguments, or a trait's `Self`). In types, missing ones are the defaults; `inferMissing` makes them variables.
 */
export declare function lowerGenericArgs(
  ctx: LowerCtxt,
  def: DefId,
  written: GenericArgsRef | undefined,
  prefix: readonly GenericArg[],
  inferMissing: boolean,
): GenericArgs;
/**
 * `T::Name`: the associated type found through the bounds in scope (`Self::Name` in impls: through the trait that is
 * implemented), as a projection.
 */
export declare function lowerAssocTyShorthand(
  ctx: LowerCtxt,
  self: Ty,
  name: string,
  args: GenericArgsRef | undefined,
): Ty | undefined;
