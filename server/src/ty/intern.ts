/**
 * Constructors of types, constants, regions and argument lists, with interning (hash consing).
 *
 * Every constructor returns the one object that stands for that structure in this process, so type equality is
 * `===`. Ids are handed out from one counter for types, constants, regions, lists and signatures alike. Interned
 * data mentions `DefId`s only, never a database or a revision, which is why the tables can be process-wide.
 *
 * Where ids describe the structure they are the key, two at a time; only signatures, trait objects and what has a name
 * pay for a string.
 */
import { PairMap, PairNumbers } from '../base/pairMap.ts';
import { type DefId, defKind } from '../hir/defs.ts';
import {
  type Const,
  type ExistentialProjection,
  type ExistentialTraitRef,
  type FloatTy,
  type FnSig,
  type GenericArg,
  type GenericArgs,
  type InferVar,
  type IntTy,
  type Predicate,
  type Region,
  type TraitRef,
  type Ty,
  TypeFlag,
  type TypeFlags,
  type UintTy,
} from './types.ts';

let nextId = 0;

/** The number of interned values so far; ids are below it. */
export function internedCount(): number {
  return nextId;
}

/** A type as its constructor describes it, before it gets an id and flags. */
type Described<T> = T extends unknown ? Omit<T, 'id' | 'flags'> : never;

function table<Key, Value>(): (key: Key, make: () => Value) => Value {
  const map = new Map<Key, Value>();
  return (key, make) => {
    let value = map.get(key);
    if (value === undefined) {
      value = make();
      map.set(key, value);
    }
    return value;
  };
}

function newTy(flags: TypeFlags, data: Described<Ty>): Ty {
  return { id: nextId++, flags, ...data } as Ty;
}

function newConst(flags: TypeFlags, data: Described<Const>): Const {
  return { id: nextId++, flags, ...data } as Const;
}

// Regions ---------------------------------------------------------------------------------------------------------

export const erasedRegion: Region = { id: nextId++, flags: 0, kind: 'Erased' };

export const staticRegion: Region = { id: nextId++, flags: 0, kind: 'Static' };

const namedRegions = new Map<string, Region>();

export function mkNamedRegion(name: string): Region {
  let region = namedRegions.get(name);
  if (!region) {
    region = { id: nextId++, flags: TypeFlag.HasNamedRegion, kind: 'Named', name };
    namedRegions.set(name, region);
  }
  return region;
}

const boundRegions = new PairMap<Region>();

export function mkBoundRegion(debruijn: number, index: number): Region {
  const known = boundRegions.get(debruijn, index);
  if (known) return known;
  const flags = TypeFlag.HasBoundRegion;
  return boundRegions.add(debruijn, index, { id: nextId++, flags, kind: 'Bound', debruijn, index });
}

// Types without parts ---------------------------------------------------------------------------------------------

const int = (name: IntTy): Ty => newTy(0, { kind: 'Int', name });
const uint = (name: UintTy): Ty => newTy(0, { kind: 'Uint', name });
const float = (name: FloatTy): Ty => newTy(0, { kind: 'Float', name });

/** The primitive types by name. */
export const prim = {
  bool: newTy(0, { kind: 'Bool' }),
  char: newTy(0, { kind: 'Char' }),
  str: newTy(0, { kind: 'Str' }),
  i8: int('i8'),
  i16: int('i16'),
  i32: int('i32'),
  i64: int('i64'),
  i128: int('i128'),
  isize: int('isize'),
  u8: uint('u8'),
  u16: uint('u16'),
  u32: uint('u32'),
  u64: uint('u64'),
  u128: uint('u128'),
  usize: uint('usize'),
  f16: float('f16'),
  f32: float('f32'),
  f64: float('f64'),
  f128: float('f128'),
} as const;

export type PrimName = keyof typeof prim;

export function isPrimName(name: string): name is PrimName {
  return Object.hasOwn(prim, name);
}

export const never: Ty = newTy(0, { kind: 'Never' });
export const unknownTy: Ty = newTy(TypeFlag.HasUnknown, { kind: 'Unknown' });

const primByName = new Map<string, Ty>(Object.entries(prim));

/** The primitive type of that name, which `str` and `bool` are too. */
export function primTy(name: string): Ty | undefined {
  return primByName.get(name);
}

