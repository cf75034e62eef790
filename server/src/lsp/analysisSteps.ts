/**
 * The steps of one analysis: each crate's names, dependencies first, then what each target uses. Only the first
 * analysis of a crate graph has the steps that read crates; later ones follow edits, and find most of it done.
 */

import { neverCancelled } from '../base/cancellation.ts';
import { crateDefMap } from '../hir/defMap/defMap.ts';
import type { CrateId } from '../hir/defs.ts';
import { copiesByDef } from '../ide/program.ts';
import { configOf } from '../mono/config.ts';
import type { CrateGraph } from '../project/crateGraph.ts';
import type { Database } from '../query/database.ts';
import type { Step } from './analyzer.ts';
import type { View } from './projects.ts';
import type { Session } from './session.ts';

/** Graphs whose crates were read once. */
const read = new WeakMap<CrateGraph, Set<CrateId>>();

export function* analysisSteps(session: Session): Generator<Step> {
  for (const view of session.targets.activeViews()) {
    yield* readingSteps(view);
    const { db, configs } = view.program;
    for (const config of configs) {
      const name = view.project.loaded?.graph.crates[configOf(config).krate]?.name ?? '';
      yield {
        message: `Analysing ${name}`,
        isLoading: session.status.isFirst,
        run: () => void copiesByDef(db, config),
      };
    }
  }
  yield { message: 'Counting', isLoading: false, run: () => session.status.count() };
}

function* readingSteps({ project, program }: View): Generator<Step> {
  const graph = project.loaded?.graph;
  if (!graph) return;
  let done = read.get(graph);
  if (!done) read.set(graph, (done = new Set()));
  const wanted = new Set(program.configs.map((config) => configOf(config).krate));
  // A set grows while it is walked: what is added is walked, too.
  for (const krate of wanted)
    for (const { crate } of graph.crates[krate]?.dependencies ?? []) wanted.add(crate);
  // Numbers of crates go from dependencies to dependents.
  for (const krate of [...wanted].sort((a, b) => a - b)) {
    const data = graph.crates[krate];
    if (done.has(krate) || data === undefined) continue;
    const { name, origin } = data;
    const { db } = program;
    const run =
      origin === 'local'
        ? () => void crateDefMap(db, krate)
        : () => uninterrupted(db, () => crateDefMap(db, krate));
    yield { message: `Indexing ${name}`, isLoading: true, run };
    done.add(krate);
  }
}

/**
 * Runs what no edit makes stale to its end. Reading a library is one query of a second or more: if each key stroke
 * began it anew, whoever types while a workspace loads would never see it loaded.
 */
function uninterrupted(db: Database, run: () => void): void {
  const { cancellation } = db;
  db.cancellation = neverCancelled;
  try {
    run();
  } finally {
    db.cancellation = cancellation;
  }
}
