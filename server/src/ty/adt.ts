/**
 * Structs, enums and unions: their variants and fields, and the properties of types that decide which code is made:
 * what is copied, what drops, what has a size.
 */

import { equalLists } from '../base/equalLists.ts';
import { PairMap } from '../base/pairMap.ts';
import { assocItems } from '../hir/defMap/assocItems.ts';
import { langItem } from '../hir/defMap/langItems.ts';
import { variantData, variants } from '../hir/defMap/variants.ts';
import { type CrateId, type DefId, defCrate, defKind } from '../hir/defs.ts';
import { crateGraph, sysrootCrates } from '../hir/inputs.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { closureSig, closureUpvarTys } from './closures.ts';
import { substitute, substituteSig } from './fold.ts';
import { crateRank, relevantImpls } from './implIndex.ts';
import { mkArgs } from './intern.ts';
import { isBox, isManuallyDrop, isPhantomData } from './langAdts.ts';
import { type ParamEnv, recursionLimit } from './obligation.ts';
import { normalizeIn, normalizeRevealing } from './project.ts';
import { traitHolds } from './select.ts';
import { fieldTys, fnSig, implSelfTy, typeOf } from './signatures.ts';
import { aliasFlags, type FnSig, type GenericArgs, type Ty } from './types.ts';

export { isBox, isManuallyDrop, isPhantomData };

/** A variant of an ADT, with the types of its fields over the ADT's parameters. Structs and unions have one. */
export interface VariantDef {
  /** The struct or union itself, or the variant. */
  readonly def: DefId;
  readonly name: string;
  readonly fieldsKind: 'Named' | 'Tuple' | 'Unit';
  readonly fields: readonly { readonly name: string; readonly ty: Ty }[];
}

/** The variants by id: an enum's, or the struct or union itself. */
export function variantsOf(db: Database, adt: DefId): readonly DefId[] {
  return defKind(adt) === 'Enum' ? variants(db, adt) : [adt];
}

export const adtVariants = defineQuery<DefId, readonly VariantDef[]>(
  'adtVariants',
  (db, adt) =>
    variantsOf(db, adt).map((def): VariantDef => {
      const data = variantData(db, def);
      const tys = fieldTys(db, def);
      return {
        def,
        name: data?.name ?? '',
        fieldsKind: data?.fieldsKind ?? 'Unit',
        fields: (data?.fields ?? []).map((f, i) => ({ name: f.name, ty: tys[i]! })),
      };
    }),
  {
    equals: (a, b) =>
      a.length === b.length &&
      a.every((v, i) => {
        const w = b[i]!;
        return (
          v.def === w.def &&
          v.fieldsKind === w.fieldsKind &&
          v.fields.length === w.fields.length &&
          v.fields.every((f, j) => f.name === w.fields[j]!.name && f.ty === w.fields[j]!.ty)
        );
      }),
  },
);

/** A lang item as the crates of this graph have it. */
function lang(db: Database, name: string): DefId | undefined {
  const { core } = sysrootCrates(db);
  if (core !== undefined) return langItem(db, core, name);
  const { crates } = crateGraph(db);
  return crates.length === 0 ? undefined : langItem(db, (crates.length - 1) as CrateId, name);
}

function langTraitHolds(db: Database, name: string, ty: Ty, env: ParamEnv): boolean | undefined {
  const trait = lang(db, name);
  return trait === undefined ? undefined : traitHolds(db, env, { def: trait, args: mkArgs([ty]) }) === 'Yes';
}

// Copy, Sized, Freeze ---------------------------------------------------------------------------------------------

export function isCopy(db: Database, ty: Ty, env: ParamEnv): boolean {
  switch (ty.kind) {
    case 'Bool':
    case 'Char':
    case 'Int':
    case 'Uint':
    case 'Float':
    case 'Pat':
    case 'Never':
    case 'RawPtr':
    case 'FnDef':
    case 'FnPtr':
      return true;
    case 'Ref':
      return !ty.mutable;
    case 'Str':
    case 'Slice':
    case 'Dynamic':
    case 'Coroutine':
    case 'Foreign':
    case 'Unknown':
      return false;
    case 'Array':
      return isCopy(db, ty.elem, env);
    case 'Tuple':
      return ty.elems.every((e) => isCopy(db, e, env));
    default:
      return langTraitHolds(db, 'copy', ty, env) ?? false;
  }
}

export function isSized(db: Database, ty: Ty, env: ParamEnv): boolean {
  switch (ty.kind) {
    case 'Str':
    case 'Slice':
    case 'Dynamic':
    case 'Foreign':
      return false;
    case 'Adt':
    case 'Tuple':
    case 'Param':
    case 'Projection':
    case 'Opaque':
      return langTraitHolds(db, 'sized', ty, env) ?? true;
    default:
      return true;
  }
}

/** No interior mutability. */
export function isFreeze(db: Database, ty: Ty, env: ParamEnv): boolean {
  switch (ty.kind) {
    case 'Array':
    case 'Slice':
      return isFreeze(db, ty.elem, env);
    case 'Tuple':
      return ty.elems.every((e) => isFreeze(db, e, env));
    case 'Adt':
    case 'Param':
    case 'Projection':
    case 'Opaque':
    case 'Closure':
    case 'Coroutine':
    case 'Dynamic':
      return langTraitHolds(db, 'freeze', ty, env) ?? false;
    default:
      return true;
  }
}

// Drops -----------------------------------------------------------------------------------------------------------

