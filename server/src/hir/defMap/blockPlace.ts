/**
 * Where a block with items of its own stands: in whose body, in which other block, and what is in scope around it.
 *
 * Such a block is an anonymous module between the items in it and the module around. Items in it have the body's
 * owner as their parent (rustc's `main::inner`), whatever the nesting of blocks; equal names in several blocks of one
 * body are told apart by their disambiguators.
 */
import { structuralEquals } from '../../base/structuralEquals.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import { type DefData, type DefId, type DefKind, defData, defParent, enclosingModule } from '../defs.ts';
import {
  type BodyText,
  bodyTextOwner,
  type HirFileId,
  hirFile,
  internHirFile,
  type MacroCallId,
  macroCall,
} from '../hirFile.ts';
import {
  blockOfAnonConst,
  blocksWithItems,
  bodyTextTree,
  itemSourceMap,
  itemTree,
  macroInvocations,
} from '../source.ts';
import { blockDefMap, type DefLoc, defLoc } from './defMap.ts';
import { emptyMacroScope, lookupMacro, type MacroScopeId } from './macroScope.ts';
import type { ScopeRef } from './scope.ts';
import { textualMacroAt } from './scopeNames.ts';

/** Disambiguators from here on are of items in a body's expansions, and made of the number of the macro call in this process. */
export const expansionStride = 4096;

/** The first disambiguator of items in the expansion of a macro call inside a body. */
export function firstDisambiguatorIn(call: MacroCallId): number {
  return (call + 1) * expansionStride;
}

/** The macro call in whose expansion the item stands, if in one. Constants without a name have numbers of another kind. */
export function expansionAround({ kind, disambiguator }: DefData): MacroCallId | undefined {
  return kind === 'AnonConst' || disambiguator < expansionStride
    ? undefined
    : ((Math.floor(disambiguator / expansionStride) - 1) as MacroCallId);
}

export function blockOwner(block: HirFileId): DefId {
  const file = hirFile(block);
  if (file.kind !== 'Block') throw new Error('not a block');
  return bodyTextOwner(file.text);
}

export interface EnclosingBlock {
  readonly block: HirFileId;
  /** How many of its items stand before the place asked about. */
  readonly itemsBefore: number;
}

/** The nearest block with items around a block; for one in a macro's expansion, around the call. */
const enclosingBlock = defineQuery<HirFileId, EnclosingBlock | undefined>(
  'enclosingBlock',
  findEnclosingBlock,
  { equals: (a, b) => a?.block === b?.block && a?.itemsBefore === b?.itemsBefore },
);

function findEnclosingBlock(db: Database, block: HirFileId): EnclosingBlock | undefined {
  const file = hirFile(block);
  if (file.kind !== 'Block') return undefined;
  const node = blocksWithItems(db, file.text)[file.ordinal];
  return node === undefined ? undefined : innermostBlock(db, file.text, node);
}

/** The innermost block with items around a node of a text, looked for outwards through macro calls. */
export function innermostBlock(db: Database, text: BodyText, node: number): EnclosingBlock | undefined {
  let at = text;
  let inner: number | undefined = node;
  while (inner !== undefined) {
    const around = blockAround(db, at, inner);
    if (around) return around;
    if (at.kind === 'Body') return undefined;
    const { site } = macroCall(at.call);
    if (site.kind !== 'Body') return undefined;
    at = site.text;
    const outer = bodyTextTree(db, at);
    inner = outer && macroInvocations(outer)[site.ordinal];
  }
  return undefined;
}

/** The innermost block with items around a node of that text, the node itself not counted. */
function blockAround(db: Database, text: BodyText, node: number): EnclosingBlock | undefined {
  const tree = bodyTextTree(db, text);
  if (!tree) return undefined;
  const blocks = blocksWithItems(db, text);
  for (let ordinal = blocks.length - 1; ordinal >= 0; ordinal--) {
    const candidate = blocks[ordinal]!;
    if (candidate >= node || tree.next[candidate]! <= node) continue;
    const block = internHirFile({ kind: 'Block', text, ordinal });
    const { ranges } = itemSourceMap(db, block);
    const start = tree.start[node]!;
    const { roots } = itemTree(db, block);
    return { block, itemsBefore: roots.filter((item) => ranges.get(item)!.start < start).length };
  }
  return undefined;
}

/**
 * Which scopes there are where something stands. What is in them is looked up name by name, so that surroundings stay
 * the same when a scope gets a name.
 */
