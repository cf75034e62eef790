import { strict as assert } from 'node:assert';
import { crateDefMap } from '../../src/hir/defMap/defMap.ts';
import { type DefId, defData } from '../../src/hir/defs.ts';
import { mkArgs } from '../../src/ty/intern.ts';
import { opaqueTypesDefinedBy } from '../../src/ty/opaqueAliases.ts';
import { emptyParamEnv } from '../../src/ty/predicates.ts';
import { hiddenType } from '../../src/ty/project.ts';
import { traitHolds } from '../../src/ty/select.ts';
import { check, program } from './goals.ts';

describe('selection', () => {
  it('proves nested obligations of impls', () =>
    check(`
      struct S;
      fn a() where Option<Option<u8>>: Clone {} //? Yes
      fn b() where Option<S>: Clone {} //? No
      fn c() where S: Clone {} //? No
    `));

  it('has the rules of the language for Sized, Copy and Clone', () =>
    check(`
      struct Tail<T: ?Sized> { x: u8, t: T }
      fn sized_str() where str: Sized {} //? No
      fn sized_ref() where &'static str: Sized {} //? Yes
      fn sized_tail() where Tail<[u8]>: Sized {} //? No
      fn sized_tail_u8() where Tail<u8>: Sized {} //? Yes
      fn copy_tuple() where (u8, u32): Copy {} //? Yes
      fn copy_mut() where &'static mut u8: Copy {} //? No
      fn copy_shared() where &'static str: Copy {} //? Yes
      fn copy_array() where [u8; 3]: Copy {} //? Yes
      fn clone_fn() where fn(u8) -> u8: Clone {} //? Yes
    `));

  it('believes where clauses, their supertraits and nothing else', () =>
    check(`
      trait Base {}
      trait Sub: Base {}
      struct S<T>(T);
      impl<T: Sub> S<T> {
        fn base() where T: Base {} //? Yes
        fn sub() where T: Sub {} //? Yes
        fn clone() where T: Clone {} //? No
        fn sized() where T: Sized {} //? Yes
      }
      struct U<T: ?Sized>(*const T);
      impl<T: ?Sized> U<T> {
        fn unsized_param() where T: Sized {} //? No
      }
    `));

  it('uses the bounds of associated types', () =>
    check(`
      trait Tr { type A: Clone; type B: ?Sized; }
      struct S<T>(T);
      impl<T: Tr> S<T> {
        fn bound() where T::A: Clone {} //? Yes
        fn sized() where T::A: Sized {} //? Yes
        fn not_sized() where T::B: Sized {} //? No
        fn copy() where T::A: Copy {} //? No
      }
    `));

  it('looks into structures for auto traits, unless an impl says otherwise', () =>
    check(`
      struct Plain(u8, Option<u32>);
      struct Raw(*const u8);
      struct Forced(*const u8);
      unsafe impl Send for Forced {}
      struct Node { next: Option<Box<Node>>, value: Plain }
      struct Marked<T>(core::marker::PhantomData<T>);
      fn plain() where Plain: Send {} //? Yes
      fn raw() where Raw: Send {} //? No
      fn forced() where Forced: Send {} //? Yes
      fn boxed() where Node: Send {} //? No
      fn recursive() where Node: Unpin {} //? Yes
      fn marked() where Marked<*const u8>: Send {} //? No
      fn object() where (dyn Fn() + Send): Send {} //? Yes
      fn bare_object() where (dyn Fn()): Send {} //? No
    `));

  it('sees trait objects as their traits and supertraits', () =>
    check(`
      trait Base {}
      trait Sub: Base { }
      fn own() where dyn Sub: Sub {} //? Yes
      fn up() where dyn Sub: Base {} //? Yes
      fn other() where dyn Base: Sub {} //? No
    `));

  it('knows what can be called', () =>
    check(`
      fn ptr() where (fn(u8) -> u32): Fn(u8) -> u32 {} //? Yes
      fn args() where (fn(u8) -> u32): Fn(u32) -> u32 {} //? No
      fn result() where (fn(u8) -> u32): Fn(u8) -> u8 {} //? No
      fn danger() where (unsafe fn(u8)): Fn(u8) {} //? No
      fn sized() where u8: Fn() {} //? No
    `));

  it('unsizes arrays, implementors, upcasts and struct tails', () =>
    check(`
      use core::marker::Unsize;
      use core::ops::CoerceUnsized;
      trait Base {}
      trait Sub: Base {}
      impl Base for u8 {}
      struct Tail<T: ?Sized> { x: u8, t: T }
      fn array() where [u8; 2]: Unsize<[u8]> {} //? Yes
      fn elem() where [u8; 2]: Unsize<[u32]> {} //? No
      fn to_dyn() where u8: Unsize<dyn Base> {} //? Yes
      fn not_impl() where u32: Unsize<dyn Base> {} //? No
      fn upcast() where dyn Sub: Unsize<dyn Base> {} //? Yes
      fn downcast() where dyn Base: Unsize<dyn Sub> {} //? No
      fn drop_auto() where (dyn Base + Send): Unsize<dyn Base> {} //? Yes
      fn tail() where Tail<[u8; 2]>: Unsize<Tail<[u8]>> {} //? Yes
      fn coerce() where &'static u8: CoerceUnsized<&'static dyn Base> {} //? Yes
    `));

  it('takes projections in where clauses into account', () =>
    check(`
      struct It;
      impl Iterator for It { type Item = u8; fn next(&mut self) -> Option<u8> { None } }
      fn right() where It: Iterator<Item = u8> {} //? Yes
      fn wrong() where It: Iterator<Item = u32> {} //? No
      trait Tr {}
      impl<I: Iterator<Item = u8>> Tr for I {}
      fn blanket() where It: Tr {} //? Yes
    `));

  it('fails inductive cycles and accepts coinductive ones', () =>
    check(`
      trait Tr {}
      struct A; struct B;
      impl Tr for A where B: Tr {}
      impl Tr for B where A: Tr {}
      struct L(Option<Box<L>>);
      fn inductive() where A: Tr {} //? No
      fn coinductive() where L: Unpin {} //? Yes
    `));

  it('prefers the impl that specializes', () =>
    check(`
      trait Tr { type Out; }
      impl<T> Tr for T { default type Out = u8; }
      impl Tr for u32 { type Out = u32; }
      type A = <u32 as Tr>::Out; //= u32
      type B = <u8 as Tr>::Out; //= u8
    `));

  it('finds impls in the bodies of libraries through the types that the bodies declare', () => {
    const p = program('fn main() {}');
    const named = (kind: string, name: string): DefId => {
      for (const def of crateDefMap(p.db, p.crate('core')).defs.keys()) {
        const data = defData(def);
        if (data.kind === kind && data.name === name) return def;
      }
      throw new Error(`no ${kind} ${name}`);
    };
    const [opaque] = opaqueTypesDefinedBy(p.db, named('Fn', 'make'));
    const hidden = hiddenType(p.db, opaque!);
    assert.equal(hidden?.kind, 'Adt');
    const tag = { def: named('Trait', 'Tag'), args: mkArgs([hidden!]) };
    assert.equal(traitHolds(p.db, emptyParamEnv, tag), 'Yes');
  });
});
