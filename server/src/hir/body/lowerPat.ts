/**
 * Patterns, from syntax to {@link Pat}. An identifier alone may be a binding or name a unit struct, a unit variant
 * or a const: name resolution decides, as in rustc's late resolution. All alternatives of a pattern share its
 * bindings.
 */
import {
  childByField,
  childByKind,
  children,
  kindName,
  type NodeIndex,
  namedChildren,
  nodeText,
} from '../../syntax/tree.ts';
import type { Literal, PatBound, PatId } from './body.ts';
import { parseCharLiteral, parseFloatLiteral, parseIntLiteral, parseStringLiteral } from './literals.ts';
import type { BodyLowerer } from './lower.ts';
import { lowerExprOpt } from './lowerExpr.ts';

/** Lowers a pattern and brings its bindings into scope. */
export function withPattern(lo: BodyLowerer, n: NodeIndex | undefined): PatId {
  const pat = lowerPat(lo, n);
  lo.pushPendingBindings();
  return pat;
}

/** Lowers a pattern; its bindings wait for `pushPendingBindings`. */
export function lowerPat(lo: BodyLowerer, n: NodeIndex | undefined): PatId {
  if (n === undefined) return lo.allocPat({ kind: 'Missing' }, undefined);
  const { tree } = lo.cx;
  const add = (pat: Parameters<BodyLowerer['allocPat']>[0]) => lo.allocPat(pat, n);
  const kind = kindName(tree, n);
  switch (kind) {
    case 'identifier':
    case 'self':
    case 'shorthand_field_identifier':
    case 'metavariable': {
      const name = lo.identText(n);
      if (name === '_') return add({ kind: 'Wild' });
      const isBinding = kind !== 'identifier' || !lo.namesPatternConstant(name);
      if (!isBinding) return add({ kind: 'Path', path: lo.pathRef(n) });
      return add({ kind: 'Binding', binding: lo.bind(n, 'move', false), sub: undefined });
    }
    case 'mut_pattern':
    case 'ref_pattern':
    case 'captured_pattern':
      return bindingPat(lo, n);
    case 'remaining_field_pattern':
      return add({ kind: 'Rest' });
    case 'scoped_identifier':
    case 'scoped_type_identifier':
    case 'type_identifier':
    case 'generic_pattern':
      return add({ kind: 'Path', path: lo.pathRef(n) });
    case 'integer_literal':
    case 'float_literal':
    case 'boolean_literal':
    case 'char_literal':
    case 'string_literal':
    case 'raw_string_literal':
    case 'negative_literal':
      return add({ kind: 'Literal', ...literal(lo, n) });
    case 'range_pattern': {
      const inclusive = !children(tree, n).some((c) => nodeText(tree, c) === '..');
      const operator = children(tree, n).find((c) => /^\.\.[.=]?$/.test(nodeText(tree, c)));
      const bounds = namedChildren(tree, n);
      const start = bounds.find((b) => operator !== undefined && b < operator);
      const end = bounds.find((b) => operator !== undefined && b > operator);
      return add({ kind: 'Range', start: patBound(lo, start), end: patBound(lo, end), inclusive });
    }
    case 'tuple_pattern': {
      const { pats, rest } = sequence(lo, namedChildren(tree, n));
      // `(p)` is p; `(p,)` is a tuple.
      if (pats.length === 1 && rest === undefined && childByKind(tree, n, ',') === undefined) return pats[0]!;
      return add({ kind: 'Tuple', pats, rest });
    }
    case 'tuple_struct_pattern': {
      const type = childByField(tree, n, 'type');
      const path = lo.pathRef(type);
      return add({
        kind: 'TupleStruct',
        path,
        ...sequence(
          lo,
          namedChildren(tree, n).filter((c) => c !== type),
        ),
      });
    }
    case 'struct_pattern': {
      const type = childByField(tree, n, 'type');
      const path = lo.pathRef(type);
      const fields: { name: string; pat: PatId }[] = [];
      for (const c of lo.enabledChildren(n)) {
        if (kindName(tree, c) !== 'field_pattern') continue;
        const name = childByField(tree, c, 'name');
        if (name === undefined) continue;
        const pattern = childByField(tree, c, 'pattern');
        fields.push({
          name: lo.identText(name),
          pat: pattern === undefined ? shorthand(lo, c, name) : lowerPat(lo, pattern),
        });
      }
      return add({ kind: 'Struct', path, fields });
    }
    case 'reference_pattern': {
      const mutable = childByKind(tree, n, 'mutable_specifier') !== undefined;
      const inner = namedChildren(tree, n).find((c) => kindName(tree, c) !== 'mutable_specifier');
      // `&mut x` parses as a reference to the mutable pattern in some positions; both lower the same.
      return add({ kind: 'Ref', pat: lowerPat(lo, inner), mutable });
    }
    case 'or_pattern': {
      const pats = alternatives(lo, n).map((c) => lowerPat(lo, c));
      // `| a` is `a`.
      return pats.length === 1 ? pats[0]! : add({ kind: 'Or', pats });
    }
    case 'slice_pattern':
      return slicePat(lo, n);
    case 'const_block':
      return add({ kind: 'ConstBlock', expr: lowerExprOpt(lo, n) });
    case 'macro_invocation':
      return lo.macroPat(n);
    case 'parenthesized_pattern':
      return lowerPat(lo, namedChildren(tree, n)[0]);
    case 'match_pattern':
      // An arm's `_`, with or without a guard, is no node of its own.
      return add({ kind: nodeText(tree, n).startsWith('_') ? 'Wild' : 'Missing' });
    default:
      if (nodeText(tree, n) === '_') return add({ kind: 'Wild' });
      if (kind === 'ERROR') {
        const inner = namedChildren(tree, n)[0];
        if (inner !== undefined) return lowerPat(lo, inner);
      }
      return add({ kind: 'Missing' });
  }
}

