/**
 * What an item's declaration lets its body assume, and what its users must prove: where clauses, bounds of
 * parameters, the implied `Sized`, supertraits, bounds of associated types. After rustc's `predicates_of`,
 * `explicit_item_bounds` and `elaborate`.
 *
 * Regions bound by a `for<…>` are erased, and so are outlives predicates: neither decides what code is made.
 */
import { equalLists } from '../base/equalLists.ts';
import { item } from '../hir/defMap/defSource.ts';
import { langItem } from '../hir/defMap/langItems.ts';
import { assocContainer, type DefId, defCrate, defData, defKind } from '../hir/defs.ts';
import type { Item } from '../hir/itemTree.ts';
import type { GenericParamsRef, TypeBound, TypeRef } from '../hir/typeRef.ts';
import { type Database, defineQuery, type Query } from '../query/database.ts';
import { selfTraitRef } from './assocTypes.ts';
import { substitutePredicate } from './fold.ts';
import { genericsInfo, identityArgs, writtenGenerics } from './generics.ts';
import { mkArgs, mkParam, mkProjection, selfTyOf, traitPredicate } from './intern.ts';
import { lowerTy } from './lower.ts';
import { hasMaybeSized, lowerBounds } from './lowerBounds.ts';
import { type LowerCtxt, resolveTrait, withRegions } from './lowerCtxt.ts';
import type { ParamEnv, ProjectionPredicate } from './obligation.ts';
import { predicateKey, samePredicates } from './predicateKey.ts';
import { normalizeEnvPredicates } from './project.ts';
import { implTraitParamPredicates, lowerCtxtOf, opaqueBounds } from './signatures.ts';
import { type Predicate, type TraitRef, TypeFlag } from './types.ts';

/** Where clauses and bounds, the parents' first; implied `Sized`; in a trait and its items also `Self: Trait`. */
export const predicatesOf = defineQuery<DefId, readonly Predicate[]>('predicatesOf', computePredicates, {
  equals: samePredicates,
  onCycle: () => [],
});

function computePredicates(db: Database, def: DefId): readonly Predicate[] {
  const { parent } = genericsInfo(db, def).generics;
  const inherited = parent === undefined ? [] : predicatesOf(db, parent);
  const own = ownPredicates(db, def);
  return own.length === 0 ? inherited : inherited.length === 0 ? own : [...inherited, ...own];
}

/** Without the parents'. */
export const ownPredicates = defineQuery<DefId, readonly Predicate[]>(
  'ownPredicates',
  (db, def) => {
    const { kind } = defData(def);
    if (
      kind === 'Closure' ||
      kind === 'AnonConst' ||
      kind === 'InlineConst' ||
      kind === 'OpaqueTy' ||
      kind === 'Variant'
    )
      return [];
    const it = item(db, def);
    const written = it && writtenGenerics(it);
    if (!it || !written) return [];
    const out: Predicate[] = [];
    if (kind === 'Trait') out.push({ kind: 'Trait', trait: selfTraitRef(db, def) });
    lowerPredicates(db, def, it, written, out);
    if (kind === 'Trait') out.push(...superPredicates(db, def));
    if (kind === 'Fn') out.push(...implTraitParamPredicates(db, def));
    return out;
  },
  { equals: samePredicates, onCycle: () => [] },
);

function lowerPredicates(
  db: Database,
  def: DefId,
  it: Item,
  written: GenericParamsRef,
  out: Predicate[],
): void {
  const info = genericsInfo(db, def);
  const ctx = lowerCtxtOf(db, def);
  const sized = langItem(db, defCrate(def), 'sized');
  written.params.forEach((p, i) => {
    if (p.kind !== 'Type') return;
    const self = mkParam(info.indexOf[i]!, p.name);
    if (sized !== undefined && !isMaybeSized(ctx, p.name, p.bounds, written)) {
      out.push(traitPredicate(sized, mkArgs([self])));
    }
    out.push(...lowerBounds(ctx, self, p.bounds));
  });
  for (const w of written.wherePredicates) {
    if (w.kind !== 'Bound') continue;
    // `where Self: …` of a trait are its supertraits, which come with them.
    if (it.kind === 'Trait' && isSelf(w.ty)) continue;
    out.push(...lowerWherePredicate(ctx, w.lifetimes, w.ty, w.bounds));
  }
}

