/**
 * Types as written → types.
 *
 * What a name in a type means depends on where it is written; a `LowerCtxt` says so. Associated types become
 * projections; the caller's `normalize` (bodies have one) replaces them by what they are. Missing arguments are the
 * defaults. After rustc's `hir_ty_lowering`.
 */
import { item } from '../hir/defMap/defSource.ts';
import { assocContainer, type DefId, defKind, defParent } from '../hir/defs.ts';
import { expandTypeMacro } from '../hir/typeMacros.ts';
import type { Path, PathSegment, TypeBound, TypeRef } from '../hir/typeRef.ts';
import type { Database } from '../query/database.ts';
import { lowerAfterImplSelf, lowerRemaining, projectionFor } from './assocTypes.ts';
import { outputElision } from './elision.ts';
import { anonymizeSig, substitute } from './fold.ts';
import { genericsInfo, genericsOf } from './generics.ts';
import {
  isRegion,
  mkAdt,
  mkArray,
  mkFnPtr,
  mkForeign,
  mkParam,
  mkRawPtr,
  mkRef,
  mkSlice,
  mkTuple,
  never,
  prim,
  primTy,
  unknownTy,
} from './intern.ts';
import { lowerGenericArgs } from './lowerArgs.ts';
import { lowerDyn, lowerTraitRef } from './lowerBounds.ts';
import { lowerConst } from './lowerConst.ts';
import { type LowerCtxt, lowerRegion, resolveTypePath, withObjectDefault, withRegions } from './lowerCtxt.ts';
import { lowerPatternType } from './patternTypes.ts';
import { aliasLowerCtxt, implSelfTy, typeOf } from './signatures.ts';
import type { GenericArgs, Region, Ty } from './types.ts';

const maxDepth = 256;

export function lowerTy(ctx: LowerCtxt, ref: TypeRef): Ty {
  if (ctx.depth > maxDepth) return unknownTy;
  ctx.depth++;
  try {
    return lowerTyInner(ctx, ref);
  } finally {
    ctx.depth--;
  }
}

function lowerTyInner(ctx: LowerCtxt, ref: TypeRef): Ty {
  switch (ref.kind) {
    case 'Path':
      return lowerPathTy(ctx, ref.path);
    case 'Tuple':
      return mkTuple(ref.elems.map((e) => lowerTy(ctx, e)));
    case 'Ref': {
      // The reference's own lifetime comes before those inside it.
      const region = lowerRegion(ctx, ref.lifetime);
      const inner = withObjectDefault(ctx, region, () => lowerTy(ctx, ref.inner));
      return mkRef(inner, ref.mutable, region);
    }
    case 'RawPtr':
      return mkRawPtr(lowerTy(ctx, ref.inner), ref.mutable);
    case 'Slice':
      return mkSlice(lowerTy(ctx, ref.inner));
    case 'Array':
      return mkArray(lowerTy(ctx, ref.inner), lowerConst(ctx, ref.len, prim.usize));
    case 'FnPtr':
      return withRegions(ctx, { kind: 'bound', names: [...ref.lifetimes], elision: 'fresh' }, (scope) => {
        const inputs = ref.params.map((p) => lowerTy(ctx, p));
        scope.elision = outputElision(inputs, false);
        const output = lowerTy(ctx, ref.ret);
        return mkFnPtr(
          anonymizeSig({
            inputs,
            output,
            isUnsafe: ref.isUnsafe,
            isVarargs: ref.isVarargs,
            abi: ref.abi ?? 'Rust',
            boundRegions: scope.names,
          }),
        );
      });
    case 'ImplTrait':
      return ctx.implTrait(ref);
    case 'DynTrait':
      return lowerDyn(ctx, ref.bounds);
    case 'Never':
      return never;
    case 'Infer':
      return ctx.inferTy();
    case 'Macro': {
      const pattern = lowerPatternType(ctx, ref);
      if (pattern) return pattern;
      const expanded = expandTypeMacro(ctx.db, ctx.resolver, ref);
      return expanded ? lowerTy(ctx, expanded) : unknownTy;
    }
    case 'Error':
      return unknownTy;
  }
}

