import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PairMap, PairNumbers } from '../../src/base/pairMap.ts';

/** Small ones, so that pairs repeat, and those whose low bits are alike. */
const part = fc.oneof(
  fc.integer({ min: -9, max: 9 }),
  fc.constantFrom(1 << 20, 2 << 20, 3 << 20, 0x7fff_ffff),
);

describe('a map by pairs', () => {
  it('answers as a map by text does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(part, part), { maxLength: 200 }), (pairs) => {
        const map = new PairMap<number>();
        const expected = new Map<string, number>();
        for (const [a, b] of pairs) {
          assert.equal(map.get(a, b), expected.get(`${a},${b}`));
          if (expected.has(`${a},${b}`)) continue;
          expected.set(`${a},${b}`, map.add(a, b, expected.size));
        }
        assert.equal(map.size, expected.size);
        map.clear();
        assert.ok(pairs.every(([a, b]) => map.get(a, b) === undefined));
      }),
    );
  });

  it('numbers pairs densely', () => {
    const numbers = new PairNumbers();
    const pairs = [
      [1, 2],
      [2, 1],
      [1, 2],
      [~1, 2],
    ] as const;
    assert.deepEqual(
      pairs.map(([a, b]) => numbers.of(a, b)),
      [0, 1, 0, 2],
    );
  });
});
