import assert from 'node:assert/strict';
import { Database, Durability, defineInput, defineQuery } from '../../src/query/database.ts';

const text = defineInput<number, string>('text', {
  load: () => ({ value: '', durability: Durability.High }),
});
const length = defineQuery<number, number>('length', (db, key) => text(db, key).length);
const isEmpty = defineQuery<number, boolean>('isEmpty', (db, key) => length(db, key) === 0);

describe('durability', () => {
  it('follows an input that becomes less durable with an equal value', () => {
    const db = new Database();
    text.set(db, 1, 'abc', Durability.High);
    assert.equal(isEmpty(db, 1), false);
    // Opened, and edited in a way that leaves what was read of it as it was.
    text.set(db, 1, 'abd', Durability.Low);
    assert.equal(isEmpty(db, 1), false);
    text.set(db, 1, '', Durability.Low);
    assert.equal(isEmpty(db, 1), true);
  });

  it('does not look at what is more durable than what changed', () => {
    const db = new Database();
    text.set(db, 1, 'std', Durability.High);
    text.set(db, 2, 'open', Durability.Low);
    isEmpty(db, 1);
    isEmpty(db, 2);
    const ran: string[] = [];
    db.onExecute = (name, key) => ran.push(`${name} ${key}`);
    text.set(db, 2, 'typed', Durability.Low);
    isEmpty(db, 1);
    isEmpty(db, 2);
    assert.deepEqual(ran, ['length 2', 'isEmpty 2']);
  });

  it('computes what remembers durable values by itself again when one of them changes', () => {
    const remembered = new Map<number, number>();
    const total = defineQuery<number, number>('total', (db) => {
      db.leanOnMostDurable();
      let sum = 0;
      for (const key of [1, 2]) {
        const known = remembered.get(key);
        const value = known ?? length(db, key);
        if (length.durability(db, key) === Durability.High) remembered.set(key, value);
        sum += value;
      }
      return sum;
    });
    const db = new Database();
    text.set(db, 1, 'std', Durability.High);
    text.set(db, 2, 'open', Durability.Low);
    assert.equal(total(db, 0), 7);
    assert.deepEqual([...remembered.keys()], [1]);
    // What was remembered is not among the dependencies now.
    text.set(db, 2, 'typed', Durability.Low);
    assert.equal(total(db, 0), 8);
    remembered.clear();
    text.set(db, 1, 'alloc', Durability.High);
    assert.equal(total(db, 0), 10);
  });
});
