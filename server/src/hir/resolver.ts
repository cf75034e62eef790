/**
 * Resolution of paths in types and bodies: what a path means where a definition stands.
 *
 * A `Resolver` is a list of scopes, the innermost first, as rustc's ribs: generic parameters and `Self` of the item
 * and of the trait or impl around it, blocks with items of their own, then the module. An item within a body sees
 * neither the generics nor the locals of the function around it. Locals are not known here: body lowering, which sits
 * on top, looks for them first.
 *
 * Paths are resolved as far as names go. `Vec::<u8>::new` is resolved to `Vec` with one segment consumed: what an
 * associated item is depends on types.
 */
import { structuralEquals } from '../base/structuralEquals.ts';
import { type Database, defineQuery, type Query } from '../query/database.ts';
import { blockInside, type Surroundings, surroundings, surroundingsAt } from './defMap/blockPlace.ts';
import { blockDefMap, cratePreludes, isBodyOwner, moduleData } from './defMap/defMap.ts';
import { item } from './defMap/defSource.ts';
import { lookupLexicalType, lookupLexicalValue, resolveModPath } from './defMap/pathResolution.ts';
import { isVisibleFrom, type ModuleData, type Namespace, primitiveTypes, type Vis } from './defMap/scope.ts';
import { withStatementItems } from './defMap/statementItems.ts';
import { resolveVisibility } from './defMap/visibility.ts';
import { type CrateId, type DefId, defCrate, defKind, defParent, enclosingModule } from './defs.ts';
import type { BodyText, HirFileId } from './hirFile.ts';
import { resolveMacroIn, scopeView } from './macroResolution.ts';
import type { GenericParamsRef, Path } from './typeRef.ts';

/** What a path, or the consumed part of one, stands for. */
export type Res =
  /** An item, a variant, a crate root. In the value namespace, a struct or variant is its constructor. */
  | { readonly kind: 'Def'; readonly def: DefId }
  | { readonly kind: 'PrimTy'; readonly name: string }
  /** `Self`: of a trait (its implementor), of an impl or of a struct, union or enum; as a value, its constructor. */
  | { readonly kind: 'SelfTy'; readonly def: DefId }
  /** `index` counts among the parameters written on `owner`, lifetimes included. */
  | { readonly kind: 'TyParam'; readonly owner: DefId; readonly index: number; readonly name: string }
  | { readonly kind: 'ConstParam'; readonly owner: DefId; readonly index: number; readonly name: string }
  | { readonly kind: 'Err' };

export interface PathResolution {
  readonly res: Res;
  /** How many segments `res` accounts for; those after it name associated items. */
  readonly consumed: number;
}

/** The parameters or the `Self` of a definition around. */
type GenericScope =
  | { readonly kind: 'Params'; readonly def: DefId; readonly generics: GenericParamsRef }
  | { readonly kind: 'SelfTy'; readonly def: DefId };

export interface Resolver {
  readonly krate: CrateId;
  /** The module that everything here is in, for visibility. */
  readonly module: DefId;
  /** Blocks and the module, innermost first, and `macro_rules!` in textual scope. */
  readonly around: Surroundings;
  /**
   * Generics and `Self`, innermost first. They are nearer than all of `around` save the blocks of the body that is
   * being resolved in, of which there are `innerBlocks`.
   */
  readonly generics: readonly GenericScope[];
  readonly innerBlocks: number;
}

const err: PathResolution = { res: { kind: 'Err' }, consumed: 0 };

/** For what is written in the signature of a definition. */
export const resolverFor = defineQuery<DefId, Resolver>(
  'resolverFor',
  (db, def) => {
    const around = withStatementItems(db, surroundings(db, def));
    return {
      krate: defCrate(def),
      module: around.module,
      around,
      generics: genericScopes(db, def),
      innerBlocks: 0,
    };
  },
  { equals: structuralEquals, keep: 4096 },
);

/** For what is written in the body of a definition, within a block with items of its own if there is one. */
export function resolverForBody(db: Database, owner: DefId, block: HirFileId | undefined): Resolver {
  const outer = resolverFor(db, owner);
  return block === undefined ? outer : resolverForBlock(db, block, outer);
}

