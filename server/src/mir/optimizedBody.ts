/**
 * Bodies of optimized crates: std, whose MIR was optimized when the toolchain was built, and whatever the profile has
 * optimized.
 *
 * Two things in that change what is collected: small functions are inlined, so that their callers no longer mention
 * them; and cleanup disappears, where what was a call cannot panic or no path needs it. Both happen while the body is
 * still generic. How many statements are left decides in turn what is inlined elsewhere, and how codegen units are
 * merged. So these bodies go through rustc's `run_optimization_passes`, as far as it bears on one of these.
 */
import { defCrate, defKind, typeckRoot } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { inlinesMir, type Profile } from '../project/profile.ts';
import type { Database } from '../query/database.ts';
import { evalConst } from '../ty/constEval.ts';
import type { ParamEnv } from '../ty/obligation.ts';
import { paramEnv } from '../ty/predicates.ts';
import { normalizeRevealing } from '../ty/project.ts';
import { aliasFlags } from '../ty/types.ts';
import { dbTypeOps } from './dbTypeOps.ts';
import type { MutBody } from './graph.ts';
import { inlineCalls } from './inline/inline.ts';
import { instantiateBody } from './inline/instantiate.ts';
import { normalizeArgsIn } from './inline/resolveCallee.ts';
import type { MirBody, MirConst, Operand } from './mir.ts';
import { addCallGuards } from './passes/callGuards.ts';
import { simplifyIntegerComparisons } from './passes/comparisonIntegral.ts';
import { literalValue, simplifyConstConditions, singleUseConsts } from './passes/constConditions.ts';
import { propagateCopies } from './passes/copyProp.ts';
import { eliminateDeadStores } from './passes/deadStores.ts';
import { elaborateBoxDerefs, separateDerefs } from './passes/derefSeparator.ts';
import { propagateDestinations } from './passes/destProp.ts';
import { branchOtherwiseEarly } from './passes/earlyOtherwise.ts';
import { numberValues } from './passes/gvn/gvn.ts';
import { removeNoopLandingPads } from './passes/landingPads.ts';
import { lowerIntrinsics } from './passes/lowerIntrinsics.ts';
import { simplifyMatchBranches } from './passes/matchBranches.ts';
import { propagateRanges } from './passes/rangeProp.ts';
import { propagateReferences } from './passes/refProp.ts';
import { removeUnusedLocals } from './passes/removeUnusedLocals.ts';
import { removeZsts } from './passes/removeZsts.ts';
import { removeUnneededDrops, simplifyCalls } from './passes/simplifyCalls.ts';
import { simplifyCfg } from './passes/simplifyCfg.ts';
import { simplifyLocals } from './passes/simplifyLocals.ts';
import { replaceAggregates } from './passes/sroa.ts';
import { threadJumps } from './passes/threading/jumpThreading.ts';
import { answerTypeIntrinsics } from './passes/typeIntrinsics.ts';
import { preservesUbChecks, resolveUbChecks } from './passes/ubChecks.ts';
import { propagateUnreachable } from './passes/unreachableProp.ts';
import { unreachableVariants } from './passes/unreachableVariants.ts';
import type { TypeOps } from './typeOps.ts';

