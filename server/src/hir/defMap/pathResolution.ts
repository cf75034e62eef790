/**
 * Resolution of a path through modules and enums: the part that is the same while a `DefMap` is being built (for
 * imports and macro paths) and when it is done (for paths in types and bodies). The caller says through a
 * {@link ScopeView} what is known so far.
 *
 * A path is walked as far as modules and enums reach. What it then stands for may have associated items that the rest
 * of the path names; those need types, so the result says how many segments were consumed. After
 * rustc_resolve's `resolve_path` and rust-analyzer's `resolve_path_fp_with_macro`.
 */
import type { Edition } from '../../project/crateGraph.ts';
import { type CrateId, crateRoot, type DefId, defKind } from '../defs.ts';
import type { Path } from '../typeRef.ts';
import type { Preludes, Variants } from './defMap.ts';
import {
  type Namespace,
  type PerNs,
  parentModule,
  primitiveTypes,
  type ScopeEntry,
  type ScopeRef,
} from './scope.ts';

export interface ScopeView {
  readonly krate: CrateId;
  readonly edition: Edition;
  readonly preludes: Preludes;
  /** What a name means in a scope. */
  name(scope: ScopeRef, name: string): PerNs | undefined;
  variants(def: DefId): Variants | undefined;
}

export interface ModPathResolution {
  /** What the consumed segments stand for, in each namespace. */
  readonly entries: PerNs;
  readonly consumed: number;
}

/**
 * Resolves `path` as seen from the scopes `lexical`, innermost first: blocks, then their module. `inUse`: the path of
 * a `use`, which the 2015 edition starts at the crate root.
 */
export function resolveModPath(
  view: ScopeView,
  lexical: readonly ScopeRef[],
  path: Path,
  inUse: boolean,
): ModPathResolution | undefined {
  const { segments } = path;
  const here = lexical[lexical.length - 1];
  if (here === undefined) return undefined;
  let entries: PerNs | undefined;
  let consumed = 0;
  const legacy = view.edition === '2015';
  switch (path.kind) {
    case 'Plain': {
      const first = segments[0];
      if (first === undefined) return undefined;
      entries =
        legacy && inUse
          ? rootOrCrate(view, first.name)
          : segments.length === 1
            ? lookupLexical(view, lexical, first.name)
            : typesOnly(lookupLexicalType(view, lexical, first.name));
      consumed = 1;
      break;
    }
    case 'Global': {
      const first = segments[0];
      if (first === undefined) return undefined;
      entries = legacy ? rootOrCrate(view, first.name) : externCrate(view, first.name);
      consumed = 1;
      break;
    }
    case 'Crate':
      entries = moduleEntry(crateRoot(view.krate));
      break;
    case 'DollarCrate':
      entries = moduleEntry(crateRoot(path.dollarCrate ?? view.krate));
      break;
    case 'Self':
      entries = moduleEntry(here.def);
      break;
    case 'Super': {
      let module: DefId | undefined = here.def;
      for (let i = 0; i < path.supers && module !== undefined; i++) module = parentModule(module);
      if (module === undefined) return undefined;
      entries = moduleEntry(module);
      break;
    }
  }
  if (entries === undefined) return undefined;
  while (consumed < segments.length) {
    const at: ScopeEntry | undefined = entries.type;
    if (at === undefined) return undefined;
    const next = lookupIn(view, at, segments[consumed]!.name);
    if (next === 'associated') return { entries, consumed };
    if (next === undefined) {
      // `use std::u8; u8::MAX` means the type, for it could be written so before the type had the constant.
      const first = segments[0]!.name;
      if (consumed === 1 && path.kind === 'Plain' && primitiveTypes.has(first)) {
        return { entries: { type: primitiveEntry(first) }, consumed };
      }
      return undefined;
    }
    entries = next;
    consumed++;
  }
  return { entries, consumed };
}

/** Looks a name up in what an entry stands for. `associated`: that is no module or enum, its items need types. */
function lookupIn(view: ScopeView, entry: ScopeEntry, name: string): PerNs | undefined | 'associated' {
  if (entry.res.kind !== 'Def') return 'associated';
  const { def } = entry.res;
  switch (defKind(def)) {
    case 'Mod':
      return view.name(moduleScope(def), name);
    case 'Enum':
      // What is no variant may be an associated item.
      return variantEntries(view, def, name) ?? 'associated';
    default:
      return 'associated';
  }
}

