/**
 * Types, paths, bounds and generics: from syntax nodes to the position-independent data of `typeRef.ts`.
 *
 * Everything here is total: a node that the parser could not make sense of lowers to `Error`, and whatever stands
 * around it is kept. Body lowering uses the same functions.
 */
import {
  childByField,
  childByKind,
  children,
  isNamed,
  kindName,
  NodeFlag,
  type NodeIndex,
  namedChildren,
  nodeText,
  type SyntaxTree,
} from '../syntax/tree.ts';
import { AttrsBuilder } from './attrText.ts';
import type { CrateId } from './defs.ts';
import type { HirFileId } from './hirFile.ts';
import {
  type AssocBindingRef,
  type Conditional,
  type ConstRef,
  errorTypeRef,
  type GenericArgRef,
  type GenericArgsRef,
  type GenericParamRef,
  type GenericParamsRef,
  noGenerics,
  type Path,
  type PathKind,
  type PathSegment,
  type TypeBound,
  type TypeRef,
  unitTypeRef,
  type WherePredicate,
} from './typeRef.ts';

/** What lowering of types needs to know besides the node. One per item, or one per body. */
export interface LowerCtx {
  readonly tree: SyntaxTree;
  /** How many consts were met: the index of the next. */
  constExprs: number;
  /** In a body: the block with items around the node. */
  block?: HirFileId | undefined;
}

export function lowerCtx(tree: SyntaxTree): LowerCtx {
  return { tree, constExprs: 0 };
}

/** `$crate` of crate N is written so in the text of an expansion; see `hir/macros`. */
export const dollarCratePrefix = '__dollar_crate_';

/** The name of an identifier node, without `r#`. */
export function identName(tree: SyntaxTree, n: NodeIndex): string {
  const text = nodeText(tree, n);
  return text.startsWith('r#') ? text.slice(2) : text;
}

// ---------------------------------------------------------------------------------------------------- paths

interface PathBuilder {
  kind: PathKind;
  supers: number;
  dollarCrate: CrateId | undefined;
  qself: TypeRef | undefined;
  traitSegments: number;
  readonly segments: PathSegment[];
}

export const errorPath: Path = {
  kind: 'Plain',
  supers: 0,
  dollarCrate: undefined,
  qself: undefined,
  traitSegments: 0,
  segments: [],
};

/** Lowers any node that is a path: identifiers, scoped ones, with generic arguments or without. */
export function lowerPath(ctx: LowerCtx, n: NodeIndex): Path {
  const path: PathBuilder = { ...errorPath, segments: [] };
  addToPath(ctx, path, n);
  return path;
}

/** A path of one plain segment. */
export function identPath(name: string): Path {
  return { ...errorPath, segments: [{ name, args: undefined }] };
}