/** The `Drop::drop` of a struct, enum or union. */
export const adtDestructor = defineQuery<DefId, DefId | undefined>('adtDestructor', (db, adt) => {
  const trait = lang(db, 'drop');
  if (trait === undefined) return undefined;
  for (const impl of relevantImpls(db, trait, typeOf(db, adt), crateRank(db, defCrate(adt)))) {
    const self = implSelfTy(db, impl);
    if (self.kind !== 'Adt' || self.def !== adt) continue;
    const drop = assocItems(db, impl).find((i) => i.kind === 'Fn' && i.name === 'drop');
    if (drop) return drop.def;
  }
  return undefined;
});

interface DropGoal {
  readonly ty: Ty;
  readonly env: ParamEnv;
}

const dropGoals: DropGoal[] = [];
const dropGoalIds = new PairMap<number>();

function internDropGoal(ty: Ty, env: ParamEnv): number {
  const known = dropGoalIds.get(ty.id, env.id);
  if (known !== undefined) return known;
  return dropGoalIds.add(ty.id, env.id, dropGoals.push({ ty, env }) - 1);
}

/** Whether an ADT drops something itself, or the types of the fields that decide (rustc's `adt_drop_tys`). */
const adtDropFields = defineQuery<DefId, 'always' | readonly Ty[]>(
  'adtDropFields',
  (db, adt) => {
    if (defKind(adt) === 'Union' || isManuallyDrop(db, adt)) {
      return adtDestructor(db, adt) === undefined ? [] : 'always';
    }
    if (adtDestructor(db, adt) !== undefined || isBox(db, adt)) return 'always';
    const tys = new Set<Ty>();
    for (const variant of variantsOf(db, adt)) for (const ty of fieldTys(db, variant)) tys.add(ty);
    return [...tys];
  },
  {
    equals: (a, b) => a === b || (typeof a !== 'string' && typeof b !== 'string' && equalLists(a, b)),
  },
);

const dropGoal = defineQuery<number, boolean>(
  'needsDrop',
  (db, id) => {
    const { ty, env } = dropGoals[id]!;
    return dropsSomething(db, ty, env);
  },
  // A type reached again through its own fields adds nothing.
  { onCycle: () => false },
);

const dropDepth = Symbol('needsDrop depth');

function dropsSomething(db: Database, ty: Ty, env: ParamEnv): boolean {
  switch (ty.kind) {
    case 'Adt': {
      const fields = adtDropFields(db, ty.def);
      if (fields === 'always') return true;
      // Types that grow with every step (`struct S<T>(Option<Box<S<(T, T)>>>)`) drop something by way of the box.
      const state = db.resource(dropDepth, () => ({ depth: 0 }));
      if (state.depth > recursionLimit) return true;
      state.depth++;
      try {
        return fields.some((f) => needsDrop(db, normalizeIn(db, env, substitute(f, ty.args)), env));
      } finally {
        state.depth--;
      }
    }
    case 'Closure':
      return upvarTys(db, ty.def, ty.args).some((u) => needsDrop(db, normalizeRevealing(db, env, u), env));
    case 'Param':
    case 'Projection':
    case 'Opaque':
      return !isCopy(db, ty, env);
    default:
      return false;
  }
}

/**
 * rustc's `needs_drop`: whether dropping a value of the type may run code. True for a type parameter that is not
 * known to be `Copy`; false for the unknown.
 */
export function needsDrop(db: Database, ty: Ty, env: ParamEnv): boolean {
  switch (ty.kind) {
    case 'Array':
      if (ty.len.kind === 'Value' && ty.len.value === 0n) return false;
      return needsDrop(db, ty.elem, env);
    case 'Slice':
      return needsDrop(db, ty.elem, env);
    case 'Tuple':
      return ty.elems.some((e) => needsDrop(db, e, env));
    case 'Dynamic':
    case 'Coroutine':
      return true;
    case 'Projection':
    case 'Opaque': {
      const normalized = normalizeIn(db, env, ty);
      return normalized === ty ? dropGoal(db, internDropGoal(ty, env)) : needsDrop(db, normalized, env);
    }
    case 'Adt':
    case 'Closure':
    case 'Param':
      return dropGoal(db, internDropGoal(ty, env));
    default:
      return false;
  }
}

// Shapes ----------------------------------------------------------------------------------------------------------

/** The last field of the last field of … a struct; of a tuple its last element. */
export function structTail(db: Database, ty: Ty, normalize: (ty: Ty) => Ty = (t) => t): Ty {
  let at = ty;
  for (let depth = 0; depth < recursionLimit; depth++) {
    if (at.kind === 'Tuple') {
      const last = at.elems[at.elems.length - 1];
      if (!last) return at;
      at = last;
    } else if (at.kind === 'Adt' && defKind(at.def) === 'Struct') {
      const fields = fieldTys(db, at.def);
      const last = fields[fields.length - 1];
      if (!last) return at;
      at = substitute(last, at.args);
    } else if ((at.flags & aliasFlags) !== 0 && depth < 32) {
      const normalized = normalize(at);
      if (normalized === at) return at;
      at = normalized;
    } else return at;
  }
  return at;
}

/** The signature of something callable: `FnDef`, `FnPtr` or a closure (inputs as written). */
export function fnSigOfTy(db: Database, ty: Ty): FnSig | undefined {
  switch (ty.kind) {
    case 'FnPtr':
      return ty.sig;
    case 'FnDef':
      return substituteSig(fnSig(db, ty.def), ty.args);
    case 'Closure':
      return closureSig({ db, localClosures: undefined }, ty.def, ty.args);
    default:
      return undefined;
  }
}

/** Types of a closure's or coroutine's upvars. */
export function upvarTys(db: Database, closure: DefId, args: GenericArgs): readonly Ty[] {
  return closureUpvarTys({ db, localClosures: undefined }, closure, args) ?? [];
}
