/**
 * Patterns taken apart. After `rustc_mir_build::builder::matches::match_pair`.
 *
 * A pattern against a place becomes *match pairs*, each a place and one test that it must pass, with the pairs that
 * make sense only once that test has passed below it; and *bindings*, places that variables bind once all is matched.
 * Pairs that cannot fail dissolve into their parts.
 */
import type { BindingId, Literal, Pat, PatBound, PatId } from '../../../hir/body/body.ts';
import type { DefId } from '../../../hir/defs.ts';
import { mkSlice, prim, unknownTy } from '../../../ty/intern.ts';
import { interpretParts } from '../../../ty/interpret.ts';
import { type Aggregate, isAggregate, isRef, isScalar, type Value } from '../../../ty/interpretValue.ts';
import type { Ty } from '../../../ty/types.ts';
import { sameElem } from '../../graph.ts';
import type { MirConst } from '../../mir.ts';
import type { Builder } from '../builder.ts';
import { deref, field, type PlaceBuilder, project } from '../exprPlace.ts';
import { adtOf, literalConst } from '../mirror.ts';

export interface PatBinding {
  readonly source: PlaceBuilder;
  readonly binding: BindingId;
  readonly mode: 'move' | 'ref' | 'refMut';
}

/** A value that patterns compare with. Equal keys of the same place mean equal values. */
export interface PatConst {
  readonly key: string;
  /** The number, where it is one and known. */
  readonly value: bigint | undefined;
  readonly constant: MirConst;
  readonly ty: Ty;
}

export type TestCase =
  | { readonly kind: 'Variant'; readonly adt: DefId; readonly variant: number }
  | { readonly kind: 'Constant'; readonly constant: PatConst }
  | {
      readonly kind: 'Range';
      readonly low: PatConst | undefined;
      readonly high: PatConst | undefined;
      readonly inclusive: boolean;
    }
  /** At least `length` elements if `variable`, else exactly as many. */
  | { readonly kind: 'Slice'; readonly length: number; readonly variable: boolean }
  | { readonly kind: 'Or'; readonly alternatives: readonly FlatPat[] };

export interface MatchPair {
  readonly place: PlaceBuilder;
  readonly test: TestCase;
  readonly subpairs: readonly MatchPair[];
  readonly pat: PatId;
}

export interface FlatPat {
  readonly pairs: MatchPair[];
  readonly bindings: PatBinding[];
}

export function flatPat(b: Builder, pat: PatId, place: PlaceBuilder): FlatPat {
  const flat: FlatPat = { pairs: [], bindings: [] };
  addPattern(b, pat, place, flat.pairs, flat.bindings);
  sortPairs(flat.pairs);
  return flat;
}

/** Alternatives are expanded last, so that what surely must hold is tested once. */
export function sortPairs(pairs: MatchPair[]): void {
  pairs.sort((x, y) => (x.test.kind === 'Or' ? 1 : 0) - (y.test.kind === 'Or' ? 1 : 0));
}

function patTy(b: Builder, pat: PatId): Ty {
  return b.infer.patAdjustments.get(pat)?.[0] ?? b.infer.patTypes[pat] ?? unknownTy;
}