function resolverForBlock(db: Database, block: HirFileId, outer: Resolver): Resolver {
  const around = withStatementItems(db, blockInside(db, block));
  return {
    ...outer,
    around,
    innerBlocks: around.lexical.length - outer.around.lexical.length,
  };
}

/** The parameters written on an item. Unlike the item, they stay as they are when another part of it changes. */
const writtenGenerics = defineQuery<DefId, GenericParamsRef | undefined>(
  'writtenGenerics',
  (db, def) => {
    const found = item(db, def);
    return found && 'generics' in found ? found.generics : undefined;
  },
  { equals: structuralEquals },
);

function genericScopes(db: Database, def: DefId): GenericScope[] {
  const scopes: GenericScope[] = [];
  for (let at: DefId | undefined = def; at !== undefined; at = defParent(at)) {
    const kind = defKind(at);
    if (kind === 'Mod') break;
    // Closures and anonymous consts see all that their owner sees; an item within a body sees none of it.
    if (kind !== 'Closure' && kind !== 'AnonConst' && kind !== 'InlineConst' && kind !== 'OpaqueTy') {
      const generics = writtenGenerics(db, at);
      if (generics && generics.params.length > 0) scopes.push({ kind: 'Params', def: at, generics });
      switch (kind) {
        case 'Trait':
        case 'TraitAlias':
        case 'Impl':
        case 'Struct':
        case 'Union':
        case 'Enum':
          scopes.push({ kind: 'SelfTy', def: at });
      }
      const parent = defParent(at);
      if (parent !== undefined && isBodyOwner(parent)) break;
    }
  }
  return scopes;
}

/** What a path means. `ns` is that of the last segment. */
export function resolvePath(db: Database, resolver: Resolver, path: Path, ns: Namespace): PathResolution {
  const view = scopeView(db, resolver.krate);
  if (path.qself !== undefined) {
    // `<T as Trait>::A`: the trait is what names can tell. `<T>::A` is all types.
    if (path.traitSegments === 0) return err;
    const trait = { ...path, qself: undefined, segments: path.segments.slice(0, path.traitSegments) };
    return resolvePath(db, resolver, trait, 'type');
  }
  const { lexical } = resolver.around;
  const first = path.segments[0];
  if (path.kind === 'Plain' && first !== undefined) {
    const single = path.segments.length === 1;
    const inner = lexical.slice(0, resolver.innerBlocks);
    const nearer = inner.some((scope) => view.name(scope, first.name)?.[single ? ns : 'type'] !== undefined);
    const generic = nearer ? undefined : resolveGeneric(resolver, first.name, single ? ns : 'type');
    if (generic) return { res: generic, consumed: 1 };
    if (single) {
      const entry =
        ns === 'type'
          ? lookupLexicalType(view, lexical, first.name)
          : ns === 'value'
            ? lookupLexicalValue(view, lexical, first.name)
            : undefined;
      if (entry) {
        const { res } = entry;
        // `use std::u8; … x: u8`: a module is no type, and does not hide the primitive one of its name.
        const isModule = ns === 'type' && res.kind === 'Def' && defKind(res.def) === 'Mod';
        if (isModule && primitiveTypes.has(first.name)) {
          return { res: { kind: 'PrimTy', name: first.name }, consumed: 1 };
        }
        return { res, consumed: 1 };
      }
      if (ns !== 'macro') return err;
    }
  }
  const found = resolveModPath(view, lexical, path, false);
  if (!found) return err;
  const complete = found.consumed === path.segments.length;
  const entry = found.entries[complete ? ns : 'type'];
  return entry ? { res: entry.res, consumed: found.consumed } : err;
}

function resolveGeneric(resolver: Resolver, name: string, ns: Namespace): Res | undefined {
  if (ns === 'macro') return undefined;
  for (const scope of resolver.generics) {
    if (scope.kind === 'SelfTy') {
      if (name === 'Self') return { kind: 'SelfTy', def: scope.def };
      continue;
    }
    const { params } = scope.generics;
    for (let index = 0; index < params.length; index++) {
      const param = params[index]!;
      if (param.name !== name) continue;
      if (param.kind === 'Type' && ns === 'type') return { kind: 'TyParam', owner: scope.def, index, name };
      if (param.kind === 'Const' && ns === 'value')
        return { kind: 'ConstParam', owner: scope.def, index, name };
    }
  }
  return undefined;
}

