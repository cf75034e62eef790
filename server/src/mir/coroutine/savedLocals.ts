/**
 * Which locals a coroutine keeps while it is suspended. After `locals_live_across_suspend_points` of
 * `rustc_mir_transform::coroutine`, with the analyses of `rustc_mir_dataflow::impls` that it asks.
 *
 * Kept is what is read after the suspension, or was borrowed before it and has storage still, as long as its storage is
 * needed: it was written, or borrowed, and not moved out of since.
 */
import { forEachEdge, forEachSuccessor, type MutBlock, type MutBody, reversePostorder } from '../graph.ts';
import { readsInto } from '../liveness.ts';
import type { BlockId, LocalId, Place, Statement, Terminator } from '../mir.ts';
import { alwaysLive, isMarker } from '../storage.ts';
import { type PlaceUse, visitStatement, visitTerminator } from '../visitPlaces.ts';

/** A flag for each local. */
export type LocalSet = Uint8Array;

export interface SavedLocals {
  /** By local: whether it is kept at any suspension. */
  readonly saved: LocalSet;
  /** By block that ends with a `yield`: what has storage there. */
  readonly storage: ReadonlyMap<BlockId, LocalSet>;
  /** What has no markers. */
  readonly alwaysLive: LocalSet;
}

const selfArg: LocalId = 1;

export function savedLocals(body: MutBody): SavedLocals {
  const always = alwaysLive(body);
  const hasStorage = new StorageLive(body, always);
  const borrowed = new Borrowed(body);
  const needsStorage = new RequiresStorage(body, borrowed);
  const live = new Live(body);
  const saved = new Uint8Array(body.locals.length);
  const storage = new Map<BlockId, LocalSet>();
  body.blocks.forEach(({ terminator }, block) => {
    if (terminator.kind !== 'Yield') return;
    const [alive, lent, needed] = [live.atEnd(block), borrowed.atEnd(block), needsStorage.atEnd(block)];
    storage.set(block, hasStorage.atEnd(block));
    for (let local = 0; local < saved.length; local++) {
      if (local !== selfArg && (alive[local] || lent[local]) && needed[local]) saved[local] = 1;
    }
  });
  return { saved, storage, alwaysLive: always };
}

/** What may be so at a point, as it may be so on some way to it. */
abstract class Forward {
  protected readonly body: MutBody;
  readonly #entries: (LocalSet | undefined)[];

  constructor(body: MutBody) {
    this.body = body;
    this.#entries = body.blocks.map(() => undefined);
  }

  protected solve(): void {
    const { blocks } = this.body;
    this.#entries[0] = this.start();
    const order = reversePostorder(blocks);
    for (let changed = true; changed; ) {
      changed = false;
      for (const block of order) {
        const entry = this.#entries[block];
        if (!entry) continue;
        const state = this.atEnd(block);
        const { terminator } = blocks[block]!;
        this.terminator(terminator, state, block);
        forEachEdge(terminator, (target) => {
          const out = this.edge(terminator, target, state);
          const known = this.#entries[target];
          if (!known) this.#entries[target] = out.slice();
          else if (!join(known, out)) return;
          changed = true;
        });
      }
    }
  }

  /** The state before the terminator. */
  atEnd(block: BlockId): LocalSet {
    return this.before(block, this.body.blocks[block]!.statements.length);
  }

  before(block: BlockId, index: number): LocalSet {
    const state = this.#entries[block]?.slice() ?? new Uint8Array(this.body.locals.length);
    const { statements } = this.body.blocks[block]!;
    for (let i = 0; i < index; i++) this.statement(statements[i]!, state, block, i);
    return state;
  }

  protected start(): LocalSet {
    return new Uint8Array(this.body.locals.length);
  }

  protected abstract statement(statement: Statement, state: LocalSet, block: BlockId, index: number): void;

  protected terminator(_terminator: Terminator, _state: LocalSet, _block: BlockId): void {}

  protected edge(_terminator: Terminator, _target: BlockId, state: LocalSet): LocalSet {
    return state;
  }
}

function join(known: LocalSet, other: LocalSet): boolean {
  let grew = false;
  for (let local = 0; local < known.length; local++) {
    if (!other[local] || known[local]) continue;
    known[local] = 1;
    grew = true;
  }
  return grew;
}

/** `MaybeStorageLive` */
class StorageLive extends Forward {
  readonly #always: LocalSet;

  constructor(body: MutBody, always: LocalSet) {
    super(body);
    this.#always = always;
    this.solve();
  }

  protected override start(): LocalSet {
    const state = this.#always.slice();
    state.fill(1, 1, this.body.argCount + 1);
    return state;
  }

  protected statement(s: Statement, state: LocalSet): void {
    if (isMarker(s)) state[s.local] = s.kind === 'StorageLive' ? 1 : 0;
  }
}

function lend(state: LocalSet) {
  return ({ local, projection }: Place, use: PlaceUse): void => {
    // A destructor may keep the address that it is given.
    const takes =
      use === 'drop' ||
      ((use === 'shared' || use === 'mutable' || use === 'rawConst' || use === 'rawMut') &&
        projection.every((elem) => elem.kind !== 'Deref'));
    if (takes) state[local] = 1;
  };
}

