/**
 * Locals that are assigned once, before anything reads them, and changed in no other way: what such a local holds is the
 * same wherever it is read. After `rustc_mir_transform::ssa`.
 */
import { Dominators } from './dominators.ts';
import { type MutBody, returnLocal } from './graph.ts';
import type { BlockId, LocalDecl, LocalId, Rvalue } from './mir.ts';
import type { TypeOps } from './typeOps.ts';
import { type PlaceUse, visitStatement, visitTerminator } from './visitPlaces.ts';

export interface Definition {
  readonly block: BlockId;
  /** Index of the statement; that past the last one for the terminator, -1 for an argument. */
  readonly index: number;
  /** Undefined for an argument and for what a call returns. */
  readonly rvalue: Rvalue | undefined;
}

export class SsaLocals {
  readonly dominators: Dominators;
  /** In an order in which what a definition reads is defined before it. */
  readonly order: readonly LocalId[];
  readonly #definitions: (Definition | undefined)[];
  readonly #isBorrowed: Uint8Array;
  readonly #directUses: Int32Array;
  /** Of each local, the one that it and others are copies of. */
  readonly #heads: readonly LocalId[];

  constructor(body: MutBody, types: TypeOps) {
    const { blocks, locals, argCount } = body;
    this.dominators = new Dominators(blocks);
    this.#definitions = locals.map(() => undefined);
    this.#isBorrowed = new Uint8Array(locals.length);
    this.#directUses = new Int32Array(locals.length);
    const isSpoiled = new Uint8Array(locals.length);
    const order: LocalId[] = [];
    for (let local = 1; local <= argCount; local++) {
      this.#definitions[local] = { block: 0, index: -1, rvalue: undefined };
      order.push(local);
    }
    const spoil = (local: LocalId) => {
      isSpoiled[local] = 1;
    };
    let block = 0;
    let index = 0;
    let rvalue: Rvalue | undefined;
    const read = (local: LocalId) => {
      const definition = this.#definitions[local];
      if (!definition || !this.isDefinedBefore(definition, block, index)) spoil(local);
    };
    const visit = (
      place: { readonly local: LocalId; readonly projection: readonly { readonly kind: string }[] },
      use: PlaceUse,
    ) => {
      const { local, projection } = place;
      for (const elem of projection)
        if (elem.kind === 'Index') read((elem as unknown as { local: LocalId }).local);
      const isIndirect = projection[0]?.kind === 'Deref';
      if (isIndirect) {
        read(local);
        return;
      }
      const through = projection.some((elem) => elem.kind === 'Deref');
      switch (use) {
        case 'store':
        case 'callStore':
          if (projection.length > 0) {
            if (through) read(local);
            else spoil(local);
          } else if (this.#definitions[local]) spoil(local);
          else {
            this.#definitions[local] = { block, index, rvalue: use === 'store' ? rvalue : undefined };
            order.push(local);
          }
          break;
        // Anything may happen through a raw pointer.
        case 'rawConst':
        case 'mutable':
        case 'rawMut':
        case 'drop':
          if (through) read(local);
          else spoil(local);
          break;
        case 'shared':
          read(local);
          if (!through) this.#isBorrowed[local] = 1;
          this.#directUses[local]!++;
          break;
        default:
          read(local);
          this.#directUses[local]!++;
      }
    };
    for (block of this.dominators.order) {
      const { statements, terminator } = blocks[block]!;
      for (index = 0; index < statements.length; index++) {
        const statement = statements[index]!;
        rvalue = statement.kind === 'Assign' ? statement.rvalue : undefined;
        visitStatement(statement, visit);
        if (statement.kind === 'SetDiscriminant' && statement.place.projection[0]?.kind !== 'Deref')
          spoil(statement.place.local);
      }
      rvalue = undefined;
      visitTerminator(terminator, visit);
      if (terminator.kind === 'Yield' || terminator.kind === 'InlineAsm') isSpoiled.fill(1);
    }
    for (let local = 0; local < locals.length; local++) {
      if (this.#isBorrowed[local] && !types.isFreeze(locals[local]!.ty)) spoil(local);
      if (isSpoiled[local]) this.#definitions[local] = undefined;
    }
    this.order = order.filter((local) => this.#definitions[local] !== undefined);
    this.#heads = this.#copyClasses(locals);
  }

  isSsa(local: LocalId): boolean {
    return this.#definitions[local] !== undefined;
  }

  definition(local: LocalId): Definition | undefined {
    return this.#definitions[local];
  }

  isBorrowed(local: LocalId): boolean {
    return this.#isBorrowed[local] === 1;
  }

  /** The locals that nothing uses themselves, rather than what they point to, and no copy of which is so used. */
  onlyDereferenced(): ReadonlySet<LocalId> {
    const used = new Set<LocalId>();
    for (const local of this.order) if (this.#directUses[local]! > 0) used.add(this.#heads[local]!);
    return new Set(this.order.filter((local) => !used.has(this.#heads[local]!)));
  }

  /** A copy is no use by itself: what is copied lives on in it. */
  #copyClasses(locals: readonly LocalDecl[]): readonly LocalId[] {
    const heads = locals.map((_, local) => local);
    const isBorrowed = this.#isBorrowed.slice();
    for (const local of this.order) {
      const rvalue = this.#definitions[local]!.rvalue;
      if (local === returnLocal || rvalue?.kind !== 'Use' || rvalue.operand.kind === 'Constant') continue;
      const { place } = rvalue.operand;
      if (place.projection.length > 0 || !this.isSsa(place.local)) continue;
      if (locals[place.local]!.ty !== locals[local]!.ty) continue;
      const head = heads[place.local]!;
      if (isBorrowed[local] && isBorrowed[head]) continue;
      if (isBorrowed[local]) isBorrowed[head] = 1;
      heads[local] = head;
      this.#directUses[place.local]!--;
    }
    return heads;
  }

  /** What a call returns is there only in the blocks after. */
  isDefinedBefore(definition: Definition, block: BlockId, index: number): boolean {
    if (definition.block === block) return definition.index < index;
    return this.dominators.dominates(definition.block, block);
  }
}
