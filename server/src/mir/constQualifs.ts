/**
 * What the *value* of a constant is like, where that is more than its type tells: `None` needs no drop, whatever
 * `Option` it is of. Decides what may be promoted. After `qualifs` of `rustc_const_eval::check_consts`.
 */
import type { DefId } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import { adtDestructor, isFreeze, needsDrop } from '../ty/adt.ts';
import { langAdt } from '../ty/langAdts.ts';
import type { ParamEnv } from '../ty/obligation.ts';
import { paramEnv } from '../ty/predicates.ts';
import type { Ty } from '../ty/types.ts';
import type { LocalId, MirBody, Operand, Rvalue } from './mir.ts';

export interface ConstQualifs {
  readonly needsDrop: boolean;
  /** An `UnsafeCell` is inside, outside of pointers. */
  readonly hasMutInterior: boolean;
}

const none: ConstQualifs = { needsDrop: false, hasMutInterior: false };
/** As a type may at worst be. */
export const anyQualifs: ConstQualifs = { needsDrop: true, hasMutInterior: true };

const either = (a: ConstQualifs, b: ConstQualifs): ConstQualifs => ({
  needsDrop: a.needsDrop || b.needsDrop,
  hasMutInterior: a.hasMutInterior || b.hasMutInterior,
});

const both = (a: ConstQualifs, b: ConstQualifs): ConstQualifs => ({
  needsDrop: a.needsDrop && b.needsDrop,
  hasMutInterior: a.hasMutInterior && b.hasMutInterior,
});

/** The values of a body's locals: of each, all that is ever assigned to it. `ofConst`: of another constant. */
export class ValueQualifs {
  readonly #db: Database;
  readonly #body: MirBody;
  readonly #env: ParamEnv;
  readonly #ofConst: (def: DefId) => ConstQualifs;
  readonly #assigned = new Map<LocalId, Rvalue[]>();
  readonly #known = new Map<LocalId, ConstQualifs>();

  constructor(db: Database, body: MirBody, ofConst: (def: DefId) => ConstQualifs) {
    this.#db = db;
    this.#body = body;
    this.#env = paramEnv(db, body.def);
    this.#ofConst = ofConst;
    for (const { statements } of body.blocks) {
      for (const statement of statements) {
        if (statement.kind !== 'Assign') continue;
        const rvalues = this.#assigned.get(statement.place.local);
        if (rvalues) rvalues.push(statement.rvalue);
        else this.#assigned.set(statement.place.local, [statement.rvalue]);
      }
    }
  }

  of(local: LocalId): ConstQualifs {
    let known = this.#known.get(local);
    if (known === undefined) {
      // What is made of itself, in a loop, is as its type is.
      known = this.#ofTy(this.#body.locals[local]!.ty);
      this.#known.set(local, known);
      const rvalues = this.#assigned.get(local);
      if (rvalues && (known.needsDrop || known.hasMutInterior)) {
        known = both(known, rvalues.map((rvalue) => this.#ofRvalue(rvalue)).reduce(either, none));
        this.#known.set(local, known);
      }
    }
    return known;
  }

  #ofRvalue(rvalue: Rvalue): ConstQualifs {
    switch (rvalue.kind) {
      case 'Use':
      case 'Repeat':
      case 'Cast':
        return this.#ofOperand(rvalue.operand);
      case 'Aggregate': {
        const { aggregate, operands } = rvalue;
        const parts = operands.map((operand) => this.#ofOperand(operand)).reduce(either, none);
        return aggregate.kind === 'Adt' ? either(this.#inherentIn(aggregate.def), parts) : parts;
      }
      default:
        return anyQualifs;
    }
  }

  #ofOperand(operand: Operand): ConstQualifs {
    if (operand.kind === 'Constant') {
      const { constant, ty } = operand;
      return constant.kind === 'Unevaluated'
        ? both(this.#ofTy(ty), this.#ofConst(constant.def))
        : this.#ofTy(ty);
    }
    return operand.place.projection.length > 0 ? anyQualifs : this.of(operand.place.local);
  }

  /** Whatever the fields hold. */
  #inherentIn(adt: DefId): ConstQualifs {
    return {
      needsDrop: adtDestructor(this.#db, adt) !== undefined,
      hasMutInterior: langAdt(this.#db, adt) === 'unsafe_cell',
    };
  }

  #ofTy(ty: Ty): ConstQualifs {
    return {
      needsDrop: needsDrop(this.#db, ty, this.#env),
      hasMutInterior: !isFreeze(this.#db, ty, this.#env),
    };
  }
}
