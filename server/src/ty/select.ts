/**
 * Trait selection: which impl, bound or rule of the language proves a trait predicate.
 *
 * A *goal* is a trait reference in an environment, with its inference variables renumbered from 0 (canonical), so
 * that equal questions are one question whoever asks. For each goal two queries are memoized: the *candidate* that
 * wins, and whether the goal *holds*, nested obligations included. Confirming a candidate happens in the asking
 * context, where it binds the variables and yields the nested obligations. Goals that mention closures of the body
 * being inferred are answered on the spot: what is known of those changes as inference goes on.
 *
 * A goal that needs itself holds if its trait is coinductive (auto traits, `Sized`) and does not otherwise. The
 * queries may then answer differently inside the cycle than outside; such answers are used but never stored (see
 * `query/database.ts`).
 *
 * After rustc's `SelectionContext`: the preference among candidates is `winnow_candidates`.
 */
import { PairMap, PairNumbers } from '../base/pairMap.ts';
import type { CrateId, DefId } from '../hir/defs.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { assembleCandidates, type Candidate } from './candidates.ts';
import { confirm } from './confirm.ts';
import { anyArg, foldArgs, superFoldConst, superFoldTy, type TypeFolder } from './fold.ts';
import { implsOfTrait, inherentImplsFor } from './implIndex.ts';
import { InferCtxt } from './inferCtxt.ts';
import { mkConstInfer, mkInfer } from './intern.ts';
import { isCoinductive, traitFlags } from './langTraits.ts';
import {
  type Evaluation,
  type ImplSource,
  type Obligation,
  type ParamEnv,
  recursionLimit,
  type Selection,
} from './obligation.ts';
import { emptyParamEnv, supertraits } from './predicates.ts';
import { projectAndUnify } from './project.ts';
import { resolveAssocItem, specializes } from './specialize.ts';
import { type GenericArgs, type Predicate, type TraitRef, TypeFlag } from './types.ts';

export { implsOfTrait, inherentImplsFor, resolveAssocItem, supertraits };

// Goals -----------------------------------------------------------------------------------------------------------

interface Goal {
  readonly trait: TraitRef;
  readonly env: ParamEnv;
  readonly revealAll: boolean;
  /** The crate that asks, if the answer may depend on which impls it sees: that is, if there are variables. */
  readonly krate: CrateId | undefined;
  readonly tyVars: number;
  readonly intVars: number;
  readonly floatVars: number;
  readonly constVars: number;
}

const goals: Goal[] = [];
/** By the number of all but the arguments, then these. */
const goalIds = new PairMap<number>();
/** Numbers of traits with who asks, and of these with the environment. */
const askers = new PairNumbers();
const goalScopes = new PairNumbers();

function internGoal(infcx: InferCtxt, trait: TraitRef): number {
  const { paramEnv: env, revealAll } = infcx;
  const counts = { Ty: 0, Int: 0, Float: 0, Const: 0 };
  const args = canonicalize(trait.args, counts);
  const krate = (args.flags & TypeFlag.HasInfer) !== 0 ? infcx.krate : undefined;
  const asker = askers.of(trait.def, (krate === undefined ? 0 : krate + 1) * 2 + (revealAll ? 1 : 0));
  const scope = goalScopes.of(asker, env.id);
  const known = goalIds.get(scope, args.id);
  if (known !== undefined) return known;
  const goal: Goal = {
    trait: { def: trait.def, args },
    env,
    revealAll,
    krate,
    tyVars: counts.Ty,
    intVars: counts.Int,
    floatVars: counts.Float,
    constVars: counts.Const,
  };
  return goalIds.add(scope, args.id, goals.push(goal) - 1);
}

function canonicalize(
  args: GenericArgs,
  counts: { Ty: number; Int: number; Float: number; Const: number },
): GenericArgs {
  if ((args.flags & TypeFlag.HasInfer) === 0) return args;
  const numbers = new Map<number, number>();
  const number = (id: number, kind: keyof typeof counts): number => {
    let n = numbers.get(id);
    if (n === undefined) {
      n = counts[kind]++;
      numbers.set(id, n);
    }
    return n;
  };
  const folder: TypeFolder = {
    flags: TypeFlag.HasInfer,
    ty: (ty, depth) =>
      ty.kind === 'Infer'
        ? mkInfer(ty.variable.kind, number(ty.id, ty.variable.kind))
        : superFoldTy(ty, folder, depth),
    konst: (value, depth) =>
      value.kind === 'ConstInfer'
        ? mkConstInfer(number(value.id, 'Const'))
        : superFoldConst(value, folder, depth),
  };
  return foldArgs(args, folder);
}

