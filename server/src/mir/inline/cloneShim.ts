/**
 * The body that the compiler makes up for `Clone::clone` of tuples, closures and functions: it clones the parts in order,
 * and drops those that it has where the next one panics. After `build_clone_shim` of `rustc_mir_transform::shim`.
 */
import { langItem } from '../../hir/defMap/langItems.ts';
import { assocContainer, type DefId, defCrate, defData } from '../../hir/defs.ts';
import type { Database } from '../../query/database.ts';
import { isTy, mkArgs, mkFnDef, mkRef } from '../../ty/intern.ts';
import type { ParamEnv } from '../../ty/obligation.ts';
import { normalizeRevealing } from '../../ty/project.ts';
import { codegenSelect } from '../../ty/select.ts';
import type { GenericArgs, Ty } from '../../ty/types.ts';
import { dbTypeOps } from '../dbTypeOps.ts';
import {
  assign,
  derefElem,
  goto,
  localPlace,
  type MutBlock,
  type MutBody,
  plainBlock,
  projectPlace,
  returnLocal,
  returnTerminator,
} from '../graph.ts';
import type { BlockId, MirBody, Operand, Place } from '../mir.ts';
import { addCallGuards } from '../passes/callGuards.ts';
import { removeNoopLandingPads } from '../passes/landingPads.ts';
import { simplifyCalls } from '../passes/simplifyCalls.ts';
import { simplifyCfg } from '../passes/simplifyCfg.ts';

const source = -1;

/** What a call of `Clone::clone` clones part by part, and the parts' types; undefined where an impl or a parameter decides. */
export function clonedParts(
  db: Database,
  env: ParamEnv,
  method: DefId,
  args: GenericArgs,
  krate = defCrate(method),
): { readonly ty: Ty; readonly parts: readonly Ty[] } | undefined {
  const trait = assocContainer(method);
  const [self] = args.list;
  if (trait === undefined || !self || !isTy(self) || defData(method).name !== 'clone') return undefined;
  if (trait !== langItem(db, krate, 'clone')) return undefined;
  const ty = normalizeRevealing(db, env, self);
  if (ty.kind !== 'Tuple' && ty.kind !== 'Closure' && ty.kind !== 'FnDef' && ty.kind !== 'FnPtr')
    return undefined;
  if (codegenSelect(db, { def: trait, args: mkArgs([ty]) }, env)?.kind !== 'Builtin') return undefined;
  if (ty.kind === 'Tuple') return { ty, parts: ty.elems };
  return { ty, parts: ty.kind === 'Closure' ? dbTypeOps(db, krate, env).upvarTys(ty.def, ty.args) : [] };
}

/** The body, in terms of the caller's own parameters. */
export function cloneShimBody(
  db: Database,
  env: ParamEnv,
  method: DefId,
  args: GenericArgs,
  caller: DefId,
): MirBody | undefined {
  const cloned = clonedParts(db, env, method, args);
  if (!cloned) return undefined;
  const { ty, parts } = cloned;
  const types = dbTypeOps(db, defCrate(caller), env);
  const from = projectPlace(localPlace(1), derefElem);
  const to = localPlace(returnLocal);
  const body: MutBody = {
    def: method,
    locals: [ty, mkRef(ty, false)].map((local) => ({ ty: local, name: undefined })),
    argCount: 1,
    blocks: [],
    promoteds: [],
    unresolved: [],
  };
  const { blocks, locals } = body;
  const add = (block: MutBlock): BlockId => blocks.push(block) - 1;
  if (ty.kind === 'FnDef' || ty.kind === 'FnPtr') {
    const copy: Operand = { kind: 'Copy', place: from };
    add(plainBlock([assign(to, { kind: 'Use', operand: copy }, source)], returnTerminator));
    return body;
  }
  add(plainBlock([], goto(3)));
  const end = add(plainBlock([], returnTerminator));
  let unwind = add({ ...plainBlock([], { kind: 'UnwindResume' }), isCleanup: true });
  parts.forEach((part, index) => {
    const field = (place: Place) => projectPlace(place, { kind: 'Field', index, ty: part });
    const reference = localPlace(locals.push({ ty: mkRef(part, false), name: undefined }) - 1);
    const fn = mkFnDef(method, mkArgs([part]));
    const next = blocks.length + 2;
    add(
      plainBlock([assign(reference, { kind: 'Ref', place: field(from), mutable: false }, source)], {
        kind: 'Call',
        func: { kind: 'Constant', constant: { kind: 'ZeroSized' }, ty: fn, source },
        args: [{ kind: 'Move', place: reference }],
        destination: field(to),
        target: next,
        unwind: types.panicsAbort ? undefined : unwind,
        source,
      }),
    );
    unwind = add({
      ...plainBlock([], {
        kind: 'Drop',
        place: field(to),
        ty: part,
        target: unwind,
        unwind: undefined,
        source,
      }),
      isCleanup: true,
    });
  });
  add(plainBlock([], goto(end)));
  removeNoopLandingPads(body, types);
  simplifyCfg(body);
  simplifyCalls(body, types);
  addCallGuards(body);
  return body;
}