function addToPath(ctx: LowerCtx, path: PathBuilder, n: NodeIndex): void {
  const { tree } = ctx;
  switch (kindName(tree, n)) {
    case 'scoped_identifier':
    case 'scoped_type_identifier': {
      const prefix = childByField(tree, n, 'path');
      if (prefix !== undefined) addToPath(ctx, path, prefix);
      else if (path.segments.length === 0) path.kind = 'Global';
      const name = childByField(tree, n, 'name');
      if (name !== undefined) addToPath(ctx, path, name);
      return;
    }
    case 'generic_type':
    case 'generic_type_with_turbofish':
    case 'generic_function':
    case 'generic_pattern': {
      const args = childByField(tree, n, 'type_arguments');
      const base =
        childByField(tree, n, 'type') ?? childByField(tree, n, 'function') ?? namedChildren(tree, n)[0];
      if (base !== undefined && base !== args) addToPath(ctx, path, base);
      const last = path.segments.pop();
      if (last) {
        path.segments.push({
          name: last.name,
          args: args === undefined ? last.args : lowerGenericArgs(ctx, args),
        });
      }
      return;
    }
    case 'bracketed_type': {
      const inner = namedChildren(tree, n)[0];
      if (inner === undefined) return;
      if (kindName(tree, inner) !== 'qualified_type') {
        path.qself = lowerTypeRef(ctx, inner);
        return;
      }
      const self = childByField(tree, inner, 'type');
      const trait = childByField(tree, inner, 'alias');
      path.qself = self === undefined ? errorTypeRef : lowerTypeRef(ctx, self);
      if (trait !== undefined) {
        addTypePath(ctx, path, trait);
        path.traitSegments = path.segments.length;
      }
      return;
    }
    case 'self':
      if (path.segments.length === 0 && path.kind === 'Plain') path.kind = 'Self';
      else path.segments.push({ name: 'self', args: undefined });
      return;
    case 'super':
      path.kind = 'Super';
      path.supers++;
      return;
    case 'crate':
      path.kind = 'Crate';
      return;
    case 'function_type':
      addTypePath(ctx, path, n);
      return;
    default: {
      const name = identName(tree, n);
      if (path.segments.length === 0 && path.kind === 'Plain') {
        // Tree-sitter reads a lone `self` or `super` in some places as an identifier.
        if (name === 'self') path.kind = 'Self';
        else if (name === 'crate') path.kind = 'Crate';
        else if (name === 'super') {
          path.kind = 'Super';
          path.supers = 1;
        } else if (name.startsWith(dollarCratePrefix)) {
          path.kind = 'DollarCrate';
          path.dollarCrate = Number(name.slice(dollarCratePrefix.length)) as CrateId;
        } else path.segments.push({ name, args: undefined });
        return;
      }
      path.segments.push({ name, args: undefined });
    }
  }
}

/** The path of a trait or type node; `Fn(A) -> B` gets its arguments in parentheses. */
function addTypePath(ctx: LowerCtx, path: PathBuilder, n: NodeIndex): void {
  const { tree } = ctx;
  if (kindName(tree, n) !== 'function_type') {
    addToPath(ctx, path, n);
    return;
  }
  const trait = childByField(tree, n, 'trait');
  if (trait === undefined) return;
  addToPath(ctx, path, trait);
  const last = path.segments.pop();
  if (last) path.segments.push({ name: last.name, args: lowerParenthesizedArgs(ctx, n) });
}

function lowerParenthesizedArgs(ctx: LowerCtx, n: NodeIndex): GenericArgsRef {
  const { tree } = ctx;
  const params = childByField(tree, n, 'parameters');
  const ret = childByField(tree, n, 'return_type');
  const elems = params === undefined ? [] : lowerParameterTypes(ctx, params).types;
  return {
    args: [{ kind: 'Type', ty: { kind: 'Tuple', elems } }],
    bindings: [
      {
        name: 'Output',
        args: undefined,
        ty: ret === undefined ? unitTypeRef : lowerTypeRef(ctx, ret),
        value: undefined,
        bounds: [],
      },
    ],
    parenthesized: true,
  };
}

const literalKinds = new Set([
  'integer_literal',
  'float_literal',
  'boolean_literal',
  'char_literal',
  'string_literal',
  'raw_string_literal',
  'negative_literal',
]);

export function lowerGenericArgs(ctx: LowerCtx, n: NodeIndex): GenericArgsRef {
  const { tree } = ctx;
  const args: GenericArgRef[] = [];
  const bindings: AssocBindingRef[] = [];
  const nodes = namedChildren(tree, n);
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const kind = kindName(tree, node);
    const after = nodes[i + 1];
    if (after !== undefined && kindName(tree, after) === 'trait_bounds') {
      // `Item: Display`
      i++;
      const segment = lowerPath(ctx, node).segments[0];
      bindings.push({
        name: segment?.name ?? '',
        args: segment?.args,
        ty: undefined,
        value: undefined,
        bounds: lowerBounds(ctx, after),
      });
    } else if (kind === 'type_binding') {
      const name = childByField(tree, node, 'name');
      const ownArgs = childByField(tree, node, 'type_arguments');
      const ty = childByField(tree, node, 'type');
      bindings.push({
        name: name === undefined ? '' : identName(tree, name),
        args: ownArgs === undefined ? undefined : lowerGenericArgs(ctx, ownArgs),
        ty: ty === undefined ? errorTypeRef : lowerTypeRef(ctx, ty),
        value: undefined,
        bounds: [],
      });
    } else if (kind === 'lifetime') {
      args.push({ kind: 'Lifetime', name: nodeText(tree, node) });
    } else if (kind === 'block' || literalKinds.has(kind)) {
      args.push({ kind: 'Const', value: lowerConst(ctx, node) });
    } else {
      args.push({ kind: 'Type', ty: lowerTypeRef(ctx, node) });
    }
  }
  return { args, bindings, parenthesized: false };
}

