import assert from 'node:assert/strict';
import { crateDefMap } from '../../src/hir/defMap/defMap.ts';
import { applyChanges } from '../../src/vfs/vfs.ts';
import { fixture } from '../fixture.ts';
import { defPath } from './dump.ts';

function functions(text: string): string[] {
  const f = fixture(text);
  return functionsOf(f);
}

function functionsOf(f: ReturnType<typeof fixture>): string[] {
  const map = crateDefMap(f.db, f.crate('main'));
  return [...map.defs.keys()]
    .map((def) => defPath(f.db, def))
    .filter((path) => /::f\w*$/.test(path))
    .sort();
}

describe('files of modules', () => {
  it('finds x.rs, x/mod.rs and what is below them', () => {
    assert.deepEqual(
      functions(`
        //- /src/main.rs crate:main
        mod a; mod b;
        //- /src/a.rs
        mod c; fn f() {}
        //- /src/a/c.rs
        mod d; fn f() {}
        //- /src/a/c/d.rs
        fn f() {}
        //- /src/b/mod.rs
        mod e; fn f() {}
        //- /src/b/e.rs
        fn f() {}
      `),
      ['main::a::c::d::f', 'main::a::c::f', 'main::a::f', 'main::b::e::f', 'main::b::f'],
    );
  });

  it('counts inline modules as directories, and #[path] from there', () => {
    assert.deepEqual(
      functions(`
        //- /src/main.rs crate:main
        mod a;
        mod inline { mod leaf; #[path = "q.rs"] mod other; }
        #[path = "far/away.rs"] mod near;
        #[path = "elsewhere"] mod moved { mod in_dir; }
        //- /src/a.rs
        mod inline { #[path = "p.rs"] mod x; }
        #[path = "z.rs"] mod beside;
        //- /src/a/inline/p.rs
        fn f_p() {}
        //- /src/z.rs
        fn f_z() {}
        //- /src/inline/leaf.rs
        fn f_leaf() {}
        //- /src/inline/q.rs
        fn f_q() {}
        //- /src/far/away.rs
        mod sibling;
        //- /src/far/sibling.rs
        fn f_sibling() {}
        //- /src/elsewhere/in_dir.rs
        fn f_moved() {}
      `),
      [
        'main::a::beside::f_z',
        'main::a::inline::x::f_p',
        'main::inline::leaf::f_leaf',
        'main::inline::other::f_q',
        'main::moved::in_dir::f_moved',
        'main::near::sibling::f_sibling',
      ],
    );
  });

  it('ends at a file that includes itself', () => {
    const f = fixture(`
      //- /main.rs crate:main
      #[path = "a.rs"] mod a;
      //- /a.rs
      #[path = "a.rs"] mod again; fn f() {}
    `);
    assert.deepEqual(functionsOf(f), ['main::a::f']);
    assert.equal(crateDefMap(f.db, f.crate('main')).unresolved.files, 1);
  });

  it('notices a file that appears', () => {
    const f = fixture('mod late;');
    assert.deepEqual(functionsOf(f), []);
    f.host.write('/late.rs', 'fn f() {}');
    assert.ok(applyChanges(f.db, f.vfs, [{ kind: 'Disk', path: '/late.rs' }]));
    assert.deepEqual(functionsOf(f), ['main::late::f']);
    f.host.remove('/late.rs');
    applyChanges(f.db, f.vfs, [{ kind: 'Disk', path: '/late.rs' }]);
    assert.deepEqual(functionsOf(f), []);
  });
});
