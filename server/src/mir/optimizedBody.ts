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
import { inlinesMir, type Profile } from '../project/profile.ts';
import type { Database } from '../query/database.ts';
import { paramEnv } from '../ty/predicates.ts';
import { dbTypeOps } from './dbTypeOps.ts';
import type { MutBody } from './graph.ts';
import { inlineCalls } from './inline/inline.ts';
import type { MirBody } from './mir.ts';
import { literalValue, simplifyConstConditions, singleUseConsts } from './passes/constConditions.ts';
import { propagateCopies } from './passes/copyProp.ts';
import { threadDropFlags } from './passes/dropFlags.ts';
import { removeNoopLandingPads } from './passes/landingPads.ts';
import { lowerIntrinsics } from './passes/lowerIntrinsics.ts';
import { removeZsts } from './passes/removeZsts.ts';
import { removeUnneededDrops, simplifyCalls } from './passes/simplifyCalls.ts';
import { simplifyCfg } from './passes/simplifyCfg.ts';
import { simplifyLocals } from './passes/simplifyLocals.ts';
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
  simplifyLocals(copy);
  singleUseConsts(copy);
  simplifyConstConditions(copy, literalValue);
  threadDropFlags(copy);
  removeNoopLandingPads(copy);
  simplifyCfg(copy);
  propagateCopies(copy, types);
  simplifyLocals(copy);
  simplifyCfg(copy);
  return copy;
}
