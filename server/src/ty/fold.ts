/**
 * Walking and rebuilding types.
 *
 * A folder names the flags of what it wants to replace; whole subtrees without them are returned as they are, which
 * is what makes substitution and resolution cheap. After rustc's `TypeFoldable`/`TypeVisitable`.
 */
import { PairMap } from '../base/pairMap.ts';
import {
  constUnknown,
  erasedRegion,
  internSig,
  isConst,
  isRegion,
  mkArgs,
  mkArray,
  mkBoundRegion,
  mkDynamic,
  mkFnPtr,
  mkRawPtr,
  mkRef,
  mkSlice,
  mkTuple,
  mkUnevaluated,
  sigFlags,
  unknownTy,
  withArgs,
} from './intern.ts';
import {
  type Const,
  type ExistentialProjection,
  type ExistentialTraitRef,
  type FnSig,
  type GenericArg,
  type GenericArgs,
  type Predicate,
  type Region,
  type TraitRef,
  type Ty,
  TypeFlag,
  type TypeFlags,
} from './types.ts';

/**
 * What to do at each node that has one of `flags`. A missing method rebuilds the node from its folded parts
 * (`superFoldTy`). `depth` counts the binders (of `fn` pointers and trait objects) passed on the way down.
 */
export interface TypeFolder {
  readonly flags: TypeFlags;
  ty?(ty: Ty, depth: number): Ty;
  konst?(value: Const, depth: number): Const;
  region?(region: Region, depth: number): Region;
}

export function foldTy(ty: Ty, folder: TypeFolder, depth = 0): Ty {
  if ((ty.flags & folder.flags) === 0) return ty;
  return folder.ty ? folder.ty(ty, depth) : superFoldTy(ty, folder, depth);
}

export function foldConst(value: Const, folder: TypeFolder, depth = 0): Const {
  if ((value.flags & folder.flags) === 0) return value;
  return folder.konst ? folder.konst(value, depth) : superFoldConst(value, folder, depth);
}

export function foldRegion(region: Region, folder: TypeFolder, depth = 0): Region {
  if ((region.flags & folder.flags) === 0 || !folder.region) return region;
  return folder.region(region, depth);
}

export function foldArg(arg: GenericArg, folder: TypeFolder, depth = 0): GenericArg {
  if ((arg.flags & folder.flags) === 0) return arg;
  if (isRegion(arg)) return foldRegion(arg, folder, depth);
  if (isConst(arg)) return foldConst(arg, folder, depth);
  return foldTy(arg, folder, depth);
}

export function foldArgs(args: GenericArgs, folder: TypeFolder, depth = 0): GenericArgs {
  if ((args.flags & folder.flags) === 0) return args;
  const { list } = args;
  let changed: GenericArg[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const old = list[i]!;
    const folded = foldArg(old, folder, depth);
    if (changed) changed.push(folded);
    else if (folded !== old) {
      changed = list.slice(0, i);
      changed.push(folded);
    }
  }
  return changed ? mkArgs(changed) : args;
}

export function foldTys(tys: readonly Ty[], folder: TypeFolder, depth = 0): readonly Ty[] {
  let changed: Ty[] | undefined;
  for (let i = 0; i < tys.length; i++) {
    const old = tys[i]!;
    const folded = foldTy(old, folder, depth);
    if (changed) changed.push(folded);
    else if (folded !== old) {
      changed = tys.slice(0, i);
      changed.push(folded);
    }
  }
  return changed ?? tys;
}

