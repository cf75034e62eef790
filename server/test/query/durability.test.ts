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
});
