/**
 * The expansion of macro calls, as a query.
 *
 * By the time a call is expanded its macro is known (`MacroCallLoc.def`). Three things are read, each cut off by a
 * query of its own so that an edit elsewhere expands nothing again: the macro's definition, the call's input, and
 * for derives the item. What comes out is text with the origin of its tokens; it is parsed like any other.
 */
import type { Brand } from '../../base/brand.ts';
import { Interner } from '../../base/interner.ts';
import { structuralEquals } from '../../base/structuralEquals.ts';
import type { Edition } from '../../project/crateGraph.ts';
import { type Database, defineQuery, type Query } from '../../query/database.ts';
import { childByKind } from '../../syntax/tree.ts';
import { isAbsolutePath } from '../../vfs/path.ts';
import { derivePaths, findAttr, findAttrs, parseSimplePath } from '../attrs.ts';
import { surroundingsAt } from '../defMap/blockPlace.ts';
import { defSource } from '../defMap/defSource.ts';
import { builtinMacroName } from '../defMap/macroDefs.ts';
import { type DefId, defCrate, defData, defParent, enclosingModule, type FileId } from '../defs.ts';
import { type FileAstId, itemOfAstId } from '../fileAstId.ts';
import {
  type HirFileId,
  hirFile,
  internMacroCall,
  type MacroCallId,
  type MacroCallLoc,
  macroCall,
} from '../hirFile.ts';
import { crateData, displayPath, fileSize, fileText, relativeFile, sysrootCrates } from '../inputs.ts';
import type { ItemId } from '../itemTree.ts';
import { resolveMacroIn } from '../macroResolution.ts';
import { isTooDeep } from '../recursionLimit.ts';
import {
  bodyTextSource,
  bodyTextTree,
  hirFileText,
  itemSourceMap,
  itemTree,
  macroInvocations,
  sliceSource,
} from '../source.ts';
import {
  type SourceText,
  type Span,
  type SpanAnchor,
  type SpanMap,
  type SyntaxContext,
  spanAt,
} from '../span.ts';
import { expandBuiltin, type IncludedFile } from './builtins.ts';
import { type DerivableItem, expandDerive } from './derive.ts';
import { FragmentSkipper } from './fragments.ts';
import { applyMark, expandedBy } from './hygiene.ts';
import { type MacroRules, parseMacroRules } from './macroRules.ts';
import { matchRule } from './matcher.ts';
import { expandProcMacro, type ProcMacroInput } from './proc/expandProcMacro.ts';
import { siteItem } from './siteItem.ts';
import { CodeWriter, lex, type Token } from './tokens.ts';
import { dollarCrate, resolveGroups, TranscribeError, transcribe } from './transcribe.ts';

export interface Expansion {
  readonly text: string;
  readonly spans: SpanMap;
  /** What is wrong with the call, as rustc would say it. */
  readonly error?: string;
  /** What the call expands to is not known: a procedural macro, no rule that matches, a built-in we do not have. */
  readonly unknown: boolean;
}

// -------------------------------------------------------------------------------------------- definitions

interface MacroText {
  readonly name: string;
  /** The name that the compiler knows it by, if it is built in. */
  readonly builtin: string | undefined;
  readonly isMacro2: boolean;
  /** The macros that its rules call are those of its crate. */
  readonly localInnerMacros: boolean;
  readonly rules: SourceText;
  /** `panic!` in its rules has the edition of the caller. */
  readonly editionPanic: boolean;
}

/** The text of a macro whose item is known; undefined for what is no `macro_rules!` or `macro`. */
function readMacro(
  db: Database,
  def: DefId,
  file: HirFileId,
  itemId: ItemId | undefined,
): MacroText | undefined {
  const item = itemId === undefined ? undefined : itemTree(db, file).items[itemId];
  if (itemId === undefined || item?.kind !== 'MacroRules') return undefined;
  const { cfg } = crateData(db, defCrate(def));
  return {
    name: item.name,
    builtin: builtinMacroName(item, cfg),
    isMacro2: item.isMacro2,
    localInnerMacros: findAttr(item.attrs, cfg, 'macro_export')?.args.includes('local_inner_macros') ?? false,
    rules: itemText(db, file, itemId, item.body),
    editionPanic:
      findAttr(item.attrs, cfg, 'allow_internal_unstable')?.args.includes('edition_panic') ?? false,
  };
}

function parseRules(def: DefId, text: MacroText | undefined): MacroRules | undefined {
  return text && parseMacroRules(lex(text.rules, { kind: 'Def', def }), text.isMacro2, text.localInnerMacros);
}

