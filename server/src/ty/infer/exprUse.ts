/**
 * Walks a closure's body and tells how it uses places: reads, moves, borrows and assignments. After
 * `rustc_hir_typeck::expr_use_visitor`.
 */
import type { ExprId, Pat, PatId, Stmt } from '../../hir/body/body.ts';
import { type DefId, defKind } from '../../hir/defs.ts';
import { adtVariants } from '../adt.ts';
import { substitute } from '../fold.ts';
import type { Capture } from '../inferenceResult.ts';
import { unknownTy } from '../intern.ts';
import type { Ty } from '../types.ts';
import {
  type CategorizationCtxt,
  catAdjusted,
  catExpr,
  catExprUnadjusted,
  catPattern,
  type Place,
  placeTy,
  rvalue,
} from './categorization.ts';
import { structVariant } from './field.ts';
import { normalize } from './fnCtxt.ts';

export type BorrowKind = 'ref' | 'refUniq' | 'refMut';

export interface UseDelegate extends CategorizationCtxt {
  /** The value is moved out of the place. */
  consume(place: Place): void;
  /** The place is borrowed; a copy counts as a shared borrow, an assignment as a mutable one. */
  borrow(place: Place, kind: BorrowKind): void;
  isCopy(ty: Ty): boolean;
  /** The captures of a closure inside, which has been analyzed before. */
  capturesOf(closure: DefId): readonly Capture[];
}

/** Walks the body of a function or closure. */
export function walkBodyUses(cx: UseDelegate, params: readonly PatId[], body: ExprId): void {
  for (const pat of params) walkPat(cx, rvalue(patTy(cx, pat)), pat, false);
  consumeExpr(cx, body);
}

function patTy(cx: UseDelegate, pat: PatId): Ty {
  const peeled = cx.fcx.patAdjustments.get(pat);
  return cx.fcx.infcx.resolveVars(peeled?.[0] ?? cx.fcx.patTypes[pat] ?? unknownTy);
}

function consumeOrCopy(cx: UseDelegate, place: Place): void {
  if (cx.isCopy(placeTy(place))) cx.borrow(place, 'ref');
  else cx.consume(place);
}

function consumeExpr(cx: UseDelegate, expr: ExprId): void {
  consumeOrCopy(cx, catExpr(cx, expr));
  walkExpr(cx, expr);
}

function mutateExpr(cx: UseDelegate, expr: ExprId): void {
  cx.borrow(catExpr(cx, expr), 'refMut');
  walkExpr(cx, expr);
}

function borrowExpr(cx: UseDelegate, expr: ExprId, kind: BorrowKind): void {
  cx.borrow(catExpr(cx, expr), kind);
  walkExpr(cx, expr);
}

function walkAdjustments(cx: UseDelegate, expr: ExprId): void {
  const steps = cx.fcx.adjustments.get(expr);
  if (!steps) return;
  let place = catExprUnadjusted(cx, expr);
  for (const step of steps) {
    switch (step.kind) {
      case 'NeverToAny':
      case 'Pointer':
        consumeOrCopy(cx, place);
        break;
      case 'Deref':
        // An overloaded dereference borrows what it is called on.
        if (step.overloaded) cx.borrow(place, step.overloaded.mutable ? 'refMut' : 'ref');
        break;
      case 'Borrow':
        cx.borrow(place, step.mutable ? 'refMut' : 'ref');
        break;
    }
    place = catAdjusted(cx, place, step);
  }
}

function walkExpr(cx: UseDelegate, expr: ExprId): void {
  const { fcx } = cx;
  walkAdjustments(cx, expr);
  const e = fcx.body.exprs[expr];
  switch (e?.kind) {
    case 'Unary':
      if (e.op === 'Deref') walkExpr(cx, e.expr);
      else consumeExpr(cx, e.expr);
      break;
    case 'Field':
      walkExpr(cx, e.expr);
      break;
    case 'Index':
      walkExpr(cx, e.base);
      consumeExpr(cx, e.index);
      break;
    case 'Call':
      consumeExpr(cx, e.callee);
      for (const arg of e.args) consumeExpr(cx, arg);
      break;
    case 'MethodCall':
      consumeExpr(cx, e.receiver);
      for (const arg of e.args) consumeExpr(cx, arg);
      break;
    case 'Struct':
      walkStruct(cx, expr);
      break;
    case 'Tuple':
    case 'Array':
      for (const elem of e.elems) consumeExpr(cx, elem);
      break;
    case 'If':
      consumeExpr(cx, e.cond);
      consumeExpr(cx, e.then);
      if (e.else !== undefined) consumeExpr(cx, e.else);
      break;
    case 'Let':
      walkExpr(cx, e.expr);
      walkPat(cx, catExpr(cx, e.expr), e.pat, false);
      break;
    case 'Match': {
      walkExpr(cx, e.scrutinee);
      const place = catExpr(cx, e.scrutinee);
      for (const arm of e.arms) {
        walkPat(cx, place, arm.pat, arm.guard !== undefined);
        if (arm.guard !== undefined) consumeExpr(cx, arm.guard);
        consumeExpr(cx, arm.body);
      }
      break;
    }
    case 'Ref':
      borrowExpr(cx, e.expr, e.mutable ? 'refMut' : 'ref');
      break;
    case 'Loop':
      consumeExpr(cx, e.body);
      break;
    case 'Block':
      for (const stmt of e.stmts) walkStmt(cx, stmt);
      if (e.tail !== undefined) consumeExpr(cx, e.tail);
      break;
    case 'Binary':
      consumeExpr(cx, e.lhs);
      consumeExpr(cx, e.rhs);
      break;
    case 'Break':
    case 'Return':
    case 'Yield':
      if (e.value !== undefined) consumeExpr(cx, e.value);
      break;
    case 'Assign':
      mutateExpr(cx, e.lhs);
      consumeExpr(cx, e.rhs);
      break;
    case 'AssignOp':
      if (fcx.methods.has(expr)) consumeExpr(cx, e.lhs);
      else mutateExpr(cx, e.lhs);
      consumeExpr(cx, e.rhs);
      break;
    case 'Cast':
    case 'Await':
      consumeExpr(cx, e.expr);
      break;
    case 'Repeat':
      consumeExpr(cx, e.elem);
      break;
    case 'InlineAsm':
      for (const operand of e.operands) consumeExpr(cx, operand);
      break;
    case 'Closure':
      walkCaptures(cx, e.def);
      break;
    default:
  }
}

