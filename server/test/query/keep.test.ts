/** Queries that keep a limited number of values. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Database, Durability, defineInput, defineQuery } from '../../src/query/database.ts';

const text = defineInput<number, string>('text', {
  load: () => ({ value: '', durability: Durability.High }),
});
const words = defineQuery<number, readonly string[]>('words', (db, key) => text(db, key).split(' '), {
  keep: 2,
});
const count = defineQuery<number, number>('count', (db, key) => words(db, key).length);
const first = defineQuery<number, string>('first', (db, key) => words(db, key)[0]!, { keep: 1 });

function watched(): { db: Database; ran: () => string[] } {
  const db = new Database();
  const ran: string[] = [];
  db.onExecute = (name, key) => ran.push(`${name} ${key}`);
  return { db, ran: () => ran.splice(0) };
}

describe('a query that keeps a limited number of values', () => {
  it('makes those again that it let go, and nothing else', () => {
    const { db, ran } = watched();
    for (const key of [1, 2, 3, 4]) text.set(db, key, `a b ${key}`, Durability.High);
    for (const key of [1, 2, 3, 4]) count(db, key);
    ran();
    assert.deepEqual(words(db, 4), ['a', 'b', '4']);
    assert.deepEqual(ran(), []);
    assert.deepEqual(words(db, 1), ['a', 'b', '1']);
    assert.deepEqual(ran(), ['words 1']);
    assert.equal(count(db, 2), 3);
    assert.deepEqual(ran(), []);
  });

  it('prefers to keep what is asked for', () => {
    const { db, ran } = watched();
    for (const key of [1, 2, 3, 4, 5]) {
      words(db, 1);
      words(db, key);
    }
    ran();
    words(db, 1);
    assert.deepEqual(ran(), []);
  });

  it('keeps all that may be edited', () => {
    const { db, ran } = watched();
    for (const key of [1, 2, 3, 4]) text.set(db, key, 'x', Durability.Low);
    for (const key of [1, 2, 3, 4]) words(db, key);
    ran();
    for (const key of [1, 2, 3, 4]) words(db, key);
    assert.deepEqual(ran(), []);
  });

  it('needs no value to tell that dependents are current', () => {
    const { db, ran } = watched();
    for (const key of [1, 2, 3, 4]) text.set(db, key, 'a b', Durability.High);
    for (const key of [1, 2, 3, 4]) count(db, key);
    text.set(db, 9, 'other', Durability.High);
    ran();
    for (const key of [1, 2, 3, 4]) assert.equal(count(db, key), 2);
    assert.deepEqual(ran(), []);
  });

  it('never answers anything else than one that keeps all', () => {
    const key = fc.nat(5);
    const step = fc.oneof(
      fc.record({ key, set: fc.constantFrom('a', 'a b', 'b a', ''), low: fc.boolean() }),
      fc.record({ key, ask: fc.constantFrom(words, count, first) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const db = new Database();
        const texts = new Map<number, string>();
        for (const step of steps) {
          if ('set' in step) {
            texts.set(step.key, step.set);
            text.set(db, step.key, step.set, step.low ? Durability.Low : Durability.High);
            continue;
          }
          const expected = (texts.get(step.key) ?? '').split(' ');
          if (step.ask === words) assert.deepEqual(words(db, step.key), expected);
          else if (step.ask === count) assert.equal(count(db, step.key), expected.length);
          else assert.equal(first(db, step.key), expected[0]);
        }
      }),
    );
  });
});
