/**
 * Closures and async blocks. The signature comes from the context where there is one: an expected fn pointer, trait
 * object or opaque type, or the `Fn*` and projection obligations pending on the variable that the closure will be
 * unified with. What is written on the closure is unified with that. The body is checked at once, with the owner's
 * tables; kind and captures are found by `upvar.ts` after the whole owner is checked, unless the context demands a
 * kind. After `rustc_hir_typeck::closure`.
 */
import type { BindingId, Body, Expr, ExprId } from '../../hir/body/body.ts';
import { type DefId, defParent } from '../../hir/defs.ts';
import { closureSig, closureUpvarTys } from '../closures.ts';
import { substitutePredicate } from '../fold.ts';
import { identityArgs } from '../generics.ts';
import type { ClosureKind } from '../inferenceResult.ts';
import { mkClosure, mkCoroutine, tyArg, unknownTy } from '../intern.ts';
import { elaborate, itemBounds } from '../predicates.ts';
import type { FnSig, GenericArgs, Predicate, Ty } from '../types.ts';
import { completeCoerceMany, newCoerceMany } from './coerceMany.ts';
import { checkReturnOrTail } from './controlFlow.ts';
import { type Expectation, hintedType } from './expectation.ts';
import { checkExprHasType, scopeOf } from './expr.ts';
import { forEachChild } from './exprChildren.ts';
import {
  type ClosureState,
  commitIfOk,
  type FnCtxt,
  isTyVar,
  lowerTypeRef,
  normalizeSig,
  resolveWithObligations,
} from './fnCtxt.ts';
import { checkPatTop } from './pat.ts';

interface Deduced {
  sig: FnSig | undefined;
  kind: ClosureKind | undefined;
}

export function checkClosure(
  fcx: FnCtxt,
  expr: ExprId,
  e: Expr & { readonly kind: 'Closure' },
  expected: Expectation,
): Ty {
  const args = identityArgs(fcx.db, fcx.owner);
  if (e.coroutine === 'asyncBlock' || e.coroutine === 'asyncFn')
    return checkAsync(fcx, expr, e, args, expected);

  const hint = hintedType(fcx, expected);
  const deduced = hint
    ? deduceSignature(fcx, resolveWithObligations(fcx, hint))
    : { sig: undefined, kind: undefined };
  const closureTy = mkClosure(e.def, args);
  const { sig, bodyTy } = closureSignature(fcx, expr, e, args, deduced.sig);
  const state: ClosureState = {
    def: e.def,
    expr,
    kind: deduced.kind,
    sig,
    returnTy: bodyTy,
    coroutine: e.coroutine,
    captures: undefined,
  };
  fcx.closures.set(e.def, state);
  checkBody(fcx, e, sig.inputs, bodyTy);
  return closureTy;
}

function checkAsync(
  fcx: FnCtxt,
  expr: ExprId,
  e: Expr & { readonly kind: 'Closure' },
  args: GenericArgs,
  expected: Expectation,
): Ty {
  let returnTy: Ty | undefined;
  // The block that an `async fn` is made of returns what the function declares.
  if (e.coroutine === 'asyncFn') {
    const hint = hintedType(fcx, expected);
    returnTy = hint && futureOutput(fcx, resolveWithObligations(fcx, hint));
  }
  returnTy ??= fcx.infcx.nextTyVar();
  fcx.closures.set(e.def, {
    def: e.def,
    expr,
    kind: 'FnOnce',
    sig: signature([], returnTy),
    returnTy,
    coroutine: e.coroutine,
    captures: undefined,
  });
  checkBody(fcx, e, [], returnTy);
  return mkCoroutine(e.def, args);
}

function signature(inputs: readonly Ty[], output: Ty): FnSig {
  return { inputs, output, isUnsafe: false, isVarargs: false, abi: 'Rust', boundRegions: [] };
}

