/** Why a function with its arguments is no instance. */
import { assocContainer, type DefId, defData, defKind } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import type { UnresolvedReason } from '../ty/inferenceResult.ts';
import { isTy } from '../ty/intern.ts';
import { normalizeErasingArgs } from '../ty/project.ts';
import { type GenericArgs, TypeFlag } from '../ty/types.ts';

export function whyUnresolved(db: Database, def: DefId, args: GenericArgs): UnresolvedReason {
  const detail = defData(def).name;
  for (const arg of normalizeErasingArgs(db, args).list)
    if (isTy(arg) && arg.flags & TypeFlag.HasUnknown) return { cause: 'type', detail, on: arg };
  const trait = assocContainer(def);
  const self = args.list[0];
  if (trait === undefined || defKind(trait) !== 'Trait' || !self || !isTy(self))
    return { cause: 'call', detail };
  return { cause: 'bound', detail, on: self, trait };
}
