/**
 * Checking the arguments of a call. Closures come last: by then the other arguments, and the obligations that they
 * helped to solve, have said what the closures' signatures are. After `rustc_hir_typeck::fn_ctxt::checks`.
 */
import type { ExprId } from '../../hir/body/body.ts';
import { hasFlag } from '../intern.ts';
import { type Ty, TypeFlag } from '../types.ts';
import { tryCoerce } from './coerce.ts';
import { type Expectation, onlyHasType, rvalueHint } from './expectation.ts';
import { checkExpr, checkExprWithExpectation } from './expr.ts';
import { type FnCtxt, probe, resolveWithObligations, selectWherePossible } from './fnCtxt.ts';

/**
 * What the arguments should be if the call is to have its expected type: the formal inputs as they would be after
 * unifying the output with it. Only a hint: the unification is taken back.
 */
export function expectedInputsForOutput(
  fcx: FnCtxt,
  expected: Expectation,
  output: Ty,
  inputs: readonly Ty[],
): readonly Ty[] | undefined {
  if (expected.kind !== 'HasType' || inputs.length === 0) return undefined;
  if (!inputs.some((ty) => hasFlag(ty, TypeFlag.HasInfer))) return undefined;
  const formal = resolveWithObligations(fcx, output);
  const wanted = onlyHasType(fcx, expected);
  // Unifying with a variable would tell the arguments nothing.
  if (!wanted || (wanted.kind === 'Infer' && wanted.variable.kind === 'Ty')) return undefined;
  return probe(fcx, () => {
    if (!fcx.infcx.unify(wanted, formal)) return undefined;
    return inputs.map((ty) => fcx.infcx.resolveVars(ty));
  });
}

/**
 * Checks arguments against the formal inputs of a signature. `tupled`: the one formal input is a tuple of the inputs
 * (the `Fn` traits).
 */
export function checkArguments(
  fcx: FnCtxt,
  formals: readonly Ty[],
  expecteds: readonly Ty[] | undefined,
  args: readonly ExprId[],

  tupled: boolean,
): void {
  let formalTys = formals;
  let expectedTys = expecteds ?? formals;
  if (tupled) {
    const tuple = formals[0] && resolveWithObligations(fcx, formals[0]);
    formalTys = tuple?.kind === 'Tuple' ? tuple.elems : [];
    const expectedTuple = expecteds?.[0] && fcx.infcx.resolveVars(expecteds[0]);
    expectedTys = expectedTuple?.kind === 'Tuple' ? expectedTuple.elems : formalTys;
  }
  let hasClosure = false;
  for (const closures of [false, true]) {
    if (closures) {
      if (!hasClosure) break;
      // What the other arguments have settled may say more of what the closures are.
      selectWherePossible(fcx);
    }
    for (let i = 0; i < args.length; i++) {
      const arg = args[i]!;
      const isClosure = fcx.body.exprs[arg]?.kind === 'Closure';
      if (isClosure !== closures) {
        hasClosure ||= isClosure;
        continue;
      }
      const formal = formalTys[i];
      if (!formal) {
        // An argument too many, or one of a C-variadic call.
        checkExpr(fcx, arg);
        continue;
      }
      const expectation = rvalueHint(fcx, expectedTys[i] ?? formal);
      const ty = checkExprWithExpectation(fcx, arg, expectation);
      // The most detailed form of the expected type first; it must then be the formal type.
      // What is known of it by now matters: a variable would take the argument as it is, `fn` item and all.
      const target = resolveWithObligations(fcx, onlyHasType(fcx, expectation) ?? formal);
      const coerced = tryCoerce(fcx, arg, ty, target);
      if (coerced) {
        fcx.infcx.unify(formal, coerced);
      } else if (target !== fcx.infcx.resolveVars(formal)) {
        tryCoerce(fcx, arg, ty, formal);
      }
    }
  }
}

/** The callee is not known: the arguments still are what they are. */
export function checkArgumentsUnknown(fcx: FnCtxt, args: readonly ExprId[]): void {
  for (const arg of args) checkExpr(fcx, arg);
}
