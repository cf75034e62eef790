/**
 * Where std's sources are. In this order: the toolchain's `rust-src` component; its `rust-docs` component, whose pages
 * hold the sources (`rustdocSources`); a distribution's package (Debian's `rust-web-src`, `rust-src`); the small std
 * that we ship (`minicore`), so that there always is one. Crates that std depends on come from elsewhere
 * (`stdDependencies`). Which toolchain is meant is read from rustup's own files;
 * nothing is run.
 */
import { parse as parseToml } from 'smol-toml';
import type { Host } from '../vfs/host.ts';
import { isAbsolutePath, joinPath, normalizePath, parentPath } from '../vfs/path.ts';
import { rustdocLibrary } from './rustdocSources.ts';
import { stdDependency } from './stdDependencies.ts';
import { defaultTarget } from './targetCfg.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Sysroot {
  readonly kind: 'rust-src' | 'rust-docs' | 'distribution' | 'minicore';
  /** The directory that holds the crates. */
  readonly library: string;
  /** All directories with sources of the sysroot: that one, and those of the crates that ours stand in for. */
  readonly directories: readonly string[];
  /** Root file of a crate of std, if its sources are there. */
  rootOf(crate: string): string | undefined;
  /** The directory of the toolchain that the sources belong to, where they came with one. */
  readonly toolchain: string | undefined;
  /** The program that the toolchain brings along to run procedural macros with. */
  readonly procMacroServer: string | undefined;
  /** The target that the toolchain builds for unless told otherwise. */
  readonly hostTarget: string;
}

export interface SysrootOptions {
  /** Our own small std: the directory with `core`, `alloc` and `std`. */
  readonly minicore: string;
  /** A library directory to use, `none` for minicore; undefined to look for one. */
  readonly sysrootSrc?: string | undefined;
  readonly env: Environment;
}

/** Finds std's sources for a project in `directory`. */
export function findSysroot(host: Host, directory: string, options: SysrootOptions): Sysroot {
  const hostTarget = targetOfToolchain(toolchainDirectory(host, directory, options.env)) ?? defaultTarget;
  const ours = normalizePath(options.minicore);
  const minicore = (): Sysroot => sysrootAt(host, 'minicore', ours, hostTarget, [ours]);
  /** All three crates must be there: a documentation without sources, or half a library, helps no one. */
  const usable = (kind: Sysroot['kind'], library: string): Sysroot | undefined => {
    if (!['core', 'alloc', 'std'].every((krate) => rootIn(host, library, krate))) return undefined;
    const home = cargoHome(options.env);
    const fetched = dependencies.flatMap((name) => {
      const found = stdDependency(host, toolchainOf(library), hostTarget, home, name);
      return found === undefined ? [] : [found];
    });
    return sysrootAt(host, kind, library, hostTarget, [...fetched, ours]);
  };
  if (options.sysrootSrc === 'none') return minicore();
  if (options.sysrootSrc !== undefined) {
    const given = joinPath(directory, options.sysrootSrc);
    for (const library of [given, `${given}/library`, `${given}/lib/rustlib/src/rust/library`]) {
      const sysroot = usable('rust-src', library);
      if (sysroot) return sysroot;
    }
    for (const docs of [given, `${given}/share/doc/rust/html/src`]) {
      const sysroot = usable('rust-docs', rustdocLibrary(docs));
      if (sysroot) return sysroot;
    }
    return minicore();
  }
  const candidates: [Sysroot['kind'], string][] = [];
  for (const toolchain of toolchainCandidates(host, directory, options.env)) {
    candidates.push(['rust-src', `${toolchain}/lib/rustlib/src/rust/library`]);
    candidates.push(['rust-docs', rustdocLibrary(`${toolchain}/share/doc/rust/html/src`)]);
  }
  candidates.push(['distribution', '/usr/lib/rustlib/src/rust/library']);
  for (const entry of host.readDirectory('/usr/src') ?? []) {
    if (/^rustc-/.test(entry.name)) candidates.push(['distribution', `/usr/src/${entry.name}/library`]);
  }
  for (const [kind, library] of candidates) {
    const sysroot = usable(kind, library);
    if (sysroot) return sysroot;
  }
  return minicore();
}

/** `elsewhere`: where the crates are that std depends on, the better source first. */
function sysrootAt(
  host: Host,
  kind: Sysroot['kind'],
  library: string,
  hostTarget: string,
  elsewhere: readonly string[],
): Sysroot {
  const toolchain = toolchainOf(library);
  return {
    kind,
    library,
    directories: [...new Set([library, ...elsewhere])],
    toolchain,
    procMacroServer:
      toolchain &&
      ['', '.exe']
        .map((suffix) => `${toolchain}/libexec/rust-analyzer-proc-macro-srv${suffix}`)
        .find((path) => host.kindOf(path) === 'file'),
    hostTarget,
    rootOf(krate) {
      const own = rootIn(host, library, krate);
      if (own !== undefined || !dependencies.includes(krate)) return own;
      for (const directory of elsewhere) {
        const isIt = directory.slice(directory.lastIndexOf('/') + 1).startsWith(`${krate}-`);
        const root = isIt ? `${directory}/src/lib.rs` : `${directory}/${krate}/lib.rs`;
        if (host.kindOf(root) === 'file') return root;
      }
      return undefined;
    },
  };
}

