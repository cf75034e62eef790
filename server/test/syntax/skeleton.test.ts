import assert from 'node:assert/strict';
import fc from 'fast-check';
import '../support.ts';
import { lowerItems } from '../../src/hir/lowerItems.ts';
import { parser } from '../../src/syntax/parser.ts';
import { skeleton } from '../../src/syntax/skeleton.ts';
import { sample } from './dump.ts';

/** The names of all items, in order. */
function names(text: string): string[] {
  const { tree } = lowerItems(parser().parse(text, { elideBodies: true }), 0);
  return tree.items.map((item) => item.name).filter((name) => name !== '');
}

function bodies(text: string): string[] {
  const { map } = lowerItems(parser().parse(text, { elideBodies: true }), 0);
  return [...map.ranges].filter((r) => r.bodyStart >= 0).map((r) => text.slice(r.bodyStart, r.bodyEnd));
}

const neighbours = (broken: string): string => `struct Before;

fn first() -> u8 {
    1
}

${broken}

fn last() {
    2;
}

impl Before {
    fn method(&self) {
        3;
    }
}
`;

describe('skeleton', () => {
  it('says the same of a whole file as the file does', () => {
    const whole = lowerItems(parser().parse(sample), 0);
    const short = lowerItems(parser().parse(sample, { elideBodies: true }), 0);
    assert.deepEqual(short, whole);
  });

  it('does not change with what stands in a body', () => {
    const before = skeleton('fn f() { a }\nfn g() { b }').text;
    assert.equal(skeleton('fn f() {\n  if x { "}" } else { \'}\' } // }\n}\nfn g() { b(c) }').text, before);
  });

  it('maps each character back', () => {
    const { text, offsets } = skeleton(sample);
    assert.equal(text.length, offsets.length);
    for (let i = 0; i < text.length; i++) if (text[i] !== ' ') assert.equal(sample[offsets[i]!], text[i]);
    for (let i = 1; i < offsets.length; i++) assert.ok(offsets[i]! >= offsets[i - 1]!);
  });

  it('keeps the bodies of functions with blocks as const arguments', () => {
    assert.deepEqual(bodies('fn f<const N: usize>() -> A<{ N + 1 }> where B<{ N }>: C { 1 }\nfn g() { 2 }'), [
      '{ 1 }',
      '{ 2 }',
    ]);
  });

  const broken: [what: string, code: string][] = [
    ['a brace too few', 'fn broken() {\n    if x {\n        y();\n}'],
    ['no closing brace at all', 'fn broken() {\n    let x = 1;'],
    ['a brace too many', 'fn broken() {\n    x\n    }\n}'],
    ['an unfinished string', 'fn broken() {\n    println!("hel\n}'],
    ['an unfinished head', 'fn broken(x: u8, y'],
    ['an unfinished head with a type', 'fn broken(x: u8) -> Vec<'],
    ['an open parenthesis', 'fn broken() {\n    f(1, (2;\n}'],
    ['an unfinished match', 'fn broken() {\n    match x {\n        A => {\n        B =>\n    }\n}'],
    ['an unfinished macro call', 'fn broken() {\n    vec![1, 2\n}'],
    ['an unfinished closure', 'fn broken() {\n    let f = |x| {\n    f(1)\n}'],
    ['an unfinished attribute', '#[derive(Clone'],
    ['an unfinished use', 'use std::{fmt, io'],
  ];
  for (const [what, code] of broken) {
    it(`loses no neighbour to ${what}`, () => {
      const found = names(neighbours(code));
      for (const name of ['Before', 'first', 'last', 'method'])
        assert.ok(found.includes(name), `${name}: ${found}`);
      const found2 = bodies(neighbours(code));
      for (const body of ['{\n    1\n}', '{\n    2;\n}', '{\n        3;\n    }'])
        assert.ok(found2.includes(body), `${JSON.stringify(body)} in ${JSON.stringify(found2)}`);
    });
  }

  it('loses no method to a broken one before it', () => {
    const text =
      'impl A {\n    fn broken(&self) {\n        if x {\n    }\n\n    fn next(&self) {\n        1\n    }\n}\nfn after() {\n}\n';
    assert.deepEqual(names(text), ['broken', 'next', 'after']);
  });

  it('closes an impl before the next item', () => {
    const text = 'impl A {\n    fn f(&self) {\n        1\n    }\n\nfn after() {\n}\n';
    const { tree } = lowerItems(parser().parse(text, { elideBodies: true }), 0);
    assert.deepEqual(
      tree.roots.map((id) => tree.items[id]!.kind),
      ['Impl', 'Fn'],
    );
  });

  it('makes something of anything', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat({ max: 30 }),
        fc.constantFrom('', '{', '}', '"', '(', "'", '/*', '<', 'r#"'),
        (at, cut, put) => {
          const from = at % sample.length;
          const text = sample.slice(0, from) + put + sample.slice(from + cut);
          const { text: short, offsets } = skeleton(text);
          assert.equal(short.length, offsets.length);
          for (const offset of offsets) assert.ok(offset <= text.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});
