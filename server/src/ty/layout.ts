/**
 * Sizes and alignments, as rustc computes them for 64-bit targets: what `size_of` answers in constants.
 *
 * A layout is a size, an alignment and the number of *niches*: bit patterns that no value has, which an enum around
 * it may use for its other variants. Structs and tuples are reordered by descending alignment, niches first. An enum has
 * its variants beside a tag, or in the largest variant's niche, if all others fit before or after that. For what is not
 * certain there is no answer. After rustc's `rustc_abi::layout`.
 */
import { attrArguments, findAttr } from '../hir/attrs.ts';
import { item } from '../hir/defMap/defSource.ts';
import { type DefId, defCrate, defKind } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { adtVariants, isSized, structTail, upvarTys } from './adt.ts';
import { evalConst } from './constEval.ts';
import { discriminants } from './discriminant.ts';
import { substitute } from './fold.ts';
import { intType } from './intOps.ts';
import { langAdt } from './langAdts.ts';
import { patternNiches } from './patternTypes.ts';
import { emptyParamEnv } from './predicates.ts';
import { normalizeErasing } from './project.ts';
import { type Repr, reprOf } from './repr.ts';
import type { Ty } from './types.ts';

export interface Layout {
  readonly size: bigint;
  readonly align: bigint;
  /** How many values an enum may put into it besides its own; undefined: some, but who knows how many. */
  readonly niches: bigint | undefined;
  /** Where the bytes with those patterns are, and how many; undefined: who knows. */
  readonly niche?: { readonly offset: bigint; readonly size: bigint } | undefined;
  /** No value of the type exists. */
  readonly uninhabited: boolean;
}

const types = new Map<number, Ty>();

const layoutQuery = defineQuery<number, Layout | undefined>(
  'layout',
  (db, id) => compute(db, types.get(id)!),
  {
    equals: (a, b) => a === b || (a !== undefined && b !== undefined && sameLayout(a, b)),
    onCycle: () => undefined,
  },
);

function sameLayout(a: Layout, b: Layout): boolean {
  return (
    a.size === b.size &&
    a.align === b.align &&
    a.niches === b.niches &&
    a.niche?.offset === b.niche?.offset &&
    a.niche?.size === b.niche?.size &&
    a.uninhabited === b.uninhabited
  );
}

/** The layout of a sized monomorphic type; undefined where it is not certain. */
export function layoutOf(db: Database, ty: Ty): Layout | undefined {
  types.set(ty.id, ty);
  return layoutQuery(db, ty.id);
}

function scalar(size: bigint, niches = 0n): Layout {
  const niche = { offset: 0n, size };
  return { size, align: size > 16n ? 16n : size, niches, niche, uninhabited: false };
}

const zst: Layout = { size: 0n, align: 1n, niches: 0n, uninhabited: false };

function compute(db: Database, ty: Ty): Layout | undefined {
  switch (ty.kind) {
    case 'Bool':
      return scalar(1n, 254n);
    case 'Char':
      return scalar(4n, 0xffff_ffffn - 0x10_ffffn);
    case 'Int':
    case 'Uint':
      return scalar(BigInt(intType(ty)!.bits / 8));
    case 'Pat':
      return { ...layoutOf(db, ty.base)!, niches: patternNiches(db, ty) };
    case 'Float':
      return scalar(BigInt(Number(ty.name.slice(1)) / 8));
    case 'Never':
      return { ...zst, uninhabited: true };
    case 'FnDef':
      return zst;
    case 'FnPtr':
      return scalar(8n, 1n);
    case 'Ref':
    case 'RawPtr':
      return pointer(db, ty);
    case 'Array': {
      const elem = layoutOf(db, ty.elem);
      const length = evalConst(db, ty.len);
      if (!elem || typeof length !== 'bigint') return undefined;
      return {
        size: elem.size * length,
        align: elem.align,
        niches: length === 0n ? 0n : elem.niches,
        niche: elem.niche,
        uninhabited: elem.uninhabited && length > 0n,
      };
    }
    case 'Tuple':
      return product(ty.elems.map((e) => layoutOf(db, e)));
    case 'Closure':
      return product(upvarTys(db, ty.def, ty.args).map((u) => layoutOf(db, normalizeErasing(db, u))));
    case 'Adt':
      return adtLayout(db, ty.def, ty);
    default:
      return undefined;
  }
}