// Constants -------------------------------------------------------------------------------------------------------

const constValues = table<string, Const>();
const constParams = table<string, Const>();
const constInfers = table<number, Const>();
const unevaluated = new PairMap<Const>();

export const constUnknown: Const = newConst(TypeFlag.HasUnknown, { kind: 'ConstUnknown' });

export function mkConstValue(value: bigint | boolean, ty: Ty): Const {
  return constValues(`${value}:${ty.id}`, () => newConst(ty.flags, { kind: 'Value', value, ty }));
}

/** An array length. */
export function mkUsize(value: number | bigint): Const {
  return mkConstValue(BigInt(value), prim.usize);
}

export function mkConstParam(index: number, name: string): Const {
  return constParams(`${index}:${name}`, () =>
    newConst(TypeFlag.HasParam, { kind: 'ConstParam', index, name }),
  );
}

export function mkConstInfer(index: number): Const {
  return constInfers(index, () => newConst(TypeFlag.HasInfer, { kind: 'ConstInfer', index }));
}

export function mkUnevaluated(def: DefId, args: GenericArgs): Const {
  const known = unevaluated.get(def, args.id);
  if (known) return known;
  const flags = args.flags | TypeFlag.HasUnevaluated;
  return unevaluated.add(def, args.id, newConst(flags, { kind: 'Unevaluated', def, args }));
}

// Lists of arguments ----------------------------------------------------------------------------------------------

export const emptyArgs: GenericArgs = { id: nextId++, flags: 0, list: [] };

const singles = new Map<number, GenericArgs>();
const pairs = new PairMap<GenericArgs>();
/** Of three and more, by the number of the list without its last part, and that. */
const longer = new PairMap<GenericArgs>();
/** Numbers of what longer lists begin with: of the first two ids, then of a number (inverted, to be no id) and one more. */
const beginnings = new PairNumbers();

function unionFlags(parts: readonly { readonly flags: TypeFlags }[]): TypeFlags {
  let flags = 0;
  for (let i = 0; i < parts.length; i++) flags |= parts[i]!.flags;
  return flags;
}

function idsOf(parts: readonly { readonly id: number }[]): string {
  let key = '';
  for (let i = 0; i < parts.length; i++) key += `${parts[i]!.id},`;
  return key;
}

function newArgs(list: readonly GenericArg[]): GenericArgs {
  // The caller's array may grow further (arguments are lowered one by one): what is interned must not.
  return { id: nextId++, flags: unionFlags(list), list: list.slice() };
}

export function mkArgs(list: readonly GenericArg[]): GenericArgs {
  switch (list.length) {
    case 0:
      return emptyArgs;
    case 1: {
      const { id } = list[0]!;
      let single = singles.get(id);
      if (single === undefined) {
        single = newArgs(list);
        singles.set(id, single);
      }
      return single;
    }
    case 2: {
      const first = list[0]!.id;
      const second = list[1]!.id;
      return pairs.get(first, second) ?? pairs.add(first, second, newArgs(list));
    }
    default: {
      const last = list.length - 1;
      let beginning = beginnings.of(list[0]!.id, list[1]!.id);
      for (let i = 2; i < last; i++) beginning = beginnings.of(~beginning, list[i]!.id);
      const { id } = list[last]!;
      return longer.get(beginning, id) ?? longer.add(beginning, id, newArgs(list));
    }
  }
}

// Types with parts ------------------------------------------------------------------------------------------------

const byDefAndArgs = {
  Adt: new PairMap<Ty>(),
  FnDef: new PairMap<Ty>(),
  Closure: new PairMap<Ty>(),
  Coroutine: new PairMap<Ty>(),
  Projection: new PairMap<Ty>(),
  Opaque: new PairMap<Ty>(),
};
const foreigns = table<DefId, Ty>();
const pats = table<string, Ty>();
const arrays = new PairMap<Ty>();
const slices = table<number, Ty>();
const refs = [new PairMap<Ty>(), new PairMap<Ty>()] as const;
const rawPtrs = [table<number, Ty>(), table<number, Ty>()] as const;
const tuples = table<number, Ty>();
const fnPtrs = table<FnSig, Ty>();
const dynamics = table<string, Ty>();
const params = table<string, Ty>();
const infers = { Ty: table<number, Ty>(), Int: table<number, Ty>(), Float: table<number, Ty>() };

