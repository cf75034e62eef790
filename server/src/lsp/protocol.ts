// Every request and notification beyond the Language Server Protocol, as types that the client and the
// server share. This module holds no code except the names: each side sends with what its own library
// offers, typed by the two maps `Requests` and `Notifications` at the end.
//
// Conventions. Positions are LSP positions (0-based, in the negotiated encoding). Ids are opaque strings,
// stable from one analysis to the next for as long as the thing they name exists, so that a tree keeps
// its expanded nodes over a refresh. Lists that can be long are paged (`offset`, `limit`) and say their
// `total`. An answer is always of the newest finished analysis; `revision` says which one that was.
import type { Location, Position, Range, TextDocumentIdentifier } from 'vscode-languageserver-protocol';

/** What the client sends as `initializationOptions`. */
export interface InitializationOptions {
  /** The client runs the commands of `LensCommands`; without it lenses carry no command. */
  clientCommands?: boolean;
  /** The workspace is trusted: procedural macros that cargo has compiled in it may be run. */
  trusted?: boolean;
  /**
   * Milliseconds after which the client would rather have lenses of an unfinished first analysis, with counts that may
   * be too low (`3+`), than wait. 1000
   */
  patience?: number;
  /** A directory for the server's own cache. */
  storagePath?: string;
}

/** The section of the client's configuration that the server asks for with `workspace/configuration`. */
export const configurationSection = 'monolens';

/** The settings of that section that the server reads. All are optional; the defaults stand beside them. */
export interface Configuration {
  lens?: {
    /** The copies of a generic function above it. true */
    instantiations?: boolean;
    /** Unused generic parameters above a function. true */
    unusedParameters?: boolean;
    /** `never instantiated` above a generic function with no copy at all. true */
    neverInstantiated?: boolean;
    /** Show the copies only from this count on. 0 */
    minimumCount?: number;
  };
  hover?: {
    /** true */
    enable?: boolean;
    /** The number of copies listed before the rest is only counted. 10 */
    maximumItems?: number;
  };
  diagnostics?: {
    /** Hints at unused generic parameters. true */
    unusedParameters?: boolean;
  };
  inlayHints?: {
    /** The concrete instance at a generic call. false */
    instances?: boolean;
  };
  analysis?: {
    /** lazy */
    strategy?: 'lazy' | 'eager';
    /** Share copies that differ only in unused parameters. false */
    polymorphize?: boolean;
    /** Incremental codegen units (two a module) rather than merged ones. true */
    incremental?: boolean;
    /** Analyse as `--release` would compile. false */
    release?: boolean;
  };
  cargo?: {
    /** Features to turn on, or `all`. [] */
    features?: string[] | 'all';
    /** false */
    noDefaultFeatures?: boolean;
    /** More `cfg` options, as `--cfg` takes them. [] */
    cfg?: string[];
  };
  procMacros?: {
    /** true */
    enable?: boolean;
  };
  sysroot?: {
    /** The `library` directory of std's sources; `none` for the built-in small std; empty finds it. '' */
    source?: string;
  };
}

/** Commands that lenses and code actions name; the client implements them. */
export const LensCommands = {
  /** Arguments: `[uri, Position, Location[]]`. Peeks at the locations. */
  showCauses: 'monolens.showCauses',
  /** Arguments: `[uri, Position]`. Reveals the function's group in the *Mono Items* view. */
  revealInItems: 'monolens.revealInItems',
  /** Arguments: `[ItemId]`. Explains one mono item. */
  explain: 'monolens.explainItem',
} as const;

// ---------------------------------------------------------------------------------------------------
// Targets

/** A Cargo target of the workspace, such as `demo/bin/report`, or a crate of a `rust-project.json`. */
export type TargetId = string;

/** All targets together, each item counted once. */
export const allTargets = 'all';

export interface TargetInfo {
  id: TargetId;
  /** The target's own name. */
  name: string;
  /** The package that holds it. */
  packageName: string;
  kind: 'bin' | 'lib' | 'test' | 'example' | 'bench' | 'build';
  /** The crate root. */
  root: string;
}

