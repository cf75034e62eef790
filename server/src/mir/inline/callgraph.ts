/**
 * Which functions call each other in a circle: of those none is inlined into another, since each would need the other's
 * finished body first. After rustc's `mir_callgraph_cyclic`, coarser in that generic arguments are not followed.
 */
import { codegenFnAttrs } from '../../hir/codegenAttrs.ts';
import { type DefId, defKind, typeckRoot } from '../../hir/defs.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import { requiresMonomorphization } from '../../ty/generics.ts';
import { paramEnv } from '../../ty/predicates.ts';
import { unoptimizedMir } from '../mirBody.ts';
import { sizeEstimate } from '../sizeEstimate.ts';
import { resolveCallee } from './resolveCallee.ts';

/** What of a function's callees may be inlined by what is declared of them. */
const inlinerCallees = defineQuery<DefId, readonly DefId[]>('inlinerCallees', (db, def) => {
  const body = unoptimizedMir(db, def);
  if (!body) return [];
  const env = paramEnv(db, typeckRoot(def));
  const callees = new Set<DefId>();
  for (const { terminator, isCleanup } of body.blocks) {
    if (isCleanup || terminator.kind !== 'Call') continue;
    const { func } = terminator;
    if (func.kind !== 'Constant' || func.ty.kind !== 'FnDef') continue;
    const callee = resolveCallee(db, env, func.ty.def, func.ty.args);
    if (callee && mayBeInlined(db, callee.def)) callees.add(callee.def);
  }
  return [...callees];
});

/** Unoptimized statements beyond which no body becomes small enough to be inlined. */
const hopelessSize = 400;

export function mayBeInlined(db: Database, def: DefId): boolean {
  const { inline } = codegenFnAttrs(db, def);
  if (inline === 'never') return false;
  if (inline !== 'none' || defKind(def) === 'Closure' || requiresMonomorphization(db, def)) return true;
  const body = unoptimizedMir(db, def);
  return body !== undefined && sizeEstimate(body) < hopelessSize;
}

/** Those from which calls lead back to `root`, itself among them if it is recursive. */
export const cyclicCallees = defineQuery<DefId, ReadonlySet<DefId>>('cyclicCallees', (db, root) => {
  const callers = new Map<DefId, DefId[]>();
  const queue = [root];
  const seen = new Set(queue);
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const callee of inlinerCallees(db, at)) {
      const known = callers.get(callee);
      if (known) known.push(at);
      else callers.set(callee, [at]);
      if (!seen.has(callee)) {
        seen.add(callee);
        queue.push(callee);
      }
    }
  }
  const cyclic = new Set<DefId>();
  const back = [...(callers.get(root) ?? [])];
  for (let at = back.pop(); at !== undefined; at = back.pop()) {
    if (cyclic.has(at)) continue;
    cyclic.add(at);
    back.push(...(callers.get(at) ?? []));
  }
  return cyclic;
});
