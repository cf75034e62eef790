/**
 * Coercion: what a value may turn into at a place that asks for a type.
 *
 * A coercion site knows the type that it wants. The source is tried against the coercions in rustc's order: never to
 * anything, unsizing (by selecting `CoerceUnsized` and the `Unsize` obligations inside it on the spot), raw pointers,
 * references (reborrow after any number of dereferences), fn items and capture-free closures to fn pointers, and
 * plain unification last. Each attempt runs in a snapshot: what fails leaves no trace. What is done to the value is
 * recorded as adjustments of its expression. After `rustc_hir_typeck::coercion`; merging several expressions is
 * `coerceMany.ts`.
 */
import type { ExprId } from '../../hir/body/body.ts';
import type { Adjustment } from '../inferenceResult.ts';
import { isTy, mkFnPtr, mkRawPtr, mkRef, mkTraitRef } from '../intern.ts';
import type { FnSig, TraitRef, Ty } from '../types.ts';
import { adjustSteps, autoderef } from './autoderef.ts';
import { closureMentionsUpvars, closureSigOf } from './closure.ts';
import {
  applyAdjustments,
  commitIfOk,
  type FnCtxt,
  fnSigOfTy,
  isKnownSized,
  isTyVar,
  registerObligations,
  registerPredicate,
  resolveWithObligations,
  selectTrait,
  shallowResolve,
} from './fnCtxt.ts';
import { constitutesReadForNever } from './place.ts';

/** A coercion that works: its steps (the last one's target is the type reached) and what is still to be proved. */
export interface Coerced {
  readonly steps: readonly Adjustment[];
  readonly target: Ty;
}

/**
 * Coerces an expression of type `from` to `to` and records the adjustments. Answers with the type that the
 * expression then has, or undefined (nothing recorded, nothing unified) where there is no coercion.
 */
export function tryCoerce(fcx: FnCtxt, expr: ExprId, from: Ty, to: Ty): Ty | undefined {
  const source = resolveWithObligations(fcx, from);
  // A reference is borrowed anew in any case: its lifetime is another.
  if (source === to && source.kind !== 'Ref' && !mayHoldObject(source)) return to;
  const done = commitIfOk(fcx, () => coerceInner(fcx, source, to, constitutesReadForNever(fcx, expr)));
  if (!done) return undefined;
  applyAdjustments(fcx, expr, done.steps);
  return done.target;
}

/** {@link tryCoerce} where the program is wrong otherwise; the expected type is then believed. */
export function demandCoerce(fcx: FnCtxt, expr: ExprId, from: Ty, to: Ty): Ty {
  return tryCoerce(fcx, expr, from, to) ?? fcx.infcx.resolveVars(to);
}

export function coerceInner(fcx: FnCtxt, from: Ty, to: Ty, coerceNever: boolean): Coerced | undefined {
  const a = shallowResolve(fcx, from);
  const b = shallowResolve(fcx, to);

  if (a.kind === 'Never') {
    if (coerceNever)
      return { steps: b.kind === 'Never' ? [] : [{ kind: 'NeverToAny', target: b }], target: b };
    return unifying(fcx, a, b);
  }
  if (isTyVar(a) || a.kind === 'Unknown' || b.kind === 'Unknown') return unifying(fcx, a, b);

  const unsized = a === b && !mayHoldObject(a) ? undefined : commitIfOk(fcx, () => coerceUnsized(fcx, a, b));
  if (unsized) return unsized;

  if (b.kind === 'RawPtr') return coerceToRawPtr(fcx, a, b);
  if (b.kind === 'Ref') return coerceToRef(fcx, a, b);
  switch (a.kind) {
    case 'FnDef':
      return b.kind === 'FnPtr'
        ? coerceFromSafeFn(fcx, fnSigOfTy(fcx, a), b, 'ReifyFnPointer')
        : unifying(fcx, a, b);
    case 'FnPtr':
      return b.kind === 'FnPtr' ? coerceFromSafeFn(fcx, a.sig, b, undefined) : unifying(fcx, a, b);
    case 'Closure':
      return coerceClosureToFn(fcx, a, b);
    default:
      return unifying(fcx, a, b);
  }
}

