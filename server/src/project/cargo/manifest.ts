/**
 * `Cargo.toml`, read into the form that the rest works with: inheritance from the workspace applied, both spellings of
 * keys accepted, dependencies flattened to one list. Keys that say nothing to an analysis are not read.
 */
import { parseCfg } from '../../hir/attrText.ts';
import type { Host } from '../../vfs/host.ts';
import { baseName, joinPath, parentPath } from '../../vfs/path.ts';
import type { CfgExpr } from '../cfg.ts';
import type { Edition } from '../crateGraph.ts';
import { toEdition } from '../graphBuilder.ts';
import { ProjectError } from '../project.ts';
import { tryToml } from '../sysroot.ts';

type Table = Readonly<Record<string, unknown>>;

export interface Manifest {
  /** Path of the file, and the directory it is in. */
  readonly path: string;
  readonly directory: string;
  readonly package: PackageTable | undefined;
  readonly workspace: WorkspaceTable | undefined;
  readonly dependencies: readonly ManifestDependency[];
  readonly features: ReadonlyMap<string, readonly string[]>;
  readonly lib: TargetTable | undefined;
  readonly bins: readonly TargetTable[];
  readonly examples: readonly TargetTable[];
  readonly tests: readonly TargetTable[];
  readonly benches: readonly TargetTable[];
  /** `[patch.*]`: packages that replace those of a registry, by path. */
  readonly patches: readonly { readonly name: string; readonly directory: string }[];
  readonly profiles: Table;
}

export interface PackageTable {
  readonly name: string;
  readonly version: string;
  readonly edition: Edition;
  readonly resolver: string | undefined;
  readonly autolib: boolean;
  readonly autobins: boolean;
  readonly autoexamples: boolean;
  readonly autotests: boolean;
  readonly autobenches: boolean;
  /** The build script, if there is one. */
  readonly hasBuildScript: boolean;
  readonly authors: readonly string[];
  readonly description: string;
  readonly homepage: string;
  readonly repository: string;
  readonly license: string;
  readonly rustVersion: string;
}

export interface WorkspaceTable {
  readonly members: readonly string[];
  readonly exclude: readonly string[];
  readonly defaultMembers: readonly string[] | undefined;
  readonly resolver: string | undefined;
}

export interface TargetTable {
  readonly name: string | undefined;
  readonly path: string | undefined;
  readonly crateTypes: readonly string[];
  readonly procMacro: boolean;
  /** `false`: built without the test harness, as a program. */
  readonly harness: boolean;
  readonly edition: Edition | undefined;
  readonly requiredFeatures: readonly string[];
}

export interface ManifestDependency {
  /** The key: what features call it, and the crate's name if it is renamed. */
  readonly key: string;
  /** The name of the package. */
  readonly package: string;
  readonly kind: 'normal' | 'dev' | 'build';
  readonly requirement: string | undefined;
  /** Directory of a path dependency. */
  readonly directory: string | undefined;
  readonly isGit: boolean;
  readonly optional: boolean;
  readonly defaultFeatures: boolean;
  readonly features: readonly string[];
  /** `[target.'cfg(…)'.dependencies]`: a condition, or a target triple. */
  readonly target: CfgExpr | string | undefined;
}

/** Reads a manifest. Throws a {@link ProjectError} if there is none, or if it is no TOML. */
export function readManifest(host: Host, path: string): Manifest {
  const text = host.readFile(path);
  if (text === undefined) throw new ProjectError(`cannot read ${path}: no such file`);
  const root = tryToml(text);
  if (root === undefined) throw new ProjectError(`cannot read ${path}: it is not valid TOML`);
  const directory = parentPath(path);
  let shared: Inherited | undefined;
  const inherited = (): Inherited => {
    shared ??= workspaceInheritance(host, path, root);
    return shared;
  };
  return {
    path,
    directory,
    package: packageTable(host, directory, table(root.package ?? root.project), inherited),
    workspace: workspaceTable(table(root.workspace)),
    dependencies: dependencies(directory, root, inherited),
    features: features(table(root.features)),
    lib: root.lib === undefined ? undefined : targetTable(table(root.lib)),
    bins: tables(root.bin).map(targetTable),
    examples: tables(root.example).map(targetTable),
    tests: tables(root.test).map(targetTable),
    benches: tables(root.bench).map(targetTable),
    patches: patches(directory, root),
    profiles: table(root.profile) ?? {},
  };
}

/** The manifest of the workspace that a manifest belongs to: its own, or the nearest above that has a `[workspace]`. */
export function findWorkspaceManifest(host: Host, manifestPath: string): string {
  const own = tryToml(host.readFile(manifestPath) ?? '') ?? {};
  if (own.workspace !== undefined) return manifestPath;
  const pointer = table(own.package)?.workspace;
  if (typeof pointer === 'string') return joinPath(joinPath(parentPath(manifestPath), pointer), 'Cargo.toml');
  for (let at = parentPath(parentPath(manifestPath)); ; at = parentPath(at)) {
    const candidate = joinPath(at, 'Cargo.toml');
    const text = host.kindOf(candidate) === 'file' ? host.readFile(candidate) : undefined;
    const root = text === undefined ? undefined : tryToml(text);
    const workspace = table(root?.workspace);
    if (workspace) {
      const excluded = strings(workspace.exclude).map((path) => joinPath(at, path));
      const directory = parentPath(manifestPath);
      if (!excluded.some((path) => directory === path || directory.startsWith(`${path}/`))) return candidate;
    }
    if (at === parentPath(at)) return manifestPath;
  }
}

interface Inherited {
  readonly directory: string;
  readonly package: Table;
  readonly dependencies: Table;
}

