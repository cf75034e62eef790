/** The structs, enums and unions that the compiler itself knows, by `#[lang = "…"]` on the item. */
import { attrString, findAttr } from '../hir/attrs.ts';
import { item } from '../hir/defMap/defSource.ts';
import { type DefId, defCrate } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { type Database, defineQuery } from '../query/database.ts';

/** `owned_box`, `phantom_data`, `manually_drop`, … or undefined. */
export const langAdt = defineQuery<DefId, string | undefined>('langAdt', (db, adt) => {
  const it = item(db, adt);
  return it && attrString(findAttr(it.attrs, crateData(db, defCrate(adt)).cfg, 'lang'));
});

export function isPhantomData(db: Database, adt: DefId): boolean {
  return langAdt(db, adt) === 'phantom_data';
}

export function isManuallyDrop(db: Database, adt: DefId): boolean {
  return langAdt(db, adt) === 'manually_drop';
}

export function isBox(db: Database, adt: DefId): boolean {
  return langAdt(db, adt) === 'owned_box';
}
