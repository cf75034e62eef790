/**
 * Paths of values and of struct literals and patterns.
 *
 * Name resolution takes a path as far as names go; what is left over names an associated item of the type found so
 * far. Generic arguments that are not written are variables (in expressions even those with a default), and what the
 * item demands of them is registered. After `rustc_hir_typeck::fn_ctxt::instantiate_value_path` and
 * `method::resolve_fully_qualified_call`.
 */
import type { ExprId, PathRef } from '../../hir/body/body.ts';
import { type DefId, defCrate, defKind, defParent } from '../../hir/defs.ts';
import type { HirFileId } from '../../hir/hirFile.ts';
import { crateData } from '../../hir/inputs.ts';
import { resolvePath } from '../../hir/resolver.ts';
import type { Path, PathSegment } from '../../hir/typeRef.ts';
import { adtVariants, type VariantDef } from '../adt.ts';
import { substitute } from '../fold.ts';
import { genericsInfo } from '../generics.ts';
import type { ValueDef } from '../inferenceResult.ts';
import { emptyArgs, mkAdt, mkFnDef, unknownTy } from '../intern.ts';
import { lowerTy } from '../lower.ts';
import { lowerGenericArgs } from '../lowerArgs.ts';
import { lowerTraitRef } from '../lowerBounds.ts';
import type { LowerCtxt } from '../lowerCtxt.ts';
import { constParamTy, implSelfTy, typeOf } from '../signatures.ts';
import type { GenericArgs, Ty } from '../types.ts';
import { assocNamed } from './assocByName.ts';
import { scopeOf } from './expr.ts';
import { structVariant } from './field.ts';
import {
  type FnCtxt,
  lowerCtxtIn,
  normalize,
  reportUnresolved,
  resolverIn,
  resolveWithObligations,
} from './fnCtxt.ts';
import { containerArgsFor, probePath } from './methodProbe.ts';
import { registerPredicatesOf } from './traitMethod.ts';

export interface Value {
  readonly value: ValueDef;
  readonly ty: Ty;
}

export function checkPathExpr(fcx: FnCtxt, expr: ExprId, ref: PathRef): Ty {
  const found = resolveValue(fcx, ref, scopeOf(fcx, expr));
  if (!found) {
    reportUnresolved(fcx, expr, 'path', describePath(ref), whyNotFound(fcx, ref, scopeOf(fcx, expr)));
    fcx.paths.set(expr, { kind: 'Unknown', def: undefined, args: emptyArgs });
    return unknownTy;
  }
  fcx.paths.set(expr, found.value);
  return found.ty;
}

export function describePath(ref: PathRef): string {
  if (ref.kind === 'Def') return '';
  return ref.path.segments.map((s) => s.name).join('::');
}

/** Says more of a path that means nothing, if it fails at its first name already. */
export function whyNotFound(fcx: FnCtxt, ref: PathRef, scope: HirFileId | undefined): { why?: string } {
  if (ref.kind === 'Def') return {};
  const { path } = ref;
  const first = path.segments[0];
  if (path.kind !== 'Plain' || path.qself !== undefined || path.segments.length < 2 || !first) return {};
  const start = { ...path, segments: [first] };
  if (resolvePath(fcx.db, resolverIn(fcx, scope), start, 'type').res.kind !== 'Err') return {};
  // A toolchain has the sources of std, but not of the crates that std itself depends on.
  const inStd = crateData(fcx.db, defCrate(fcx.owner)).origin === 'lang';
  return { why: inStd ? `no source of crate \`${first.name}\`` : `no crate or module \`${first.name}\`` };
}

/** What a path in value position means. */
export function resolveValue(fcx: FnCtxt, ref: PathRef, scope: HirFileId | undefined): Value | undefined {
  if (ref.kind === 'Def') return valueFor(fcx, ref.def, fcx.infcx.freshArgsFor(ref.def));
  const { path } = ref;
  const { segments } = path;
  const last = segments[segments.length - 1];
  const ctx = lowerCtxtIn(fcx, scope);
  if (!last) return undefined;
  if (path.qself) {
    if (path.traitSegments === segments.length - 1 && path.traitSegments > 0) {
      const self = normalize(fcx, lowerTy(ctx, path.qself));
      // `<T as Trait>` leaves nothing to be inferred: what is not written is the default.
      return traitValue(fcx, ctx, { ...path, qself: undefined }, self, last, false);
    }
    return assocValue(fcx, ctx, prefixTy(fcx, ctx, path), last, scope);
  }
  const { res, consumed } = resolvePath(fcx.db, resolverIn(fcx, scope), path, 'value');
  if (res.kind === 'Err') return undefined;
  if (consumed === segments.length) {
    switch (res.kind) {
      case 'Def':
        return valueFor(fcx, res.def, defArgs(fcx, ctx, res.def, segments));
      case 'SelfTy': {
        const ty = resolveWithObligations(fcx, prefixLowered(fcx, ctx, path));
        const variant = ty.kind === 'Adt' ? structVariant(fcx, ty.def) : undefined;
        return variant && ty.kind === 'Adt' ? ctorValue(fcx, ty.def, variant, ty.args) : undefined;
      }
      case 'ConstParam': {
        const index = genericsInfo(fcx.db, res.owner).indexOf[res.index];
        if (index === undefined || index < 0) return undefined;
        return {
          value: { kind: 'ConstParam', def: res.owner, args: emptyArgs, paramIndex: index },
          ty: constParamTy(fcx.db, res.owner, index),
        };
      }
      default:
        return undefined;
    }
  }
  if (res.kind === 'Def' && consumed === segments.length - 1) {
    const kind = defKind(res.def);
    if (kind === 'Trait' || kind === 'TraitAlias') {
      return traitValue(fcx, ctx, path, fcx.infcx.nextTyVar(), last, true);
    }
  }
  return assocValue(fcx, ctx, prefixTy(fcx, ctx, path), last, scope);
}

