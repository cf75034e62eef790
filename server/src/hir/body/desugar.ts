/**
 * Surface sugar, rewritten as rustc's AST lowering rewrites it (`rustc_ast_lowering::expr`), with the lang items that
 * it names: `for`, `while`, `?`, ranges, `.await` and destructuring assignment.
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
import type { ExprId, PathRef, PatId, Stmt } from './body.ts';
import type { BodyLowerer } from './lower.ts';
import { lowerCondition, lowerExpr, lowerExprOpt, lowerStmts } from './lowerExpr.ts';
import { withPattern } from './lowerPat.ts';

function langPath(lo: BodyLowerer, item: string): PathRef | undefined {
  const def = lo.langItem(item);
  return def === undefined ? undefined : { kind: 'Def', def };
}

function langCall(lo: BodyLowerer, item: string, args: ExprId[], n: NodeIndex): ExprId {
  const path = langPath(lo, item);
  const callee = path === undefined ? lo.missing() : lo.alloc({ kind: 'Path', path }, n);
  return lo.alloc({ kind: 'Call', callee, args }, n);
}

function langPat(lo: BodyLowerer, item: string, pats: PatId[], n: NodeIndex): PatId {
  const path = langPath(lo, item);
  if (path === undefined) return lo.allocPat({ kind: 'Missing' }, n);
  return pats.length === 0
    ? lo.allocPat({ kind: 'Path', path }, n)
    : lo.allocPat({ kind: 'TupleStruct', path, pats, rest: undefined }, n);
}

/** `match IntoIterator::into_iter(head) { mut iter => loop { match Iterator::next(&mut iter) { None => break, Some(pat) => body } } }` */
export function forLoop(lo: BodyLowerer, n: NodeIndex, label: string | undefined): ExprId {
  const { tree } = lo.cx;
  const value = childByField(tree, n, 'value');
  const at = value ?? n;
  const head = lowerExprOpt(lo, value);
  const intoIter = langCall(lo, 'into_iter', [head], at);
  return lo.ribs.scoped(() => {
    const iter = lo.freshBinding('iter', true);
    const iterPat = lo.allocPat({ kind: 'Binding', binding: iter, sub: undefined }, at);
    const loop = lo.reserve(n);
    const inner = lo.ribs.scoped(() => {
      lo.ribs.pushLabel(label, loop, true);
      const iterLocal = lo.alloc({ kind: 'Local', binding: iter }, at);
      const iterRef = lo.alloc({ kind: 'Ref', expr: iterLocal, mutable: true, raw: false }, at);
      const next = langCall(lo, 'next', [iterRef], at);
      const none = langPat(lo, 'None', [], at);
      const exit = lo.alloc({ kind: 'Break', target: loop, value: undefined }, n);
      const pat = withPattern(lo, childByField(tree, n, 'pattern'));
      const some = langPat(lo, 'Some', [pat], at);
      const body = lowerExprOpt(lo, childByField(tree, n, 'body'));
      return lo.alloc(
        {
          kind: 'Match',
          scrutinee: next,
          arms: [
            { pat: none, guard: undefined, body: exit },
            { pat: some, guard: undefined, body },
          ],
          source: 'ForLoop',
        },
        n,
      );
    });
    const body = lo.alloc(
      {
        kind: 'Block',
        stmts: [{ kind: 'Expr', expr: inner, semi: false }],
        tail: undefined,
        isUnsafe: false,
        labelled: false,
      },
      n,
    );
    lo.fill(loop, { kind: 'Loop', body, source: 'ForLoop' });
    return lo.alloc(
      {
        kind: 'Match',
        scrutinee: intoIter,
        arms: [{ pat: iterPat, guard: undefined, body: loop }],
        source: 'ForLoop',
      },
      n,
    );
  });
}

/** `loop { if cond { body } else { break } }` */
export function whileLoop(lo: BodyLowerer, n: NodeIndex, label: string | undefined): ExprId {
  const { tree } = lo.cx;
  const loop = lo.reserve(n);
  const test = lo.ribs.scoped(() => {
    lo.ribs.pushLabel(label, loop, true);
    const cond = lowerCondition(lo, childByField(tree, n, 'condition'));
    const then = lowerExprOpt(lo, childByField(tree, n, 'body'));
    const exit = lo.alloc({ kind: 'Break', target: loop, value: undefined }, n);
    const otherwise = lo.alloc(
      {
        kind: 'Block',
        stmts: [{ kind: 'Expr', expr: exit, semi: true }],
        tail: undefined,
        isUnsafe: false,
        labelled: false,
      },
      n,
    );
    return lo.alloc({ kind: 'If', cond, then, else: otherwise }, n);
  });
  const body = lo.alloc({ kind: 'Block', stmts: [], tail: test, isUnsafe: false, labelled: false }, n);
  return lo.fill(loop, { kind: 'Loop', body, source: 'While' });
}

