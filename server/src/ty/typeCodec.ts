/**
 * Types, arguments and constants as text, to be remembered from one run to the next: a second table over that of
 * definitions (`hir/defCodec.ts`), and read and written in the same way.
 */

import { DefDecoder, DefEncoder, NotWritable, type Row } from '../hir/defCodec.ts';
import type { DefId } from '../hir/defs.ts';
import {
  constUnknown,
  erasedRegion,
  mkAdt,
  mkArgs,
  mkArray,
  mkBoundRegion,
  mkClosure,
  mkConstParam,
  mkConstValue,
  mkCoroutine,
  mkDynamic,
  mkFnDef,
  mkFnPtr,
  mkForeign,
  mkOpaque,
  mkParam,
  mkPat,
  mkProjection,
  mkRawPtr,
  mkRef,
  mkSlice,
  mkTuple,
  mkUnevaluated,
  never,
  primTy,
  staticRegion,
  unknownTy,
} from './intern.ts';
import type { Const, FnSig, GenericArg, GenericArgs, Region, Ty } from './types.ts';

/** Writes the tables. */
export class TypeEncoder {
  readonly values: Row[] = [];
  readonly #defs = new DefEncoder();
  /** Types, constants, regions and lists of arguments share one counter of ids, and so one table. */
  readonly #valueRows = new Map<number, number>();

  get defs(): readonly Row[] {
    return this.#defs.defs;
  }

  def(def: DefId): number {
    return this.#defs.def(def);
  }

  #add(id: number, row: Row): number {
    this.values.push(row);
    this.#valueRows.set(id, this.values.length - 1);
    return this.values.length - 1;
  }

  args(args: GenericArgs): number {
    const known = this.#valueRows.get(args.id);
    return known ?? this.#add(args.id, ['Args', ...args.list.map((arg) => this.value(arg))]);
  }

  value(value: GenericArg): number {
    return this.#valueRows.get(value.id) ?? this.#add(value.id, this.#describe(value));
  }

  #describe(value: Ty | Const | Region): Row {
    switch (value.kind) {
      case 'Int':
      case 'Uint':
      case 'Float':
        return [value.kind, value.name];
      case 'Adt':
      case 'FnDef':
      case 'Closure':
      case 'Coroutine':
      case 'Projection':
      case 'Opaque':
      case 'Unevaluated':
        return [value.kind, this.def(value.def), this.args(value.args)];
      case 'Foreign':
        return [value.kind, this.def(value.def)];
      case 'Pat':
        return [value.kind, this.value(value.base), value.pattern, this.def(value.owner)];
      case 'Array':
        return [value.kind, this.value(value.elem), this.value(value.len)];
      case 'Slice':
        return [value.kind, this.value(value.elem)];
      case 'Ref':
        return [value.kind, this.value(value.inner), value.mutable, this.value(value.region)];
      case 'RawPtr':
        return [value.kind, this.value(value.inner), value.mutable];
      case 'Tuple':
        return [value.kind, ...value.elems.map((elem) => this.value(elem))];
      case 'FnPtr': {
        const { inputs, output, ...flags } = value.sig;
        return [value.kind, inputs.map((input) => this.value(input)), this.value(output), flags];
      }
      case 'Dynamic':
        return [
          value.kind,
          value.principal ? [this.def(value.principal.def), this.args(value.principal.args)] : undefined,
          value.autoTraits.map((trait) => this.def(trait)),
          value.projections.map(({ def, args, ty }) => [this.def(def), this.args(args), this.value(ty)]),
          value.boundRegions,
          this.value(value.region),
        ];
      case 'Param':
      case 'ConstParam':
        return [value.kind, value.index, value.name];
      case 'Bound':
        return [value.kind, value.debruijn, value.index];
      case 'Value':
        return typeof value.value === 'bigint'
          ? [value.kind, `${value.value}`, this.value(value.ty)]
          : [value.kind, value.value, this.value(value.ty)];
      case 'Infer':
      case 'ConstInfer':
        throw new NotWritable();
      default:
        return [value.kind];
    }
  }
}

