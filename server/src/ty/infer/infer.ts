/**
 * Inference of one body: what every expression, pattern and binding in it is. After rustc's `hir_typeck`.
 *
 * The body is walked once, in rustc's order, over types with variables in them. What cannot be decided on the spot
 * becomes an obligation, or is put off: casts, calls of closures whose kind is open. After the walk come the
 * fallbacks, then the casts, then the analysis of what closures capture, and `writeback` makes the result.
 *
 * A body that needs its own result (a recursive function that returns `impl Trait`) gets an empty one.
 */
import { body } from '../../hir/body/lower.ts';
import { type DefId, defKind, typeckRoot } from '../../hir/defs.ts';
import { defineRememberedQuery } from '../../hir/rememberedBodies.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import type { ClosureInfo, InferenceResult } from '../inferenceResult.ts';
import { unknownTy } from '../intern.ts';
import { fnSig, typeOf } from '../signatures.ts';
import type { Ty } from '../types.ts';
import { checkCasts } from './cast.ts';
import { completeCoerceMany, newCoerceMany } from './coerceMany.ts';
import { checkReturnOrTail } from './controlFlow.ts';
import { checkExprCoercibleTo } from './expr.ts';
import { typeInferenceFallback } from './fallback.ts';
import { createFnCtxt, type FnCtxt, normalize, normalizeSig, selectWherePossible } from './fnCtxt.ts';
import { defineOpaqueTypes } from './opaque.ts';
import { checkPatTop } from './pat.ts';
import { analyzeClosures } from './upvar.ts';
import { resolveBody } from './writeback.ts';

/** The inference of the body that `def` is in: of a closure or inline const, its outermost owner's. */
export function infer(db: Database, def: DefId): InferenceResult {
  return inferRoot(db, typeckRoot(def));
}

const inferRoot = defineQuery<DefId, InferenceResult>('infer', inferBody, {
  onCycle: (_db, def) => emptyResult(def),
  keep: 256,
});

/** Kind, signature and captures of a closure or async block. */
export const closureInfo = defineRememberedQuery<ClosureInfo | undefined>(
  'closureInfo',
  'closure',
  (db, closure) => infer(db, closure).closures.get(closure),
  { onCycle: () => undefined },
);

/** The types behind the `impl Trait`s that a body defines, over the body's parameters. */
export const definedOpaqueTypes = defineRememberedQuery<readonly DefinedOpaque[]>(
  'definedOpaqueTypes',
  'opaques',
  (db, owner) => [...infer(db, owner).opaqueTypes].map(([def, ty]) => ({ def, ty })),
  { onCycle: () => [] },
);

/** An `impl Trait`, and what it is. */
export interface DefinedOpaque {
  readonly def: DefId;
  readonly ty: Ty;
}

function emptyResult(owner: DefId): InferenceResult {
  return {
    owner,
    exprTypes: [],
    patTypes: [],
    bindingTypes: [],
    adjustments: new Map(),
    patAdjustments: new Map(),
    bindingModes: [],
    methods: new Map(),
    paths: new Map(),
    patPaths: new Map(),
    fields: new Map(),
    structFields: new Map(),
    patFields: new Map(),
    casts: new Map(),
    closures: new Map(),
    opaqueTypes: new Map(),
    unresolved: [],
  };
}

function inferBody(db: Database, owner: DefId): InferenceResult {
  const hir = body(db, owner);
  if (!hir) return emptyResult(owner);
  const fcx = createFnCtxt(db, owner, hir);
  defineOpaqueTypes(fcx);
  if (defKind(owner) === 'Fn') checkFn(fcx);
  else checkConst(fcx);
  typeInferenceFallback(fcx);
  checkCasts(fcx);
  selectWherePossible(fcx);
  analyzeClosures(fcx);
  selectWherePossible(fcx);
  return resolveBody(fcx);
}

function checkFn(fcx: FnCtxt): void {
  const sig = normalizeSig(fcx, fcx.infcx.instantiateSig(fnSig(fcx.db, fcx.owner)));
  const coerce = newCoerceMany(sig.output);
  fcx.returns = coerce;
  fcx.body.params.forEach((pat, i) => {
    checkPatTop(fcx, pat, sig.inputs[i] ?? unknownTy);
  });
  checkReturnOrTail(fcx, fcx.body.root);
  fcx.infcx.unify(sig.output, completeCoerceMany(coerce));
}

function checkConst(fcx: FnCtxt): void {
  checkExprCoercibleTo(fcx, fcx.body.root, normalize(fcx, typeOf(fcx.db, fcx.owner)));
}
