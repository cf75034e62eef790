import assert from 'node:assert/strict';
import fc from 'fast-check';
import '../support.ts';
import { loadParser, parser, type RustParser } from '../../src/syntax/parser.ts';
import { kindName, NodeFlag, nodeText, type SyntaxTree } from '../../src/syntax/tree.ts';
import { dumpTree, sample } from './dump.ts';

function structureHolds(tree: SyntaxTree): void {
  assert.ok(tree.kind.length > 0);
  for (let n = 0; n < tree.kind.length; n++) {
    const parent = tree.parent[n]!;
    assert.ok(tree.next[n]! > n);
    assert.ok(tree.start[n]! <= tree.end[n]!);
    assert.ok(tree.end[n]! <= tree.text.length);
    if (n === 0) assert.equal(parent, -1);
    else {
      assert.ok(parent < n && tree.next[parent]! >= tree.next[n]!);
      assert.ok(tree.start[n]! >= tree.start[parent]! && tree.end[n]! <= tree.end[parent]!);
    }
  }
}

/** Text of a Rust-like kind: words, punctuation, and halves of everything. */
const rustish = fc
  .array(
    fc.constantFrom(
      ...'fn impl struct enum mod { } ( ) [ ] < > :: : ; , . .. = => -> ! # $ & | " \' \n /* */ // x T 1 0.5 "s" \'a'.split(
        ' ',
      ),
      'macro_rules! m',
      'fn f() {',
      'r#"',
      "'{'",
      'ü',
      '😀',
      '  ',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '));

describe('parser', () => {
  it('leaves comments and the insides of macro arguments out', () => {
    const tree = parser().parse('/* a */ fn f() { m!(a + b); } // c');
    const kinds = new Set(Array.from(tree.kind, (_, n) => kindName(tree, n)));
    assert.ok(!kinds.has('line_comment') && !kinds.has('block_comment') && !kinds.has('binary_expression'));
    assert.ok(kinds.has('token_tree'));
  });

  it('elides the bodies of functions and finds the same places', () => {
    const full = parser().parse(sample);
    const items = parser().parse(sample, { elideBodies: true });
    assert.equal(items.hasError, false);
    structureHolds(items);
    const functions = (tree: SyntaxTree) =>
      Array.from(tree.kind, (_, n) => n)
        .filter((n) => kindName(tree, n) === 'function_item' && !isInside(tree, n, 'block'))
        .map((n) => [nodeText(tree, n), tree.start[n], tree.end[n]]);
    assert.deepEqual(functions(items), functions(full));
    assert.ok(items.kind.length < full.kind.length);
    const elided = Array.from(items.flags).filter((f) => (f & NodeFlag.Elided) !== 0);
    assert.equal(elided.length, 4);
  });

  it('parses the same after any edits as from the beginning', () => {
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat({ max: 40 }),
      insert: rustish,
      elide: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        let text = sample;
        parser().parse(text, { cacheKey: 1 });
        for (const { at, remove, insert, elide } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + insert + text.slice(from + remove);
          const again = parser().parse(text, { cacheKey: elide ? 2 : 1, elideBodies: elide });
          assert.equal(dumpTree(again), dumpTree(parser().parse(text, { elideBodies: elide })));
        }
      }),
      { numRuns: 60 },
    );
    parser().forget(1);
    parser().forget(2);
  });

  it('gives a sound tree for anything', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), rustish), fc.boolean(), (text, elideBodies) => {
        structureHolds(parser().parse(text, { elideBodies }));
      }),
      { numRuns: 300 },
    );
  });

  describe('native', () => {
    let native: RustParser;
    before(async function () {
      try {
        native = await loadParser({ native: true });
      } catch {
        this.skip(); // no binary for this platform
      }
    });

    it('gives trees equal to those of WebAssembly', () => {
      for (const text of [
        sample,
        '',
        'fn f() { let ü = "😀"; x }',
        'struct S<T>(T);\nimpl S<&[const] u8> {}',
      ]) {
        for (const elideBodies of [false, true]) {
          assert.equal(
            dumpTree(native.parse(text, { elideBodies })),
            dumpTree(parser().parse(text, { elideBodies })),
          );
        }
      }
    });

    it('gives equal trees for anything without errors, and agrees on what has some', () => {
      fc.assert(
        fc.property(rustish, (text) => {
          // The two packages have other versions of Tree-sitter, which recover from errors differently.
          const [a, b] = [native.parse(text), parser().parse(text)];
          assert.equal(a.hasError, b.hasError);
          if (!a.hasError) assert.equal(dumpTree(a), dumpTree(b));
        }),
        { numRuns: 200 },
      );
    });
  });
});

function isInside(tree: SyntaxTree, n: number, kind: string): boolean {
  for (let at = tree.parent[n]!; at >= 0; at = tree.parent[at]!) if (kindName(tree, at) === kind) return true;
  return false;
}
