/**
 * Body lowering: the text of a function, const or static to a {@link Body}.
 *
 * The body's own text is parsed by itself (`bodyTree`), so its lowering depends on nothing else in the file. Macro
 * calls are resolved and expanded on the way, and their expansions lowered in place: a `TextCx` says which text the
 * syntax nodes at hand belong to. Names of locals are resolved here, by ribs; items, associated items and types are
 * left as paths together with the block in whose scope they stand.
 *
 * Half-typed code lowers as far as it makes sense; what is missing becomes `Missing`.
 */
import { evaluateCfg } from '../../project/cfg.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import {
  childByField,
  childByKind,
  children,
  isNamed,
  kindName,
  type NodeIndex,
  namedChildren,
  nodeText,
  type SyntaxTree,
} from '../../syntax/tree.ts';
import { attrWords, findAttr } from '../attrs.ts';
import { AttrsBuilder } from '../attrText.ts';
import { itemOfKind } from '../defMap/defSource.ts';
import { langItem } from '../defMap/langItems.ts';
import { type CrateId, type DefId, defCrate, defKind } from '../defs.ts';
import {
  type BodyText,
  type FragmentKind,
  type HirFileId,
  internHirFile,
  internMacroCall,
  type MacroCallId,
  macroCall,
} from '../hirFile.ts';
import { crateData } from '../inputs.ts';
import {
  identName,
  type LowerCtx,
  lowerConst,
  lowerCtx,
  lowerGenericArgs,
  lowerPath,
  lowerTypeRef,
} from '../lowerTypes.ts';
import { expansion } from '../macros/expansion.ts';
import { expandedBy, hygieneParent } from '../macros/hygiene.ts';
import { superLet } from '../macros/tokens.ts';
import { isTooDeep } from '../recursionLimit.ts';
import {
  type Resolver,
  resolveMacroAt,
  resolvePath,
  resolverFor,
  resolverForBody,
  resolvesInBlock,
} from '../resolver.ts';
import { blocksWithItems, bodySource, bodyTree, expansionTree, macroInvocations } from '../source.ts';
import { isMade, type Span, type SpanMap, spanAt, spanTo } from '../span.ts';
import {
  type ConstRef,
  errorTypeRef,
  firstBodyConst,
  firstNestedConst,
  type GenericArgsRef,
  type Path,
  type TypeRef,
} from '../typeRef.ts';
import type { Binding, BindingId, Body, Expr, ExprId, Pat, PathRef, PatId, Stmt } from './body.ts';
import { assignClosureIds } from './closureIds.ts';
import { lowerExpr, lowerExprOpt, lowerStmts } from './lowerExpr.ts';
import { lowerPat } from './lowerPat.ts';
import { type ClosureRecord, nameKey, Ribs } from './ribs.ts';

/** Where the parts of a body stand. */
export interface BodySourceMap {
  /** Where each expression was written: maybe in a macro's definition. */
  readonly exprSpans: readonly Span[];
  readonly patSpans: readonly Span[];
  /** The offsets in the owner's own text of each expression, or of the macro call that it came from. */
  readonly exprRanges: readonly (readonly [start: number, end: number])[];
  /** The name of the method in a method call, in the owner's own text. */
  readonly methodNames: ReadonlyMap<ExprId, readonly [start: number, end: number]>;
  /** The `|…|` of closures, the `async move` of blocks: what rustc prints as their place. */
  readonly closureHeaders: ReadonlyMap<DefId, Span>;
}

export interface LoweredBody {
  readonly body: Body;
  readonly sourceMap: BodySourceMap;
}

/** The lowered body of a function, const, static or anonymous const; `undefined` if it has none. */
export const body = defineQuery<DefId, Body | undefined>('body', (db, def) => lowered(db, def)?.body, {
  keep: 512,
});

export const bodySourceMap = defineQuery<DefId, BodySourceMap | undefined>(
  'bodySourceMap',
  (db, def) => lowered(db, def)?.sourceMap,
  { keep: 64 },
);

