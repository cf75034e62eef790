/**
 * Impls sorted by their *simplified* self type, its outermost constructor, so that a search for `Vec<u8>: Trait` looks
 * at the impls for `Vec<_>` and at the blanket impls, and at nothing else. After rustc's `fast_reject::simplify_type`.
 */
import { equalLists } from '../base/equalLists.ts';
import { defCodec } from '../hir/defCodec.ts';
import type { DefId } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import { implSelfTy } from './signatures.ts';
import type { Ty } from './types.ts';

/** What a type's outermost constructor is, as a number; undefined for what may be anything. */
export type SimplifiedTy = number;

const codes = {
  Adt: 0,
  Foreign: 1,
  Closure: 2,
  Coroutine: 3,
  FnDef: 4,
  Dynamic: 5,
  Tuple: 6,
  FnPtr: 7,
  Ref: 8,
  RawPtr: 9,
  Array: 10,
  Slice: 11,
  DynamicAuto: 12,
  Scalar: 13,
} as const;

/** The constructors that name a definition. */
export const nominalCodes: ReadonlySet<number> = new Set([codes.Adt, codes.Foreign, codes.Dynamic]);

export function simplifyTy(ty: Ty): SimplifiedTy | undefined {
  switch (ty.kind) {
    case 'Adt':
    case 'Foreign':
    case 'Closure':
    case 'Coroutine':
    case 'FnDef':
      return ty.def * 16 + codes[ty.kind];
    case 'Dynamic':
      if (ty.principal) return ty.principal.def * 16 + codes.Dynamic;
      return (ty.autoTraits[0] ?? 0) * 16 + codes.DynamicAuto;
    case 'Tuple':
      return ty.elems.length * 16 + codes.Tuple;
    case 'FnPtr':
      return ty.sig.inputs.length * 16 + codes.FnPtr;
    case 'Ref':
    case 'RawPtr':
      return (ty.mutable ? 16 : 0) + codes[ty.kind];
    case 'Array':
    case 'Slice':
      return codes[ty.kind];
    case 'Param':
    case 'Projection':
    case 'Opaque':
    case 'Infer':
    case 'Unknown':
      return undefined;
    default:
      return ty.id * 16 + codes.Scalar;
  }
}

export interface ImplList {
  readonly all: readonly DefId[];
  readonly bySelf: ReadonlyMap<SimplifiedTy, readonly DefId[]>;
  /** Those whose self type may be anything. */
  readonly blanket: readonly DefId[];
}

/** Sorts impls by their self types. */
export function groupBySelf(db: Database, all: readonly DefId[]): ImplList {
  const bySelf = new Map<SimplifiedTy, DefId[]>();
  const blanket: DefId[] = [];
  for (const impl of all) {
    const self = implSelfTy(db, impl);
    if (self.kind === 'Unknown') continue; // applies to nothing that we could name
    const key = simplifyTy(self);
    if (key === undefined) {
      blanket.push(impl);
      continue;
    }
    const list = bySelf.get(key);
    if (list) list.push(impl);
    else bySelf.set(key, [impl]);
  }
  return { all, bySelf, blanket };
}

export function sameImplList(a: ImplList, b: ImplList): boolean {
  if (!equalLists(a.all, b.all) || !equalLists(a.blanket, b.blanket) || a.bySelf.size !== b.bySelf.size)
    return false;
  for (const [key, impls] of a.bySelf) {
    const others = b.bySelf.get(key);
    if (!others || !equalLists(impls, others)) return false;
  }
  return true;
}

/** Those that may apply to a self type. */
export function listedImpls(impls: ImplList, self: Ty): readonly DefId[] {
  if (self.kind === 'Infer' || self.kind === 'Unknown') return impls.all;
  const key = simplifyTy(self);
  // A parameter or an alias that stays one is like no type that an impl can name.
  if (key === undefined) return impls.blanket;
  const own = impls.bySelf.get(key);
  if (!own) return impls.blanket;
  return impls.blanket.length === 0 ? own : [...own, ...impls.blanket];
}

/** The constructors that have the number of a definition in them. */
const definedCodes: ReadonlySet<number> = new Set([
  codes.Adt,
  codes.Foreign,
  codes.Closure,
  codes.Coroutine,
  codes.FnDef,
  codes.Dynamic,
  codes.DynamicAuto,
]);

/** Puts something else in the place of the definition in a simplified type. */
function mapDef(ty: SimplifiedTy, map: (def: number) => number): SimplifiedTy {
  const code = ty % 16;
  return definedCodes.has(code) ? map((ty - code) / 16) * 16 + code : ty;
}

type ListRows = readonly [
  all: readonly number[],
  bySelf: readonly (readonly [SimplifiedTy, readonly number[]])[],
  blanket: readonly number[],
];

/** Types without definitions in them have the same numbers in every run. */
export const implListCodec = defCodec<ImplList, ListRows>(
  (table, { all, bySelf, blanket }) => [
    table.list(all),
    [...bySelf].map(([self, impls]) => [mapDef(self, (def) => table.def(def as DefId)), table.list(impls)]),
    table.list(blanket),
  ],
  (table, [all, bySelf, blanket]) => ({
    all: table.list(all),
    bySelf: new Map(
      bySelf.map(([self, impls]) => [mapDef(self, (row) => table.def(row)), table.list(impls)]),
    ),
    blanket: table.list(blanket),
  }),
);