function pointer(db: Database, ty: Ty & { readonly kind: 'Ref' | 'RawPtr' }): Layout | undefined {
  const niches = ty.kind === 'Ref' ? 1n : 0n;
  if (isSized(db, ty.inner, emptyParamEnv)) {
    if (ty.inner.kind === 'Unknown') return undefined;
    // A reference is aligned: the addresses that are not are niches as well, but rustc only uses null.
    return scalar(8n, niches);
  }
  const tail = structTail(db, ty.inner, (t) => normalizeErasing(db, t));
  switch (tail.kind) {
    case 'Slice':
    case 'Str':
      return { size: 16n, align: 8n, niches, niche: { offset: 0n, size: 8n }, uninhabited: false };
    case 'Dynamic':
      // A vtable is never null, either.
      return {
        size: 16n,
        align: 8n,
        niches: ty.kind === 'Ref' ? niches : 1n,
        niche: { offset: ty.kind === 'Ref' ? 0n : 8n, size: 8n },
        uninhabited: false,
      };
    case 'Foreign':
      return scalar(8n, niches);
    default:
      return undefined;
  }
}

const roundUp = (size: bigint, align: bigint): bigint => ((size + align - 1n) / align) * align;
const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const atMost = (a: bigint, most: bigint): bigint => (a > most ? most : a);

/** A struct or tuple whose fields may be reordered. */
function product(written: readonly (Layout | undefined)[], packed?: bigint): Layout | undefined {
  const fields: Layout[] = [];
  for (const field of written) {
    if (!field) return undefined;
    fields.push(field);
  }
  if (packed !== undefined) return { ...arrange(fields, packed), niche: undefined };
  const layout = arrange(byAlignment(fields, 'start'));
  const { niche, size } = layout;
  if (!niche || niche.offset === 0n || niche.offset + niche.size === size || fields.length === 1)
    return layout;
  // With room on both sides of the niche it may do better near the end.
  const other = arrange(byAlignment(fields, 'end'));
  if (!other.niche) return { ...layout, niche: undefined };
  return niche.offset > other.size - other.niche.offset - other.niche.size ? other : layout;
}

/** What has no size, then by what each is aligned to or may be taken to be, then those with niches to one side. */
function byAlignment(fields: readonly Layout[], nichesTo: 'start' | 'end'): Layout[] {
  const mostAligned = fields.reduce((sum, f) => max(sum, f.align), 1n);
  const mostNiches = fields.reduce((sum, f) => max(sum, f.niches ?? 1n), 0n);
  const group = ({ size, align, niches = 1n }: Layout): bigint => {
    const whole = powerIn(max(size, align));
    if (mostNiches === 0n) return whole;
    if (nichesTo === 'end') return niches === mostNiches ? align : whole;
    return atMost(whole, mostAligned);
  };
  const order = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);
  const sign = nichesTo === 'start' ? 1 : -1;
  const distance = ({ niche, size }: Layout): bigint =>
    !niche ? 0n : nichesTo === 'start' ? niche.offset : size - niche.offset - niche.size;
  return fields.toSorted(
    (a, b) =>
      Number(a.size > 0n) - Number(b.size > 0n) ||
      order(group(b), group(a)) ||
      sign * order(b.niches ?? 1n, a.niches ?? 1n) ||
      sign * order(distance(a), distance(b)),
  );
}

/** The largest power of two that divides it. */
const powerIn = (n: bigint): bigint => n & -n;

function arrange(fields: readonly Layout[], packed?: bigint): Layout {
  let end = 0n;
  let align = 1n;
  let niches: bigint | undefined = 0n;
  let niche: Layout['niche'];
  let uninhabited = false;
  for (const field of fields) {
    const own = packed !== undefined && packed < field.align ? packed : field.align;
    const offset = roundUp(end, own);
    end = offset + field.size;
    align = max(align, own);
    if (niches === undefined || field.niches === undefined) niches = undefined;
    else if (field.niches > niches) {
      niches = field.niches;
      niche = field.niche && { offset: offset + field.niche.offset, size: field.niche.size };
    }
    uninhabited ||= field.uninhabited;
  }
  return { size: roundUp(end, align), align, niches, niche, uninhabited };
}