function addPattern(
  b: Builder,
  id: PatId,
  outer: PlaceBuilder,
  pairs: MatchPair[],
  bindings: PatBinding[],
): void {
  const pat: Pat = b.body.pats[id] ?? { kind: 'Missing' };
  let place = outer;
  const adjustments = b.infer.patAdjustments.get(id) ?? [];
  adjustments.forEach((_, i) => {
    place = deref(place, adjustments[i + 1] ?? b.infer.patTypes[id] ?? unknownTy);
  });
  const add = (sub: PatId, at: PlaceBuilder) => addPattern(b, sub, at, pairs, bindings);
  const ty = b.infer.patTypes[id] ?? unknownTy;
  switch (pat.kind) {
    case 'Missing':
    case 'Wild':
    case 'Rest':
      break;
    case 'Binding':
      // What stands behind `@` first: a by-move binding would take it along.
      if (pat.sub !== undefined) add(pat.sub, place);
      bindings.push({
        source: place,
        binding: pat.binding,
        mode: b.infer.bindingModes[pat.binding] ?? 'move',
      });
      break;
    case 'Ref':
    case 'Box':
      add(pat.pat, deref(place, patTy(b, pat.pat)));
      break;
    case 'Literal':
      if (pat.literal.kind === 'ByteStr' && ty.kind === 'Ref') {
        addBytes(id, deref(place, ty.inner), pat.literal.value, ty.inner, pairs);
        break;
      }
      addTest(pairs, place, id, literalTest(pat.literal, pat.negative, ty));
      break;
    case 'Range':
      addTest(pairs, place, id, {
        kind: 'Range',
        low: boundConst(pat.start, ty),
        high: boundConst(pat.end, ty),
        inclusive: pat.inclusive,
      });
      break;
    case 'ConstBlock':
      addTest(pairs, place, id, constantTest(`expr ${pat.expr}`, { kind: 'Scalar', value: undefined }, ty));
      break;
    case 'Path':
      addPath(b, id, place, ty, pairs);
      break;
    case 'Tuple': {
      const count = ty.kind === 'Tuple' ? ty.elems.length : pat.pats.length;
      eachPositional(pat.pats, pat.rest, count, (sub, index) => add(sub, field(place, index, patTy(b, sub))));
      break;
    }
    case 'TupleStruct':
    case 'Struct':
      addStructLike(b, id, pat, place, pairs, bindings);
      break;
    case 'Slice':
      addSlice(b, id, pat, place, ty, pairs, bindings);
      break;
    case 'Or': {
      const alternatives = pat.pats.map((p) => flatPat(b, p, place));
      // An alternative without tests and bindings matches anything.
      if (alternatives.some((a) => a.pairs.length === 0 && a.bindings.length === 0)) break;
      pairs.push({ place, test: { kind: 'Or', alternatives }, subpairs: [], pat: id });
      break;
    }
  }
}

function addTest(pairs: MatchPair[], place: PlaceBuilder, pat: PatId, test: TestCase): void {
  pairs.push({ place, test, subpairs: [], pat });
}

/** Calls `visit` with each pattern and the index of the field that it stands for, given where `..` stood. */
function eachPositional(
  pats: readonly PatId[],
  rest: number | undefined,
  count: number,
  visit: (pat: PatId, index: number) => void,
): void {
  const skipped = rest === undefined ? 0 : Math.max(0, count - pats.length);
  pats.forEach((pat, i) => {
    visit(pat, rest !== undefined && i >= rest ? i + skipped : i);
  });
}

function addStructLike(
  b: Builder,
  id: PatId,
  pat: Extract<Pat, { kind: 'TupleStruct' | 'Struct' }>,
  outer: PlaceBuilder,
  pairs: MatchPair[],
  bindings: PatBinding[],
): void {
  const ty = b.infer.patTypes[id] ?? unknownTy;
  const def = b.infer.patPaths.get(id)?.def;
  const adt = def === undefined ? undefined : adtOf(b, def);
  const subPats = pat.kind === 'TupleStruct' ? pat.pats : pat.fields.map((f) => f.pat);
  if (!adt || def === undefined || ty.kind !== 'Adt') {
    // Unknown: its variables still exist, bound to nothing known.
    for (const sub of subPats) addPattern(b, sub, field(outer, 0, patTy(b, sub)), pairs, bindings);
    return;
  }
  const isEnum = b.types.adtKind(adt.adt) === 'Enum';
  const place = isEnum ? project(outer, { kind: 'Downcast', variant: adt.variant }, ty) : outer;
  const refutable = isEnum && b.types.variants(ty.def).length > 1;
  const below: MatchPair[] = [];
  const into = refutable ? below : pairs;
  const fieldTys = b.types.fieldTys(def, ty.args);
  const add = (sub: PatId, index: number) =>
    addPattern(b, sub, field(place, index, fieldTys[index] ?? patTy(b, sub)), into, bindings);
  if (pat.kind === 'TupleStruct') eachPositional(pat.pats, pat.rest, fieldTys.length, add);
  else {
    const indices = b.infer.patFields.get(id);
    pat.fields.forEach((f, i) => {
      const index = indices?.[i];
      if (index !== undefined && index >= 0) add(f.pat, index);
    });
  }
  if (refutable) {
    sortPairs(below);
    pairs.push({ place: outer, test: { kind: 'Variant', ...adt }, subpairs: below, pat: id });
  }
}

