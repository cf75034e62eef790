/**
 * Associated items by name: `T::Item`, `Self::Output`, `<T as Trait>::Item`. Which trait is meant is found in the
 * bounds as they are written, before any is lowered, since `T::Item` may stand in the very bounds that say what it
 * is. After rustc's `type_param_predicates` and `probe_single_ty_param_bound_for_assoc_ty`.
 */
import { assocItems } from '../hir/defMap/assocItems.ts';
import { item } from '../hir/defMap/defSource.ts';
import { type DefId, defKind, defParent } from '../hir/defs.ts';
import type { GenericArgsRef, PathSegment, TypeBound, TypeRef } from '../hir/typeRef.ts';
import type { Database } from '../query/database.ts';
import { substituteArgs } from './fold.ts';
import { genericsInfo, genericsOf, paramAsArg, writtenGenerics } from './generics.ts';
import { mkArgs, mkProjection, unknownTy } from './intern.ts';
import { lowerGenericArgs } from './lowerArgs.ts';
import { lowerTraitRef } from './lowerBounds.ts';
import { itemOwner, type LowerCtxt, resolveTrait } from './lowerCtxt.ts';
import { superPredicates, superTraitDefs } from './predicates.ts';
import { implTraitRef } from './signatures.ts';
import type { TraitRef, Ty } from './types.ts';

/** Associated types after a type: `T::Item`, `T::Item::Owned`. */
export function lowerRemaining(ctx: LowerCtxt, base: Ty, rest: readonly PathSegment[]): Ty {
  let ty = base;
  for (const segment of rest) {
    ty = lowerAssocTyShorthand(ctx, ty, segment.name, segment.args) ?? unknownTy;
    if (ty.kind === 'Unknown') return ty;
  }
  return ty;
}

/** What follows `Self` in an impl: the first name is one of the trait that is implemented, whatever bounds `Self` has. */
export function lowerAfterImplSelf(ctx: LowerCtxt, self: Ty, rest: readonly PathSegment[]): Ty {
  const first = rest[0];
  const found = first && implementedTraitWith(ctx, first.name, 'TyAlias');
  const ty = found && projectionFor(ctx, found, first.name, first.args);
  return ty ? lowerRemaining(ctx, ty, rest.slice(1)) : lowerRemaining(ctx, self, rest);
}

/**
 * `T::Name`: the associated type found through the bounds in scope (`Self::Name` in impls: through the trait that is
 * implemented), as a projection.
 */
export function lowerAssocTyShorthand(
  ctx: LowerCtxt,
  self: Ty,
  name: string,
  args: GenericArgsRef | undefined,
): Ty | undefined {
  const found = assocTraitForShorthand(ctx, self, name, 'TyAlias');
  return found && projectionFor(ctx, found, name, args);
}

/** The trait reference through which `Self::name` is meant for that self type. */
export function assocTraitForShorthand(
  ctx: LowerCtxt,
  self: Ty,
  name: string,
  kind: 'TyAlias' | 'Const',
): TraitRef | undefined {
  const { db } = ctx;
  if (self.kind === 'Param') {
    for (const bound of boundsOfParam(ctx, self)) {
      if (!traitHasAssoc(db, bound.trait, name, kind)) continue;
      const lowered = bound.lower();
      const found = lowered && findInSupertraits(db, lowered, name, kind);
      if (found) return found;
    }
  }
  return implementedTraitWith(ctx, name, kind);
}

/** In an impl of a trait, the one among it and its supertraits that has the item. */
function implementedTraitWith(ctx: LowerCtxt, name: string, kind: 'TyAlias' | 'Const'): TraitRef | undefined {
  const { db } = ctx;
  for (let at: DefId | undefined = ctx.owner; at !== undefined; at = defParent(at)) {
    if (defKind(at) !== 'Impl') continue;
    const it = item(db, at);
    if (it?.kind !== 'Impl' || !it.traitPath) break;
    const trait = resolveTrait(ctx, it.traitPath);
    if (trait === undefined || !traitHasAssoc(db, trait, name, kind)) break;
    const implemented = implTraitRef(db, at);
    return implemented && findInSupertraits(db, implemented, name, kind);
  }
  return undefined;
}

interface ParamBound {
  readonly trait: DefId;
  lower(): TraitRef | undefined;
}

/**
 * The bounds written on a parameter, here and on the enclosing items, without lowering them: `T::Item` may stand in
 * the very bounds that say what it is.
 */
