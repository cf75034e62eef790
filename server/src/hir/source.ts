/**
 * From texts to item trees and bodies: the queries between syntax and the rest of `hir`.
 *
 * A file's syntax tree is made with the bodies elided, lowered and dropped. What comes out is kept in two halves that
 * change at different times: the {@link ItemTree}, which an edit inside a body leaves equal, and the
 * {@link ItemSourceMap}, which moves with every keystroke but is read by few. A body is a text of its own
 * ({@link bodySource}), equal to the old one wherever the edit was not in it, and parsed when it is asked for.
 */
import { structuralEquals } from '../base/structuralEquals.ts';
import { type Database, defineQuery, type Query } from '../query/database.ts';
import { parseFragment } from '../syntax/fragment.ts';
import { mendDelimiters, mendStatements } from '../syntax/mend.ts';
import { parser } from '../syntax/parser.ts';
import { childByField, kindName, type NodeIndex, nodeText, type SyntaxTree } from '../syntax/tree.ts';
import { body } from './body/lower.ts';
import { type KnownFiles, lowerFile } from './bodyEdits.ts';
import { defSource } from './defMap/defSource.ts';
import { type MacroTexts, macroTexts } from './defMap/macroTexts.ts';
import { type DefId, defCrate, defData } from './defs.ts';
import {
  type BodyText,
  bodyTextOwner,
  type HirFileId,
  hirFile,
  type MacroCallId,
  macroCall,
} from './hirFile.ts';
import { fileText } from './inputs.ts';
import { ItemRanges } from './itemRanges.ts';
import type { ItemSourceMap, ItemTree } from './itemTree.ts';
import { cachedExpansionItems, cachedFileItems } from './itemTreeCache.ts';
import { declaresItem, type LoweredItems, lowerItems } from './lowerItems.ts';
import { expansion, expansionSource, isProcedural } from './macros/expansion.ts';
import { printConst } from './printRef.ts';
import { withSharedParts } from './sharedItems.ts';
import type { SourceText, SpanMap } from './span.ts';
import { type ConstRef, firstBodyConst } from './typeRef.ts';

const knownFiles = Symbol('knownFiles');

const nothing: LoweredItems = {
  tree: { items: [], roots: [], attrs: { cfg: [], list: [] } },
  map: { ranges: ItemRanges.of([]) },
};

const loweredItems: Query<HirFileId, LoweredItems> = defineQuery<HirFileId, LoweredItems>(
  'loweredItems',
  (db, id): LoweredItems => {
    const file = hirFile(id);
    switch (file.kind) {
      case 'File': {
        const known = db.resource<KnownFiles>(knownFiles, () => new Map());
        const lower = () => {
          const text = fileText(db, file.file);
          return text === undefined ? nothing : lowerFile(known, file.file, text);
        };
        // What is edited is lowered again and again: there is no time for it then.
        return known.has(file.file)
          ? lower()
          : cachedFileItems(db, file.file, () => withSharedParts(lower()));
      }
      case 'Macro': {
        const { call } = file;
        return cachedExpansionItems(db, macroCall(call).krate, {
          isProcedural: () => isProcedural(db, call),
          source: () => expansionSource(db, call),
          lower: () =>
            withSharedParts(lowerItems(parser().parse(expansion(db, call).text, { elideBodies: true }), 0)),
          isKnown: () => !expansion(db, call).unknown,
        });
      }
      case 'Block': {
        const tree = bodyTextTree(db, file.text);
        const block = blocksWithItems(db, file.text)[file.ordinal];
        return tree && block !== undefined ? lowerItems(tree, block, { isBlock: true }) : nothing;
      }
    }
  },
);

/** What a file, an item macro's expansion or a block declares. Unchanged by edits inside bodies. */
export const itemTree: Query<HirFileId, ItemTree> = defineQuery<HirFileId, ItemTree>(
  'itemTree',
  (db, file) => loweredItems(db, file).tree,
  { equals: structuralEquals, isFirewall: true },
);

/** Where those items stand, in {@link hirFileText}. */
export const itemSourceMap: Query<HirFileId, ItemSourceMap> = defineQuery<HirFileId, ItemSourceMap>(
  'itemSourceMap',
  (db, file) => loweredItems(db, file).map,
);

/** The text that the offsets of an `ItemSourceMap` point into. */
export function hirFileText(db: Database, id: HirFileId): SourceText | undefined {
  const file = hirFile(id);
  switch (file.kind) {
    case 'File': {
      const text = fileText(db, file.file);
      return text === undefined ? undefined : { text, spans: undefined };
    }
    case 'Macro': {
      const { text, spans } = expansion(db, file.call);
      return { text, spans };
    }
    case 'Block':
      return bodyTextSource(db, file.text);
  }
}

