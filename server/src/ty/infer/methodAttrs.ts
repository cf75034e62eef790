/**
 * Attributes of std that method calls mind: unstable methods, which give way to others of their name, and traits that
 * are passed over for arrays and boxed slices in editions that had no such impl.
 */
import { equalLists } from '../../base/equalLists.ts';
import { attrWords } from '../../hir/attrs.ts';
import { item } from '../../hir/defMap/defSource.ts';
import { type DefId, defParent } from '../../hir/defs.ts';
import { enabledFeatures } from '../../hir/enabledFeatures.ts';
import { crateData } from '../../hir/inputs.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import type { Ty } from '../types.ts';
import { boxedTy, type FnCtxt } from './fnCtxt.ts';

/** The feature that a definition is unstable under. */
const unstableFeature = defineQuery<DefId, string | undefined>('unstableFeature', (db, def) =>
  featureOf(db, def),
);

function featureOf(db: Database, def: DefId): string | undefined {
  return item(db, def)?.attrs.list.find((attr) => attr.path === 'unstable')?.args;
}

/** Whether an associated item is unstable for the crate at hand. std itself may use everything. */
export function isUnstable(fcx: FnCtxt, def: DefId): boolean {
  if (crateData(fcx.db, fcx.krate).origin === 'lang') return false;
  const container = defParent(def);
  const feature =
    unstableFeature(fcx.db, def) ??
    (container === undefined ? undefined : unstableFeature(fcx.db, container));
  return feature !== undefined && !enabledFeatures(fcx.db, fcx.krate).has(feature);
}

/** `array.into_iter()` iterates over references before 2021, `boxed_slice.into_iter()` before 2024. */
const skippedReceivers = defineQuery<DefId, readonly string[]>(
  'skippedReceivers',
  (db, trait) => {
    const attr = item(db, trait)?.attrs.list.find((a) => a.path === 'rustc_skip_during_method_dispatch');
    return attr ? attrWords(attr) : [];
  },
  { equals: equalLists },
);

export function isSkippedInDispatch(fcx: FnCtxt, trait: DefId, self: Ty): boolean {
  if (self.kind === 'Array') return fcx.edition < '2021' && skippedReceivers(fcx.db, trait).includes('array');
  if (self.kind !== 'Adt' || fcx.edition >= '2024') return false;
  const boxed = boxedTy(fcx, self);
  if (!boxed || fcx.infcx.shallowResolve(boxed).kind !== 'Slice') return false;
  return skippedReceivers(fcx.db, trait).includes('boxed_slice');
}
