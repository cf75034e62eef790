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
import { asksForUbChecks } from '../passes/lowerIntrinsics.ts';

const instruction = 5;
const call = 25;
const landingPad = 50;
const resume = 45;
const largeSwitch = 20;
const constantSwitch = 10;

/**
 * `needsDrop`: whether dropping a value of that type of the callee runs code, with the arguments of the call. `ubChecks`:
 * whether the crate that inlines is compiled with std's checks.
 */
export function inlineCost(
  db: Database,
  body: MirBody,
  needsDrop: (ty: Ty) => boolean,
  ubChecks: boolean,
): number {
  let penalty = 0;
  // One call, or something like it, is as many calls as there were.
  let bonus = body.blocks.filter((block) => isCallLike(block.terminator)).length === 1 ? call : 0;

  const visited = new Uint8Array(body.blocks.length);
  const workList: BlockId[] = [0];
  for (let at = workList.pop(); at !== undefined; at = workList.pop()) {
    if (visited[at]) continue;
    visited[at] = 1;
    const block = body.blocks[at]!;
    statements(block);
    const { terminator } = block;
    if (terminator.kind === 'Drop') {
      workList.push(terminator.target);
      if (needsDrop(terminator.ty)) {
        penalty += call;
        if (terminator.unwind !== undefined) {
          penalty += landingPad;
          workList.push(terminator.unwind);
        }
      }
      continue;
    }
    terminatorCost(terminator);
    forEachSuccessor(terminator, (target) => workList.push(target));
  }
  return Math.max(0, penalty - bonus);

  // What it guards is not there in this build: so much for the call.
  function checked(operand: Operand): void {
    if (!ubChecks && asksForUbChecks(operand)) bonus += call;
  }

  function statements(block: BasicBlock): void {
    for (const s of block.statements) {
      if (s.kind === 'Intrinsic') penalty += s.intrinsic === 'assume' ? instruction : call;
      if (s.kind !== 'Assign') continue;
      if (s.rvalue.kind !== 'NullaryOp') penalty += instruction;
      forEachOperand(s.rvalue, checked);
    }
  }

  function terminatorCost(t: Terminator): void {
    switch (t.kind) {
      case 'Call':
        penalty += intrinsicName(db, t.func) === undefined ? call : instruction;
        if (t.unwind !== undefined) penalty += landingPad;
        break;
      case 'SwitchInt':
        checked(t.discr);
        if (t.discr.kind === 'Constant') bonus += constantSwitch;
        else penalty += t.targets.length > 3 ? largeSwitch : instruction;
        break;
      case 'Assert': {
        const isOverflow = t.message === 'Overflow' || t.message === 'OverflowNeg';
        penalty += isOverflow ? instruction : call;
        if (t.unwind !== undefined) penalty += landingPad;
        break;
      }
      case 'UnwindResume':
        penalty += resume;
        break;
      case 'InlineAsm':
        penalty += instruction;
        break;
      case 'Unreachable':
        bonus += instruction;
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
