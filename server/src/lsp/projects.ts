/**
 * The projects that the server analyses: the Cargo workspaces in the client's folders, and, for files that belong to
 * none of these, the workspace around the file or the file by itself. Each has a database of its own.
 */
import type { CancellationToken } from '../base/cancellation.ts';
import type { CrateId, FileId } from '../hir/defs.ts';
import { setCrateGraph } from '../hir/inputs.ts';
import { Printers } from '../ide/itemInfo.ts';
import { MonoItemGroups } from '../ide/monoItems.ts';
import { type Program, programOf } from '../ide/program.ts';
import type { CollectConfig } from '../mono/config.ts';
import type { Survey } from '../mono/survey.ts';
import { attachProcMacros } from '../procMacro/attachProcMacros.ts';
import type { ProcMacroServer } from '../procMacro/procMacroServer.ts';
import { findManifest, loadWorkspace } from '../project/cargo/loadWorkspace.ts';
import type { CrateGraph } from '../project/crateGraph.ts';
import { loadFile } from '../project/loadFile.ts';
import { devProfile, overrideProfile, releaseProfile } from '../project/profile.ts';
import { type LoadedProject, ProjectError, type Target } from '../project/project.ts';
import { withRustdocSources } from '../project/rustdocSources.ts';
import { Database } from '../query/database.ts';
import { finish, noSaving, type Saving } from '../vfs/cacheDirectory.ts';
import type { GraphStore } from '../vfs/graphStore.ts';
import { attachGraphStores } from '../vfs/graphStores.ts';
import type { Host } from '../vfs/host.ts';
import { attachStdItemTrees, type ItemTreeStore, itemTreeStorePath } from '../vfs/itemTreeStore.ts';
import { nodeHost } from '../vfs/nodeHost.ts';
import { isWithin, parentPath } from '../vfs/path.ts';
import { makeTreesAhead, type TreesAhead } from '../vfs/treesAhead.ts';
import { applyChanges, attachVfs, createVfs, type FileChange, type Vfs } from '../vfs/vfs.ts';
import { Converter, type PositionEncoding } from './convert.ts';
import type { Documents } from './documents.ts';
import type { TargetInfo } from './protocol.ts';
import { collectOptions, type Settings } from './settings.ts';

export interface ProjectContext {
  readonly minicore: string;
  readonly cancellation: CancellationToken;
  readonly documents: Documents;
  readonly encoding: () => PositionEncoding;
  readonly settings: () => Settings;
  /** Programs of the workspace may be run. */
  readonly isTrusted: () => boolean;
}

/** What is known of one revision of a program; made anew after every change. */
export interface View {
  readonly project: Project;
  readonly program: Program;
  readonly printers: Printers;
  groups(): MonoItemGroups;
  /** What is known before the program is collected for the first time. */
  survey: Survey | undefined;
}

/** By then a first analysis has read all of std that it is going to. */
const storeLifetime = 120_000;
/** Milliseconds without an analysis. */
const savedAfter = 3000;

export class Project {
  /** Tells ids of one project from those of another. */
  readonly id: number;
  /** The manifest, or the root file of a crate that has none. */
  readonly path: string;
  readonly directory: string;
  readonly db = new Database();
  readonly vfs: Vfs;
  readonly convert: Converter;
  loaded: LoadedProject | undefined;
  /** Why it could not be loaded. */
  failure: string | undefined;
  targets: readonly { readonly target: Target; readonly info: TargetInfo }[] = [];

  /** The std whose item trees are attached. */
  #library: string | undefined;
  /** What keeps on the disk what will be known of libraries. */
  #itemTrees: ItemTreeStore | undefined;
  #ahead: TreesAhead | undefined;
  #stores: readonly GraphStore[] = [];
  #saving: NodeJS.Timeout | undefined;
  #stepsOfSaving: Saving = noSaving();
  #isSaved = false;
  #macros: ProcMacroServer | undefined;
  readonly #context: ProjectContext;
  readonly #views = new Map<string, { readonly revision: number; readonly view: View }>();

  constructor(id: number, path: string, host: Host, context: ProjectContext) {
    this.id = id;
    this.path = path;
    this.directory = parentPath(path);
    this.#context = context;
    this.vfs = createVfs(host);
    attachVfs(this.db, this.vfs);
    this.db.cancellation = context.cancellation;
    this.convert = new Converter(
      this.db,
      this.vfs,
      context.encoding(),
      (file) => context.documents.atPath(file)?.uri,
    );
    this.applyChanges(
      [...context.documents.all()].map(({ path: file, text }) => ({ kind: 'Open', path: file, text })),
    );
  }

