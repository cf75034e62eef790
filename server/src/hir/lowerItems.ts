/**
 * Items: from a syntax tree to an {@link ItemTree} and, beside it, where each item stands.
 *
 * One pass over the children of the node that declares the items (a file, an expansion, a block); containers
 * (modules, impls, traits, foreign modules) are entered, bodies never. Half-typed code is normal: an `ERROR` node is
 * looked into for whole items, and an item that lacks a part gets what it has.
 *
 * What all items have is spread last: V8 (11.3) gives each object whose literal begins with a spread and adds to it a
 * hidden class of its own, which for some hundred thousand items is as much memory again, and slow to read.
 */
import {
  childByField,
  childByKind,
  children,
  kindName,
  NodeFlag,
  type NodeIndex,
  namedChildren,
  nodeText,
  type SyntaxTree,
} from '../syntax/tree.ts';
import { AttrsBuilder, noAttrs } from './attrText.ts';
import { mayDeclareItems } from './itemKeywords.ts';
import { type ItemRange, ItemRanges } from './itemRanges.ts';
import type {
  Attrs,
  FieldRef,
  FieldsKind,
  FnItem,
  Item,
  ItemId,
  ItemSourceMap,
  ItemTree,
  ParamRef,
  UseTree,
  VariantRef,
  Visibility,
} from './itemTree.ts';
import {
  conditionOf,
  errorPath,
  identName,
  identPath,
  type LowerCtx,
  lowerAbi,
  lowerBound,
  lowerBounds,
  lowerCtx,
  lowerGenerics,
  lowerMacroInvocation,
  lowerPath,
  lowerTypeRef,
} from './lowerTypes.ts';
import { errorTypeRef, type Path, type TypeRef, unitTypeRef } from './typeRef.ts';

const privateVisibility: Visibility = { kind: 'Private' };
const publicVisibility: Visibility = { kind: 'Public' };
const selfType: TypeRef = { kind: 'Path', path: identPath('Self') };

/** `global_asm!` expands to a call of this name, which stands for the assembly itself. */
export const globalAsmMarker = '__monolens_global_asm';

export interface LoweredItems {
  readonly tree: ItemTree;
  readonly map: ItemSourceMap;
}

export interface LowerItemsOptions {
  /** The node is a block of a body: macro calls in it are statements and belong to body lowering. */
  readonly isBlock?: boolean;
}

/** Lowers what the node's children declare. */
export function lowerItems(
  tree: SyntaxTree,
  node: NodeIndex,
  { isBlock = false }: LowerItemsOptions = {},
): LoweredItems {
  const lowering = new ItemLowering(tree, isBlock);
  const inner = new AttrsBuilder();
  const roots = lowering.container(node, inner, false);
  return {
    tree: { items: lowering.items, roots, attrs: inner.build() },
    map: { ranges: ItemRanges.of(lowering.ranges) },
  };
}

/** Whether a child of a block declares an item. */
export function declaresItem(kind: string): boolean {
  return itemKinds.has(kind);
}

const itemKinds = new Set([
  'function_item',
  'function_signature_item',
  'struct_item',
  'union_item',
  'enum_item',
  'trait_item',
  'impl_item',
  'mod_item',
  'use_declaration',
  'extern_crate_declaration',
  'foreign_mod_item',
  'type_item',
  'associated_type',
  'const_item',
  'static_item',
  'macro_definition',
]);

class ItemLowering {
  readonly items: Item[] = [];
  readonly ranges: ItemRange[] = [];
  readonly tree: SyntaxTree;
  readonly #isBlock: boolean;
  /** How many containers the item that is being lowered stands in. */
  #depth = 0;
  /** Where the item that is being lowered begins, its attributes and the comments before it included. */
  #outerStart = 0;

  constructor(tree: SyntaxTree, isBlock: boolean) {
    this.tree = tree;
    this.#isBlock = isBlock;
  }

