/**
 * What build scripts said the last time that Cargo ran them: they are never run here, but their output stays in the
 * target directory, with the cfg options, variables and generated files that the package is compiled with.
 */
import type { Host } from '../../vfs/host.ts';
import type { Package } from './packages.ts';

export interface BuildScriptOutput {
  readonly cfg: readonly string[];
  readonly env: ReadonlyMap<string, string>;
}

/**
 * The directories of a target directory that hold a kind of output (`build`: that of build scripts; `deps`: compiled
 * crates), those of the profile that is asked for first.
 */
export function outputDirectories(
  host: Host,
  targetDirectory: string,
  release: boolean,
  kind: 'build' | 'deps',
): string[] {
  const profiles = release ? ['release', 'debug'] : ['debug', 'release'];
  const found: string[] = [];
  for (const entry of host.readDirectory(targetDirectory) ?? []) {
    if (!entry.isDirectory) continue;
    const place = `${targetDirectory}/${entry.name}`;
    if (profiles.includes(entry.name)) found.push(`${place}/${kind}`);
    // `--target` puts everything one level down.
    else if (entry.name.split('-').length >= 3)
      for (const profile of profiles) found.push(`${place}/${profile}/${kind}`);
  }
  return found.sort((a, b) => rank(a, profiles) - rank(b, profiles));
}

function rank(directory: string, profiles: readonly string[]): number {
  return profiles.findIndex((profile) => directory.includes(`/${profile}/`));
}

/** The output of a package's build script; undefined if it has not run. */
export function buildScriptOutput(
  host: Host,
  directories: readonly string[],
  pkg: Package,
): BuildScriptOutput | undefined {
  for (const directory of directories) {
    for (const entry of host.readDirectory(directory) ?? []) {
      if (!entry.isDirectory || !isBuildOf(entry.name, pkg.name)) continue;
      const place = `${directory}/${entry.name}`;
      const output = host.readFile(`${place}/output`);
      if (output !== undefined) return parseOutput(output, `${place}/out`);
    }
  }
  return undefined;
}

/** `name-0123456789abcdef`. */
function isBuildOf(directory: string, name: string): boolean {
  return directory.startsWith(`${name}-`) && /^[0-9a-f]{16}$/.test(directory.slice(name.length + 1));
}

function parseOutput(output: string, outDirectory: string): BuildScriptOutput {
  const cfg: string[] = [];
  const env = new Map([['OUT_DIR', outDirectory]]);
  for (const line of output.split(/\r?\n/)) {
    const match = /^cargo::?(rustc-cfg|rustc-env)=(.*)$/.exec(line);
    if (!match) continue;
    const value = match[2]!.trim();
    if (match[1] === 'rustc-cfg') {
      const pair = /^([\w]+)\s*=\s*"(.*)"$/.exec(value);
      cfg.push(pair ? `${pair[1]}="${pair[2]}"` : value);
    } else {
      const equals = value.indexOf('=');
      if (equals > 0) env.set(value.slice(0, equals), value.slice(equals + 1));
    }
  }
  return { cfg, env };
}
