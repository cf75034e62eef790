/**
 * `mirBody`: the MIR of a function, const, static, closure or other body, generic over its owner's parameters, built
 * once. After rustc's `rustc_mir_build::builder` (`construct_fn`, `construct_const`).
 */
import { hasAttr } from '../hir/attrs.ts';
import type { BindingId, Body, ExprId, PatId } from '../hir/body/body.ts';
import { body as loweredBody } from '../hir/body/lower.ts';
import { assocItems } from '../hir/defMap/assocItems.ts';
import { item } from '../hir/defMap/defSource.ts';
import { langItem } from '../hir/defMap/langItems.ts';
import { assocContainer, type CrateId, type DefId, defCrate, defKind, typeckRoot } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { remember, remembered } from '../hir/rememberedBodies.ts';
import { optimizesMir } from '../project/profile.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { evalConst } from '../ty/constEval.ts';
import { eraseRegions, instantiateErased } from '../ty/fold.ts';
import { identityArgs } from '../ty/generics.ts';
import { infer } from '../ty/infer/infer.ts';
import type { ClosureInfo, InferenceResult } from '../ty/inferenceResult.ts';
import { mkAdt, mkArgs, mkRef, mkUnevaluated, unknownTy } from '../ty/intern.ts';
import { langAdt } from '../ty/langAdts.ts';
import { paramEnv } from '../ty/predicates.ts';
import { normalizeIn } from '../ty/project.ts';
import { fnSig, typeOf } from '../ty/signatures.ts';
import type { Ty } from '../ty/types.ts';
import {
  type Builder,
  type CaptureField,
  consume,
  newBlock,
  newLocal,
  pushAssign,
  terminate,
} from './build/builder.ts';
import { exprInto } from './build/exprInto.ts';
import { localBuilder, toPlace, variable } from './build/exprPlace.ts';
import { finishBody } from './build/finish.ts';
import { bindIrrefutable, declareBindings } from './build/matches/lower.ts';
import { returnedForEver } from './build/mirror.ts';
import { computeRegionScopes, type RegionScopes } from './build/regionScopes.ts';
import {
  inBreakableScope,
  inScope,
  popScope,
  pushScope,
  Scopes,
  scheduleDrop,
  storageLive,
  unwrittenScope,
} from './build/scope.ts';
import { testClosureBody } from './build/testClosure.ts';
import { anyQualifs, type ConstQualifs, ValueQualifs } from './constQualifs.ts';
import { dbTypeOps } from './dbTypeOps.ts';
import { localPlace, returnLocal, returnTerminator } from './graph.ts';

import type { BlockId, LocalDecl, MirBody } from './mir.ts';
import { optimizeBody } from './optimizedBody.ts';

/** The MIR of a body owner, as its crate's profile has it; undefined for what has no body. */
export function mirBody(db: Database, def: DefId): MirBody | undefined {
  return remember(db, 'mir', def, isOptimized(db, def) ? optimizedMir(db, def) : unoptimizedMir(db, def));
}

function isOptimized(db: Database, def: DefId): boolean {
  return optimizesMir(crateData(db, defCrate(def)).profile);
}

const optimizedMir = defineQuery<DefId, MirBody | undefined>(
  'optimizedMir',
  (db, def) =>
    remembered(db, 'mir', def, () => {
      const body = unoptimizedMir(db, def);
      return body && optimizeBody(db, body, crateData(db, defCrate(def)).profile);
    }),
  // Inlining avoids circles; one that it has not seen coming is a call that is not inlined.
  { onCycle: () => undefined },
);

/** The MIR as rustc has it without optimization. */
export const unoptimizedMir = defineQuery<DefId, MirBody | undefined>(
  'unoptimizedMir',
  (db, def) =>
    isOptimized(db, def) ? buildMir(db, def) : remembered(db, 'mir', def, () => buildMir(db, def)),
  { keep: 4096 },
);

