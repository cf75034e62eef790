/**
 * The decision tree of a match. After `rustc_mir_build::builder::matches`.
 *
 * A *candidate* is an arm (or one alternative of it) with the pairs still to be tested. The tree is built from the
 * first candidate's first pair: that pair chooses a test, and the test's outcomes sort the candidates, from the first
 * on and as long as each belongs to exactly one outcome. Each outcome goes on with its candidates, and what fails
 * there with the candidates that were not sorted. Alternatives are expanded into candidates of their own, which share
 * the arm's body.
 */
import type { PatId } from '../../../hir/body/body.ts';
import type { BlockId } from '../../mir.ts';
import { type Builder, gotoBlock, newBlock, terminate } from '../builder.ts';
import type { PlaceBuilder } from '../exprPlace.ts';
import { type FlatPat, flatPat, type MatchPair, type PatBinding, samePlace, sortPairs } from './pairs.ts';
import { type Branch, chooseTest, type MatchTest, performTest, sortPair } from './test.ts';

export interface Candidate {
  pairs: MatchPair[];
  readonly bindings: readonly PatBinding[];
  readonly hasGuard: boolean;
  /** Alternatives. */
  subcandidates: Candidate[];
  /** Where all pairs have matched. */
  matched: BlockId | undefined;
  /** Where to go on when a guard fails. */
  otherwise: BlockId | undefined;
  /** Where this one was the first that was still to be tested. */
  start: BlockId | undefined;
}

export interface ArmPattern {
  readonly pat: PatId;
  readonly hasGuard: boolean;
}

function candidateOf(flat: FlatPat, hasGuard: boolean): Candidate {
  return {
    pairs: [...flat.pairs],
    bindings: flat.bindings,
    hasGuard,
    subcandidates: [],
    matched: undefined,
    otherwise: undefined,
    start: undefined,
  };
}

/**
 * Builds the tree for these patterns. Returns the candidates, and the block that is reached when none matches; that
 * may be, if the patterns are refutable.
 */
export function matchTree(
  b: Builder,
  start: BlockId,
  scrutinee: PlaceBuilder,
  patterns: readonly ArmPattern[],
  refutable: boolean,
): readonly [readonly Candidate[], BlockId] {
  const candidates = patterns.map((p) => candidateOf(flatPat(b, p.pat, scrutinee), p.hasGuard));
  const otherwise = matchCandidates(b, start, candidates);
  for (const candidate of candidates) linkLeaves(b, candidate);
  addFalseEdges(b, candidates, refutable ? otherwise : undefined);
  return [candidates, otherwise];
}

/**
 * Has each candidate lead to the one below it, so that it seems to the borrow checker as if they were tested one by one:
 * where it has matched, and where its guard fails. Nothing of that is left but the order of the blocks. `last` is where
 * the last one leads, if it can fail.
 */
function addFalseEdges(b: Builder, candidates: readonly Candidate[], last: BlockId | undefined): void {
  const leaves: Candidate[] = [];
  for (const candidate of candidates) forEachLeaf(candidate, (leaf) => leaves.push(leaf));
  let imaginary = last;
  for (const leaf of leaves.reverse()) {
    if (imaginary !== undefined) {
      const matched = newBlock(b);
      terminate(b, leaf.matched!, { kind: 'FalseEdge', target: matched, imaginary });
      leaf.matched = matched;
      if (leaf.hasGuard && leaf.otherwise !== undefined) {
        const otherwise = newBlock(b);
        terminate(b, otherwise, { kind: 'FalseEdge', target: leaf.otherwise, imaginary });
        leaf.otherwise = otherwise;
      }
    }
    imaginary = leaf.start ?? imaginary;
  }
}

/** Where every alternative of a candidate that nothing reached still stands without a block. */
function linkLeaves(b: Builder, candidate: Candidate): void {
  if (candidate.subcandidates.length > 0) for (const sub of candidate.subcandidates) linkLeaves(b, sub);
  else if (candidate.matched === undefined) {
    candidate.matched = newBlock(b);
    terminate(b, newBlock(b), { kind: 'Unreachable' });
  }
}

/** Tests the candidates in order; returns the block reached when all fail. */
function matchCandidates(b: Builder, start: BlockId, all: readonly Candidate[]): BlockId {
  let block = start;
  let candidates = all;
  while (candidates.length > 0) {
    const first = candidates[0]!;
    first.start ??= block;
    if (first.pairs.length === 0) {
      // Matched; what follows is tested where its guard fails.
      first.matched = block;
      first.otherwise = newBlock(b);
      block = first.otherwise;
      candidates = candidates.slice(1);
    } else if (candidates.some((c) => c.pairs[0]?.test.kind === 'Or')) {
      [block, candidates] = expandAlternatives(b, block, candidates);
    } else {
      [block, candidates] = testCandidates(b, block, candidates);
    }
  }
  return block;
}

type Remaining = readonly [BlockId, readonly Candidate[]];

