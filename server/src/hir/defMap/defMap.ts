/**
 * The `DefMap` of a crate: its modules with every name in scope in each, and where each definition stands. The result
 * of name resolution of items: files found, macros expanded, imports resolved. Bodies are not looked into; a block
 * with items of its own has a map of its own (`blockDefMap`) on top of this one.
 *
 * How it is computed is told in `collector.ts`. Here are the queries: the whole map of a crate, which cuts off when
 * it comes out equal, and its parts, which cut off one by one, so that what reads one module's scope is not
 * disturbed by a new name in another module. Read the parts wherever they do.
 */
import { equalLists } from '../../base/equalLists.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import type { FileNames } from '../defCodec.ts';
import { type CrateId, crateRoot, type DefId, defData, defKind, defParent, type FileId } from '../defs.ts';
import { type HirFileId, hirFile } from '../hirFile.ts';
import { crateData, filePath, relativeFile } from '../inputs.ts';
import type { ItemId } from '../itemTree.ts';
import { cachedOfLibrary } from '../libraryCache.ts';
import { isImmutable } from '../libraryTexts.ts';
import { blocksOfBody } from './bodyBlocks.ts';
import { collectBlock } from './collectBlock.ts';
import { collectCrate } from './collectCrate.ts';
import { defMapCodec } from './defMapCodec.ts';
import { type MacroScopeId, type MacroScopeNode, newMacroScopes, sameMacroScopes } from './macroScope.ts';
import { rememberedDefMap } from './ownDefMap.ts';
import { type ModuleData, sameMap, sameModule, type Vis } from './scope.ts';

/** Where a definition stands, and what is in scope there. */
export interface DefLoc {
  readonly file: HirFileId;
  readonly item: ItemId;
  /** The module or, within a body, the block in whose scope it stands. */
  readonly module: DefId;
  readonly block: HirFileId | undefined;
  /** Textual macro scope at its place, an index into the `macroScopes` of the map that it is in. */
  readonly macroScope: MacroScopeId;
}

export interface Variants {
  /** The enum's visibility, which its variants share. */
  readonly vis: Vis;
  readonly byName: ReadonlyMap<string, DefId>;
}

/** What could not be resolved; counted and told, never guessed. */
export interface Unresolved {
  readonly imports: number;
  readonly macroCalls: number;
  /** Calls of procedural macros and their derives, which are not run. */
  readonly procMacros: number;
  readonly files: number;
}

/** What a crate and a block with items have in common. */
export interface Collected {
  readonly modules: ReadonlyMap<DefId, ModuleData>;
  /** All definitions that are items: of modules and foreign blocks, impls included; not associated items or variants. */
  readonly defs: ReadonlyMap<DefId, DefLoc>;
  readonly enums: ReadonlyMap<DefId, Variants>;
  readonly macroScopes: readonly MacroScopeNode[];
  /** In order of collection. */
  readonly impls: readonly DefId[];
  readonly traits: readonly DefId[];
  readonly unresolved: Unresolved;
}

export interface DefMap extends Collected {
  readonly krate: CrateId;
  readonly root: DefId;
  /** Items marked `#[lang = "…"]`, associated items and variants included. */
  readonly langItems: ReadonlyMap<string, DefId>;
  /** Those marked `#[define_opaque(…)]`: bodies that say what is behind the `impl Trait` of a type alias. */
  readonly opaqueDefiners: readonly DefId[];
  /** Crate names that paths may start with, and the root of each. */
  readonly externPrelude: ReadonlyMap<string, DefId>;
  /** Macros that `#[macro_use] extern crate` brought in. */
  readonly macroUsePrelude: ReadonlyMap<string, DefId>;
  /** The module whose names are in scope everywhere: std's prelude of the edition. */
  readonly prelude: DefId | undefined;
  readonly noStd: boolean;
  readonly noCore: boolean;
}

/** The map of a block with items of its own. */
export interface BlockDefMap extends Collected {
  readonly block: HirFileId;
  readonly owner: DefId;
  /** The block's own scope. */
  readonly scope: ModuleData;
  /** The scope at the end of the block, and after each of its items (by index in `ItemTree.roots`). */
  readonly macroScopeAfter: readonly MacroScopeId[];
}

/** All items of a crate, resolved. A crate that depends on itself through a cycle sees itself empty. */
export const crateDefMap = defineQuery<CrateId, DefMap>('crateDefMap', findDefMap, {
  equals: sameDefMap,
  isFirewall: true,
  onCycle: (_db, krate) => emptyDefMap(krate),
});

function findDefMap(db: Database, krate: CrateId): DefMap {
  const names: FileNames = {
    path: (file) => filePath(db, file),
    file: (path) => relativeFile(db, crateData(db, krate).root, path),
  };
  const collect = () => collectCrate(db, krate);
  return isImmutable(db, krate)
    ? cachedOfLibrary(db, krate, `defMap ${krate}`, defMapCodec(names), collect)
    : rememberedDefMap(db, krate, names, collect);
}

/** The files that the modules of a crate are in. */
export function moduleFiles({ modules }: DefMap): FileId[] {
  const files = new Set<FileId>();
  for (const { file } of modules.values()) {
    const data = file === undefined ? undefined : hirFile(file);
    if (data?.kind === 'File') files.add(data.file);
  }
  return [...files];
}