/** The directory of the toolchain that a library directory is a part of. */
function toolchainOf(library: string): string | undefined {
  return /^(.*)\/(?:lib\/rustlib\/src\/rust\/library|share\/doc\/rust\/html\/src\/@library)$/.exec(
    library,
  )?.[1];
}

function rootIn(host: Host, library: string, krate: string): string | undefined {
  return [
    `${library}/${krate}/src/lib.rs`,
    `${library}/${krate}/lib.rs`,
    `${library}/stdarch/crates/${krate}/src/lib.rs`,
  ].find((path) => host.kindOf(path) === 'file');
}

/**
 * Crates that std is built with but whose sources come with no toolchain: Cargo may have unpacked them, else ours, if
 * there is one, stands in.
 */
const dependencies: readonly string[] = ['hashbrown', 'libc'];

/** The toolchain for the project, then any other that rustup has, newest name last tried first. */
function toolchainCandidates(host: Host, directory: string, env: Environment): string[] {
  const chosen = toolchainDirectory(host, directory, env);
  const toolchains = `${rustupHome(env)}/toolchains`;
  const others = (host.readDirectory(toolchains) ?? [])
    .filter((entry) => entry.isDirectory)
    .map((entry) => `${toolchains}/${entry.name}`)
    .filter((path) => path !== chosen)
    .sort()
    .reverse();
  // Stable releases come before nightlies: they are likelier to be what the program is built with.
  const rank = (path: string) => (path.includes('/nightly') || path.includes('/beta') ? 1 : 0);
  others.sort((a, b) => rank(a) - rank(b));
  return chosen === undefined ? others : [chosen, ...others];
}

/** The toolchain directory that rustup would choose in this directory. */
export function toolchainDirectory(host: Host, directory: string, env: Environment): string | undefined {
  const home = rustupHome(env);
  const installed = (host.readDirectory(`${home}/toolchains`) ?? []).map((entry) => entry.name);
  const byName = (name: string | undefined): string | undefined => {
    if (name === undefined) return undefined;
    if (isAbsolutePath(name)) return normalizePath(name);
    const exact = installed.find((toolchain) => toolchain === name);
    const found = exact ?? installed.find((toolchain) => toolchain.startsWith(`${name}-`));
    return found && `${home}/toolchains/${found}`;
  };
  return (
    byName(env.RUSTUP_TOOLCHAIN) ??
    byName(overrideFor(host, directory, home)) ??
    byName(toolchainFile(host, directory)) ??
    byName(rustupSetting(host, home)?.default_toolchain as string | undefined)
  );
}

/** The channel named by the nearest `rust-toolchain.toml` or `rust-toolchain`. */
function toolchainFile(host: Host, directory: string): string | undefined {
  for (let at = directory; ; at = parentPath(at)) {
    for (const name of ['rust-toolchain.toml', 'rust-toolchain']) {
      const text = host.readFile(joinPath(at, name));
      if (text === undefined) continue;
      const table = tryToml(text)?.toolchain;
      if (typeof table === 'object' && table !== null) {
        const { channel, path } = table as Record<string, unknown>;
        if (typeof channel === 'string') return channel;
        if (typeof path === 'string') return joinPath(at, path);
      }
      // The old form: the name alone.
      const line = text.trim();
      if (/^[\w.-]+$/.test(line)) return line;
    }
    if (at === parentPath(at)) return undefined;
  }
}

function rustupSetting(host: Host, home: string): Record<string, unknown> | undefined {
  const text = host.readFile(`${home}/settings.toml`);
  return text === undefined ? undefined : tryToml(text);
}

/** The toolchain set by `rustup override` for the nearest directory around. */
function overrideFor(host: Host, directory: string, home: string): string | undefined {
  const overrides = rustupSetting(host, home)?.overrides as Record<string, unknown> | undefined;
  if (!overrides) return undefined;
  for (let at = directory; ; at = parentPath(at)) {
    const name = overrides[at];
    if (typeof name === 'string') return name;
    if (at === parentPath(at)) return undefined;
  }
}

function rustupHome(env: Environment): string {
  const home = env.RUSTUP_HOME;
  return normalizePath(home ?? `${homeDirectory(env)}/.rustup`);
}

export function cargoHome(env: Environment): string {
  const home = env.CARGO_HOME;
  return normalizePath(home ?? `${homeDirectory(env)}/.cargo`);
}

function homeDirectory(env: Environment): string {
  return env.HOME ?? env.USERPROFILE ?? '/';
}

/** `…/stable-x86_64-unknown-linux-gnu` → `x86_64-unknown-linux-gnu`. */
function targetOfToolchain(directory: string | undefined): string | undefined {
  return directory === undefined
    ? undefined
    : /\/(?:stable|beta|nightly|\d+\.\d+(?:\.\d+)?)(?:-\d{4}-\d\d-\d\d)?-([^/]+)$/.exec(directory)?.[1];
}

export function tryToml(text: string): Record<string, unknown> | undefined {
  try {
    return parseToml(text);
  } catch {
    return undefined;
  }
}
