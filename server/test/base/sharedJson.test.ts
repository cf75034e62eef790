import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseShared, stringifyShared } from '../../src/base/sharedJson.ts';
import { Sharing } from '../../src/base/sharing.ts';

describe('JSON with shared parts', () => {
  it('gives what was written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!text.includes('"$"') && !text.includes('__proto__'));
        const shared = new Sharing().share(JSON.parse(text));
        assert.deepEqual(parseShared(stringifyShared(shared)), JSON.parse(text));
      }),
    );
  });

  it('keeps one object one object', () => {
    const leaf = { name: 'a' };
    const pair = [leaf, { leaf }];
    const [first, second, third] = parseShared(stringifyShared([pair, pair, leaf])) as [
      typeof pair,
      typeof pair,
      typeof leaf,
    ];
    assert.equal(first, second);
    assert.equal(first[0], third);
    assert.deepEqual(first, pair);
  });

  it('refuses what mentions parts that are not there', () => {
    assert.throws(() => parseShared('[[],{"a":{"$":0}}]'));
    assert.throws(() => parseShared('[]['));
  });
});
