/** The item that a macro is applied to, as its item tree has it: what stands elsewhere in the file does not matter. */
import { structuralEquals } from '../../base/structuralEquals.ts';
import { defineQuery, type Query } from '../../query/database.ts';
import { itemOfAstId } from '../fileAstId.ts';
import { type MacroCallId, macroCall } from '../hirFile.ts';
import type { Item } from '../itemTree.ts';
import { itemTree } from '../source.ts';

/** Of a derive or an attribute macro. */
export const siteItem: Query<MacroCallId, Item | undefined> = defineQuery<MacroCallId, Item | undefined>(
  'siteItem',
  (db, id) => {
    const { site } = macroCall(id);
    if (site.kind !== 'Derive' && site.kind !== 'Attribute') return undefined;
    const tree = itemTree(db, site.file);
    const item = itemOfAstId(tree, site.item);
    return item === undefined ? undefined : tree.items[item];
  },
  { equals: structuralEquals, keep: 128 },
);
