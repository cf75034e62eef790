/**
 * Instances: a function-like definition, or code that the compiler makes up ("shim"), with the generic arguments of
 * one copy. Interned, so that equality is identity. After rustc's `ty::Instance` and `InstanceKind`.
 */
import type { DefId } from '../hir/defs.ts';
import { emptyArgs, isRegion } from '../ty/intern.ts';
import type { GenericArgs, Ty } from '../ty/types.ts';

export type InstanceKind =
  /** A function, method, closure, coroutine or constructor with a body of its own. */
  | { readonly kind: 'Item'; readonly def: DefId }
  /** Compiler intrinsic without a body: no code. */
  | { readonly kind: 'Intrinsic'; readonly def: DefId }
  /** `<dyn Trait>::method`: a call through the vtable. */
  | { readonly kind: 'Virtual'; readonly def: DefId; readonly index: number }
  /** Takes an unsized `self` by pointer and calls the method that takes it by value. */
  | { readonly kind: 'VTableShim'; readonly def: DefId }
  /** A fn pointer to something that needs more than a pointer: `#[track_caller]`, a virtual call. */
  | { readonly kind: 'ReifyShim'; readonly def: DefId }
  /** `<fn() as FnOnce>::call_once` and the like; `def` is the trait's method, `ty` the fn item or pointer. */
  | { readonly kind: 'FnPtrShim'; readonly def: DefId; readonly ty: Ty }
  /** `FnOnce::call_once` of a closure that is `Fn` or `FnMut`; `def` is `FnOnce::call_once`. */
  | { readonly kind: 'ClosureOnceShim'; readonly def: DefId }
  /** `ptr::drop_in_place::<ty>`; without `ty`, one that does nothing. */
  | { readonly kind: 'DropGlue'; readonly def: DefId; readonly ty: Ty | undefined }
  /** `<ty as Clone>::clone` of a tuple, closure or array. */
  | { readonly kind: 'CloneShim'; readonly def: DefId; readonly ty: Ty }
  | { readonly kind: 'FnPtrAddrShim'; readonly def: DefId; readonly ty: Ty }
  | { readonly kind: 'ThreadLocalShim'; readonly def: DefId };

export interface Instance {
  readonly id: number;
  readonly kind: InstanceKind;
  readonly args: GenericArgs;
}

const instances = new Map<string, Instance>();
const byId: Instance[] = [];

function kindKey(kind: InstanceKind): string {
  const suffix = 'ty' in kind ? `,${kind.ty?.id ?? '-'}` : 'index' in kind ? `,${kind.index}` : '';
  return `${kind.kind}${kind.def}${suffix}`;
}

export function mkInstance(kind: InstanceKind, args: GenericArgs): Instance {
  const key = `${kindKey(kind)}|${args.id}`;
  let instance = instances.get(key);
  if (!instance) {
    instance = { id: instances.size, kind, args };
    instances.set(key, instance);
    byId.push(instance);
  }
  return instance;
}

/** The instance with that `id`. */
export function instanceById(id: number): Instance {
  const instance = byId[id];
  if (!instance) throw new Error(`no instance ${id}`);
  return instance;
}

/** A definition without generic arguments. */
export function monoInstance(def: DefId): Instance {
  return mkInstance({ kind: 'Item', def }, emptyArgs);
}

/** Whether there is one copy for each choice of arguments: lifetimes make no copies. */
export function isGenericInstance(instance: Instance): boolean {
  return instance.args.list.some((arg) => !isRegion(arg));
}

/** What gets machine code. */
export type MonoItem =
  | { readonly kind: 'Fn'; readonly instance: Instance }
  | { readonly kind: 'Static'; readonly def: DefId }
  | { readonly kind: 'GlobalAsm'; readonly def: DefId };

const statics = new Map<string, MonoItem>();
const fns: MonoItem[] = [];

/** Mono items are interned too: one object an instance or definition. */
export function fnItem(instance: Instance): MonoItem {
  const known = fns[instance.id];
  if (known) return known;
  const item: MonoItem = { kind: 'Fn', instance };
  fns[instance.id] = item;
  return item;
}

export function defItem(kind: 'Static' | 'GlobalAsm', def: DefId): MonoItem {
  const key = `${kind}${def}`;
  const known = statics.get(key);
  if (known) return known;
  const item: MonoItem = { kind, def };
  statics.set(key, item);
  return item;
}

export function monoItemDef(item: MonoItem): DefId {
  return item.kind === 'Fn' ? item.instance.kind.def : item.def;
}