export function variantEntries(view: ScopeView, enumDef: DefId, name: string): PerNs | undefined {
  const variants = view.variants(enumDef);
  const variant = variants?.byName.get(name);
  if (variants === undefined || variant === undefined) return undefined;
  const entry: ScopeEntry = { res: { kind: 'Def', def: variant }, vis: variants.vis, origin: 'Item' };
  return { type: entry, value: entry };
}

/** The type, module or crate that a path starting with `name` starts at. */
export function lookupLexicalType(
  view: ScopeView,
  lexical: readonly ScopeRef[],
  name: string,
): ScopeEntry | undefined {
  for (const scope of lexical) {
    const found = view.name(scope, name)?.type;
    if (found) return found;
  }
  const krate = view.preludes.externPrelude.get(name);
  if (krate !== undefined) return moduleEntry(krate).type;
  return preludeNames(view, name)?.type ?? (primitiveTypes.has(name) ? primitiveEntry(name) : undefined);
}

/** A value that is no local variable. */
export function lookupLexicalValue(
  view: ScopeView,
  lexical: readonly ScopeRef[],
  name: string,
): ScopeEntry | undefined {
  for (const scope of lexical) {
    const found = view.name(scope, name)?.value;
    if (found) return found;
  }
  return preludeNames(view, name)?.value;
}

/** A macro in path-based scope; `macro_rules!` in textual scope come before it. */
export function lookupLexicalMacro(
  view: ScopeView,
  lexical: readonly ScopeRef[],
  name: string,
): ScopeEntry | undefined {
  for (const scope of lexical) {
    const found = view.name(scope, name)?.macro;
    if (found) return found;
  }
  const used = view.preludes.macroUsePrelude.get(name);
  if (used !== undefined) return { res: { kind: 'Def', def: used }, vis: 'Public', origin: 'Import' };
  return preludeNames(view, name)?.macro;
}

function lookupLexical(view: ScopeView, lexical: readonly ScopeRef[], name: string): PerNs | undefined {
  const types = lookupLexicalType(view, lexical, name);
  const values = lookupLexicalValue(view, lexical, name);
  const macros = lookupLexicalMacro(view, lexical, name);
  if (!types && !values && !macros) return undefined;
  const found: PerNs = {};
  if (types) found.type = types;
  if (values) found.value = values;
  if (macros) found.macro = macros;
  return found;
}

function preludeNames(view: ScopeView, name: string): PerNs | undefined {
  const { prelude } = view.preludes;
  return prelude === undefined ? undefined : view.name(moduleScope(prelude), name);
}

function rootOrCrate(view: ScopeView, name: string): PerNs | undefined {
  return view.name(moduleScope(crateRoot(view.krate)), name) ?? externCrate(view, name);
}

function externCrate(view: ScopeView, name: string): PerNs | undefined {
  const root = view.preludes.externPrelude.get(name);
  return root === undefined ? undefined : moduleEntry(root);
}

const moduleScope = (def: DefId): ScopeRef => ({ def, block: undefined });

function typesOnly(entry: ScopeEntry | undefined): PerNs | undefined {
  return entry && { type: entry };
}

const moduleEntries = new Map<DefId, PerNs & { type: ScopeEntry }>();

function moduleEntry(def: DefId): PerNs & { type: ScopeEntry } {
  let found = moduleEntries.get(def);
  if (!found) {
    found = { type: { res: { kind: 'Def', def }, vis: 'Public', origin: 'Item' } };
    moduleEntries.set(def, found);
  }
  return found;
}

const primitiveEntries = new Map<string, ScopeEntry>(
  [...primitiveTypes].map((name) => [name, { res: { kind: 'PrimTy', name }, vis: 'Public', origin: 'Item' }]),
);

function primitiveEntry(name: string): ScopeEntry {
  return primitiveEntries.get(name)!;
}

/** The entry that a namespace has, as a whole. */
export function entryIn(entries: PerNs | undefined, ns: Namespace): ScopeEntry | undefined {
  return entries?.[ns];
}