type NominalKind = keyof typeof byDefAndArgs;

const nominalFlags: Record<NominalKind, TypeFlags> = {
  Adt: 0,
  FnDef: 0,
  Closure: TypeFlag.HasClosure,
  Coroutine: TypeFlag.HasClosure,
  Projection: TypeFlag.HasProjection,
  Opaque: TypeFlag.HasOpaque,
};

function mkNominal(kind: NominalKind, def: DefId, args: GenericArgs): Ty {
  const types = byDefAndArgs[kind];
  const known = types.get(def, args.id);
  if (known) return known;
  const flags = args.flags | nominalFlags[kind];
  return types.add(def, args.id, newTy(flags, { kind, def, args } as Described<Ty>));
}

export const mkAdt = (def: DefId, args: GenericArgs): Ty => mkNominal('Adt', def, args);
export const mkFnDef = (def: DefId, args: GenericArgs): Ty => mkNominal('FnDef', def, args);
export const mkClosure = (def: DefId, args: GenericArgs): Ty => mkNominal('Closure', def, args);
export const mkCoroutine = (def: DefId, args: GenericArgs): Ty => mkNominal('Coroutine', def, args);
export const mkProjection = (def: DefId, args: GenericArgs): Ty => mkNominal('Projection', def, args);
export const mkOpaque = (def: DefId, args: GenericArgs): Ty => mkNominal('Opaque', def, args);

/** A type of the same kind and definition with other arguments. */
export function withArgs(ty: Ty & { readonly kind: NominalKind }, args: GenericArgs): Ty {
  return args === ty.args ? ty : mkNominal(ty.kind, ty.def, args);
}

export function mkForeign(def: DefId): Ty {
  return foreigns(def, () => newTy(0, { kind: 'Foreign', def }));
}

export function mkPat(base: Ty, pattern: string, owner: DefId): Ty {
  return pats(`${base.id} ${owner} ${pattern}`, () => newTy(0, { kind: 'Pat', base, pattern, owner }));
}

export function mkArray(elem: Ty, len: Const): Ty {
  const known = arrays.get(elem.id, len.id);
  if (known) return known;
  return arrays.add(elem.id, len.id, newTy(elem.flags | len.flags, { kind: 'Array', elem, len }));
}

export function mkSlice(elem: Ty): Ty {
  return slices(elem.id, () => newTy(elem.flags, { kind: 'Slice', elem }));
}

export function mkRef(inner: Ty, mutable: boolean, region: Region = erasedRegion): Ty {
  const types = refs[mutable ? 1 : 0];
  const known = types.get(inner.id, region.id);
  if (known) return known;
  const flags = inner.flags | region.flags;
  return types.add(inner.id, region.id, newTy(flags, { kind: 'Ref', region, inner, mutable }));
}

export function mkRawPtr(inner: Ty, mutable: boolean): Ty {
  return rawPtrs[mutable ? 1 : 0](inner.id, () => newTy(inner.flags, { kind: 'RawPtr', inner, mutable }));
}

export function mkTuple(elems: readonly Ty[]): Ty {
  // A tuple's elements are interned as an argument list, which gives the key.
  const args = mkArgs(elems);
  return tuples(args.id, () =>
    newTy(args.flags, { kind: 'Tuple', elems: args.list as readonly GenericArg[] as readonly Ty[] }),
  );
}

export const unit: Ty = mkTuple([]);

/** The interned form of a signature; `mkFnPtr` does it by itself. */
const signatures = table<string, FnSig>();

export function internSig(sig: FnSig): FnSig {
  const key = `${idsOf(sig.inputs)}>${sig.output.id}|${sig.isUnsafe ? 'u' : ''}${sig.isVarargs ? 'v' : ''}|${sig.abi}|${sig.boundRegions.join()}`;
  return signatures(key, () => sig);
}

export function sigFlags(sig: FnSig): TypeFlags {
  return unionFlags(sig.inputs) | sig.output.flags;
}

export function mkFnPtr(sig: FnSig): Ty {
  const interned = internSig(sig);
  return fnPtrs(interned, () => newTy(sigFlags(interned), { kind: 'FnPtr', sig: interned }));
}

