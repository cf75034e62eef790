/** What a crate's `DefMap` says, as text: for each module its names with what they stand for. */
import { crateDefMap } from '../../src/hir/defMap/defMap.ts';
import { namespaces, type ScopeRes } from '../../src/hir/defMap/scope.ts';
import { type CrateId, type DefId, defData, defKind } from '../../src/hir/defs.ts';
import { crateData } from '../../src/hir/inputs.ts';
import type { Database } from '../../src/query/database.ts';

/** `crate::module::Name`. */
export function defPath(db: Database, def: DefId): string {
  const { parent, name, krate, kind } = defData(def);
  if (parent === undefined) return crateData(db, krate).name;
  const own = kind === 'Impl' ? `{impl ${name}}` : kind === 'ForeignMod' ? '{extern}' : name;
  return `${defPath(db, parent)}::${own}`;
}

export function resText(db: Database, res: ScopeRes): string {
  return res.kind === 'PrimTy' ? res.name : `${defKind(res.def)} ${defPath(db, res.def)}`;
}

/** All scopes of a crate, a module a paragraph, names sorted; `(g)` marks what a glob brought. */
export function dumpScopes(db: Database, krate: CrateId): string {
  const paragraphs: string[] = [];
  for (const module of crateDefMap(db, krate).modules.values()) {
    const lines = [...module.names].map(([name, entries]) => {
      const parts = namespaces.flatMap((ns) => {
        const entry = entries[ns];
        if (!entry) return [];
        return `${ns[0]}${entry.origin === 'Glob' ? '(g)' : ''} ${resText(db, entry.res)}`;
      });
      return `  ${name}: ${parts.join(', ')}`;
    });
    for (const trait of module.unnamedTraits.keys()) lines.push(`  _: t Trait ${defPath(db, trait)}`);
    paragraphs.push([defPath(db, module.def), ...lines.sort()].join('\n'));
  }
  return paragraphs.join('\n');
}
