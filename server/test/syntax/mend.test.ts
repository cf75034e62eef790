import assert from 'node:assert/strict';
import { mendDelimiters } from '../../src/syntax/mend.ts';

/** Asserts the mended text, with blanks at the ends of lines left out; its characters stay where they were. */
function check(text: string, expected: string): void {
  const mended = mendDelimiters(text);
  assert.ok(mended !== undefined, 'there is something to mend');
  assert.equal(mended.replace(/[ ]+$/gm, ''), expected);
  for (const [i, char] of [...text].entries()) assert.ok([char, ' '].includes(mended[i]!));
}

describe('mending half-typed bodies', () => {
  it('leaves a balanced text alone', () => {
    assert.equal(mendDelimiters('fn f() { g(1)[0]; "(" ; \'[\' /* { */ }'), undefined);
  });

  it('blanks out the statement of an open call, and no other', () => {
    check(
      'fn f() {\n    a(1);\n    let x = b(c, |d| d.\n    if e { g(2) }\n}',
      'fn f() {\n    a(1);\n\n    if e { g(2) }\n}',
    );
  });

  it('stops at the brace that closes around it', () => {
    check('fn f() { if a { b( } c(1); }', 'fn f() { if a {    } c(1); }');
  });

  it('drops a closing delimiter that is one too many', () => {
    check('fn f() { a(1)); b[2]]; }', 'fn f() { a(1) ; b[2] ; }');
    check('fn f() {\n a(|| { b() )\n c();\n}', 'fn f() {\n\n c();\n}');
  });

  it('closes blocks that stand open at the end', () => {
    check('fn f() {\n    if a {\n    b();\n}', 'fn f() {\n    if a {\n    b();\n}\n}');
  });

  it('mends several statements', () => {
    check('fn f() {\n a(\n b();\n c[\n d();\n}', 'fn f() {\n\n b();\n\n d();\n}');
  });

  it('is not fooled by strings and comments', () => {
    check('fn f() {\n a("}", \'}\', /* } */\n b();\n}', 'fn f() {\n\n b();\n}');
  });

  it('ends on any text', () => {
    for (const text of ['', '(', ')', '}}}', '{([', '([{)]}', '"', 'fn f( {', '('.repeat(500)])
      mendDelimiters(text);
  });
});