/** A context with the goal's environment and its variables, numbered as in the goal. */
function contextFor(db: Database, goal: Goal): InferCtxt {
  const infcx = new InferCtxt(db, goal.env, { revealAll: goal.revealAll, krate: goal.krate });
  for (let i = 0; i < goal.tyVars; i++) infcx.nextTyVar();
  for (let i = 0; i < goal.intVars; i++) infcx.nextIntVar();
  for (let i = 0; i < goal.floatVars; i++) infcx.nextFloatVar();
  for (let i = 0; i < goal.constVars; i++) infcx.nextConstVar();
  return infcx;
}

/** Goals about closures of the body at hand depend on how far its inference is. */
function mentionsLocalClosure(infcx: InferCtxt, args: GenericArgs): boolean {
  const { localClosures } = infcx;
  if (!localClosures || (args.flags & TypeFlag.HasClosure) === 0) return false;
  return anyArg(
    args,
    TypeFlag.HasClosure,
    (part) => (part.kind === 'Closure' || part.kind === 'Coroutine') && localClosures.has(part.def),
  );
}

// Depth -----------------------------------------------------------------------------------------------------------

/** Goals within goals, across queries: each may be new, so nothing else would end `impl<T> Tr for T where Vec<T>: Tr`. */
const depthKey = Symbol('selection depth');

function nested<T>(db: Database, overflow: T, body: () => T): T {
  const state = db.resource(depthKey, () => ({ depth: 0 }));
  if (state.depth >= recursionLimit) return overflow;
  state.depth++;
  try {
    return body();
  } finally {
    state.depth--;
  }
}

// The winner ------------------------------------------------------------------------------------------------------

type Winner = Candidate | 'ambiguous' | 'none' | 'assumed';

const goalCandidate = defineQuery<number, Winner>(
  'goalCandidate',
  (db, id) => {
    const goal = goals[id]!;
    const infcx = contextFor(db, goal);
    return nested<Winner>(db, 'ambiguous', () => findWinner(infcx, goal.trait));
  },
  {
    equals: sameWinner,
    onCycle: (db, id) => (isCoinductive(db, goals[id]!.trait.def) ? 'assumed' : 'none'),
  },
);

function sameWinner(a: Winner, b: Winner): boolean {
  if (a === b) return true;
  if (typeof a === 'string' || typeof b === 'string' || a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'Impl':
      return a.def === (b as typeof a).def;
    case 'Param':
      return a.trait.def === (b as typeof a).trait.def && a.trait.args === (b as typeof a).trait.args;
    case 'AliasBound':
    case 'Object':
      return a.index === (b as typeof a).index;
    case 'Unsize':
      return a.rule === (b as typeof a).rule;
    default:
      return true;
  }
}

function winnerFor(infcx: InferCtxt, trait: TraitRef): Winner {
  if (mentionsLocalClosure(infcx, trait.args)) {
    return nested<Winner>(infcx.db, 'ambiguous', () => findWinner(infcx, trait));
  }
  return goalCandidate(infcx.db, internGoal(infcx, trait));
}

function findWinner(infcx: InferCtxt, trait: TraitRef): Winner {
  const assembly = assembleCandidates(infcx, trait);
  if (assembly.ambiguous) return 'ambiguous';
  let { candidates } = assembly;
  if (assembly.negative) {
    // A negative impl says no, unless one that is not negative is more specific.
    candidates = candidates.filter((c) => c.kind !== 'Auto');
  }
  if (candidates.length === 0) return (trait.args.flags & TypeFlag.HasUnknown) !== 0 ? 'ambiguous' : 'none';
  if (candidates.length === 1) {
    return assembly.negative ? 'none' : candidates[0]!;
  }
  const applicable: { readonly candidate: Candidate; readonly evaluation: Evaluation }[] = [];
  for (const candidate of candidates) {
    const evaluation = evaluateCandidate(infcx, trait, candidate);
    if (evaluation !== 'No') applicable.push({ candidate, evaluation });
  }
  if (applicable.length === 0) return 'none';
  if (assembly.negative) return 'none';
  return winnow(infcx, trait, applicable);
}

function evaluateCandidate(infcx: InferCtxt, trait: TraitRef, candidate: Candidate): Evaluation {
  return infcx.probe(() => {
    const confirmed = confirm(infcx, trait, candidate, 0);
    return confirmed ? evaluateAll(infcx, confirmed.nested) : 'No';
  });
}

type Applicable = { readonly candidate: Candidate; readonly evaluation: Evaluation };

