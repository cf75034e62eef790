/** Which module of core or std is the prelude of an edition. */
import type { Edition } from '../../project/crateGraph.ts';
import { type DefId, defKind } from '../defs.ts';
import type { DefMap } from './defMap.ts';

/** `prelude::rust_20xx`, or `prelude::v1` where a std is too old to have one for the edition. */
export function findPrelude(std: DefMap, edition: Edition): DefId | undefined {
  const prelude = childModule(std, std.root, 'prelude');
  if (prelude === undefined) return undefined;
  return childModule(std, prelude, `rust_${edition}`) ?? childModule(std, prelude, 'v1');
}

function childModule(map: DefMap, module: DefId, name: string): DefId | undefined {
  const entry = map.modules.get(module)?.names.get(name)?.type;
  if (entry?.res.kind !== 'Def' || defKind(entry.res.def) !== 'Mod') return undefined;
  return entry.res.def;
}
