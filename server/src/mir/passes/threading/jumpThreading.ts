/**
 * Skips branches whose outcome is known from how control came there: `x = None; goto b; b: match x { … }` goes to the
 * arm. What lies between, up to the branch, is copied for that way alone, if it is short.
 *
 * Blocks are walked backwards, successors first, with the *conditions* under which a branch further on would be decided.
 * Each statement turns a condition on what it writes into one on what it reads, or fulfills it, or makes it
 * meaningless. A condition that is fulfilled at some point is then followed forwards again, to the branch. After
 * `rustc_mir_transform::jump_threading`.
 */
import type { Database } from '../../../query/database.ts';
import { forEachSuccessor, type MutBody, reversePostorder } from '../../graph.ts';
import { blockCost, type CostContext } from '../../inline/costChecker.ts';
import type { BlockId } from '../../mir.ts';
import type { TypeOps } from '../../typeOps.ts';
import { applyConditions } from './applyConditions.ts';
import { type ConditionSet, type Effect, effectsOf, targetOf } from './conditions.ts';
import { ConditionFinder } from './findConditions.ts';

/** What may be copied for one branch that is skipped. */
const maxCost = 100;

export function threadJumps(db: Database, body: MutBody, types: TypeOps, ubChecks: boolean): void {
  const { blocks } = body;
  if (blocks.some(({ terminator: { kind } }) => kind === 'Yield')) return;
  if (!blocks.some(({ terminator, isCleanup }) => terminator.kind === 'SwitchInt' && !isCleanup)) return;
  const finder = new ConditionFinder(body, types);
  const order = reversePostorder(blocks);
  const states = finder.run(order);
  fulfillFromPredecessors(body, order, states);
  removeCostly(db, body, order, states, { needsDrop: types.needsDrop, ubChecks });
  applyConditions(body, states);
}

/** What is fulfilled on all ways into a block is so in the block: there nothing needs to be copied. */
function fulfillFromPredecessors(
  { blocks }: MutBody,
  order: readonly BlockId[],
  states: readonly ConditionSet[],
): void {
  const predecessors = new Int32Array(blocks.length);
  predecessors[0] = 1;
  for (const block of order) forEachSuccessor(blocks[block]!.terminator, (t) => void predecessors[t]!++);
  const fulfilledIn = states.map((state) => new Int32Array(state.effects.length));
  for (const block of order) {
    const count = predecessors[block]!;
    // All ways into it were redirected.
    if (count === 0) continue;
    const state = states[block]!;
    fulfilledIn[block]!.forEach((ways, condition) => {
      if (ways === count) state.fulfilled.push(condition);
    });
    let pending: readonly Effect[] = effectsOf(state, state.fulfilled);
    let successors: BlockId[] = [];
    forEachSuccessor(blocks[block]!.terminator, (t) => successors.push(t));
    for (let effect = pending[0]; effect; effect = pending[0]) {
      const { block: target, condition } = effect;
      pending = pending.slice(1);
      if (condition === undefined) {
        predecessors[target]!++;
        for (const s of successors) predecessors[s]!--;
        pending = pending.filter((other) => targetOf(other) === target);
        successors = [target];
      } else {
        fulfilledIn[target]![condition]! += successors.filter((s) => s === target).length;
      }
    }
  }
}

/** Forgets conditions whose branches are too far away. */
function removeCostly(
  db: Database,
  { blocks }: MutBody,
  order: readonly BlockId[],
  states: readonly ConditionSet[],
  context: CostContext,
): void {
  const ofBlock: (number | undefined)[] = [];
  const cost = (block: BlockId): number => {
    const known = (ofBlock[block] ??= Math.min(maxCost, blockCost(db, blocks[block]!, context)));
    return known;
  };
  // What leads to itself costs too much.
  const ofCondition = states.map((state) => new Array<number>(state.effects.length).fill(maxCost));
  for (const block of order.toReversed()) {
    const state = states[block]!;
    ofCondition[block] = state.effects.map((effects) => {
      let sum = 0;
      for (const { block: target, condition } of effects) {
        // What is so anyway in the next block leaves that as it is.
        if (condition === undefined || states[target]!.fulfilled.includes(condition)) continue;
        sum += cost(target) + ofCondition[target]![condition]!;
      }
      return sum;
    });
  }
  for (const block of order) {
    const { effects } = states[block]!;
    effects.forEach((_, index) => {
      if (ofCondition[block]![index]! >= maxCost) effects[index] = [];
    });
  }
}
