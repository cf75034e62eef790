/**
 * Types as written → types.
 *
 * What a name in a type means depends on where it is written; a {@link LowerCtxt} says so. In signatures `_` is an
 * error and missing arguments are the defaults; in bodies both may be inference variables. An `impl Trait` is a
 * parameter, an opaque type or an error by its place. Associated types become projections; the caller's `normalize`
 * (bodies have one) replaces them by what they are.
 *
 * Regions: only those bound inside a type (by a `fn` pointer, a trait object) or by the signature at hand get a
 * name-less `Bound` region; all others are erased. Elided ones follow rustc's `resolve_bound_vars`: each in the
 * arguments is a region of its own, those in the result are that of `self`, or of the only one in the arguments.
 *
 * After rustc's `hir_ty_lowering`.
 */
import { assocItems } from '../hir/defMap/assocItems.ts';
import { item } from '../hir/defMap/defSource.ts';
import { assocContainer, type DefId, defCrate, defData, defKind, defParent, internDef } from '../hir/defs.ts';
import { type Resolver, resolvePath } from '../hir/resolver.ts';
import type {
  ConstRef,
  GenericArgRef,
  GenericArgsRef,
  Path,
  PathSegment,
  TypeBound,
  TypeRef,
} from '../hir/typeRef.ts';
import type { Database } from '../query/database.ts';
import { anonymizeSig, eraseRegions, substitute, substituteArgs, substituteConst } from './fold.ts';
import { genericsInfo, genericsOf, isAnonymous, paramCount, writtenGenerics } from './generics.ts';
import { inherentAssocConst } from './implIndex.ts';
import {
  constUnknown,
  emptyArgs,
  erasedRegion,
  isConst,
  isRegion,
  mkAdt,
  mkArgs,
  mkArray,
  mkBoundRegion,
  mkConstParam,
  mkConstValue,
  mkDynamic,
  mkFnPtr,
  mkForeign,
  mkParam,
  mkProjection,
  mkRawPtr,
  mkRef,
  mkSlice,
  mkTuple,
  mkUnevaluated,
  never,
  prim,
  primTy,
  staticRegion,
  unknownTy,
} from './intern.ts';
import { objectLifetimeDefault } from './objectLifetimes.ts';
import { patternType } from './patternTypes.ts';
import { superPredicates, superTraitDefs } from './predicates.ts';
import { genericDefaults, implSelfTy, implTraitRef, typeOf } from './signatures.ts';
import type {
  Const,
  ExistentialProjection,
  GenericArg,
  GenericArgs,
  Predicate,
  Region,
  TraitRef,
  Ty,
} from './types.ts';

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
  /** `'static` is kept: for types that are only printed. */
  readonly keepStatic?: boolean;
  /** The binders around the type at hand, innermost first. */
  regions: RegionScope | undefined;
  /** The lifetime of a trait object here that writes none, and how many binders there were around it. */
  objectDefault?: { readonly region: Region; readonly binders: number } | undefined;
  /** Types nested so deep are not written by people: what is deeper is unknown. */
  depth: number;
}

export interface RegionScope {
  /** `erased`: bound by a where clause's `for<…>`; those have no meaning here. */
  readonly kind: 'bound' | 'erased';
  readonly names: string[];
  /** What an elided lifetime is: a new one, the `n`-th bound here, erased, or (undefined) as further out. */
  elision: 'fresh' | 'erased' | number | undefined;
  readonly parent: RegionScope | undefined;
}

const maxDepth = 256;

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
    regions: undefined,
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
  const inner: RegionScope = { ...scope, parent: outer };
  ctx.regions = inner;
  try {
    return lower(inner);
  } finally {
    ctx.regions = outer;
  }
}

