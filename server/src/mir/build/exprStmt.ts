/**
 * Expressions evaluated for their effect, and blocks of statements. After `rustc_mir_build::builder::expr::stmt` and
 * `builder::block`.
 */
import type { Expr, ExprId, Stmt } from '../../hir/body/body.ts';
import { isUnit, never } from '../../ty/intern.ts';
import { unreachable } from '../graph.ts';
import type { BlockId, Place, Rvalue } from '../mir.ts';
import {
  type Builder,
  gotoBlock,
  newBlock,
  newTemp,
  pushAssign,
  pushAssignUnit,
  terminate,
  tyOfPlace,
} from './builder.ts';
import { exprInto } from './exprInto.ts';
import { asLocalOperand, asPlace, asPlaceBuilder, asTemp } from './exprPlace.ts';
import { asRvalue, binaryOp } from './exprRvalue.ts';
import { bindIrrefutable, declareBindings, letElse, storageLiveBinding } from './matches/lower.ts';
import { thir, thirTy } from './mirror.ts';
import type { ScopeId } from './regionScopes.ts';
import {
  breakScope,
  dropAndReplace,
  inBreakableScope,
  inScope,
  popScope,
  pushScope,
  scheduleDrop,
  storageLive,
} from './scope.ts';
import type { ThirRef } from './thir.ts';

/** Evaluates for effect; a value that comes out is dropped at the end of `statement`, or of its own temporary scope. */
export function stmtExpr(b: Builder, start: BlockId, ref: ThirRef, statement: ScopeId | undefined): BlockId {
  const node = thir(b, ref);
  let block = start;
  switch (node.kind) {
    case 'Scope':
      return inScope(b, node.scope, () => stmtExpr(b, start, node.value, statement));
    case 'Assign': {
      // The right side comes first, and then the place; overwriting drops what was there.
      let rvalue: Rvalue;
      let place: Place;
      const needsDrop = b.types.needsDrop(thirTy(b, node.lhs));
      [block, rvalue] = asRvalue(b, block, node.rhs);
      [block, place] = asPlace(b, block, node.lhs);
      if (needsDrop) return dropAndReplace(b, block, place, rvalue, node.source);
      pushAssign(b, block, place, rvalue, node.source);
      return block;
    }
    case 'AssignOp': {
      const [afterRhs, rhs] = asLocalOperand(b, block, node.rhs);
      const [afterLhs, place] = asPlace(b, afterRhs, node.lhs);
      const ty = tyOfPlace(b, place);
      const [next, rvalue] = binaryOp(b, afterLhs, node.op, ty, { kind: 'Copy', place }, rhs, node.source);
      pushAssign(b, next, place, rvalue, node.source);
      return next;
    }
    case 'Continue':
      return breakScope(b, block, 'Continue', node.target, undefined, node.source);
    case 'Break':
      return breakScope(b, block, 'Break', node.target, node.value, node.source);
    case 'Return':
      return breakScope(b, block, 'Return', undefined, node.value, node.source);
    default: {
      const [next] = asTemp(b, block, statement ?? node.tempScope, node);
      return next;
    }
  }
}

/** A block expression, its value into the destination. */
export function blockInto(b: Builder, destination: Place, start: BlockId, id: ExprId): BlockId {
  const block = b.body.exprs[id] as Extract<Expr, { kind: 'Block' }>;
  if (!block.labelled) return statementsInto(b, destination, start, block);
  return inBreakableScope(b, id, undefined, destination, () => statementsInto(b, destination, start, block));
}

function statementsInto(
  b: Builder,
  destination: Place,
  start: BlockId,
  { stmts, tail }: Extract<Expr, { kind: 'Block' }>,
): BlockId {
  let block = start;
  let opened = 0;
  for (const stmt of stmts) {
    if (stmt.kind === 'Expr') {
      const scope = b.regions.statements.get(stmt.expr) ?? stmt.expr;
      const at = block;
      block = inScope(b, scope, () => stmtExpr(b, at, stmt.expr, scope));
    } else {
      // The `else` belongs to what is around the statement: none of the variables is there.
      const otherwise = stmt.else === undefined ? undefined : diverging(b, stmt.else);
      pushScope(b, b.regions.remainders.get(stmt.pat) ?? b.regions.arguments);
      opened++;
      block = letStatement(b, block, stmt, otherwise);
    }
  }
  if (tail !== undefined) block = exprInto(b, destination, block, tail);
  else if (isUnit(tyOfPlace(b, destination))) pushAssignUnit(b, block, destination, -1);
  for (; opened > 0; opened--) block = popScope(b, block);
  return block;
}

/** A block that runs an expression which does not come to an end. */
function diverging(b: Builder, expr: ExprId): BlockId {
  const start = newBlock(b);
  terminate(b, exprInto(b, newTemp(b, never), start, expr), unreachable);
  return start;
}

/** `otherwise`: where control goes if the pattern does not match. */
function letStatement(
  b: Builder,
  start: BlockId,
  stmt: Extract<Stmt, { kind: 'Let' }>,
  otherwise: BlockId | undefined,
): BlockId {
  const scope = b.regions.lets.get(stmt.pat) ?? b.regions.arguments;
  const { init } = stmt;
  if (init === undefined) {
    declareBindings(b, stmt.pat, false);
    return inScope(b, scope, () => {
      storageLiveBinding(b, start, stmt.pat);
      return start;
    });
  }
  if (otherwise === undefined) {
    return inScope(b, scope, () => {
      declareBindings(b, stmt.pat, false);
      return exprIntoPattern(b, start, stmt.pat, init);
    });
  }
  const [matching, failed] = letElse(b, start, stmt.pat, init, scope);
  gotoBlock(b, failed, otherwise);
  return matching;
}

/** `let pat = init`, which cannot fail. */
function exprIntoPattern(b: Builder, start: BlockId, pat: number, init: ExprId): BlockId {
  const pattern = b.body.pats[pat];
  if (
    pattern?.kind === 'Binding' &&
    pattern.sub === undefined &&
    b.infer.bindingModes[pattern.binding] === 'move' &&
    !b.infer.patAdjustments.get(pat)?.length
  ) {
    // Straight into the variable.
    const local = b.variables.get(pattern.binding)!;
    const scope = b.regions.variableScope(pat);
    storageLive(b, start, scope, local);
    const block = exprInto(b, { local, projection: [] }, start, init);
    scheduleDrop(b, scope, local, init);
    return block;
  }
  const [block, place] = asPlaceBuilder(b, start, init);
  return bindIrrefutable(b, block, pat, place, b.regions.variableScope(pat));
}
