/** Where a definition is declared. */
import type { Database } from '../../query/database.ts';
import type { DefId } from '../defs.ts';
import type { HirFileId } from '../hirFile.ts';
import type { ItemId } from '../itemTree.ts';

export interface DefSource {
  readonly file: HirFileId;
  readonly item: ItemId;
}

export function defSource(_db: Database, _def: DefId): DefSource | undefined {
  return undefined;
}
