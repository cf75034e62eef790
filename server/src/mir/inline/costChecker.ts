/**
 * What inlining a body would cost, by rustc's measure (`rustc_mir_transform::cost_checker`): calls, landing pads and
 * instructions cost, branches that will be decided and blocks that cannot be reached give something back.
 */
import { codegenFnAttrs } from '../../hir/codegenAttrs.ts';
import { defData } from '../../hir/defs.ts';
import type { Database } from '../../query/database.ts';
import type { Ty } from '../../ty/types.ts';
import { forEachOperand, forEachSuccessor } from '../graph.ts';
import type { BasicBlock, BlockId, MirBody, Operand, Terminator } from '../mir.ts';
import { asksForUbChecks } from '../passes/ubChecks.ts';

const instruction = 5;
const call = 25;
const landingPad = 50;
const resume = 45;
const largeSwitch = 20;
const constantSwitch = 10;

/** What the measure hangs on besides the body. */
export interface CostContext {
  /** Whether dropping a value of that type of the body runs code. */
  needsDrop(ty: Ty): boolean;
  /** Whether the crate that is optimized is compiled with std's checks. */
  readonly ubChecks: boolean;
}

/** What a copy of the body costs in place of a call. */
export function inlineCost(db: Database, body: MirBody, context: CostContext): number {
  const cost = new Cost(db, context);
  // One call, or something like it, is as many calls as there were.
  if (body.blocks.filter((block) => isCallLike(block.terminator)).length === 1) cost.bonus += call;
  const visited = new Uint8Array(body.blocks.length);
  const workList: BlockId[] = [0];
  for (let at = workList.pop(); at !== undefined; at = workList.pop()) {
    if (visited[at]) continue;
    visited[at] = 1;
    const block = body.blocks[at]!;
    cost.addBlock(block);
    const { terminator } = block;
    // What needs no drop does not unwind from it.
    if (terminator.kind === 'Drop' && !context.needsDrop(terminator.ty)) workList.push(terminator.target);
    else forEachSuccessor(terminator, (target) => workList.push(target));
  }
  return cost.total;
}

/** What a copy of one block costs. */
export function blockCost(db: Database, block: BasicBlock, context: CostContext): number {
  const cost = new Cost(db, context);
  cost.addBlock(block);
  return cost.total;
}

class Cost {
  bonus = 0;
  #penalty = 0;
  readonly #db: Database;
  readonly #context: CostContext;

  constructor(db: Database, context: CostContext) {
    this.#db = db;
    this.#context = context;
  }

  get total(): number {
    return Math.max(0, this.#penalty - this.bonus);
  }

  addBlock({ statements, terminator }: BasicBlock): void {
    for (const s of statements) {
      if (s.kind === 'Intrinsic') {
        this.#penalty += s.intrinsic === 'assume' ? instruction : call;
        for (const operand of s.operands) this.#checked(operand);
      }
      if (s.kind !== 'Assign') continue;
      if (s.rvalue.kind !== 'NullaryOp') this.#penalty += instruction;
      forEachOperand(s.rvalue, (operand) => this.#checked(operand));
    }
    this.#addTerminator(terminator);
  }

  // What it guards is not there in this build: so much for the call.
  #checked(operand: Operand): void {
    if (!this.#context.ubChecks && asksForUbChecks(operand)) this.bonus += call;
  }

  #addTerminator(t: Terminator): void {
    switch (t.kind) {
      case 'Drop':
        if (!this.#context.needsDrop(t.ty)) break;
        this.#penalty += call;
        if (t.unwind !== undefined) this.#penalty += landingPad;
        break;
      case 'Call':
        this.#penalty += intrinsicName(this.#db, t.func) === undefined ? call : instruction;
        if (t.unwind !== undefined) this.#penalty += landingPad;
        break;
      case 'SwitchInt':
        this.#checked(t.discr);
        if (t.discr.kind === 'Constant') this.bonus += constantSwitch;
        else this.#penalty += t.targets.length > 3 ? largeSwitch : instruction;
        break;
      case 'Assert': {
        const isOverflow = t.message === 'Overflow' || t.message === 'OverflowNeg';
        this.#penalty += isOverflow ? instruction : call;
        if (t.unwind !== undefined) this.#penalty += landingPad;
        break;
      }
      case 'UnwindResume':
        this.#penalty += resume;
        break;
      case 'InlineAsm':
        this.#penalty += instruction;
        break;
      case 'Unreachable':
        this.bonus += instruction;
        break;
    }
  }
}

export function isCallLike({ kind }: Terminator): boolean {
  return kind === 'Call' || kind === 'Drop' || kind === 'Assert' || kind === 'InlineAsm';
}

/** The name of the intrinsic that is called, if it is one. */
export function intrinsicName(db: Database, func: Operand): string | undefined {
  if (func.kind !== 'Constant' || func.ty.kind !== 'FnDef') return undefined;
  return codegenFnAttrs(db, func.ty.def).isIntrinsic ? defData(func.ty.def).name : undefined;
}
