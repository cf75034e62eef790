/** Bounds and trait references as written → predicates; trait object types, which are made of bounds. */
import { item } from '../hir/defMap/defSource.ts';
import { type DefId, defKind, defParent } from '../hir/defs.ts';
import type { GenericArgsRef, Path, TypeBound } from '../hir/typeRef.ts';
import type { Database } from '../query/database.ts';
import { findInSupertraits, traitAssoc } from './assocTypes.ts';
import { outputElision } from './elision.ts';
import { anonymizeObject, substituteArgs } from './fold.ts';
import { genericsOf, paramCount } from './generics.ts';
import { isConst, mkArgs, mkDynamic, mkProjection, unknownTy } from './intern.ts';
import { lowerTy } from './lower.ts';
import { lowerGenericArgs } from './lowerArgs.ts';
import {
  type LowerCtxt,
  objectRegion,
  type RegionScope,
  resolveTrait,
  withObjectDefault,
  withRegions,
} from './lowerCtxt.ts';
import { requiresStatic, superPredicates } from './predicates.ts';
import type { ExistentialProjection, Predicate, Region, TraitRef, Ty } from './types.ts';

/**
 * `Trait<Args>` with its `Self`; bindings (`Item = u32`, `Item: Display`) become predicates, unless told to leave
 * them out.
 */
export function lowerTraitRef(
  ctx: LowerCtxt,
  path: Path,
  self: Ty,
  options: { readonly bindings?: boolean } = {},
): { readonly trait: TraitRef; readonly bindings: readonly Predicate[] } | undefined {
  const def = resolveTrait(ctx, path);
  if (def === undefined) return undefined;
  const written = path.segments[path.segments.length - 1]?.args;
  if (!written?.parenthesized)
    return lowerResolvedTraitRef(ctx, def, written, self, options.bindings ?? true);
  // `Fn(A) -> B` binds the lifetimes left out in it; in a trait object's principal that is the object's own binder.
  const own = ctx.regions?.elision === undefined ? ctx.regions : undefined;
  const inBinder = (scope: RegionScope) => {
    scope.elision = own ? 'fresh' : 'erased';
    const args = lowerGenericArgs(ctx, def, written, [self], false);
    const trait: TraitRef = { def, args };
    if (own) scope.elision = outputElision([args.list[1] as Ty].filter(Boolean), false);
    const bindings = options.bindings === false ? [] : lowerBindings(ctx, trait, written);
    if (own) scope.elision = undefined;
    return { trait, bindings };
  };
  return own ? inBinder(own) : withRegions(ctx, { kind: 'erased', names: [], elision: 'erased' }, inBinder);
}

function lowerResolvedTraitRef(
  ctx: LowerCtxt,
  def: DefId,
  written: GenericArgsRef | undefined,
  self: Ty,
  withBindings: boolean,
): { readonly trait: TraitRef; readonly bindings: readonly Predicate[] } {
  const trait: TraitRef = { def, args: lowerGenericArgs(ctx, def, written, [self], false) };
  return { trait, bindings: withBindings && written ? lowerBindings(ctx, trait, written) : [] };
}

function lowerBindings(ctx: LowerCtxt, trait: TraitRef, written: GenericArgsRef): Predicate[] {
  const { db } = ctx;
  const out: Predicate[] = [];
  for (const binding of written.bindings) {
    const asType = findInSupertraits(db, trait, binding.name, 'TyAlias');
    const assoc = asType && traitAssoc(db, asType.def, binding.name, 'TyAlias');
    if (asType && assoc !== undefined) {
      const args = lowerGenericArgs(ctx, assoc, binding.args, asType.args.list, false);
      if (binding.ty) out.push({ kind: 'Projection', def: assoc, args, term: lowerTy(ctx, binding.ty) });
      out.push(...lowerBounds(ctx, mkProjection(assoc, args), binding.bounds));
    }
    // `N = 3` for an associated const: unstable, and without meaning for types.
  }
  return out;
}

