import assert from 'node:assert/strict';
import '../support.ts';
import { loadWorkspace, type WorkspaceOptions } from '../../src/project/cargo/loadWorkspace.ts';
import { parseVersion, satisfies } from '../../src/project/cargo/semver.ts';
import { devProfile, releaseProfile, stdProfile } from '../../src/project/profile.ts';
import { type LoadedProject, ProjectError } from '../../src/project/project.ts';
import { createMemoryHost } from '../../src/vfs/memoryHost.ts';
import { createVfs } from '../../src/vfs/vfs.ts';

const registry = '/home/.cargo/registry/src/index-0123';
const minicore = { '/mini/core/lib.rs': '', '/mini/alloc/lib.rs': '', '/mini/std/lib.rs': '' };

function load(
  files: Record<string, string>,
  path = '/w',
  options: Partial<WorkspaceOptions> = {},
): LoadedProject {
  const host = createMemoryHost(Object.entries({ ...minicore, ...files }));
  return loadWorkspace(createVfs(host), path, { env: { HOME: '/home' }, minicore: '/mini', ...options });
}

/** `name[features](dependencies)` of each crate besides the sysroot's. */
function crates({ graph }: LoadedProject): string[] {
  const sysroot = new Set(Object.values(graph.sysroot));
  return graph.crates.flatMap((krate, id) => {
    if (sysroot.has(id as never)) return [];
    const features = [...krate.cfg].flatMap((option) => /^feature="(.*)"$/.exec(option)?.[1] ?? []);
    const dependencies = krate.dependencies.filter((d) => !sysroot.has(d.crate));
    const names = dependencies.map((d) => {
      const real = graph.crates[d.crate]!.name;
      return d.name === real ? real : `${d.name}=${real}`;
    });
    return `${krate.name}[${features.sort()}](${names.sort()})${krate.isTest ? ' test' : ''}`;
  });
}

function targets({ targets: found }: LoadedProject): string[] {
  return found.map((target) => `${target.kind} ${target.name}`);
}

describe('version requirements', () => {
  const cases: [string, string[], string[]][] = [
    ['1.2', ['1.2.0', '1.9.3'], ['1.1.9', '2.0.0', '1.3.0-beta']],
    ['^0.3.1', ['0.3.1', '0.3.9'], ['0.3.0', '0.4.0']],
    ['0.0.3', ['0.0.3'], ['0.0.4']],
    ['~1.2.3', ['1.2.3', '1.2.9'], ['1.3.0']],
    ['=1.2.3', ['1.2.3'], ['1.2.4']],
    ['=1.2', ['1.2.9'], ['1.3.0']],
    ['>=1, <3', ['1.0.0', '2.9.9'], ['3.0.0', '0.9.0']],
    ['>1.2', ['1.3.0'], ['1.2.9']],
    ['<=1.2', ['1.2.9', '1.0.0'], ['1.3.0']],
    ['1.*', ['1.0.0', '1.99.0'], ['2.0.0']],
    ['*', ['0.1.0'], ['1.0.0-rc.1']],
    ['1.0.0-rc.1', ['1.0.0-rc.2', '1.0.0', '1.4.0'], ['1.0.0-beta']],
  ];
  for (const [requirement, yes, no] of cases) {
    it(requirement, () => {
      for (const version of yes) assert.ok(satisfies(parseVersion(version)!, requirement), version);
      for (const version of no) assert.ok(!satisfies(parseVersion(version)!, requirement), version);
    });
  }
});

