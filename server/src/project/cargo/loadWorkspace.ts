/**
 * A Cargo workspace as a crate graph.
 *
 * Each target of the chosen packages is a crate, and so is the library of each package that they depend on. A library
 * that is built with two sets of features (once for a program, once for tests whose dev-dependencies ask for more) is
 * two crates. Procedural macros are taken in for their names, and for the library that cargo has compiled them to; what
 * they depend on is left out.
 */
import picomatch from 'picomatch';
import type { CrateId } from '../../hir/defs.ts';
import type { Host } from '../../vfs/host.ts';
import { isWithin, joinPath, normalizePath, parentPath, relativeTo } from '../../vfs/path.ts';
import type { Vfs } from '../../vfs/vfs.ts';
import type { CrateDependency, CrateGraph } from '../crateGraph.ts';
import { CrateGraphBuilder } from '../graphBuilder.ts';
import { devProfile, type Profile, withProfile } from '../profile.ts';
import { type LoadedProject, ProjectError, type ProjectOptions, type Target } from '../project.ts';
import { cargoHome, findSysroot } from '../sysroot.ts';
import { targetCfg } from '../targetCfg.ts';
import { buildScriptOutput, outputDirectories } from './buildScripts.ts';
import { type FeatureResolution, resolveFeatures } from './features.ts';
import { findWorkspaceManifest, type Manifest, type ManifestDependency, readManifest } from './manifest.ts';
import { cargoConfigs, type Package, PackageSet } from './packages.ts';
import { mayDeclareByCalls, procMacroLibraries } from './procMacros.ts';
import { profileOf } from './profiles.ts';
import { type CargoTarget, cargoTargets, crateName } from './targets.ts';

export interface WorkspaceOptions extends ProjectOptions {
  /** Packages to load the targets of, by name. Default: what Cargo would build there. */
  readonly packages?: readonly string[];
  /** Load the targets of all members, wherever in the workspace the path is. */
  readonly wholeWorkspace?: boolean;
  readonly features?: readonly string[];
  readonly allFeatures?: boolean;
  readonly noDefaultFeatures?: boolean;
  /** Also the unit tests of libraries and binaries (`cargo test --lib`), as targets of kind `test`. */
  readonly unitTests?: boolean;
}

/** Loads the workspace around a `Cargo.toml` or a directory. Throws a {@link ProjectError} if there is none. */
export function loadWorkspace(vfs: Vfs, path: string, options: WorkspaceOptions): LoadedProject {
  const { host } = vfs;
  const manifestPath = findManifest(host, normalizePath(path));
  const workspacePath = findWorkspaceManifest(host, manifestPath);
  const workspace = readManifest(host, workspacePath);
  const packages = new PackageSet(host, workspace, options.env);
  const members = workspaceMembers(host, workspace, packages);
  const own = packages.inDirectory(parentPath(manifestPath), true);
  if (own && !members.includes(own)) members.push(own);
  if (members.length === 0) throw new ProjectError(`${workspacePath} has no package`);
  const roots = selectRoots(members, own, manifestPath, workspace, options);
  const loader = new WorkspaceLoader(vfs, workspace, packages, members, roots, options);
  return loader.load(manifestPath);
}

/** The manifest that Cargo would use: the one given, in the directory given, or in the nearest above. */
export function findManifest(host: Host, path: string): string {
  if (host.kindOf(path) === 'file') return path;
  for (let at = path; ; at = parentPath(at)) {
    const candidate = joinPath(at, 'Cargo.toml');
    if (host.kindOf(candidate) === 'file') return candidate;
    if (at === parentPath(at)) throw new ProjectError(`there is no Cargo.toml in ${path} or above`);
  }
}

/** The members that the workspace lists, its root package, and the path dependencies of these within it. */
function workspaceMembers(host: Host, workspace: Manifest, packages: PackageSet): Package[] {
  const members = new Map<string, Package>();
  const excluded = (workspace.workspace?.exclude ?? []).map((path) => joinPath(workspace.directory, path));
  const add = (directory: string): void => {
    if (members.has(directory) || excluded.some((path) => isWithin(directory, path))) return;
    const pkg = packages.inDirectory(directory, true);
    if (!pkg) return;
    members.set(directory, pkg);
    for (const dependency of pkg.manifest.dependencies) {
      const at = dependency.directory;
      if (at !== undefined && isWithin(at, workspace.directory)) add(at);
    }
  };
  if (workspace.package) add(workspace.directory);
  for (const pattern of workspace.workspace?.members ?? []) {
    for (const directory of expandMember(host, workspace.directory, pattern)) add(directory);
  }
  return [...members.values()];
}

