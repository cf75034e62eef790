/**
 * How long temporaries live. After rustc's `rustc_hir_analysis::check::region` and `rvalue_scopes`.
 *
 * A temporary lives to the end of the innermost enclosing *terminating* scope: a statement, the body of a function,
 * loop or branch, an arm, an operand of `&&` and `||`, a condition, and since edition 2024 the tail of a block and the
 * scrutinee of an `if let`. Where a `let` initializer borrows a temporary in an *extending* position (`let x = &f();`,
 * `let x = S { a: &f() };`), or binds it by reference, it lives as long as the variables of that `let`; and so do the
 * variables of a `super let` there.
 *
 * Scopes are numbers: an expression's own scope is its id; the others are numbered after all expressions. The walk
 * covers the whole owner with its closures, each of which starts afresh.
 */
import type { Body, Expr, ExprId, PatId } from '../../hir/body/body.ts';

export type ScopeId = number;

export interface RegionScopes {
  /** Scope that an expression's temporary belongs to; undefined: the whole of a const or static, for ever. */
  temporaryScope(expr: ExprId): ScopeId | undefined;
  /** The scope of an `if`'s condition and `then` branch. */
  readonly ifThen: ReadonlyMap<ExprId, ScopeId>;
  readonly arms: ReadonlyMap<PatId, ScopeId>;
  /** By the pattern of a `let`: the rest of the block, in which its variables live. */
  readonly remainders: ReadonlyMap<PatId, ScopeId>;
  /** Where the variables of a `let` live. */
  variableScope(pat: PatId): ScopeId;
  /** By the pattern of a `let`: the statement itself. */
  readonly lets: ReadonlyMap<PatId, ScopeId>;
  /** By the expression of an expression statement. */
  readonly statements: ReadonlyMap<ExprId, ScopeId>;
  /** The scopes around a whole body: of the call, and of the arguments. */
  readonly callSite: ScopeId;
  readonly arguments: ScopeId;
}

/** Stands for "never dropped" in the table of temporary scopes. */
const forever = -2;
const unset = -1;

interface Context {
  /** Innermost terminating scope. */
  readonly temporary: ScopeId;
  /** Where variables of a `let` here live. */
  readonly variables: ScopeId;
}

export interface RegionOptions {
  readonly edition2024: boolean;
  /** Whether the owner is a const or static: its extended temporaries live for ever. */
  readonly isConst: boolean;
  /** Whether a call is of a tuple struct or variant constructor, whose arguments are extending positions. */
  isConstructorCall(callee: ExprId): boolean;
}

