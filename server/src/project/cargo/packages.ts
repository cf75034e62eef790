/**
 * Where the packages are that a workspace depends on: which versions (`Cargo.lock`, else the newest that fits) and
 * where their sources lie (path dependencies, patches, the registry and git caches, vendored directories). Nothing is
 * downloaded: what `cargo fetch` has not put there is missing, and is named.
 */
import type { Host } from '../../vfs/host.ts';
import { joinPath, parentPath } from '../../vfs/path.ts';
import { cargoHome, type Environment, tryToml } from '../sysroot.ts';
import { type Manifest, type ManifestDependency, readManifest } from './manifest.ts';
import { compareVersions, parseVersion, satisfies } from './semver.ts';

export interface Package {
  /** `name version directory`: one for each version of a package. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly manifest: Manifest;
  /** In the workspace, or a path dependency: the user's own. */
  readonly isLocal: boolean;
}

interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly source: string | undefined;
  readonly dependencies: readonly string[];
}

export class PackageSet {
  /** What could not be found, a sentence each. */
  readonly problems: string[] = [];

  readonly #host: Host;
  readonly #byDirectory = new Map<string, Package | undefined>();
  readonly #locked: readonly LockedPackage[];
  readonly #lockPath: string;
  readonly #registries: readonly string[];
  readonly #gitCheckouts: string;
  readonly #patches = new Map<string, string[]>();
  readonly #found = new Map<ManifestDependency, Package | undefined>();
  readonly #reported = new Set<string>();
  #registryIndex: Map<string, { readonly version: string; readonly directory: string }[]> | undefined;