  get isCargo(): boolean {
    return this.path.endsWith('/Cargo.toml');
  }

  /** Reads the manifests again. Throws nothing: what is wrong is in `failure` and `loaded.problems`. */
  load(): void {
    const settings = this.#context.settings();
    const { cargo, sysrootSource, analysis, procMacros } = settings;
    const flags = cargo.cfg.map((option) => `--cfg ${option}`);
    const options = {
      env: {
        ...process.env,
        RUSTFLAGS: [process.env.RUSTFLAGS, ...flags].filter(Boolean).join(' ') || undefined,
      },
      minicore: this.#context.minicore,
      sysrootSrc: sysrootSource,
      release: analysis.release,
      incremental: analysis.incremental ? undefined : false,
    };
    try {
      const loaded = this.isCargo
        ? loadWorkspace(this.vfs, this.path, {
            ...options,
            wholeWorkspace: true,
            unitTests: true,
            features: cargo.features === 'all' ? [] : cargo.features,
            allFeatures: cargo.features === 'all',
            noDefaultFeatures: cargo.noDefaultFeatures,
            procMacros: procMacros && this.#context.isTrusted(),
          })
        : loadFile(this.vfs, this.path, {
            ...options,
            edition: '2021',
            cfg: cargo.cfg,
            profile: overrideProfile(analysis.release ? releaseProfile : devProfile, {
              incremental: analysis.incremental && !analysis.release,
            }),
          });
      this.vfs.setLibraryRoots(loaded.libraryRoots);
      setCrateGraph(this.db, loaded.graph);
      this.#macros?.close();
      this.#macros = attachProcMacros(this.db, loaded.sysroot);
      this.#rememberLibrary(loaded.sysroot.library);
      this.#rememberLibraries(loaded.graph);
      this.loaded = loaded;
      this.failure = undefined;
      this.targets = describeTargets(loaded);
    } catch (error) {
      if (!(error instanceof ProjectError)) throw error;
      // What was loaded before stays: a manifest is often wrong while it is edited.
      this.failure = error.message;
    }
  }

  /** Has std's item trees read from the disk, or kept there once they have been made. */
  #rememberLibrary(library: string): void {
    if (this.#library === library) return;
    this.#library = library;
    const path = itemTreeStorePath(library, process.env);
    if (path === undefined) return;
    const store = attachStdItemTrees(this.db, this.vfs, library, path);
    this.#itemTrees = store;
    setTimeout(() => store.close(), storeLifetime).unref();
  }

  /** Has what is known of the libraries of this crate graph read from the disk, or kept there once it is known. */
  #rememberLibraries(graph: CrateGraph): void {
    clearTimeout(this.#saving);
    // What is being written is of the graph before.
    this.#stepsOfSaving.return();
    const { trees, all } = attachGraphStores(this.db, this.vfs, graph, process.env);
    this.#ahead?.close();
    const ahead = makeTreesAhead(this.vfs, graph, graph.crates.keys() as Iterable<CrateId>, {
      ...(this.#itemTrees && { lang: this.#itemTrees }),
      library: trees,
    });
    this.#ahead = ahead;
    setTimeout(() => {
      trees.close();
      ahead?.close();
    }, storeLifetime).unref();
    this.#stores = all;
    this.#isSaved = false;
  }

  /**
   * An analysis is finished. The first one has found out most of what is worth to be kept; it is written in a pause, and
   * in steps, as that takes longer than a key stroke.
   */
  saveSoon(): void {
    if (this.#isSaved) return;
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => {
      this.#isSaved = true;
      this.#stepsOfSaving = this.#save();
      this.#goOnSaving();
    }, savedAfter).unref();
  }

  /** Between two steps, whatever else there is to do is done. */
  #goOnSaving(): void {
    const { done } = this.#stepsOfSaving.next();
    if (!done) this.#saving = setTimeout(() => this.#goOnSaving()).unref();
  }