/** By definition: does not depend on where in its file the macro stands. */
const macroText: Query<DefId, MacroText | undefined> = defineQuery<DefId, MacroText | undefined>(
  'macroText',
  (db, def) => {
    const source = defSource(db, def);
    return source && readMacro(db, def, source.file, source.item);
  },
  { equals: structuralEquals },
);

/** Few macros are called often. */
const keptRules = 128;

const macroRules: Query<DefId, MacroRules | undefined> = defineQuery<DefId, MacroRules | undefined>(
  'macroRules',
  (db, def) => parseRules(def, macroText(db, def)),
  { keep: keptRules },
);

/** By item, for calls that are expanded while names are being resolved (`MacroCallLoc.source`). */
interface MacroSource {
  readonly def: DefId;
  readonly file: HirFileId;
  readonly item: FileAstId;
}

type MacroSourceId = Brand<number, 'MacroSourceId'>;

const macroSources = new Interner<MacroSourceId, MacroSource>((s) => `${s.def}|${s.file}|${s.item}`);

const macroTextAt: Query<MacroSourceId, MacroText | undefined> = defineQuery<
  MacroSourceId,
  MacroText | undefined
>(
  'macroTextAt',
  (db, id) => {
    const { def, file, item } = macroSources.lookup(id);
    return readMacro(db, def, file, itemOfAstId(itemTree(db, file), item));
  },
  { equals: structuralEquals },
);

const macroRulesAt: Query<MacroSourceId, MacroRules | undefined> = defineQuery<
  MacroSourceId,
  MacroRules | undefined
>('macroRulesAt', (db, id) => parseRules(macroSources.lookup(id).def, macroTextAt(db, id)), {
  keep: keptRules,
});

function textOfMacro(db: Database, { def, source }: MacroCallLoc): MacroText | undefined {
  return source ? macroTextAt(db, macroSources.intern({ def, ...source })) : macroText(db, def);
}

function rulesOfMacro(db: Database, { def, source }: MacroCallLoc): MacroRules | undefined {
  return source ? macroRulesAt(db, macroSources.intern({ def, ...source })) : macroRules(db, def);
}

/** A macro's rules or a call's arguments: in a file as its item tree has them, in generated text with their spans. */
function itemText(db: Database, file: HirFileId, item: ItemId, text: string): SourceText {
  if (hirFile(file).kind === 'File') return { text, spans: undefined };
  const source = hirFileText(db, file);
  const range = itemSourceMap(db, file).ranges.get(item);
  if (!source?.spans || !range || range.bodyStart < 0) return { text, spans: undefined };
  return sliceSource(source, range.bodyStart, range.bodyEnd);
}

// -------------------------------------------------------------------------------------------------- calls

interface CallInput {
  /** The text between the delimiters. */
  readonly args: SourceText;
  readonly anchor: SpanAnchor;
  /** Where the text begins, seen from the anchor. */
  readonly offset: number;
  /** The whole call. Its context, that of the macro's name, says whose code the call is. */
  readonly span: Span;
}

const callInput: Query<MacroCallId, CallInput | undefined> = defineQuery<MacroCallId, CallInput | undefined>(
  'macroCallInput',
  (db, id) => {
    const { site } = macroCall(id);
    if (site.kind === 'Item') {
      const tree = itemTree(db, site.file);
      const itemId = itemOfAstId(tree, site.item);
      const item = itemId === undefined ? undefined : tree.items[itemId];
      if (itemId === undefined || item?.kind !== 'MacroCall') return undefined;
      const anchor: SpanAnchor = { kind: 'Item', file: site.file, item: site.item };
      const args = itemText(db, site.file, itemId, item.args);
      const range = args.spans && itemSourceMap(db, site.file).ranges.get(itemId);
      const spans = range && hirFileText(db, site.file)?.spans;
      const span = spans && spanOf(spans, range.nameStart, range.end);
      return { args, anchor, offset: 0, span: span ?? { anchor, start: 0, end: args.text.length, ctx: 0 } };
    }
    if (site.kind === 'Detached') {
      const anchor: SpanAnchor = { kind: 'Def', def: macroCall(id).def };
      const { args: text } = site;
      return {
        args: { text, spans: undefined },
        anchor,
        offset: 0,
        span: { anchor, start: 0, end: text.length, ctx: 0 },
      };
    }
    if (site.kind !== 'Body') return undefined;
    const tree = bodyTextTree(db, site.text);
    const source = bodyTextSource(db, site.text);
    const node = tree && macroInvocations(tree)[site.ordinal];
    if (!tree || !source || node === undefined) return undefined;
    const group = childByKind(tree, node, 'token_tree');
    if (group === undefined) return undefined;
    const start = tree.start[group]! + 1;
    const args = sliceSource(source, start, Math.max(start, tree.end[group]! - 1));
    const anchor: SpanAnchor = { kind: 'Def', def: bodyOwner(site.text) };
    const [from, to] = [tree.start[node]!, tree.end[node]!];
    const span = source.spans && spanOf(source.spans, from, to);
    return {
      args,
      anchor,
      offset: args.spans ? 0 : start,
      span: span ?? { anchor, start: from, end: to, ctx: 0 },
    };
  },
  { equals: structuralEquals, keep: 1024 },
);

