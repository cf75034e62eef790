/**
 * The expansion of a procedural macro: by running it, where it is compiled and may be run (`expander.ts`); else by what
 * the engine knows of the widely used ones (`procMacro.ts`); else it is unknown.
 *
 * What the macro makes stands, for people and in closures' types, where its spans say: at a token of its input, or at
 * the call. Names with the call's span are looked up as if they were written there; those of mixed-site spans have the
 * hygiene of `macro_rules!`.
 */
import type { Database } from '../../../query/database.ts';
import { crateDefMap } from '../../defMap/defMap.ts';
import { type CrateId, crateRoot, defCrate, defData } from '../../defs.ts';
import { type MacroCallId, macroCall } from '../../hirFile.ts';
import { crateData, cratesOfOrigin } from '../../inputs.ts';
import type { Span } from '../../span.ts';
import type { Expansion } from '../expansion.ts';
import { applyMark } from '../hygiene.ts';
import { siteItem } from '../siteItem.ts';
import { CodeWriter, type Token } from '../tokens.ts';
import { dollarCrate, resolveGroups } from '../transcribe.ts';
import { configureItem, itemTokens } from './configure.ts';
import { type ProcMacroResult, procMacroExpanderOf } from './expander.ts';
import { splitTokens, tokensSpan } from './input.ts';
import { expandProcAttribute, expandProcDerive } from './procMacro.ts';

/** What is written at the call. */
export interface ProcMacroInput {
  /** The arguments of a call; the item, with its attributes, that a derive or an attribute is on. */
  readonly tokens: readonly Token[];
  /** The whole call; undefined for derives and attributes, which are found among the tokens. */
  readonly span: Span | undefined;
}

export function expandProcMacro(db: Database, id: MacroCallId, input: ProcMacroInput): Expansion {
  const { def } = macroCall(id);
  const krate = crateData(db, defCrate(def));
  const { name } = defData(def) as { name: string };
  const compiled = runCompiled(db, id, input);
  const out = new CodeWriter();
  if (compiled?.kind === 'Tokens') out.tokens(resolveGroups(compiled.tokens));
  else if (!writeKnown(db, id, input, out)) {
    const why = compiled
      ? `: ${compiled.message}`
      : krate.procMacroLibrary === undefined
        ? ': it is not compiled'
        : '';
    return {
      text: '',
      spans: { starts: [], spans: [] },
      error: `cannot expand the procedural macro \`${krate.name}::${name}\`${why}`,
      unknown: true,
    };
  }
  return { ...out.finish(), unknown: false };
}

/** Runs the macro; undefined where there is nothing to run. */
function runCompiled(
  db: Database,
  id: MacroCallId,
  { tokens, span }: ProcMacroInput,
): ProcMacroResult | undefined {
  const { krate, def, site } = macroCall(id);
  const { procMacroLibrary: library } = crateData(db, defCrate(def));
  const expander = procMacroExpanderOf(db);
  if (library === undefined || !expander) return undefined;
  const { name } = defData(def) as { name: string };
  const { cfg, env } = crateData(db, krate);
  const request = { library, name, env };
  if (site.kind !== 'Derive' && site.kind !== 'Attribute')
    return expander.expand({ ...request, input: tokens, sites: sitesAt(span, id) });
  const item = configureItem(tokens, cfg, site.kind === 'Derive');
  if (site.kind === 'Attribute') {
    const own = item.attrs.find((attr) => attr.path === site.path);
    if (!own) return undefined;
    const input = itemTokens(item, (attr) => attr !== own);
    return expander.expand({
      ...request,
      input,
      args: own.value ?? own.args,
      sites: sitesAt(own.span, id),
    });
  }
  // The derives before this one have been taken off, and the attribute that it stands in.
  let count = 0;
  const done = new Set<unknown>();
  let place: Span | undefined;
  for (const attr of item.attrs) {
    if (attr.path !== 'derive' && attr.path !== 'derive_const') continue;
    if (count > site.index) break;
    const derives = splitTokens(attr.args);
    place = tokensSpan(derives[site.index - count] ?? []);
    count += derives.length;
    done.add(attr);
  }
  const input = itemTokens(item, (attr) => !done.has(attr));
  return expander.expand({ ...request, input, sites: sitesAt(place, id) });
}

function sitesAt(place: Span | undefined, id: MacroCallId) {
  const call = place && { ...place, isSite: true };
  const mixed = call && { ...call, ctx: applyMark(call.ctx, id) };
  return { call, mixed, def: mixed };
}

/** Writes what the engine knows that the macro makes; false if it does not. */
function writeKnown(db: Database, id: MacroCallId, { tokens }: ProcMacroInput, out: CodeWriter): boolean {
  const { krate, def, site } = macroCall(id);
  const { cfg, dependencies } = crateData(db, krate);
  const declaring = crateData(db, defCrate(def));
  const { name } = defData(def) as { name: string };
  if (site.kind === 'Attribute') {
    const version = declaring.env.get('CARGO_PKG_VERSION') ?? '';
    const item = siteItem(db, id);
    if (item?.kind !== 'Fn') return false;
    return expandProcAttribute(declaring.name, name, version, site.path, item, tokens, cfg, out);
  }
  if (site.kind !== 'Derive') return false;
  const find = (dependency: string): CrateId | undefined =>
    dependencies.find((d) => d.name === dependency)?.crate ?? reexporting(db, defCrate(def), dependency);
  const context = {
    cratePath: (dependency: string) => {
      const found = find(dependency);
      return found === undefined ? undefined : dollarCrate(found);
    },
    rootNames: (dependency: string) => {
      const found = find(dependency);
      if (found === undefined) return [];
      return [...(crateDefMap(db, found).modules.get(crateRoot(found))?.names.keys() ?? [])];
    },
  };
  return expandProcDerive(declaring.name, name, tokens, site.index, cfg, context, out);
}

/** The crate of that name that re-exports the macros of a proc-macro crate. */
function reexporting(db: Database, macros: CrateId, name: string): CrateId | undefined {
  for (const origin of ['lang', 'library', 'local'] as const) {
    for (const krate of cratesOfOrigin(db, origin)) {
      const data = crateData(db, krate);
      if (data.name === name && data.dependencies.some((d) => d.crate === macros)) return krate;
    }
  }
  return undefined;
}
