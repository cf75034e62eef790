/**
 * What one mono item uses: the instances and statics that its code mentions, each with the place that mentions it.
 *
 * A function instance's uses are found in its MIR with the instance's arguments put in: calls, fn items turned into
 * pointers, closures, drops, unsizing coercions (every method of the vtable and the glue that drops the value),
 * statics, and constants whose value holds fn pointers or vtables. Shims have no MIR here; what they call follows
 * from their kind (`shim.ts`). After rustc's `MirUsedCollector`.
 *
 * This is a query per instance, so that an edit looks again only at the instances whose body or types it touched.
 */
import { equalLists } from '../base/equalLists.ts';
import { type CrateId, type DefId, defCrate, defData, defKind } from '../hir/defs.ts';
import { ubChecks } from '../hir/inputs.ts';
import type {
  BasicBlock,
  MirBody,
  MirConst,
  MirUnresolved,
  Operand,
  PlaceElem,
  Rvalue,
  SourceInfo,
  Terminator,
} from '../mir/mir.ts';
import { mirBody } from '../mir/mirBody.ts';
import { asksForUbChecks } from '../mir/passes/ubChecks.ts';
import { isMarker } from '../mir/storage.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { evalConst } from '../ty/constEval.ts';
import { substitute, substituteArgs, substituteConst } from '../ty/fold.ts';
import { sameReason, type UnresolvedReason } from '../ty/inferenceResult.ts';
import { emptyArgs, isCtorDef, mkUnevaluated, unknownTy } from '../ty/intern.ts';
import { interpretFnPointer } from '../ty/interpret.ts';
import { normalizeErasing, normalizeErasingArgs } from '../ty/project.ts';
import { typeOf } from '../ty/signatures.ts';
import { type Const, type GenericArgs, type Ty, TypeFlag } from '../ty/types.ts';
import { blocksThatRun } from './constPaths.ts';
import { defItem, fnItem, type Instance, instanceById, type MonoItem, mkInstance } from './instance.ts';
import { nestedStatics } from './nestedStatics.ts';
import { mayHoldPointers } from './pointers.ts';
import { rememberedUses } from './rememberedUses.ts';
import {
  resolveClosure,
  resolveDropInPlace,
  resolveForFnPtr,
  resolveForVtable,
  resolveInstance,
} from './resolve.ts';
import { shimUses } from './shim.ts';
import { harnessUses } from './testHarness.ts';
import { isVacant, unsizingTails, vtableMethods, withSelfTy } from './vtable.ts';
import { whyUnresolved } from './whyUnresolved.ts';

export interface Uses {
  /** Without duplicates, in order of first mention. */
  readonly items: readonly MonoItem[];
  /** Parallel to `items`: the expression of the definition's body that first mentions it; -1 for made-up code. */
  readonly sources: readonly SourceInfo[];
  readonly unresolved: readonly UnresolvedUse[];
}

/** A call or type in an instance that could not be told. */
export type UnresolvedUse = MirUnresolved;

export const noUses: Uses = { items: [], sources: [], unresolved: [] };

/** Intrinsics whose bodies LLVM's backend never takes. After `replaced_intrinsics` of `rustc_codegen_llvm`. */
const replacedIntrinsics: ReadonlySet<string> = new Set([
  'unchecked_funnel_shl',
  'unchecked_funnel_shr',
  'carrying_mul_add',
]);

/** Collects uses; shared by bodies, constants and shims. */
export class UseSink {
  readonly #items = new Map<MonoItem, SourceInfo>();
  readonly #unresolved: UnresolvedUse[] = [];
  readonly db: Database;
  /** The crate whose lang items count. */
  readonly krate: CrateId;

  constructor(db: Database, krate: CrateId) {
    this.db = db;
    this.krate = krate;
  }

