/**
 * Generic arguments of one path segment: those written, in the order of the definition's parameters, and what stands
 * for those left out. After rustc's `lower_generic_args_of_path`.
 */
import type { DefId } from '../hir/defs.ts';
import type { GenericArgRef, GenericArgsRef } from '../hir/typeRef.ts';
import { substitute, substituteConst } from './fold.ts';
import { genericsOf, paramCount } from './generics.ts';
import {
  constUnknown,
  emptyArgs,
  erasedRegion,
  isConst,
  isRegion,
  mkArgs,
  staticRegion,
  unknownTy,
} from './intern.ts';
import { lowerTy } from './lower.ts';
import { lowerConst } from './lowerConst.ts';
import { type LowerCtxt, lowerRegion, withObjectDefault } from './lowerCtxt.ts';
import { objectLifetimeDefault } from './objectLifetimes.ts';
import { constParamTy, declaredDefaults, genericDefaults } from './signatures.ts';
import type { GenericArg, GenericArgs, Region, Ty } from './types.ts';

/**
 * Arguments for `def` from those written on one path segment. `prefix` holds what is known already (the parent's
 * arguments, or a trait's `Self`). Where none is written and `inferMissing` is set (paths of expressions), missing
 * ones are variables; otherwise they are the defaults.
 */
export function lowerGenericArgs(
  ctx: LowerCtxt,
  def: DefId,
  written: GenericArgsRef | undefined,
  prefix: readonly GenericArg[],
  inferMissing: boolean,
): GenericArgs {
  const { db } = ctx;
  const generics = genericsOf(db, def);
  const count = paramCount(generics);
  if (count === 0) return emptyArgs;
  if (prefix.length >= count) return mkArgs(prefix.length === count ? prefix : prefix.slice(0, count));
  const list: GenericArg[] = [...prefix];
  // The parent's arguments are all in the prefix, but in half-typed code.
  while (list.length < generics.parentCount) list.push(unknownTy);
  const values = (written?.args ?? []).filter((a) => a.kind !== 'Lifetime');
  const lifetimes = (written?.args ?? []).filter((a) => a.kind === 'Lifetime');
  const inferAll = inferMissing && values.length === 0;
  const defaultsOf = ctx.asDeclared ? declaredDefaults : genericDefaults;
  const defaults = values.length < generics.params.length ? defaultsOf(db, def) : [];
  let next = 0;
  let nextLifetime = 0;
  for (let i = list.length - generics.parentCount; i < generics.params.length; i++) {
    const param = generics.params[i]!;
    if (param.kind === 'Lifetime') {
      const lifetime = lifetimes[nextLifetime++];
      list.push(lowerRegion(ctx, lifetime?.kind === 'Lifetime' ? lifetime.name : undefined));
      continue;
    }
    const place = next;
    const value = param.synthetic ? undefined : values[next++];
    if (value) {
      const { kind } = param;
      const index = generics.parentCount + i;
      const lower = () =>
        lowerGenericArg(ctx, value, kind === 'Const' ? constParamTy(db, def, index) : undefined);
      list.push(
        kind === 'Type' ? withObjectDefault(ctx, argObjectDefault(ctx, def, place, list), lower) : lower(),
      );
      continue;
    }
    const fallback = inferAll || param.synthetic ? undefined : defaults[i];
    if (fallback) {
      const args = mkArgs(list);
      list.push(
        isConst(fallback) ? substituteConst(fallback, args) : ctx.normalize(substitute(fallback, args)),
      );
    } else list.push(param.kind === 'Const' ? ctx.inferConst() : ctx.inferTy());
  }
  return mkArgs(list);
}

/** The lifetime that a bound of the parameter gives to a trait object as its argument. */
function argObjectDefault(
  ctx: LowerCtxt,
  def: DefId,
  place: number,
  lowered: readonly GenericArg[],
): Region | undefined {
  const found = objectLifetimeDefault(ctx.db, def, place);
  if (found === 'empty') return undefined;
  if (found === 'static') return ctx.asDeclared ? staticRegion : erasedRegion;
  const lifetime = lowered[genericsOf(ctx.db, def).parentCount + found];
  return lifetime && isRegion(lifetime) ? lifetime : undefined;
}

/** One argument; `Foo<N>` does not tell a type from a const, the parameter does: `constTy` is that of a const one. */
function lowerGenericArg(ctx: LowerCtxt, arg: GenericArgRef, constTy: Ty | undefined): GenericArg {
  if (!constTy) {
    if (arg.kind === 'Type') return lowerTy(ctx, arg.ty);
    if (arg.kind === 'Const' && arg.value.kind === 'Path') {
      return lowerTy(ctx, { kind: 'Path', path: arg.value.path });
    }
    return arg.kind === 'Const' && arg.value.kind === 'Infer' ? ctx.inferTy() : unknownTy;
  }
  if (arg.kind === 'Const') return lowerConst(ctx, arg.value, constTy);
  if (arg.kind === 'Type') {
    if (arg.ty.kind === 'Path') return lowerConst(ctx, { kind: 'Path', path: arg.ty.path }, constTy);
    if (arg.ty.kind === 'Infer') return ctx.inferConst();
  }
  return constUnknown;
}
