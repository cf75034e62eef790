/** Macro calls in the place of a type, `m!(…)`. */
import { type Database, defineQuery } from '../query/database.ts';
import { internMacroCall, type MacroCallId } from './hirFile.ts';
import { lowerCtx, lowerTypeRef } from './lowerTypes.ts';
import { expansion } from './macros/expansion.ts';
import { type Resolver, resolveMacro } from './resolver.ts';
import { expansionTree } from './source.ts';
import type { TypeRef } from './typeRef.ts';

/** The type that a call expands to; undefined if that is not known. */
export function expandTypeMacro(
  db: Database,
  resolver: Resolver,
  { path, args }: TypeRef & { readonly kind: 'Macro' },
): TypeRef | undefined {
  const def = resolveMacro(db, resolver, path);
  if (def === undefined) return undefined;
  const { krate } = resolver;
  return typeOfCall(db, internMacroCall({ krate, def, fragment: 'Type', site: { kind: 'Detached', args } }));
}

const typeOfCall = defineQuery<MacroCallId, TypeRef | undefined>('typeOfCall', (db, call) => {
  if (expansion(db, call).unknown) return undefined;
  const { tree } = expansionTree(db, call);
  return lowerTypeRef(lowerCtx(tree), 0);
});
