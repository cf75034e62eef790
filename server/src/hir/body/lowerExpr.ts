/**
 * Expressions and statements, from syntax to {@link Expr}. One function for each form that needs more than its parts;
 * the rewriting of sugar is in `desugar.ts`, patterns are in `lowerPat.ts`.
 */
import {
  childByField,
  childByKind,
  children,
  isNamed,
  kindName,
  type NodeIndex,
  namedChildren,
  nodeText,
} from '../../syntax/tree.ts';
import { superLet } from '../macros/tokens.ts';
import type { ArithOp, BinaryOp, CmpOp, Expr, ExprId, MatchArm, Stmt } from './body.ts';
import {
  assignDestructuring,
  awaitExpr,
  forLoop,
  questionMark,
  rangeExpr,
  rangeOf,
  rangeToInclusive,
  tryBlock,
  whileLoop,
} from './desugar.ts';
import { parseCharLiteral, parseFloatLiteral, parseIntLiteral, parseStringLiteral } from './literals.ts';
import type { BodyLowerer } from './lower.ts';
import { lowerPat, withPattern } from './lowerPat.ts';
import { breakWithParentheses, regroupPrefix } from './regroup.ts';

const arithOps: Readonly<Record<string, ArithOp>> = {
  '+': 'Add',
  '-': 'Sub',
  '*': 'Mul',
  '/': 'Div',
  '%': 'Rem',
  '&': 'BitAnd',
  '|': 'BitOr',
  '^': 'BitXor',
  '<<': 'Shl',
  '>>': 'Shr',
};
const cmpOps: Readonly<Record<string, CmpOp>> = {
  '==': 'Eq',
  '!=': 'Ne',
  '<': 'Lt',
  '<=': 'Le',
  '>': 'Gt',
  '>=': 'Ge',
};
const binaryOps: Readonly<Record<string, BinaryOp>> = { ...arithOps, ...cmpOps, '&&': 'And', '||': 'Or' };

export function binaryOpOf(operator: string): BinaryOp | undefined {
  return binaryOps[operator];
}

export function lowerExprOpt(lo: BodyLowerer, n: NodeIndex | undefined): ExprId {
  return n === undefined ? lo.missing() : lowerExpr(lo, n);
}

export function lowerExpr(lo: BodyLowerer, n: NodeIndex): ExprId {
  return lo.guardDepth(n, () => lowerExprInner(lo, n));
}

