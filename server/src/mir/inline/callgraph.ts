/**
 * Which functions call each other in a circle: of those none is inlined into another, since each would need the other's
 * finished body first. After rustc's `mir_callgraph_cyclic`.
 *
 * A circle may lead through functions of other crates: a recursive type's `Clone::clone` calls that of `Vec`, which calls
 * it again. So what is searched are functions with generic arguments, as far as the root's own parameters tell them. The
 * compiler gives up where it meets many copies of one function, which it soon does in a large function that uses much of
 * std, and then inlines nothing of the function's own crate; so do we.
 */
import { Interner } from '../../base/interner.ts';
import { codegenFnAttrs } from '../../hir/codegenAttrs.ts';
import { assocItems } from '../../hir/defMap/assocItems.ts';
import { langItem } from '../../hir/defMap/langItems.ts';
import { assocContainer, type CrateId, type DefId, defCrate, defKind, typeckRoot } from '../../hir/defs.ts';
import { crateData } from '../../hir/inputs.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import { adtDestructor, needsDrop } from '../../ty/adt.ts';
import { substituteArgs } from '../../ty/fold.ts';
import { identityArgs, requiresMonomorphization } from '../../ty/generics.ts';
import { isCtorDef, isTy, mkArgs, unknownTy } from '../../ty/intern.ts';
import type { ParamEnv } from '../../ty/obligation.ts';
import { emptyParamEnv, paramEnv } from '../../ty/predicates.ts';
import { type GenericArgs, TypeFlag } from '../../ty/types.ts';
import type { MirBody } from '../mir.ts';
import { mirBody, unoptimizedMir } from '../mirBody.ts';
import { sizeEstimate } from '../sizeEstimate.ts';
import { placeTy } from '../typeOps.ts';
import { clonedParts } from './cloneShim.ts';
import { crossCrateInlinable } from './crossCrateInline.ts';
import { type Callee, calledFnItem, normalizeArgsIn, resolveCallee } from './resolveCallee.ts';

/** A function with its arguments. */
interface Callable {
  readonly def: DefId;
  readonly args: GenericArgs;
  /** Code that the compiler makes up for a call of `def`: drop glue, or what calls a closure or fn item. */
  readonly isShim: boolean;
}

/** The functions that a body calls, each once. */
function callsIn(body: MirBody | undefined): readonly Callable[] {
  const calls = new Map<string, Callable>();
  for (const { terminator } of body?.blocks ?? []) {
    if (terminator.kind !== 'Call') continue;
    const { func } = terminator;
    // A variable tells what it calls by its type, too.
    const ty = func.kind === 'Constant' ? func.ty : placeTy(body!.locals, func.place, unknownTy);
    if (ty.kind !== 'FnDef') continue;
    const call = { def: ty.def, args: ty.args, isShim: false };
    calls.set(keyOf(call), call);
  }
  return [...calls.values()];
}

/** Before and after its own calls were inlined: the first for the crate that is compiled, the second for others. */
const callsBefore = defineQuery<DefId, readonly Callable[]>('callsBefore', (db, def) =>
  callsIn(unoptimizedMir(db, def)),
);
const callsAfter = defineQuery<DefId, readonly Callable[]>('callsAfter', (db, def) =>
  callsIn(mirBody(db, def)),
);

/** What of a function's callees may be inlined by what is declared of them, each standing for all its copies. */
const declaredCallees = defineQuery<DefId, readonly Callable[]>('declaredCallees', (db, def) => {
  const env = paramEnv(db, typeckRoot(def));
  const callees = new Set<DefId>();
  for (const written of callsBefore(db, def)) {
    const callee = resolveCallee(db, env, written.def, written.args);
    if (callee && mayBeInlined(db, callee.def)) callees.add(callee.def);
  }
  return [...callees].map((callee) => ({ def: callee, args: identityArgs(db, callee), isShim: false }));
});

const keyOf = ({ def, args, isShim }: Callable): string => `${def}|${args.id}|${isShim}`;

const callables = new Interner<number, Callable>(keyOf);

/** Unoptimized statements beyond which no body becomes small enough to be inlined. */
const hopelessSize = 1000;

export function mayBeInlined(db: Database, def: DefId): boolean {
  const { inline } = codegenFnAttrs(db, def);
  if (inline === 'never') return false;
  if (inline !== 'none' || defKind(def) === 'Closure' || requiresMonomorphization(db, def)) return true;
  const body = unoptimizedMir(db, def);
  return body !== undefined && sizeEstimate(body) < hopelessSize;
}

/** Whether other crates have the body. */
function isAvailable(db: Database, def: DefId): boolean {
  return requiresMonomorphization(db, def) || defKind(def) === 'Closure' || crossCrateInlinable(db, def);
}