function addPath(b: Builder, id: PatId, place: PlaceBuilder, ty: Ty, pairs: MatchPair[]): void {
  const value = b.infer.patPaths.get(id);
  if (value?.def === undefined) return;
  if (value.kind === 'Const') {
    if (ty.kind === 'Adt' || ty.kind === 'Tuple' || ty.kind === 'Array' || ty.kind === 'Ref') {
      const parts = interpretParts(b.db, value.def, value.args);
      if (parts !== undefined && isComparedByParts(b, parts, ty)) {
        addParts(b, id, place, parts, ty, pairs);
        return;
      }
    }
    const constant: MirConst = { kind: 'Unevaluated', def: value.def, args: value.args };
    addTest(
      pairs,
      place,
      id,
      constantTest(`const ${value.def} ${value.args.id}`, constant, ty, b.constValue(value.def, value.args)),
    );
    return;
  }
  const adt = adtOf(b, value.def);
  if (!adt || ty.kind !== 'Adt') return;
  if (b.types.adtKind(adt.adt) !== 'Enum' || b.types.variants(ty.def).length === 1) return;
  addTest(pairs, place, id, { kind: 'Variant', ...adt });
}

/** Whether a constant pattern is one of the parts of its value, down to numbers and texts. */
function isComparedByParts(b: Builder, value: Value, ty: Ty): boolean {
  if (isRef(value)) {
    if (ty.kind !== 'Ref') return false;
    const pointee = value.place.get();
    return typeof pointee === 'string' ? ty.inner.kind === 'Str' : isComparedByParts(b, pointee, ty.inner);
  }
  if (!isAggregate(value)) return isScalar(value);
  if (ty.kind === 'Array' || ty.kind === 'Slice')
    return value.fields.every((part) => isComparedByParts(b, part, ty.elem));
  const tys = partTys(b, value, ty);
  return (
    tys !== undefined && value.fields.every((part, i) => isComparedByParts(b, part, tys[i] ?? unknownTy))
  );
}

function partTys(b: Builder, { variant, fields }: Aggregate, ty: Ty): readonly Ty[] | undefined {
  if (ty.kind === 'Tuple') return ty.elems;
  const def = ty.kind === 'Adt' ? b.types.variants(ty.def)[variant] : undefined;
  if (ty.kind !== 'Adt' || def === undefined) return undefined;
  const tys = b.types.fieldTys(def, ty.args);
  return tys.length === fields.length ? tys : undefined;
}

/** A constant as the pattern that its value would be written as. After `rustc_mir_build::thir::pattern::const_to_pat`. */
function addParts(
  b: Builder,
  id: PatId,
  outer: PlaceBuilder,
  value: Value,
  ty: Ty,
  pairs: MatchPair[],
): void {
  if (isRef(value)) {
    const pointee = value.place.get();
    if (ty.kind !== 'Ref') return;
    if (typeof pointee === 'string')
      addTest(pairs, outer, id, literalTest({ kind: 'Str', value: pointee }, false, ty));
    else addParts(b, id, deref(outer, ty.inner), pointee, ty.inner, pairs);
    return;
  }
  if (!isAggregate(value)) {
    if (!isScalar(value)) return;
    const number = BigInt(value);
    const constant: MirConst = { kind: 'Scalar', value };
    addTest(pairs, outer, id, constantTest('', constant, ty, number));
    return;
  }
  const { variant, fields } = value;
  if (ty.kind === 'Array' || ty.kind === 'Slice') {
    const { elem } = ty;
    addElements(id, outer, fields.length, ty, pairs, (i, at, into) => {
      addParts(b, id, at, fields[i]!, elem, into);
    });
    return;
  }
  const isEnum = ty.kind === 'Adt' && b.types.adtKind(ty.def) === 'Enum';
  const place = isEnum ? project(outer, { kind: 'Downcast', variant }, ty) : outer;
  const refutable = isEnum && b.types.variants(ty.def).length > 1;
  const below: MatchPair[] = [];
  const tys = partTys(b, value, ty) ?? [];
  fields.forEach((part, i) => {
    const partTy = tys[i] ?? unknownTy;
    addParts(b, id, field(place, i, partTy), part, partTy, refutable ? below : pairs);
  });
  if (refutable)
    pairs.push({ place: outer, test: { kind: 'Variant', adt: ty.def, variant }, subpairs: below, pat: id });
}

/** A byte string is the slice, or array, of its bytes. */
function addBytes(id: PatId, place: PlaceBuilder, bytes: string, ty: Ty, pairs: MatchPair[]): void {
  addElements(id, place, bytes.length, ty, pairs, (i, at, into) => {
    const value = BigInt(bytes.charCodeAt(i));
    addTest(into, at, id, constantTest('', { kind: 'Scalar', value }, prim.u8, value));
  });
}

