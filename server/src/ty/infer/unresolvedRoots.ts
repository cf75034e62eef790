/**
 * What could not be resolved because something before it could not.
 *
 * After a macro that is not expanded, `let x = m!(); x.f().g()` has two methods of unknown receivers, and one cause. For
 * each unresolved expression that stumbled over an unknown type, this looks for where that type came from: through the
 * expressions that it is made of, and through local variables to what they were bound to.
 */
import type { BindingId, Body, ExprId, PatId } from '../../hir/body/body.ts';
import type { Unresolved, UnresolvedReason } from '../inferenceResult.ts';
import { forEachChild } from './exprChildren.ts';

/** The same, each follower with its root. */
export function withRoots(body: Body, unresolved: readonly Unresolved[]): Unresolved[] {
  if (unresolved.length < 2) return [...unresolved];
  const search = new RootSearch(body, unresolved);
  return unresolved.map((use) => {
    if (!stumbled(use)) return use;
    const root = search.rootBelow(use.expr);
    return root ? { ...use, root } : use;
  });
}

/** Whether it says no more than that a type was not known. */
function stumbled({ on, cause }: Unresolved): boolean {
  return cause !== 'macro' && cause !== 'path' && on?.kind === 'Unknown';
}

class RootSearch {
  readonly #body: Body;
  readonly #unresolved: ReadonlyMap<ExprId, Unresolved>;
  #origins: Map<BindingId, ExprId> | undefined;

  constructor(body: Body, unresolved: readonly Unresolved[]) {
    this.#body = body;
    this.#unresolved = new Map(unresolved.map((use) => [use.expr, use]));
  }

  /** The first root among what an expression is made of. */
  rootBelow(expr: ExprId): UnresolvedReason | undefined {
    const seen = new Set<ExprId>([expr]);
    const queue: ExprId[] = [];
    const add = (child: ExprId) => {
      if (seen.has(child)) return;
      seen.add(child);
      queue.push(child);
    };
    this.#forEachPart(expr, add);
    // In order of distance: the nearest is the likeliest.
    for (let i = 0; i < queue.length; i++) {
      const use = this.#unresolved.get(queue[i]!);
      if (use && !stumbled(use)) return reasonOf(use);
      this.#forEachPart(queue[i]!, add);
    }
    return undefined;
  }

  #forEachPart(expr: ExprId, each: (part: ExprId) => void): void {
    const e = this.#body.exprs[expr];
    if (e?.kind === 'Local') {
      this.#origins ??= bindingOrigins(this.#body);
      const origin = this.#origins.get(e.binding);
      if (origin !== undefined) each(origin);
    } else if (e && e.kind !== 'Closure') forEachChild(this.#body, e, each);
  }
}

function reasonOf({ cause, detail, on, trait, why }: Unresolved): UnresolvedReason {
  return {
    cause,
    detail,
    ...(on === undefined ? {} : { on }),
    ...(trait === undefined ? {} : { trait }),
    ...(why === undefined ? {} : { why }),
  };
}

/** What each local variable gets its value from; a closure's parameter, what the closure is handed to. */
function bindingOrigins(body: Body): Map<BindingId, ExprId> {
  const origins = new Map<BindingId, ExprId>();
  const bind = (pat: PatId, origin: ExprId) =>
    forEachBinding(body, pat, (binding) => origins.set(binding, origin));
  for (const e of body.exprs) {
    switch (e.kind) {
      case 'Block':
        for (const stmt of e.stmts)
          if (stmt.kind === 'Let' && stmt.init !== undefined) bind(stmt.pat, stmt.init);
        break;
      case 'Let':
        bind(e.pat, e.expr);
        break;
      case 'Match':
        for (const arm of e.arms) bind(arm.pat, e.scrutinee);
        break;
      case 'MethodCall':
      case 'Call':
        for (const arg of e.args) {
          const closure = body.exprs[arg];
          if (closure?.kind !== 'Closure') continue;
          const origin = e.kind === 'Call' ? e.callee : e.receiver;
          for (const param of closure.params) bind(param, origin);
        }
        break;
    }
  }
  return origins;
}

function forEachBinding(body: Body, id: PatId, each: (binding: BindingId) => void): void {
  const pat = body.pats[id];
  switch (pat?.kind) {
    case 'Binding':
      each(pat.binding);
      if (pat.sub !== undefined) forEachBinding(body, pat.sub, each);
      break;
    case 'Tuple':
    case 'TupleStruct':
    case 'Or':
      for (const sub of pat.pats) forEachBinding(body, sub, each);
      break;
    case 'Struct':
      for (const field of pat.fields) forEachBinding(body, field.pat, each);
      break;
    case 'Ref':
    case 'Box':
      forEachBinding(body, pat.pat, each);
      break;
    case 'Slice':
      for (const sub of [...pat.before, ...pat.after]) forEachBinding(body, sub, each);
      if (typeof pat.rest === 'number') forEachBinding(body, pat.rest, each);
      break;
  }
}
