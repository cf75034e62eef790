/**
 * What names mean in a module: three namespaces, and for each name what it stands for, from where it may be seen and
 * whether it was written there or came in by a glob. After rustc_resolve's `Module` and `NameBinding`, and
 * rust-analyzer's `ItemScope`.
 */
import { type DefId, defKind, defParent, enclosingModule } from '../defs.ts';
import type { HirFileId } from '../hirFile.ts';

export type Namespace = 'type' | 'value' | 'macro';
export const namespaces: readonly Namespace[] = ['type', 'value', 'macro'];

/** From where something may be seen: from everywhere, or from within a module. */
export type Vis = 'Public' | DefId;

/** What a name in a module can stand for. Struct and variant constructors are the struct and the variant. */
export type ScopeRes =
  | { readonly kind: 'Def'; readonly def: DefId }
  /** A primitive type; `pub use bool;` puts even these into modules. */
  | { readonly kind: 'PrimTy'; readonly name: string };

export interface ScopeEntry {
  readonly res: ScopeRes;
  readonly vis: Vis;
  /** How the name came: declared here, by a `use` of that name, or by a glob, which everything else shadows. */
  readonly origin: 'Item' | 'Import' | 'Glob';
}

export interface PerNs {
  type?: ScopeEntry;
  value?: ScopeEntry;
  macro?: ScopeEntry;
}

/** A scope by name: a module or, within a body, a block with items of its own (an anonymous module). */
export interface ScopeRef {
  /** The module; for a block, the module that it stands in. */
  readonly def: DefId;
  readonly block: HirFileId | undefined;
}

/** What there is in a scope. */
export interface ModuleData extends ScopeRef {
  /** The text that holds its items; undefined if its file is missing. */
  readonly file: HirFileId | undefined;
  readonly names: ReadonlyMap<string, PerNs>;
  /** Traits imported `as _`. */
  readonly unnamedTraits: ReadonlyMap<DefId, Vis>;
}

/** The primitive types of the language prelude. */
export const primitiveTypes: ReadonlySet<string> = new Set(
  'bool char str i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f16 f32 f64 f128'.split(' '),
);

/** The module around a module; undefined for a crate root. A module inside a body stands in the module of the body. */
export function parentModule(module: DefId): DefId | undefined {
  const parent = defParent(module);
  return parent === undefined ? undefined : enclosingModule(parent);
}

/** Whether `module` is `ancestor` or within it. */
export function isModuleWithin(module: DefId, ancestor: DefId): boolean {
  for (let at: DefId | undefined = module; at !== undefined; at = parentModule(at)) {
    if (at === ancestor) return true;
  }
  return false;
}

/** Whether code in `from` may use what has this visibility. */
export function isVisibleFrom(vis: Vis, from: DefId): boolean {
  return vis === 'Public' || isModuleWithin(from, vis);
}

/** The narrower of two visibilities. */
export function narrowerVis(a: Vis, b: Vis): Vis {
  if (a === 'Public') return b;
  if (b === 'Public') return a;
  return isModuleWithin(a, b) ? a : b;
}

export function sameRes(a: ScopeRes, b: ScopeRes): boolean {
  if (a === b) return true;
  if (a.kind === 'Def') return b.kind === 'Def' && a.def === b.def;
  return b.kind === 'PrimTy' && a.name === b.name;
}

function sameEntry(a: ScopeEntry | undefined, b: ScopeEntry | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return a.vis === b.vis && a.origin === b.origin && sameRes(a.res, b.res);
}

export function samePerNs(a: PerNs, b: PerNs): boolean {
  return sameEntry(a.type, b.type) && sameEntry(a.value, b.value) && sameEntry(a.macro, b.macro);
}

/** Whether two maps have the same keys in the same order with equal values. */
export function sameMap<K, V>(
  a: ReadonlyMap<K, V>,
  b: ReadonlyMap<K, V>,
  same: (x: V, y: V) => boolean = Object.is,
): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  const others = b.entries();
  for (const [key, value] of a) {
    const [otherKey, otherValue] = others.next().value as [K, V];
    if (!Object.is(key, otherKey) || !same(value, otherValue)) return false;
  }
  return true;
}

export function sameModule(a: ModuleData, b: ModuleData): boolean {
  return (
    a === b ||
    (a.def === b.def &&
      a.block === b.block &&
      a.file === b.file &&
      sameMap(a.names, b.names, samePerNs) &&
      sameMap(a.unnamedTraits, b.unnamedTraits))
  );
}

/** Whether a definition can be looked into by `::` for names that are not associated items. */
export function isScope(def: DefId): boolean {
  const kind = defKind(def);
  return kind === 'Mod' || kind === 'Enum';
}
