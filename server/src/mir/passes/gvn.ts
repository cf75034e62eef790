/**
 * Global value numbering: gives equal values equal numbers, and replaces what computes a value anew by a local that
 * holds it, or by a constant. A field of a value just put together is the operand that went in, and its variant is known,
 * which then decides matches on it. After `rustc_mir_transform::gvn`.
 */
import type { ArithOp, CmpOp } from '../../hir/body/body.ts';
import { isTy, unknownTy } from '../../ty/intern.ts';
import { compare, exact, intType, wrap } from '../../ty/intOps.ts';
import { type Ty, TypeFlag } from '../../ty/types.ts';
import { forEachSuccessor, type MutBody } from '../graph.ts';
import type {
  AggregateKind,
  BlockId,
  LocalId,
  MirCast,
  MirConst,
  Operand,
  Place,
  PlaceElem,
  Rvalue,
  Statement,
} from '../mir.ts';
import { isNicheOfInterest, pointerMetadata, scalarParts } from '../scalarAbi.ts';
import { SsaLocals } from '../ssaLocals.ts';
import { removeStorage } from '../storage.ts';
import { placeTy, type TypeOps } from '../typeOps.ts';
import { mapOperands, mapTerminatorOperands } from './constConditions.ts';

/** A value's number; 0 is none, for what is not the same wherever it is read. */
type ValueId = number;

type Value =
  | { readonly kind: 'opaque' }
  | { readonly kind: 'constant'; readonly operand: Operand & { readonly kind: 'Constant' } }
  | { readonly kind: 'aggregate'; readonly aggregate: AggregateKind; readonly fields: readonly ValueId[] }
  | { readonly kind: 'projection'; readonly base: ValueId; readonly elem: PlaceElem }
  | {
      readonly kind: 'cast';
      readonly cast: MirCast;
      readonly operand: ValueId;
      readonly from: Ty;
    }
  /** A pointer made of an address and what else it carries, such as a length. */
  | {
      readonly kind: 'rawPointer';
      readonly address: ValueId;
      readonly addressTy: Ty | undefined;
      readonly metadata: ValueId;
    }
  /** Another pointer to where `base` points. */
  | { readonly kind: 'reborrow'; readonly base: ValueId }
  | { readonly kind: 'computed' };

type Constant = Operand & { readonly kind: 'Constant' };

/** `evaluate`: the scalar that a named constant is, if that hangs on no parameter. */
export function numberValues(
  body: MutBody,
  types: TypeOps,
  evaluate: (constant: MirConst, ty: Ty) => bigint | boolean | undefined,
): void {
  new Gvn(body, types, evaluate).run();
}

class Gvn {
  readonly #body: MutBody;
  readonly #types: TypeOps;
  readonly #evaluate: (constant: MirConst, ty: Ty) => bigint | boolean | undefined;
  readonly #ssa: SsaLocals;
  readonly #values: Value[] = [{ kind: 'opaque' }];
  readonly #numbers = new Map<string, ValueId>();
  readonly #ofLocal: ValueId[] = [];
  readonly #holders = new Map<ValueId, LocalId[]>();
  /** Locals that are read in place of others. */
  readonly #reused = new Set<LocalId>();
  #block: BlockId = 0;
  #index = 0;
  /** What references point to is the same until the next write that may go there. */
  #memory = 0;

  constructor(
    body: MutBody,
    types: TypeOps,
    evaluate: (constant: MirConst, ty: Ty) => bigint | boolean | undefined,
  ) {
    this.#body = body;
    this.#types = types;
    this.#evaluate = evaluate;
    this.#ssa = new SsaLocals(body, types);
  }