function lowerWherePredicate(
  ctx: LowerCtxt,
  lifetimes: readonly string[],
  ty: TypeRef,
  bounds: readonly TypeBound[],
): Predicate[] {
  return withRegions(ctx, { kind: 'erased', names: [...lifetimes], elision: 'erased' }, () =>
    lowerBounds(ctx, lowerTy(ctx, ty), bounds),
  );
}

const weakerThanSized = new Set(['MetaSized', 'PointeeSized']);

/** Whether a parameter has `?Sized` among its bounds or in a where clause, or a bound that implies as little. */
function isMaybeSized(
  ctx: LowerCtxt,
  name: string,
  bounds: readonly TypeBound[],
  written: GenericParamsRef,
): boolean {
  if (mayBeUnsized(ctx, bounds)) return true;
  return written.wherePredicates.some(
    (w) => w.kind === 'Bound' && isName(w.ty, name) && mayBeUnsized(ctx, w.bounds),
  );
}

function mayBeUnsized(ctx: LowerCtxt, bounds: readonly TypeBound[]): boolean {
  if (hasMaybeSized(bounds)) return true;
  // `T: MetaSized` and `T: PointeeSized` take the place of the default bound (rustc 1.90 on).
  return bounds.some((b) => {
    if (b.kind !== 'Trait') return false;
    const last = b.path.segments[b.path.segments.length - 1];
    if (!last || !weakerThanSized.has(last.name)) return false;
    const trait = resolveTrait(ctx, b.path);
    return (
      trait !== undefined &&
      (trait === langItem(ctx.db, defCrate(ctx.owner), 'meta_sized') ||
        trait === langItem(ctx.db, defCrate(ctx.owner), 'pointee_sized'))
    );
  });
}

function isName(ty: TypeRef, name: string): boolean {
  return (
    ty.kind === 'Path' &&
    ty.path.kind === 'Plain' &&
    !ty.path.qself &&
    ty.path.segments.length === 1 &&
    ty.path.segments[0]!.name === name
  );
}

const isSelf = (ty: TypeRef): boolean => isName(ty, 'Self');

// Supertraits -----------------------------------------------------------------------------------------------------

/** The bounds that make supertraits: after the colon, and `where Self: …`. */
function superBounds(
  db: Database,
  trait: DefId,
): { readonly lifetimes: readonly string[]; readonly bounds: readonly TypeBound[] }[] {
  const it = item(db, trait);
  if (it?.kind === 'Trait') {
    const out = [{ lifetimes: [] as readonly string[], bounds: it.supertraits }];
    for (const w of it.generics.wherePredicates) {
      if (w.kind === 'Bound' && isSelf(w.ty)) out.push({ lifetimes: w.lifetimes, bounds: w.bounds });
    }
    return out;
  }
  return it?.kind === 'TraitAlias' ? [{ lifetimes: [], bounds: it.bounds }] : [];
}

/** The supertraits by name only: what can be said without lowering their arguments. */
export const superTraitDefs = defineQuery<DefId, readonly DefId[]>(
  'superTraitDefs',
  (db, trait) => {
    const ctx = lowerCtxtOf(db, trait);
    const out: DefId[] = [];
    for (const { bounds } of superBounds(db, trait)) {
      for (const b of bounds) {
        if (b.kind !== 'Trait' || b.modifier === 'maybe') continue;
        const def = resolveTrait(ctx, b.path);
        if (def !== undefined) out.push(def);
      }
    }
    return out;
  },
  {
    equals: equalLists,
    onCycle: () => [],
  },
);

/** Whether a trait says of its implementors that they are `'static`, itself or through a supertrait. */
export const requiresStatic: Query<DefId, boolean> = defineQuery<DefId, boolean>(
  'requiresStatic',
  (db, trait) =>
    superBounds(db, trait).some(({ bounds }) =>
      bounds.some((b) => b.kind === 'Lifetime' && b.name === "'static"),
    ) || superTraitDefs(db, trait).some((s) => requiresStatic(db, s)),
  { onCycle: () => false },
);

/** `Self: Super` for each supertrait as written, with their associated type bindings. */
export const superPredicates = defineQuery<DefId, readonly Predicate[]>(
  'superPredicates',
  (db, trait) => {
    const ctx = lowerCtxtOf(db, trait);
    const self = mkParam(0, 'Self');
    return superBounds(db, trait).flatMap(({ lifetimes, bounds }) =>
      withRegions(ctx, { kind: 'erased', names: [...lifetimes], elision: 'erased' }, () =>
        lowerBounds(ctx, self, bounds),
      ),
    );
  },
  { equals: samePredicates, onCycle: () => [] },
);

