/**
 * A value that is put together has the type that is written, with `impl Trait` for what it stands for; a local has the
 * type with everything revealed. Where these differ, the value is made in a local of its own and converted on its way.
 * After `rustc_mir_transform::add_subtyping_projections` and `post_analysis_normalize`, which has no eye on aggregates.
 */
import { type DefId, typeckRoot } from '../../hir/defs.ts';
import type { Database } from '../../query/database.ts';
import { foldArgs, foldTy, superFoldTy, type TypeFolder } from '../../ty/fold.ts';
import { closureInfo, definedOpaqueTypes } from '../../ty/infer/infer.ts';
import { unknownTy } from '../../ty/intern.ts';
import { type Ty, TypeFlag } from '../../ty/types.ts';
import { localPlace, type MutBody } from '../graph.ts';
import type { AggregateKind, Statement } from '../mir.ts';
import { placeTy } from '../typeOps.ts';

export function convertAggregates(db: Database, body: MutBody): void {
  const opaques = new OpaqueTypes(db, typeckRoot(body.def));
  for (const b of body.blocks) {
    if (!b.statements.some((s) => isHidden(s, opaques))) continue;
    b.statements = b.statements.flatMap((s): Statement[] => {
      if (!isHidden(s, opaques)) return [s];
      const ty = placeTy(body.locals, s.place, unknownTy);
      const made = localPlace(body.locals.push({ ty, name: undefined }) - 1);
      const operand = { kind: 'Move', place: made } as const;
      return [
        { ...s, place: made },
        { ...s, rvalue: { kind: 'Cast', cast: 'Subtype', operand, ty } },
      ];
    });
  }
}

function isHidden(s: Statement, opaques: OpaqueTypes): s is Statement & { kind: 'Assign' } {
  return s.kind === 'Assign' && s.rvalue.kind === 'Aggregate' && opaques.isIn(s.rvalue.aggregate);
}

/** Whether types mention an `impl Trait` that the body does not itself define, be it in what a closure is called with or holds. */
class OpaqueTypes {
  readonly #db: Database;
  readonly #root: DefId;
  /** Known once the first is met: most bodies mention none. */
  #own: ReadonlyMap<DefId, Ty> | undefined;
  readonly #ofClosure = new Map<DefId, boolean>();
  readonly #folder: TypeFolder;
  #isFound = false;

  constructor(db: Database, root: DefId) {
    this.#db = db;
    this.#root = root;
    this.#folder = { flags: TypeFlag.HasOpaque | TypeFlag.HasClosure, ty: (ty) => this.#see(ty) };
  }

  isIn(aggregate: AggregateKind): boolean {
    if (aggregate.kind !== 'Adt' && aggregate.kind !== 'Closure' && aggregate.kind !== 'Coroutine')
      return false;
    this.#isFound = false;
    foldArgs(aggregate.args, this.#folder);
    return this.#isFound || (aggregate.kind !== 'Adt' && this.#isInClosure(aggregate.def));
  }

  #see(ty: Ty): Ty {
    if (this.#isFound) return ty;
    if (ty.kind === 'Opaque') {
      this.#own ??= new Map(definedOpaqueTypes(this.#db, this.#root).map(({ def, ty }) => [def, ty]));
      const hidden = this.#own.get(ty.def);
      if (hidden) foldTy(hidden, this.#folder);
      else this.#isFound = true;
      return ty;
    }
    if ((ty.kind === 'Closure' || ty.kind === 'Coroutine') && this.#isInClosure(ty.def)) this.#isFound = true;
    return superFoldTy(ty, this.#folder);
  }

  #isInClosure(closure: DefId): boolean {
    const known = this.#ofClosure.get(closure);
    if (known !== undefined) return known;
    this.#ofClosure.set(closure, false);
    const info = closureInfo(this.#db, closure);
    if (!info) return false;
    const isOuterFound = this.#isFound;
    this.#isFound = false;
    for (const ty of [...info.sig.inputs, info.sig.output, ...info.captures.map((c) => c.ty)])
      foldTy(ty, this.#folder);
    const isFound = this.#isFound;
    this.#isFound = isOuterFound;
    this.#ofClosure.set(closure, isFound);
    return isFound;
  }
}
