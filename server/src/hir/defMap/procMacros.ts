/**
 * Which names may be procedural macros, and which of these can be expanded.
 *
 * Any attribute may be a macro, but nearly all are none: built in, a tool's, or a helper of a derive. An item with one
 * that may be is put aside until names are resolved, so only those are considered whose last word is the name of some
 * attribute macro in the crate graph.
 */
import { equalSets } from '../../base/equalSets.ts';
import { type Database, defineQuery, type Query } from '../../query/database.ts';
import { hasAttr, parseSimplePath } from '../attrs.ts';
import { type CrateId, type DefId, defCrate } from '../defs.ts';
import { internHirFile } from '../hirFile.ts';
import { crateData, cratesOfOrigin } from '../inputs.ts';
import type { Attrs, Item } from '../itemTree.ts';
import { isKnownAttribute, isKnownDerive } from '../macros/proc/procMacro.ts';
import { itemTree } from '../source.ts';
import type { Path } from '../typeRef.ts';
import { item as itemOf } from './defSource.ts';
import { procMacroKind } from './macroDefs.ts';

export type MacroUse = 'Call' | 'Derive' | 'Attribute';

const macroUses: readonly MacroUse[] = ['Call', 'Derive', 'Attribute'];

/**
 * Names of the macros of one use that can be expanded, of all crates or of those that are not the user's own: what is
 * asked for libraries must not depend on these. The macros stand at the root of their crates. Key: `keyOfNames`.
 */
const procMacroNames: Query<number, ReadonlySet<string>> = defineQuery<number, ReadonlySet<string>>(
  'procMacroNames',
  (db, key) => {
    const use = macroUses[key >> 1]!;
    const withLocal = (key & 1) === 1;
    const names = new Set<string>(withLocal ? procMacroNames(db, keyOfNames(use, false)) : []);
    for (const id of cratesOfOrigin(db, withLocal ? 'local' : 'library')) {
      const { crateType, root: file, cfg } = crateData(db, id);
      if (crateType !== 'proc-macro' || !isExpandableCrate(db, id, use)) continue;
      const { items, roots } = itemTree(db, internHirFile({ kind: 'File', file }));
      for (const root of roots) {
        const item = items[root];
        if (item?.kind === 'Fn' && procMacroKind(item.attrs, cfg) === use) names.add(item.name);
      }
    }
    return names;
  },
  { equals: equalSets },
);

function keyOfNames(use: MacroUse, withLocal: boolean): number {
  return 2 * macroUses.indexOf(use) + (withLocal ? 1 : 0);
}

/** Names of those that code of that crate may use so: std uses none, but its `#[unstable]`s have the name of one that a library may bring. */
export function usableProcMacros(db: Database, krate: CrateId, use: MacroUse): ReadonlySet<string> {
  const { origin } = crateData(db, krate);
  return origin === 'lang' ? none : procMacroNames(db, keyOfNames(use, origin === 'local'));
}

const none: ReadonlySet<string> = new Set();

/** The first attribute of an item in that crate that may be a macro. */
export function attributeMacro(
  db: Database,
  krate: CrateId,
  attrs: Attrs,
): { readonly path: Path; readonly text: string } | undefined {
  if (attrs.list.length === 0) return undefined;
  const names = usableProcMacros(db, krate, 'Attribute');
  for (const { path: text } of attrs.list) {
    if (!names.has(text.slice(text.lastIndexOf(':') + 1))) continue;
    const path = parseSimplePath(text);
    if (path && hasAttr(attrs, crateData(db, krate).cfg, text)) return { path, text };
  }
  return undefined;
}

/** Whether a text of code of that crate has an attribute in it that may be a macro. */
export function mayUseAttributeMacro(db: Database, krate: CrateId, text: string): boolean {
  const names = usableProcMacros(db, krate, 'Attribute');
  if (names.size === 0) return false;
  for (const [, name] of text.matchAll(/#\s*\[\s*(?:::\s*)?(?:\w+\s*::\s*)*(\w+)/g))
    if (names.has(name!)) return true;
  return false;
}

/** Whether a function of a proc-macro crate is a macro of that use, and what it makes can be told. */
export function isExpandableProcMacro(db: Database, krate: CrateId, item: Item, use: MacroUse): boolean {
  return procMacroKind(item.attrs, crateData(db, krate).cfg) === use && isExpandableCrate(db, krate, use);
}

/** The same of a definition, in finished code. */
export function isExpandableProcMacroDef(db: Database, def: DefId, use: MacroUse): boolean {
  const item = itemOf(db, def);
  return item?.kind === 'Fn' && isExpandableProcMacro(db, defCrate(def), item, use);
}

function isExpandableCrate(db: Database, krate: CrateId, use: MacroUse): boolean {
  const { name, procMacroLibrary } = crateData(db, krate);
  if (procMacroLibrary !== undefined) return true;
  return (use === 'Derive' && isKnownDerive(name)) || (use === 'Attribute' && isKnownAttribute(name));
}
