/** The function around a place, its copies, and the places that cause each. */
import type { CrateId, DefId, FileId } from '../hir/defs.ts';
import { defCrate } from '../hir/defs.ts';
import type { FileRange } from '../hir/fileRange.ts';
import { configOf } from '../mono/config.ts';
import { unusedParamNames } from '../mono/polymorphize.ts';
import { sizeEstimate } from '../mono/stats.ts';
import { functionAt } from './fileDefs.ts';
import { paramNames } from './genericParams.ts';
import { type ItemInfo, itemInfo, type Printers } from './itemInfo.ts';
import { originOf } from './itemLabels.ts';
import { type GroupInfo, groupId } from './monoItems.ts';
import { causePlaces, definitionRange } from './places.ts';
import { copiesOf, type Program } from './program.ts';
import { mayConcern } from './unresolved.ts';

export interface InstantiationsAt {
  readonly group: GroupInfo;
  readonly range: FileRange;
  readonly instantiations: readonly { readonly item: ItemInfo; readonly causes: readonly FileRange[] }[];
  readonly incomplete: boolean;
}

/** Causes of copies past this one are not looked for. */
const maximumWithCauses = 200;

export function instantiationsAt(
  program: Program,
  printers: Printers,
  krate: CrateId,
  file: FileId,
  offset: number,
): InstantiationsAt | undefined {
  const def = functionAt(program.db, krate, file, offset);
  return def === undefined ? undefined : instantiationsOf(program, printers, def);
}

export function instantiationsOf(
  program: Program,
  printers: Printers,
  def: DefId,
): InstantiationsAt | undefined {
  const { db } = program;
  const range = definitionRange(db, def);
  const [config] = program.configs;
  if (!range || config === undefined) return undefined;
  const copies = copiesOf(program, def);
  const size = copies.reduce((sum, { config, item }) => sum + sizeEstimate(db, configOf(config), item), 0);
  return {
    group: {
      id: groupId(def, 'fn'),
      label: printers.of(config).path(def),
      kind: 'fn',
      parameters: paramNames(db, def),
      unused: unusedParamNames(db, def),
      copies: copies.length,
      size,
      range,
      origin: originOf(db, defCrate(def)),
    },
    range,
    instantiations: copies.map((copy, i) => ({
      item: itemInfo(db, printers, copy),
      causes: i < maximumWithCauses ? causePlaces(db, copy) : [],
    })),
    incomplete: mayConcern(program, def).length > 0,
  };
}
