/** Lists are read as they were added, whatever was given up in between. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type DependencyList, DependencyLists, noDependencies } from '../../src/query/dependencyLists.ts';

function numbersOf(lists: DependencyLists, list: DependencyList): number[] {
  const { page, start, end } = lists.get(list);
  return [...page.slice(start, end)];
}

describe('lists of dependencies', () => {
  it('are read as they were added', () => {
    const step = fc.oneof(
      fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 12 }),
      fc.constant('give up' as const),
      fc.constant('reuse' as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const lists = new DependencyLists();
        const live: { list: DependencyList; numbers: number[] }[] = [];
        for (const s of steps) {
          if (s === 'reuse') lists.reuse();
          else if (s !== 'give up') live.push({ list: lists.add(s), numbers: s });
          else if (live.length > 0) lists.giveUp(live.shift()!.list);
          for (const { list, numbers } of live) assert.deepEqual(numbersOf(lists, list), numbers);
        }
      }),
    );
  });

  it('may be longer than the arrays that they are packed into', () => {
    const lists = new DependencyLists();
    const long = Array.from({ length: 600_000 }, (_, i) => i);
    const [a, b, c] = [lists.add([1, 2]), lists.add(long), lists.add([3])];
    assert.deepEqual(numbersOf(lists, a), [1, 2]);
    assert.equal(lists.get(b).end - lists.get(b).start, long.length);
    assert.equal(lists.get(b).page[lists.get(b).end - 1], 599_999);
    assert.deepEqual(numbersOf(lists, c), [3]);
  });

  it('take the room of those given up only when nobody reads these', () => {
    const lists = new DependencyLists();
    const first = lists.add([1, 2]);
    lists.giveUp(first);
    assert.notEqual(lists.add([3, 4]), first);
    assert.deepEqual(numbersOf(lists, first), [1, 2]);
    lists.reuse();
    assert.equal(lists.add([5, 6]), first);
    assert.equal(lists.add([]), noDependencies);
  });
});
