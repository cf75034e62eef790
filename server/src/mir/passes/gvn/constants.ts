/**
 * Values that are known where a body is optimized: literals, named constants that no parameter decides, and what is put
 * together of them, if it fits a register or two. After `eval_to_const` and `op_to_prop_const` of
 * `rustc_mir_transform::gvn`.
 */
import { PairMap } from '../../../base/pairMap.ts';
import type { Database } from '../../../query/database.ts';
import { evalConst } from '../../../ty/constEval.ts';
import { isAggregate, isScalar, type Value } from '../../../ty/interpretValue.ts';
import { intType } from '../../../ty/intOps.ts';
import { valueOfBits } from '../../../ty/transmute.ts';
import { type Ty, TypeFlag } from '../../../ty/types.ts';
import type { MutBody } from '../../graph.ts';
import { hasKnownLayout } from '../../knownLayout.ts';
import type { AggregateKind, MirConst } from '../../mir.ts';
import { scalarParts } from '../../scalarAbi.ts';
import type { TypeOps } from '../../typeOps.ts';
import { literalConst } from '../constConditions.ts';
import { lengthOfNamed, partOf, promotedContents, staticContents } from './constantMemory.ts';
import {
  type Constant,
  isDeterministic,
  type Value as NumberedValue,
  type ValueElem,
  type ValueId,
  type ValueTable,
} from './values.ts';

const unknownScalar: MirConst = { kind: 'Scalar', value: undefined };

export class Constants {
  readonly #db: Database;
  readonly #body: MutBody;
  readonly #types: TypeOps;
  readonly #values: ValueTable;
  /** Fields of named constants. */
  readonly #fields = new Map<ValueId, Value>();
  /** What named constants are put together of, by definition and arguments; each is mentioned many times. */
  readonly #parts = new PairMap<{ readonly value: Value | undefined }>();
  /** What is known of values that are read of constants by way of an address. */
  readonly #memory = new Map<ValueId, MirConst>();

  constructor(db: Database, body: MutBody, types: TypeOps, values: ValueTable) {
    this.#db = db;
    this.#body = body;
    this.#types = types;
    this.#values = values;
  }

  /** The value of a constant as it stands in the body. */
  value(operand: Constant): ValueId {
    const { constant, ty } = operand;
    const value = this.#values.intern({ kind: 'constant', operand }, ty);
    // A named constant is another value than the number that it is, and so is an array's length.
    const isNumber = constant.kind === 'Unevaluated' || constant.kind === 'TyConst';
    const scalar = isNumber && intType(ty) !== undefined ? this.#evaluate(constant) : undefined;
    if (scalar !== undefined) this.#memory.set(value, scalarConst(scalar, ty));
    return value;
  }

  scalar(value: bigint | boolean, ty: Ty): ValueId {
    return this.#ofConst(scalarConst(value, ty), ty);
  }

  /** What a computation gives, if that is known. */
  computed(way: NumberedValue, scalar: bigint | boolean, ty: Ty): ValueId {
    return this.#withContent(way, scalarConst(scalar, ty), ty);
  }

