/** Walks a body backwards and finds at the start of each block the conditions that decide a branch further on. */
import { unknownTy } from '../../../ty/intern.ts';
import { intType, wrap } from '../../../ty/intOps.ts';
import { forEachSuccessor, type MutBody } from '../../graph.ts';
import type {
  AggregateKind,
  BlockId,
  LocalId,
  MirConst,
  Operand,
  Place,
  PlaceElem,
  Rvalue,
  Statement,
  Terminator,
} from '../../mir.ts';
import { placeTy, type TypeOps } from '../../typeOps.ts';
import { type PlaceUse, visitStatement, visitTerminator } from '../../visitPlaces.ts';
import { literalConst } from '../constConditions.ts';
import {
  type Condition,
  type ConditionIndex,
  type ConditionSet,
  matches,
  type PlacePath,
} from './conditions.ts';

type Switch = Extract<Terminator, { kind: 'SwitchInt' }>;

export class ConditionFinder {
  readonly #body: MutBody;
  readonly #types: TypeOps;
  /** Locals that may change by way of a pointer. */
  readonly #isExcluded: Uint8Array;
  #state: ConditionSet = { active: [], fulfilled: [], effects: [] };

  constructor(body: MutBody, types: TypeOps) {
    this.#body = body;
    this.#types = types;
    this.#isExcluded = excludedLocals(body);
  }

  /** The conditions of each block. */
  run(order: readonly BlockId[]): ConditionSet[] {
    const { blocks } = this.#body;
    const states: ConditionSet[] = blocks.map(() => ({ active: [], fulfilled: [], effects: [] }));
    const isLoopHeader = loopHeaders(this.#body, order);
    for (const block of order.toReversed()) {
      const { statements, terminator, isCleanup } = blocks[block]!;
      if (isCleanup) continue;
      this.#state = this.#fromSuccessors(terminator, states, isLoopHeader);
      this.#terminator(terminator);
      for (let i = statements.length - 1; i >= 0 && this.#state.active.length > 0; i--) {
        const s = statements[i]!;
        this.#statement(s);
        if (s.kind === 'Assign') this.#flood(s.place);
        else if (s.kind === 'SetDiscriminant') this.#flood(s.place, '#');
        else if (s.kind !== 'Intrinsic') this.#flood({ local: s.local, projection: [] });
      }
      states[block] = this.#state;
    }
    return states;
  }

  #fromSuccessors(
    terminator: Terminator,
    states: readonly ConditionSet[],
    isLoopHeader: Uint8Array,
  ): ConditionSet {
    const state: ConditionSet = { active: [], fulfilled: [], effects: [] };
    const known = new Map<string, ConditionIndex>();
    const seen = new Set<BlockId>();
    forEachSuccessor(terminator, (block) => {
      if (seen.has(block) || isLoopHeader[block]) return;
      seen.add(block);
      for (const [index, condition] of states[block]!.active) {
        const key = `${condition.place} ${condition.isEqual} ${condition.value}`;
        let own = known.get(key);
        if (own === undefined) {
          own = state.effects.push([]) - 1;
          known.set(key, own);
          state.active.push([own, condition]);
        }
        state.effects[own] = [...state.effects[own]!, { block, condition: index }];
      }
    });
    return state;
  }

  // ------------------------------------------------------------------------------------------ terminators