  /** The items among the children of a node, in order. Inner attributes go to `inner`. */
  container(node: NodeIndex, inner: AttrsBuilder | undefined, isForeign: boolean): ItemId[] {
    const ids: ItemId[] = [];
    this.#depth++;
    this.#collect(node, ids, inner, isForeign, 0);
    this.#depth--;
    return ids;
  }

  #collect(
    node: NodeIndex,
    ids: ItemId[],
    inner: AttrsBuilder | undefined,
    isForeign: boolean,
    errorDepth: number,
  ): void {
    const { tree } = this;
    let attrs: AttrsBuilder | undefined;
    let previousEnd = node === 0 ? 0 : tree.start[node]!;
    const end = tree.next[node]!;
    for (let c = node + 1; c < end; c = tree.next[c]!) {
      const kind = kindName(tree, c);
      if (kind === 'inner_attribute_item') previousEnd = tree.end[c]!;
      if (kind === 'attribute_item' || kind === 'inner_attribute_item') {
        const attribute = childByKind(tree, c, 'attribute');
        if (attribute === undefined) continue;
        if (kind === 'attribute_item') (attrs ??= new AttrsBuilder()).add(nodeText(tree, attribute));
        else inner?.add(nodeText(tree, attribute));
        continue;
      }
      if ((tree.flags[c]! & NodeFlag.Error) !== 0) {
        // Whole items inside of what could not be parsed.
        if (errorDepth < 8) this.#collect(c, ids, undefined, isForeign, errorDepth + 1);
        attrs = undefined;
        previousEnd = tree.end[c]!;
        continue;
      }
      this.#outerStart = previousEnd;
      const id = this.#item(c, kind, attrs?.build() ?? noAttrs, isForeign);
      if (id !== undefined) ids.push(id);
      attrs = undefined;
      previousEnd = tree.end[c]!;
    }
  }

  #add(
    node: NodeIndex,
    item: Item,
    name: NodeIndex | undefined,
    body?: NodeIndex,
    bodyRange?: readonly [start: number, end: number],
  ): ItemId {
    const { tree } = this;
    const start = tree.start[node]!;
    const [bodyStart, bodyEnd] =
      bodyRange ?? (body === undefined ? [-1, -1] : [tree.start[body]!, tree.end[body]!]);
    this.ranges.push({
      outerStart: this.#outerStart,
      start,
      end: tree.end[node]!,
      nameStart: name === undefined ? start : tree.start[name]!,
      nameEnd: name === undefined ? start : tree.end[name]!,
      bodyStart,
      bodyEnd,
    });
    this.items.push(item);
    return this.items.length - 1;
  }

  #item(node: NodeIndex, kind: string, attrs: Attrs, isForeign: boolean): ItemId | undefined {
    const { tree } = this;
    if (kind === 'expression_statement') {
      const call = namedChildren(tree, node)[0];
      return call !== undefined && kindName(tree, call) === 'macro_invocation'
        ? this.#macroCall(call, attrs)
        : undefined;
    }
    if (kind === 'macro_invocation') return this.#macroCall(node, attrs);
    if (!itemKinds.has(kind)) return undefined;

    const ctx = lowerCtx(tree);
    const nameNode = childByField(tree, node, 'name');
    const name = nameNode === undefined ? '' : identName(tree, nameNode);
    const visibility = this.#visibility(ctx, node);
    const base = { name, attrs, visibility };
    const body = childByField(tree, node, 'body');
    switch (kind) {
      case 'function_item':
      case 'function_signature_item': {
        const hasBody = kind === 'function_item' && body !== undefined;
        return this.#add(
          node,
          this.#fn(ctx, node, base, body, isForeign),
          nameNode,
          hasBody ? body : undefined,
        );
      }
      case 'struct_item':
      case 'union_item': {
        const generics = lowerGenerics(ctx, node);
        const { fieldsKind, fields } = this.#fields(ctx, body);
        return this.#add(
          node,
          { kind: kind === 'union_item' ? 'Union' : 'Struct', generics, fieldsKind, fields, ...base },
          nameNode,
        );
      }
      case 'enum_item': {
        const generics = lowerGenerics(ctx, node);
        const variants = body === undefined ? [] : this.#variants(ctx, body);
        return this.#add(node, { kind: 'Enum', generics, variants, ...base }, nameNode);
      }
      case 'trait_item': {
        const generics = lowerGenerics(ctx, node);
        const bounds = childByField(tree, node, 'bounds');
        const header = tree.text.slice(
          tree.start[node],
          nameNode === undefined ? undefined : tree.start[nameNode],
        );
        return this.#withItems(node, nameNode, body, false, (items) => ({
          kind: 'Trait',
          generics,
          supertraits: bounds === undefined ? [] : lowerBounds(ctx, bounds),
          items,
          // `auto` was blanked out for the parser, but stands in the text.
          isAuto: /\bauto\s+trait\s+$/.test(header),
          ...base,
        }));
      }
      case 'impl_item':
        return this.#impl(ctx, node, base, body);
      case 'mod_item': {
        const keyword = childByKind(tree, node, 'mod');
        // `macro` is disguised as `mod` for the parser.
        if (keyword !== undefined && tree.text.startsWith('mac', tree.start[keyword]))
          return this.#macro2(node, base, nameNode);
        if (body === undefined) return this.#add(node, { kind: 'Mod', inline: undefined, ...base }, nameNode);
        const inner = new AttrsBuilder();
        inner.addAll(attrs);
        return this.#withItems(
          node,
          nameNode,
          body,
          false,
          (items) => ({ kind: 'Mod', inline: items, ...base, attrs: inner.build() }),
          inner,
        );
      }
      case 'foreign_mod_item': {
        const abi = lowerAbi(tree, node) ?? 'C';
        return this.#withItems(node, undefined, body, true, (items) => ({
          kind: 'ForeignMod',
          abi,
          items,
          ...base,
        }));
      }
      case 'use_declaration': {
        const argument = childByField(tree, node, 'argument');
        if (argument === undefined) return undefined;
        return this.#add(node, { kind: 'Use', tree: lowerUseTree(ctx, argument), ...base }, undefined);
      }
      case 'extern_crate_declaration': {
        const alias = childByField(tree, node, 'alias');
        return this.#add(
          node,
          {
            kind: 'ExternCrate',
            crate: name,
            alias: alias === undefined ? undefined : identName(tree, alias),
            ...base,
            name: alias === undefined ? name : identName(tree, alias),
          },
          alias ?? nameNode,
        );
      }
      case 'type_item':
      case 'associated_type': {
        const generics = lowerGenerics(ctx, node);
        const bounds = childByField(tree, node, 'bounds');
        const ty = childByField(tree, node, 'type');
        const keyword = childByKind(tree, node, 'type');
        // `trait A = B + C;` is disguised as `type A = B + C;` for the parser.
        if (keyword !== undefined && tree.text.startsWith('tra', tree.start[keyword])) {
          const aliased = ty === undefined ? [] : lowerBound(ctx, ty);
          return this.#add(node, { kind: 'TraitAlias', generics, bounds: aliased, ...base }, nameNode);
        }
        return this.#add(
          node,
          {
            kind: 'TyAlias',
            generics,
            bounds: bounds === undefined ? [] : lowerBounds(ctx, bounds),
            ty: ty === undefined ? undefined : lowerTypeRef(ctx, ty),
            ...base,
          },
          nameNode,
        );
      }
      case 'const_item':
      case 'static_item': {
        const ty = childByField(tree, node, 'type');
        const value = childByField(tree, node, 'value');
        const shared = {
          ty: ty === undefined ? errorTypeRef : lowerTypeRef(ctx, ty),
          hasBody: value !== undefined,
          innerItems: value !== undefined && this.#mayDeclareItems(value),
          ...base,
        };
        const item: Item =
          kind === 'const_item'
            ? { kind: 'Const', generics: lowerGenerics(ctx, node), ...shared }
            : {
                kind: 'Static',
                isMut: childByKind(tree, node, 'mutable_specifier') !== undefined,
                isForeign,
                ...shared,
              };
        return this.#add(node, item, nameNode, value);
      }
      case 'macro_definition': {
        if (nameNode === undefined) return undefined;
        const range = insideDelimiters(tree.text, tree.end[nameNode]!, tree.end[node]!);
        const rules = tree.text.slice(...range);
        return this.#add(
          node,
          { kind: 'MacroRules', body: rules, isMacro2: false, ...base },
          nameNode,
          undefined,
          range,
        );
      }
      default:
        return undefined;
    }
  }

  /** Adds a container before its children: parents come first. */
  #withItems(
    node: NodeIndex,
    name: NodeIndex | undefined,
    body: NodeIndex | undefined,
    isForeign: boolean,
    make: (items: readonly ItemId[]) => Item,
    inner?: AttrsBuilder,
  ): ItemId {
    const id = this.#add(node, make([]), name);
    const items = body === undefined ? [] : this.container(body, inner, isForeign);
    this.items[id] = make(items);
    return id;
  }

  #macroCall(node: NodeIndex, attrs: Attrs): ItemId | undefined {
    // A call in a block is a statement, and expanded with the body; one in a module or impl there is an item.
    if (this.#isBlock && this.#depth === 1) return undefined;
    const ctx = lowerCtx(this.tree);
    const { path, args } = lowerMacroInvocation(ctx, node);
    const macro = childByField(this.tree, node, 'macro');
    const name = path.segments[path.segments.length - 1]?.name ?? '';
    if (name === globalAsmMarker)
      return this.#add(node, { name: '', attrs, visibility: privateVisibility, kind: 'GlobalAsm' }, macro);
    const range =
      macro === undefined
        ? undefined
        : insideDelimiters(this.tree.text, this.tree.end[macro]!, this.tree.end[node]!);
    return this.#add(
      node,
      { name, attrs, visibility: privateVisibility, kind: 'MacroCall', path, args },
      macro,
      undefined,
      range,
    );
  }

  #macro2(node: NodeIndex, base: ItemBase, name: NodeIndex | undefined): ItemId {
    const { tree } = this;
    const range = [name === undefined ? tree.end[node]! : tree.end[name]!, tree.end[node]!] as const;
    const body = tree.text.slice(...range);
    return this.#add(node, { kind: 'MacroRules', body, isMacro2: true, ...base }, name, undefined, range);
  }

  #impl(ctx: LowerCtx, node: NodeIndex, base: ItemBase, body: NodeIndex | undefined): ItemId {
    const { tree } = this;
    const generics = lowerGenerics(ctx, node);
    const trait = childByField(tree, node, 'trait');
    const type = childByField(tree, node, 'type');
    const traitPath: Path | undefined = trait === undefined ? undefined : lowerPath(ctx, trait);
    const selfTy = type === undefined ? errorTypeRef : lowerTypeRef(ctx, type);
    const isNegative = trait !== undefined && childByKind(tree, node, '!') !== undefined;
    return this.#withItems(node, undefined, body, false, (items) => ({
      kind: 'Impl',
      generics,
      traitPath,
      isNegative,
      selfTy,
      items,
      ...base,
    }));
  }

  #fn(
    ctx: LowerCtx,
    node: NodeIndex,
    base: ItemBase,
    body: NodeIndex | undefined,
    isForeign: boolean,
  ): FnItem & ItemBase {
    const { tree } = this;
    const generics = lowerGenerics(ctx, node);
    const modifiers = childByKind(tree, node, 'function_modifiers');
    const has = (word: string) => modifiers !== undefined && childByKind(tree, modifiers, word) !== undefined;
    const parameters = childByField(tree, node, 'parameters');
    const params: ParamRef[] = [];
    let hasSelf = false;
    let isVarargs = false;
    let attrs: AttrsBuilder | undefined;
    const add = (ty: TypeRef) => {
      params.push({ ...conditionOf(attrs), ty });
      attrs = undefined;
    };
    if (parameters !== undefined) {
      for (const c of children(tree, parameters)) {
        const kind = kindName(tree, c);
        if (kind === 'attribute_item') {
          const attribute = childByKind(tree, c, 'attribute');
          if (attribute !== undefined) (attrs ??= new AttrsBuilder()).add(nodeText(tree, attribute));
          continue;
        }
        if (kind === 'self_parameter') {
          hasSelf = true;
          add(selfParameterType(tree, c));
        } else if (kind === 'parameter') {
          const pattern = childByField(tree, c, 'pattern');
          const ty = childByField(tree, c, 'type');
          if (params.length === 0 && pattern !== undefined && nodeText(tree, pattern) === 'self')
            hasSelf = true;
          add(ty === undefined ? errorTypeRef : lowerTypeRef(ctx, ty));
        } else if (kind === 'variadic_parameter') isVarargs = true;
        else if (kind === '_') add(errorTypeRef);
        else if ((tree.flags[c]! & NodeFlag.Named) !== 0 && kind !== 'ERROR') add(lowerTypeRef(ctx, c)); // the 2015 edition's parameters without a name
      }
    }
    const ret = childByField(tree, node, 'return_type');
    return {
      kind: 'Fn',
      generics,
      params,
      hasSelf,
      ret: ret === undefined ? unitTypeRef : lowerTypeRef(ctx, ret),
      isAsync: has('async'),
      isConst: has('const'),
      isUnsafe: has('unsafe'),
      isDefault: has('default'),
      isVarargs,
      isForeign,
      abi: modifiers === undefined ? undefined : lowerAbi(tree, modifiers),
      hasBody: body !== undefined,
      innerItems: body !== undefined && this.#mayDeclareItems(body),
      ...base,
    };
  }

  #mayDeclareItems(node: NodeIndex): boolean {
    return mayDeclareItems(nodeText(this.tree, node));
  }

  #fields(ctx: LowerCtx, body: NodeIndex | undefined): { fieldsKind: FieldsKind; fields: FieldRef[] } {
    if (body === undefined) return { fieldsKind: 'Unit', fields: [] };
    const { tree } = this;
    const fields: FieldRef[] = [];
    let attrs: AttrsBuilder | undefined;
    const takeAttrs = (): Attrs => {
      const built = attrs?.build() ?? noAttrs;
      attrs = undefined;
      return built;
    };
    const isTuple = kindName(tree, body) === 'ordered_field_declaration_list';
    let visibility = privateVisibility;
    for (const c of namedChildren(tree, body)) {
      const kind = kindName(tree, c);
      if (kind === 'attribute_item') {
        const attribute = childByKind(tree, c, 'attribute');
        if (attribute !== undefined) (attrs ??= new AttrsBuilder()).add(nodeText(tree, attribute));
      } else if (isTuple) {
        if (kind === 'visibility_modifier') visibility = lowerVisibility(ctx, c);
        else if (kind !== 'ERROR') {
          fields.push({ name: `${fields.length}`, ty: lowerTypeRef(ctx, c), visibility, attrs: takeAttrs() });
          visibility = privateVisibility;
        }
      } else if (kind === 'field_declaration') {
        const name = childByField(tree, c, 'name');
        const ty = childByField(tree, c, 'type');
        fields.push({
          name: name === undefined ? '' : identName(tree, name),
          ty: ty === undefined ? errorTypeRef : lowerTypeRef(ctx, ty),
          visibility: this.#visibility(ctx, c),
          attrs: takeAttrs(),
        });
      }
    }
    return { fieldsKind: isTuple ? 'Tuple' : 'Named', fields };
  }

  #variants(ctx: LowerCtx, body: NodeIndex): VariantRef[] {
    const { tree } = this;
    const variants: VariantRef[] = [];
    let attrs: AttrsBuilder | undefined;
    for (const c of namedChildren(tree, body)) {
      const kind = kindName(tree, c);
      if (kind === 'attribute_item') {
        const attribute = childByKind(tree, c, 'attribute');
        if (attribute !== undefined) (attrs ??= new AttrsBuilder()).add(nodeText(tree, attribute));
      } else if (kind === 'enum_variant') {
        const name = childByField(tree, c, 'name');
        const value = childByField(tree, c, 'value');
        variants.push({
          name: name === undefined ? '' : identName(tree, name),
          ...this.#fields(ctx, childByField(tree, c, 'body')),
          attrs: attrs?.build() ?? noAttrs,
          discriminant: value === undefined ? undefined : nodeText(tree, value),
        });
        attrs = undefined;
      }
    }
    return variants;
  }

  #visibility(ctx: LowerCtx, node: NodeIndex): Visibility {
    const modifier = childByKind(this.tree, node, 'visibility_modifier');
    return modifier === undefined ? privateVisibility : lowerVisibility(ctx, modifier);
  }
}