/**
 * The text of a definition's body: a function item as a whole (the patterns of its parameters belong to the body),
 * the initializer of a const or static, the expression of an anonymous const. Undefined for what has none, and for
 * closures, which are part of their owner's.
 */
export const bodySource: Query<DefId, SourceText | undefined> = defineQuery<DefId, SourceText | undefined>(
  'bodySource',
  (db, def) => {
    const data = defData(def);
    if (data.kind === 'AnonConst') return anonConstSource(db, def);
    if (data.kind !== 'Fn' && data.kind !== 'Const' && data.kind !== 'Static') return undefined;
    const source = defSource(db, def);
    if (!source) return undefined;
    const range = itemSourceMap(db, source.file).ranges.get(source.item);
    if (!range || range.bodyStart < 0) return undefined;
    const text = hirFileText(db, source.file);
    const start = data.kind === 'Fn' ? range.start : range.bodyStart;
    return text && sliceSource(text, start, data.kind === 'Fn' ? range.end : range.bodyEnd);
  },
  { equals: structuralEquals, isFirewall: true, keep: 256 },
);

/** An array length or a const argument as written. */
function anonConstRef(db: Database, def: DefId): AnonConstRef | undefined {
  const { parent, disambiguator } = defData(def);
  if (parent === undefined) return undefined;
  const source = disambiguator < firstBodyConst ? defSource(db, parent) : undefined;
  const declaredIn = source ? itemTree(db, source.file).items[source.item] : body(db, parent);
  return declaredIn && findConstExpr(declaredIn, disambiguator);
}

/** The block with items in which an anonymous const stands in a body. */
export const blockOfAnonConst = defineQuery<DefId, HirFileId | undefined>('blockOfAnonConst', (db, def) => {
  const ref = defData(def).disambiguator < firstBodyConst ? undefined : anonConstRef(db, def);
  return ref?.kind === 'Expr' ? ref.block : undefined;
});

/** The expression of an array length, a const argument, or (with a variant as parent) a discriminant. */
function anonConstSource(db: Database, def: DefId): SourceText | undefined {
  const { parent } = defData(def);
  if (parent === undefined) return undefined;
  const owner = defData(parent);
  if (owner.kind === 'Variant') {
    const source = defSource(db, parent);
    const item = source && itemTree(db, source.file).items[source.item];
    if (!item) return undefined;
    const variant = item.kind === 'Enum' ? item.variants.find((v) => v.name === owner.name) : undefined;
    return variant?.discriminant === undefined ? undefined : { text: variant.discriminant, spans: undefined };
  }
  const ref = anonConstRef(db, def);
  return ref && { text: ref.kind === 'Expr' ? ref.text : printConst(ref), spans: undefined };
}

type AnonConstRef = Extract<ConstRef, { kind: 'Expr' | 'Path' }>;

