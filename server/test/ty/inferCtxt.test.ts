import { strict as assert } from 'node:assert';
import type { DefId } from '../../src/hir/defs.ts';
import { Database } from '../../src/query/database.ts';
import { InferCtxt } from '../../src/ty/inferCtxt.ts';
import {
  constUnknown,
  mkAdt,
  mkArgs,
  mkArray,
  mkBoundRegion,
  mkConstInfer,
  mkDynamic,
  mkFnPtr,
  mkRef,
  mkSlice,
  mkTuple,
  mkUsize,
  prim,
  unit,
  unknownTy,
} from '../../src/ty/intern.ts';
import { emptyParamEnv } from '../../src/ty/predicates.ts';
import type { FnSig, Ty } from '../../src/ty/types.ts';

const context = () => new InferCtxt(new Database(), emptyParamEnv);
const list = 7 as DefId;
const listOf = (elem: Ty): Ty => mkAdt(list, mkArgs([elem]));

describe('interning', () => {
  it('makes equal types the same object', () => {
    assert.equal(mkTuple([prim.u8, listOf(prim.str)]), mkTuple([prim.u8, listOf(prim.str)]));
    assert.notEqual(mkRef(prim.u8, true), mkRef(prim.u8, false));
    assert.notEqual(mkArray(prim.u8, mkUsize(2)), mkArray(prim.u8, mkUsize(3)));
    assert.equal(mkTuple([]), unit);
  });

  it('sorts what the order of means nothing in a trait object', () => {
    const [a, b] = [3 as DefId, 4 as DefId];
    assert.equal(mkDynamic(undefined, [a, b]), mkDynamic(undefined, [b, a, b]));
  });
});

describe('unification', () => {
  it('binds variables through structure', () => {
    const cx = context();
    const [x, y] = [cx.nextTyVar(), cx.nextTyVar()];
    assert.ok(cx.unify(mkTuple([x, mkSlice(y)]), mkTuple([prim.u8, mkSlice(x)])));
    assert.equal(cx.resolveVars(listOf(y)), listOf(prim.u8));
  });

  it('makes variables one before either is known', () => {
    const cx = context();
    const vars = [cx.nextTyVar(), cx.nextTyVar(), cx.nextTyVar()] as const;
    assert.ok(cx.unify(vars[0], vars[1]) && cx.unify(vars[2], vars[1]));
    assert.ok(cx.isSame(vars[0], vars[2]));
    assert.ok(cx.unify(vars[2], prim.char));
    for (const v of vars) assert.equal(cx.resolveVars(v), prim.char);
  });

  it('keeps integer variables to integers', () => {
    const cx = context();
    const int = cx.nextIntVar();
    assert.ok(!cx.unify(int, prim.f32));
    assert.ok(!cx.unify(int, cx.nextFloatVar()));
    const any = cx.nextTyVar();
    assert.ok(cx.unify(any, int));
    assert.ok(!cx.unify(any, prim.bool));
    assert.ok(cx.unify(any, prim.u64));
    assert.equal(cx.shallowResolve(int), prim.u64);
  });

  it('refuses a type inside itself', () => {
    const cx = context();
    const [x, y] = [cx.nextTyVar(), cx.nextTyVar()];
    assert.ok(!cx.unify(x, listOf(x)));
    assert.ok(cx.unify(y, listOf(x)));
    assert.ok(!cx.unify(x, mkRef(y, false)));
  });

  it('leaves no trace of what fails', () => {
    const cx = context();
    const x = cx.nextTyVar();
    assert.ok(!cx.unify(mkTuple([x, prim.u8]), mkTuple([prim.bool, prim.u16])));
    assert.equal(cx.shallowResolve(x), x);
  });

  it('takes a probe back, its variables included', () => {
    const cx = context();
    const x = cx.nextTyVar();
    cx.probe(() => {
      const inner = cx.nextTyVar();
      assert.ok(cx.unify(x, listOf(inner)) && cx.unify(inner, prim.u8));
      assert.equal(cx.resolveVars(x), listOf(prim.u8));
    });
    assert.equal(cx.resolveVars(x), x);
    assert.equal(cx.tyVarCount, 1);
  });

  it('lets the unknown fit everything without spreading', () => {
    const cx = context();
    const x = cx.nextTyVar();
    assert.ok(cx.unify(listOf(x), listOf(unknownTy)));
    assert.ok(cx.unify(x, prim.u8));
    assert.equal(cx.resolveVars(x), prim.u8);
    const int = cx.nextIntVar();
    assert.ok(cx.unify(int, unknownTy));
    assert.equal(cx.shallowResolve(int), unknownTy);
  });

  it('binds lengths of arrays', () => {
    const cx = context();
    const n = cx.nextConstVar();
    assert.equal(n, mkConstInfer(0));
    assert.ok(cx.unify(mkArray(prim.u8, n), mkArray(prim.u8, mkUsize(4))));
    assert.ok(!cx.unify(mkArray(prim.u8, n), mkArray(prim.u8, mkUsize(5))));
    assert.ok(cx.unify(mkArray(prim.u8, constUnknown), mkArray(prim.u8, mkUsize(5))));
  });

  it('takes no notice of regions', () => {
    const cx = context();
    const sig = (input: Ty, regions: readonly string[]): FnSig => ({
      inputs: [input],
      output: unit,
      isUnsafe: false,
      isVarargs: false,
      abi: 'Rust',
      boundRegions: regions,
    });
    const bound = mkFnPtr(sig(mkRef(prim.u8, false, mkBoundRegion(0, 0)), ["'_"]));
    const erased = mkFnPtr(sig(mkRef(prim.u8, false), []));
    assert.notEqual(bound, erased);
    assert.ok(cx.unify(bound, erased));
  });
});
