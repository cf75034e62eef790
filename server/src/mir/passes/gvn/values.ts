/**
 * The values that a body computes, by number: what is made in the same way of the same values has the same number. What
 * is a value of its own wherever it is made (an argument, what a call returns, an address) has a number of its own.
 */
import { unknownTy } from '../../../ty/intern.ts';
import { intType } from '../../../ty/intOps.ts';
import type { Ty } from '../../../ty/types.ts';
import type { AggregateKind, LocalId, MirCast, MirConst, Operand, PlaceElem } from '../../mir.ts';

/** A value's number; 0 is none, for what is not the same wherever it is read. */
export type ValueId = number;

/** A step of a place, with the value of an index rather than the local that holds it. */
export type ValueElem =
  | Exclude<PlaceElem, { readonly kind: 'Index' }>
  | { readonly kind: 'Index'; readonly index: ValueId };

export type Constant = Operand & { readonly kind: 'Constant' };

export type Value =
  | { readonly kind: 'opaque' }
  | { readonly kind: 'argument' }
  | { readonly kind: 'constant'; readonly operand: Constant }
  | { readonly kind: 'aggregate'; readonly aggregate: AggregateKind; readonly fields: readonly ValueId[] }
  | { readonly kind: 'repeat'; readonly element: ValueId }
  | { readonly kind: 'projection'; readonly base: ValueId; readonly elem: ValueElem }
  /** Where a place is: that of a local, or what a pointer points to, and on from there. */
  | {
      readonly kind: 'address';
      readonly base: { readonly local: LocalId } | { readonly pointer: ValueId };
      readonly projection: readonly ValueElem[];
    }
  /** A pointer made of an address and what else it carries, such as a length. */
  | { readonly kind: 'rawPointer'; readonly address: ValueId; readonly metadata: ValueId }
  | { readonly kind: 'cast'; readonly cast: MirCast; readonly operand: ValueId }
  | { readonly kind: 'unary'; readonly op: string; readonly operand: ValueId }
  | { readonly kind: 'binary'; readonly op: string; readonly lhs: ValueId; readonly rhs: ValueId }
  | { readonly kind: 'discriminant'; readonly of: ValueId };

export class ValueTable {
  readonly #values: Value[] = [{ kind: 'opaque' }];
  readonly #tys: Ty[] = [unknownTy];
  readonly #numbers = new Map<string, ValueId>();

  get(value: ValueId): Value {
    return this.#values[value]!;
  }

  ty(value: ValueId): Ty {
    return this.#tys[value]!;
  }

  /** A value that is equal to no other. */
  unique(value: Value, ty: Ty): ValueId {
    this.#tys.push(ty);
    return this.#values.push(value) - 1;
  }

  intern(value: Value, ty: Ty): ValueId {
    const part = keyOf(value);
    if (part === undefined) return this.unique(value, ty);
    const key = `${part} ${ty.id}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.unique(value, ty);
      this.#numbers.set(key, number);
    }
    return number;
  }
}

function keyOf(value: Value): string | undefined {
  switch (value.kind) {
    case 'opaque':
    case 'argument':
    case 'address':
      return undefined;
    case 'constant': {
      const { constant } = value.operand;
      if (constant.kind === 'Unevaluated')
        return isDeterministic(value.operand) ? `constant ${constant.def} ${constant.args.id}` : undefined;
      const key = constantKey(constant);
      return key && `constant ${key}`;
    }
    case 'aggregate':
      return `aggregate ${aggregateKey(value.aggregate)} ${value.fields.join(',')}`;
    case 'repeat':
      return `repeat ${value.element}`;
    case 'projection':
      return `projection ${value.base} ${elemKey(value.elem)}`;
    case 'rawPointer':
      return `pointer ${value.address} ${value.metadata}`;
    case 'cast':
      return `cast ${value.cast} ${value.operand}`;
    case 'unary':
      return `unary ${value.op} ${value.operand}`;
    case 'binary':
      return `binary ${value.op} ${value.lhs} ${value.rhs}`;
    case 'discriminant':
      return `discriminant ${value.of}`;
  }
}

function elemKey(elem: ValueElem): string {
  switch (elem.kind) {
    case 'Deref':
      return '*';
    case 'Field':
      return `.${elem.index}`;
    case 'Index':
      return `[${elem.index}]`;
    case 'ConstantIndex':
      return `[${elem.offset} ${elem.fromEnd}]`;
    case 'Subslice':
      return `[${elem.from}:${elem.to} ${elem.fromEnd}]`;
    case 'Downcast':
      return `as ${elem.variant}`;
  }
}

function aggregateKey(aggregate: AggregateKind): string {
  switch (aggregate.kind) {
    case 'Array':
      return 'array';
    case 'Tuple':
      return 'tuple';
    case 'Adt':
      return `adt ${aggregate.def} ${aggregate.variant}`;
    default:
      return `${aggregate.kind} ${aggregate.def}`;
  }
}

/** Whether it is the same wherever it is mentioned: what holds addresses may have others. */
export function isDeterministic({ constant, ty }: Constant): boolean {
  const { kind } = constant;
  if (kind === 'Unevaluated') return intType(ty) !== undefined || ty.kind === 'Float';
  if (kind === 'Str') return !constant.isPattern;
  return kind === 'Scalar' || kind === 'ZeroSized' || kind === 'Static' || kind === 'TyConst';
}

const memoryNumbers = new WeakMap<MirConst, number>();
let memoryCount = 0;

/** What a constant was evaluated to has a place in memory, which is the same wherever it is inlined. */
function memoryNumber(constant: MirConst): number {
  let number = memoryNumbers.get(constant);
  if (number === undefined) {
    number = memoryCount++;
    memoryNumbers.set(constant, number);
  }
  return number;
}

/** Undefined for what may be another value (that is, at another address) each time it is mentioned. */
function constantKey(constant: MirConst): string | undefined {
  switch (constant.kind) {
    case 'Scalar':
      if (constant.parts) {
        const fields = constant.parts.fields.map((f) => (f.kind === 'Str' ? undefined : constantKey(f)));
        return fields.includes(undefined)
          ? `memory ${memoryNumber(constant)}`
          : `${aggregateKey(constant.parts.aggregate)}(${fields.join()})`;
      }
      return constant.value === undefined ? undefined : `scalar ${constant.value}`;
    case 'ZeroSized':
      return 'zst';
    case 'Str':
      return constant.text === undefined || constant.isPattern ? undefined : `text ${constant.text}`;
    case 'Static':
      return `static ${constant.def}`;
    case 'RuntimeChecks':
      return `checks ${constant.checks}`;
    case 'TyConst':
      return constant.value.kind === 'ConstParam'
        ? `param ${constant.value.name}`
        : constant.value.kind === 'Value'
          ? `value ${constant.value.value}`
          : undefined;
    default:
      return undefined;
  }
}
