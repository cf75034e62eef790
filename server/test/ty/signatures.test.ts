import { strict as assert } from 'node:assert';
import { adtDestructor, needsDrop } from '../../src/ty/adt.ts';
import { substitute } from '../../src/ty/fold.ts';
import { allParams, genericsOf } from '../../src/ty/generics.ts';
import { mkArgs, mkFnPtr, mkParam, prim } from '../../src/ty/intern.ts';
import { emptyParamEnv, paramEnv, predicatesOf } from '../../src/ty/predicates.ts';
import { normalizeErasing } from '../../src/ty/project.ts';
import { fnSig } from '../../src/ty/signatures.ts';
import { aliasTy, type Program, print, program } from './goals.ts';

function params(p: Program, kind: string, name: string): string {
  return allParams(p.db, genericsOf(p.db, p.find(kind, name)))
    .map((g) => `${g.index}:${g.name}`)
    .join(' ');
}

describe('generics', () => {
  it('have the order and the indexes of rustc', () => {
    const p = program(`
      struct S<'a, T, const N: usize>(&'a [T; N]);
      trait Tr<'t, A> { fn method<'m, B>(&'m self, b: B) -> B; }
      impl<T> Tr<'_, T> for &T { fn method<B>(&self, b: B) -> B { b } }
      fn arg(x: impl Fn(u8), y: impl Iterator<Item = impl Clone>) {}
    `);
    assert.equal(params(p, 'Struct', 'S'), "0:'a 1:T 2:N");
    assert.equal(params(p, 'Trait', 'Tr'), "0:Self 1:'t 2:A");
    assert.equal(params(p, 'Fn', 'arg'), '0:impl Fn(u8) 1:impl Clone 2:impl Iterator<Item = impl Clone>');
    assert.equal(params(p, 'Fn', 'method'), "0:Self 1:'t 2:A 3:B");
  });

  it('count a lifetime only if it is early-bound', () => {
    const p = program(`
      fn late<'a>(x: &'a u8) -> &'a u8 { x }
      fn bounded<'a, T: Clone + 'a>(x: &'a T) {}
      fn outlives<'a, 'b: 'a>(x: &'a u8, y: &'b u8) {}
      fn returned<'a>() -> &'a u8 { loop {} }
      fn projected<'a, T: Tr<'a>>(x: T::Out) {}
      trait Tr<'a> { type Out; }
    `);
    assert.equal(params(p, 'Fn', 'late'), '');
    assert.equal(params(p, 'Fn', 'bounded'), "0:'a 1:T");
    assert.equal(params(p, 'Fn', 'returned'), "0:'a");
    assert.equal(params(p, 'Fn', 'projected'), "0:'a 1:T");
    // Both stand in a bound.
    assert.equal(params(p, 'Fn', 'outlives'), "0:'a 1:'b");
  });
});