/** The macro that a call's path means. */
export function resolveMacro(db: Database, resolver: Resolver, path: Path): DefId | undefined {
  return resolveMacroIn(db, resolver.krate, resolver.around, path);
}

/** The same for the call at a node of a body's text, which sees only the `macro_rules!` before it. */
export function resolveMacroAt(
  db: Database,
  resolver: Resolver,
  path: Path,
  text: BodyText,
  node: number,
): DefId | undefined {
  const around = resolver.innerBlocks === 0 ? resolver.around : surroundingsAt(db, text, node);
  return resolveMacroIn(db, resolver.krate, around, path);
}

/** Whether a block with items of its own declares or imports that name itself. */
export function resolvesInBlock(db: Database, block: HirFileId, name: string, ns: Namespace): boolean {
  return blockDefMap(db, block).scope.names.get(name)?.[ns] !== undefined;
}

/**
 * The traits whose methods can be called where the resolver is: declared, imported or brought by a glob or the
 * prelude, named or `as _`.
 */
export function traitsInScope(db: Database, resolver: Resolver): ReadonlySet<DefId> {
  const traits = new Set<DefId>();
  for (const scope of resolver.around.lexical) {
    const found =
      scope.block === undefined ? moduleTraits(db, scope.def) : traitsOf(blockDefMap(db, scope.block).scope);
    for (const trait of found ?? []) traits.add(trait);
  }
  for (const trait of preludeTraits(db, resolver.krate)) traits.add(trait);
  return traits;
}

/** {@link traitsInScope} for all that stands in a module but outside of bodies with items of their own. */
export function traitsInModule(db: Database, module: DefId): ReadonlySet<DefId> {
  return new Set([...(moduleTraits(db, module) ?? []), ...preludeTraits(db, defCrate(module))]);
}

function preludeTraits(db: Database, krate: CrateId): readonly DefId[] {
  const { prelude } = cratePreludes(db, krate);
  return (prelude === undefined ? undefined : moduleTraits(db, prelude)) ?? [];
}

const moduleTraits = defineQuery<DefId, readonly DefId[] | undefined>(
  'moduleTraits',
  (db, module) => {
    const data = moduleData(db, module);
    return data && traitsOf(data);
  },
  {
    equals: (a, b) =>
      a !== undefined && b !== undefined && a.length === b.length && a.every((trait, i) => trait === b[i]),
  },
);

function traitsOf(module: ModuleData): DefId[] {
  const traits = new Set<DefId>(module.unnamedTraits.keys());
  for (const { type } of module.names.values()) {
    if (type?.res.kind !== 'Def') continue;
    const kind = defKind(type.res.def);
    if (kind === 'Trait' || kind === 'TraitAlias') traits.add(type.res.def);
  }
  return [...traits];
}

/**
 * Whether code in `from` may name a definition. Associated items of traits are as visible as the trait, those of
 * trait impls always, variants as their enum.
 */
export function isDefVisible(db: Database, def: DefId, from: DefId): boolean {
  return isVisibleFrom(defVisibility(db, def), from);
}

export const defVisibility: Query<DefId, Vis> = defineQuery<DefId, Vis>('defVisibility', (db, def): Vis => {
  const parent = defParent(def);
  if (parent === undefined) return 'Public';
  const container = defKind(parent);
  if (container === 'Trait' || container === 'Enum') return defVisibility(db, parent);
  if (container === 'Impl') {
    const impl = item(db, parent);
    if (impl?.kind === 'Impl' && impl.traitPath !== undefined) return 'Public';
  }
  const found = item(db, def);
  return found ? resolveVisibility(found.visibility, enclosingModule(def)) : 'Public';
});

export { isVisibleFrom as isVisible, resolveVisibility };