/** `repr(C)`: in the order written. */
function inOrder(fields: readonly (Layout | undefined)[], packed?: bigint): Layout | undefined {
  return fields.includes(undefined) ? undefined : arrange(fields as readonly Layout[], packed);
}

function withAlign(layout: Layout | undefined, repr: Repr): Layout | undefined {
  if (!layout || repr.align === undefined) return layout;
  const align = max(layout.align, BigInt(repr.align));
  return { ...layout, align, size: roundUp(layout.size, align) };
}

function adtLayout(db: Database, adt: DefId, ty: Ty & { readonly kind: 'Adt' }): Layout | undefined {
  const repr = reprOf(db, adt);
  const packed = repr.packed === undefined ? undefined : BigInt(repr.packed);
  const variants = adtVariants(db, adt).map((v) =>
    v.fields.map((f) => layoutOf(db, normalizeErasing(db, substitute(f.ty, ty.args)))),
  );
  if (repr.simd) return packed === undefined ? vector(variants[0]?.[0]) : undefined;
  switch (defKind(adt)) {
    case 'Struct': {
      const fields = variants[0] ?? [];
      const plain = repr.c ? inOrder(fields, packed) : product(fields, packed);
      const layout = withAlign(plain, repr);
      return layout && withValidRange(db, adt, layout);
    }
    case 'Union': {
      let size = 0n;
      let align = 1n;
      for (const field of variants[0] ?? []) {
        if (!field) return undefined;
        size = max(size, field.size);
        align = max(align, packed !== undefined && packed < field.align ? packed : field.align);
      }
      return withAlign({ size: roundUp(size, align), align, niches: 0n, uninhabited: false }, repr);
    }
    case 'Enum':
      return withAlign(enumLayout(db, adt, repr, variants), repr);
    default:
      return undefined;
  }
}

/** A SIMD vector, around an array: aligned as a whole. */
function vector(elements: Layout | undefined): Layout | undefined {
  if (!elements) return undefined;
  let size = 1n;
  while (size < elements.size) size *= 2n;
  return { size, align: size, niches: 0n, uninhabited: false };
}

/** `rustc_layout_scalar_valid_range_*` and `UnsafeCell`, which make and hide niches. */
function withValidRange(db: Database, adt: DefId, layout: Layout): Layout {
  if (langAdt(db, adt) === 'unsafe_cell') return { ...layout, niches: 0n };
  const declared = declaredNiches(db, adt, layout.size);
  if (!declared) return layout;
  // Of a wide pointer, it is the address that is meant.
  return { ...layout, niches: declared.niches, niche: { offset: 0n, size: atMost(layout.size, 8n) } };
}

/**
 * How many bit patterns of the type's one field, of so many bytes, are declared to be no values; undefined where nothing
 * is declared. The number is undefined where it cannot be told.
 */
export function declaredNiches(
  db: Database,
  adt: DefId,
  size: bigint,
): { readonly niches: bigint | undefined } | undefined {
  const it = item(db, adt);
  if (!it) return undefined;
  const { cfg } = crateData(db, defCrate(adt));
  const start = findAttr(it.attrs, cfg, 'rustc_layout_scalar_valid_range_start');
  const end = findAttr(it.attrs, cfg, 'rustc_layout_scalar_valid_range_end');
  if (!start && !end) return undefined;
  const bits = size * 8n;
  const low = start ? parseInteger(attrArguments(start)) : 0n;
  const high = end ? parseInteger(attrArguments(end)) : (1n << bits) - 1n;
  const isKnown = low !== undefined && high !== undefined;
  return { niches: isKnown ? (1n << bits) - 1n - (high - low) : undefined };
}

function parseInteger(text: string): bigint | undefined {
  const plain = text.replaceAll('_', '').replace(/[iu](8|16|32|64|128|size)$/, '');
  return /^(0x[\da-f]+|\d+)$/i.test(plain) ? BigInt(plain) : undefined;
}

