/**
 * The `CrateGraph`: every crate that an analysis knows, with what decides its meaning: root file, edition, cfg,
 * environment and dependencies. Immutable; a change of any manifest makes a new one. How it is made from Cargo
 * workspaces, single files and sysroots is the business of the other modules of `project`.
 */
import type { CrateId, FileId } from '../hir/defs.ts';
import type { CfgOptions } from './cfg.ts';
import { overrideProfile, type Profile, type ProfileOverrides, withProfile } from './profile.ts';

export type Edition = '2015' | '2018' | '2021' | '2024';
export type CrateType = 'bin' | 'lib' | 'rlib' | 'dylib' | 'cdylib' | 'staticlib' | 'proc-macro';

export interface CrateData {
  readonly root: FileId;
  /** The name that rustc gets, with underscores. */
  readonly name: string;
  readonly edition: Edition;
  readonly crateType: CrateType;
  /** Compiled with `--test`: the test harness is the root. */
  readonly isTest: boolean;
  /** How it is compiled; `cfg` has what follows from it. */
  readonly profile: Profile;
  readonly cfg: CfgOptions;
  /** What `env!` sees: `CARGO_PKG_NAME`, … */
  readonly env: ReadonlyMap<string, string>;
  readonly dependencies: readonly CrateDependency[];
  /** Of a crate of procedural macros: the dynamic library that cargo has made of it, if it has. */
  readonly procMacroLibrary?: string;
  /** `lang`: core, alloc, std, proc_macro, test; `library`: a registry crate; `local`: the user's own. */
  readonly origin: 'local' | 'library' | 'lang';
}

export interface CrateDependency {
  readonly crate: CrateId;
  /** The name it has in the dependent crate. */
  readonly name: string;
  /** False for `core`/`alloc`, which only `extern crate` or `no_std` bring in by name… true puts it in the extern prelude. */
  readonly inPrelude: boolean;
}

export interface CrateGraph {
  readonly crates: readonly CrateData[]; // indexed by CrateId, dependencies before dependents
  /** Name → crate, for those of the sysroot. */
  readonly sysroot: {
    readonly core?: CrateId;
    readonly alloc?: CrateId;
    readonly std?: CrateId;
    readonly procMacro?: CrateId;
    readonly test?: CrateId;
  };
  /** What std's `ub_checks()` answers in the program's code. */
  readonly ubChecks: boolean;
  /** Mangled names that the installed std exports, where they could be read: see `sysrootSymbols.ts`. */
  readonly sysrootSymbols?: readonly string[];
  /** Those that its test harness exports besides, where there are tests. */
  readonly harnessSymbols?: readonly string[];
  /** Where std's sources are, and under which directory the compiler knows them, if that is another. */
  readonly sysrootSources?: { readonly directory: string; readonly printedAs: string };
}

/** The graph with one crate compiled with further flags. */
export function withFlags(graph: CrateGraph, crate: CrateId, flags: ProfileOverrides): CrateGraph {
  const data = graph.crates[crate];
  if (!data) return graph;
  const profile = overrideProfile(data.profile, flags);
  if (profile === data.profile) return graph;
  const cfg = withProfile(data.cfg, profile);
  return {
    ...graph,
    crates: graph.crates.map((it) => (it === data ? { ...data, profile, cfg } : it)),
    ubChecks: profile.debugAssertions,
  };
}
