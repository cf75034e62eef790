/**
 * From an expression of the body and its inference to {@link Thir}: adjustments become nodes around it, overloaded
 * operators, indexing and dereferences become calls, and every expression that can hold temporaries gets its scope.
 * After `rustc_mir_build::thir::cx::expr`.
 */
import type { Expr, ExprId, Literal } from '../../hir/body/body.ts';
import { codegenFnAttrs } from '../../hir/codegenAttrs.ts';
import { itemOfKind } from '../../hir/defMap/defSource.ts';
import { assocContainer, type DefId, defKind, defParent } from '../../hir/defs.ts';
import type { TypeRef } from '../../hir/typeRef.ts';
import type { Adjustment, Callee, Capture, ValueDef } from '../../ty/inferenceResult.ts';
import {
  isConst,
  isRegion,
  isTy,
  mkFnDef,
  mkRawPtr,
  mkRef,
  mkTuple,
  never,
  prim,
  unit,
  unknownTy,
} from '../../ty/intern.ts';
import { declaredFnSig, typeOf } from '../../ty/signatures.ts';
import { type Region, type Ty, TypeFlag } from '../../ty/types.ts';
import { bitsOfFloat, floatOfBits } from '../floats.ts';
import type { MirCast, MirConst } from '../mir.ts';
import type { Builder } from './builder.ts';
import type { Thir, ThirKind, ThirRef } from './thir.ts';

export function thir(b: Builder, ref: ThirRef): Thir {
  return typeof ref === 'number' ? mirror(b, ref) : ref;
}

/** The type of a child, after its adjustments. */
export function thirTy(b: Builder, ref: ThirRef): Ty {
  if (typeof ref !== 'number') return ref.ty;
  const steps = b.infer.adjustments.get(ref);
  return steps && steps.length > 0 ? steps[steps.length - 1]!.target : tyOf(b, ref);
}

function tyOf(b: Builder, expr: ExprId): Ty {
  return b.infer.exprTypes[expr] ?? unknownTy;
}

export function mirror(b: Builder, id: ExprId): Thir {
  let node = unadjusted(b, id);
  if (!b.returnedForEver.has(id) && !(isPlainReborrow(b, id) && isAsExpected(b, id))) {
    for (const step of b.infer.adjustments.get(id) ?? []) node = adjusted(b, id, node, step);
  }
  // What makes no temporary needs no scope.
  if (node.kind === 'Variable' || node.kind === 'Const') return node;
  return { ty: node.ty, tempScope: node.tempScope, source: id, kind: 'Scope', scope: id, value: node };
}

function make(b: Builder, id: ExprId, ty: Ty, kind: ThirKind): Thir {
  const tempScope = b.promoting ? undefined : b.regions.temporaryScope(id);
  return { ty, tempScope, source: id, ...kind };
}

function adjusted(b: Builder, id: ExprId, node: Thir, step: Adjustment): Thir {
  const { target } = step;
  switch (step.kind) {
    case 'NeverToAny':
      return make(b, id, target, { kind: 'NeverToAny', arg: node });
    case 'Borrow':
      return make(b, id, target, { kind: 'Borrow', arg: node, mutable: step.mutable, raw: step.raw });
    case 'Pointer':
      return make(b, id, target, { kind: 'Cast', cast: step.cast, arg: node });
    case 'Deref': {
      if (!step.overloaded) return make(b, id, target, { kind: 'Deref', arg: node });
      const { callee, mutable } = step.overloaded;
      const borrowed = make(b, id, mkRef(node.ty, mutable), {
        kind: 'Borrow',
        arg: node,
        mutable,
        raw: false,
      });
      return overloadedPlace(b, id, target, callee, mutable, [borrowed]);
    }
  }
}

/** A call that returns a reference, dereferenced: the place that an overloaded `*x` or `x[i]` stands for. */
function overloadedPlace(
  b: Builder,
  id: ExprId,
  ty: Ty,
  callee: Callee,
  mutable: boolean,
  args: readonly ThirRef[],
): Thir {
  const call = make(b, id, mkRef(ty, mutable), { kind: 'Call', func: fnItem(b, id, callee), args });
  return make(b, id, ty, { kind: 'Deref', arg: call });
}

function fnItem(b: Builder, id: ExprId, callee: Callee): Thir {
  return make(b, id, mkFnDef(callee.def, callee.args), { kind: 'Const', constant: { kind: 'ZeroSized' } });
}