function enumLayout(
  db: Database,
  adt: DefId,
  repr: Repr,
  variants: readonly (readonly (Layout | undefined)[])[],
): Layout | undefined {
  if (variants.length === 0) return { ...zst, uninhabited: true };
  if (repr.c) return undefined;
  const payloads: Layout[] = [];
  for (const fields of variants) {
    const layout = product(fields);
    if (!layout) return undefined;
    payloads.push(layout);
  }
  // A variant that can never be and holds no data takes no part.
  const isAbsent = (p: Layout) => p.uninhabited && p.size === 0n;
  const present = payloads.filter((p) => !isAbsent(p));
  if (!repr.int) {
    if (present.length === 0) return { ...zst, uninhabited: true };
    if (present.length === 1) return present[0];
  }
  const tag = enumTag(db, adt, discriminants(db, adt), (i) => !isAbsent(payloads[i]!));
  if (!tag) return undefined;
  let size = tag.size;
  let align = tag.size;
  for (const fields of variants) {
    const layout = product([scalar(tag.size), ...fields]);
    if (!layout) return undefined;
    size = max(size, layout.size);
    align = max(align, layout.align);
  }
  const tagged: Layout = {
    size: roundUp(size, align),
    align,
    niches: tag.niches,
    niche: { offset: 0n, size: tag.size },
    uninhabited: false,
  };
  if (repr.int) return tagged;
  const filled = inNiche(payloads, isAbsent);
  if (filled === 'unknown') return undefined;
  if (!filled || filled.size > tagged.size) return tagged;
  const isRicher = (filled.niches ?? 0n) > (tagged.niches ?? 0n);
  return filled.size < tagged.size || isRicher ? filled : tagged;
}

/** All variants but the largest told apart by patterns that the largest has no use for. */
function inNiche(
  variants: readonly Layout[],
  isAbsent: (variant: Layout) => boolean,
): Layout | undefined | 'unknown' {
  let largest = 0;
  variants.forEach(({ size }, i) => {
    if (size >= variants[largest]!.size) largest = i;
  });
  const host = variants[largest]!;
  const needsPattern = (variant: Layout, i: number) => i !== largest && !isAbsent(variant);
  const first = variants.findIndex(needsPattern);
  const count = BigInt(variants.findLastIndex(needsPattern) - first + 1);
  if (first < 0) return undefined;
  if (host.niches === undefined) return 'unknown';
  if (host.niches < count) return undefined;
  const { niche } = host;
  const align = variants.reduce((sum, v) => max(sum, v.align), 1n);
  const others = variants.filter((v, i) => i !== largest && v.size > 0n);
  if (!niche && others.length > 0) return 'unknown';
  const fits = others.every((v) => {
    if (v.size <= niche!.offset) return true;
    return roundUp(niche!.offset + niche!.size, v.align) + v.size <= host.size;
  });
  if (!fits) return undefined;
  return {
    size: roundUp(host.size, align),
    align,
    niches: host.niches - count,
    niche,
    uninhabited: false,
  };
}

/** What tells the variants of an enum apart, where no niche does: its size, and the values of it that are none. */
export interface EnumTag {
  readonly size: bigint;
  readonly niches: bigint;
}

/** Of the variants that are present, given the `discriminants` of all; undefined where one is not known. */
export function enumTag(
  db: Database,
  adt: DefId,
  values: readonly (bigint | undefined)[],
  isPresent: (variant: number) => boolean,
): EnumTag | undefined {
  let low: bigint | undefined;
  let high: bigint | undefined;
  for (const [i, value] of values.entries()) {
    if (value === undefined) return undefined;
    if (!isPresent(i)) continue;
    if (low === undefined || value < low) low = value;
    if (high === undefined || value > high) high = value;
  }
  low ??= 0n;
  high ??= 0n;
  const { int } = reprOf(db, adt);
  const size = int ? BigInt(intType(int)!.bits / 8) : smallestHolding(low, high);
  return { size, niches: (1n << (size * 8n)) - (high - low + 1n) };
}

/** The bytes of the smallest integer that holds all of the range. */
function smallestHolding(low: bigint, high: bigint): bigint {
  for (const bytes of [1n, 2n, 4n, 8n]) {
    const bits = bytes * 8n;
    const unsignedFits = low >= 0n && high < 1n << bits;
    const signedFits = low >= -(1n << (bits - 1n)) && high < 1n << (bits - 1n);
    if (unsignedFits || signedFits) return bytes;
  }
  return 16n;
}
