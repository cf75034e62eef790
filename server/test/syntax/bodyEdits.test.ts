/** Items after edits are those of the text as it is then, whether or not they were made from the ones before. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import '../support.ts';
import { type KnownFiles, lowerFile } from '../../src/hir/bodyEdits.ts';
import type { FileId } from '../../src/hir/defs.ts';
import { lowerItems } from '../../src/hir/lowerItems.ts';
import { parser } from '../../src/syntax/parser.ts';
import { sample } from './dump.ts';

const file = 1_000_000 as FileId;

const afresh = (text: string) => lowerItems(parser().parse(text, { elideBodies: true }), 0);

describe('edits inside of bodies', () => {
  const text =
    'struct S;\nfn first<T>(t: T) { let x = 1; }\n/// Says so.\nfn second() {\n    macro_call!(x);\n}\n';

  it('leave the item tree the object that it was, and move what follows', () => {
    const known: KnownFiles = new Map();
    const before = lowerFile(known, file, text);
    const edited = text.replace('x = 1;', 'x = 1; call(x, "}");');
    const after = lowerFile(known, file, edited);
    assert.equal(after.tree, before.tree);
    assert.deepEqual(after, afresh(edited));
  });

  it('tell of items that a body declares now', () => {
    const known: KnownFiles = new Map();
    lowerFile(known, file, text);
    const edited = text.replace('let x', 'struct Inner; let x');
    const { tree } = lowerFile(known, file, edited);
    assert.deepEqual(tree, afresh(edited).tree);
    assert.ok(tree.items.some((item) => item.kind === 'Fn' && item.innerItems));
  });

  it('give what a new parse gives of braces that do not balance', () => {
    const known: KnownFiles = new Map();
    let now = sample;
    lowerFile(known, file, now);
    for (const [from, to] of [
      ['static TABLE: &[(u8, char)]', 'static TABLE: &[({char)]'],
      ['mod inner {\n    pub enum', 'mod inner {\n    pub e{num'],
    ] as const) {
      assert.ok(now.includes(from));
      now = now.replace(from, to);
      assert.deepEqual(lowerFile(known, file, now), afresh(now), now);
    }
  });

  it('give what a new parse gives, whatever they are', () => {
    const snippet = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('x', ' ', 'call(y);', 'let z = 2;', '\n', 'if a { b }', '') },
      {
        weight: 1,
        arbitrary: fc.constantFrom('{', '}', '(', '"', '//', 'fn f() {}', '#[a]', "'", 'mod m {'),
      },
    );
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 6 }), snippet), { maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(text, sample), edits, (start, list) => {
        const known: KnownFiles = new Map();
        let now = start;
        lowerFile(known, file, now);
        for (const [at, length, insert] of list) {
          const from = at % (now.length + 1);
          now = now.slice(0, from) + insert + now.slice(from + length);
          assert.deepEqual(lowerFile(known, file, now), afresh(now), now);
        }
      }),
      { numRuns: 200 },
    );
  });
});
