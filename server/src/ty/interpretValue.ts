/**
 * The values that the interpreter of constants works on. Aggregates are changed in place, through {@link Place}s, and
 * copied where the program copies them.
 */
import { variantData } from '../hir/defMap/variants.ts';
import { type DefId, defData, defKind } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import { variantsOf } from './adt.ts';
import type { GenericArgs } from './types.ts';

/** A string is what a `str` holds; its literal is a reference to one. */
export type Value = bigint | boolean | Aggregate | Reference | FnValue | string;

/** A tuple, struct, enum or array. */
export interface Aggregate {
  readonly kind: 'aggregate';
  readonly variant: number;
  readonly fields: Value[];
}

export interface Reference {
  readonly kind: 'ref';
  readonly place: Place;
}

export interface FnValue {
  readonly kind: 'fn';
  readonly def: DefId;
  readonly args: GenericArgs;
}

export interface Place {
  get(): Value;
  set(value: Value): void;
}

export class GaveUp extends Error {}

export function giveUp(): never {
  throw new GaveUp();
}

export const unitValue: Aggregate = { kind: 'aggregate', variant: 0, fields: [] };

export function isAggregate(value: Value | undefined): value is Aggregate {
  return typeof value === 'object' && value.kind === 'aggregate';
}

export function isRef(value: Value | undefined): value is Reference {
  return typeof value === 'object' && value.kind === 'ref';
}

export function isFn(value: Value | undefined): value is FnValue {
  return typeof value === 'object' && value.kind === 'fn';
}

export function cell(initial: Value): Place {
  let value = initial;
  return {
    get: () => value,
    set: (v) => {
      value = v;
    },
  };
}

/** Copies aggregates, whose fields are assigned in place. */
export function copy(value: Value): Value {
  return isAggregate(value) ? { ...value, fields: value.fields.map(copy) } : value;
}

export function element(aggregate: Aggregate, index: number): Place {
  if (index < 0 || index >= aggregate.fields.length) giveUp();
  return {
    get: () => aggregate.fields[index]!,
    set: (v) => {
      aggregate.fields[index] = v;
    },
  };
}

export function construct(db: Database, def: DefId, fields: Value[]): Aggregate {
  if (defKind(def) !== 'Variant') return { kind: 'aggregate', variant: 0, fields };
  return { kind: 'aggregate', variant: variantsOf(db, defData(def).parent!).indexOf(def), fields };
}

export function isScalar(value: Value): value is bigint | boolean {
  return typeof value === 'bigint' || typeof value === 'boolean';
}

/** Whether a constructor is a function: that of a tuple struct or tuple variant. */
export function isTupleCtor(db: Database, def: DefId): boolean {
  return variantData(db, def)?.fieldsKind === 'Tuple';
}
