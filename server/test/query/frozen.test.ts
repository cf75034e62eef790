/** Databases in which nothing changes. */
import assert from 'node:assert/strict';
import { Database, Durability, defineInput, defineQuery } from '../../src/query/database.ts';

const number = defineInput<number, number>('number', {
  load: (_, key) => ({ value: key, durability: Durability.Low }),
});
const half = defineQuery<number, number>('half', (db, key) => number(db, key) / 2, { keep: 1 });
const sum = defineQuery<number, number>('sum', (db, key) => half(db, key) + half(db, key + 2));
const even: (db: Database, key: number) => boolean = defineQuery<number, boolean>(
  'even',
  (db, key) => key === 0 || !odd(db, key - 1),
  { onCycle: () => true },
);
const odd = defineQuery<number, boolean>('odd', (db, key) => !even(db, key), { onCycle: () => false });

describe('a frozen database', () => {
  it('gives the values that any other gives', () => {
    const frozen = new Database({ isFrozen: true });
    const other = new Database();
    for (const key of [0, 4, 2, 4, 0]) {
      assert.equal(sum(frozen, key), sum(other, key));
      assert.equal(even(frozen, key), even(other, key));
    }
  });

  it('keeps as many values of a query as it may, whatever they hang on', () => {
    const db = new Database({ isFrozen: true });
    const ran: number[] = [];
    half(db, 2);
    half(db, 4);
    db.onExecute = (_, key) => ran.push(key);
    half(db, 4);
    half(db, 2);
    assert.deepEqual(ran, [2]);
  });

  it('takes inputs until they are read', () => {
    const db = new Database({ isFrozen: true });
    number.set(db, 2, 20);
    assert.equal(half(db, 2), 10);
    assert.throws(() => number.set(db, 2, 30), /frozen/);
  });
});
