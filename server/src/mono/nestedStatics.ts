/**
 * Statics within a static: what its initial value borrows, where that is no constant that can be promoted, is memory of
 * its own. rustc makes a static of it, named after the one around it (`OUTER::{nested#0}`): what is borrowed mutably,
 * what needs drop, and what refers to such memory. After `intern_as_new_static` of `rustc_const_eval` and
 * `promote_consts` of `rustc_mir_transform`.
 */
import { assocContainer, type DefId, defCrate, defKind, internDef } from '../hir/defs.ts';
import type { LocalId, MirBody, MirConst, Operand, Rvalue } from '../mir/mir.ts';
import { mirBody } from '../mir/mirBody.ts';
import { visitRvalue } from '../mir/visitPlaces.ts';
import type { Database } from '../query/database.ts';
import { adtDestructor, needsDrop } from '../ty/adt.ts';
import { emptyParamEnv } from '../ty/predicates.ts';
import { normalizeErasing } from '../ty/project.ts';
import type { Ty } from '../ty/types.ts';

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
  readonly borrowed: { readonly local: LocalId; readonly mutable: boolean }[];
}

/**
 * The locals that the final value refers to. Arguments of calls do not count: what is borrowed for them lives until the
 * call is over, unless it is promoted.
 */
class BorrowedMemory {
  readonly #db: Database;
  readonly #body: MirBody;
  readonly #contents: readonly Content[];
  /** The constants on the way to this body. */
  readonly #around: readonly DefId[];
  readonly #promotable = new Map<LocalId, boolean>();
  readonly #droppable = new Map<LocalId, boolean>();

  constructor(db: Database, body: MirBody, around: readonly DefId[] = []) {
    this.#db = db;
    this.#body = body;
    this.#around = around;
    this.#contents = contentsOf(body);
  }

  count(): number {
    const reached = new Set<LocalId>([0]);
    const memory = new Set<LocalId>();
    for (const at of reached) {
      const { held = [], borrowed = [] } = this.#contents[at] ?? {};
      for (const local of held) reached.add(local);
      for (const { local, mutable } of borrowed) {
        if (!mutable && this.#isPromotable(local)) continue;
        if (mutable && this.#isEmptyArray(local)) continue;
        memory.add(local);
        reached.add(local);
      }
    }
    return memory.size;
  }

  #isPromotable(local: LocalId): boolean {
    let known = this.#promotable.get(local);
    if (known === undefined) {
      this.#promotable.set(local, true);
      const { held, borrowed } = this.#contents[local]!;
      known =
        !this.#needsDrop(local) &&
        held.every((part) => this.#isPromotable(part)) &&
        borrowed.every((part) =>
          part.mutable ? this.#isEmptyArray(part.local) : this.#isPromotable(part.local),
        );
      this.#promotable.set(local, known);
    }
    return known;
  }

  /** Whether a value is inside that needs drop; `None` needs none, whatever its type says. */
  #needsDrop(local: LocalId): boolean {
    let known = this.#droppable.get(local);
    if (known === undefined) {
      // What is made of itself, in a loop, is given up on.
      this.#droppable.set(local, true);
      const { rvalues } = this.#contents[local]!;
      known =
        this.#tyNeedsDrop(this.#body.locals[local]!.ty) &&
        (rvalues.length === 0 || rvalues.some((rvalue) => this.#mayHoldDrop(rvalue)));
      this.#droppable.set(local, known);
    }
    return known;
  }

  #mayHoldDrop(rvalue: Rvalue): boolean {
    if (rvalue.kind === 'Use') return this.#operandNeedsDrop(rvalue.operand);
    if (rvalue.kind !== 'Aggregate') return true;
    const { aggregate, operands } = rvalue;
    const hasDestructor = aggregate.kind === 'Adt' && adtDestructor(this.#db, aggregate.def) !== undefined;
    return hasDestructor || operands.some((operand) => this.#operandNeedsDrop(operand));
  }

  #operandNeedsDrop(operand: Operand): boolean {
    if (operand.kind === 'Constant')
      return this.#tyNeedsDrop(operand.ty) && this.#constNeedsDrop(operand.constant);
    return operand.place.projection.length > 0 || this.#needsDrop(operand.place.local);
  }

  /** Of a constant that may be another one for another type, only the type is known. */
  #constNeedsDrop(constant: MirConst): boolean {
    if (constant.kind !== 'Unevaluated') return true;
    const container = assocContainer(constant.def);
    if (container !== undefined && defKind(container) === 'Trait') return true;
    const body = this.#around.includes(constant.def) ? undefined : mirBody(this.#db, constant.def);
    return !body || new BorrowedMemory(this.#db, body, [...this.#around, constant.def]).#needsDrop(0);
  }

  #tyNeedsDrop(ty: Ty): boolean {
    return needsDrop(this.#db, normalizeErasing(this.#db, ty), emptyParamEnv);
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
