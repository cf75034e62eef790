import assert from 'node:assert/strict';
import { mayDeclareItems } from '../../src/hir/itemKeywords.ts';
import { withoutComments } from '../../src/syntax/withoutComments.ts';

describe('mayDeclareItems', () => {
  it('finds the words that begin an item', () => {
    for (const body of [
      '{ fn inner() {} }',
      '{ x(); struct S; }',
      '{ static N: u8 = 0; }',
      '{ const N: u8 = 0; }',
      "{ let c = '\"'; union U { a: u8 } }",
      '{ /* " */ impl S {} }',
      '{ r#type(); type T = u8; }',
      '{ items! { $(*)* const fn f() {} } }',
    ])
      assert.ok(mayDeclareItems(body), body);
  });

  it('is not fooled by what only looks like it', () => {
    for (const body of [
      "{ let s: &'static str = t; }",
      '{ p as *const u8 }',
      '{ &raw const x }',
      '{ a.union(&b) }',
      '{ r#type }',
      '{ let f: fn(u8) = g; const { 1 } }',
      '{ use a::B::*; }',
      '{ // the type of the struct\n}',
      '{ /* fn */ f("static N: u8", r#"impl "S" {}"#) }',
      '{ constant(structure) }',
    ])
      assert.ok(!mayDeclareItems(body), body);
  });
});

describe('withoutComments', () => {
  const none = () => false;
  it('leaves out comments and white space', () => {
    const text = 'fn  a() {}\n// one\n/* two /* three */ */ /// four\n//! five\nfn b() { "//  no" }';
    assert.equal(withoutComments(text, 0, text.length, none), 'fn a() {} fn b() { "//  no" }');
    assert.equal(withoutComments(text, 3, 9, none), ' a() {');
  });

  it('keeps the doc comments that are seen', () => {
    const text = '/// a\n//// b\n/** c */ /*** d */ /**/ x /// e';
    assert.equal(
      withoutComments(text, 0, text.length, (at) => at < 20),
      '/// a /** c */ x ',
    );
  });
});
