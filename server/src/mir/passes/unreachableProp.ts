/**
 * Takes out branches that lead nowhere but to where control cannot be. What that tells of the value switched on is kept
 * as an assumption, for the code generator. After `rustc_mir_transform::unreachable_prop`.
 */
import { prim, unknownTy } from '../../ty/intern.ts';
import {
  assign,
  goto,
  localPlace,
  type MutBlock,
  type MutBody,
  reversePostorder,
  unreachable,
} from '../graph.ts';
import type { BlockId, Operand, Terminator } from '../mir.ts';
import { placeTy } from '../typeOps.ts';

export function propagateUnreachable(body: MutBody): void {
  const { blocks } = body;
  const dead = new Set<BlockId>();
  for (const block of reversePostorder(blocks).reverse()) {
    const b = blocks[block]!;
    const { terminator } = b;
    if (terminator.kind === 'Goto' && dead.has(terminator.target)) b.terminator = unreachable;
    else if (terminator.kind === 'SwitchInt') b.terminator = pruned(body, b, terminator, dead);
    if (b.terminator.kind === 'Unreachable') dead.add(block);
  }
  for (const block of dead) blocks[block]!.statements = [];
}

/** A switch without its targets among those blocks; where one is left, it is assumed to be the one. */
export function pruned(
  body: MutBody,
  b: MutBlock,
  terminator: Extract<Terminator, { kind: 'SwitchInt' }>,
  dead: ReadonlySet<BlockId>,
): Terminator {
  const { discr, values, targets } = terminator;
  const otherwise = targets[targets.length - 1]!;
  const isOtherwiseDead = dead.has(otherwise);
  const alive = values.map((_, i) => i).filter((i) => !dead.has(targets[i]!));
  if (!isOtherwiseDead) {
    for (const [i, value] of values.entries()) if (dead.has(targets[i]!)) assume(body, b, 'Ne', discr, value);
    if (alive.length === 0) return goto(otherwise);
  } else if (alive.length === 0) return unreachable;
  else if (alive.length === 1) {
    assume(body, b, 'Eq', discr, values[alive[0]!]!);
    return goto(targets[alive[0]!]!);
  }
  if (alive.length === values.length) return terminator;
  return {
    kind: 'SwitchInt',
    discr,
    values: alive.map((i) => values[i]!),
    targets: [...alive.map((i) => targets[i]!), otherwise],
  };
}

function assume(body: MutBody, b: MutBlock, op: 'Eq' | 'Ne', discr: Operand, value: bigint): void {
  const isConstant = discr.kind === 'Constant';
  const ty = isConstant ? discr.ty : placeTy(body.locals, discr.place, unknownTy);
  const holds = localPlace(body.locals.push({ ty: prim.bool, name: undefined }) - 1);
  const lhs: Operand = isConstant ? discr : { kind: 'Copy', place: discr.place };
  const scalar = ty.kind === 'Bool' ? value !== 0n : value;
  const rhs: Operand = { kind: 'Constant', constant: { kind: 'Scalar', value: scalar }, ty, source: -1 };
  b.statements.push(assign(holds, { kind: 'BinaryOp', op, lhs, rhs }, -1));
  b.statements.push({
    kind: 'Intrinsic',
    intrinsic: 'assume',
    operands: [{ kind: 'Move', place: holds }],
  });
}