function* boundsOfParam(ctx: LowerCtxt, param: Ty & { readonly kind: 'Param' }): Generator<ParamBound> {
  const { db } = ctx;
  let at: DefId | undefined = itemOwner(ctx.owner);
  while (at !== undefined) {
    const it = item(db, at);
    const info = genericsInfo(db, at);
    if (it) {
      const kind = defKind(at);
      if ((kind === 'Trait' || kind === 'TraitAlias') && param.index === 0) {
        const trait = at;
        yield { trait, lower: () => selfTraitRef(db, trait) };
        if (it.kind === 'Trait') yield* traitBounds(ctx, it.supertraits, param);
      }
      const generics = writtenGenerics(it);
      if (generics) {
        for (let i = 0; i < generics.params.length; i++) {
          const p = generics.params[i]!;
          if (p.kind === 'Type' && info.indexOf[i] === param.index) yield* traitBounds(ctx, p.bounds, param);
        }
        for (const w of generics.wherePredicates) {
          if (w.kind === 'Bound' && isParamName(w.ty, param.name)) yield* traitBounds(ctx, w.bounds, param);
        }
      }
    }
    at = info.generics.parent;
  }
}

function* traitBounds(ctx: LowerCtxt, bounds: readonly TypeBound[], self: Ty): Generator<ParamBound> {
  for (const bound of bounds) {
    if (bound.kind !== 'Trait' || bound.modifier === 'maybe') continue;
    const trait = resolveTrait(ctx, bound.path);
    if (trait !== undefined) {
      yield { trait, lower: () => lowerTraitRef(ctx, bound.path, self, { bindings: false })?.trait };
    }
  }
}

function isParamName(ty: TypeRef, name: string): boolean {
  if (ty.kind !== 'Path') return false;
  const { path } = ty;
  return (
    path.kind === 'Plain' && !path.qself && path.segments.length === 1 && path.segments[0]!.name === name
  );
}

/** `Self: Trait<Params…>` inside the trait. */
export function selfTraitRef(db: Database, trait: DefId): TraitRef {
  return { def: trait, args: mkArgs(genericsOf(db, trait).params.map(paramAsArg)) };
}

/** The associated item that the trait itself declares. */
export function traitAssoc(
  db: Database,
  trait: DefId,
  name: string,
  kind: 'TyAlias' | 'Const' | 'Fn',
): DefId | undefined {
  for (const i of assocItems(db, trait)) if (i.name === name && i.kind === kind) return i.def;
  return undefined;
}

/** Whether the trait or one of its supertraits declares it, told from names alone. */
function traitHasAssoc(
  db: Database,
  trait: DefId,
  name: string,
  kind: 'TyAlias' | 'Const',
  seen = new Set<DefId>(),
): boolean {
  if (seen.has(trait)) return false;
  seen.add(trait);
  if (traitAssoc(db, trait, name, kind) !== undefined) return true;
  return superTraitDefs(db, trait).some((s) => traitHasAssoc(db, s, name, kind, seen));
}

/** Follows supertraits with their arguments to the one that declares the item. */
export function findInSupertraits(
  db: Database,
  trait: TraitRef,
  name: string,
  kind: 'TyAlias' | 'Const',
): TraitRef | undefined {
  const seen = new Set<number>();
  const queue: TraitRef[] = [trait];
  for (let at = queue.shift(); at; at = queue.shift()) {
    if (traitAssoc(db, at.def, name, kind) !== undefined) return at;
    if (seen.has(at.def) && seen.size > 64) return undefined;
    seen.add(at.def);
    if (!superTraitDefs(db, at.def).some((s) => traitHasAssoc(db, s, name, kind))) continue;
    for (const p of superPredicates(db, at.def)) {
      if (p.kind !== 'Trait' || seen.has(p.trait.def)) continue;
      queue.push({ def: p.trait.def, args: substituteArgs(p.trait.args, at.args) });
    }
  }
  return undefined;
}

/** `<Self as Trait>::name<args>`, where a supertrait may be the one to declare it. */
export function projectionFor(
  ctx: LowerCtxt,
  trait: TraitRef,
  name: string,
  args: GenericArgsRef | undefined,
): Ty | undefined {
  const declaring = findInSupertraits(ctx.db, trait, name, 'TyAlias');
  const assoc = declaring && traitAssoc(ctx.db, declaring.def, name, 'TyAlias');
  if (!declaring || assoc === undefined) return undefined;
  return ctx.normalize(mkProjection(assoc, lowerGenericArgs(ctx, assoc, args, declaring.args.list, false)));
}
