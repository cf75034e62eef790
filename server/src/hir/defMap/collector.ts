/**
 * Collects the items of a crate (`collectCrate`), or of a block with items of its own (`collectBlock`), and resolves them.
 *
 * Three things depend on each other: which items there are (macros make some), what names mean (imports need items),
 * and which macro a call means (that needs names). So:
 *
 * 1. Walk the item trees from the crate root through all module files. Every item gets its `DefId` and its name in
 *    its module; `use`s become imports of the {@link NameTable}; item macro calls and derives are put aside, each
 *    with the textual macro scope at its place. What the crate's cfg switches off is not seen at all.
 * 2. Resolve imports until nothing changes.
 * 3. Resolve the macros of the calls put aside, in order; walk the expansions of those found, as in 1, which may add
 *    to all three. Go on at 2 until there is nothing new.
 *
 * What is left then has no meaning that we could find, and is counted. Associated items of traits and impls are not
 * walked here (`assocItems` does, on demand), except for the `#[lang]` attributes on them.
 *
 * After rust-analyzer's `DefCollector`.
 */
import type { CfgOptions } from '../../project/cfg.ts';
import type { CrateData } from '../../project/crateGraph.ts';
import type { Database } from '../../query/database.ts';
import { attrString, derivePaths, findAttr, findAttrs, hasAttr, isEnabled } from '../attrs.ts';
import { type CrateId, crateRoot, type DefId, type DefKind, defCrate, internDef } from '../defs.ts';
import { fileAstId } from '../fileAstId.ts';
import { type HirFileId, internHirFile, internMacroCall, type MacroCallLoc } from '../hirFile.ts';
import { crateData } from '../inputs.ts';
import type { Attrs, FieldRef, Item, ItemId, ItemTree, UseTree, Visibility } from '../itemTree.ts';
import { expansion } from '../macros/expansion.ts';
import { isTooDeep } from '../recursionLimit.ts';
import { itemTree } from '../source.ts';
import type { Path } from '../typeRef.ts';
import { type Collected, crateDefMap, type DefLoc, type Preludes, type Variants } from './defMap.ts';
import { implHeader } from './implHeader.ts';
import { isBuiltinMacro, procMacroKind, procMacroName } from './macroDefs.ts';
import {
  emptyMacroScope,
  lookupMacro,
  type MacroScopeId,
  type MacroScopeNode,
  newMacroScopes,
  settledScope,
} from './macroScope.ts';
import { inlineDirectory, type ModuleDirectory, moduleFile } from './moduleFiles.ts';
import { type CollectingView, NameTable, type OpenModule } from './names.ts';
import { lookupLexicalMacro, resolveModPath } from './pathResolution.ts';
import { attributeMacro, isExpandableProcMacro } from './procMacros.ts';
import { procMacroEntry, procMacroTable } from './procMacroTable.ts';
import {
  type ModuleData,
  type Namespace,
  narrowerVis,
  type PerNs,
  type ScopeEntry,
  type ScopeRef,
  type Vis,
} from './scope.ts';
import { resolveVisibility } from './visibility.ts';

/** Module files nest at most this deep, expansions that they stand in counted. */
const maximumFiles = 1024;

/** Where items are being walked. */
interface Place {
  readonly module: OpenModule;
  /** Scopes for paths, innermost first. */
  readonly lexical: readonly ScopeRef[];
  /** Parent of the definitions: the module, a foreign block, or the owner of the body. */
  readonly parent: DefId;
  readonly file: HirFileId;
  readonly tree: ItemTree;
  /** Where files of modules are looked for; undefined in what macros make of bodies, where none can be. */
  readonly directory: ModuleDirectory | undefined;
  /** Expansions around. */
  readonly depth: number;
  /** Files of the modules around, against a file that includes itself. */
  readonly files: readonly HirFileId[];
}

/** A macro call or derive whose macro is yet to be found. */
interface PendingCall {
  readonly place: Place;
  readonly item: ItemId;
  readonly path: Path;
  /** For a derive: which of the item's. */
  readonly derive: number | undefined;
  /** For an attribute macro: its path as written. */
  readonly attribute?: string;
  readonly macroScope: MacroScopeId;
  /** The node that stands for what the expansion defines; undefined for derives. */
  readonly node: (MacroScopeNode & { kind: 'Call' }) | undefined;
}

