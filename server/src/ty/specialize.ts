/**
 * Specialization: of two impls of a trait that both apply, the more specific one is taken, and an item that an impl
 * does not have is looked for in the impls it specializes before the trait's default. After rustc's
 * `traits::specialize` and its specialization graph.
 */
import { equalLists } from '../base/equalLists.ts';
import { assocItems } from '../hir/defMap/assocItems.ts';
import type { DefId } from '../hir/defs.ts';
import { defCrate, defData } from '../hir/defs.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { argsMayUnify } from './candidates.ts';
import { substituteArgs } from './fold.ts';
import { genericsOf, paramCount } from './generics.ts';
import { crateRank, relevantImpls } from './implIndex.ts';
import { InferCtxt } from './inferCtxt.ts';
import { mkArgs, selfTyOf } from './intern.ts';
import type { ImplSource, Obligation } from './obligation.ts';
import { paramEnv, predicatesOf } from './predicates.ts';
import { normalizeArgs, normalizePredicate } from './project.ts';
import { evaluateAll } from './select.ts';
import { implTraitRef } from './signatures.ts';
import type { GenericArgs } from './types.ts';

/** Whether the first impl applies only where the second does, so that it goes before it. */
export function specializes(db: Database, special: DefId, general: DefId): boolean {
  return special !== general && parentImpls(db, special).includes(general);
}

/** The impls that this one specializes, the most specific first. */
export const parentImpls = defineQuery<DefId, readonly DefId[]>(
  'parentImpls',
  (db, impl) => {
    const header = implTraitRef(db, impl);
    if (!header) return [];
    const parents: DefId[] = [];
    for (const other of relevantImpls(db, header.def, selfTyOf(header), crateRank(db, defCrate(impl)))) {
      if (other === impl) continue;
      const general = implTraitRef(db, other);
      // The special impl's parameters stand for arbitrary types: only those of the general one may be chosen.
      if (general && argsMayUnify(general.args, header.args, true) && argsFor(db, impl, other))
        parents.push(other);
    }
    // Of two parents that apply, the one that specializes the other is nearer.
    return parents.sort((a, b) => (argsFor(db, a, b) ? -1 : argsFor(db, b, a) ? 1 : a - b));
  },
  { equals: equalLists, onCycle: () => [] },
);

/** Arguments with which `general` applies to all that `special` applies to, over `special`'s parameters. */
function argsFor(db: Database, special: DefId, general: DefId): GenericArgs | undefined {
  const from = implTraitRef(db, special);
  const to = implTraitRef(db, general);
  if (!from || !to || from.def !== to.def) return undefined;
  const infcx = new InferCtxt(db, paramEnv(db, special));
  const fresh = infcx.freshArgsFor(general);
  const nested: Obligation[] = [];
  const wanted = normalizeArgs(infcx, from.args, nested);
  const found = normalizeArgs(infcx, substituteArgs(to.args, fresh), nested);
  if (!infcx.unifyArgs(found, wanted)) return undefined;
  for (const o of infcx.instantiateBounds(predicatesOf(db, general), infcx.resolveArgs(fresh))) {
    nested.push({ predicate: normalizePredicate(infcx, o.predicate, nested), depth: 0 });
  }
  return evaluateAll(infcx, nested) === 'Yes' ? infcx.resolveArgs(fresh) : undefined;
}

export interface FoundItem {
  readonly def: DefId;
  readonly args: GenericArgs;
}

/**
 * The definition that a trait's item stands for, given the impl: the impl's own, that of an impl it specializes, or
 * the trait's default. `args` are those of the trait's item.
 */
export function resolveAssocItem(
  db: Database,
  traitItem: DefId,
  args: GenericArgs,
  source: ImplSource & { readonly kind: 'Impl' },
): FoundItem | undefined {
  const { kind, name, parent: trait } = defData(traitItem);
  if (trait === undefined) return undefined;
  const own = args.list.slice(paramCount(genericsOf(db, trait)));
  const inImpl = (impl: DefId, implArgs: GenericArgs): FoundItem | undefined => {
    for (const found of assocItems(db, impl)) {
      if (found.kind === kind && found.name === name) {
        return { def: found.def, args: own.length === 0 ? implArgs : mkArgs([...implArgs.list, ...own]) };
      }
    }
    return undefined;
  };
  const direct = inImpl(source.def, source.args);
  if (direct) return direct;
  for (const parent of parentImpls(db, source.def)) {
    const general = argsFor(db, source.def, parent);
    const found = general && inImpl(parent, substituteArgs(general, source.args));
    if (found) return found;
  }
  const header = implTraitRef(db, source.def);
  if (!header) return { def: traitItem, args };
  const traitArgs = substituteArgs(header.args, source.args);
  return { def: traitItem, args: own.length === 0 ? traitArgs : mkArgs([...traitArgs.list, ...own]) };
}
