/**
 * Which locals are still read after a point. Locals that are borrowed may be read through the reference at any time, and
 * are left out of it. After `rustc_mir_dataflow::impls::liveness`.
 */
import { forEachSuccessor, type MutBody, reversePostorder } from './graph.ts';
import type { BlockId, Place, Statement, Terminator } from './mir.ts';
import { type PlaceUse, visitStatement, visitTerminator } from './visitPlaces.ts';

export class Liveness {
  readonly isBorrowed: Uint8Array;
  readonly #body: MutBody;
  readonly #entries: (Uint8Array | undefined)[];
  /** The blocks that control reaches; only of these anything is known. */
  readonly order: readonly BlockId[];
  readonly #isDead: (statement: Statement, live: Uint8Array) => boolean;

  /** What a statement reads that `isDead` by what is live after it keeps nothing alive. */
  constructor(
    body: MutBody,
    isDead: (statement: Statement, live: Uint8Array, isBorrowed: Uint8Array) => boolean = () => false,
  ) {
    this.#body = body;
    this.#isDead = (statement, live) => isDead(statement, live, this.isBorrowed);
    const { blocks } = body;
    this.isBorrowed = borrowedLocals(body);
    this.#entries = blocks.map(() => undefined);
    this.order = reversePostorder(blocks);
    for (let changed = true; changed; ) {
      changed = false;
      for (let i = this.order.length - 1; i >= 0; i--) {
        const block = this.order[i]!;
        const live = this.atEnd(block);
        const { statements, terminator } = blocks[block]!;
        this.beforeTerminator(terminator, live);
        for (let s = statements.length - 1; s >= 0; s--) this.before(statements[s]!, live);
        const known = this.#entries[block];
        if (known && live.every((bit, local) => bit === known[local])) continue;
        this.#entries[block] = live;
        changed = true;
      }
    }
  }

  /** What is read by the blocks after. */
  atEnd(block: number): Uint8Array {
    const live = new Uint8Array(this.#body.locals.length);
    forEachSuccessor(this.#body.blocks[block]!.terminator, (t) => {
      const entry = this.#entries[t];
      if (entry) for (let local = 0; local < live.length; local++) live[local]! |= entry[local]!;
    });
    return live;
  }

  before(statement: Statement, live: Uint8Array): void {
    if (this.#isDead(statement, live)) return;
    if (statement.kind === 'Assign' && statement.place.projection.length === 0)
      live[statement.place.local] = 0;
    visitStatement(statement, readsInto(live));
  }

  beforeTerminator(terminator: Terminator, live: Uint8Array): void {
    if (terminator.kind === 'Call' && terminator.destination.projection.length === 0)
      live[terminator.destination.local] = 0;
    if (terminator.kind === 'Return') live[0] = 1;
    if (terminator.kind === 'Yield' || terminator.kind === 'InlineAsm') live.fill(1);
    visitTerminator(terminator, readsInto(live));
  }
}

/** Marks what is read as live. */
export const readsInto =
  (live: Uint8Array) =>
  ({ local, projection }: Place, use: PlaceUse): void => {
    for (const elem of projection) if (elem.kind === 'Index') live[elem.local] = 1;
    const isWrite = use === 'store' || use === 'callStore';
    // A part that is written keeps nothing alive, but for the pointer that leads to it.
    if (isWrite && projection.every((elem) => elem.kind !== 'Deref')) return;
    live[local] = 1;
  };

/** Locals that a pointer may lead to. */
export function borrowedLocals({ blocks, locals }: MutBody): Uint8Array {
  const borrowed = new Uint8Array(locals.length);
  const see = ({ local, projection }: Place, use: PlaceUse) => {
    const takes =
      use === 'shared' || use === 'mutable' || use === 'rawConst' || use === 'rawMut' || use === 'drop';
    if (takes && projection.every((elem) => elem.kind !== 'Deref')) borrowed[local] = 1;
  };
  for (const { statements, terminator } of blocks) {
    for (const s of statements) visitStatement(s, see);
    visitTerminator(terminator, see);
  }
  return borrowed;
}