function unresolved(b: Builder, id: ExprId, parts: readonly ThirRef[]): Thir {
  return make(b, id, tyOf(b, id), { kind: 'Unresolved', parts });
}

function unadjusted(b: Builder, id: ExprId): Thir {
  const expr: Expr = b.body.exprs[id] ?? { kind: 'Missing' };
  const ty = tyOf(b, id);
  const { infer } = b;
  const method = infer.methods.get(id);
  switch (expr.kind) {
    case 'Missing':
    case 'UnresolvedMacro':
      return unresolved(b, id, []);
    case 'Literal':
      return make(b, id, ty, { kind: 'Const', constant: literalOf(expr.literal, ty) });
    case 'Local':
      return make(b, id, ty, { kind: 'Variable', binding: expr.binding });
    case 'Path':
      return valuePath(b, id, ty, infer.paths.get(id));
    case 'Block':
      return make(b, id, ty, { kind: 'Block', id });
    case 'If':
      return make(b, id, ty, {
        kind: 'If',
        cond: expr.cond,
        thenExpr: expr.then,
        elseExpr: expr.else,
        scope: b.regions.ifThen.get(id) ?? id,
      });
    case 'Let':
      return make(b, id, prim.bool, { kind: 'Let', pat: expr.pat, expr: expr.expr });
    case 'Match':
      return make(b, id, ty, { kind: 'Match', scrutinee: expr.scrutinee, arms: expr.arms });
    case 'Loop':
      return make(b, id, ty, { kind: 'Loop', body: expr.body, id });
    case 'Break':
      return make(b, id, never, { kind: 'Break', target: expr.target, value: expr.value });
    case 'Continue':
      return make(b, id, never, { kind: 'Continue', target: expr.target, value: undefined });
    case 'Return':
      return make(b, id, never, { kind: 'Return', value: expr.value });
    case 'Call':
      return call(b, id, ty, expr.callee, expr.args, method);
    case 'MethodCall': {
      if (!method) return unresolved(b, id, [expr.receiver, ...expr.args]);
      const func = fnItem(b, id, method);
      // What a method is called on is not coerced, but borrowed anew in any case.
      const others = asDeclared(b, method.def, expr.args, (inputs, i) => inputs[i + 1]);
      return make(b, id, ty, { kind: 'Call', func, args: [expr.receiver, ...others] });
    }
    case 'Field': {
      const index = infer.fields.get(id);
      if (index === undefined) return unresolved(b, id, [expr.expr]);
      return make(b, id, ty, { kind: 'Field', base: expr.expr, index });
    }
    case 'Index':
      if (method) {
        // Which of the two traits: the receiver was borrowed accordingly.
        const receiver = thirTy(b, expr.base);
        const mutable = receiver.kind === 'Ref' && receiver.mutable;
        return overloadedPlace(b, id, ty, method, mutable, [expr.base, expr.index]);
      }
      if (!isIndexable(thirTy(b, expr.base))) return unresolved(b, id, [expr.base, expr.index]);
      return make(b, id, ty, { kind: 'Index', base: expr.base, index: expr.index });
    case 'Unary':
      if (expr.op === 'Deref') {
        if (!method) {
          const { kind } = thirTy(b, expr.expr);
          if (kind !== 'Ref' && kind !== 'RawPtr' && kind !== 'Adt') return unresolved(b, id, [expr.expr]);
          return make(b, id, ty, { kind: 'Deref', arg: expr.expr });
        }
        const receiver = thirTy(b, expr.expr);
        const mutable = receiver.kind === 'Ref' && receiver.mutable;
        return overloadedPlace(b, id, ty, method, mutable, [expr.expr]);
      }
      if (method) return make(b, id, ty, { kind: 'Call', func: fnItem(b, id, method), args: [expr.expr] });
      if (expr.op === 'Neg') {
        const operand = b.body.exprs[expr.expr];
        if (operand?.kind === 'Literal' && !infer.adjustments.has(expr.expr)) {
          return make(b, id, ty, { kind: 'Const', constant: negated(literalOf(operand.literal, ty), ty) });
        }
      }
      return make(b, id, ty, { kind: 'Unary', op: expr.op, arg: expr.expr });
    case 'Binary':
      if (expr.op === 'And' || expr.op === 'Or') {
        return make(b, id, ty, { kind: 'Logical', op: expr.op, lhs: expr.lhs, rhs: expr.rhs });
      }
      if (method) {
        return make(b, id, ty, { kind: 'Call', func: fnItem(b, id, method), args: [expr.lhs, expr.rhs] });
      }
      return make(b, id, ty, { kind: 'Binary', op: expr.op, lhs: expr.lhs, rhs: expr.rhs });
    case 'Assign':
      if (b.body.exprs[expr.lhs]?.kind === 'Underscore') {
        return make(b, id, unit, { kind: 'Unresolved', parts: [expr.rhs] });
      }
      return make(b, id, unit, { kind: 'Assign', lhs: expr.lhs, rhs: expr.rhs });
    case 'AssignOp':
      if (method) {
        return make(b, id, unit, { kind: 'Call', func: fnItem(b, id, method), args: [expr.lhs, expr.rhs] });
      }
      return make(b, id, unit, { kind: 'AssignOp', op: expr.op, lhs: expr.lhs, rhs: expr.rhs });
    case 'Ref':
      return make(b, id, ty, { kind: 'Borrow', arg: expr.expr, mutable: expr.mutable, raw: expr.raw });
    case 'Cast':
      return ascribed(b, id, castExpr(b, id, ty, expr.expr), expr.ty);
    case 'Tuple':
      return make(b, id, ty, { kind: 'Tuple', elems: expr.elems });
    case 'Array':
      return make(b, id, ty, { kind: 'Array', elems: expr.elems });
    case 'Repeat':
      if (ty.kind !== 'Array') return unresolved(b, id, [expr.elem]);
      return make(b, id, ty, { kind: 'Repeat', elem: expr.elem, len: ty.len });
    case 'Struct':
      return structExpr(b, id, ty, expr);
    case 'Closure':
      return closureExpr(b, id, ty, expr.def);
    case 'InlineConst':
      // It has its owner's parameters, as written in the owner.
      return make(b, id, ty, {
        kind: 'Const',
        constant: { kind: 'Unevaluated', def: expr.def, args: b.identityArgs },
      });
    case 'Await':
      return make(b, id, ty, { kind: 'Await', awaitee: expr.expr, id });
    case 'Yield':
      return make(b, id, ty, { kind: 'Yield', value: expr.value });
    case 'Underscore':
      return unresolved(b, id, []);
    case 'OffsetOf':
      return make(b, id, ty, { kind: 'Const', constant: { kind: 'Scalar', value: undefined } });
    case 'InlineAsm':
      return make(b, id, ty, { kind: 'InlineAsm', operands: expr.operands });
  }
}

