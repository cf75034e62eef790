/**
 * Lets two locals be one where one is copied to the other and both are never needed at once: `x = f(); y = move x` is
 * `y = f()`. After `rustc_mir_transform::dest_prop`.
 */
import { type MutBody, passName } from '../graph.ts';
import { borrowedLocals, Liveness } from '../liveness.ts';
import type { LocalId, Place, Statement } from '../mir.ts';
import { removeStorage } from '../storage.ts';
import {
  mapStatementPlaces,
  mapTerminatorPlaces,
  visitRvalue,
  visitStatement,
  visitTerminator,
} from '../visitPlaces.ts';

export function propagateDestinations(body: MutBody): void {
  if (body.blocks.some(({ terminator: { kind } }) => kind === 'Yield' || kind === 'InlineAsm')) return;
  const pairs = candidates(body);
  if (pairs.length === 0) return;
  const conflicts = conflictsOf(body, new Set(pairs.flat()));
  const merged = new Map<LocalId, LocalId>();
  const find = (local: LocalId): LocalId => {
    let at = local;
    for (let next = merged.get(at); next !== undefined; next = merged.get(at)) at = next;
    return at;
  };
  for (const [a, b] of pairs) {
    let keep = find(a);
    let drop = find(b);
    if (keep === drop || conflicts.get(keep)!.has(drop)) continue;
    // Arguments and the return place keep their numbers.
    if (drop <= body.argCount) [keep, drop] = [drop, keep];
    if (drop <= body.argCount) continue;
    merged.set(drop, keep);
    for (const other of conflicts.get(drop)!) {
      conflicts.get(keep)!.add(other);
      conflicts.get(other)!.add(keep);
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
  const isBorrowed = borrowedLocals(body);
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

/** For each of these locals those of them that hold something needed when it is written. */
function conflictsOf(body: MutBody, relevant: ReadonlySet<LocalId>): ReadonlyMap<LocalId, Set<LocalId>> {
  const conflicts = new Map(Array.from(relevant, (local) => [local, new Set<LocalId>()]));
  const liveness = new Liveness(body);
  const clash = (written: LocalId, others: Iterable<LocalId>) => {
    for (const other of others) {
      if (other === written) continue;
      conflicts.get(written)!.add(other);
      conflicts.get(other)!.add(written);
    }
  };
  const all = [...relevant];
  const clashLive = (written: LocalId, live: Uint8Array) => {
    if (relevant.has(written))
      clash(
        written,
        all.filter((other) => live[other]),
      );
  };
  const isWrite = (use: string) => use === 'store' || use === 'callStore';
  const readsOf =
    (reads: Set<LocalId>) =>
    ({ local, projection }: Place, use: string): void => {
      if (isWrite(use)) return;
      if (relevant.has(local)) reads.add(local);
      for (const elem of projection)
        if (elem.kind === 'Index' && relevant.has(elem.local)) reads.add(elem.local);
    };
  body.blocks.forEach(({ statements, terminator }, block) => {
    const live = liveness.atEnd(block);
    visitTerminator(terminator, ({ local }, use) => {
      if (isWrite(use)) clashLive(local, live);
    });
    // What a call reads must not be where it writes.
    if (terminator.kind === 'Call' && relevant.has(terminator.destination.local)) {
      const reads = new Set<LocalId>();
      visitTerminator(terminator, readsOf(reads));
      clash(terminator.destination.local, reads);
    }
    liveness.beforeTerminator(terminator, live);
    for (let i = statements.length - 1; i >= 0; i--) {
      const s = statements[i]!;
      visitStatement(s, ({ local }, use) => {
        if (isWrite(use)) clashLive(local, live);
      });
      // Nor what an operation reads, which is no copy.
      if (s.kind === 'Assign' && relevant.has(s.place.local) && !copyOf(s)) {
        const reads = new Set<LocalId>();
        visitRvalue(s.rvalue, readsOf(reads));
        clash(s.place.local, reads);
      }
      liveness.before(s, live);
    }
  });
  // Arguments are all there at the start.
  const args = all.filter((local) => local > 0 && local <= body.argCount);
  for (const local of args) clash(local, args);
  return conflicts;
}