/** All elements of an array, or of a slice that has so many. */
function addElements(
  id: PatId,
  place: PlaceBuilder,
  minLength: number,
  ty: Ty,
  pairs: MatchPair[],
  add: (index: number, at: PlaceBuilder, into: MatchPair[]) => void,
): void {
  const below: MatchPair[] = [];
  const refutable = ty.kind !== 'Array';
  const elem = ty.kind === 'Array' || ty.kind === 'Slice' ? ty.elem : prim.u8;
  for (let offset = 0; offset < minLength; offset++) {
    const at = project(place, { kind: 'ConstantIndex', offset, fromEnd: false, minLength }, elem);
    add(offset, at, refutable ? below : pairs);
  }
  if (refutable)
    pairs.push({
      place,
      test: { kind: 'Slice', length: minLength, variable: false },
      subpairs: below,
      pat: id,
    });
}

function addSlice(
  b: Builder,
  id: PatId,
  pat: Extract<Pat, { kind: 'Slice' }>,
  place: PlaceBuilder,
  ty: Ty,
  pairs: MatchPair[],
  bindings: PatBinding[],
): void {
  const minLength = pat.before.length + pat.after.length;
  const variable = pat.rest !== undefined;
  const isArray = ty.kind === 'Array';
  const length =
    isArray && ty.len.kind === 'Value' && typeof ty.len.value === 'bigint' ? Number(ty.len.value) : undefined;
  const elem = isArray || ty.kind === 'Slice' ? ty.elem : unknownTy;
  const below: MatchPair[] = [];
  const refutable = !isArray && !(variable && minLength === 0);
  const into = refutable ? below : pairs;
  const add = (sub: PatId, at: PlaceBuilder) => addPattern(b, sub, at, into, bindings);
  pat.before.forEach((sub, offset) => {
    add(sub, project(place, { kind: 'ConstantIndex', offset, fromEnd: false, minLength }, elem));
  });
  if (typeof pat.rest === 'number') {
    const from = pat.before.length;
    const fromEnd = length === undefined;
    const to = length === undefined ? pat.after.length : length - pat.after.length;
    const restTy = isArray ? patTy(b, pat.rest) : mkSlice(elem);
    add(pat.rest, project(place, { kind: 'Subslice', from, to, fromEnd, ty: restTy }, restTy));
  }
  pat.after.forEach((sub, i) => {
    const distance = pat.after.length - i;
    const fromEnd = length === undefined;
    const offset = length === undefined ? distance : length - distance;
    add(sub, project(place, { kind: 'ConstantIndex', offset, fromEnd, minLength }, elem));
  });
  if (refutable) {
    sortPairs(below);
    pairs.push({ place, test: { kind: 'Slice', length: minLength, variable }, subpairs: below, pat: id });
  }
}

function constantTest(key: string, constant: MirConst, ty: Ty, value?: bigint): TestCase {
  return {
    kind: 'Constant',
    constant: { key: value === undefined ? key : `value ${value}`, value, constant, ty },
  };
}

function literalTest(literal: Literal, negative: boolean, ty: Ty): TestCase {
  return { kind: 'Constant', constant: literalPatConst(literal, negative, ty) };
}

function literalPatConst(literal: Literal, negative: boolean, ty: Ty): PatConst {
  let constant = literalConst(literal);
  let value: bigint | undefined;
  if (constant.kind === 'Scalar' && constant.value !== undefined) {
    value = BigInt(constant.value);
    if (negative) value = -value;
    constant = { kind: 'Scalar', value: literal.kind === 'Bool' ? literal.value : value };
  } else if (constant.kind === 'Str') constant = { ...constant, isPattern: true };
  return { key: value === undefined ? literalKey(literal, negative) : `value ${value}`, value, constant, ty };
}

function literalKey(literal: Literal, negative: boolean): string {
  switch (literal.kind) {
    case 'Str':
      return `str ${literal.value}`;
    case 'Float':
      return `float ${negative ? '-' : ''}${literal.text}`;
    case 'ByteStr':
      return `bytes ${literal.value}`;
    default:
      return `other ${nextKey++}`;
  }
}

/** Keys of values that are never known to be equal. */
let nextKey = 0;

function boundConst(bound: PatBound | undefined, ty: Ty): PatConst | undefined {
  if (!bound) return undefined;
  if (bound.kind === 'Literal') return literalPatConst(bound.literal, bound.negative, ty);
  return { key: `bound ${nextKey++}`, value: undefined, constant: { kind: 'Scalar', value: undefined }, ty };
}

export function samePlace(x: PlaceBuilder, y: PlaceBuilder): boolean {
  return (
    x.local === y.local &&
    x.upvar === y.upvar &&
    x.projection.length === y.projection.length &&
    x.projection.every((elem, i) => sameElem(elem, y.projection[i]!))
  );
}
