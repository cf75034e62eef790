import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { libraryCache } from '../../src/hir/libraryCache.ts';
import { collect } from '../../src/mono/collector.ts';
import { defaultConfig, internConfig } from '../../src/mono/config.ts';
import { printMonoItem } from '../../src/mono/names.ts';
import { TyPrinter } from '../../src/ty/print.ts';
import { finish } from '../../src/vfs/cacheDirectory.ts';
import { normalizePath } from '../../src/vfs/path.ts';
import { attachUsesStore } from '../../src/vfs/usesStore.ts';
import { coreWith, fixture } from '../fixture.ts';
import { cacheIn } from './cacheIn.ts';

const program = `
//- /w/main.rs crate:main deps:lib
use lib::{apply, keep, Show};
static TABLE: fn() = inner;
const LEN: usize = len();
const fn len() -> usize { 3 }
struct Own(Guard);
struct Guard;
impl Drop for Guard { fn drop(&mut self) { inner() } }
impl Show for Own { fn show(&self) { plain() } }
fn opaque() -> impl Show { Own(Guard) }
fn inner() {}
fn plain() { keep(1u8); }
fn user() { let guard = Guard; let held = 1u16; apply(|| { let _ = &held; keep(2u32); }); keep(guard); }
// What is written with \`include_bytes!\` has a length.
fn data() { keep(*include_bytes!("data.txt")); }
fn local() { struct In(u8); fn within() { keep(In(1)); } within(); }
include!(concat!("mo", "re.rs"));
fn main() { local(); more(); data(); user(); keep([0u8; LEN]); lib::shown(Own(Guard)); lib::shown(opaque()); TABLE(); lib::varied::<Own>(); lib::alone::<u8>(); }
//- /w/more.rs
fn more() { keep(3u8); }
//- /w/data.txt
12345
//- /lib/lib.rs crate:lib origin:library
pub trait Show { fn show(&self); fn twice(&self) { self.show(); self.show(); } }
pub fn apply<F: FnOnce()>(f: F) { f() }
pub fn keep<T>(t: T) -> T { t }
pub fn shown<T: Show>(t: T) { t.twice(); keep(1u64); }
pub fn alone<T>() {}
pub fn varied<T>() { keep([0u8; 7]); }
${coreWith(
  `