export interface Surroundings {
  readonly module: DefId;
  /** Scopes for paths, innermost first: blocks, then the module. */
  readonly lexical: readonly ScopeRef[];
  /** Where `macro_rules!` in textual scope are looked for, innermost first. */
  readonly textual: readonly TextualScope[];
}

/** At a place in a block, or at an item of a module. */
type TextualScope =
  | { readonly block: HirFileId; readonly macroScope: MacroScopeId }
  | { readonly block: undefined; readonly item: DefId };

/** The `macro_rules!` of a name that is in textual scope there. */
export function lookupTextualMacro(db: Database, { textual }: Surroundings, name: string): DefId | undefined {
  for (const scope of textual) {
    const found =
      scope.block === undefined
        ? textualMacroAt(db, scope.item, name)
        : lookupMacro(blockDefMap(db, scope.block).macroScopes, scope.macroScope, name).def;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What is in scope around a block. */
export function blockOutside(db: Database, block: HirFileId): Surroundings {
  const enclosing = enclosingBlock(db, block);
  return enclosing
    ? inBlock(db, enclosing.block, enclosing.itemsBefore)
    : surroundings(db, blockOwner(block));
}

/** What is in scope at a node of a body's text: of `macro_rules!` only those that stand before it. */
export function surroundingsAt(db: Database, text: BodyText, node: number): Surroundings {
  const around = innermostBlock(db, text, node);
  return around ? inBlock(db, around.block, around.itemsBefore) : surroundings(db, bodyTextOwner(text));
}

/** What is in scope in a block after its first items. */
function inBlock(db: Database, block: HirFileId, itemsBefore: number): Surroundings {
  const { macroScopeAfter } = blockDefMap(db, block);
  return inBlockAt(db, block, macroScopeAfter[itemsBefore - 1] ?? emptyMacroScope);
}

/** What is in scope at the end of a block. */
export const blockInside = defineQuery<HirFileId, Surroundings>(
  'blockInside',
  (db, block) => inBlock(db, block, blockDefMap(db, block).macroScopeAfter.length),
  { equals: structuralEquals },
);

function inBlockAt(db: Database, block: HirFileId, macroScope: MacroScopeId): Surroundings {
  const { module, lexical, textual } = blockOutside(db, block);
  return {
    module,
    lexical: [{ def: module, block }, ...lexical],
    textual: [{ block, macroScope }, ...textual],
  };
}

interface ItemPlace {
  readonly item: DefId;
  readonly loc: DefLoc;
}

/** The item, or the trait or impl around it, that a `DefMap` knows the place of. */
function placeOf(db: Database, def: DefId): ItemPlace | undefined {
  for (let at: DefId | undefined = def; at !== undefined; at = defParent(at)) {
    const loc = defLoc(db, at);
    if (loc !== undefined) return { item: at, loc };
    if (defData(at).kind === 'Mod') return undefined;
  }
  return undefined;
}

/** What is in scope where a definition stands (not in its own body). */
export function surroundings(db: Database, def: DefId): Surroundings {
  const { kind, parent } = defData(def);
  if (kind === 'AnonConst') {
    const around = blockOfAnonConst(db, def);
    if (around !== undefined) return blockInside(db, around);
    if (parent !== undefined && defData(parent).kind === 'AnonConst') return surroundings(db, parent);
  }
  const place = placeOf(db, def);
  if (place?.loc.block !== undefined) return inBlockAt(db, place.loc.block, place.loc.macroScope);
  const module = place?.loc.module ?? enclosingModule(def);
  return {
    module,
    lexical: [{ def: module, block: undefined }],
    textual: place ? [{ block: undefined, item: place.item }] : [],
  };
}

/**
 * The first disambiguator that is free for items of that kind and name in a block, when those of the blocks before it
 * in the same text are counted. Items in expansions count from a number of their own: a call's id, which an edit
 * elsewhere does not change.
 */
export function firstDisambiguator(db: Database, block: HirFileId, kind: DefKind, name: string): number {
  const file = hirFile(block);
  if (file.kind !== 'Block') return 0;
  const owner = bodyTextOwner(file.text);
  let count = file.text.kind === 'Body' ? 0 : firstDisambiguatorIn(file.text.call);
  for (let ordinal = 0; ordinal < file.ordinal; ordinal++) {
    const before = internHirFile({ kind: 'Block', text: file.text, ordinal });
    for (const def of blockDefMap(db, before).defs.keys()) {
      const data = defData(def);
      if (data.parent === owner && data.kind === kind && data.name === name) count++;
    }
  }
  return count;
}
