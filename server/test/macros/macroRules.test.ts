// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${count($x)}` is macro syntax
import assert from 'node:assert/strict';
import { expandRules } from './expand.ts';

/** Asserts what the arguments expand to; white space between tokens does not count. */
function check(rules: string, args: string, expected: string, isMacro2 = false): void {
  const squeeze = (text: string) =>
    text
      .replace(/\s+/g, ' ')
      .replace(/ ?([^\w\s"']) ?/g, '$1')
      .trim();
  assert.equal(squeeze(expandRules(rules, args, isMacro2)), squeeze(expected));
}

describe('macro_rules', () => {
  it('matches tokens and substitutes identifiers', () => {
    check('(make $n:ident) => { fn $n() {} };', 'make foo', 'fn foo() {}');
    check('(make $n:ident) => { fn $n() {} };', 'break foo', 'no rule');
  });

  it('takes the first rule that matches', () => {
    const rules = '() => { 0 }; ($e:expr) => { 1 }; ($($e:expr),+ $(,)?) => { 2 };';
    check(rules, '', '0');
    check(rules, 'a + b', '1');
    check(rules, 'a, b', '2');
    check(rules, 'a, b,', '2');
    check(rules, ',', 'no rule');
  });

  it('repeats with and without separators', () => {
    check('($($x:ident),*) => { [$($x;)*] };', 'a, b, c', '[a; b; c;]');
    check('($($x:ident)*) => { ($($x),*) };', 'a b c', '(a, b, c)');
    check('($($x:ident),*) => { [$($x),*] };', '', '[]');
    check('($($x:ident)?) => { [$($x)?] };', 'a', '[a]');
    check('($($x:ident)?) => { [$($x)?] };', 'a b', 'no rule');
    check('($($x:ident);+) => { [$($x)+] };', '', 'no rule');
  });

  it('nests repetitions', () => {
    check(
      '($($k:ident: [$($v:expr),*]),* $(,)?) => { $($k => { $(push($k, $v);)* })* };',
      'a: [1, 2], b: [], c: [3],',
      'a => { push(a, 1); push(a, 2); } b => { } c => { push(c, 3); }',
    );
  });

  it('repeats in step and refuses what is out of step', () => {
    check('($($a:ident),* ; $($b:expr),*) => { $($a = $b;)* };', 'x, y; 1, 2', 'x = 1; y = 2;');
    assert.throws(() => expandRules('($($a:ident),* ; $($b:expr),*) => { $($a = $b;)* };', 'x, y; 1'));
  });

  it('munches token trees', () => {
    check(
      '($first:tt $($rest:tt)*) => { [$first] m!($($rest)*) };',
      'a (b c) {d} => e',
      '[a] m!((b c) {d} => e)',
    );
  });

  describe('fragments', () => {
    const shows = (kind: string, args: string, rest: string) => {
      check(`($x:${kind} $($rest:tt)*) => { < $($rest)* > };`, args, `< ${rest} >`);
    };

    it('find the end of expressions', () => {
      const end = (args: string, rest: string) => shows('expr', `${args} ${rest}`, rest);
      end('a + b * c', ', d');
      end('if a { b } else { c } + 1', '; x');
      end('|x, y| x + y', '=> z');
      end('move |x: Vec<u8>| -> u8 { x[0] }', ', 1');
      end('S { a: 1, ..b }', ', 1');
      end('match x { A => 1, _ => 2 }.foo()', ', 1');
      end('x as Vec<Vec<u8>>', ', 1');
      end('a::<B, C>(d)?.e.0.await[3]', ', 1');
      end('&mut *a', ', 1');
      end('a..', ', 1');
      end('..=b', ', 1');
      end('return', ', 1');
      end("'a: loop { break 'a 5 }", ', 1');
      end('unsafe { x }', ', 1');
      end('x >= y && z >> 2 == 3', ', 1');
      end('<T as Trait<U>>::f(x)', ', 1');
      end('for x in y { z }', ', 1');
      end('if let Some(x) = y && x > 1 { 1 } else if z { 2 } else { 3 }', ', 1');
      end('async move { x.await }', ', 1');
      end('m![a; b]', ', 1');
    });

    it('find the end of types', () => {
      const end = (args: string, rest: string) => shows('ty', `${args} ${rest}`, rest);
      end('Vec<Vec<u8>>', ', 1');
      end("&'a mut [T; 4]", '= 1');
      end("dyn Fn(A) -> B + Send + 'static", ', 1');
      end('impl Iterator<Item = (A, B)>', '{ }');
      end("for<'a> fn(&'a u8) -> &'a u8", ', 1');
      end('<T as Trait>::Out', '=> 1');
      end('*const u8', ', 1');
      end('!', ', 1');
      end('a::B::<C>', ', 1');
      end('extern "C" fn(u8)', '; 1');
    });

    it('find the end of patterns', () => {
      const end = (args: string, rest: string) => shows('pat', `${args} ${rest}`, rest);
      end('Some(x) | None', '=> 1');
      end('x @ 1..=5', '=> 1');
      end('&(ref mut a, _)', 'if b');
      end('S { a, .. }', '= 1');
      end('-1..', '=> 1');
      end('[first, .., last]', '=> 1');
      shows('pat_param', 'A | B', '| B');
    });

    it('find the end of items, statements and the rest', () => {
      shows('item', '#[a] pub fn f<T>() -> T where T: X { 1 } struct B;', 'struct B;');
      shows('item', 'struct A<T>(T) where T: X; b', 'b');
      shows('item', 'const A: u8 = { 1 }; b', 'b');
      shows('item', 'unsafe impl<T> Send for X<T> {} b', 'b');
      shows('item', 'macro_rules! m { () => {} } b', 'b');
      shows('stmt', 'let x: u8 = 1; b', '; b');
      shows('stmt', 'f(x); b', '; b');
      shows('block', '{ a } b', 'b');
      shows('vis', 'pub(crate) struct', 'struct');
      shows('vis', 'pub (A)', '(A)');
      shows('vis', 'struct', 'struct');
      shows('lifetime', "'a b", 'b');
      shows('literal', '-1.5 b', 'b');
      shows('literal', 'br#"x"# b', 'b');
      shows('meta', 'cfg(test) b', 'b');
      shows('meta', 'a::b = "c" d', 'd');
      shows('path', 'a::B<C>::D e', 'e');
      shows('tt', '>>= b', 'b');
      shows('tt', '=> b', 'b');
      shows('ident', 'r#fn b', 'b');
    });
  });

  describe('precedence', () => {
    it('keeps an expression together', () => {
      check('($e:expr) => { $e * 2 };', 'a + b', '(a + b) * 2');
      check('($e:expr) => { -$e };', 'a.b()', '-a.b()');
      check('($e:expr) => { f($e, 1) };', 'a + b', 'f(a + b, 1)');
      check('($e:expr) => { $e.c() };', 'a::<T>(b)[0]?', 'a::<T>(b)[0]?.c()');
      check('($e:expr) => { if $e {} };', 'S { a: 1 } == b', 'if (S { a: 1 } == b) {}');
      check('($e:expr) => { $e.x };', '-1', '(-1).x');
    });

    it('keeps a fragment whole on its way through other macros', () => {
      const passed = expandRules('($e:expr) => { m!($e) };', 'a + b');
      const inner = passed.slice(passed.indexOf('(') + 1, -1);
      check('($x:tt) => { $x * 2 };', inner, '(a + b) * 2');
      check('(a + b) => { wrong }; ($x:expr) => { $x * 2 };', inner, '(a + b) * 2');
    });

    it('lets tokens through as they are', () => {
      const passed = expandRules('($($t:tt)*) => { m!($($t)*) };', 'a + b');
      check('(a + b) => { right };', passed.slice(passed.indexOf('(') + 1, -1), 'right');
    });

    it('writes a type before `::` as a qualified path', () => {
      check('($t:ty) => { $t::new() };', 'Vec<u8>', '<Vec<u8>>::new()');
      check('($t:ty) => { <$t>::new() };', 'Vec<u8>', '<Vec<u8>>::new()');
      check('($t:ty) => { $t::MAX };', 'u8', 'u8::MAX');
      check('($t:ty) => { &$t };', 'dyn A + B', '&(dyn A + B)');
    });
  });

  it('writes $crate as the crate of the definition', () => {
    check('() => { $crate::f() };', '', '__dollar_crate_7::f()');
  });

  it('defines macros by macros', () => {
    check(
      '($n:ident, $d:tt) => { macro_rules! $n { ($d x:expr) => { $d x } } };',
      'twice, $',
      'macro_rules! twice { ($ x:expr) => { $ x } }',
    );
    check(
      '($n:ident) => { macro_rules! $n { ($$x:expr) => { $$x } } };',
      'm',
      'macro_rules! m { ($x:expr) => { $x } }',
    );
  });

  it('evaluates metavariable expressions', () => {
    check('($($x:ident),*) => { ${count($x)} };', 'a, b, c', '3');
    check('($($x:ident),*) => { $(($x, ${index()}, ${len()}))* };', 'a, b', '(a, 0, 2) (b, 1, 2)');
    check('($($x:ident),*) => { [$(${ignore($x)} 1),*] };', 'a, b', '[1, 1]');
    check('($x:ident) => { ${concat(get_, $x)} };', 'a', 'get_a');
  });

  it('reads doc comments as attributes', () => {
    check(
      '($(#[$m:meta])* $n:ident) => { $(#[$m])* struct $n; };',
      '/// Text.\n A',
      '#[doc = " Text."] struct A;',
    );
  });

  it('knows the macros of the second kind', () => {
    check('($a:expr) { $a + 1 }', 'x', 'x + 1', true);
    check('{ ($a:expr) => { $a + 1 } () => { 0 } }', '', '0', true);
    check('{ ($a:expr) => { $a + 1 }, () => { 0 }, }', '', '0', true);
  });

  it('ends on input that no rule foresees', () => {
    check('($($($x:ident)*)*) => { 1 };', 'a', 'ambiguous');
    check('($x:expr', '1', 'no rule');
    check('', '1', 'no rule');
  });
});
