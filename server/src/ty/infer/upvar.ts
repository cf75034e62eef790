/**
 * What closures capture, how, and of which kind that makes them.
 *
 * From the 2021 edition on a closure captures places, not variables: `|| p.x` captures `p.x`. The uses of outside
 * variables in its body (`exprUse.ts`) are collected as places with a mode; each is cut short where capturing the
 * whole way would be unsound or useless (into a union, behind a raw pointer, through an element of an array, behind
 * the last shared reference, out of a type with a destructor, out of a packed struct); a `move` closure takes by
 * value what lies before the first dereference. Of places one of which contains the other only the larger is kept,
 * with the stronger mode. Before 2021 all of each variable is captured, in the mode that this yields.
 *
 * The kind follows from the uses: moving out makes `FnOnce`, mutation `FnMut`; a kind demanded by the context
 * stands. Inner closures are done before those around them, as an inner closure's captures are uses of the outer.
 *
 * After `rustc_hir_typeck::upvar`.
 */
import type { BindingId } from '../../hir/body/body.ts';
import { type DefId, defKind, defParent } from '../../hir/defs.ts';
import { adtDestructor } from '../adt.ts';
import type { Capture, CaptureProjection, ClosureKind } from '../inferenceResult.ts';
import { mkRef, mkTraitRef, unknownTy } from '../intern.ts';
import { reprOf } from '../repr.ts';
import type { Ty } from '../types.ts';
import { resolveDeferredCall } from './callee.ts';
import { type Place, type Projection, placeTy, tyBefore } from './categorization.ts';
import { mentionedUpvars } from './closure.ts';
import { type BorrowKind, type UseDelegate, walkBodyUses } from './exprUse.ts';
import { type ClosureState, type FnCtxt, traitMustHold } from './fnCtxt.ts';

type CaptureMode = 'value' | BorrowKind;

interface UsedPlace {
  readonly place: Place;
  readonly mode: CaptureMode;
}

/** Decides kind and captures of every closure of the body, inner ones first. */
export function analyzeClosures(fcx: FnCtxt): void {
  for (const def of innerFirst(fcx)) {
    const state = fcx.closures.get(def);
    if (state) analyzeClosure(fcx, state);
  }
}

/** `mentionedUpvars` lists closures in the order in which a walk enters them; inner ones leave first. */
function innerFirst(fcx: FnCtxt): DefId[] {
  const order: DefId[] = [];
  const depthOf = new Map<DefId, number>();
  const all = [...mentionedUpvars(fcx.body).keys()];
  for (const def of all) depthOf.set(def, closureDepth(fcx, def));
  // A closure comes right after the closures inside it, which follow it in order of entering.
  const emit = (from: number): number => {
    const def = all[from]!;
    let next = from + 1;
    while (next < all.length && depthOf.get(all[next]!)! > depthOf.get(def)!) next = emit(next);
    order.push(def);
    return next;
  };
  for (let i = 0; i < all.length; ) i = emit(i);
  return order;
}

function closureDepth(fcx: FnCtxt, def: DefId): number {
  let depth = 0;
  for (let at = defParent(def); at !== undefined && at !== fcx.owner; at = defParent(at)) depth++;
  return depth;
}

function analyzeClosure(fcx: FnCtxt, state: ClosureState): void {
  const e = fcx.body.exprs[state.expr];
  if (e?.kind !== 'Closure') return;
  const mentioned = mentionedUpvars(fcx.body).get(state.def) ?? new Set<BindingId>();
  const uses: UsedPlace[] = [];
  const cx: UseDelegate = {
    fcx,
    isUpvar: (binding) => mentioned.has(binding),
    consume(place) {
      if (place.base.kind === 'Upvar') uses.push({ place, mode: 'value' });
    },
    borrow(place, kind) {
      if (place.base.kind !== 'Upvar') return;
      const used = restrictPacked(fcx, { place, mode: kind });
      // Nothing behind a raw pointer needs the pointer mutably.
      const throughRaw = used.place.projections.some(
        (p, i) => p.kind === 'Deref' && tyBefore(used.place, i).kind === 'RawPtr',
      );
      uses.push(throughRaw ? { place: used.place, mode: 'ref' } : used);
    },
    isCopy: (ty) => isCopyTy(fcx, ty),
    capturesOf: (closure) => fcx.closures.get(closure)?.captures ?? [],
  };
  walkBodyUses(cx, e.params, e.body);

  let kind: ClosureKind = 'Fn';
  const processed = uses.map((use) => {
    const cut = truncateForOptimization(restrictPrecision(use));
    if (cut.mode === 'value') kind = 'FnOnce';
    else if (cut.mode !== 'ref' && kind === 'Fn') kind = 'FnMut';
    const adjusted = e.isMove ? adjustForMove(cut) : adjustForNonMove(cut);
    return restrictForDropTypes(fcx, adjusted);
  });
  const minimal = new Map<BindingId, UsedPlace[]>();
  addMinCaptures(minimal, processed);
  if (fcx.edition < '2021' || state.coroutine === 'asyncFn') {
    addMinCaptures(minimal, wholeVariables(fcx, state, mentioned, e.isMove));
  }
  state.kind ??= kind;
  state.captures = finalCaptures(fcx, minimal);

  const waiting = fcx.deferredCalls.filter((call) => call.closure === state.def);
  for (const call of waiting) resolveDeferredCall(fcx, call);
}