  run(): void {
    const { blocks, argCount } = this.#body;
    for (let local = 1; local <= argCount; local++) {
      if (this.#ssa.isSsa(local)) this.#hold(local, this.#fresh());
    }
    const loopHeaders = this.#loopHeaders();
    for (const block of this.#ssa.dominators.order) {
      this.#block = block;
      // What the loop has not come to yet may write to memory.
      if (loopHeaders[block]) this.#memory++;
      const b = blocks[block]!;
      b.statements = b.statements.map((s, index) => {
        this.#index = index;
        return this.#statement(s);
      });
      this.#index = b.statements.length;
      b.terminator = mapTerminatorOperands(b.terminator, (operand) => this.#operand(operand)[0]);
      if (b.terminator.kind === 'Drop') this.#memory++;
      else if (b.terminator.kind === 'Call') {
        this.#memory++;
        const { local, projection } = b.terminator.destination;
        if (projection.length === 0 && this.#ssa.isSsa(local)) this.#hold(local, this.#fresh());
      }
    }
    this.#extendStorage();
  }

  /** What is read once more may have to outlive its scope. */
  #extendStorage(): void {
    if (this.#reused.size === 0) return;
    const body = this.#body;
    removeStorage(body, (local) => this.#reused.has(local));
    // Nor may it be moved out of before.
    for (const b of body.blocks) {
      b.statements = b.statements.map((s) => {
        if (s.kind === 'Intrinsic') return { ...s, operands: s.operands.map((o) => this.#copied(o)) };
        if (s.kind !== 'Assign') return s;
        const rvalue = mapOperands(s.rvalue, (operand) => this.#copied(operand));
        return rvalue === s.rvalue ? s : { ...s, rvalue };
      });
      b.terminator = mapTerminatorOperands(b.terminator, (operand) => this.#copied(operand));
    }
  }

  #copied(operand: Operand): Operand {
    if (operand.kind !== 'Move' || !this.#reused.has(operand.place.local)) return operand;
    if (operand.place.projection[0]?.kind === 'Deref') return operand;
    return { kind: 'Copy', place: operand.place };
  }

  #statement(s: Statement): Statement {
    if (s.kind === 'Intrinsic') {
      const operands = s.operands.map((o) => this.#operand(o)[0]);
      if (s.intrinsic === 'copyNonOverlapping') this.#memory++;
      return { ...s, operands };
    }
    if (s.kind !== 'Assign') return s;
    const place = this.#simplifiedProjection(s.place);
    const [rvalue, value] = this.#rvalue(s.rvalue, place);
    if (place.projection.some((elem) => elem.kind === 'Deref')) this.#memory++;
    else if (place.projection.length === 0 && this.#ssa.isSsa(place.local))
      this.#hold(place.local, value === 0 ? this.#fresh() : value);
    return rvalue === s.rvalue && place === s.place ? s : { ...s, place, rvalue };
  }

  #loopHeaders(): Uint8Array {
    const { dominators } = this.#ssa;
    const headers = new Uint8Array(this.#body.blocks.length);
    for (const block of dominators.order) {
      forEachSuccessor(this.#body.blocks[block]!.terminator, (t) => {
        if (dominators.dominates(t, block)) headers[t] = 1;
      });
    }
    return headers;
  }

  #hold(local: LocalId, value: ValueId): void {
    this.#ofLocal[local] = value;
    const known = this.#holders.get(value);
    if (known) known.push(local);
    else this.#holders.set(value, [local]);
  }

  #fresh(): ValueId {
    return this.#values.push({ kind: 'opaque' }) - 1;
  }

  #intern(key: string, value: Value): ValueId {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#values.push(value) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  /** The simplified rvalue, and its value. */
  #rvalue(rvalue: Rvalue, place: Place): [Rvalue, ValueId] {
    const operands: ValueId[] = [];
    let simplified = 'place' in rvalue ? this.#simplifiedBorrow(rvalue) : rvalue;
    simplified = mapOperands(simplified, (operand) => {
      const [replaced, value] = this.#operand(operand);
      operands.push(value);
      return replaced;
    });
    const ty = placeTy(this.#body.locals, place, unknownTy);
    const value = this.#evaluateRvalue(simplified, operands, ty);
    if (value === 0) return [simplified, 0];
    const known = this.#values[value]!;
    const constant = this.#asConstant(value, ty);
    if (constant) {
      if (simplified.kind !== 'Use' || simplified.operand.kind !== 'Constant')
        simplified = { kind: 'Use', operand: constant };
    } else if (simplified.kind !== 'Use') {
      const holder = this.#holder(value, ty);
      if (holder !== undefined) {
        this.#reused.add(holder);
        simplified = { kind: 'Use', operand: { kind: 'Copy', place: { local: holder, projection: [] } } };
      } else if (known.kind === 'cast' && simplified.kind === 'Cast' && known.operand !== operands[0]) {
        const inner = this.#holder(known.operand, known.from);
        if (inner !== undefined) {
          this.#reused.add(inner);
          const operand: Operand = { kind: 'Copy', place: { local: inner, projection: [] } };
          simplified = { kind: 'Cast', cast: known.cast, operand, ty: simplified.ty };
        }
      }
    }
    return [simplified, value];
  }

  /** What is borrowed or looked at, by way of the first locals that lead there. */
  #simplifiedBorrow(rvalue: Extract<Rvalue, { readonly place: Place }>): Rvalue {
    const isRead = rvalue.kind === 'Discriminant' || rvalue.kind === 'Len' || rvalue.kind === 'CopyForDeref';
    const place = isRead ? this.#simplifiedPlace(rvalue.place)[0] : this.#simplifiedProjection(rvalue.place);
    return place === rvalue.place ? rvalue : { ...rvalue, place };
  }

  #evaluateRvalue(rvalue: Rvalue, operands: readonly ValueId[], ty: Ty): ValueId {
    const [a = 0, b = 0] = operands;
    switch (rvalue.kind) {
      case 'Use':
        return a;
      case 'CopyForDeref':
        return this.#place(rvalue.place);
      case 'Aggregate': {
        const { aggregate } = rvalue;
        if (operands.some((value) => value === 0)) return 0;
        const key = `aggregate ${aggregateKey(aggregate)} ${ty.id} ${operands.join(',')}`;
        return this.#intern(key, { kind: 'aggregate', aggregate, fields: operands });
      }
      case 'Discriminant': {
        const value = this.#place(rvalue.place);
        if (value === 0) return 0;
        const known = this.#values[value]!;
        if (known.kind === 'aggregate' && known.aggregate.kind === 'Adt') {
          const { def, variant } = known.aggregate;
          if (this.#types.adtKind(def) !== 'Enum') return 0;
          return this.#scalar(this.#types.discriminant(def, variant), ty);
        }
        return this.#intern(`discriminant ${value}`, { kind: 'computed' });
      }
      case 'BinaryOp':
        return this.#binary(rvalue, a, b, ty);
      case 'UnaryOp': {
        if (a === 0) return 0;
        if (rvalue.op === 'PtrMetadata' || rvalue.op === 'ptr_metadata') return this.#metadata(a);
        const scalar = this.#scalarOf(a);
        if (rvalue.op === 'Not' && typeof scalar === 'boolean') return this.#scalar(!scalar, ty);
        return this.#intern(`unary ${rvalue.op} ${a} ${ty.id}`, { kind: 'computed' });
      }
      case 'Cast':
        return this.#cast(rvalue.cast, a, operandTy(this.#body, rvalue.operand), rvalue.ty);
      case 'Ref':
      case 'RawPtr': {
        const { local, projection } = rvalue.place;
        if (projection.length !== 1 || projection[0]!.kind !== 'Deref' || !this.#ssa.isSsa(local)) return 0;
        return this.#values.push({ kind: 'reborrow', base: this.#ofLocal[local] ?? 0 }) - 1;
      }
      case 'Repeat':
      case 'Len':
      case 'NullaryOp':
      case 'ThreadLocalRef':
        return 0;
    }
  }

  #cast(cast: MirCast, operand: ValueId, from: Ty, to: Ty): ValueId {
    if (operand === 0 || cast === 'Unsize') return 0;
    const scalar = this.#scalarOf(operand);
    const int = intType(to);
    if (cast === 'Numeric' && scalar !== undefined && int && to.kind !== 'Char') {
      return this.#scalar(wrap(typeof scalar === 'boolean' ? (scalar ? 1n : 0n) : scalar, int), to);
    }
    let kind: MirCast = cast === 'MutToConstPointer' || cast === 'ArrayToPointer' ? 'PtrToPtr' : cast;
    let value = operand;
    let source = from;
    if (isReinterpretation(kind)) {
      const constant = this.#values[operand]!;
      const isKnown = this.#isConstant(operand) && scalarParts(to, this.#types) !== undefined;
      if (constant.kind === 'constant' && (isPlain(constant.operand) || isKnown)) {
        const reinterpreted: Constant = {
          kind: 'Constant',
          constant: { kind: 'Scalar', value: undefined },
          ty: to,
          source: -1,
        };
        return this.#intern(`cast ${to.id} ${operand}`, { kind: 'constant', operand: reinterpreted });
      }
      for (;;) {
        if (source === to) return value;
        const earlier = this.#earlierCast(kind, value, source, to);
        if (!earlier) break;
        ({ kind, value, source } = earlier);
      }
    }
    return this.#intern(`cast ${kind} ${to.id} ${value}`, {
      kind: 'cast',
      cast: kind,
      operand: value,
      from: source,
    });
  }

  /** What the value was made of, if its bits may as well be taken from there. */
  #earlierCast(
    kind: MirCast,
    value: ValueId,
    middle: Ty,
    to: Ty,
  ): { readonly kind: MirCast; readonly value: ValueId; readonly source: Ty } | undefined {
    const known = this.#values[value]!;
    const types = this.#types;
    if (known.kind === 'rawPointer' && kind === 'PtrToPtr' && known.addressTy) {
      // The length that was put to the address goes again.
      if (pointerMetadata(to, types) !== 'none') return undefined;
      return { kind, value: known.address, source: known.addressTy };
    }
    if (known.kind === 'aggregate' && kind === 'Transmute' && known.aggregate.kind === 'Adt') {
      const [variant] =
        types.adtKind(known.aggregate.def) === 'Struct' ? types.variants(known.aggregate.def) : [];
      if (variant === undefined) return undefined;
      const tys = types.fieldTys(variant, known.aggregate.args);
      const sized = tys.flatMap((ty, i) => (types.isZst(ty) ? [] : [i]));
      const only = sized.length === 1 ? sized[0]! : undefined;
      if (only === undefined) return undefined;
      return { kind, value: known.fields[only]!, source: tys[only]! };
    }
    if (known.kind !== 'cast') return undefined;
    const sameMetadata = (a: Ty, b: Ty) => pointerMetadata(a, types) === pointerMetadata(b, types);
    switch (`${known.cast} ${kind}`) {
      case 'PtrToPtr PtrToPtr':
        return { kind, value: known.operand, source: known.from };
      case 'PtrToPtr Transmute':
        if (!sameMetadata(known.from, middle)) return undefined;
        break;
      case 'Transmute PtrToPtr':
        if (!sameMetadata(middle, to)) return undefined;
        break;
      case 'Transmute Transmute':
        if (isNicheOfInterest(known.from, middle, to, types)) return undefined;
        break;
      default:
        return undefined;
    }
    return { kind: 'Transmute', value: known.operand, source: known.from };
  }

  #metadata(pointer: ValueId): ValueId {
    let at = pointer;
    for (;;) {
      const known = this.#values[at]!;
      if (known.kind === 'rawPointer') return known.metadata;
      if (known.kind !== 'reborrow' || known.base === 0) break;
      at = known.base;
    }
    return this.#intern(`metadata ${at}`, { kind: 'computed' });
  }

  #binary({ op, lhs }: Extract<Rvalue, { kind: 'BinaryOp' }>, a: ValueId, b: ValueId, ty: Ty): ValueId {
    if (a === 0 || b === 0) return 0;
    const isComparison = comparisons.has(op);
    const x = this.#scalarOf(a);
    const y = this.#scalarOf(b);
    if (isComparison && x !== undefined && y !== undefined && typeof x === typeof y) {
      return this.#scalar(compare(op as CmpOp, x, y), ty);
    }
    if (op === 'BitAnd' && ty.kind === 'Bool' && (x === false || y === false)) return this.#scalar(false, ty);
    if (op === 'BitAnd' && ty.kind === 'Bool' && x === true) return b;
    if (op === 'BitAnd' && ty.kind === 'Bool' && y === true) return a;
    if (op === 'aggregate_raw_ptr') {
      const addressTy = operandTy(this.#body, lhs);
      return this.#intern(`pointer ${a} ${b} ${ty.id}`, {
        kind: 'rawPointer',
        address: a,
        addressTy,
        metadata: b,
      });
    }
    const int = intType(ty);
    if (int && arithmetic.has(op) && typeof x === 'bigint' && typeof y === 'bigint') {
      const result = exact(op as ArithOp, x, y, int);
      if (result !== undefined) return this.#scalar(wrap(result, int), ty);
    }
    return this.#intern(`binary ${op} ${a} ${b} ${ty.id}`, { kind: 'computed' });
  }

  #scalar(value: bigint | boolean, ty: Ty): ValueId {
    return this.#constant({ kind: 'Constant', constant: { kind: 'Scalar', value }, ty, source: -1 });
  }

  #scalarOf(value: ValueId): bigint | boolean | undefined {
    const known = this.#values[value]!;
    if (known.kind !== 'constant') return undefined;
    const { constant } = known.operand;
    return constant.kind === 'Scalar' ? constant.value : undefined;
  }

  #constant(operand: Constant): ValueId {
    const { constant, ty } = operand;
    const key = constantKey(constant);
    if (key === undefined) return this.#values.push({ kind: 'constant', operand }) - 1;
    return this.#intern(`constant ${key} ${ty.id}`, { kind: 'constant', operand });
  }

  #operand(operand: Operand): [Operand, ValueId] {
    if (operand.kind === 'Constant') {
      const { constant, ty } = operand;
      const isNamed = constant.kind === 'Unevaluated' || constant.kind === 'TyConst';
      if (isNamed && (intType(ty) !== undefined || ty.kind === 'Bool')) {
        const value = this.#evaluate(constant, ty);
        if (value !== undefined) {
          const scalar: Constant = { ...operand, constant: { kind: 'Scalar', value } };
          return [scalar, this.#constant(scalar)];
        }
      }
      return [operand, this.#constant(operand)];
    }
    const [place, value] = this.#simplifiedPlace(operand.place);
    const constant =
      value === 0 ? undefined : this.#asConstant(value, placeTy(this.#body.locals, place, unknownTy));
    if (constant) return [constant, value];
    return [place === operand.place ? operand : { kind: 'Copy', place }, value];
  }

  /** The constant that the value is: as it was written, or put together of constants and small. */
  #asConstant(value: ValueId, ty: Ty): Constant | undefined {
    const known = this.#values[value]!;
    if (known.kind === 'constant') return known.operand;
    if (known.kind !== 'aggregate' || known.aggregate.kind === 'Array' || !this.#isConstant(value))
      return undefined;
    if (!scalarParts(ty, this.#types)) return undefined;
    return { kind: 'Constant', constant: this.#partsOf(value), ty, source: -1 };
  }

  #partsOf(value: ValueId): MirConst {
    const known = this.#values[value]!;
    if (known.kind === 'constant') return known.operand.constant;
    if (known.kind !== 'aggregate') return { kind: 'Scalar', value: undefined };
    const { aggregate, fields } = known;
    const parts = { aggregate, fields: fields.map((field) => this.#partsOf(field)) };
    return { kind: 'Scalar', value: undefined, parts };
  }

  #isConstant(value: ValueId): boolean {
    if (value === 0) return false;
    const known = this.#values[value]!;
    if (known.kind === 'constant') {
      if (isPlain(known.operand)) return true;
      // A constant of another name, where no parameter decides it and it holds no address.
      const { constant, ty } = known.operand;
      if (constant.kind !== 'Unevaluated' || (constant.args.flags & TypeFlag.HasParam) !== 0) return false;
      return scalarParts(ty, this.#types)?.hasPointer === false;
    }
    return known.kind === 'aggregate' && known.fields.every((field) => this.#isConstant(field));
  }

  /** A local of that type that has the value here. */
  #holder(value: ValueId, ty: Ty): LocalId | undefined {
    return this.#holders.get(value)?.find((local) => {
      const definition = this.#ssa.definition(local)!;
      return (
        this.#body.locals[local]!.ty === ty && this.#ssa.isDefinedBefore(definition, this.#block, this.#index)
      );
    });
  }

  /** The place by way of the first locals that hold the pointer and the indices that lead to it. */
  #simplifiedProjection(place: Place): Place {
    let { local, projection } = place;
    if (projection[0]?.kind === 'Deref') {
      const value = this.#ofLocal[local] ?? 0;
      const holder = value === 0 ? undefined : this.#holder(value, this.#body.locals[local]!.ty);
      if (holder !== undefined && holder !== local) {
        this.#reused.add(holder);
        local = holder;
      }
    }
    projection.forEach((elem, i) => {
      if (elem.kind !== 'Index') return;
      const value = this.#ofLocal[elem.local] ?? 0;
      const holder = value === 0 ? undefined : this.#holder(value, this.#body.locals[elem.local]!.ty);
      if (holder === undefined || holder === elem.local) return;
      this.#reused.add(holder);
      projection = projection.with(i, { ...elem, local: holder });
    });
    return local === place.local && projection === place.projection ? place : { local, projection };
  }

  /** The shortest place that has the value that is read from a place, and the value. */
  #simplifiedPlace(place: Place): [Place, ValueId] {
    const simplified = this.#simplifiedProjection(place);
    let { local, projection } = simplified;
    let value = this.#ssa.isSsa(local) ? (this.#ofLocal[local] ?? 0) : 0;
    let ty = this.#body.locals[local]!.ty;
    const shorten = (at: number) => {
      const holder = this.#holder(value, ty);
      if (holder === undefined) return;
      local = holder;
      projection = simplified.projection.slice(at);
    };
    for (const [at, elem] of simplified.projection.entries()) {
      if (value === 0) return [simplified, 0];
      shorten(at);
      value = this.#project(value, elem, ty);
      ty = placeTy([{ ty, name: undefined }], { local: 0, projection: [elem] }, unknownTy);
    }
    if (value === 0) return [simplified, 0];
    shorten(simplified.projection.length);
    if (local === simplified.local && projection.length === simplified.projection.length)
      return [simplified, value];
    this.#reused.add(local);
    return [{ local, projection }, value];
  }

  #place({ local, projection }: Place): ValueId {
    let value = this.#ssa.isSsa(local) ? (this.#ofLocal[local] ?? 0) : 0;
    let ty = this.#body.locals[local]!.ty;
    for (const elem of projection) {
      if (value === 0) return 0;
      value = this.#project(value, elem, ty);
      ty = placeTy([{ ty, name: undefined }], { local: 0, projection: [elem] }, unknownTy);
    }
    return value;
  }

  #project(base: ValueId, elem: PlaceElem, ty: Ty): ValueId {
    const known = this.#values[base]!;
    switch (elem.kind) {
      case 'Deref': {
        const isShared = ty.kind === 'Ref' && !ty.mutable && isTy(ty.inner) && this.#types.isFreeze(ty.inner);
        return isShared
          ? this.#intern(`deref ${base} ${this.#memory}`, { kind: 'projection', base, elem })
          : 0;
      }
      case 'Downcast':
        if (known.kind === 'aggregate') {
          const { aggregate } = known;
          return aggregate.kind === 'Adt' && aggregate.variant === elem.variant ? base : 0;
        }
        return this.#intern(`variant ${elem.variant} ${base}`, { kind: 'projection', base, elem });
      case 'Field':
        if (known.kind === 'aggregate') return known.fields[elem.index] ?? 0;
        return this.#intern(`field ${elem.index} ${base}`, { kind: 'projection', base, elem });
      case 'Index': {
        const index = this.#ofLocal[elem.local] ?? 0;
        return index === 0 ? 0 : this.#intern(`index ${index} ${base}`, { kind: 'projection', base, elem });
      }
      default:
        return 0;
    }
  }
}