function isIndexable(ty: Ty): boolean {
  return ty.kind === 'Array' || ty.kind === 'Slice';
}

export function literalConst(literal: Literal): MirConst {
  switch (literal.kind) {
    case 'Int':
    case 'Bool':
      return { kind: 'Scalar', value: literal.value };
    case 'Char':
    case 'Byte':
      return { kind: 'Scalar', value: BigInt(literal.value) };
    case 'Float':
      return { kind: 'Scalar', value: undefined };
    case 'Str':
      return { kind: 'Str', length: new TextEncoder().encode(literal.value).length, text: literal.value };
    case 'ByteStr':
      return { kind: 'Str', length: literal.value.length, text: literal.value };
    default:
      return { kind: 'Str', length: undefined };
  }
}

/** A literal of a known type: of a float, the bits. */
function literalOf(literal: Literal, ty: Ty): MirConst {
  if (ty.kind !== 'Float' || (literal.kind !== 'Float' && literal.kind !== 'Int'))
    return literalConst(literal);
  const number = literal.kind === 'Int' ? Number(literal.value) : Number(literal.text.replaceAll('_', ''));
  return { kind: 'Scalar', value: bitsOfFloat(number, ty) };
}

function negated(value: MirConst, ty: Ty): MirConst {
  if (value.kind !== 'Scalar' || typeof value.value !== 'bigint') return value;
  const float = floatOfBits(value.value, ty);
  return { kind: 'Scalar', value: float === undefined ? -value.value : bitsOfFloat(-float, ty) };
}