/** The coercion that is none: the types are made equal. */
function unifying(fcx: FnCtxt, a: Ty, b: Ty): Coerced | undefined {
  return fcx.infcx.unify(a, b) ? { steps: [], target: b } : undefined;
}

function unifyingAfter(fcx: FnCtxt, a: Ty, b: Ty, steps: readonly Adjustment[]): Coerced | undefined {
  return fcx.infcx.unify(a, b) ? { steps, target: b } : undefined;
}

/** `&mut` may become `&`, never the other way round. */
function mutabilityFits(from: boolean, to: boolean): boolean {
  return from || !to;
}

/**
 * `&'a mut T` to `&'b U`: dereference as often as needed, then borrow again. The first number of dereferences whose
 * referent unifies is taken; the first of all is one, which is a plain reborrow.
 */
function coerceToRef(fcx: FnCtxt, a: Ty, b: Ty & { readonly kind: 'Ref' }): Coerced | undefined {
  if (a.kind !== 'Ref') return unifying(fcx, a, b);
  if (!mutabilityFits(a.mutable, b.mutable)) return undefined;
  const path = autoderef(fcx, a);
  for (;;) {
    const step = path.next();
    if (!step) return undefined;
    if (step.derefs === 0) continue;
    const borrowed = mkRef(step.ty, b.mutable);
    if (!commitIfOk(fcx, () => fcx.infcx.unify(borrowed, b) || undefined)) continue;
    registerObligations(fcx, path.obligations());
    const steps: Adjustment[] = [...adjustSteps(fcx, path)];
    steps.push({ kind: 'Borrow', target: b, mutable: b.mutable, raw: false });
    return { steps, target: b };
  }
}

function coerceToRawPtr(fcx: FnCtxt, a: Ty, b: Ty & { readonly kind: 'RawPtr' }): Coerced | undefined {
  if (a.kind !== 'Ref' && a.kind !== 'RawPtr') return unifying(fcx, a, b);
  if (!mutabilityFits(a.mutable, b.mutable)) return undefined;
  const pointer = mkRawPtr(a.inner, b.mutable);
  if (a.kind === 'Ref') {
    return unifyingAfter(fcx, pointer, b, [
      { kind: 'Deref', target: a.inner, overloaded: undefined },
      { kind: 'Borrow', target: b, mutable: b.mutable, raw: true },
    ]);
  }
  return unifyingAfter(
    fcx,
    pointer,
    b,
    a.mutable === b.mutable ? [] : [{ kind: 'Pointer', target: b, cast: 'MutToConstPointer' }],
  );
}

/** A signature as a value of fn pointer type: safe functions may be used where unsafe ones are asked for. */
function coerceFromSafeFn(
  fcx: FnCtxt,
  sig: FnSig,
  b: Ty & { readonly kind: 'FnPtr' },
  cast: 'ReifyFnPointer' | undefined,
): Coerced | undefined {
  const steps: Adjustment[] = [];
  if (cast) steps.push({ kind: 'Pointer', target: mkFnPtr(sig), cast });
  let from = mkFnPtr(sig);
  if (!sig.isUnsafe && b.sig.isUnsafe) {
    from = mkFnPtr({ ...sig, isUnsafe: true });
    steps.push({ kind: 'Pointer', target: b, cast: 'UnsafeFnPointer' });
  }
  return unifyingAfter(fcx, from, b, steps);
}

/** Only a closure that mentions no variable around it is a function. */
function coerceClosureToFn(fcx: FnCtxt, a: Ty & { readonly kind: 'Closure' }, b: Ty): Coerced | undefined {
  if (b.kind !== 'FnPtr' || closureMentionsUpvars(fcx, a.def)) return unifying(fcx, a, b);
  const pointer = mkFnPtr({ ...closureSigOf(fcx, a), isUnsafe: b.sig.isUnsafe });
  return unifyingAfter(fcx, pointer, b, [{ kind: 'Pointer', target: b, cast: 'ClosureFnPointer' }]);
}