/** What is written, unified with what is expected; and the type of the body. */
function closureSignature(
  fcx: FnCtxt,
  expr: ExprId,
  e: Expr & { readonly kind: 'Closure' },
  args: GenericArgs,
  expected: FnSig | undefined,
): { readonly sig: FnSig; readonly bodyTy: Ty } {
  const scope = scopeOf(fcx, expr);
  const inputs = e.params.map((_, i) => {
    const written = e.paramTypes[i];
    return written ? lowerTypeRef(fcx, written, scope) : fcx.infcx.nextTyVar();
  });
  const bodyTy = e.ret ? lowerTypeRef(fcx, e.ret, scope) : fcx.infcx.nextTyVar();
  const output = e.coroutine === 'asyncClosure' ? mkCoroutine(e.def, args) : bodyTy;
  if (expected && expected.inputs.length === inputs.length) {
    commitIfOk(fcx, () => inputs.every((ty, i) => fcx.infcx.unify(expected.inputs[i]!, ty)) || undefined);
    if (e.coroutine !== 'asyncClosure') fcx.infcx.unify(expected.output, output);
  }
  return {
    sig: signature(
      inputs.map((ty) => fcx.infcx.resolveVars(ty)),
      output,
    ),
    bodyTy,
  };
}

/** Checks a body with its own return type; the tables are shared with the owner. */
function checkBody(
  fcx: FnCtxt,
  e: Expr & { readonly kind: 'Closure' },
  inputs: readonly Ty[],
  returnTy: Ty,
): void {
  const { returns, diverges } = fcx;
  const coerce = newCoerceMany(returnTy);
  fcx.returns = coerce;
  fcx.diverges = false;
  e.params.forEach((pat, i) => {
    checkPatTop(fcx, pat, inputs[i] ?? unknownTy);
  });
  checkReturnOrTail(fcx, e.body);
  fcx.infcx.unify(returnTy, completeCoerceMany(coerce));
  fcx.returns = returns;
  fcx.diverges = diverges;
}

/** `const { … }`: a body of its own that shares the owner's inference. */
export function checkInlineConst(
  fcx: FnCtxt,
  _expr: ExprId,
  e: Expr & { readonly kind: 'InlineConst' },
  expected: Expectation,
): Ty {
  const { returns, diverges } = fcx;
  fcx.returns = undefined;
  fcx.diverges = false;
  const ty = fcx.infcx.nextTyVar();
  const hint = hintedType(fcx, expected);
  if (hint) commitIfOk(fcx, () => fcx.infcx.unify(ty, hint) || undefined);
  checkExprHasType(fcx, e.body, ty);
  fcx.returns = returns;
  fcx.diverges = diverges;
  return ty;
}

// What the context says -------------------------------------------------------------------------------------------

function deduceSignature(fcx: FnCtxt, expected: Ty): Deduced {
  switch (expected.kind) {
    case 'Infer':
      if (!isTyVar(expected)) break;
      return deduceFromPredicates(
        fcx,
        expected,
        fcx.fulfill.pendingObligationsFor(expected).map((o) => fcx.infcx.resolvePredicate(o.predicate)),
      );
    case 'Opaque': {
      const bounds = itemBounds(fcx.db, expected.def).map((p) => substitutePredicate(p, expected.args));
      return deduceFromPredicates(fcx, expected, bounds);
    }
    case 'Dynamic': {
      const found: Deduced = { sig: undefined, kind: undefined };
      if (expected.principal) found.kind = fnTraitKind(fcx, expected.principal.def);
      for (const p of expected.projections) {
        const input = tyArg(p.args, 0);
        found.sig ??= sigFromFnProjection(fcx, p.def, input, p.ty);
      }
      return found;
    }
    case 'FnPtr':
      return { sig: fcx.infcx.instantiateSig(expected.sig), kind: 'Fn' };
    default:
  }
  return { sig: undefined, kind: undefined };
}

function deduceFromPredicates(fcx: FnCtxt, self: Ty, predicates: readonly Predicate[]): Deduced {
  const found: Deduced = { sig: undefined, kind: undefined };
  for (const predicate of elaborate(fcx.db, predicates)) {
    const args = predicate.kind === 'Trait' ? predicate.trait.args : predicate.args;
    if (fcx.infcx.shallowResolve(tyArg(args, 0)) !== self) continue;
    let trait: DefId | undefined;
    if (predicate.kind === 'Projection') {
      trait = defParent(predicate.def);
      const { term } = predicate;
      if (!found.sig && isTyTerm(term)) {
        found.sig = sigFromFnProjection(fcx, predicate.def, tyArg(args, 1), term);
      }
    } else trait = predicate.trait.def;
    const kind = trait === undefined ? undefined : fnTraitKind(fcx, trait);
    if (kind && (!found.kind || kindRank[kind] < kindRank[found.kind])) found.kind = kind;
  }
  if (found.sig) found.sig = normalizeSig(fcx, found.sig);
  return found;
}

