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

  it('knows again what is met again, and forgets the rest', () => {
    const sharing = new Sharing(4);
    const common = sharing.share({ name: 'u8' });
    const rare = sharing.share({ name: 'once' });
    for (let i = 0; i < 20; i++) {
      sharing.share({ number: i });
      assert.equal(sharing.share({ name: 'u8' }), common);
    }
    assert.notEqual(sharing.share({ name: 'once' }), rare);
  });

  it('changes nothing of what data says, and tells all that differ apart', () => {
    const data = fc.jsonValue();
    fc.assert(
      fc.property(data, data, fc.integer({ min: 1, max: 8 }), (a, b, limit) => {
        const sharing = new Sharing(limit);
        const [before, other] = [JSON.stringify(a), JSON.stringify(b)];
        const [x, y] = [sharing.share(a), sharing.share(b)];
        assert.equal(JSON.stringify(x), before);
        assert.equal(JSON.stringify(y), other);
        if (typeof x === 'object' && x === y) assert.equal(before, other);
      }),
    );
  });
});