function lowerExprInner(lo: BodyLowerer, n: NodeIndex): ExprId {
  const { tree } = lo.cx;
  const add = (expr: Expr) => lo.alloc(expr, n);
  const kind = kindName(tree, n);
  switch (kind) {
    case 'integer_literal':
      return add({ kind: 'Literal', literal: parseIntLiteral(nodeText(tree, n)) });
    case 'float_literal':
      return add({ kind: 'Literal', literal: parseFloatLiteral(nodeText(tree, n)) });
    case 'boolean_literal':
      return add({ kind: 'Literal', literal: { kind: 'Bool', value: nodeText(tree, n) === 'true' } });
    case 'char_literal':
      return add({ kind: 'Literal', literal: parseCharLiteral(nodeText(tree, n)) });
    case 'string_literal':
    case 'raw_string_literal':
      return add({ kind: 'Literal', literal: parseStringLiteral(nodeText(tree, n)) });
    case 'unit_expression':
      return add({ kind: 'Tuple', elems: [] });
    case 'parenthesized_expression':
      return lowerExprOpt(
        lo,
        namedChildren(tree, n).find((c) => kindName(tree, c) !== 'attribute_item'),
      );
    case 'identifier':
    case 'self':
    case 'scoped_identifier':
    case 'super':
    case 'crate':
    case 'metavariable':
    case 'type_identifier':
    case 'scoped_type_identifier':
    case 'generic_type':
    case 'generic_type_with_turbofish':
      return lo.pathExpr(n);
    case 'generic_function':
      return lo.pathExpr(n);
    case 'block':
      return lowerBlock(lo, n, { isUnsafe: false });
    case 'unsafe_block':
      return lowerBlock(lo, childByKind(tree, n, 'block') ?? n, { isUnsafe: true });
    case 'const_block':
      return inlineConst(lo, n);
    case 'async_block':
    case 'gen_block':
      return asyncBlock(lo, n);
    case 'try_block':
      return tryBlock(lo, n);
    case 'if_expression':
      return ifExpr(lo, n);
    case 'let_condition':
    case 'let_chain':
      return lowerCondition(lo, n);
    case 'match_expression':
      return matchExpr(lo, n);
    case 'loop_expression': {
      const target = lo.reserve(n);
      const body = lo.ribs.scoped(() => {
        lo.ribs.pushLabel(labelKey(lo, n), target, true);
        return lowerExprOpt(lo, childByField(tree, n, 'body'));
      });
      return lo.fill(target, { kind: 'Loop', body, source: 'Loop' });
    }
    case 'while_expression':
      return whileLoop(lo, n, labelKey(lo, n));
    case 'for_expression':
      return forLoop(lo, n, labelKey(lo, n));
    case 'break_expression':
    case 'continue_expression': {
      const label = childByKind(tree, n, 'label');
      const target = lo.resolveLabel(label);
      if (kind === 'continue_expression') return add({ kind: 'Continue', target });
      const value = namedChildren(tree, n).find((c) => c !== label);
      return add({ kind: 'Break', target, value: value === undefined ? undefined : lowerExpr(lo, value) });
    }
    case 'return_expression': {
      const value = namedChildren(tree, n)[0];
      if (nodeText(tree, n).startsWith('break')) {
        // In disguise (`syntax/dialect.ts`).
        const target = lo.ribs.resolveLabel(undefined);
        return add({ kind: 'Break', target, value: lowerExprOpt(lo, value) });
      }
      return add({ kind: 'Return', value: value === undefined ? undefined : lowerExpr(lo, value) });
    }
    case 'yield_expression': {
      const value = namedChildren(tree, n)[0];
      return add({ kind: 'Yield', value: value === undefined ? undefined : lowerExpr(lo, value) });
    }
    case 'call_expression':
      return breakWithParentheses(lo, n) ?? callExpr(lo, n);
    case 'field_expression': {
      const expr = lowerExprOpt(lo, childByField(tree, n, 'value'));
      const field = childByField(tree, n, 'field');
      return add({ kind: 'Field', expr, name: field === undefined ? '' : lo.identText(field) });
    }
    case 'index_expression': {
      const [base, index] = namedChildren(tree, n);
      return add({ kind: 'Index', base: lowerExprOpt(lo, base), index: lowerExprOpt(lo, index) });
    }
    case 'unary_expression': {
      const op = nodeText(tree, n + 1);
      const expr = lowerExprOpt(lo, namedChildren(tree, n).at(-1));
      return add({ kind: 'Unary', op: op === '*' ? 'Deref' : op === '!' ? 'Not' : 'Neg', expr });
    }
    case 'negative_literal': {
      const expr = lowerExprOpt(lo, namedChildren(tree, n)[0]);
      return add({ kind: 'Unary', op: 'Neg', expr });
    }
    case 'reference_expression': {
      const value = childByField(tree, n, 'value');
      let raw = false;
      let mutable = false;
      for (const c of children(tree, n)) {
        if (c === value) break;
        const text = nodeText(tree, c);
        if (text === 'raw') raw = true;
        if (text === 'mut') mutable = true;
      }
      return add({ kind: 'Ref', expr: lowerExprOpt(lo, value), mutable, raw });
    }
    case 'binary_expression': {
      const regrouped = regroupPrefix(lo, n);
      if (regrouped !== undefined) return regrouped;
      const operator = childByField(tree, n, 'operator');
      const op = operator === undefined ? undefined : binaryOpOf(nodeText(tree, operator));
      if (op === 'And') return lowerCondition(lo, n);
      const lhs = lowerExprOpt(lo, childByField(tree, n, 'left'));
      const rhs = lowerExprOpt(lo, childByField(tree, n, 'right'));
      return op === undefined ? lo.missing() : add({ kind: 'Binary', op, lhs, rhs });
    }
    case 'assignment_expression': {
      const left = childByField(tree, n, 'left');
      const right = childByField(tree, n, 'right');
      // A range in disguise, `a..<T>::B` (`syntax/dialect.ts`).
      const operator = children(tree, n).find((c) => !isNamed(tree, c));
      if (operator !== undefined && tree.text[tree.start[operator]!] === '.') {
        return rangeOf(lo, n, lowerExprOpt(lo, left), lowerExprOpt(lo, right), false);
      }
      // The grammar takes `..=end` for an assignment to `..`.
      if (left !== undefined && nodeText(tree, left) === '..') return rangeToInclusive(lo, n, right);
      if (left !== undefined && isDestructuring(lo, left)) return assignDestructuring(lo, n, left, right);
      return add({ kind: 'Assign', lhs: lowerExprOpt(lo, left), rhs: lowerExprOpt(lo, right) });
    }
    case 'compound_assignment_expr': {
      const operator = childByField(tree, n, 'operator');
      const op = operator === undefined ? undefined : arithOps[nodeText(tree, operator).slice(0, -1)];
      const lhs = lowerExprOpt(lo, childByField(tree, n, 'left'));
      const rhs = lowerExprOpt(lo, childByField(tree, n, 'right'));
      return op === undefined ? lo.missing() : add({ kind: 'AssignOp', op, lhs, rhs });
    }
    case 'type_cast_expression': {
      const expr = lowerExprOpt(lo, childByField(tree, n, 'value'));
      return add({ kind: 'Cast', expr, ty: lo.typeRef(childByField(tree, n, 'type')) });
    }
    case 'try_expression':
      return questionMark(lo, n, lowerExprOpt(lo, namedChildren(tree, n)[0]));
    case 'await_expression':
      return awaitExpr(lo, n, lowerExprOpt(lo, namedChildren(tree, n)[0]));
    case 'range_expression':
      return rangeExpr(lo, n);
    case 'tuple_expression':
      return add({ kind: 'Tuple', elems: lowerList(lo, n) });
    case 'array_expression': {
      const length = childByField(tree, n, 'length');
      if (length !== undefined) {
        const [elem] = namedChildren(tree, n).filter((c) => c !== length);
        return add({ kind: 'Repeat', elem: lowerExprOpt(lo, elem), len: lo.constRef(length) });
      }
      return add({ kind: 'Array', elems: lowerList(lo, n) });
    }
    case 'struct_expression':
      return structExpr(lo, n);
    case 'closure_expression':
      // Others, `..<T>::B` and `..=b`.
      if (tree.text[tree.start[n]!] === '.') {
        const end = childByField(tree, n, 'body');
        return tree.text.startsWith('..=', tree.start[n])
          ? rangeToInclusive(lo, n, end)
          : rangeOf(lo, n, undefined, lowerExprOpt(lo, end), false);
      }
      return closureExpr(lo, n);
    case 'macro_invocation':
      return lo.macroExpr(n);
    case 'expression_statement':
      return lowerExprOpt(lo, namedChildren(tree, n)[0]);
    case 'ERROR': {
      // Half-typed code: whatever expressions survived still say what they call.
      const parts = namedChildren(tree, n).filter((c) => isExpression(kindName(tree, c)));
      const stmts: Stmt[] = parts.map((c) => ({ kind: 'Expr', expr: lowerExpr(lo, c), semi: true }));
      return add({ kind: 'Block', stmts, tail: lo.missing(), isUnsafe: false, labelled: false });
    }
    default:
      return nodeText(tree, n) === '_' ? add({ kind: 'Underscore' }) : lo.missing(n);
  }
}