/** A const argument, an array length, or the default of a const parameter. */
export function lowerConst(ctx: LowerCtx, n: NodeIndex): ConstRef {
  const { tree } = ctx;
  const kind = kindName(tree, n);
  const index = ctx.constExprs++;
  if (literalKinds.has(kind)) return { kind: 'Literal', text: nodeText(tree, n) };
  if (kind === 'unary_expression' && /^-\s*\d[\w.]*$/.test(nodeText(tree, n)))
    return { kind: 'Literal', text: nodeText(tree, n).replace(/\s+/g, '') };
  if (kind === 'identifier' && nodeText(tree, n) === '_') return { kind: 'Infer' };
  if (kind === 'identifier' || kind === 'scoped_identifier' || kind === 'generic_function')
    return { kind: 'Path', path: lowerPath(ctx, n), index };
  if (kind === 'block') {
    // `{ N }` and `{ 3 }` are what stands inside them, as in rustc.
    const inner = namedChildren(tree, n);
    if (inner.length === 1) {
      const innerKind = kindName(tree, inner[0]!);
      if (innerKind === 'identifier' || innerKind === 'unary_expression' || literalKinds.has(innerKind)) {
        ctx.constExprs = index;
        return lowerConst(ctx, inner[0]!);
      }
    }
  }
  const { block } = ctx;
  return { kind: 'Expr', text: nodeText(tree, n), index, ...(block !== undefined && { block }) };
}

// ---------------------------------------------------------------------------------------------------- types

export function lowerTypeRef(ctx: LowerCtx, n: NodeIndex): TypeRef {
  const { tree } = ctx;
  if ((tree.flags[n]! & (NodeFlag.Error | NodeFlag.Missing)) !== 0) return errorTypeRef;
  switch (kindName(tree, n)) {
    case 'type_identifier':
    case 'identifier':
      if (nodeText(tree, n) === '_') return { kind: 'Infer' };
      // In disguise (`syntax/dialect.ts`).
      if (nodeText(tree, n) === '()') return { kind: 'Tuple', elems: [] };
      return { kind: 'Path', path: lowerPath(ctx, n) };
    case '_':
      return { kind: 'Infer' };
    case 'primitive_type':
    case 'scoped_type_identifier':
    case 'scoped_identifier':
    case 'generic_type':
    case 'self':
      return { kind: 'Path', path: lowerPath(ctx, n) };
    case 'unit_type':
      return unitTypeRef;
    case 'tuple_type': {
      const elems = namedChildren(tree, n).map((c) => lowerTypeRef(ctx, c));
      // `(T)` is T: without a comma the parentheses only group.
      if (elems.length === 1 && childByKind(tree, n, ',') === undefined) return elems[0]!;
      return { kind: 'Tuple', elems };
    }
    case 'reference_type': {
      const lifetime = childByKind(tree, n, 'lifetime');
      return {
        kind: 'Ref',
        lifetime: lifetime === undefined ? undefined : nodeText(tree, lifetime),
        mutable: childByKind(tree, n, 'mutable_specifier') !== undefined,
        inner: lowerTypeField(ctx, n, 'type'),
      };
    }
    case 'pointer_type':
      return {
        kind: 'RawPtr',
        mutable: childByKind(tree, n, 'mutable_specifier') !== undefined,
        inner: lowerTypeField(ctx, n, 'type'),
      };
    case 'array_type': {
      const inner = lowerTypeField(ctx, n, 'element');
      const length = childByField(tree, n, 'length');
      if (length === undefined) return { kind: 'Slice', inner };
      return { kind: 'Array', inner, len: lowerConst(ctx, length) };
    }
    case 'never_type':
      return { kind: 'Never' };
    case 'function_type':
      return lowerFunctionType(ctx, n);
    case 'macro_invocation': {
      const { path, args } = lowerMacroInvocation(ctx, n);
      return { kind: 'Macro', path, args };
    }
    case 'abstract_type':
    case 'dynamic_type':
    case 'bounded_type':
    case 'removed_trait_bound':
    case 'higher_ranked_trait_bound':
      return lowerBoundedType(ctx, n);
    default:
      return errorTypeRef;
  }
}

