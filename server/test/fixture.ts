/**
 * Programs of several files and crates, written inline, for tests of the engine:
 *
 *     //- /main.rs crate:main deps:util edition:2021 cfg:unix,feature="x"
 *     use util::f;
 *     //- /util/lib.rs crate:util
 *     pub fn f() {}
 *
 * A file with `crate:` is a crate's root (`library:` says what a crate of procedural macros is compiled to,
 * `origin:library` that it is one of a registry); the others belong to whichever module names them. Text before the first
 * marker is `/main.rs`, the root of the crate `main`. Crates named `core`, `alloc` and `std` become the sysroot, in
 * everybody's extern prelude. After rust-analyzer's fixtures.
 */
import './support.ts';
import type { CrateId } from '../src/hir/defs.ts';
import { setCrateGraph } from '../src/hir/inputs.ts';
import type { CrateData, CrateDependency, CrateType, Edition } from '../src/project/crateGraph.ts';
import { devProfile, type OptLevel, overrideProfile, releaseProfile } from '../src/project/profile.ts';
import { Database } from '../src/query/database.ts';
import { createMemoryHost, type MemoryHost } from '../src/vfs/memoryHost.ts';
import { attachVfs, createVfs, type Vfs } from '../src/vfs/vfs.ts';

/** A core with a little more in it, and names of that in the prelude. */
export const coreWith = (items: string, ...names: readonly string[]): string => `
//- /core/lib.rs crate:core
#![no_core]
#[lang = "sized"] pub trait Sized {}
#[lang = "copy"] pub trait Copy {}
impl Copy for u8 {}
impl Copy for u16 {}
impl Copy for usize {}
impl Copy for bool {}
${items}
pub mod prelude { pub mod rust_2021 { pub use crate::{${['Sized', 'Copy', ...names].join(', ')}}; } }
`;

/** A core for programs that do little more than copy integers. */
export const smallCore = coreWith('');

export interface Fixture {
  readonly db: Database;
  readonly vfs: Vfs;
  readonly host: MemoryHost;
  /** Crates by name. */
  readonly crates: ReadonlyMap<string, CrateId>;
  crate(name: string): CrateId;
}

interface FixtureFile {
  readonly path: string;
  readonly meta: ReadonlyMap<string, string>;
  readonly text: string;
}

/** Splits the text at its `//-` lines. The first marker may be missing. */
export function parseFixture(text: string): FixtureFile[] {
  const files: { path: string; meta: Map<string, string>; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const marker = /^\s*\/\/- (\S+)(.*)$/.exec(line);
    if (marker) {
      const meta = new Map<string, string>();
      for (const part of marker[2]!.trim().split(/\s+/)) {
        const colon = part.indexOf(':');
        if (colon > 0) meta.set(part.slice(0, colon), part.slice(colon + 1));
      }
      files.push({ path: marker[1]!, meta, lines: [] });
    } else {
      if (files.length === 0 && line.trim() !== '') {
        files.push({ path: '/main.rs', meta: new Map([['crate', 'main']]), lines: [] });
      }
      files.at(-1)?.lines.push(line);
    }
  }
  return files.map(({ path, meta, lines }) => ({ path, meta, text: lines.join('\n') }));
}

export function fixture(text: string): Fixture {
  const files = parseFixture(text);
  const host = createMemoryHost(files.map((file) => [file.path, file.text] as const));
  const db = new Database();
  const vfs = createVfs(host);
  attachVfs(db, vfs);
  const roots = files.filter((file) => file.meta.has('crate'));
  const crates = new Map(roots.map((root, i) => [root.meta.get('crate')!, i as CrateId]));
  const sysrootNames = ['core', 'alloc', 'std'];
  const data = roots.map((root): CrateData => {
    const name = root.meta.get('crate')!;
    const dependencies: CrateDependency[] = [];
    for (const dep of root.meta.get('deps')?.split(',') ?? []) {
      const [target = dep, alias = target] = dep.split('=').reverse();
      const krate = crates.get(target);
      if (krate !== undefined) dependencies.push({ crate: krate, name: alias, inPrelude: true });
    }
    // `core` sees nothing below it, `alloc` sees `core`, all others see the whole sysroot.
    const layer = sysrootNames.includes(name) ? sysrootNames.indexOf(name) : sysrootNames.length;
    for (const sysroot of sysrootNames.slice(0, layer)) {
      const krate = crates.get(sysroot);
      if (krate !== undefined) {
        dependencies.push({ crate: krate, name: sysroot, inPrelude: sysroot !== 'alloc' || name === 'std' });
      }
    }
    const crateType = (root.meta.get('type') ?? (root.path.endsWith('main.rs') ? 'bin' : 'lib')) as CrateType;
    return {
      root: vfs.fileId(root.path),
      name,
      edition: (root.meta.get('edition') ?? '2021') as Edition,
      crateType,
      isTest: root.meta.has('test'),
      profile: sysrootNames.includes(name)
        ? releaseProfile
        : overrideProfile(devProfile, {
            incremental: root.meta.has('incremental'),
            optLevel: root.meta.has('opt') ? (Number(root.meta.get('opt')) as OptLevel) : undefined,
          }),
      ...(root.meta.has('library') ? { procMacroLibrary: root.meta.get('library')! } : {}),
      cfg: new Set(root.meta.get('cfg')?.split(',') ?? []),
      env: new Map(),
      dependencies,
      origin: sysrootNames.includes(name)
        ? 'lang'
        : root.meta.get('origin') === 'library'
          ? 'library'
          : 'local',
    };
  });
  setCrateGraph(db, {
    crates: data,
    ubChecks: true,
    sysroot: {
      ...(crates.has('core') ? { core: crates.get('core')! } : {}),
      ...(crates.has('alloc') ? { alloc: crates.get('alloc')! } : {}),
      ...(crates.has('std') ? { std: crates.get('std')! } : {}),
    },
  });
  const crate = (name: string): CrateId => {
    const id = crates.get(name);
    if (id === undefined) throw new Error(`no crate ${name} in the fixture`);
    return id;
  };
  return { db, vfs, host, crates, crate };
}