export function isExpression(kind: string): boolean {
  return (
    /_(expression|literal|block|expr)$/.test(kind) ||
    kind === 'block' ||
    kind === 'identifier' ||
    kind === 'self' ||
    kind === 'scoped_identifier' ||
    kind === 'macro_invocation' ||
    kind === 'generic_function'
  );
}

/** Elements or arguments, without those that a `cfg` switched off. */
function lowerList(lo: BodyLowerer, n: NodeIndex): ExprId[] {
  return lo.enabledChildren(n).map((c) => lowerExpr(lo, c));
}

function labelKey(lo: BodyLowerer, n: NodeIndex): string | undefined {
  const label = childByKind(lo.cx.tree, n, 'label');
  return label === undefined ? undefined : lo.labelName(label);
}

/** A block; its statements, items and macro statements in one scope. */
export function lowerBlock(lo: BodyLowerer, n: NodeIndex, options: { readonly isUnsafe: boolean }): ExprId {
  const label = labelKey(lo, n);
  const id = lo.reserve(n);
  return lo.ribs.scoped(() => {
    if (label !== undefined) lo.ribs.pushLabel(label, id, false);
    const { stmts, tail } = lowerStmts(lo, n);
    return lo.fill(id, {
      kind: 'Block',
      stmts,
      tail,
      isUnsafe: options.isUnsafe,
      labelled: label !== undefined,
    });
  });
}

