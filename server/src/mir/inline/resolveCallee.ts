/**
 * Which body a call in generic code would run, as far as the where clauses of its caller tell. After rustc's
 * `Instance::try_resolve` as the inliner asks it: what only the instance will tell is not resolved.
 */
import { codegenFnAttrs } from '../../hir/codegenAttrs.ts';
import { item, itemOfKind } from '../../hir/defMap/defSource.ts';
import { langItem } from '../../hir/defMap/langItems.ts';
import { assocContainer, type DefId, defCrate, defKind } from '../../hir/defs.ts';
import type { Database } from '../../query/database.ts';
import { foldArgs, substitute, superFoldConst, type TypeFolder } from '../../ty/fold.ts';
import { genericsOf, paramCount } from '../../ty/generics.ts';
import { closureInfo } from '../../ty/infer/infer.ts';
import { isCtorDef, isTy, mkArgs } from '../../ty/intern.ts';
import type { ParamEnv } from '../../ty/obligation.ts';
import { predicatesOf } from '../../ty/predicates.ts';
import { normalizeRevealing } from '../../ty/project.ts';
import { codegenSelect } from '../../ty/select.ts';
import { resolveAssocItem } from '../../ty/specialize.ts';
import { type GenericArgs, type Ty, TypeFlag } from '../../ty/types.ts';
import type { MirBody } from '../mir.ts';

export interface Callee {
  readonly def: DefId;
  readonly args: GenericArgs;
  /** How the arguments of the call become those of the body. */
  readonly call: 'plain' | 'closure' | 'closureOnce';
  /** What the compiler makes up for the call, where that is not the function's own body. */
  readonly body?: MirBody;
}

const undecided = TypeFlag.HasUnknown | TypeFlag.HasInfer;

/** Undefined for what has no body of its own, and for what cannot be told. */
export function resolveCallee(
  db: Database,
  env: ParamEnv,
  def: DefId,
  written: GenericArgs,
): Callee | undefined {
  if (isCtorDef(def) || defKind(def) !== 'Fn') return undefined;
  const args = normalizeArgsIn(db, env, written);
  if (args.flags & undecided) return undefined;
  const container = assocContainer(def);
  if (container !== undefined && defKind(container) === 'Trait')
    return ofTrait(db, env, container, def, args);
  return hasBody(db, def) ? { def, args, call: 'plain' } : undefined;
}

export function normalizeArgsIn(db: Database, env: ParamEnv, args: GenericArgs): GenericArgs {
  const flags = TypeFlag.HasProjection | TypeFlag.HasOpaque | TypeFlag.HasUnevaluated;
  if ((args.flags & flags) === 0) return args;
  const folder: TypeFolder = {
    flags,
    ty: (ty) => normalizeRevealing(db, env, ty),
    konst: (value, depth) => superFoldConst(value, folder, depth),
  };
  return foldArgs(args, folder);
}

/** The fn item or pointer that a call through `FnOnce`, `FnMut` or `Fn` calls: rustc's shim for it is always inlined. */
export function calledFn(
  db: Database,
  env: ParamEnv,
  method: DefId,
  written: GenericArgs,
): (Ty & { readonly kind: 'FnDef' | 'FnPtr' }) | undefined {
  const trait = assocContainer(method);
  const self = written.list[0];
  if (trait === undefined || !self || !isTy(self) || defKind(trait) !== 'Trait') return undefined;
  const krate = defCrate(trait);
  if (!['fn_once', 'fn_mut', 'fn'].some((name) => langItem(db, krate, name) === trait)) return undefined;
  const ty = normalizeRevealing(db, env, self);
  return ty.kind === 'FnDef' || ty.kind === 'FnPtr' ? ty : undefined;
}

/** The same, if it is a fn item. */
export function calledFnItem(
  db: Database,
  env: ParamEnv,
  method: DefId,
  written: GenericArgs,
): (Ty & { readonly kind: 'FnDef' }) | undefined {
  const ty = calledFn(db, env, method, written);
  return ty?.kind === 'FnDef' ? ty : undefined;
}

function hasBody(db: Database, def: DefId): boolean {
  const it = item(db, def);
  return it?.kind === 'Fn' && it.hasBody && !it.isForeign && !codegenFnAttrs(db, def).isIntrinsic;
}

function ofTrait(
  db: Database,
  env: ParamEnv,
  trait: DefId,
  method: DefId,
  args: GenericArgs,
): Callee | undefined {
  const own = mkArgs(args.list.slice(0, paramCount(genericsOf(db, trait))));
  const source = codegenSelect(db, { def: trait, args: own }, env);
  switch (source?.kind) {
    case 'Impl': {
      if (mayBeObject(db, args, source)) return undefined;
      const found = resolveAssocItem(db, method, args, source);
      if (!found || (found.args.flags & undecided) !== 0 || !hasBody(db, found.def)) return undefined;
      // A more special impl may apply to the types that the parameters stand for.
      const isDefault = itemOfKind(db, found.def, 'Fn')?.isDefault && found.def !== method;
      if (isDefault && (own.flags & TypeFlag.HasParam) !== 0) return undefined;
      return { def: found.def, args: normalizeArgsIn(db, env, found.args), call: 'plain' };
    }
    case 'Closure': {
      const info = closureInfo(db, source.def);
      if (info?.coroutine !== 'none') return undefined;
      const byValue = trait === langItem(db, defCrate(trait), 'fn_once') && info.kind !== 'FnOnce';
      return { def: source.def, args: source.args, call: byValue ? 'closureOnce' : 'closure' };
    }
    default:
      return undefined;
  }
}

/** What is not known yet may turn out to be a trait object, which has methods of its own where the impl is for those, too. */
function mayBeObject(
  db: Database,
  args: GenericArgs,
  impl: { readonly def: DefId; readonly args: GenericArgs },
): boolean {
  const self = args.list[0];
  if (!self || !isTy(self)) return false;
  if (self.kind !== 'Param' && self.kind !== 'Projection' && self.kind !== 'Opaque') return false;
  const sized = langItem(db, defCrate(impl.def), 'sized');
  return !predicatesOf(db, impl.def).some((predicate) => {
    if (predicate.kind !== 'Trait' || predicate.trait.def !== sized) return false;
    const [subject] = predicate.trait.args.list;
    return subject !== undefined && isTy(subject) && substitute(subject, impl.args) === self;
  });
}