type Decoded = GenericArg | GenericArgs;

/** Reads the tables. What is asked for and not in them throws. */
export class TypeDecoder {
  readonly #defs: DefDecoder;
  readonly #values: Decoded[] = [];

  constructor(defs: readonly Row[], values: readonly Row[]) {
    this.#defs = new DefDecoder(defs);
    for (const row of values) this.#values.push(this.#read(row));
  }

  def(row: unknown): DefId {
    return this.#defs.def(row);
  }

  value(row: unknown): Decoded {
    const value = this.#values[row as number];
    if (value === undefined) throw new Error('no such row');
    return value;
  }

  ty(row: unknown): Ty {
    return this.value(row) as Ty;
  }

  args(row: unknown): GenericArgs {
    return this.value(row) as GenericArgs;
  }

  #read(row: Row): Decoded {
    const [kind, a, b, c, d, e] = row;
    switch (kind) {
      case 'Args':
        return mkArgs(row.slice(1).map((part) => this.value(part) as GenericArg));
      case 'Tuple':
        return mkTuple(row.slice(1).map((part) => this.ty(part)));
      case 'Int':
      case 'Uint':
      case 'Float':
        return this.#prim(a as string);
      case 'Bool':
      case 'Char':
      case 'Str':
        return this.#prim((kind as string).toLowerCase());
      case 'Never':
        return never;
      case 'Unknown':
        return unknownTy;
      case 'Erased':
        return erasedRegion;
      case 'Static':
        return staticRegion;
      case 'ConstUnknown':
        return constUnknown;
      case 'Adt':
        return mkAdt(this.def(a), this.args(b));
      case 'FnDef':
        return mkFnDef(this.def(a), this.args(b));
      case 'Closure':
        return mkClosure(this.def(a), this.args(b));
      case 'Coroutine':
        return mkCoroutine(this.def(a), this.args(b));
      case 'Projection':
        return mkProjection(this.def(a), this.args(b));
      case 'Opaque':
        return mkOpaque(this.def(a), this.args(b));
      case 'Unevaluated':
        return mkUnevaluated(this.def(a), this.args(b));
      case 'Foreign':
        return mkForeign(this.def(a));
      case 'Pat':
        return mkPat(this.ty(a), b as string, this.def(c));
      case 'Array':
        return mkArray(this.ty(a), this.value(b) as Const);
      case 'Slice':
        return mkSlice(this.ty(a));
      case 'Ref':
        return mkRef(this.ty(a), b as boolean, this.value(c) as Region);
      case 'RawPtr':
        return mkRawPtr(this.ty(a), b as boolean);
      case 'FnPtr':
        return mkFnPtr({
          ...(c as Omit<FnSig, 'inputs' | 'output'>),
          inputs: (a as number[]).map((input) => this.ty(input)),
          output: this.ty(b),
        });
      case 'Dynamic':
        return mkDynamic(
          a ? { def: this.def((a as Row)[0]), args: this.args((a as Row)[1]) } : undefined,
          (b as number[]).map((trait) => this.def(trait)),
          (c as Row[]).map(([def, args, ty]) => ({
            def: this.def(def),
            args: this.args(args),
            ty: this.ty(ty),
          })),
          d as string[],
          this.value(e) as Region,
        );
      case 'Param':
        return mkParam(a as number, b as string);
      case 'ConstParam':
        return mkConstParam(a as number, b as string);
      case 'Bound':
        return mkBoundRegion(a as number, b as number);
      case 'Value':
        return mkConstValue(typeof a === 'string' ? BigInt(a) : (a as boolean), this.ty(b));
      default:
        throw new Error(`unknown kind of row: ${kind}`);
    }
  }

  #prim(name: string): Ty {
    const ty = primTy(name);
    if (!ty) throw new Error(`no primitive type ${name}`);
    return ty;
  }
}
