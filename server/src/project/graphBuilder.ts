/** Puts a `CrateGraph` together: the sysroot's crates first, then whatever depends on them. */
import type { CrateId } from '../hir/defs.ts';
import { parentPath } from '../vfs/path.ts';
import type { Vfs } from '../vfs/vfs.ts';
import type { CfgOptions } from './cfg.ts';
import type { CrateData, CrateDependency, CrateGraph, CrateType, Edition } from './crateGraph.ts';
import { type Profile, stdProfile, withProfile } from './profile.ts';
import type { Sysroot } from './sysroot.ts';
import { tryToml } from './sysroot.ts';
import { sysrootBuild } from './sysrootBuild.ts';
import { harnessSymbols, sysrootSymbols } from './sysrootSymbols.ts';
import { targetCfg } from './targetCfg.ts';

/** A crate without what the builder adds by itself: the sysroot among its dependencies. */
export interface CrateSpec {
  /** Path of the root file. */
  readonly root: string;
  readonly name: string;
  readonly edition: Edition;
  readonly crateType: CrateType;
  readonly isTest?: boolean;
  readonly profile: Profile;
  /** But for what the profile sets. */
  readonly cfg: CfgOptions;
  readonly env?: ReadonlyMap<string, string>;
  readonly dependencies?: readonly CrateDependency[];
  readonly procMacroLibrary?: string;
  readonly origin: CrateData['origin'];
}

export class CrateGraphBuilder {
  readonly #vfs: Vfs;
  readonly #crates: CrateData[] = [];
  #sysroot: CrateGraph['sysroot'] = {};
  #sysrootSymbols: readonly string[] = [];
  #toolchain: { readonly directory: string | undefined; readonly target: string } | undefined;
  #sysrootSources: CrateGraph['sysrootSources'];

  constructor(vfs: Vfs) {
    this.#vfs = vfs;
  }

  /** Adds std's crates, as they are built for programs: optimized, without debug assertions. */
  addSysroot(sysroot: Sysroot, target: string): void {
    const cfg = new Set(targetCfg(target));
    const edition = sysrootEdition(this.#vfs, sysroot);
    const found = new Map<string, CrateId>();
    for (const { name, dependencies, features } of sysrootCrates) {
      const root = sysroot.rootOf(name);
      if (root === undefined) continue;
      const id = this.#push({
        root,
        name,
        edition: editionOf(this.#vfs, root) ?? edition,
        crateType: 'lib',
        profile: stdProfile,
        cfg: new Set([...cfg, ...features.map((feature) => `feature="${feature}"`)]),
        origin: 'lang',
        dependencies: dependencies.flatMap((dependency) => {
          const crate = found.get(dependency);
          return crate === undefined ? [] : [{ crate, name: dependency, inPrelude: true }];
        }),
      });
      found.set(name, id);
    }
    this.#sysrootSymbols = sysrootSymbols(this.#vfs.host, sysroot.toolchain, target);
    this.#toolchain = { directory: sysroot.toolchain, target };
    // rustc knows the files of `rust-src` by where they are.
    const built =
      sysroot.kind === 'rust-docs' && sysrootBuild(this.#vfs.host, sysroot.toolchain, target)?.sources;
    if (built) this.#sysrootSources = { directory: sysroot.library, printedAs: built };
    const slots = [
      ['core', 'core'],
      ['alloc', 'alloc'],
      ['std', 'std'],
      ['procMacro', 'proc_macro'],
      ['test', 'test'],
    ] as const;
    this.#sysroot = Object.fromEntries(
      slots.flatMap(([slot, name]) => (found.has(name) ? [[slot, found.get(name)]] : [])),
    );
  }

  /** Adds a crate that is built against the sysroot. */
  add(spec: CrateSpec): CrateId {
    const { core, alloc, std, procMacro, test } = this.#sysroot;
    const dependencies = [...(spec.dependencies ?? [])];
    const provide = (name: string, crate: CrateId | undefined, inPrelude: boolean) => {
      // A dependency of that name takes the place of the sysroot's.
      if (crate !== undefined && !dependencies.some((d) => d.name === name)) {
        dependencies.push({ crate, name, inPrelude });
      }
    };
    provide('std', std, true);
    provide('core', core, true);
    provide('alloc', alloc, false);
    provide('proc_macro', procMacro, spec.crateType === 'proc-macro');
    provide('test', test, false);
    return this.#push({ ...spec, dependencies });
  }

