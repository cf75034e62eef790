/**
 * Scopes: what is dropped where control leaves them, in any way. After rustc's `rustc_mir_build::builder::scope`.
 *
 * While building walks into an expression or statement with a scope of its own, a `Scope` is pushed that collects the
 * drops scheduled in it. Leaving at the end (`popScope`) drops them in reverse order right there. Leaving by `break`,
 * `continue`, `return` or a failed pattern goes through a {@link DropTree} that belongs to the construct left, built
 * once the construct is complete. A panic goes through the one tree of unwinding, whose blocks are made at the very
 * end, as cleanup blocks.
 *
 * Every drop that may run code is scheduled, whether or not the value will have been moved by then: drop elaboration
 * decides that. The end of each local's storage is scheduled as well; unwinding leaves that out.
 *
 * A coroutine may be dropped while it is suspended, which is one more way to leave: from each `yield` through the tree
 * of {@link Scopes.droplines}. As rustc has it, some drops may suspend too (`needsAsyncDrop`), so that from those there is
 * a way into that tree until drops are elaborated. What has storage where a coroutine is suspended becomes part of it,
 * so its unwinding does end storage.
 */
import { unknownTy } from '../../ty/intern.ts';
import { localPlace, resumeTerminator, withUnwind } from '../graph.ts';
import type { BlockId, LocalId, Operand, Place, Rvalue, SourceInfo } from '../mir.ts';
import {
  type Builder,
  gotoBlock,
  newBlock,
  newCleanupBlock,
  push,
  pushAssign,
  pushAssignUnit,
  terminate,
  tyOfPlace,
} from './builder.ts';
import { type DropData, type DropIndex, DropTree, rootNode } from './dropTree.ts';
import { exprInto } from './exprInto.ts';
import type { ScopeId } from './regionScopes.ts';
import type { ThirRef } from './thir.ts';

interface Scope {
  readonly id: ScopeId;
  readonly drops: DropData[];
  /** Locals moved into a call at the end of the scope: not dropped there. */
  moved: Set<LocalId> | undefined;
  /** Node of the unwinding tree for a panic with all of `drops` to do. */
  cachedUnwind: DropIndex | undefined;
  /** The same for a coroutine that is dropped. */
  cachedDropline: DropIndex | undefined;
}

interface BreakableScope {
  readonly scope: ScopeId;
  /** The loop or labelled block; undefined for the function. */
  readonly target: number | undefined;
  readonly destination: Place;
  readonly breaks: DropTree;
  readonly continues: DropTree | undefined;
}

interface IfThenScope {
  readonly scope: ScopeId;
  readonly elses: DropTree;
}

export class Scopes {
  readonly stack: Scope[] = [];
  readonly breakables: BreakableScope[] = [];
  ifThen: IfThenScope | undefined;
  readonly unwinds = new DropTree();
  /** What is left to do where a suspended coroutine is dropped. */
  readonly droplines = new DropTree();
}

type Tree = 'unwinds' | 'droplines';
const cacheOf = { unwinds: 'cachedUnwind', droplines: 'cachedDropline' } as const;

function isCoroutine(b: Builder): boolean {
  return b.resumeArg !== undefined;
}

/** For what is not written, regions have no number: one that no other scope of the stack has. */
export function unwrittenScope(b: Builder): ScopeId {
  return -1 - b.scopes.stack.length;
}

export function pushScope(b: Builder, id: ScopeId): void {
  b.scopes.stack.push({
    id,
    drops: [],
    moved: undefined,
    cachedUnwind: undefined,
    cachedDropline: undefined,
  });
}

/** Leaves the innermost scope at its end. */
export function popScope(b: Builder, block: BlockId): BlockId {
  const end = buildScopeDrops(b, block);
  b.scopes.stack.pop();
  return end;
}

export function inScope(b: Builder, id: ScopeId, inner: () => BlockId): BlockId {
  pushScope(b, id);
  return popScope(b, inner());
}

/** As {@link inScope}, for what builds a value too. */
export function inScopeWith<T>(
  b: Builder,
  id: ScopeId,
  inner: () => readonly [BlockId, T],
): readonly [BlockId, T] {
  pushScope(b, id);
  const [block, value] = inner();
  return [popScope(b, block), value];
}

/** The innermost scope: where operands and other short-lived temporaries go. */
export function localScope(b: Builder): ScopeId {
  return b.scopes.stack[b.scopes.stack.length - 1]!.id;
}

function scopeIndex(b: Builder, id: ScopeId): number {
  const { stack } = b.scopes;
  for (let i = stack.length - 1; i >= 0; i--) if (stack[i]!.id === id) return i;
  // A scope that building does not stand in: bodies with errors. The outermost outlives everything.
  return 0;
}

