/** Which macro a call means, in finished code: textual scope first, then paths. */
import { type Database, defineQuery } from '../query/database.ts';
import { lookupTextualMacro, type Surroundings } from './defMap/blockPlace.ts';
import { cratePreludes, enumVariants } from './defMap/defMap.ts';
import { lookupLexicalMacro, resolveModPath, type ScopeView } from './defMap/pathResolution.ts';
import { nameInScope } from './defMap/scopeNames.ts';
import { macroOfStatements } from './defMap/statementItems.ts';
import type { CrateId, DefId } from './defs.ts';
import { crateData } from './inputs.ts';
import type { Path } from './typeRef.ts';

/** The finished names of a crate, as path resolution wants them. */
export function scopeView(db: Database, krate: CrateId): ScopeView {
  return {
    krate,
    edition: crateEdition(db, krate),
    get preludes() {
      return cratePreludes(db, krate);
    },
    name: (scope, name) => nameInScope(db, scope, name),
    variants: (def) => enumVariants(db, def),
  };
}

const crateEdition = defineQuery<CrateId, ScopeView['edition']>(
  'crateEdition',
  (db, krate) => crateData(db, krate).edition,
);

export function resolveMacroIn(
  db: Database,
  krate: CrateId,
  around: Surroundings,
  path: Path,
): DefId | undefined {
  const first = path.segments[0];
  if (first === undefined) return undefined;
  const view = scopeView(db, krate);
  if (path.kind === 'Plain' && path.segments.length === 1) {
    const textual = lookupTextualMacro(db, around, first.name);
    if (textual !== undefined) return textual;
    const entry = lookupLexicalMacro(view, around.lexical, first.name);
    if (entry?.res.kind === 'Def') return entry.res.def;
    // Asked for last, so that to resolve a statement's macro does not take what its expansion declares.
    return entry ? undefined : macroOfStatements(db, around, first.name);
  }
  const found = resolveModPath(view, around.lexical, path, false);
  const entry = found?.consumed === path.segments.length ? found.entries.macro : undefined;
  return entry?.res.kind === 'Def' ? entry.res.def : undefined;
}