describe('cargo packages', () => {
  it('finds targets at the usual places and as listed', () => {
    const project = load({
      '/w/Cargo.toml': `
        [package]
        name = "my-tool"
        edition = "2021"
        [[bin]]
        name = "listed"
        path = "tools/listed.rs"
        [[bin]]
        name = "picky"
        path = "tools/picky.rs"
        required-features = ["extra"]
        [[test]]
        name = "plain"
        harness = false
        [features]
        extra = []
      `,
      '/w/src/lib.rs': '',
      '/w/src/main.rs': '',
      '/w/src/bin/other.rs': '',
      '/w/src/bin/multi/main.rs': '',
      '/w/src/bin/helper.txt': '',
      '/w/tools/listed.rs': '',
      '/w/tools/picky.rs': '',
      '/w/tests/it.rs': '',
      '/w/tests/plain.rs': '',
      '/w/tests/common/mod.rs': '',
      '/w/examples/ex.rs': '',
      '/w/benches/b.rs': '',
    });
    assert.deepEqual(targets(project), [
      'lib my_tool',
      'bin listed',
      'bin my-tool',
      'bin multi',
      'bin other',
      'example ex',
      'test plain',
      'test it',
      'bench b',
    ]);
    assert.deepEqual(
      project.targets.filter((target) => target.isTest).map((target) => target.name),
      ['it', 'b'],
    );
    const names = project.graph.crates.map((krate) => krate.name);
    assert.ok(names.includes('my_tool'));
  });

  it('follows path dependencies, renames and workspace inheritance', () => {
    const project = load(
      {
        '/w/Cargo.toml': `
        [workspace]
        members = ["crates/*"]
        exclude = ["crates/skipped"]
        resolver = "2"
        [workspace.package]
        edition = "2018"
        version = "1.2.3"
        [workspace.dependencies]
        b = { path = "crates/b", default-features = false }
      `,
        '/w/crates/a/Cargo.toml': `
        [package]
        name = "a"
        edition.workspace = true
        version.workspace = true
        [dependencies]
        b = { workspace = true, features = ["x"] }
        renamed = { path = "../c", package = "the-c" }
      `,
        '/w/crates/a/src/main.rs': '',
        '/w/crates/b/Cargo.toml': `
        [package]
        name = "b"
        [features]
        default = ["d"]
        d = []
        x = ["y"]
        y = []
      `,
        '/w/crates/b/src/lib.rs': '',
        '/w/crates/c/Cargo.toml': '[package]\nname = "the-c"\n[lib]\nname = "cee"',
        '/w/crates/c/src/lib.rs': '',
        '/w/crates/skipped/Cargo.toml': '[package]\nname = "skipped"',
        '/w/crates/skipped/src/lib.rs': '',
      },
      '/w/crates/a',
    );
    assert.deepEqual(crates(project), ['b[x,y]()', 'cee[]()', 'a[](b,renamed=cee)']);
    const a = project.graph.crates.at(-1)!;
    assert.equal(a.edition, '2018');
    assert.equal(a.env.get('CARGO_PKG_VERSION_MINOR'), '2');
    assert.equal(a.env.get('CARGO_MANIFEST_DIR'), '/w/crates/a');
    assert.equal(a.env.get('CARGO_BIN_NAME'), 'a');
  });

  it('takes the locked version from the registry cache, else the newest that fits, and names what is missing', () => {
    const manifest = `
      [package]
      name = "app"
      edition = "2021"
      [dependencies]
      dep = "1"
      free = "0.2"
      gone = "3"
    `;
    const files = {
      '/w/Cargo.toml': manifest,
      '/w/src/main.rs': '',
      '/w/Cargo.lock': `
        [[package]]
        name = "app"
        version = "0.0.0"
        dependencies = ["dep 1.0.1", "gone"]
        [[package]]
        name = "dep"
        version = "1.0.1"
        source = "registry+x"
        [[package]]
        name = "dep"
        version = "2.0.0"
        source = "registry+x"
        [[package]]
        name = "gone"
        version = "3.1.4"
        source = "registry+x"
      `,
      ...Object.fromEntries(
        ['dep-1.0.1', 'dep-1.5.0', 'dep-2.0.0', 'free-0.2.3', 'free-0.2.10', 'free-0.3.0'].flatMap((name) => {
          const [pkg, version] = name.split(/-(?=\d)/);
          const toml = `[package]\nname = "${pkg}"\nversion = "${version}"\n`;
          return [
            [`${registry}/${name}/Cargo.toml`, toml],
            [`${registry}/${name}/src/lib.rs`, ''],
          ];
        }),
      ),
    };
    const project = load(files);
    assert.deepEqual(crates(project), ['dep[]()', 'free[]()', 'app[](dep,free)']);
    const versions = project.graph.crates.map((krate) => krate.env.get('CARGO_PKG_VERSION'));
    assert.ok(versions.includes('1.0.1') && versions.includes('0.2.10'));
    assert.equal(project.problems.length, 1);
    assert.match(project.problems[0]!, /\/w\/Cargo\.toml.*`gone`.*gone 3\.1\.4/);
    assert.ok(project.libraryRoots.includes(registry));
  });

  it('resolves features: defaults, optional and weak dependencies, the command line', () => {
    const files = {
      '/w/Cargo.toml': `
        [package]
        name = "app"
        edition = "2021"
        [dependencies]
        a = { path = "a", optional = true }
        b = { path = "b", optional = true }
        c = { path = "c", default-features = false }
        [features]
        default = ["with-a"]
        with-a = ["dep:a"]
        deep = ["a?/fast", "c/extra", "b/opt"]
      `,
      '/w/src/main.rs': '',
      ...Object.fromEntries(
        ['a', 'b', 'c'].flatMap((name) => [
          [
            `/w/${name}/Cargo.toml`,
            `[package]\nname = "${name}"\n[features]\ndefault = ["std"]\nstd = []\nfast = []\nextra = []\nopt = []`,
          ],
          [`/w/${name}/src/lib.rs`, ''],
        ]),
      ),
    };
    const only = { packages: ['app'] };
    assert.deepEqual(crates(load(files, '/w', only)), [
      'a[default,std]()',
      'c[]()',
      'app[default,with-a](a,c)',
    ]);
    assert.deepEqual(crates(load(files, '/w', { ...only, noDefaultFeatures: true })), ['c[]()', 'app[](c)']);
    assert.deepEqual(crates(load(files, '/w', { ...only, noDefaultFeatures: true, features: ['deep'] })), [
      'b[default,opt,std]()',
      'c[extra]()',
      'app[b,deep](b,c)',
    ]);
    assert.deepEqual(crates(load(files, '/w', { ...only, features: ['deep'] }))[0], 'a[default,fast,std]()');
    assert.deepEqual(
      crates(load(files, '/w', { ...only, allFeatures: true })).at(-1),
      'app[b,deep,default,with-a](a,b,c)',
    );
  });

  it('counts dev-dependencies for tests only, which may make a library two crates', () => {
    const files = {
      '/w/Cargo.toml': `
        [package]
        name = "app"
        edition = "2021"
        [dependencies]
        a = { path = "a" }
        [dev-dependencies]
        a = { path = "a", features = ["testing"] }
        helper = { path = "helper" }
      `,
      '/w/src/main.rs': '',
      '/w/tests/t.rs': '',
      '/w/a/Cargo.toml': '[package]\nname = "a"\n[features]\ntesting = []',
      '/w/a/src/lib.rs': '',
      '/w/helper/Cargo.toml': '[package]\nname = "helper"',
      '/w/helper/src/lib.rs': '',
    };
    assert.deepEqual(crates(load(files, '/w', { packages: ['app'] })), [
      'a[]()',
      'app[](a)',
      'a[testing]()',
      'helper[]()',
      't[](a,helper) test',
    ]);
    // Version 1 of the resolver asks for all of it always.
    const legacy = { ...files, '/w/Cargo.toml': files['/w/Cargo.toml'].replace('"2021"', '"2018"') };
    assert.deepEqual(crates(load(legacy, '/w', { packages: ['app'] }))[0], 'a[testing]()');
  });

  it('leaves out the dependencies of other targets', () => {
    const files = {
      '/w/Cargo.toml': `
        [package]
        name = "app"
        edition = "2021"
        [target.'cfg(unix)'.dependencies]
        a = { path = "a" }
        [target.'cfg(windows)'.dependencies]
        b = { path = "b" }
        [target.x86_64-pc-windows-msvc.dependencies]
        c = { path = "c" }
      `,
      '/w/src/main.rs': '',
      ...Object.fromEntries(
        ['a', 'b', 'c'].flatMap((name) => [
          [`/w/${name}/Cargo.toml`, `[package]\nname = "${name}"`],
          [`/w/${name}/src/lib.rs`, ''],
        ]),
      ),
    };
    assert.deepEqual(crates(load(files, '/w', { packages: ['app'] })).at(-1), 'app[](a)');
    const windows = { packages: ['app'], target: 'x86_64-pc-windows-msvc' };
    assert.deepEqual(crates(load(files, '/w', windows)).at(-1), 'app[](b,c)');
  });

  it('reads what build scripts said, and says when one has not run', () => {
    const files = {
      '/w/Cargo.toml': '[package]\nname = "app"\nedition = "2021"',
      '/w/build.rs': '',
      '/w/src/main.rs': '',
    };
    assert.match(load(files).problems.join(), /Build scripts have not run for app/);
    const built = load({
      ...files,
      '/w/target/debug/build/app-0123456789abcdef/output':
        'cargo:rustc-cfg=fancy\ncargo::rustc-cfg=level="3"\ncargo:rustc-env=GREETING=hi = ho\ncargo:warning=x\n',
    });
    assert.deepEqual(built.problems, []);
    const { cfg, env } = built.graph.crates.at(-1)!;
    assert.ok(cfg.has('fancy') && cfg.has('level="3"'));
    assert.equal(env.get('GREETING'), 'hi = ho');
    assert.equal(env.get('OUT_DIR'), '/w/target/debug/build/app-0123456789abcdef/out');
  });

  it('has the options of the profile', () => {
    const files = {
      '/w/Cargo.toml': '[package]\nname = "app"\n[profile.release]\noverflow-checks = true',
      '/w/src/main.rs': '',
    };
    const cfg = (release: boolean) => load(files, '/w', { release }).graph.crates.at(-1)!.cfg;
    assert.ok(cfg(false).has('debug_assertions'));
    assert.ok(!cfg(true).has('debug_assertions'));
    assert.ok(cfg(true).has('overflow_checks'));
  });

  it('compiles each package as the profile says', () => {
    const files = {
      '/w/Cargo.toml': `[package]
name = "app"
[dependencies]
lib = { path = "lib" }
plain = "1"
fast = "1"
[profile.dev]
opt-level = 1
overflow-checks = false
[profile.dev.package."*"]
opt-level = 2
codegen-units = 4
[profile.dev.package.fast]
opt-level = "s"
debug-assertions = false
[profile.release]
panic = "abort"
incremental = true`,
      '/w/src/main.rs': '',
      '/w/lib/Cargo.toml': '[package]\nname = "lib"\n[profile.dev]\nopt-level = 3',
      '/w/lib/src/lib.rs': '',
      '/home/.cargo/registry/src/r/plain-1.0.0/Cargo.toml': '[package]\nname = "plain"\nversion = "1.0.0"',
      '/home/.cargo/registry/src/r/plain-1.0.0/src/lib.rs': '',
      '/home/.cargo/registry/src/r/fast-1.0.0/Cargo.toml': '[package]\nname = "fast"\nversion = "1.0.0"',
      '/home/.cargo/registry/src/r/fast-1.0.0/src/lib.rs': '',
    };
    const profiles = (options: Partial<WorkspaceOptions> = {}) => {
      const { crates } = load(files, '/w', options).graph;
      return (name: string) => crates.find((crate) => crate.name === name)!.profile;
    };
    const dev = profiles();
    const app = {
      ...devProfile,
      optLevel: 1 as const,
      overflowChecks: false,
      incremental: true,
      debugVariables: true,
    };
    assert.deepEqual(dev('app'), app);
    // A member's own manifest is not asked, and it is none of `"*"` only if the workspace lists it.
    assert.deepEqual(dev('lib'), { ...app, optLevel: 2, codegenUnits: 4 });
    const plain = { ...app, optLevel: 2 as const, codegenUnits: 4, incremental: false };
    assert.deepEqual(dev('plain'), plain);
    assert.deepEqual(dev('fast'), { ...plain, optLevel: 's', debugAssertions: false });
    assert.deepEqual(dev('core'), stdProfile);

    const release = { ...releaseProfile, panic: 'abort' as const, incremental: true };
    assert.deepEqual(profiles({ release: true })('app'), release);
    assert.deepEqual(profiles({ release: true })('fast'), { ...release, incremental: false });
    assert.ok(!profiles({ incremental: false })('app').incremental);
    const env = { HOME: '/home', CARGO_INCREMENTAL: '0', CARGO_PROFILE_DEV_OPT_LEVEL: '3' };
    assert.deepEqual(profiles({ env })('app'), { ...app, optLevel: 3, incremental: false });
  });

  it('takes procedural macros in, and what they need only where that may declare them', () => {
    const cratesWith = (macros: string) =>
      crates(
        load(
          {
            '/w/Cargo.toml': '[package]\nname = "app"\n[dependencies]\npm = { path = "pm" }',
            '/w/src/main.rs': '',
            '/w/pm/Cargo.toml':
              '[package]\nname = "pm"\n[lib]\nproc-macro = true\n[dependencies]\nhelp = { path = "../help" }',
            '/w/pm/src/lib.rs': macros,
            '/w/help/Cargo.toml': '[package]\nname = "help"',
            '/w/help/src/lib.rs': '',
          },
          '/w',
          { packages: ['app'] },
        ),
      );
    const written = '#[proc_macro_derive(Magic)] pub fn magic(input: TokenStream) -> TokenStream {}';
    assert.deepEqual(cratesWith(written), ['pm[]()', 'app[](pm)']);
    assert.deepEqual(cratesWith(`macro_rules! m { () => { ${written} } } m! {}`), ['pm[]()', 'app[](pm)']);
    const needed = ['help[]()', 'pm[](help)', 'app[](pm)'];
    assert.deepEqual(cratesWith('help::declare!();'), needed);
    assert.deepEqual(cratesWith(`${written} help::declare! { ${written} }`), needed);
  });

  it('knows what cargo has compiled them to, where they may be run', () => {
    const toolchain = '/home/.rustup/toolchains/stable-x86_64-unknown-linux-gnu';
    const library = `${toolchain}/lib/rustlib/src/rust/library`;
    const std = ['core', 'alloc', 'std'].map((krate) => [`${library}/${krate}/src/lib.rs`, '']);
    const deps = '/w/target/debug/deps';
    const files = {
      ...Object.fromEntries(std),
      '/home/.rustup/settings.toml': 'default_toolchain = "stable-x86_64-unknown-linux-gnu"',
      [`${toolchain}/libexec/rust-analyzer-proc-macro-srv`]: '',
      '/w/Cargo.toml':
        '[package]\nname = "app"\n[dependencies]\npm = { path = "p m" }\nother = { path = "other" }',
      '/w/src/main.rs': '',
      '/w/p m/Cargo.toml': '[package]\nname = "pm"\n[lib]\nproc-macro = true',
      '/w/p m/src/lib.rs': '',
      '/w/other/Cargo.toml': '[package]\nname = "other"\n[lib]\nproc-macro = true',
      '/w/other/src/lib.rs': '',
      // Of another version, from a registry.
      [`${deps}/libpm-0123456789abcdef.so`]: '',
      [`${deps}/pm-0123456789abcdef.d`]: `${deps}/libpm-0123456789abcdef.so: /reg/pm-1.0.0/src/lib.rs\n`,
      [`${deps}/libpm-fedcba9876543210.so`]: '',
      [`${deps}/pm-fedcba9876543210.d`]: `${deps}/libpm-fedcba9876543210.so: p\\ m/src/lib.rs p\\ m/src/x.rs\n\np\\ m/src/lib.rs:\n`,
    };
    const libraries = (options: Partial<WorkspaceOptions>) =>
      load(files, '/w', { packages: ['app'], ...options }).graph.crates.flatMap((krate) =>
        krate.crateType === 'proc-macro' ? [[krate.name, krate.procMacroLibrary]] : [],
      );
    assert.deepEqual(libraries({ procMacros: true }), [
      ['pm', `${deps}/libpm-fedcba9876543210.so`],
      ['other', undefined],
    ]);
    assert.deepEqual(libraries({}), [
      ['pm', undefined],
      ['other', undefined],
    ]);
  });

  it('also loads unit tests when asked', () => {
    const files = { '/w/Cargo.toml': '[package]\nname = "app"', '/w/src/lib.rs': '' };
    const project = load(files, '/w', { unitTests: true });
    assert.deepEqual(targets(project), ['lib app', 'test app']);
    assert.ok(project.graph.crates.at(-1)!.cfg.has('test'));
  });

  it('finds the manifest from below, and says clearly when there is none', () => {
    const files = { '/w/Cargo.toml': '[package]\nname = "app"', '/w/src/main.rs': '' };
    assert.deepEqual(targets(load(files, '/w/src')), ['bin app']);
    const fails = (files: Record<string, string>, pattern: RegExp, options = {}) =>
      assert.throws(
        () => load(files, '/w', options),
        (error) => error instanceof ProjectError && pattern.test(error.message),
      );
    fails({ '/w/src/main.rs': '' }, /no Cargo\.toml in \/w/);
    fails({ '/w/Cargo.toml': '[package' }, /\/w\/Cargo\.toml.*TOML/);
    fails(files, /no package named `nope`/, { packages: ['nope'] });
  });
});
