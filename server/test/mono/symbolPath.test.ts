/** Symbols of rustc's v0 mangling, as `nm` lists them for the standard library, and the paths that they stand for. */
import { deepStrictEqual, strictEqual } from 'node:assert';
import { crateRoot, type DefId, type DefKind, internDef } from '../../src/hir/defs.ts';
import { mkInstance } from '../../src/mono/instance.ts';
import { instancePath, symbolPath } from '../../src/mono/symbolPath.ts';
import { archiveSymbols, exportedSymbols } from '../../src/project/sysrootSymbols.ts';
import { mkArgs, prim } from '../../src/ty/intern.ts';
import { fixture } from '../fixture.ts';

describe('symbol paths', () => {
  const paths: Readonly<Record<string, string>> = {
    _RNvMs3_NtCslNYArtu3iFV_5alloc7raw_vecINtB5_6RawVechE8grow_oneB7_:
      '<alloc::raw_vec::RawVec<u8>>::grow_one',
    _RNvXs1_NtCslNYArtu3iFV_5alloc7raw_vecINtB5_6RawVechENtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4dropCsduwmD7cSIQq_5gimli:
      '<alloc::raw_vec::RawVec<u8> as core::ops::drop::Drop>::drop',
    _RINvNvMs2_NtCslNYArtu3iFV_5alloc7raw_vecINtB8_11RawVecInnerpE7reserve21do_reserve_and_handleNtNtBa_5alloc6GlobalEBa_:
      '<alloc::raw_vec::RawVecInner<_>>::reserve::do_reserve_and_handle<alloc::alloc::Global>',
  };
  for (const [symbol, path] of Object.entries(paths)) {
    it(`of ${path}`, () => strictEqual(symbolPath(symbol)?.path, path));
  }

  it('are the same of an instance: arguments stand where their parameters are declared', () => {
    const { db, crate } = fixture(`
      pub mod outer { pub mod inner { pub fn two<A, B>() {} } }
      pub struct S<T>(T);
      impl<T> S<T> { pub fn method<U>(&self) {} }`);
    const krate = crate('main');
    const def = (parent: DefId, kind: DefKind, name: string) =>
      internDef({ krate, parent, kind, name, disambiguator: 0 });
    const inner = def(def(crateRoot(krate), 'Mod', 'outer'), 'Mod', 'inner');
    const two = mkInstance({ kind: 'Item', def: def(inner, 'Fn', 'two') }, mkArgs([prim.u8, prim.bool]));
    strictEqual(instancePath(db, two), 'main::outer::inner::two<u8, bool>');
  });

  it('are not made of other schemes, nor of symbols that are cut short', () => {
    strictEqual(symbolPath('_ZN4core3fmt5write17h0123456789abcdefE'), undefined);
    const [whole] = Object.keys(paths);
    strictEqual(symbolPath(whole!.slice(0, 60)), undefined);
    strictEqual(symbolPath('_RB_'), undefined);
  });

  it('come of the index of an archive', () => {
    const member = (name: string, body: string) =>
      `${name.padEnd(48)}${String(body.length).padEnd(10)}\x60\n${body}`;
    const index = `\0\0\0\x02${'\0'.repeat(8)}_Rone\0_Rtwo\0`;
    const bytes = (text: string) => new TextEncoder().encode(text);
    deepStrictEqual(archiveSymbols(bytes(`!<arch>\n${member('/', index)}`)), ['_Rone', '_Rtwo']);
    deepStrictEqual(archiveSymbols(bytes(`!<arch>\n${member('lib.rmeta/', 'x')}`)), []);
    deepStrictEqual(archiveSymbols(bytes('MZ, and no more')), []);
  });

  it('come of no file that is not an ELF object', () => {
    deepStrictEqual(exportedSymbols(new TextEncoder().encode('MZ, and no more')), []);
    deepStrictEqual(exportedSymbols(new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1])), []);
  });
});