/** `mut x`, `ref x`, `ref mut x`, and any of them, or a plain name, with `@ subpattern`. */
function bindingPat(lo: BodyLowerer, n: NodeIndex): PatId {
  const { tree } = lo.cx;
  let mode: 'move' | 'ref' | 'refMut' = 'move';
  let mutable = false;
  let name: NodeIndex | undefined;
  let sub: NodeIndex | undefined;
  const visit = (node: NodeIndex): void => {
    for (const c of children(tree, node)) {
      const kind = kindName(tree, c);
      if (kind === 'ref') mode = 'ref';
      else if (kind === 'mutable_specifier' || kind === 'mut') {
        if (mode === 'ref') mode = 'refMut';
        else mutable = true;
      } else if (kind === 'mut_pattern' || kind === 'ref_pattern') visit(c);
      else if (kind === 'identifier' || kind === 'self') {
        if (name === undefined) name = c;
        else sub = c;
      } else if (kind === '@') continue;
      else if (name !== undefined) sub = c;
      else if (kind === 'captured_pattern') visit(c);
      else sub = c;
    }
  };
  visit(n);
  // `ref mut x` is a ref_pattern around a mut_pattern: the `mut` belongs to the reference.
  if (name === undefined) return sub === undefined ? lo.allocPat({ kind: 'Missing' }, n) : lowerPat(lo, sub);
  const binding = lo.bind(name, mode, mutable);
  return lo.allocPat({ kind: 'Binding', binding, sub: sub === undefined ? undefined : lowerPat(lo, sub) }, n);
}

/** `S { x }`, `S { ref mut x }`. */
function shorthand(lo: BodyLowerer, field: NodeIndex, name: NodeIndex): PatId {
  const { tree } = lo.cx;
  const isRef = childByKind(tree, field, 'ref') !== undefined;
  const isMut = childByKind(tree, field, 'mutable_specifier') !== undefined;
  const mode = isRef ? (isMut ? 'refMut' : 'ref') : 'move';
  return lo.allocPat(
    { kind: 'Binding', binding: lo.bind(name, mode, isMut && !isRef), sub: undefined },
    name,
  );
}

function alternatives(lo: BodyLowerer, n: NodeIndex): NodeIndex[] {
  const { tree } = lo.cx;
  return children(tree, n)
    .filter((c) => nodeText(tree, c) !== '|')
    .flatMap((c) => (kindName(tree, c) === 'or_pattern' ? alternatives(lo, c) : [c]));
}

