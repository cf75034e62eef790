/**
 * Global value numbering: gives equal values equal numbers, and replaces what computes a value anew by a local that
 * holds it, or by a constant. A field of a value just put together is the operand that went in, and its variant is known,
 * which then decides matches on it. What a shared reference points to does not change, so it is a value, too. After
 * `rustc_mir_transform::gvn`.
 */
import type { Database } from '../../../query/database.ts';
import { unknownTy } from '../../../ty/intern.ts';
import type { Ty } from '../../../ty/types.ts';
import { isStableElem, type MutBody } from '../../graph.ts';
import type {
  AggregateKind,
  BlockId,
  LocalId,
  Operand,
  Place,
  PlaceElem,
  Rvalue,
  Statement,
} from '../../mir.ts';
import { SsaLocals } from '../../ssaLocals.ts';
import { removeStorage } from '../../storage.ts';
import { placeTy, projectionTy, type TypeOps } from '../../typeOps.ts';
import { literalValue, mapOperands, mapTerminatorOperands } from '../constConditions.ts';
import { simplifyBinary, simplifyUnary } from './arithmetic.ts';
import { simplifyCast } from './casts.ts';
import { Constants } from './constants.ts';
import { type Value, type ValueElem, type ValueId, ValueTable } from './values.ts';

type PlaceRvalue = Extract<Rvalue, { readonly place: Place }>;

export function numberValues(db: Database, body: MutBody, types: TypeOps): void {
  new Gvn(db, body, types).run();
}

export class Gvn {
  readonly types: TypeOps;
  readonly values = new ValueTable();
  readonly constants: Constants;
  readonly #body: MutBody;
  readonly #ssa: SsaLocals;
  readonly #ofLocal: ValueId[] = [];
  readonly #holders = new Map<ValueId, LocalId[]>();
  /** Locals that are read in place of others. */
  readonly #reused = new Set<LocalId>();
  #block: BlockId = 0;
  #index = 0;

  constructor(db: Database, body: MutBody, types: TypeOps) {
    this.#body = body;
    this.types = types;
    this.constants = new Constants(db, body, types, this.values);
    this.#ssa = new SsaLocals(body, types);
  }