const lowered = defineQuery<DefId, LoweredBody | undefined>(
  'loweredBody',
  (db, def) => {
    const source = bodySource(db, def);
    const tree = bodyTree(db, def);
    if (!source || !tree) return undefined;
    return new BodyLowerer(db, def).lower(tree, source.spans);
  },
  { keep: 128 },
);

/** The text whose syntax is being lowered. */
interface TextCx {
  readonly tree: SyntaxTree;
  readonly spans: SpanMap | undefined;
  readonly text: BodyText;
  readonly types: LowerCtx;
  /** Number of this text among the body's: 0 for its own, then in order of expansion. */
  readonly fragment: number;
  /** In an expansion: the offsets of the outermost macro call in the owner's own text. */
  readonly callSite: readonly [number, number] | undefined;
  readonly depth: number;
  ordinals: Map<NodeIndex, number> | undefined;
  blocks: Map<NodeIndex, number> | undefined;
}

/** Expressions nest at most this deep; what is deeper is dropped. */
const maxDepth = 600;

type ClosureFields = Omit<Extract<Expr, { kind: 'Closure' }>, 'def'>;

export class BodyLowerer {
  readonly ribs = new Ribs();
  readonly db: Database;
  readonly owner: DefId;
  cx!: TextCx;

  readonly #krate: CrateId;
  readonly #resolver: Resolver;
  readonly #exprs: Expr[] = [];
  readonly #pats: Pat[] = [];
  readonly #bindings: Binding[] = [];
  readonly #bindingClosures: (ClosureRecord | undefined)[] = [];
  readonly #exprScopes: (HirFileId | undefined)[] = [];
  readonly #patScopes: (HirFileId | undefined)[] = [];
  readonly #exprSpans: Span[] = [];
  readonly #patSpans: Span[] = [];
  readonly #exprRanges: (readonly [number, number])[] = [];
  readonly #methodNames = new Map<ExprId, readonly [number, number]>();
  readonly #records: ClosureRecord[] = [];
  readonly #itemClosures = new Map<HirFileId, ClosureRecord>();
  readonly #headers = new Map<ClosureRecord, Span>();
  /** Nodes with attributes that matter, by tree. */
  readonly #marked = new Map<SyntaxTree, Map<NodeIndex, readonly string[]>>();
  readonly #unresolvedMacros: ExprId[] = [];
  readonly #ofOtherEdition = new Set<ExprId>();
  /** Names bound by the pattern at hand, not yet in scope. */
  #pending = new Map<string, BindingId>();
  #fragments = 0;
  #constExprs: number;
  #depth = 0;

  constructor(db: Database, owner: DefId) {
    this.db = db;
    this.owner = owner;
    this.#constExprs = defKind(owner) === 'AnonConst' ? firstNestedConst : firstBodyConst;
    this.#krate = defCrate(owner);
    this.#resolver = resolverForBody(db, owner, undefined);
  }

