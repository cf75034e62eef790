import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { crateDefMap } from '../../src/hir/defMap/defMap.ts';
import { item } from '../../src/hir/defMap/defSource.ts';
import { itemSourceMap, itemTree } from '../../src/hir/source.ts';
import { finish } from '../../src/vfs/cacheDirectory.ts';
import {
  attachLibraryItemTrees,
  attachOwnItemTrees,
  attachStdItemTrees,
} from '../../src/vfs/itemTreeStore.ts';
import { normalizePath } from '../../src/vfs/path.ts';
import { fixture } from '../fixture.ts';

const program = `
//- /w/main.rs crate:main deps:lib
fn main() {}
//- /std/core.rs crate:core
#![no_core]
macro_rules! make { ($($n:ident)*) => { $(pub struct $n(u8); impl $n { pub fn m(&self) -> u8 { 1 } })* } }
make!(A B);
pub mod inner;
//- /std/inner.rs
pub trait T<'a, X: Copy = u8> where X: 'a { const C: [u8; 3]; fn f(self: &Self) -> impl Sized; }
//- /lib/lib.rs crate:lib origin:library
pub enum OfLibrary { A, B(u8) }
`;

describe('the store of item trees', () => {
  let directory: string;
  beforeEach(() => {
    directory = normalizePath(mkdtempSync(`${tmpdir()}/store-`));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  /** Everything that core declares, and which queries ran for it. */
  function run(source = program): { said: string; ran: Map<string, number> } {
    const f = fixture(source);
    f.vfs.setLibraryRoots(['/std', '/lib']);
    const stores = [
      attachStdItemTrees(f.db, f.vfs, '/std', `${directory}/sub/store`),
      attachLibraryItemTrees(f.db, f.vfs, `${directory}/sub/items`),
      attachOwnItemTrees(f.db, f.vfs, `${directory}/sub/own`),
    ];
    const ran = new Map<string, number>();
    f.db.onExecute = (name) => void ran.set(name, (ran.get(name) ?? 0) + 1);
    const said: unknown[] = [];
    for (const name of ['core', 'lib', 'main']) {
      for (const [def, loc] of crateDefMap(f.db, f.crate(name)).defs) {
        said.push(
          item(f.db, def),
          itemTree(f.db, loc.file).attrs,
          itemSourceMap(f.db, loc.file).ranges.get(loc.item),
        );
      }
    }
    f.db.onExecute = undefined;
    for (const store of stores) finish(store.saving());
    return { said: JSON.stringify(said), ran };
  }

  it('gives what was lowered, without parsing again', () => {
    const first = run();
    assert.ok(first.ran.get('expansion')! > 0);
    const second = run();
    assert.equal(second.said, first.said);
    assert.equal(second.ran.get('expansion'), undefined);
  });

  it('keeps nothing of the workspace', () => {
    run();
    const [std, libraries] = ['store', 'items'].map((name) =>
      readFileSync(`${directory}/sub/${name}`, 'utf8'),
    );
    assert.match(std!, /"T"/);
    assert.doesNotMatch(std!, /"main"|"OfLibrary"/);
    assert.match(libraries!, /"OfLibrary"/);
    assert.doesNotMatch(libraries!, /"main"|"T"/);
  });

  it('keeps the last texts of the program itself, where it is told to', () => {
    const edited = program.replace('fn main() {}', 'fn main() {} fn added() {}');
    const own = () => readFileSync(`${directory}/sub/own`, 'utf8');
    run();
    assert.doesNotMatch(own(), /"added"|"OfLibrary"/);
    const { said } = run(edited);
    assert.match(own(), /"added"/);
    assert.equal(own().trim().split('\n').length, 1);
    assert.equal(run(edited).said, said);
    assert.doesNotMatch(run().said, /"added"/);
  });

  it('does without entries that are damaged', () => {
    const first = run();
    const path = `${directory}/sub/store`;
    assert.ok(existsSync(path));
    const damaged = readFileSync(path, 'utf8').replaceAll('[{', '[[{');
    rmSync(path);
    appendFileSync(path, `${damaged}half a line`);
    assert.equal(run().said, first.said);
  });
});
