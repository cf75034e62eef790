import assert from 'node:assert/strict';
import { hover } from '../../src/ide/hover.ts';
import { type Subject, subject } from './program.ts';

function text({ program, printers, crate, file, offset, at }: Subject, maximumItems = 10): string {
  const found = hover(program, printers, crate, file, offset, {
    maximumItems,
    link: (place) => ({ target: 'place', text: at(place) }),
  });
  return found?.paragraphs.join('\n') ?? '';
}

describe('hover', () => {
  it('lists the copies of a generic function with the places that cause them', () => {
    const shown = text(subject('fn main() {\n f(1u8);\n f(true);\n}\nfn $0f<T>(x: T) -> T { x }\n'));
    assert.match(shown, /\*\*2 instantiations\*\*/);
    assert.match(shown, /- `u8` — ~\d+ — \[2: f\]\(place\) — `main-cgu\.0` (?:Internal|External)/);
    assert.match(shown, /- `bool` — ~\d+ — \[3: f\]\(place\)/);
  });

  it('lists no more copies than it is told', () => {
    const shown = text(subject('fn main() { f(1u8); f(true); f(1u32); }\nfn $0f<T>(x: T) -> T { x }\n'), 2);
    assert.match(shown, /- … and 1 more/);
  });

  it('says why an unused parameter matters', () => {
    assert.match(
      text(subject('fn main() { f::<u8>(1); }\nfn $0f<Kind>(n: u32) -> u32 { n }\n')),
      /Parameter `Kind` unused/,
    );
  });

  it('names the instance that a call calls', () => {
    assert.match(text(subject('fn main() { $0f(1u8); }\nfn f<T>(x: T) -> T { x }\n')), /calls `f::<u8>`/);
  });

  it('names the instance in each copy of a generic caller', () => {
    const shown = text(
      subject('fn main() { g(1u8); g(true); }\nfn g<T>(x: T) -> T { $0f(x) }\nfn f<T>(x: T) -> T { x }\n'),
    );
    assert.match(shown, /calls \*\*2 instances\*\*/);
    assert.match(shown, /`f::<u8>` — in the copy for `u8`/);
    assert.match(shown, /`f::<bool>` — in the copy for `bool`/);
  });

  it('resolves a method of a trait to the impl', () => {
    const shown = text(
      subject(`
trait Shape { fn area(&self) -> u32; }
struct Square<T>(T);
impl<T> Shape for Square<T> { fn area(&self) -> u32 { 1 } }
fn main() { measure(&Square(true)); }
fn measure<S: Shape>(s: &S) -> u32 { s.$0area() }
`),
    );
    assert.match(shown, /calls `<Square<bool> as Shape>::area`/);
  });

  it('tells what a closure inherits', () => {
    const shown = text(
      subject('fn main() { f(1u8); f(true); }\nfn f<T: Copy>(x: T) -> T { let g = $0|| x; g() }\n'),
    );
    assert.match(shown, /closure: \*\*2 instantiations\*\*, inherits `T`/);
  });

  it('tells whether code depends on a parameter', () => {
    assert.match(
      text(subject('fn main() {}\nfn f<$0Kind>(n: u32) -> u32 { n }\n')),
      /`Kind` is \*\*unused\*\*/,
    );
    assert.match(text(subject('fn main() {}\nfn f<$0T>(x: T) -> T { x }\n')), /`T` is used/);
  });

  it('shows the glue that drops a type', () => {
    const shown = text(
      subject(`
struct $0Guard<T>(T);
impl<T> Drop for Guard<T> { fn drop(&mut self) {} }
fn main() { let a = Guard(1u8); let b = Guard(true); }
`),
    );
    assert.match(shown, /\*\*drop glue: 2 copies\*\*/);
    assert.match(shown, /`Guard<bool>`/);
  });

  it('tells what is not resolved where a count is a lower bound', () => {
    const shown = text(subject('fn main() { f(1u8); missing().f(); }\nfn $0f<T>(x: T) -> T { x }\n'));
    assert.match(shown, /There may be more copies\. Not resolved:/);
  });

  it('is silent where there is nothing to tell', () => {
    assert.equal(text(subject('fn main() { let $0x = 1u8; }\n')), '');
  });
});