/** Types that are never the right side of `CoerceUnsized`: most coercions end here. */
function cannotBeUnsizingTarget(ty: Ty): boolean {
  return ty.kind !== 'Ref' && ty.kind !== 'RawPtr' && ty.kind !== 'Adt' && ty.kind !== 'Projection';
}

/** A pointer that may be one to a trait object, which is unsized to itself: `dyn Trait: Unsize<dyn Trait>`. */
export function mayHoldObject(ty: Ty): boolean {
  switch (ty.kind) {
    case 'Ref':
    case 'RawPtr':
      return ty.inner.kind === 'Dynamic';
    case 'Adt':
      return ty.args.list.some((arg) => isTy(arg) && (arg.kind === 'Dynamic' || mayHoldObject(arg)));
    default:
      return false;
  }
}

/**
 * `Source: CoerceUnsized<Target>`, selected at once together with the `CoerceUnsized` and `Unsize` obligations
 * nested in it; any other nested obligation is left to fulfilment. References are reborrowed first, as the impl
 * moves its source.
 */
function coerceUnsized(fcx: FnCtxt, a: Ty, b: Ty): Coerced | undefined {
  if (isTyVar(a) || cannotBeUnsizingTarget(b)) return undefined;
  if (a.kind !== 'Ref' && a.kind !== 'RawPtr' && a.kind !== 'Adt') return undefined;
  if (a.kind === 'Ref' && b.kind === 'Ref' && a.inner === b.inner && !mayHoldObject(a)) return undefined;
  // Pointers to a type that is neither variable nor has an unsized counterpart at hand cannot be unsized.
  if (a.kind === 'Adt' && (b.kind !== 'Adt' || a.def !== b.def)) return undefined;
  const unsizeTrait = fcx.lang('unsize');
  const coerceUnsizedTrait = fcx.lang('coerce_unsized');
  if (unsizeTrait === undefined || coerceUnsizedTrait === undefined) return undefined;

  let source: Ty = a;
  const steps: Adjustment[] = [];
  if (a.kind === 'Ref' && (b.kind === 'Ref' || b.kind === 'RawPtr')) {
    if (!mutabilityFits(a.mutable, b.mutable)) return undefined;
    source = b.kind === 'Ref' ? mkRef(a.inner, b.mutable) : mkRawPtr(a.inner, b.mutable);
    steps.push({ kind: 'Deref', target: a.inner, overloaded: undefined });
    steps.push({ kind: 'Borrow', target: source, mutable: b.mutable, raw: b.kind === 'RawPtr' });
  }
  steps.push({ kind: 'Pointer', target: b, cast: 'Unsize' });

  const queue: TraitRef[] = [mkTraitRef(coerceUnsizedTrait, source, b)];
  let budget = 64;
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (--budget < 0) return undefined;
    const selection = selectTrait(fcx, next);
    if (selection.kind === 'Error') return undefined;
    if (selection.kind === 'Ambiguous') {
      if (next.def !== unsizeTrait) return undefined;
      const [self, target] = next.args.list.map((arg) => shallowResolve(fcx, arg as Ty));
      // `?T: Unsize<dyn Trait>` with `?T: Sized` pending: it will be the object once `?T` is known.
      if (self && target && isTyVar(self) && target.kind === 'Dynamic' && isKnownSized(fcx, self)) {
        registerPredicate(fcx, { kind: 'Trait', trait: next });
        continue;
      }
      return undefined;
    }
    for (const nested of selection.nested) {
      const { predicate } = nested;
      if (
        predicate.kind === 'Trait' &&
        (predicate.trait.def === unsizeTrait || predicate.trait.def === coerceUnsizedTrait)
      ) {
        queue.push(predicate.trait);
      } else {
        registerObligations(fcx, [nested]);
      }
    }
  }
  return { steps, target: b };
}