/** Drops the local's value when the scope is left. */
export function scheduleDrop(b: Builder, id: ScopeId, local: LocalId, source: SourceInfo): void {
  if (!b.types.needsDrop(b.locals[local]!.ty)) return;
  const { stack } = b.scopes;
  const index = scopeIndex(b, id);
  for (let i = stack.length - 1; i >= index; i--) forgetCached(stack[i]!);
  stack[index]!.drops.push({ local, isStorage: false, source });
}

function forgetCached(scope: Scope): void {
  scope.cachedUnwind = undefined;
  scope.cachedDropline = undefined;
}

/** The local's storage begins here, and ends when the scope is left; without one it lasts for ever. */
export function storageLive(b: Builder, block: BlockId, id: ScopeId | undefined, local: LocalId): void {
  if (!b.marksStorage) return;
  push(b, block, { kind: 'StorageLive', local });
  if (id === undefined) return;
  const { stack } = b.scopes;
  const index = scopeIndex(b, id);
  if (isCoroutine(b)) for (let i = stack.length - 1; i >= index; i--) forgetCached(stack[i]!);
  stack[index]!.drops.push({ local, isStorage: true, source: -1 });
}

/** Forgets what the innermost scope would drop: an arm is entered once for each alternative, and left once. */
export function clearTopScope(b: Builder): void {
  const scope = b.scopes.stack[b.scopes.stack.length - 1]!;
  scope.drops.length = 0;
  forgetCached(scope);
}

/** The operands were moved into a call, so that their temporaries are not dropped on the path on which it returns. */
export function recordOperandsMoved(b: Builder, operands: readonly Operand[]): void {
  const scope = b.scopes.stack[b.scopes.stack.length - 1]!;
  for (const operand of operands) {
    if (operand.kind === 'Move' && operand.place.projection.length === 0)
      (scope.moved ??= new Set()).add(operand.place.local);
  }
}

function buildScopeDrops(b: Builder, start: BlockId): BlockId {
  const scope = b.scopes.stack[b.scopes.stack.length - 1]!;
  if (scope.drops.length === 0) return start;
  // Where a panic in the last drop goes, then in the one before it, …
  const { unwinds, droplines } = b.scopes;
  const hasDrops = scope.drops.some(({ isStorage }) => !isStorage);
  let unwind = hasDrops ? diverge(b, 'unwinds') : rootNode;
  let dropline = hasDrops && isCoroutine(b) ? diverge(b, 'droplines') : rootNode;
  let block = start;
  for (let i = scope.drops.length - 1; i >= 0; i--) {
    const { local, isStorage, source } = scope.drops[i]!;
    if (!isStorage || isCoroutine(b)) {
      unwind = unwinds.nodes[unwind]!.next;
      dropline = droplines.nodes[dropline]!.next;
    }
    if (isStorage) {
      push(b, block, { kind: 'StorageDead', local });
      continue;
    }
    if (scope.moved?.has(local)) continue;
    unwinds.addEntry(block, unwind);
    if (isCoroutine(b) && b.types.needsAsyncDrop(b.locals[local]!.ty)) droplines.addEntry(block, dropline);
    const next = newBlock(b);
    dropLocal(b, block, local, source, next);
    block = next;
  }
  return block;
}

function dropLocal(b: Builder, block: BlockId, local: LocalId, source: SourceInfo, target: BlockId): void {
  terminate(b, block, {
    kind: 'Drop',
    place: localPlace(local),
    ty: b.locals[local]?.ty ?? unknownTy,
    target,
    unwind: undefined,
    source,
  });
}

// Unwinding -------------------------------------------------------------------------------------------------------

/** The node of the tree for a panic inside the innermost scope, or for being dropped there. */
function diverge(b: Builder, tree: Tree): DropIndex {
  return divergeTo(b, b.scopes.stack.length - 1, tree);
}

function divergeTo(b: Builder, top: number, tree: Tree): DropIndex {
  const { stack, [tree]: drops } = b.scopes;
  const cache = cacheOf[tree];
  let from = top;
  while (from >= 0 && stack[from]![cache] === undefined) from--;
  let node = from >= 0 ? stack[from]![cache]! : rootNode;
  for (let i = from + 1; i <= top; i++) {
    const scope = stack[i]!;
    for (const drop of scope.drops) if (!drop.isStorage || isCoroutine(b)) node = drops.add(drop, node);
    scope[cache] = node;
  }
  return node;
}

/** The terminator of `block` may panic. */
export function divergeFrom(b: Builder, block: BlockId): void {
  b.scopes.unwinds.addEntry(block, diverge(b, 'unwinds'));
}