  build(): CrateGraph {
    // Packages may have settings of their own, but a program whose crates disagree on this is not worth telling apart.
    const ubChecks = this.#crates.some(
      ({ origin, profile }) => origin === 'local' && profile.debugAssertions,
    );
    const hasTests = this.#crates.some(({ isTest }) => isTest);
    return {
      crates: this.#crates,
      sysroot: this.#sysroot,
      ubChecks,
      sysrootSymbols: this.#sysrootSymbols,
      ...(hasTests &&
        this.#toolchain && {
          harnessSymbols: harnessSymbols(this.#vfs.host, this.#toolchain.directory, this.#toolchain.target),
        }),
      ...(this.#sysrootSources && { sysrootSources: this.#sysrootSources }),
    };
  }

  #push(spec: CrateSpec): CrateId {
    this.#crates.push({
      root: this.#vfs.fileId(spec.root),
      name: spec.name,
      edition: spec.edition,
      crateType: spec.crateType,
      isTest: spec.isTest ?? false,
      profile: spec.profile,
      cfg: withProfile(spec.cfg, spec.profile),
      env: spec.env ?? new Map(),
      dependencies: spec.dependencies ?? [],
      ...(spec.procMacroLibrary === undefined ? {} : { procMacroLibrary: spec.procMacroLibrary }),
      origin: spec.origin,
    });
    return (this.#crates.length - 1) as CrateId;
  }
}

/** std's crates in the order of their dependencies, with the features that the distributed std is built with. */
const sysrootCrates: readonly {
  readonly name: string;
  readonly dependencies: readonly string[];
  readonly features: readonly string[];
}[] = [
  { name: 'core', dependencies: [], features: [] },
  { name: 'alloc', dependencies: ['core'], features: [] },
  {
    name: 'hashbrown',
    dependencies: ['core', 'alloc'],
    features: ['nightly', 'core', 'alloc', 'rustc-internal-api', 'rustc-dep-of-std'],
  },
  { name: 'cfg_if', dependencies: ['core'], features: [] },
  // As for any program: std's own feature only changes where its `core` comes from.
  { name: 'libc', dependencies: ['core'], features: [] },
  {
    name: 'std_detect',
    dependencies: ['core', 'alloc'],
    features: ['std_detect_file_io', 'std_detect_dlsym_getauxval'],
  },
  {
    name: 'std',
    dependencies: ['core', 'alloc', 'hashbrown', 'cfg_if', 'libc', 'std_detect'],
    features: ['backtrace', 'panic-unwind', 'std_detect_file_io', 'std_detect_dlsym_getauxval'],
  },
  { name: 'proc_macro', dependencies: ['std', 'core', 'alloc'], features: [] },
  { name: 'test', dependencies: ['std', 'core', 'alloc'], features: [] },
];

const editions: readonly string[] = ['2015', '2018', '2021', '2024'];

export function toEdition(text: unknown): Edition | undefined {
  return typeof text === 'string' && editions.includes(text) ? (text as Edition) : undefined;
}

/** What the manifest beside `src/lib.rs` says. */
function editionOf(vfs: Vfs, root: string): Edition | undefined {
  const manifest = vfs.host.readFile(`${parentPath(parentPath(root))}/Cargo.toml`);
  const table = manifest === undefined ? undefined : tryToml(manifest)?.package;
  return toEdition((table as Record<string, unknown> | undefined)?.edition);
}

/** The edition that std's crates are written in: their manifest's, else that of the prelude that core imports. */
function sysrootEdition(vfs: Vfs, sysroot: Sysroot): Edition {
  const root = sysroot.rootOf('core');
  const written = root === undefined ? undefined : editionOf(vfs, root);
  if (written) return written;
  const text = root === undefined ? undefined : vfs.host.readFile(root);
  return toEdition(/\bprelude::rust_(\d{4})\b/.exec(text ?? '')?.[1]) ?? '2021';
}