  constructor(host: Host, workspace: Manifest, env: Environment) {
    this.#host = host;
    this.#lockPath = `${workspace.directory}/Cargo.lock`;
    this.#locked = readLock(host.readFile(this.#lockPath));
    const home = cargoHome(env);
    const source = `${home}/registry/src`;
    this.#registries = [
      ...vendorDirectories(host, workspace.directory, home),
      ...(host.readDirectory(source) ?? []).map((entry) => `${source}/${entry.name}`),
    ];
    this.#gitCheckouts = `${home}/git/checkouts`;
    for (const { name, directory } of workspace.patches) {
      this.#patches.set(name, [...(this.#patches.get(name) ?? []), directory]);
    }
  }

  /** Directories that hold sources of others. */
  get libraryRoots(): readonly string[] {
    return [...this.#registries, this.#gitCheckouts];
  }

  /** The package in a directory. */
  inDirectory(directory: string, isLocal: boolean): Package | undefined {
    if (this.#byDirectory.has(directory)) return this.#byDirectory.get(directory);
    let found: Package | undefined;
    if (this.#host.kindOf(`${directory}/Cargo.toml`) === 'file') {
      try {
        const manifest = readManifest(this.#host, `${directory}/Cargo.toml`);
        if (manifest.package) {
          const { name, version } = manifest.package;
          found = { id: `${name} ${version} ${directory}`, name, version, manifest, isLocal };
        }
      } catch (error) {
        this.#report(error instanceof Error ? error.message : String(error));
      }
    }
    this.#byDirectory.set(directory, found);
    return found;
  }

  /** The package that a dependency of `from` means. */
  dependency(from: Package, dependency: ManifestDependency): Package | undefined {
    if (this.#found.has(dependency)) return this.#found.get(dependency);
    const found = this.#find(from, dependency);
    this.#found.set(dependency, found);
    return found;
  }

  #find(from: Package, dependency: ManifestDependency): Package | undefined {
    if (dependency.directory !== undefined) {
      const found = this.inDirectory(dependency.directory, true);
      if (!found) this.#missing(from, dependency, `there is no package in ${dependency.directory}`);
      return found;
    }
    const locked = this.#lockedDependency(from, dependency);
    for (const directory of this.#patches.get(dependency.package) ?? []) {
      const patch = this.inDirectory(directory, true);
      if (patch && (locked === undefined || locked.version === patch.version)) return patch;
    }
    const directory = locked ? this.#locate(locked) : this.#newest(dependency);
    const found = directory === undefined ? undefined : this.inDirectory(directory, false);
    if (!found) {
      const version = locked ? ` ${locked.version}` : '';
      this.#missing(
        from,
        dependency,
        `${dependency.package}${version} is not in Cargo's cache (\`cargo fetch\` puts it there)`,
      );
    }
    return found;
  }

  #lockedDependency(from: Package, dependency: ManifestDependency): LockedPackage | undefined {
    const own = this.#locked.find((p) => p.name === from.name && p.version === from.version);
    const candidates = this.#locked.filter((p) => p.name === dependency.package);
    // An entry names its dependencies by name alone where there is one version of it.
    const names = own?.dependencies.map((text) => text.split(' ')) ?? [];
    const listed = candidates.filter((p) =>
      names.some(([name, version]) => name === p.name && (version === undefined || version === p.version)),
    );
    const pool = listed.length > 0 ? listed : candidates;
    if (pool.length <= 1 || dependency.requirement === undefined) return pool[0];
    const fitting = pool.filter((p) => {
      const version = parseVersion(p.version);
      return version !== undefined && satisfies(version, dependency.requirement!);
    });
    return fitting[0] ?? pool[0];
  }

  #locate({ name, version, source }: LockedPackage): string | undefined {
    if (source?.startsWith('git+')) {
      const revision = source.slice(source.indexOf('#') + 1);
      return this.#inGitCheckouts(name, revision);
    }
    return this.#registryVersions(name).find((known) => known.version === version)?.directory;
  }

  #newest(dependency: ManifestDependency): string | undefined {
    if (dependency.isGit) return undefined;
    let best: { readonly version: string; readonly directory: string } | undefined;
    for (const known of this.#registryVersions(dependency.package)) {
      const version = parseVersion(known.version);
      if (!version || !satisfies(version, dependency.requirement ?? '*')) continue;
      if (!best || compareVersions(version, parseVersion(best.version)!) > 0) best = known;
    }
    return best?.directory;
  }

  #registryVersions(name: string): readonly { readonly version: string; readonly directory: string }[] {
    if (!this.#registryIndex) {
      this.#registryIndex = new Map();
      for (const registry of this.#registries) {
        for (const entry of this.#host.readDirectory(registry) ?? []) {
          const directory = `${registry}/${entry.name}`;
          const match = /^(.+?)-(\d+\.\d+\.\d+.*)$/.exec(entry.name);
          // A vendored package may lie in a directory without the version.
          const known = match
            ? { name: match[1]!, version: match[2]! }
            : entry.isDirectory && this.inDirectory(directory, false);
          if (!known) continue;
          const list = this.#registryIndex.get(known.name);
          if (list) list.push({ version: known.version, directory });
          else this.#registryIndex.set(known.name, [{ version: known.version, directory }]);
        }
      }
    }
    return this.#registryIndex.get(name) ?? [];
  }

  /** `git/checkouts/NAME-HASH/REVISION/…`: the package may lie anywhere in the repository. */
  #inGitCheckouts(name: string, revision: string): string | undefined {
    for (const repository of this.#host.readDirectory(this.#gitCheckouts) ?? []) {
      const at = `${this.#gitCheckouts}/${repository.name}`;
      for (const checkout of this.#host.readDirectory(at) ?? []) {
        if (!revision.startsWith(checkout.name)) continue;
        const found = this.#searchPackage(`${at}/${checkout.name}`, name, 4);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  #searchPackage(directory: string, name: string, depth: number): string | undefined {
    const text = this.#host.readFile(`${directory}/Cargo.toml`);
    const written =
      text === undefined ? undefined : (tryToml(text)?.package as Record<string, unknown> | undefined);
    if (written?.name === name) return directory;
    if (depth === 0) return undefined;
    for (const entry of this.#host.readDirectory(directory) ?? []) {
      if (!entry.isDirectory || entry.name.startsWith('.') || entry.name === 'target') continue;
      const found = this.#searchPackage(`${directory}/${entry.name}`, name, depth - 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #missing(from: Package, dependency: ManifestDependency, why: string): void {
    this.#report(`${from.manifest.path}: the dependency \`${dependency.key}\` is left out: ${why}.`);
  }

  #report(problem: string): void {
    if (this.#reported.has(problem)) return;
    this.#reported.add(problem);
    this.problems.push(problem);
  }
}

function readLock(text: string | undefined): LockedPackage[] {
  const packages = text === undefined ? undefined : tryToml(text)?.package;
  if (!Array.isArray(packages)) return [];
  return packages.flatMap((entry: Record<string, unknown>) => {
    const { name, version, source, dependencies } = entry;
    if (typeof name !== 'string' || typeof version !== 'string') return [];
    return {
      name,
      version,
      source: typeof source === 'string' ? source : undefined,
      dependencies: Array.isArray(dependencies) ? dependencies.filter((d) => typeof d === 'string') : [],
    };
  });
}

/** Directories that `.cargo/config.toml` says to take packages from (`cargo vendor`). */
function vendorDirectories(host: Host, directory: string, home: string): string[] {
  return cargoConfigs(host, directory, home).flatMap(({ config, base }) =>
    Object.values((config.source ?? {}) as Record<string, Record<string, unknown>>).flatMap((source) =>
      typeof source.directory === 'string' ? joinPath(base, source.directory) : [],
    ),
  );
}

export interface CargoConfig {
  readonly config: Readonly<Record<string, unknown>>;
  /** The directory that its paths are relative to. */
  readonly base: string;
  readonly path: string;
}

/** The `.cargo/config.toml`s that apply in a directory, the nearest first. */
export function cargoConfigs(host: Host, directory: string, home: string): CargoConfig[] {
  const found: CargoConfig[] = [];
  const read = (base: string, place: string): void => {
    for (const name of ['config.toml', 'config']) {
      const path = `${place}/${name}`;
      if (found.some((known) => known.path === path) || host.kindOf(path) !== 'file') continue;
      const config = tryToml(host.readFile(path) ?? '');
      if (config) {
        found.push({ config, base, path });
        return;
      }
    }
  };
  for (let at = directory; ; at = parentPath(at)) {
    read(at, joinPath(at, '.cargo'));
    if (at === parentPath(at)) break;
  }
  read(home, home);
  return found;
}