/** rustc's order of preference. Undecided where rustc is. */
function winnow(infcx: InferCtxt, trait: TraitRef, candidates: readonly Applicable[]): Winner {
  if (candidates.length === 1) return candidates[0]!.candidate;
  const sized = candidates.find((c) => c.candidate.kind === 'Sized');
  if (sized) return sized.evaluation === 'Yes' ? sized.candidate : 'ambiguous';

  // Where clauses about parameters go before everything else; two different ones leave it open.
  let param: (Candidate & { readonly kind: 'Param' }) | undefined;
  let hasGlobal = false;
  for (const { candidate } of candidates) {
    if (candidate.kind !== 'Param') continue;
    if ((candidate.trait.args.flags & TypeFlag.HasParam) === 0) hasGlobal = true;
    else if (!param) param = candidate;
    else if (param.trait.args !== candidate.trait.args) return 'ambiguous';
  }
  if (param) return hasGlobal ? 'ambiguous' : param;

  const hasVars = (infcx.resolveArgs(trait.args).flags & TypeFlag.HasInfer) !== 0;
  for (const kind of ['AliasBound', 'Object'] as const) {
    const some = candidates.filter((c) => c.candidate.kind === kind);
    if (some.length > 1 && hasVars) return 'ambiguous';
    if (some[0]) return some[0].candidate;
  }
  const upcast = candidates.find((c) => c.candidate.kind === 'Unsize' && c.candidate.rule === 'Upcast');
  if (upcast) return upcast.candidate;

  let impl: DefId | undefined;
  for (const { candidate } of candidates) {
    if (candidate.kind !== 'Impl') continue;
    if (impl === undefined) impl = candidate.def;
    else if (preferImpl(infcx, candidate.def, impl, trait, hasVars)) impl = candidate.def;
    else if (!preferImpl(infcx, impl, candidate.def, trait, hasVars)) return 'ambiguous';
  }
  if (impl !== undefined) {
    const overlaps = candidates.some((c) => c.candidate.kind !== 'Impl' && c.candidate.kind !== 'Param');
    return overlaps ? 'ambiguous' : { kind: 'Impl', def: impl };
  }
  const rest = candidates.filter((c) => c.candidate.kind !== 'Param');
  return rest.length === 1 ? rest[0]!.candidate : 'ambiguous';
}

/** Whether of two impls that apply the first is to be taken: it specializes the other, or the trait is a marker. */
function preferImpl(infcx: InferCtxt, a: DefId, b: DefId, trait: TraitRef, hasVars: boolean): boolean {
  if (specializes(infcx.db, a, b)) return true;
  return !hasVars && traitFlags(infcx.db, trait.def).isMarker;
}

// Selecting -------------------------------------------------------------------------------------------------------

/** Picks the one candidate and unifies with it; `nested` is what remains to prove. */
export function select(infcx: InferCtxt, trait: TraitRef, depth: number): Selection {
  if (depth > recursionLimit) return { kind: 'Ambiguous' };
  const resolved = { def: trait.def, args: infcx.resolveArgs(trait.args) };
  const winner = winnerFor(infcx, resolved);
  if (winner === 'ambiguous') return { kind: 'Ambiguous' };
  if (winner === 'none') return { kind: 'Error' };
  if (winner === 'assumed') return { kind: 'Selected', source: { kind: 'Builtin' }, nested: [] };
  const confirmed = confirm(infcx, resolved, winner, depth);
  return confirmed ? { kind: 'Selected', ...confirmed } : { kind: 'Error' };
}

// Evaluating ------------------------------------------------------------------------------------------------------

const goalHolds = defineQuery<number, Evaluation>(
  'goalHolds',
  (db, id) => {
    const goal = goals[id]!;
    const infcx = contextFor(db, goal);
    return nested<Evaluation>(db, 'Maybe', () => holds(infcx, goal.trait, goalCandidate(db, id)));
  },
  { onCycle: (db, id) => (isCoinductive(db, goals[id]!.trait.def) ? 'Yes' : 'No') },
);

function holds(infcx: InferCtxt, trait: TraitRef, winner: Winner): Evaluation {
  if (winner === 'ambiguous') return 'Maybe';
  if (winner === 'none') return 'No';
  if (winner === 'assumed') return 'Yes';
  return evaluateCandidate(infcx, trait, winner);
}

function evaluateTrait(infcx: InferCtxt, trait: TraitRef): Evaluation {
  const resolved = { def: trait.def, args: infcx.resolveArgs(trait.args) };
  if (mentionsLocalClosure(infcx, resolved.args)) {
    return nested<Evaluation>(infcx.db, 'Maybe', () => holds(infcx, resolved, findWinner(infcx, resolved)));
  }
  return goalHolds(infcx.db, internGoal(infcx, resolved));
}

/** Whether a predicate holds, nested obligations included. Binds nothing. */
export function evaluate(infcx: InferCtxt, predicate: Predicate, depth = 0): Evaluation {
  if (depth > recursionLimit) return 'Maybe';
  if (predicate.kind === 'Trait') {
    const found = evaluateTrait(infcx, predicate.trait);
    if (!predicate.negative) return found;
    return found === 'Yes' ? 'No' : found === 'No' ? 'Yes' : 'Maybe';
  }
  return infcx.probe(() => evaluateAll(infcx, [{ predicate, depth }]));
}