export const blockDefMap = defineQuery<HirFileId, BlockDefMap>('blockDefMap', collectBlock, {
  equals: (a, b) =>
    a.owner === b.owner &&
    sameModule(a.scope, b.scope) &&
    sameCollected(a, b) &&
    a.macroScopeAfter.length === b.macroScopeAfter.length &&
    a.macroScopeAfter.every((scope, i) => scope === b.macroScopeAfter[i]),
});

/** The names in scope in a module. */
export const moduleData = defineQuery<DefId, ModuleData | undefined>(
  'moduleData',
  (db, module) => collectedFor(db, module)?.modules.get(module),
  { equals: (a, b) => a === b || (a !== undefined && b !== undefined && sameModule(a, b)) },
);

/** Where an item of a module, a foreign block or a body's block stands. For associated items see `assocItems`. */
export const defLoc = defineQuery<DefId, DefLoc | undefined>(
  'defLoc',
  (db, def) => collectedFor(db, def)?.defs.get(def),
  { equals: (a, b) => a === b || (a !== undefined && b !== undefined && sameLoc(a, b)) },
);

/** The variants of an enum that the crate's cfg leaves. */
export const enumVariants = defineQuery<DefId, Variants | undefined>(
  'enumVariants',
  (db, def) => collectedFor(db, def)?.enums.get(def),
  { equals: (a, b) => a === b || (a !== undefined && b !== undefined && sameVariants(a, b)) },
);

/** What paths in the crate can start with besides what their module has. */
export interface Preludes {
  readonly externPrelude: ReadonlyMap<string, DefId>;
  readonly macroUsePrelude: ReadonlyMap<string, DefId>;
  readonly prelude: DefId | undefined;
}

export const cratePreludes = defineQuery<CrateId, Preludes>(
  'cratePreludes',
  (db, krate) => {
    const { externPrelude, macroUsePrelude, prelude } = crateDefMap(db, krate);
    return { externPrelude, macroUsePrelude, prelude };
  },
  {
    equals: (a, b) =>
      a.prelude === b.prelude &&
      sameMap(a.externPrelude, b.externPrelude) &&
      sameMap(a.macroUsePrelude, b.macroUsePrelude),
  },
);

/** Textual macro scopes of a crate's module-level items. */
export const crateMacroScopes = defineQuery<CrateId, readonly MacroScopeNode[]>(
  'crateMacroScopes',
  (db, krate) => crateDefMap(db, krate).macroScopes,
  { equals: sameMacroScopes },
);

/** The map that knows about an item: its crate's or, for one declared in a body, its block's. */
function collectedFor(db: Database, def: DefId): Collected | undefined {
  // The outermost item of a body has the body's owner as its parent; modules, impls and enums only pass it on.
  for (let at = def; ; ) {
    const parent = defParent(at);
    if (parent === undefined) return crateDefMap(db, defData(def).krate);
    if (isBodyOwner(parent)) {
      for (const block of blocksOfBody(db, parent)) {
        const map = blockDefMap(db, block);
        if (map.defs.has(at)) return map;
      }
      return undefined;
    }
    at = parent;
  }
}

/** Whether definitions with this parent stand in its body. */
export function isBodyOwner(def: DefId): boolean {
  switch (defKind(def)) {
    case 'Fn':
    case 'Const':
    case 'Static':
    case 'Closure':
    case 'AnonConst':
    case 'InlineConst':
      return true;
    default:
      return false;
  }
}

function emptyDefMap(krate: CrateId): DefMap {
  return {
    krate,
    root: crateRoot(krate),
    modules: new Map(),
    defs: new Map(),
    enums: new Map(),
    macroScopes: newMacroScopes(),
    impls: [],
    traits: [],
    unresolved: { imports: 0, macroCalls: 0, procMacros: 0, files: 0 },
    langItems: new Map(),
    opaqueDefiners: [],
    externPrelude: new Map(),
    macroUsePrelude: new Map(),
    prelude: undefined,
    noStd: false,
    noCore: false,
  };
}

function sameVariants(a: Variants, b: Variants): boolean {
  return a.vis === b.vis && sameMap(a.byName, b.byName);
}

function sameLoc(a: DefLoc, b: DefLoc): boolean {
  return (
    a.file === b.file &&
    a.item === b.item &&
    a.module === b.module &&
    a.block === b.block &&
    a.macroScope === b.macroScope
  );
}

function sameCollected(a: Collected, b: Collected): boolean {
  return (
    equalLists(a.impls, b.impls) &&
    equalLists(a.traits, b.traits) &&
    sameMap(a.defs, b.defs, sameLoc) &&
    sameMap(a.modules, b.modules, sameModule) &&
    sameMap(a.enums, b.enums, sameVariants) &&
    sameMacroScopes(a.macroScopes, b.macroScopes) &&
    a.unresolved.imports === b.unresolved.imports &&
    a.unresolved.macroCalls === b.unresolved.macroCalls &&
    a.unresolved.procMacros === b.unresolved.procMacros &&
    a.unresolved.files === b.unresolved.files
  );
}

function sameDefMap(a: DefMap, b: DefMap): boolean {
  return (
    a.prelude === b.prelude &&
    a.noStd === b.noStd &&
    a.noCore === b.noCore &&
    sameMap(a.langItems, b.langItems) &&
    equalLists(a.opaqueDefiners, b.opaqueDefiners) &&
    sameMap(a.externPrelude, b.externPrelude) &&
    sameMap(a.macroUsePrelude, b.macroUsePrelude) &&
    sameCollected(a, b)
  );
}
