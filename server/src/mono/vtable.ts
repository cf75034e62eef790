/**
 * Vtables: which methods a `dyn Trait` has slots for, and which pairs of types an unsizing coercion makes one of.
 * After rustc's `vtable_entries` and `find_vtable_types_for_unsizing`.
 */
import { assocItems } from '../hir/defMap/assocItems.ts';
import { item as itemOf } from '../hir/defMap/defSource.ts';
import { langItem } from '../hir/defMap/langItems.ts';
import { type DefId, defCrate } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import { adtVariants, isBox } from '../ty/adt.ts';
import { substitute, substitutePredicate } from '../ty/fold.ts';
import { genericsOf } from '../ty/generics.ts';
import { erasedRegion, mkArgs, tyArg } from '../ty/intern.ts';
import { elaborate, emptyParamEnv, ownPredicates } from '../ty/predicates.ts';
import { normalizeErasing, normalizeErasingArgs } from '../ty/project.ts';
import { supertraits, traitHolds } from '../ty/select.ts';
import type { ExistentialTraitRef, GenericArgs, TraitRef, Ty } from '../ty/types.ts';

/** The trait reference that `dyn Trait` stands for with `self` as its self type. */
export function withSelfTy(trait: ExistentialTraitRef, self: Ty): TraitRef {
  return { def: trait.def, args: mkArgs([self, ...trait.args.list]) };
}

/** A trait's own methods that can be called through a vtable, in order of declaration. */
export function vtableSafeMethods(db: Database, trait: DefId): DefId[] {
  const methods: DefId[] = [];
  for (const { def, kind } of assocItems(db, trait)) {
    if (kind === 'Fn' && isVtableSafe(db, def)) methods.push(def);
  }
  return methods;
}

/** Has a receiver, no generics of its own but lifetimes, and no bound that makes `Self` `Sized`, by whatever way. */
function isVtableSafe(db: Database, method: DefId): boolean {
  const item = itemOf(db, method);
  if (item?.kind !== 'Fn' || !item.hasSelf) return false;
  if (genericsOf(db, method).params.some((param) => param.kind !== 'Lifetime')) return false;
  if (item.generics.wherePredicates.length === 0) return true;
  const sized = langItem(db, defCrate(method), 'sized');
  return !elaborate(db, ownPredicates(db, method)).some(
    (predicate) =>
      predicate.kind === 'Trait' && predicate.trait.def === sized && isSelf(tyArg(predicate.trait.args, 0)),
  );
}

const isSelf = (ty: Ty): boolean => ty.kind === 'Param' && ty.index === 0;

export interface VtableMethod {
  readonly method: DefId;
  /** Of the trait that declares it, with the self type first. */
  readonly args: GenericArgs;
}

/** Every method slot of the vtable of `self` for `trait`: supertraits' first, each trait once. */
export function vtableMethods(db: Database, trait: TraitRef): VtableMethod[] {
  const methods: VtableMethod[] = [];
  const seen = new Set<string>();
  const traits = supertraits(db, trait);
  for (const { def, args } of [...traits].reverse()) {
    const normalized = normalizeErasingArgs(db, args);
    const key = `${def}|${normalized.id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const method of vtableSafeMethods(db, def)) {
      // Only lifetimes can be among a dispatched method's own parameters.
      const own = genericsOf(db, method).params.map(() => erasedRegion);
      methods.push({ method, args: mkArgs([...normalized.list, ...own]) });
    }
  }
  return methods;
}

/**
 * Whether the method has where clauses of its own that cannot hold for these types: then nobody can call it, and its slot
 * is empty.
 */
export function isVacant(db: Database, { method, args }: VtableMethod): boolean {
  return ownPredicates(db, method).some((written) => {
    const predicate = substitutePredicate(written, args);
    if (predicate.kind !== 'Trait') return false;
    const trait = { def: predicate.trait.def, args: normalizeErasingArgs(db, predicate.trait.args) };
    return traitHolds(db, emptyParamEnv, trait) === 'No';
  });
}

/** The slot that a call of `method` on this `dyn` type goes through; undefined if it has none. */
export function vtableIndex(db: Database, self: Ty, method: DefId): number | undefined {
  if (self.kind !== 'Dynamic' || !self.principal) return undefined;
  const index = vtableMethods(db, withSelfTy(self.principal, self)).findIndex(
    (slot) => slot.method === method,
  );
  return index < 0 ? undefined : index;
}

/**
 * What is unsized to what when a pointer of type `source` becomes one of type `target`: the types behind the
 * pointers, down to the tails in which they differ.
 */
export function unsizingTails(db: Database, source: Ty, target: Ty): readonly [Ty, Ty] | undefined {
  const tails = (a: Ty, b: Ty): readonly [Ty, Ty] =>
    lockstepTails(db, normalizeErasing(db, a), normalizeErasing(db, b));
  if (
    (source.kind === 'Ref' || source.kind === 'RawPtr') &&
    (target.kind === 'Ref' || target.kind === 'RawPtr')
  ) {
    return tails(source.inner, target.inner);
  }
  if (source.kind !== 'Adt' || target.kind !== 'Adt' || source.def !== target.def) return undefined;
  if (isBox(db, source.def)) {
    const [a, b] = [source.args.list[0] as Ty, target.args.list[0] as Ty];
    return tails(a, b);
  }
  // A user's smart pointer: the one field whose type the coercion changes.
  for (const field of adtVariants(db, source.def)[0]?.fields ?? []) {
    const from = normalizeErasing(db, substitute(field.ty, source.args));
    const to = normalizeErasing(db, substitute(field.ty, target.args));
    if (from === to) continue;
    const found = unsizingTails(db, from, to);
    if (found) return found;
  }
  return undefined;
}

/** Walks down the last fields of both structs as long as they are the same struct. */
function lockstepTails(db: Database, source: Ty, target: Ty): readonly [Ty, Ty] {
  let a = source;
  let b = target;
  for (let depth = 0; depth < 128; depth++) {
    if (a.kind === 'Adt' && b.kind === 'Adt' && a.def === b.def) {
      const last = adtVariants(db, a.def)[0]?.fields.at(-1);
      if (!last) break;
      a = normalizeErasing(db, substitute(last.ty, a.args));
      b = normalizeErasing(db, substitute(last.ty, b.args));
    } else if (
      a.kind === 'Tuple' &&
      b.kind === 'Tuple' &&
      a.elems.length === b.elems.length &&
      a.elems.length > 0
    ) {
      a = a.elems.at(-1)!;
      b = b.elems.at(-1)!;
    } else break;
  }
  return [a, b];
}