export interface TargetsResult {
  targets: TargetInfo[];
  active: TargetId | typeof allTargets;
}

export interface SetActiveTargetParams {
  target: TargetId | typeof allTargets;
}

// ---------------------------------------------------------------------------------------------------
// Mono items

export type ItemId = string;

export type ItemKind = 'fn' | 'closure' | 'dropGlue' | 'shim' | 'static' | 'globalAsm';

/** Linkage as rustc prints it behind a codegen unit's name. */
export type Linkage =
  | 'External'
  | 'Internal'
  | 'WeakAny'
  | 'WeakODR'
  | 'LinkOnceODR'
  | 'LinkOnceAny'
  | 'Common';

/** One copy that the compiler makes: a function instance, a static, a piece of drop glue, a shim. */
export interface MonoItemInfo {
  id: ItemId;
  /** As rustc prints it, without `MONO_ITEM`: `fn <Vec<i32> as Drop>::drop`. */
  label: string;
  kind: ItemKind;
  /** The generic arguments alone, `i32, String`; empty where there are none. */
  args: string;
  /** Estimated size: MIR statements and terminators. */
  size: number;
  /** Where it is defined; absent for shims and for what has no source. */
  location?: Location;
  /** The codegen units that hold it. */
  units: readonly { unit: UnitId; name: string; linkage: Linkage }[];
  /** Something it uses could not be resolved: it may cause more copies than shown. */
  incomplete?: boolean;
}

/** All the copies of one definition. */
export interface MonoItemGroup {
  id: string;
  /** The definition's path: `demo::shapes::area`. */
  label: string;
  kind: ItemKind;
  /** The names of its generic parameters in order, its parents' first. */
  parameters: string[];
  /** Those of them that its MIR does not use. */
  unused: string[];
  copies: number;
  /** The sum over the copies. */
  size: number;
  location?: Location;
  /** From the workspace, or from a dependency or std. */
  origin: 'workspace' | 'dependency' | 'std';
}

export interface ItemFilter {
  /** Words that a label must contain, in any order, case-insensitive; `kind:closure`, `crate:serde` and
   *  `min:3` (copies) narrow further. */
  text?: string;
  /** Only definitions of the workspace. */
  workspaceOnly?: boolean;
  /** Only definitions with generic parameters (of their own or a parent's). */
  genericOnly?: boolean;
}

export type ItemSort = 'copies' | 'size' | 'name';

export interface Page {
  offset: number;
  limit: number;
}

export interface MonoItemGroupsParams {
  filter?: ItemFilter;
  sort?: ItemSort;
  page?: Page;
}

export interface MonoItemGroupsResult {
  revision: number;
  /** Groups that pass the filter, on all pages. */
  total: number;
  /** Items in them. */
  totalItems: number;
  groups: MonoItemGroup[];
}

export interface MonoItemsParams {
  group: string;
  page?: Page;
}

export interface MonoItemsResult {
  revision: number;
  total: number;
  items: MonoItemInfo[];
}

export interface ItemsTextParams {
  filter?: ItemFilter;
  /** Share copies that differ only in unused parameters; default: as configured. */
  polymorphize?: boolean;
}

export interface ItemsTextResult {
  /** The lines that `rustc -Zprint-mono-items=yes` would print, sorted, with a heading comment. */
  text: string;
}

// ---------------------------------------------------------------------------------------------------
// Codegen units

export type UnitId = string;

export interface CodegenUnitInfo {
  id: UnitId;
  /** As rustc names it with `-Zhuman-readable-cgu-names`: `demo-shapes.volatile`. */
  name: string;
  /** The module it stands for: `demo::shapes`; several where units were merged. */
  modules: readonly string[];
  kind: 'stable' | 'volatile' | 'merged';
  items: number;
  size: number;
}