/**
 * What the value of a constant or static is like. Of what a trait declares, which may be another one for another type,
 * nothing is known, nor of what has no body.
 */
export const constQualifs = defineQuery<DefId, ConstQualifs>(
  'constQualifs',
  (db, def): ConstQualifs => {
    const container = assocContainer(def);
    const isDeclared = container !== undefined && defKind(container) === 'Trait';
    const body = isDeclared ? undefined : unoptimizedMir(db, def);
    return body ? new ValueQualifs(db, body, (other) => constQualifs(db, other)).of(returnLocal) : anyQualifs;
  },
  {
    equals: (a, b) => a.needsDrop === b.needsDrop && a.hasMutInterior === b.hasMutInterior,
    onCycle: () => anyQualifs,
  },
);

function buildMir(db: Database, def: DefId): MirBody | undefined {
  const root = typeckRoot(def);
  const body = loweredBody(db, root);
  if (!body) return testClosureBody(db, def);
  const what = subjectOf(db, def, body, infer(db, root));
  if (!what) return undefined;
  try {
    return build(db, def, root, body, what);
  } catch (error) {
    // Expressions nested deeper than the engine's stack.
    if (error instanceof RangeError) return tooDeep(def, what);
    throw error;
  }
}

/** Scopes of temporaries, for an owner and all closures in it. */
const regionScopes = defineQuery<DefId, RegionScopes>(
  'regionScopes',
  (db, root) => {
    const body = loweredBody(db, root)!;
    const inference = infer(db, root);
    return computeRegionScopes(body, {
      edition2024: crateData(db, defCrate(root)).edition === '2024',
      isConst: defKind(root) !== 'Fn',
      isConstructorCall: (callee) => inference.paths.get(callee)?.kind === 'Ctor',
    });
  },
  { keep: 64 },
);

/** What is to be built. */
interface Subject {
  readonly expr: ExprId;
  readonly returnTy: Ty;
  readonly params: readonly { readonly pat: PatId | undefined; readonly ty: Ty }[];
  readonly closure: ClosureInfo | undefined;
  readonly isCoroutine: boolean;
  readonly isConst: boolean;
}

function subjectOf(db: Database, def: DefId, body: Body, inference: InferenceResult): Subject | undefined {
  const typeOfExpr = (expr: ExprId): Ty => {
    const steps = inference.adjustments.get(expr);
    return steps?.[steps.length - 1]?.target ?? inference.exprTypes[expr] ?? unknownTy;
  };
  const constant = (expr: ExprId, returnTy: Ty): Subject => ({
    expr,
    returnTy,
    params: [],
    closure: undefined,
    isCoroutine: false,
    isConst: true,
  });
  const patTy = (pat: PatId): Ty =>
    inference.patAdjustments.get(pat)?.[0] ?? inference.patTypes[pat] ?? unknownTy;
  switch (defKind(def)) {
    case 'Fn': {
      const root = body.exprs[body.root];
      const isAsync = root?.kind === 'Closure' && root.coroutine === 'asyncFn';
      return {
        expr: body.root,
        returnTy: isAsync
          ? typeOfExpr(body.root)
          : normalizeIn(db, paramEnv(db, def), instantiateErased(fnSig(db, def)).output),
        params: body.params.map((pat) => ({ pat, ty: patTy(pat) })),
        closure: undefined,
        isCoroutine: false,
        isConst: false,
      };
    }
    case 'Closure': {
      const at = body.closures.get(def);
      const expr = at === undefined ? undefined : body.exprs[at];
      const closure = inference.closures.get(def);
      if (at === undefined || expr?.kind !== 'Closure' || !closure) return undefined;
      const closureTy = inference.exprTypes[at] ?? unknownTy;
      const isCoroutine = closureTy.kind === 'Coroutine';
      const self =
        isCoroutine || closure.kind === 'FnOnce' ? closureTy : mkRef(closureTy, closure.kind === 'FnMut');
      const params: { pat: PatId | undefined; ty: Ty }[] = [{ pat: undefined, ty: self }];
      if (isCoroutine) params.push({ pat: undefined, ty: resumeTy(db, defCrate(def)) });
      // What the signature is general in is of no concern inside.
      for (const pat of expr.params) params.push({ pat, ty: eraseRegions(patTy(pat)) });
      const returnTy = isCoroutine ? typeOfExpr(expr.body) : eraseRegions(closure.sig.output);
      return { expr: expr.body, returnTy, params, closure, isCoroutine, isConst: false };
    }
    case 'InlineConst': {
      const at = body.closures.get(def);
      const expr = at === undefined ? undefined : body.exprs[at];
      return expr?.kind === 'InlineConst' ? constant(expr.body, typeOfExpr(expr.body)) : undefined;
    }
    case 'Const':
    case 'Static':
      return constant(body.root, typeOf(db, def));
    default:
      return constant(body.root, typeOfExpr(body.root));
  }
}

