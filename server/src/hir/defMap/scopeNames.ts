/**
 * What one name means in one finished scope. Most code mentions a few of the names of the scopes that it stands in, so
 * in the crates of the workspace, which are edited, each name that was looked up, found or not, is a query of its own:
 * who asked for it is not disturbed when the scope gets another name. Of libraries, scopes are read as a whole: they do
 * not change, and remembering each name would only take room.
 */
import type { Brand } from '../../base/brand.ts';
import { NamePairs } from '../../base/namePairs.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import { type DefId, defCrate } from '../defs.ts';
import { crateData } from '../inputs.ts';
import { blockDefMap, crateMacroScopes, defLoc, moduleData } from './defMap.ts';
import { lookupMacro } from './macroScope.ts';
import { type PerNs, type ScopeRef, samePerNs } from './scope.ts';

/** A definition and a name. */
export type DefName = Brand<number, 'DefName'>;

export const defNames = new NamePairs<DefName, DefId>();

/** Whether the code of a definition is the user's own. */
export const isEdited = (db: Database, def: DefId): boolean =>
  crateData(db, defCrate(def)).origin === 'local';

/** What a name means in a scope; undefined if nothing. */
export function nameInScope(db: Database, { def, block }: ScopeRef, name: string): PerNs | undefined {
  if (block !== undefined) return blockDefMap(db, block).scope.names.get(name);
  return isEdited(db, def)
    ? nameInModule(db, defNames.intern(def, name))
    : moduleData(db, def)?.names.get(name);
}

const nameInModule = defineQuery<DefName, PerNs | undefined>(
  'nameInModule',
  (db, id) => {
    const { key: module, name } = defNames.lookup(id);
    return moduleData(db, module)?.names.get(name);
  },
  { equals: (a, b) => a === b || (a !== undefined && b !== undefined && samePerNs(a, b)) },
);

/** The `macro_rules!` of a name in textual scope where an item of a module stands. */
export function textualMacroAt(db: Database, item: DefId, name: string): DefId | undefined {
  return isEdited(db, item)
    ? textualMacro(db, defNames.intern(item, name))
    : findTextualMacro(db, item, name);
}

const textualMacro = defineQuery<DefName, DefId | undefined>('textualMacro', (db, id) => {
  const { key: item, name } = defNames.lookup(id);
  return findTextualMacro(db, item, name);
});

function findTextualMacro(db: Database, item: DefId, name: string): DefId | undefined {
  const loc = defLoc(db, item);
  return loc && lookupMacro(crateMacroScopes(db, defCrate(item)), loc.macroScope, name).def;
}
