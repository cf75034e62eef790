/** placeholder */
import type { DefId } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import type { GenericArgs } from './types.ts';

export function interpretConst(_db: Database, _def: DefId, _args: GenericArgs): bigint | boolean | undefined {
  return undefined;
}