function testCandidates(b: Builder, start: BlockId, candidates: readonly Candidate[]): Remaining {
  const pair = candidates[0]!.pairs[0]!;
  const test = chooseTest(pair);
  const branches = new Map<string, { readonly branch: Branch; readonly candidates: Candidate[] }>();
  let sorted = 0;
  for (; sorted < candidates.length; sorted++) {
    const branch = sortCandidate(test, candidates[sorted]!, pair.place, branches);
    if (!branch) break;
    const known = branches.get(branch.key);
    if (known) known.candidates.push(candidates[sorted]!);
    else branches.set(branch.key, { branch, candidates: [candidates[sorted]!] });
  }
  const remainder = newBlock(b);
  const targets = new Map<string, { readonly branch: Branch; readonly block: BlockId }>();
  for (const [key, { branch, candidates: chosen }] of branches) {
    const block = newBlock(b);
    gotoBlock(b, matchCandidates(b, block, chosen), remainder);
    targets.set(key, { branch, block });
  }
  performTest(b, start, remainder, pair, test, targets);
  return [remainder, candidates.slice(sorted)];
}

/** The outcome of the test that the candidate belongs to, if it is exactly one; what the test settles is removed. */
function sortCandidate(
  test: MatchTest,
  candidate: Candidate,
  place: PlaceBuilder,
  branches: ReadonlyMap<string, { readonly branch: Branch }>,
): Branch | undefined {
  const index = candidate.pairs.findIndex((p) => p.test.kind !== 'Or' && samePlace(p.place, place));
  if (index < 0) return undefined;
  const pair = candidate.pairs[index]!;
  const sorted = sortPair(test, pair, branches);
  if (!sorted) return undefined;
  if (sorted.settled) {
    candidate.pairs.splice(index, 1);
    candidate.pairs.push(...pair.subpairs);
    sortPairs(candidate.pairs);
  }
  return sorted.branch;
}

function expandAlternatives(b: Builder, start: BlockId, candidates: readonly Candidate[]): Remaining {
  // Up to the first candidate that has more to test after its alternatives.
  const last = candidates.findIndex((c) => c.pairs.length > 1 && c.pairs[0]!.test.kind === 'Or');
  const count = last < 0 ? candidates.length : last + 1;
  const expanding = candidates.slice(0, count);
  const expanded: Candidate[] = [];
  for (const candidate of expanding) {
    const test = candidate.pairs[0]?.test;
    if (test?.kind === 'Or') {
      candidate.pairs.shift();
      candidate.subcandidates = test.alternatives.map((a) => candidateOf(a, candidate.hasGuard));
      expanded.push(...candidate.subcandidates);
    } else expanded.push(candidate);
  }
  const remainder = matchCandidates(b, start, expanded);
  for (const candidate of expanding) if (candidate.subcandidates.length > 0) mergeTrivial(b, candidate);
  testAfterAlternatives(b, expanding[expanding.length - 1]!);
  return [remainder, candidates.slice(count)];
}

/** Alternatives that bind nothing lead to one block, unless each needs its own way back from a guard. */
function mergeTrivial(b: Builder, candidate: Candidate): void {
  if (candidate.hasGuard) return;
  if (!candidate.subcandidates.every((s) => s.subcandidates.length === 0 && s.bindings.length === 0)) return;
  const any = newBlock(b);
  candidate.start ??= candidate.subcandidates[0]!.start;
  for (const sub of candidate.subcandidates) gotoBlock(b, sub.matched!, any);
  candidate.matched = any;
  candidate.otherwise = candidate.subcandidates[candidate.subcandidates.length - 1]!.otherwise;
  candidate.subcandidates = [];
}

/** Pairs after the alternatives are tested below each of them. */
function testAfterAlternatives(b: Builder, candidate: Candidate): void {
  const { pairs } = candidate;
  if (pairs.length === 0 || (candidate.subcandidates.length === 0 && candidate.matched === undefined)) return;
  if (candidate.subcandidates.length === 0) {
    // The alternatives were merged into one block.
    const start = candidate.matched!;
    const otherwise = candidate.otherwise;
    const end = matchCandidates(b, start, [candidate]);
    if (otherwise !== undefined) gotoBlock(b, end, otherwise);
    return;
  }
  candidate.pairs = [];
  const leaves: Candidate[] = [];
  forEachLeaf(candidate, (leaf) => leaves.push(leaf));
  const lastOtherwise = leaves[leaves.length - 1]!.otherwise;
  for (const leaf of leaves) {
    const start = leaf.matched;
    if (start === undefined) continue;
    const otherwise = leaf.hasGuard ? leaf.otherwise : lastOtherwise;
    leaf.pairs = [...pairs];
    const end = matchCandidates(b, start, [leaf]);
    if (otherwise !== undefined) gotoBlock(b, end, otherwise);
  }
}

/** Calls `visit` with each alternative that stands for a way into the arm, and the bindings it inherits. */
export function forEachLeaf(
  candidate: Candidate,
  visit: (leaf: Candidate, bindings: readonly PatBinding[]) => void,
  inherited: readonly PatBinding[] = [],
): void {
  const bindings = inherited.length === 0 ? candidate.bindings : [...inherited, ...candidate.bindings];
  if (candidate.subcandidates.length === 0) visit(candidate, bindings);
  else for (const sub of candidate.subcandidates) forEachLeaf(sub, visit, bindings);
}