/** What a coroutine of `async` is resumed with: rustc's `ResumeTy`, for which it puts in what that stands for. */
function resumeTy(db: Database, krate: CrateId): Ty {
  const context = langItem(db, krate, 'Context');
  return context === undefined ? unknownTy : mkRef(mkAdt(context, mkArgs([])), true);
}

function build(db: Database, def: DefId, root: DefId, body: Body, what: Subject): MirBody {
  const b = createBuilder(db, def, root, body, what);
  if (defKind(def) === 'Fn') b.returnedForEver = returnedForEver(b, def, body.root);
  const { callSite, arguments: argumentScope } = b.regions;
  newLocal(b, what.returnTy);
  for (const { ty, pat } of what.params) {
    const pattern = pat === undefined ? undefined : b.body.pats[pat];
    const name = pattern?.kind === 'Binding' ? b.body.bindings[pattern.binding]?.name : undefined;
    newLocal(b, ty, name);
  }
  const start = newBlock(b);
  const destination = localPlace(returnLocal);
  inScope(b, callSite, () => {
    const end = inBreakableScope(b, undefined, undefined, destination, () =>
      inScope(b, argumentScope, () => {
        let block = start;
        what.params.forEach(({ pat }, i) => {
          const local = i + 1;
          // Dropped even if its pattern takes nothing out of it.
          scheduleDrop(b, argumentScope, local, -1);
          if (pat === undefined) return;
          const pattern = b.body.pats[pat];
          if (
            pattern?.kind === 'Binding' &&
            pattern.sub === undefined &&
            b.infer.bindingModes[pattern.binding] === 'move'
          ) {
            b.variables.set(pattern.binding, local);
            return;
          }
          declareBindings(b, pat, false);
          block = bindIrrefutable(b, block, pat, localBuilder(b, local), argumentScope);
        });
        return withOwnParams(b, block, (inner) => exprInto(b, destination, inner, what.expr));
      }),
    );
    terminate(b, end, returnTerminator);
    return end;
  });
  return finishBody(b);
}

/**
 * The body of an `async fn` begins with a `let` for each parameter, which moves what was captured into a variable (after
 * `lower_coroutine_body_with_moved_arguments` of `rustc_ast_lowering`).
 */
function withOwnParams(b: Builder, start: BlockId, inner: (block: BlockId) => BlockId): BlockId {
  if (b.closure?.coroutine !== 'asyncFn') return inner(start);
  let opened = 0;
  for (const pat of b.body.params) {
    const pattern = b.body.pats[pat];
    if (pattern?.kind !== 'Binding' || !b.captures.has(pattern.binding)) continue;
    const { binding } = pattern;
    const captured = consume(b, toPlace(b, variable(b, binding)));
    const local = newLocal(b, b.infer.bindingTypes[binding] ?? unknownTy, b.body.bindings[binding]?.name);
    const scope = unwrittenScope(b);
    pushScope(b, scope);
    opened++;
    storageLive(b, start, scope, local);
    pushAssign(b, start, localPlace(local), { kind: 'Use', operand: captured }, -1);
    scheduleDrop(b, scope, local, -1);
    b.variables.set(binding, local);
  }
  let end = inner(start);
  for (; opened > 0; opened--) end = popScope(b, end);
  return end;
}