/** The statements below `n`, in the current scope: the caller opens and closes it. */
export function lowerStmts(
  lo: BodyLowerer,
  n: NodeIndex,
  options: {
    /** The statements are those of a macro call with a `;` after it, which makes the last of them one, too. */
    readonly noTail?: boolean;
  } = {},
): { stmts: Stmt[]; tail: ExprId | undefined } {
  lo.enterBlockItems(n);
  const stmts: Stmt[] = [];
  const nodes = lo.enabledChildren(n);
  let tail: ExprId | undefined;
  for (const [i, c] of nodes.entries()) {
    const isLast = i === nodes.length - 1;
    const { tree } = lo.cx;
    const kind = kindName(tree, c);
    if (kind === 'let_declaration') {
      lowerLet(lo, c, stmts);
    } else if (kind === 'expression_statement' || isExpression(kind) || kind === 'ERROR') {
      const isMacro = (expr: NodeIndex) => kindName(tree, expr) === 'macro_invocation';
      let semi = kind === 'expression_statement' && childByKind(tree, c, ';') !== undefined;
      const expr = kind === 'expression_statement' ? namedChildren(tree, c)[0] : c;
      if (expr === undefined) continue;
      if (options.noTail && isMacro(expr)) semi = true;
      // To the grammar, the `;` after a block is a statement of its own.
      const next = nodes[i + 1];
      if (!isMacro(expr) && next !== undefined && kindName(tree, next) === 'empty_statement') semi = true;
      if (isMacro(expr) && !(isLast && !semi && !hasBraces(lo, expr))) {
        tail = lo.macroStmts(expr, stmts, isLast && !semi);
      } else if (isLast && !semi) {
        tail = lowerExpr(lo, expr);
      } else {
        stmts.push({ kind: 'Expr', expr: lowerExpr(lo, expr), semi });
      }
    }
    // Items were entered with the block; `;` alone and labels are nothing.
  }
  return { stmts, tail };
}

function hasBraces(lo: BodyLowerer, macro: NodeIndex): boolean {
  const { tree } = lo.cx;
  const args = childByKind(tree, macro, 'token_tree');
  return args !== undefined && tree.text[tree.start[args]!] === '{';
}

function lowerLet(lo: BodyLowerer, n: NodeIndex, stmts: Stmt[]): void {
  const { tree } = lo.cx;
  const type = childByField(tree, n, 'type');
  const value = childByField(tree, n, 'value');
  const alternative = childByField(tree, n, 'alternative');
  // The bindings are not in scope of the initializer and the `else` block, so these come first.
  const init = value === undefined ? undefined : lowerExpr(lo, value);
  const elseBlock = alternative === undefined ? undefined : lowerExpr(lo, alternative);
  const ty = type === undefined ? undefined : lo.typeRef(type);
  const pat = withPattern(lo, childByField(tree, n, 'pattern'));
  stmts.push({
    kind: 'Let',
    pat,
    ty,
    init,
    else: elseBlock,
    isSuper: lo.hasAttr(n, superLet),
    scope: lo.ribs.block,
  });
}