/** Elements of a tuple pattern; `..` is taken out and remembered by its place. `_` is an anonymous token. */
function elements(lo: BodyLowerer, n: readonly NodeIndex[]): NodeIndex[] {
  return n.filter((c) => kindName(lo.cx.tree, c) !== 'attribute_item');
}

function sequence(lo: BodyLowerer, named: readonly NodeIndex[]): { pats: PatId[]; rest: number | undefined } {
  const { tree } = lo.cx;
  const first = named[0];
  const parent = first === undefined ? undefined : tree.parent[first];
  // Wildcards are anonymous tokens in the grammar, so take every child that is no punctuation.
  const skipped = new Set(['(', ')', ',', '[', ']']);
  const all =
    parent === undefined
      ? []
      : children(tree, parent).filter(
          (c) => !skipped.has(kindName(tree, c)) && tree.field[c] !== tree.grammar.fieldIds.get('type'),
        );
  const pats: PatId[] = [];
  let rest: number | undefined;
  for (const c of elements(lo, all)) {
    if (kindName(tree, c) === 'remaining_field_pattern') rest ??= pats.length;
    else pats.push(lowerPat(lo, c));
  }
  return { pats, rest };
}

function slicePat(lo: BodyLowerer, n: NodeIndex): PatId {
  const { tree } = lo.cx;
  const before: PatId[] = [];
  const after: PatId[] = [];
  let rest: PatId | 'ignored' | undefined;
  const skipped = new Set(['[', ']', ',']);
  for (const c of children(tree, n)) {
    if (skipped.has(kindName(tree, c)) || !lo.isEnabled(c)) continue;
    if (kindName(tree, c) === 'remaining_field_pattern') rest = 'ignored';
    else if (rest === undefined && isRestBinding(lo, c)) rest = bindingOfRest(lo, c);
    else (rest === undefined ? before : after).push(lowerPat(lo, c));
  }
  return lo.allocPat({ kind: 'Slice', before, rest, after }, n);
}

/** `name @ ..` */
function isRestBinding(lo: BodyLowerer, n: NodeIndex): boolean {
  const { tree } = lo.cx;
  return (
    kindName(tree, n) === 'captured_pattern' && childByKind(tree, n, 'remaining_field_pattern') !== undefined
  );
}

function bindingOfRest(lo: BodyLowerer, n: NodeIndex): PatId {
  const { tree } = lo.cx;
  let mode: 'move' | 'ref' | 'refMut' = 'move';
  let mutable = false;
  let name: NodeIndex | undefined;
  for (let c = n + 1; c < tree.next[n]!; c++) {
    const kind = kindName(tree, c);
    if (kind === 'ref') mode = 'ref';
    else if (kind === 'mutable_specifier') {
      if (mode === 'ref') mode = 'refMut';
      else mutable = true;
    } else if (kind === 'identifier') name ??= c;
  }
  if (name === undefined) return lo.allocPat({ kind: 'Wild' }, n);
  return lo.allocPat({ kind: 'Binding', binding: lo.bind(name, mode, mutable), sub: undefined }, n);
}

function literal(lo: BodyLowerer, n: NodeIndex): { literal: Literal; negative: boolean } {
  const { tree } = lo.cx;
  const text = nodeText(tree, n);
  switch (kindName(tree, n)) {
    case 'negative_literal': {
      const inner = namedChildren(tree, n)[0];
      return inner === undefined
        ? { literal: { kind: 'Int', value: 0n, suffix: undefined }, negative: true }
        : { literal: literal(lo, inner).literal, negative: true };
    }
    case 'float_literal':
      return { literal: parseFloatLiteral(text), negative: false };
    case 'boolean_literal':
      return { literal: { kind: 'Bool', value: text === 'true' }, negative: false };
    case 'char_literal':
      return { literal: parseCharLiteral(text), negative: false };
    case 'string_literal':
    case 'raw_string_literal':
      return { literal: parseStringLiteral(text), negative: false };
    default:
      return { literal: parseIntLiteral(text), negative: false };
  }
}

function patBound(lo: BodyLowerer, n: NodeIndex | undefined): PatBound | undefined {
  if (n === undefined) return undefined;
  return /literal$/.test(kindName(lo.cx.tree, n))
    ? { kind: 'Literal', ...literal(lo, n) }
    : { kind: 'Path', path: lo.pathRef(n) };
}
