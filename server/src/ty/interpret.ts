/**
 * An interpreter of constant expressions, over bodies and what inference says of them: integers, booleans, chars,
 * tuples, structs, enums, arrays, references between them, loops, matches, calls of const functions, `size_of`.
 *
 * Everything else (floats, raw memory, closures, allocation) gives up, as does an arithmetic overflow and a program
 * that takes too many steps: the constant then has no value that we know. Giving up is an exception
 * ({@link GaveUp}); so are `break`, `continue` and `return` on their way out.
 */
import type { BinaryOp, Body, Expr, ExprId, Literal, Pat, PatId } from '../hir/body/body.ts';
import { body as bodyOf } from '../hir/body/lower.ts';
import { assocContainer, type DefId, defData, defKind, typeckRoot } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import { needsDrop } from './adt.ts';
import { evalConst } from './constEval.ts';
import { discriminants } from './discriminant.ts';
import { substitute, substituteArgs, substituteConst } from './fold.ts';
import { genericsOf, paramCount } from './generics.ts';
import { infer } from './infer/infer.ts';
import type { Adjustment, InferenceResult, ValueDef } from './inferenceResult.ts';
import { isConst, mkArgs, mkUnevaluated, tyArg } from './intern.ts';
import {
  cell,
  construct,
  copy,
  element,
  type FnValue,
  GaveUp,
  giveUp,
  isAggregate,
  isFn,
  isRef,
  isScalar,
  isTupleCtor,
  type Place,
  unitValue,
  type Value,
} from './interpretValue.ts';
import { compare, exact, fits, intIntrinsic, intType, wrap } from './intOps.ts';
import { layoutOf } from './layout.ts';
import { emptyParamEnv } from './predicates.ts';
import { normalizeErasing, normalizeErasingArgs, normalizeErasingConst } from './project.ts';
import { codegenSelect } from './select.ts';
import { resolveAssocItem } from './specialize.ts';
import { transmute } from './transmute.ts';
import { type GenericArgs, type Ty, TypeFlag } from './types.ts';

class Jump {
  readonly kind: 'break' | 'continue' | 'return';
  readonly target: ExprId | undefined;
  readonly value: Value;

  constructor(kind: Jump['kind'], target: ExprId | undefined, value: Value) {
    this.kind = kind;
    this.target = target;
    this.value = value;
  }
}

const maxSteps = 200_000;
const maxCalls = 200;

/** The value of a constant over monomorphic arguments; undefined where it cannot be told. */
export function interpretConst(db: Database, def: DefId, args: GenericArgs): bigint | boolean | undefined {
  return scalarOf(() => new Interpreter(db).constant(def, args));
}

/** The same with all its parts, where it has some; nobody may change them. */
export function interpretParts(db: Database, def: DefId, args: GenericArgs): Value | undefined {
  return valueOrNone(() => new Interpreter(db).constant(def, args));
}

/** The function that a constant of the type of a fn pointer holds; undefined where it cannot be told. */
export function interpretFnPointer(db: Database, def: DefId, args: GenericArgs): FnValue | undefined {
  const value = interpretParts(db, def, args);
  return isFn(value) ? value : undefined;
}

/** What a const function without parameters gives for monomorphic arguments. */
export function interpretCall(db: Database, def: DefId, args: GenericArgs): bigint | boolean | undefined {
  return scalarOf(() => new Interpreter(db).call(def, args, []));
}

function scalarOf(run: () => Value): bigint | boolean | undefined {
  const value = valueOrNone(run);
  return value !== undefined && isScalar(value) ? value : undefined;
}

function valueOrNone(run: () => Value): Value | undefined {
  try {
    return run();
  } catch (e) {
    if (e instanceof GaveUp || e instanceof Jump) return undefined;
    throw e;
  }
}

/** What one interpretation may spend in all. */
class Interpreter {
  readonly db: Database;
  #steps = 0;
  #calls = 0;

