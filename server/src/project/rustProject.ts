/**
 * `rust-project.json`: a project as a list of crates, for build systems other than Cargo. The format is
 * rust-analyzer's ("Non-Cargo Based Projects" in its manual); what it says about running things is not read.
 */
import type { CrateId } from '../hir/defs.ts';
import { isWithin, joinPath, normalizePath, parentPath } from '../vfs/path.ts';
import type { Vfs } from '../vfs/vfs.ts';
import type { CrateDependency, CrateType } from './crateGraph.ts';
import { CrateGraphBuilder, toEdition } from './graphBuilder.ts';
import { devProfile, overrideProfile, releaseProfile } from './profile.ts';
import {
  type LoadedProject,
  ProjectError,
  type ProjectOptions,
  type Target,
  type TargetKind,
} from './project.ts';
import { findSysroot } from './sysroot.ts';
import { targetCfg } from './targetCfg.ts';

interface ProjectJson {
  readonly sysroot?: unknown;
  readonly sysroot_src?: unknown;
  readonly cfg_groups?: Readonly<Record<string, unknown>>;
  readonly crates?: unknown;
}

interface CrateJson {
  readonly display_name?: unknown;
  readonly root_module: string;
  readonly edition?: unknown;
  readonly deps?: readonly { readonly crate: number; readonly name: string }[];
  readonly is_workspace_member?: unknown;
  readonly is_proc_macro?: unknown;
  readonly cfg?: unknown;
  readonly cfg_groups?: unknown;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly target?: unknown;
  readonly build?: { readonly target_kind?: unknown };
}

/** Loads the crates that a `rust-project.json` lists. Throws a {@link ProjectError} if it cannot be read. */
export function loadRustProject(vfs: Vfs, path: string, options: ProjectOptions): LoadedProject {
  const file = normalizePath(path);
  const directory = parentPath(file);
  const text = vfs.host.readFile(file);
  if (text === undefined) throw new ProjectError(`cannot read ${file}: no such file`);
  const project = parse(file, text);
  const crates = crateList(file, project.crates);

  const given = string(project.sysroot_src) ?? string(project.sysroot);
  const sysrootSrc = options.sysrootSrc ?? (given === undefined ? undefined : joinPath(directory, given));
  const sysroot = findSysroot(vfs.host, directory, { ...options, sysrootSrc });
  const target = options.target ?? crates.map((c) => string(c.target)).find(Boolean) ?? sysroot.hostTarget;
  const builder = new CrateGraphBuilder(vfs);
  builder.addSysroot(sysroot, target);

  const profile = options.release
    ? releaseProfile
    : overrideProfile(devProfile, { incremental: options.incremental ?? true });
  const problems: string[] = [];
  const targets: Target[] = [];
  const libraryRoots = new Set(sysroot.directories);
  const ids: (CrateId | undefined)[] = [];
  const active = new Set<number>();

  // The list is in no order: what a crate depends on is added before it.
  const add = (index: number): CrateId | undefined => {
    if (ids[index] !== undefined) return ids[index];
    const crate = crates[index];
    if (!crate || active.has(index)) return undefined;
    active.add(index);
    const dependencies: CrateDependency[] = [];
    for (const dep of Array.isArray(crate.deps) ? crate.deps : []) {
      const id = add(dep.crate);
      if (id !== undefined && typeof dep.name === 'string') {
        dependencies.push({ crate: id, name: dep.name.replaceAll('-', '_'), inPrelude: true });
      }
    }
    active.delete(index);
    const root = joinPath(directory, crate.root_module);
    const groups = strings(crate.cfg_groups).flatMap((group) => strings(project.cfg_groups?.[group]));
    const cfg = new Set([...targetCfg(string(crate.target) ?? target), ...groups, ...strings(crate.cfg)]);
    const isMember =
      typeof crate.is_workspace_member === 'boolean' ? crate.is_workspace_member : isWithin(root, directory);
    const kind = targetKind(crate, root);
    const isTest = kind === 'test' || kind === 'bench';
    const crateType: CrateType = crate.is_proc_macro === true ? 'proc-macro' : kind === 'lib' ? 'lib' : 'bin';
    const name = (string(crate.display_name) ?? `crate_${index}`).replaceAll('-', '_');
    if (vfs.host.kindOf(root) !== 'file') problems.push(`${file}: there is no file ${root} for \`${name}\`.`);
    if (!isMember) libraryRoots.add(parentPath(root));
    const id = builder.add({
      root,
      name,
      edition: toEdition(crate.edition) ?? '2021',
      crateType,
      isTest,
      profile: isMember ? profile : { ...profile, incremental: false },
      cfg,
      env: new Map(
        Object.entries(crate.env ?? {}).flatMap(([key, value]) =>
          typeof value === 'string' ? [[key, value] as const] : [],
        ),
      ),
      dependencies,
      origin: isMember ? 'local' : 'library',
    });
    ids[index] = id;
    if (isMember && crateType !== 'proc-macro') {
      targets.push({ crate: id, package: undefined, name, kind, root, isTest });
    }
    return id;
  };
  crates.forEach((_, index) => void add(index));

  return {
    graph: builder.build(),
    targets,
    sysroot,
    target,
    libraryRoots: [...libraryRoots],
    manifests: [file],
    problems,
  };
}

/** What the build system says, else what the name of the root file says. */
function targetKind(crate: CrateJson, root: string): TargetKind {
  const written = crate.build?.target_kind;
  if (written === 'bin' || written === 'lib' || written === 'test') return written;
  return /(^|\/)main\.rs$/.test(root) ? 'bin' : 'lib';
}

function parse(file: string, text: string): ProjectJson {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as ProjectJson;
  } catch {
    // Told below, as for any other value that is no object.
  }
  throw new ProjectError(`cannot read ${file}: it is not valid JSON`);
}

function crateList(file: string, crates: unknown): CrateJson[] {
  if (!Array.isArray(crates)) throw new ProjectError(`${file} lists no crates`);
  return crates.map((crate: unknown, index) => {
    const root = (crate as Partial<CrateJson> | null)?.root_module;
    if (typeof root !== 'string') throw new ProjectError(`${file}: crate ${index} has no root_module`);
    return crate as CrateJson;
  });
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((v) => typeof v === 'string') : [];
}