/** `match Try::branch(e) { Break(residual) => return FromResidual::from_residual(residual), Continue(val) => val }` */
export function questionMark(lo: BodyLowerer, n: NodeIndex, operand: ExprId): ExprId {
  const scrutinee = langCall(lo, 'branch', [operand], n);
  const value = lo.freshBinding('val', false);
  const valuePat = lo.allocPat({ kind: 'Binding', binding: value, sub: undefined }, n);
  const residual = lo.freshBinding('residual', false);
  const residualPat = lo.allocPat({ kind: 'Binding', binding: residual, sub: undefined }, n);
  const residualExpr = lo.alloc({ kind: 'Local', binding: residual }, n);
  // Inside a `try` block, that is what is left.
  const target = lo.ribs.resolveLabel(tryLabel);
  const converted = langCall(lo, target === undefined ? 'from_residual' : 'into_try_type', [residualExpr], n);
  const exit =
    target === undefined
      ? lo.alloc({ kind: 'Return', value: converted }, n)
      : lo.alloc({ kind: 'Break', target, value: converted }, n);
  return lo.alloc(
    {
      kind: 'Match',
      scrutinee,
      arms: [
        { pat: langPat(lo, 'Break', [residualPat], n), guard: undefined, body: exit },
        {
          pat: langPat(lo, 'Continue', [valuePat], n),
          guard: undefined,
          body: lo.alloc({ kind: 'Local', binding: value }, n),
        },
      ],
      source: 'Try',
    },
    n,
  );
}

/** The label of `try` blocks; no label can be written like this. */
const tryLabel = 'try';

/** `'try: { …; Try::from_output(tail) }`, which a `?` inside leaves. */
export function tryBlock(lo: BodyLowerer, n: NodeIndex): ExprId {
  const block = childByKind(lo.cx.tree, n, 'block');
  const id = lo.reserve(n);
  return lo.ribs.scoped(() => {
    lo.ribs.pushLabel(tryLabel, id, false);
    const { stmts, tail } = block === undefined ? { stmts: [], tail: undefined } : lowerStmts(lo, block);
    const value = tail ?? lo.alloc({ kind: 'Tuple', elems: [] }, n);
    const output = langCall(lo, 'from_output', [value], n);
    return lo.fill(id, { kind: 'Block', stmts, tail: output, isUnsafe: false, labelled: true });
  });
}

export function awaitExpr(lo: BodyLowerer, n: NodeIndex, operand: ExprId): ExprId {
  return lo.alloc({ kind: 'Await', expr: langCall(lo, 'into_future', [operand], n) }, n);
}

/** `..=end`. */
export function rangeToInclusive(lo: BodyLowerer, n: NodeIndex, end: NodeIndex | undefined): ExprId {
  const path = langPath(lo, 'RangeToInclusive');
  const value = lowerExprOpt(lo, end);
  if (path === undefined) return lo.missing(n);
  return lo.alloc({ kind: 'Struct', path, fields: [{ name: 'end', expr: value }], base: undefined }, n);
}

/** A struct literal of the range type, or `RangeInclusive::new(a, b)`. */
export function rangeExpr(lo: BodyLowerer, n: NodeIndex): ExprId {
  const { tree } = lo.cx;
  const operator = children(tree, n).find((c) => !isNamed(tree, c) && nodeText(tree, c).startsWith('..'));
  const operands = namedChildren(tree, n);
  const startNode = operands.find((c) => operator === undefined || c < operator);
  const endNode = operands.find((c) => operator !== undefined && c > operator);
  const start = startNode === undefined ? undefined : lowerExpr(lo, startNode);
  const end = endNode === undefined ? undefined : lowerExpr(lo, endNode);
  const inclusive = operator !== undefined && nodeText(tree, operator) === '..=';
  return rangeOf(lo, n, start, end, inclusive);
}

