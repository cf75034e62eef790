/** Which copies of std's functions a crate finds made: those of the crates of the sysroot that are loaded for it. */
import { deepStrictEqual } from 'node:assert';
import { crateRoot, internDef } from '../../src/hir/defs.ts';
import { crateGraph, setCrateGraph } from '../../src/hir/inputs.ts';
import { mkInstance } from '../../src/mono/instance.ts';
import { isSysrootInstance } from '../../src/mono/sysrootInstances.ts';
import { mkArgs, prim } from '../../src/ty/intern.ts';
import { fixture } from '../fixture.ts';

describe('copies that std has made', () => {
  const symbols = {
    core: '_RINvCs_4core5thinghECs_4core',
    alloc: '_RINvCs_4core5thingtECs_5alloc',
    std: '_RINvCs_4core5thingmECs_3std',
    gimli: '_RINvCs_4core5thingyECs_5gimli',
  };
  const copies = { core: prim.u8, alloc: prim.u16, std: prim.u32, gimli: prim.u64 };

  const found = (text: string): string[] => {
    const { db, crate } = fixture(`
      //- /core.rs crate:core
      #![no_core]
      pub fn thing<T>() {}
      //- /alloc.rs crate:alloc deps:core
      #![no_std]
      //- /std.rs crate:std deps:core,alloc
      #![no_std]
      extern crate alloc;
      ${text}`);
    setCrateGraph(db, { ...crateGraph(db), sysrootSymbols: Object.values(symbols) });
    const thing = internDef({
      krate: crate('core'),
      parent: crateRoot(crate('core')),
      kind: 'Fn',
      name: 'thing',
      disambiguator: 0,
    });
    return Object.entries(copies).flatMap(([maker, ty]) => {
      const instance = mkInstance({ kind: 'Item', def: thing }, mkArgs([ty]));
      return isSysrootInstance(db, instance, crate('main')) ? [maker] : [];
    });
  };

  it('are all there with std, whoever made them', () => {
    deepStrictEqual(found('//- /main.rs crate:main'), ['core', 'alloc', 'std', 'gimli']);
  });

  it('without std are those of core, and of alloc where it is named', () => {
    deepStrictEqual(found('//- /main.rs crate:main\n#![no_std]'), ['core']);
    deepStrictEqual(found('//- /main.rs crate:main\n#![no_std]\nextern crate alloc;'), ['core', 'alloc']);
  });

  it('are all there where a crate that is used has std', () => {
    const main = '//- /main.rs crate:main deps:lib\n#![no_std]\npub use lib::*;\n//- /lib.rs crate:lib';
    deepStrictEqual(found(main), ['core', 'alloc', 'std', 'gimli']);
    deepStrictEqual(found(`${main}\n#![no_std]\nextern crate alloc;`), ['core', 'alloc']);
    deepStrictEqual(found(`${main}\n#![no_std]\nextern crate std;`), ['core', 'alloc', 'std', 'gimli']);
  });
});
