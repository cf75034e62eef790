/**
 * Items that the macro calls among a block's statements bring along. To rustc they are items of the block like any
 * other, and all that stands in it sees them; here the expansion of each call is a block of its own with its own map,
 * since a block's map is made without expanding its statements. Where a block with items stands around something, the
 * names of these maps are looked up right after its own.
 */
import { type Database, defineQuery } from '../../query/database.ts';
import type { NodeIndex } from '../../syntax/tree.ts';
import { type BodyText, type HirFileId, hirFile } from '../hirFile.ts';
import { blocksWithItems, bodyTextTree } from '../source.ts';
import type { Surroundings } from './blockPlace.ts';
import { blocksOfText, statementCalls } from './bodyBlocks.ts';
import { blockDefMap } from './defMap.ts';
import type { ModuleData } from './scope.ts';

/** rustc's default `recursion_limit`. */
const recursionLimit = 128;

/** The same place with the items of statements in sight. */
export function withStatementItems(db: Database, around: Surroundings): Surroundings {
  if (around.lexical.every((scope) => scope.block === undefined)) return around;
  const lexical = around.lexical.flatMap((scope) =>
    scope.block === undefined ? [scope] : [scope, ...statementScopes(db, scope.block)],
  );
  return lexical.length === around.lexical.length ? around : { ...around, lexical };
}

/** What the statements of a block declare. */
const statementScopes = defineQuery<HirFileId, readonly ModuleData[]>(
  'statementScopes',
  (db, block) => {
    const file = hirFile(block);
    if (file.kind !== 'Block') return [];
    const tree = bodyTextTree(db, file.text);
    const node = tree && blocksWithItems(tree)[file.ordinal];
    const scopes: ModuleData[] = [];
    if (node !== undefined) addScopes(db, file.text, node, 0, scopes);
    return scopes;
  },
  { equals: (a, b) => a.length === b.length && a.every((scope, i) => scope === b[i]), onCycle: () => [] },
);

function addScopes(
  db: Database,
  text: BodyText,
  block: NodeIndex,
  depth: number,
  scopes: ModuleData[],
): void {
  if (depth >= recursionLimit) return;
  for (const call of statementCalls(db, text, block)) {
    const expansion: BodyText = { kind: 'Expansion', call };
    const tree = bodyTextTree(db, expansion);
    if (tree === undefined) continue;
    const root = blocksWithItems(tree)[0] === 0 ? blocksOfText(db, expansion)[0] : undefined;
    if (root !== undefined) scopes.push(blockDefMap(db, root).scope);
    addScopes(db, expansion, 0, depth + 1, scopes);
  }
}
