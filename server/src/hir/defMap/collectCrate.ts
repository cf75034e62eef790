/** The `DefMap` of a crate: its root file, its preludes, and all that the {@link Collector} finds from there. */
import type { Database } from '../../query/database.ts';
import { hasAttr, isEnabled } from '../attrs.ts';
import { type CrateId, crateRoot } from '../defs.ts';
import { internHirFile } from '../hirFile.ts';
import { crateData } from '../inputs.ts';
import { itemTree } from '../source.ts';
import { Collector } from './collector.ts';
import type { DefMap } from './defMap.ts';
import { emptyMacroScope } from './macroScope.ts';
import { owningDirectory } from './moduleFiles.ts';
import { findPrelude } from './preludes.ts';

/** Builds the map of a crate. */
export function collectCrate(db: Database, krate: CrateId): DefMap {
  const data = crateData(db, krate);
  const collector = new Collector(db, krate, {
    externPrelude: new Map(),
    macroUsePrelude: new Map(),
    prelude: undefined,
  });
  const root = crateRoot(krate);
  const file = internHirFile({ kind: 'File', file: data.root });
  const tree = itemTree(db, file);
  const noCore = hasAttr(tree.attrs, data.cfg, 'no_core');
  const noStd = noCore || hasAttr(tree.attrs, data.cfg, 'no_std');
  for (const dependency of data.dependencies) {
    if (!dependency.inPrelude || (noStd && dependency.name === 'std')) continue;
    collector.preludes.externPrelude.set(dependency.name, crateRoot(dependency.crate));
  }
  const module = collector.openModule(root, file);
  const dependency = (name: string) => data.dependencies.find((d) => d.name === name)?.crate;
  // A sysroot may have core alone.
  const base = noCore ? undefined : ((noStd ? undefined : dependency('std')) ?? dependency('core'));
  if (base !== undefined) {
    collector.useMacrosOf(base);
    collector.preludes.prelude = findPrelude(db, base, data.edition);
    if (data.edition === '2015') {
      // `extern crate std;` stands, unwritten, at the root; paths of this edition start there.
      collector.names.declare(module, noStd ? 'core' : 'std', 'type', {
        res: { kind: 'Def', def: crateRoot(base) },
        vis: root,
        origin: 'Glob',
      });
    }
  }
  if (isEnabled(tree.attrs, data.cfg)) {
    const place = {
      module,
      lexical: [module],
      parent: root,
      file,
      tree,
      directory: owningDirectory(data.root),
      depth: 0,
      files: [],
    };
    collector.walk(place, tree.roots, emptyMacroScope);
    collector.addProcMacroTable(place);
  }
  collector.finish();
  const { langItems, opaqueDefiners, preludes } = collector;
  return { ...collector.collected(), krate, root, langItems, opaqueDefiners, ...preludes, noStd, noCore };
}
