/**
 * The lifetime of a trait object that does not write one: `&'a dyn T` is `&'a (dyn T + 'a)`, `Box<dyn T>` is
 * `Box<dyn T + 'static>`, and `Ref<'a, dyn T>` takes its `'a` from the bound `T: 'a` of `Ref`'s parameter. A trait
 * whose implementors must be `'static` (`requiresStatic`) comes before all that. It decides nothing about code, but it
 * is part of how a signature prints. After rustc's `resolve_bound_vars` and `compute_object_lifetime_bound`.
 */
import { equalLists } from '../base/equalLists.ts';
import { item } from '../hir/defMap/defSource.ts';
import type { DefId } from '../hir/defs.ts';
import type { TypeBound } from '../hir/typeRef.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { writtenGenerics } from './generics.ts';

/** `empty`: `'static` in signatures. Otherwise which lifetime, by its place among those written on the definition. */
export type ObjectLifetimeDefault = 'empty' | 'static' | number;

/** For each parameter of a definition as written. */
export const objectLifetimeDefaults = defineQuery<DefId, readonly ObjectLifetimeDefault[]>(
  'objectLifetimeDefaults',
  (db, def) => {
    const it = item(db, def);
    const written = it && writtenGenerics(it);
    if (!written) return [];
    const lifetimes = written.params.filter((p) => p.kind === 'Lifetime').map((p) => p.name);
    return written.params.map((p): ObjectLifetimeDefault => {
      if (p.kind !== 'Type') return 'empty';
      const bounds = outlives(p.bounds);
      for (const w of written.wherePredicates) {
        if (w.kind !== 'Bound' || w.ty.kind !== 'Path' || w.ty.path.qself) continue;
        const { segments } = w.ty.path;
        if (segments.length === 1 && segments[0]!.name === p.name) bounds.push(...outlives(w.bounds));
      }
      const [only, ...more] = new Set(bounds);
      if (only === undefined || more.length > 0) return 'empty';
      if (only === "'static") return 'static';
      const place = lifetimes.indexOf(only);
      return place < 0 ? 'empty' : place;
    });
  },
  { equals: equalLists },
);

function outlives(bounds: readonly TypeBound[]): string[] {
  return bounds.flatMap((b) => (b.kind === 'Lifetime' ? [b.name] : []));
}

/** The default for the parameter with that place among the definition's types and consts, in the order written. */
export function objectLifetimeDefault(db: Database, def: DefId, place: number): ObjectLifetimeDefault {
  const it = item(db, def);
  const written = it && writtenGenerics(it);
  if (!written) return 'empty';
  let at = -1;
  for (let i = 0; i < written.params.length; i++) {
    if (written.params[i]!.kind !== 'Lifetime' && ++at === place)
      return objectLifetimeDefaults(db, def)[i] ?? 'empty';
  }
  return 'empty';
}
