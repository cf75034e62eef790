/** Equal data is one object. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Sharing } from '../../src/base/sharing.ts';

describe('sharing', () => {
  it('makes equal parts one object', () => {
    const sharing = new Sharing();
    const a = sharing.share({ kind: 'Ref', inner: { kind: 'Path', names: ['a', 'b'] }, mutable: true });
    const b = sharing.share({ kind: 'Ref', inner: { kind: 'Path', names: ['a', 'b'] }, mutable: false });
    assert.notEqual(a, b);
    assert.equal(a.inner, b.inner);
    assert.equal(sharing.share({ kind: 'Path', names: ['a', 'b'] }), a.inner);
  });

  it('leaves long texts alone, and what they are in', () => {
    const sharing = new Sharing();
    const rules = () => ({ body: 'x'.repeat(1000), attrs: { list: [] } });
    const [a, b] = [sharing.share(rules()), sharing.share(rules())];
    assert.notEqual(a, b);
    assert.equal(a.attrs, b.attrs);
  });

  it('changes nothing of what data says, and tells all that differ apart', () => {
    const data = fc.jsonValue();
    fc.assert(
      fc.property(data, data, (a, b) => {
        const sharing = new Sharing();
        const [before, other] = [JSON.stringify(a), JSON.stringify(b)];
        const [x, y] = [sharing.share(a), sharing.share(b)];
        assert.equal(JSON.stringify(x), before);
        assert.equal(JSON.stringify(y), other);
        if (typeof x === 'object' && x === y) assert.equal(before, other);
      }),
    );
  });
});