/** The origin of a piece of generated text, as far as it is one place. */
function spanOf(spans: SpanMap, from: number, to: number): Span | undefined {
  const first = spanAt(spans, from);
  const last = spanAt(spans, Math.max(from, to - 1));
  return first && last && structuralEquals(first.anchor, last.anchor) && last.end >= first.end
    ? { ...first, end: last.end }
    : first;
}

type BodySite = Extract<MacroCallLoc['site'], { kind: 'Body' }>['text'];

function bodyOwner(text: BodySite): DefId {
  let at = text;
  while (at.kind === 'Expansion') {
    const { site, def } = macroCall(at.call);
    if (site.kind !== 'Body') return def;
    at = site.text;
  }
  return at.owner;
}

/** The call in whose expansion this one stands. */
function outerCall({ site }: MacroCallLoc): MacroCallId | undefined {
  if (site.kind === 'Detached') return undefined;
  if (site.kind === 'Body') return site.text.kind === 'Expansion' ? site.text.call : undefined;
  const file = hirFile(site.file);
  if (file.kind === 'Macro') return file.call;
  return file.kind === 'Block' && file.text.kind === 'Expansion' ? file.text.call : undefined;
}

/** In how many other expansions a call stands. */
function depthOf(loc: MacroCallLoc): number {
  let depth = 0;
  for (let outer = outerCall(loc); outer !== undefined; outer = outerCall(macroCall(outer))) depth++;
  return depth;
}

/** The edition of the code that a call belongs to. */
function editionOfCall(db: Database, loc: MacroCallLoc, ctx: SyntaxContext): Edition {
  const call = expandedBy(ctx);
  if (call === undefined) return crateData(db, loc.krate).edition;
  const outer = macroCall(call);
  // `assert_eq!` and others of std take the edition of whoever calls them.
  if (textOfMacro(db, outer)?.editionPanic) {
    return editionOfCall(db, outer, callInput(db, call)?.span.ctx ?? 0);
  }
  return crateData(db, defCrate(outer.def)).edition;
}

/** The file that the call was written in. */
function originFile(db: Database, loc: MacroCallLoc): FileId | undefined {
  let { site } = loc;
  for (let steps = 0; steps < 1000; steps++) {
    if (site.kind === 'Detached') return undefined;
    let file: HirFileId | undefined;
    if (site.kind === 'Body') {
      if (site.text.kind === 'Expansion') {
        ({ site } = macroCall(site.text.call));
        continue;
      }
      file = defSource(db, site.text.owner)?.file;
    } else ({ file } = site);
    if (file === undefined) return undefined;
    const data = hirFile(file);
    if (data.kind === 'File') return data.file;
    if (data.kind === 'Macro') ({ site } = macroCall(data.call));
    else site = { kind: 'Body', text: data.text, ordinal: 0 };
  }
  return undefined;
}

function modulePath(db: Database, { krate, site }: MacroCallLoc): string {
  const names: string[] = [];
  if (site.kind === 'Body') {
    for (let at: DefId | undefined = enclosingModule(bodyOwner(site.text)); at !== undefined; ) {
      const { name, parent } = defData(at) as { name: string; parent: DefId | undefined };
      if (name !== '') names.unshift(name);
      at = parent === undefined ? undefined : enclosingModule(parent);
    }
  }
  return [crateData(db, krate).name, ...names].join('::');
}

// --------------------------------------------------------------------------------------------- expansions

const noExpansion = (error: string): Expansion => ({
  text: '',
  spans: { starts: [], spans: [] },
  error,
  unknown: true,
});

function coreName(db: Database): string {
  const { core } = sysrootCrates(db);
  return core === undefined ? '::core' : dollarCrate(core);
}