  constructor(db: Database) {
    this.db = db;
  }

  step(): void {
    if (++this.#steps > maxSteps) giveUp();
  }

  /** A const item, an associated or anonymous const. */
  constant(declared: DefId, declaredArgs: GenericArgs): Value {
    if (defKind(declared) === 'InlineConst') return this.#inlineConst(declared, declaredArgs);
    const { def, args } = resolveItem(this.db, declared, declaredArgs);
    const body = bodyOf(this.db, def);
    if (!body) giveUp();
    return this.#run(body, def, args, []);
  }

  /** `const { … }`: an expression of its owner's body, which uses none of the owner's variables. */
  #inlineConst(def: DefId, args: GenericArgs): Value {
    const owner = typeckRoot(def);
    const body = bodyOf(this.db, owner);
    const expr = body?.closures.get(def);
    const inline = expr === undefined ? undefined : body!.exprs[expr];
    if (inline?.kind !== 'InlineConst') giveUp();
    return new Frame(this, body!, infer(this.db, owner), args).eval(inline.body);
  }

  call(declared: DefId, declaredArgs: GenericArgs, values: readonly Value[]): Value {
    const { def, args } = resolveItem(this.db, declared, declaredArgs);
    if (defKind(def) === 'Struct' || defKind(def) === 'Variant') return construct(this.db, def, [...values]);
    const known = this.#intrinsic(defData(def).name, def, args, values);
    if (known !== undefined) return known;
    const body = bodyOf(this.db, def);
    if (!body) giveUp();
    return this.#run(body, def, args, values);
  }

  #run(body: Body, def: DefId, args: GenericArgs, values: readonly Value[]): Value {
    if (this.#calls >= maxCalls) giveUp();
    this.#calls++;
    try {
      const frame = new Frame(this, body, infer(this.db, def), args);
      body.params.forEach((pat, i) => {
        const value = values[i];
        if (value === undefined || !frame.bind(pat, cell(value))) giveUp();
      });
      return frame.eval(body.root);
    } catch (e) {
      if (e instanceof Jump && e.kind === 'return') return e.value;
      throw e;
    } finally {
      this.#calls--;
    }
  }

  #intrinsic(name: string, def: DefId, args: GenericArgs, values: readonly Value[]): Value | undefined {
    // Only functions without a body of their own, or whose body is a stand-in for codegen, are done here.
    if (bodyOf(this.db, def) && !intrinsicsWithBody.has(name)) return undefined;
    const ty = tyArg(args, 0);
    switch (name) {
      case 'size_of':
        return layoutOf(this.db, ty)?.size ?? giveUp();
      case 'align_of':
      case 'min_align_of':
        return layoutOf(this.db, ty)?.align ?? giveUp();
      case 'needs_drop':
        if ((ty.flags & TypeFlag.HasParam) !== 0) giveUp();
        return needsDrop(this.db, ty, emptyParamEnv);
      case 'ub_checks':
      case 'overflow_checks':
        return false;
      case 'likely':
      case 'unlikely':
      case 'black_box':
        return values[0];
      case 'assume':
      case 'cold_path':
        return unitValue;
      // Methods of integers that go through `NonZero`, which is made by a transmutation.
      case 'ilog2':
      case 'ilog10': {
        const [value] = values;
        if (typeof value !== 'bigint' || value <= 0n || assocContainer(def) === undefined) return undefined;
        return BigInt(value.toString(name === 'ilog2' ? 2 : 10).length - 1);
      }
      case 'ptr_metadata': {
        const pointee = isRef(values[0]) ? values[0].place.get() : undefined;
        if (ty.kind === 'Slice' && isAggregate(pointee)) return BigInt(pointee.fields.length);
        return typeof pointee === 'string' ? BigInt(utf8(pointee).length) : undefined;
      }
      case 'transmute':
      case 'transmute_unchecked': {
        // `str::as_bytes`
        const to = tyArg(args, 1);
        const pointee = isRef(values[0]) ? values[0].place.get() : undefined;
        const isBytes = to.kind === 'Ref' && to.inner.kind === 'Slice';
        if (typeof pointee !== 'string' || !isBytes) return transmute(this.db, values[0]!, ty, to);
        return {
          kind: 'ref',
          place: cell({ kind: 'aggregate', variant: 0, fields: utf8(pointee).map(BigInt) }),
        };
      }
      case 'const_eval_select': {
        const [tuple, inConst] = values;
        if (!isAggregate(tuple) || !isFn(inConst)) giveUp();
        return this.call(inConst.def, inConst.args, tuple.fields);
      }
      default:
    }
    const int = intType(ty);
    if (!int || !values.every((v) => typeof v === 'bigint')) return undefined;
    const result = intIntrinsic(name, values as readonly bigint[], int);
    if (result === undefined || typeof result === 'bigint' || typeof result === 'boolean') return result;
    return { kind: 'aggregate', variant: 0, fields: [...result] };
  }
}

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];