/** The callees of a function in code of its own crate (`before`) or of another. */
function calleesOf(
  db: Database,
  env: ParamEnv,
  { def, args, isShim }: Callable,
  before: boolean,
): readonly Callable[] {
  if (isShim) return shimCallees(db, env, def, args);
  const calls = before ? callsBefore(db, def) : callsAfter(db, def);
  return calls.flatMap((call): Callable[] => {
    const written = normalizeArgsIn(db, env, substituteArgs(call.args, args));
    if (call.def === langItem(db, defCrate(call.def), 'drop_in_place')) {
      const ty = written.list[0];
      const isKnown = ty !== undefined && isTy(ty) && (ty.flags & TypeFlag.HasParam) === 0;
      return isKnown && needsDrop(db, ty, env) ? [{ def: call.def, args: written, isShim: true }] : [];
    }
    if (calledFnItem(db, env, call.def, written)) return [{ def: call.def, args: written, isShim: true }];
    const callee = resolveCallee(db, env, call.def, written);
    if (!callee) {
      const isMadeUp = clonedParts(db, env, call.def, written) !== undefined;
      return isMadeUp ? [{ def: call.def, args: written, isShim: true }] : [];
    }
    if (callee.call === 'closureOnce') return [{ def: call.def, args: written, isShim: true }];
    return [{ def: callee.def, args: callee.args, isShim: false }];
  });
}

function shimCallees(db: Database, env: ParamEnv, def: DefId, args: GenericArgs): readonly Callable[] {
  const cloned = clonedParts(db, env, def, args);
  if (cloned) {
    return cloned.parts.flatMap((part): Callable[] => {
      const own = mkArgs([part]);
      const callee = resolveCallee(db, env, def, own);
      if (callee) return [{ def: callee.def, args: callee.args, isShim: false }];
      return clonedParts(db, env, def, own) ? [{ def, args: own, isShim: true }] : [];
    });
  }
  const item = calledFnItem(db, env, def, args);
  const direct = item
    ? isCtorDef(item.def)
      ? undefined
      : resolveCallee(db, env, item.def, item.args)
    : assocContainer(def) === undefined
      ? destructorOf(db, env, def, args)
      : resolveCallee(db, env, def, args);
  return direct ? [{ def: direct.def, args: direct.args, isShim: false }] : [];
}

/** `Drop::drop`, which glue calls by name. */
function destructorOf(db: Database, env: ParamEnv, glue: DefId, args: GenericArgs): Callee | undefined {
  const ty = args.list[0];
  if (!ty || !isTy(ty) || ty.kind !== 'Adt' || adtDestructor(db, ty.def) === undefined) return undefined;
  const trait = langItem(db, defCrate(glue), 'drop');
  const method = trait === undefined ? undefined : assocItems(db, trait).find(({ name }) => name === 'drop');
  return method && resolveCallee(db, env, method.def, args);
}

/** For arguments without parameters these are the same wherever they are asked for. */
const closedBefore = defineQuery<number, readonly Callable[]>('calleesBefore', (db, id) =>
  calleesOf(db, emptyParamEnv, callables.lookup(id), true),
);
const closedAfter = defineQuery<number, readonly Callable[]>('calleesAfter', (db, id) =>
  calleesOf(db, emptyParamEnv, callables.lookup(id), false),
);

/** Copies of one function beyond which the search is given up: an eighth of the recursion limit, and one. */
const maxCopies = 17;

/**
 * Functions of the root's crate from which calls lead back to it, itself among them if it is recursive; undefined where
 * that is too much to find out.
 */
export const cyclicCallees = defineQuery<DefId, ReadonlySet<DefId> | undefined>('cyclicCallees', (db, root) =>
  new Search(db, root).run(),
);

class Search {
  readonly #db: Database;
  readonly #env: ParamEnv;
  readonly #root: DefId;
  readonly #krate: CrateId;
  /** std's circles through arguments are few, and it is large: there, definitions stand for all their copies. */
  readonly #isCoarse: boolean;
  readonly #nodes = new Map<string, Callable>();
  readonly #callers = new Map<Callable, Callable[]>();
  readonly #copies = new Map<DefId, number>();
  readonly #queue: Callable[] = [];

  constructor(db: Database, root: DefId) {
    this.#db = db;
    this.#root = root;
    this.#krate = defCrate(root);
    this.#env = paramEnv(db, typeckRoot(root));
    this.#isCoarse = crateData(db, this.#krate).origin === 'lang';
  }

  run(): ReadonlySet<DefId> | undefined {
    this.#queue.push({ def: this.#root, args: identityArgs(this.#db, this.#root), isShim: false });
    for (let at = this.#queue.pop(); at !== undefined; at = this.#queue.pop()) {
      for (const callee of this.#callees(at)) if (!this.#reach(callee, at)) return undefined;
    }
    const cyclic = new Set<DefId>();
    const seen = new Set<Callable>();
    const back = [...this.#nodes.values()].filter(({ def }) => def === this.#root);
    for (const { def } of back) cyclic.add(def);
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
    const before = defCrate(caller.def) === this.#krate;
    if ((caller.args.flags & TypeFlag.HasParam) !== 0) return calleesOf(db, this.#env, caller, before);
    const id = callables.intern(caller);
    return before ? closedBefore(db, id) : closedAfter(db, id);
  }

  /** False: there are too many copies. */
  #reach(to: Callable, from: Callable): boolean {
    const db = this.#db;
    const isOwn = defCrate(to.def) === this.#krate;
    if (!isOwn && (this.#isCoarse || !(to.isShim || isAvailable(db, to.def)))) return true;
    const key = keyOf(to);
    let node = this.#nodes.get(key);
    if (!node) {
      const copies = (this.#copies.get(to.def) ?? 0) + 1;
      if (copies > maxCopies) return this.#isCoarse;
      this.#copies.set(to.def, copies);
      node = to;
      this.#nodes.set(key, node);
      this.#queue.push(node);
    }
    const callers = this.#callers.get(node);
    if (callers) callers.push(from);
    else this.#callers.set(node, [from]);
    return true;
  }
}
