/**
 * Turns a branch whose two sides do the same, but for the truth values that they assign, into the assignments of a
 * comparison: `if c { x = true } else { x = false }` is `x = c`; and what makes each variant of an enum anew into a copy. A
 * branch with one side where control can be is none.
 * After `rustc_mir_transform::match_branches`.
 */
import { unknownTy } from '../../ty/intern.ts';
import type { Ty } from '../../ty/types.ts';
import type { MutBlock, MutBody } from '../graph.ts';
import { assign, localPlace, samePlace } from '../graph.ts';
import type { LocalId, Operand, Place, Rvalue, Statement, Terminator } from '../mir.ts';
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

/** Does what all sides do where the branch is. */
function unify(body: MutBody, b: MutBlock, terminator: Switch): boolean {
  const { blocks, locals } = body;
  const { discr } = terminator;
  const sides = sidesOf(terminator, blocks);
  if (!sides || discr.kind === 'Constant' || terminator.targets.some((t) => blocks[t] === b)) return false;
  const [first, ...others] = sides;
  const { statements, terminator: next } = first!;
  for (const other of others) {
    if (other === first || !sameTerminator(next, other.terminator)) return false;
    if (other.statements.length !== statements.length) return false;
  }
  const source = copySource(b, discr.place);
  const ty = placeTy(locals, discr.place, unknownTy);
  const condition = locals.length;
  const merged: Statement[] = [];
  let isAsked = false;
  for (const [i, s] of statements.entries()) {
    const all = sides.map((side) => side.statements[i]!);
    const same = all.every((other) => isEqual(s, other)) ? s : undefined;
    const copied = same ?? (source && copyOf(body, all, terminator.values, source));
    const compared =
      copied ?? (all.length === 2 ? compare(s, all[1]!, condition, ty, terminator) : undefined);
    if (!compared) return false;
    if (!copied && compared !== s) isAsked = true;
    merged.push(compared);
  }
  if (isAsked) {
    locals.push({ ty, name: undefined });
    b.statements.push({ kind: 'StorageLive', local: condition });
    b.statements.push(assign(localPlace(condition), { kind: 'Use', operand: discr }, -1));
    merged.push({ kind: 'StorageDead', local: condition });
  }
  b.statements = [...b.statements, ...merged];
  b.terminator = next;
  return true;
}

function isUnreachable({ statements, terminator }: MutBlock): boolean {
  return statements.length === 0 && terminator.kind === 'Unreachable';
}

/** Where control goes for each value; for one and for all others, if it goes elsewhere then. */
function sidesOf({ targets }: Switch, blocks: readonly MutBlock[]): readonly MutBlock[] | undefined {
  const sides = targets.map((t) => blocks[t]!);
  if (isUnreachable(sides.at(-1)!)) return sides.length > 2 ? sides.slice(0, -1) : undefined;
  return sides.length === 2 ? sides : undefined;
}

/** The enum whose variant is switched on. */
function copySource({ statements }: MutBlock, discr: Place): Place | undefined {
  const last = statements.at(-1);
  const isRead =
    last?.kind === 'Assign' && last.rvalue.kind === 'Discriminant' && samePlace(last.place, discr);
  return isRead && last.rvalue.kind === 'Discriminant' ? last.rvalue.place : undefined;
}

/** What copies the enum for some variants and for the others, which have no fields, makes them anew copies it for all. */
function copyOf(
  { locals }: MutBody,
  sides: readonly Statement[],
  values: readonly bigint[],
  source: Place,
): Statement | undefined {
  const ty = placeTy(locals, source, unknownTy);
  const [first] = sides;
  if (first?.kind !== 'Assign' || sides.length !== values.length) return undefined;
  if (placeTy(locals, first.place, unknownTy) !== ty) return undefined;
  for (const [i, s] of sides.entries()) {
    if (s.kind !== 'Assign' || !samePlace(s.place, first.place)) return undefined;
    const { rvalue } = s;
    const isCopy = rvalue.kind === 'Use' && rvalue.operand.kind === 'Copy';
    if (isCopy && samePlace(rvalue.operand.place, source)) continue;
    const made = unitVariant(rvalue);
    if (made === undefined || BigInt(made) !== values[i]) return undefined;
  }
  return { ...first, rvalue: { kind: 'Use', operand: { kind: 'Copy', place: source } } };
}

/** The variant without fields that is made. */
function unitVariant(rvalue: Rvalue): number | undefined {
  let made = rvalue.kind === 'Aggregate' && rvalue.operands.length === 0 ? rvalue.aggregate : undefined;
  if (rvalue.kind === 'Use' && rvalue.operand.kind === 'Constant') {
    const { constant } = rvalue.operand;
    const parts = constant.kind === 'Scalar' ? constant.parts : undefined;
    if (parts?.fields.length === 0) made = parts.aggregate;
  }
  return made?.kind === 'Adt' ? made.variant : undefined;
}

/** What differs in truth values that are assigned compares with the value that leads to the first side. */
function compare(
  first: Statement,
  second: Statement,
  condition: LocalId,
  ty: Ty,
  { values }: Switch,
): Statement | undefined {
  if (first.kind !== 'Assign' || second.kind !== 'Assign') return undefined;
  if (!samePlace(first.place, second.place)) return undefined;
  if (isEqual(first.rvalue, second.rvalue)) return first;
  const [x, y] = [truthOf(first), truthOf(second)];
  if (x === undefined || y === undefined) return undefined;
  if (x === y) return first;
  const value = values[0]!;
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

/** Whether both are the same but for where they were written. A text that is not known is like no other. */
function isEqual(a: unknown, b: unknown): boolean {
  const texts = new Map<unknown, number>();
  const plain = (value: unknown) =>
    JSON.stringify(value, (key, part: unknown) => {
      if (key === 'source') return undefined;
      if (typeof part === 'bigint') return `${part}n`;
      if (typeof part !== 'object' || part === null) return part;
      if ('kind' in part && part.kind === 'Str' && !('text' in part)) {
        if (!texts.has(part)) texts.set(part, texts.size);
        return texts.get(part);
      }
      // Types and arguments are interned.
      return 'id' in part ? part.id : part;
    });
  return plain(a) === plain(b);
}

function sameTerminator(a: Terminator, b: Terminator): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'Goto' && b.kind === 'Goto') return a.target === b.target;
  return isEqual(a, b);
}
