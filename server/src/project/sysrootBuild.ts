/**
 * How the installed std was built, told from the names of source files in its shared library, which its panics speak
 * of: `/rustc/<commit>/library/core/src/option.rs`, `/rust/deps/hashbrown-0.16.1/src/raw/mod.rs`.
 */
import type { Host } from '../vfs/host.ts';
import { parseVersion, type Version } from './cargo/semver.ts';
import { sysrootLibrary } from './sysrootSymbols.ts';

export interface SysrootBuild {
  /** The versions of the crates that std depends on, as far as their files are named. */
  readonly dependencies: ReadonlyMap<string, Version>;
  /** The directory of std's sources, where it was built. */
  readonly sources: string | undefined;
}

/** A toolchain's files have its build in their names: they do not change. */
const read = new Map<string, SysrootBuild>();

/** Of the toolchain in that directory. */
export function sysrootBuild(
  host: Host,
  toolchain: string | undefined,
  target: string,
): SysrootBuild | undefined {
  const path = sysrootLibrary(host, toolchain, target);
  if (path === undefined) return undefined;
  const known = read.get(path);
  if (known) return known;
  const text = new TextDecoder('latin1').decode(host.readBytes?.(path));
  const dependencies = new Map<string, Version>();
  for (const [, crate = '', number = ''] of text.matchAll(/\/rust\/deps\/([\w-]+)-(\d+\.\d+\.\d+)\//g)) {
    const version = parseVersion(number);
    if (version) dependencies.set(crate, version);
  }
  const build = { dependencies, sources: /\/rustc\/[0-9a-f]{40}\/library(?=\/)/.exec(text)?.[0] };
  read.set(path, build);
  return build;
}
