/** The blocks of a body that declare items of their own. */
import { type Database, defineQuery } from '../../query/database.ts';
import type { DefId } from '../defs.ts';
import { type BodyText, type HirFileId, internHirFile } from '../hirFile.ts';
import { blocksWithItems, bodyTextTree } from '../source.ts';

/** The blocks of one body text that declare items directly, in source order. */
export function blocksOfText(db: Database, text: BodyText): HirFileId[] {
  const tree = bodyTextTree(db, text);
  if (tree === undefined) return [];
  return blocksWithItems(tree).map((_, ordinal) => internHirFile({ kind: 'Block', text, ordinal }));
}

/** The blocks, in source order, that declare the items whose parent is this function, const or static. */
export const blocksOfOwner = defineQuery<DefId, readonly HirFileId[]>(
  'blocksOfOwner',
  (db, owner) => blocksOfText(db, { kind: 'Body', owner }),
  { equals: (a, b) => a.length === b.length && a.every((block, i) => block === b[i]) },
);
