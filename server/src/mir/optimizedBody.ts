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
import { mkUnevaluated } from '../ty/intern.ts';
import { paramEnv } from '../ty/predicates.ts';
import { dbTypeOps } from './dbTypeOps.ts';
import type { MutBody } from './graph.ts';
import { inlineCalls } from './inline/inline.ts';
import type { MirBody, MirConst } from './mir.ts';
import { addCallGuards } from './passes/callGuards.ts';
import { simplifyIntegerComparisons } from './passes/comparisonIntegral.ts';
import { literalValue, simplifyConstConditions, singleUseConsts } from './passes/constConditions.ts';
import { propagateCopies } from './passes/copyProp.ts';
import { eliminateDeadStores } from './passes/deadStores.ts';
import { propagateDestinations } from './passes/destProp.ts';
import { threadDropFlags } from './passes/dropFlags.ts';
import { numberValues } from './passes/gvn.ts';
import { threadJumps } from './passes/jumpThreading.ts';
import { removeNoopLandingPads } from './passes/landingPads.ts';
import { lowerIntrinsics, resolveUbChecks } from './passes/lowerIntrinsics.ts';
import { simplifyMatchBranches } from './passes/matchBranches.ts';
import { propagateReferences } from './passes/refProp.ts';
import { removeZsts } from './passes/removeZsts.ts';
import { removeUnneededDrops, simplifyCalls } from './passes/simplifyCalls.ts';
import { simplifyCfg } from './passes/simplifyCfg.ts';
import { simplifyLocals } from './passes/simplifyLocals.ts';
import { replaceAggregates } from './passes/sroa.ts';
import { unreachableVariants } from './passes/unreachableVariants.ts';

export function optimizeBody(db: Database, body: MirBody, profile: Profile): MirBody {
  const { def } = body;
  const root = typeckRoot(def);
  const env = paramEnv(db, root);
  const types = dbTypeOps(db, defCrate(root), env);
  const copy: MutBody = {
    def,
    // Nothing is kept for debuggers to see.
    locals: body.locals.map(({ ty }) => ({ ty, name: undefined })),
    argCount: body.argCount,
    blocks: body.blocks.map(({ statements, terminator, isCleanup }) => ({
      statements: statements.filter((s) => s.kind !== 'StorageLive' && s.kind !== 'StorageDead'),
      terminator,
      isCleanup,
    })),
    promoteds: [...body.promoteds],
    unresolved: [...body.unresolved],
  };
  lowerIntrinsics(db, copy);
  simplifyCfg(copy);
  const isFn = defKind(def) === 'Fn' || defKind(def) === 'Closure';
  if (inlinesMir(profile) && isFn && !body.blocks.some((b) => b.terminator.kind === 'Yield'))
    inlineCalls(db, env, copy);
  simplifyCalls(copy, types);
  removeZsts(copy, types);
  removeUnneededDrops(copy, types);
  unreachableVariants(copy, types);
  simplifyCfg(copy);
  simplifyCalls(copy, types);
  if (crateData(db, defCrate(root)).origin !== 'lang') resolveUbChecks(copy, profile.debugAssertions);
  propagateReferences(copy, types);
  replaceAggregates(copy, types);
  simplifyLocals(copy);
  eliminateDeadStores(copy);
  numberValues(copy, types, (constant) => scalarOf(db, constant));
  simplifyLocals(copy);
  simplifyMatchBranches(copy);
  singleUseConsts(copy);
  simplifyConstConditions(copy, literalValue);
  threadDropFlags(copy);
  threadJumps(copy, types);
  simplifyIntegerComparisons(copy);
  removeNoopLandingPads(copy);
  simplifyCfg(copy);
  propagateCopies(copy, types);
  eliminateDeadStores(copy);
  propagateDestinations(copy);
  simplifyLocals(copy);
  simplifyCfg(copy);
  addCallGuards(copy);
  return copy;
}

/** A named constant's value, where no parameter decides it. */
function scalarOf(db: Database, constant: MirConst): bigint | boolean | undefined {
  switch (constant.kind) {
    case 'Unevaluated':
      return evalConst(db, mkUnevaluated(constant.def, constant.args));
    case 'TyConst':
      return evalConst(db, constant.value);
    default:
      return undefined;
  }
}