function lowerTypeField(ctx: LowerCtx, n: NodeIndex, field: string): TypeRef {
  const node = childByField(ctx.tree, n, field);
  return node === undefined ? errorTypeRef : lowerTypeRef(ctx, node);
}

function lowerFunctionType(ctx: LowerCtx, n: NodeIndex): TypeRef {
  const { tree } = ctx;
  if (childByField(tree, n, 'trait') !== undefined) {
    const path: PathBuilder = { ...errorPath, segments: [] };
    addTypePath(ctx, path, n);
    return { kind: 'Path', path };
  }
  const modifiers = childByKind(tree, n, 'function_modifiers');
  const parameters = childByField(tree, n, 'parameters');
  const ret = childByField(tree, n, 'return_type');
  const { types, isVarargs } =
    parameters === undefined ? { types: [], isVarargs: false } : lowerParameterTypes(ctx, parameters);
  return {
    kind: 'FnPtr',
    lifetimes: forLifetimes(tree, n),
    params: types,
    ret: ret === undefined ? unitTypeRef : lowerTypeRef(ctx, ret),
    isUnsafe: modifiers !== undefined && childByKind(tree, modifiers, 'unsafe') !== undefined,
    abi: modifiers === undefined ? undefined : lowerAbi(tree, modifiers),
    isVarargs,
  };
}

/** The ABI of an `extern "C"` among the children: `C` when none is named. */
export function lowerAbi(tree: SyntaxTree, n: NodeIndex): string | undefined {
  const modifier = childByKind(tree, n, 'extern_modifier');
  if (modifier === undefined) return undefined;
  const abi = childByKind(tree, modifier, 'string_literal');
  return abi === undefined ? 'C' : nodeText(tree, abi).replace(/^\w*"|"$/g, '');
}

/** The types in the parentheses of a function pointer or `Fn(…)`. */
function lowerParameterTypes(ctx: LowerCtx, n: NodeIndex): { types: TypeRef[]; isVarargs: boolean } {
  const { tree } = ctx;
  const types: TypeRef[] = [];
  let isVarargs = false;
  for (const c of children(tree, n)) {
    const kind = kindName(tree, c);
    if (kind === 'parameter') types.push(lowerTypeField(ctx, c, 'type'));
    else if (kind === 'variadic_parameter') isVarargs = true;
    else if (kind === '_') types.push({ kind: 'Infer' });
    else if (isNamed(tree, c) && kind !== 'attribute_item') types.push(lowerTypeRef(ctx, c));
  }
  return { types, isVarargs };
}

function forLifetimes(tree: SyntaxTree, n: NodeIndex): string[] {
  const binder = childByKind(tree, n, 'for_lifetimes') ?? childByKind(tree, n, 'type_parameters');
  if (binder === undefined) return [];
  const names: string[] = [];
  for (const c of namedChildren(tree, binder)) {
    const kind = kindName(tree, c);
    if (kind === 'lifetime') names.push(nodeText(tree, c));
    else if (kind === 'lifetime_parameter') {
      const name = childByField(tree, c, 'name');
      if (name !== undefined) names.push(nodeText(tree, name));
    }
  }
  return names;
}

