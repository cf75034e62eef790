import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { neverCancelled } from '../../src/base/cancellation.ts';
import { type DefId, defCrate, defData } from '../../src/hir/defs.ts';
import { libraryCache } from '../../src/hir/libraryCache.ts';
import { collect } from '../../src/mono/collector.ts';
import { defaultConfig, internConfig } from '../../src/mono/config.ts';
import { printMonoItem } from '../../src/mono/names.ts';
import { TyPrinter } from '../../src/ty/print.ts';
import { attachBodyStore } from '../../src/vfs/bodyStore.ts';
import { finish } from '../../src/vfs/cacheDirectory.ts';
import { normalizePath } from '../../src/vfs/path.ts';
import { fixture, smallCore } from '../fixture.ts';
import { cacheIn } from './cacheIn.ts';

const program = `
//- /w/main.rs crate:main deps:lib
fn main() {
    lib::apply::<u8, 3>(|x| x, 1);
    lib::opaque(1u16);
    lib::chosen::<true>();
    lib::computed();
}
//- /lib/lib.rs crate:lib origin:library
pub trait Show { fn show(&self) -> u128; }
impl Show for u8 { fn show(&self) -> u128 { 340282366920938463463374607431768211455 } }
pub fn apply<T: Copy + Show, const N: usize>(f: fn(T) -> T, t: T) {
    let all = |x: T| { x.show(); };
    helper([t; N]);
    match N { 3 => {} _ => {} }
    run(all);
}
fn run<F>(f: F) {}
fn helper<T, const N: usize>(a: [T; N]) {}
pub fn opaque<T: Copy>(t: T) -> impl Sized { helper([t; 2]); keep(made(t)) }
fn made<T>(t: T) -> impl Sized { t }
fn keep<T>(t: T) -> T { t }
pub fn chosen<const B: bool>() { if B { helper([0u8; 1]) } else { helper([0u8; 0]) } }
pub fn computed() { counted::<{ 1 + 2 }>() }
fn counted<const N: usize>() { helper([0u16; N]) }
${smallCore}`;

const ownProgram = `
//- /w/main.rs crate:main
const LEN: usize = len();
const fn len() -> usize { 3 }
trait Show { fn show(&self); }
fn opaque() -> impl Copy { 1u16 }
fn outer() { struct Inner; impl Show for Inner { fn show(&self) { inner() } } use_it(Inner); }
fn inner() {}
fn user() { use_it([0u8; LEN]); use_it(opaque()); let c = |x: u8| x; use_it(c); }
fn plain() { use_it([0u8; 1]); }
fn takes(_: impl Copy) { use_it([0u8; 3]); }
fn use_it<T>(t: T) {}
fn main() { plain(); takes(()); user(); outer(); }
${smallCore}`;

