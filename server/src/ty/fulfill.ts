/**
 * The obligations that the inference of a body has still to prove. After rustc's `FulfillmentContext`.
 *
 * An obligation that cannot be decided waits for the variables in it, and is looked at again only after one of them
 * was bound. Proving one may bind variables and may leave obligations of its own.
 */
import { closureKind } from './closures.ts';
import { anyArg, anyPart } from './fold.ts';
import type { InferCtxt } from './inferCtxt.ts';
import { isRegion, selfTyOf } from './intern.ts';
import { type Obligation, recursionLimit } from './obligation.ts';
import { predicateKey } from './predicateKey.ts';
import { elaborate } from './predicates.ts';
import { projectAndUnify } from './project.ts';
import { evaluate, select } from './select.ts';
import { type Const, type GenericArgs, type Predicate, type Ty, TypeFlag } from './types.ts';

export interface FulfillmentCtxt {
  register(obligation: Obligation): void;
  registerAll(obligations: readonly Obligation[]): void;
  /** Proves what can be proven. Returns the obligations found false (each reported once). */
  selectWherePossible(): readonly Obligation[];
  /**
   * Obligations still open whose self type is that (unresolved) variable, with what their supertraits imply: what is
   * known of a closure's type before the closure is seen.
   */
  pendingObligationsFor(variable: Ty): readonly Obligation[];
  /** All that is open. */
  pending(): readonly Obligation[];
}

interface Pending {
  readonly obligation: Obligation;
  /** The unresolved variables it waits for; undefined before the first try. */
  waitsFor: readonly (Ty | Const)[] | undefined;
  /** Waits for what is to be known of a closure, which no variable tells. */
  onClosure: boolean;
}

export function createFulfillmentCtxt(infcx: InferCtxt): FulfillmentCtxt {
  let open: Pending[] = [];
  /** What was registered, as it was known then: the same thing, reached in several ways, is proven once. */
  const known = new Set<string>();
  /** Bindings at the end of the last round, if nothing can be done before there are more. */
  let idleAt = -1;
  const add = (obligation: Obligation): void => {
    const key = predicateKey(infcx.resolvePredicate(obligation.predicate));
    if (known.has(key)) return;
    known.add(key);
    idleAt = -1;
    open.push({ obligation, waitsFor: undefined, onClosure: false });
  };
  return {
    register: add,
    registerAll(obligations) {
      for (const o of obligations) add(o);
    },
    selectWherePossible() {
      const errors: Obligation[] = [];
      if (idleAt === infcx.bindingCount) return errors;
      for (let round = 0; round < maxRounds; round++) {
        let progress = false;
        const todo = open;
        open = [];
        for (const p of todo) {
          if (p.waitsFor && !p.onClosure && !p.waitsFor.some((v) => isBound(infcx, v))) {
            open.push(p);
            continue;
          }
          const before = infcx.bindingCount;
          const outcome = solve(infcx, p.obligation);
          if (outcome === 'error') {
            errors.push(p.obligation);
          } else if (outcome === 'ambiguous') {
            const args = infcx.resolveArgs(argsOf(p.obligation.predicate));
            p.waitsFor = variablesIn(args);
            p.onClosure = mentionsOpenClosure(infcx, args);
            open.push(p);
          } else {
            for (const o of outcome) add(o);
            progress = true;
          }
          if (infcx.bindingCount !== before) progress = true;
        }
        if (!progress) break;
      }
      if (!open.some((p) => p.onClosure)) idleAt = infcx.bindingCount;
      return errors;
    },
    pendingObligationsFor(variable) {
      const root = infcx.shallowResolve(variable);
      const out: Obligation[] = [];
      for (const { obligation } of open) {
        const { predicate } = obligation;
        const self = infcx.shallowResolve(selfTyOf(predicate.kind === 'Trait' ? predicate.trait : predicate));
        if (self !== root) continue;
        const resolved = infcx.resolvePredicate(predicate);
        if (resolved.kind === 'Projection') {
          out.push({ predicate: resolved, depth: obligation.depth });
          continue;
        }
        for (const implied of elaborate(infcx.db, [resolved])) {
          out.push({ predicate: implied, depth: obligation.depth });
        }
      }
      return out;
    },
    pending: () => open.map((p) => p.obligation),
  };
}

/** Every round but the last makes progress; a bound for programs that would make it for ever. */
const maxRounds = 1024;

function solve(
  infcx: InferCtxt,
  { predicate, depth }: Obligation,
): readonly Obligation[] | 'ambiguous' | 'error' {
  if (depth > recursionLimit) return 'error';
  if (predicate.kind === 'Projection') return projectAndUnify(infcx, predicate, depth);
  if (predicate.negative) return [];
  const args = infcx.resolveArgs(predicate.trait.args);
  if ((args.flags & TypeFlag.HasInfer) === 0 && !mentionsOpenClosure(infcx, args)) {
    // Nothing can be learnt but whether it holds, which is remembered beyond this body.
    const evaluation = evaluate(infcx, { kind: 'Trait', trait: { def: predicate.trait.def, args } }, depth);
    if (evaluation !== 'Maybe') return evaluation === 'Yes' ? [] : 'error';
  }
  const selection = select(infcx, predicate.trait, depth);
  if (selection.kind === 'Selected') return selection.nested;
  return selection.kind === 'Ambiguous' ? 'ambiguous' : 'error';
}

function argsOf(predicate: Predicate): GenericArgs {
  return predicate.kind === 'Trait' ? predicate.trait.args : predicate.args;
}

function isBound(infcx: InferCtxt, variable: Ty | Const): boolean {
  return variable.kind === 'ConstInfer'
    ? infcx.shallowResolveConst(variable) !== variable
    : infcx.shallowResolve(variable as Ty) !== variable;
}

function variablesIn(args: GenericArgs): (Ty | Const)[] {
  const found = new Set<Ty | Const>();
  anyArg(args, TypeFlag.HasInfer, (part) => {
    if (part.kind === 'Infer' || part.kind === 'ConstInfer') found.add(part);
    return false;
  });
  return [...found];
}

function mentionsOpenClosure(infcx: InferCtxt, args: GenericArgs): boolean {
  const { localClosures } = infcx;
  if (!localClosures || (args.flags & TypeFlag.HasClosure) === 0) return false;
  return args.list.some(
    (arg) =>
      !isRegion(arg) &&
      anyPart(
        arg,
        TypeFlag.HasClosure,
        (part) =>
          (part.kind === 'Closure' || part.kind === 'Coroutine') &&
          localClosures.has(part.def) &&
          (closureKind(infcx, part.def) === undefined || localClosures.upvarTys(part.def) === undefined),
      ),
  );
}