/** Predicates that say that `self` has these bounds. `?Sized` and lifetimes say nothing here. */
export function lowerBounds(ctx: LowerCtxt, self: Ty, bounds: readonly TypeBound[]): Predicate[] {
  const out: Predicate[] = [];
  for (const bound of bounds) {
    if (bound.kind !== 'Trait' || bound.modifier === 'maybe') continue;
    withRegions(ctx, { kind: 'erased', names: [...bound.lifetimes], elision: 'erased' }, () => {
      const lowered = lowerTraitRef(ctx, bound.path, self);
      if (!lowered) return;
      if (defKind(lowered.trait.def) === 'TraitAlias') {
        for (const p of superPredicates(ctx.db, lowered.trait.def)) {
          if (p.kind === 'Trait') {
            const args = substituteArgs(p.trait.args, lowered.trait.args);
            out.push({ kind: 'Trait', trait: { def: p.trait.def, args } });
          }
        }
      } else out.push({ kind: 'Trait', trait: lowered.trait });
      out.push(...lowered.bindings);
    });
  }
  return out;
}

/** Whether `?Sized` (or a bound weaker than `Sized`) is among the bounds. */
export function hasMaybeSized(bounds: readonly TypeBound[]): boolean {
  return bounds.some((b) => b.kind === 'Trait' && b.modifier === 'maybe');
}

export function lowerDyn(ctx: LowerCtxt, bounds: readonly TypeBound[]): Ty {
  const { db } = ctx;
  const isStatic = bounds.every((b) => b.kind !== 'Lifetime') && bounds.some((b) => isStaticBound(ctx, b));
  const region = isStatic
    ? withObjectDefault(ctx, undefined, () => objectRegion(ctx, []))
    : objectRegion(ctx, bounds);
  return withObjectDefault(ctx, undefined, () => lowerDynWith(ctx, db, bounds, region));
}

function isStaticBound(ctx: LowerCtxt, bound: TypeBound): boolean {
  // Elsewhere the region is erased anyway.
  if (bound.kind !== 'Trait' || ctx.objectDefault === undefined) return false;
  const trait = resolveTrait(ctx, bound.path);
  return trait !== undefined && requiresStatic(ctx.db, trait);
}

function lowerDynWith(ctx: LowerCtxt, db: Database, bounds: readonly TypeBound[], region: Region): Ty {
  const first = bounds.find((b) => b.kind === 'Trait' && b.lifetimes.length > 0);
  const lifetimes = first?.kind === 'Trait' ? first.lifetimes : [];
  return withRegions(ctx, { kind: 'bound', names: [...lifetimes], elision: undefined }, (scope) => {
    let principal: TraitRef | undefined;
    let bindings: readonly Predicate[] = [];
    const autos: DefId[] = [];
    for (const bound of bounds) {
      if (bound.kind !== 'Trait' || bound.modifier === 'maybe') continue;
      // `Self` is the object type itself, which cannot occur in its own arguments.
      const lowered = lowerTraitRef(ctx, bound.path, unknownTy);
      if (!lowered) return unknownTy;
      const it = item(db, lowered.trait.def);
      if (it?.kind === 'Trait' && it.isAuto) autos.push(lowered.trait.def);
      else if (principal === undefined) {
        principal = lowered.trait;
        bindings = lowered.bindings;
      } else return unknownTy;
    }
    if (principal === undefined && autos.length === 0) return unknownTy;
    const projections: ExistentialProjection[] = [];
    for (const b of bindings) {
      if (b.kind !== 'Projection' || isConst(b.term)) continue;
      const traitCount = paramCount(genericsOf(db, defParent(b.def)!));
      projections.push({ def: b.def, args: mkArgs(b.args.list.slice(1, traitCount)), ty: b.term });
    }
    const existential = principal && { def: principal.def, args: mkArgs(principal.args.list.slice(1)) };
    if (existential === undefined || scope.names.length === 0)
      return mkDynamic(existential, autos, projections, [], region);
    const [trait, types, count] = anonymizeObject(existential, projections);
    return mkDynamic(trait, autos, types, Array<string>(count).fill("'_"), region);
  });
}