/** `Trait::name` with the given `Self`; the last segment of the path is the item's. */
function traitValue(
  fcx: FnCtxt,
  ctx: LowerCtxt,
  path: Path,
  self: Ty,
  last: PathSegment,
  inferMissing: boolean,
): Value | undefined {
  const traitPath: Path = { ...path, traitSegments: 0, segments: path.segments.slice(0, -1) };
  const resolved = resolvePath(fcx.db, ctx.resolver, traitPath, 'type');
  if (resolved.res.kind !== 'Def') return undefined;
  const trait = resolved.res.def;
  const item = assocNamed(fcx.db, trait, last.name).find((i) => i.kind !== 'TyAlias');
  if (!item) return undefined;
  const segment = traitPath.segments[traitPath.segments.length - 1];
  const traitArgs = segment?.args?.parenthesized
    ? lowerTraitRef(ctx, traitPath, self)?.trait.args
    : lowerGenericArgs(ctx, trait, segment?.args, [self], inferMissing);
  if (!traitArgs) return undefined;
  return valueFor(fcx, item.def, lowerGenericArgs(ctx, item.def, last.args, traitArgs.list, true));
}

/** `<self>::name`: a variant, or an associated function or const. */
function assocValue(
  fcx: FnCtxt,
  ctx: LowerCtxt,
  selfTy: Ty,
  last: PathSegment,
  scope: HirFileId | undefined,
): Value | undefined {
  const self = resolveWithObligations(fcx, selfTy);
  if (self.kind === 'Adt') {
    const variant = variantNamed(fcx, self.def, last.name);
    if (variant) return ctorValue(fcx, self.def, variant, self.args);
  }
  const found = probePath(fcx, self, last.name, scope);
  if (found.kind !== 'Pick') return undefined;
  const { item, from } = found.pick;
  let containerArgs: GenericArgs;
  if (from.kind === 'Trait') {
    containerArgs = fcx.infcx.freshArgsFor(from.trait, [self]);
  } else {
    containerArgs = containerArgsFor(fcx, from);
    if (from.kind === 'Inherent') {
      fcx.infcx.unify(normalize(fcx, substitute(implSelfTy(fcx.db, from.impl), containerArgs)), self);
    }
  }
  return valueFor(fcx, item.def, lowerGenericArgs(ctx, item.def, last.args, containerArgs.list, true));
}

function variantNamed(fcx: FnCtxt, adt: DefId, name: string): VariantDef | undefined {
  return defKind(adt) === 'Enum' ? adtVariants(fcx.db, adt).find((v) => v.name === name) : undefined;
}

/** The arguments for a definition that a path names by itself. */
function defArgs(_fcx: FnCtxt, ctx: LowerCtxt, def: DefId, segments: readonly PathSegment[]): GenericArgs {
  const last = segments[segments.length - 1];
  if (defKind(def) !== 'Variant') return lowerGenericArgs(ctx, def, last?.args, [], true);
  // `Option::<u8>::None` and `None::<u8>` say the same.
  const parent = defParent(def);
  const written = last?.args ?? segments[segments.length - 2]?.args;
  return parent === undefined ? emptyArgs : lowerGenericArgs(ctx, parent, written, [], true);
}

