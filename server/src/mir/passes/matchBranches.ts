/**
 * Turns a branch whose two sides only assign constants into assignments of the comparison: `if c { x = true } else
 * { x = false }` is `x = c`. After `rustc_mir_transform::match_branches`.
 */

import { unknownTy } from '../../ty/intern.ts';
import type { MutBlock, MutBody } from '../graph.ts';
import { goto, sameElem } from '../graph.ts';
import type { Operand, Place, Statement } from '../mir.ts';
import { isMarker } from '../storage.ts';
import { placeTy } from '../typeOps.ts';
import { literalValue } from './constConditions.ts';

export function simplifyMatchBranches(body: MutBody): void {
  for (const b of body.blocks) {
    const { terminator } = b;
    if (terminator.kind !== 'SwitchInt' || terminator.values.length !== 1) continue;
    const { discr, values } = terminator;
    if (discr.kind === 'Constant') continue;
    const [hit, miss] = terminator.targets.map((t) => body.blocks[t]!);
    if (!hit || !miss || hit === miss || hit === b || miss === b) continue;
    const ty = placeTy(body.locals, discr.place, unknownTy);
    const merged = merge(
      hit,
      miss,
      (equal) => ({
        kind: 'BinaryOp',
        op: equal ? 'Eq' : 'Ne',
        lhs: { kind: 'Copy', place: discr.place },
        rhs: {
          kind: 'Constant',
          constant: { kind: 'Scalar', value: ty.kind === 'Bool' ? values[0] !== 0n : values[0]! },
          ty,
          source: -1,
        },
      }),
      discr.place,
    );
    if (!merged || hit.terminator.kind !== 'Goto') continue;
    b.statements = [...b.statements, ...merged];
    b.terminator = goto(hit.terminator.target);
  }
}

function merge(
  hit: MutBlock,
  miss: MutBlock,
  comparison: (equal: boolean) => Extract<Statement, { kind: 'Assign' }>['rvalue'],
  discr: Place,
): Statement[] | undefined {
  if (hit.terminator.kind !== 'Goto' || miss.terminator.kind !== 'Goto') return undefined;
  if (hit.terminator.target !== miss.terminator.target) return undefined;
  if (hit.statements.length === 0 || hit.statements.length !== miss.statements.length) return undefined;
  const result: Statement[] = [];
  for (const [i, a] of hit.statements.entries()) {
    const b = miss.statements[i]!;
    if (isMarker(a) && a.kind === b.kind && a.local === b.local) {
      result.push(a);
      continue;
    }
    if (a.kind !== 'Assign' || b.kind !== 'Assign' || !samePlace(a.place, b.place)) return undefined;
    if (a.place.local === discr.local) return undefined;
    const x = constantOf(a);
    const y = constantOf(b);
    if (!x || !y || x.ty !== y.ty) return undefined;
    const [v, w] = [literalValue(x), literalValue(y)];
    if (v === undefined || w === undefined) return undefined;
    if (v === w) result.push(a);
    else if (x.ty.kind === 'Bool') result.push({ ...a, rvalue: comparison(v === 1n) });
    else return undefined;
  }
  return result;
}

function constantOf(s: Extract<Statement, { kind: 'Assign' }>): (Operand & { kind: 'Constant' }) | undefined {
  return s.rvalue.kind === 'Use' && s.rvalue.operand.kind === 'Constant' ? s.rvalue.operand : undefined;
}

export function samePlace(a: Place, b: Place): boolean {
  return (
    a.local === b.local &&
    a.projection.length === b.projection.length &&
    a.projection.every((elem, i) => sameElem(elem, b.projection[i]!))
  );
}
