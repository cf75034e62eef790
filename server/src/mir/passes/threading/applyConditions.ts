/** Redirects control where conditions are fulfilled, and copies the blocks on the way. */
import { forEachSuccessor, goto, type MutBody, mapSuccessors } from '../../graph.ts';
import type { BlockId } from '../../mir.ts';
import { type ConditionIndex, type ConditionSet, type Effect, effectsOf } from './conditions.ts';

export function applyConditions({ blocks }: MutBody, states: ConditionSet[]): void {
  if (states.every(({ fulfilled }) => fulfilled.length === 0)) return;
  const copies = new Map<string, BlockId>();
  const visited: boolean[] = [];
  const work: BlockId[] = [0];
  for (let block = work.pop(); block !== undefined; block = work.pop()) {
    if (visited[block]) continue;
    visited[block] = true;
    apply(block);
    forEachSuccessor(blocks[block]!.terminator, (t) => work.push(t));
  }

  function apply(block: BlockId): void {
    const state = states[block]!;
    let pending = effectsOf(state, state.fulfilled);
    for (const index of state.fulfilled) state.effects[index] = [];
    for (let effect = pending.shift(); effect; effect = pending.shift()) {
      const { block: target, condition } = effect;
      if (condition === undefined) {
        blocks[block]!.terminator = goto(target);
        const isThere = (other: Effect) => other.block === target;
        pending = pending.filter(isThere);
        state.effects = state.effects.map((effects) => effects.filter(isThere));
        continue;
      }
      const copy = copyFor(target, condition);
      if (copy === undefined) continue;
      const b = blocks[block]!;
      b.terminator = mapSuccessors(b.terminator, (t) => (t === target ? copy : t));
      const rename = (other: Effect) => (other.block === target ? { ...other, block: copy } : other);
      pending = pending.map(rename);
      state.effects = state.effects.map((effects) => effects.map(rename));
    }
  }

  /** A copy of the block in which the condition holds; undefined where it holds in the block itself. */
  function copyFor(target: BlockId, condition: ConditionIndex): BlockId | undefined {
    const state = states[target]!;
    if (state.fulfilled.includes(condition)) return undefined;
    const key = `${target} ${condition}`;
    const known = copies.get(key);
    if (known !== undefined) return known;
    const { statements, terminator, isCleanup } = blocks[target]!;
    blocks.push({ statements: [...statements], terminator, isCleanup });
    states.push({
      active: [],
      fulfilled: [...state.fulfilled, condition],
      effects: [...state.effects],
    });
    copies.set(key, blocks.length - 1);
    return blocks.length - 1;
  }
}