/**
 * Whether all hold together. What projections bind on the way is kept for those that follow (the caller probes), and
 * those left open are tried once more when something was bound.
 */
export function evaluateAll(infcx: InferCtxt, obligations: readonly Obligation[]): Evaluation {
  let open = obligations;
  for (let round = 0; round < 4; round++) {
    const before = infcx.bindingCount;
    const next: Obligation[] = [];
    for (const o of open) {
      if (o.depth > recursionLimit) return 'Maybe';
      if (o.predicate.kind === 'Trait') {
        const found = evaluate(infcx, o.predicate, o.depth);
        if (found === 'No') return 'No';
        if (found === 'Maybe') next.push(o);
        continue;
      }
      const projected = projectAndUnify(infcx, o.predicate, o.depth);
      if (projected === 'error') return 'No';
      if (projected === 'ambiguous') next.push(o);
      else if (projected.length > 0) {
        const found = evaluateAll(infcx, projected);
        if (found === 'No') return 'No';
        if (found === 'Maybe') next.push(...projected);
      }
    }
    if (next.length === 0) return 'Yes';
    if (infcx.bindingCount === before) return 'Maybe';
    open = next;
  }
  return 'Maybe';
}

/** `evaluate(…) !== 'No'`. */
export function predicateMayHold(infcx: InferCtxt, predicate: Predicate): boolean {
  return evaluate(infcx, predicate) !== 'No';
}

export function predicateMustHold(infcx: InferCtxt, predicate: Predicate): boolean {
  return evaluate(infcx, predicate) === 'Yes';
}

/** Whether a trait holds for types without variables, in an environment. */
export function traitHolds(db: Database, env: ParamEnv, trait: TraitRef): Evaluation {
  const revealAll = env === emptyParamEnv;
  return evaluateTrait(new InferCtxt(db, env, { revealAll }), trait);
}

// Monomorphic -----------------------------------------------------------------------------------------------------

const codegenSource = defineQuery<number, ImplSource | undefined>(
  'codegenSource',
  (db, id) => {
    const { trait, env } = goals[id]!;
    const infcx = new InferCtxt(db, env, { revealAll: true });
    return nested<ImplSource | undefined>(db, undefined, () => {
      const selection = select(infcx, trait, 0);
      if (selection.kind !== 'Selected') return undefined;
      // The nested obligations bind the impl's parameters that its header does not.
      settle(infcx, selection.nested);
      const { source } = selection;
      switch (source.kind) {
        case 'Impl':
          return { ...source, args: infcx.resolveArgs(source.args) };
        case 'Param':
        case 'Object':
          return { ...source, trait: { ...source.trait, args: infcx.resolveArgs(source.trait.args) } };
        default:
          return source;
      }
    });
  },
  {
    equals: (a, b) =>
      a === b ||
      (a?.kind === 'Impl' && b?.kind === 'Impl' && a.def === b.def && a.args === b.args) ||
      (a?.kind === 'Builtin' && b?.kind === 'Builtin'),
    onCycle: () => undefined,
  },
);

/** Proves projections (which bind variables) among obligations that are known to hold. */
function settle(infcx: InferCtxt, obligations: readonly Obligation[]): void {
  let open = [...obligations];
  for (let round = 0; round < 8 && open.length > 0; round++) {
    const before = infcx.bindingCount;
    const next: Obligation[] = [];
    for (const o of open) {
      const args = o.predicate.kind === 'Trait' ? o.predicate.trait.args : o.predicate.args;
      if (o.predicate.kind === 'Projection') {
        const projected = projectAndUnify(infcx, o.predicate, o.depth);
        if (projected === 'ambiguous') next.push(o);
        else if (projected !== 'error') next.push(...projected);
      } else if ((infcx.resolveArgs(args).flags & TypeFlag.HasInfer) !== 0) {
        const selection = select(infcx, o.predicate.trait, o.depth);
        if (selection.kind === 'Selected') next.push(...selection.nested);
        else if (selection.kind === 'Ambiguous') next.push(o);
      }
    }
    open = next;
    if (infcx.bindingCount === before && round > 2) return;
  }
}

/**
 * For a trait reference without variables: what implements it, nested obligations proven. Parameters are as good as
 * `env` says.
 */
export function codegenSelect(
  db: Database,
  trait: TraitRef,
  env: ParamEnv = emptyParamEnv,
): ImplSource | undefined {
  const infcx = new InferCtxt(db, env, { revealAll: true });
  return codegenSource(db, internGoal(infcx, trait));
}