/** The most demanding first: a closure that is `Fn` is the others too. */
const kindRank: Record<ClosureKind, number> = { Fn: 0, FnMut: 1, FnOnce: 2 };

function isTyTerm(term: { readonly kind: string }): term is Ty {
  return term.kind !== 'Value' && !term.kind.startsWith('Const') && term.kind !== 'Unevaluated';
}

function fnTraitKind(fcx: FnCtxt, trait: DefId): ClosureKind | undefined {
  if (trait === fcx.lang('fn') || trait === fcx.lang('async_fn')) return 'Fn';
  if (trait === fcx.lang('fn_mut') || trait === fcx.lang('async_fn_mut')) return 'FnMut';
  if (trait === fcx.lang('fn_once') || trait === fcx.lang('async_fn_once')) return 'FnOnce';
  return undefined;
}

/** `<F as FnOnce<(A, B)>>::Output == R` says `fn(A, B) -> R`. */
function sigFromFnProjection(fcx: FnCtxt, assoc: DefId, input: Ty, output: Ty): FnSig | undefined {
  const trait = defParent(assoc);
  if (assoc !== fcx.lang('fn_once_output') && trait !== fcx.lang('async_fn_once')) return undefined;
  const tuple = fcx.infcx.resolveVars(input);
  return tuple.kind === 'Tuple' ? signature(tuple.elems, output) : undefined;
}

/** What the expected type of an `async fn`'s body says of the future's output. */
function futureOutput(fcx: FnCtxt, expected: Ty): Ty | undefined {
  const future = fcx.lang('future_trait');
  let predicates: readonly Predicate[];
  if (isTyVar(expected)) {
    predicates = fcx.fulfill
      .pendingObligationsFor(expected)
      .map((o) => fcx.infcx.resolvePredicate(o.predicate));
  } else if (expected.kind === 'Opaque') {
    predicates = itemBounds(fcx.db, expected.def).map((p) => substitutePredicate(p, expected.args));
  } else return undefined;
  for (const p of predicates) {
    if (p.kind === 'Projection' && defParent(p.def) === future && isTyTerm(p.term)) return p.term;
  }
  return undefined;
}

// Facts about closures --------------------------------------------------------------------------------------------

/** The signature of a closure type: of this body's own, or of another body's. */
export function closureSigOf(fcx: FnCtxt, ty: Ty & { readonly kind: 'Closure' }): FnSig {
  const own = fcx.closures.get(ty.def);
  if (own) return own.sig;
  const sig = closureSig(fcx.infcx, ty.def, ty.args);
  return sig ?? signature([], unknownTy);
}

/** Whether a closure's body mentions a variable from outside. Only such closures are functions. */
export function closureMentionsUpvars(fcx: FnCtxt, def: DefId): boolean {
  if (!fcx.body.closures.has(def))
    return (closureUpvarTys(fcx.infcx, def, identityArgs(fcx.db, def))?.length ?? 1) > 0;
  return (mentionedUpvars(fcx.body).get(def)?.size ?? 0) > 0;
}

const mentions = new WeakMap<Body, ReadonlyMap<DefId, ReadonlySet<BindingId>>>();

/** For each closure of a body: the variables from outside that it mentions, in the order of first mention. */
export function mentionedUpvars(body: Body): ReadonlyMap<DefId, ReadonlySet<BindingId>> {
  const known = mentions.get(body);
  if (known) return known;
  const result = new Map<DefId, Set<BindingId>>();
  const stack: DefId[] = [];
  const visit = (id: ExprId): void => {
    const e = body.exprs[id];
    if (!e) return;
    if (e.kind === 'Local') {
      const declaredIn = body.bindings[e.binding]?.closure;
      for (let i = stack.length - 1; i >= 0 && stack[i] !== declaredIn; i--)
        result.get(stack[i]!)?.add(e.binding);
    } else if (e.kind === 'Closure') {
      result.set(e.def, new Set());
      stack.push(e.def);
      visit(e.body);
      stack.pop();
    } else forEachChild(body, e, visit);
  };
  visit(body.root);
  mentions.set(body, result);
  return result;
}
