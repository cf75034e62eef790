/**
 * Inlining of calls in generic bodies.
 *
 * What functions of an optimized crate call is partly not called any more by the time it is instantiated: a call whose
 * callee is known, small and free to be copied is replaced by the callee's body, while both are still generic. The
 * program then instantiates the caller alone. The callee's body is the optimized one (inlined
 * into already), and what it brings is looked at once more: a call of `F::call_once` in it may now be one of a closure
 * that is known.
 *
 * After `rustc_mir_transform::inline` (`NormalInliner`): its order, its limits, its thresholds.
 */
import { hasAttr } from '../../hir/attrs.ts';
import { codegenFnAttrs } from '../../hir/codegenAttrs.ts';
import { item } from '../../hir/defMap/defSource.ts';
import { langItem } from '../../hir/defMap/langItems.ts';
import { type DefId, defCrate, defKind, defParent, typeckRoot } from '../../hir/defs.ts';
import { crateData } from '../../hir/inputs.ts';
import type { Database } from '../../query/database.ts';
import { isSized, needsDrop, variantsOf } from '../../ty/adt.ts';
import { substitute, substituteArgs, substituteConst } from '../../ty/fold.ts';
import { identityArgs, requiresMonomorphization } from '../../ty/generics.ts';
import { closureInfo } from '../../ty/infer/infer.ts';
import { isCtorDef, isTy, mkRef, unknownTy } from '../../ty/intern.ts';
import type { ParamEnv } from '../../ty/obligation.ts';
import { normalizeRevealing } from '../../ty/project.ts';
import type { GenericArgs, Ty } from '../../ty/types.ts';
import {
  addName,
  assign,
  capturesName,
  derefElem,
  goto,
  localPlace,
  type MutBody,
  projectPlace,
  returnLocal,
  unreachable,
  unwindTarget,
  withUnwind,
} from '../graph.ts';
import type {
  AggregateKind,
  BlockId,
  LocalId,
  MirBody,
  Operand,
  Place,
  Rvalue,
  Statement,
  Terminator,
} from '../mir.ts';
import { mirBody } from '../mirBody.ts';
import { alwaysLive, mentionedLocals } from '../storage.ts';
import { placeTy } from '../typeOps.ts';
import { canUnwind, panicsAbort } from '../unwinding.ts';
import { cyclicCallees, mayBeInlined } from './callgraph.ts';
import { cloneShimBody } from './cloneShim.ts';
import { inlineCost } from './costChecker.ts';
import { crossCrateInlinable } from './crossCrateInline.ts';
import { instantiateBlock, instantiateBody, type Substitution } from './instantiate.ts';
import { type Callee, calledFn, normalizeArgsIn, resolveCallee } from './resolveCallee.ts';
import { inlinableDropGlue } from './resolveGlue.ts';

/** Calls inlined within calls inlined, and how often that may have given more than one call. */
const historyDepthLimit = 20;
const topDownDepthLimit = 5;
const forwarderThreshold = 30;
const hintThreshold = 100;
const threshold = 50;

type Call = Extract<Terminator, { kind: 'Call' }>;

/** Replaces calls in the body by what they call, where that is worth it. */
export function inlineCalls(db: Database, env: ParamEnv, body: MutBody): void {
  new Inliner(db, env, body).run();
}

class Inliner {
  readonly #db: Database;
  readonly #env: ParamEnv;
  readonly #body: MutBody;
  readonly #history: DefId[] = [];
  readonly #isForwarder: boolean;
  /** Variables of what is inlined stay known to debuggers. */
  readonly #keepsNames: boolean;
  /** What comes to the end of a cleanup that was inlined would have unwound into code that cannot unwind. */
  readonly #panicsAbort: boolean;
  readonly #dropInPlace: DefId | undefined;
  #topDown = 0;

