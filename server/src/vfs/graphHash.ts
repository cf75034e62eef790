/** A crate graph by name: what all that is remembered about a program from run to run is filed under. */
import { statSync } from 'node:fs';
import { contentHash } from '../base/contentHash.ts';
import type { CrateGraph } from '../project/crateGraph.ts';
import type { Vfs } from './vfs.ts';

const hashes = new WeakMap<CrateGraph, string>();

/** Of everything in the graph, and of the numbers that its crates have, as it was when it was first asked for. */
export function graphHash(vfs: Vfs, graph: CrateGraph): string {
  let hash = hashes.get(graph);
  if (hash === undefined) hashes.set(graph, (hash = describe(vfs, graph)));
  return hash;
}

function describe(vfs: Vfs, { crates, ...rest }: CrateGraph): string {
  const described = crates.map(({ root, cfg, env, ...data }) => ({
    ...data,
    root: vfs.filePath(root),
    cfg: [...cfg],
    env: [...env],
    // As cargo does, what a compiled macro answers is taken to follow from what it is given.
    macros: data.procMacroLibrary === undefined ? undefined : fileStamp(data.procMacroLibrary),
  }));
  return contentHash(JSON.stringify([described, rest]));
}

function fileStamp(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? '-' : `${stat.size} ${stat.mtimeMs}`;
}