  lower(tree: SyntaxTree, spans: SpanMap | undefined): LoweredBody {
    this.cx = this.#textCx(tree, spans, { kind: 'Body', owner: this.owner }, undefined, 0);
    const params: PatId[] = [];
    const root = defKind(this.owner) === 'Fn' ? this.#function(params) : lowerExpr(this, 0);
    assignClosureIds(this.owner, this.#records);
    const closures = new Map<DefId, ExprId>();
    for (const { def, expr } of this.#records) {
      const made = this.#exprs[expr]!;
      if (made.kind === 'Closure' || made.kind === 'InlineConst') this.#exprs[expr] = { ...made, def: def! };
      closures.set(def!, expr);
    }
    return {
      body: {
        owner: this.owner,
        exprs: this.#exprs,
        pats: this.#pats,
        bindings: this.#bindings.map((b, i) => ({ ...b, closure: this.#bindingClosures[i]?.def })),
        params,
        root,
        exprScopes: this.#exprScopes,
        patScopes: this.#patScopes,
        closures,
        itemClosures: new Map([...this.#itemClosures].map(([block, record]) => [block, record.def!])),
        unresolvedMacros: this.#unresolvedMacros,
        ofOtherEdition: this.#ofOtherEdition,
      },
      sourceMap: {
        exprSpans: this.#exprSpans,
        patSpans: this.#patSpans,
        exprRanges: this.#exprRanges,
        methodNames: this.#methodNames,
        closureHeaders: new Map([...this.#headers].map(([record, span]) => [record.def!, span])),
      },
    };
  }

  /** A function's text is the whole item: its parameters' patterns belong to the body. */
  #function(params: PatId[]): ExprId {
    const { tree } = this.cx;
    const item = namedChildren(tree, 0).find((n) => kindName(tree, n) === 'function_item');
    if (item === undefined) return this.missing();
    const parameters = childByField(tree, item, 'parameters');
    const modifiers = childByKind(tree, item, 'function_modifiers');
    const isAsync = modifiers !== undefined && childByKind(tree, modifiers, 'async') !== undefined;
    /** The parameters of an `async fn` that the coroutine takes apart, having captured them whole. */
    const takenApart: { readonly binding: BindingId; readonly pattern: NodeIndex }[] = [];
    for (const p of parameters === undefined ? [] : this.enabledChildren(parameters)) {
      switch (kindName(tree, p)) {
        case 'self_parameter':
          params.push(this.#selfParam(p));
          break;
        case 'parameter': {
          const pattern = childByField(tree, p, 'pattern');
          if (isAsync && pattern !== undefined && !this.#isVariable(pattern)) {
            const binding = this.freshBinding(`__arg${params.length}`, false);
            params.push(this.allocPat({ kind: 'Binding', binding, sub: undefined }, pattern));
            takenApart.push({ binding, pattern });
          } else params.push(lowerPat(this, pattern));
          break;
        }
        case 'variadic_parameter':
          break;
        default:
          params.push(this.allocPat({ kind: 'Wild' }, p));
      }
    }
    this.pushPendingBindings();
    const block = childByField(tree, item, 'body');
    if (!isAsync) return lowerExprOpt(this, block);
    // `async fn f(…) { … }` returns a coroutine that owns the parameters.
    const id = this.reserve(item);
    const record = this.openClosure(id, 'Closure', block ?? item, undefined);
    return this.ribs.scoped(() => {
      this.ribs.pushClosure(record);
      const stmts = takenApart.map(({ binding, pattern }): Stmt => {
        const init = this.alloc({ kind: 'Local', binding }, pattern);
        const pat = lowerPat(this, pattern);
        return { kind: 'Let', pat, ty: undefined, init, else: undefined, isSuper: false, scope: undefined };
      });
      this.pushPendingBindings();
      const written = lowerExprOpt(this, block);
      return this.fillClosure(id, record, {
        kind: 'Closure',
        params: [],
        paramTypes: [],
        ret: undefined,
        body:
          stmts.length === 0
            ? written
            : this.alloc(
                { kind: 'Block', stmts, tail: written, isUnsafe: false, labelled: false },
                block ?? item,
              ),
        isMove: true,
        coroutine: 'asyncFn',
        inheritsOverflowChecks: false,
      });
    });
  }

  /** Whether a parameter is `x` or `mut x`. */
  #isVariable(pattern: NodeIndex): boolean {
    const { tree } = this.cx;
    const kind = kindName(tree, pattern);
    const name = kind === 'mut_pattern' ? namedChildren(tree, pattern).at(-1) : pattern;
    if (name === undefined) return false;
    const isIdentifier = kindName(tree, name) === 'identifier';
    return isIdentifier && !this.namesPatternConstant(this.identText(name));
  }

  #selfParam(n: NodeIndex): PatId {
    const { tree } = this.cx;
    const isRef = childByKind(tree, n, '&') !== undefined;
    const isMut = childByKind(tree, n, 'mutable_specifier') !== undefined;
    const self = childByKind(tree, n, 'self') ?? n;
    const binding = this.#newBinding('self', 'move', isMut && !isRef);
    this.#pending.set(nameKey('self', this.#contextOf(self)), binding);
    return this.allocPat({ kind: 'Binding', binding, sub: undefined }, self);
  }

  // ------------------------------------------------------------------------------------------ nodes

  alloc(expr: Expr, n: NodeIndex | undefined, nameNode?: NodeIndex): ExprId {
    const id = this.#exprs.length;
    this.#exprs.push(expr);
    this.#exprScopes.push(this.ribs.block);
    const at = n ?? 0;
    this.#exprSpans.push(this.#span(at));
    this.#exprRanges.push(this.#range(at));
    if (n !== undefined && this.#isOfOtherEdition(expr, n)) this.#ofOtherEdition.add(id);
    if (nameNode !== undefined) this.#methodNames.set(id, this.#range(nameNode));
    return id;
  }

  /** An expression whose parts refer to it: allocated now, filled in later. */
  reserve(n: NodeIndex): ExprId {
    return this.alloc({ kind: 'Missing' }, n);
  }

  fill(id: ExprId, expr: Expr): ExprId {
    this.#exprs[id] = expr;
    return id;
  }

  missing(n?: NodeIndex): ExprId {
    return this.alloc({ kind: 'Missing' }, n);
  }

  allocPat(pat: Pat, n: NodeIndex | undefined): PatId {
    const id = this.#pats.length;
    this.#pats.push(pat);
    this.#patScopes.push(this.ribs.block);
    this.#patSpans.push(this.#span(n ?? 0));
    return id;
  }

  /** Runs `lower` unless the expression is nested absurdly deep. */
  guardDepth(n: NodeIndex, lower: () => ExprId): ExprId {
    if (this.#depth >= maxDepth) return this.missing(n);
    this.#depth++;
    try {
      return lower();
    } finally {
      this.#depth--;
    }
  }

  openClosure(
    expr: ExprId,
    kind: ClosureRecord['kind'],
    n: NodeIndex,
    header: NodeIndex | undefined,
  ): ClosureRecord {
    const record: ClosureRecord = {
      kind,
      parent: this.ribs.closure,
      fragment: this.cx.fragment,
      expr,
      def: undefined,
    };
    this.#records.push(record);
    this.#headers.set(record, header === undefined ? this.#asyncHeader(n) : this.#closureHeader(n, header));
    return record;
  }

  /** The `async` or `async move` of a block; all of the node where there is none (the body of an `async fn`). */
  #asyncHeader(n: NodeIndex): Span {
    const { tree } = this.cx;
    const keyword = kindName(tree, n) === 'async_block' ? childByKind(tree, n, 'async') : undefined;
    if (keyword === undefined) return this.#span(n);
    return this.#spanBetween(tree.start[n]!, tree.end[childByKind(tree, n, 'move') ?? keyword]!);
  }

  /**
   * From the closure's first token (`move`, `async`, `|`) to the end of its parameters or return type, if a macro made
   * both or neither; all of the closure if it is the other way round with that. After `Span::to` in `rustc_span` and
   * `opt_span` in `rustc_middle::hir::map`, but for what a fragment's tokens know of their place in the macro.
   */
  #closureHeader(n: NodeIndex, parameters: NodeIndex): Span {
    const { tree } = this.cx;
    const start = tree.start[n]!;
    const header = this.#madeBetween(start, tree.end[childByField(tree, n, 'return_type') ?? parameters]!);
    const whole = this.#madeBetween(start, tree.end[n]!);
    return header.ctx === whole.ctx ? header : whole;
  }

  /** Of a range that a macro made one end of, that end. */
  #madeBetween(start: number, end: number): Span {
    const { spans } = this.cx;
    let to = end;
    // Parentheses around a fragment stand nowhere.
    while (spans && to > start + 1 && spanAt(spans, to - 1) === undefined) to--;
    const first = this.#spanBetween(start, start + 1);
    const last = this.#spanBetween(to - 1, to);
    if (isMade(first) === isMade(last)) return this.#spanBetween(start, to);
    return isMade(first) ? first : last;
  }

  fillClosure(id: ExprId, _record: ClosureRecord, fields: ClosureFields): ExprId {
    // `def` is patched in once closures are numbered.
    return this.fill(id, { ...fields, def: this.owner });
  }

  fillInlineConst(id: ExprId, _record: ClosureRecord, bodyExpr: ExprId): ExprId {
    return this.fill(id, { kind: 'InlineConst', def: this.owner, body: bodyExpr });
  }

  // ------------------------------------------------------------------------------------------ positions

  #textCx(
    tree: SyntaxTree,
    spans: SpanMap | undefined,
    text: BodyText,
    callSite: TextCx['callSite'],
    depth: number,
  ): TextCx {
    return {
      tree,
      spans,
      text,
      types: lowerCtx(tree),
      fragment: this.#fragments++,
      callSite,
      depth,
      ordinals: undefined,
      blocks: undefined,
    };
  }

  #span(n: NodeIndex): Span {
    return this.#spanBetween(this.cx.tree.start[n]!, this.cx.tree.end[n]!);
  }

