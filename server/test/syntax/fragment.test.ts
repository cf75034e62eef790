import assert from 'node:assert/strict';
import fc from 'fast-check';
import '../support.ts';
import { type Fragment, parseFragment } from '../../src/syntax/fragment.ts';
import { nodeText } from '../../src/syntax/tree.ts';
import { sexp } from './dump.ts';

function check(fragment: Fragment, text: string, expected: string): void {
  const tree = parseFragment(text, fragment);
  assert.equal(sexp(tree), expected);
  assert.equal(tree.hasError, false);
  assert.equal(tree.text, text);
  assert.equal(tree.parent[0], -1);
}

describe('fragments', () => {
  it('parses expressions that would be statements', () => {
    check(
      'Expr',
      'match x {} - 1',
      '(binary_expression (match_expression identifier match_block) integer_literal)',
    );
    check(
      'Expr',
      'S { a: 1 }',
      '(struct_expression type_identifier (field_initializer_list (field_initializer field_identifier integer_literal)))',
    );
    check('Expr', 'a // b', 'identifier');
  });

  it('parses types, patterns, statements, blocks and items', () => {
    check('Type', 'Vec<u8>', '(generic_type type_identifier (type_arguments primitive_type))');
    check('Pat', 'mut x', '(mut_pattern mutable_specifier identifier)');
    check('Pat', 'A | B', '(or_pattern identifier identifier)');
    check('Stmts', 'let x = 1; x', '(block (let_declaration identifier integer_literal) identifier)');
    check('Block', '{ 1 }', '(block integer_literal)');
    check('Items', 'mod a; mod b;', '(source_file (mod_item identifier) (mod_item identifier))');
  });

  it('has offsets of the text as given', () => {
    const tree = parseFragment('let x = f(y); x', 'Stmts');
    const texts = Array.from(tree.kind, (_, n) => nodeText(tree, n));
    assert.ok(texts.includes('f(y)') && texts.includes('let x = f(y);'));
    assert.equal(texts[0], 'let x = f(y); x');
  });

  it('makes something of anything', () => {
    const kinds: Fragment[] = ['Items', 'Expr', 'Stmts', 'Pat', 'Type', 'Block', 'Path'];
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('', '}', 'a +', '{', ')', ';', '/*', '"', 'let', '=0{} x'),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...kinds), (text, kind) => {
        const tree = parseFragment(text, kind);
        for (let n = 0; n < tree.kind.length; n++) assert.ok(tree.end[n]! <= text.length);
        assert.equal(tree.next[0], tree.kind.length);
      }),
    );
  });
});