export function lowerPathTy(ctx: LowerCtxt, path: Path): Ty {
  const { segments } = path;
  if (path.qself) {
    const self = lowerTy(ctx, path.qself);
    if (path.traitSegments === 0) return lowerRemaining(ctx, self, segments);
    const traitPath: Path = {
      ...path,
      qself: undefined,
      traitSegments: 0,
      segments: segments.slice(0, path.traitSegments),
    };
    const bound = lowerTraitRef(ctx, traitPath, self);
    const segment = segments[path.traitSegments];
    if (!bound || !segment) return unknownTy;
    const ty = projectionFor(ctx, bound.trait, segment.name, segment.args);
    return ty ? lowerRemaining(ctx, ty, segments.slice(path.traitSegments + 1)) : unknownTy;
  }
  const { res, consumed } = resolveTypePath(ctx, path);
  if (res.kind === 'Err') return unknownTy;
  const rest = segments.slice(consumed);
  const segment = segments[consumed - 1];
  switch (res.kind) {
    case 'PrimTy':
      return lowerRemaining(ctx, primTy(res.name) ?? unknownTy, rest);
    case 'SelfTy': {
      const self = selfTyAt(ctx, res.def);
      return defKind(res.def) === 'Impl'
        ? lowerAfterImplSelf(ctx, self, rest)
        : lowerRemaining(ctx, self, rest);
    }
    case 'TyParam':
      return lowerRemaining(ctx, paramTy(ctx.db, res.owner, res.index, res.name), rest);
    case 'Def': {
      if (defKind(res.def) === 'Trait' || defKind(res.def) === 'TraitAlias') {
        // A bare trait is a trait object, as in the 2015 edition.
        return rest.length === 0 ? lowerDyn(ctx, [traitBound(path)]) : unknownTy;
      }
      const ty = lowerDefTy(ctx, res.def, segment, segments[consumed - 2]);
      return lowerRemaining(ctx, ty, rest);
    }
    default:
      return unknownTy;
  }
}

function traitBound(path: Path): TypeBound {
  return { kind: 'Trait', path, modifier: 'none', lifetimes: [] };
}

/** `Self`: the parameter in a trait, the type in an impl (over the impl's parameters). */
function selfTyAt(ctx: LowerCtxt, def: DefId): Ty {
  switch (defKind(def)) {
    case 'Trait':
    case 'TraitAlias':
      return mkParam(0, 'Self');
    case 'Impl':
      return implSelfTy(ctx.db, def);
    default:
      return typeOf(ctx.db, def);
  }
}

/** The parameter that is the `written`-th in the list of `owner`. */
export function paramTy(db: Database, owner: DefId, written: number, name: string): Ty {
  const index = genericsInfo(db, owner).indexOf[written];
  return index === undefined || index < 0 ? unknownTy : mkParam(index, name);
}

function lowerDefTy(
  ctx: LowerCtxt,
  def: DefId,
  segment: PathSegment | undefined,
  parentSegment: PathSegment | undefined,
): Ty {
  switch (defKind(def)) {
    case 'Struct':
    case 'Union':
    case 'Enum':
      return mkAdt(def, lowerGenericArgs(ctx, def, segment?.args, [], false));
    case 'Variant': {
      // Not a type, but half-typed code and struct literals say it; the enum is what is meant.
      const parent = defParent(def);
      return parent === undefined
        ? unknownTy
        : mkAdt(parent, lowerGenericArgs(ctx, parent, segment?.args ?? parentSegment?.args, [], false));
    }
    case 'TyAlias': {
      if (assocContainer(def) !== undefined) return unknownTy; // `Trait::Item` without a self type
      const it = item(ctx.db, def);
      // A type of an `extern` block has no generics and no value.
      if (it?.kind === 'TyAlias' && !it.ty) return mkForeign(def);
      const args = lowerGenericArgs(ctx, def, segment?.args, [], false);
      return ctx.normalize(substitute(aliasedTy(ctx, def, args), args));
    }
    default:
      return unknownTy;
  }
}

/** What an alias is short for, over its own parameters, except that its lifetimes are those among the arguments. */
function aliasedTy(ctx: LowerCtxt, def: DefId, args: GenericArgs): Ty {
  const { db } = ctx;
  const it = item(db, def);
  const isPlain = !ctx.asDeclared && args.list.every((arg) => !isRegion(arg) || arg.kind === 'Erased');
  if (isPlain || it?.kind !== 'TyAlias' || !it.ty) return typeOf(db, def);
  const lifetimes = genericsOf(db, def).params.filter((param) => param.kind === 'Lifetime');
  const alias: LowerCtxt = { ...aliasLowerCtxt(db, def), asDeclared: ctx.asDeclared ?? false };
  const scope = {
    kind: 'given',
    names: lifetimes.map(({ name }) => name),
    regions: lifetimes.map(({ index }) => args.list[index] as Region),
    elision: 'erased',
  } as const;
  return withRegions(alias, scope, () => lowerTy(alias, it.ty!));
}
