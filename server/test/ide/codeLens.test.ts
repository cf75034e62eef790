import assert from 'node:assert/strict';
import { type CodeLensConfig, codeLenses, lensCauses } from '../../src/ide/codeLens.ts';
import { type Subject, subject } from './program.ts';

const all: CodeLensConfig = {
  instantiations: true,
  unusedParameters: true,
  neverInstantiated: true,
  minimumCount: 0,
};

function lenses({ program, crate, file, at }: Subject, config = all): string[] {
  return codeLenses(program, crate, file, config).map(({ range, title }) => `${at(range)} — ${title}`);
}

describe('code lenses', () => {
  it('count the copies of each generic function', () => {
    const program = subject(`
fn main() { twice(1u8); twice(2u8); twice(true); plain(); }
fn twice<T: Copy>(x: T) -> (T, T) { (x, x) }
fn nobody<T>(x: T) -> T { x }
fn plain() {}
`);
    assert.deepEqual(lenses(program), ['2: twice — 2 instantiations', '3: nobody — never instantiated']);
  });

  it('follow an edit', () => {
    const before = subject('fn main() { f(1u8); }\nfn f<T>(x: T) -> T { x }\n');
    assert.deepEqual(lenses(before), ['2: f — 1 instantiation']);
    const after = before.edit('fn main() { f(1u8);\n f(true); }\nfn f<T>(x: T) -> T { x }\n');
    assert.deepEqual(lenses(after), ['3: f — 2 instantiations']);
  });

  it('keep their counts over broken code elsewhere', () => {
    const program = subject('fn main() { f(1u8); }\nfn f<T>(x: T) -> T { x }\nfn broken( { let x = f(');
    assert.deepEqual(lenses(program), ['2: f — 1 instantiation']);
  });

  it('say that a count is a lower bound where a call of that name is unresolved', () => {
    const program = subject(`
fn main() { make(1u8); missing().make(); }
fn make<T>(x: T) -> T { x }
fn other<T>(x: T) -> T { x }
`);
    assert.deepEqual(lenses(program)[0], '2: make — 1+ instantiations');
  });

  it('are not shaken by a field that is not there', () => {
    assert.deepEqual(lenses(subject('fn main() { make(1u8); 1u32.make; }\nfn make<T>(x: T) -> T { x }\n')), [
      '2: make — 1 instantiation',
    ]);
  });

  it('are sure of a function that the code with the unresolved call cannot see', () => {
    const program = subject(`
fn main() { make(1u8); util::broken(); }
fn make<T>(x: T) -> T { x }
trait Make { fn make<T>(&self, x: T) -> T { x } }
//- /util/lib.rs crate:util
#[inline] pub fn broken() { missing().make(); }
`);
    assert.deepEqual(lenses(program), ['2: make — 1 instantiation', '3: make — 0+ instantiations']);
  });

  it('name unused parameters, and those that only closures leave unused', () => {
    const program = subject(`
fn main() { tag::<u8>(1); run::<u8>(1, 2); }
fn tag<Kind>(n: u32) -> u32 { n }
fn run<T: Copy>(x: T, n: u32) -> T { let f = |m: u32| m; f(n); x }
`);
    assert.deepEqual(lenses(program), [
      '2: tag — 1 instantiation',
      '2: tag — param Kind unused, shared copy',
      '3: run — 1 instantiation',
      '3: run — param T unused in a closure, shared copy',
    ]);
  });

  it('count an impl by its own arguments', () => {
    const program = subject(`
struct Pair<T>(T, T);
fn main() { let a = Pair(1u8, 2u8); a.first(); a.second(); Pair(true, true).first(); }
impl<T: Copy> Pair<T> {
    fn first(&self) -> T { self.0 }
    fn second(&self) -> T { self.1 }
}
`);
    const titles = codeLenses(program.program, program.crate, program.file, all).map(({ title }) => title);
    assert.deepEqual(titles, [
      '2 instantiations, 3 copies of methods',
      '2 instantiations',
      '1 instantiation',
    ]);
  });

  it('obey the settings', () => {
    const program = subject(
      'fn main() { f(1u8); }\nfn f<T>(x: T) -> T { x }\nfn g<T>(n: u32) -> u32 { n }\n',
    );
    assert.deepEqual(lenses(program, { ...all, neverInstantiated: false }), [
      '2: f — 1 instantiation',
      '3: g — param T unused, shared copy',
    ]);
    assert.deepEqual(lenses(program, { ...all, unusedParameters: false, minimumCount: 1 }), [
      '2: f — 1 instantiation',
    ]);
    assert.deepEqual(lenses(program, { ...all, instantiations: false, unusedParameters: false }), []);
  });

  it('share copies that differ in unused parameters only, if asked to', () => {
    const source = 'fn main() { g::<u8>(1); g::<bool>(1); }\nfn g<T>(n: u32) -> u32 { n }\n';
    assert.equal(lenses(subject(source))[0], '2: g — 2 instantiations');
    assert.equal(lenses(subject(source, { polymorphize: true }))[0], '2: g — 1 instantiation');
  });

  it('lead to the places that cause the copies', () => {
    const program = subject(`
fn main() {
    outer(1u8);
    inner(true);
}
fn outer<T>(x: T) -> T { inner(x) }
fn inner<T>(x: T) -> T { x }
`);
    const inner = codeLenses(program.program, program.crate, program.file, all).find(({ title, range }) => {
      return title === '2 instantiations' && program.at(range).includes('inner');
    });
    assert.ok(inner);
    assert.deepEqual(lensCauses(program.program, inner.def).map(program.at), ['5: inner', '3: inner']);
  });
});