  /** Writes what is new of what is known of libraries, and is not yet written. */
  save(): void {
    clearTimeout(this.#saving);
    this.#isSaved = true;
    finish(this.#stepsOfSaving);
    finish(this.#save());
  }

  *#save(): Saving {
    if (this.#itemTrees) yield* this.#itemTrees.saving();
    for (const store of this.#stores) yield* store.saving();
  }

  /** Ends what runs for it. */
  close(): void {
    this.#macros?.close();
    this.#ahead?.close();
  }

  applyChanges(changes: readonly FileChange[]): boolean {
    return applyChanges(this.db, this.vfs, changes);
  }

  /** Whether a file on the disk says what the project is. */
  isManifest(path: string): boolean {
    return this.isCargo && (path === this.path || (this.loaded?.manifests.includes(path) ?? false));
  }

  owns(path: string): boolean {
    return this.isCargo ? isWithin(path, this.directory) : path === this.path;
  }

  /** The program of some of its targets, as it is now. */
  view(crates: readonly CrateId[]): View {
    const options = collectOptions(this.#context.settings());
    const key = `${crates.join()}|${JSON.stringify(options)}`;
    const known = this.#views.get(key);
    if (known && known.revision === this.db.revision) return known.view;
    const program = programOf(this.db, crates, options);
    const printers = new Printers(this.db, this.directory);
    let groups: MonoItemGroups | undefined;
    const view: View = {
      project: this,
      program,
      printers,
      groups: () => (groups ??= new MonoItemGroups(program, printers)),
      survey: undefined,
    };
    // Old revisions are of no use, and few programs are looked at in turn.
    if (this.#views.size > 8) this.#views.clear();
    this.#views.set(key, { revision: this.db.revision, view });
    return view;
  }

  /** Another way to look at targets, for one question. */
  programWith(crates: readonly CrateId[], options: Partial<Omit<CollectConfig, 'krate'>>): Program {
    return programOf(this.db, crates, { ...collectOptions(this.#context.settings()), ...options });
  }

  fileId(path: string): FileId {
    return this.vfs.fileId(path);
  }
}

function describeTargets(loaded: LoadedProject): { target: Target; info: TargetInfo }[] {
  const ids = new Set<string>();
  return loaded.targets.map((target) => {
    const isUnitTest =
      target.kind === 'test' && loaded.targets.some((t) => t !== target && t.root === target.root);
    const packageName = target.package ?? target.name;
    const base = `${packageName}/${isUnitTest ? 'unit-test' : target.kind}/${target.name}`;
    let id = base;
    for (let n = 2; ids.has(id); n++) id = `${base}/${n}`;
    ids.add(id);
    const name = isUnitTest ? `${target.name} unit tests` : target.name;
    return { target, info: { id, name, packageName, kind: target.kind, root: target.root } };
  });
}

/** All projects of the session. */
export class Projects {
  readonly #context: ProjectContext;
  readonly #host: Host = withRustdocSources(nodeHost);
  readonly #projects: Project[] = [];
  #nextId = 0;

  constructor(context: ProjectContext) {
    this.#context = context;
  }

  get all(): readonly Project[] {
    return this.#projects;
  }

  /** Finds the Cargo workspaces in a folder. They are not loaded yet. */
  addFolder(directory: string): void {
    for (const manifest of manifestsIn(this.#host, directory)) this.#add(manifest);
  }

  /** Forgets the projects in a folder that is no longer open. */
  removeFolder(directory: string): void {
    for (let i = this.#projects.length - 1; i >= 0; i--) {
      if (isWithin(this.#projects[i]!.path, directory)) this.#projects.splice(i, 1)[0]!.close();
    }
  }

  /** Makes sure that an open file belongs to a project. */
  addFile(path: string): void {
    if (!path.endsWith('.rs') || this.projectOf(path)) return;
    // Sources of dependencies and of std are looked at, not worked on.
    if (this.#projects.some(({ loaded }) => loaded?.libraryRoots.some((root) => isWithin(path, root))))
      return;
    let manifest: string | undefined;
    try {
      manifest = findManifest(this.#host, parentPath(path));
    } catch (error) {
      if (!(error instanceof ProjectError)) throw error;
    }
    this.#add(manifest ?? path);
  }

  #add(path: string): void {
    if (this.#projects.some((project) => project.path === path)) return;
    this.#projects.push(new Project(this.#nextId++, path, this.#host, this.#context));
  }

  /** The innermost project that a file lies in. */
  projectOf(path: string): Project | undefined {
    let best: Project | undefined;
    for (const project of this.#projects) {
      if (!project.owns(path)) continue;
      if (!best || project.directory.length > best.directory.length) best = project;
    }
    return best;
  }

  projectById(id: number): Project | undefined {
    return this.#projects.find((project) => project.id === id);
  }
}

/** Folders without a manifest of their own are searched this deep. */
const searchDepth = 2;

function manifestsIn(host: Host, directory: string, depth = searchDepth): string[] {
  const manifest = `${directory}/Cargo.toml`;
  if (host.kindOf(manifest) === 'file') return [manifest];
  if (depth === 0) return [];
  const found: string[] = [];
  for (const { name, isDirectory } of host.readDirectory(directory) ?? []) {
    if (!isDirectory || name.startsWith('.') || name === 'target' || name === 'node_modules') continue;
    found.push(...manifestsIn(host, `${directory}/${name}`, depth - 1));
  }
  return found;
}
