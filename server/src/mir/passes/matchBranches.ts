/**
 * Turns a branch whose two sides do the same, but for the truth values that they assign, into the assignments of a
 * comparison: `if c { x = true } else { x = false }` is `x = c`. A branch with one side where control can be is none.
 * After `rustc_mir_transform::match_branches`.
 */
import { unknownTy } from '../../ty/intern.ts';
import type { Ty } from '../../ty/types.ts';
import type { MutBlock, MutBody } from '../graph.ts';
import { assign, localPlace, sameElem } from '../graph.ts';
import type { LocalId, Operand, Place, Statement, Terminator } from '../mir.ts';
import { isMarker } from '../storage.ts';
import { placeTy } from '../typeOps.ts';
import { literalValue } from './constConditions.ts';
import { simplifyCfg } from './simplifyCfg.ts';
import { pruned } from './unreachableProp.ts';

type Switch = Extract<Terminator, { kind: 'SwitchInt' }>;

export function simplifyMatchBranches(body: MutBody): void {
  const { blocks } = body;
  let changed = false;
  for (const b of blocks) {
    const { terminator } = b;
    if (terminator.kind !== 'SwitchInt' || terminator.discr.kind === 'Constant') continue;
    if (takeOnlyTarget(body, b, terminator) || unify(body, b, terminator)) changed = true;
  }
  if (changed) simplifyCfg(body);
}

function takeOnlyTarget(body: MutBody, b: MutBlock, terminator: Switch): boolean {
  const { targets } = terminator;
  const dead = new Set(targets.filter((t) => isUnreachable(body.blocks[t]!)));
  if (targets.filter((t) => !dead.has(t)).length !== 1) return false;
  b.terminator = pruned(body, b, terminator, dead);
  return true;
}

/** Does what both sides do where the branch is. */
function unify({ blocks, locals }: MutBody, b: MutBlock, terminator: Switch): boolean {
  const { discr } = terminator;
  const sides = sidesOf(terminator, blocks);
  if (!sides || discr.kind === 'Constant' || terminator.targets.some((t) => blocks[t] === b)) return false;
  const [first, second] = sides;
  if (first === second || !sameTerminator(first.terminator, second.terminator)) return false;
  if (first.statements.length !== second.statements.length) return false;
  const ty = placeTy(locals, discr.place, unknownTy);
  const condition = locals.length;
  const value = terminator.values[0]!;
  const merged = first.statements.map((s, i) => merge(s, second.statements[i]!, condition, ty, value));
  if (merged.includes(undefined)) return false;
  locals.push({ ty, name: undefined });
  b.statements = [
    ...b.statements,
    { kind: 'StorageLive', local: condition },
    assign(localPlace(condition), { kind: 'Use', operand: discr }, -1),
    ...(merged as Statement[]),
    { kind: 'StorageDead', local: condition },
  ];
  b.terminator = first.terminator;
  return true;
}

function isUnreachable({ statements, terminator }: MutBlock): boolean {
  return statements.length === 0 && terminator.kind === 'Unreachable';
}

/** Where control goes for the one value, and for all others. */
function sidesOf({ targets }: Switch, blocks: readonly MutBlock[]): [MutBlock, MutBlock] | undefined {
  const [first, second, otherwise] = targets.map((t) => blocks[t]!);
  if (!first || !second || targets.length > 3) return undefined;
  if (!otherwise) return [first, second];
  return isUnreachable(otherwise) ? [first, second] : undefined;
}

function merge(
  first: Statement,
  second: Statement,
  condition: LocalId,
  ty: Ty,
  value: bigint,
): Statement | undefined {
  if (isMarker(first) || first.kind === 'SetDiscriminant') return isEqual(first, second) ? first : undefined;
  if (first.kind !== 'Assign' || second.kind !== 'Assign') return undefined;
  if (!samePlace(first.place, second.place)) return undefined;
  if (isEqual(first.rvalue, second.rvalue)) return first;
  const [x, y] = [truthOf(first), truthOf(second)];
  if (x === undefined || y === undefined) return undefined;
  if (x === y) return first;
  const constant = { kind: 'Scalar', value: ty.kind === 'Bool' ? value !== 0n : value } as const;
  const lhs: Operand = { kind: 'Copy', place: localPlace(condition) };
  const rhs: Operand = { kind: 'Constant', constant, ty, source: -1 };
  return { ...first, rvalue: { kind: 'BinaryOp', op: x ? 'Eq' : 'Ne', lhs, rhs } };
}

function truthOf({ rvalue }: Extract<Statement, { kind: 'Assign' }>): boolean | undefined {
  if (rvalue.kind !== 'Use' || rvalue.operand.kind !== 'Constant' || rvalue.operand.ty.kind !== 'Bool')
    return undefined;
  const value = literalValue(rvalue.operand);
  return value === undefined ? undefined : value !== 0n;
}

/** Whether both are the same but for where they were written. */
function isEqual(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) =>
    JSON.stringify(value, (key, part: unknown) => {
      if (key === 'source') return undefined;
      if (typeof part === 'bigint') return `${part}n`;
      // Types and arguments are interned.
      return typeof part === 'object' && part !== null && 'id' in part ? part.id : part;
    });
  return plain(a) === plain(b);
}

function sameTerminator(a: Terminator, b: Terminator): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'Goto' && b.kind === 'Goto') return a.target === b.target;
  return isEqual(a, b);
}

export function samePlace(a: Place, b: Place): boolean {
  return (
    a.local === b.local &&
    a.projection.length === b.projection.length &&
    a.projection.every((elem, i) => sameElem(elem, b.projection[i]!))
  );
}