/** `MaybeBorrowedLocals` */
class Borrowed extends Forward {
  constructor(body: MutBody) {
    super(body);
    this.solve();
  }

  protected statement(s: Statement, state: LocalSet): void {
    visitStatement(s, lend(state));
    if (s.kind === 'StorageDead') state[s.local] = 0;
  }

  protected override terminator(terminator: Terminator, state: LocalSet): void {
    visitTerminator(terminator, lend(state));
  }
}

/** `MaybeRequiresStorage` */
class RequiresStorage extends Forward {
  /** By block, then by statement or terminator: what is moved out of there, and was not lent before. */
  readonly #released: readonly (readonly LocalId[])[][];

  constructor(body: MutBody, borrowed: Borrowed) {
    super(body);
    this.#released = body.blocks.map((block, id) => released(body, block, id, borrowed));
    this.solve();
  }

  protected override start(): LocalSet {
    const state = super.start();
    state.fill(1, selfArg + 1, this.body.argCount + 1);
    return state;
  }

  protected statement(s: Statement, state: LocalSet, block: BlockId, index: number): void {
    visitStatement(s, lend(state));
    if (s.kind === 'StorageDead') state[s.local] = 0;
    else if (s.kind === 'Assign' || s.kind === 'SetDiscriminant') state[s.place.local] = 1;
    for (const local of this.#released[block]![index]!) state[local] = 0;
  }

  protected override terminator(terminator: Terminator, state: LocalSet, block: BlockId): void {
    visitTerminator(terminator, lend(state));
    if (terminator.kind === 'Call') state[terminator.destination.local] = 0;
    for (const local of this.#released[block]!.at(-1)!) state[local] = 0;
  }

  protected override edge(terminator: Terminator, target: BlockId, state: LocalSet): LocalSet {
    const written = writtenOnEdge(terminator, target);
    if (!written || state[written.local]) return state;
    const out = state.slice();
    out[written.local] = 1;
    return out;
  }
}

/** What a call has written when it returns, and what a `yield` was resumed with. */
function writtenOnEdge(terminator: Terminator, target: BlockId): Place | undefined {
  if (terminator.kind === 'Call' && terminator.target === target) return terminator.destination;
  if (terminator.kind === 'Yield' && terminator.resume === target) return terminator.resumeArg;
  return undefined;
}

function released(body: MutBody, block: MutBlock, id: BlockId, borrowed: Borrowed): LocalId[][] {
  const moved = (visit: (see: (place: Place, use: PlaceUse) => void) => void): LocalId[] => {
    const locals: LocalId[] = [];
    visit(({ local, projection }, use) => {
      if (use === 'move' && projection.length === 0) locals.push(local);
    });
    return locals;
  };
  const all = block.statements.map((s) => moved((see) => visitStatement(s, see)));
  const { terminator } = block;
  all.push(terminator.kind === 'Return' ? [0] : moved((see) => visitTerminator(terminator, see)));
  if (all.every((locals) => locals.length === 0)) return all;
  return all.map((locals, index) => {
    if (locals.length === 0) return locals;
    const lent = borrowed.before(id, Math.min(index, body.blocks[id]!.statements.length));
    return locals.filter((local) => !lent[local]);
  });
}

/** `MaybeLiveLocals` */
class Live {
  readonly #body: MutBody;
  readonly #entries: (LocalSet | undefined)[];

  constructor(body: MutBody) {
    this.#body = body;
    const { blocks } = body;
    this.#entries = blocks.map(() => undefined);
    const order = reversePostorder(blocks).reverse();
    for (let changed = true; changed; ) {
      changed = false;
      for (const block of order) {
        const live = this.atEnd(block);
        const { statements, terminator } = blocks[block]!;
        visitTerminator(terminator, readsInto(live));
        if (terminator.kind === 'Return') live[0] = 1;
        for (let s = statements.length - 1; s >= 0; s--) {
          const statement = statements[s]!;
          if (statement.kind === 'Assign' && statement.place.projection.length === 0)
            live[statement.place.local] = 0;
          visitStatement(statement, readsInto(live));
        }
        const known = this.#entries[block];
        if (!known) this.#entries[block] = live;
        else if (!join(known, live)) continue;
        changed = true;
      }
    }
  }

  /** What is read by the blocks after, and not written on the way there. */
  atEnd(block: BlockId): LocalSet {
    const live = new Uint8Array(this.#body.locals.length);
    const { terminator } = this.#body.blocks[block]!;
    forEachSuccessor(terminator, (target) => {
      const entry = this.#entries[target];
      if (!entry) return;
      const written = writtenOnEdge(terminator, target);
      const isWhole = written?.projection.length === 0;
      for (let local = 0; local < live.length; local++) {
        if (entry[local] && !(isWhole && local === written!.local)) live[local] = 1;
      }
    });
    return live;
  }
}