/** Before 2021, and for the parameters of an `async fn`, variables are captured whole. */
function wholeVariables(
  fcx: FnCtxt,
  state: ClosureState,
  mentioned: ReadonlySet<BindingId>,
  isMove: boolean,
): UsedPlace[] {
  const bindings = new Set(mentioned);
  if (state.coroutine === 'asyncFn') {
    fcx.body.bindings.forEach((b, i) => {
      if (b.closure === undefined) bindings.add(i);
    });
  }
  return [...bindings].map((binding) => ({
    place: {
      base: { kind: 'Upvar', binding },
      baseTy: fcx.infcx.resolveVars(fcx.bindingTypes[binding] ?? unknownTy),
      projections: [],
    },
    mode: isMove ? 'value' : 'ref',
  }));
}

function isCopyTy(fcx: FnCtxt, ty: Ty): boolean {
  switch (ty.kind) {
    case 'Bool':
    case 'Char':
    case 'Int':
    case 'Uint':
    case 'Float':
    case 'Never':
    case 'RawPtr':
    case 'FnDef':
    case 'FnPtr':
      return true;
    case 'Ref':
      return !ty.mutable;
    case 'Str':
    case 'Slice':
    case 'Dynamic':
    case 'Unknown':
      return false;
    default: {
      const copy = fcx.lang('copy');
      return copy !== undefined && traitMustHold(fcx, mkTraitRef(copy, ty));
    }
  }
}

// Cutting places short --------------------------------------------------------------------------------------------

/**
 * The first `length` projections only. A mutable use that went on through a `&mut` needs the shorter place to be
 * unique, not mutable.
 */
function truncate(use: UsedPlace, length: number): UsedPlace {
  const { place } = use;
  if (length >= place.projections.length) return use;
  let { mode } = use;
  if (mode === 'refMut') {
    for (let i = length; i < place.projections.length; i++) {
      const before = tyBefore(place, i);
      if (place.projections[i]!.kind === 'Deref' && before.kind === 'Ref' && before.mutable) {
        mode = 'refUniq';
        break;
      }
    }
  }
  return { place: { ...place, projections: place.projections.slice(0, length) }, mode };
}

/** Not into unions, not past raw pointers, and arrays as a whole. */
function restrictPrecision(use: UsedPlace): UsedPlace {
  let result = use;
  const { place } = use;
  if (stopsPrecision(place.baseTy)) result = truncate(use, 0);
  else {
    const stop = place.projections.findIndex((p) => stopsPrecision(p.ty));
    if (stop >= 0) result = truncate(use, stop + 1);
  }
  const element = result.place.projections.findIndex((p) => p.kind === 'Index' || p.kind === 'Subslice');
  return element < 0 ? result : truncate(result, element);
}

function stopsPrecision(ty: Ty): boolean {
  return ty.kind === 'RawPtr' || (ty.kind === 'Adt' && defKind(ty.def) === 'Union');
}

/** What lies behind a shared reference is there as long as the reference: capturing that is enough. */
function truncateForOptimization(use: UsedPlace): UsedPlace {
  const { place } = use;
  const last = place.projections.findLastIndex((p) => p.kind === 'Deref');
  if (last < 0) return use;
  const before = tyBefore(place, last);
  return before.kind === 'Ref' && !before.mutable ? truncate(use, last + 1) : use;
}

function firstDeref(place: Place): number {
  return place.projections.findIndex((p) => p.kind === 'Deref');
}

function adjustForMove(use: UsedPlace): UsedPlace {
  const deref = firstDeref(use.place);
  return { place: (deref < 0 ? use : truncate(use, deref)).place, mode: 'value' };
}

function adjustForNonMove(use: UsedPlace): UsedPlace {
  if (use.mode !== 'value') return use;
  const deref = firstDeref(use.place);
  return deref < 0 ? use : truncate(use, deref);
}