/** Folds the parts of a type and puts it together again. */
export function superFoldTy(ty: Ty, folder: TypeFolder, depth = 0): Ty {
  switch (ty.kind) {
    case 'Adt':
    case 'FnDef':
    case 'Closure':
    case 'Coroutine':
    case 'Projection':
    case 'Opaque':
      return withArgs(ty, foldArgs(ty.args, folder, depth));
    case 'Ref': {
      // In this order: regions are numbered as they are met.
      const region = foldRegion(ty.region, folder, depth);
      const inner = foldTy(ty.inner, folder, depth);
      return inner === ty.inner && region === ty.region ? ty : mkRef(inner, ty.mutable, region);
    }
    case 'RawPtr': {
      const inner = foldTy(ty.inner, folder, depth);
      return inner === ty.inner ? ty : mkRawPtr(inner, ty.mutable);
    }
    case 'Array': {
      const elem = foldTy(ty.elem, folder, depth);
      const len = foldConst(ty.len, folder, depth);
      return elem === ty.elem && len === ty.len ? ty : mkArray(elem, len);
    }
    case 'Slice': {
      const elem = foldTy(ty.elem, folder, depth);
      return elem === ty.elem ? ty : mkSlice(elem);
    }
    case 'Tuple': {
      const elems = foldTys(ty.elems, folder, depth);
      return elems === ty.elems ? ty : mkTuple(elems);
    }
    case 'FnPtr': {
      const sig = foldSig(ty.sig, folder, depth + 1);
      return sig === ty.sig ? ty : mkFnPtr(sig);
    }
    case 'Dynamic': {
      const principal = ty.principal && {
        def: ty.principal.def,
        args: foldArgs(ty.principal.args, folder, depth + 1),
      };
      const projections = ty.projections.map((p) => ({
        def: p.def,
        args: foldArgs(p.args, folder, depth + 1),
        ty: foldTy(p.ty, folder, depth + 1),
      }));
      const region = foldRegion(ty.region, folder, depth);
      return mkDynamic(principal, ty.autoTraits, projections, ty.boundRegions, region);
    }
    default:
      return ty;
  }
}

export function superFoldConst(value: Const, folder: TypeFolder, depth = 0): Const {
  if (value.kind !== 'Unevaluated') return value;
  const args = foldArgs(value.args, folder, depth);
  return args === value.args ? value : mkUnevaluated(value.def, args);
}

/** Folds a signature's parts; the caller counts its binder into `depth`. */
export function foldSig(sig: FnSig, folder: TypeFolder, depth = 0): FnSig {
  if ((sigFlags(sig) & folder.flags) === 0) return sig;
  const inputs = foldTys(sig.inputs, folder, depth);
  const output = foldTy(sig.output, folder, depth);
  if (inputs === sig.inputs && output === sig.output) return sig;
  return internSig({ ...sig, inputs, output });
}

export function foldTraitRef(trait: TraitRef, folder: TypeFolder, depth = 0): TraitRef {
  const args = foldArgs(trait.args, folder, depth);
  return args === trait.args ? trait : { def: trait.def, args };
}

export function foldPredicate(predicate: Predicate, folder: TypeFolder, depth = 0): Predicate {
  if (predicate.kind === 'Trait') {
    const trait = foldTraitRef(predicate.trait, folder, depth);
    return trait === predicate.trait ? predicate : { ...predicate, trait };
  }
  const args = foldArgs(predicate.args, folder, depth);
  const term = foldArg(predicate.term, folder, depth) as Ty | Const;
  return args === predicate.args && term === predicate.term ? predicate : { ...predicate, args, term };
}

// Substitution ----------------------------------------------------------------------------------------------------

function substFolder(args: GenericArgs): TypeFolder {
  const { list } = args;
  const folder: TypeFolder = {
    flags: TypeFlag.HasParam,
    ty(ty, depth) {
      if (ty.kind !== 'Param') return superFoldTy(ty, folder, depth);
      const arg = list[ty.index];
      // A hole or a wrong kind means that the code has an error somewhere; unknown is what it is.
      return arg === undefined || isRegion(arg) || isConst(arg) ? unknownTy : arg;
    },
    konst(value, depth) {
      if (value.kind !== 'ConstParam') return superFoldConst(value, folder, depth);
      const arg = list[value.index];
      return arg !== undefined && isConst(arg) ? arg : constUnknown;
    },
  };
  return folder;
}

