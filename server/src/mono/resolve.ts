/**
 * Which code a function and its generic arguments stand for: `Instance::resolve`.
 *
 * Arguments are monomorphic: no parameters, no unresolved associated types. A trait's method is resolved to the impl
 * that the self type has (specialization included), to the trait's default, or to the shim that the compiler makes up
 * for closures, fn items and pointers, builtin `Clone`, and trait objects. After `rustc_ty_utils::instance`.
 */

import { codegenFnAttrs } from '../hir/codegenAttrs.ts';
import { assocItems } from '../hir/defMap/assocItems.ts';
import { item as itemOf } from '../hir/defMap/defSource.ts';
import { langItem } from '../hir/defMap/langItems.ts';
import { assocContainer, type DefId, defCrate, defData, defKind } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import { needsDrop } from '../ty/adt.ts';
import { instantiateErased, substituteSig } from '../ty/fold.ts';
import { genericsOf, paramCount } from '../ty/generics.ts';
import { closureInfo } from '../ty/infer/infer.ts';
import type { ClosureKind } from '../ty/inferenceResult.ts';
import { mkArgs, mkClosure, mkTuple, tyArg } from '../ty/intern.ts';
import { emptyParamEnv } from '../ty/predicates.ts';
import { normalizeErasing, normalizeErasingArgs } from '../ty/project.ts';
import { codegenSelect, resolveAssocItem } from '../ty/select.ts';
import { fnSig } from '../ty/signatures.ts';
import { type GenericArgs, type Ty, TypeFlag } from '../ty/types.ts';
import { type Instance, mkInstance } from './instance.ts';
import { vtableIndex } from './vtable.ts';

/** Undefined: it cannot be told, because something in it is unknown or nothing implements the trait. */
export function resolveInstance(db: Database, def: DefId, args: GenericArgs): Instance | undefined {
  const normalized = normalizeErasingArgs(db, args);
  if (normalized.flags & (TypeFlag.HasUnknown | TypeFlag.HasInfer)) return undefined;
  const container = assocContainer(def);
  if (container !== undefined && defKind(container) === 'Trait') {
    return resolveTraitItem(db, container, def, normalized);
  }
  const krate = defCrate(def);
  if (def === langItem(db, krate, 'drop_in_place'))
    return resolveDropInPlace(db, tyArg(normalized, 0), krate);
  const item = itemOf(db, def);
  if (item?.kind === 'Fn' && codegenFnAttrs(db, def).isIntrinsic) {
    return mkInstance({ kind: 'Intrinsic', def }, normalized);
  }
  return mkInstance({ kind: 'Item', def }, normalized);
}

/** `ptr::drop_in_place::<ty>` as seen from any crate. */
export function resolveDropInPlace(
  db: Database,
  ty: Ty,
  krate: Parameters<typeof langItem>[1],
): Instance | undefined {
  if (ty.flags & (TypeFlag.HasUnknown | TypeFlag.HasInfer)) return undefined;
  const def = langItem(db, krate, 'drop_in_place');
  if (def === undefined) return undefined;
  const glued = needsDrop(db, ty, emptyParamEnv) ? ty : undefined;
  return mkInstance({ kind: 'DropGlue', def, ty: glued }, mkArgs([ty]));
}

function resolveTraitItem(
  db: Database,
  trait: DefId,
  method: DefId,
  args: GenericArgs,
): Instance | undefined {
  const traitArgs = mkArgs(args.list.slice(0, paramCount(genericsOf(db, trait))));
  const source = codegenSelect(db, { def: trait, args: traitArgs });
  if (!source) return undefined;
  switch (source.kind) {
    case 'Impl': {
      const found = resolveAssocItem(db, method, args, source);
      if (!found) return undefined;
      // The trait's default is named by the trait as the impl's header has it, associated types and all: rustc does
      // not normalize what `translate_args` gives.
      const isDefault = found.def === method;
      return mkInstance(
        { kind: 'Item', def: found.def },
        isDefault ? found.args : normalizeErasingArgs(db, found.args),
      );
    }
    case 'Object': {
      const index = vtableIndex(db, tyArg(args, 0), method);
      // A default method that is not dispatched (`where Self: Sized`) is called as it is.
      if (index === undefined) return mkInstance({ kind: 'Item', def: method }, args);
      return mkInstance({ kind: 'Virtual', def: method, index }, args);
    }
    case 'Closure': {
      const requested = fnTraitKind(db, trait);
      return requested && resolveClosure(db, source.def, source.args, requested);
    }
    case 'FnPointer':
      return mkInstance({ kind: 'FnPtrShim', def: method, ty: tyArg(args, 0) }, args);
    case 'Coroutine':
      return mkInstance({ kind: 'Item', def: source.def }, source.args);
    case 'Builtin':
      return resolveBuiltin(db, trait, method, args);
    case 'Param':
    case 'TraitUpcasting':
      return undefined;
  }
}

