/** Conditions of `if`, `while` and guards, with the `let`s in them. After `then_else_break` of `rustc_mir_build::builder::matches`. */

import { switchBool } from '../../graph.ts';
import type { BlockId } from '../../mir.ts';
import { type Builder, gotoBlock, newBlock, terminate } from '../builder.ts';
import { asTemp } from '../exprPlace.ts';
import { thir } from '../mirror.ts';
import type { ScopeId } from '../regionScopes.ts';
import { breakForElse, inIfThenScope, inScope, localScope } from '../scope.ts';
import type { ThirRef } from '../thir.ts';
import { declareBindings, matchOrBreak } from './lower.ts';

/**
 * Goes on where the condition holds, and leaves for the innermost `else` where it does not. `temporaries` is the scope
 * of the condition's value if it is not the innermost one; the variables of `let`s live in `variables`.
 */
export function thenElseBreak(
  b: Builder,
  block: BlockId,
  ref: ThirRef,
  temporaries: ScopeId | undefined,
  variables: ScopeId,
): BlockId {
  const node = thir(b, ref);
  switch (node.kind) {
    case 'Scope':
      return inScope(b, node.scope, () => thenElseBreak(b, block, node.value, temporaries, variables));
    case 'Use':
      return thenElseBreak(b, block, node.arg, temporaries, variables);
    case 'Logical': {
      if (node.op === 'And') {
        const holds = thenElseBreak(b, block, node.lhs, temporaries, variables);
        return thenElseBreak(b, holds, node.rhs, temporaries, variables);
      }
      const [lhs, fails] = inIfThenScope(b, localScope(b), () =>
        thenElseBreak(b, block, node.lhs, temporaries, variables),
      );
      const rhs = thenElseBreak(b, fails, node.rhs, temporaries, variables);
      const join = newBlock(b);
      gotoBlock(b, lhs, join);
      gotoBlock(b, rhs, join);
      return join;
    }
    case 'Unary': {
      if (node.op !== 'Not') break;
      const [holds, fails] = inIfThenScope(b, localScope(b), () =>
        thenElseBreak(b, block, node.arg, temporaries, variables),
      );
      breakForElse(b, holds);
      return fails;
    }
    case 'Let':
      declareBindings(b, node.pat, false);
      return matchOrBreak(b, block, node.pat, node.expr, variables);
    default:
      break;
  }
  const [next, temp] = asTemp(b, block, temporaries ?? localScope(b), node);
  const then = newBlock(b);
  const otherwise = newBlock(b);
  terminate(b, next, switchBool({ kind: 'Move', place: { local: temp, projection: [] } }, then, otherwise));
  breakForElse(b, otherwise);
  return then;
}
