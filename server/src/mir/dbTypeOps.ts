/** {@link TypeOps} over the queries of `ty`, memoized by type for the time that one body is built. */
import { assocItems } from '../hir/defMap/assocItems.ts';
import { langItem } from '../hir/defMap/langItems.ts';
import { type CrateId, type DefId, defKind } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import {
  adtDestructor,
  adtVariants,
  isBox,
  isCopy,
  isFreeze,
  isManuallyDrop,
  isSized,
  needsDrop,
  structTail,
  upvarTys,
} from '../ty/adt.ts';
import { needsAsyncDrop } from '../ty/asyncDrop.ts';
import { constPartsIn, evalConst, evalConstIn } from '../ty/constEval.ts';
import { discriminants } from '../ty/discriminant.ts';
import { substituteTys } from '../ty/fold.ts';
import { mkUnevaluated } from '../ty/intern.ts';
import { declaredNiches, enumTag, layoutOf } from '../ty/layout.ts';
import type { ParamEnv } from '../ty/obligation.ts';
import { normalizeRevealing } from '../ty/project.ts';
import { reprOf } from '../ty/repr.ts';
import { fieldTys } from '../ty/signatures.ts';
import { aliasFlags, type Ty } from '../ty/types.ts';
import type { TypeOps } from './typeOps.ts';
import { canUnwind, panicsAbort } from './unwinding.ts';

export function dbTypeOps(db: Database, krate: CrateId, env: ParamEnv): TypeOps {
  const drops = new Map<number, boolean>();
  const asyncDrops = new Map<number, boolean>();
  const copies = new Map<number, boolean>();
  const zsts = new Map<number, boolean>();
  const sized = new Map<number, boolean>();
  const inhabited = new Map<number, boolean>();
  const discriminantTables = new Map<DefId, readonly (bigint | undefined)[]>();

  const memo = (table: Map<number, boolean>, ty: Ty, compute: () => boolean): boolean => {
    const known = table.get(ty.id);
    if (known !== undefined) return known;
    const value = compute();
    table.set(ty.id, value);
    return value;
  };

  const adtKind: TypeOps['adtKind'] = (def) => {
    const kind = defKind(def);
    return kind === 'Enum' || kind === 'Union' ? kind : 'Struct';
  };

  const variants: TypeOps['variants'] = (def) => adtVariants(db, def).map((v) => v.def);

  const normalized = (tys: readonly Ty[]): readonly Ty[] =>
    tys.some(({ flags }) => (flags & aliasFlags) !== 0)
      ? tys.map((ty) => normalizeRevealing(db, env, ty))
      : tys;

  const fields: TypeOps['fieldTys'] = (variant, args) =>
    normalized(substituteTys(fieldTys(db, variant), args));

  const capturedTys: TypeOps['upvarTys'] = (closure, args) => normalized(upvarTys(db, closure, args));

  const isInhabited = (ty: Ty): boolean => {
    switch (ty.kind) {
      case 'Never':
        return false;
      case 'Tuple':
        return ty.elems.every(isInhabited);
      case 'Array':
        return ty.len.kind === 'Value' && ty.len.value === 0n ? true : isInhabited(ty.elem);
      case 'Adt': {
        const known = inhabited.get(ty.id);
        if (known !== undefined) return known;
        // A type inside itself stands behind a pointer, or has no size.
        inhabited.set(ty.id, true);
        const kind = adtKind(ty.def);
        const all = variants(ty.def);
        const value =
          kind === 'Union' ||
          (kind === 'Enum' ? all : all.slice(0, 1)).some((v) => fields(v, ty.args).every(isInhabited));
        inhabited.set(ty.id, value);
        return value;
      }
      default:
        return true;
    }
  };

  const isZst = (ty: Ty): boolean => {
    switch (ty.kind) {
      case 'FnDef':
      case 'Never':
        return true;
      case 'Tuple':
        return ty.elems.every(isZst);
      case 'Array': {
        // One of a length that is not known yet has no layout.
        const length = evalConst(db, ty.len);
        return length !== undefined && (length === 0n || isZst(ty.elem));
      }
      case 'Closure':
        return capturedTys(ty.def, ty.args).every(isZst);
      case 'Adt':
        return memo(zsts, ty, () => {
          const all = variants(ty.def).map((variant) => fields(variant, ty.args));
          if (adtKind(ty.def) !== 'Enum') return all.length === 1 && all[0]!.every(isZst);
          // A variant that cannot exist takes no place, unless one of its fields does.
          const present = all.filter((tys) => tys.every(isInhabited) || !tys.every(isZst));
          const { int, c } = reprOf(db, ty.def);
          return present.length < 2 && int === undefined && !c && present.every((tys) => tys.every(isZst));
        });
      default:
        return false;
    }
  };

  const discriminantsOf = (adt: DefId): readonly (bigint | undefined)[] => {
    let values = discriminantTables.get(adt);
    if (values === undefined) {
      values = discriminants(db, adt);
      discriminantTables.set(adt, values);
    }
    return values;
  };

  const isWrapped = (adt: DefId): boolean => {
    const { c, align, packed } = reprOf(db, adt);
    return c || align !== undefined || packed !== undefined;
  };

  const method = (lang: string, name: string): DefId | undefined => {
    const trait = langItem(db, krate, lang);
    return trait === undefined ? undefined : assocItems(db, trait).find((i) => i.name === name)?.def;
  };

  return {
    needsDrop: (ty) => ty.kind !== 'Unknown' && memo(drops, ty, () => needsDrop(db, ty, env)),
    needsAsyncDrop: (ty) => memo(asyncDrops, ty, () => needsAsyncDrop(db, ty, env)),
    isCopy: (ty) => memo(copies, ty, () => isCopy(db, ty, env)),
    isFreeze: (ty) => isFreeze(db, ty, env),
    isInhabited,
    isZst,
    constValue: (def, args) => evalConstIn(db, env, mkUnevaluated(def, args)),
    constParts: (def, args) => constPartsIn(db, env, def, args),
    isSized: (ty) => memo(sized, ty, () => isSized(db, ty, env)),
    tail: (ty) => structTail(db, ty, (at) => normalizeRevealing(db, env, at)),
    declaredNiches: (adt, size) => {
      const declared = declaredNiches(db, adt, BigInt(size));
      return declared && (declared.niches ?? 1n);
    },
    patternNiches: (ty) => layoutOf(db, ty)?.niches ?? 1n,
    enumTag: (adt, isPresent) =>
      enumTag(db, adt, discriminantsOf(adt), isPresent) ?? { size: 1n, niches: 1n },
    isWrapped,
    adtKind,
    variants,
    fieldTys: fields,
    upvarTys: capturedTys,
    hasDestructor: (adt) => adtDestructor(db, adt) !== undefined,
    isBox: (ty) => ty.kind === 'Adt' && isBox(db, ty.def),
    isManuallyDrop: (adt) => isManuallyDrop(db, adt),
    // Where a value cannot be told, the index still tells variants apart.
    discriminant: (adt, variant) => discriminantsOf(adt)[variant] ?? BigInt(variant),
    dropMethod: method('drop', 'drop'),
    panicsAbort: panicsAbort(db, krate),
    canUnwind: (fn) => canUnwind(db, fn, krate),
    cloneMethod: method('clone', 'clone'),
    sliceLenMethod: langItem(db, krate, 'slice_len_fn'),
  };
}
