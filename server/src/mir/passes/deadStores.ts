/**
 * Removes writes that nothing reads, and moves into calls what nothing reads after. After
 * `rustc_mir_transform::dead_store_elimination`.
 */
import type { MutBlock, MutBody } from '../graph.ts';
import { Liveness } from '../liveness.ts';
import type { Place, Statement } from '../mir.ts';
import { isMarker, mentionedLocals, removeStorage } from '../storage.ts';
import { isSafeToRemove } from './safeToRemove.ts';

export function eliminateDeadStores(body: MutBody): void {
  if (body.blocks.some(({ terminator: { kind } }) => kind === 'Yield' || kind === 'InlineAsm')) return;
  const { locals } = body;
  const isDead = (s: Statement, live: Uint8Array, isBorrowed: Uint8Array): boolean => {
    if (s.kind !== 'Assign' && s.kind !== 'SetDiscriminant') return false;
    if (s.kind === 'Assign' && !isSafeToRemove(s.rvalue, body)) return false;
    const { local, projection } = s.place;
    if (live[local] || isBorrowed[local] || projection.some((elem) => elem.kind === 'Deref')) return false;
    return locals[local]!.name === undefined || isTold(s);
  };
  const liveness = new Liveness(body, isDead);
  let changed = false;
  const told: Told[] = [];
  for (const block of liveness.order) {
    const b = body.blocks[block]!;
    const live = liveness.atEnd(block);
    moveArguments(b, live, liveness.isBorrowed);
    liveness.beforeTerminator(b.terminator, live);
    const kept: Statement[] = [];
    for (let i = b.statements.length - 1; i >= 0; i--) {
      const s = b.statements[i]!;
      if (isDead(s, live, liveness.isBorrowed)) {
        const isNamed = s.kind === 'Assign' && body.locals[s.place.local]!.name !== undefined;
        if (isNamed && s.rvalue.kind === 'Ref')
          told.push({ place: s.rvalue.place, behind: kept, count: kept.length });
        continue;
      }
      liveness.before(s, live);
      kept.push(s);
    }
    if (kept.length === b.statements.length) continue;
    b.statements = kept.reverse();
    changed = true;
  }
  if (!changed) return;
  // What only debuggers look for needs no storage.
  const isMentioned = mentionedLocals(body);
  removeStorage(body, (local) => !isMentioned[local]);
  for (const { place, behind, count } of told) {
    // It stands at the next statement that stays; nobody looks for it at a marker.
    const next = behind.slice(-count).find((s) => !isMarker(s) || isMentioned[s.local]);
    if (count === 0 || !next || !isMarker(next)) tellOf(body, place);
  }
}

/** What a reference points to that is removed, with the statements of its block, and how many of the last stand behind it. */
interface Told {
  readonly place: Place;
  readonly behind: readonly Statement[];
  readonly count: number;
}

/** Debuggers can be told where a reference points to without one. */
function isTold(s: Statement): boolean {
  return s.kind === 'Assign' && s.place.projection.length === 0 && s.rvalue.kind === 'Ref';
}

function tellOf({ locals }: MutBody, { local, projection }: Place): void {
  const first = projection[0]?.kind;
  if (first !== 'Field' && first !== 'Deref') locals[local] = { ...locals[local]!, isPointee: true };
}

/** `live` is what is read after the call. */
function moveArguments(b: MutBlock, live: Uint8Array, isBorrowed: Uint8Array): void {
  const { terminator } = b;
  if (terminator.kind !== 'Call') return;
  const isRead = live.slice();
  const args = [...terminator.args];
  for (let i = args.length - 1; i >= 0; i--) {
    const arg = args[i]!;
    if (arg.kind === 'Constant') continue;
    const { local, projection } = arg.place;
    const isIndirect = projection.some((elem) => elem.kind === 'Deref');
    if (arg.kind === 'Copy' && !isIndirect && !isBorrowed[local] && !isRead[local])
      args[i] = { kind: 'Move', place: arg.place };
    isRead[local] = 1;
  }
  b.terminator = { ...terminator, args };
}