const substituted = new PairMap<Ty>();
const cacheLimit = 1 << 19;

/**
 * The type with its parameters replaced by `args` (by index). Arguments never mention regions bound outside of
 * themselves, so nothing has to be shifted under binders.
 */
export function substitute(ty: Ty, args: GenericArgs): Ty {
  if ((ty.flags & TypeFlag.HasParam) === 0) return ty;
  if (ty.kind === 'Param') {
    const arg = args.list[ty.index];
    return arg === undefined || isRegion(arg) || isConst(arg) ? unknownTy : arg;
  }
  const known = substituted.get(ty.id, args.id);
  if (known !== undefined) return known;
  const result = superFoldTy(ty, substFolder(args));
  if (substituted.size >= cacheLimit) substituted.clear();
  return substituted.add(ty.id, args.id, result);
}

export function substituteTys(tys: readonly Ty[], args: GenericArgs): readonly Ty[] {
  return foldTys(tys, substFolder(args));
}

export function substituteArgs(list: GenericArgs, args: GenericArgs): GenericArgs {
  return (list.flags & TypeFlag.HasParam) === 0 ? list : foldArgs(list, substFolder(args));
}

export function substituteConst(value: Const, args: GenericArgs): Const {
  return foldConst(value, substFolder(args));
}

export function substituteSig(sig: FnSig, args: GenericArgs): FnSig {
  return foldSig(sig, substFolder(args));
}

export function substituteTraitRef(trait: TraitRef, args: GenericArgs): TraitRef {
  return foldTraitRef(trait, substFolder(args));
}

export function substitutePredicate(predicate: Predicate, args: GenericArgs): Predicate {
  return foldPredicate(predicate, substFolder(args));
}

// Regions ---------------------------------------------------------------------------------------------------------

/** Removes the outermost binder: what it bound is erased, what lies under further binders stays. */
const instantiateFolder: TypeFolder = {
  flags: TypeFlag.HasBoundRegion,
  region(region, depth) {
    if (region.kind !== 'Bound') return region;
    if (region.debruijn === depth) return erasedRegion;
    return region.debruijn > depth ? mkBoundRegion(region.debruijn - 1, region.index) : region;
  },
};

/** A signature with its late-bound regions erased, as a call site sees it. */
export function instantiateErased(sig: FnSig): FnSig {
  if (sig.boundRegions.length === 0) return sig;
  return { ...foldSig(sig, instantiateFolder, 0), boundRegions: [] };
}

export function eraseBinder(ty: Ty): Ty {
  return foldTy(ty, instantiateFolder, 0);
}

export function eraseBinderInArgs(args: GenericArgs): GenericArgs {
  return foldArgs(args, instantiateFolder, 0);
}

const eraseFolder: TypeFolder = {
  flags: TypeFlag.HasBoundRegion,
  region: (region, depth) => (region.kind === 'Bound' && region.debruijn >= depth ? erasedRegion : region),
};

/** Erases every region that is not bound inside the type itself. */
export function eraseRegions(ty: Ty): Ty {
  return foldTy(ty, eraseFolder, 0);
}

export function eraseRegionsInArgs(args: GenericArgs): GenericArgs {
  return foldArgs(args, eraseFolder, 0);
}

const eraseNamedFolder: TypeFolder = {
  flags: TypeFlag.HasNamedRegion,
  region: (region) => (region.kind === 'Named' ? erasedRegion : region),
};

/** What was lowered as declared, for an instance: its lifetime parameters are erased, `'static` stays. */
export function eraseNamedRegions(ty: Ty): Ty {
  return foldTy(ty, eraseNamedFolder, 0);
}

export function eraseNamedRegionsInArgs(args: GenericArgs): GenericArgs {
  return foldArgs(args, eraseNamedFolder, 0);
}

// Visiting --------------------------------------------------------------------------------------------------------

/**
 * Calls `visit` for every type and constant inside (the type itself first), until it returns true; `flags` limits
 * the walk to subtrees that have one of them.
 */
