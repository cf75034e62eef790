/**
 * Bodies of the library as other crates see them.
 *
 * rustc reads the library's generic and inlinable functions as MIR that was optimized when the library was built. The
 * part of that which changes what is collected is the cleanup that disappears: small functions are inlined, and where
 * such a function cannot panic, nothing unwinds out of what was its call; and drop flags are followed to where they
 * are tested, so that cleanup which no path needs goes too.
 */
import { hasAttr } from '../hir/attrs.ts';
import { item } from '../hir/defMap/defSource.ts';
import { assocContainer, type DefId, defCrate, defKind } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { type MutBody, unwindTarget, withUnwind } from './graph.ts';
import type { MirBody, Terminator } from './mir.ts';
import { unoptimizedMir } from './mirBody.ts';
import { threadDropFlags } from './passes/dropFlags.ts';
import { removeNoopLandingPads } from './passes/landingPads.ts';
import { simplifyCfg } from './passes/simplifyCfg.ts';
import { simplifyLocals } from './passes/simplifyLocals.ts';
import { sizeEstimate } from './sizeEstimate.ts';
import { canUnwind } from './unwinding.ts';

export function optimizeLibraryBody(db: Database, body: MirBody): MirBody {
  if (!body.blocks.some((b) => b.isCleanup)) return body;
  const copy: MutBody = {
    def: body.def,
    locals: [...body.locals],
    argCount: body.argCount,
    blocks: body.blocks.map(({ statements, terminator, isCleanup }) => ({
      statements: [...statements],
      terminator: mayPanic(db, terminator) ? terminator : withUnwind(terminator, undefined),
      isCleanup,
    })),
    promoteds: [...body.promoteds],
    unresolved: [...body.unresolved],
  };
  simplifyCfg(copy);
  threadDropFlags(copy);
  removeNoopLandingPads(copy);
  simplifyCfg(copy);
  simplifyLocals(copy);
  return copy;
}

function mayPanic(db: Database, terminator: Terminator): boolean {
  if (terminator.kind !== 'Call' || unwindTarget(terminator) === undefined) return true;
  const { func } = terminator;
  return func.kind !== 'Constant' || func.ty.kind !== 'FnDef' || !neverPanics(db, func.ty.def);
}

/** Statements and terminators of a function that is small enough to be inlined whatever it is. */
const smallSize = 12;

/** Whether the function is inlined into optimized callers and cannot panic. */
export const neverPanics = defineQuery<DefId, boolean>('neverPanics', bodyNeverPanics, {
  onCycle: () => false,
});

function bodyNeverPanics(db: Database, def: DefId): boolean {
  if (!canUnwind(db, def)) return true;
  if (defKind(def) !== 'Fn') return false;
  const container = assocContainer(def);
  // Which impl a trait's method is of is not known in generic code.
  if (container !== undefined && defKind(container) === 'Trait') return false;
  const it = item(db, def);
  if (!it) return false;
  const { cfg } = crateData(db, defCrate(def));
  const body = unoptimizedMir(db, def);
  if (!body) return false;
  if (!hasAttr(it.attrs, cfg, 'inline') && sizeEstimate(body) > smallSize) return false;
  return body.blocks.every(({ terminator }) => {
    switch (terminator.kind) {
      case 'Drop':
      case 'Assert':
      case 'InlineAsm':
      case 'Yield':
        return false;
      case 'Call': {
        const { func } = terminator;
        return func.kind === 'Constant' && func.ty.kind === 'FnDef' && neverPanics(db, func.ty.def);
      }
      default:
        return true;
    }
  });
}