function workspaceInheritance(host: Host, path: string, root: Table): Inherited {
  const workspacePath = findWorkspaceManifest(host, path);
  const workspaceRoot = workspacePath === path ? root : (tryToml(host.readFile(workspacePath) ?? '') ?? {});
  const workspace = table(workspaceRoot.workspace) ?? {};
  return {
    directory: parentPath(workspacePath),
    package: table(workspace.package) ?? {},
    dependencies: table(workspace.dependencies) ?? {},
  };
}

function packageTable(
  host: Host,
  directory: string,
  written: Table | undefined,
  inherited: () => Inherited,
): PackageTable | undefined {
  if (!written) return undefined;
  const get = (key: string): unknown => {
    const value = written[key];
    return table(value)?.workspace === true ? inherited().package[key] : value;
  };
  const text = (key: string): string => string(get(key)) ?? '';
  const flag = (key: string): boolean => get(key) !== false;
  const build = get('build');
  return {
    name: text('name') || baseName(directory),
    version: text('version') || '0.0.0',
    edition: toEdition(get('edition')) ?? '2015',
    resolver: string(get('resolver')),
    autolib: flag('autolib'),
    autobins: flag('autobins'),
    autoexamples: flag('autoexamples'),
    autotests: flag('autotests'),
    autobenches: flag('autobenches'),
    hasBuildScript:
      build === undefined
        ? host.kindOf(`${directory}/build.rs`) === 'file'
        : typeof build === 'string' || build === true,
    authors: strings(get('authors')),
    description: text('description'),
    homepage: text('homepage'),
    repository: text('repository'),
    license: text('license'),
    rustVersion: text('rust-version'),
  };
}

function workspaceTable(written: Table | undefined): WorkspaceTable | undefined {
  return (
    written && {
      members: strings(written.members),
      exclude: strings(written.exclude),
      defaultMembers:
        written['default-members'] === undefined ? undefined : strings(written['default-members']),
      resolver: string(written.resolver),
    }
  );
}

function targetTable(written: Table | undefined): TargetTable {
  const crateTypes = written?.['crate-type'] ?? written?.crate_type;
  return {
    name: string(written?.name),
    path: string(written?.path),
    crateTypes: typeof crateTypes === 'string' ? [crateTypes] : strings(crateTypes),
    procMacro: (written?.['proc-macro'] ?? written?.proc_macro) === true,
    harness: written?.harness !== false,
    edition: toEdition(written?.edition),
    requiredFeatures: strings(written?.['required-features']),
  };
}

const kinds = [
  ['dependencies', 'normal'],
  ['dev-dependencies', 'dev'],
  ['dev_dependencies', 'dev'],
  ['build-dependencies', 'build'],
  ['build_dependencies', 'build'],
] as const;

function dependencies(directory: string, root: Table, inherited: () => Inherited): ManifestDependency[] {
  const found: ManifestDependency[] = [];
  const collect = (from: Table, target: ManifestDependency['target']): void => {
    for (const [section, kind] of kinds) {
      for (const [key, written] of Object.entries(table(from[section]) ?? {})) {
        found.push(dependency(directory, key, written, kind, target, inherited));
      }
    }
  };
  collect(root, undefined);
  for (const [condition, section] of Object.entries(table(root.target) ?? {})) {
    const cfg = /^\s*cfg\s*\(([\s\S]*)\)\s*$/.exec(condition);
    collect(table(section) ?? {}, cfg ? parseCfg(cfg[1]!) : condition);
  }
  return found;
}

function dependency(
  directory: string,
  key: string,
  written: unknown,
  kind: ManifestDependency['kind'],
  target: ManifestDependency['target'],
  inherited: () => Inherited,
): ManifestDependency {
  const own = table(written) ?? {};
  let base: Table = typeof written === 'string' ? { version: written } : own;
  let from = directory;
  let extraFeatures: readonly string[] = [];
  if (own.workspace === true) {
    const shared = inherited();
    const common = shared.dependencies[key];
    base = typeof common === 'string' ? { version: common } : (table(common) ?? {});
    from = shared.directory;
    extraFeatures = strings(own.features);
  }
  const path = string(base.path);
  const packageName = string(base.package) ?? key;
  const defaults = (t: Table): unknown => t['default-features'] ?? t.default_features;
  return {
    key,
    package: packageName,
    kind,
    requirement: string(base.version),
    directory: path === undefined ? undefined : joinPath(from, path),
    isGit: base.git !== undefined,
    optional: (own.workspace === true ? own.optional : base.optional) === true,
    // A member may not switch off what the workspace leaves on.
    defaultFeatures: defaults(base) !== false || (own.workspace === true && defaults(own) === true),
    features: [...strings(base.features), ...extraFeatures],
    target,
  };
}

function features(written: Table | undefined): Map<string, readonly string[]> {
  return new Map(Object.entries(written ?? {}).map(([name, values]) => [name, strings(values)]));
}

function patches(directory: string, root: Table): { name: string; directory: string }[] {
  const found: { name: string; directory: string }[] = [];
  const collect = (section: Table | undefined): void => {
    for (const [key, written] of Object.entries(section ?? {})) {
      const patch = table(written);
      const path = string(patch?.path);
      if (path !== undefined) {
        found.push({ name: string(patch?.package) ?? key, directory: joinPath(directory, path) });
      }
    }
  };
  for (const source of Object.values(table(root.patch) ?? {})) collect(table(source));
  return found;
}

function table(value: unknown): Table | undefined {
  return isTable(value) ? value : undefined;
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tables(value: unknown): Table[] {
  return Array.isArray(value) ? value.flatMap((v: unknown): Table[] => (isTable(v) ? [v] : [])) : [];
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((v) => typeof v === 'string') : [];
}
