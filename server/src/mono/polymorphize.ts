/**
 * Unused generic parameters: which parameters of a function its code does not depend on.
 *
 * Two copies of a function that differ only in a parameter that it never uses are the same code, and could be one
 * shared copy. That is rare in functions, and common in closures: a closure inherits all parameters of the function
 * around it, and most closures use few of them. The analysis walks the MIR of a function or closure and notes every
 * parameter that occurs in a type that matters: the type of a local (arguments, results and temporaries), of a
 * constant, a cast, a call. A parameter that occurs nowhere is *unused*.
 *
 * - Lifetimes always count as used: they make no copies.
 * - A closure in a local's type uses what the closure itself uses, so a parameter that a function only hands on to a
 *   closure that ignores it is unused in both. The types of what it captures count too.
 * - Promoteds and constants are followed.
 * - Where clauses use nothing: a parameter that only they mention is unused.
 *
 * The result is a bit set over the definition's generics, the parent's included: bit i set means that parameter i is
 * *unused*. It is 32 bits wide, as in rustc 1.63; parameters past it count as used. rustc had this pass as
 * `-Zpolymorphize` up to 1.84 (`rustc_monomorphize::polymorphize`; David Wood's master's thesis describes it). Today
 * it is advice: a copy that need not exist.
 */

import { item as itemOf } from '../hir/defMap/defSource.ts';
import { type DefId, defKind } from '../hir/defs.ts';
import type { MirBody, Operand, Place } from '../mir/mir.ts';
import { mirBody } from '../mir/mirBody.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { upvarTys } from '../ty/adt.ts';
import { foldTy, superFoldConst, superFoldTy, type TypeFolder } from '../ty/fold.ts';
import { allParams, genericsOf, identityArgs, paramCount } from '../ty/generics.ts';
import { isConst, isRegion, isTy, mkArgs, mkClosure } from '../ty/intern.ts';
import { type Const, type GenericArg, type GenericArgs, type Ty, TypeFlag } from '../ty/types.ts';
import { type Instance, mkInstance } from './instance.ts';

/** Parameters past this many count as used. */
const bitSetWidth = 32;

/** Bit i set: parameter i is unused. 0 for what is not generic or has no body. */
export const unusedGenericParams = defineQuery<DefId, number>(
  'unusedGenericParams',
  (db, def) => {
    const kind = defKind(def);
    if (kind !== 'Fn' && kind !== 'Closure') return 0;
    const generics = genericsOf(db, def);
    const count = paramCount(generics);
    if (count === 0) return 0;
    const item = itemOf(db, def);
    // Code that the compiler or others supply may depend on anything.
    if (item?.kind === 'Fn' && (!item.hasBody || item.isForeign)) return 0;
    const body = mirBody(db, def);
    if (!body || body.unresolved.length > 0) return 0;
    const used = new UsedParams(db, def);
    for (const { index, kind: paramKind } of allParams(db, generics)) {
      if (paramKind === 'Lifetime') used.mark(index);
    }
    used.visit(body);
    let unused = 0;
    for (let i = 0; i < Math.min(count, bitSetWidth); i++) if (!used.has(i)) unused |= 1 << i;
    return unused >>> 0;
  },
  // A closure that needs itself to be told counts as using everything.
  { onCycle: () => 0 },
);

class UsedParams {
  readonly #db: Database;
  readonly #def: DefId;
  readonly #used = new Set<number>();
  readonly #seen = new Set<GenericArg>();

  constructor(db: Database, def: DefId) {
    this.#db = db;
    this.#def = def;
  }

  has(index: number): boolean {
    return this.#used.has(index);
  }

  mark(index: number): void {
    this.#used.add(index);
  }

