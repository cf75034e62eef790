/**
 * Pattern types, `pattern_type!(u32 is 1..)`: what core's `NonZero` and friends hold. To the type checker such a type
 * is one of its own; here it is its base type, and what the pattern leaves out is asked of the struct around it, as
 * the niches of its layout.
 */
import { item } from '../hir/defMap/defSource.ts';
import type { DefId } from '../hir/defs.ts';
import type { Path, TypeRef } from '../hir/typeRef.ts';
import type { Database } from '../query/database.ts';
import { evalConst } from './constEval.ts';
import { primTy } from './intern.ts';
import { intType, maxOf, minOf } from './intOps.ts';
import { literalConst, lowerConst } from './lowerConst.ts';
import { lowerCtxtOf } from './signatures.ts';
import type { Ty } from './types.ts';

export interface PatternType {
  readonly base: Ty;
  /** As written. */
  readonly pattern: string;
}

/** The base type and the pattern, if the type is one; bases other than primitives do not occur. */
export function patternType(ref: TypeRef): PatternType | undefined {
  if (ref.kind !== 'Macro' || ref.path.segments.at(-1)?.name !== 'pattern_type') return undefined;
  // What a macro's fragments stood for comes between invisible delimiters.
  const text = ref.args.replace(/[\uE000-\uE0FF]/g, ' ');
  const match = /^\s*(\w+)\s+is\s+([\s\S]*)$/.exec(text);
  const base = match ? primTy(match[1]!) : undefined;
  return base && { base, pattern: match![2]! };
}

/** How many bit patterns a struct of one pattern-typed field leaves unused; undefined if that cannot be told. */
export function patternNiches(db: Database, adt: DefId): { readonly niches: bigint | undefined } | undefined {
  const type = typeOfField(db, adt);
  if (!type) return undefined;
  const int = intType(type.base);
  const ranges = rangesOf(db, adt, type);
  if (!int || !ranges) return { niches: undefined };
  const used = ranges.reduce((sum, { low, high }) => sum + high - low + 1n, 0n);
  return { niches: (1n << BigInt(int.bits)) - used };
}

/** Whether 0 is all that a struct of one pattern-typed field leaves out. */
export function excludesZero(db: Database, adt: DefId): boolean {
  const type = typeOfField(db, adt);
  const ranges = type && rangesOf(db, adt, type);
  if (ranges?.some(({ low, high }) => low <= 0n && high >= 0n)) return false;
  return patternNiches(db, adt)?.niches === 1n;
}

function typeOfField(db: Database, adt: DefId): PatternType | undefined {
  const it = item(db, adt);
  const field = it?.kind === 'Struct' && it.fields.length === 1 ? it.fields[0] : undefined;
  return field && patternType(field.ty);
}

interface Range {
  readonly low: bigint;
  /** The last in it. */
  readonly high: bigint;
}

function rangesOf(db: Database, adt: DefId, { base, pattern }: PatternType): Range[] | undefined {
  const int = intType(base);
  if (!int) return undefined;
  const ranges: Range[] = [];
  for (const range of pattern.split('|')) {
    const match = /^\s*(.*?)\s*\.\.(=?)\s*(.*?)\s*$/.exec(range);
    if (!match) return undefined;
    const low = match[1] ? bound(db, adt, match[1], base) : minOf(int);
    const high = match[3] ? bound(db, adt, match[3], base) : maxOf(int);
    if (low === undefined || high === undefined) return undefined;
    ranges.push({ low, high: match[2] || !match[3] ? high : high - 1n });
  }
  return ranges;
}

function bound(db: Database, adt: DefId, text: string, ty: Ty): bigint | undefined {
  const literal = literalConst(text, ty);
  const value =
    literal.kind === 'Value'
      ? literal.value
      : evalConst(db, lowerConst(lowerCtxtOf(db, adt), { kind: 'Path', path: plainPath(text) }, ty));
  return typeof value === 'bigint' ? value : undefined;
}

function plainPath(text: string): Path {
  return {
    kind: 'Plain',
    supers: 0,
    dollarCrate: undefined,
    qself: undefined,
    traitSegments: 0,
    segments: text.split('::').map((name) => ({ name: name.trim(), args: undefined })),
  };
}
