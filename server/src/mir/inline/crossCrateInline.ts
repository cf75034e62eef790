/**
 * Which functions are compiled anew in each crate that uses them. After rustc's `rustc_mir_transform::cross_crate_inline`.
 */
import { codegenFnAttrs } from '../../hir/codegenAttrs.ts';
import { type DefId, defCrate, defKind } from '../../hir/defs.ts';
import { crateData } from '../../hir/inputs.ts';
import { defineRememberedQuery } from '../../hir/rememberedBodies.ts';
import { optimizesMir } from '../../project/profile.ts';
import type { Database } from '../../query/database.ts';
import type { MirBody } from '../mir.ts';
import { mirBody } from '../mirBody.ts';
import { isMarker } from '../storage.ts';
import { intrinsicName } from './costChecker.ts';

/** `#[inline]`, and what the compiler found small enough. */
export const crossCrateInlinable = defineRememberedQuery<boolean>(
  'crossCrateInlinable',
  'inlinable',
  isCrossCrateInlinable,
  { onCycle: () => false },
);

function isCrossCrateInlinable(db: Database, def: DefId): boolean {
  const attrs = codegenFnAttrs(db, def);
  if (attrs.isExternIndicator || attrs.isStdInternalSymbol) return false;
  if (defKind(def) === 'Struct' || defKind(def) === 'Variant') return true;
  if (attrs.isIntrinsic) return true;
  if (attrs.inline !== 'none') return attrs.inline !== 'never';
  if (defKind(def) === 'Closure') return false;
  // Where the crate is optimized, small leaf functions are inferred to be inlinable.
  const { profile } = crateData(db, defCrate(def));
  if (!optimizesMir(profile) || profile.incremental) return false;
  const body = mirBody(db, def);
  return body !== undefined && !mayHideCalls(body) && isSmallLeaf(db, body);
}

/** What cannot be resolved is most often a call: of std's functions, one into libc. */
function mayHideCalls({ unresolved }: MirBody): boolean {
  return unresolved.some(({ cause }) => cause === 'path' || cause === 'call');
}

/** No calls but of intrinsics, no cleanup, at most 100 statements. A panic is no call. */
function isSmallLeaf(db: Database, body: MirBody): boolean {
  let statements = 0;
  for (const { statements: list, terminator } of body.blocks) {
    switch (terminator.kind) {
      case 'Drop':
      case 'UnwindResume':
        return false;
      case 'Assert':
        if (terminator.unwind !== undefined) return false;
        statements++;
        break;
      case 'Call':
        if (intrinsicName(db, terminator.func) === undefined) return false;
        break;
      case 'Return':
        break;
      default:
        statements++;
    }
    for (const statement of list) if (!isMarker(statement)) statements++;
  }
  return statements <= 100;
}
