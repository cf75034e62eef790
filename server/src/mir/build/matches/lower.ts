/**
 * `match`, `let` and `let … else`: scrutinee, decision tree, bindings, guards and arms. After
 * `rustc_mir_build::builder::matches`.
 */
import type { BindingId, ExprId, MatchArm, PatId } from '../../../hir/body/body.ts';
import { mkRef, unknownTy } from '../../../ty/intern.ts';
import { localPlace, unreachable } from '../../graph.ts';
import type { BlockId, LocalId, Place } from '../../mir.ts';
import { type Builder, consume, gotoBlock, newBlock, newLocal, pushAssign, terminate } from '../builder.ts';
import { exprInto } from '../exprInto.ts';
import { asPlaceBuilder, type PlaceBuilder, toPlace } from '../exprPlace.ts';
import type { ScopeId } from '../regionScopes.ts';
import {
  breakForElse,
  clearTopScope,
  inIfThenScope,
  inScope,
  localScope,
  scheduleDrop,
  storageLive,
} from '../scope.ts';
import type { Thir } from '../thir.ts';
import { thenElseBreak } from './condition.ts';
import type { PatBinding } from './pairs.ts';
import { type Candidate, forEachLeaf, matchTree } from './tree.ts';

export function matchInto(
  b: Builder,
  destination: Place,
  start: BlockId,
  node: Extract<Thir, { kind: 'Match' }>,
): BlockId {
  const [block, scrutinee] = asPlaceBuilder(b, start, node.scrutinee);
  const patterns = node.arms.map((arm) => ({ pat: arm.pat, hasGuard: arm.guard !== undefined }));
  const [candidates, otherwise] = matchTree(b, block, scrutinee, patterns, false);
  terminate(b, otherwise, unreachable);
  const matchScope = localScope(b);
  const ends = node.arms.map((arm, i) => {
    const scope = b.regions.arms.get(arm.pat) ?? matchScope;
    return inScope(b, scope, () => {
      declareBindings(b, arm.pat, arm.guard !== undefined);
      const body = bindPattern(b, candidates[i]!, scope, arm, matchScope);
      return exprInto(b, destination, body, arm.body);
    });
  });
  const end = newBlock(b);
  for (const arm of ends) gotoBlock(b, arm, end);
  return end;
}

/** Makes the locals of a pattern's variables; for a guarded arm, also those that its guard sees instead. */
export function declareBindings(b: Builder, pat: PatId, forGuard: boolean): void {
  forEachBinding(b, pat, (binding) => {
    if (b.variables.has(binding)) return;
    const ty = b.infer.bindingTypes[binding] ?? unknownTy;
    const name = b.body.bindings[binding]?.name;
    b.variables.set(binding, newLocal(b, ty, name));
    if (forGuard) b.guardLocals.set(binding, newLocal(b, mkRef(ty, false), name));
  });
}

/** Each variable once, though every alternative binds it. */
function forEachBinding(b: Builder, id: PatId, visit: (binding: BindingId) => void): void {
  const pat = b.body.pats[id];
  switch (pat?.kind) {
    case 'Binding':
      visit(pat.binding);
      if (pat.sub !== undefined) forEachBinding(b, pat.sub, visit);
      break;
    case 'Tuple':
    case 'TupleStruct':
    case 'Or':
      for (const sub of pat.pats) forEachBinding(b, sub, visit);
      break;
    case 'Struct':
      for (const f of pat.fields) forEachBinding(b, f.pat, visit);
      break;
    case 'Ref':
    case 'Box':
      forEachBinding(b, pat.pat, visit);
      break;
    case 'Slice':
      for (const sub of pat.before) forEachBinding(b, sub, visit);
      if (typeof pat.rest === 'number') forEachBinding(b, pat.rest, visit);
      for (const sub of pat.after) forEachBinding(b, sub, visit);
      break;
    default:
      break;
  }
}

/** `let x;`: the variables exist, to be assigned later. */
export function storageLiveBinding(b: Builder, block: BlockId, pat: PatId): void {
  const scope = b.regions.variableScope(pat);
  forEachBinding(b, pat, (binding) => {
    const local = b.variables.get(binding)!;
    storageLive(b, block, scope, local);
    scheduleDrop(b, scope, local, -1);
  });
}

/** Binds a pattern that cannot fail to a place. */
export function bindIrrefutable(
  b: Builder,
  block: BlockId,
  pat: PatId,
  place: PlaceBuilder,
  scope: ScopeId,
): BlockId {
  const [[candidate], otherwise] = matchTree(b, block, place, [{ pat, hasGuard: false }], false);
  terminate(b, otherwise, unreachable);
  return bindPattern(b, candidate!, scope, undefined, scope);
}

