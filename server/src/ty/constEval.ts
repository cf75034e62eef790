/**
 * Values of constants that types are made of: array lengths, const arguments, discriminants, conditions.
 *
 * A `Const` is evaluated once its parameters are known; the work is `interpret`'s. What it cannot do (and anything
 * that has an error) has no value: `undefined`, never a guess.
 */
import { type DefId, defKind, defParent } from '../hir/defs.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { isSized } from './adt.ts';
import { foldArgs, substitute, superFoldConst, superFoldTy, type TypeFolder } from './fold.ts';
import { mkConstValue, mkUnevaluated, sizedParam } from './intern.ts';
import { interpretConst, interpretParts } from './interpret.ts';
import type { Value } from './interpretValue.ts';
import type { ParamEnv } from './obligation.ts';
import { normalizeErasing } from './project.ts';
import { typeOf } from './signatures.ts';
import { type Const, type GenericArgs, TypeFlag } from './types.ts';

const unevaluated = new Map<number, Const & { readonly kind: 'Unevaluated' }>();

const constValue = defineQuery<number, bigint | boolean | undefined>(
  'constValue',
  (db, id) => {
    const { def, args } = unevaluated.get(id)!;
    return interpretConst(db, def, args);
  },
  { onCycle: () => undefined },
);

/** The value of a constant that no parameter decides; undefined where it cannot be told. */
export function evalConst(db: Database, value: Const): bigint | boolean | undefined {
  switch (value.kind) {
    case 'Value':
      return value.value;
    case 'Unevaluated':
      if ((value.flags & TypeFlag.HasInfer) !== 0) return undefined;
      // Some constants hang on no parameter of what is around them. Which impl has a trait's, may.
      if ((value.flags & TypeFlag.HasParam) !== 0 && isOfTrait(value.def)) return undefined;
      unevaluated.set(value.id, value);
      return constValue(db, value.id);
    default:
      return undefined;
  }
}

/**
 * The value of a constant in a body that is still generic, as far as no more than the where clauses decide it: with
 * `T: Sized`, a `Box<T>` is 8 bytes large, so that the size which a trait knows of every type is known of it.
 */
export function evalConstIn(db: Database, env: ParamEnv, value: Const): bigint | boolean | undefined {
  if (value.kind !== 'Unevaluated' || (value.flags & TypeFlag.HasParam) === 0 || !isOfTrait(value.def))
    return evalConst(db, value);
  if ((value.flags & TypeFlag.HasInfer) !== 0) return undefined;
  const args = sizedArgs(db, env, value.args);
  const known = mkUnevaluated(value.def, args) as Const & { readonly kind: 'Unevaluated' };
  unevaluated.set(known.id, known);
  return constValue(db, known.id);
}

/** What such a constant is put together of. */
export function constPartsIn(db: Database, env: ParamEnv, def: DefId, args: GenericArgs): Value | undefined {
  return interpretParts(db, def, sizedArgs(db, env, args));
}

function sizedArgs(db: Database, env: ParamEnv, args: GenericArgs): GenericArgs {
  return (args.flags & TypeFlag.HasParam) === 0 ? args : foldArgs(args, sizedParams(db, env));
}

function sizedParams(db: Database, env: ParamEnv): TypeFolder {
  const folder: TypeFolder = {
    flags: TypeFlag.HasParam,
    ty(ty, depth) {
      if (ty.kind !== 'Param') return superFoldTy(ty, folder, depth);
      return isSized(db, ty, env) ? sizedParam : ty;
    },
    konst: (konst, depth) => superFoldConst(konst, folder, depth),
  };
  return folder;
}

function isOfTrait(def: DefId): boolean {
  const parent = defParent(def);
  return parent !== undefined && defKind(parent) === 'Trait' && defKind(def) === 'Const';
}

/** The constant as a value, for normalization. */
export function evaluateConst(
  db: Database,
  value: Const & { readonly kind: 'Unevaluated' },
): Const | undefined {
  const found = evalConst(db, value);
  if (found === undefined) return undefined;
  const { def, args } = value;
  const ty = defKind(def) === 'AnonConst' ? typeOf(db, def) : constTy(db, def, args);
  return mkConstValue(found, ty);
}

function constTy(db: Database, def: DefId, args: GenericArgs) {
  return normalizeErasing(db, substitute(typeOf(db, def), args));
}
