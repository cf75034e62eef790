/** Loads what a command is about: the database with the project in it, the target, and how it is compiled. */
import { statSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { displayRoot, setCrateGraph } from '../hir/inputs.ts';
import { type CollectConfig, type ConfigId, internConfig } from '../mono/config.ts';
import { attachProcMacros } from '../procMacro/attachProcMacros.ts';
import { loadWorkspace } from '../project/cargo/loadWorkspace.ts';
import { withFlags } from '../project/crateGraph.ts';
import { loadFile } from '../project/loadFile.ts';
import { type ProfileOverrides, rustcProfile } from '../project/profile.ts';
import { type LoadedProject, ProjectError, type Target } from '../project/project.ts';
import { withRustdocSources } from '../project/rustdocSources.ts';
import { Database } from '../query/database.ts';
import { loadParser, setParser } from '../syntax/parser.ts';
import { TyPrinter } from '../ty/print.ts';
import { type AnswerStore, answerStore } from '../vfs/answerStore.ts';
import { finish } from '../vfs/cacheDirectory.ts';
import { graphStorePath } from '../vfs/graphStore.ts';
import { attachGraphStores } from '../vfs/graphStores.ts';
import { attachStdItemTrees, itemTreeStorePath } from '../vfs/itemTreeStore.ts';
import { openMacroAnswers } from '../vfs/macroAnswerStore.ts';
import { nodeHost } from '../vfs/nodeHost.ts';
import { normalizePath } from '../vfs/path.ts';
import { makeTreesAhead } from '../vfs/treesAhead.ts';
import { attachVfs, createVfs } from '../vfs/vfs.ts';
import { InputError, UsageError } from './errors.ts';
import { type CommonOptions, type CompilerFlags, compilerFlags } from './options.ts';
import type { Progress } from './progress.ts';

export interface Session {
  readonly db: Database;
  readonly project: LoadedProject;
  readonly target: Target;
  readonly config: CollectConfig;
  readonly id: ConfigId;
  readonly printer: TyPrinter;
  /** Remarks for stderr: ignored flags, missing dependencies. */
  readonly notes: readonly string[];
  /** What the analysis was not sure of, for stderr; filled while it goes on. */
  readonly warnings: string[];
  readonly answers: AnswerStore;
}

export async function openSession(
  input: string,
  options: CommonOptions,
  progress: Progress,
): Promise<Session> {
  const flags = compilerFlags(options.codegen, options.unstable);
  const path = options.manifestPath ?? input;
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new InputError(`${path} does not exist`);
  const isFile = stat.isFile() && !path.endsWith('.toml');
  checkOptions(options, isFile, path);

  setParser(await loadParser());
  progress.report('Loading the project');
  const vfs = createVfs(withRustdocSources(nodeHost));
  const shared = {
    env: process.env,
    minicore: minicorePath(),
    sysrootSrc: options.sysrootSrc,
    release: options.release ?? false,
  };
  const given = profileOverrides(options, flags);
  let project: LoadedProject;
  let root: string;
  try {
    if (isFile) {
      project = loadFile(vfs, resolve(path), {
        ...shared,
        crateName: options.crateName,
        crateType: options.crateType,
        edition: options.edition,
        cfg: options.cfg,
        profile: rustcProfile({ ...given, optLevel: flags.optLevel ?? (options.release ? 3 : 0) }),
        externs: options.extern.map(parseExtern),
      });
      root = isAbsolute(path) ? '' : normalizePath(process.cwd());
    } else {
      project = loadWorkspace(vfs, resolve(path), {
        ...shared,
        ...(options.package === undefined ? {} : { packages: [options.package] }),
        features: options.features,
        allFeatures: options.allFeatures ?? false,
        noDefaultFeatures: !options.defaultFeatures,
        procMacros: options.procMacros,
      });
      root = workspaceRoot(project, path);
    }
  } catch (error) {
    if (error instanceof ProjectError) throw new InputError(error.message);
    throw error;
  }
  const target = chooseTarget(project.targets, options);
  // As `cargo rustc` does: flags are for the last crate alone.
  const graph = isFile ? project.graph : withFlags(project.graph, target.crate, given);
  vfs.setLibraryRoots(project.libraryRoots);
  const db = new Database({ isFrozen: true });
  attachVfs(db, vfs);
  db.setResource(displayRoot, root);
  setCrateGraph(db, graph);
  const { library } = project.sysroot;
  const storePath = itemTreeStorePath(library, process.env);
  const macroAnswers = openMacroAnswers(graphStorePath('macros', vfs, graph, process.env));
  const std = storePath === undefined ? undefined : attachStdItemTrees(db, vfs, library, storePath);
  const { trees, ownTrees, all } = attachGraphStores(db, vfs, graph, process.env, { takesOwn: true });
  makeTreesAhead(vfs, graph, [target.crate], {
    ...(std && { lang: std }),
    library: trees,
    ...(ownTrees && { local: ownTrees }),
  });
  const stores = [...(std ? [std] : []), ...all, ...(macroAnswers ? [macroAnswers] : [])];
  process.once('exit', () => {
    for (const store of stores) finish(store.saving());
  });
  const macros = attachProcMacros(db, project.sysroot, macroAnswers);
  process.once('exit', () => macros?.close());
  const config: CollectConfig = {
    krate: target.crate,
    strategy: options.strategy ?? (flags.linkDeadCode ? 'eager' : 'lazy'),
    shareGenerics: flags.shareGenerics,
    polymorphize: options.polymorphize ?? flags.polymorphize,
  };
  progress.report(`Analysing ${target.name}`);
  return {
    db,
    project,
    target,
    config,
    id: internConfig(config),
    printer: new TyPrinter(db, target.crate),
    notes: [...project.problems, ...ignoredNote(flags)],
    warnings: [],
    answers: answerStore(db, vfs, graph, process.env),
  };
}

/** What the command line says of the profile. */
function profileOverrides(options: CommonOptions, flags: CompilerFlags): ProfileOverrides {
  const { optLevel, debugAssertions, overflowChecks, codegenUnits, panic, inlineMir, debugVariables } = flags;
  const incremental = (options.incremental ?? flags.incremental) || undefined;
  return {
    optLevel,
    debugAssertions,
    overflowChecks,
    codegenUnits,
    panic,
    inlineMir,
    debugVariables,
    incremental,
  };
}

function ignoredNote({ ignored }: CompilerFlags): string[] {
  if (ignored.length === 0) return [];
  return [
    `ignored, as ${ignored.length === 1 ? 'it has' : 'they have'} no bearing on collection: ${ignored.join(' ')}`,
  ];
}

/** The small std lies beside the bundle; when run from the sources, beside `src`. */
function minicorePath(): string {
  const bundled = fileURLToPath(new URL('./minicore', import.meta.url));
  return statSync(bundled, { throwIfNoEntry: false })
    ? bundled
    : fileURLToPath(new URL('../../minicore', import.meta.url));
}

function checkOptions(options: CommonOptions, isFile: boolean, path: string): void {
  const given = Object.entries({
    '--package': options.package,
    '--bin': options.bin,
    '--lib': options.lib,
    '--example': options.example,
    '--test': options.test,
    '--all-features': options.allFeatures,
    '--features': options.features.length > 0 ? options.features : undefined,
  }).filter(([, value]) => value !== undefined);
  if (isFile && given.length > 0) {
    throw new UsageError(`${given[0]![0]} is for Cargo packages, and ${path} is a file`);
  }
  const chosen = [options.bin, options.lib, options.example, options.test].filter(
    (value) => value !== undefined,
  );
  if (chosen.length > 1) throw new UsageError('choose one of --bin, --lib, --example and --test');
  const forFiles = Object.entries({
    '--crate-name': options.crateName,
    '--crate-type': options.crateType,
    '--edition': options.edition,
    '--extern': options.extern.length > 0 ? options.extern : undefined,
  }).filter(([, value]) => value !== undefined);
  if (!isFile && forFiles.length > 0) {
    throw new UsageError(
      `${forFiles[0]![0]} is for crate root files; what a package says is in its Cargo.toml`,
    );
  }
}

function parseExtern(spec: string): { name: string; path: string } {
  const at = spec.indexOf('=');
  if (at < 1) throw new UsageError(`--extern takes NAME=FILE.rs, not ${spec}`);
  const path = spec.slice(at + 1);
  if (!statSync(path, { throwIfNoEntry: false })) throw new InputError(`${path} does not exist`);
  return { name: spec.slice(0, at), path: resolve(path) };
}

/** Cargo runs the compiler in the workspace's root directory. */
function workspaceRoot({ manifests }: LoadedProject, path: string): string {
  const root = manifests
    .filter((file) => file.endsWith('Cargo.toml'))
    .map((file) => dirname(file))
    .sort((a, b) => a.length - b.length)[0];
  return root ?? normalizePath(resolve(path));
}

function chooseTarget(targets: readonly Target[], options: CommonOptions): Target {
  const named = (kind: Target['kind'], name: string | undefined): Target | undefined => {
    if (name === undefined) return undefined;
    const found = targets.find((target) => target.kind === kind && target.name === name);
    if (found) return found;
    const known = targets.filter((target) => target.kind === kind).map((target) => target.name);
    throw new InputError(
      `there is no ${kind} named ${name}${known.length > 0 ? `; there is ${known.join(', ')}` : ''}`,
    );
  };
  const chosen =
    named('bin', options.bin) ?? named('example', options.example) ?? named('test', options.test);
  if (chosen) return chosen;
  const lib = targets.find((target) => target.kind === 'lib');
  if (options.lib) {
    if (!lib) throw new InputError('the package has no library');
    return lib;
  }
  const bins = targets.filter((target) => target.kind === 'bin');
  const only = bins[0] ?? lib ?? targets[0];
  if (!only) throw new InputError('there is no target to analyse');
  return only;
}