/** What stands between the first opening delimiter and the last closing one of a text. */
function insideDelimiters(text: string, from: number, to: number): [start: number, end: number] {
  let start = from;
  while (start < to && !'([{'.includes(text[start]!)) start++;
  let end = to;
  while (end > start + 1 && !')]}'.includes(text[end - 1]!)) end--;
  return [Math.min(start + 1, to), Math.max(end - 1, Math.min(start + 1, to))];
}

type ItemBase = Pick<Item, 'name' | 'attrs' | 'visibility'>;

export function lowerVisibility(ctx: LowerCtx, node: NodeIndex): Visibility {
  const inner = namedChildren(ctx.tree, node)[0];
  if (inner === undefined) return publicVisibility;
  return { kind: 'Restricted', path: lowerPath(ctx, inner) };
}

/** `&'a mut self` is `&'a mut Self`. */
function selfParameterType(tree: SyntaxTree, node: NodeIndex): TypeRef {
  if (childByKind(tree, node, '&') === undefined) return selfType;
  const lifetime = childByKind(tree, node, 'lifetime');
  return {
    kind: 'Ref',
    lifetime: lifetime === undefined ? undefined : nodeText(tree, lifetime),
    mutable: childByKind(tree, node, 'mutable_specifier') !== undefined,
    inner: selfType,
  };
}

