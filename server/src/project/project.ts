/** What loading a project gives, whichever way it is described. */
import type { CrateId } from '../hir/defs.ts';
import type { CrateGraph } from './crateGraph.ts';
import type { Environment, Sysroot } from './sysroot.ts';

export interface ProjectOptions {
  /** `HOME`, `CARGO_HOME`, `RUSTUP_HOME`, `RUSTUP_TOOLCHAIN` are read from here. */
  readonly env: Environment;
  /** Directory of our own small std. */
  readonly minicore: string;
  /** std's sources: a directory, `none` for our own; undefined to look for them. */
  readonly sysrootSrc?: string | undefined;
  /** Target triple; default: the toolchain's own. */
  readonly target?: string | undefined;
  /** Cargo's `release` profile instead of `dev`. */
  readonly release?: boolean;
  /** `false`: not incremental, whatever the profile says. */
  readonly incremental?: boolean | undefined;
  /** Whether compiled procedural macros may be run: not in a workspace that is not trusted. */
  readonly procMacros?: boolean;
}

/** Something that can be built and so analysed: a binary, a library, a test, … */
export interface Target {
  readonly crate: CrateId;
  /** Name of the Cargo package, undefined where there is none. */
  readonly package: string | undefined;
  readonly name: string;
  readonly kind: TargetKind;
  /** Path of the root file. */
  readonly root: string;
  /** Built with the test harness as its entry point. */
  readonly isTest: boolean;
}

export type TargetKind = 'bin' | 'lib' | 'test' | 'example' | 'bench';

export interface LoadedProject {
  readonly graph: CrateGraph;
  readonly targets: readonly Target[];
  readonly sysroot: Sysroot;
  /** Target triple. */
  readonly target: string;
  /** Directories whose files nobody edits. */
  readonly libraryRoots: readonly string[];
  /** Files that say what the project is: when one changes, it is to be loaded again. */
  readonly manifests: readonly string[];
  /** What is missing or wrong but leaves something to analyse, a sentence each. */
  readonly problems: readonly string[];
}

/** Why there is no project; the message is one clear sentence that names the file. */
export class ProjectError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ProjectError';
  }
}