export function optimizeBody(db: Database, written: MirBody, profile: Profile): MirBody {
  const { def } = written;
  const root = typeckRoot(def);
  const env = paramEnv(db, root);
  const types = dbTypeOps(db, defCrate(root), env);
  const body = normalized(db, written, env);
  const copy: MutBody = {
    def,
    locals: [...body.locals],
    argCount: body.argCount,
    blocks: body.blocks.map(({ statements, terminator, isCleanup }) => ({
      statements: [...statements],
      terminator,
      isCleanup,
    })),
    promoteds: [...body.promoteds],
    ...(body.coroutineDrop && { coroutineDrop: body.coroutineDrop }),
    unresolved: [...body.unresolved],
  };
  const isFn = defKind(def) === 'Fn' || defKind(def) === 'Closure';
  // What the layout of a coroutine hangs on is not asked while its own body is optimized, nor is anything inlined into it.
  const isCoroutine = body.coroutineDrop !== undefined;
  const inlines = inlinesMir(profile) && isFn && !isCoroutine;
  const isStd = crateData(db, defCrate(root)).origin === 'lang';
  const keepsChecks = preservesUbChecks(db, defCrate(root));
  const evaluate = (operand: Operand): bigint | undefined => {
    if (operand.kind !== 'Constant') return undefined;
    const value = literalValue(operand) ?? scalarOf(db, types, operand.constant);
    return typeof value === 'boolean' ? BigInt(value) : value;
  };
  // rustc's passes by their names, in its order.
  const passes: readonly (readonly [string, () => void])[] = [
    ['Derefer', () => separateDerefs(copy)],
    ['ElaborateBoxDerefs', () => elaborateBoxDerefs(copy, types)],
    ['LowerIntrinsics', () => lowerIntrinsics(db, copy)],
    ['SimplifyCfg-pre-optimizations', () => simplifyCfg(copy)],
    ['InstSimplify-before-inline', () => simplifyCalls(copy, types)],
    ['InstSimplify-before-inline', () => answerTypeIntrinsics(db, copy, types)],
    [
      'Inline',
      () => {
        if (!inlines) return;
        inlineCalls(db, env, copy);
        simplifyCfg(copy);
      },
    ],
    ['RemoveZsts', () => !isCoroutine && removeZsts(copy, types)],
    ['RemoveUnneededDrops', () => removeUnneededDrops(copy, types)],
    ['UnreachableEnumBranching', () => unreachableVariants(copy, types)],
    ['UnreachablePropagation', () => propagateUnreachable(copy)],
    ['SimplifyCfg-after-unreachable-enum-branching', () => simplifyCfg(copy)],
    ['InstSimplify-after-simplifycfg', () => simplifyCalls(copy, types)],
    ['InstSimplify-after-simplifycfg', () => answerTypeIntrinsics(db, copy, types)],
    ['InstSimplify-after-simplifycfg', () => !keepsChecks && resolveUbChecks(copy, profile.debugAssertions)],
    ['SimplifyConstCondition-after-inst-simplify', () => simplifyConstConditions(copy, evaluate)],
    ['ReferencePropagation', () => propagateReferences(copy, types)],
    ['ScalarReplacementOfAggregates', () => !isCoroutine && replaceAggregates(copy, types)],
    ['SimplifyLocals-before-const-prop', () => simplifyLocals(copy)],
    ['DeadStoreElimination-initial', () => eliminateDeadStores(copy)],
    ['GVN', () => numberValues(db, copy, types)],
    ['SimplifyLocals-after-value-numbering', () => simplifyLocals(copy)],
    ['SsaRangePropagation', () => propagateRanges(copy, types)],
    ['MatchBranchSimplification', () => simplifyMatchBranches(copy)],
    ['SingleUseConsts', () => singleUseConsts(copy)],
    ['SimplifyConstCondition-after-const-prop', () => simplifyConstConditions(copy, evaluate)],
    [
      'JumpThreading',
      () => !isCoroutine && threadJumps(db, copy, types, keepsChecks || profile.debugAssertions),
    ],
    ['EarlyOtherwiseBranch', () => branchOtherwiseEarly(copy)],
    ['SimplifyComparisonIntegral', () => simplifyIntegerComparisons(copy, types)],
    ['SimplifyConstCondition-final', () => simplifyConstConditions(copy, evaluate)],
    ['RemoveNoopLandingPads', () => removeNoopLandingPads(copy, types)],
    ['SimplifyCfg-final', () => simplifyCfg(copy)],
    ['StripDebugInfo', () => isStd && forgetVariables(copy)],
    ['CopyProp', () => propagateCopies(copy, types)],
    ['DeadStoreElimination-final', () => eliminateDeadStores(copy)],
    ['DestinationPropagation', () => propagateDestinations(copy)],
    ['SimplifyLocals-final', () => simplifyLocals(copy)],
    ['AddCallGuards', () => addCallGuards(copy)],
    ['SimplifyLocals-final', () => removeUnusedLocals(copy)],
  ];
  for (const [, run] of passes) run();
  return copy;
}

/** From here on an alias is what it stands for: an associated type as far as the where clauses tell, `impl Trait` always. */
function normalized(db: Database, body: MirBody, env: ParamEnv): MirBody {
  if (!body.locals.some(({ ty }) => (ty.flags & aliasFlags) !== 0)) return body;
  return instantiateBody(body, {
    ty: (ty) => ((ty.flags & aliasFlags) === 0 ? ty : normalizeRevealing(db, env, ty)),
    args: (args) => normalizeArgsIn(db, env, args),
    konst: (value) => value,
  });
}

/** std is built so that debuggers find the parameters of functions without branches, but no other variables. */
function forgetVariables({ blocks, locals, argCount }: MutBody): void {
  if (blocks[0]!.terminator.kind !== 'Return') return;
  locals.forEach(({ ty }, local) => {
    if (local === 0 || local > argCount) locals[local] = { ty, name: undefined };
  });
}

/** A named constant's value, where no parameter decides it. */
function scalarOf(db: Database, types: TypeOps, constant: MirConst): bigint | boolean | undefined {
  switch (constant.kind) {
    case 'Unevaluated':
      return types.constValue(constant.def, constant.args);
    case 'TyConst':
      return evalConst(db, constant.value);
    default:
      return undefined;
  }
}
