/**
 * The closures that `rustc --test` makes, one for each `#[test]` function: `|| assert_test_result(the_test())`, in a const
 * with the test's name (`rustc_builtin_macros::test`). They have no source: both the const and the closure in it are
 * definitions that only exist here, and their MIR is made up. A test that does little is inlined into its closure.
 */
import { crateDefMap } from '../../hir/defMap/defMap.ts';
import { item as itemOf } from '../../hir/defMap/defSource.ts';
import { type DefId, defCrate, defData, defKind, internDef } from '../../hir/defs.ts';
import { crateData, sysrootCrates } from '../../hir/inputs.ts';
import type { Database } from '../../query/database.ts';
import { emptyArgs, mkArgs, mkClosure, mkFnDef, mkRef, unit } from '../../ty/intern.ts';
import { normalizeErasing } from '../../ty/project.ts';
import { fnSig } from '../../ty/signatures.ts';
import type { Ty } from '../../ty/types.ts';
import { localPlace, plainBlock, returnLocal, returnTerminator } from '../graph.ts';
import type { BasicBlock, BlockId, LocalId, MirBody, Operand, Terminator } from '../mir.ts';

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

/** What the test returns. */
const result: LocalId = 2;
const source = -1;

/** The body of a test's closure; undefined for any other definition. */
export function testClosureBody(db: Database, def: DefId): MirBody | undefined {
  if (defKind(def) !== 'Closure' || !crateData(db, defCrate(def)).isTest) return undefined;
  const test = testOfClosure(db, def);
  if (test === undefined) return undefined;
  const tested = normalizeErasing(db, fnSig(db, test).output);
  const check = assertTestResult(db);
  const checked = check === undefined ? unit : normalizeErasing(db, fnSig(db, check).output);
  const blocks: BasicBlock[] = [
    plainBlock([{ kind: 'StorageLive', local: result }], call(mkFnDef(test, emptyArgs), [], result, 1)),
  ];
  if (check !== undefined) {
    const argument: Operand = { kind: 'Move', place: localPlace(result) };
    blocks.push(plainBlock([], call(mkFnDef(check, mkArgs([tested])), [argument], returnLocal, 2)));
  }
  blocks.push(plainBlock([{ kind: 'StorageDead', local: result }], returnTerminator));
  return {
    def,
    locals: [checked, mkRef(mkClosure(def, emptyArgs), false), tested].map((ty) => ({ ty, name: undefined })),
    argCount: 1,
    blocks,
    promoteds: [],
    unresolved: [],
  };
}

function call(fn: Ty, args: readonly Operand[], to: LocalId, target: BlockId): Terminator {
  return {
    kind: 'Call',
    func: { kind: 'Constant', ty: fn, constant: { kind: 'ZeroSized' }, source },
    args,
    destination: localPlace(to),
    target,
    unwind: undefined,
    source,
  };
}

/** `test::assert_test_result`, where the sources of the `test` crate are known. */
function assertTestResult(db: Database): DefId | undefined {
  const { test } = sysrootCrates(db);
  if (test === undefined) return undefined;
  const { root, modules } = crateDefMap(db, test);
  const res = modules.get(root)?.names.get('assert_test_result')?.value?.res;
  return res?.kind === 'Def' ? res.def : undefined;
}
