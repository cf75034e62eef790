/** The survey finds a part of what the collector finds, and of the program's own functions all that it can. */
import assert from 'node:assert/strict';
import { defData } from '../../src/hir/defs.ts';
import { collect } from '../../src/mono/collector.ts';
import { defaultConfig, internConfig } from '../../src/mono/config.ts';
import { printMonoItem } from '../../src/mono/names.ts';
import { Survey } from '../../src/mono/survey.ts';
import { TyPrinter } from '../../src/ty/print.ts';
import { type Fixture, fixture } from '../fixture.ts';

const program = `
//- /main.rs crate:main deps:lib
mod shapes;
trait Show { fn show(&self) {} }
struct S;
impl Show for S { fn show(&self) { own(3u8); } }
fn own<T>(t: T) -> T { t }
fn never<T>(t: T) { own(&t); }
fn main() {
    own(1u16);
    lib::with(|x: u8| { own(x as u32); });
    lib::other(1u8);
    shapes::area(S);
    let object: &dyn Show = &S;
}
//- /shapes.rs
pub fn area<T: crate::Show>(t: T) { t.show(); }
//- /lib/lib.rs crate:lib
pub fn with<F: Fn(u8)>(f: F) { f(1); inner(&f); }
fn inner<F: Fn(u8)>(f: &F) { f(2); }
pub fn other<T>(t: T) { with(|x| ()); }
//- /core/lib.rs crate:core
#![no_core]
#[lang = "sized"] pub trait Sized {}
#[lang = "unsize"] pub trait Unsize<T: ?Sized> {}
#[lang = "coerce_unsized"] pub trait CoerceUnsized<T> {}
impl<'a, T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<&'a U> for &'a T {}
#[lang = "copy"] pub trait Copy {}
#[lang = "tuple_trait"] pub trait Tuple {}
#[lang = "fn_once"] pub trait FnOnce<Args> { #[lang = "fn_once_output"] type Output; extern "rust-call" fn call_once(self, args: Args) -> Self::Output; }
#[lang = "fn_mut"] pub trait FnMut<Args>: FnOnce<Args> { extern "rust-call" fn call_mut(&mut self, args: Args) -> Self::Output; }
#[lang = "fn"] pub trait Fn<Args>: FnMut<Args> { extern "rust-call" fn call(&self, args: Args) -> Self::Output; }
pub mod prelude { pub mod rust_2021 { pub use crate::{Sized, Copy, Fn, FnMut, FnOnce}; } }
`;

function names(f: Fixture, survey: Survey): string[] {
  const printer = new TyPrinter(f.db, f.crate('main'));
  const items = [...survey.copies].filter(([def]) => defData(def).krate === f.crate('main'));
  return items.flatMap(([, copies]) => [...copies].map((item) => printMonoItem(printer, item))).sort();
}

function collected(f: Fixture): string[] {
  const printer = new TyPrinter(f.db, f.crate('main'));
  return collect(f.db, internConfig(defaultConfig(f.crate('main'))))
    .items.filter((item) => item.kind === 'Fn' && item.instance.kind.kind === 'Item')
    .map((item) => printMonoItem(printer, item))
    .sort();
}

describe('the survey', () => {
  it("finds the copies of the program's own functions, in library code that they are given to as well", () => {
    const f = fixture(program);
    const survey = new Survey(f.db, [internConfig(defaultConfig(f.crate('main')))]);
    survey.advance(() => false);
    assert.ok(survey.isDone);
    const found = names(f, survey);
    const all = collected(f);
    assert.deepEqual(
      found.filter((name) => !all.includes(name)),
      [],
    );
    const own = all.filter((name) => !name.includes('lib::'));
    assert.deepEqual(found, own);
    assert.ok(found.includes('fn own::<u32>') && found.includes('fn own::<u8>'), found.join());
  });

  it('makes pauses, and goes on where it was', () => {
    const f = fixture(program);
    const config = internConfig(defaultConfig(f.crate('main')));
    const whole = new Survey(f.db, [config]);
    whole.advance(() => false);
    const survey = new Survey(f.db, [config]);
    let size = 0;
    for (let n = 0; !survey.isDone; n++) {
      assert.ok(n < 1000);
      survey.advance(() => true);
      assert.ok(survey.size >= size);
      size = survey.size;
    }
    assert.deepEqual(names(f, survey), names(f, whole));
  });

  it('ends where types grow without end', () => {
    const f = fixture(
      program
        .replace('own(1u16);', 'grow(1u16);')
        .replace('fn never', 'struct W<T>(T);\nfn grow<T>(t: T) { grow(W(t)); }\nfn never'),
    );
    const survey = new Survey(f.db, [internConfig(defaultConfig(f.crate('main')))]);
    survey.advance(() => false);
    assert.ok(survey.isDone);
  });
});
