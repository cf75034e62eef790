/**
 * From the graph as built to the body that is collected from: drop elaboration and the passes that rustc runs even
 * without optimization, in its order (`rustc_mir_transform::mir_drops_elaborated_and_const_checked`, then
 * `run_optimization_passes` at `opt-level` 0).
 */

import { defCrate } from '../../hir/defs.ts';
import { enabledFeatures } from '../../hir/enabledFeatures.ts';
import { transformCoroutine } from '../coroutine/stateTransform.ts';
import { elaborateDrops } from '../drops/elaborateDrops.ts';
import { removeUninitDrops } from '../drops/removeUninitDrops.ts';
import type { MutBody } from '../graph.ts';
import { unreachable } from '../graph.ts';
import type { MirBody } from '../mir.ts';
import { removeUnwindEdges } from '../passes/abortUnwinding.ts';
import { addCallGuards } from '../passes/callGuards.ts';
import { literalValue, simplifyConstConditions, singleUseConsts } from '../passes/constConditions.ts';
import { propagateCopies } from '../passes/copyProp.ts';
import { elaborateBoxDerefs, separateDerefs } from '../passes/derefSeparator.ts';
import { removeFalseEdges } from '../passes/falseEdges.ts';
import { removeNoopLandingPads } from '../passes/landingPads.ts';
import { lowerIntrinsics } from '../passes/lowerIntrinsics.ts';
import { checkPointers } from '../passes/pointerChecks.ts';
import { removeZsts } from '../passes/removeZsts.ts';
import { removeUnneededDrops, simplifyCalls } from '../passes/simplifyCalls.ts';
import { simplifyCfg, simplifyCfgKeepingSwitches } from '../passes/simplifyCfg.ts';
import { simplifyLocals } from '../passes/simplifyLocals.ts';
import { convertAggregates } from '../passes/subtyper.ts';
import { unreachableVariants } from '../passes/unreachableVariants.ts';
import { removeStorage } from '../storage.ts';
import type { Builder } from './builder.ts';
import { buildDropTrees } from './scope.ts';

export function finishBody(b: Builder): MirBody {
  buildDropTrees(b);
  const body: MutBody = {
    def: b.def,
    locals: b.locals,
    argCount: b.argCount,
    blocks: b.blocks.map(({ statements, terminator, isCleanup }) => ({
      statements,
      terminator: terminator ?? unreachable,
      isCleanup,
    })),
    promoteds: b.promoteds,
    unresolved: b.unresolved,
  };
  simplifyCfgKeepingSwitches(body);
  removeFalseEdges(body);
  removeNoopLandingPads(body, b.types);
  simplifyCfgKeepingSwitches(body);
  if (enabledFeatures(b.db, defCrate(b.def)).has('const_precise_live_drops')) {
    removeUninitDrops(body, b.types);
    simplifyCfg(body);
  }
  addCallGuards(body);
  convertAggregates(b.db, body);
  elaborateDrops(body, b.types);
  removeUnwindEdges(body, b.types);
  const [poll, pin] = [b.lang('Poll'), b.lang('pin')];
  if (b.resumeArg !== undefined && poll !== undefined && pin !== undefined) {
    separateDerefs(body);
    elaborateBoxDerefs(body, b.types);
    body.coroutineDrop = transformCoroutine(body, b.types, { poll, pin });
  }
  // Optimization begins here, and does the rest in another order.
  if (b.isOptimized) return body;
  separateDerefs(body);
  elaborateBoxDerefs(body, b.types);
  lowerIntrinsics(b.db, body);
  simplifyCfg(body);
  if (b.checksPointers) checkPointers(body, b.types);
  simplifyCalls(body, b.types);
  if (b.marksStorage) removeStorage(body, () => true);
  if (!body.coroutineDrop) removeZsts(body, b.types);
  removeUnneededDrops(body, b.types);
  unreachableVariants(body, b.types);
  simplifyCfg(body);
  simplifyLocals(body);
  singleUseConsts(body);
  simplifyConstConditions(body, literalValue);
  removeNoopLandingPads(body, b.types);
  simplifyCfg(body);
  propagateCopies(body, b.types);
  simplifyLocals(body);
  addCallGuards(body);
  return body;
}