export function computeRegionScopes(body: Body, options: RegionOptions): RegionScopes {
  const { exprs, pats } = body;
  const temporaries = new Int32Array(exprs.length).fill(unset);
  const extended = new Map<ExprId, ScopeId>();
  const ifThen = new Map<ExprId, ScopeId>();
  const arms = new Map<PatId, ScopeId>();
  const remainders = new Map<PatId, ScopeId>();
  const supers = new Map<PatId, ScopeId>();
  /** Those in a block whose value the initializer of an outer `let` is. */
  const extendedSupers = new Map<PatId, ScopeId>();
  const lets = new Map<PatId, ScopeId>();
  const statements = new Map<ExprId, ScopeId>();
  let next = exprs.length;
  const callSite = next++;
  const argumentsScope = next++;

  const isSince2024 = (id: ExprId): boolean => options.edition2024 !== body.ofOtherEdition.has(id);

  /** A terminating expression: its own scope ends its temporaries. */
  const terminating = (id: ExprId, cx: Context) => {
    temporaries[id] = id;
    walk(id, { temporary: id, variables: cx.variables });
  };

  const visit = (id: ExprId | undefined, cx: Context) => {
    if (id === undefined) return;
    if (isForLoop(exprs[id])) {
      terminating(id, cx);
      return;
    }
    temporaries[id] = cx.temporary;
    walk(id, cx);
  };

  const walk = (id: ExprId, cx: Context): void => {
    const expr = exprs[id];
    if (!expr) return;
    switch (expr.kind) {
      case 'Block':
        walkBlock(id, expr, cx);
        break;
      case 'If': {
        const scope = next++;
        ifThen.set(id, scope);
        const inner: Context = {
          temporary: isSince2024(id) ? scope : cx.temporary,
          variables: scope,
        };
        if (hasLet(exprs, expr.cond)) visit(expr.cond, inner);
        else terminating(expr.cond, inner);
        terminating(expr.then, inner);
        if (expr.else !== undefined) terminating(expr.else, cx);
        break;
      }
      case 'Binary':
        if (expr.op === 'And' || expr.op === 'Or') {
          const lhs = exprs[expr.lhs];
          const chained = lhs?.kind === 'Binary' && (lhs.op === 'And' || lhs.op === 'Or');
          if (chained || lhs?.kind === 'Let') visit(expr.lhs, cx);
          else terminating(expr.lhs, cx);
          if (exprs[expr.rhs]?.kind === 'Let') visit(expr.rhs, cx);
          else terminating(expr.rhs, cx);
        } else {
          visit(expr.lhs, cx);
          visit(expr.rhs, cx);
        }
        break;
      case 'Loop':
        terminating(expr.body, cx);
        break;
      case 'Match':
        visit(expr.scrutinee, cx);
        for (const arm of expr.arms) {
          const scope = next++;
          arms.set(arm.pat, scope);
          const inner: Context = { temporary: scope, variables: scope };
          if (arm.guard !== undefined) {
            if (hasLet(exprs, arm.guard)) visit(arm.guard, inner);
            else terminating(arm.guard, inner);
          }
          visit(arm.body, inner);
        }
        break;
      case 'Closure':
        terminating(expr.body, { temporary: argumentsScope, variables: argumentsScope });
        break;
      case 'InlineConst':
        extend(expr.body, forever);
        visit(expr.body, { temporary: forever, variables: forever });
        break;
      default:
        forEachChild(expr, (child) => visit(child, cx));
    }
  };

  const walkBlock = (id: ExprId, block: Extract<Expr, { kind: 'Block' }>, outer: Context) => {
    let cx = outer;
    for (const stmt of block.stmts) {
      if (stmt.kind === 'Expr') {
        const scope = next++;
        statements.set(stmt.expr, scope);
        visit(stmt.expr, { temporary: scope, variables: cx.variables });
        continue;
      }
      const remainder = next++;
      remainders.set(stmt.pat, remainder);
      const scope = next++;
      lets.set(stmt.pat, scope);
      if (stmt.else !== undefined) terminating(stmt.else, cx);
      const variables = stmt.isSuper ? (extendedSupers.get(stmt.pat) ?? cx.temporary) : remainder;
      if (stmt.isSuper) supers.set(stmt.pat, variables);
      // A `super let` ends no temporaries: `{ super let x = f(&temp()); &x }` is as `&f(&temp())`.
      const inner: Context = { temporary: stmt.isSuper ? cx.temporary : scope, variables };
      if (stmt.init !== undefined) {
        extend(stmt.init, variables);
        if (bindsByReference(stmt.pat)) extendPlace(stmt.init, variables);
        visit(stmt.init, inner);
      }
      // Temporaries of the tail still end where the block's would.
      cx = { temporary: cx.temporary, variables: remainder };
    }
    if (block.tail !== undefined) {
      if (isSince2024(id)) terminating(block.tail, cx);
      else visit(block.tail, cx);
    }
  };

  /** The initializer is in extending position: what it borrows lives in `scope`. */
  const extend = (id: ExprId, scope: ScopeId): void => {
    const expr = exprs[id];
    switch (expr?.kind) {
      case 'Ref':
        extend(expr.expr, scope);
        extendPlace(expr.expr, scope);
        break;
      case 'Struct':
        for (const field of expr.fields) extend(field.expr, scope);
        break;
      case 'Array':
      case 'Tuple':
        for (const elem of expr.elems) extend(elem, scope);
        break;
      case 'Cast':
        extend(expr.expr, scope);
        break;
      case 'Block':
        for (const stmt of expr.stmts) {
          if (stmt.kind === 'Let' && stmt.isSuper) extendedSupers.set(stmt.pat, scope);
        }
        if (expr.tail !== undefined) extend(expr.tail, scope);
        break;
      case 'If':
        extend(expr.then, scope);
        if (expr.else !== undefined) extend(expr.else, scope);
        break;
      case 'Match':
        // Only what is written: the arms of `for`, `?` and `.await` extend nothing.
        if (expr.source === 'Match') for (const arm of expr.arms) extend(arm.body, scope);
        break;
      case 'Call':
        if (options.isConstructorCall(expr.callee)) for (const arg of expr.args) extend(arg, scope);
        break;
      default:
        break;
    }
  };

  /** The value of the expression is borrowed for `scope`, and with it the places that it is a part of. */
  const extendPlace = (start: ExprId, scope: ScopeId) => {
    let id = start;
    for (;;) {
      extended.set(id, scope);
      const expr = exprs[id];
      if (expr?.kind === 'Ref' || expr?.kind === 'Field') id = expr.expr;
      else if (expr?.kind === 'Unary' && expr.op === 'Deref') id = expr.expr;
      else if (expr?.kind === 'Index') id = expr.base;
      else return;
    }
  };

  const bindsByReference = (id: PatId): boolean => {
    const pat = pats[id];
    switch (pat?.kind) {
      case 'Binding':
        return body.bindings[pat.binding]?.mode !== 'move';
      case 'Struct':
        return pat.fields.some((f) => bindsByReference(f.pat));
      case 'Tuple':
      case 'TupleStruct':
      case 'Or':
        return pat.pats.some(bindsByReference);
      case 'Slice':
        return (
          pat.before.some(bindsByReference) ||
          pat.after.some(bindsByReference) ||
          (typeof pat.rest === 'number' && bindsByReference(pat.rest))
        );
      case 'Box':
        return bindsByReference(pat.pat);
      default:
        return false;
    }
  };

  if (options.isConst) {
    extend(body.root, forever);
    visit(body.root, { temporary: forever, variables: forever });
  } else {
    terminating(body.root, { temporary: argumentsScope, variables: argumentsScope });
  }

  return {
    temporaryScope(expr) {
      const scope = extended.get(expr) ?? temporaries[expr] ?? unset;
      return scope < 0 ? (scope === forever ? undefined : argumentsScope) : scope;
    },
    ifThen,
    arms,
    remainders,
    variableScope: (pat) => supers.get(pat) ?? remainders.get(pat) ?? argumentsScope,
    lets,
    statements,
    callSite,
    arguments: argumentsScope,
  };
}

