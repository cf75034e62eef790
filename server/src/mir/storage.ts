/**
 * Storage markers: where locals may lack storage, and markers taken out. After `MaybeStorageDead` of
 * `rustc_mir_dataflow::impls::storage_liveness`, solved forwards over the blocks: what may be so on one way is so where
 * ways meet.
 */
import { forEachSuccessor, type MutBody, reversePostorder } from './graph.ts';
import type { BlockId, LocalId, MirBody, Place, Statement } from './mir.ts';
import { visitStatement, visitTerminator } from './visitPlaces.ts';

/** A flag for each local: whether it may be dead. */
type State = Uint8Array;

/** Visits each point of the reachable blocks, with the state before it; the index past the statements is the terminator. */
type VisitPoint = (state: State, block: BlockId, index: number) => void;

/** Locals that have no marker have storage all the time. */
export function alwaysLive({ blocks, locals }: Pick<MirBody, 'blocks' | 'locals'>): Uint8Array {
  const live = new Uint8Array(locals.length).fill(1);
  for (const { statements } of blocks) {
    for (const s of statements) if (isMarker(s)) live[s.local] = 0;
  }
  return live;
}

/** Locals that statements and terminators mention: markers and what debuggers are told are no mention. */
export function mentionedLocals({ blocks, locals }: Pick<MirBody, 'blocks' | 'locals'>): Uint8Array {
  const mentioned = new Uint8Array(locals.length);
  const see = ({ local, projection }: Place) => {
    mentioned[local] = 1;
    for (const elem of projection) if (elem.kind === 'Index') mentioned[elem.local] = 1;
  };
  for (const { statements, terminator } of blocks) {
    for (const s of statements) visitStatement(s, see);
    visitTerminator(terminator, see);
  }
  return mentioned;
}

export function forEachMaybeDead(body: MutBody, visit: VisitPoint): void {
  const { blocks, argCount } = body;
  const entries: (State | undefined)[] = blocks.map(() => undefined);
  // What has markers has no storage at first.
  entries[0] = alwaysLive(body).map((live, local) => (live || local <= argCount ? 0 : 1));
  const apply = (s: Statement, state: State) => {
    if (isMarker(s)) state[s.local] = s.kind === 'StorageDead' ? 1 : 0;
  };
  const order = reversePostorder(blocks);
  for (let changed = true; changed; ) {
    changed = false;
    for (const block of order) {
      const state = entries[block]?.slice();
      if (!state) continue;
      for (const s of blocks[block]!.statements) apply(s, state);
      forEachSuccessor(blocks[block]!.terminator, (target) => {
        const known = entries[target];
        if (!known) {
          entries[target] = state.slice();
          changed = true;
          return;
        }
        for (let local = 0; local < state.length; local++) {
          if (!state[local] || known[local]) continue;
          known[local] = 1;
          changed = true;
        }
      });
    }
  }
  for (const block of order) {
    const state = entries[block];
    if (!state) continue;
    const { statements } = blocks[block]!;
    statements.forEach((s, index) => {
      visit(state, block, index);
      apply(s, state);
    });
    visit(state, block, statements.length);
  }
}

export function isMarker(s: Statement): s is Extract<Statement, { kind: 'StorageLive' | 'StorageDead' }> {
  return s.kind === 'StorageLive' || s.kind === 'StorageDead';
}

/** Takes out the markers of some locals: their storage then lasts as long as the call. */
export function removeStorage(body: MutBody, isRemoved: (local: LocalId) => boolean): void {
  for (const b of body.blocks) {
    if (!b.statements.some((s) => isMarker(s) && isRemoved(s.local))) continue;
    b.statements = b.statements.filter((s) => !(isMarker(s) && isRemoved(s.local)));
  }
}