#[lang = "tuple_trait"] pub trait Tuple {}
#[lang = "fn_once"] #[rustc_paren_sugar]
pub trait FnOnce<Args: Tuple> {
    #[lang = "fn_once_output"] type Output;
    extern "rust-call" fn call_once(self, args: Args) -> Self::Output;
}
#[lang = "fn_mut"] #[rustc_paren_sugar]
pub trait FnMut<Args: Tuple>: FnOnce<Args> {
    extern "rust-call" fn call_mut(&mut self, args: Args) -> Self::Output;
}
#[lang = "fn"] #[rustc_paren_sugar]
pub trait Fn<Args: Tuple>: FnMut<Args> {
    extern "rust-call" fn call(&self, args: Args) -> Self::Output;
}
#[rustc_builtin_macro] #[macro_export] macro_rules! include_bytes { ($file:expr) => {} }
#[rustc_builtin_macro] #[macro_export] macro_rules! include { ($file:expr) => {} }
#[rustc_builtin_macro] #[macro_export] macro_rules! concat { ($($e:expr),*) => {} }
#[lang = "drop"] pub trait Drop { fn drop(&mut self); }
#[lang = "drop_in_place"] pub unsafe fn drop_in_place<T>(to_drop: *mut T) { unsafe { drop_in_place(to_drop) } }`,
  'Fn',
  'FnMut',
  'FnOnce',
  'Drop',
)}`;

describe('the store of uses', () => {
  let directory: string;
  let path: string;
  /** What libraries have made, which is remembered, too. */
  const upstream = new Map<string, string>();
  beforeEach(() => {
    directory = normalizePath(mkdtempSync(`${tmpdir()}/uses-`));
    path = `${directory}/uses`;
    upstream.clear();
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  /** The items of main, and the instances whose uses were looked for in their MIR. */
  function run(
    source = program,
    { takesOwn = true, isKept = true }: { takesOwn?: boolean; isKept?: boolean } = {},
  ): { items: string[]; bodies: number } {
    const f = fixture(source);
    f.vfs.setLibraryRoots(['/lib', '/core']);
    f.db.setResource(libraryCache, cacheIn(upstream));
    const store = isKept ? attachUsesStore(f.db, f.vfs, path, { takesOwn }) : undefined;
    let bodies = 0;
    f.db.onExecute = (query) => {
      if (query === 'unoptimizedMir') bodies++;
    };
    const main = f.crate('main');
    const { items, unresolved } = collect(f.db, internConfig(defaultConfig(main)));
    f.db.onExecute = undefined;
    if (store) finish(store.saving());
    assert.deepEqual(unresolved, []);
    const printer = new TyPrinter(f.db, main);
    return { items: items.map((item) => printMonoItem(printer, item)), bodies };
  }

  it('gives what was found out, without looking into bodies', () => {
    const first = run();
    assert.ok(first.items.some((item) => item.includes('keep::<[u8; 3]>')));
    assert.ok(first.bodies > 10);
    assert.deepEqual(run(), { items: first.items, bodies: 0 });
  });

  /** Each edit is seen, and has at most so many bodies looked into again. */
  function assertSeen(edits: readonly (readonly [from: string, to: string, most: number])[]): void {
    for (const [from, to, most] of edits) {
      run();
      const changed = program.replace(from, to);
      assert.notEqual(changed, program);
      const { items, bodies } = run(changed);
      assert.deepEqual(items, run(changed, { isKept: false }).items, to);
      assert.ok(bodies <= most, `${to}: ${bodies}`);
      rmSync(path);
    }
  }

  it('notices what the user changes', () => {
    const whole = Number.POSITIVE_INFINITY;
    assertSeen([
      ['keep(1u8)', 'keep(1i8)', 2],
      ['keep(2u32)', 'keep(2i32)', 12],
      // What a closure captures changes its glue.
      ['let _ = &held', 'let _moved = guard', whole],
      ['let held = 1u16', 'let held = keep(1u16)', 12],
      ['-> usize { 3 }', '-> usize { 4 }', whole],
      ['{ Own(Guard) }', '{ Other } struct Other; impl Show for Other { fn show(&self) {} }', whole],
      ['fn drop(&mut self) { inner() }', 'fn drop(&mut self) { plain() }', 2],
      ['impl Drop for Guard { fn drop(&mut self)', 'impl Guard { fn drop(&mut self)', whole],
      ['struct Own(Guard)', 'struct Own(Option<Guard>)', whole],
      ['fn() = inner', 'fn() = plain', whole],
      ['fn show(&self) { plain() }', 'fn show(&self) {} fn twice(&self) {}', whole],
      ['12345', '123456', whole],
      ['keep(3u8)', 'keep(3i8)', whole],
    ]);
  });

  it('notices what is declared in bodies, and that others do not see it', () => {
    assertSeen([
      ['fn inner() {}', 'fn inner() { fn nested() {} nested() }', 2],
      ['fn inner() {}', 'fn inner() { impl Show for Guard { fn show(&self) {} } }', Number.POSITIVE_INFINITY],
      // It is a part of other items.
      [
        'struct In(u8); fn within() { keep(In(1)); }',
        'struct In(Guard); fn within() { keep(In(Guard)); }',
        4,
      ],
      ['struct In(u8); fn within() { keep(In(1)); }', 'type In = u8; fn within() { keep(1 as In); }', 3],
      ['fn plain() { keep(1u8)', 'fn plain() { use lib::alone; alone::<u16>()', 2],
    ]);
  });

  it('cares for neither comments nor blanks', () => {
    assertSeen([
      ['fn plain()', '// More.\n/// Of a struct.\nfn plain()', 0],
      ['struct Guard;', 'struct\n  Guard;', 0],
    ]);
  });

  it('gives what was optimized, where nothing comes from other bodies', () => {
    const apart = program.replace('crate:main', 'crate:main opt:2 incremental:');
    const { items } = run(apart);
    assert.deepEqual(run(apart), { items, bodies: 0 });
    rmSync(path);
    const inlined = program.replace('crate:main', 'crate:main opt:2');
    run(inlined);
    assert.ok(run(inlined).bodies > 0);
  });

  it('gives what hangs on libraries only, where no more is asked for', () => {
    const first = run(program, { takesOwn: false });
    const second = run(program, { takesOwn: false });
    assert.deepEqual(second.items, first.items);
    assert.ok(second.bodies < first.bodies);
    const changed = program.replace('keep(2u32)', 'keep(2i32)').replace('-> usize { 3 }', '-> usize { 4 }');
    assert.deepEqual(
      run(changed, { takesOwn: false }).items,
      run(changed, { takesOwn: false, isKept: false }).items,
    );
  });

  it('gives nothing once a library has changed', () => {
    run();
    upstream.clear();
    const changed = program.replace('[0u8; 7]', '[0u8; 8]');
    const { items } = run(changed);
    assert.ok(items.some((item) => item.includes('keep::<[u8; 8]>')));
    assert.deepEqual(run(changed), { items, bodies: 0 });
  });

  it('lets go of what no run asks for any more', () => {
    const variant = (n: number) => program.replace('keep(2u32)', `keep([0u16; ${n}])`);
    for (let n = 0; n < 40; n++) run(variant(n));
    const known = readFileSync(path, 'utf8').length;
    for (let n = 40; n < 60; n++) run(variant(n));
    assert.ok(readFileSync(path, 'utf8').length < 1.1 * known);
  });

  it('does without what is damaged', () => {
    const { items } = run();
    const text = readFileSync(path, 'utf8');
    for (const damaged of [
      '',
      'no',
      text.slice(0, text.length / 2),
      text.replaceAll('"Args"', '"Nothing"'),
    ]) {
      writeFileSync(path, damaged);
      assert.deepEqual(run().items, items);
    }
  });
});
