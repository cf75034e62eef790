/** The thread that makes item trees ahead of their use: see `treesAhead.ts`. */
import { workerData } from 'node:worker_threads';
import { contentHash } from '../base/contentHash.ts';
import { attrString, findAttr, isEnabled } from '../hir/attrs.ts';
import {
  inlineDirectory,
  type ModuleDirectory,
  moduleFile,
  owningDirectory,
} from '../hir/defMap/moduleFiles.ts';
import type { FileId } from '../hir/defs.ts';
import type { ItemId, ItemTree } from '../hir/itemTree.ts';
import { encodeItems, fileKey } from '../hir/itemTreeCache.ts';
import { lowerItems } from '../hir/lowerItems.ts';
import { withSharedParts } from '../hir/sharedItems.ts';
import type { CfgOptions } from '../project/cfg.ts';
import { withRustdocSources } from '../project/rustdocSources.ts';
import { Database } from '../query/database.ts';
import { loadParser, parser, setParser } from '../syntax/parser.ts';
import { nodeHost } from './nodeHost.ts';
import { Claims, type TreeAhead, type TreesAheadData } from './treesAhead.ts';
import { attachVfs, createVfs } from './vfs.ts';

const { crates, claims: buffer, results } = workerData as TreesAheadData;
const claims = new Claims(buffer);
setParser(await loadParser());
const vfs = createVfs(withRustdocSources(nodeHost));
const db = new Database({ isFrozen: true });
attachVfs(db, vfs);

/** A file may belong to several crates, or to one twice. */
const seen = new Set<FileId>();

function visitFile(file: FileId, directory: ModuleDirectory, cfg: CfgOptions): void {
  if (seen.has(file)) return;
  seen.add(file);
  const text = vfs.text(file);
  if (text === undefined) return;
  const key = fileKey(contentHash(text));
  const isOurs = claims.begin(key);
  let lowered = lowerItems(parser().parse(text, { elideBodies: true }), 0);
  if (isOurs) {
    lowered = withSharedParts(lowered);
    results.postMessage({ key, text: encodeItems(lowered) } satisfies TreeAhead);
    claims.end(key);
  }
  if (isEnabled(lowered.tree.attrs, cfg)) visitItems(lowered.tree, lowered.tree.roots, directory, cfg);
}

/** Goes on to the files of the modules among these items. */
function visitItems(
  tree: ItemTree,
  items: readonly ItemId[],
  directory: ModuleDirectory,
  cfg: CfgOptions,
): void {
  for (const id of items) {
    const item = tree.items[id];
    if (item?.kind !== 'Mod' || !isEnabled(item.attrs, cfg)) continue;
    const path = attrString(findAttr(item.attrs, cfg, 'path'));
    if (item.inline !== undefined) {
      visitItems(tree, item.inline, inlineDirectory(directory, item.name, path), cfg);
      continue;
    }
    const found = moduleFile(db, directory, item.name, path);
    if (found?.exists) visitFile(found.file, found.directory, cfg);
  }
}

for (const { root, cfg } of crates) {
  const file = vfs.fileId(root);
  visitFile(file, owningDirectory(file), new Set(cfg));
}