export function rangeOf(
  lo: BodyLowerer,
  n: NodeIndex,
  start: ExprId | undefined,
  end: ExprId | undefined,
  inclusive: boolean,
): ExprId {
  if (inclusive && start !== undefined && end !== undefined) {
    return langCall(lo, 'range_inclusive_new', [start, end], n);
  }
  const item =
    start === undefined
      ? end === undefined
        ? 'RangeFull'
        : inclusive
          ? 'RangeToInclusive'
          : 'RangeTo'
      : end === undefined
        ? 'RangeFrom'
        : 'Range';
  const path = langPath(lo, item);
  if (path === undefined) return lo.missing(n);
  if (item === 'RangeFull') return lo.alloc({ kind: 'Path', path }, n);
  const fields: { name: string; expr: ExprId }[] = [];
  if (start !== undefined) fields.push({ name: 'start', expr: start });
  if (end !== undefined) fields.push({ name: 'end', expr: end });
  return lo.alloc({ kind: 'Struct', path, fields, base: undefined }, n);
}

/** `(a, b.c, ..) = rhs` is `{ let (lhs0, lhs1, ..) = rhs; a = lhs0; b.c = lhs1; }`. */
export function assignDestructuring(
  lo: BodyLowerer,
  n: NodeIndex,
  left: NodeIndex,
  right: NodeIndex | undefined,
): ExprId {
  const init = lowerExprOpt(lo, right);
  const assignments: Stmt[] = [];
  const pat = assigneePat(lo, left, assignments);
  const stmts: Stmt[] = [
    { kind: 'Let', pat, ty: undefined, init, else: undefined, isSuper: false, scope: lo.ribs.block },
    ...assignments,
  ];
  return lo.alloc({ kind: 'Block', stmts, tail: undefined, isUnsafe: false, labelled: false }, n);
}

function assigneePat(lo: BodyLowerer, n: NodeIndex, assignments: Stmt[]): PatId {
  const { tree } = lo.cx;
  const list = (nodes: readonly NodeIndex[]) => {
    const pats: PatId[] = [];
    let rest: number | undefined;
    for (const c of nodes) {
      if (nodeText(tree, c) === '..') rest = pats.length;
      else pats.push(assigneePat(lo, c, assignments));
    }
    return { pats, rest };
  };
  const punctuation = /^[(),[\]]$/;
  const elems = () => children(tree, n).filter((c) => !punctuation.test(nodeText(tree, c)));
  switch (kindName(tree, n)) {
    case 'parenthesized_expression':
      return assigneePat(lo, namedChildren(tree, n)[0] ?? n, assignments);
    case 'tuple_expression':
      return lo.allocPat({ kind: 'Tuple', ...list(elems()) }, n);
    case 'unit_expression':
      return lo.allocPat({ kind: 'Tuple', pats: [], rest: undefined }, n);
    case 'array_expression': {
      const { pats, rest } = list(elems());
      const split = rest ?? pats.length;
      return lo.allocPat(
        {
          kind: 'Slice',
          before: pats.slice(0, split),
          rest: rest === undefined ? undefined : 'ignored',
          after: pats.slice(split),
        },
        n,
      );
    }
    case 'call_expression': {
      const path = lo.pathRef(childByField(tree, n, 'function'));
      const args = childByField(tree, n, 'arguments');
      const nodes =
        args === undefined ? [] : children(tree, args).filter((c) => !punctuation.test(nodeText(tree, c)));
      return lo.allocPat({ kind: 'TupleStruct', path, ...list(nodes) }, n);
    }
    case 'struct_expression': {
      const path = lo.pathRef(childByField(tree, n, 'name'));
      const body = childByField(tree, n, 'body');
      const fields: { name: string; pat: PatId }[] = [];
      for (const c of body === undefined ? [] : namedChildren(tree, body)) {
        const kind = kindName(tree, c);
        if (kind === 'base_field_initializer') continue;
        const name =
          childByField(tree, c, 'field') ?? childByField(tree, c, 'name') ?? namedChildren(tree, c)[0];
        if (name === undefined) continue;
        const value = kind === 'field_initializer' ? childByField(tree, c, 'value') : name;
        fields.push({ name: lo.identText(name), pat: assigneePat(lo, value ?? name, assignments) });
      }
      return lo.allocPat({ kind: 'Struct', path, fields }, n);
    }
    default: {
      if (nodeText(tree, n) === '_') return lo.allocPat({ kind: 'Wild' }, n);
      const binding = lo.freshBinding('lhs', false);
      const lhs = lowerExpr(lo, n);
      const rhs = lo.alloc({ kind: 'Local', binding }, n);
      assignments.push({ kind: 'Expr', expr: lo.alloc({ kind: 'Assign', lhs, rhs }, n), semi: true });
      return lo.allocPat({ kind: 'Binding', binding, sub: undefined }, n);
    }
  }
}
