/**
 * Programs for the tests of the editor's features: a few lines of Rust over a core that is just large enough for
 * functions, closures and drops, with `$0` where the cursor is.
 */
import assert from 'node:assert/strict';
import type { CrateId, FileId } from '../../src/hir/defs.ts';
import { type FileRange, lineIndex } from '../../src/hir/fileRange.ts';
import { Printers } from '../../src/ide/itemInfo.ts';
import { type Program, programOf } from '../../src/ide/program.ts';
import { type CollectConfig, defaultConfig } from '../../src/mono/config.ts';
import { applyChanges } from '../../src/vfs/vfs.ts';
import { fixture } from '../fixture.ts';

const core = `
//- /core/lib.rs crate:core
#![no_core]
#[lang = "sized"] pub trait Sized {}
#[lang = "copy"] pub trait Copy {}
#[lang = "drop"] pub trait Drop { fn drop(&mut self); }
#[lang = "drop_in_place"] pub unsafe fn drop_in_place<T: ?Sized>(to_drop: *mut T) {}
#[lang = "tuple_trait"] pub trait Tuple {}
#[lang = "unsize"] pub trait Unsize<T: ?Sized> {}
#[lang = "coerce_unsized"] pub trait CoerceUnsized<T: ?Sized> {}
impl<'a, 'b: 'a, T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<&'a U> for &'b T {}
#[lang = "fn_once"] pub trait FnOnce<Args: Tuple> {
    #[lang = "fn_once_output"] type Output;
    extern "rust-call" fn call_once(self, args: Args) -> Self::Output;
}
#[lang = "fn_mut"] pub trait FnMut<Args: Tuple>: FnOnce<Args> {
    extern "rust-call" fn call_mut(&mut self, args: Args) -> Self::Output;
}
#[lang = "fn"] pub trait Fn<Args: Tuple>: FnMut<Args> {
    extern "rust-call" fn call(&self, args: Args) -> Self::Output;
}
impl Copy for u8 {}
impl Copy for u32 {}
impl Copy for bool {}
pub mod prelude {
    pub mod rust_2021 { pub use crate::{Sized, Copy, Drop, drop_in_place, FnOnce, FnMut, Fn}; }
}
`;

export interface Subject {
  readonly program: Program;
  readonly printers: Printers;
  readonly crate: CrateId;
  readonly file: FileId;
  /** Of the `$0`. */
  readonly offset: number;
  readonly text: string;
  /** Puts another text in the file. */
  edit(text: string): Subject;
  /** `line: text`, both as people count and read. */
  at(range: FileRange | undefined): string;
}

export function subject(
  source: string,
  { incremental = false, ...options }: Partial<Omit<CollectConfig, 'krate'>> & { incremental?: boolean } = {},
): Subject {
  const path = '/main.rs';
  const {
    db,
    vfs,
    crate: crateNamed,
  } = fixture(
    `//- ${path} crate:main deps:util${incremental ? ' incremental:1' : ''}\n${source.trimStart()}\n${core}`,
  );
  const crate = crateNamed('main');
  const file = vfs.fileId(path);
  const make = (marked: string): Subject => {
    const offset = marked.indexOf('$0');
    const text = marked.replace('$0', '');
    applyChanges(db, vfs, [{ kind: 'Open', path, text }]);
    const program = programOf(db, [crate], { ...defaultConfig(crate), ...options });
    return {
      program,
      printers: new Printers(db, '/'),
      crate,
      file,
      offset,
      text,
      edit: (next) => make(next.trimStart()),
      at: (range) => {
        assert.ok(range, 'there is a place');
        const line = lineIndex(db, range.file)!.position(range.start).line + 1;
        return `${line}: ${lineIndex(db, range.file)!.text.slice(range.start, range.end)}`;
      },
    };
  };
  // Other files may follow the first.
  return make(source.trimStart().split('\n//- ')[0]!);
}