function lowerRegion(ctx: LowerCtxt, name: string | undefined): Region {
  const named = name !== undefined && !isAnonymous(name);
  if (name === "'static") return ctx.keepStatic ? staticRegion : erasedRegion;
  let debruijn = 0;
  for (let scope = ctx.regions; scope; scope = scope.parent) {
    if (named) {
      const index = scope.names.indexOf(name);
      if (index >= 0) return scope.kind === 'erased' ? erasedRegion : mkBoundRegion(debruijn, index);
    } else if (scope.elision !== undefined) {
      if (scope.elision === 'erased' || scope.kind === 'erased') return erasedRegion;
      if (scope.elision !== 'fresh') return mkBoundRegion(debruijn, scope.elision);
      scope.names.push("'_");
      return mkBoundRegion(debruijn, scope.names.length - 1);
    }
    if (scope.kind === 'bound') debruijn++;
  }
  return erasedRegion;
}

function binderCount(ctx: LowerCtxt): number {
  let count = 0;
  for (let scope = ctx.regions; scope; scope = scope.parent) if (scope.kind === 'bound') count++;
  return count;
}

/** Lowers a type in which trait objects have that lifetime if they write none. */
function withObjectDefault<T>(ctx: LowerCtxt, region: Region | undefined, lower: () => T): T {
  const outer = ctx.objectDefault;
  ctx.objectDefault = region && { region, binders: binderCount(ctx) };
  try {
    return lower();
  } finally {
    ctx.objectDefault = outer;
  }
}

function objectRegion(ctx: LowerCtxt, bounds: readonly TypeBound[]): Region {
  const written = bounds.find((b) => b.kind === 'Lifetime');
  if (written?.kind === 'Lifetime') return lowerRegion(ctx, written.name);
  const found = ctx.objectDefault;
  if (!found) return ctx.keepStatic ? staticRegion : erasedRegion;
  const { region, binders } = found;
  return region.kind === 'Bound'
    ? mkBoundRegion(region.debruijn + binderCount(ctx) - binders, region.index)
    : region;
}

// Types -----------------------------------------------------------------------------------------------------------

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
    case 'Macro':
      return patternType(ref)?.base ?? unknownTy;
    case 'Error':
      return unknownTy;
  }
}

/** What an elided lifetime in the result stands for: rustc's elision rules on the lowered arguments. */
export function outputElision(inputs: readonly Ty[], hasSelf: boolean): number | 'erased' {
  if (hasSelf && inputs[0]) {
    const ofSelf = boundIndexes(inputs.slice(0, 1));
    if (ofSelf.size > 0) return [...ofSelf][0]!;
  }
  const all = boundIndexes(inputs);
  return all.size === 1 ? [...all][0]! : 'erased';
}

function boundIndexes(inputs: readonly Ty[]): Set<number> {
  const found = new Set<number>();
  const visit = (x: GenericArg, depth: number): void => {
    switch (x.kind) {
      case 'Bound':
        if (x.debruijn === depth) found.add(x.index);
        return;
      case 'Ref':
        visit(x.region, depth);
        visit(x.inner, depth);
        return;
      case 'RawPtr':
        visit(x.inner, depth);
        return;
      case 'Slice':
      case 'Array':
        visit(x.elem, depth);
        return;
      case 'Tuple':
        for (const e of x.elems) visit(e, depth);
        return;
      case 'Adt':
      case 'Projection':
      case 'Opaque':
        for (const a of x.args.list) visit(a, depth);
        return;
      case 'FnPtr':
        for (const t of x.sig.inputs) visit(t, depth + 1);
        visit(x.sig.output, depth + 1);
        return;
      case 'Dynamic':
        for (const a of x.principal?.args.list ?? []) visit(a, depth + 1);
        for (const p of x.projections) visit(p.ty, depth + 1);
        return;
      default:
    }
  };
  for (const ty of inputs) visit(ty, 0);
  return found;
}

/** What the name of a type leads to, and how many segments it took. */
function resolveTypePath(ctx: LowerCtxt, path: Path): ReturnType<typeof resolvePath> {
  return resolvePath(ctx.db, ctx.resolver, path, 'type');
}

