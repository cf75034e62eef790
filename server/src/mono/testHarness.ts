/**
 * What `rustc --test` adds to a crate: a `main` of its own that runs every `#[test]` function. For each test the
 * compiler makes a const with the test's name, whose value holds a closure that runs it (`rustc_builtin_macros::test`,
 * `mir/build/testClosure.ts`). These have no source; they are definitions that only exist here.
 */

import { hasAttr } from '../hir/attrs.ts';
import { assocItems } from '../hir/defMap/assocItems.ts';
import { crateDefMap } from '../hir/defMap/defMap.ts';
import { item as itemOf } from '../hir/defMap/defSource.ts';
import { langItem } from '../hir/defMap/langItems.ts';
import { type CrateId, crateRoot, type DefId, defCrate, defData, defKind, internDef } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { testClosure } from '../mir/build/testClosure.ts';
import { optimizesMir } from '../project/profile.ts';
import type { Database } from '../query/database.ts';
import { emptyArgs, mkArgs, mkClosure, unit } from '../ty/intern.ts';
import { fnItem, type MonoItem, mkInstance, monoInstance } from './instance.ts';
import { localItems } from './localItems.ts';
import { resolveInstance } from './resolve.ts';

/** The `#[test]` functions of a crate. */
export function testFunctions(db: Database, krate: CrateId): DefId[] {
  const { cfg } = crateData(db, krate);
  return localItems(db, krate).filter((def) => {
    if (defKind(def) !== 'Fn') return false;
    const item = itemOf(db, def);
    return item !== undefined && hasAttr(item.attrs, cfg, 'test');
  });
}

/** The generated `main`. */
function harnessMain(db: Database, krate: CrateId): DefId {
  const root = crateRoot(krate);
  const hasMain = crateDefMap(db, krate).modules.get(root)?.names.get('main')?.value !== undefined;
  return internDef({ krate, parent: root, kind: 'Fn', name: 'main', disambiguator: hasMain ? 1 : 0 });
}

function isHarnessMain(db: Database, def: DefId): boolean {
  const krate = defCrate(def);
  return crateData(db, krate).isTest && defData(def).name === 'main' && def === harnessMain(db, krate);
}

/** The generated `main`, and what starts it. */
export function testRoots(db: Database, krate: CrateId): MonoItem[] {
  const roots: MonoItem[] = [fnItem(monoInstance(harnessMain(db, krate)))];
  const start = langItem(db, krate, 'start');
  const instance = start === undefined ? undefined : resolveInstance(db, start, mkArgs([unit]));
  if (instance) roots.push(fnItem(instance));
  return roots;
}

/** What the generated `main` uses: it has a table of pointers to the closures. Undefined for any other definition. */
export function harnessUses(db: Database, def: DefId): MonoItem[] | undefined {
  if (!isHarnessMain(db, def)) return undefined;
  const krate = defCrate(def);
  const callOnce = methodOfLang(db, krate, 'fn_once', 'call_once');
  if (callOnce === undefined) return [];
  return testFunctions(db, krate).map((test) => {
    const args = mkArgs([mkClosure(testClosure(test), emptyArgs), unit]);
    return fnItem(mkInstance({ kind: 'ClosureOnceShim', def: callOnce }, args));
  });
}

/** The size of the generated `main`, which borrows its table and hands it on as a slice. */
export function harnessSize(db: Database, def: DefId): number | undefined {
  if (!isHarnessMain(db, def)) return undefined;
  return optimizesMir(crateData(db, defCrate(def)).profile) ? 5 : 4;
}

function methodOfLang(db: Database, krate: CrateId, item: string, method: string): DefId | undefined {
  const trait = langItem(db, krate, item);
  return trait === undefined ? undefined : assocItems(db, trait).find(({ name }) => name === method)?.def;
}