describe('the store of bodies', () => {
  let directory: string;
  let path: string;
  /** What libraries have made, which is remembered, too. */
  const upstream = new Map<string, string>();
  beforeEach(() => {
    directory = normalizePath(mkdtempSync(`${tmpdir()}/bodies-`));
    path = `${directory}/bodies`;
    upstream.clear();
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  /** The items of main, and the names of the functions of a crate that were inferred for it. */
  function run(
    source = program,
    { takesOwn = false, inferredIn = 'lib' }: { takesOwn?: boolean; inferredIn?: string } = {},
  ): { items: string[]; inferred: string[] } {
    const f = fixture(source);
    f.vfs.setLibraryRoots(['/lib', '/core']);
    const store = attachBodyStore(f.db, f.vfs, path, { takesOwn });
    f.db.setResource(libraryCache, cacheIn(upstream));
    const lib = f.crate(inferredIn);
    const inferred: string[] = [];
    f.db.onExecute = (query, key) => {
      if (query === 'infer' && defCrate(key as DefId) === lib) inferred.push(defData(key as DefId).name);
    };
    const main = f.crate('main');
    const { items } = collect(f.db, internConfig(defaultConfig(main)));
    f.db.onExecute = undefined;
    // What is saved when a key is pressed is saved all the same.
    f.db.cancellation = { isCancelled: true };
    finish(store.saving());
    f.db.cancellation = neverCancelled;
    const printer = new TyPrinter(f.db, main);
    return { items: items.map((item) => printMonoItem(printer, item)), inferred };
  }

  it('gives what was found out, without inferring again', () => {
    const without = run();
    assert.ok(without.inferred.includes('apply'));
    assert.ok(without.items.some((item) => item.includes('helper::<u8, 3>')));
    const second = run();
    assert.deepEqual(second.items, without.items);
    assert.deepEqual(second.inferred, []);
  });

  it('takes in what is used later', () => {
    const more = program.replace('lib::opaque(1u16);', '');
    run(more);
    assert.deepEqual(run().inferred.sort(), ['keep', 'made', 'opaque']);
    assert.deepEqual(run().inferred, []);
  });

  it('keeps few segments, and all that is used', () => {
    const count = 12;
    const numbers = Array.from({ length: count }, (_, i) => i);
    const lib = numbers.map((i) => `pub fn g${i}<T>(t: T) {}`).join('\n');
    const using = (n: number) =>
      program.replace('//- /core', `${lib}\n//- /core`).replace(
        'fn main() {',
        `fn main() { ${numbers
          .slice(0, n)
          .map((i) => `lib::g${i}(1u8);`)
          .join(' ')}`,
      );
    for (let n = 0; n <= count; n++) run(using(n));
    assert.ok(readFileSync(path, 'utf8').match(/^tables/gm)!.length <= 8);
    assert.deepEqual(run(using(count)).inferred, []);
  });

  it('gives nothing once a library has changed', () => {
    run();
    upstream.clear();
    const changed = program.replace('if B { helper([0u8; 1])', 'if B { helper([0u8; 7])');
    const { items, inferred } = run(changed);
    assert.ok(items.some((item) => item.includes('helper::<u8, 7>')));
    assert.ok(inferred.includes('chosen'));
    assert.deepEqual(run(changed).inferred, []);
    assert.deepEqual(run(changed).items, items);
  });

  it('remembers the bodies of the program itself, if it is told to', () => {
    const own = (changes: readonly (readonly [string, string])[]) => {
      const source = changes.reduce((text, [from, to]) => text.replace(from, to), ownProgram);
      return run(source, { takesOwn: true, inferredIn: 'main' });
    };
    const first = own([]);
    assert.deepEqual(first.inferred.sort(), [
      'LEN',
      'len',
      'main',
      'opaque',
      'outer',
      'plain',
      'takes',
      'use_it',
      'user',
    ]);
    // Constants are evaluated in every run.
    const constants = ['LEN', 'len'];
    assert.deepEqual(own([]), { items: first.items, inferred: constants });
    // The inside of a plain function is its own affair.
    const change = ['use_it([0u8; 1])', 'use_it([0u8; 2])'] as const;
    const edited = own([change]);
    assert.deepEqual(edited.inferred.sort(), [...constants, 'plain']);
    assert.ok(edited.items.some((item) => item.includes('use_it::<[u8; 2]>')));
    const taking = own([change, ['use_it([0u8; 3])', 'use_it([0u8; 4])']]);
    assert.deepEqual(taking.inferred.sort(), [...constants, 'takes']);
    // What others look into is not.
    for (const change of [
      ['const fn len() -> usize { 3 }', 'const fn len() -> usize { 4 }'],
      ['{ 1u16 }', '{ 1u8 }'],
      ['impl Show for Inner', 'impl Show for u8'],
      ['fn plain()', 'fn plain<T>()'],
      ['fn main() { plain();', 'fn added() {} fn main() { plain();'],
    ] as const) {
      const { items, inferred } = own([change]);
      assert.ok(inferred.includes('main') && inferred.includes('user'), change[1]);
      rmSync(path);
      assert.deepEqual(own([change]).items, items);
      rmSync(path);
      own([]);
    }
  });

  it('does without what is damaged', () => {
    const { items } = run();
    const text = readFileSync(path, 'utf8');
    for (const damaged of [
      text.slice(0, text.length / 2),
      text.replaceAll('"kind"', '"kind'),
      text.replace('tables\t[[', 'tables\t[['.repeat(2)),
      text.replaceAll('"Args"', '"Nothing"'),
    ]) {
      writeFileSync(path, damaged);
      assert.deepEqual(run().items, items);
    }
  });
});
