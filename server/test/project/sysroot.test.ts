import assert from 'node:assert/strict';
import '../support.ts';
import { loadFile } from '../../src/project/loadFile.ts';
import { ProjectError } from '../../src/project/project.ts';
import { textOfPage, withRustdocSources } from '../../src/project/rustdocSources.ts';
import { findSysroot } from '../../src/project/sysroot.ts';
import { knownTargets, targetCfg } from '../../src/project/targetCfg.ts';
import { createMemoryHost } from '../../src/vfs/memoryHost.ts';
import { createVfs } from '../../src/vfs/vfs.ts';

const page = (body: string) =>
  `<html><pre class="rust"><code>${body
    .split('\n')
    .map((line, i) => `<a href=#${i + 1} id=${i + 1} data-nosnippet>${i + 1}</a>${line}`)
    .join('\n')}\n</code></pre></html>`;

const mini = { '/mini/core/lib.rs': '', '/mini/alloc/lib.rs': '', '/mini/std/lib.rs': '' };

function toolchain(name: string, kind: 'rust-src' | 'rust-docs'): Record<string, string> {
  const files: Record<string, string> = {};
  for (const krate of ['core', 'alloc', 'std']) {
    const at =
      kind === 'rust-src'
        ? `lib/rustlib/src/rust/library/${krate}/src/lib.rs`
        : `share/doc/rust/html/src/${krate}/lib.rs.html`;
    files[`/home/.rustup/toolchains/${name}/${at}`] = page('');
  }
  return files;
}

function find(
  files: Record<string, string>,
  options: { sysrootSrc?: string; env?: Record<string, string> } = {},
) {
  const inMemory = createMemoryHost(Object.entries({ ...mini, ...files }));
  const readBytes = (path: string) => new TextEncoder().encode(inMemory.readFile(path));
  return findSysroot(withRustdocSources({ ...inMemory, readBytes }), '/w', {
    minicore: '/mini',
    sysrootSrc: options.sysrootSrc,
    env: { HOME: '/home', ...options.env },
  });
}

describe('sources in documentation', () => {
  it('are the text of a page without its markup', () => {
    const text = textOfPage(
      page(
        '<span class="kw">fn </span>f&lt;T&gt;(x: <span class="kw-2">&amp;</span>T) {\n    &quot;a&#39;b&quot;\n}',
      ),
    );
    assert.equal(text, 'fn f<T>(x: &T) {\n    "a\'b"\n}\n');
    assert.equal(textOfPage('<html></html>'), undefined);
  });

  it('stand at the paths of rust-src', () => {
    const host = withRustdocSources(
      createMemoryHost([
        ['/doc/core/option.rs.html', page('one')],
        ['/doc/core/num/mod.rs.html', page('two')],
        ['/doc/core/stdarch/crates/x/src/mod.rs.html', page('three')],
      ]),
    );
    assert.equal(host.readFile('/doc/@library/core/src/option.rs'), 'one\n');
    assert.equal(host.readFile('/doc/@library/stdarch/crates/x/src/mod.rs'), 'three\n');
    assert.equal(host.readFile('/doc/@library/core/src/none.rs'), undefined);
    assert.equal(host.kindOf('/doc/@library/core/src/option.rs'), 'file');
    assert.equal(host.kindOf('/doc/@library/core/src'), 'directory');
    assert.deepEqual(host.readDirectory('/doc/@library/core/src/num'), [
      { name: 'mod.rs', isDirectory: false },
    ]);
  });
});

describe('sysroot', () => {
  const stable = 'stable-x86_64-unknown-linux-gnu';
  const settings = { '/home/.rustup/settings.toml': `default_toolchain = "${stable}"` };

  it('prefers rust-src to rust-docs to our own', () => {
    assert.equal(find({}).kind, 'minicore');
    assert.equal(find({ ...settings, ...toolchain(stable, 'rust-docs') }).kind, 'rust-docs');
    const both = { ...settings, ...toolchain(stable, 'rust-docs'), ...toolchain(stable, 'rust-src') };
    assert.equal(find(both).kind, 'rust-src');
    assert.equal(find(both, { sysrootSrc: 'none' }).kind, 'minicore');
  });

  it('takes the toolchain that rustup would take', () => {
    const files = {
      ...settings,
      ...toolchain(stable, 'rust-src'),
      ...toolchain('1.70.0-aarch64-apple-darwin', 'rust-src'),
    };
    assert.match(find(files).library, /stable-/);
    const pinned = { ...files, '/w/rust-toolchain.toml': '[toolchain]\nchannel = "1.70.0"' };
    assert.match(find(pinned).library, /1\.70\.0-/);
    assert.equal(find(pinned).hostTarget, 'aarch64-apple-darwin');
    assert.match(find({ ...files, '/rust-toolchain': '1.70.0\n' }).library, /1\.70\.0-/);
    assert.match(find(pinned, { env: { RUSTUP_TOOLCHAIN: stable } }).library, /stable-/);
    const override = {
      ...files,
      '/home/.rustup/settings.toml': `default_toolchain = "${stable}"\n[overrides]\n"/w" = "1.70.0-aarch64-apple-darwin"`,
    };
    assert.match(find(override).library, /1\.70\.0-/);
  });

  it('falls back to any toolchain with sources, releases first', () => {
    const files = {
      ...settings,
      ...toolchain('nightly-x86_64-unknown-linux-gnu', 'rust-src'),
      ...toolchain('1.95.0-x86_64-unknown-linux-gnu', 'rust-docs'),
    };
    assert.match(find(files).library, /1\.95\.0/);
  });

  it('finds the crates that std depends on among what Cargo unpacked, the version nearest to that of std', () => {
    const unpacked = (version: string) => ({
      [`/home/.cargo/registry/src/index/hashbrown-${version}/src/lib.rs`]: '',
    });
    const name = 'stable-x86_64-unknown-linux-gnu';
    const files = {
      ...toolchain(name, 'rust-src'),
      '/home/.rustup/settings.toml': `default_toolchain = "${name}"`,
      [`/home/.rustup/toolchains/${name}/lib/rustlib/x86_64-unknown-linux-gnu/lib/libstd-0a1b.so`]:
        '\u007fELF /rust/deps/hashbrown-0.16.1/src/raw/mod.rs',
    };
    const rootWith = (...versions: string[]) =>
      find(Object.assign({ '/mini/hashbrown/lib.rs': '' }, files, ...versions.map(unpacked))).rootOf(
        'hashbrown',
      );
    const home = '/home/.cargo/registry/src/index';
    assert.equal(rootWith('0.14.5', '0.16.1', '0.17.0'), `${home}/hashbrown-0.16.1/src/lib.rs`);
    assert.equal(rootWith('0.14.5', '0.16.0'), `${home}/hashbrown-0.16.0/src/lib.rs`);
    assert.equal(rootWith(), '/mini/hashbrown/lib.rs');
  });

  it('takes a directory that is given', () => {
    const files = {
      '/s/library/core/src/lib.rs': '',
      '/s/library/alloc/src/lib.rs': '',
      '/s/library/std/src/lib.rs': '',
    };
    assert.equal(find(files, { sysrootSrc: '/s' }).library, '/s/library');
    assert.equal(find(files, { sysrootSrc: '/s/library' }).library, '/s/library');
  });
});

describe('cfg of targets', () => {
  it('is what rustc 1.95 prints', () => {
    const linux = targetCfg('x86_64-unknown-linux-gnu');
    for (const option of [
      'unix',
      'target_os="linux"',
      'target_family="unix"',
      'target_arch="x86_64"',
      'target_pointer_width="64"',
      'target_has_atomic="64"',
      'target_has_atomic="ptr"',
      'target_feature="sse2"',
      'panic="unwind"',
      'target_thread_local',
    ]) {
      assert.ok(linux.has(option), option);
    }
    assert.ok(
      !linux.has('windows') && !linux.has('debug_assertions') && !linux.has('target_has_atomic="128"'),
    );
    const i686 = targetCfg('i686-unknown-linux-gnu');
    assert.ok(i686.has('target_has_atomic="64"') && !i686.has('target_has_atomic_equal_alignment="64"'));
    assert.ok(targetCfg('aarch64-apple-darwin').has('target_vendor="apple"'));
    assert.ok(targetCfg('wasm32-unknown-unknown').has('panic="abort"'));
  });

  it('is guessed for targets that are not in the table', () => {
    const cfg = targetCfg('armv7-unknown-linux-gnueabihf');
    assert.ok(!knownTargets.includes('armv7-unknown-linux-gnueabihf'));
    for (const option of ['unix', 'target_os="linux"', 'target_arch="arm"', 'target_pointer_width="32"']) {
      assert.ok(cfg.has(option), option);
    }
  });
});

describe('single files', () => {
  const load = (files: Record<string, string>, options = {}) => {
    const vfs = createVfs(createMemoryHost(Object.entries({ ...mini, ...files })));
    return loadFile(vfs, '/w/my-prog.rs', { env: {}, minicore: '/mini', ...options });
  };

  it('say what they are', () => {
    const { graph, targets } = load({ '/w/my-prog.rs': 'fn main() {}' });
    const main = graph.crates[targets[0]!.crate]!;
    assert.equal(main.name, 'my_prog');
    assert.equal(main.crateType, 'bin');
    assert.equal(main.edition, '2015');
    const lib = load({ '/w/my-prog.rs': '#![crate_type = "lib"]\n#![crate_name = "other"]' });
    assert.equal(lib.graph.crates.at(-1)!.crateType, 'lib');
    assert.equal(lib.graph.crates.at(-1)!.name, 'other');
    assert.equal(lib.targets[0]!.kind, 'lib');
  });

  it('have the extern crates that they are given, each seeing those before it', () => {
    const { graph } = load(
      { '/w/my-prog.rs': '', '/w/a.rs': '', '/w/b.rs': '' },
      {
        edition: '2021',
        cfg: ['fancy'],
        externs: [
          { name: 'a', path: '/w/a.rs' },
          { name: 'b', path: '/w/b.rs' },
        ],
      },
    );
    const [a, b, main] = graph.crates.slice(-3);
    const own = (krate = main) =>
      krate!.dependencies.map((d) => d.name).filter((name) => /^[ab]$/.test(name));
    assert.deepEqual([own(a), own(b), own(main)], [[], ['a'], ['a', 'b']]);
    assert.ok(main!.cfg.has('fancy') && main!.edition === '2021');
  });

  it('that are missing are named', () => {
    assert.throws(
      () => load({}),
      (error) => error instanceof ProjectError && /\/w\/my-prog\.rs/.test(error.message),
    );
  });
});
