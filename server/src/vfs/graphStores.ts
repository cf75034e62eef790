/** All that is remembered from run to run about the program of one crate graph. */
import type { CrateGraph } from '../project/crateGraph.ts';
import type { Database } from '../query/database.ts';
import { attachBodyStore } from './bodyStore.ts';
import { attachFileHashes } from './fileHashStore.ts';
import { type GraphStore, graphStorePath } from './graphStore.ts';
import { attachLibraryItemTrees, attachOwnItemTrees, type ItemTreeStore } from './itemTreeStore.ts';
import { attachLibraryStore } from './libraryStore.ts';
import { attachUsesStore } from './usesStore.ts';
import type { Vfs } from './vfs.ts';

export interface GraphStores {
  /** The item trees of libraries; one of `all`. */
  readonly trees: ItemTreeStore;
  /** Those of the program's own files, if they are taken; one of `all`. */
  readonly ownTrees: ItemTreeStore | undefined;
  readonly all: readonly GraphStore[];
}

/**
 * Attaches the stores to a database that has just been given the crate graph. `takesOwn`: for what hangs on the user's
 * own code, too, which is worth it for who looks at a program once.
 */
export function attachGraphStores(
  db: Database,
  vfs: Vfs,
  graph: CrateGraph,
  env: Readonly<Record<string, string | undefined>>,
  options: { readonly takesOwn?: boolean } = {},
): GraphStores {
  const pathOf = (kind: Parameters<typeof graphStorePath>[0]) => graphStorePath(kind, vfs, graph, env);
  const trees = attachLibraryItemTrees(db, vfs, pathOf('items'));
  const all: GraphStore[] = [
    attachFileHashes(db, vfs, pathOf('hashes')),
    trees,
    attachLibraryStore(db, vfs, pathOf('libraries'), options),
    attachBodyStore(db, vfs, pathOf('bodies'), options),
    attachUsesStore(db, vfs, pathOf('uses'), options),
  ];
  const ownTrees = options.takesOwn ? attachOwnItemTrees(db, vfs, pathOf('ownItems')) : undefined;
  if (ownTrees) all.push(ownTrees);
  return { trees, ownTrees, all };
}