function resolveBuiltin(db: Database, trait: DefId, method: DefId, args: GenericArgs): Instance | undefined {
  const krate = defCrate(trait);
  const { name } = defData(method);
  const item = itemOf(db, method);
  if (trait === langItem(db, krate, 'clone')) {
    if (name === 'clone') return mkInstance({ kind: 'CloneShim', def: method, ty: tyArg(args, 0) }, args);
  } else if (trait === langItem(db, krate, 'fn_ptr_trait')) {
    return mkInstance({ kind: 'FnPtrAddrShim', def: method, ty: tyArg(args, 0) }, args);
  }
  // Any other method of a builtin impl is the trait's default.
  return item?.kind === 'Fn' && item.hasBody ? mkInstance({ kind: 'Item', def: method }, args) : undefined;
}

export function fnTraitKind(db: Database, trait: DefId): ClosureKind | undefined {
  const krate = defCrate(trait);
  if (trait === langItem(db, krate, 'fn_once')) return 'FnOnce';
  if (trait === langItem(db, krate, 'fn_mut')) return 'FnMut';
  if (trait === langItem(db, krate, 'fn')) return 'Fn';
  return undefined;
}

/** The closure's own body, or the shim that gives up a `Fn` or `FnMut` closure for one `FnOnce` call. */
export function resolveClosure(
  db: Database,
  closure: DefId,
  args: GenericArgs,
  requested: ClosureKind,
): Instance | undefined {
  const info = closureInfo(db, closure);
  if (!info) return undefined;
  if (requested !== 'FnOnce' || info.kind === 'FnOnce')
    return mkInstance({ kind: 'Item', def: closure }, args);
  const krate = defCrate(closure);
  const fnOnce = langItem(db, krate, 'fn_once');
  const callOnce = fnOnce === undefined ? undefined : traitMethod(db, fnOnce, 'call_once');
  if (callOnce === undefined) return undefined;
  const sig = instantiateErased(substituteSig(info.sig, args));
  const inputs = normalizeErasing(db, mkTuple(sig.inputs));
  return mkInstance({ kind: 'ClosureOnceShim', def: callOnce }, mkArgs([mkClosure(closure, args), inputs]));
}

/** For a fn item that is turned into a fn pointer. */
export function resolveForFnPtr(db: Database, def: DefId, args: GenericArgs): Instance | undefined {
  const instance = resolveInstance(db, def, args);
  if (!instance) return undefined;
  if (instance.kind.kind === 'Virtual') {
    return mkInstance({ kind: 'ReifyShim', def: instance.kind.def }, instance.args);
  }
  if (instance.kind.kind === 'Item' && codegenFnAttrs(db, instance.kind.def).trackCaller) {
    return mkInstance({ kind: 'ReifyShim', def: instance.kind.def }, instance.args);
  }
  return instance;
}

/** For the slot of a method in a vtable. */
export function resolveForVtable(db: Database, method: DefId, args: GenericArgs): Instance | undefined {
  const sig = fnSig(db, method);
  const self = sig.inputs[0];
  if (self?.kind === 'Param' && self.index === 0)
    return mkInstance({ kind: 'VTableShim', def: method }, args);
  const instance = resolveInstance(db, method, args);
  if (instance?.kind.kind !== 'Item') return instance;
  const { def } = instance.kind;
  // A location parameter that the caller of the trait object does not know of needs a shim; an attribute on the
  // trait's own declaration is known to it.
  const isTraitDefault = defKind(assocContainer(def) ?? def) === 'Trait';
  if (codegenFnAttrs(db, def).trackCaller && !codegenFnAttrs(db, method).trackCaller && !isTraitDefault) {
    return mkInstance({ kind: 'ReifyShim', def }, instance.args);
  }
  return instance;
}

export function traitMethod(db: Database, trait: DefId, name: string): DefId | undefined {
  return assocItems(db, trait).find((item) => item.name === name && item.kind === 'Fn')?.def;
}