function ifExpr(lo: BodyLowerer, n: NodeIndex): ExprId {
  const { tree } = lo.cx;
  const alternative = childByField(tree, n, 'alternative');
  const [cond, then] = lo.ribs.scoped(() => [
    lowerCondition(lo, childByField(tree, n, 'condition')),
    lowerExprOpt(lo, childByField(tree, n, 'consequence')),
  ]);
  const otherwise =
    alternative === undefined
      ? undefined
      : lowerExprOpt(
          lo,
          kindName(tree, alternative) === 'else_clause' ? namedChildren(tree, alternative)[0] : alternative,
        );
  return lo.alloc({ kind: 'If', cond, then, else: otherwise }, n);
}

/** A condition; what its `let`s bind stays in scope, for the caller to close. */
export function lowerCondition(lo: BodyLowerer, n: NodeIndex | undefined): ExprId {
  if (n === undefined) return lo.missing();
  const { tree } = lo.cx;
  switch (kindName(tree, n)) {
    case 'let_condition': {
      const expr = lowerExprOpt(lo, childByField(tree, n, 'value'));
      const pat = withPattern(lo, childByField(tree, n, 'pattern'));
      return lo.alloc({ kind: 'Let', pat, expr }, n);
    }
    case 'let_chain':
      return namedChildren(tree, n)
        .map((c) => lowerCondition(lo, c))
        .reduce((lhs, rhs) => lo.alloc({ kind: 'Binary', op: 'And', lhs, rhs }, n));
    case 'binary_expression': {
      const operator = childByField(tree, n, 'operator');
      if (operator === undefined || nodeText(tree, operator) !== '&&') return lowerExpr(lo, n);
      const lhs = lowerCondition(lo, childByField(tree, n, 'left'));
      const rhs = lowerCondition(lo, childByField(tree, n, 'right'));
      return lo.alloc({ kind: 'Binary', op: 'And', lhs, rhs }, n);
    }
    default:
      return lowerExpr(lo, n);
  }
}

function matchExpr(lo: BodyLowerer, n: NodeIndex): ExprId {
  const { tree } = lo.cx;
  const scrutinee = lowerExprOpt(lo, childByField(tree, n, 'value'));
  const body = childByField(tree, n, 'body');
  const arms: MatchArm[] = [];
  for (const arm of body === undefined ? [] : namedChildren(tree, body)) {
    if (kindName(tree, arm) !== 'match_arm' || !lo.isEnabled(arm)) continue;
    lo.ribs.scoped(() => {
      const pattern = childByField(tree, arm, 'pattern');
      const condition = pattern === undefined ? undefined : childByField(tree, pattern, 'condition');
      const inner =
        pattern === undefined ? undefined : namedChildren(tree, pattern).find((c) => c !== condition);
      const pat = withPattern(lo, inner ?? pattern);
      const guard = condition === undefined ? undefined : lowerCondition(lo, condition);
      arms.push({ pat, guard, body: lowerExprOpt(lo, childByField(tree, arm, 'value')) });
    });
  }
  return lo.alloc({ kind: 'Match', scrutinee, arms, source: 'Match' }, n);
}