const arithmetic: ReadonlySet<string> = new Set([
  ...['Add', 'Sub', 'Mul', 'BitAnd', 'BitOr', 'BitXor', 'Shl', 'Shr'],
]);
const comparisons: ReadonlySet<string> = new Set(['Eq', 'Ne', 'Lt', 'Le', 'Gt', 'Ge']);

/** Casts that leave the bits alone. */
function isReinterpretation(cast: MirCast): boolean {
  return cast === 'Transmute' || cast === 'PtrToPtr' || cast === 'MutToConstPointer';
}

/** A constant without an address of code or data in it. */
function isPlain({ constant }: Constant): boolean {
  return constant.kind === 'Scalar' || constant.kind === 'ZeroSized' || constant.kind === 'Str';
}

function operandTy(body: MutBody, operand: Operand): Ty {
  return operand.kind === 'Constant' ? operand.ty : placeTy(body.locals, operand.place, unknownTy);
}

function aggregateKey(aggregate: AggregateKind): string {
  switch (aggregate.kind) {
    case 'Array':
      return 'array';
    case 'Tuple':
      return 'tuple';
    case 'Adt':
      return `adt ${aggregate.def} ${aggregate.variant}`;
    default:
      return `${aggregate.kind} ${aggregate.def}`;
  }
}

function constantKey(constant: MirConst): string | undefined {
  switch (constant.kind) {
    case 'Scalar':
      return constant.value === undefined ? undefined : `scalar ${constant.value}`;
    case 'ZeroSized':
      return 'zst';
    case 'Unevaluated':
      return `unevaluated ${constant.def} ${constant.args.id}`;
    case 'Promoted':
      return `promoted ${constant.index}`;
    case 'Static':
      return `static ${constant.def}`;
    case 'RuntimeChecks':
      return `checks ${constant.checks}`;
    default:
      return undefined;
  }
}
