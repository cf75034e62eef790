import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { neverCancelled } from '../../src/base/cancellation.ts';
import { crateDefMap, type DefMap } from '../../src/hir/defMap/defMap.ts';
import { crateRoot, type DefId, defData, internDef } from '../../src/hir/defs.ts';
import { type HirFileId, hirFile, macroCall } from '../../src/hir/hirFile.ts';
import { inherentImplsFor, relevantImpls } from '../../src/ty/implIndex.ts';
import { prim } from '../../src/ty/intern.ts';
import { finish } from '../../src/vfs/cacheDirectory.ts';
import { attachLibraryStore } from '../../src/vfs/libraryStore.ts';
import { normalizePath } from '../../src/vfs/path.ts';
import { type Fixture, fixture } from '../fixture.ts';

const program = `
//- /w/main.rs crate:main deps:lib,broken
fn main() {}
//- /lib/lib.rs crate:lib origin:library deps:helper
#[macro_use] extern crate helper;
use helper::{self as renamed, Shown as _, E::*};
pub use inner::*;
mod inner;
mod missing;
macro_rules! make { ($($n:ident)*) => { $(pub struct $n(u8); impl helper::Shown for $n {})* macro_rules! made { () => {} } } }
make!(A B);
make_fn!(f);
#[derive(Clone)] pub struct Derived;
pub(crate) enum Local { V, W(u8) }
const _: () = { struct Hidden; impl helper::Shown for Hidden {} };
impl<T> helper::Shown for [T] {}
impl<T: Copy> helper::Shown for T {}
use nothing::at::all;
//- /lib/inner.rs
pub static S: u8 = 1;
pub mod deep { pub(super) fn g() {} pub use bool; }
extern "C" { pub fn foreign(); }
impl crate::A { pub fn method(&self) {} }
//- /helper/lib.rs crate:helper origin:library
pub trait Shown {}
pub enum E { First, Second }
#[macro_export] macro_rules! make_fn { ($n:ident) => { pub fn $n() {} } }
//- /broken/lib.rs crate:broken origin:library
mod itself; use itself::*; fn (
//- /broken/itself.rs
#[path = "itself.rs"] mod again;
//- /core/lib.rs crate:core
#![no_core]
#[lang = "sized"] pub trait Sized {}
#[lang = "copy"] pub trait Copy {}
#[rustc_builtin_macro] pub macro Clone($item:item) {}
#[lang = "clone"] pub trait Clone {}
impl Copy for u8 {}
impl u8 { pub fn of_u8(self) {} }
pub mod prelude { pub mod rust_2021 { pub use crate::{Sized, Copy, Clone}; } }
`;

describe('the store of libraries', () => {
  let directory: string;
  let path: string;
  beforeEach(() => {
    directory = normalizePath(mkdtempSync(`${tmpdir()}/libraries-`));
    path = `${directory}/libraries`;
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  interface Run {
    /** With files by their names: their numbers are those of one run. */
    readonly maps: unknown[];
    readonly impls: DefId[][];
    /** What was lowered: texts that declare items. */
    readonly lowered: number;
  }

  function run(source = program): Run {
    const f = fixture(source);
    f.vfs.setLibraryRoots(['/lib', '/helper', '/broken', '/core']);
    const store = attachLibraryStore(f.db, f.vfs, path);
    let lowered = 0;
    f.db.onExecute = (query) => {
      if (query === 'loweredItems') lowered++;
    };
    const maps = ['lib', 'helper', 'broken', 'core'].map((name) =>
      withNames(f, crateDefMap(f.db, f.crate(name))),
    );
    const impls = implsOf(f);
    f.db.onExecute = undefined;
    // What is saved when a key is pressed is saved all the same.
    f.db.cancellation = { isCancelled: true };
    finish(store.saving());
    f.db.cancellation = neverCancelled;
    return { maps, impls, lowered };
  }

  function withNames({ vfs }: Fixture, map: DefMap): unknown {
    const name = (file: HirFileId | undefined): string => {
      const data = file === undefined ? undefined : hirFile(file);
      if (data?.kind === 'File') return vfs.filePath(data.file);
      if (data?.kind !== 'Macro') return data?.kind ?? '';
      const { site, def, source } = macroCall(data.call);
      const at = 'file' in site ? [name(site.file), site.item] : [];
      return JSON.stringify([def, at, site.kind, source && [name(source.file), source.item]]);
    };
    const named = <T extends { readonly file: HirFileId | undefined }>(entries: ReadonlyMap<DefId, T>) =>
      [...entries].map(([def, value]) => [def, { ...value, file: name(value.file) }]);
    return { ...map, modules: named(map.modules), defs: named(map.defs) };
  }

  function implsOf({ db, crate }: Fixture): DefId[][] {
    const krate = crate('helper');
    const shown = internDef({
      krate,
      parent: crateRoot(krate),
      kind: 'Trait',
      name: 'Shown',
      disambiguator: 0,
    });
    return [[...relevantImpls(db, shown, prim.u8, 1)], [...inherentImplsFor(db, prim.u8)]];
  }

  it('gives the maps of libraries and the lists of their impls as they were', () => {
    const first = run();
    assert.deepEqual(
      first.impls.map((list) => list.map((impl) => defData(impl).name)),
      [['<T: Copy> helper::Shown for T'], ['u8']],
    );
    const second = run();
    assert.deepEqual(second.maps, first.maps);
    assert.deepEqual(second.impls, first.impls);
    assert.equal(second.lowered, 0);
    assert.ok(first.lowered > 5);
  });

  it('gives nothing once a library has changed', () => {
    run();
    for (const changed of [
      program.replace('pub fn $n() {}', 'pub fn $n() {} pub fn another() {}'),
      `${program}//- /lib/missing.rs\npub fn found() {}\n`,
    ]) {
      const { maps } = run(changed);
      rmSync(path);
      assert.deepEqual(maps, run(changed).maps);
      run();
    }
  });

  it('does without what is damaged', () => {
    const { maps, impls } = run();
    const text = readFileSync(path, 'utf8');
    for (const damaged of [
      text.slice(0, text.length / 2),
      text.replaceAll('[[', '[['.repeat(2)),
      text.replaceAll('"Mod"', '"Mod'),
      text.replaceAll('"File"', '"Nothing"'),
      `{}\n${text}`,
    ]) {
      writeFileSync(path, damaged);
      const again = run();
      assert.deepEqual(again.maps, maps);
      assert.deepEqual(again.impls, impls);
    }
  });
});
