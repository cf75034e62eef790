/**
 * What is known of closures and async bodies: of those of the body being inferred by asking that inference
 * (`LocalClosures`), of all others by their owner's finished `InferenceResult`.
 */
import type { DefId } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import { substitute, substituteSig, substituteTys } from './fold.ts';
import { closureInfo } from './infer/infer.ts';
import type { ClosureKindName, LocalClosures } from './obligation.ts';
import type { FnSig, GenericArgs, Ty } from './types.ts';

/** Where questions about closures are asked from. An `InferCtxt` is one. */
export interface ClosureView {
  readonly db: Database;
  readonly localClosures: LocalClosures | undefined;
}

export function closureKind(view: ClosureView, def: DefId): ClosureKindName | undefined {
  if (view.localClosures?.has(def)) return view.localClosures.kind(def);
  return closureInfo(view.db, def)?.kind;
}

/** Inputs as written, not tupled; over `args`. */
export function closureSig(view: ClosureView, def: DefId, args: GenericArgs): FnSig | undefined {
  // A closure of the body at hand is generic over the very parameters that are in scope.
  if (view.localClosures?.has(def)) return view.localClosures.sig(def);
  const sig = closureInfo(view.db, def)?.sig;
  return sig && substituteSig(sig, args);
}

/** Types of the captured upvars; undefined while they are not known. */
export function closureUpvarTys(view: ClosureView, def: DefId, args: GenericArgs): readonly Ty[] | undefined {
  if (view.localClosures?.has(def)) return view.localClosures.upvarTys(def);
  const info = closureInfo(view.db, def);
  return (
    info &&
    substituteTys(
      info.captures.map((c) => c.ty),
      args,
    )
  );
}

/** `Future::Output` of an async block or body. */
export function coroutineReturn(view: ClosureView, def: DefId, args: GenericArgs): Ty | undefined {
  if (view.localClosures?.has(def)) return view.localClosures.coroutineReturn(def);
  const info = closureInfo(view.db, def);
  return info && substitute(info.sig.output, args);
}