describe('signatures', () => {
  const sigOf = (p: Program, name: string) => print(p, mkFnPtr(fnSig(p.db, p.find('Fn', name))));

  it('bind and elide lifetimes', () => {
    const p = program(`
      struct R<'a>(&'a u8);
      struct S;
      impl S { fn get(&self, other: &u8) -> &u8 { &0 } }
      fn one(x: &u8) -> &u8 { x }
      fn two(x: &u8, y: &mut u8) {}
      fn named<'x, 'y>(b: &'y u8, a: &'x u8) -> &'x u8 { a }
      fn inner(f: fn(&u8) -> &u8) {}
      fn path(r: R) -> R { r }
    `);
    assert.equal(sigOf(p, 'one'), "for<'a> fn(&'a u8) -> &'a u8");
    assert.equal(sigOf(p, 'two'), "for<'a, 'b> fn(&'a u8, &'b mut u8)");
    assert.equal(sigOf(p, 'named'), "for<'a, 'b> fn(&'a u8, &'b u8) -> &'b u8");
    assert.equal(sigOf(p, 'inner'), "fn(for<'a> fn(&'a u8) -> &'a u8)");
    assert.equal(sigOf(p, 'path'), "for<'a> fn(R<'a>) -> R<'a>");
    assert.equal(sigOf(p, 'get'), "for<'a, 'b> fn(&'a S, &'b u8) -> &'a u8");
  });

  it('reveal what stands behind impl Trait, in functions, traits and async functions', () => {
    const p = program(`
      trait Shape { fn parts(&self) -> impl Clone; }
      struct Dot;
      impl Shape for Dot { fn parts(&self) -> impl Clone { (1u8, 2u32) } }
      fn plain() -> (impl Clone, impl Clone) { (1u8, Some(2u32)) }
      fn chained() -> impl Clone { plain().1 }
      fn through() -> impl Clone { Dot.parts() }
    `);
    const output = (name: string) => print(p, normalizeErasing(p.db, fnSig(p.db, p.find('Fn', name)).output));
    assert.equal(output('plain'), '(u8, core::option::Option<u32>)');
    assert.equal(output('chained'), 'core::option::Option<u32>');
    assert.equal(output('through'), '(u8, u32)');
  });

  it('lose no predicate that is implied', () => {
    const p = program(`
      trait Base {}
      trait Sub: Base { type Item: Clone; }
      fn f<T, U: ?Sized>(t: T, u: &U, g: impl Sub<Item = u8>) where T: Sub {}
    `);
    const f = p.find('Fn', 'f');
    const text = predicatesOf(p.db, f).map((q) =>
      q.kind === 'Trait' ? print(p, q.trait.args.list[0] as never) : `${print(p, q.term as never)}`,
    );
    // Sized and Sub for T; Sized, Sub and Item = u8 for the argument. Nothing for U.
    assert.deepEqual(text.sort(), ['T', 'T', 'impl Sub<Item = u8>', 'impl Sub<Item = u8>', 'u8']);
    assert.equal(paramEnv(p.db, f).traits.get(p.find('Trait', 'Base'))?.length, 2);
  });
});

describe('drops', () => {
  it('are needed where something is dropped', () => {
    const p = program(`
      use core::mem::ManuallyDrop;
      struct Noisy; impl Drop for Noisy { fn drop(&mut self) {} }
      struct Holds(u8, Noisy);
      struct Plain(u8, &'static Noisy);
      enum E { A, B(Holds) }
      union U { a: u8 }
      struct Recursive(Option<Box<Recursive>>);
      struct Cycle(Option<&'static Cycle>);
      type A = Noisy;
      type B = E;
      type C = Plain;
      type D = ManuallyDrop<Noisy>;
      type F = [Noisy; 0];
      type G = (u8, [Holds; 2]);
      type H = dyn Fn();
      type I = Recursive;
      type J = Cycle;
      type K = U;
    `);
    const drops = (name: string) => needsDrop(p.db, aliasTy(p, name), emptyParamEnv);
    for (const name of ['A', 'B', 'G', 'H', 'I']) assert.ok(drops(name), name);
    for (const name of ['C', 'D', 'F', 'J', 'K']) assert.ok(!drops(name), name);
    assert.ok(adtDestructor(p.db, p.find('Struct', 'Noisy')) !== undefined);
    assert.equal(adtDestructor(p.db, p.find('Struct', 'Holds')), undefined);
  });

  it('of parameters depend on what is known of them', () => {
    const p = program(`
      fn any<T>(t: T) {}
      fn copy<T: Copy>(t: T) {}
    `);
    const t = mkParam(0, 'T');
    assert.ok(needsDrop(p.db, t, paramEnv(p.db, p.find('Fn', 'any'))));
    assert.ok(!needsDrop(p.db, t, paramEnv(p.db, p.find('Fn', 'copy'))));
    assert.ok(!needsDrop(p.db, substitute(t, mkArgs([prim.u8])), emptyParamEnv));
  });
});
