/**
 * Statics within a static: what its initial value borrows, where that is no constant that can be promoted, is memory of
 * its own. rustc makes a static of it, named after the one around it (`OUTER::{nested#0}`): what is borrowed mutably,
 * what needs drop, and what refers to such memory. After `intern_as_new_static` of `rustc_const_eval` and
 * `promote_consts` of `rustc_mir_transform`.
 */
import { type DefId, defCrate, internDef } from '../hir/defs.ts';
import { ValueQualifs } from '../mir/constQualifs.ts';
import type { LocalId, MirBody, Rvalue } from '../mir/mir.ts';
import { constQualifs } from '../mir/mirBody.ts';
import { visitRvalue } from '../mir/visitPlaces.ts';
import type { Database } from '../query/database.ts';

/** In no particular order; `body` is the static's. */
export function nestedStatics(db: Database, def: DefId, body: MirBody): DefId[] {
  const krate = defCrate(def);
  return Array.from({ length: new BorrowedMemory(db, body).count() }, (_, disambiguator) =>
    internDef({ krate, parent: def, kind: 'NestedStatic', name: '', disambiguator }),
  );
}

/** What was assigned to a local, taken to be all in it still. Code that runs only under a condition is as good as any. */
interface Content {
  readonly rvalues: Rvalue[];
  /** Locals whose value went into this one. */
  readonly held: LocalId[];
  readonly borrowed: Borrow[];
}

interface Borrow {
  readonly local: LocalId;
  readonly mutable: boolean;
}

/**
 * The locals that the final value refers to. Arguments of calls do not count: what is borrowed for them lives until the
 * call is over, unless it is promoted.
 */
class BorrowedMemory {
  readonly #contents: readonly Content[];
  readonly #values: ValueQualifs;
  readonly #promotable = new Map<LocalId, boolean>();

  constructor(db: Database, body: MirBody) {
    this.#values = new ValueQualifs(db, body, (other) => constQualifs(db, other));
    this.#contents = contentsOf(body);
  }

  count(): number {
    const reached = new Set<LocalId>([0]);
    const memory = new Set<LocalId>();
    for (const at of reached) {
      const { held = [], borrowed = [] } = this.#contents[at] ?? {};
      for (const local of held) reached.add(local);
      for (const borrow of borrowed) {
        if (this.#isPromoted(borrow)) continue;
        memory.add(borrow.local);
        reached.add(borrow.local);
      }
    }
    return memory.size;
  }

  #isPromoted({ local, mutable }: Borrow): boolean {
    return mutable ? this.#isEmptyArray(local) : this.#isPromotable(local);
  }

  #isPromotable(local: LocalId): boolean {
    let known = this.#promotable.get(local);
    if (known === undefined) {
      this.#promotable.set(local, true);
      const { held, borrowed } = this.#contents[local]!;
      known =
        !this.#values.of(local).needsDrop &&
        held.every((part) => this.#isPromotable(part)) &&
        borrowed.every((borrow) => this.#isPromoted(borrow));
      this.#promotable.set(local, known);
    }
    return known;
  }

  #isEmptyArray(local: LocalId): boolean {
    const { rvalues } = this.#contents[local]!;
    return rvalues.every(
      (rvalue) =>
        rvalue.kind === 'Aggregate' && rvalue.aggregate.kind === 'Array' && rvalue.operands.length === 0,
    );
  }
}

function contentsOf(body: MirBody): Content[] {
  const contents = body.locals.map((): Content => ({ rvalues: [], held: [], borrowed: [] }));
  for (const { statements } of body.blocks) {
    for (const statement of statements) {
      if (statement.kind !== 'Assign') continue;
      const { place, rvalue } = statement;
      if (place.projection.some((elem) => elem.kind === 'Deref')) continue;
      const { rvalues, held, borrowed } = contents[place.local]!;
      rvalues.push(rvalue);
      visitRvalue(rvalue, (used, use) => {
        if (use === 'inspect') return;
        const { local } = used;
        const isBorrow = use !== 'copy' && use !== 'move';
        // To borrow anew what a reference points to is to copy the reference.
        if (!isBorrow || used.projection.some((elem) => elem.kind === 'Deref')) held.push(local);
        else borrowed.push({ local, mutable: use === 'mutable' || use === 'rawMut' });
      });
    }
  }
  return contents;
}