function valuePath(b: Builder, id: ExprId, ty: Ty, value: ValueDef | undefined): Thir {
  const def = value?.def;
  switch (value?.kind) {
    case 'Fn':
      return make(b, id, ty, { kind: 'Const', constant: { kind: 'ZeroSized' } });
    case 'Ctor':
    case 'Adt': {
      // A tuple constructor is a function item; a unit struct or variant is a value.
      if (ty.kind === 'FnDef') return make(b, id, ty, { kind: 'Const', constant: { kind: 'ZeroSized' } });
      const adt = def === undefined ? undefined : adtOf(b, def);
      if (!adt || ty.kind !== 'Adt') return unresolved(b, id, []);
      return make(b, id, ty, { kind: 'Adt', ...adt, args: ty.args, fields: [], base: undefined });
    }
    case 'Const':
      if (def === undefined) break;
      return make(b, id, ty, { kind: 'Const', constant: { kind: 'Unevaluated', def, args: value.args } });
    case 'Static': {
      if (def === undefined) break;
      const address = make(
        b,
        id,
        addressTy(b, def, ty),
        codegenFnAttrs(b.db, def).isThreadLocal
          ? { kind: 'ThreadLocalRef', def }
          : { kind: 'Const', constant: { kind: 'Static', def } },
      );
      return make(b, id, ty, { kind: 'Deref', arg: address });
    }
    case 'ConstParam': {
      const parameter = b.identityArgs.list[value.paramIndex ?? -1];
      if (!parameter || !isConst(parameter)) break;
      return make(b, id, ty, { kind: 'Const', constant: { kind: 'TyConst', value: parameter } });
    }
    default:
      break;
  }
  return unresolved(b, id, []);
}

function addressTy(b: Builder, def: DefId, ty: Ty): Ty {
  const it = itemOfKind(b.db, def, 'Static');
  if (it?.isMut) return mkRawPtr(ty, true);
  return it?.isForeign ? mkRawPtr(ty, false) : mkRef(ty, false);
}

/** Arguments, of which those that live for ever are not borrowed anew where the function wants them so. */
function asDeclared(
  b: Builder,
  callee: DefId,
  args: readonly ExprId[],
  inputOf: (inputs: readonly Ty[], arg: number) => Ty | undefined = (inputs, arg) => inputs[arg],
): readonly ThirRef[] {
  if (!args.some((arg) => livesForEver(b, arg))) return args;
  const { inputs } = declaredFnSig(b.db, callee);
  return args.map((arg, i) =>
    livesForEver(b, arg) && isStatic(inputOf(inputs, i)) ? unadjusted(b, arg) : arg,
  );
}

function isUnsized(b: Builder, id: ExprId): boolean {
  const last = b.infer.adjustments.get(id)?.at(-1);
  return last?.kind === 'Pointer' && last.cast === 'Unsize';
}

/** The expressions whose value a function returns, if it returns something that lives for ever. */
export function returnedForEver(b: Builder, fn: DefId, root: ExprId): ReadonlySet<ExprId> {
  const found = new Set<ExprId>();
  if (!isStatic(declaredFnSig(b.db, fn).output)) return found;
  const visit = (id: ExprId | undefined): void => {
    const expr = id === undefined ? undefined : b.body.exprs[id];
    if (id === undefined || !expr) return;
    const { kind } = expr;
    if (kind === 'Block') visit(expr.tail);
    else if (kind === 'If') [expr.then, expr.else].forEach(visit);
    else if (kind === 'Match') {
      for (const arm of expr.arms) visit(arm.body);
      // What is unsized to fit what came before has a lifetime of its own.
      if (expr.arms.slice(1).some(({ body }) => isUnsized(b, body))) return;
    } else if (!livesForEver(b, id)) return;
    if (isPlainReborrow(b, id)) found.add(id);
  };
  visit(root);
  return found;
}

/**
 * Whether the value of a block or of branches, a shared reference, lives as long as is expected of it: the first value
 * that comes to it is borrowed for so long, and the others, if they live longer for sure, leave it at that. Then it need
 * not be borrowed anew.
 */
function isAsExpected(b: Builder, id: ExprId): boolean {
  const expr = b.body.exprs[id];
  const isLater = (value: ExprId | undefined): boolean =>
    value === undefined || tyOf(b, value) === never || livesForEver(b, value) || isAsExpected(b, value);
  switch (expr?.kind) {
    case 'Block':
      return expr.tail !== undefined && !expr.labelled;
    case 'InlineConst':
      return true;
    case 'If':
      return isLater(expr.else);
    case 'Match':
      return expr.arms.slice(1).every(({ body }) => isLater(body));
    default:
      return false;
  }
}

/** Whether the expression is a shared reference that is borrowed anew as what it is. */
function isPlainReborrow(b: Builder, id: ExprId): boolean {
  const steps = b.infer.adjustments.get(id);
  if (steps?.length !== 2 || steps[0]!.kind !== 'Deref' || steps[1]!.kind !== 'Borrow') return false;
  const ty = tyOf(b, id);
  if (steps[1]!.isShortened) return false;
  return ty === steps[1]!.target && ty.kind === 'Ref' && !ty.mutable;
}