const intrinsicsWithBody = new Set([
  'ub_checks',
  'overflow_checks',
  'likely',
  'unlikely',
  'const_eval_select',
  'cold_path',
  'ilog2',
  'ilog10',
]);

/** A trait's item is that of the impl for these arguments. */
function resolveItem(
  db: Database,
  def: DefId,
  args: GenericArgs,
): { readonly def: DefId; readonly args: GenericArgs } {
  const container = assocContainer(def);
  if (container === undefined || defKind(container) !== 'Trait') return { def, args };
  const traitArgs = mkArgs(args.list.slice(0, paramCount(genericsOf(db, container))));
  const source = codegenSelect(db, { def: container, args: traitArgs });
  if (source?.kind !== 'Impl') giveUp();
  return resolveAssocItem(db, def, args, source) ?? giveUp();
}

/** One body being run. */
class Frame {
  readonly #interpreter: Interpreter;
  readonly #body: Body;
  readonly #types: InferenceResult;
  readonly #args: GenericArgs;
  readonly #locals = new Map<number, Place>();

  constructor(interpreter: Interpreter, body: Body, types: InferenceResult, args: GenericArgs) {
    this.#interpreter = interpreter;
    this.#body = body;
    this.#types = types;
    this.#args = args;
  }

  get #db(): Database {
    return this.#interpreter.db;
  }

  #ty(ty: Ty | undefined): Ty {
    return ty ? normalizeErasing(this.#db, substitute(ty, this.#args)) : giveUp();
  }

  #exprTy(e: ExprId): Ty {
    return this.#ty(this.#types.exprTypes[e]);
  }

  #callArgs(args: GenericArgs): GenericArgs {
    return normalizeErasingArgs(this.#db, substituteArgs(args, this.#args));
  }

  // Values --------------------------------------------------------------------------------------------------------

  eval(e: ExprId): Value {
    const adjustments = this.#types.adjustments.get(e);
    return adjustments?.length ? this.#adjusted(e, adjustments).get() : this.#unadjusted(e);
  }

  #adjusted(e: ExprId, adjustments: readonly Adjustment[]): Place {
    // Only a borrow needs the place; evaluating it as one is right for the rest too.
    let at = adjustments.some((a) => a.kind === 'Borrow')
      ? this.#unadjustedPlace(e)
      : cell(this.#unadjusted(e));
    for (const adjustment of adjustments) {
      switch (adjustment.kind) {
        case 'NeverToAny':
          break;
        case 'Deref': {
          if (adjustment.overloaded) giveUp();
          const value = at.get();
          at = isRef(value) ? value.place : giveUp();
          break;
        }
        case 'Borrow':
          at = cell({ kind: 'ref', place: at });
          break;
        case 'Pointer':
          if (adjustment.cast !== 'Unsize' && adjustment.cast !== 'ReifyFnPointer') giveUp();
      }
    }
    return at;
  }

  #place(e: ExprId): Place {
    const adjustments = this.#types.adjustments.get(e);
    return adjustments?.length ? this.#adjusted(e, adjustments) : this.#unadjustedPlace(e);
  }

  #unadjustedPlace(e: ExprId): Place {
    const expr = this.#body.exprs[e]!;
    switch (expr.kind) {
      case 'Local':
        return this.#locals.get(expr.binding) ?? giveUp();
      case 'Field': {
        const base = this.#place(expr.expr).get();
        const index = this.#types.fields.get(e);
        return isAggregate(base) && index !== undefined ? element(base, index) : giveUp();
      }
      case 'Index': {
        if (this.#types.methods.has(e)) giveUp();
        const base = this.#place(expr.base).get();
        const index = this.eval(expr.index);
        return isAggregate(base) && typeof index === 'bigint' ? element(base, Number(index)) : giveUp();
      }
      case 'Unary': {
        if (expr.op !== 'Deref' || this.#types.methods.has(e)) break;
        const value = this.eval(expr.expr);
        return isRef(value) ? value.place : giveUp();
      }
      default:
    }
    return cell(this.#unadjusted(e));
  }

  #unadjusted(e: ExprId): Value {
    this.#interpreter.step();
    const expr = this.#body.exprs[e]!;
    switch (expr.kind) {
      case 'Literal':
        return this.#literal(expr.literal);
      case 'Local':
      case 'Field':
      case 'Index':
        return copy(this.#unadjustedPlace(e).get());
      case 'Path':
        return this.#pathValue(this.#types.paths.get(e));
      case 'Block':
        return this.#block(e, expr);
      case 'If':
        if (this.#condition(expr.cond)) return this.eval(expr.then);
        return expr.else === undefined ? unitValue : this.eval(expr.else);
      case 'Let':
        return this.bind(expr.pat, this.#place(expr.expr));
      case 'Match':
        return this.#match(expr);
      case 'Loop':
        return this.#loop(e, expr.body);
      case 'Break':
      case 'Continue':
        throw new Jump(
          expr.kind === 'Break' ? 'break' : 'continue',
          expr.target,
          expr.kind === 'Break' && expr.value !== undefined ? this.eval(expr.value) : unitValue,
        );
      case 'Return':
        throw new Jump('return', undefined, expr.value === undefined ? unitValue : this.eval(expr.value));
      case 'Call':
        return this.#call(e, expr);
      case 'MethodCall': {
        const callee = this.#types.methods.get(e);
        if (!callee) giveUp();
        const values = [expr.receiver, ...expr.args].map((a) => this.eval(a));
        return this.#interpreter.call(callee.def, this.#callArgs(callee.args), values);
      }
      case 'Unary':
        return this.#unary(e, expr);
      case 'Binary':
        return this.#binary(e, expr.op, expr.lhs, expr.rhs);
      case 'Assign':
        this.#place(expr.lhs).set(this.eval(expr.rhs));
        return unitValue;
      case 'AssignOp': {
        if (this.#types.methods.has(e)) giveUp();
        const rhs = this.eval(expr.rhs);
        const place = this.#place(expr.lhs);
        place.set(this.#arith(expr.op, place.get(), rhs, this.#exprTy(expr.lhs)));
        return unitValue;
      }
      case 'Ref':
        return { kind: 'ref', place: this.#place(expr.expr) };
      case 'Cast':
        return this.#cast(this.eval(expr.expr), this.#exprTy(expr.expr), this.#exprTy(e));
      case 'Tuple':
      case 'Array':
        return { kind: 'aggregate', variant: 0, fields: expr.elems.map((x) => this.eval(x)) };
      case 'Repeat':
        return this.#repeat(e, expr.elem);
      case 'Struct':
        return this.#struct(e, expr);
      case 'InlineConst':
        return this.eval(expr.body);
      default:
        return giveUp();
    }
  }

  #literal(literal: Literal): Value {
    switch (literal.kind) {
      case 'Int':
      case 'Bool':
        return literal.value;
      case 'Char':
      case 'Byte':
        return BigInt(literal.value);
      case 'Str':
        return { kind: 'ref', place: cell(literal.value) };
      default:
        return giveUp();
    }
  }

  #pathValue(path: ValueDef | undefined): Value {
    switch (path?.kind) {
      case 'ConstParam': {
        const arg = this.#args.list[path.paramIndex ?? -1];
        const value = arg && isConst(arg) ? evalConst(this.#db, arg) : undefined;
        return value ?? giveUp();
      }
      case 'Const':
        return this.#const(path.def!, this.#callArgs(path.args));
      case 'Fn':
        return { kind: 'fn', def: path.def!, args: this.#callArgs(path.args) };
      case 'Ctor': {
        const def = path.def!;
        return isTupleCtor(this.#db, def)
          ? { kind: 'fn', def, args: this.#callArgs(path.args) }
          : construct(this.#db, def, []);
      }
      default:
        return giveUp();
    }
  }

  /** Scalars are remembered by the constant's own query; anything else is worked out again. */
  #const(def: DefId, args: GenericArgs): Value {
    return evalConst(this.#db, mkUnevaluated(def, args)) ?? this.#interpreter.constant(def, args);
  }

  #block(e: ExprId, expr: Expr & { readonly kind: 'Block' }): Value {
    try {
      for (const stmt of expr.stmts) {
        this.#interpreter.step();
        if (stmt.kind === 'Expr') this.eval(stmt.expr);
        else if (stmt.init !== undefined && !this.bind(stmt.pat, this.#place(stmt.init))) {
          if (stmt.else === undefined) giveUp();
          this.eval(stmt.else);
        } else if (stmt.init === undefined) this.#declare(stmt.pat);
      }
      return expr.tail === undefined ? unitValue : this.eval(expr.tail);
    } catch (jump) {
      if (expr.labelled && jump instanceof Jump && jump.kind === 'break' && jump.target === e)
        return jump.value;
      throw jump;
    }
  }

  /** `let x;`: assigned later. */
  #declare(id: PatId): void {
    const pat = this.#body.pats[id]!;
    if (pat.kind === 'Binding') this.#locals.set(pat.binding, cell(unitValue));
    else if (pat.kind !== 'Wild') giveUp();
  }

  #condition(e: ExprId): boolean {
    const value = this.eval(e);
    return typeof value === 'boolean' ? value : giveUp();
  }

  #match(expr: Expr & { readonly kind: 'Match' }): Value {
    const place = this.#place(expr.scrutinee);
    for (const arm of expr.arms) {
      if (this.bind(arm.pat, place) && (arm.guard === undefined || this.#condition(arm.guard)))
        return this.eval(arm.body);
    }
    return giveUp();
  }

  #loop(e: ExprId, body: ExprId): Value {
    for (;;) {
      this.#interpreter.step();
      try {
        this.eval(body);
      } catch (jump) {
        if (!(jump instanceof Jump) || jump.target !== e || jump.kind === 'return') throw jump;
        if (jump.kind === 'break') return jump.value;
      }
    }
  }

  #call(e: ExprId, expr: Expr & { readonly kind: 'Call' }): Value {
    if (this.#types.methods.has(e)) giveUp();
    const callee = this.eval(expr.callee);
    if (!isFn(callee)) giveUp();
    return this.#interpreter.call(
      callee.def,
      callee.args,
      expr.args.map((a) => this.eval(a)),
    );
  }

  #unary(e: ExprId, expr: Expr & { readonly kind: 'Unary' }): Value {
    if (expr.op === 'Deref') return copy(this.#unadjustedPlace(e).get());
    if (this.#types.methods.has(e)) giveUp();
    const value = this.eval(expr.expr);
    if (expr.op === 'Not' && typeof value === 'boolean') return !value;
    const int = intType(this.#exprTy(e));
    if (typeof value !== 'bigint' || !int) giveUp();
    if (expr.op === 'Not') return wrap(~value, int);
    return fits(-value, int) ? -value : giveUp();
  }

  #binary(e: ExprId, op: BinaryOp, lhs: ExprId, rhs: ExprId): Value {
    if (op === 'And') return this.#condition(lhs) && this.#condition(rhs);
    if (op === 'Or') return this.#condition(lhs) || this.#condition(rhs);
    const method = this.#types.methods.get(e);
    const a = this.eval(lhs);
    const b = this.eval(rhs);
    if (method) return this.#interpreter.call(method.def, this.#callArgs(method.args), [a, b]);
    switch (op) {
      case 'Eq':
      case 'Ne':
      case 'Lt':
      case 'Le':
      case 'Gt':
      case 'Ge':
        return isScalar(a) && isScalar(b) ? compare(op, a, b) : giveUp();
      default:
        return this.#arith(op, a, b, this.#exprTy(lhs));
    }
  }

  #arith(op: Parameters<typeof exact>[0], a: Value, b: Value, ty: Ty): Value {
    if (typeof a === 'boolean' && typeof b === 'boolean') {
      return op === 'BitAnd' ? a && b : op === 'BitOr' ? a || b : op === 'BitXor' ? a !== b : giveUp();
    }
    const int = intType(ty);
    if (!int || typeof a !== 'bigint' || typeof b !== 'bigint') giveUp();
    const result = exact(op, a, b, int);
    return result !== undefined && fits(result, int) ? result : giveUp();
  }

  #cast(value: Value, from: Ty, to: Ty): Value {
    if (from === to) return value;
    const int = intType(to);
    if (int && to.kind !== 'Bool') {
      if (typeof value === 'bigint') return wrap(value, int);
      if (typeof value === 'boolean') return value ? 1n : 0n;
      if (isAggregate(value) && from.kind === 'Adt') {
        const discriminant = discriminants(this.#db, from.def)[value.variant];
        return discriminant === undefined ? giveUp() : wrap(discriminant, int);
      }
    }
    return giveUp();
  }

  #repeat(e: ExprId, elem: ExprId): Value {
    const ty = this.#exprTy(e);
    const length =
      ty.kind === 'Array'
        ? evalConst(this.#db, normalizeErasingConst(this.#db, substituteConst(ty.len, this.#args)))
        : undefined;
    if (typeof length !== 'bigint' || length > 65_536n) giveUp();
    const value = this.eval(elem);
    return {
      kind: 'aggregate',
      variant: 0,
      fields: Array.from({ length: Number(length) }, () => copy(value)),
    };
  }

  #struct(e: ExprId, expr: Expr & { readonly kind: 'Struct' }): Value {
    const path = this.#types.paths.get(e);
    const indexes = this.#types.structFields.get(e);
    if (path?.def === undefined || !indexes) giveUp();
    const base = expr.base === undefined ? undefined : this.eval(expr.base);
    const fields: Value[] = isAggregate(base) ? base.fields.map(copy) : [];
    expr.fields.forEach((f, i) => {
      const index = indexes[i];
      if (index === undefined || index < 0) giveUp();
      fields[index] = this.eval(f.expr);
    });
    for (let i = 0; i < fields.length; i++) if (fields[i] === undefined) giveUp();
    return construct(this.#db, path.def, fields);
  }

  // Patterns ------------------------------------------------------------------------------------------------------

  /** Whether the pattern matches; binds its variables as it goes. */
  bind(id: PatId, matched: Place): boolean {
    this.#interpreter.step();
    let place = matched;
    for (const _ of this.#types.patAdjustments.get(id) ?? []) {
      const value = place.get();
      place = isRef(value) ? value.place : giveUp();
    }
    const pat = this.#body.pats[id]!;
    switch (pat.kind) {
      case 'Wild':
      case 'Rest':
        return true;
      case 'Binding': {
        if (pat.sub !== undefined && !this.bind(pat.sub, place)) return false;
        const mode = this.#types.bindingModes[pat.binding] ?? 'move';
        this.#locals.set(pat.binding, cell(mode === 'move' ? copy(place.get()) : { kind: 'ref', place }));
        return true;
      }
      case 'Literal': {
        const value = this.#literal(pat.literal);
        const found = place.get();
        if (isRef(value)) return isRef(found) ? found.place.get() === value.place.get() : giveUp();
        return found === (pat.negative && typeof value === 'bigint' ? -value : value);
      }
      case 'Range':
        return this.#inRange(pat, place.get());
      case 'Path':
        return this.#matchesPath(id, place.get());
      case 'Tuple':
        return this.#positional(pat.pats, pat.rest, place);
      case 'TupleStruct':
        return this.#isVariant(id, place.get()) && this.#positional(pat.pats, pat.rest, place);
      case 'Struct': {
        const value = place.get();
        const indexes = this.#types.patFields.get(id);
        if (!this.#isVariant(id, value)) return false;
        return pat.fields.every((f, i) => {
          const index = indexes?.[i];
          return isAggregate(value) && index !== undefined
            ? this.bind(f.pat, element(value, index))
            : giveUp();
        });
      }
      case 'Ref': {
        const value = place.get();
        return isRef(value) ? this.bind(pat.pat, value.place) : giveUp();
      }
      case 'Slice':
        return this.#slice(pat, place.get());
      case 'Or':
        return pat.pats.some((p) => this.bind(p, place));
      default:
        return giveUp();
    }
  }

  #positional(pats: readonly PatId[], rest: number | undefined, place: Place): boolean {
    const value = place.get();
    if (!isAggregate(value)) giveUp();
    const skipped = value.fields.length - pats.length;
    return pats.every((p, i) =>
      this.bind(p, element(value, rest !== undefined && i >= rest ? i + skipped : i)),
    );
  }

  #slice({ before, rest, after }: Pat & { readonly kind: 'Slice' }, value: Value): boolean {
    if (!isAggregate(value)) giveUp();
    const middle = value.fields.length - before.length - after.length;
    if (rest === undefined ? middle !== 0 : middle < 0) return false;
    if (!before.every((p, i) => this.bind(p, element(value, i)))) return false;
    if (rest !== undefined && rest !== 'ignored') {
      const fields = value.fields.slice(before.length, before.length + middle);
      if (!this.bind(rest, cell({ kind: 'aggregate', variant: 0, fields }))) return false;
    }
    return after.every((p, i) => this.bind(p, element(value, before.length + middle + i)));
  }

  #isVariant(id: PatId, value: Value): boolean {
    const def = this.#types.patPaths.get(id)?.def;
    if (def === undefined || !isAggregate(value)) giveUp();
    return defKind(def) !== 'Variant' || construct(this.#db, def, []).variant === value.variant;
  }

  #matchesPath(id: PatId, value: Value): boolean {
    const path = this.#types.patPaths.get(id);
    if (path?.kind === 'Const' && path.def !== undefined) {
      const wanted = this.#const(path.def, this.#callArgs(path.args));
      return isScalar(wanted) && isScalar(value) ? wanted === value : giveUp();
    }
    return this.#isVariant(id, value);
  }

  #inRange(pat: Pat & { readonly kind: 'Range' }, value: Value): boolean {
    if (typeof value !== 'bigint') giveUp();
    const bound = (b: (typeof pat)['start']): bigint | undefined => {
      if (!b) return undefined;
      if (b.kind !== 'Literal') giveUp();
      const literal = this.#literal(b.literal);
      if (typeof literal !== 'bigint') giveUp();
      return b.negative ? -literal : literal;
    };
    const start = bound(pat.start);
    const end = bound(pat.end);
    if (start !== undefined && value < start) return false;
    return end === undefined || (pat.inclusive ? value <= end : value < end);
  }
}
