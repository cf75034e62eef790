/** Which module of core or std is the prelude of an edition. */
import type { Edition } from '../../project/crateGraph.ts';
import type { Database } from '../../query/database.ts';
import { type CrateId, crateRoot, type DefId, defCrate, defKind } from '../defs.ts';
import { crateDefMap } from './defMap.ts';

/** `prelude::rust_20xx`, or `prelude::v1` where a std is too old to have one for the edition. */
export function findPrelude(db: Database, std: CrateId, edition: Edition): DefId | undefined {
  const prelude = childModule(db, crateRoot(std), 'prelude');
  if (prelude === undefined) return undefined;
  return childModule(db, prelude, `rust_${edition}`) ?? childModule(db, prelude, 'v1');
}

function childModule(db: Database, module: DefId, name: string): DefId | undefined {
  const { modules } = crateDefMap(db, defCrate(module));
  const entry = modules.get(module)?.names.get(name)?.type;
  if (entry?.res.kind !== 'Def' || defKind(entry.res.def) !== 'Mod') return undefined;
  return entry.res.def;
}
