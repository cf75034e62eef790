/**
 * The scopes of modules while they are filled, and the imports between them: a fixpoint computed with a worklist.
 *
 * Each import is tried when it is declared. Every name that it looks up on the way, found or not, makes it a *reader*
 * of that name in that module, and when that name changes it is tried again; nothing else is ever looked at twice. A
 * glob that has found its module becomes an edge along which the names of the one module flow into the other, now and
 * later. A name only ever grows: what is declared or imported by name takes the place of what a glob brought, a
 * second glob changes nothing unless it makes the same thing more visible. So the fixpoint exists and is reached.
 *
 * After rustc_resolve's `imports` and rust-analyzer's `DefCollector`.
 */
import { type DefId, defKind } from '../defs.ts';
import type { HirFileId } from '../hirFile.ts';
import type { Path } from '../typeRef.ts';
import { lookupMacro, type MacroScopeId, type MacroScopeNode } from './macroScope.ts';
import { resolveModPath, type ScopeView, variantEntries } from './pathResolution.ts';
import {
  isVisibleFrom,
  type ModuleData,
  type Namespace,
  namespaces,
  narrowerVis,
  type PerNs,
  type ScopeEntry,
  type ScopeRef,
  sameRes,
  type Vis,
} from './scope.ts';

/** A `ModuleData` that is being filled. */
export interface OpenModule extends ModuleData {
  readonly names: Map<string, OpenPerNs>;
  readonly unnamedTraits: Map<DefId, Vis>;
  file: HirFileId | undefined;
}

/** What is known while names are collected. */
export interface CollectingView extends ScopeView {
  /** A module, to be imported as a whole. */
  module(def: DefId): ModuleData | undefined;
  /** A scope that is being filled. */
  openScope(scope: ScopeRef): OpenModule | undefined;
}

/** An entry that still remembers the import that made it, so that the import can correct it. */
interface OpenEntry extends ScopeEntry {
  readonly from?: Import | undefined;
}

interface OpenPerNs extends PerNs {
  type?: OpenEntry;
  value?: OpenEntry;
  macro?: OpenEntry;
}

export interface Import {
  /** The scope that gets the name. */
  readonly into: OpenModule;
  /** The scopes that the path is resolved in, innermost first. */
  readonly lexical: readonly ScopeRef[];
  readonly path: Path;
  /** The new name; `_` for a trait without a name, undefined for a glob. */
  readonly name: string | undefined;
  readonly vis: Vis;
  /** `use a::{self}` imports the module only. */
  readonly typesOnly: boolean;
  readonly macroScope: MacroScopeId;
  /** The glob of a `#[prelude_import]`. */
  readonly isPrelude: boolean;
  resolved: boolean;
  queued: boolean;
  /** Glob: the module or enum found. */
  target: DefId | undefined;
  /** What it reads, against reading it twice. */
  readonly reads: Map<OpenModule, Set<string>>;
}

interface GlobEdge {
  readonly into: OpenModule;
  readonly glob: Import;
}

export class NameTable {
  /** All imports, in order of declaration. */
  readonly imports: Import[] = [];
  /** Called when the glob of a `#[prelude_import]` has found its module. */
  onPrelude: ((module: DefId) => void) | undefined;

  readonly #view: CollectingView;
  readonly #macroScopes: readonly MacroScopeNode[];
  readonly #queue: Import[] = [];
  readonly #readers = new Map<OpenModule, Map<string, Import[]>>();
  readonly #globs = new Map<DefId, GlobEdge[]>();
  /** Names that changed and are yet to flow along globs. */
  readonly #changes: { readonly module: OpenModule; readonly name: string; readonly ns: Namespace }[] = [];
  #current: Import | undefined;

