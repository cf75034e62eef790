import assert from 'node:assert/strict';
import '../support.ts';
import { ProjectError } from '../../src/project/project.ts';
import { loadRustProject } from '../../src/project/rustProject.ts';
import { createMemoryHost } from '../../src/vfs/memoryHost.ts';
import { createVfs } from '../../src/vfs/vfs.ts';

const mini = { '/mini/core/lib.rs': '', '/mini/alloc/lib.rs': '', '/mini/std/lib.rs': '' };

function load(json: unknown, files: Record<string, string> = {}) {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  const host = createMemoryHost(Object.entries({ ...mini, '/p/rust-project.json': text, ...files }));
  return loadRustProject(createVfs(host), '/p/rust-project.json', { env: {}, minicore: '/mini' });
}

describe('rust-project.json', () => {
  it('lists crates in any order', () => {
    const project = load(
      {
        cfg_groups: { common: ['shared'] },
        crates: [
          {
            display_name: 'app',
            root_module: 'app/main.rs',
            edition: '2018',
            deps: [{ crate: 1, name: 'util' }],
            cfg: ['fancy', 'feature="x"'],
            cfg_groups: ['common'],
            env: { KEY: 'value' },
          },
          { display_name: 'my-util', root_module: '/third/util.rs', edition: '2021', deps: [] },
        ],
      },
      { '/p/app/main.rs': '', '/third/util.rs': '' },
    );
    const [util, app] = project.graph.crates.slice(-2);
    assert.equal(util!.name, 'my_util');
    assert.equal(util!.origin, 'library');
    assert.equal(app!.edition, '2018');
    assert.equal(app!.crateType, 'bin');
    assert.equal(app!.env.get('KEY'), 'value');
    for (const option of ['fancy', 'feature="x"', 'shared', 'unix']) assert.ok(app!.cfg.has(option), option);
    assert.equal(app!.dependencies[0]!.name, 'util');
    assert.deepEqual(
      project.targets.map((target) => `${target.kind} ${target.name}`),
      ['bin app'],
    );
    assert.ok(project.libraryRoots.includes('/third'));
  });

  it('may be wrong: cycles end, missing files are named, nonsense is refused', () => {
    const crates = [
      { display_name: 'a', root_module: 'a.rs', deps: [{ crate: 1, name: 'b' }] },
      {
        display_name: 'b',
        root_module: 'b.rs',
        deps: [
          { crate: 0, name: 'a' },
          { crate: 9, name: 'c' },
        ],
      },
    ];
    const project = load({ crates }, { '/p/a.rs': '' });
    assert.equal(project.targets.length, 2);
    assert.match(project.problems.join(), /no file \/p\/b\.rs for `b`/);
    for (const wrong of ['{', '3', '{}', '{"crates": [{}]}']) {
      assert.throws(
        () => load(wrong),
        (error) => error instanceof ProjectError && /rust-project/.test(error.message),
      );
    }
  });
});
