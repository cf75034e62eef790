/**
 * Takes locals that a body does not mention out of it, and gives the others new numbers. rustc does so with every
 * `SimplifyLocals`; here the end of optimization is soon enough, as what a body mentions matters to who inlines it.
 */
import type { MutBody } from '../graph.ts';
import type { LocalId, Place } from '../mir.ts';
import { isMarker, mentionedLocals } from '../storage.ts';
import { mapStatementPlaces, mapTerminatorPlaces } from '../visitPlaces.ts';

export function removeUnusedLocals(body: MutBody): void {
  const { blocks, locals, argCount } = body;
  const isUsed = mentionedLocals(body);
  locals.forEach(({ name }, local) => {
    if (local <= argCount || name !== undefined) isUsed[local] = 1;
  });
  for (const { statements } of blocks) {
    for (const s of statements) if (isMarker(s)) isUsed[s.local] = 1;
  }
  const renumbered: LocalId[] = [];
  let next = 0;
  for (let local = 0; local < locals.length; local++) renumbered[local] = isUsed[local] ? next++ : -1;
  if (next === locals.length) return;
  const kept = locals.filter((_, local) => isUsed[local]);
  locals.splice(0, locals.length, ...kept);
  const map = ({ local, projection }: Place): Place => ({
    local: renumbered[local]!,
    projection: projection.some(({ kind }) => kind === 'Index')
      ? projection.map((e) => (e.kind === 'Index' ? { ...e, local: renumbered[e.local]! } : e))
      : projection,
  });
  for (const b of blocks) {
    b.statements = b.statements.map((s) =>
      isMarker(s) ? { kind: s.kind, local: renumbered[s.local]! } : mapStatementPlaces(s, map),
    );
    b.terminator = mapTerminatorPlaces(b.terminator, map);
  }
}
