/**
 * Skips branches whose outcome is known from how control came there: `x = None; goto b; b: match x { … }` goes to the
 * arm. What lies between, up to the branch, is copied for that way alone, if it is short. After
 * `rustc_mir_transform::jump_threading`.
 */
import { Dominators } from '../dominators.ts';
import { forEachSuccessor, goto, type MutBlock, type MutBody, mapSuccessors, sameElem } from '../graph.ts';
import { borrowedLocals } from '../liveness.ts';
import type {
  AggregateKind,
  BlockId,
  MirConst,
  Operand,
  Place,
  PlaceElem,
  Rvalue,
  Statement,
} from '../mir.ts';
import { isMarker } from '../storage.ts';
import type { TypeOps } from '../typeOps.ts';
import { literalConst, literalValue } from './constConditions.ts';

/** How many blocks back the outcome is looked for, and how many statements may be copied: markers are free. */
const maxDepth = 5;
const maxCopied = 20;

export function threadJumps(body: MutBody, types: TypeOps): void {
  if (body.blocks.some(({ terminator: { kind } }) => kind === 'Yield')) return;
  new Threading(body, types).run();
}

/** What is to be known: a place's value, or its variant; and what then makes the outcome of it. */
interface Question {
  readonly kind: 'value' | 'variant';
  readonly place: Place;
  readonly outcome: (value: bigint) => bigint;
}

interface Opportunity {
  /** The last block before, the blocks that are copied, and where control then goes. */
  readonly from: BlockId;
  readonly chain: readonly BlockId[];
  readonly target: BlockId;
}

class Threading {
  readonly #body: MutBody;
  readonly #types: TypeOps;
  readonly #predecessors: BlockId[][];
  readonly #isBorrowed: Uint8Array;
  readonly #isLoopHeader: Uint8Array;
  readonly #found: Opportunity[] = [];