/** `let pat = init else { … }`. Returns the blocks after a match and after a failure. */
export function letElse(
  b: Builder,
  start: BlockId,
  pat: PatId,
  init: ExprId,
  scope: ScopeId,
): readonly [BlockId, BlockId] {
  // What is left on failure: everything of this statement, but not the block before it.
  const outer = b.scopes.stack[b.scopes.stack.length - 2]?.id ?? localScope(b);
  return inIfThenScope(b, outer, () =>
    inScope(b, scope, () => {
      declareBindings(b, pat, false);
      return matchOrBreak(b, start, pat, init, b.regions.variableScope(pat));
    }),
  );
}

/** `let pat = expr` as a condition: on failure, to the `else` of the innermost condition. */
export function matchOrBreak(
  b: Builder,
  start: BlockId,
  pat: PatId,
  expr: ExprId,
  variables: ScopeId,
): BlockId {
  const [block, scrutinee] = asPlaceBuilder(b, start, expr);
  const [[candidate], otherwise] = matchTree(b, block, scrutinee, [{ pat, hasGuard: false }], true);
  breakForElse(b, otherwise);
  return bindPattern(b, candidate!, variables, undefined, variables);
}

/** Binds the variables of a matched candidate, after its guard if it has one, and joins its alternatives. */
function bindPattern(
  b: Builder,
  candidate: Candidate,
  scope: ScopeId,
  arm: MatchArm | undefined,
  matchScope: ScopeId,
): BlockId {
  const leaves: { readonly leaf: Candidate; readonly bindings: readonly PatBinding[] }[] = [];
  forEachLeaf(candidate, (leaf, bindings) => leaves.push({ leaf, bindings }));
  if (leaves.length === 1) {
    const { leaf, bindings } = leaves[0]!;
    return bindLeaf(b, leaf, bindings, scope, arm, matchScope, true);
  }
  const target = newBlock(b);
  leaves.forEach(({ leaf, bindings }, i) => {
    // The drops of the variables are scheduled once; in an arm by each alternative anew, as its guard may leave.
    if (arm) clearTopScope(b);
    const end = bindLeaf(b, leaf, bindings, scope, arm, matchScope, arm !== undefined || i === 0);
    gotoBlock(b, end, target);
  });
  return target;
}

function bindLeaf(
  b: Builder,
  leaf: Candidate,
  bindings: readonly PatBinding[],
  scope: ScopeId,
  arm: MatchArm | undefined,
  matchScope: ScopeId,
  schedule: boolean,
): BlockId {
  let block = leaf.matched ?? newBlock(b);
  const isGuarded = arm?.guard !== undefined;
  if (isGuarded) block = guard(b, block, leaf, bindings, arm.guard, scope, matchScope);
  for (const binding of bindings) {
    // The guard had the references made.
    if (isGuarded && binding.mode !== 'move') continue;
    const local = b.variables.get(binding.binding)!;
    storageLive(b, block, schedule ? scope : undefined, local);
    if (schedule) scheduleDrop(b, scope, local, -1);
    bind(b, block, binding, localPlace(local));
  }
  return block;
}

function bind(b: Builder, block: BlockId, { source, mode }: PatBinding, into: Place): void {
  const place = toPlace(b, source);
  const rvalue =
    mode === 'move'
      ? ({ kind: 'Use', operand: consume(b, place) } as const)
      : ({ kind: 'Ref', place, mutable: mode === 'refMut' } as const);
  pushAssign(b, block, into, rvalue, -1);
}

/**
 * Evaluates the guard. It sees the variables through references, as nothing is moved before it holds; by-reference
 * variables are bound at once, and seen through a reference to them.
 */
function guard(
  b: Builder,
  start: BlockId,
  leaf: Candidate,
  bindings: readonly PatBinding[],
  condition: ExprId,
  scope: ScopeId,
  matchScope: ScopeId,
): BlockId {
  for (const binding of bindings) {
    const seen = b.guardLocals.get(binding.binding);
    if (seen === undefined) continue;
    if (binding.mode === 'move') {
      storageLive(b, start, scope, seen);
      pushAssign(
        b,
        start,
        localPlace(seen),
        { kind: 'Ref', place: toPlace(b, binding.source), mutable: false },
        -1,
      );
    } else {
      const local = localPlace(b.variables.get(binding.binding)!);
      storageLive(b, start, scope, seen);
      storageLive(b, start, scope, local.local);
      bind(b, start, binding, local);
      pushAssign(b, start, localPlace(seen), { kind: 'Ref', place: local, mutable: false }, -1);
    }
  }
  const outer = new Map<BindingId, LocalId | undefined>();
  for (const { binding } of bindings) {
    const seen = b.guardLocals.get(binding);
    if (seen === undefined) continue;
    outer.set(binding, b.guardVariables.get(binding));
    b.guardVariables.set(binding, seen);
  }
  const [holds, fails] = inIfThenScope(b, matchScope, () =>
    thenElseBreak(b, start, condition, undefined, scope),
  );
  for (const [binding, before] of outer) {
    if (before === undefined) b.guardVariables.delete(binding);
    else b.guardVariables.set(binding, before);
  }
  if (leaf.otherwise !== undefined) gotoBlock(b, fails, leaf.otherwise);
  else terminate(b, fails, unreachable);
  return holds;
}