function walkStmt(cx: UseDelegate, stmt: Stmt): void {
  if (stmt.kind === 'Expr') {
    consumeExpr(cx, stmt.expr);
    return;
  }
  if (stmt.init === undefined) return;
  walkExpr(cx, stmt.init);
  const place = catExpr(cx, stmt.init);
  if (stmt.else !== undefined) consumeExpr(cx, stmt.else);
  walkPat(cx, place, stmt.pat, false);
}

function walkStruct(cx: UseDelegate, expr: ExprId): void {
  const { fcx } = cx;
  const e = fcx.body.exprs[expr];
  if (e?.kind !== 'Struct') return;
  for (const field of e.fields) consumeExpr(cx, field.expr);
  if (e.base === undefined) return;
  // Of the base, just the fields that are not given are used.
  const place = catExpr(cx, e.base);
  const ty = placeTy(place);
  const given = new Set(fcx.structFields.get(expr) ?? []);
  const variant = ty.kind === 'Adt' ? structVariant(fcx, ty.def) : undefined;
  if (variant && ty.kind === 'Adt') {
    variant.fields.forEach((field, index) => {
      if (given.has(index)) return;
      const fieldTy = fcx.infcx.resolveVars(normalize(fcx, substitute(field.ty, ty.args)));
      consumeOrCopy(cx, {
        ...place,
        projections: [...place.projections, { kind: 'Field', index, variant: 0, ty: fieldTy }],
      });
    });
  }
  walkExpr(cx, e.base);
}

/** How matching a pattern uses the place: what it tests is read, what it binds is copied, moved or borrowed. */
function walkPat(cx: UseDelegate, matched: Place, id: PatId, hasGuard: boolean): void {
  catPattern(cx, matched, id, (place, pat, at) => {
    if (readsPlace(cx, place, pat, at)) cx.borrow(place, 'ref');
    if (pat.kind !== 'Binding') return;
    // A guard sees the binding through a reference, whatever it becomes in the arm.
    if (hasGuard) cx.borrow(place, 'ref');
    const mode = cx.fcx.bindingModes[pat.binding];
    if (mode === 'move') consumeOrCopy(cx, place);
    else cx.borrow(place, mode === 'refMut' ? 'refMut' : 'ref');
  });
}

/** Whether the pattern itself (not its parts) looks at the value: a discriminant, a constant, a length. */
function readsPlace(cx: UseDelegate, place: Place, pat: Pat, id: PatId): boolean {
  switch (pat.kind) {
    case 'Literal':
    case 'Range':
    case 'ConstBlock':
      return true;
    case 'Path': {
      const value = cx.fcx.patPaths.get(id);
      return value?.kind === 'Ctor' ? isMultivariant(cx, placeTy(place)) : true;
    }
    case 'TupleStruct':
    case 'Struct':
      return isMultivariant(cx, placeTy(place));
    case 'Slice':
      // `[..]` matches any length, and an array's is known.
      return (
        placeTy(place).kind !== 'Array' &&
        !(pat.before.length === 0 && pat.after.length === 0 && pat.rest !== undefined)
      );
    default:
      return false;
  }
}

function isMultivariant(cx: UseDelegate, ty: Ty): boolean {
  return ty.kind === 'Adt' && defKind(ty.def) === 'Enum' && adtVariants(cx.fcx.db, ty.def).length > 1;
}

/** A closure inside: making it uses what it captures. */
function walkCaptures(cx: UseDelegate, closure: DefId): void {
  for (const capture of cx.capturesOf(closure)) {
    const place: Place = {
      base: { kind: cx.isUpvar(capture.binding) ? 'Upvar' : 'Local', binding: capture.binding },
      baseTy: cx.fcx.infcx.resolveVars(cx.fcx.bindingTypes[capture.binding] ?? unknownTy),
      projections: capture.projections.map((p) =>
        p.kind === 'Deref' ? p : { kind: 'Field', index: p.index, variant: 0, ty: p.ty },
      ),
    };
    if (capture.mode === 'copy' || capture.mode === 'move') consumeOrCopy(cx, place);
    else cx.borrow(place, capture.mode);
  }
}