export class Collector {
  readonly db: Database;
  readonly krate: CrateId;
  readonly data: CrateData;
  readonly cfg: CfgOptions;

  readonly modules = new Map<DefId, OpenModule>();
  readonly defs = new Map<DefId, DefLoc>();
  readonly enums = new Map<DefId, Variants>();
  readonly impls: DefId[] = [];
  readonly traits: DefId[] = [];
  readonly langItems = new Map<string, DefId>();
  readonly opaqueDefiners: DefId[] = [];
  readonly macroScopes = newMacroScopes();
  readonly names: NameTable;
  readonly view: CollectingView;
  preludes: {
    externPrelude: Map<string, DefId>;
    macroUsePrelude: Map<string, DefId>;
    prelude: DefId | undefined;
  };
  unresolvedFiles = 0;
  unresolvedCalls = 0;
  procMacroCalls = 0;
  missingCrates = 0;

  readonly #openBlocks = new Map<HirFileId, OpenModule>();
  readonly #disambiguators = new Map<string, number>();
  readonly #procMacroEntries: string[] = [];
  #pending: PendingCall[] = [];

  constructor(db: Database, krate: CrateId, preludes: Preludes) {
    this.db = db;
    this.krate = krate;
    this.data = crateData(db, krate);
    this.cfg = this.data.cfg;
    this.preludes = {
      externPrelude: new Map(preludes.externPrelude),
      macroUsePrelude: new Map(preludes.macroUsePrelude),
      prelude: preludes.prelude,
    };
    const collector = this;
    this.view = {
      krate,
      edition: this.data.edition,
      get preludes() {
        return collector.preludes;
      },
      openScope: ({ def, block }) =>
        block === undefined ? this.modules.get(def) : this.#openBlocks.get(block),
      module: (def) => this.modules.get(def) ?? this.finishedModule(def),
      name(scope, name) {
        const open = this.openScope(scope);
        return open ? open.names.get(name) : collector.finishedName(scope, name);
      },
      variants: (def) => this.enums.get(def) ?? this.finishedEnum(def),
    };
    this.names = new NameTable(this.view, this.macroScopes);
    this.names.onPrelude = (module) => {
      this.preludes.prelude = module;
    };
  }

  /** A module outside of what is being collected. */
  finishedModule(def: DefId): ModuleData | undefined {
    const krate = defCrate(def);
    return krate === this.krate ? undefined : crateDefMap(this.db, krate).modules.get(def);
  }

  /** A name in a scope outside of what is being collected. */
  finishedName({ def }: ScopeRef, name: string): PerNs | undefined {
    return this.finishedModule(def)?.names.get(name);
  }

  /** Where an item of the crate stands that is not of this collection. */
  finishedLoc(_def: DefId): DefLoc | undefined {
    return undefined;
  }

  finishedEnum(def: DefId): Variants | undefined {
    const krate = defCrate(def);
    return krate === this.krate ? undefined : crateDefMap(this.db, krate).enums.get(def);
  }

  /** Textual macro scope beyond the scopes collected here. */
  outerMacro(_name: string): DefId | undefined {
    return undefined;
  }

  openModule(def: DefId, file: HirFileId | undefined, block?: HirFileId): OpenModule {
    const module: OpenModule = { def, block, file, names: new Map(), unnamedTraits: new Map() };
    if (block === undefined) this.modules.set(def, module);
    else this.#openBlocks.set(block, module);
    return module;
  }

  /** Counts definitions of one parent, kind and name. */
  disambiguator(parent: DefId, kind: DefKind, name: string): number {
    const key = `${parent}|${kind}|${name}`;
    const count = this.#disambiguators.get(key) ?? 0;
    this.#disambiguators.set(key, count + 1);
    return count;
  }

  // ------------------------------------------------------------------------------------------ items

  /** Walks items in order; gives the textual macro scope after them. `after` is told it for each. */
  walk(
    place: Place,
    items: readonly ItemId[],
    macroScope: MacroScopeId,
    after?: (scope: MacroScopeId) => void,
  ): MacroScopeId {
    let scope = macroScope;
    for (const id of items) {
      const item = place.tree.items[id];
      if (item && isEnabled(item.attrs, this.cfg)) scope = this.#item(place, id, item, scope);
      after?.(scope);
    }
    return scope;
  }