  constructor(db: Database, env: ParamEnv, body: MutBody) {
    this.#db = db;
    this.#env = env;
    this.#body = body;
    const { inline } = codegenFnAttrs(db, body.def);
    this.#keepsNames = crateData(db, defCrate(body.def)).profile.debugVariables;
    this.#dropInPlace = langItem(db, defCrate(body.def), 'drop_in_place');
    this.#panicsAbort = panicsAbort(db, defCrate(body.def));
    this.#isForwarder = (inline === 'hint' || inline === 'always') && isForwarder(db, body);
  }

  run(): void {
    this.#process(0, this.#body.blocks.length);
  }

  #process(from: BlockId, to: BlockId): void {
    for (let block = from; block < to; block++) {
      const { isCleanup } = this.#body.blocks[block]!;
      if (isCleanup) continue;
      this.#callDirectly(block);
      const { terminator } = this.#body.blocks[block]!;
      if (terminator.kind !== 'Call') continue;
      const callee = this.#resolve(terminator);
      const inlined = callee && this.#worthInlining(terminator, callee);
      if (!inlined) continue;
      const start = this.#body.blocks.length;
      if (!this.#splice(block, terminator, callee, inlined)) continue;
      const end = this.#body.blocks.length;
      const calls = this.#body.blocks.slice(start, end).filter((b) => b.terminator.kind === 'Call');
      if (calls.length > 1) this.#topDown++;
      this.#history.push(callee.def);
      this.#process(start, end);
      this.#history.pop();
      if (this.#history.length === 0) this.#topDown = 0;
    }
  }

  /**
   * Turns a call through a `Fn` trait of a fn item or pointer into a call of that; that of a constructor makes the
   * value, but for one of another crate, whose body is not at hand.
   */
  #callDirectly(block: BlockId): void {
    const b = this.#body.blocks[block]!;
    const { terminator } = b;
    if (terminator.kind !== 'Call') return;
    const { func, args, destination, target, source } = terminator;
    const [self, tuple] = args;
    if (func.kind !== 'Constant' || func.ty.kind !== 'FnDef' || args.length !== 2) return;
    if (!self || !tuple) return;
    const called = calledFn(this.#db, this.#env, func.ty.def, func.ty.args);
    const ty = this.#operandTy(tuple);
    if (!called || ty.kind !== 'Tuple' || (tuple.kind === 'Constant' && ty.elems.length > 0)) return;
    const fields = ty.elems.map((elem, index): Operand => {
      const place = tuple.kind === 'Constant' ? localPlace(returnLocal) : tuple.place;
      return { kind: 'Move', place: projectPlace(place, { kind: 'Field', index, ty: elem }) };
    });
    if (called.kind === 'FnPtr') {
      b.terminator = { ...terminator, func: this.#pointee(self), args: fields };
    } else if (isCtorDef(called.def) && defCrate(called.def) === defCrate(this.#body.def)) {
      if (target === undefined) return;
      const value: Rvalue = { kind: 'Aggregate', aggregate: constructed(this.#db, called), operands: fields };
      b.statements = [...b.statements, assign(destination, value, source)];
      b.terminator = goto(target);
    } else {
      b.terminator = { ...terminator, func: { ...func, ty: called }, args: fields };
    }
  }

  /** The function pointer that a method of a `Fn` trait was given, by value or by reference. */
  #pointee(self: Operand): Operand {
    if (self.kind === 'Constant' || this.#operandTy(self).kind !== 'Ref') return self;
    return { kind: 'Move', place: projectPlace(self.place, derefElem) };
  }

  #resolve({ func }: Call): Callee | undefined {
    // A variable tells what it calls by its type, too.
    const ty = this.#operandTy(func);
    if (ty.kind !== 'FnDef') return undefined;
    const callee = resolveCallee(this.#db, this.#env, ty.def, ty.args) ?? this.#cloneShim(ty.def, ty.args);
    if (!callee || callee.def === this.#body.def || this.#history.includes(callee.def)) return undefined;
    // What calls a closure for the last time also drops it, and may have to while unwinding: that costs too much.
    if (callee.call === 'closureOnce') return undefined;
    return callee.def === this.#dropInPlace ? this.#withGlue(callee) : callee;
  }

  /** What clones tuples and closures is made up for the type, in terms of the caller's own parameters. */
  #cloneShim(def: DefId, args: GenericArgs): Callee | undefined {
    const body = cloneShimBody(this.#db, this.#env, def, args, this.#body.def);
    return body && { def, args: identityArgs(this.#db, typeckRoot(this.#body.def)), call: 'plain', body };
  }

  /** What `drop_in_place` does is made up for the type, in terms of the caller's own parameters. */
  #withGlue(callee: Callee): Callee | undefined {
    const [ty] = callee.args.list;
    const body =
      ty && isTy(ty) ? inlinableDropGlue(this.#db, this.#env, callee.def, ty, this.#body.def) : undefined;
    return body && { ...callee, args: identityArgs(this.#db, typeckRoot(this.#body.def)), body };
  }

  get #pastDepthLimit(): boolean {
    return this.#history.length > historyDepthLimit || this.#topDown > topDownDepthLimit;
  }

  /** The callee's body, if it is free to be copied here and small enough. */
  #worthInlining(call: Call, { def, args, call: form, body: madeUp }: Callee): MirBody | undefined {
    const db = this.#db;
    if (!mayBeInlined(db, def)) return undefined;
    if (refusesInlining(db, this.#body.def, def)) return undefined;
    if (defCrate(def) === defCrate(this.#body.def) && !madeUp) {
      const cyclic = cyclicCallees(db, this.#body.def);
      if (!cyclic || cyclic.has(def)) return undefined;
    }
    const isInlinable = defKind(def) === 'Closure' || crossCrateInlinable(db, def);
    // A symbol that is exported once; what it mentions need not be.
    if (!isInlinable && !requiresMonomorphization(db, def)) return undefined;
    for (const arg of call.args) {
      if (!isSized(db, this.#operandTy(arg), this.#env)) return undefined;
    }
    const body = madeUp ?? mirBody(db, def);
    if (!body || body.argCount !== (form === 'plain' ? call.args.length : body.argCount)) return undefined;
    if (this.#pastDepthLimit && body.blocks.length > 1) return undefined;
    let limit =
      this.#isForwarder || this.#pastDepthLimit
        ? forwarderThreshold
        : isInlinable
          ? hintThreshold
          : threshold;
    if (body.blocks.length <= 3) limit += Math.floor(limit / 4);
    const { origin, profile } = crateData(db, defCrate(this.#body.def));
    // In all that std is built of, its checks count in full.
    const cost = inlineCost(db, body, {
      needsDrop: (ty) => needsDrop(db, normalizeRevealing(db, this.#env, substitute(ty, args)), this.#env),
      ubChecks: origin === 'lang' || profile.debugAssertions,
    });
    return cost <= limit ? body : undefined;
  }

  #operandTy(operand: Operand): Ty {
    return operand.kind === 'Constant' ? operand.ty : placeTy(this.#body.locals, operand.place, unknownTy);
  }

  #splice(block: BlockId, call: Call, callee: Callee, from: MirBody): boolean {
    const db = this.#db;
    const env = this.#env;
    const { blocks, locals, promoteds, unresolved } = this.#body;
    const subst: Substitution = {
      ty: (ty) => normalizeRevealing(db, env, substitute(ty, callee.args)),
      args: (args) => normalizeArgsIn(db, env, substituteArgs(args, callee.args)),
      konst: (value) => substituteConst(value, callee.args),
    };
    const setup: Statement[] = [];
    /** What begins the block that the call returns to. */
    const teardown: Statement[] = [];
    const args = this.#arguments(call, callee, from, setup, teardown);
    if (!args) return false;

    if (this.#keepsNames) {
      args.forEach((local, i) => {
        this.#nameArgument(local, from, i + 1);
      });
    }

    const places: Place[] = [];
    // What is no local by itself is written by way of one; through a pointer, by way of a reference.
    const { source } = call;
    let { destination } = call;
    if (destination.projection.some((e) => e.kind === 'Deref' || e.kind === 'Index')) {
      const ty = mkRef(placeTy(locals, destination, unknownTy), true);
      const reference = localPlace(this.#callTemp(ty, setup, teardown));
      setup.push(assign(reference, { kind: 'Ref', place: destination, mutable: true }, source));
      destination = projectPlace(reference, derefElem);
    }
    const isDirect = destination.projection.length === 0;
    const result = isDirect
      ? destination
      : localPlace(this.#callTemp(placeTy(locals, destination, unknownTy), setup, teardown));
    if (!isDirect) {
      const operand: Operand = { kind: 'Move', place: result };
      teardown.unshift(assign(destination, { kind: 'Use', operand }, source));
    }
    places[returnLocal] = result;
    if (this.#keepsNames) addName(locals, result.local, from.locals[returnLocal]!);
    args.forEach((local, i) => {
      places[i + 1] = localPlace(local);
    });
    // Locals of the callee without markers live as long as the call.
    const isAlwaysLive = alwaysLive(from);
    const isMentioned = mentionedLocals(from);
    const ends: Statement[] = [];
    for (let i = from.argCount + 1; i < from.locals.length; i++) {
      const local = this.#newLocal(subst.ty(from.locals[i]!.ty));
      if (this.#keepsNames) addName(locals, local, from.locals[i]!);
      places[i] = localPlace(local);
      if (!isAlwaysLive[i] || !isMentioned[i]) continue;
      setup.push({ kind: 'StorageLive', local });
      ends.unshift({ kind: 'StorageDead', local });
    }
    teardown.splice(isDirect ? 0 : 1, 0, ...ends);
    const promotedBase = promoteds.length;
    for (const promoted of from.promoteds) promoteds.push(instantiateBody(promoted, subst));
    for (const miss of from.unresolved) unresolved.push({ ...miss, source: call.source });

    let { target } = call;
    if (target !== undefined) {
      // Other calls may return to the target, too.
      blocks.push({ statements: teardown, terminator: goto(target), isCleanup: false });
      target = blocks.length - 1;
    }
    const base = blocks.length;
    const relocation = {
      local: (local: LocalId) => places[local]!,
      block: (b: BlockId) => b + base,
      promoted: (index: number) => index + promotedBase,
      source: call.source,
      crate:
        defCrate(from.def) === defCrate(this.#body.def)
          ? undefined
          : `${crateData(this.#db, defCrate(from.def)).name}`,
    };
    for (const b of from.blocks) {
      const moved = instantiateBlock(b, subst, relocation);
      moved.terminator = this.#leave(moved.terminator, moved.isCleanup, target, call.unwind);
      blocks.push(moved);
    }
    const caller = blocks[block]!;
    caller.statements = [...caller.statements, ...setup];
    caller.terminator = goto(base);
    return true;
  }

  /** A terminator of the callee as it is in the caller: returning and unwinding go on there. */
  #leave(
    terminator: Terminator,
    isCleanup: boolean,
    target: BlockId | undefined,
    unwind: BlockId | undefined,
  ): Terminator {
    switch (terminator.kind) {
      case 'Return':
        return target === undefined ? unreachable : goto(target);
      case 'UnwindResume':
        if (unwind !== undefined) return goto(unwind);
        return this.#panicsAbort ? unreachable : terminator;
      case 'Call':
      case 'Drop':
      case 'Assert':
        if (isCleanup || unwind === undefined || unwindTarget(terminator) !== undefined) return terminator;
        if (terminator.kind === 'Call') {
          const ty = this.#operandTy(terminator.func);
          if (ty.kind === 'FnDef' && !canUnwind(this.#db, ty.def, defCrate(this.#body.def)))
            return terminator;
        }
        return withUnwind(terminator, unwind);
      default:
        return terminator;
    }
  }

  /** A local for each argument of the callee. */
  #arguments(
    call: Call,
    callee: Callee,
    body: MirBody,
    setup: Statement[],
    teardown: Statement[],
  ): LocalId[] | undefined {
    const argument = (arg: Operand) => this.#argument(arg, call, setup, teardown);
    if (callee.call === 'plain') return call.args.map(argument);
    const [self, tuple] = call.args;
    if (!self || !tuple) return undefined;
    const selfLocal = argument(self);
    const ty = this.#operandTy(tuple);
    if (ty.kind !== 'Tuple' || ty.elems.length !== body.argCount - 1) return undefined;
    const rest = ty.elems.length === 0 ? -1 : argument(tuple);
    const fields = ty.elems.map((elem, index) => {
      const place = projectPlace(localPlace(rest), { kind: 'Field', index, ty: elem });
      return argument({ kind: 'Move', place });
    });
    return [selfLocal, ...fields];
  }

  #nameArgument(local: LocalId, callee: MirBody, parameter: LocalId): void {
    const { locals } = this.#body;
    // What a closure has captured is found by way of the closure.
    const captures = parameter === 1 && defKind(callee.def) === 'Closure' && this.#hasCaptures(callee.def);
    const { name = captures ? capturesName : undefined, isPointee = false } = callee.locals[parameter]!;
    addName(locals, local, { name, isPointee });
  }

  #hasCaptures(closure: DefId): boolean {
    const { captures } = closureInfo(this.#db, closure) ?? {};
    return captures === undefined || captures.length > 0;
  }

  #argument(arg: Operand, call: Call, setup: Statement[], teardown: Statement[]): LocalId {
    if (arg.kind === 'Move' && arg.place.projection.length === 0 && arg.place.local > this.#body.argCount) {
      return arg.place.local;
    }
    const local = this.#callTemp(this.#operandTy(arg), setup, teardown);
    setup.push(assign(localPlace(local), { kind: 'Use', operand: arg }, call.source));
    return local;
  }

  /** A local that lives from the call to where it returns. */
  #callTemp(ty: Ty, setup: Statement[], teardown: Statement[]): LocalId {
    const local = this.#newLocal(ty);
    setup.push({ kind: 'StorageLive', local });
    teardown.unshift({ kind: 'StorageDead', local });
    return local;
  }

  #newLocal(ty: Ty): LocalId {
    return this.#body.locals.push({ ty, name: undefined }) - 1;
  }
}

/** Marked as not to be inlined, or compiled for another machine than its caller. */
function refusesInlining(db: Database, caller: DefId, callee: DefId): boolean {
  const { isCold } = codegenFnAttrs(db, callee);
  // A closure is compiled for what the function around it is.
  const features = (def: DefId) => codegenFnAttrs(db, typeckRoot(def)).targetFeatures;
  if (isCold || features(caller) !== features(callee)) return true;
  const it = item(db, callee);
  return it !== undefined && hasAttr(it.attrs, crateData(db, defCrate(callee)).cfg, 'rustc_no_mir_inline');
}

/** What a constructor makes. */
function constructed(db: Database, { def, args }: Ty & { readonly kind: 'FnDef' }): AggregateKind {
  if (defKind(def) !== 'Variant') return { kind: 'Adt', def, variant: 0, args };
  const adt = defParent(def)!;
  return { kind: 'Adt', def: adt, variant: variantsOf(db, adt).indexOf(def), args };
}

/** A body that does nothing but call another function: it is left to be inlined itself. */
function isForwarder(db: Database, { def, blocks }: MutBody): boolean {
  const start = blocks[0]?.terminator;
  if (start?.kind !== 'Call') return false;
  if (start.target !== undefined && blocks[start.target]!.terminator.kind !== 'Return') return false;
  const maxBlocks = !requiresMonomorphization(db, def) ? 2 : start.target === undefined ? 3 : 4;
  if (blocks.length > maxBlocks) return false;
  return blocks.every(({ terminator: { kind } }, i) => {
    return (
      i === 0 || kind === 'Return' || kind === 'Drop' || kind === 'UnwindResume' || kind === 'UnwindTerminate'
    );
  });
}
