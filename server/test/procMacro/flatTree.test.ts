import assert from 'node:assert/strict';
import '../support.ts';
import { tokenText } from '../../src/hir/macros/proc/input.ts';
import { invisibleFragment, invisibleGroup, lex } from '../../src/hir/macros/tokens.ts';
import { decodeTokens, encodeTokens } from '../../src/procMacro/flatTree.ts';
import { SpanTable } from '../../src/procMacro/spanTable.ts';

const sites = { call: undefined, mixed: undefined, def: undefined };
const tokens = (text: string) => lex({ text, spans: undefined });

/** White space aside: the server's tokens do not tell it. */
const normal = (text: string): string =>
  tokens(text)
    .map((token) => token.text)
    .join(' ');

function roundTrip(text: string): string {
  const spans = new SpanTable(sites);
  return tokenText(decodeTokens(encodeTokens(tokens(text), spans), spans));
}

describe('flat token trees', () => {
  const texts = [
    "fn f<'a, T>(x: &'a [T], r#type: u8) -> Vec<Vec<T>> { x.len() >= 1 && { !true } }",
    'a <<= b ..= c => d :: e',
    '1 1u8 0xffu8 0xfe 0b1_0i64 1_000 1.5 1.5e-3f32 2f64 1e5',
    '"a\\"b" b"c" c"d" r"e" r#"f"g"# br##"h"# "## \'x\' b\'y\' \'\\\'\'',
    '((()))[]{{}}',
    '#[doc = " text"] struct S;',
  ];
  for (const text of texts) {
    it(`carries ${text.slice(0, 40)}`, () => assert.equal(normal(roundTrip(text)), normal(text)));
  }

  it('lists groups breadth first, with their ranges', () => {
    const { subtree, token_tree } = encodeTokens(tokens('a (b [c]) d'), new SpanTable(sites));
    const groups = Array.from({ length: subtree.length / 5 }, (_, i) => subtree.slice(i * 5 + 2, i * 5 + 5));
    // Nothing, parentheses, brackets.
    assert.deepEqual(groups, [
      [0, 0, 3],
      [1, 3, 5],
      [3, 5, 6],
    ]);
    assert.equal(token_tree.length, 6);
  });

  it('keeps what a fragment holds together', () => {
    const spans = new SpanTable(sites);
    const input = [...tokens('2 *'), ...invisibleGroup('ty', tokens('a + b'))];
    const output = decodeTokens(encodeTokens(input, spans), spans);
    assert.deepEqual(output.map(invisibleFragment).filter(Boolean), ['ty']);
  });

  it('passes over the groups without delimiters that a procedural macro makes', () => {
    const spans = new SpanTable(sites);
    const tree = encodeTokens(tokens('(t if a b) , c'), spans);
    // The group is given back without its parentheses and with a span of its own.
    tree.subtree[5] = spans.sites.mixed;
    tree.subtree[6] = spans.sites.mixed;
    tree.subtree[7] = 0;
    assert.equal(
      decodeTokens(tree, spans)
        .map(({ text }) => text)
        .join(' '),
      't if a b , c',
    );
  });

  it('gives each token the span of the input, and new ones that of the call', () => {
    const at = (start: number) =>
      ({ anchor: { kind: 'Def', def: 1 as never }, start, end: start + 1, ctx: 0 }) as const;
    const spans = new SpanTable({ ...sites, call: at(100) });
    // Those in the attributes of an item stand before its beginning.
    const tree = encodeTokens([{ ...tokens('a')[0]!, span: at(-7) }], spans);
    assert.ok(spans.rows.every((number) => Number.isInteger(number) && number >= 0 && number < 2 ** 32));
    tree.ident.push(spans.sites.call, tree.text.push('made') - 1, 0);
    tree.token_tree.push((1 << 2) | 3);
    tree.subtree[4] = 2;
    assert.deepEqual(
      decodeTokens(tree, spans).map(({ text, span }) => [text, span?.start]),
      [
        ['a', -7],
        ['made', 100],
      ],
    );
  });

  it('has the closing delimiter stand for its group', () => {
    const at = (start: number) =>
      ({ anchor: { kind: 'Def', def: 1 as never }, start, end: start + 1, ctx: 0 }) as const;
    const spans = new SpanTable(sites);
    const input = tokens('{ a }').map((token, i) => ({ ...token, span: at(i * 10) }));
    const close = decodeTokens(encodeTokens(input, spans), spans)[2]!;
    assert.deepEqual([close.text, close.span?.start, close.span?.end], ['}', 0, 21]);
  });

  it('refuses what is no tree', () => {
    const empty = { subtree: [1, 1, 0, 0, 1], literal: [], punct: [], ident: [], token_tree: [3], text: [] };
    const spans = new SpanTable(sites);
    assert.throws(() => decodeTokens(empty, spans), RangeError);
    assert.throws(() => decodeTokens({ ...empty, token_tree: [0] }, spans), RangeError);
    assert.throws(() => decodeTokens({ ...empty, subtree: [] }, spans), RangeError);
    assert.throws(() => decodeTokens({ ...empty, token_tree: [] }, spans), RangeError);
  });
});