/** `impl A + B`, `dyn A + 'a`, and the bare `A + B` of the 2015 edition. */
function lowerBoundedType(ctx: LowerCtx, n: NodeIndex): TypeRef {
  const { tree } = ctx;
  const bounds: TypeBound[] = [];
  let isImpl = false;
  const add = (node: NodeIndex): void => {
    switch (kindName(tree, node)) {
      case 'bounded_type':
        for (const c of namedChildren(tree, node)) add(c);
        return;
      case 'abstract_type': {
        isImpl = true;
        const trait = childByField(tree, node, 'trait');
        const lifetimes = forLifetimes(tree, node);
        const from = bounds.length;
        if (trait !== undefined) add(trait);
        const first = bounds[from];
        if (first?.kind === 'Trait' && lifetimes.length > 0)
          bounds[from] = { ...first, lifetimes: [...lifetimes, ...first.lifetimes] };
        return;
      }
      case 'dynamic_type': {
        const trait = childByField(tree, node, 'trait');
        if (trait !== undefined) add(trait);
        return;
      }
      case 'tuple_type': {
        // `dyn (A)`: parentheses around one bound.
        for (const c of namedChildren(tree, node)) add(c);
        return;
      }
      default:
        bounds.push(...lowerBound(ctx, node));
    }
  };
  add(n);
  return { kind: isImpl ? 'ImplTrait' : 'DynTrait', bounds };
}

// --------------------------------------------------------------------------------------------------- bounds

/** The bounds of a `trait_bounds` node. */
export function lowerBounds(ctx: LowerCtx, n: NodeIndex): TypeBound[] {
  return namedChildren(ctx.tree, n).flatMap((c) => lowerBound(ctx, c));
}

/** One bound; `A + B` in one node gives several. */
export function lowerBound(ctx: LowerCtx, n: NodeIndex): TypeBound[] {
  const { tree } = ctx;
  switch (kindName(tree, n)) {
    case 'lifetime':
      return [{ kind: 'Lifetime', name: nodeText(tree, n) }];
    case 'use_bounds':
      return [{ kind: 'Use' }];
    case 'bounded_type':
    case 'tuple_type':
      return namedChildren(tree, n).flatMap((c) => lowerBound(ctx, c));
    case 'removed_trait_bound': {
      const inner = namedChildren(tree, n)[0];
      if (inner === undefined) return [];
      return lowerBound(ctx, inner).map((b) => (b.kind === 'Trait' ? { ...b, modifier: 'maybe' } : b));
    }
    case 'higher_ranked_trait_bound': {
      const inner = childByField(tree, n, 'type');
      if (inner === undefined) return [];
      const lifetimes = forLifetimes(tree, n);
      return lowerBound(ctx, inner).map((b, i) =>
        i === 0 && b.kind === 'Trait' ? { ...b, lifetimes: [...lifetimes, ...b.lifetimes] } : b,
      );
    }
    case 'type_identifier':
    case 'identifier':
    case 'primitive_type':
    case 'scoped_type_identifier':
    case 'scoped_identifier':
    case 'generic_type':
      return [{ kind: 'Trait', path: lowerPath(ctx, n), modifier: 'none', lifetimes: [] }];
    case 'function_type': {
      const path: PathBuilder = { ...errorPath, segments: [] };
      addTypePath(ctx, path, n);
      if (path.segments.length === 0) return [];
      return [{ kind: 'Trait', path, modifier: 'none', lifetimes: forLifetimes(tree, n) }];
    }
    default:
      return [];
  }
}

// ------------------------------------------------------------------------------------------------- generics