/** The value that a definition is, for the given arguments. */
function valueFor(fcx: FnCtxt, def: DefId, args: GenericArgs): Value | undefined {
  const kind = defKind(def);
  switch (kind) {
    case 'Fn':
      registerPredicatesOf(fcx, def, args);
      return { value: { kind, def, args }, ty: mkFnDef(def, args) };
    case 'Const':
      registerPredicatesOf(fcx, def, args);
      return { value: { kind, def, args }, ty: normalize(fcx, substitute(typeOf(fcx.db, def), args)) };
    case 'Static':
      return { value: { kind, def, args: emptyArgs }, ty: normalize(fcx, typeOf(fcx.db, def)) };
    case 'Struct': {
      const variant = structVariant(fcx, def);
      return variant && ctorValue(fcx, def, variant, args);
    }
    case 'Variant': {
      const adt = defParent(def);
      const variant = adt === undefined ? undefined : adtVariants(fcx.db, adt).find((v) => v.def === def);
      return variant && adt !== undefined ? ctorValue(fcx, adt, variant, args) : undefined;
    }
    default:
      return undefined;
  }
}

/** A unit constructor is a value of the type, a tuple one a function; a struct with named fields is no value. */
function ctorValue(fcx: FnCtxt, adt: DefId, variant: VariantDef, args: GenericArgs): Value | undefined {
  if (variant.fieldsKind === 'Named') return undefined;
  registerPredicatesOf(fcx, adt, args);
  const value: ValueDef = { kind: 'Ctor', def: variant.def, args };
  return { value, ty: variant.fieldsKind === 'Unit' ? mkAdt(adt, args) : mkFnDef(variant.def, args) };
}

/** The type that all segments but the last name. */
function prefixTy(fcx: FnCtxt, ctx: LowerCtxt, path: Path): Ty {
  const segments = path.segments.slice(0, -1);
  if (segments.length === 0 && path.qself) return normalize(fcx, lowerTy(ctx, path.qself));
  return prefixLowered(fcx, ctx, { ...path, segments });
}

/** A type path in an expression: arguments that are not written are variables, even where there is a default. */
function prefixLowered(fcx: FnCtxt, ctx: LowerCtxt, path: Path): Ty {
  if (!path.qself) {
    const { res, consumed } = resolvePath(fcx.db, ctx.resolver, path, 'type');
    if (res.kind === 'Def' && consumed === path.segments.length) {
      const last = path.segments[consumed - 1];
      switch (defKind(res.def)) {
        case 'Struct':
        case 'Union':
        case 'Enum':
          return mkAdt(res.def, lowerGenericArgs(ctx, res.def, last?.args, [], true));
        case 'TyAlias': {
          const args = lowerGenericArgs(ctx, res.def, last?.args, [], true);
          return normalize(fcx, substitute(typeOf(fcx.db, res.def), args));
        }
        default:
      }
    }
  }
  return normalize(fcx, lowerTy(ctx, { kind: 'Path', path }));
}

/** What a struct literal or pattern names: a struct, a union or a variant, with its type. */
export function resolveStructPath(
  fcx: FnCtxt,
  ref: PathRef,
  scope: HirFileId | undefined,
): { readonly variant: VariantDef; readonly adt: DefId; readonly args: GenericArgs } | undefined {
  if (ref.kind === 'Def') return structOf(fcx, ref.def, fcx.infcx.freshArgsFor(ref.def));
  const { path } = ref;
  const ctx = lowerCtxtIn(fcx, scope);
  const last = path.segments[path.segments.length - 1];
  if (!path.qself) {
    const { res, consumed } = resolvePath(fcx.db, ctx.resolver, path, 'type');
    if (res.kind === 'Err') return undefined;
    if (consumed === path.segments.length) {
      if (res.kind === 'Def' && defKind(res.def) === 'Variant') {
        return structOf(fcx, res.def, defArgs(fcx, ctx, res.def, path.segments));
      }
      return ofAdtTy(fcx, prefixLowered(fcx, ctx, path));
    }
  }
  if (!last) return undefined;
  const prefix = resolveWithObligations(fcx, prefixTy(fcx, ctx, path));
  if (prefix.kind === 'Adt') {
    const variant = variantNamed(fcx, prefix.def, last.name);
    if (variant) return { variant, adt: prefix.def, args: prefix.args };
  }
  return ofAdtTy(fcx, normalize(fcx, lowerTy(ctx, { kind: 'Path', path })));
}

function ofAdtTy(fcx: FnCtxt, ty: Ty): ReturnType<typeof resolveStructPath> {
  const resolved = resolveWithObligations(fcx, ty);
  return resolved.kind === 'Adt' ? structOf(fcx, resolved.def, resolved.args) : undefined;
}

/** A struct, union or variant with the arguments of its ADT. */
export function structOf(fcx: FnCtxt, def: DefId, args: GenericArgs): ReturnType<typeof resolveStructPath> {
  const adt = defKind(def) === 'Variant' ? defParent(def) : def;
  if (adt === undefined) return undefined;
  const variant = adtVariants(fcx.db, adt).find((v) => v.def === def);
  return variant && { variant, adt, args };
}