  #spanBetween(start: number, end: number): Span {
    const { spans } = this.cx;
    const own: Span = { anchor: { kind: 'Def', def: this.owner }, start, end, ctx: 0 };
    if (!spans) return own;
    const first = spanAt(spans, start);
    const last = spanAt(spans, Math.max(start, end - 1));
    return first && last ? spanTo(first, last) : (first ?? last ?? own);
  }

  #range(n: NodeIndex): readonly [number, number] {
    const { callSite, tree } = this.cx;
    if (!callSite) return [tree.start[n]!, tree.end[n]!];
    // Arguments of a macro stand in the owner's text; what the macro added is shown at the call.
    const span = this.#span(n);
    return span.anchor.kind === 'Def' && span.anchor.def === this.owner && span.ctx === 0
      ? [span.start, span.end]
      : callSite;
  }

  #contextOf(n: NodeIndex): number {
    const { spans, tree } = this.cx;
    return spans ? (spanAt(spans, tree.start[n]!)?.ctx ?? 0) : 0;
  }

  /** Asked for what temporaries may end in; what is reserved for may become that. */
  #isOfOtherEdition({ kind }: Expr, n: NodeIndex): boolean {
    const { spans, text, tree } = this.cx;
    if (!spans || (kind !== 'Block' && kind !== 'If' && kind !== 'Missing')) return false;
    const span = spanAt(spans, tree.start[n]!);
    // What has no place is what a macro of the compiler's has added.
    const own = text.kind === 'Expansion' ? text.call : undefined;
    const call = span ? expandedBy(span.ctx) : own;
    if (call === undefined) return false;
    const isSince2024 = (krate: CrateId) => crateData(this.db, krate).edition === '2024';
    return isSince2024(defCrate(macroCall(call).def)) !== isSince2024(this.#krate);
  }

  // ------------------------------------------------------------------------------------------ names

  identText(n: NodeIndex): string {
    return identName(this.cx.tree, n);
  }

  labelName(n: NodeIndex): string {
    return nameKey(this.#labelText(n), this.#contextOf(n));
  }

  #labelText(n: NodeIndex): string {
    return nodeText(this.cx.tree, n).replace(/:$/, '').trim();
  }

  /** What a `break` or `continue` of that label, or of none, leaves. */
  resolveLabel(n: NodeIndex | undefined): ExprId | undefined {
    if (n === undefined) return this.ribs.resolveLabel(undefined);
    const name = this.#labelText(n);
    for (
      let ctx: number | undefined = this.#contextOf(n);
      ctx !== undefined;
      ctx = hygieneParent(ctx, this.owner)
    ) {
      const target = this.ribs.resolveLabel(nameKey(name, ctx));
      if (target !== undefined) return target;
    }
    return undefined;
  }

  langItem(item: string): DefId | undefined {
    return langItem(this.db, this.#krate, item);
  }

  #resolverHere(): Resolver {
    const { block } = this.ribs;
    return block === undefined ? this.#resolver : resolverForBody(this.db, this.owner, block);
  }

  #newBinding(name: string, mode: Binding['mode'], mutable: boolean): BindingId {
    const id = this.#bindings.length;
    this.#bindings.push({ name, mode, mutable, closure: undefined });
    this.#bindingClosures.push(this.ribs.closure);
    return id;
  }

  /** A binding that no name in the source can reach. */
  freshBinding(name: string, mutable: boolean): BindingId {
    return this.#newBinding(name, 'move', mutable);
  }

  /** The binding that this identifier of the pattern at hand introduces; the same one in each alternative. */
  bind(n: NodeIndex, mode: Binding['mode'], mutable: boolean): BindingId {
    const name = this.identText(n);
    const key = nameKey(name, this.#contextOf(n));
    const known = this.#pending.get(key);
    if (known !== undefined) return known;
    const id = this.#newBinding(name, mode, mutable);
    this.#pending.set(key, id);
    return id;
  }

  pushPendingBindings(): void {
    this.ribs.pushBindings(this.#pending);
    this.#pending = new Map();
  }

  /** Whether an identifier pattern of that name refers to a unit struct, unit variant or const. */
  namesPatternConstant(name: string): boolean {
    const { res } = resolvePath(this.db, this.#resolverHere(), plainPath(name), 'value');
    if (res?.kind !== 'Def') return false;
    const kind = defKind(res.def);
    return kind === 'Const' || kind === 'Struct' || kind === 'Variant';
  }

  typeRef(n: NodeIndex | undefined): TypeRef {
    return n === undefined ? errorTypeRef : this.#withTypes((types) => lowerTypeRef(types, n));
  }

  constRef(n: NodeIndex): ConstRef {
    return this.#withTypes((types) => lowerConst(types, n));
  }

  genericArgs(n: NodeIndex): GenericArgsRef {
    return this.#withTypes((types) => lowerGenericArgs(types, n));
  }

  /** Const expressions inside types are numbered through the whole body. */
  #withTypes<T>(lower: (types: LowerCtx) => T): T {
    const { types } = this.cx;
    types.constExprs = this.#constExprs;
    types.block = this.ribs.block;
    const result = lower(types);
    this.#constExprs = types.constExprs;
    return result;
  }

  path(n: NodeIndex): Path {
    return this.#withTypes((types) => lowerPath(types, n));
  }

  pathRef(n: NodeIndex | undefined): PathRef {
    return { kind: 'Path', path: n === undefined ? plainPath('') : this.path(n) };
  }

  /** A path expression: a local if its only segment names one. */
  pathExpr(n: NodeIndex): ExprId {
    const kind = kindName(this.cx.tree, n);
    if (kind === 'identifier' || kind === 'self' || kind === 'type_identifier') {
      const local = this.#resolveLocal(this.identText(n), this.#contextOf(n));
      if (local !== undefined) return this.alloc({ kind: 'Local', binding: local }, n);
    }
    const path = this.pathRef(n);
    const named =
      kind === 'identifier' ? this.#namedByMacro(this.identText(n), this.#contextOf(n)) : undefined;
    return this.alloc({ kind: 'Path', path: named === undefined ? path : { kind: 'Def', def: named } }, n);
  }

  /**
   * What a name that a `macro` brought along means at the macro's definition. The items that the macro declares itself
   * are nearer, and the caller's are no different from those here: a name that means something here is left alone.
   */
  #namedByMacro(name: string, context: number): DefId | undefined {
    const call = expandedBy(context);
    const macro = call === undefined ? undefined : macroCall(call).def;
    if (macro === undefined || !itemOfKind(this.db, macro, 'MacroRules')?.isMacro2) return undefined;
    if (resolvePath(this.db, this.#resolverHere(), plainPath(name), 'value').res.kind !== 'Err')
      return undefined;
    const { res } = resolvePath(this.db, resolverFor(this.db, macro), plainPath(name), 'value');
    return res.kind === 'Def' ? res.def : undefined;
  }

  /** Which arguments of a call of that path are const arguments in truth. */
  legacyConstGenerics(path: Path): readonly number[] {
    const { res } = resolvePath(this.db, this.#resolverHere(), path, 'value');
    // Only functions of other crates are called so.
    const isForeign = res.kind === 'Def' && defCrate(res.def) !== this.#krate;
    const callee = isForeign ? itemOfKind(this.db, res.def, 'Fn') : undefined;
    if (callee === undefined) return [];
    const { cfg } = crateData(this.db, this.#krate);
    return attrWords(findAttr(callee.attrs, cfg, 'rustc_legacy_const_generics')).map(Number);
  }

  #resolveLocal(name: string, context: number): BindingId | undefined {
    const isItem = (block: HirFileId) => resolvesInBlock(this.db, block, name, 'value');
    for (let ctx: number | undefined = context; ctx !== undefined; ctx = hygieneParent(ctx, this.owner)) {
      const binding = this.ribs.resolveLocal(nameKey(name, ctx), isItem);
      if (binding !== undefined) return binding;
    }
    return undefined;
  }

  // ------------------------------------------------------------------------------------------ cfg and blocks

  /** Named children, without attributes and without what a `#[cfg]` before it switches off. */
  enabledChildren(n: NodeIndex): NodeIndex[] {
    const { tree } = this.cx;
    const result: NodeIndex[] = [];
    let attrs: AttrsBuilder | undefined;
    for (let c = n + 1, end = tree.next[n]!; c < end; c = tree.next[c]!) {
      if (!isNamed(tree, c)) {
        if (nodeText(tree, c) === '_') result.push(c);
        continue;
      }
      const kind = kindName(tree, c);
      if (kind === 'inner_attribute_item') continue;
      if (kind === 'attribute_item') {
        attrs ??= new AttrsBuilder();
        attrs.add(nodeText(tree, c).replace(/^#\s*\[|\]$/g, ''));
        continue;
      }
      if (!attrs || this.#holds(attrs)) result.push(c);
      if (attrs) this.#mark(c, attrs);
      attrs = undefined;
    }
    return result;
  }

  /** Whether the attributes inside the node leave it enabled. */
  isEnabled(n: NodeIndex): boolean {
    const { tree } = this.cx;
    let attrs: AttrsBuilder | undefined;
    for (const c of children(tree, n)) {
      if (kindName(tree, c) !== 'attribute_item') continue;
      attrs ??= new AttrsBuilder();
      attrs.add(nodeText(tree, c).replace(/^#\s*\[|\]$/g, ''));
    }
    return !attrs || this.#holds(attrs);
  }

  /** Whether a node that was listed by {@link enabledChildren} has that attribute, of those that matter. */
  hasAttr(n: NodeIndex, name: string): boolean {
    return this.#marked.get(this.cx.tree)?.get(n)?.includes(name) ?? false;
  }

  #mark(n: NodeIndex, attrs: AttrsBuilder): void {
    const names = attrs
      .build()
      .list.map(({ path }) => path)
      .filter((path) => path === superLet || path === 'rustc_inherit_overflow_checks');
    if (names.length === 0) return;
    const { tree } = this.cx;
    const known = this.#marked.get(tree);
    if (known) known.set(n, names);
    else this.#marked.set(tree, new Map([[n, names]]));
  }

  #holds(attrs: AttrsBuilder): boolean {
    const { cfg } = crateData(this.db, this.#krate);
    return attrs.build().cfg.every((expr) => evaluateCfg(expr, cfg));
  }

  /** Brings the items that a block declares into scope. */
  enterBlockItems(n: NodeIndex): void {
    const { cx } = this;
    cx.blocks ??= new Map(blocksWithItems(this.db, cx.text).map((block, i) => [block, i]));
    const ordinal = cx.blocks.get(n);
    if (ordinal === undefined) return;
    const block = internHirFile({ kind: 'Block', text: cx.text, ordinal });
    const { closure } = this.ribs;
    if (closure) this.#itemClosures.set(block, closure);
    this.ribs.pushItems(block);
  }

  // ------------------------------------------------------------------------------------------ macros

  macroExpr(n: NodeIndex): ExprId {
    const result = this.#expand(n, 'Expr', () => lowerExpr(this, 0));
    return result ?? this.#unresolvedMacro(n);
  }

  /** A macro call as a statement: its statements join those of the block; the value of its tail, if wanted. */
  macroStmts(n: NodeIndex, stmts: Stmt[], isTail: boolean): ExprId | undefined {
    const result = this.#expand(n, 'Stmts', () => {
      const inner = lowerStmts(this, 0, { noTail: !isTail });
      stmts.push(...inner.stmts);
      if (inner.tail === undefined || isTail) return inner;
      stmts.push({ kind: 'Expr', expr: inner.tail, semi: true });
      return { tail: undefined };
    });
    if (result) return result.tail;
    const unresolved = this.#unresolvedMacro(n);
    if (isTail) return unresolved;
    stmts.push({ kind: 'Expr', expr: unresolved, semi: true });
    return undefined;
  }

  macroPat(n: NodeIndex): PatId {
    return this.#expand(n, 'Pat', () => lowerPat(this, 0)) ?? this.allocPat({ kind: 'Missing' }, n);
  }

  #unresolvedMacro(n: NodeIndex): ExprId {
    const macro = childByField(this.cx.tree, n, 'macro');
    const name = macro === undefined ? '' : nodeText(this.cx.tree, macro);
    const id = this.alloc({ kind: 'UnresolvedMacro', name, why: this.#whyUnexpanded(n, name) }, n);
    this.#unresolvedMacros.push(id);
    return id;
  }

  #isTooDeep(): boolean {
    return isTooDeep(this.db, this.#krate, this.cx.depth);
  }

  #whyUnexpanded(n: NodeIndex, name: string): string {
    if (this.#isTooDeep()) return `recursion limit reached while expanding \`${name}!\``;
    const call = this.#callAt(n, 'Expr');
    if (call === undefined) return `macro \`${name}!\` not found`;
    return expansion(this.db, call).error ?? `macro \`${name}!\` says nothing that is known`;
  }

  /** The call at `n`, if its macro is known. */
  #callAt(n: NodeIndex, fragment: FragmentKind): MacroCallId | undefined {
    const { cx } = this;
    const macro = childByField(cx.tree, n, 'macro');
    if (macro === undefined) return undefined;
    const def = resolveMacroAt(this.db, this.#resolverHere(), this.path(macro), cx.text, n);
    if (def === undefined) return undefined;
    cx.ordinals ??= new Map(macroInvocations(cx.tree).map((call, i) => [call, i]));
    const ordinal = cx.ordinals.get(n);
    if (ordinal === undefined) return undefined;
    return internMacroCall({
      krate: this.#krate,
      def,
      fragment,
      site: { kind: 'Body', text: cx.text, ordinal },
    });
  }

  /** Runs `lower` over the expansion of the call at `n`; undefined if it cannot be expanded. */
  #expand<T>(n: NodeIndex, fragment: FragmentKind, lower: () => T): T | undefined {
    const { cx } = this;
    const call = this.#isTooDeep() ? undefined : this.#callAt(n, fragment);
    if (call === undefined) return undefined;
    if (expansion(this.db, call).unknown) return undefined;
    const expanded = expansionTree(this.db, call);
    this.cx = this.#textCx(
      expanded.tree,
      expanded.spans,
      { kind: 'Expansion', call },
      cx.callSite ?? this.#range(n),
      cx.depth + 1,
    );
    try {
      return lower();
    } finally {
      this.cx = cx;
    }
  }
}

function plainPath(name: string): Path {
  return {
    kind: 'Plain',
    supers: 0,
    dollarCrate: undefined,
    qself: undefined,
    traitSegments: 0,
    segments: [{ name, args: undefined }],
  };
}
