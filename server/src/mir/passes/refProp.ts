/**
 * Replaces what a reference points to by the place that was borrowed, where the reference is made once: `*r` by `x`
 * after `r = &x`. A unique reference must not be used otherwise, since the place would then be used beside it. After
 * `rustc_mir_transform::ref_prop`.
 */
import { capturesName, derefElem, isStableElem, type MutBody, passName, projectPlace } from '../graph.ts';
import type { LocalId, Place, Statement } from '../mir.ts';
import { SsaLocals } from '../ssaLocals.ts';
import { forEachMaybeDead, removeStorage } from '../storage.ts';
import type { TypeOps } from '../typeOps.ts';
import { mapStatementPlaces, mapTerminatorPlaces, visitStatement, visitTerminator } from '../visitPlaces.ts';
import { simplifyLocals } from './simplifyLocals.ts';

interface Pointee {
  readonly place: Place;
  readonly isUnique: boolean;
}

/** Once is enough for what inlining leaves behind; chains of reborrows are followed within one round. */
const maxRounds = 4;

export function propagateReferences(body: MutBody, types: TypeOps): void {
  for (let round = 0; round < maxRounds; round++) if (!propagate(body, types)) break;
}

function propagate(body: MutBody, types: TypeOps): boolean {
  if (!body.blocks.some(({ statements }) => statements.some((s) => makesPointer(s, body)))) return false;
  const ssa = new SsaLocals(body, types);
  const pointees = findPointees(body, ssa);
  if (pointees.size === 0) return false;
  let changed = false;
  // What is reborrowed is read wherever the reborrow is.
  const reborrowed = new Set<LocalId>();
  const outlived = outlivedPointees(body, pointees);
  const replace = (at: Place): Place => {
    let place = at;
    while (place.projection[0]?.kind === 'Deref') {
      const pointee = pointees.get(place.local);
      if (!pointee) break;
      if (pointee.place.projection[0]?.kind === 'Deref') reborrowed.add(pointee.place.local);
      else if (outlived.has(place.local)) break;
      changed = true;
      place = {
        local: pointee.place.local,
        projection: [...pointee.place.projection, ...place.projection.slice(1)],
      };
    }
    return place;
  };
  for (const block of ssa.dominators.order) {
    const b = body.blocks[block]!;
    b.statements = b.statements.map((s) => mapStatementPlaces(s, replace));
    b.terminator = mapTerminatorPlaces(b.terminator, replace);
  }
  // To debuggers, a reference that was borrowed anew is the first one, and what is found by way of a reference is found
  // where that points.
  for (const [local, { place }] of pointees) {
    const [first, second] = place.projection;
    const isReborrow = first?.kind === 'Deref' && second === undefined;
    if (!isReborrow && body.locals[local]!.name !== capturesName) continue;
    changed ||= body.locals[local]!.name !== undefined;
    passName(body, local, place.local);
  }
  if (reborrowed.size > 0) removeStorage(body, (local) => reborrowed.has(local));
  // References that nothing uses any more do not keep what they were made of from being followed.
  if (changed) simplifyLocals(body);
  return changed;
}

/** References that are followed where what they point to may have no storage any more. */
function outlivedPointees(body: MutBody, pointees: ReadonlyMap<LocalId, Pointee>): ReadonlySet<LocalId> {
  const outlived = new Set<LocalId>();
  if (![...pointees.values()].some(({ place }) => place.projection[0]?.kind !== 'Deref')) return outlived;
  forEachMaybeDead(body, (dead, block, index) => {
    const { statements, terminator } = body.blocks[block]!;
    const visit = ({ local, projection }: Place) => {
      const pointee = projection[0]?.kind === 'Deref' ? pointees.get(local) : undefined;
      if (pointee && dead[pointee.place.local]) outlived.add(local);
    };
    const s = statements[index];
    if (s) visitStatement(s, visit);
    else visitTerminator(terminator, visit);
  });
  return outlived;
}

/** Also a variable that is a copy of another pointer: to debuggers it is that one. */
function makesPointer(s: Statement, { locals }: MutBody): boolean {
  if (s.kind !== 'Assign') return false;
  const { kind } = s.rvalue;
  if (kind === 'Ref' || kind === 'RawPtr') return true;
  if (kind !== 'Use' || s.place.projection.length > 0) return false;
  const { ty, name } = locals[s.place.local]!;
  return name !== undefined && (ty.kind === 'Ref' || ty.kind === 'RawPtr');
}

function findPointees(body: MutBody, ssa: SsaLocals): ReadonlyMap<LocalId, Pointee> {
  const pointees = new Map<LocalId, Pointee>();
  const isConstant = ({ local, projection }: Place): boolean => {
    const [first, ...rest] = projection;
    if (first === undefined) return true;
    if (first.kind === 'Deref') return ssa.isSsa(local) && rest.every(isStableElem);
    return projection.every(isStableElem);
  };
  const replaceable = ssa.onlyDereferenced();
  for (const local of ssa.order) {
    const { ty } = body.locals[local]!;
    if ((ty.kind !== 'Ref' && ty.kind !== 'RawPtr') || (ty.mutable && !replaceable.has(local))) continue;
    const rvalue = ssa.definition(local)?.rvalue;
    if (rvalue?.kind === 'Ref' || rvalue?.kind === 'RawPtr') {
      let { place } = rvalue;
      const through = place.projection[0]?.kind === 'Deref' ? pointees.get(place.local) : undefined;
      if (through && !through.isUnique) {
        place = {
          local: through.place.local,
          projection: [...through.place.projection, ...place.projection.slice(1)],
        };
      }
      if (isConstant(place)) pointees.set(local, { place, isUnique: ty.mutable });
    } else if (rvalue?.kind === 'Use' && rvalue.operand.kind !== 'Constant') {
      const { place } = rvalue.operand;
      if (place.projection.length > 0 || !ssa.isSsa(place.local)) continue;
      if (ty !== body.locals[place.local]!.ty) continue;
      const known = pointees.get(place.local);
      // It is not known yet whether what is unique is replaced everywhere.
      pointees.set(
        local,
        known && !ty.mutable ? known : { place: projectPlace(place, derefElem), isUnique: ty.mutable },
      );
    }
  }
  return pointees;
}