/** All supertraits of a trait reference, itself first, each once. */
export function supertraits(db: Database, trait: TraitRef): readonly TraitRef[] {
  const out: TraitRef[] = [];
  for (const p of elaborate(db, [{ kind: 'Trait', trait }])) {
    if (p.kind === 'Trait' && selfTyOf(p.trait) === selfTyOf(trait)) out.push(p.trait);
  }
  return out;
}

/** The predicates and all that they imply through supertraits, each once, in order. */
export function elaborate(db: Database, predicates: readonly Predicate[]): readonly Predicate[] {
  const seen = new Set<string>();
  const out: Predicate[] = [];
  const add = (p: Predicate): void => {
    const key = predicateKey(p);
    if (seen.has(key) || out.length > maxElaborated) return;
    seen.add(key);
    out.push(p);
  };
  for (const p of predicates) add(p);
  for (let i = 0; i < out.length; i++) {
    const p = out[i]!;
    if (p.kind !== 'Trait' || p.negative) continue;
    for (const s of superPredicates(db, p.trait.def)) add(substitutePredicate(s, p.trait.args));
  }
  return out;
}

/** Traits whose supertraits grow without end are an error that rustc reports; we stop. */
const maxElaborated = 4096;

// Bounds of aliases -----------------------------------------------------------------------------------------------

/** What is known of `Self = <the alias>` for an associated or opaque type, over its identity arguments. Elaborated. */
export const itemBounds = defineQuery<DefId, readonly Predicate[]>(
  'itemBounds',
  (db, def) => elaborate(db, explicitItemBounds(db, def)),
  { equals: samePredicates, onCycle: () => [] },
);

function explicitItemBounds(db: Database, def: DefId): readonly Predicate[] {
  if (defKind(def) === 'OpaqueTy') return opaqueBounds(db, def);
  const it = item(db, def);
  const trait = assocContainer(def);
  if (it?.kind !== 'TyAlias' || trait === undefined || defKind(trait) !== 'Trait') return [];
  const ctx = lowerCtxtOf(db, def);
  const self = mkProjection(def, identityArgs(db, def));
  const out: Predicate[] = [];
  const sized = langItem(db, defCrate(def), 'sized');
  if (sized !== undefined && !mayBeUnsized(ctx, it.bounds)) out.push(traitPredicate(sized, mkArgs([self])));
  out.push(...lowerBounds(ctx, self, it.bounds));
  // `trait T where Self::Item: Debug` says as much of the item as `type Item: Debug`.
  for (const p of ownPredicates(db, trait)) {
    const subject = p.kind === 'Trait' ? selfTyOf(p.trait) : selfTyOf(p);
    if (subject === self) out.push(p);
  }
  return out;
}

// Environments ----------------------------------------------------------------------------------------------------

let nextEnvId = 0;
const envs = new Map<string, ParamEnv>();

/** The environment with exactly these (already elaborated) predicates. */
export function internParamEnv(predicates: readonly Predicate[]): ParamEnv {
  const key = predicates.map(predicateKey).join(';');
  let env = envs.get(key);
  if (!env) {
    const traits = new Map<DefId, TraitRef[]>();
    const projections = new Map<DefId, ProjectionPredicate[]>();
    for (const p of predicates) {
      if (p.kind === 'Projection') push(projections, p.def, p);
      else if (!p.negative) push(traits, p.trait.def, p.trait);
    }
    env = { id: nextEnvId++, predicates, traits, projections };
    envs.set(key, env);
  }
  return env;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** No assumptions: the environment of monomorphic code. */
export const emptyParamEnv: ParamEnv = internParamEnv([]);

/** The elaborated, normalized assumptions in the body of `def` (of a closure: its owner's). */
export const paramEnv = defineQuery<DefId, ParamEnv>(
  'paramEnv',
  (db, def) => {
    const predicates = elaborate(db, predicatesOf(db, def));
    const aliases = TypeFlag.HasProjection | TypeFlag.HasUnevaluated;
    if (!predicates.some((p) => (predicateFlags(p) & aliases) !== 0)) return internParamEnv(predicates);
    return internParamEnv(normalizeEnvPredicates(db, internParamEnv(predicates)));
  },
  { onCycle: () => emptyParamEnv },
);

export function predicateFlags(p: Predicate): number {
  return p.kind === 'Trait' ? p.trait.args.flags : p.args.flags | p.term.flags;
}