function callExpr(lo: BodyLowerer, n: NodeIndex): ExprId {
  const { tree } = lo.cx;
  let callee = childByField(tree, n, 'function');
  const argList = childByField(tree, n, 'arguments');
  const lowerArgs = () => (argList === undefined ? [] : lowerList(lo, argList));
  let turbofish: NodeIndex | undefined;
  if (callee !== undefined && kindName(tree, callee) === 'generic_function') {
    const inner = childByField(tree, callee, 'function');
    if (inner !== undefined && kindName(tree, inner) === 'field_expression') {
      turbofish = childByField(tree, callee, 'type_arguments');
      callee = inner;
    }
  }
  if (callee !== undefined && kindName(tree, callee) === 'field_expression') {
    const field = childByField(tree, callee, 'field');
    if (field !== undefined && kindName(tree, field) !== 'integer_literal') {
      const receiver = lowerExprOpt(lo, childByField(tree, callee, 'value'));
      const generics = turbofish === undefined ? undefined : lo.genericArgs(turbofish);
      const name = lo.identText(field);
      return lo.alloc({ kind: 'MethodCall', receiver, name, generics, args: lowerArgs() }, n, field);
    }
  }
  const withConsts =
    callee === undefined || argList === undefined ? undefined : intrinsicCall(lo, n, callee, argList);
  if (withConsts !== undefined) return withConsts;
  const calleeExpr = lowerExprOpt(lo, callee);
  return lo.alloc({ kind: 'Call', callee: calleeExpr, args: lowerArgs() }, n);
}

/**
 * A call of an intrinsic of a processor that takes const arguments as if they were others: `_mm_alignr_epi8(a, b, 3)`
 * is `_mm_alignr_epi8::<3>(a, b)`. After `lower_legacy_const_generics`.
 */
function intrinsicCall(
  lo: BodyLowerer,
  n: NodeIndex,
  callee: NodeIndex,
  argList: NodeIndex,
): ExprId | undefined {
  const kind = kindName(lo.cx.tree, callee);
  if (kind !== 'identifier' && kind !== 'scoped_identifier') return undefined;
  // All there are begin so; it saves looking up every function that is called.
  if (!/(?:^|::\s*)[_v]\w*$/.test(nodeText(lo.cx.tree, callee))) return undefined;
  const path = lo.path(callee);
  const moved = lo.legacyConstGenerics(path);
  const last = path.segments.at(-1);
  if (moved.length === 0 || last === undefined) return undefined;
  const written = lo.enabledChildren(argList);
  const args = moved.flatMap((at) => {
    const arg = written[at];
    return arg === undefined ? [] : [{ kind: 'Const', value: lo.constRef(arg) } as const];
  });
  const segment = { ...last, args: { args, bindings: [], parenthesized: false } };
  const calleeExpr = lo.alloc(
    {
      kind: 'Path',
      path: { kind: 'Path', path: { ...path, segments: [...path.segments.slice(0, -1), segment] } },
    },
    callee,
  );
  const rest = written.filter((_, at) => !moved.includes(at)).map((arg) => lowerExpr(lo, arg));
  return lo.alloc({ kind: 'Call', callee: calleeExpr, args: rest }, n);
}

function structExpr(lo: BodyLowerer, n: NodeIndex): ExprId {
  const { tree } = lo.cx;
  const name = childByField(tree, n, 'name');
  const body = childByField(tree, n, 'body');
  const fields: { name: string; expr: ExprId }[] = [];
  let base: ExprId | undefined;
  for (const c of body === undefined ? [] : namedChildren(tree, body)) {
    if (!lo.isEnabled(c)) continue;
    switch (kindName(tree, c)) {
      case 'field_initializer': {
        const field = childByField(tree, c, 'field') ?? childByField(tree, c, 'name');
        const value = childByField(tree, c, 'value');
        fields.push({ name: field === undefined ? '' : lo.identText(field), expr: lowerExprOpt(lo, value) });
        break;
      }
      case 'shorthand_field_initializer': {
        const field = childByKind(tree, c, 'identifier');
        if (field !== undefined) fields.push({ name: lo.identText(field), expr: lo.pathExpr(field) });
        break;
      }
      case 'base_field_initializer':
        base = lowerExprOpt(lo, namedChildren(tree, c)[0]);
        break;
    }
  }
  return lo.alloc({ kind: 'Struct', path: lo.pathRef(name), fields, base }, n);
}

