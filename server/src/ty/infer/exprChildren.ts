/** The expressions directly inside an expression, in the order of evaluation. */
import type { Body, Expr, ExprId, PatId } from '../../hir/body/body.ts';

export function forEachChild(body: Body, e: Expr, each: (child: ExprId) => void): void {
  switch (e.kind) {
    case 'Block':
      for (const stmt of e.stmts) {
        if (stmt.kind === 'Expr') each(stmt.expr);
        else {
          if (stmt.init !== undefined) each(stmt.init);
          forEachPatExpr(body, stmt.pat, each);
          if (stmt.else !== undefined) each(stmt.else);
        }
      }
      if (e.tail !== undefined) each(e.tail);
      break;
    case 'If':
      each(e.cond);
      each(e.then);
      if (e.else !== undefined) each(e.else);
      break;
    case 'Let':
      each(e.expr);
      forEachPatExpr(body, e.pat, each);
      break;
    case 'Match':
      each(e.scrutinee);
      for (const arm of e.arms) {
        forEachPatExpr(body, arm.pat, each);
        if (arm.guard !== undefined) each(arm.guard);
        each(arm.body);
      }
      break;
    case 'Loop':
    case 'Closure':
    case 'InlineConst':
      each(e.body);
      break;
    case 'Break':
    case 'Return':
    case 'Yield':
      if (e.value !== undefined) each(e.value);
      break;
    case 'Call':
      each(e.callee);
      e.args.forEach(each);
      break;
    case 'MethodCall':
      each(e.receiver);
      e.args.forEach(each);
      break;
    case 'Field':
    case 'Unary':
    case 'Ref':
    case 'Cast':
    case 'Await':
      each(e.expr);
      break;
    case 'Index':
      each(e.base);
      each(e.index);
      break;
    case 'Binary':
    case 'Assign':
    case 'AssignOp':
      each(e.lhs);
      each(e.rhs);
      break;
    case 'Tuple':
    case 'Array':
      e.elems.forEach(each);
      break;
    case 'Repeat':
      each(e.elem);
      break;
    case 'Struct':
      for (const field of e.fields) each(field.expr);
      if (e.base !== undefined) each(e.base);
      break;
    case 'InlineAsm':
      e.operands.forEach(each);
      break;
    default:
  }
}

/** The `const { … }`s of a pattern. */
function forEachPatExpr(body: Body, id: PatId, each: (child: ExprId) => void): void {
  const pat = body.pats[id];
  switch (pat?.kind) {
    case 'ConstBlock':
      each(pat.expr);
      break;
    case 'Tuple':
    case 'TupleStruct':
    case 'Or':
      for (const sub of pat.pats) forEachPatExpr(body, sub, each);
      break;
    case 'Struct':
      for (const field of pat.fields) forEachPatExpr(body, field.pat, each);
      break;
    case 'Ref':
    case 'Box':
      forEachPatExpr(body, pat.pat, each);
      break;
    case 'Binding':
      if (pat.sub !== undefined) forEachPatExpr(body, pat.sub, each);
      break;
    case 'Slice':
      for (const sub of [...pat.before, ...pat.after]) forEachPatExpr(body, sub, each);
      if (typeof pat.rest === 'number') forEachPatExpr(body, pat.rest, each);
      break;
    default:
  }
}