/**
 * Text that is written out, or what a constant or a field holds or a function gives out for ever, and would be borrowed
 * anew.
 */
function livesForEver(b: Builder, id: ExprId): boolean {
  const expr = b.body.exprs[id];
  if (!expr || !isPlainReborrow(b, id)) return false;
  switch (expr.kind) {
    case 'Literal':
      return true;
    case 'MethodCall':
    case 'Call': {
      const method = b.infer.methods.get(id)?.def;
      const callee = expr.kind === 'Call' ? thirTy(b, expr.callee) : undefined;
      const def = method ?? (callee?.kind === 'FnDef' ? callee.def : undefined);
      return def !== undefined && isStatic(declaredFnSig(b.db, def).output);
    }
    case 'Path': {
      const def = b.infer.paths.get(id)?.def;
      return def !== undefined && holdsStatic(b, def);
    }
    case 'Field': {
      const owner = thirTy(b, expr.expr);
      const index = b.infer.fields.get(id);
      if (owner.kind !== 'Adt' || index === undefined || defKind(owner.def) !== 'Struct') return false;
      return isStatic(declaredFnSig(b.db, owner.def).inputs[index]);
    }
    default:
      return false;
  }
}

/** Whether a constant or static is a reference that is declared to live for ever: one of no impl need not say so. */
function holdsStatic(b: Builder, def: DefId): boolean {
  const item = itemOfKind(b.db, def, 'Const') ?? itemOfKind(b.db, def, 'Static');
  if (item?.ty.kind !== 'Ref') return false;
  const { lifetime } = item.ty;
  const isForEver = lifetime === undefined ? assocContainer(def) === undefined : lifetime === "'static";
  const ty = typeOf(b.db, def);
  // Where no impl has lifetimes to name, those inside are the same.
  return isForEver && ty.kind === 'Ref' && (assocContainer(def) === undefined || !hasRegion(ty.inner));
}

/** Whether a declared type is a reference that lives for ever, and so does all that is inside. */
function isStatic(ty: Ty | undefined): boolean {
  return ty?.kind === 'Ref' && !hasRegion(ty, (region) => region.kind !== 'Static');
}

/** The type and the index of the variant that a struct, union or variant definition names. */
export function adtOf(b: Builder, def: DefId): { adt: DefId; variant: number } | undefined {
  switch (defKind(def)) {
    case 'Struct':
    case 'Union':
      return { adt: def, variant: 0 };
    case 'Variant': {
      const adt = defParent(def);
      if (adt === undefined) return undefined;
      const variant = b.types.variants(adt).indexOf(def);
      return variant < 0 ? undefined : { adt, variant };
    }
    default:
      return undefined;
  }
}

function call(
  b: Builder,
  id: ExprId,
  ty: Ty,
  callee: ExprId,
  args: readonly ExprId[],
  method: Callee | undefined,
): Thir {
  if (method) {
    // Through `Fn*`: `f(a, b)` is `Fn::call(&f, (a, b))`.
    const tuple = mkTuple(args.map((a) => thirTy(b, a)));
    const tupled = make(b, id, tuple, { kind: 'Tuple', elems: args });
    return make(b, id, ty, { kind: 'Call', func: fnItem(b, id, method), args: [callee, tupled] });
  }
  const calleeTy = thirTy(b, callee);
  if (calleeTy.kind === 'FnDef') {
    // A constructor that is named, not one that a variable holds.
    const adt = b.infer.paths.get(callee)?.kind === 'Ctor' ? adtOf(b, calleeTy.def) : undefined;
    if (adt && ty.kind === 'Adt') {
      const fields = asDeclared(b, calleeTy.def, args).map((expr, index) => ({ index, expr }));
      return make(b, id, ty, { kind: 'Adt', ...adt, args: ty.args, fields, base: undefined });
    }
    return make(b, id, ty, { kind: 'Call', func: callee, args: asDeclared(b, calleeTy.def, args) });
  }
  if (calleeTy.kind === 'FnPtr') return make(b, id, ty, { kind: 'Call', func: callee, args });
  return unresolved(b, id, [callee, ...args]);
}

/** The borrow checker looks at the type of a cast as it is written, if there is more to it than a name. */
function ascribed(b: Builder, id: ExprId, cast: Thir, written: TypeRef): Thir {
  const isChecked = (cast.ty.flags & TypeFlag.HasParam) !== 0 || hasRegion(cast.ty) || leavesOut(written);
  return isChecked ? make(b, id, cast.ty, { kind: 'Ascribe', arg: cast }) : cast;
}

