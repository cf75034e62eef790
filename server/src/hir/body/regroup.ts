/**
 * Operators that the grammar takes for binary where they are prefixes, and parentheses that it takes for a call.
 *
 * After `..`, `break 'label` and `return` an operand may follow, and where it can, it does: `0..*n - 1` is
 * `0..((*n) - 1)`. Tree-sitter parses `((0..) * n) - 1`. Such a tree is known by its leftmost operand, an open range
 * or a jump without a value, and put right here: the first operator becomes a prefix of its right side, what lies
 * above it on the left spine stays as it is, and all of it is the operand.
 */
import {
  childByField,
  children,
  isNamed,
  kindName,
  type NodeIndex,
  namedChildren,
  nodeText,
} from '../../syntax/tree.ts';
import type { ExprId } from './body.ts';
import { rangeOf } from './desugar.ts';
import type { BodyLowerer } from './lower.ts';
import { binaryOpOf, lowerExprOpt } from './lowerExpr.ts';

/** The expression that a binary expression with a misread prefix really is; undefined if there is none in it. */
export function regroupPrefix(lo: BodyLowerer, n: NodeIndex): ExprId | undefined {
  const { tree } = lo.cx;
  const open = leftmost(lo, n);
  if (open === undefined) return undefined;
  switch (kindName(tree, open)) {
    case 'range_expression': {
      const start = namedChildren(tree, open)[0];
      const from = start === undefined ? undefined : lowerExprOpt(lo, start);
      const inclusive = nodeText(tree, open).endsWith('=');
      return rangeOf(lo, n, from, operand(lo, n, open), inclusive);
    }
    case 'break_expression': {
      const label = children(tree, open).find((c) => kindName(tree, c) === 'label');
      const target = lo.resolveLabel(label);
      return lo.alloc({ kind: 'Break', target, value: operand(lo, n, open) }, n);
    }
    default:
      return lo.alloc({ kind: 'Return', value: operand(lo, n, open) }, n);
  }
}

/**
 * `break (value)`, which the grammar takes for a call of `break`; undefined for a call that is one. What stands in
 * parentheses is an expression, or with a comma a tuple.
 */
export function breakWithParentheses(lo: BodyLowerer, call: NodeIndex): ExprId | undefined {
  const { tree } = lo.cx;
  const callee = childByField(tree, call, 'function');
  const args = childByField(tree, call, 'arguments');
  if (callee === undefined || args === undefined || kindName(tree, callee) !== 'break_expression')
    return undefined;
  if (!takesMore(lo, callee, 'break_expression')) return undefined;
  const label = namedChildren(tree, callee)[0];
  const target = lo.resolveLabel(label);
  const elems = lo.enabledChildren(args).map((c) => lowerExprOpt(lo, c));
  const isTuple = elems.length !== 1 || children(tree, args).some((c) => nodeText(tree, c) === ',');
  const value = isTuple ? lo.alloc({ kind: 'Tuple', elems }, args) : elems[0]!;
  return lo.alloc({ kind: 'Break', target, value }, call);
}

/** The leftmost operand, if it is one that takes what follows, and a prefix operator does follow. */
function leftmost(lo: BodyLowerer, n: NodeIndex): NodeIndex | undefined {
  const { tree } = lo.cx;
  let at = n;
  for (;;) {
    const left = childByField(tree, at, 'left');
    if (left === undefined) return undefined;
    const kind = kindName(tree, left);
    if (kind === 'binary_expression') {
      at = left;
      continue;
    }
    const operator = childByField(tree, at, 'operator');
    if (operator === undefined || !(nodeText(tree, operator) in prefixes)) return undefined;
    return takesMore(lo, left, kind) ? left : undefined;
  }
}

const prefixes = { '*': true, '-': true, '&': true, '&&': true };

function takesMore(lo: BodyLowerer, n: NodeIndex, kind: string): boolean {
  const { tree } = lo.cx;
  switch (kind) {
    case 'range_expression': {
      const parts = children(tree, n);
      const last = parts[parts.length - 1];
      return last !== undefined && !isNamed(tree, last) && nodeText(tree, last).startsWith('..');
    }
    case 'break_expression':
      return namedChildren(tree, n).every((c) => kindName(tree, c) === 'label');
    case 'return_expression':
      return namedChildren(tree, n).length === 0;
    default:
      return false;
  }
}

/** The tree at `n` with the open operand taken out and the operator after it made a prefix. */
function operand(lo: BodyLowerer, n: NodeIndex, open: NodeIndex): ExprId {
  const { tree } = lo.cx;
  const left = childByField(tree, n, 'left');
  const operator = childByField(tree, n, 'operator');
  const text = operator === undefined ? '' : nodeText(tree, operator);
  if (left !== open && left !== undefined) {
    const lhs = operand(lo, left, open);
    const rhs = lowerExprOpt(lo, childByField(tree, n, 'right'));
    const op = binaryOpOf(text);
    return op === undefined ? lo.missing(n) : lo.alloc({ kind: 'Binary', op, lhs, rhs }, n);
  }
  const expr = lowerExprOpt(lo, childByField(tree, n, 'right'));
  switch (text) {
    case '*':
      return lo.alloc({ kind: 'Unary', op: 'Deref', expr }, n);
    case '-':
      return lo.alloc({ kind: 'Unary', op: 'Neg', expr }, n);
    case '&&': {
      const inner = lo.alloc({ kind: 'Ref', expr, mutable: false, raw: false }, n);
      return lo.alloc({ kind: 'Ref', expr: inner, mutable: false, raw: false }, n);
    }
    default:
      return lo.alloc({ kind: 'Ref', expr, mutable: false, raw: false }, n);
  }
}
