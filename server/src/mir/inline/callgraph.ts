/**
 * Which functions call each other in a circle: of those none is inlined into another, since each would need the other's
 * finished body first. After rustc's `mir_callgraph_cyclic`.
 *
 * A circle may lead through functions of other crates: a recursive type's `Clone::clone` calls that of `Vec`, which calls
 * it again. So what is searched are functions with generic arguments, as far as the root's own parameters tell them. A
 * function of another crate comes back only by its arguments, and is passed over where these do not mention the crate.
 */
import { codegenFnAttrs } from '../../hir/codegenAttrs.ts';
import { type CrateId, type DefId, defCrate, defKind, typeckRoot } from '../../hir/defs.ts';
import { crateData } from '../../hir/inputs.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import { anyArg, substituteArgs } from '../../ty/fold.ts';
import { identityArgs, requiresMonomorphization } from '../../ty/generics.ts';
import type { ParamEnv } from '../../ty/obligation.ts';
import { paramEnv } from '../../ty/predicates.ts';
import type { GenericArgs } from '../../ty/types.ts';
import { unoptimizedMir } from '../mirBody.ts';
import { sizeEstimate } from '../sizeEstimate.ts';
import { calledFnItem, resolveCallee } from './resolveCallee.ts';

/** A function with its arguments. */
interface Callable {
  readonly def: DefId;
  readonly args: GenericArgs;
}

/** What a body calls by name, each once. */
const writtenCalls = defineQuery<DefId, readonly Callable[]>('writtenCalls', (db, def) => {
  const calls = new Map<string, Callable>();
  for (const { terminator } of unoptimizedMir(db, def)?.blocks ?? []) {
    if (terminator.kind !== 'Call' || terminator.func.kind !== 'Constant') continue;
    const { ty } = terminator.func;
    if (ty.kind === 'FnDef') calls.set(keyOf(ty), ty);
  }
  return [...calls.values()];
});

/** What of a function's callees may be inlined by what is declared of them, each standing for all its copies. */
const declaredCallees = defineQuery<DefId, readonly Callable[]>('declaredCallees', (db, def) => {
  const env = paramEnv(db, typeckRoot(def));
  const callees = new Set<DefId>();
  for (const written of writtenCalls(db, def)) {
    const callee = resolveCallee(db, env, written.def, written.args);
    if (callee && mayBeInlined(db, callee.def)) callees.add(callee.def);
  }
  return [...callees].map((callee) => ({ def: callee, args: identityArgs(db, callee) }));
});

const keyOf = ({ def, args }: Callable): string => `${def}|${args.id}`;

/** Unoptimized statements beyond which no body becomes small enough to be inlined. */
const hopelessSize = 400;

export function mayBeInlined(db: Database, def: DefId): boolean {
  const { inline } = codegenFnAttrs(db, def);
  if (inline === 'never') return false;
  if (inline !== 'none' || defKind(def) === 'Closure' || requiresMonomorphization(db, def)) return true;
  const body = unoptimizedMir(db, def);
  return body !== undefined && sizeEstimate(body) < hopelessSize;
}

/** How often a function is followed with different arguments: types may grow without end. */
const recursionLimit = 128;

/** Functions of the root's crate from which calls lead back to it, itself among them if it is recursive. */
export const cyclicCallees = defineQuery<DefId, ReadonlySet<DefId>>('cyclicCallees', (db, root) => {
  const search = new Search(db, root);
  return search.run();
});

class Search {
  readonly #db: Database;
  readonly #env: ParamEnv;
  readonly #root: DefId;
  readonly #krate: CrateId;
  /** std's circles through arguments are few, and it is large: there, definitions stand for all their copies. */
  readonly #isCoarse: boolean;
  readonly #nodes = new Map<string, Callable>();
  readonly #callers = new Map<Callable, Callable[]>();
  readonly #depths = new Map<DefId, number>();
  readonly #queue: Callable[] = [];

  constructor(db: Database, root: DefId) {
    this.#db = db;
    this.#root = root;
    this.#krate = defCrate(root);
    this.#env = paramEnv(db, typeckRoot(root));
    this.#isCoarse = crateData(db, this.#krate).origin === 'lang';
  }

  run(): Set<DefId> {
    const db = this.#db;
    this.#reach({ def: this.#root, args: identityArgs(db, this.#root) }, undefined);
    for (let at = this.#queue.pop(); at !== undefined; at = this.#queue.pop()) {
      for (const callee of this.#callees(at)) this.#reach(callee, at);
    }
    const cyclic = new Set<DefId>();
    const seen = new Set<Callable>();
    const back = [...this.#nodes.values()].filter(({ def }) => def === this.#root);
    for (let at = back.pop(); at !== undefined; at = back.pop()) {
      for (const caller of this.#callers.get(at) ?? []) {
        if (seen.has(caller)) continue;
        seen.add(caller);
        if (defCrate(caller.def) === this.#krate) cyclic.add(caller.def);
        back.push(caller);
      }
    }
    return cyclic;
  }

  #callees(caller: Callable): readonly Callable[] {
    const db = this.#db;
    if (this.#isCoarse) return declaredCallees(db, caller.def);
    return writtenCalls(db, caller.def).flatMap((written) => {
      const args = substituteArgs(written.args, caller.args);
      const item = calledFnItem(db, this.#env, written.def, args);
      const callee = resolveCallee(db, this.#env, item?.def ?? written.def, item?.args ?? args);
      return callee && this.#leadsBack(callee) ? [callee] : [];
    });
  }

  #leadsBack({ def, args }: Callable): boolean {
    if (defCrate(def) === this.#krate) return true;
    return anyArg(args, 0, (part) => {
      if ('def' in part && part.def !== undefined && defCrate(part.def) === this.#krate) return true;
      return (
        part.kind === 'Dynamic' &&
        part.principal !== undefined &&
        defCrate(part.principal.def) === this.#krate
      );
    });
  }

  #reach(to: Callable, from: Callable | undefined): void {
    const key = keyOf(to);
    let node = this.#nodes.get(key);
    if (!node) {
      const depth = (this.#depths.get(to.def) ?? 0) + 1;
      if (depth > recursionLimit) return;
      this.#depths.set(to.def, depth);
      node = { def: to.def, args: to.args };
      this.#nodes.set(key, node);
      this.#queue.push(node);
    }
    if (!from) return;
    const callers = this.#callers.get(node);
    if (callers) callers.push(from);
    else this.#callers.set(node, [from]);
  }
}