export function anyPart(arg: GenericArg, flags: TypeFlags, visit: (part: Ty | Const) => boolean): boolean {
  if (isRegion(arg) || (flags !== 0 && (arg.flags & flags) === 0)) return false;
  if (visit(arg)) return true;
  if (isConst(arg)) return arg.kind === 'Unevaluated' && anyArg(arg.args, flags, visit);
  switch (arg.kind) {
    case 'Adt':
    case 'FnDef':
    case 'Closure':
    case 'Coroutine':
    case 'Projection':
    case 'Opaque':
      return anyArg(arg.args, flags, visit);
    case 'Ref':
    case 'RawPtr':
      return anyPart(arg.inner, flags, visit);
    case 'Array':
      return anyPart(arg.elem, flags, visit) || anyPart(arg.len, flags, visit);
    case 'Slice':
      return anyPart(arg.elem, flags, visit);
    case 'Tuple':
      return arg.elems.some((e) => anyPart(e, flags, visit));
    case 'FnPtr':
      return arg.sig.inputs.some((e) => anyPart(e, flags, visit)) || anyPart(arg.sig.output, flags, visit);
    case 'Dynamic':
      return (
        (arg.principal !== undefined && anyArg(arg.principal.args, flags, visit)) ||
        arg.projections.some((p) => anyArg(p.args, flags, visit) || anyPart(p.ty, flags, visit))
      );
    default:
      return false;
  }
}

export function anyArg(args: GenericArgs, flags: TypeFlags, visit: (part: Ty | Const) => boolean): boolean {
  if (flags !== 0 && (args.flags & flags) === 0) return false;
  for (const arg of args.list) if (anyPart(arg, flags, visit)) return true;
  return false;
}

/** How many types a type is made of; rustc bounds the same number by its type length limit. */
export function typeSize(ty: Ty, limit = 1 << 20): number {
  let size = 0;
  anyPart(ty, 0, () => ++size > limit);
  return size;
}

/**
 * A signature with its late-bound regions numbered in the order in which they occur and without their names, so that
 * types that differ only in how regions are called are one type (rustc's `anonymize_bound_vars`).
 */
export function anonymizeSig(sig: FnSig): FnSig {
  const ordered = orderBoundRegions(sig);
  return ordered === sig ? sig : { ...ordered, boundRegions: ordered.boundRegions.map(() => "'_") };
}

/** The same with the names kept: how a declaration is printed. */
export function orderBoundRegions(sig: FnSig): FnSig {
  if (sig.boundRegions.length === 0) return sig;
  const { numbers, folder } = numberingFolder();
  const folded = foldSig(sig, folder, 0);
  return { ...folded, boundRegions: [...numbers.keys()].map((index) => sig.boundRegions[index] ?? "'_") };
}

/** The same for the binder of a trait object: how many lifetimes are left, and what they are bound in. */
export function anonymizeObject(
  principal: ExistentialTraitRef,
  projections: readonly ExistentialProjection[],
): [ExistentialTraitRef, ExistentialProjection[], number] {
  const { numbers, folder } = numberingFolder();
  const trait = { def: principal.def, args: foldArgs(principal.args, folder, 0) };
  const types = projections.map((p) => ({
    def: p.def,
    args: foldArgs(p.args, folder, 0),
    ty: foldTy(p.ty, folder, 0),
  }));
  return [trait, types, numbers.size];
}

/** Numbers the regions of the outermost binder as they occur. */
function numberingFolder(): { readonly numbers: ReadonlyMap<number, number>; readonly folder: TypeFolder } {
  const numbers = new Map<number, number>();
  const folder: TypeFolder = {
    flags: TypeFlag.HasBoundRegion,
    region(region, depth) {
      if (region.kind !== 'Bound' || region.debruijn !== depth) return region;
      let number = numbers.get(region.index);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(region.index, number);
      }
      return mkBoundRegion(depth, number);
    },
  };
  return { numbers, folder };
}
