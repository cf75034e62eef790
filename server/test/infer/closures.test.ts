import { strict as assert } from 'node:assert';
import { check, closures, inferProgram } from './support.ts';

function closuresOf(body: string, options: Parameters<typeof inferProgram>[1] = {}): string[] {
  return closures(inferProgram(`${preamble}fn f() { ${body} }`, options), 'f');
}

const preamble = `
struct D(String);
impl Drop for D { fn drop(&mut self) {} }
struct P { x: String, y: String, n: u8 }
fn p() -> P { loop {} }
fn call_once<R>(f: impl FnOnce() -> R) -> R { f() }
fn eat<T>(t: T) {}
`;

describe('closures', () => {
  it('takes the signature from the bound, before the body is checked', () => {
    check(`
fn f(v: Vec<String>) {
    v.iter().map(|s| s.len()).filter(|n| *n > 1).for_each(|n| {});
                                        //^ &usize
    let g: Box<dyn Fn(&str) -> usize> = Box::new(|s| s.len());
                                                //^ &str
    let h: fn(u8) = |x| {};
                   //^ u8
}`);
  });

  it('checks closures after the other arguments', () => {
    check(`
fn apply<T>(f: impl Fn(T) -> T, x: T) -> T { f(x) }
fn f() {
    apply(|x| x + 1, 2u64);
            //^^^^^ u64
}`);
  });

  it('is of the kind that its uses make it', () => {
    assert.deepEqual(
      closuresOf('let s = p(); let c = || s.n; let mut i = 0; let d = || i += 1; let e = || eat(s); '),
      ['Fn ref s.2', 'FnMut refMut i', 'FnOnce move s'],
    );
  });

  it('is of the kind that the context asks for', () => {
    assert.deepEqual(closuresOf('let n = 1; call_once(|| n);'), ['FnOnce ref n']);
  });

  it('captures places, not variables, from 2021 on', () => {
    const body = 'let s = p(); let c = || { s.x.len(); eat(s.y); };';
    assert.deepEqual(closuresOf(body), ['FnOnce ref s.0, move s.1']);
    assert.deepEqual(closuresOf(body, { edition: '2018' }), ['FnOnce move s']);
  });

  it('captures the larger of nested places with the stronger mode', () => {
    assert.deepEqual(closuresOf('let mut s = p(); let mut c = || { s.x.len(); s = p(); };'), [
      'FnMut refMut s',
    ]);
  });

  it('moves what lies before the first dereference', () => {
    assert.deepEqual(closuresOf('let s = &p(); let c = move || s.x.len();'), ['Fn copy s']);
    assert.deepEqual(closuresOf('let s = Box::new(p()); let c = move || s.x.len();'), ['Fn move s']);
    assert.deepEqual(closuresOf('let s = p(); let c = move || s.n;'), ['Fn copy s.2']);
  });

  it('stops at shared references, raw pointers, arrays and types with a destructor', () => {
    assert.deepEqual(closuresOf('let s = (&p(), 1); let c = || s.0.x.len();'), ['Fn ref (*s.0)']);
    assert.deepEqual(closuresOf('let s: *const P = &p(); let c = || unsafe { (*s).x.len() };'), ['Fn ref s']);
    assert.deepEqual(closuresOf('let s = [p(), p()]; let c = || s[0].x.len();'), ['Fn ref s']);
    assert.deepEqual(closuresOf('let s = (D(String::new()), 1); let c = || eat(s.0);'), ['FnOnce move s.0']);
  });

  it('borrows uniquely what it changes through a mutable reference', () => {
    assert.deepEqual(closuresOf('let mut q = p(); let s = &mut q; let mut c = || s.n = 2;'), [
      'FnMut refMut (*s).2',
    ]);
  });

  it('captures through the closures inside it', () => {
    assert.deepEqual(closuresOf('let s = p(); let c = || { let d = || s.x.len(); d() };'), [
      'Fn ref s.0',
      'Fn ref s.0',
    ]);
  });

  it('reads what a pattern tests', () => {
    assert.deepEqual(closuresOf('let s = Some(p()); let c = || match s { Some(ref x) => 1, None => 2 };'), [
      'Fn ref s',
    ]);
    assert.deepEqual(closuresOf('let s = (p(), p()); let c = || { let (a, _) = s; };'), ['FnOnce move s.0']);
    assert.deepEqual(closuresOf('let s = p(); let c = || { let _ = s; };'), ['Fn']);
  });

  it('calls closures whose kind is not known yet', () => {
    check(`
fn f() {
    let mut n = 0;
    let mut c = |x: u8| n += x;
    c(1);
  //^^^^ -> <{closure@/inline/main.rs:4:17: 4:24} as std::ops::FnMut<(u8,)>>::call_mut
    let d = |x: u8| x;
    d(2);
  //^ adj Borrow(&{closure@/inline/main.rs:7:13: 7:20})
}`);
  });

  it('goes through references and boxes of functions', () => {
    check(`
fn f(a: &dyn Fn(u8) -> u16, b: Box<dyn FnOnce() -> char>, g: &mut impl FnMut() -> bool, p: &fn() -> u8) {
    a(1);
  //^^^^ u16
    b();
  //^^^ char
    g();
  //^^^ bool
    p();
  //^^^ u8
}`);
  });
});