/** Whether there is such a region in the type; objects may have any. */
function hasRegion(ty: Ty, isSuch: (region: Region) => boolean = () => true): boolean {
  const has = (part: Ty) => hasRegion(part, isSuch);
  switch (ty.kind) {
    case 'Ref':
      return isSuch(ty.region) || has(ty.inner);
    case 'Dynamic':
      return true;
    case 'RawPtr':
      return has(ty.inner);
    case 'Slice':
    case 'Array':
      return has(ty.elem);
    case 'Tuple':
      return ty.elems.some(has);
    case 'Adt':
      return ty.args.list.some((arg) => (isRegion(arg) ? isSuch(arg) : isTy(arg) && has(arg)));
    case 'FnPtr':
      return [...ty.sig.inputs, ty.sig.output].some(has);
    default:
      return false;
  }
}

/** Whether `_` is written somewhere in the type. */
function leavesOut(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if ('kind' in part && part.kind === 'Infer') return true;
  return Object.values(part).some(leavesOut);
}

function castExpr(b: Builder, id: ExprId, ty: Ty, operand: ExprId): Thir {
  const kind = b.infer.casts.get(id);
  const from = thirTy(b, operand);
  if (kind === 'Coercion' || (from === ty && kind !== 'PtrToPtr'))
    return make(b, id, ty, { kind: 'Use', arg: operand });
  let cast: MirCast;
  switch (kind) {
    case 'Numeric':
    case 'EnumToInt':
      cast = 'Numeric';
      break;
    case 'PtrToPtr':
    case 'FnPtrToPtr':
    case 'Noop':
      cast = 'PtrToPtr';
      break;
    case undefined:
    case 'Unknown':
    case 'PtrToAddr':
    case 'AddrToPtr':
    case 'FnPtrToAddr':
      cast = 'Other';
      break;
    default:
      cast = kind;
  }
  return make(b, id, ty, { kind: 'Cast', cast, arg: operand });
}

function structExpr(b: Builder, id: ExprId, ty: Ty, expr: Extract<Expr, { kind: 'Struct' }>): Thir {
  const def = b.infer.paths.get(id)?.def;
  const adt = def === undefined ? undefined : adtOf(b, def);
  const indices = b.infer.structFields.get(id);
  const fields = expr.fields.flatMap((f, i) => {
    const index = indices?.[i];
    return index === undefined || index < 0 ? [] : [{ index, expr: f.expr }];
  });
  if (!adt || ty.kind !== 'Adt' || fields.length < expr.fields.length) {
    const parts = expr.fields.map((f) => f.expr);
    return unresolved(b, id, expr.base === undefined ? parts : [...parts, expr.base]);
  }
  const args = fields.map((field) => field.expr);
  const declared = asDeclared(b, def!, args, (inputs, i) => inputs[fields[i]!.index]);
  const given = fields.map(({ index }, i) => ({ index, expr: declared[i]! }));
  return make(b, id, ty, { kind: 'Adt', ...adt, args: ty.args, fields: given, base: expr.base });
}

function closureExpr(b: Builder, id: ExprId, ty: Ty, def: DefId): Thir {
  const info = b.infer.closures.get(def);
  if (!info || (ty.kind !== 'Closure' && ty.kind !== 'Coroutine')) return unresolved(b, id, []);
  return make(b, id, ty, {
    kind: 'Closure',
    def,
    args: ty.args,
    isCoroutine: ty.kind === 'Coroutine',
    upvars: info.captures.map((c) => captured(b, id, c)),
  });
}

/** The place that a closure captures, borrowed unless it is captured by value. */
function captured(b: Builder, id: ExprId, capture: Capture): Thir {
  const bindingTy = b.infer.bindingTypes[capture.binding] ?? unknownTy;
  let place = make(b, id, bindingTy, { kind: 'Variable', binding: capture.binding });
  for (const step of capture.projections) {
    place =
      step.kind === 'Deref'
        ? make(b, id, step.ty, { kind: 'Deref', arg: place })
        : make(b, id, step.ty, { kind: 'Field', base: place, index: step.index });
  }
  if (capture.mode === 'copy' || capture.mode === 'move') return place;
  const mutable = capture.mode !== 'ref';
  return make(b, id, capture.ty, { kind: 'Borrow', arg: place, mutable, raw: false });
}