/** The directories that a member pattern such as `crates/*` names. */
function expandMember(host: Host, base: string, pattern: string): string[] {
  const written = pattern.replace(/^\.\//, '').replace(/\/$/, '');
  if (!/[*?[{]/.test(written)) return [joinPath(base, written)];
  const matches = picomatch(written);
  const depth = written.includes('**') ? 8 : written.split('/').length;
  const found: string[] = [];
  const walk = (directory: string, left: number): void => {
    for (const entry of host.readDirectory(directory) ?? []) {
      if (!entry.isDirectory || entry.name === 'target' || entry.name.startsWith('.')) continue;
      const path = `${directory}/${entry.name}`;
      if (matches(relativeTo(path, base)) && host.kindOf(`${path}/Cargo.toml`) === 'file') found.push(path);
      if (left > 1) walk(path, left - 1);
    }
  };
  walk(base, depth);
  return found.sort();
}

function selectRoots(
  members: readonly Package[],
  own: Package | undefined,
  manifestPath: string,
  workspace: Manifest,
  options: WorkspaceOptions,
): readonly Package[] {
  if (options.packages && options.packages.length > 0) {
    return options.packages.map((name) => {
      const found = members.find((pkg) => pkg.name === name);
      if (!found) throw new ProjectError(`the workspace of ${manifestPath} has no package named \`${name}\``);
      return found;
    });
  }
  if (options.wholeWorkspace) return members;
  if (own) return [own];
  const defaults = workspace.workspace?.defaultMembers;
  if (!defaults) return members;
  const directories = defaults.map((path) => joinPath(workspace.directory, path));
  const chosen = members.filter((pkg) => directories.includes(pkg.manifest.directory));
  return chosen.length > 0 ? chosen : members;
}

class WorkspaceLoader {
  readonly #vfs: Vfs;
  readonly #workspace: Manifest;
  readonly #packages: PackageSet;
  readonly #members: readonly Package[];
  readonly #roots: readonly Package[];
  readonly #options: WorkspaceOptions;
  readonly #builder: CrateGraphBuilder;
  readonly #target: string;
  readonly #commonCfg: readonly string[];
  readonly #profileOf: ReturnType<typeof profileOf>;
  readonly #sysroot: ReturnType<typeof findSysroot>;
  readonly #buildDirectories: readonly string[];
  readonly #procMacros: ReadonlyMap<string, string>;
  readonly #configPaths: readonly string[];
  /** Libraries by package, features and dependencies. */
  readonly #libraries = new Map<string, CrateId>();
  /** Libraries by package, for each resolution of features; undefined while one is being added. */
  readonly #built = new Map<FeatureResolution, Map<string, CrateId | undefined>>();
  readonly #libraryTargets = new Map<Package, CargoTarget | undefined>();
  readonly #withoutBuildOutput = new Set<string>();

  constructor(
    vfs: Vfs,
    workspace: Manifest,
    packages: PackageSet,
    members: readonly Package[],
    roots: readonly Package[],
    options: WorkspaceOptions,
  ) {
    this.#vfs = vfs;
    this.#members = members;
    this.#workspace = workspace;
    this.#packages = packages;
    this.#roots = roots;
    this.#options = options;
    const { host } = vfs;
    const { directory } = workspace;
    this.#sysroot = findSysroot(host, directory, options);
    const configs = cargoConfigs(host, directory, cargoHome(options.env));
    this.#configPaths = configs.map(({ path }) => path);
    const setting = (section: string, key: string): { value: string; base: string } | undefined => {
      for (const { config, base } of configs) {
        const value = (config[section] as Record<string, unknown> | undefined)?.[key];
        if (typeof value === 'string') return { value, base };
      }
      return undefined;
    };
    this.#target =
      options.target ??
      options.env.CARGO_BUILD_TARGET ??
      setting('build', 'target')?.value ??
      this.#sysroot.hostTarget;
    this.#commonCfg = [
      ...targetCfg(this.#target),
      ...flagCfgs(
        options.env.RUSTFLAGS ?? configs.map(({ config }) => rustflags(config)).find(Boolean) ?? '',
      ),
    ];
    this.#profileOf = profileOf(
      {
        manifest: workspace.profiles,
        configs: configs.map(({ config }) => config),
        env: options.env,
        incremental: options.incremental,
      },
      options.release ? 'release' : 'dev',
    );
    const configured = setting('build', 'target-dir');
    const targetDirectory = options.env.CARGO_TARGET_DIR
      ? joinPath(directory, options.env.CARGO_TARGET_DIR)
      : configured
        ? joinPath(configured.base, configured.value)
        : `${directory}/target`;
    const release = options.release ?? false;
    this.#buildDirectories = outputDirectories(host, targetDirectory, release, 'build');
    const runsMacros = options.procMacros === true && this.#sysroot.procMacroServer !== undefined;
    this.#procMacros = runsMacros
      ? procMacroLibraries(host, outputDirectories(host, targetDirectory, release, 'deps'), directory)
      : new Map();
    this.#builder = new CrateGraphBuilder(vfs);
    this.#builder.addSysroot(this.#sysroot, this.#target);
  }

  load(manifestPath: string): LoadedProject {
    const targets: Target[] = [];
    const byKind = this.#roots.map((pkg) => [pkg, cargoTargets(this.#vfs.host, pkg.manifest)] as const);
    const isDev = ({ kind }: CargoTarget) => kind !== 'lib' && kind !== 'bin';
    const normal = this.#features(false);
    for (const [pkg, all] of byKind) {
      for (const target of all) if (!isDev(target)) this.#addTarget(pkg, all, target, normal, false, targets);
    }
    const unitTests = this.#options.unitTests ?? false;
    if (unitTests || byKind.some(([, all]) => all.some(isDev))) {
      const dev = this.#features(true);
      for (const [pkg, all] of byKind) {
        for (const target of all) {
          if (isDev(target)) this.#addTarget(pkg, all, target, dev, false, targets);
          else if (unitTests && target.harness) this.#addTarget(pkg, all, target, dev, true, targets);
        }
      }
    }
    const graph = this.#builder.build();
    return {
      graph,
      targets,
      sysroot: this.#sysroot,
      target: this.#target,
      libraryRoots: [
        ...this.#sysroot.directories,
        ...this.#packages.libraryRoots,
        ...generatedSources(graph),
      ],
      manifests: [
        ...new Set([
          manifestPath,
          this.#workspace.path,
          `${this.#workspace.directory}/Cargo.lock`,
          ...this.#members.map((pkg) => pkg.manifest.path),
          ...this.#configPaths,
        ]),
      ],
      problems: [...this.#packages.problems, ...this.#missingBuildOutput()],
    };
  }

  #features(withDev: boolean): FeatureResolution {
    const { features = [], allFeatures = false, noDefaultFeatures = false } = this.#options;
    const resolver =
      this.#workspace.workspace?.resolver ??
      this.#workspace.package?.resolver ??
      (this.#workspace.package && ['2015', '2018'].includes(this.#workspace.package.edition)
        ? '1'
        : undefined) ??
      // A workspace without a package of its own starts at version 1.
      (this.#workspace.package ? '2' : '1');
    return resolveFeatures(this.#packages, {
      roots: this.#roots,
      features,
      allFeatures,
      noDefaultFeatures,
      withDev,
      legacy: resolver === '1',
      target: this.#target,
      // As `rustc --print cfg` has it.
      cfg: withProfile(this.#commonCfg, devProfile),
    });
  }

  /** Adds a target of a chosen package. `unitTest`: with the test harness around it. */
  #addTarget(
    pkg: Package,
    all: readonly CargoTarget[],
    target: CargoTarget,
    features: FeatureResolution,
    unitTest: boolean,
    targets: Target[],
  ): void {
    const enabled = features.featuresOf(pkg);
    if (!target.requiredFeatures.every((feature) => enabled.has(feature))) return;
    if (this.#vfs.host.kindOf(target.root) !== 'file') {
      this.#packages.problems.push(
        `${pkg.manifest.path}: there is no file ${target.root} for \`${target.name}\`.`,
      );
      return;
    }
    const isTest = unitTest || ((target.kind === 'test' || target.kind === 'bench') && target.harness);
    const isDev = unitTest || (target.kind !== 'lib' && target.kind !== 'bin');
    let crate: CrateId | undefined;
    if (target.kind === 'lib' && !unitTest) {
      crate = this.#library(pkg, features);
    } else {
      const dependencies = [...this.#dependencies(pkg, features, isDev ? ['normal', 'dev'] : ['normal'])];
      const lib = target.kind === 'lib' ? undefined : all.find((t) => t.kind === 'lib');
      const library = lib && this.#library(pkg, features);
      if (lib && library !== undefined) {
        const known = dependencies.findIndex((d) => d.name === lib.name);
        if (known >= 0) dependencies.splice(known, 1);
        dependencies.push({ crate: library, name: lib.name, inPrelude: true });
      }
      crate = this.#builder.add({
        root: target.root,
        name: crateName(target.name),
        edition: target.edition,
        crateType: target.crateType,
        isTest,
        profile: this.#profile(pkg, target),
        cfg: this.#cfg(pkg, features, isTest ? ['test'] : []),
        env: this.#env(pkg, target, all),
        dependencies,
        origin: 'local',
      });
    }
    if (crate === undefined) return;
    const kind = unitTest ? 'test' : target.kind;
    targets.push({ crate, package: pkg.name, name: target.name, kind, root: target.root, isTest });
  }

  /**
   * The library of a package, built with those features. Two resolutions share it where it and all that it depends on
   * come out the same.
   */
  #library(pkg: Package, features: FeatureResolution): CrateId | undefined {
    let built = this.#built.get(features);
    if (!built) this.#built.set(features, (built = new Map()));
    if (built.has(pkg.id)) return built.get(pkg.id);
    // A package that depends on itself through a cycle does not see itself.
    built.set(pkg.id, undefined);
    const crate = this.#addLibrary(pkg, features);
    built.set(pkg.id, crate);
    return crate;
  }

  #libraryTarget(pkg: Package): CargoTarget | undefined {
    if (!this.#libraryTargets.has(pkg)) {
      const targets = cargoTargets(this.#vfs.host, pkg.manifest);
      this.#libraryTargets.set(
        pkg,
        targets.find((target) => target.kind === 'lib'),
      );
    }
    return this.#libraryTargets.get(pkg);
  }

  #addLibrary(pkg: Package, features: FeatureResolution): CrateId | undefined {
    const target = this.#libraryTarget(pkg);
    if (!target || this.#vfs.host.kindOf(target.root) !== 'file') return undefined;
    const dependencies = this.#mayUseDependencies(target)
      ? this.#dependencies(pkg, features, ['normal'])
      : [];
    const enabled = [...features.featuresOf(pkg)].sort().join(',');
    const key = `${pkg.id}|${enabled}|${dependencies.map((d) => `${d.name}=${d.crate}`).join(',')}`;
    let crate = this.#libraries.get(key);
    if (crate === undefined) {
      const library = target.crateType === 'proc-macro' ? this.#procMacros.get(target.root) : undefined;
      crate = this.#builder.add({
        root: target.root,
        name: target.name,
        edition: target.edition,
        crateType: target.crateType,
        profile: this.#profile(pkg, target),
        cfg: this.#cfg(pkg, features, target.crateType === 'proc-macro' ? ['proc_macro'] : []),
        env: this.#env(pkg, target, []),
        ...(library === undefined ? {} : { procMacroLibrary: library }),
        dependencies,
        origin: pkg.isLocal ? 'local' : 'library',
      });
      this.#libraries.set(key, crate);
    }
    return crate;
  }

  /**
   * Whether what a library declares may hang on its dependencies. Of a proc-macro crate only the names of its macros are
   * of interest, and these are declared in its root.
   */
  #mayUseDependencies(target: CargoTarget): boolean {
    if (target.crateType !== 'proc-macro') return true;
    return mayDeclareByCalls(this.#vfs.host.readFile(target.root) ?? '');
  }

  /** The libraries that a package's code can name. */
  #dependencies(
    pkg: Package,
    features: FeatureResolution,
    kinds: readonly ManifestDependency['kind'][],
  ): CrateDependency[] {
    const found = new Map<string, CrateDependency>();
    for (const dependency of features.dependenciesOf(pkg, kinds)) {
      const target = this.#packages.dependency(pkg, dependency);
      const crate = target && this.#library(target, features);
      if (crate === undefined) continue;
      const lib = this.#libraryTarget(target!);
      const renamed = dependency.key !== dependency.package;
      const name = renamed || !lib ? crateName(dependency.key) : lib.name;
      found.set(name, { crate, name, inPrelude: true });
    }
    return [...found.values()];
  }

  #profile(pkg: Package, target: CargoTarget): Profile {
    return this.#profileOf({
      name: pkg.name,
      // A package without a workspace is the only member of its own, whatever it has below it.
      isMember: this.#workspace.workspace
        ? this.#members.includes(pkg)
        : pkg.manifest.path === this.#workspace.path,
      isLocal: pkg.isLocal,
      isForHost: target.crateType === 'proc-macro',
    });
  }

  #cfg(pkg: Package, features: FeatureResolution, extra: readonly string[]): Set<string> {
    const cfg = new Set([...this.#commonCfg, ...extra]);
    for (const feature of features.featuresOf(pkg)) cfg.add(`feature="${feature}"`);
    if (pkg.manifest.package?.hasBuildScript) {
      const output = buildScriptOutput(this.#vfs.host, this.#buildDirectories, pkg);
      if (!output) this.#withoutBuildOutput.add(pkg.name);
      for (const option of output?.cfg ?? []) cfg.add(option);
    }
    return cfg;
  }

  /** What `env!` sees. */
  #env(pkg: Package, target: CargoTarget, all: readonly CargoTarget[]): Map<string, string> {
    const table = pkg.manifest.package!;
    const [version = '', pre = ''] = table.version.replace(/\+.*$/, '').split(/-(.*)/s);
    const [major = '', minor = '', patch = ''] = version.split('.');
    const env = new Map([
      ['CARGO_MANIFEST_DIR', pkg.manifest.directory],
      ['CARGO_MANIFEST_PATH', pkg.manifest.path],
      ['CARGO_PKG_NAME', table.name],
      ['CARGO_PKG_VERSION', table.version],
      ['CARGO_PKG_VERSION_MAJOR', major],
      ['CARGO_PKG_VERSION_MINOR', minor],
      ['CARGO_PKG_VERSION_PATCH', patch],
      ['CARGO_PKG_VERSION_PRE', pre],
      ['CARGO_PKG_AUTHORS', table.authors.join(':')],
      ['CARGO_PKG_DESCRIPTION', table.description],
      ['CARGO_PKG_HOMEPAGE', table.homepage],
      ['CARGO_PKG_REPOSITORY', table.repository],
      ['CARGO_PKG_LICENSE', table.license],
      ['CARGO_PKG_RUST_VERSION', table.rustVersion],
      ['CARGO_CRATE_NAME', crateName(target.name)],
    ]);
    if (target.kind === 'bin' || target.kind === 'example') env.set('CARGO_BIN_NAME', target.name);
    if (target.kind === 'test' || target.kind === 'bench') {
      const profile = this.#options.release ? 'release' : 'debug';
      for (const bin of all) {
        if (bin.kind !== 'bin') continue;
        env.set(`CARGO_BIN_EXE_${bin.name}`, `${this.#workspace.directory}/target/${profile}/${bin.name}`);
      }
    }
    const output = table.hasBuildScript
      ? buildScriptOutput(this.#vfs.host, this.#buildDirectories, pkg)
      : undefined;
    for (const [name, value] of output?.env ?? []) env.set(name, value);
    return env;
  }

  #missingBuildOutput(): string[] {
    const names = [...this.#withoutBuildOutput].sort();
    if (names.length === 0) return [];
    return [
      `Build scripts have not run for ${names.join(', ')}: \`cargo check\` in ${this.#workspace.directory} makes known what they configure.`,
    ];
  }
}

/** Where build scripts of dependencies have written: no more edited than the sources beside them. */
function generatedSources({ crates }: CrateGraph): string[] {
  const directories = crates.flatMap(({ origin, env }) =>
    origin === 'library' ? (env.get('OUT_DIR') ?? []) : [],
  );
  return [...new Set(directories)];
}

function rustflags(config: Readonly<Record<string, unknown>>): string {
  const flags = (config.build as Record<string, unknown> | undefined)?.rustflags;
  if (typeof flags === 'string') return flags;
  return Array.isArray(flags) ? flags.filter((flag) => typeof flag === 'string').join(' ') : '';
}

/** The options of `--cfg` among compiler flags. */
function flagCfgs(flags: string): string[] {
  return [...flags.matchAll(/--cfg[= ]\s*(\S+)/g)].map((match) => match[1]!.replace(/^['"]|['"]$/g, ''));
}
