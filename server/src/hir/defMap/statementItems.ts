/**
 * Items that the macro calls among a block's statements bring along. To rustc they are items of the block like any
 * other, and all that stands in it sees them; here the expansion of each call is a block of its own with its own map,
 * since a block's map is made without expanding its statements. Where a block with items stands around something, the
 * names of these maps are looked up right after its own.
 */
import { equalLists } from '../../base/equalLists.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import type { NodeIndex } from '../../syntax/tree.ts';
import { type DefId, defCrate } from '../defs.ts';
import { type BodyText, bodyTextOwner, type HirFileId, hirFile } from '../hirFile.ts';
import { isTooDeep } from '../recursionLimit.ts';
import { blocksWithItems } from '../source.ts';
import type { Surroundings } from './blockPlace.ts';
import { blocksOfText, statementCalls, textParts } from './bodyBlocks.ts';
import { blockDefMap } from './defMap.ts';
import { emptyMacroScope, lookupMacro } from './macroScope.ts';
import { macroTexts } from './macroTexts.ts';

/** The same place with the items of statements in sight. */
export function withStatementItems(db: Database, around: Surroundings): Surroundings {
  if (around.lexical.every((scope) => scope.block === undefined)) return around;
  const lexical = around.lexical.flatMap((scope) =>
    scope.block === undefined
      ? [scope]
      : [scope, ...statementBlocks(db, scope.block).map((block) => ({ def: scope.def, block }))],
  );
  return lexical.length === around.lexical.length ? around : { ...around, lexical };
}

/** The expansions of a block's statements that declare items. */
const statementBlocks = defineQuery<HirFileId, readonly HirFileId[]>(
  'statementBlocks',
  (db, block) => {
    const file = hirFile(block);
    if (file.kind !== 'Block') return [];
    const node = blocksWithItems(db, file.text)[file.ordinal];
    const found: HirFileId[] = [];
    if (node !== undefined) addBlocks(db, file.text, node, 0, found);
    return found;
  },
  { equals: equalLists, onCycle: () => [] },
);

/** Of these, the ones that may declare macros. */
const statementBlocksWithMacros = defineQuery<HirFileId, readonly HirFileId[]>(
  'statementBlocksWithMacros',
  (db, block) => {
    const file = hirFile(block);
    if (file.kind !== 'Block') return [];
    const { withMacros } = macroTexts(db, defCrate(bodyTextOwner(file.text)));
    const node = withMacros.size === 0 ? undefined : blocksWithItems(db, file.text)[file.ordinal];
    const found: HirFileId[] = [];
    if (node !== undefined) addBlocks(db, file.text, node, 0, found, withMacros);
    return found;
  },
  { equals: equalLists, onCycle: () => [] },
);

/** The `macro_rules!` of that name that a statement of a block around declares by calling another macro. */
export function macroOfStatements(db: Database, { lexical }: Surroundings, name: string): DefId | undefined {
  for (const { block } of lexical) {
    if (block === undefined) continue;
    for (const expansion of statementBlocksWithMacros(db, block)) {
      const { macroScopes, macroScopeAfter } = blockDefMap(db, expansion);
      const { def } = lookupMacro(macroScopes, macroScopeAfter.at(-1) ?? emptyMacroScope, name);
      if (def !== undefined) return def;
    }
  }
  return undefined;
}

function addBlocks(
  db: Database,
  text: BodyText,
  block: NodeIndex,
  depth: number,
  found: HirFileId[],
  macros?: ReadonlySet<string>,
): void {
  if (isTooDeep(db, defCrate(bodyTextOwner(text)), depth)) return;
  for (const call of statementCalls(db, text, block, macros)) {
    const expansion: BodyText = { kind: 'Expansion', call };
    const { isBlock, invocations } = textParts(db, expansion);
    if (isBlock) found.push(blocksOfText(db, expansion)[0]!);
    if (invocations > 0) addBlocks(db, expansion, 0, depth + 1, found, macros);
  }
}