export interface CodegenUnitsResult {
  revision: number;
  /** One entry a target: the active one, or every one where all are. */
  targets: { target: TargetInfo; units: CodegenUnitInfo[]; items: number; size: number }[];
}

export interface CodegenUnitItemsParams {
  target: TargetId;
  unit: UnitId;
  page?: Page;
}

export interface UnitItem extends MonoItemInfo {
  /** The linkage in this unit. */
  linkage: Linkage;
}

export interface CodegenUnitItemsResult {
  revision: number;
  total: number;
  items: UnitItem[];
}

// ---------------------------------------------------------------------------------------------------
// Questions about one place or one item

export interface InstantiationsAtParams {
  textDocument: TextDocumentIdentifier;
  position: Position;
}

export interface Instantiation {
  item: MonoItemInfo;
  /** The places that use it, the one that was collected first in front. */
  causes: Location[];
}

/** The function around or at a position with its copies; null where there is no function. */
export interface InstantiationsAtResult {
  revision: number;
  group: MonoItemGroup;
  /** The function's name in the source. */
  range: Range;
  instantiations: Instantiation[];
  incomplete: boolean;
}

export interface ExplainParams {
  /** An id, or a label as `MonoItemInfo.label` has it. */
  item: ItemId;
}

/** One step on the way from a root to an item. */
export interface ExplainStep {
  item: MonoItemInfo;
  /** How the step before it uses it; `root` for the first one. */
  reason: 'root' | 'call' | 'fnPointer' | 'closure' | 'drop' | 'vtable' | 'static' | 'const' | 'operand';
  /** Where the step before it does that. */
  location?: Location;
}

export interface ExplainResult {
  revision: number;
  /** From a root to the item. */
  steps: ExplainStep[];
}

// ---------------------------------------------------------------------------------------------------
// State

export interface ServerStatus {
  /** `loading`: project and sources are read; `analyzing`: queries run; `failed`: see `message`. */
  state: 'starting' | 'loading' | 'analyzing' | 'ready' | 'failed';
  /** One sentence for a person. */
  message?: string;
  /** Items of the active target. */
  items: number;
  /** Uses that could not be resolved there. */
  unresolved: number;
  active?: TargetInfo | typeof allTargets;
  /** Whose sources stand for std. */
  std?: { kind: 'rust-src' | 'rust-docs' | 'debian' | 'configured' | 'minicore'; version?: string };
  revision: number;
}

export interface DidChangeAnalysisParams {
  revision: number;
  status: ServerStatus;
}

export interface DidChangeTrustParams {
  trusted: boolean;
}

/** Requests from client to server. */
export interface Requests {
  'monolens/targets': { params: Record<string, never>; result: TargetsResult };
  'monolens/setActiveTarget': { params: SetActiveTargetParams; result: TargetsResult };
  'monolens/codegenUnits': { params: Record<string, never>; result: CodegenUnitsResult };
  'monolens/codegenUnitItems': { params: CodegenUnitItemsParams; result: CodegenUnitItemsResult };
  'monolens/monoItemGroups': { params: MonoItemGroupsParams; result: MonoItemGroupsResult };
  'monolens/monoItems': { params: MonoItemsParams; result: MonoItemsResult };
  'monolens/itemsText': { params: ItemsTextParams; result: ItemsTextResult };
  'monolens/instantiationsAt': { params: InstantiationsAtParams; result: InstantiationsAtResult | null };
  'monolens/explain': { params: ExplainParams; result: ExplainResult | null };
  'monolens/status': { params: Record<string, never>; result: ServerStatus };
}

/** Notifications, whichever side sends them. */
export interface Notifications {
  /** Server → client: a new analysis is finished; lists asked for before are out of date. */
  'monolens/didChangeAnalysis': DidChangeAnalysisParams;
  /** Server → client: the server is busy, or no longer. */
  'monolens/didChangeStatus': ServerStatus;
  /** Client → server: the user granted trust to the workspace. */
  'monolens/didChangeTrust': DidChangeTrustParams;
}