export const expansion: Query<MacroCallId, Expansion> = defineQuery<MacroCallId, Expansion>(
  'expansion',
  (db, id) => {
    const loc = macroCall(id);
    const added = addedText(loc);
    if (added !== undefined) return { text: added, spans: { starts: [], spans: [] }, unknown: false };
    const text = textOfMacro(db, loc);
    if (!text) {
      const input = procMacroInput(db, id);
      return input ? expandProcMacro(db, id, input) : noExpansion('the call is not there any more');
    }
    if (isTooDeep(db, loc.krate, depthOf(loc)))
      return noExpansion(`recursion limit reached while expanding \`${text.name}!\``);
    if (loc.site.kind === 'Derive') return expandDeriveCall(db, id, text);
    const input = callInput(db, id);
    if (!input) return noExpansion('the call is not there any more');
    const tokens = lex(input.args, input.anchor, input.offset);
    if (text.builtin !== undefined) return expandBuiltinCall(db, loc, text.builtin, input, tokens);
    const rules = rulesOfMacro(db, loc);
    return rules ? expandRules(id, text.name, rules, tokens) : noExpansion('not a macro');
  },
  {
    equals: structuralEquals,
    keep: 4096,
  },
);

/** Whether the macro is a procedural one, which another process expands. */
export function isProcedural(db: Database, id: MacroCallId): boolean {
  const loc = macroCall(id);
  return addedText(loc) === undefined && textOfMacro(db, loc) === undefined;
}

/** Items that the compiler adds to a crate (`procMacroTable.ts`) are taken for the expansion of a call of its root. */
function addedText({ def, site }: MacroCallLoc): string | undefined {
  return site.kind === 'Detached' && defParent(def) === undefined ? site.args : undefined;
}

/**
 * All that the items of a call's expansion follow from, within one build and crate graph, and that is known without
 * expanding it: the macro and its input. Undefined where there is more to it.
 */
export function expansionSource(db: Database, id: MacroCallId): string | undefined {
  const loc = macroCall(id);
  const { krate, def, fragment, site } = loc;
  if (addedText(loc) !== undefined) return undefined;
  const text = textOfMacro(db, loc);
  if (site.kind !== 'Derive' && text?.builtin !== undefined) return undefined;
  const input = site.kind === 'Item' ? callInput(db, id)?.args : attributedItem(db, id)?.source;
  if (input === undefined || isTooDeep(db, loc.krate, depthOf(loc))) return undefined;
  const macro = text
    ? [text.builtin, text.isMacro2, text.localInnerMacros, text.rules.text]
    : ['procedural', defData(def).name];
  const { cfg, edition } = crateData(db, krate);
  // What is written with `$crate` has the number of the crate in it.
  const around = [defCrate(def), coreName(db), edition, fragment, site.kind, ...cfg];
  return JSON.stringify([macro, around, input.text]);
}

/** Expands by the first rule that matches. */
function expandRules(
  id: MacroCallId,
  name: string,
  { rules }: MacroRules,
  tokens: readonly Token[],
): Expansion {
  const skipper = new FragmentSkipper(tokens);
  const contexts = new Map<SyntaxContext, SyntaxContext>();
  const mark = (token: Token): Token => {
    if (!token.span) return token;
    const { ctx } = token.span;
    let marked = contexts.get(ctx);
    if (marked === undefined) {
      marked = applyMark(ctx, id);
      contexts.set(ctx, marked);
    }
    return { ...token, span: { ...token.span, ctx: marked } };
  };
  let furthest = -1;
  for (const rule of rules) {
    const result = matchRule(rule, skipper);
    if (result.kind !== 'Success') {
      furthest = Math.max(furthest, result.at);
      continue;
    }
    try {
      const options = { dollarCrate: defCrate(macroCall(id).def), mark };
      const output = transcribe(rule.template, result.bindings, options);
      const written = new CodeWriter().tokens(resolveGroups(output)).finish();
      return { ...written, unknown: false };
    } catch (e) {
      if (e instanceof TranscribeError) return noExpansion(e.message);
      throw e;
    }
  }
  const at = tokens[furthest];
  return noExpansion(
    at
      ? `no rules expected \`${at.text}\` in the call of \`${name}!\``
      : `unexpected end of the call of \`${name}!\``,
  );
}