/** The coroutine may be dropped while it is suspended at the end of `block`. */
export function dropWhileSuspended(b: Builder, block: BlockId): void {
  b.scopes.droplines.addEntry(block, diverge(b, 'droplines'));
}

/** Builds the blocks of unwinding, and those of a coroutine that is dropped; once, at the end. */
export function buildDropTrees(b: Builder): void {
  const { unwinds, droplines } = b.scopes;
  const ofDropping = isCoroutine(b) ? buildDroplines(b) : [];
  const resume = buildUnwindTree(b, unwinds, undefined);
  if (!isCoroutine(b)) return;
  // Dropping may panic as well: cleanup of its own, as what is known of values differs.
  droplines.nodes.forEach(({ isStorage, next }, node) => {
    const block = ofDropping[node];
    if (node !== rootNode && !isStorage && block !== undefined) droplines.addEntry(block, next);
  });
  buildUnwindTree(b, droplines, resume);
}

function buildDroplines(b: Builder): (BlockId | undefined)[] {
  const blocks = b.scopes.droplines.build(
    {
      makeBlock: () => newBlock(b),
      linkEntry: (from, to) => {
        const block = b.blocks[from]!;
        const { terminator } = block;
        if (terminator?.kind === 'Yield' || terminator?.kind === 'Drop')
          block.terminator = { ...terminator, drop: to };
      },
      link: (block, drop, next) => linkDrop(b, block, drop, next),
    },
    undefined,
  );
  const end = blocks[rootNode];
  if (end !== undefined) terminate(b, end, { kind: 'CoroutineDrop' });
  return blocks;
}

function linkDrop(b: Builder, block: BlockId, drop: DropData, next: BlockId): void {
  if (drop.isStorage) {
    push(b, block, { kind: 'StorageDead', local: drop.local });
    if (next !== block) gotoBlock(b, block, next);
  } else dropLocal(b, block, drop.local, drop.source, next);
}

/** Returns where cleanup ends; `end` if that is there already. */
function buildUnwindTree(b: Builder, tree: DropTree, end: BlockId | undefined): BlockId | undefined {
  const blocks = tree.build(
    {
      makeBlock: () => newCleanupBlock(b),
      linkEntry: (from, to) => {
        const block = b.blocks[from]!;
        const { terminator } = block;
        if (terminator === undefined) return;
        // The unwinding edge of an assignment that drops first leads to the block that assigns.
        if (terminator.kind === 'Drop' && terminator.unwind !== undefined)
          gotoBlock(b, terminator.unwind, to);
        else block.terminator = withUnwind(terminator, to);
      },
      link: (block, drop, next) => linkDrop(b, block, drop, next),
    },
    end,
  );
  const resume = blocks[rootNode];
  if (resume !== undefined) terminate(b, resume, resumeTerminator);
  return resume;
}

// Other exits -----------------------------------------------------------------------------------------------------

/** Builds the blocks of one construct's exits, each also able to panic. Returns where they all end. */
function buildExitTree(
  b: Builder,
  drops: DropTree,
  elseScope: ScopeId,
  continueBlock: BlockId | undefined,
): BlockId | undefined {
  const blocks = drops.build(
    {
      makeBlock: () => newBlock(b),
      linkEntry: (from, to) => gotoBlock(b, from, to),
      link: (block, drop, next) => linkDrop(b, block, drop, next),
    },
    continueBlock,
  );
  if (drops.nodes.some(({ isStorage }, node) => node !== rootNode && !isStorage)) {
    linkExitTree(b, drops, blocks, elseScope, 'unwinds');
    if (isCoroutine(b)) linkExitTree(b, drops, blocks, elseScope, 'droplines');
  }
  return blocks[rootNode];
}

/** From each drop of an exit there is a way into the tree, with the drops after it to do. */
function linkExitTree(
  b: Builder,
  { nodes }: DropTree,
  blocks: readonly (BlockId | undefined)[],
  elseScope: ScopeId,
  tree: Tree,
): void {
  const { [tree]: drops } = b.scopes;
  const indices: DropIndex[] = [divergeTo(b, scopeIndex(b, elseScope), tree)];
  for (let i = 1; i < nodes.length; i++) {
    const node = nodes[i]!;
    const next = indices[node.next]!;
    indices.push(node.isStorage && !isCoroutine(b) ? next : drops.add(node, next));
    const block = blocks[i];
    if (!node.isStorage && block !== undefined) drops.addEntry(block, next);
  }
}

/**
 * Builds what `break` can leave, and `continue` if `loopBlock` is where it goes. `inner` returns the block at its
 * normal end, or undefined if only a `break` ends it.
 */
