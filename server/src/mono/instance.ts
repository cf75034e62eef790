/**
 * Instances: a function-like definition, or code that the compiler makes up ("shim"), with the generic arguments of
 * one copy. Interned, so that equality is identity. After rustc's `ty::Instance` and `InstanceKind`.
 */
import { PairMap, PairNumbers } from '../base/pairMap.ts';
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

/** By kind, then definition (or the number of that with what else the kind has) and arguments. */
const instances: Record<InstanceKind['kind'], PairMap<Instance>> = {
  Item: new PairMap(),
  Intrinsic: new PairMap(),
  Virtual: new PairMap(),
  VTableShim: new PairMap(),
  ReifyShim: new PairMap(),
  FnPtrShim: new PairMap(),
  ClosureOnceShim: new PairMap(),
  DropGlue: new PairMap(),
  CloneShim: new PairMap(),
  FnPtrAddrShim: new PairMap(),
  ThreadLocalShim: new PairMap(),
};
const shimKinds = new PairNumbers();
const byId: Instance[] = [];

/** What tells kinds of the same name apart. */
function kindNumber(kind: InstanceKind): number {
  if ('ty' in kind) return shimKinds.of(kind.def, kind.ty === undefined ? 0 : kind.ty.id + 1);
  return 'index' in kind ? shimKinds.of(kind.def, kind.index) : kind.def;
}

export function mkInstance(kind: InstanceKind, args: GenericArgs): Instance {
  const ofKind = instances[kind.kind];
  const number = kindNumber(kind);
  const known = ofKind.get(number, args.id);
  if (known) return known;
  const instance: Instance = { id: byId.length, kind, args };
  byId.push(instance);
  return ofKind.add(number, args.id, instance);
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