export function mkDynamic(
  principal: ExistentialTraitRef | undefined,
  autoTraits: readonly DefId[] = [],
  projections: readonly ExistentialProjection[] = [],
  boundRegions: readonly string[] = [],
  region: Region = erasedRegion,
): Ty {
  const autos = autoTraits.length > 1 ? [...new Set(autoTraits)].sort((a, b) => a - b) : autoTraits;
  // rustc keeps projections sorted too: `dyn Tr<A = X, B = Y>` is one type however it is written.
  const sorted = projections.length > 1 ? [...projections].sort((a, b) => a.def - b.def) : projections;
  let key = principal ? `${principal.def}:${principal.args.id}` : '';
  key += `|${autos.join()}|`;
  for (const p of sorted) key += `${p.def}:${p.args.id}=${p.ty.id},`;
  key += `|${boundRegions.join()}|${region.id}`;
  return dynamics(key, () => {
    let flags = (principal?.args.flags ?? 0) | region.flags;
    for (const p of sorted) flags |= p.args.flags | p.ty.flags;
    return newTy(flags, {
      kind: 'Dynamic',
      principal,
      autoTraits: autos,
      projections: sorted,
      boundRegions,
      region,
    });
  });
}

export function mkParam(index: number, name: string): Ty {
  return params(`${index}:${name}`, () => newTy(TypeFlag.HasParam, { kind: 'Param', index, name }));
}

/**
 * Stands for any parameter that is known to be `Sized`, of which nothing else is known: where something is asked whose answer
 * hangs on no more than that, such as the size of a pointer to it.
 */
export const sizedParam: Ty = mkParam(0x3fff_ffff, '{sized}');

export function mkInfer(kind: InferVar['kind'], index: number): Ty {
  return infers[kind](index, () => newTy(TypeFlag.HasInfer, { kind: 'Infer', variable: { kind, index } }));
}

/** `Box<T>` and the like: an ADT with one type argument and nothing else. */
export function mkTraitRef(def: DefId, self: Ty, ...rest: readonly GenericArg[]): TraitRef {
  return { def, args: mkArgs([self, ...rest]) };
}

export function traitPredicate(def: DefId, args: GenericArgs): Predicate {
  return { kind: 'Trait', trait: { def, args } };
}

// What kind of argument is this? ----------------------------------------------------------------------------------

export function isRegion(arg: GenericArg): arg is Region {
  return arg.kind === 'Erased' || arg.kind === 'Bound' || arg.kind === 'Static' || arg.kind === 'Named';
}

export function isConst(arg: GenericArg): arg is Const {
  switch (arg.kind) {
    case 'Value':
    case 'ConstParam':
    case 'ConstInfer':
    case 'Unevaluated':
    case 'ConstUnknown':
      return true;
    default:
      return false;
  }
}

export function isTy(arg: GenericArg): arg is Ty {
  return !isRegion(arg) && !isConst(arg);
}

/** The `i`-th argument as a type; `unknownTy` if it is missing or none. */
export function tyArg(args: GenericArgs, i: number): Ty {
  const arg = args.list[i];
  return arg !== undefined && isTy(arg) ? arg : unknownTy;
}

/** `Self` of a trait reference or projection. */
export function selfTyOf(x: { readonly args: GenericArgs }): Ty {
  return tyArg(x.args, 0);
}

export function hasFlag(x: { readonly flags: TypeFlags }, flags: TypeFlags): boolean {
  return (x.flags & flags) !== 0;
}

export function isIntegral(ty: Ty): boolean {
  return ty.kind === 'Int' || ty.kind === 'Uint' || (ty.kind === 'Infer' && ty.variable.kind === 'Int');
}

export function isFloating(ty: Ty): boolean {
  return ty.kind === 'Float' || (ty.kind === 'Infer' && ty.variable.kind === 'Float');
}

export function isUnit(ty: Ty): boolean {
  return ty === unit;
}

/** Whether a definition is a tuple struct or variant used as a function (`FnDef` of a constructor). */
export function isCtorDef(def: DefId): boolean {
  const kind = defKind(def);
  return kind === 'Struct' || kind === 'Variant';
}