  constructor(body: MutBody, types: TypeOps) {
    this.#body = body;
    this.#types = types;
    const { blocks } = body;
    const dominators = new Dominators(blocks);
    this.#isBorrowed = borrowedLocals(body);
    this.#predecessors = blocks.map(() => []);
    this.#isLoopHeader = new Uint8Array(blocks.length);
    for (const block of dominators.order) {
      forEachSuccessor(blocks[block]!.terminator, (t) => {
        if (!this.#predecessors[t]!.includes(block)) this.#predecessors[t]!.push(block);
        if (dominators.dominates(t, block)) this.#isLoopHeader[t] = 1;
      });
    }
  }

  run(): void {
    const { blocks } = this.#body;
    const known = blocks.length;
    for (let block = 0; block < known; block++) {
      const { terminator, isCleanup } = blocks[block]!;
      if (terminator.kind !== 'SwitchInt' || terminator.discr.kind === 'Constant') continue;
      if (isCleanup) continue;
      const { place } = terminator.discr;
      this.#ask({ kind: 'value', place, outcome: (value) => value }, block, [block], (value) => {
        const hit = terminator.values.indexOf(value);
        return terminator.targets[hit === -1 ? terminator.targets.length - 1 : hit]!;
      });
    }
    this.#apply();
  }

  #isBool({ local, projection }: Place): boolean {
    return projection.length === 0 && this.#body.locals[local]!.ty.kind === 'Bool';
  }

  /** Asks at the end of the first block of the chain, and goes back from there. */
  #ask(
    question: Question,
    block: BlockId,
    chain: readonly BlockId[],
    targetOf: (value: bigint) => BlockId,
  ): void {
    const { statements } = this.#body.blocks[block]!;
    let asked: Question | undefined = question;
    for (let i = statements.length - 1; i >= 0; i--) {
      const answer = this.#before(statements[i]!, asked);
      // Known within the block: then it is so on every way, and other passes see it.
      if (answer === undefined || typeof answer === 'bigint') return;
      asked = answer;
    }
    if (this.#isLoopHeader[block] || chain.length > maxDepth || block === 0) return;
    const copied = chain.reduce((sum, b) => sum + costOf(this.#body.blocks[b]!.statements), 0);
    if (copied > maxCopied) return;
    for (const from of this.#predecessors[block]!) this.#fromPredecessor(asked, from, block, chain, targetOf);
  }

  #fromPredecessor(
    asked: Question,
    from: BlockId,
    to: BlockId,
    chain: readonly BlockId[],
    targetOf: (value: bigint) => BlockId,
  ): void {
    if (chain.includes(from)) return;
    const { terminator, statements, isCleanup } = this.#body.blocks[from]!;
    if (isCleanup !== this.#body.blocks[to]!.isCleanup) return;
    if (terminator.kind === 'SwitchInt' && terminator.discr.kind !== 'Constant') {
      const { discr, values, targets } = terminator;
      const edges = targets.flatMap((t, i) => (t === to ? [i] : []));
      const isTrue = edges[0] === 1 && values[0] === 0n && this.#isBool(discr.place);
      const value = edges.length !== 1 ? undefined : isTrue ? 1n : values[edges[0]!];
      const implied =
        value === undefined ? undefined : this.#impliedBySwitch(asked, discr, value, statements);
      if (implied !== undefined) {
        this.#found.push({ from, chain, target: targetOf(asked.outcome(implied)) });
        return;
      }
    } else if (terminator.kind === 'Call') {
      if (terminator.destination.local === asked.place.local || this.#mayReach(asked.place)) return;
    } else if (terminator.kind === 'Drop') {
      if (terminator.place.local === asked.place.local || this.#mayReach(asked.place)) return;
    } else if (terminator.kind !== 'Goto' && terminator.kind !== 'Assert') return;
    // Is it known at the end of the block before?
    let at: Question | undefined = asked;
    for (let i = statements.length - 1; i >= 0; i--) {
      const answer = this.#before(statements[i]!, at);
      if (answer === undefined) return;
      if (typeof answer === 'bigint') {
        this.#found.push({ from, chain, target: targetOf(answer) });
        return;
      }
      at = answer;
    }
    if (terminator.kind !== 'Goto') return;
    this.#ask(asked, from, [from, ...chain], targetOf);
  }

  /** The switch itself asks for the place, or for its variant. */
  #impliedBySwitch(
    { kind, place }: Question,
    discr: Exclude<Operand, { kind: 'Constant' }>,
    value: bigint,
    statements: readonly Statement[],
  ): bigint | undefined {
    if (kind === 'value') return isSame(discr.place, place) ? value : undefined;
    const last = statements.at(-1);
    const asks =
      last?.kind === 'Assign' &&
      last.rvalue.kind === 'Discriminant' &&
      isSame(last.place, discr.place) &&
      isSame(last.rvalue.place, place);
    return asks ? value : undefined;
  }

  /** What to ask before the statement; or the answer; or undefined where it cannot be told. */
  #before(s: Statement, question: Question): Question | bigint | undefined {
    if (s.kind === 'SetDiscriminant') return s.place.local === question.place.local ? undefined : question;
    if (isMarker(s)) return s.local === question.place.local ? undefined : question;
    if (s.kind !== 'Assign') return question;
    const { place, rvalue } = s;
    if (place.projection.some((elem) => elem.kind === 'Deref')) {
      return this.#mayReach(question.place) ? undefined : question;
    }
    if (place.local !== question.place.local) {
      // The way to the place must not change, either.
      const moved = question.place.projection.some((e) => e.kind === 'Index' && e.local === place.local);
      return moved ? undefined : question;
    }
    if (!isSame(place, question.place)) {
      if (!startsWith(question.place, place)) return areApart(place, question.place) ? question : undefined;
      return this.#intoParts(rvalue, question, question.place.projection.slice(place.projection.length));
    }
    const { outcome } = question;
    if (rvalue.kind === 'Use') {
      if (rvalue.operand.kind !== 'Constant') return { ...question, place: rvalue.operand.place };
      return this.#inConstant(rvalue.operand.constant, question, []);
    }
    if (question.kind === 'variant') {
      if (rvalue.kind !== 'Aggregate' || rvalue.aggregate.kind !== 'Adt') return undefined;
      return this.#variantOf(rvalue.aggregate, question);
    }
    switch (rvalue.kind) {
      case 'Discriminant':
        return { kind: 'variant', place: rvalue.place, outcome };
      case 'UnaryOp':
        if (rvalue.op !== 'Not' || rvalue.operand.kind === 'Constant') return undefined;
        if (this.#body.locals[place.local]!.ty.kind !== 'Bool' || place.projection.length > 0)
          return undefined;
        return { kind: 'value', place: rvalue.operand.place, outcome: (v) => outcome(1n - v) };
      case 'BinaryOp': {
        const { op, lhs, rhs } = rvalue;
        if ((op !== 'Eq' && op !== 'Ne') || lhs.kind === 'Constant') return undefined;
        const constant = literalValue(rhs);
        if (constant === undefined) return undefined;
        return {
          kind: 'value',
          place: lhs.place,
          outcome: (v) => outcome((v === constant) === (op === 'Eq') ? 1n : 0n),
        };
      }
      default:
        return undefined;
    }
  }

  /** What is asked of is a part of what is assigned. */
  #intoParts(rvalue: Rvalue, question: Question, path: readonly PlaceElem[]): Question | bigint | undefined {
    if (rvalue.kind === 'Use') {
      const { operand } = rvalue;
      if (operand.kind === 'Constant') return this.#inConstant(operand.constant, question, path);
      const { local, projection } = operand.place;
      return { ...question, place: { local, projection: [...projection, ...path] } };
    }
    if (rvalue.kind !== 'Aggregate') return undefined;
    const [field, rest] = fieldAt(rvalue.aggregate, rvalue.operands, path);
    return field && this.#intoParts({ kind: 'Use', operand: field }, question, rest);
  }

  #inConstant(constant: MirConst, question: Question, path: readonly PlaceElem[]): bigint | undefined {
    const parts = constant.kind === 'Scalar' ? constant.parts : undefined;
    if (path.length > 0) {
      if (!parts) return undefined;
      const [field, rest] = fieldAt(parts.aggregate, parts.fields, path);
      return field && this.#inConstant(field, question, rest);
    }
    if (question.kind === 'variant') return parts && this.#variantOf(parts.aggregate, question);
    const value = literalConst(constant);
    return value === undefined ? undefined : question.outcome(value);
  }

  #variantOf(aggregate: AggregateKind, { outcome }: Question): bigint | undefined {
    if (aggregate.kind !== 'Adt' || this.#types.adtKind(aggregate.def) !== 'Enum') return undefined;
    return outcome(this.#types.discriminant(aggregate.def, aggregate.variant));
  }

  /** Whether a write through a pointer may change the place. */
  #mayReach({ local, projection }: Place): boolean {
    return this.#isBorrowed[local] === 1 || projection.some((elem) => elem.kind === 'Deref');
  }

  #apply(): void {
    const { blocks } = this.#body;
    const redirected = new Set<string>();
    for (const { from, chain, target } of this.#found) {
      const [first] = chain;
      const edge = `${from} ${first}`;
      if (first === undefined || redirected.has(edge)) continue;
      redirected.add(edge);
      // The copy: all statements on the way, then the jump.
      const statements = chain.flatMap((block) => blocks[block]!.statements);
      const copy: MutBlock = { statements, terminator: goto(target), isCleanup: blocks[first]!.isCleanup };
      blocks.push(copy);
      const b = blocks[from]!;
      b.terminator = mapSuccessors(b.terminator, (t) => (t === first ? blocks.length - 1 : t));
    }
  }
}

/** The field that the path leads into first, and the rest of the path. */
function fieldAt<T>(
  aggregate: AggregateKind,
  fields: readonly T[],
  path: readonly PlaceElem[],
): [T | undefined, readonly PlaceElem[]] {
  const [first, second] = path;
  if (first?.kind === 'Field') return [fields[first.index], path.slice(1)];
  const isVariant =
    first?.kind === 'Downcast' && aggregate.kind === 'Adt' && aggregate.variant === first.variant;
  if (!isVariant || second?.kind !== 'Field') return [undefined, path];
  return [fields[second.index], path.slice(2)];
}

function costOf(statements: readonly Statement[]): number {
  return statements.reduce((sum, s) => (s.kind === 'Assign' || s.kind === 'Intrinsic' ? sum + 1 : sum), 0);
}

function startsWith(place: Place, prefix: Place): boolean {
  return (
    place.local === prefix.local &&
    prefix.projection.length <= place.projection.length &&
    prefix.projection.every((elem, i) => sameElem(elem, place.projection[i]!))
  );
}

function isSame(a: Place, b: Place): boolean {
  return a.projection.length === b.projection.length && startsWith(a, b);
}

/** Different fields of the same local. */
function areApart(a: Place, b: Place): boolean {
  for (let i = 0; i < Math.min(a.projection.length, b.projection.length); i++) {
    const x = a.projection[i]!;
    const y = b.projection[i]!;
    if (sameElem(x, y)) continue;
    return x.kind === 'Field' && y.kind === 'Field';
  }
  return false;
}