  constructor(view: CollectingView, macroScopes: readonly MacroScopeNode[]) {
    // The view's own properties may be getters over what is being built: keep it as it is and add to it.
    this.#view = Object.assign(Object.create(view) as CollectingView, {
      name: (scope: ScopeRef, name: string) => {
        this.#read(scope, name);
        return view.name(scope, name);
      },
    });
    this.#macroScopes = macroScopes;
  }

  addImport(data: Omit<Import, 'resolved' | 'queued' | 'target' | 'reads'>): void {
    const added: Import = { resolved: false, queued: true, target: undefined, reads: new Map(), ...data };
    this.imports.push(added);
    this.#queue.push(added);
  }

  /** Declares a name. */
  declare(module: OpenModule, name: string, ns: Namespace, entry: ScopeEntry): void {
    this.#define(module, name, ns, { from: undefined, ...entry });
    this.#flow();
  }

  /** Tries imports until nothing changes any more. */
  resolveImports(): void {
    for (let i = 0; i < this.#queue.length; i++) {
      const next = this.#queue[i]!;
      next.queued = false;
      this.#current = next;
      if (next.name === undefined) this.#resolveGlob(next);
      else this.#resolveNamed(next, next.name);
      this.#current = undefined;
      this.#flow();
    }
    this.#queue.length = 0;
  }

  /** Lets go of what only resolution needs: the names outlive it by far. */
  close(modules: Iterable<OpenModule>): void {
    for (const { names } of modules) {
      for (const entries of names.values()) {
        for (const ns of namespaces) {
          const entry = entries[ns];
          if (entry) entries[ns] = { res: entry.res, vis: entry.vis, origin: entry.origin };
        }
      }
    }
  }

  get unresolvedImports(): number {
    return this.imports.reduce((count, i) => (i.resolved ? count : count + 1), 0);
  }

  #read(scope: ScopeRef, name: string): void {
    const reader = this.#current;
    const module = reader && this.#view.openScope(scope);
    // What is complete never changes.
    if (reader === undefined || module === undefined) return;
    let names = reader.reads.get(module);
    if (names?.has(name)) return;
    if (!names) reader.reads.set(module, (names = new Set()));
    names.add(name);
    let readers = this.#readers.get(module);
    if (!readers) this.#readers.set(module, (readers = new Map()));
    const list = readers.get(name);
    if (list) list.push(reader);
    else readers.set(name, [reader]);
  }

  #resolveGlob(glob: Import): void {
    const found = resolveModPath(this.#view, glob.lexical, glob.path, true);
    const entry = found?.consumed === glob.path.segments.length ? found.entries.type : undefined;
    if (entry?.res.kind !== 'Def') return;
    const { def } = entry.res;
    if (glob.target === def) return;
    const kind = defKind(def);
    if (kind === 'Enum') {
      const variants = this.#view.variants(def);
      if (!variants) return;
      glob.resolved = true;
      glob.target = def;
      for (const name of variants.byName.keys()) {
        const entries = variantEntries(this.#view, def, name)!;
        for (const ns of namespaces) {
          const variant = entries[ns];
          if (variant) this.#importByGlob(glob, name, ns, variant);
        }
      }
      return;
    }
    if (kind !== 'Mod') return;
    const module = this.#view.module(def);
    if (!module || module === glob.into) return;
    glob.resolved = true;
    glob.target = def;
    if (glob.isPrelude) {
      // Its names are in scope everywhere in the crate without being in any module.
      this.onPrelude?.(def);
      return;
    }
    if (this.#view.openScope(module)) {
      const edges = this.#globs.get(def);
      const edge: GlobEdge = { into: glob.into, glob };
      if (edges) edges.push(edge);
      else this.#globs.set(def, [edge]);
    }
    for (const [name, entries] of module.names) {
      for (const ns of namespaces) {
        const exported = entries[ns];
        if (exported) this.#importByGlob(glob, name, ns, exported);
      }
    }
    for (const [trait, vis] of module.unnamedTraits) this.#importUnnamed(glob, trait, vis);
  }

  #importByGlob(glob: Import, name: string, ns: Namespace, exported: ScopeEntry): void {
    if (!isVisibleFrom(exported.vis, glob.into.def)) return;
    const vis = narrowerVis(glob.vis, exported.vis);
    this.#define(glob.into, name, ns, { res: exported.res, vis, origin: 'Glob', from: glob });
  }

  #importUnnamed(through: Import, trait: DefId, exportedVis: Vis): void {
    if (!isVisibleFrom(exportedVis, through.into.def)) return;
    const vis = narrowerVis(through.vis, exportedVis);
    const { unnamedTraits } = through.into;
    const known = unnamedTraits.get(trait);
    if (known !== undefined && narrowerVis(known, vis) === vis) return;
    unnamedTraits.set(trait, vis);
    for (const edge of this.#globs.get(through.into.def) ?? []) {
      if (through.into.block === undefined) this.#importUnnamed(edge.glob, trait, vis);
    }
  }

  #resolveNamed(named: Import, name: string): void {
    const found = resolveModPath(this.#view, named.lexical, named.path, true);
    const { segments } = named.path;
    const complete = found?.consumed === segments.length ? found.entries : undefined;
    for (const ns of namespaces) {
      const entry = complete?.[ns];
      if (!entry || (named.typesOnly && ns !== 'type')) continue;
      // `use foo::foo` must not find what it made itself.
      if ((entry as OpenEntry).from === named) continue;
      this.#importNamed(named, name, ns, entry);
    }
    if (named.path.kind !== 'Plain' || segments.length !== 1 || named.typesOnly) return;
    // A `macro_rules!` in textual scope can be given a path by importing it.
    const { def } = lookupMacro(this.#macroScopes, named.macroScope, segments[0]!.name);
    if (def !== undefined) {
      this.#importNamed(named, name, 'macro', { res: { kind: 'Def', def }, vis: 'Public', origin: 'Item' });
    }
  }

  #importNamed(named: Import, name: string, ns: Namespace, { res, vis: exportedVis }: ScopeEntry): void {
    named.resolved = true;
    const vis = narrowerVis(named.vis, exportedVis);
    if (name !== '_') {
      this.#define(named.into, name, ns, { res, vis, origin: 'Import', from: named });
    } else if (ns === 'type' && res.kind === 'Def') {
      const kind = defKind(res.def);
      if (kind === 'Trait' || kind === 'TraitAlias') this.#importUnnamed(named, res.def, exportedVis);
    }
  }

  #define(module: OpenModule, name: string, ns: Namespace, entry: OpenEntry): void {
    let entries = module.names.get(name);
    if (!entries) module.names.set(name, (entries = {}));
    const known = entries[ns];
    if (known && !replaces(entry, known)) return;
    entries[ns] = entry;
    this.#changes.push({ module, name, ns });
  }

  /** Wakes the readers of the names that changed, and lets these flow along globs. */
  #flow(): void {
    for (let i = 0; i < this.#changes.length; i++) {
      const { module, name, ns } = this.#changes[i]!;
      for (const reader of this.#readers.get(module)?.get(name) ?? []) {
        if (reader.queued) continue;
        reader.queued = true;
        this.#queue.push(reader);
      }
      // Blocks share their module's `DefId` and cannot be the target of a glob.
      if (module.block !== undefined) continue;
      const edges = this.#globs.get(module.def);
      const entry = module.names.get(name)?.[ns];
      if (!edges || !entry) continue;
      for (const edge of edges) this.#importByGlob(edge.glob, name, ns, entry);
    }
    this.#changes.length = 0;
  }
}

/** Whether a new entry for a name takes the place of the one that is there. */
function replaces(entry: OpenEntry, known: OpenEntry): boolean {
  const same = sameRes(entry.res, known.res);
  const wider = entry.vis !== known.vis && narrowerVis(entry.vis, known.vis) === known.vis;
  if (known.origin === 'Glob') {
    if (entry.origin !== 'Glob') return true;
    // Through the same glob again: what it is now. Through another one: an ambiguity, unless it is the same thing.
    return same ? wider : entry.from === known.from;
  }
  if (entry.origin === 'Glob') return false;
  if (same) return wider;
  // Two items of one name are an error of the program: the first stays.
  return entry.from !== undefined && entry.from === known.from;
}
