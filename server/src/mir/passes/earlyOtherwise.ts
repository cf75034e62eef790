/**
 * Branches on one value and then, wherever that leads, on whether another is the same number: first asks whether the two
 * are equal, and if they are not goes where all of these branches go otherwise. So `match (a, b) { (Some(_), Some(_)) => …,
 * (None, None) => …, _ => … }` looks at one of the two only. After `rustc_mir_transform::early_otherwise_branch`.
 */
import { prim, unknownTy } from '../../ty/intern.ts';
import type { Ty } from '../../ty/types.ts';
import { assign, copied, localPlace, type MutBlock, type MutBody, samePlace, switchBool } from '../graph.ts';
import type { BlockId, Operand, Place, Terminator } from '../mir.ts';
import { placeTy } from '../typeOps.ts';
import { simplifyCfg } from './simplifyCfg.ts';

type Switch = Extract<Terminator, { kind: 'SwitchInt' }>;

interface Candidate {
  /** Where control goes if the two differ. */
  readonly destination: BlockId;
  /** What the second branches look at, or the enum that it is the discriminant of. */
  readonly place: Place;
  readonly ty: Ty;
  readonly isDiscriminant: boolean;
}

export function branchOtherwiseEarly(body: MutBody): void {
  const { blocks, locals } = body;
  let changed = false;
  for (let parent = 0, count = blocks.length; parent < count; parent++) {
    const b = blocks[parent]!;
    const { terminator } = b;
    const found = terminator.kind === 'SwitchInt' ? candidate(body, b, terminator) : undefined;
    if (!found || terminator.kind !== 'SwitchInt') continue;
    changed = true;
    const first = copied(terminator.discr);
    let second: Operand = { kind: 'Copy', place: found.place };
    if (found.isDiscriminant) {
      const discriminant = localPlace(locals.push({ ty: found.ty, name: undefined }) - 1);
      b.statements.push(assign(discriminant, { kind: 'Discriminant', place: found.place }, -1));
      second = { kind: 'Move', place: discriminant };
    }
    const differs = localPlace(locals.push({ ty: prim.bool, name: undefined }) - 1);
    b.statements.push(assign(differs, { kind: 'BinaryOp', op: 'Ne', lhs: first, rhs: second }, -1));
    const targets = terminator.targets.map((target, i) =>
      i < terminator.values.length ? (blocks[target]!.terminator as Switch).targets[0]! : target,
    );
    const equal: Switch = { ...terminator, discr: first, targets };
    const whereEqual = blocks.push({ statements: [], terminator: equal, isCleanup: false }) - 1;
    b.terminator = switchBool({ kind: 'Move', place: differs }, found.destination, whereEqual);
  }
  if (changed) simplifyCfg(body);
}

function candidate(
  body: MutBody,
  parent: MutBlock,
  { discr, values, targets }: Switch,
): Candidate | undefined {
  const { blocks } = body;
  if (parent.isCleanup || values.length === 0) return undefined;
  const child = blocks[targets[0]!]!;
  const { statements, terminator } = child;
  if (terminator.kind !== 'SwitchInt' || statements.length > 1) return undefined;
  const ty = operandTy(body, terminator.discr);
  if (ty !== operandTy(body, discr)) return undefined;
  const otherwise = targets[values.length]!;
  const isExhaustive = isEmptyUnreachable(blocks[otherwise]!);
  const [statement] = statements;
  let place: Place;
  if (statement) {
    // On the way to elsewhere the second value may be none that can be looked at.
    if (!isExhaustive || statement.kind !== 'Assign' || statement.rvalue.kind !== 'Discriminant')
      return undefined;
    place = statement.rvalue.place;
  } else if (terminator.discr.kind === 'Copy') place = terminator.discr.place;
  else return undefined;
  const isDiscriminant = statement !== undefined;
  const destination =
    isDiscriminant || isExhaustive ? terminator.targets[terminator.values.length]! : otherwise;
  const found = { destination, place, ty, isDiscriminant };
  return values.every((value, i) => isSecondBranch(blocks[targets[i]!]!, value, found)) ? found : undefined;
}

/** Whether a block does nothing but branch on whether what is looked at second is that number. */
function isSecondBranch(
  { statements, terminator }: MutBlock,
  value: bigint,
  { destination, place, isDiscriminant }: Candidate,
): boolean {
  if (terminator.kind !== 'SwitchInt' || terminator.discr.kind === 'Constant') return false;
  const { discr, values, targets } = terminator;
  if (isDiscriminant) {
    const [s] = statements;
    if (statements.length !== 1 || s?.kind !== 'Assign' || s.rvalue.kind !== 'Discriminant') return false;
    if (!samePlace(s.rvalue.place, place) || s.place.projection.length > 0) return false;
    if (discr.kind !== 'Move' || !samePlace(discr.place, s.place)) return false;
  } else if (statements.length > 0 || discr.kind !== 'Copy' || !samePlace(discr.place, place)) return false;
  return values.length === 1 && values[0] === value && targets[1] === destination;
}

function isEmptyUnreachable({ statements, terminator }: MutBlock): boolean {
  return statements.length === 0 && terminator.kind === 'Unreachable';
}

function operandTy({ locals }: MutBody, operand: Operand): Ty {
  return operand.kind === 'Constant' ? operand.ty : placeTy(locals, operand.place, unknownTy);
}
