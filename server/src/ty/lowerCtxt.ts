/**
 * Where a type is written: what names, `_`, `impl Trait` and lifetimes mean there. In signatures `_` is an error and
 * an `impl Trait` is a parameter, an opaque type or an error by its place; in bodies `_` is an inference variable.
 *
 * Regions: only those bound inside a type (by a `fn` pointer, a trait object) or by the signature at hand get a
 * name-less `Bound` region; all others are erased. After rustc's `resolve_bound_vars`.
 */
import { type DefId, defData, defKind } from '../hir/defs.ts';
import { type Resolver, resolvePath } from '../hir/resolver.ts';
import type { Path, TypeBound, TypeRef } from '../hir/typeRef.ts';
import type { Database } from '../query/database.ts';
import { isAnonymous } from './generics.ts';
import {
  constUnknown,
  erasedRegion,
  mkBoundRegion,
  mkNamedRegion,
  staticRegion,
  unknownTy,
} from './intern.ts';
import type { Const, Region, Ty } from './types.ts';

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
  /** Called for associated types and expanded aliases, so that bodies can normalize; identity in signatures. */
  normalize(ty: Ty): Ty;
  /** `'static` and the names of lifetime parameters are kept: for types that are only printed. */
  readonly asDeclared?: boolean;
  /** The binders around the type at hand, innermost first. */
  regions: RegionScope | undefined;
  /** The lifetime of a trait object here that writes none, and how many binders there were around it. */
  objectDefault?: { readonly region: Region; readonly binders: number } | undefined;
  /** Types nested so deep are not written by people: what is deeper is unknown. */
  depth: number;
}

export interface RegionScope {
  /**
   * `erased`: bound by a where clause's `for<…>`; those have no meaning here. `given`: the lifetime parameters of an
   * alias that is being expanded, which are `regions`.
   */
  readonly kind: 'bound' | 'erased' | 'given';
  readonly names: string[];
  readonly regions?: readonly Region[];
  /** What an elided lifetime is: a new one, the `n`-th bound here, erased, or (undefined) as further out. */
  elision: 'fresh' | 'erased' | number | undefined;
  readonly parent: RegionScope | undefined;
}

/** For types in a body: `_` is a fresh variable. The resolver is that of the block they stand in. */
export function bodyLowerCtxt(
  db: Database,
  owner: DefId,
  resolver: Resolver,
  hooks: Pick<LowerCtxt, 'inferTy' | 'inferConst' | 'normalize'>,
): LowerCtxt {
  return {
    db,
    owner,
    resolver,
    inferTy: hooks.inferTy,
    inferConst: hooks.inferConst,
    implTrait: () => unknownTy,
    normalize: hooks.normalize,
    regions: undefined,
    depth: 0,
  };
}

/** For the types of an item's declaration. */
export function itemLowerCtxt(
  db: Database,
  owner: DefId,
  resolver: Resolver,
  implTrait: LowerCtxt['implTrait'] = () => unknownTy,
): LowerCtxt {
  return {
    db,
    owner,
    resolver,
    inferTy: () => unknownTy,
    inferConst: () => constUnknown,
    implTrait,
    normalize: (ty) => ty,
    asDeclared: false,
    regions: undefined,
    objectDefault: undefined,
    depth: 0,
  };
}

/** Runs `lower` under one more binder. */
export function withRegions<T>(
  ctx: LowerCtxt,
  scope: Omit<RegionScope, 'parent'>,
  lower: (scope: RegionScope) => T,
): T {
  const outer = ctx.regions;
  const inner: RegionScope = { parent: outer, ...scope };
  ctx.regions = inner;
  try {
    return lower(inner);
  } finally {
    ctx.regions = outer;
  }
}

export function lowerRegion(ctx: LowerCtxt, name: string | undefined): Region {
  const named = name !== undefined && !isAnonymous(name);
  if (name === "'static") return ctx.asDeclared ? staticRegion : erasedRegion;
  let debruijn = 0;
  for (let scope = ctx.regions; scope; scope = scope.parent) {
    if (named) {
      const index = scope.names.indexOf(name);
      const given = scope.regions?.[index];
      if (given)
        return given.kind === 'Bound' ? mkBoundRegion(given.debruijn + debruijn, given.index) : given;
      if (index >= 0) return scope.kind === 'erased' ? erasedRegion : mkBoundRegion(debruijn, index);
    } else if (scope.elision !== undefined) {
      if (scope.elision === 'erased' || scope.kind === 'erased') return erasedRegion;
      if (scope.elision !== 'fresh') return mkBoundRegion(debruijn, scope.elision);
      scope.names.push("'_");
      return mkBoundRegion(debruijn, scope.names.length - 1);
    }
    if (scope.kind === 'bound') debruijn++;
  }
  return named && ctx.asDeclared ? mkNamedRegion(name) : erasedRegion;
}

function binderCount(ctx: LowerCtxt): number {
  let count = 0;
  for (let scope = ctx.regions; scope; scope = scope.parent) if (scope.kind === 'bound') count++;
  return count;
}

/** Lowers a type in which trait objects have that lifetime if they write none. */
export function withObjectDefault<T>(ctx: LowerCtxt, region: Region | undefined, lower: () => T): T {
  const outer = ctx.objectDefault;
  ctx.objectDefault = region && { region, binders: binderCount(ctx) };
  try {
    return lower();
  } finally {
    ctx.objectDefault = outer;
  }
}

export function objectRegion(ctx: LowerCtxt, bounds: readonly TypeBound[]): Region {
  const written = bounds.find((b) => b.kind === 'Lifetime');
  if (written?.kind === 'Lifetime') return lowerRegion(ctx, written.name);
  const found = ctx.objectDefault;
  if (!found) return ctx.asDeclared ? staticRegion : erasedRegion;
  const { region, binders } = found;
  return region.kind === 'Bound'
    ? mkBoundRegion(region.debruijn + binderCount(ctx) - binders, region.index)
    : region;
}

/** The item whose generics a closure, constant or opaque type shares. */
export function itemOwner(def: DefId): DefId {
  let at = def;
  for (;;) {
    const { kind, parent } = defData(at);
    const shares =
      kind === 'Closure' ||
      kind === 'AnonConst' ||
      kind === 'InlineConst' ||
      kind === 'OpaqueTy' ||
      kind === 'Variant';
    if (!shares || parent === undefined) return at;
    at = parent;
  }
}

/** What the name of a type leads to, and how many segments it took. */
export function resolveTypePath(ctx: LowerCtxt, path: Path): ReturnType<typeof resolvePath> {
  return resolvePath(ctx.db, ctx.resolver, path, 'type');
}

export function resolveTrait(ctx: LowerCtxt, path: Path): DefId | undefined {
  const { res, consumed } = resolveTypePath(ctx, path);
  if (res.kind !== 'Def' || consumed < path.segments.length) return undefined;
  const kind = defKind(res.def);
  return kind === 'Trait' || kind === 'TraitAlias' ? res.def : undefined;
}