  visit(body: MirBody): void {
    for (const [i, { ty }] of body.locals.entries()) {
      // A closure's own environment says no more than its captures do.
      if (i === 1 && defKind(this.#def) === 'Closure') this.#environment(ty);
      else this.#arg(ty);
    }
    for (const { statements, terminator } of body.blocks) {
      for (const statement of statements) {
        if (statement.kind !== 'Assign') continue;
        const { rvalue, place } = statement;
        this.#place(place);
        if ('operand' in rvalue) this.#operand(rvalue.operand);
        if ('place' in rvalue) this.#place(rvalue.place);
        switch (rvalue.kind) {
          case 'Cast':
          case 'NullaryOp':
            this.#arg(rvalue.ty);
            break;
          case 'Repeat':
            this.#arg(rvalue.len);
            break;
          case 'BinaryOp':
            this.#operand(rvalue.lhs);
            this.#operand(rvalue.rhs);
            break;
          case 'Aggregate':
            for (const operand of rvalue.operands) this.#operand(operand);
            if (rvalue.aggregate.kind === 'Adt') this.#args(rvalue.aggregate.args);
            if (rvalue.aggregate.kind === 'Closure' || rvalue.aggregate.kind === 'Coroutine') {
              this.#closure(rvalue.aggregate.def, rvalue.aggregate.args);
            }
            break;
        }
      }
      switch (terminator.kind) {
        case 'Call':
          this.#operand(terminator.func);
          for (const arg of terminator.args) this.#operand(arg);
          this.#place(terminator.destination);
          break;
        case 'SwitchInt':
          this.#operand(terminator.discr);
          break;
        case 'Drop':
          this.#arg(terminator.ty);
          this.#place(terminator.place);
          break;
        case 'Assert':
          this.#operand(terminator.cond);
          for (const arg of terminator.messageArgs) this.#operand(arg);
          break;
      }
    }
  }

  /** Reaching into a field uses what the field's type says, even of a capture. */
  #place({ projection }: Place): void {
    for (const elem of projection) if (elem.kind === 'Field') this.#arg(elem.ty);
  }

  #operand(operand: Operand): void {
    if (operand.kind !== 'Constant') {
      this.#place(operand.place);
      return;
    }
    const { constant, ty } = operand;
    this.#arg(ty);
    if (constant.kind === 'Unevaluated') this.#args(constant.args);
    else if (constant.kind === 'TyConst') this.#arg(constant.value);
    else if (constant.kind === 'Promoted') {
      const promoted = mirBody(this.#db, this.#def)?.promoteds[constant.index];
      if (promoted) this.visit(promoted);
    }
  }

  #environment(ty: Ty): void {
    if (ty.kind === 'Ref') this.#environment(ty.inner);
    else if (ty.kind !== 'Closure' && ty.kind !== 'Coroutine') this.#arg(ty);
  }

  #args(args: GenericArgs): void {
    for (const arg of args.list) this.#arg(arg);
  }

  #arg(arg: GenericArg): void {
    if (isRegion(arg) || !(arg.flags & TypeFlag.HasParam) || this.#seen.has(arg)) return;
    this.#seen.add(arg);
    if (isTy(arg)) this.#parts.ty(arg);
    else if (isConst(arg)) superFoldConst(this.#const(arg), this.#parts);
  }

  #const(value: Const): Const {
    if (value.kind === 'ConstParam') this.#used.add(value.index);
    return value;
  }

  /** A walk, not a fold: every part is given back as it is. */
  readonly #parts = {
    flags: TypeFlag.HasParam,
    ty: (ty: Ty): Ty => {
      if (ty.kind === 'Param') this.#used.add(ty.index);
      else if (ty.kind === 'Closure' || ty.kind === 'Coroutine') {
        if (ty.def !== this.#def) this.#closure(ty.def, ty.args);
      } else superFoldTy(ty, this.#parts);
      return ty;
    },
    konst: (value: Const): Const => superFoldConst(this.#const(value), this.#parts),
  };

  /** What the closure itself uses of the parameters that it is given. */
  #closure(def: DefId, args: GenericArgs): void {
    const unused = unusedGenericParams(this.#db, def);
    for (const [i, arg] of args.list.entries()) {
      if (i >= bitSetWidth || (unused & (1 << i)) === 0) this.#arg(arg);
    }
    for (const upvar of upvarTys(this.#db, def, args)) this.#arg(upvar);
  }
}

/** The names of unused parameters, in order. */
export function unusedParamNames(db: Database, def: DefId): string[] {
  const bits = unusedGenericParams(db, def);
  if (bits === 0) return [];
  return allParams(db, genericsOf(db, def))
    .filter(({ index }) => index < bitSetWidth && (bits & (1 << index)) !== 0)
    .map(({ name }) => name);
}

/**
 * The copy that stands for this one: unused parameters are put back as parameters, in the instance's own arguments and
 * in those of the closures among them. rustc's `Instance::polymorphize`.
 */
export function polymorphize(db: Database, instance: Instance): Instance {
  if (instance.kind.kind !== 'Item') return instance;
  const { kind, args } = instance;
  const shared = sharedArgs(db, kind.def, args);
  return shared === args ? instance : mkInstance(kind, shared);
}

function sharedArgs(db: Database, def: DefId, args: GenericArgs): GenericArgs {
  const bits = unusedGenericParams(db, def);
  const identity = identityArgs(db, def).list;
  const folder: TypeFolder = {
    flags: ~0,
    ty: (ty, depth) =>
      ty.kind === 'Closure'
        ? mkClosure(ty.def, sharedArgs(db, ty.def, ty.args))
        : superFoldTy(ty, folder, depth),
  };
  const list = args.list.map((arg, i) =>
    i < bitSetWidth && (bits & (1 << i)) !== 0 ? identity[i]! : isTy(arg) ? foldTy(arg, folder) : arg,
  );
  return mkArgs(list);
}