function createBuilder(db: Database, def: DefId, root: DefId, body: Body, what: Subject): Builder {
  const krate = defCrate(root);
  const env = paramEnv(db, root);
  const captures = new Map<BindingId, CaptureField[]>();
  what.closure?.captures.forEach((capture, index) => {
    const known = captures.get(capture.binding);
    if (known) known.push({ index, capture });
    else captures.set(capture.binding, [{ index, capture }]);
  });
  const partialEq = langItem(db, krate, 'eq');
  const locals: LocalDecl[] = [];
  return {
    db,
    def,
    body,
    infer: infer(db, root),
    env,
    identityArgs: identityArgs(db, root),
    types: dbTypeOps(db, krate, env),
    regions: regionScopes(db, root),
    scopes: new Scopes(),
    blocks: [],
    locals,
    promoteds: [],
    unresolved: [],
    argCount: what.params.length,
    variables: new Map(),
    guardVariables: new Map(),
    guardLocals: new Map(),
    closure: what.closure,
    captures,
    isConstContext: what.isConst,
    overflowChecks: hasOverflowChecks(db, def, root, body),
    marksStorage: !what.isConst,
    isOptimized: !what.isConst && optimizesMir(crateData(db, krate).profile),
    returnedForEver: new Set(),
    checksPointers: checksPointers(db, krate),
    promoting: false,
    unitTemp: undefined,
    resumeArg: what.isCoroutine ? 2 : undefined,
    lang: (name) => langItem(db, krate, name),
    partialEq:
      partialEq === undefined ? undefined : assocItems(db, partialEq).find((i) => i.name === 'eq')?.def,
    constValue: (constant, args) => {
      const value = evalConst(db, mkUnevaluated(constant, args));
      return value === undefined ? undefined : BigInt(value);
    },
    isUnsafeCell: (adt) => langAdt(db, adt) === 'unsafe_cell',
    constQualifs: (constant) => constQualifs(db, constant),
    isPromotableFn: (fn) => hasAttribute(db, fn, 'rustc_promotable'),
  };
}

/** As the profile has it, but for the operators and closures of std that take on their caller's setting. */
function hasOverflowChecks(db: Database, def: DefId, root: DefId, body: Body): boolean {
  const data = crateData(db, defCrate(root));
  if (data.profile.overflowChecks) return true;
  const at = body.closures.get(def);
  const closure = at === undefined ? undefined : body.exprs[at];
  if (closure !== undefined) return closure.kind === 'Closure' && closure.inheritsOverflowChecks;
  return hasAttribute(db, root, 'rustc_inherit_overflow_checks');
}

function hasAttribute(db: Database, def: DefId, name: string): boolean {
  const it = item(db, def);
  return it !== undefined && hasAttr(it.attrs, crateData(db, defCrate(def)).cfg, name);
}

/** Not in a crate without std: it may have no code for panics. */
function checksPointers(db: Database, krate: CrateId): boolean {
  return crateData(db, krate).profile.debugAssertions && langItem(db, krate, 'panic_impl') !== undefined;
}

function tooDeep(def: DefId, what: Subject): MirBody {
  return {
    def,
    locals: [
      { ty: what.returnTy, name: undefined },
      ...what.params.map(({ ty }) => ({ ty, name: undefined })),
    ],
    argCount: what.params.length,
    blocks: [{ statements: [], terminator: { kind: 'Unreachable' }, isCleanup: false }],
    promoteds: [],
    unresolved: [{ source: what.expr, cause: 'expression', detail: '', why: 'expression nested too deeply' }],
  };
}