function closureExpr(lo: BodyLowerer, n: NodeIndex): ExprId {
  const { tree } = lo.cx;
  const parameters = childByField(tree, n, 'parameters');
  const returnType = childByField(tree, n, 'return_type');
  const body = childByField(tree, n, 'body');
  const words = children(tree, n)
    .filter((c) => !isNamed(tree, c))
    .map((c) => nodeText(tree, c));
  const id = lo.reserve(n);
  const record = lo.openClosure(id, 'Closure', n, parameters);
  return lo.ribs.scoped(() => {
    lo.ribs.pushClosure(record);
    const params: number[] = [];
    const paramTypes: (ReturnType<BodyLowerer['typeRef']> | undefined)[] = [];
    for (const p of parameters === undefined ? [] : children(tree, parameters)) {
      const kind = kindName(tree, p);
      // `_` is an anonymous token in the grammar, so take every child that is no punctuation.
      if (kind === '|' || kind === ',' || kind === 'attribute_item') continue;
      const isTyped = kind === 'parameter';
      params.push(lowerPat(lo, isTyped ? childByField(tree, p, 'pattern') : p));
      const type = isTyped ? childByField(tree, p, 'type') : undefined;
      paramTypes.push(type === undefined ? undefined : lo.typeRef(type));
    }
    lo.pushPendingBindings();
    const ret = returnType === undefined ? undefined : lo.typeRef(returnType);
    const isAsync = words.includes('async');
    const isMove = words.includes('move');
    const bodyExpr = lowerExprOpt(lo, body);
    return lo.fillClosure(id, record, {
      kind: 'Closure',
      params,
      paramTypes,
      ret,
      body: bodyExpr,
      isMove,
      coroutine: isAsync ? 'asyncClosure' : 'none',
      inheritsOverflowChecks: lo.hasAttr(n, 'rustc_inherit_overflow_checks'),
    });
  });
}

function asyncBlock(lo: BodyLowerer, n: NodeIndex): ExprId {
  const { tree } = lo.cx;
  const id = lo.reserve(n);
  const record = lo.openClosure(id, 'Closure', n, undefined);
  const isMove = childByKind(tree, n, 'move') !== undefined;
  return lo.ribs.scoped(() => {
    lo.ribs.pushClosure(record);
    const body = lowerExprOpt(lo, childByKind(tree, n, 'block'));
    return lo.fillClosure(id, record, {
      kind: 'Closure',
      params: [],
      paramTypes: [],
      ret: undefined,
      body,
      isMove,
      coroutine: 'asyncBlock',
      inheritsOverflowChecks: false,
    });
  });
}

function inlineConst(lo: BodyLowerer, n: NodeIndex): ExprId {
  const id = lo.reserve(n);
  const record = lo.openClosure(id, 'InlineConst', n, undefined);
  return lo.ribs.scoped(() => {
    lo.ribs.pushClosure(record);
    const body = lowerExprOpt(lo, childByField(lo.cx.tree, n, 'body'));
    return lo.fillInlineConst(id, record, body);
  });
}

/** Whether the left side of an assignment is a pattern rather than one place. */
function isDestructuring(lo: BodyLowerer, left: NodeIndex): boolean {
  const { tree } = lo.cx;
  switch (kindName(tree, left)) {
    case 'tuple_expression':
    case 'array_expression':
    case 'struct_expression':
      return true;
    case 'call_expression': {
      const callee = childByField(tree, left, 'function');
      const kind = callee === undefined ? '' : kindName(tree, callee);
      return (
        /^\p{Lu}/u.test(callee === undefined ? '' : nodeText(tree, callee).split('::').at(-1)!) &&
        /identifier|generic_function/.test(kind)
      );
    }
    case 'parenthesized_expression': {
      const inner = namedChildren(tree, left)[0];
      return inner !== undefined && isDestructuring(lo, inner);
    }
    default:
      return nodeText(tree, left) === '_';
  }
}