  add(item: MonoItem, source: SourceInfo): void {
    if (!this.#items.has(item)) this.#items.set(item, source);
  }

  /** A use of an instance: called directly, or by address. */
  addInstance(
    instance: Instance | undefined,
    source: SourceInfo,
    isDirectCall: boolean,
    reason: () => UnresolvedReason,
  ): void {
    if (!instance) {
      this.miss({ source, ...reason() });
      return;
    }
    const { kind } = instance;
    switch (kind.kind) {
      case 'Virtual':
        return;
      case 'Intrinsic': {
        // An intrinsic with a body of its own is called like a function where the backend has nothing better.
        if (!replacedIntrinsics.has(defData(kind.def).name) && mirBody(this.db, kind.def)) {
          this.add(fnItem(mkInstance({ kind: 'Item', def: kind.def }, instance.args)), source);
        }
        return;
      }
      case 'DropGlue':
        if (kind.ty === undefined && isDirectCall) return;
        break;
    }
    this.add(fnItem(instance), source);
  }

  addDrop(ty: Ty, source: SourceInfo, isDirectCall = true): void {
    const instance = resolveDropInPlace(this.db, ty, this.krate);
    if (!instance && ty.kind === 'Unknown') return;
    this.addInstance(instance, source, isDirectCall, () => ({
      cause: 'type',
      detail: 'drop_in_place',
      on: ty,
    }));
  }

  /** Every method that a vtable for the coercion holds, and the glue that drops the value. */
  addUnsizing(source: Ty, target: Ty, at: SourceInfo): void {
    const { db } = this;
    const tails = unsizingTails(db, source, target);
    if (!tails) return;
    const [from, to] = tails;
    if (to.kind !== 'Dynamic' || from.kind === 'Dynamic') return;
    if (from.flags & TypeFlag.HasUnknown) {
      this.miss({ source: at, cause: 'type', detail: '', on: from, why: 'type of an unsized value unknown' });
      return;
    }
    if (to.principal) {
      for (const slot of vtableMethods(db, withSelfTy(to.principal, from))) {
        if (isVacant(db, slot)) continue;
        const { method, args } = slot;
        this.addInstance(resolveForVtable(db, method, args), at, false, () =>
          whyUnresolved(db, method, args),
        );
      }
    }
    const glue = resolveDropInPlace(db, from, this.krate);
    if (glue && glue.kind.kind === 'DropGlue' && glue.kind.ty) this.add(fnItem(glue), at);
  }

  miss(use: UnresolvedUse): void {
    this.#unresolved.push(use);
  }

  finish(): Uses {
    return {
      items: [...this.#items.keys()],
      sources: [...this.#items.values()],
      unresolved: this.#unresolved,
    };
  }
}

/** Key: `Instance.id`. */
export const instanceUses = defineQuery<number, Uses>(
  'instanceUses',
  (db, id) => {
    const instance = instanceById(id);
    return rememberedUses(db, fnItem(instance)) ?? findInstanceUses(db, instance);
  },
  { equals: sameUses },
);

function findInstanceUses(db: Database, instance: Instance): Uses {
  const { kind, args } = instance;
  if (kind.kind === 'DropGlue' && kind.ty?.kind === 'Coroutine') return coroutineGlueUses(db, kind.ty);
  if (kind.kind !== 'Item') return shimUses(db, instance);
  if (isCtorDef(kind.def)) return noUses;
  const harness = harnessUses(db, kind.def);
  if (harness) return { items: harness, sources: harness.map(() => -1), unresolved: [] };
  return usesOfBody(db, mirBody(db, kind.def), kind.def, args);
}

function usesOfBody(db: Database, body: MirBody | undefined, def: DefId, args: GenericArgs): Uses {
  if (!body) return noUses;
  const sink = new UseSink(db, defCrate(def));
  new MirUses(sink, body, args).visit();
  return sink.finish();
}

/** What dropping a coroutine drops depends on where it was suspended. */
function coroutineGlueUses(db: Database, { def, args }: Ty & { readonly kind: 'Coroutine' }): Uses {
  return usesOfBody(db, mirBody(db, def)?.coroutineDrop, def, args);
}

/** A static's initial value, and the glue that would drop it. Key: the static. */
export const staticUses = defineQuery<DefId, Uses>(
  'staticUses',
  (db, def) => rememberedUses(db, defItem('Static', def)) ?? findStaticUses(db, def),
  { equals: sameUses },
);

function findStaticUses(db: Database, def: DefId): Uses {
  // What nested ones hold was found with the one around them.
  if (defKind(def) === 'NestedStatic') return noUses;
  const sink = new UseSink(db, defCrate(def));
  const body = mirBody(db, def);
  if (!body) return noUses;
  const ty = body.locals[0]?.ty;
  if (ty) sink.addDrop(normalizeErasing(db, ty), -1);
  new ConstUses(sink).visitBody(body, emptyArgs);
  for (const nested of nestedStatics(db, def, body)) sink.add(defItem('Static', nested), -1);
  return sink.finish();
}

/** What the value of a constant that is not generic refers to. */
export function constUses(db: Database, def: DefId): readonly MonoItem[] {
  if (!mayHoldPointers(db, normalizeErasing(db, typeOf(db, def)))) return [];
  const sink = new UseSink(db, defCrate(def));
  new ConstUses(sink).visit(def, emptyArgs);
  return sink.finish().items;
}

function sameUses(a: Uses, b: Uses): boolean {
  return (
    equalLists(a.items, b.items) &&
    equalLists(a.sources, b.sources) &&
    a.unresolved.length === b.unresolved.length &&
    a.unresolved.every((u, i) => {
      const v = b.unresolved[i]!;
      return u.source === v.source && sameReason(u, v) && sameRoot(u.root, v.root);
    })
  );
}

function sameRoot(a: UnresolvedReason | undefined, b: UnresolvedReason | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && sameReason(a, b));
}

/** The types of one body with the arguments of one copy. */
class Substituted {
  readonly #db: Database;
  readonly #args: GenericArgs;
  readonly #tys = new Map<Ty, Ty>();

  constructor(db: Database, args: GenericArgs) {
    this.#db = db;
    this.#args = args;
  }

  ty(ty: Ty): Ty {
    let result = this.#tys.get(ty);
    if (!result) {
      result = normalizeErasing(this.#db, substitute(ty, this.#args));
      this.#tys.set(ty, result);
    }
    return result;
  }

  args(args: GenericArgs): GenericArgs {
    return normalizeErasingArgs(this.#db, substituteArgs(args, this.#args));
  }

  const(value: Const): Const {
    return substituteConst(value, this.#args);
  }
}

/** Type of an operand, of a place through its projections. */
export function operandTy(body: MirBody, operand: Operand): Ty | undefined {
  if (operand.kind === 'Constant') return operand.ty;
  return placeTy(body, operand.place);
}

export function placeTy(
  body: MirBody,
  place: { readonly local: number; readonly projection: readonly PlaceElem[] },
): Ty | undefined {
  let ty: Ty | undefined = body.locals[place.local]?.ty;
  for (const elem of place.projection) {
    if (!ty) return undefined;
    switch (elem.kind) {
      case 'Deref':
        ty =
          ty.kind === 'Ref' || ty.kind === 'RawPtr'
            ? ty.inner
            : ty.kind === 'Adt'
              ? (ty.args.list[0] as Ty)
              : undefined;
        break;
      case 'Field':
        ty = elem.ty;
        break;
      case 'Index':
      case 'ConstantIndex':
        ty = ty.kind === 'Array' || ty.kind === 'Slice' ? ty.elem : undefined;
        break;
      case 'Subslice':
      case 'Downcast':
        break;
    }
  }
  return ty;
}

class MirUses {
  readonly #sink: UseSink;
  readonly #db: Database;
  readonly #body: MirBody;
  readonly #args: GenericArgs;
  readonly #types: Substituted;

  constructor(sink: UseSink, body: MirBody, args: GenericArgs) {
    this.#sink = sink;
    this.#db = sink.db;
    this.#body = body;
    this.#args = args;
    this.#types = new Substituted(sink.db, args);
  }

  visit(): void {
    const { blocks, unresolved } = this.#body;
    for (const use of unresolved) this.#sink.miss(use);
    // Only blocks that this copy can reach: `if size_of::<T>() == 0` is decided per copy.
    const reached = new Set<number>([0]);
    const queue = [0];
    for (let b = queue.pop(); b !== undefined; b = queue.pop()) {
      const block = blocks[b];
      if (!block) continue;
      for (const statement of block.statements) {
        if (statement.kind === 'Assign') this.#rvalue(statement.rvalue, statement.source);
      }
      for (const target of this.#terminator(block)) {
        if (!reached.has(target)) {
          reached.add(target);
          queue.push(target);
        }
      }
    }
  }

  #rvalue(rvalue: Rvalue, source: SourceInfo): void {
    switch (rvalue.kind) {
      case 'Use':
      case 'UnaryOp':
        this.#operand(rvalue.operand);
        break;
      case 'Repeat':
        this.#operand(rvalue.operand);
        break;
      case 'BinaryOp':
        this.#operand(rvalue.lhs);
        this.#operand(rvalue.rhs);
        break;
      case 'Aggregate':
        for (const operand of rvalue.operands) this.#operand(operand);
        break;
      case 'Cast': {
        this.#operand(rvalue.operand);
        const from = operandTy(this.#body, rvalue.operand);
        if (from) addCast(this.#sink, rvalue.cast, this.#types.ty(from), this.#types.ty(rvalue.ty), source);
        break;
      }
      case 'ThreadLocalRef':
        this.#sink.add(defItem('Static', rvalue.def), source);
        break;
    }
  }

  #operand(operand: Operand): void {
    if (operand.kind !== 'Constant') return;
    this.#constant(operand.constant, operand.ty, operand.source);
  }

  #constant(constant: MirConst, ty: Ty, source: SourceInfo): void {
    switch (constant.kind) {
      case 'Static':
        this.#sink.add(defItem('Static', constant.def), source);
        break;
      case 'Unevaluated': {
        if (!mayHoldPointers(this.#db, this.#types.ty(ty))) break;
        new ConstUses(this.#sink, source).visit(constant.def, this.#types.args(constant.args));
        break;
      }
      case 'Promoted': {
        const promoted = this.#body.promoteds[constant.index];
        if (promoted) new ConstUses(this.#sink, source).visitBody(promoted, this.#args);
        break;
      }
    }
  }

  /** Adds what the terminator uses; answers for the blocks that it can lead to. */
  #terminator(block: BasicBlock): number[] {
    const { terminator } = block;
    const next = (...targets: (number | undefined)[]) => targets.filter((t): t is number => t !== undefined);
    switch (terminator.kind) {
      case 'Goto':
        return [terminator.target];
      case 'SwitchInt': {
        this.#operand(terminator.discr);
        const value = this.#constantValue(terminator.discr) ?? this.#checksValue(block, terminator.discr);
        if (value === undefined) return [...terminator.targets];
        const i = terminator.values.indexOf(value);
        return next(terminator.targets[i >= 0 ? i : terminator.targets.length - 1]);
      }
      case 'Drop':
        this.#sink.addDrop(this.#types.ty(terminator.ty), terminator.source);
        return next(terminator.target, terminator.unwind);
      case 'Call': {
        this.#call(terminator);
        for (const arg of terminator.args) this.#operand(arg);
        return next(terminator.target, terminator.unwind);
      }
      case 'Assert':
        this.#operand(terminator.cond);
        for (const arg of terminator.messageArgs) this.#operand(arg);
        return next(terminator.target, terminator.unwind);
      case 'Yield':
        this.#operand(terminator.value);
        return next(terminator.resume, terminator.drop);
      case 'InlineAsm':
        return next(terminator.target);
      default:
        return [];
    }
  }

  #call({ func, source }: Extract<Terminator, { kind: 'Call' }>): void {
    const generic = operandTy(this.#body, func);
    const ty = generic && this.#types.ty(generic);
    if (!ty || ty.kind === 'Unknown') {
      this.#sink.miss({ source, cause: 'call', detail: '', on: unknownTy });
    } else if (ty.kind === 'FnDef') {
      const { def, args } = ty;
      const instance = resolveInstance(this.#db, def, args);
      this.#sink.addInstance(instance, source, true, () => whyUnresolved(this.#db, def, args));
    } else {
      // Through a fn pointer: whoever made the pointer has used the function, unless it is a constant.
      this.#operand(func);
    }
  }

  /** Where the block has just asked whether the program is compiled with std's checks. */
  #checksValue({ statements }: BasicBlock, discr: Operand): bigint | undefined {
    const value = ubChecks(this.#db) ? 1n : 0n;
    if (discr.kind === 'Constant') return asksForUbChecks(discr) ? value : undefined;
    const last = statements.findLast((statement) => !isMarker(statement));
    if (last?.kind !== 'Assign' || last.place.local !== discr.place.local) return undefined;
    return last.rvalue.kind === 'Use' && asksForUbChecks(last.rvalue.operand) ? value : undefined;
  }

  /** The value of a constant discriminant, where this copy knows it. */
  #constantValue(operand: Operand): bigint | undefined {
    if (operand.kind !== 'Constant') return undefined;
    return toBits(scalarValue(this.#db, operand.constant, this.#types));
  }
}

/** The value of a constant in the copy that the types are those of. */
function scalarValue(db: Database, constant: MirConst, types: Substituted): bigint | boolean | undefined {
  switch (constant.kind) {
    case 'Scalar':
      return constant.value;
    case 'Unevaluated':
      return evalConst(db, mkUnevaluated(constant.def, types.args(constant.args)));
    case 'TyConst':
      return evalConst(db, types.const(constant.value));
    default:
      return undefined;
  }
}

function toBits(value: bigint | boolean | undefined): bigint | undefined {
  return typeof value === 'boolean' ? (value ? 1n : 0n) : value;
}

/** A function item that becomes a pointer. */
function addFnPointer(sink: UseSink, def: DefId, args: GenericArgs, source: SourceInfo): void {
  const { db } = sink;
  if (isCtorDef(def)) sink.add(fnItem(mkInstance({ kind: 'Item', def }, args)), source);
  else sink.addInstance(resolveForFnPtr(db, def, args), source, false, () => whyUnresolved(db, def, args));
}

function addCast(sink: UseSink, cast: string, from: Ty, to: Ty, source: SourceInfo): void {
  const { db } = sink;
  switch (cast) {
    case 'ReifyFnPointer':
      if (from.kind === 'FnDef') addFnPointer(sink, from.def, from.args, source);
      break;
    case 'ClosureFnPointer':
      if (from.kind === 'Closure') {
        const instance = resolveClosure(db, from.def, from.args, 'FnOnce');
        sink.addInstance(instance, source, false, () => ({ cause: 'call', detail: '', on: from }));
      }
      break;
    case 'Unsize':
      sink.addUnsizing(from, to, source);
      break;
  }
}

/**
 * What a constant's *value* refers to. The code that computes a constant is not compiled, so its calls and drops are
 * no uses; but a fn pointer, vtable or static whose address ends up in the value is. Without running the code, the
 * coercions in it, and in the functions that it calls for a value that can hold such an address, are taken to end up
 * there.
 */
export class ConstUses {
  readonly #sink: UseSink;
  readonly #source: SourceInfo;
  readonly #seen = new Set<string>();

  constructor(sink: UseSink, source: SourceInfo = -1) {
    this.#sink = sink;
    this.#source = source;
  }

  visit(def: DefId, args: GenericArgs): void {
    const key = `${def}|${args.id}`;
    if (this.#seen.has(key) || this.#seen.size > 256) return;
    this.#seen.add(key);
    const { db } = this.#sink;
    const instance = resolveInstance(db, def, args);
    if (instance?.kind.kind !== 'Item') return;
    const body = mirBody(db, instance.kind.def);
    if (!body) return;
    // A choice between functions: `const { if size_of::<T>() > 8 { by_ref::<T> } else { by_value::<T> } }`.
    const held = body.locals[0]?.ty.kind === 'FnPtr' ? interpretFnPointer(db, def, args) : undefined;
    if (held) addFnPointer(this.#sink, held.def, held.args, this.#source);
    else this.visitBody(body, instance.args);
  }

  visitBody(body: MirBody, args: GenericArgs): void {
    const sink = this.#sink;
    const types = new Substituted(sink.db, args);
    const operand = (operand: Operand): void => {
      if (operand.kind !== 'Constant') return;
      const { constant } = operand;
      if (constant.kind === 'Static') sink.add(defItem('Static', constant.def), this.#source);
      else if (constant.kind === 'Promoted') {
        const promoted = body.promoteds[constant.index];
        if (promoted) this.visitBody(promoted, args);
      } else if (constant.kind === 'Unevaluated' && mayHoldPointers(sink.db, types.ty(operand.ty))) {
        this.visit(constant.def, types.args(constant.args));
      }
    };
    const view = {
      db: sink.db,
      ty: (ty: Ty) => types.ty(ty),
      constant: ({ constant }: Extract<Operand, { kind: 'Constant' }>) =>
        scalarValue(sink.db, constant, types),
    };
    for (const b of blocksThatRun(body, view)) {
      const block = body.blocks[b]!;
      for (const statement of block.statements) {
        if (statement.kind !== 'Assign') continue;
        const { rvalue } = statement;
        switch (rvalue.kind) {
          case 'Use':
          case 'Repeat':
            operand(rvalue.operand);
            break;
          case 'Aggregate':
            for (const part of rvalue.operands) operand(part);
            break;
          case 'Cast': {
            operand(rvalue.operand);
            const from = operandTy(body, rvalue.operand);
            if (from) addCast(sink, rvalue.cast, types.ty(from), types.ty(rvalue.ty), this.#source);
            break;
          }
        }
      }
      const { terminator } = block;
      if (terminator.kind !== 'Call') continue;
      for (const arg of terminator.args) operand(arg);
      const callee = operandTy(body, terminator.func);
      const result = placeTy(body, terminator.destination);
      if (!callee || !result) continue;
      const ty = types.ty(callee);
      if (ty.kind !== 'FnDef' || isCtorDef(ty.def)) continue;
      if (mayHoldPointers(sink.db, types.ty(result))) this.visit(ty.def, ty.args);
    }
  }
}
