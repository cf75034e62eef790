/**
 * Lets two locals be one where one is copied to the other and both are never needed at once: `x = f(); y = move x` is
 * `y = f()`. After `rustc_mir_transform::dest_prop`.
 */
import { type MutBody, passName } from '../graph.ts';
import { Liveness } from '../liveness.ts';
import type { LocalId, Place, Statement } from '../mir.ts';
import { removeStorage } from '../storage.ts';
import {
  mapStatementPlaces,
  mapTerminatorPlaces,
  visitRvalue,
  visitStatement,
  visitTerminator,
} from '../visitPlaces.ts';

/** Bodies beyond this are left as they are: each pair takes a walk over the body. */
const maxStatements = 2000;

export function propagateDestinations(body: MutBody): void {
  if (body.blocks.some(({ terminator: { kind } }) => kind === 'Yield' || kind === 'InlineAsm')) return;
  if (body.blocks.reduce((sum, b) => sum + b.statements.length, 0) > maxStatements) return;
  const pairs = candidates(body);
  if (pairs.length === 0) return;
  const conflicts = conflictsOf(body);
  const merged = new Map<LocalId, LocalId>();
  const find = (local: LocalId): LocalId => {
    let at = local;
    for (let next = merged.get(at); next !== undefined; next = merged.get(at)) at = next;
    return at;
  };
  for (const [a, b] of pairs) {
    let keep = find(a);
    let drop = find(b);
    if (keep === drop || conflicts[keep]!.has(drop)) continue;
    // Arguments and the return place keep their numbers.
    if (drop <= body.argCount) [keep, drop] = [drop, keep];
    if (drop <= body.argCount) continue;
    merged.set(drop, keep);
    for (const other of conflicts[drop]!) {
      conflicts[keep]!.add(other);
      conflicts[other]!.add(keep);
    }
  }
  if (merged.size === 0) return;
  const replace = (place: Place): Place => {
    const local = find(place.local);
    const indexed = place.projection.some((e) => e.kind === 'Index' && merged.has(e.local));
    if (local === place.local && !indexed) return place;
    const projection = indexed
      ? place.projection.map((e) => (e.kind === 'Index' ? { ...e, local: find(e.local) } : e))
      : place.projection;
    return { local, projection };
  };
  for (const b of body.blocks) {
    b.statements = b.statements
      .map((s) => mapStatementPlaces(s, replace))
      .filter((s) => {
        const copy = copyOf(s);
        return !copy || copy[0] !== copy[1];
      });
    b.terminator = mapTerminatorPlaces(b.terminator, replace);
  }
  for (const local of merged.keys()) passName(body, local, find(local));
  const joined = new Set([...merged.keys(), ...merged.values()]);
  removeStorage(body, (local) => joined.has(local));
}

function copyOf(s: Statement): readonly [to: LocalId, from: LocalId] | undefined {
  if (s.kind !== 'Assign' || s.place.projection.length > 0 || s.rvalue.kind !== 'Use') return undefined;
  const { operand } = s.rvalue;
  if (operand.kind === 'Constant' || operand.place.projection.length > 0) return undefined;
  return [s.place.local, operand.place.local];
}

/** Copies between locals of one type that no pointer leads to. */
function candidates(body: MutBody): (readonly [LocalId, LocalId])[] {
  const { isBorrowed } = new Liveness(body);
  return body.blocks.flatMap(({ statements }) =>
    statements.flatMap((s) => {
      const copy = copyOf(s);
      if (!copy || copy[0] === copy[1]) return [];
      const [to, from] = copy;
      const isSameTy = body.locals[to]!.ty === body.locals[from]!.ty;
      return isSameTy && !isBorrowed[to] && !isBorrowed[from] ? [copy] : [];
    }),
  );
}

/** For each local those that hold something needed when it is written. */
function conflictsOf(body: MutBody): Set<LocalId>[] {
  const conflicts = body.locals.map(() => new Set<LocalId>());
  const liveness = new Liveness(body);
  const clash = (written: LocalId, live: Uint8Array) => {
    for (let other = 0; other < live.length; other++) {
      if (!live[other] || other === written) continue;
      conflicts[written]!.add(other);
      conflicts[other]!.add(written);
    }
  };
  const isWrite = (use: string) => use === 'store' || use === 'callStore';
  const readsOf =
    (reads: Uint8Array) =>
    ({ local, projection }: Place, use: string): void => {
      if (isWrite(use)) return;
      reads[local] = 1;
      for (const elem of projection) if (elem.kind === 'Index') reads[elem.local] = 1;
    };
  body.blocks.forEach(({ statements, terminator }, block) => {
    const live = liveness.atEnd(block);
    visitTerminator(terminator, ({ local }, use) => {
      if (isWrite(use)) clash(local, live);
    });
    // What a call reads must not be where it writes.
    if (terminator.kind === 'Call') {
      const reads = new Uint8Array(live.length);
      visitTerminator(terminator, readsOf(reads));
      clash(terminator.destination.local, reads);
    }
    liveness.beforeTerminator(terminator, live);
    for (let i = statements.length - 1; i >= 0; i--) {
      const s = statements[i]!;
      visitStatement(s, ({ local }, use) => {
        if (isWrite(use)) clash(local, live);
      });
      // Nor what an operation reads, which is no copy.
      if (s.kind === 'Assign' && !copyOf(s)) {
        const reads = new Uint8Array(live.length);
        visitRvalue(s.rvalue, readsOf(reads));
        clash(s.place.local, reads);
      }
      liveness.before(s, live);
    }
  });
  // Arguments are all there at the start.
  const entry = new Uint8Array(body.locals.length);
  entry.fill(1, 1, body.argCount + 1);
  for (let local = 1; local <= body.argCount; local++) clash(local, entry);
  return conflicts;
}