/** A whole `for`, which drops the temporaries of what it goes through wherever it stands. */
function isForLoop(expr: Expr | undefined): boolean {
  return expr?.kind === 'Match' && expr.source === 'ForLoop' && expr.arms.length === 1;
}

/** Whether a condition contains a `let` outside of nested expressions. */
export function hasLet(exprs: readonly Expr[], cond: ExprId): boolean {
  const expr = exprs[cond];
  if (expr?.kind === 'Let') return true;
  return expr?.kind === 'Binary' && expr.op === 'And' && (hasLet(exprs, expr.lhs) || hasLet(exprs, expr.rhs));
}

/** Calls `visit` with the direct subexpressions, in order of evaluation, of an expression without scopes of its own. */
function forEachChild(expr: Expr, visit: (child: ExprId | undefined) => void): void {
  switch (expr.kind) {
    case 'Let':
    case 'Field':
    case 'Unary':
    case 'Ref':
    case 'Cast':
    case 'Await':
      visit(expr.expr);
      break;
    case 'Break':
    case 'Return':
    case 'Yield':
      visit(expr.value);
      break;
    case 'Call':
      visit(expr.callee);
      for (const arg of expr.args) visit(arg);
      break;
    case 'MethodCall':
      visit(expr.receiver);
      for (const arg of expr.args) visit(arg);
      break;
    case 'Index':
      visit(expr.base);
      visit(expr.index);
      break;
    case 'Assign':
    case 'AssignOp':
      visit(expr.lhs);
      visit(expr.rhs);
      break;
    case 'Tuple':
    case 'Array':
      for (const elem of expr.elems) visit(elem);
      break;
    case 'Repeat':
      visit(expr.elem);
      break;
    case 'Struct':
      for (const field of expr.fields) visit(field.expr);
      visit(expr.base);
      break;
    case 'InlineAsm':
      for (const operand of expr.operands) visit(operand);
      break;
    default:
      break;
  }
}