  /** A value is the way it came about: it is not the constant that has the same content. */
  #withContent(way: NumberedValue, content: MirConst, ty: Ty): ValueId {
    const value = this.#values.intern(way, ty);
    this.#memory.set(value, content);
    return value;
  }

  zeroSized(ty: Ty): ValueId {
    return this.#ofConst({ kind: 'ZeroSized' }, ty);
  }

  #ofConst(constant: MirConst, ty: Ty): ValueId {
    return this.#values.intern(
      { kind: 'constant', operand: { kind: 'Constant', constant, ty, source: -1 } },
      ty,
    );
  }

  #evaluate(constant: MirConst): bigint | boolean | undefined {
    switch (constant.kind) {
      case 'Unevaluated':
        return this.#types.constValue(constant.def, constant.args);
      case 'TyConst':
        return evalConst(this.#db, constant.value);
      default:
        return undefined;
    }
  }

  /** The value as an integer, where it is one that is known. */
  bits(value: ValueId): bigint | undefined {
    const content = this.#memory.get(value);
    if (content) return literalConst(content);
    const known = this.#values.get(value);
    return known.kind === 'constant' ? literalConst(known.operand.constant) : undefined;
  }

  /** The constant that has the value wherever it is mentioned. */
  asConstant(value: ValueId): Constant | undefined {
    if (value === 0) return undefined;
    const known = this.#values.get(value);
    const content = this.#memory.get(value);
    if (!content && known.kind === 'constant' && isDeterministic(known.operand)) return known.operand;
    const ty = this.#values.ty(value);
    if (content) {
      if (holdsAddress(content) || !scalarParts(ty, this.#types)) return undefined;
      return { kind: 'Constant', constant: content, ty, source: -1 };
    }
    if (!this.#mayEvaluate(ty)) return undefined;
    if (this.#isUninit(value)) return { kind: 'Constant', constant: unknownScalar, ty, source: -1 };
    const constant = this.#constOf(value);
    // The address in a constant may be another where it is mentioned again.
    if (!constant || !scalarParts(ty, this.#types) || this.#hasAddress(value)) return undefined;
    return { kind: 'Constant', constant, ty, source: -1 };
  }

  /** The layouts of what is not a scalar may hang on that of the coroutine which is optimized. */
  #mayEvaluate(ty: Ty): boolean {
    if (this.#body.coroutineDrop === undefined || intType(ty) !== undefined) return true;
    return ty.kind === 'Float' || ty.kind === 'RawPtr' || ty.kind === 'FnDef' || ty.kind === 'FnPtr';
  }

  /** Whether no byte of the value is initialized: then it is a constant, however large it is. */
  #isUninit(value: ValueId): boolean {
    const known = this.#values.get(value);
    const ty = this.#values.ty(value);
    if (this.#types.isZst(ty) || !hasKnownLayout(ty, this.#types)) return false;
    if (known.kind === 'repeat') return this.#isUninit(known.element);
    if (known.kind !== 'aggregate' || !this.#isUnion(known.aggregate)) return false;
    const active = activeField(known.fields);
    return active !== 0 && this.#types.isZst(this.#values.ty(active));
  }

  #isUnion(aggregate: AggregateKind): boolean {
    return aggregate.kind === 'Adt' && this.#types.adtKind(aggregate.def) === 'Union';
  }

  /** The value, if it is known by now. */
  #constOf(value: ValueId): MirConst | undefined {
    if (value === 0) return undefined;
    const content = this.#memory.get(value);
    if (content) return content;
    const known = this.#values.get(value);
    const ty = this.#values.ty(value);
    if (!this.#mayEvaluate(ty)) return undefined;
    const isMade = known.kind !== 'constant' && known.kind !== 'opaque' && known.kind !== 'argument';
    if (isMade && this.#types.isZst(ty)) return { kind: 'ZeroSized' };
    switch (known.kind) {
      case 'constant': {
        const { constant } = known.operand;
        if (constant.kind === 'RuntimeChecks' || this.#isGeneric(constant)) return undefined;
        return constant.kind === 'Unevaluated' ? this.#evaluated(constant, ty) : constant;
      }
      case 'aggregate': {
        if (known.aggregate.kind === 'Array' || !scalarParts(ty, this.#types)) return undefined;
        if (this.#isUnion(known.aggregate)) return this.#constOf(activeField(known.fields)) && unknownScalar;
        const fields: MirConst[] = [];
        for (const field of known.fields) {
          const constant = this.#constOf(field);
          if (!constant) return undefined;
          fields.push(constant);
        }
        return { kind: 'Scalar', value: undefined, parts: { aggregate: known.aggregate, fields } };
      }
      case 'rawPointer': {
        const isKnown = this.#constOf(known.address) && this.#constOf(known.metadata);
        return isKnown ? unknownScalar : undefined;
      }
      case 'discriminant':
        return this.#constOf(known.of) && unknownScalar;
      case 'projection': {
        // What is reinterpreted or looked into keeps no parts that we know. An index that is known is no `Index` any more.
        return known.elem.kind === 'Deref' || known.elem.kind === 'Index'
          ? undefined
          : this.#constOf(known.base) && unknownScalar;
      }
      case 'cast': {
        if (known.cast === 'ReifyFnPointer' || known.cast === 'ClosureFnPointer' || known.cast === 'Unsize')
          return undefined;
        // What makes a pointer of an integer, or an integer of one, is left for run time.
        if (known.cast === 'Other' || known.cast === 'Subtype') return undefined;
        const operand = this.#constOf(known.operand);
        if (!operand || !scalarParts(ty, this.#types)) return undefined;
        if (known.cast === 'Transmute' && !this.#mayBeReread(known.operand, ty)) return undefined;
        // A null pointer, for one.
        const isAddress = operand.kind === 'Scalar' && !operand.parts && ty.kind === 'RawPtr';
        return isAddress ? operand : unknownScalar;
      }
      case 'binary':
        return this.#constOf(known.lhs) && this.#constOf(known.rhs) && unknownScalar;
      case 'unary':
        return this.#constOf(known.operand) && unknownScalar;
      default:
        return undefined;
    }
  }

  /** A named constant as what it is put together of, by which it is the same value under any name; itself, if it is not known. */
  #evaluated(constant: MirConst & { kind: 'Unevaluated' }, ty: Ty): MirConst {
    if (!scalarParts(ty, this.#types)) return constant;
    const value = this.#partsOf(constant);
    return (value !== undefined && constOfValue(value, ty, this.#types)) || constant;
  }

  #partsOf({ def, args }: MirConst & { kind: 'Unevaluated' }): Value | undefined {
    let known = this.#parts.get(def, args.id);
    if (known === undefined) {
      known = { value: this.#types.constParts(def, args) };
      this.#parts.add(def, args.id, known);
    }
    return known.value;
  }

  /** Whether the value's registers are those of a value of that type. */
  #mayBeReread(value: ValueId, to: Ty): boolean {
    const from = scalarParts(this.#values.ty(value), this.#types);
    const end = scalarParts(to, this.#types);
    return from !== undefined && end !== undefined && from.count === end.count && !from.hasPointer;
  }

  #hasAddress(value: ValueId): boolean {
    const known = this.#values.get(value);
    const content = this.#memory.get(value);
    if (content) return holdsAddress(content);
    if (this.#types.isZst(this.#values.ty(value))) return false;
    switch (known.kind) {
      case 'constant': {
        const { constant, ty } = known.operand;
        if (constant.kind === 'Scalar') return false;
        if (constant.kind === 'Unevaluated') return scalarParts(ty, this.#types)?.hasPointer !== false;
        return constant.kind === 'Str' || constant.kind === 'Promoted' || constant.kind === 'Static';
      }
      case 'aggregate':
        return known.fields.some((field) => this.#hasAddress(field));
      case 'rawPointer':
        return this.#hasAddress(known.address);
      case 'cast':
      case 'unary':
        return this.#hasAddress(known.operand);
      case 'projection':
        return scalarParts(this.#values.ty(value), this.#types)?.hasPointer !== false;
      default:
        return false;
    }
  }

  #isGeneric(constant: MirConst): boolean {
    switch (constant.kind) {
      case 'Unevaluated':
        return (constant.args.flags & TypeFlag.HasParam) !== 0 && this.#partsOf(constant) === undefined;
      case 'TyConst':
        return constant.value.kind !== 'Value';
      default:
        return false;
    }
  }

  /** The variant that a constant is. */
  variantOf(value: ValueId): number | undefined {
    const known = this.#values.get(value);
    const constant =
      this.#memory.get(value) ?? (known.kind === 'constant' ? known.operand.constant : undefined);
    if (constant?.kind === 'Unevaluated') {
      const named = this.#partsOf(constant);
      return isAggregate(named) ? named.variant : undefined;
    }
    const bits = known.kind === 'cast' && known.cast === 'Transmute' ? this.bits(known.operand) : undefined;
    if (bits !== undefined) {
      const made = valueOfBits(this.#db, bits, this.#values.ty(value));
      return made !== undefined && isAggregate(made) ? made.variant : undefined;
    }
    const aggregate = constant?.kind === 'Scalar' ? constant.parts?.aggregate : undefined;
    return aggregate?.kind === 'Adt' ? aggregate.variant : undefined;
  }

  /** A part of a constant, or what one points to; 0 where it is not known. */
  part(base: ValueId, elem: ValueElem, ty: Ty): ValueId {
    const known = this.#values.get(base);
    const constant = known.kind === 'constant' ? known.operand.constant : undefined;
    const inMemory = this.#memory.get(base);
    if (elem.kind === 'Deref' || (inMemory && inMemory.kind !== 'Unevaluated')) {
      const pointer = inMemory ?? constant;
      const found =
        elem.kind === 'Deref' ? pointer && this.#pointee(pointer) : inMemory && partOf(inMemory, elem);
      if (!found) return 0;
      const scalar = intType(ty) === undefined ? undefined : this.#evaluate(found);
      const content: MirConst = scalar === undefined ? found : { kind: 'Scalar', value: scalar };
      return this.#withContent({ kind: 'projection', base, elem }, content, ty);
    }
    const named = this.#fieldOfNamed(base, elem, ty);
    if (named !== 0) return named;
    if (!constant) return 0;
    const content = partOf(constant, elem);
    return content ? this.#withContent({ kind: 'projection', base, elem }, content, ty) : 0;
  }

  /** A field of a named constant, or of a field of one. */
  #fieldOfNamed(base: ValueId, elem: ValueElem, ty: Ty): ValueId {
    if (elem.kind !== 'Field') return 0;
    const known = this.#values.get(base);
    const constant =
      this.#memory.get(base) ?? (known.kind === 'constant' ? known.operand.constant : undefined);
    const whole = constant?.kind === 'Unevaluated' ? this.#partsOf(constant) : this.#fields.get(base);
    const part = isAggregate(whole) ? whole.fields[elem.index] : undefined;
    if (part === undefined) return 0;
    const way = { kind: 'projection', base, elem } as const;
    if (intType(ty) !== undefined) return isScalar(part) ? this.computed(way, part, ty) : 0;
    const value = this.#values.intern(way, ty);
    this.#fields.set(value, part);
    return value;
  }

  /** What the pointer points to, if that is read of a constant. */
  #pointee(constant: MirConst): MirConst | undefined {
    if (constant.kind === 'Str') return constant;
    if (constant.kind === 'Static') return staticContents(this.#db, this.#types, constant.def);
    const promoted = constant.kind === 'Promoted' ? this.#body.promoteds[constant.index] : undefined;
    return promoted && promotedContents(this.#db, promoted);
  }

  /** The length of text that was read of a constant. */
  textLength(value: ValueId): number | undefined {
    const content = this.#memory.get(value);
    if (content?.kind === 'Str') return content.length;
    const known = this.#values.get(value);
    if (known.kind === 'constant') {
      const { constant } = known.operand;
      const isNamed = constant.kind === 'Unevaluated' && !this.#isGeneric(constant);
      return isNamed ? lengthOfNamed(this.#db, constant.def) : undefined;
    }
    if (known.kind !== 'cast') return undefined;
    if (known.cast === 'PtrToPtr') return this.textLength(known.operand);
    // A pointer in registers is not reinterpreted, one in memory is read anew.
    return known.cast === 'Transmute' && this.#isInMemory(known.operand)
      ? this.textLength(known.operand)
      : undefined;
  }

  #isInMemory(value: ValueId): boolean {
    if (this.#memory.has(value)) return true;
    const known = this.#values.get(value);
    return known.kind === 'cast' && known.cast === 'Transmute' && this.#isInMemory(known.operand);
  }
}

/** The field of a union that has a value; 0 if that is not known. */
function activeField(fields: readonly ValueId[]): ValueId {
  return fields.find((field) => field !== 0) ?? 0;
}

/** Undefined where the value holds an address. */
function constOfValue(value: Value, ty: Ty, types: TypeOps): MirConst | undefined {
  if (types.isZst(ty)) return { kind: 'ZeroSized' };
  if (typeof value === 'bigint' || typeof value === 'boolean')
    return isNumeric(ty) ? scalarConst(value, ty) : undefined;
  if (!isAggregate(value)) return undefined;
  const { variant } = value;
  let aggregate: AggregateKind;
  let tys: readonly Ty[];
  if (ty.kind === 'Adt') {
    const def = types.variants(ty.def)[variant];
    if (def === undefined || types.adtKind(ty.def) === 'Union') return undefined;
    aggregate = { kind: 'Adt', def: ty.def, variant, args: ty.args };
    tys = types.fieldTys(def, ty.args);
  } else if (ty.kind === 'Tuple') [aggregate, tys] = [{ kind: 'Tuple' }, ty.elems];
  else return undefined;
  const fields: MirConst[] = [];
  for (const [i, field] of value.fields.entries()) {
    const constant = tys[i] && constOfValue(field, tys[i], types);
    if (!constant) return undefined;
    fields.push(constant);
  }
  return { kind: 'Scalar', value: undefined, parts: { aggregate, fields } };
}

function isNumeric(ty: Ty): boolean {
  return intType(ty) !== undefined || ty.kind === 'Float';
}

function scalarConst(value: bigint | boolean, ty: Ty): MirConst {
  return { kind: 'Scalar', value: ty.kind === 'Bool' && typeof value === 'bigint' ? value !== 0n : value };
}

function holdsAddress(constant: MirConst): boolean {
  if (constant.kind !== 'Scalar') return constant.kind !== 'ZeroSized' && constant.kind !== 'TyConst';
  return constant.parts?.fields.some(holdsAddress) ?? false;
}