  #terminator(terminator: Terminator): void {
    switch (terminator.kind) {
      case 'SwitchInt':
        this.#switch(terminator);
        break;
      case 'InlineAsm':
        this.#state.active = [];
        break;
      case 'Call':
        this.#flood(terminator.destination);
        break;
      case 'Drop':
        this.#flood(terminator.place);
        break;
    }
  }

  #switch({ discr, values, targets }: Switch): void {
    if (discr.kind === 'Constant') return;
    const place = this.#path(discr.place);
    if (place === undefined) return;
    const state = this.#state;
    const otherwise = targets[values.length]!;
    // A way out tells what was switched on, if it is the only one that leads there.
    if (new Set(targets).size === targets.length) {
      for (const [index, condition] of [...state.active]) {
        if (condition.place !== place) continue;
        const fulfilling = new Set(
          targets.filter((_, i) => i < values.length && matches(condition, values[i]!)),
        );
        if (!condition.isEqual && values.includes(condition.value)) fulfilling.add(otherwise);
        const effects = state.effects[index]!;
        const left = effects.filter((e) => e.condition !== undefined && fulfilling.has(e.block));
        if (left.length === effects.length) state.fulfilled.push(index);
        else state.fulfilled.push(state.effects.push(left) - 1);
      }
    }
    const add = (value: bigint, isEqual: boolean, block: BlockId) => {
      const index = state.effects.push([{ block, condition: undefined }]) - 1;
      state.active.push([index, { place, value, isEqual }]);
    };
    for (const [i, value] of values.entries()) add(value, true, targets[i]!);
    if (values.length === 1) add(values[0]!, false, otherwise);
  }

  // ------------------------------------------------------------------------------------------ statements

  #statement(s: Statement): void {
    if (s.kind === 'SetDiscriminant') {
      const path = this.#path(s.place);
      const ty = placeTy(this.#body.locals, s.place, unknownTy);
      if (path === undefined || ty.kind !== 'Adt') return;
      this.#fulfill(`${path}#`, this.#types.discriminant(ty.def, s.variant));
    } else if (s.kind === 'Intrinsic') {
      const [operand] = s.operands;
      if (s.intrinsic !== 'assume' || !operand || operand.kind === 'Constant') return;
      const path = this.#path(operand.place);
      if (path !== undefined) this.#fulfill(path, 1n);
    } else if (s.kind === 'Assign') {
      const path = this.#path(s.place);
      if (path !== undefined) this.#assign(path, s.place, s.rvalue);
    }
  }

  #assign(lhs: PlacePath, place: Place, rvalue: Rvalue): void {
    switch (rvalue.kind) {
      case 'Use':
        this.#operand(lhs, rvalue.operand);
        break;
      case 'CopyForDeref':
        this.#copy(lhs, this.#path(rvalue.place));
        break;
      case 'Discriminant': {
        const from = this.#path(rvalue.place);
        this.#copy(lhs, from === undefined ? undefined : `${from}#`);
        break;
      }
      case 'Aggregate':
        this.#aggregate(lhs, rvalue.aggregate, rvalue.operands);
        break;
      case 'UnaryOp': {
        if (rvalue.op !== 'Not' || rvalue.operand.kind === 'Constant') return;
        const ty = placeTy(this.#body.locals, place, unknownTy);
        const int = intType(ty);
        const from = this.#path(rvalue.operand.place);
        if (from === undefined || !int) return;
        const invert = (value: bigint) => (ty.kind === 'Bool' ? 1n - value : wrap(~value, int));
        this.#replace(lhs, (c) => ({ ...c, place: from, value: invert(c.value) }));
        break;
      }
      case 'BinaryOp':
        if (rvalue.op === 'Eq' || rvalue.op === 'Ne')
          this.#comparison(lhs, rvalue.op === 'Eq', rvalue.lhs, rvalue.rhs);
        break;
    }
  }

  #comparison(lhs: PlacePath, isEq: boolean, a: Operand, b: Operand): void {
    const [variable, constant] = a.kind === 'Constant' ? [b, a] : [a, b];
    if (variable.kind === 'Constant' || constant.kind !== 'Constant' || constant.ty.kind === 'Float') return;
    const from = this.#path(variable.place);
    const value = literalConst(constant.constant);
    if (from === undefined || value === undefined) return;
    this.#replace(lhs, (c) => ({ place: from, value, isEqual: matches(c, isEq ? 1n : 0n) }));
  }

  #aggregate(lhs: PlacePath, aggregate: AggregateKind, operands: readonly Operand[]): void {
    let base = lhs;
    if (aggregate.kind === 'Adt') {
      const kind = this.#types.adtKind(aggregate.def);
      if (kind === 'Union') return;
      if (kind === 'Enum') {
        this.#fulfill(`${lhs}#`, this.#types.discriminant(aggregate.def, aggregate.variant));
        base = `${lhs}@${aggregate.variant}`;
      }
    }
    operands.forEach((operand, i) => {
      this.#operand(`${base}.${i}`, operand);
    });
  }

  #operand(lhs: PlacePath, operand: Operand): void {
    if (operand.kind !== 'Constant') this.#copy(lhs, this.#path(operand.place));
    else
      this.#fulfillWhere(
        (c) => isWithin(c.place, lhs),
        (c) => this.#inConstant(operand.constant, c.place.slice(lhs.length)),
      );
  }

  #copy(lhs: PlacePath, rhs: PlacePath | undefined): void {
    if (rhs === undefined) return;
    const { active } = this.#state;
    active.forEach(([index, c], i) => {
      if (isWithin(c.place, lhs)) active[i] = [index, { ...c, place: rhs + c.place.slice(lhs.length) }];
    });
  }

  #replace(lhs: PlacePath, change: (c: Condition) => Condition): void {
    const { active } = this.#state;
    active.forEach(([index, c], i) => {
      if (c.place === lhs) active[i] = [index, change(c)];
    });
  }

  #fulfill(place: PlacePath, value: bigint): void {
    this.#fulfillWhere(
      (c) => c.place === place,
      () => value,
    );
  }

  #fulfillWhere(concerns: (c: Condition) => boolean, valueFor: (c: Condition) => bigint | undefined): void {
    const state = this.#state;
    state.active = state.active.filter(([index, c]) => {
      if (!concerns(c)) return true;
      const value = valueFor(c);
      if (value === undefined || !matches(c, value)) return true;
      state.fulfilled.push(index);
      return false;
    });
  }

  /** The scalar at the end of a path into a constant. */
  #inConstant(constant: MirConst, path: string): bigint | undefined {
    if (path === '') return literalConst(constant);
    const parts = constant.kind === 'Scalar' ? constant.parts : undefined;
    if (!parts) return undefined;
    const { aggregate, fields } = parts;
    const isEnum = aggregate.kind === 'Adt' && this.#types.adtKind(aggregate.def) === 'Enum';
    if (path === '#') return isEnum ? this.#types.discriminant(aggregate.def, aggregate.variant) : undefined;
    let rest = path;
    if (isEnum) {
      const variant = `@${aggregate.variant}`;
      if (!isWithin(rest, variant)) return undefined;
      rest = rest.slice(variant.length);
    }
    const [step, index] = /^\.(\d+)/.exec(rest) ?? [];
    const field = index === undefined ? undefined : fields[Number(index)];
    return step !== undefined && field ? this.#inConstant(field, rest.slice(step.length)) : undefined;
  }

  // ------------------------------------------------------------------------------------------ places

  #path({ local, projection }: Place): PlacePath | undefined {
    if (this.#isExcluded[local]) return undefined;
    let path = `${local}`;
    for (const elem of projection) {
      const step = stepOf(elem);
      if (step === undefined) return undefined;
      path += step;
    }
    return path;
  }

  /** Forgets conditions on what may change when the place is written. */
  #flood({ local, projection }: Place, tail = ''): void {
    const state = this.#state;
    if (state.active.length === 0 || this.#isExcluded[local]) return;
    const above: PlacePath[] = [];
    /** Places with another variant, or the variant itself, change together. */
    const siblings: PlacePath[] = [];
    let path = `${local}`;
    let isWhole = true;
    for (const step of [...projection.map(stepOf), ...(tail === '' ? [] : [tail])]) {
      above.push(path);
      if (step === undefined) {
        isWhole = false;
        break;
      }
      if (step.startsWith('@') || step === '#') siblings.push(path);
      path += step;
    }
    state.active = state.active.filter(([, { place }]) => {
      if (above.includes(place)) return false;
      for (const parent of siblings) {
        const rest = isWithin(place, parent) ? place.slice(parent.length) : '';
        if ((rest.startsWith('@') || rest === '#') && !isWithin(place, path)) return false;
      }
      return !(isWhole && isWithin(place, path));
    });
  }
}

