/**
 * Replaces a local that is one copy of another by that other. After rustc's `rustc_mir_transform::copy_prop`, which
 * runs at every `opt-level`; it only matters to the size of a body.
 *
 * Both must be assigned exactly once (an argument is, by the call), and not be written through a projection, mutably
 * borrowed, dropped or pointed to. What is returned keeps its place, which is then that of the others. A shared borrow is no harm if nothing inside can be mutated.
 */
import { type MutBody, passName, returnLocal } from '../graph.ts';
import type { LocalId, Operand, Place, Rvalue, Statement } from '../mir.ts';
import { removeStorage } from '../storage.ts';
import type { TypeOps } from '../typeOps.ts';
import { mapOperands, mapTerminatorOperands } from './constConditions.ts';
import { simplifyLocals } from './simplifyLocals.ts';

export function propagateCopies(body: MutBody, types: TypeOps): void {
  const { ssa, borrowed } = singleAssignments(body, types);
  const heads = new Map<LocalId, LocalId>();
  const headOf = (local: LocalId): LocalId => {
    let at = local;
    for (let next = heads.get(at); next !== undefined; next = heads.get(at)) at = next;
    return at;
  };
  for (const b of body.blocks) {
    for (const s of b.statements) {
      const from = copiedLocal(s);
      if (from === undefined || s.kind !== 'Assign') continue;
      const to = s.place.local;
      // Who borrowed a copy may look at it where the original is not there yet.
      if (!ssa[to] || !ssa[from] || borrowed[to] || headOf(from) === to) continue;
      // The types may still differ in regions bound inside; then the copy is a conversion.
      if (body.locals[to]!.ty !== body.locals[from]!.ty) continue;
      if (to !== returnLocal) heads.set(to, headOf(from));
      // What is returned has its place; an argument has its own.
      else if (headOf(from) > body.argCount) heads.set(headOf(from), returnLocal);
    }
  }
  if (heads.size === 0) return;
  const isOfOneClass = (s: Statement): boolean => {
    const from = copiedLocal(s);
    return from !== undefined && s.kind === 'Assign' && headOf(from) === headOf(s.place.local);
  };
  for (const copy of heads.keys()) passName(body, copy, headOf(copy));
  const place = (p: Place): Place => {
    const local = headOf(p.local);
    const indexed = p.projection.some((e) => e.kind === 'Index' && heads.has(e.local));
    if (local === p.local && !indexed) return p;
    const projection = indexed
      ? p.projection.map((e) => (e.kind === 'Index' ? { ...e, local: headOf(e.local) } : e))
      : p.projection;
    return { local, projection };
  };
  const operand = (o: Operand): Operand => {
    if (o.kind === 'Constant') return o;
    const replaced = place(o.place);
    return replaced === o.place ? o : { kind: o.kind, place: replaced };
  };
  const rvalue = (r: Rvalue): Rvalue => {
    if (!('place' in r)) return mapOperands(r, operand);
    const replaced = place(r.place);
    return replaced === r.place ? r : { ...r, place: replaced };
  };
  for (const b of body.blocks) {
    const statements: Statement[] = [];
    for (const s of b.statements) {
      if (s.kind === 'Intrinsic') statements.push({ ...s, operands: s.operands.map(operand) });
      else if (s.kind !== 'Assign') statements.push(s);
      else if (!isOfOneClass(s)) {
        statements.push({ ...s, place: place(s.place), rvalue: rvalue(s.rvalue) });
      }
    }
    b.statements = statements;
    b.terminator = mapTerminatorOperands(b.terminator, operand);
    if (b.terminator.kind === 'Call') {
      b.terminator = { ...b.terminator, destination: place(b.terminator.destination) };
    }
  }
  // What is read in place of others may have to outlive its scope.
  const used = new Set([...heads.values()].map(headOf));
  removeStorage(body, (local) => used.has(local));
  simplifyLocals(body);
}

function copiedLocal(s: Statement): LocalId | undefined {
  if (s.kind !== 'Assign' || s.place.projection.length > 0 || s.rvalue.kind !== 'Use') return undefined;
  const { operand } = s.rvalue;
  if (operand.kind === 'Constant' || operand.place.projection.length > 0) return undefined;
  return operand.place.local;
}

function singleAssignments(
  body: MutBody,
  types: TypeOps,
): { readonly ssa: readonly boolean[]; readonly borrowed: Uint8Array } {
  const { locals, argCount } = body;
  const assigned = new Uint8Array(locals.length);
  const borrowed = new Uint8Array(locals.length);
  for (let i = 1; i <= argCount; i++) assigned[i] = 1;
  const spoil = (local: LocalId) => {
    assigned[local] = 2;
  };
  const write = (place: Place) => {
    if (place.projection.length > 0) {
      if (place.projection[0]!.kind !== 'Deref') spoil(place.local);
    } else if (assigned[place.local]! < 2) assigned[place.local]!++;
  };
  for (const b of body.blocks) {
    for (const s of b.statements) {
      if (s.kind !== 'Assign') continue;
      write(s.place);
      const { rvalue } = s;
      if (rvalue.kind === 'Ref' || rvalue.kind === 'RawPtr') {
        const { local, projection } = rvalue.place;
        // Behind a pointer it is another's memory.
        if (projection.some((e) => e.kind === 'Deref')) continue;
        if (rvalue.kind === 'RawPtr' || rvalue.mutable) spoil(local);
        else borrowed[local] = 1;
      }
    }
    const { terminator } = b;
    if (terminator.kind === 'Call') write(terminator.destination);
    else if (terminator.kind === 'Drop') {
      const { local, projection } = terminator.place;
      if (projection[0]?.kind !== 'Deref') spoil(local);
    } else if (terminator.kind === 'Yield') return { ssa: locals.map(() => false), borrowed };
  }
  const ssa = locals.map(
    ({ ty }, local) => assigned[local] === 1 && (!borrowed[local] || types.isFreeze(ty)),
  );
  return { ssa, borrowed };
}