export function inBreakableScope(
  b: Builder,
  target: number | undefined,
  loopBlock: BlockId | undefined,
  destination: Place,
  inner: () => BlockId | undefined,
): BlockId {
  const scope = localScope(b);
  const breakable: BreakableScope = {
    scope,
    target,
    destination,
    breaks: new DropTree(),
    continues: loopBlock === undefined ? undefined : new DropTree(),
  };
  b.scopes.breakables.push(breakable);
  const normal = inner();
  b.scopes.breakables.pop();
  const exit = buildExitTree(b, breakable.breaks, scope, undefined);
  if (breakable.continues) buildExitTree(b, breakable.continues, scope, loopBlock);
  if (normal === undefined) return exit ?? newBlock(b);
  if (exit === undefined) return normal;
  const join = newBlock(b);
  gotoBlock(b, normal, join);
  gotoBlock(b, exit, join);
  return join;
}

/** Builds a condition and what follows if it holds; `breakForElse` inside leads to the second block returned. */
export function inIfThenScope(b: Builder, scope: ScopeId, inner: () => BlockId): readonly [BlockId, BlockId] {
  const previous = b.scopes.ifThen;
  const ifThen: IfThenScope = { scope, elses: new DropTree() };
  b.scopes.ifThen = ifThen;
  const then = inner();
  b.scopes.ifThen = previous;
  return [then, buildExitTree(b, ifThen.elses, scope, undefined) ?? newBlock(b)];
}

function dropsAbove(b: Builder, scope: ScopeId, tree: DropTree): DropIndex {
  const { stack } = b.scopes;
  let node = rootNode;
  for (let i = scopeIndex(b, scope) + 1; i < stack.length; i++) {
    for (const drop of stack[i]!.drops) node = tree.add(drop, node);
  }
  return node;
}

/** The condition does not hold: leave for the `else` of the innermost {@link inIfThenScope}. */
export function breakForElse(b: Builder, block: BlockId): void {
  const { ifThen } = b.scopes;
  if (!ifThen) {
    terminate(b, block, { kind: 'Unreachable' });
    return;
  }
  ifThen.elses.addEntry(block, dropsAbove(b, ifThen.scope, ifThen.elses));
  // Whoever looks at the block before its exit tree is built sees an end.
  terminate(b, block, { kind: 'Unreachable' });
}

/** `break`, `continue` or `return`. Returns the (unreachable) block after it. */
export function breakScope(
  b: Builder,
  start: BlockId,
  kind: 'Break' | 'Continue' | 'Return',
  target: number | undefined,
  value: ThirRef | undefined,
  source: SourceInfo,
): BlockId {
  const { breakables } = b.scopes;
  const breakable = kind === 'Return' ? breakables[0] : breakables.findLast((s) => s.target === target);
  let block = start;
  const tree = kind === 'Continue' ? breakable?.continues : breakable?.breaks;
  if (!breakable || !tree || (kind !== 'Return' && target === undefined)) {
    // Nothing to leave: an error. The value is still evaluated.
    if (value !== undefined) block = exprInto(b, unitTemp(b), block, value);
    terminate(b, block, { kind: 'Unreachable' });
    return newBlock(b);
  }
  if (kind !== 'Continue') {
    if (value !== undefined) block = exprInto(b, breakable.destination, block, value);
    else pushAssignUnit(b, block, breakable.destination, source);
  }
  return leave(b, block, breakable, tree);
}

/** A `break` that nobody has written. */
export function breakTo(
  b: Builder,
  block: BlockId,
  target: number,
  write: (destination: Place) => void,
): BlockId {
  const breakable = b.scopes.breakables.findLast((s) => s.target === target)!;
  write(breakable.destination);
  return leave(b, block, breakable, breakable.breaks);
}

function leave(b: Builder, block: BlockId, { scope }: BreakableScope, tree: DropTree): BlockId {
  tree.addEntry(block, dropsAbove(b, scope, tree));
  terminate(b, block, { kind: 'Unreachable' });
  return newBlock(b);
}

function unitTemp(b: Builder): Place {
  b.locals.push({ ty: unknownTy, name: undefined });
  return localPlace(b.locals.length - 1);
}

/** `place = value` where the old value must be dropped first, and the new one be in place even if that panics. */
export function dropAndReplace(
  b: Builder,
  block: BlockId,
  place: Place,
  value: Rvalue,
  source: SourceInfo,
): BlockId {
  const assigned = newBlock(b);
  pushAssign(b, assigned, place, value, source);
  const unwind = newCleanupBlock(b);
  pushAssign(b, unwind, place, value, source);
  terminate(b, block, { kind: 'Drop', place, ty: tyOfPlace(b, place), target: assigned, unwind, source });
  divergeFrom(b, block);
  return assigned;
}