function stepOf(elem: PlaceElem): string | undefined {
  switch (elem.kind) {
    case 'Field':
      return `.${elem.index}`;
    case 'Downcast':
      return `@${elem.variant}`;
    default:
      return undefined;
  }
}

/** Whether it is the place or a part of it. */
function isWithin(place: PlacePath, whole: PlacePath): boolean {
  if (!place.startsWith(whole)) return false;
  const next = place.charCodeAt(whole.length);
  // No digit: `1.12` is no part of `1.1`.
  return Number.isNaN(next) || next < 48 || next > 57;
}

function excludedLocals({ blocks, locals }: MutBody): Uint8Array {
  const excluded = new Uint8Array(locals.length);
  const see = ({ local }: { readonly local: LocalId }, use: PlaceUse) => {
    const isTaken =
      use === 'shared' || use === 'mutable' || use === 'rawConst' || use === 'rawMut' || use === 'drop';
    if (isTaken) excluded[local] = 1;
  };
  for (const { statements, terminator } of blocks) {
    for (const s of statements) visitStatement(s, see);
    visitTerminator(terminator, see);
  }
  return excluded;
}

/** Blocks to which control may come back, as far as the order tells. */
function loopHeaders({ blocks }: MutBody, order: readonly BlockId[]): Uint8Array {
  const isHeader = new Uint8Array(blocks.length);
  const visited = new Uint8Array(blocks.length);
  for (const block of order.toReversed()) {
    forEachSuccessor(blocks[block]!.terminator, (t) => {
      if (!visited[t]) isHeader[t] = 1;
    });
    visited[block] = 1;
  }
  return isHeader;
}
