import assert from 'node:assert/strict';
import '../support.ts';
import { lowerItems } from '../../src/hir/lowerItems.ts';
import { expandDerive } from '../../src/hir/macros/derive.ts';
import { parser } from '../../src/syntax/parser.ts';

function derive(name: string, item: string, derivesCopy = false): string {
  const data = lowerItems(parser().parse(item), 0).tree.items[0]!;
  assert.ok(data.kind === 'Struct' || data.kind === 'Enum' || data.kind === 'Union');
  const text = expandDerive(name, { item: data, core: '::core', cfg: new Set(['unix']), derivesCopy });
  assert.ok(text !== undefined);
  assert.equal(parser().parse(text).hasError, false, text);
  return text;
}

/** Asserts the impls, as `rustc -Zunpretty=expanded` prints them (without attributes). */
function check(name: string, item: string, expected: string, derivesCopy = false): void {
  const squeeze = (text: string) =>
    text
      .replace(/#\[\w+(?:\(\w+\))?\]/g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([^\w\s"']) ?/g, '$1')
      .replace(/,(?=[)}\]])/g, '')
      .replace(/},/g, '}')
      .trim();
  assert.equal(squeeze(derive(name, item, derivesCopy)), squeeze(expected));
}

describe('derive', () => {
  it('Clone of structs and enums', () => {
    check(
      'Clone',
      'struct A<T> { x: T, y: u8 }',
      `impl<T: ::core::clone::Clone> ::core::clone::Clone for A<T> {
        fn clone(&self) -> A<T> {
          A { x: ::core::clone::Clone::clone(&self.x), y: ::core::clone::Clone::clone(&self.y) }
        }
      }`,
    );
    check(
      'Clone',
      'enum E<T: Iterator> where T: Sized { A, B(u8, T), C { x: T::Item, y: Vec<T> } }',
      `impl<T: ::core::clone::Clone + Iterator> ::core::clone::Clone for E<T> where T: Sized, T::Item: ::core::clone::Clone {
        fn clone(&self) -> E<T> {
          match self {
            E::A => E::A,
            E::B(__self_0, __self_1) => E::B(::core::clone::Clone::clone(__self_0), ::core::clone::Clone::clone(__self_1)),
            E::C { x: __self_0, y: __self_1 } =>
              E::C { x: ::core::clone::Clone::clone(__self_0), y: ::core::clone::Clone::clone(__self_1) },
          }
        }
      }`,
    );
  });

  it('Clone of what is Copy', () => {
    check(
      'Clone',
      "struct P<'a, const N: usize>(u8, &'a [u8; N]);",
      `unsafe impl<'a, const N: usize> ::core::clone::TrivialClone for P<'a, N> { }
      impl<'a, const N: usize> ::core::clone::Clone for P<'a, N> {
        fn clone(&self) -> P<'a, N> {
          let _: ::core::clone::AssertParamIsClone<u8>;
          let _: ::core::clone::AssertParamIsClone<&'a [u8; N]>;
          *self
        }
      }`,
      true,
    );
    check(
      'Clone',
      'struct PC<T>(T);',
      `impl<T: ::core::clone::Clone> ::core::clone::Clone for PC<T> {
        fn clone(&self) -> PC<T> { PC(::core::clone::Clone::clone(&self.0)) }
      }`,
      true,
    );
    check('Copy', 'struct PC<T>(T);', 'impl<T: ::core::marker::Copy> ::core::marker::Copy for PC<T> { }');
  });

  it('Debug', () => {
    const debug = (type: string, body: string) =>
      `impl ::core::fmt::Debug for ${type} { fn fmt(&self, f: &mut ::core::fmt::Formatter) -> ::core::fmt::Result { ${body} } }`;
    const f = '::core::fmt::Formatter';
    check(
      'Debug',
      'struct A { x: T, y: u8 }',
      debug('A', `${f}::debug_struct_field2_finish(f, "A", "x", &self.x, "y", &&self.y)`),
    );
    check('Debug', 'struct U;', debug('U', `${f}::write_str(f, "U")`));
    check(
      'Debug',
      'struct Big { a: u8, b: u8, c: u8, d: u8, e: u8, g: [u8; 4] }',
      debug(
        'Big',
        `let names: &'static _ = &["a", "b", "c", "d", "e", "g"];
         let values: &[&dyn ::core::fmt::Debug] = &[&self.a, &self.b, &self.c, &self.d, &self.e, &&self.g];
         ${f}::debug_struct_fields_finish(f, "Big", names, values)`,
      )
        .replace('{ let names', '{ { let names')
        .replace('values) } }', 'values) } } }'),
    );
    check(
      'Debug',
      'enum G { X { a: u8 }, Y, Z(u8, T) }',
      debug(
        'G',
        `match self {
          G::X { a: __self_0 } => ${f}::debug_struct_field1_finish(f, "X", "a", &__self_0),
          G::Y => ${f}::write_str(f, "Y"),
          G::Z(__self_0, __self_1) => ${f}::debug_tuple_field2_finish(f, "Z", __self_0, &__self_1),
        }`,
      ),
    );
    check(
      'Debug',
      'enum F { A, B }',
      debug('F', `${f}::write_str(f, match self { F::A => "A", F::B => "B", })`),
    );
    check('Debug', 'enum Zero {}', debug('Zero', 'match *self {}'));
    check('Debug', 'enum One { A }', debug('One', `${f}::write_str(f, "A")`));
  });

  it('PartialEq and Eq', () => {
    const structural = 'impl ::core::marker::StructuralPartialEq for';
    check(
      'PartialEq',
      'struct Sc { a: String, b: u8, c: [u8; 3], d: &u8 }',
      `${structural} Sc { } impl ::core::cmp::PartialEq for Sc {
        fn eq(&self, other: &Sc) -> bool { self.b == other.b && self.d == other.d && self.a == other.a && self.c == other.c }
      }`,
    );
    check(
      'PartialEq',
      'enum All { B(i32), C { z: u8, w: String } }',
      `${structural} All { } impl ::core::cmp::PartialEq for All {
        fn eq(&self, other: &All) -> bool {
          let __self_discr = ::core::intrinsics::discriminant_value(self);
          let __arg1_discr = ::core::intrinsics::discriminant_value(other);
          __self_discr == __arg1_discr && match (self, other) {
            (All::B(__self_0), All::B(__arg1_0)) => __self_0 == __arg1_0,
            (All::C { z: __self_0, w: __self_1 }, All::C { z: __arg1_0, w: __arg1_1 }) =>
              __self_0 == __arg1_0 && __self_1 == __arg1_1,
            _ => unsafe { ::core::intrinsics::unreachable() }
          }
        }
      }`,
    );
    check(
      'PartialEq',
      'enum V { A {} }',
      `${structural} V { } impl ::core::cmp::PartialEq for V { fn eq(&self, other: &V) -> bool { true } }`,
    );
    check(
      'Eq',
      'struct P(u8, i32, u8);',
      `impl ::core::cmp::Eq for P {
        fn assert_fields_are_eq(&self) { let _: ::core::cmp::AssertParamIsEq<u8>; let _: ::core::cmp::AssertParamIsEq<i32>; }
      }`,
    );
  });

  it('PartialOrd and Ord', () => {
    const call = '::core::cmp::PartialOrd::partial_cmp';
    check(
      'PartialOrd',
      'enum Mix { A, B(i32), C { z: i32 } }',
      `impl ::core::cmp::PartialOrd for Mix {
        fn partial_cmp(&self, other: &Mix) -> ::core::option::Option<::core::cmp::Ordering> {
          let __self_discr = ::core::intrinsics::discriminant_value(self);
          let __arg1_discr = ::core::intrinsics::discriminant_value(other);
          match (self, other) {
            (Mix::B(__self_0), Mix::B(__arg1_0)) => ${call}(__self_0, __arg1_0),
            (Mix::C { z: __self_0 }, Mix::C { z: __arg1_0 }) => ${call}(__self_0, __arg1_0),
            _ => ${call}(&__self_discr, &__arg1_discr),
          }
        }
      }`,
    );
    check(
      'Ord',
      'struct P(u8, i32);',
      `impl ::core::cmp::Ord for P {
        fn cmp(&self, other: &P) -> ::core::cmp::Ordering {
          match ::core::cmp::Ord::cmp(&self.0, &other.0) {
            ::core::cmp::Ordering::Equal => ::core::cmp::Ord::cmp(&self.1, &other.1),
            cmp => cmp,
          }
        }
      }`,
    );
    assert.ok(derive('Ord', 'enum All { B(i32), C(u8) }').includes('unreachable()'));
    assert.ok(derive('PartialOrd', 'struct U;').includes('Some(::core::cmp::Ordering::Equal) }'));
  });

  it('Hash', () => {
    check(
      'Hash',
      'enum Mix { A, B(i32, u8), C { z: i32 } }',
      `impl ::core::hash::Hash for Mix {
        fn hash<__H: ::core::hash::Hasher>(&self, state: &mut __H) {
          let __self_discr = ::core::intrinsics::discriminant_value(self);
          ::core::hash::Hash::hash(&__self_discr, state);
          match self {
            Mix::B(__self_0, __self_1) => {
              ::core::hash::Hash::hash(__self_0, state);
              ::core::hash::Hash::hash(__self_1, state)
            }
            Mix::C { z: __self_0 } => ::core::hash::Hash::hash(__self_0, state),
            _ => {}
          }
        }
      }`,
    );
    assert.ok(!derive('Hash', 'enum One { A(u8) }').includes('discr'));
  });

  it('Default', () => {
    check(
      'Default',
      'struct D<T>(u8, T);',
      `impl<T: ::core::default::Default> ::core::default::Default for D<T> {
        fn default() -> D<T> { D(::core::default::Default::default(), ::core::default::Default::default()) }
      }`,
    );
    check(
      'Default',
      'enum E<T> { #[default] A, B(T) }',
      'impl<T> ::core::default::Default for E<T> { fn default() -> E<T> { Self::A } }',
    );
  });

  it('reads the fields of packed structs out', () => {
    assert.ok(
      derive('PartialEq', '#[repr(packed)] struct Pk { a: u8, b: u32 }').includes(
        '({ self.a }) == ({ other.a }) && ({ self.b }) == ({ other.b })',
      ),
    );
  });

  it('leaves out fields and variants that are configured out', () => {
    const text = derive('Clone', 'struct S(#[cfg(windows)] u8, #[cfg(unix)] u16, u32);');
    assert.ok(text.includes('&self.1') && !text.includes('&self.2'));
    assert.ok(!derive('Debug', 'enum E { #[cfg(windows)] A, B, C }').includes('E::A'));
  });
});
