/** The map of a block with items of its own: the {@link Collector}, with a finished crate around it. */
import type { Database } from '../../query/database.ts';
import { type CrateId, type DefId, type DefKind, defCrate, defData, defParent } from '../defs.ts';
import { type HirFileId, hirFile } from '../hirFile.ts';
import { itemTree } from '../source.ts';
import { blockOutside, blockOwner, firstDisambiguator, lookupTextualMacro } from './blockPlace.ts';
import { Collector } from './collector.ts';
import {
  type BlockDefMap,
  cratePreludes,
  type DefLoc,
  defLoc,
  enumVariants,
  isBodyOwner,
  moduleData,
  type Variants,
} from './defMap.ts';
import { emptyMacroScope, type MacroScopeId } from './macroScope.ts';
import { bodyDirectory, type ModuleDirectory } from './moduleFiles.ts';
import { type ModuleData, type PerNs, parentModule, type ScopeRef } from './scope.ts';
import { nameInScope } from './scopeNames.ts';

/** A collector of what stands in a block: the crate around it is finished. */
class BlockCollector extends Collector {
  readonly #block: HirFileId;

  constructor(db: Database, krate: CrateId, block: HirFileId) {
    super(db, krate, cratePreludes(db, krate));
    this.#block = block;
  }

  override finishedModule(def: DefId): ModuleData | undefined {
    return moduleData(this.db, def);
  }

  override finishedName(scope: ScopeRef, name: string): PerNs | undefined {
    return nameInScope(this.db, scope, name);
  }

  override finishedLoc(def: DefId): DefLoc | undefined {
    // What stands in a body is in a map that is being made.
    const parent = defParent(def);
    return parent === undefined || isBodyOwner(parent) ? undefined : defLoc(this.db, def);
  }

  override finishedEnum(def: DefId): Variants | undefined {
    return enumVariants(this.db, def);
  }

  override outerMacro(name: string): DefId | undefined {
    return lookupTextualMacro(this.db, blockOutside(this.db, this.#block), name);
  }

  override disambiguator(parent: DefId, kind: DefKind, name: string): number {
    const own = super.disambiguator(parent, kind, name);
    return parent === blockOwner(this.#block)
      ? own + firstDisambiguator(this.db, this.#block, kind, name)
      : own;
  }
}

/** Where a body in a module looks for files: undefined in what a macro made. */
function directoryOf(db: Database, module: DefId): ModuleDirectory | undefined {
  const inline: string[] = [];
  for (let at: DefId | undefined = module; at !== undefined; at = parentModule(at)) {
    const file = moduleData(db, at)?.file;
    if (file === undefined) return undefined;
    if (defLoc(db, at)?.file !== file) {
      const written = hirFile(file);
      return written.kind === 'File' ? bodyDirectory(written.file, inline) : undefined;
    }
    inline.unshift(defData(at).name);
  }
  return undefined;
}

/** Builds the map of a block with items of its own. */
export function collectBlock(db: Database, block: HirFileId): BlockDefMap {
  const owner = blockOwner(block);
  const krate = defCrate(owner);
  const collector = new BlockCollector(db, krate, block);
  const outside = blockOutside(db, block);
  const tree = itemTree(db, block);
  const scope = collector.openModule(outside.module, block, block);
  const macroScopeAfter: MacroScopeId[] = [];
  collector.walk(
    {
      module: scope,
      lexical: [scope, ...outside.lexical],
      parent: owner,
      file: block,
      tree,
      directory: directoryOf(db, outside.module),
      depth: 0,
      files: [],
    },
    tree.roots,
    emptyMacroScope,
    (after) => macroScopeAfter.push(after),
  );
  collector.finish();
  return { ...collector.collected(), block, owner, scope, macroScopeAfter };
}
