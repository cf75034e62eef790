/**
 * Replaces what is read by the one value that it can have there: behind a branch on it or an assertion about it, in blocks
 * that are reached in no other way. After `rustc_mir_transform::ssa_range_prop`.
 */
import { unknownTy } from '../../ty/intern.ts';
import type { Ty } from '../../ty/types.ts';
import { forEachSuccessor, isStableElem, type MutBody, samePlace } from '../graph.ts';
import type { BlockId, LocalId, Operand, Place, Statement, Terminator } from '../mir.ts';
import { SsaLocals } from '../ssaLocals.ts';
import { placeTy, type TypeOps } from '../typeOps.ts';
import { mapOperands, mapTerminatorOperands } from './constConditions.ts';

/** What a place is known to be from some point on, wherever that comes before. */
interface Known {
  readonly place: Place;
  readonly block: BlockId;
  readonly index: number;
  readonly value: bigint;
}

/** Larger switches are not looked at. */
const maxTargets = 16;

export function propagateRanges(body: MutBody, types: TypeOps): void {
  if (!body.blocks.some(({ terminator, statements }) => tells(terminator) || statements.some(isAssumption)))
    return;
  new Propagation(body, types).run();
}

class Propagation {
  readonly #body: MutBody;
  readonly #ssa: SsaLocals;
  readonly #predecessors: Uint32Array;
  readonly #known = new Map<LocalId, Known[]>();
  #block: BlockId = 0;
  #index = 0;

  constructor(body: MutBody, types: TypeOps) {
    this.#body = body;
    this.#ssa = new SsaLocals(body, types);
    this.#predecessors = new Uint32Array(body.blocks.length);
    for (const { terminator } of body.blocks)
      forEachSuccessor(terminator, (target) => this.#predecessors[target]!++);
  }

  run(): void {
    for (this.#block of this.#ssa.dominators.order) {
      const b = this.#body.blocks[this.#block]!;
      b.statements = b.statements.map((s, index) => {
        this.#index = index;
        return this.#statement(s);
      });
      this.#index = b.statements.length;
      b.terminator = mapTerminatorOperands(b.terminator, (operand) => this.#operand(operand));
      this.#learn(b.terminator);
    }
  }

  #statement(s: Statement): Statement {
    if (s.kind === 'Intrinsic') {
      const replaced = { ...s, operands: s.operands.map((operand) => this.#operand(operand)) };
      if (isAssumption(s)) this.#insert(replaced.operands[0]!, this.#block, this.#index + 1, 1n);
      return replaced;
    }
    if (s.kind !== 'Assign') return s;
    const rvalue = mapOperands(s.rvalue, (operand) => this.#operand(operand));
    return rvalue === s.rvalue ? s : { ...s, rvalue };
  }

  #operand(operand: Operand): Operand {
    if (operand.kind === 'Constant') return operand;
    const { place } = operand;
    const known = this.#known.get(place.local)?.find((k) => samePlace(k.place, place) && this.#isBehind(k));
    if (!known) return operand;
    const ty = this.#ty(place);
    const value = ty.kind === 'Bool' ? known.value !== 0n : known.value;
    return { kind: 'Constant', constant: { kind: 'Scalar', value }, ty, source: -1 };
  }

  #isBehind({ block, index }: Known): boolean {
    if (block === this.#block) return index <= this.#index;
    return this.#ssa.dominators.dominates(block, this.#block);
  }

  #learn(terminator: Terminator): void {
    if (terminator.kind === 'Assert') {
      this.#insertBehind(terminator.cond, terminator.target, terminator.expected ? 1n : 0n);
    } else if (terminator.kind === 'SwitchInt') {
      const { discr, values, targets } = terminator;
      if (discr.kind === 'Constant' || targets.length >= maxTargets) return;
      values.forEach((value, i) => {
        this.#insertBehind(discr, targets[i]!, value);
      });
      const [only] = values;
      if (values.length === 1 && this.#ty(discr.place).kind === 'Bool')
        this.#insertBehind(discr, targets[1]!, only === 0n ? 1n : 0n);
    }
  }

  /** What is known in a block that control comes to from here alone. */
  #insertBehind(operand: Operand, block: BlockId, value: bigint): void {
    if (this.#predecessors[block] === 1) this.#insert(operand, block, 0, value);
  }

  #insert(operand: Operand, block: BlockId, index: number, value: bigint): void {
    if (operand.kind === 'Constant') return;
    const { place } = operand;
    if (!this.#ssa.isSsa(place.local) || !place.projection.every(isStableElem)) return;
    const known = this.#known.get(place.local);
    if (known) known.push({ place, block, index, value });
    else this.#known.set(place.local, [{ place, block, index, value }]);
  }

  #ty(place: Place): Ty {
    return placeTy(this.#body.locals, place, unknownTy);
  }
}

function tells({ kind }: Terminator): boolean {
  return kind === 'SwitchInt' || kind === 'Assert';
}

function isAssumption(s: Statement): boolean {
  return s.kind === 'Intrinsic' && s.intrinsic === 'assume';
}
