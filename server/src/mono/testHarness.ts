/**
 * What `rustc --test` adds to a crate: a `main` of its own that runs every `#[test]` function. For each test the
 * compiler makes a const with the test's name, whose value holds a closure that calls the function and checks what
 * it returns (`rustc_builtin_macros::test`). These have no source; they are definitions that only exist here.
 */

import { hasAttr } from '../hir/attrs.ts';
import { assocItems } from '../hir/defMap/assocItems.ts';
import { crateDefMap } from '../hir/defMap/defMap.ts';
import { item as itemOf } from '../hir/defMap/defSource.ts';
import { langItem } from '../hir/defMap/langItems.ts';
import { type CrateId, crateRoot, type DefId, defCrate, defData, defKind, internDef } from '../hir/defs.ts';
import { crateData, sysrootCrates } from '../hir/inputs.ts';
import { dbTypeOps } from '../mir/dbTypeOps.ts';
import { optimizesMir } from '../project/profile.ts';
import type { Database } from '../query/database.ts';
import { emptyArgs, mkArgs, mkClosure, unit } from '../ty/intern.ts';
import { emptyParamEnv } from '../ty/predicates.ts';
import { normalizeErasing } from '../ty/project.ts';
import { fnSig } from '../ty/signatures.ts';
import { fnItem, type MonoItem, mkInstance, monoInstance } from './instance.ts';
import { localItems } from './localItems.ts';
import { resolveInstance } from './resolve.ts';

/** The `#[test]` functions of a crate. */
export function testFunctions(db: Database, krate: CrateId): DefId[] {
  const { cfg } = crateData(db, krate);
  return localItems(db, krate).filter((def) => {
    if (defKind(def) !== 'Fn') return false;
    const item = itemOf(db, def);
    return (
      item !== undefined &&
      (hasAttr(item.attrs, cfg, 'test') || hasAttr(item.attrs, cfg, 'core::prelude::v1::test'))
    );
  });
}

/** The closure that runs a test; `testOfClosure` finds the test again. */
export function testClosure(test: DefId): DefId {
  const { krate, parent, name } = defData(test);
  const holder = internDef({ krate, parent, kind: 'Const', name, disambiguator: 0 });
  return internDef({ krate, parent: holder, kind: 'Closure', name: '', disambiguator: 0 });
}

/** The test whose harness closure this is. */
export function testOfClosure(db: Database, closure: DefId): DefId | undefined {
  const { parent, krate } = defData(closure);
  if (parent === undefined || defKind(parent) !== 'Const' || itemOf(db, parent) !== undefined)
    return undefined;
  const { parent: module, name } = defData(parent);
  const test = internDef({ krate, parent: module, kind: 'Fn', name, disambiguator: 0 });
  return itemOf(db, test) ? test : undefined;
}

/** The generated `main`. */
function harnessMain(db: Database, krate: CrateId): DefId {
  const root = crateRoot(krate);
  const hasMain = crateDefMap(db, krate).modules.get(root)?.names.get('main')?.value !== undefined;
  return internDef({ krate, parent: root, kind: 'Fn', name: 'main', disambiguator: hasMain ? 1 : 0 });
}

/** The generated `main`, and what starts it. */
export function testRoots(db: Database, krate: CrateId): MonoItem[] {
  const roots: MonoItem[] = [fnItem(monoInstance(harnessMain(db, krate)))];
  const start = langItem(db, krate, 'start');
  const instance = start === undefined ? undefined : resolveInstance(db, start, mkArgs([unit]));
  if (instance) roots.push(fnItem(instance));
  return roots;
}

/**
 * What generated code uses: `main` has a table of pointers to the closures, each of which calls its test. Undefined:
 * the definition was not generated.
 */
export function harnessUses(db: Database, def: DefId): MonoItem[] | undefined {
  const krate = defCrate(def);
  if (!crateData(db, krate).isTest) return undefined;
  if (defData(def).name === 'main' && def === harnessMain(db, krate)) {
    const callOnce = methodOfLang(db, krate, 'fn_once', 'call_once');
    if (callOnce === undefined) return [];
    return testFunctions(db, krate).map((test) => {
      const args = mkArgs([mkClosure(testClosure(test), emptyArgs), unit]);
      return fnItem(mkInstance({ kind: 'ClosureOnceShim', def: callOnce }, args));
    });
  }
  const test = testOfClosure(db, def);
  if (test === undefined) return undefined;
  const items: MonoItem[] = [fnItem(monoInstance(test))];
  const check = assertTestResult(db);
  const result = normalizeErasing(db, fnSig(db, test).output);
  const checked = check === undefined ? undefined : resolveInstance(db, check, mkArgs([result]));
  if (checked) items.push(fnItem(checked));
  return items;
}

/**
 * The size of generated code: `main` borrows its table and hands it on as a slice, and a closure makes two calls. What
 * the test returns has a place of its own for a time, if it has a size. Undefined: the definition was not generated.
 */
export function harnessSize(db: Database, def: DefId): number | undefined {
  const krate = defCrate(def);
  const { isTest, profile } = crateData(db, krate);
  if (!isTest) return undefined;
  const isOptimized = optimizesMir(profile);
  if (defData(def).name === 'main' && def === harnessMain(db, krate)) return isOptimized ? 5 : 4;
  const test = testOfClosure(db, def);
  if (test === undefined) return undefined;
  const result = normalizeErasing(db, fnSig(db, test).output);
  return isOptimized && !dbTypeOps(db, krate, emptyParamEnv).isZst(result) ? 5 : 3;
}

function methodOfLang(db: Database, krate: CrateId, item: string, method: string): DefId | undefined {
  const trait = langItem(db, krate, item);
  return trait === undefined ? undefined : assocItems(db, trait).find(({ name }) => name === method)?.def;
}

/** `test::assert_test_result`, where the sources of the `test` crate are known. */
function assertTestResult(db: Database): DefId | undefined {
  const { test } = sysrootCrates(db);
  if (test === undefined) return undefined;
  const { root, modules } = crateDefMap(db, test);
  const res = modules.get(root)?.names.get('assert_test_result')?.value?.res;
  return res?.kind === 'Def' ? res.def : undefined;
}