function expandBuiltinCall(
  db: Database,
  loc: MacroCallLoc,
  name: string,
  input: CallInput,
  tokens: readonly Token[],
): Expansion {
  const { cfg, env } = crateData(db, loc.krate);
  const out = new CodeWriter();
  const result = expandBuiltin(
    name,
    {
      tokens,
      core: coreName(db),
      dollarCrate: dollarCrate(defCrate(loc.def)),
      edition: editionOfCall(db, loc, input.span.ctx),
      cfg,
      env,
      modulePath: modulePath(db, loc),
      readFile: (path) => {
        const origin = originFile(db, loc);
        return origin === undefined ? undefined : includedFile(db, origin, path);
      },
      sizeOfFile: (path) => {
        const origin = originFile(db, loc);
        return origin === undefined ? undefined : fileSize(db, relativeFile(db, origin, path));
      },
      expandCall: (path, args) => expandNested(db, loc, path, args),
    },
    out,
  );
  if (!result) return noExpansion(`the built-in macro \`${name}!\` is not supported`);
  const { error, unknown = false } = result;
  return { ...out.finish(), unknown, ...(error === undefined ? {} : { error }) };
}

function includedFile(db: Database, origin: FileId, path: string): IncludedFile | undefined {
  const file = relativeFile(db, origin, path);
  const text = fileText(db, file);
  if (text === undefined) return undefined;
  const from = displayPath(db, origin);
  const written = isAbsolutePath(path) ? path : from.slice(0, from.lastIndexOf('/') + 1) + path;
  return { text, anchor: { kind: 'Included', file, path: written } };
}

/** Expands a call in the arguments of another, of whose place it sees the names; undefined if it is not known. */
function expandNested(
  db: Database,
  { krate, site }: MacroCallLoc,
  name: string,
  args: string,
): Token[] | undefined {
  const path = parseSimplePath(name);
  const tree = site.kind === 'Body' ? bodyTextTree(db, site.text) : undefined;
  const node = tree && site.kind === 'Body' ? macroInvocations(tree)[site.ordinal] : undefined;
  if (!path || node === undefined || site.kind !== 'Body') return undefined;
  const def = resolveMacroIn(db, krate, surroundingsAt(db, site.text, node), path);
  if (def === undefined) return undefined;
  const call = internMacroCall({ krate, def, fragment: 'Expr', site: { kind: 'Detached', args } });
  const expanded = expansion(db, call);
  return expanded.unknown ? undefined : lex(expanded);
}

/** The item that a derive or an attribute macro is for, with its attributes; its tokens' spans begin at its body. */
const attributedItem: Query<MacroCallId, { source: SourceText; offset: number } | undefined> = defineQuery(
  'attributedItem',
  (db, id): { source: SourceText; offset: number } | undefined => {
    const { site } = macroCall(id);
    if (site.kind !== 'Derive' && site.kind !== 'Attribute') return undefined;
    const item = itemOfAstId(itemTree(db, site.file), site.item);
    const range = item === undefined ? undefined : itemSourceMap(db, site.file).ranges.get(item);
    const source = hirFileText(db, site.file);
    if (!range || !source) return undefined;
    // Spans of an item begin at its body, if it has one (`fileRange`).
    const base = range.bodyStart >= 0 ? range.bodyStart : range.start;
    return { source: sliceSource(source, range.outerStart, range.end), offset: range.outerStart - base };
  },
  { equals: structuralEquals, isFirewall: true },
);

/** What a procedural macro is given, as it is written. */
function procMacroInput(db: Database, id: MacroCallId): ProcMacroInput | undefined {
  const { site } = macroCall(id);
  if (site.kind === 'Derive' || site.kind === 'Attribute') {
    const item = attributedItem(db, id);
    const anchor: SpanAnchor = { kind: 'Item', file: site.file, item: site.item };
    return item && { tokens: lex(item.source, anchor, item.offset), span: undefined };
  }
  const input = callInput(db, id);
  return input && { tokens: lex(input.args, input.anchor, input.offset), span: input.span };
}

function expandDeriveCall(db: Database, id: MacroCallId, macro: MacroText): Expansion {
  const item = siteItem(db, id);
  if (item?.kind !== 'Struct' && item?.kind !== 'Union' && item?.kind !== 'Enum')
    return noExpansion('`derive` may only be applied to `struct`s, `enum`s and `union`s');
  const { cfg } = crateData(db, macroCall(id).krate);
  const derivesCopy = findAttrs(item.attrs, cfg, 'derive').some((attr) =>
    derivePaths(attr).some((path) => path.segments[path.segments.length - 1]?.name === 'Copy'),
  );
  const text =
    macro.builtin === undefined
      ? undefined
      : expandDerive(macro.builtin, { item: item as DerivableItem, core: coreName(db), cfg, derivesCopy });
  if (text === undefined) return noExpansion(`cannot expand the derive \`${macro.name}\``);
  return { text, spans: { starts: [0], spans: [undefined] }, unknown: false };
}
