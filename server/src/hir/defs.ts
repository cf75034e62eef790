/**
 * Definitions and their ids.
 *
 * A `DefId` names a definition by its *path*, as rustc's `DefPath` does: the parent definition, the kind, the name
 * and a disambiguator among equals. It does not depend on positions or on the order of other items, so that an edit
 * elsewhere in the file leaves every id, and everything memoized under it, as it was.
 *
 * Ids are interned for the life of the process. Where a definition's data stands (its item in an `ItemTree`) is
 * asked of the crate's `DefMap` (`defSource` in `hir/queries`), never stored here.
 */
import type { Brand } from '../base/brand.ts';
import { Interner } from '../base/interner.ts';

export type DefId = Brand<number, 'DefId'>;
/** A crate of the `CrateGraph`. Dense from 0. */
export type CrateId = Brand<number, 'CrateId'>;
/** A source file known to the `Vfs`. */
export type FileId = Brand<number, 'FileId'>;

export type DefKind =
  | 'Mod' // the crate root too, which has no parent and an empty name
  | 'ForeignMod'
  | 'Fn' // free, associated and foreign functions; nested ones have the enclosing body's owner as parent
  | 'Struct'
  | 'Union'
  | 'Enum'
  | 'Variant' // parent: the enum
  | 'Trait'
  | 'TraitAlias'
  | 'Impl' // name: its normalized header text, so that reordering impls moves no id
  | 'TyAlias' // free, and associated types in traits and impls
  | 'Const' // free and associated; `const _` gets disambiguators
  | 'Static'
  | 'NestedStatic' // memory that a static's initial value refers to; parent: the static
  | 'Macro'
  | 'Closure' // parent: the body owner or the enclosing closure; disambiguator: order of appearance
  | 'AnonConst' // array lengths, const generic arguments, enum discriminants; parent: the owner
  | 'InlineConst' // `const { … }`
  | 'OpaqueTy' // each `impl Trait` in return position or in an associated type; parent: the fn or alias
  | 'GlobalAsm';

export interface DefData {
  readonly krate: CrateId;
  readonly parent: DefId | undefined;
  readonly kind: DefKind;
  readonly name: string;
  /** 0 for the first definition with this parent, kind and name; counts up in source order. */
  readonly disambiguator: number;
}

const defs = new Interner<DefId, DefData>(
  (d) => `${d.krate}|${d.parent ?? -1}|${d.kind}|${d.disambiguator}|${d.name}`,
);

export function internDef(data: DefData): DefId {
  return defs.intern(data);
}

export function defData(def: DefId): DefData {
  return defs.lookup(def);
}

export function defKind(def: DefId): DefKind {
  return defs.lookup(def).kind;
}

export function defParent(def: DefId): DefId | undefined {
  return defs.lookup(def).parent;
}

export function defCrate(def: DefId): CrateId {
  return defs.lookup(def).krate;
}

export function crateRoot(krate: CrateId): DefId {
  return defs.intern({ krate, parent: undefined, kind: 'Mod', name: '', disambiguator: 0 });
}

/** The nearest enclosing module, the definition itself included. */
export function enclosingModule(def: DefId): DefId {
  let at = def;
  for (;;) {
    const data = defs.lookup(at);
    if (data.kind === 'Mod' || data.parent === undefined) return at;
    at = data.parent;
  }
}

/** The function, const or static whose inference covers this body: a closure's or inline const's outermost owner. */
export function typeckRoot(def: DefId): DefId {
  let at = def;
  for (;;) {
    const data = defs.lookup(at);
    if ((data.kind !== 'Closure' && data.kind !== 'InlineConst') || data.parent === undefined) return at;
    at = data.parent;
  }
}

/** The function, const or static outside of all bodies in whose text a definition stands; itself, if it is in no body. */
export function outermostOwner(def: DefId): DefId {
  let outermost = def;
  for (let at = defs.lookup(def).parent; at !== undefined; ) {
    const { kind, parent } = defs.lookup(at);
    if (kind === 'Fn' || kind === 'Const' || kind === 'Static') outermost = at;
    at = parent;
  }
  return outermost;
}

/** The trait or impl that an associated item belongs to. */
export function assocContainer(def: DefId): DefId | undefined {
  const { parent } = defs.lookup(def);
  if (parent === undefined) return undefined;
  const { kind } = defs.lookup(parent);
  return kind === 'Trait' || kind === 'Impl' ? parent : undefined;
}