/** The generics of an item: its `type_parameters` and every `where` clause among its children. */
export function lowerGenerics(ctx: LowerCtx, item: NodeIndex): GenericParamsRef {
  const { tree } = ctx;
  const list = childByField(tree, item, 'type_parameters') ?? childByKind(tree, item, 'type_parameters');
  const params: GenericParamRef[] = [];
  let attrs: AttrsBuilder | undefined;
  for (const c of list === undefined ? [] : namedChildren(tree, list)) {
    if (kindName(tree, c) === 'attribute_item') {
      const attribute = childByKind(tree, c, 'attribute');
      if (attribute !== undefined) (attrs ??= new AttrsBuilder()).add(nodeText(tree, attribute));
      continue;
    }
    lowerGenericParam(ctx, c, conditionOf(attrs), params);
    attrs = undefined;
  }
  const wherePredicates: WherePredicate[] = [];
  for (const c of namedChildren(tree, item)) {
    if (kindName(tree, c) !== 'where_clause') continue;
    for (const p of namedChildren(tree, c)) {
      if (kindName(tree, p) === 'where_predicate') wherePredicates.push(lowerWherePredicate(ctx, p));
    }
  }
  return params.length === 0 && wherePredicates.length === 0 ? noGenerics : { params, wherePredicates };
}

/** What the attributes of a parameter say of its being there. */
export function conditionOf(attrs: AttrsBuilder | undefined): Conditional {
  const cfg = attrs?.build().cfg ?? [];
  return cfg.length === 0 ? {} : { cfg };
}

function lowerGenericParam(
  ctx: LowerCtx,
  n: NodeIndex,
  condition: Conditional,
  params: GenericParamRef[],
): void {
  const { tree } = ctx;
  const nameNode = childByField(tree, n, 'name');
  if (nameNode === undefined) return;
  const boundsNode = childByField(tree, n, 'bounds');
  switch (kindName(tree, n)) {
    case 'lifetime_parameter':
      params.push({
        ...condition,
        kind: 'Lifetime',
        name: nodeText(tree, nameNode),
        bounds:
          boundsNode === undefined
            ? []
            : lowerBounds(ctx, boundsNode).flatMap((b) => (b.kind === 'Lifetime' ? [b.name] : [])),
      });
      return;
    case 'type_parameter': {
      const fallback = childByField(tree, n, 'default_type');
      params.push({
        ...condition,
        kind: 'Type',
        name: identName(tree, nameNode),
        bounds: boundsNode === undefined ? [] : lowerBounds(ctx, boundsNode),
        default: fallback === undefined ? undefined : lowerTypeRef(ctx, fallback),
      });
      return;
    }
    case 'const_parameter': {
      const fallback = childByField(tree, n, 'value');
      params.push({
        ...condition,
        kind: 'Const',
        name: identName(tree, nameNode),
        ty: lowerTypeField(ctx, n, 'type'),
        default: fallback === undefined ? undefined : lowerConst(ctx, fallback),
      });
    }
  }
}

function lowerWherePredicate(ctx: LowerCtx, n: NodeIndex): WherePredicate {
  const { tree } = ctx;
  const left = childByField(tree, n, 'left');
  const boundsNode = childByField(tree, n, 'bounds');
  const bounds = boundsNode === undefined ? [] : lowerBounds(ctx, boundsNode);
  if (left === undefined || kindName(tree, left) === 'lifetime') {
    const outlived = bounds.flatMap((bound) => (bound.kind === 'Lifetime' ? [bound.name] : []));
    return {
      kind: 'Outlives',
      lifetimes: left === undefined ? outlived : [nodeText(tree, left), ...outlived],
    };
  }
  if (kindName(tree, left) === 'higher_ranked_trait_bound') {
    return {
      kind: 'Bound',
      lifetimes: forLifetimes(tree, left),
      ty: lowerTypeField(ctx, left, 'type'),
      bounds,
    };
  }
  return { kind: 'Bound', lifetimes: [], ty: lowerTypeRef(ctx, left), bounds };
}

// --------------------------------------------------------------------------------------------------- macros

/** The path of a macro call and the text between its delimiters. */
export function lowerMacroInvocation(ctx: LowerCtx, n: NodeIndex): { path: Path; args: string } {
  const { tree } = ctx;
  const macro = childByField(tree, n, 'macro');
  const tokens = childByKind(tree, n, 'token_tree');
  return {
    path: macro === undefined ? errorPath : lowerPath(ctx, macro),
    args: tokens === undefined ? '' : tree.text.slice(tree.start[tokens]! + 1, tree.end[tokens]! - 1),
  };
}