function lowerPathTy(ctx: LowerCtxt, path: Path): Ty {
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
      return lowerRemaining(ctx, self, rest);
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
      return ctx.normalize(substitute(typeOf(ctx.db, def), args));
    }
    default:
      return unknownTy;
  }
}

/** Associated types after a type: `T::Item`, `Self::Output`. */
function lowerRemaining(ctx: LowerCtxt, base: Ty, rest: readonly PathSegment[]): Ty {
  let ty = base;
  for (const segment of rest) {
    ty = lowerAssocTyShorthand(ctx, ty, segment.name, segment.args) ?? unknownTy;
    if (ty.kind === 'Unknown') return ty;
  }
  return ty;
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
  // `Self::Name` in an impl of a trait; the impl may well be for a parameter.
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

/** The item whose generics a closure, constant or opaque type shares. */
function itemOwner(def: DefId): DefId {
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

/** `Self: Trait<Params…>` inside the trait. */
export function selfTraitRef(db: Database, trait: DefId): TraitRef {
  const params = genericsOf(db, trait).params.map(
    (p): GenericArg =>
      p.kind === 'Lifetime'
        ? erasedRegion
        : p.kind === 'Const'
          ? mkConstParam(p.index, p.name)
          : mkParam(p.index, p.name),
  );
  return { def: trait, args: mkArgs(params) };
}

export function resolveTrait(ctx: LowerCtxt, path: Path): DefId | undefined {
  const { res, consumed } = resolveTypePath(ctx, path);
  if (res.kind !== 'Def' || consumed < path.segments.length) return undefined;
  const kind = defKind(res.def);
  return kind === 'Trait' || kind === 'TraitAlias' ? res.def : undefined;
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
function projectionFor(
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

// Trait references and bounds -------------------------------------------------------------------------------------

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

function lowerDyn(ctx: LowerCtxt, bounds: readonly TypeBound[]): Ty {
  const { db } = ctx;
  const region = objectRegion(ctx, bounds);
  return withObjectDefault(ctx, undefined, () => lowerDynWith(ctx, db, bounds, region));
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
    return mkDynamic(
      existential,
      autos,
      projections,
      scope.names.map(() => "'_"),
      region,
    );
  });
}

// Arguments -------------------------------------------------------------------------------------------------------

/**
 * Arguments for `def` from those written on one path segment. `prefix` holds what is known already (the parent's
 * arguments, or a trait's `Self`). Where none is written and `inferMissing` is set (paths of expressions), missing
 * ones are variables; otherwise they are the defaults.
 */
export function lowerGenericArgs(
  ctx: LowerCtxt,
  def: DefId,
  written: GenericArgsRef | undefined,
  prefix: readonly GenericArg[],
  inferMissing: boolean,
): GenericArgs {
  const { db } = ctx;
  const generics = genericsOf(db, def);
  const count = paramCount(generics);
  if (count === 0) return emptyArgs;
  if (prefix.length >= count) return mkArgs(prefix.length === count ? prefix : prefix.slice(0, count));
  const list: GenericArg[] = [...prefix];
  // The parent's arguments are all in the prefix, but in half-typed code.
  while (list.length < generics.parentCount) list.push(unknownTy);
  const values = (written?.args ?? []).filter((a) => a.kind !== 'Lifetime');
  const lifetimes = (written?.args ?? []).filter((a) => a.kind === 'Lifetime');
  const inferAll = inferMissing && values.length === 0;
  const defaults = values.length < generics.params.length ? genericDefaults(db, def) : [];
  let next = 0;
  let nextLifetime = 0;
  for (let i = list.length - generics.parentCount; i < generics.params.length; i++) {
    const param = generics.params[i]!;
    if (param.kind === 'Lifetime') {
      const lifetime = lifetimes[nextLifetime++];
      list.push(lowerRegion(ctx, lifetime?.kind === 'Lifetime' ? lifetime.name : undefined));
      continue;
    }
    const place = next;
    const value = param.synthetic ? undefined : values[next++];
    if (value) {
      const { kind } = param;
      const lower = () => lowerGenericArg(ctx, value, kind);
      list.push(
        kind === 'Type' ? withObjectDefault(ctx, argObjectDefault(ctx, def, place, list), lower) : lower(),
      );
      continue;
    }
    const fallback = inferAll || param.synthetic ? undefined : defaults[i];
    if (fallback) {
      const args = mkArgs(list);
      list.push(
        isConst(fallback) ? substituteConst(fallback, args) : ctx.normalize(substitute(fallback, args)),
      );
    } else list.push(param.kind === 'Const' ? ctx.inferConst() : ctx.inferTy());
  }
  return mkArgs(list);
}

/** The lifetime that a bound of the parameter gives to a trait object as its argument. */
function argObjectDefault(
  ctx: LowerCtxt,
  def: DefId,
  place: number,
  lowered: readonly GenericArg[],
): Region | undefined {
  const found = objectLifetimeDefault(ctx.db, def, place);
  if (found === 'empty') return undefined;
  if (found === 'static') return ctx.keepStatic ? staticRegion : erasedRegion;
  const lifetime = lowered[genericsOf(ctx.db, def).parentCount + found];
  return lifetime && isRegion(lifetime) ? lifetime : undefined;
}

/** One argument; `Foo<N>` does not tell a type from a const, the parameter does. */
function lowerGenericArg(ctx: LowerCtxt, arg: GenericArgRef, kind: 'Type' | 'Const'): GenericArg {
  if (kind === 'Type') {
    if (arg.kind === 'Type') return lowerTy(ctx, arg.ty);
    if (arg.kind === 'Const' && arg.value.kind === 'Path') {
      return lowerTy(ctx, { kind: 'Path', path: arg.value.path });
    }
    return arg.kind === 'Const' && arg.value.kind === 'Infer' ? ctx.inferTy() : unknownTy;
  }
  if (arg.kind === 'Const') return lowerConst(ctx, arg.value, undefined);
  if (arg.kind === 'Type') {
    if (arg.ty.kind === 'Path') return lowerConst(ctx, { kind: 'Path', path: arg.ty.path }, undefined);
    if (arg.ty.kind === 'Infer') return ctx.inferConst();
  }
  return constUnknown;
}

// Constants -------------------------------------------------------------------------------------------------------

/** A const argument or array length. `expected` is its type, where the place says it. */
export function lowerConst(ctx: LowerCtxt, value: ConstRef, expected: Ty | undefined): Const {
  switch (value.kind) {
    case 'Infer':
      return ctx.inferConst();
    case 'Literal':
      return literalConst(value.text, expected);
    case 'Path':
      return lowerPathConst(ctx, value.path);
    case 'Expr': {
      const owner = itemOwner(ctx.owner);
      const def = internDef({
        krate: defCrate(owner),
        parent: owner,
        kind: 'AnonConst',
        name: '',
        disambiguator: value.index,
      });
      return mkUnevaluated(def, identity(ctx.db, owner));
    }
  }
}

function identity(db: Database, def: DefId): GenericArgs {
  const list: GenericArg[] = [];
  const add = (at: DefId): void => {
    const generics = genericsOf(db, at);
    if (generics.parent !== undefined) add(generics.parent);
    for (const p of generics.params) {
      list.push(
        p.kind === 'Lifetime'
          ? erasedRegion
          : p.kind === 'Const'
            ? mkConstParam(p.index, p.name)
            : mkParam(p.index, p.name),
      );
    }
  };
  add(def);
  return mkArgs(list);
}

/** The value of a literal as written in a const argument. Its type is usize where nothing says otherwise. */
export function literalConst(text: string, expected: Ty | undefined): Const {
  if (text === 'true' || text === 'false') return mkConstValue(text === 'true', prim.bool);
  if (text.startsWith("'") || text.startsWith("b'")) {
    const code = charCode(text.slice(text.indexOf("'") + 1, -1));
    if (code === undefined) return constUnknown;
    return mkConstValue(BigInt(code), text.startsWith('b') ? prim.u8 : prim.char);
  }
  const match = /^(-?)(0x[\da-fA-F_]+|0o[0-7_]+|0b[01_]+|[\d_]+)(.*)$/.exec(text.replace(/\s+/g, ''));
  if (!match) return constUnknown;
  const ty = match[3] ? primTy(match[3].replace(/^_+/, '')) : undefined;
  const magnitude = BigInt(match[2]!.replaceAll('_', '') || '0');
  return mkConstValue(match[1] ? -magnitude : magnitude, ty ?? expected ?? prim.usize);
}

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, '\\': 92, "'": 39, '"': 34, '0': 0 };

function charCode(inner: string): number | undefined {
  if (!inner.startsWith('\\')) return inner.codePointAt(0);
  const simple = escapes[inner[1] ?? ''];
  if (simple !== undefined) return simple;
  const hex = /^\\(?:x([\da-fA-F]{2})|u\{([\da-fA-F_]+)\})$/.exec(inner);
  return hex ? Number.parseInt((hex[1] ?? hex[2]!).replaceAll('_', ''), 16) : undefined;
}

function lowerPathConst(ctx: LowerCtxt, path: Path): Const {
  const { db } = ctx;
  const { segments } = path;
  const last = segments[segments.length - 1];
  if (!last) return constUnknown;
  if (path.qself) {
    const self = lowerTy(ctx, path.qself);
    if (path.traitSegments === 0) return assocConst(ctx, self, last) ?? constUnknown;
    const traitPath = {
      ...path,
      qself: undefined,
      traitSegments: 0,
      segments: segments.slice(0, path.traitSegments),
    };
    const bound = lowerTraitRef(ctx, traitPath, self);
    return (bound && traitConst(ctx, bound.trait, last)) ?? constUnknown;
  }
  const { res, consumed } = resolvePath(db, ctx.resolver, path, 'value');
  if (res.kind === 'Err') return constUnknown;
  if (consumed === segments.length) {
    if (res.kind === 'ConstParam') {
      const index = genericsInfo(db, res.owner).indexOf[res.index];
      return index === undefined || index < 0 ? constUnknown : mkConstParam(index, res.name);
    }
    if (res.kind === 'Def' && defKind(res.def) === 'Const') return mkUnevaluated(res.def, emptyArgs);
    return constUnknown;
  }
  if (consumed !== segments.length - 1) return constUnknown;
  const self = lowerPathTy(ctx, { ...path, segments: segments.slice(0, consumed) });
  return assocConst(ctx, self, last) ?? constUnknown;
}

function traitConst(ctx: LowerCtxt, trait: TraitRef, segment: PathSegment): Const | undefined {
  const declaring = findInSupertraits(ctx.db, trait, segment.name, 'Const');
  const def = declaring && traitAssoc(ctx.db, declaring.def, segment.name, 'Const');
  return declaring && def !== undefined ? mkUnevaluated(def, declaring.args) : undefined;
}

/** `Self::N`, `T::N`: of an impl at hand, else of the bounds. */
function assocConst(ctx: LowerCtxt, self: Ty, segment: PathSegment): Const | undefined {
  const { db } = ctx;
  for (let at: DefId | undefined = ctx.owner; at !== undefined; at = defParent(at)) {
    if (defKind(at) !== 'Impl') continue;
    const own = traitAssoc(db, at, segment.name, 'Const');
    if (own !== undefined && implSelfTy(db, at) === eraseRegions(self))
      return mkUnevaluated(own, identity(db, at));
  }
  const inherent = inherentAssocConst(db, self, segment.name);
  if (inherent) return inherent;
  const trait = assocTraitForShorthand(ctx, self, segment.name, 'Const');
  return trait && traitConst(ctx, trait, segment);
}
