/**
 * Which move paths may be initialized, and which may be uninitialized, at each point of a body: two forward dataflow
 * problems over the same events, solved together. After `MaybeInitializedPlaces` and `MaybeUninitializedPlaces` of
 * rustc's `rustc_mir_dataflow::impls`.
 *
 * A point's state is two bit sets over the move paths, kept in one array: the first half "maybe initialized", the
 * second "maybe uninitialized". Control-flow joins are unions of both. On the edge of a switch over an enum's
 * discriminant, the paths below the other variants count as uninitialized.
 */

import type { Ty } from '../../ty/types.ts';
import type { MutBody } from '../graph.ts';
import { forEachEdge, reversePostorder } from '../graph.ts';
import type { BlockId, Place, Terminator } from '../mir.ts';
import type { TypeOps } from '../typeOps.ts';
import { placeTy } from '../typeOps.ts';
import type { MoveData, MovePathId } from './movePaths.ts';

export interface InitState {
  readonly maybeInit: boolean;
  readonly maybeUninit: boolean;
}

export class Initialized {
  readonly #body: MutBody;
  readonly #moves: MoveData;
  readonly #words: number;
  /** State at the start of each block; undefined where unreachable. */
  readonly #entries: (Uint32Array | undefined)[];

  constructor(body: MutBody, moves: MoveData, types: TypeOps, unknown: Ty) {
    this.#body = body;
    this.#moves = moves;
    this.#words = (moves.size + 31) >> 5;
    this.#entries = new Array<Uint32Array | undefined>(body.blocks.length).fill(undefined);
    this.#solve(types, unknown);
  }

  /** The state before the block's terminator. */
  beforeTerminator(block: BlockId): Uint32Array | undefined {
    const entry = this.#entries[block];
    if (!entry) return undefined;
    const state = entry.slice();
    const last = this.#body.blocks[block]!.statements.length;
    for (const [index, events] of this.#moves.events[block]!) {
      if (index < last) for (const e of events) this.#apply(state, e.path, e.present);
    }
    return state;
  }

  get(state: Uint32Array, path: MovePathId): InitState {
    const word = path >> 5;
    const bit = 1 << (path & 31);
    return {
      maybeInit: (state[word]! & bit) !== 0,
      maybeUninit: (state[word + this.#words]! & bit) !== 0,
    };
  }

  #apply(state: Uint32Array, path: MovePathId, present: boolean): void {
    const words = this.#words;
    const on = present ? 0 : words;
    const off = present ? words : 0;
    this.#moves.forEachBelow(path, (p) => {
      const bit = 1 << (p & 31);
      state[(p >> 5) + on]! |= bit;
      state[(p >> 5) + off]! &= ~bit;
    });
  }

  #solve(types: TypeOps, unknown: Ty): void {
    const body = this.#body;
    const moves = this.#moves;
    const start = new Uint32Array(2 * this.#words);
    for (let path = 0; path < moves.size; path++) {
      if (moves.parents[path] !== -1) continue;
      const { local } = moves.places[path]!;
      this.#apply(start, path, local >= 1 && local <= body.argCount);
    }
    this.#entries[0] = start;
    const order = reversePostorder(body.blocks);
    const position = new Int32Array(body.blocks.length).fill(-1);
    order.forEach((block, i) => {
      position[block] = i;
    });
    const dirty = new Uint8Array(order.length);
    dirty[0] = 1;
    const switches = order.map((block) => enumSwitch(body, block, types, unknown));

    // Sweeps in reverse postorder: loops converge in two or three.
    for (let changed = true; changed; ) {
      changed = false;
      for (let i = 0; i < order.length; i++) {
        if (!dirty[i]) continue;
        dirty[i] = 0;
        const block = order[i]!;
        const join = (target: BlockId, state: Uint32Array) => {
          const entry = this.#entries[target];
          let grew = false;
          if (!entry) {
            this.#entries[target] = state.slice();
            grew = true;
          } else {
            for (let w = 0; w < entry.length; w++) {
              // Unsigned, as the array's elements read: bit 31 would make it differ from itself.
              const merged = (entry[w]! | state[w]!) >>> 0;
              if (merged !== entry[w]) {
                entry[w] = merged;
                grew = true;
              }
            }
          }
          if (grew) {
            dirty[position[target]!] = 1;
            changed = true;
          }
        };
        const out = this.beforeTerminator(block)!;
        const { statements, terminator } = body.blocks[block]!;
        // A drop of what is surely gone will not happen, and so not panic.
        const isDead = terminator.kind === 'Drop' && this.#isGone(out, terminator.place);
        for (const e of moves.events[block]!.get(statements.length) ?? [])
          this.#apply(out, e.path, e.present);
        if (isDead) join(terminator.target, out);
        else this.#leave(terminator, block, switches[i], out, join);
      }
    }
  }

  #isGone(state: Uint32Array, place: Place): boolean {
    const found = this.#moves.find(place);
    if (!found?.exact) return false;
    let live = false;
    this.#moves.forEachBelow(found.path, (path) => {
      live ||= this.get(state, path).maybeInit;
    });
    return !live;
  }

  #leave(
    term: Terminator,
    block: BlockId,
    variants: EnumSwitch | undefined,
    out: Uint32Array,
    join: (target: BlockId, state: Uint32Array) => void,
  ): void {
    const returned = this.#moves.returned[block];
    if (term.kind === 'Call' && term.target !== undefined && returned !== undefined) {
      if (term.unwind !== undefined) join(term.unwind, out);
      this.#apply(out, returned, true);
      join(term.target, out);
      return;
    }
    if (term.kind === 'SwitchInt' && variants) {
      const found = this.#moves.find(variants.place);
      if (found?.exact) {
        term.targets.forEach((target, i) => {
          const state = out.slice();
          const value = term.values[i];
          for (const variant of variants.variants) {
            // On the edge of one value the other variants are dead, on the last edge those that have an edge.
            const inactive =
              value === undefined
                ? term.values.includes(variant.discriminant)
                : variant.discriminant !== value;
            if (!inactive) continue;
            const path = this.#moves.child(
              found.path,
              (e) => e.kind === 'Downcast' && e.variant === variant.index,
            );
            if (path !== undefined) this.#apply(state, path, false);
          }
          join(target, state);
        });
        return;
      }
    }
    forEachEdge(term, (target) => join(target, out));
  }
}

interface EnumSwitch {
  readonly place: Place;
  readonly variants: readonly { readonly index: number; readonly discriminant: bigint }[];
}

/** When the block ends with a switch over `discriminant(place)`: that place and its enum's variants. */
function enumSwitch(body: MutBody, block: BlockId, types: TypeOps, unknown: Ty): EnumSwitch | undefined {
  const { statements, terminator } = body.blocks[block]!;
  if (terminator.kind !== 'SwitchInt' || terminator.discr.kind === 'Constant') return undefined;
  const { place: discr } = terminator.discr;
  for (let i = statements.length - 1; i >= 0; i--) {
    const statement = statements[i]!;
    if (statement.kind !== 'Assign') continue;
    if (statement.place.local !== discr.local || statement.place.projection.length > 0) return undefined;
    const { rvalue } = statement;
    if (rvalue.kind !== 'Discriminant') return undefined;
    const ty = placeTy(body.locals, rvalue.place, unknown);
    if (ty.kind !== 'Adt' || types.adtKind(ty.def) !== 'Enum') return undefined;
    return {
      place: rvalue.place,
      variants: types.variants(ty.def).map((_, index) => ({
        index,
        discriminant: types.discriminant(ty.def, index),
      })),
    };
  }
  return undefined;
}
