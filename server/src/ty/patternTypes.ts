/**
 * Pattern types, `pattern_type!(u32 is 1..)`: what core's `NonZero` and friends hold. Such a type is one of its own, into
 * which and out of which core transmutes; its layout is that of its base, and what the pattern leaves out are niches.
 */
import type { DefId } from '../hir/defs.ts';
import type { Path, TypeRef } from '../hir/typeRef.ts';
import type { Database } from '../query/database.ts';
import { evalConst } from './constEval.ts';
import { mkPat, primTy } from './intern.ts';
import { intType, maxOf, minOf } from './intOps.ts';
import { literalConst, lowerConst } from './lowerConst.ts';
import type { LowerCtxt } from './lowerCtxt.ts';
import { lowerCtxtOf } from './signatures.ts';
import type { Ty } from './types.ts';

type PatternType = Extract<Ty, { readonly kind: 'Pat' }>;

/** Undefined if the type is none; bases other than primitives occur in headers of impls only. */
export function lowerPatternType(ctx: LowerCtxt, ref: TypeRef): Ty | undefined {
  if (ref.kind !== 'Macro' || ref.path.segments.at(-1)?.name !== 'pattern_type') return undefined;
  // What a macro's fragments stood for comes between invisible delimiters.
  const text = ref.args.replace(/[\uE000-\uE0FF]/g, ' ');
  const match = /^\s*(\w+)\s+is\s+([\s\S]*)$/.exec(text);
  const base = match ? primTy(match[1]!) : undefined;
  return base && mkPat(base, match![2]!.trim(), ctx.owner);
}

/** How many bit patterns are no values of the type; undefined if that cannot be told. */
export function patternNiches(db: Database, type: PatternType): bigint | undefined {
  const int = intType(type.base);
  const ranges = rangesOf(db, type);
  if (!int || !ranges) return undefined;
  const used = ranges.reduce((sum, { low, high }) => sum + high - low + 1n, 0n);
  return (1n << BigInt(int.bits)) - used;
}

/** Whether 0 is all that the pattern leaves out. */
export function excludesZero(db: Database, type: PatternType): boolean {
  const ranges = rangesOf(db, type);
  if (ranges?.some(({ low, high }) => low <= 0n && high >= 0n)) return false;
  return patternNiches(db, type) === 1n;
}

interface Range {
  readonly low: bigint;
  /** The last in it. */
  readonly high: bigint;
}

function rangesOf(db: Database, { base, pattern, owner }: PatternType): Range[] | undefined {
  const int = intType(base);
  if (!int) return undefined;
  const ranges: Range[] = [];
  for (const range of pattern.split('|')) {
    const match = /^\s*(.*?)\s*\.\.(=?)\s*(.*?)\s*$/.exec(range);
    if (!match) return undefined;
    const low = match[1] ? bound(db, owner, match[1], base) : minOf(int);
    const high = match[3] ? bound(db, owner, match[3], base) : maxOf(int);
    if (low === undefined || high === undefined) return undefined;
    ranges.push({ low, high: match[2] || !match[3] ? high : high - 1n });
  }
  return ranges;
}

function bound(db: Database, owner: DefId, text: string, ty: Ty): bigint | undefined {
  const literal = literalConst(text, ty);
  const value =
    literal.kind === 'Value'
      ? literal.value
      : evalConst(db, lowerConst(lowerCtxtOf(db, owner), { kind: 'Path', path: plainPath(text) }, ty));
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