  run(): void {
    const { blocks, argCount, locals } = this.#body;
    for (let local = 1; local <= argCount; local++) {
      if (this.#ssa.isSsa(local))
        this.#hold(local, this.values.unique({ kind: 'argument' }, locals[local]!.ty));
    }
    for (const block of this.#ssa.dominators.order) {
      this.#block = block;
      const b = blocks[block]!;
      b.statements = b.statements.map((s, index) => {
        this.#index = index;
        return this.#statement(s);
      });
      this.#index = b.statements.length;
      b.terminator = mapTerminatorOperands(b.terminator, (operand) => this.#operand(operand)[0]);
      const { terminator } = b;
      if (terminator.kind === 'Drop') {
        const place = this.#simplifiedProjection(terminator.place);
        if (place !== terminator.place) b.terminator = { ...terminator, place };
      } else if (terminator.kind === 'Call') {
        const destination = this.#simplifiedProjection(terminator.destination);
        if (destination !== terminator.destination) b.terminator = { ...terminator, destination };
        const { local, projection } = destination;
        if (projection.length === 0 && this.#ssa.isSsa(local))
          this.#hold(local, this.#opaque(locals[local]!.ty));
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

  #opaque(ty: Ty): ValueId {
    return this.values.unique({ kind: 'opaque' }, ty);
  }

  #hold(local: LocalId, value: ValueId): void {
    this.#ofLocal[local] = value;
    const known = this.#holders.get(value);
    if (known) known.push(local);
    else this.#holders.set(value, [local]);
  }

  #valueOfLocal(local: LocalId): ValueId {
    return this.#ofLocal[local] ?? 0;
  }

  // ------------------------------------------------------------------------------------------ statements

  #statement(s: Statement): Statement {
    if (s.kind === 'Intrinsic') return { ...s, operands: s.operands.map((o) => this.#operand(o)[0]) };
    if (s.kind === 'SetDiscriminant') {
      const place = this.#simplifiedProjection(s.place);
      return place === s.place ? s : { ...s, place };
    }
    if (s.kind !== 'Assign') return s;
    const place = this.#simplifiedProjection(s.place);
    const ty = placeTy(this.#body.locals, place, unknownTy);
    let [rvalue, value] = this.#rvalue(s.rvalue, ty, place.projection.length === 0);
    if (value !== 0) {
      const constant = this.constants.asConstant(value);
      if (constant) {
        if (rvalue.kind !== 'Use' || rvalue.operand !== constant) rvalue = { kind: 'Use', operand: constant };
      } else {
        const known = this.#asPlace(value, false);
        if (known && !isUseOf(rvalue, known)) {
          this.#reused.add(known.local);
          rvalue = { kind: 'Use', operand: { kind: 'Copy', place: known } };
        }
      }
    }
    if (place.projection.length === 0 && this.#ssa.isSsa(place.local)) {
      // What is converted on the way in, by its regions, is another value.
      const isSame = value !== 0 && this.values.ty(value) === ty;
      this.#hold(place.local, isSame ? value : this.#opaque(ty));
    }
    return rvalue === s.rvalue && place === s.place ? s : { ...s, place, rvalue };
  }

  /** The simplified rvalue, and its value. */
  #rvalue(rvalue: Rvalue, ty: Ty, isOfLocal: boolean): [Rvalue, ValueId] {
    switch (rvalue.kind) {
      case 'Use': {
        const [operand, value] = this.#operand(rvalue.operand);
        return [operand === rvalue.operand ? rvalue : { ...rvalue, operand }, value];
      }
      case 'CopyForDeref': {
        const [place, value] = this.#simplifiedPlace(rvalue.place);
        return [withPlace(rvalue, place), value];
      }
      case 'Repeat': {
        const [operand, element] = this.#operand(rvalue.operand);
        const simplified = operand === rvalue.operand ? rvalue : { ...rvalue, operand };
        return [simplified, element === 0 ? 0 : this.values.intern({ kind: 'repeat', element }, ty)];
      }
      case 'Aggregate':
        return this.#aggregate(rvalue, ty, isOfLocal);
      case 'Ref':
      case 'RawPtr': {
        const place = this.#simplifiedProjection(rvalue.place);
        return [withPlace(rvalue, place), this.#address(place, ty)];
      }
      case 'Discriminant': {
        const [place, value] = this.#simplifiedPlace(rvalue.place);
        return [withPlace(rvalue, place), value === 0 ? 0 : this.#discriminant(value, ty)];
      }
      case 'Cast':
        return simplifyCast(this, rvalue, this.#operand(rvalue.operand));
      case 'BinaryOp':
        return simplifyBinary(this, rvalue, this.#operand(rvalue.lhs), this.#operand(rvalue.rhs), ty);
      case 'UnaryOp':
        return simplifyUnary(this, rvalue, this.#operand(rvalue.operand), ty);
      case 'Len':
      case 'NullaryOp':
      case 'ThreadLocalRef':
        return [rvalue, 0];
    }
  }

  #discriminant(value: ValueId, ty: Ty): ValueId {
    const known = this.values.get(value);
    const enumTy = this.values.ty(value);
    if (known.kind === 'aggregate' && known.aggregate.kind === 'Adt') {
      const { def, variant } = known.aggregate;
      if (this.types.adtKind(def) === 'Enum') {
        return this.constants.scalar(this.types.discriminant(def, variant), ty);
      }
    }
    const variant = this.constants.variantOf(value);
    if (variant !== undefined && enumTy.kind === 'Adt')
      return this.constants.scalar(this.types.discriminant(enumTy.def, variant), ty);
    return this.values.intern({ kind: 'discriminant', of: value }, ty);
  }

  #aggregate(rvalue: Extract<Rvalue, { kind: 'Aggregate' }>, ty: Ty, isOfLocal: boolean): [Rvalue, ValueId] {
    const { aggregate } = rvalue;
    const isEnum = aggregate.kind === 'Adt' && this.types.adtKind(aggregate.def) === 'Enum';
    if (rvalue.operands.length === 0 && !isEnum && aggregate.kind !== 'Coroutine')
      return [rvalue, this.constants.zeroSized(ty)];
    let changed = false;
    const fields: ValueId[] = [];
    const operands = rvalue.operands.map((written) => {
      const [operand, value] = this.#operand(written);
      if (operand !== written) changed = true;
      fields.push(value === 0 ? this.#opaque(this.#operandTy(operand)) : value);
      return operand;
    });
    let simplified: Rvalue = changed ? { ...rvalue, operands } : rvalue;
    if (aggregate.kind === 'Adt' && this.types.adtKind(aggregate.def) === 'Union')
      return [simplified, this.#union(aggregate, fields, ty)];
    const [first] = fields;
    if (aggregate.kind === 'Array' && fields.length > 4 && fields.every((value) => value === first)) {
      const element = first!;
      const operand = this.asOperand(element);
      const len = ty.kind === 'Array' ? ty.len : undefined;
      if (operand && len) simplified = { kind: 'Repeat', operand, len };
      return [simplified, this.values.intern({ kind: 'repeat', element }, ty)];
    }
    const copied = this.#copiedWhole(aggregate, fields, ty);
    if (copied !== 0) {
      // A place may overlap what it would be copied from.
      const place = isOfLocal ? this.#asPlace(copied, true) : undefined;
      if (!place) return [simplified, copied];
      this.#reused.add(place.local);
      return [{ kind: 'Use', operand: { kind: 'Copy', place } }, copied];
    }
    return [simplified, this.values.intern({ kind: 'aggregate', aggregate, fields }, ty)];
  }

  /** The value of its field is all that is known of a union. */
  #union(aggregate: AggregateKind & { kind: 'Adt' }, [field = 0]: readonly ValueId[], ty: Ty): ValueId {
    const [variant] = this.types.variants(aggregate.def);
    if (variant === undefined) return 0;
    const tys = this.types.fieldTys(variant, aggregate.args);
    const active = tys.indexOf(this.values.ty(field));
    if (active < 0 || tys.lastIndexOf(this.values.ty(field)) !== active) return 0;
    const fields = tys.map((_, i) => (i === active ? field : 0));
    return this.values.intern({ kind: 'aggregate', aggregate, fields }, ty);
  }

  /** What has all the fields of another value, in order, is that value. */
  #copiedWhole(aggregate: AggregateKind, fields: readonly ValueId[], ty: Ty): ValueId {
    let from: ValueId | undefined;
    for (const [i, field] of fields.entries()) {
      const known = this.values.get(field);
      if (known.kind !== 'projection' || known.elem.kind !== 'Field' || known.elem.index !== i) return 0;
      from ??= known.base;
      if (known.base !== from) return 0;
    }
    if (from === undefined) return 0;
    const known = this.values.get(from);
    if (known.kind === 'projection' && known.elem.kind === 'Downcast') {
      if (aggregate.kind !== 'Adt' || known.elem.variant !== aggregate.variant) return 0;
      from = known.base;
    }
    return this.values.ty(from) === ty ? from : 0;
  }

  // ------------------------------------------------------------------------------------------ operands

  /** The operand as it is best written, and its value. */
  #operand(operand: Operand): [Operand, ValueId] {
    if (operand.kind === 'Constant') {
      const value = this.constants.value(operand);
      return [this.constants.asConstant(value) ?? operand, value];
    }
    const [place, value] = this.#simplifiedPlace(operand.place);
    const constant = value === 0 ? undefined : this.constants.asConstant(value);
    if (constant) return [constant, value];
    return [place === operand.place ? operand : { kind: operand.kind, place }, value];
  }

  /** An operand that has the value here. */
  asOperand(value: ValueId): Operand | undefined {
    const constant = this.constants.asConstant(value);
    if (constant) return constant;
    const known = this.values.get(value);
    if (known.kind === 'constant' && known.operand.constant.kind === 'RuntimeChecks') return known.operand;
    const place = this.#asPlace(value, false);
    if (!place) return undefined;
    this.#reused.add(place.local);
    return { kind: 'Copy', place };
  }

  #operandTy(operand: Operand): Ty {
    return operand.kind === 'Constant' ? operand.ty : placeTy(this.#body.locals, operand.place, unknownTy);
  }

  // ------------------------------------------------------------------------------------------ places

  /** A local that has the value here. */
  #holder(value: ValueId): LocalId | undefined {
    return this.#holders.get(value)?.find((local) => {
      const definition = this.#ssa.definition(local)!;
      return this.#ssa.isDefinedBefore(definition, this.#block, this.#index);
    });
  }

  /** A place that has the value here; `isComplex`: by way of pointers and indices, too. */
  #asPlace(value: ValueId, isComplex: boolean): Place | undefined {
    const projection: PlaceElem[] = [];
    for (let at = value; ; ) {
      const local = this.#holder(at);
      if (local !== undefined) return { local, projection: projection.reverse() };
      // A pointer is only followed first.
      if (projection.at(-1)?.kind === 'Deref') return undefined;
      const known = this.values.get(at);
      if (known.kind !== 'projection' || !(isComplex || isStableElem(known.elem))) return undefined;
      // What other references point to may be shorter-lived than the body.
      if (known.elem.kind === 'Deref' && this.values.get(known.base).kind !== 'argument') return undefined;
      const elem = this.#asElem(known.elem);
      if (!elem) return undefined;
      projection.push(elem);
      at = known.base;
    }
  }

  #asElem(elem: ValueElem): PlaceElem | undefined {
    if (elem.kind !== 'Index') return elem;
    const local = this.#holder(elem.index);
    if (local === undefined) return undefined;
    // Even if the place is not taken in the end.
    this.#reused.add(local);
    return { kind: 'Index', local };
  }

  /** The place by way of the first locals that hold the pointer and the indices that lead to it. */
  #simplifiedProjection(place: Place): Place {
    let { local, projection } = place;
    const other = (written: LocalId): LocalId | undefined => {
      const value = this.#valueOfLocal(written);
      const holder = value === 0 ? undefined : this.#holder(value);
      if (holder === undefined || holder === written) return undefined;
      this.#reused.add(holder);
      return holder;
    };
    if (projection[0]?.kind === 'Deref') local = other(local) ?? local;
    for (const [i, elem] of place.projection.entries()) {
      if (elem.kind !== 'Index') continue;
      const constant = this.constants.asConstant(this.#valueOfLocal(elem.local));
      const offset = constant && literalValue(constant);
      if (offset !== undefined) {
        projection = projection.with(i, {
          kind: 'ConstantIndex',
          offset: Number(offset),
          fromEnd: false,
          minLength: Number(offset) + 1,
        });
        continue;
      }
      const index = other(elem.local);
      if (index !== undefined) projection = projection.with(i, { kind: 'Index', local: index });
    }
    return local === place.local && projection === place.projection ? place : { local, projection };
  }

  /** Another place that has the value that is read from a place, if it is by way of another local or shorter; and the value. */
  #simplifiedPlace(written: Place): [Place, ValueId] {
    const place = this.#simplifiedProjection(written);
    const [value, shorter] = this.#valueOf(place);
    const found = value === 0 ? shorter : this.#asPlace(value, true);
    if (!found) return [place, value];
    if (found.local === place.local && found.projection.length >= place.projection.length)
      return [place, value];
    this.#reused.add(found.local);
    return [found, value];
  }