/** The const with that index in an item or a body. */
function findConstExpr(data: object, index: number): AnonConstRef | undefined {
  const ref = data as Partial<AnonConstRef>;
  if ((ref.kind === 'Expr' || ref.kind === 'Path') && ref.index === index) return ref as AnonConstRef;
  for (const value of Object.values(data)) {
    if (typeof value !== 'object' || value === null) continue;
    const found = findConstExpr(value, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The parsed body: the file with the one function item in it, or the expression as node 0. */
export const bodyTree: Query<DefId, SyntaxTree | undefined> = defineQuery<DefId, SyntaxTree | undefined>(
  'bodyTree',
  (db, def) => {
    const source = bodySource(db, def);
    if (!source) return undefined;
    const fragment = defData(def).kind === 'Fn' ? 'Items' : 'Expr';
    const tree = parseFragment(source.text, fragment);
    return tree.hasError && fragment === 'Items' ? mendedTree(source.text, tree) : tree;
  },
  { keep: 64 },
);

/** The tree of a function with errors, after what is half-typed in it was blanked out. */
function mendedTree(text: string, broken: SyntaxTree): SyntaxTree {
  const balanced = mendDelimiters(text);
  const tree = balanced === undefined ? broken : parseFragment(balanced, 'Items');
  if (!tree.hasError) return tree;
  const mended = mendStatements(
    balanced ?? text,
    (statements) => !parseFragment(statements, 'Stmts').hasError,
  );
  return parseFragment(mended, 'Items');
}

export interface ExpansionTree {
  readonly tree: SyntaxTree;
  readonly spans: SpanMap;
}

/** The parsed expansion of a macro call, in the grammar that its place asks for. */
export const expansionTree: Query<MacroCallId, ExpansionTree> = defineQuery<MacroCallId, ExpansionTree>(
  'expansionTree',
  (db, call) => {
    const { text, spans } = expansion(db, call);
    return { tree: parseFragment(text, macroCall(call).fragment), spans };
  },
  { keep: 256 },
);

/** The tree of a body's text or of the expansion of a macro call in a body. */
export function bodyTextTree(db: Database, text: BodyText): SyntaxTree | undefined {
  return text.kind === 'Body' ? bodyTree(db, text.owner) : expansionTree(db, text.call).tree;
}

export function bodyTextSource(db: Database, text: BodyText): SourceText | undefined {
  if (text.kind === 'Body') return bodySource(db, text.owner);
  const { text: expanded, spans } = expansion(db, text.call);
  return { text: expanded, spans };
}

/**
 * The blocks of a text that declare items directly, in source order; `HirFile`s of kind `Block` count in this list. The
 * root of an expansion to statements is a block. So is one with several macro calls as statements, some of them in the
 * braces that items are mostly made with, or of macros that have items in their rules: what one makes is in sight of the
 * others. Of a macro that has macros in its rules, one call is enough where there are others further in.
 */
export function blocksWithItems(db: Database, text: BodyText): NodeIndex[] {
  const tree = bodyTextTree(db, text);
  return tree ? blocksOfTree(tree, () => macroTexts(db, defCrate(bodyTextOwner(text)))) : [];
}

function blocksOfTree(tree: SyntaxTree, macros: () => MacroTexts): NodeIndex[] {
  const block = tree.grammar.kindIds.get('block');
  const blocks: NodeIndex[] = [];
  for (let n = 0; n < tree.kind.length; n++) {
    if (tree.kind[n] !== block) {
      if (isInnerItem(tree, n)) n = tree.next[n]! - 1;
      continue;
    }
    let calls = 0;
    let makesItems = false;
    let makesMacros = false;
    for (let c = n + 1; c < tree.next[n]!; c = tree.next[c]!) {
      const kind = kindName(tree, c);
      if (kind === 'macro_invocation' || (kind === 'expression_statement' && isCall(tree, c + 1))) {
        calls++;
        const name = calledName(tree, c);
        makesItems ||= tree.text[tree.end[c]! - 1] === '}' || macros().withItems.has(name);
        makesMacros ||= macros().withMacros.has(name);
      } else if (makesMacros && hasCall(tree, c)) calls++;
      if (declaresItem(kind) || (makesItems && calls > 1)) {
        blocks.push(n);
        break;
      }
    }
  }
  return blocks;
}

/** Whether there is a macro call somewhere in a node. */
function hasCall(tree: SyntaxTree, node: NodeIndex): boolean {
  const kind = tree.grammar.kindIds.get('macro_invocation');
  for (let n = node; n < tree.next[node]!; n++) if (tree.kind[n] === kind) return true;
  return false;
}

function isCall(tree: SyntaxTree, node: NodeIndex): boolean {
  return node < tree.kind.length && kindName(tree, node) === 'macro_invocation';
}

/** Of a macro call or the statement that it is: the last name in the macro's path. */
export function calledName(tree: SyntaxTree, node: NodeIndex): string {
  const call = kindName(tree, node) === 'macro_invocation' ? node : node + 1;
  const macro = childByField(tree, call, 'macro');
  return macro === undefined ? '' : (/[\w\u0080-\uffff]+$/.exec(nodeText(tree, macro))?.[0] ?? '');
}

/** The macro calls of a text, in source order; the ordinal of a `MacroCallLoc` counts in this list. */
export function macroInvocations(tree: SyntaxTree): NodeIndex[] {
  const kind = tree.grammar.kindIds.get('macro_invocation');
  const calls: NodeIndex[] = [];
  for (let n = 0; n < tree.kind.length; n++) {
    if (tree.kind[n] === kind) calls.push(n);
    else if (isInnerItem(tree, n)) n = tree.next[n]! - 1;
  }
  return calls;
}

/** Whether a node of a body's text is an item in the body: what stands in that belongs to bodies of its own. */
function isInnerItem(tree: SyntaxTree, n: NodeIndex): boolean {
  // The text of a function's body is the whole function.
  const isOwner = tree.parent[n] === 0 && kindName(tree, 0) === 'source_file';
  return n > 0 && !isOwner && declaresItem(kindName(tree, n));
}

/** A slice of a text, with the spans of the tokens in it. */
export function sliceSource({ text, spans }: SourceText, start: number, end: number): SourceText {
  return { text: text.slice(start, end), spans: spans && sliceSpans(spans, start, end) };
}

function sliceSpans({ starts, spans }: SpanMap, start: number, end: number): SpanMap {
  let from = 0;
  let high = starts.length;
  while (from < high) {
    const middle = (from + high) >> 1;
    if (starts[middle]! < start) from = middle + 1;
    else high = middle;
  }
  let to = from;
  while (to < starts.length && starts[to]! < end) to++;
  return { starts: starts.slice(from, to).map((s) => s - start), spans: spans.slice(from, to) };
}
