/**
 * The steps of one analysis. The first one of a crate graph takes long, so what is useful early comes early: each
 * crate's names, dependencies first; a survey of the copies of the workspace's own functions (`mono/survey.ts`), from
 * which files are shown until all is known; then what each target uses. Crates of the files that are open go first.
 * Later analyses follow edits, and find most of it done.
 */

import { Cancelled } from '../base/cancellation.ts';
import { crateDefMap } from '../hir/defMap/defMap.ts';
import type { CrateId } from '../hir/defs.ts';
import { itemsByDef } from '../ide/program.ts';
import { type ConfigId, configOf } from '../mono/config.ts';
import { Survey } from '../mono/survey.ts';
import type { CrateGraph } from '../project/crateGraph.ts';
import type { Database } from '../query/database.ts';
import { isWithin, parentPath } from '../vfs/path.ts';
import type { Step } from './analyzer.ts';
import type { View } from './projects.ts';
import type { Session } from './session.ts';

/** Milliseconds that a step of long work may keep messages waiting. */
const patience = 200;

/** What was read and collected once, by graph. */
const done = new WeakMap<CrateGraph, { readonly crates: Set<CrateId>; readonly configs: Set<ConfigId> }>();

function doneWith(graph: CrateGraph) {
  let known = done.get(graph);
  if (!known) done.set(graph, (known = { crates: new Set(), configs: new Set() }));
  return known;
}

export function* analysisSteps(session: Session): Generator<Step> {
  const views = session.targets.activeViews();
  for (const view of views) yield* readingSteps(view);
  for (const view of views) yield* surveySteps(view, openedFirst(session, view));
  for (const view of views) yield* collectingSteps(session, view, openedFirst(session, view));
  yield { message: 'Counting', isLoading: false, run: () => session.status.count() };
}

function* readingSteps({ project, program }: View): Generator<Step> {
  const graph = project.loaded?.graph;
  if (!graph) return;
  const { crates } = doneWith(graph);
  const wanted = new Set(program.configs.map((config) => configOf(config).krate));
  // A set grows while it is walked: what is added is walked, too.
  for (const krate of wanted)
    for (const { crate } of graph.crates[krate]?.dependencies ?? []) wanted.add(crate);
  // Numbers of crates go from dependencies to dependents.
  for (const krate of [...wanted].sort((a, b) => a - b)) {
    const data = graph.crates[krate];
    if (crates.has(krate) || data === undefined) continue;
    const { name, origin } = data;
    const { db } = program;
    const run =
      origin === 'local'
        ? () => void crateDefMap(db, krate)
        : // Reading a library is one query of a second or more: if each key stroke began it anew, whoever types while a
          // workspace loads would never see it loaded.
          () => void db.uninterrupted(() => crateDefMap(db, krate));
    yield { message: `Indexing ${name}`, isLoading: true, run };
    crates.add(krate);
  }
}

function* surveySteps(view: View, configs: readonly ConfigId[]): Generator<Step> {
  const graph = view.project.loaded?.graph;
  if (!graph || configs.every((config) => doneWith(graph).configs.has(config))) return;
  const survey = new Survey(view.program.db, configs);
  view.survey = survey;
  while (!survey.isDone) {
    yield {
      message: survey.size === 0 ? 'Looking for generic code' : `Found ${survey.size} instances`,
      isLoading: true,
      isPreliminary: true,
      run() {
        const end = performance.now() + patience;
        survey.advance(() => performance.now() > end);
      },
    };
  }
}

function* collectingSteps(session: Session, view: View, configs: readonly ConfigId[]): Generator<Step> {
  const { db } = view.program;
  const graph = view.project.loaded?.graph;
  for (const config of configs) {
    const message = `Analysing ${graph?.crates[configOf(config).krate]?.name ?? ''}`;
    let isDone = false;
    while (!isDone) {
      const run = () => {
        isDone = withPauses(db, () => itemsByDef(db, config));
      };
      yield { message, isLoading: session.status.isFirst, run };
    }
    if (graph) doneWith(graph).configs.add(config);
  }
  view.survey = undefined;
}

/** The crates of files that are open, the last opened in front; then the others. */
function openedFirst({ documents }: Session, { project, program }: View): ConfigId[] {
  const opened = [...documents.all()].map(({ path }) => path);
  const rank = (config: ConfigId): number => {
    const { krate } = configOf(config);
    const root = project.loaded?.graph.crates[krate]?.root;
    const directory = root === undefined ? undefined : parentPath(project.vfs.filePath(root));
    return directory === undefined ? -1 : opened.findLastIndex((path) => isWithin(path, directory));
  };
  return program.configs.toSorted((a, b) => rank(b) - rank(a));
}

/** Runs long work for a while. Says whether it came to its end; what it has done is remembered if not. */
function withPauses(db: Database, run: () => void): boolean {
  const end = performance.now() + patience;
  db.isPauseDue = () => performance.now() > end;
  try {
    run();
    return true;
  } catch (error) {
    // What cancels for good is for others to deal with.
    if (!(error instanceof Cancelled) || db.cancellation.isCancelled) throw error;
    return false;
  } finally {
    db.isPauseDue = () => false;
  }
}