  /** The value that is read from a place; where there is none, the shortest place that leads there. */
  #valueOf(place: Place): [ValueId, Place] {
    let shorter = place;
    let value = this.#valueOfLocal(place.local);
    let ty = this.#body.locals[place.local]!.ty;
    for (const [i, elem] of place.projection.entries()) {
      if (value === 0) return [0, shorter];
      const local = this.#holder(value);
      if (local !== undefined && (i > 0 || local !== place.local))
        shorter = { local, projection: place.projection.slice(i) };
      const known = this.#asValueElem(elem);
      value = known ? this.#project(value, ty, known) : 0;
      ty = projectionTy(ty, elem, unknownTy);
    }
    return [value, shorter];
  }

  #asValueElem(elem: PlaceElem): ValueElem | undefined {
    if (elem.kind !== 'Index') return elem;
    const index = this.#valueOfLocal(elem.local);
    return index === 0 ? undefined : { kind: 'Index', index };
  }

  /** A part of a value of that type. */
  #project(base: ValueId, ty: Ty, elem: ValueElem): ValueId {
    const { values } = this;
    const known = values.get(base);
    const project = (to: Ty) => {
      const constant = this.constants.part(base, elem, to);
      return constant === 0 ? values.intern({ kind: 'projection', base, elem }, to) : constant;
    };
    switch (elem.kind) {
      case 'Deref': {
        if (ty.kind !== 'Ref' || ty.mutable || !this.types.isFreeze(ty.inner)) return 0;
        const pointee = known.kind === 'address' ? this.#pointee(known) : 0;
        if (pointee !== 0) return pointee;
        // What a reference to a reference points to is as short-lived as that reference.
        return ty.inner.kind === 'Ref' ? 0 : project(ty.inner);
      }
      case 'Downcast':
        return project(ty);
      case 'Field': {
        if (known.kind === 'aggregate') return known.fields[elem.index] ?? 0;
        if (known.kind === 'projection' && known.elem.kind === 'Downcast') {
          const outer = values.get(known.base);
          if (outer.kind === 'aggregate' && outer.aggregate.kind === 'Adt') {
            // Of another variant there is nothing to read, and control does not come here.
            if (outer.aggregate.variant === known.elem.variant) return outer.fields[elem.index] ?? 0;
          }
        }
        return project(elem.ty);
      }
      case 'Index':
      case 'ConstantIndex': {
        if (known.kind === 'repeat') return known.element;
        if (elem.kind === 'ConstantIndex' && known.kind === 'aggregate' && known.aggregate.kind === 'Array') {
          const { offset, fromEnd } = elem;
          return known.fields[fromEnd ? known.fields.length - offset : offset] ?? 0;
        }
        return project(ty.kind === 'Array' || ty.kind === 'Slice' ? ty.elem : unknownTy);
      }
      case 'Subslice':
        return project(elem.ty);
    }
  }

  /** What is at an address, if that is a value. */
  #pointee({ base, projection }: Value & { kind: 'address' }): ValueId {
    let value: ValueId;
    let ty: Ty;
    if ('local' in base) {
      value = this.#valueOfLocal(base.local);
      ty = this.#body.locals[base.local]!.ty;
    } else {
      const pointer = this.values.ty(base.pointer);
      value = this.#project(base.pointer, pointer, { kind: 'Deref' });
      ty = projectionTy(pointer, { kind: 'Deref' }, unknownTy);
    }
    for (const elem of projection) {
      if (value === 0) return 0;
      value = this.#project(value, ty, elem);
      ty = projectionTy(ty, elem as PlaceElem, unknownTy);
    }
    return value;
  }

  /** A new pointer to a place; each is another. */
  #address({ local, projection }: Place, ty: Ty): ValueId {
    const isIndirect = projection[0]?.kind === 'Deref';
    const pointer = this.#valueOfLocal(local);
    if (isIndirect ? pointer === 0 : !this.#ssa.isSsa(local)) return 0;
    const elems: ValueElem[] = [];
    for (const elem of isIndirect ? projection.slice(1) : projection) {
      const known = this.#asValueElem(elem);
      if (!known) return 0;
      elems.push(known);
    }
    const base = isIndirect ? { pointer } : { local };
    return this.values.unique({ kind: 'address', base, projection: elems }, ty);
  }
}

function withPlace<R extends PlaceRvalue>(rvalue: R, place: Place): R {
  return place === rvalue.place ? rvalue : { ...rvalue, place };
}

function isUseOf(rvalue: Rvalue, place: Place): boolean {
  if (rvalue.kind !== 'Use' || rvalue.operand.kind === 'Constant') return false;
  const { local, projection } = rvalue.operand.place;
  return (
    local === place.local &&
    projection.length === place.projection.length &&
    projection.every((elem, i) => elem.kind === place.projection[i]!.kind)
  );
}