export function lowerUseTree(ctx: LowerCtx, node: NodeIndex): UseTree {
  const { tree } = ctx;
  switch (kindName(tree, node)) {
    case 'use_as_clause': {
      const path = childByField(tree, node, 'path');
      const alias = childByField(tree, node, 'alias');
      return {
        kind: 'Simple',
        path: path === undefined ? errorPath : lowerPath(ctx, path),
        alias: alias === undefined ? undefined : identName(tree, alias),
      };
    }
    case 'use_wildcard': {
      const path = namedChildren(tree, node)[0];
      const isGlobal = tree.text.startsWith('::', tree.start[node]);
      if (path === undefined)
        return { kind: 'Glob', path: isGlobal ? { ...errorPath, kind: 'Global' } : errorPath };
      return { kind: 'Glob', path: lowerPath(ctx, path) };
    }
    case 'use_list':
      return { kind: 'Nested', prefix: undefined, trees: useTrees(ctx, node) };
    case 'scoped_use_list': {
      const path = childByField(tree, node, 'path');
      const list = childByField(tree, node, 'list');
      return {
        kind: 'Nested',
        prefix: path === undefined ? { ...errorPath, kind: 'Global' } : lowerPath(ctx, path),
        trees: list === undefined ? [] : useTrees(ctx, list),
      };
    }
    default:
      return { kind: 'Simple', path: lowerPath(ctx, node), alias: undefined };
  }
}

function useTrees(ctx: LowerCtx, list: NodeIndex): UseTree[] {
  return namedChildren(ctx.tree, list)
    .filter((c) => kindName(ctx.tree, c) !== 'ERROR')
    .map((c) => lowerUseTree(ctx, c));
}