  /** `isPlain`: attribute macros on it are not looked for (any more). */
  #item(place: Place, id: ItemId, item: Item, scope: MacroScopeId, isPlain = false): MacroScopeId {
    const { module } = place;
    const attribute = isPlain ? undefined : this.#attributeMacro(item);
    if (attribute) {
      this.#pending.push({
        place,
        item: id,
        path: attribute.path,
        derive: undefined,
        attribute: attribute.text,
        macroScope: scope,
        node: undefined,
      });
      return scope;
    }
    switch (item.kind) {
      case 'Use':
        this.#use(
          place,
          item.tree,
          undefined,
          item.visibility,
          scope,
          hasAttr(item.attrs, this.cfg, 'prelude_import'),
        );
        return scope;
      case 'ExternCrate':
        this.#externCrate(place, item);
        return scope;
      case 'MacroCall':
        return this.#macroCall(place, id, item.path, scope);
      case 'MacroRules':
        return this.#macroRules(place, id, item, scope);
      case 'Mod':
        return this.#module(place, id, item, scope);
      case 'ForeignMod': {
        const def = this.#define(place, id, 'ForeignMod', '', scope);
        this.walk({ ...place, parent: def }, item.items, scope);
        return scope;
      }
      case 'Impl': {
        if (item.isNegative && item.traitPath === undefined) return scope;
        const def = this.#define(place, id, 'Impl', implHeader(item), scope);
        this.impls.push(def);
        this.#assocMarks(place, def, item.items);
        return scope;
      }
      case 'GlobalAsm':
        this.#define(place, id, 'GlobalAsm', '', scope);
        return scope;
      case 'Fn': {
        // The test harness is the only one to call these.
        if (
          !this.data.isTest &&
          (hasAttr(item.attrs, this.cfg, 'test') || hasAttr(item.attrs, this.cfg, 'bench'))
        )
          return scope;
        const def = this.#define(place, id, 'Fn', item.name, scope);
        this.#name(module, item, 'value', def);
        this.#marks(item.attrs, def);
        if (this.data.crateType === 'proc-macro' && procMacroKind(item.attrs, this.cfg) !== undefined) {
          this.#procMacro(place, id, item, scope);
        }
        return scope;
      }
      case 'Const': {
        const def = this.#define(place, id, 'Const', item.name, scope);
        if (item.name !== '_') this.#name(module, item, 'value', def);
        this.#marks(item.attrs, def);
        return scope;
      }
      case 'Static': {
        const def = this.#define(place, id, 'Static', item.name, scope);
        this.#name(module, item, 'value', def);
        this.#marks(item.attrs, def);
        return scope;
      }
      case 'TyAlias': {
        const def = this.#define(place, id, 'TyAlias', item.name, scope);
        this.#name(module, item, 'type', def);
        this.#marks(item.attrs, def);
        return scope;
      }
      case 'Trait': {
        const def = this.#define(place, id, 'Trait', item.name, scope);
        this.traits.push(def);
        this.#name(module, item, 'type', def);
        this.#marks(item.attrs, def);
        this.#assocMarks(place, def, item.items);
        return scope;
      }
      case 'TraitAlias': {
        const def = this.#define(place, id, 'TraitAlias', item.name, scope);
        this.#name(module, item, 'type', def);
        return scope;
      }
      case 'Struct':
      case 'Union': {
        const def = this.#define(place, id, item.kind, item.name, scope);
        this.#name(module, item, 'type', def);
        if (item.kind === 'Struct' && item.fieldsKind !== 'Named') {
          const vis = this.#constructorVis(module, item.visibility, item.fields);
          this.names.declare(module, item.name, 'value', { res: { kind: 'Def', def }, vis, origin: 'Item' });
        }
        this.#marks(item.attrs, def);
        this.#derives(place, id, item.attrs, scope);
        return scope;
      }
      case 'Enum': {
        const def = this.#define(place, id, 'Enum', item.name, scope);
        this.#enumVariants(def, item, resolveVisibility(item.visibility, module.def));
        this.#name(module, item, 'type', def);
        this.#marks(item.attrs, def);
        this.#derives(place, id, item.attrs, scope);
        return scope;
      }
    }
  }

  #define(place: Place, id: ItemId, kind: DefKind, name: string, macroScope: MacroScopeId): DefId {
    const disambiguator = this.disambiguator(place.parent, kind, name);
    const def = internDef({ krate: this.krate, parent: place.parent, kind, name, disambiguator });
    this.defs.set(def, {
      file: place.file,
      item: id,
      module: place.module.def,
      block: place.module.block,
      macroScope,
    });
    return def;
  }

  #name(module: OpenModule, item: Item, ns: Namespace, def: DefId): void {
    const vis = resolveVisibility(item.visibility, module.def);
    this.names.declare(module, item.name, ns, { res: { kind: 'Def', def }, vis, origin: 'Item' });
  }

  #enumVariants(def: DefId, item: Extract<Item, { kind: 'Enum' }>, vis: Vis): void {
    const byName = new Map<string, DefId>();
    for (const variant of item.variants) {
      if (byName.has(variant.name) || !isEnabled(variant.attrs, this.cfg)) continue;
      const id = internDef({
        krate: this.krate,
        parent: def,
        kind: 'Variant',
        name: variant.name,
        disambiguator: 0,
      });
      byName.set(variant.name, id);
      this.#marks(variant.attrs, id);
    }
    this.enums.set(def, { vis, byName });
  }

  /** What attributes make of a definition that the whole crate asks for. */
  #marks(attrs: Attrs, def: DefId): void {
    if (attrs.list.length === 0) return;
    const name = attrString(findAttr(attrs, this.cfg, 'lang'));
    if (name !== undefined && !this.langItems.has(name)) this.langItems.set(name, def);
    // A panic handler is found through its own attribute.
    else if (hasAttr(attrs, this.cfg, 'panic_handler')) this.langItems.set('panic_impl', def);
    if (hasAttr(attrs, this.cfg, 'define_opaque')) this.opaqueDefiners.push(def);
  }

  #assocMarks(place: Place, container: DefId, items: readonly ItemId[]): void {
    for (const id of items) {
      const item = place.tree.items[id];
      if (!item || item.attrs.list.length === 0) continue;
      if (!hasAttr(item.attrs, this.cfg, 'lang') && !hasAttr(item.attrs, this.cfg, 'define_opaque')) continue;
      const { kind } = item;
      if ((kind !== 'Fn' && kind !== 'TyAlias' && kind !== 'Const') || !isEnabled(item.attrs, this.cfg))
        continue;
      const { krate } = this;
      this.#marks(
        item.attrs,
        internDef({ krate, parent: container, kind, name: item.name, disambiguator: 0 }),
      );
    }
  }

  #constructorVis(module: OpenModule, visibility: Visibility, fields: readonly FieldRef[]): Vis {
    let vis = resolveVisibility(visibility, module.def);
    for (const field of fields) vis = narrowerVis(vis, resolveVisibility(field.visibility, module.def));
    return vis;
  }

  // ------------------------------------------------------------------------------------------ modules

  #module(place: Place, id: ItemId, item: Extract<Item, { kind: 'Mod' }>, scope: MacroScopeId): MacroScopeId {
    const pathAttr = attrString(findAttr(item.attrs, this.cfg, 'path'));
    let { file, tree } = place;
    let directory: ModuleDirectory | undefined;
    let roots = item.inline;
    if (roots !== undefined) {
      directory = place.directory && inlineDirectory(place.directory, item.name, pathAttr);
    } else if (place.directory !== undefined) {
      const found = moduleFile(this.db, place.directory, item.name, pathAttr);
      if (found?.exists) {
        file = internHirFile({ kind: 'File', file: found.file });
        tree = itemTree(this.db, file);
        // `#![cfg(…)]` at the top of the file takes the whole module away.
        if (!isEnabled(tree.attrs, this.cfg)) return scope;
        roots = tree.roots;
        directory = found.directory;
      }
    }
    const def = this.#define(place, id, 'Mod', item.name, scope);
    const module = this.openModule(def, roots === undefined ? undefined : file);
    this.#name(place.module, item, 'type', def);
    if (
      roots === undefined ||
      place.files.length > maximumFiles ||
      (item.inline === undefined && isCircular(place, file))
    ) {
      this.unresolvedFiles++;
      return scope;
    }
    const inner: Place = {
      module,
      lexical: [module],
      parent: def,
      file,
      tree,
      directory,
      depth: place.depth,
      files: file === place.file ? place.files : [...place.files, place.file],
    };
    const after = this.walk(inner, roots, scope);
    const macroUse =
      hasAttr(item.attrs, this.cfg, 'macro_use') ||
      (item.inline === undefined && hasAttr(tree.attrs, this.cfg, 'macro_use'));
    return macroUse ? after : scope;
  }

  // ------------------------------------------------------------------------------------------ imports

  #use(
    place: Place,
    tree: UseTree,
    prefix: Path | undefined,
    visibility: Visibility,
    macroScope: MacroScopeId,
    isPrelude: boolean,
  ): void {
    if (tree.kind === 'Nested') {
      const joined = tree.prefix ? joinPaths(prefix, tree.prefix) : prefix;
      for (const child of tree.trees) this.#use(place, child, joined, visibility, macroScope, isPrelude);
      return;
    }
    // `{self}` in a list means the path before it, as a module or type only.
    const isSelf = tree.kind === 'Simple' && tree.path.kind === 'Self' && tree.path.segments.length === 0;
    const path = isSelf && prefix ? prefix : joinPaths(prefix, tree.path);
    let name: string | undefined;
    if (tree.kind === 'Simple') {
      name = tree.alias ?? path.segments.at(-1)?.name;
      // `use crate;` needs a name.
      if (name === undefined) return;
    }
    const vis = resolveVisibility(visibility, place.module.def);
    this.names.addImport({
      into: place.module,
      lexical: place.lexical,
      path,
      name,
      vis,
      typesOnly: isSelf && prefix !== undefined,
      macroScope,
      isPrelude,
    });
  }

  #externCrate(place: Place, item: Extract<Item, { kind: 'ExternCrate' }>): void {
    const isSelf = item.crate === 'self';
    const dependency = this.data.dependencies.find((d) => d.name === item.crate);
    const krate = isSelf ? this.krate : dependency?.crate;
    if (krate === undefined) {
      this.missingCrates++;
      return;
    }
    const root = crateRoot(krate);
    const name = item.alias ?? item.crate;
    const vis = resolveVisibility(item.visibility, place.module.def);
    if (name !== '_' && name !== 'self') {
      this.names.declare(place.module, name, 'type', {
        res: { kind: 'Def', def: root },
        vis,
        origin: 'Item',
      });
      // At the crate root it also joins the names that paths may start with anywhere.
      if (place.parent === crateRoot(this.krate)) this.preludes.externPrelude.set(name, root);
    }
    const macroUse = findAttr(item.attrs, this.cfg, 'macro_use');
    if (macroUse && !isSelf) this.useMacrosOf(krate);
  }

  /** Puts all exported macros of a crate in scope everywhere. */
  useMacrosOf(krate: CrateId): void {
    const root = crateDefMap(this.db, krate).modules.get(crateRoot(krate));
    for (const [name, { macro }] of root?.names ?? []) {
      if (macro?.vis === 'Public' && macro.res.kind === 'Def') {
        this.preludes.macroUsePrelude.set(name, macro.res.def);
      }
    }
  }

  // ------------------------------------------------------------------------------------------ macros

  #macroRules(
    place: Place,
    id: ItemId,
    item: Extract<Item, { kind: 'MacroRules' }>,
    scope: MacroScopeId,
  ): MacroScopeId {
    const def = this.#define(place, id, 'Macro', item.name, scope);
    const res: ScopeEntry['res'] = { kind: 'Def', def };
    this.#marks(item.attrs, def);
    if (item.isMacro2) {
      this.#name(place.module, item, 'macro', def);
      return scope;
    }
    const root = this.modules.get(crateRoot(this.krate));
    if (root && hasAttr(item.attrs, this.cfg, 'macro_export')) {
      this.names.declare(root, item.name, 'macro', { res, vis: 'Public', origin: 'Item' });
    }
    this.macroScopes.push({ kind: 'Macro', name: item.name, def, parent: scope });
    return this.macroScopes.length - 1;
  }

  #procMacro(place: Place, id: ItemId, item: Item & { kind: 'Fn' }, scope: MacroScopeId): void {
    const entry = procMacroEntry(item, this.cfg);
    if (entry !== undefined) this.#procMacroEntries.push(entry);
    const root = this.modules.get(crateRoot(this.krate));
    const name = procMacroName(item, this.cfg);
    if (!root || name === undefined) return;
    const def = this.#define(place, id, 'Macro', name, scope);
    this.names.declare(root, name, 'macro', { res: { kind: 'Def', def }, vis: 'Public', origin: 'Item' });
  }

  /** Walks what the compiler adds to a crate of procedural macros. */
  addProcMacroTable(place: Place): void {
    if (this.#procMacroEntries.length === 0 || this.data.isTest) return;
    const site = { kind: 'Detached', args: procMacroTable(this.#procMacroEntries) } as const;
    const def = crateRoot(this.krate);
    const call = internMacroCall({ krate: this.krate, def, fragment: 'Items', site });
    const file = internHirFile({ kind: 'Macro', call });
    const tree = itemTree(this.db, file);
    this.walk({ ...place, file, tree }, tree.roots, emptyMacroScope);
  }

  #macroCall(place: Place, item: ItemId, path: Path, scope: MacroScopeId): MacroScopeId {
    const node: MacroScopeNode & { kind: 'Call' } = { kind: 'Call', parent: scope, output: undefined };
    this.macroScopes.push(node);
    this.#pending.push({ place, item, path, derive: undefined, macroScope: scope, node });
    return this.macroScopes.length - 1;
  }

  /** The attribute that may be a macro which makes something else of the item. */
  #attributeMacro(item: Item): { path: Path; text: string } | undefined {
    // A module in a file of its own cannot have one.
    if (item.kind === 'Mod' && item.inline === undefined) return undefined;
    return attributeMacro(this.db, this.krate, item.attrs);
  }

  /** Takes an item as it is written, whatever its attributes would make of it. */
  #asWritten({ place, item: id, macroScope }: PendingCall): void {
    const item = place.tree.items[id];
    if (item) this.#item(place, id, item, macroScope, true);
  }

  #derives(place: Place, item: ItemId, attrs: Attrs, macroScope: MacroScopeId): void {
    if (attrs.list.length === 0) return;
    let index = 0;
    // std derives const impls by `derive_const`; without effects they are impls as any other.
    for (const name of ['derive', 'derive_const']) {
      for (const attr of findAttrs(attrs, this.cfg, name)) {
        for (const path of derivePaths(attr)) {
          this.#pending.push({ place, item, path, derive: index++, macroScope, node: undefined });
        }
      }
    }
  }

  /** What was collected, once it is finished. */
  collected(): Collected {
    const { modules, defs, enums, macroScopes, impls, traits, names } = this;
    names.close(modules.values());
    return {
      modules,
      defs,
      enums,
      macroScopes,
      impls,
      traits,
      unresolved: {
        imports: names.unresolvedImports + this.missingCrates,
        macroCalls: this.unresolvedCalls,
        procMacros: this.procMacroCalls,
        files: this.unresolvedFiles,
      },
    };
  }

  /** Resolves imports and expands macros until nothing new comes of it. */
  finish(): void {
    let force = false;
    for (;;) {
      this.db.unwindIfCancelled();
      this.names.resolveImports();
      const pending = this.#pending;
      this.#pending = [];
      let expanded = false;
      const left: PendingCall[] = [];
      for (const call of pending) {
        const macro = this.#resolveMacro(call, force);
        if (macro === undefined) left.push(call);
        else {
          expanded = true;
          this.#expand(call, macro);
        }
      }
      // In the order of the source: what was left stands before what the expansions brought.
      this.#pending = [...left, ...this.#pending];
      const attributed =
        force && !expanded ? this.#pending.filter((call) => call.attribute !== undefined) : [];
      if (attributed.length > 0) {
        this.#pending = this.#pending.filter((call) => call.attribute === undefined);
        for (const call of attributed) this.#asWritten(call);
        expanded = true;
      }
      if (expanded) force = false;
      else if (force || this.#pending.length === 0) break;
      else force = true;
    }
    for (const { node } of this.#pending) {
      this.unresolvedCalls++;
      if (node) node.output = settledScope(this.macroScopes, node.parent);
    }
  }

  #resolveMacro({ place, path, macroScope, derive }: PendingCall, force: boolean): DefId | undefined {
    const first = path.segments[0];
    if (first === undefined) return undefined;
    if (path.kind === 'Plain' && path.segments.length === 1) {
      if (derive === undefined) {
        const { def, pending } = lookupMacro(this.macroScopes, macroScope, first.name, force);
        if (pending && !force) return undefined;
        const found = def ?? this.outerMacro(first.name);
        if (found !== undefined) return found;
      }
      const entry = lookupLexicalMacro(this.view, place.lexical, first.name);
      return entry?.res.kind === 'Def' ? entry.res.def : undefined;
    }
    const found = resolveModPath(this.view, place.lexical, path, false);
    const entry = found?.consumed === path.segments.length ? found.entries.macro : undefined;
    return entry?.res.kind === 'Def' ? entry.res.def : undefined;
  }

  #expand(pending: PendingCall, macro: DefId): void {
    const { place, item, derive, attribute, macroScope, node } = pending;
    const fail = () => {
      if (attribute !== undefined) this.#asWritten(pending);
      if (node) node.output = settledScope(this.macroScopes, node.parent);
    };
    if (isTooDeep(this.db, this.krate, place.depth)) {
      this.unresolvedCalls++;
      fail();
      return;
    }
    const { file } = place;
    if (!this.#isExpandable(macro, derive !== undefined, attribute !== undefined)) {
      this.procMacroCalls++;
      fail();
      return;
    }
    const on = fileAstId(place.tree, item);
    let site: MacroCallLoc['site'] = { kind: 'Item', file, item: on };
    if (derive !== undefined) site = { kind: 'Derive', file, item: on, index: derive };
    else if (attribute !== undefined) site = { kind: 'Attribute', file, item: on, path: attribute };
    const loc = defCrate(macro) === this.krate ? this.defs.get(macro) : undefined;
    const source = loc && {
      file: loc.file,
      item: fileAstId(itemTree(this.db, loc.file), loc.item),
    };
    const call = internMacroCall({ krate: this.krate, def: macro, source, fragment: 'Items', site });
    if (site.kind !== 'Item' && expansion(this.db, call).unknown) {
      this.procMacroCalls++;
      fail();
      return;
    }
    const expansionFile = internHirFile({ kind: 'Macro', call });
    const tree = itemTree(this.db, expansionFile);
    const after = this.walk(
      { ...place, file: expansionFile, tree, depth: place.depth + 1, files: [...place.files, place.file] },
      tree.roots,
      macroScope,
    );
    if (node) node.output = settledScope(this.macroScopes, after);
  }

  /** Whether the engine can tell what the macro expands to: `macro_rules!` and built-in ones. */
  #isExpandable(macro: DefId, isDerive: boolean, isAttribute: boolean): boolean {
    const krate = defCrate(macro);
    const loc =
      krate === this.krate
        ? (this.defs.get(macro) ?? this.finishedLoc(macro))
        : crateDefMap(this.db, krate).defs.get(macro);
    // One of an enclosing block: those are always `macro_rules!`.
    if (loc === undefined) return !isDerive;
    const item = itemTree(this.db, loc.file).items[loc.item];
    if (item?.kind === 'Fn') {
      const use = isDerive ? 'Derive' : isAttribute ? 'Attribute' : 'Call';
      return isExpandableProcMacro(this.db, krate, item, use);
    }
    if (item?.kind !== 'MacroRules' || isAttribute) return false;
    return !isDerive || isBuiltinMacro(item.attrs, crateData(this.db, krate).cfg);
  }
}

/** `prefix::path`; the kind of `path` counts only where there is no prefix. */
function joinPaths(prefix: Path | undefined, path: Path): Path {
  if (prefix === undefined) return path;
  return { ...prefix, segments: [...prefix.segments, ...path.segments] };
}

/** Whether a module's file is one of those that it stands in. */
function isCircular(place: Place, file: HirFileId): boolean {
  return file === place.file || place.files.includes(file);
}
