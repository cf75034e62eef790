import assert from 'node:assert/strict';
import { assocItems } from '../../src/hir/defMap/assocItems.ts';
import { crateDefMap, moduleData } from '../../src/hir/defMap/defMap.ts';
import { item } from '../../src/hir/defMap/defSource.ts';
import { implsInBodies } from '../../src/hir/defMap/implsInBodies.ts';
import { crateRoot } from '../../src/hir/defs.ts';
import { resolverFor } from '../../src/hir/resolver.ts';
import { applyChanges } from '../../src/vfs/vfs.ts';
import { type Fixture, fixture } from '../fixture.ts';
import { dumpScopes } from './dump.ts';

const program = `
//- /main.rs crate:main deps:util
mod a;
mod b;
use a::f;
macro_rules! make { ($n:ident) => { struct $n; impl $n { fn m(&self) { let x = 1; } } } }
make!(Made);
fn main() { let x = 1; f(); }
//- /a.rs
pub fn f() { let y = 2; }
pub fn g() {}
//- /b.rs
fn h() {}
//- /util.rs crate:util
pub fn u() {}
`;

/** Asks for everything, and says which queries ran how often. */
function ask(f: Fixture): Map<string, number> {
  const ran = new Map<string, number>();
  f.db.onExecute = (name) => void ran.set(name, (ran.get(name) ?? 0) + 1);
  for (const krate of f.crates.values()) {
    const map = crateDefMap(f.db, krate);
    for (const module of map.modules.keys()) moduleData(f.db, module);
    for (const def of map.defs.keys()) {
      item(f.db, def);
      resolverFor(f.db, def);
    }
    for (const impl of map.impls) for (const { def } of assocItems(f.db, impl)) item(f.db, def);
    implsInBodies(f.db, krate);
  }
  f.db.onExecute = undefined;
  return ran;
}

function edit(f: Fixture, path: string, from: string, to: string): Map<string, number> {
  const text = f.vfs.text(f.vfs.fileId(path))!;
  assert.ok(text.includes(from));
  applyChanges(f.db, f.vfs, [{ kind: 'Open', path, text: text.replace(from, to) }]);
  return ask(f);
}

describe('incremental name resolution', () => {
  it('does nothing again when nothing changed', () => {
    const f = fixture(program);
    assert.ok(ask(f).get('crateDefMap')! > 0);
    assert.deepEqual([...ask(f).keys()], []);
  });

  it('resolves nothing again after an edit in a body', () => {
    const f = fixture(program);
    ask(f);
    const before = crateDefMap(f.db, f.crate('main'));
    const ran = edit(f, '/main.rs', 'let x = 1; f();', 'let xyz = 1 + 2; f(); f();');
    for (const query of ['crateDefMap', 'moduleData', 'item', 'resolverFor', 'assocItems']) {
      assert.equal(ran.get(query) ?? 0, 0, query);
    }
    assert.equal(crateDefMap(f.db, f.crate('main')), before);
  });

  it('resolves again after a signature changed, but nothing that comes out equal is new', () => {
    const f = fixture(program);
    ask(f);
    const before = crateDefMap(f.db, f.crate('main'));
    const ran = edit(f, '/a.rs', 'pub fn g() {}', 'pub fn g(x: u8) {}');
    assert.equal(ran.get('crateDefMap'), 1);
    assert.equal(ran.get('moduleData') ?? 0, 0);
    assert.equal(ran.get('resolverFor') ?? 0, 0);
    assert.equal(crateDefMap(f.db, f.crate('main')), before);
  });

  it('leaves the scopes of other modules as they were when a module gets a name', () => {
    const f = fixture(program);
    ask(f);
    const root = moduleData(f.db, crateRoot(f.crate('main')));
    const ran = edit(f, '/b.rs', 'fn h() {}', 'fn h() {} fn i() {}');
    assert.equal(ran.get('crateDefMap'), 1);
    assert.equal(moduleData(f.db, crateRoot(f.crate('main'))), root);
    // `main` and `a` keep their resolvers; of `b` there is the new one.
    assert.ok((ran.get('resolverFor') ?? 0) <= 3, `${ran.get('resolverFor')} resolvers`);
  });

  it('comes to the same result as from scratch, whatever is typed', () => {
    const f = fixture(program);
    ask(f);
    const steps: [string, string, string][] = [
      ['/a.rs', 'pub fn g() {}', 'pub fn g( {'],
      ['/a.rs', 'pub fn g( {', 'pub struct G; pub use super::b::*;'],
      ['/b.rs', 'fn h() {}', 'pub fn h() {} pub use crate::a::G as H;'],
      ['/main.rs', 'use a::f;', 'use a::*; use b::H;'],
      ['/main.rs', 'make!(Made);', 'make!(Made); make!(Other); mod c { pub fn k() {} } use c::k;'],
      ['/main.rs', 'macro_rules! make {', 'macro_rules! make { ($n:ident $m:ident) => {}; '],
      ['/b.rs', 'pub fn h() {}', ''],
    ];
    for (const [path, from, to] of steps) {
      edit(f, path, from, to);
      const files = ['/main.rs', '/a.rs', '/b.rs'].map(
        (p) => `//- ${p}${p === '/main.rs' ? ' crate:main deps:util' : ''}\n${f.vfs.text(f.vfs.fileId(p))}`,
      );
      const fresh = fixture(`${files.join('\n')}\n//- /util.rs crate:util\npub fn u() {}\n`);
      assert.equal(dumpScopes(f.db, f.crate('main')), dumpScopes(fresh.db, fresh.crate('main')), to);
    }
  });
});