/** Nothing can be moved out of a type with a destructor: all of it moves. */
function restrictForDropTypes(fcx: FnCtxt, use: UsedPlace): UsedPlace {
  if (use.mode !== 'value' || isCopyTy(fcx, placeTy(use.place))) return use;
  for (let i = 0; i < use.place.projections.length; i++) {
    const ty = tyBefore(use.place, i);
    if (ty.kind === 'Adt' && adtDestructor(fcx.db, ty.def) !== undefined) return truncate(use, i);
  }
  return use;
}

/** A field of a packed struct may not be aligned, so that no reference to it can be captured. */
function restrictPacked(fcx: FnCtxt, use: UsedPlace): UsedPlace {
  const at = use.place.projections.findIndex((p, i) => {
    const ty = tyBefore(use.place, i);
    return p.kind === 'Field' && ty.kind === 'Adt' && reprOf(fcx.db, ty.def).packed !== undefined;
  });
  return at < 0 ? use : truncate(use, at);
}

// Minimal captures ------------------------------------------------------------------------------------------------

const modeRank: Record<CaptureMode, number> = { ref: 0, refUniq: 1, refMut: 2, value: 3 };

function stronger(a: CaptureMode, b: CaptureMode): CaptureMode {
  return modeRank[b] > modeRank[a] ? b : a;
}

type Ancestry = 'same' | 'ancestor' | 'descendant' | 'divergent';

function sameProjection(a: Projection, b: Projection): boolean {
  if (a.kind === 'Field') return b.kind === 'Field' && a.index === b.index && a.variant === b.variant;
  return a.kind === b.kind;
}

/** How `a` relates to `b`. */
function ancestry(a: Place, b: Place): Ancestry {
  const common = Math.min(a.projections.length, b.projections.length);
  for (let i = 0; i < common; i++) {
    if (!sameProjection(a.projections[i]!, b.projections[i]!)) return 'divergent';
  }
  if (a.projections.length === b.projections.length) return 'same';
  return a.projections.length < b.projections.length ? 'ancestor' : 'descendant';
}

function addMinCaptures(minimal: Map<BindingId, UsedPlace[]>, uses: readonly UsedPlace[]): void {
  for (const use of uses) {
    if (use.place.base.kind !== 'Upvar') continue;
    const { binding } = use.place.base;
    const list = minimal.get(binding);
    if (!list) {
      minimal.set(binding, [use]);
      continue;
    }
    let current = use;
    const kept: UsedPlace[] = [];
    for (const other of list) {
      if (ancestry(current.place, other.place) === 'ancestor') {
        const cut = truncate(other, current.place.projections.length);
        current = { ...current, mode: stronger(current.mode, cut.mode) };
      } else kept.push(other);
    }
    if (kept.length === list.length) {
      const at = kept.findIndex((other) => {
        const relation = ancestry(current.place, other.place);
        return relation === 'same' || relation === 'descendant';
      });
      const ancestor = kept[at];
      if (ancestor) {
        const cut = truncate(current, ancestor.place.projections.length);
        kept[at] = { ...ancestor, mode: stronger(ancestor.mode, cut.mode) };
        minimal.set(binding, kept);
        continue;
      }
    }
    kept.push(current);
    minimal.set(binding, kept);
  }
}

function finalCaptures(fcx: FnCtxt, minimal: ReadonlyMap<BindingId, readonly UsedPlace[]>): Capture[] {
  const captures: Capture[] = [];
  for (const [binding, uses] of minimal) {
    for (const { place, mode } of [...uses].sort(byFields)) {
      const ty = placeTy(place);
      const projections: CaptureProjection[] = [];
      for (const p of place.projections) {
        if (p.kind === 'Deref') projections.push({ kind: 'Deref', ty: p.ty });
        else if (p.kind === 'Field') projections.push({ kind: 'Field', index: p.index, ty: p.ty });
      }
      captures.push({
        binding,
        projections,
        mode: mode === 'value' ? (isCopyTy(fcx, ty) ? 'copy' : 'move') : mode,
        placeTy: ty,
        ty: mode === 'value' ? ty : mkRef(ty, mode !== 'ref'),
      });
    }
  }
  return captures;
}

/** Captures of one variable are in the order of its fields, which is the order in which they are dropped. */
function byFields(a: UsedPlace, b: UsedPlace): number {
  const left = fieldIndexes(a.place);
  const right = fieldIndexes(b.place);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    if (left[i] !== right[i]) return left[i]! - right[i]!;
  }
  return left.length - right.length;
}

function fieldIndexes(place: Place): number[] {
  return place.projections.flatMap((p) => (p.kind === 'Field' ? [p.index] : []));
}
