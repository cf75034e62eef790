import assert from 'node:assert/strict';
import '../support.ts';
import { parseFragment } from '../../src/syntax/fragment.ts';
import { mendDelimiters, mendStatements } from '../../src/syntax/mend.ts';
import { kindName, nodeText } from '../../src/syntax/tree.ts';

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
    check('fn f() {\n    if a {\n        b();\n', 'fn f() {\n    if a {\n        b();\n\n}}');
  });

  it('mends several statements', () => {
    check('fn f() {\n a(\n b();\n c[\n d();\n}', 'fn f() {\n\n b();\n\n d();\n}');
  });

  it('tells by indentation which brace stands open', () => {
    check('fn f() {\n    match x {\n    a();\n}', 'fn f() {\n\n    a();\n}');
    // The text of a method begins with its own first line.
    check('fn f() {\n        match x {\n        a();\n    }', 'fn f() {\n\n        a();\n    }');
  });

  it('is not fooled by strings and comments', () => {
    check('fn f() {\n a("}", \'}\', /* } */\n b();\n}', 'fn f() {\n\n b();\n}');
  });

  it('ends on any text', () => {
    for (const text of ['', '(', ')', '}}}', '{([', '([{)]}', '"', 'fn f( {', '('.repeat(500)])
      mendDelimiters(text);
  });
});

const parses = (statements: string) => !parseFragment(statements, 'Stmts').hasError;

describe('mending statements', () => {
  it('leaves what parses alone', () => {
    const text = 'fn f() {\n    let x = if a { 1 } else { 2 };\n    g(x)\n}';
    assert.equal(mendStatements(text, parses), text);
  });

  it('blanks out a statement without a value, and not the next for its value', () => {
    assert.equal(
      mendStatements('fn f() {\n    let x =\n    if a { b(); }\n    let y = 1;\n}', parses),
      'fn f() {\n                if a { b(); }\n    let y = 1;\n}',
    );
  });

  it('ends a statement that has no semicolon yet', () => {
    assert.equal(
      mendStatements('fn f() {\n    a += 1\n    // two\n    let y = ;\n    b();\n}', parses),
      'fn f() {\n    a += 1;    // two\n             \n    b();\n}',
    );
  });

  it('keeps the other statements of the blocks inside', () => {
    assert.equal(
      mendStatements('fn f() {\n    if a {\n        b();\n        c.\n    }\n    d();\n}', parses),
      'fn f() {\n    if a {\n        b();\n          \n    }\n    d();\n}',
    );
  });

  it('goes on over a method chain', () => {
    assert.equal(
      mendStatements('fn f() {\n    a\n    .b()\n    .c(1 2);\n    d();\n}', parses),
      'fn f() {\n     \n        \n            \n    d();\n}',
    );
  });

  // What a function keeps while a statement is typed into it, key by key, with and without an editor that closes
  // parentheses.
  const before = 'fn main() {\n    let a = [Thing { b: 1.0 }];\n    one(1);\n    ';
  const after = `
    // A comment.
    if let Some(b) = two(&a, |b| b.three()) {
        four("x", b.five());
    }
    for x in six(2) { seven(x); }
    eight("y", nine::<u32>(3, 3).ten());
}`;
  const statements = [
    'let third = largest(&a, |b| b.radius);',
    'a.b(1).c(|x| x + 1)?;',
    'if a.b() && c { d(); } else { e(); }',
    'match x { Some(y) => f(y), None => { g(); } }',
    'for i in 0..n { h(i)?; }',
    'let Some(x) = y else { return };',
    'return k(a, b);',
    'let v: Vec<u8> = vec![1, 2];',
    'x += y * z(1);',
    'while let Some(q) = it.next() { q.go(); }',
    'let f = move |a: &str| -> u32 { a.len() };',
    'let t = Thing { a: 1, b: two(2), ..d };',
  ];
  const names = 'one two b.three four b.five six seven eight nine'.split(' ');

  function kept(text: string): string[] {
    const balanced = mendDelimiters(text) ?? text;
    let tree = parseFragment(balanced, 'Items');
    if (tree.hasError) tree = parseFragment(mendStatements(balanced, parses), 'Items');
    assert.equal(kindName(tree, 1), 'function_item');
    const calls = new Set<string>();
    for (let n = 0; n < tree.kind.length; n++) {
      if (kindName(tree, n) === 'call_expression') calls.add(/^[\w.]*/.exec(nodeText(tree, n))![0]);
    }
    return names.filter((name) => calls.has(name));
  }

  for (const statement of statements) {
    it(`keeps the others while this is typed: ${statement}`, () => {
      for (let length = 1; length <= statement.length; length++) {
        const typed = statement.slice(0, length);
        for (const text of [typed, typed + closing(typed)])
          assert.deepEqual(kept(before + text + after), names, text);
      }
    });
  }

  function closing(typed: string): string {
    const open: string[] = [];
    for (const char of typed) {
      const at = '([{'.indexOf(char);
      if (at >= 0) open.push(')]}'[at]!);
      else if (char === open.at(-1)) open.pop();
    }
    return open.reverse().join('');
  }
});
