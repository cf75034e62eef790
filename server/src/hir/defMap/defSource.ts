/** From a definition to the item that declares it. */
import { structuralEquals } from '../../base/structuralEquals.ts';
import { type CfgOptions, evaluateCfg } from '../../project/cfg.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import { assocContainer, type DefId, defCrate, defData } from '../defs.ts';
import type { HirFileId } from '../hirFile.ts';
import { crateData } from '../inputs.ts';
import type { Item, ItemId } from '../itemTree.ts';
import { itemTree } from '../source.ts';
import type { Conditional, GenericParamsRef } from '../typeRef.ts';
import { assocItemSource } from './assocItems.ts';
import { defLoc } from './defMap.ts';

export interface DefSource {
  readonly file: HirFileId;
  readonly item: ItemId;
}

/**
 * The item that declares a definition. A variant is declared by its enum's item (see `variantData`), a macro of a
 * proc-macro crate by its function; crate roots, closures and anonymous consts have no item.
 */
export function defSource(db: Database, def: DefId): DefSource | undefined {
  const { kind, parent } = defData(def);
  switch (kind) {
    case 'Variant':
      return parent === undefined ? undefined : defSource(db, parent);
    case 'Closure':
    case 'AnonConst':
    case 'InlineConst':
    case 'NestedStatic':
    case 'OpaqueTy':
      return undefined;
    default:
      return assocContainer(def) === undefined ? defLoc(db, def) : assocItemSource(db, def);
  }
}

/** The item of a definition, variants excepted, with those of its parameters that the crate's cfg leaves. */
export const item = defineQuery<DefId, Item | undefined>(
  'item',
  (db, def) => {
    if (defData(def).kind === 'Variant') return undefined;
    const source = defSource(db, def);
    const found = source && itemTree(db, source.file).items[source.item];
    return found && 'generics' in found ? withEnabledParams(db, def, found) : found;
  },
  { equals: structuralEquals },
);

function withEnabledParams<I extends Item & { readonly generics: GenericParamsRef }>(
  db: Database,
  def: DefId,
  item: I,
): I {
  const { cfg } = crateData(db, defCrate(def));
  const params = enabled(item.generics.params, cfg);
  const result = params === item.generics.params ? item : { ...item, generics: { ...item.generics, params } };
  if (result.kind !== 'Fn') return result;
  const inputs = enabled(result.params, cfg);
  return inputs === result.params ? result : { ...result, params: inputs };
}

/** The same list if nothing in it stands under a `cfg`. */
function enabled<P extends Conditional>(params: readonly P[], cfg: CfgOptions): readonly P[] {
  return params.some((param) => param.cfg !== undefined)
    ? params.filter((param) => param.cfg?.every((expr) => evaluateCfg(expr, cfg)) ?? true)
    : params;
}

/** The item if it is of that kind. */
export function itemOfKind<K extends Item['kind']>(
  db: Database,
  def: DefId,
  kind: K,
): Extract<Item, { kind: K }> | undefined {
  const found = item(db, def);
  return found?.kind === kind ? (found as Extract<Item, { kind: K }>) : undefined;
}
