/** Conditions of jump threading, and what comes of them. */
import type { BlockId } from '../../mir.ts';

/**
 * A place: its local, then fields (`.0`) and variants (`@1`), and at last `#` for the variant that is in it. What stands
 * behind pointers and indices has no such path.
 */
export type PlacePath = string;

export interface Condition {
  readonly place: PlacePath;
  readonly value: bigint;
  /** Whether the place is to have the value, or another. */
  readonly isEqual: boolean;
}

export type ConditionIndex = number;

/** With the condition, control goes to that block instead of where it went; or that block's own condition holds. */
export interface Effect {
  readonly block: BlockId;
  readonly condition: ConditionIndex | undefined;
}

/** The conditions at the start of a block. */
export interface ConditionSet {
  active: (readonly [ConditionIndex, Condition])[];
  fulfilled: ConditionIndex[];
  effects: (readonly Effect[])[];
}

export function matches({ value, isEqual }: Condition, found: bigint): boolean {
  return (value === found) === isEqual;
}

export function targetOf({ block }: Effect): BlockId {
  return block;
}

/** What follows of some conditions, each effect once: jumps first. */
export function effectsOf({ effects }: ConditionSet, conditions: readonly ConditionIndex[]): Effect[] {
  const found = new Map<string, Effect>();
  for (const index of conditions) {
    for (const effect of effects[index]!) found.set(`${effect.block} ${effect.condition}`, effect);
  }
  const rank = ({ condition }: Effect) => condition ?? -1;
  return [...found.values()].sort((a, b) =>
    (a.condition === undefined) !== (b.condition === undefined)
      ? rank(a) - rank(b)
      : a.block - b.block || rank(a) - rank(b),
  );
}
