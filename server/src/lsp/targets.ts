/**
 * Which target is looked at. A person may choose one, or all. Until then the target is taken that tells most about the
 * first file opened: a program that the file is compiled into rather than a library, in which generic functions mostly
 * have no copies at all.
 */
import type { CrateId } from '../hir/defs.ts';
import { cratesOfFile, filesOfCrate } from '../ide/fileDefs.ts';
import { configOf } from '../mono/config.ts';
import { isWithin, parentPath } from '../vfs/path.ts';
import type { Project, Projects, View } from './projects.ts';
import { allTargets, type TargetId, type TargetInfo } from './protocol.ts';

export interface Choice {
  readonly project: Project;
  readonly crate: CrateId;
  readonly info: TargetInfo;
}

export class Targets {
  readonly #projects: Projects;
  /** What a person chose; it stays when the target goes away for a while. */
  #chosen: TargetId | undefined;
  #default: TargetId | undefined;

  constructor(projects: Projects) {
    this.#projects = projects;
  }

  all(): Choice[] {
    return this.#projects.all.flatMap((project) =>
      project.targets.map(({ target, info }) => ({ project, crate: target.crate, info })),
    );
  }

  choose(target: TargetId | typeof allTargets): void {
    this.#chosen = target;
  }

  /** `all`, a target, or nothing where there is none. */
  active(): Choice | typeof allTargets | undefined {
    if (this.#chosen === allTargets) return allTargets;
    const targets = this.all();
    return (
      targets.find(({ info }) => info.id === this.#chosen) ??
      targets.find(({ info }) => info.id === this.#default) ??
      targets[0]
    );
  }

  /** Takes the target for a file as the default, unless there is a default that is still there. */
  setDefaultFor(path: string | undefined): void {
    const targets = this.all();
    if (targets.some(({ info }) => info.id === this.#default)) return;
    this.#default = defaultTarget(targets, path)?.info.id;
  }

  /** The programs that are looked at: one of each project that has an active target. */
  activeViews(): View[] {
    const active = this.active();
    if (active === undefined) return [];
    if (active !== allTargets) return [active.project.view([active.crate])];
    return this.#projects.all.flatMap((project) =>
      project.targets.length === 0 ? [] : [project.view(project.targets.map(({ target }) => target.crate))],
    );
  }

  /**
   * The program to look at a file in, and the crate that the file is a part of there: an active one, else that of the
   * first target which contains the file.
   */
  viewOfFile(path: string): { readonly view: View; readonly crate: CrateId } | undefined {
    const project = this.#projects.projectOf(path);
    if (!project || project.targets.length === 0) return undefined;
    const file = project.fileId(path);
    for (const view of this.activeViews()) {
      if (view.project !== project) continue;
      const crate = view.program.configs
        .map((config) => configOf(config).krate)
        .find((at) => filesOfCrate(project.db, at).has(file));
      if (crate !== undefined) return { view, crate };
    }
    const crates = cratesOfFile(project.db, file);
    const target = project.targets.find((candidate) => crates.includes(candidate.target.crate));
    if (!target) return undefined;
    return { view: project.view([target.target.crate]), crate: target.target.crate };
  }
}

const kindOrder: readonly TargetInfo['kind'][] = ['bin', 'lib', 'example', 'test', 'bench', 'build'];

/** By the places of the files alone: nothing is analysed yet. */
function defaultTarget(targets: readonly Choice[], path: string | undefined): Choice | undefined {
  const byKind = targets.toSorted((a, b) => kindOrder.indexOf(a.info.kind) - kindOrder.indexOf(b.info.kind));
  if (path === undefined) return byKind[0];
  const own = byKind.filter(({ info }) => info.root === path || isWithin(path, parentPath(info.root)));
  // The innermost root directory: `src/bin/tool/main.rs` and `src/lib.rs` both lie in `src`.
  const depth = Math.max(...own.map(({ info }) => parentPath(info.root).length));
  const nearest = own.filter(({ info }) => parentPath(info.root).length === depth);
  const best = nearest.find(({ info }) => info.root === path) ?? nearest[0];
  if (best?.info.kind !== 'lib') return best ?? byKind[0];
  const user = byKind.find(
    ({ info, project, crate }) => info.kind === 'bin' && links(project, crate, best.crate),
  );
  return user ?? best;
}

function links(project: Project, krate: CrateId, wanted: CrateId): boolean {
  const { crates } = project.loaded?.graph ?? { crates: [] };
  const reached = new Set<CrateId>([krate]);
  for (const at of reached) for (const { crate } of crates[at]?.dependencies ?? []) reached.add(crate);
  return reached.has(wanted);
}
