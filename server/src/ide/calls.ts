/**
 * The functions that a body names, and which instances they are in each copy of that body: a body is inferred once,
 * generically, and a copy's arguments put in afterwards say what is called.
 */
import type { ExprId } from '../hir/body/body.ts';
import { body, bodySourceMap } from '../hir/body/lower.ts';
import type { DefId } from '../hir/defs.ts';
import { defTextRange, type FileRange } from '../hir/fileRange.ts';
import type { Instance } from '../mono/instance.ts';
import { resolveInstance } from '../mono/resolve.ts';
import type { Database } from '../query/database.ts';
import { substituteArgs } from '../ty/fold.ts';
import { identityArgs, requiresMonomorphization } from '../ty/generics.ts';
import { infer } from '../ty/infer/infer.ts';
import type { Callee } from '../ty/inferenceResult.ts';
import { erasedRegion, mkArgs } from '../ty/intern.ts';
import { normalizeErasingArgs } from '../ty/project.ts';
import type { GenericArgs } from '../ty/types.ts';
import { copiesOf, type Program } from './program.ts';

export interface NamedFunction {
  readonly expr: ExprId;
  /** The path, or the method's name. */
  readonly range: FileRange;
  readonly callee: Callee;
  /** Generic arguments are written there already. */
  readonly isExplicit: boolean;
}

/** The functions named in the text of a body itself; what macros put there has no place of its own. */
export function namedFunctions(db: Database, owner: DefId): NamedFunction[] {
  const lowered = body(db, owner);
  const map = bodySourceMap(db, owner);
  if (!lowered || !map) return [];
  const { methods, paths } = infer(db, owner);
  const result: NamedFunction[] = [];
  for (const [id, expr] of lowered.exprs.entries()) {
    if (expr.kind === 'MethodCall') {
      const callee = methods.get(id);
      const name = map.methodNames.get(id);
      const range = name && defTextRange(db, owner, name[0], name[1]);
      if (callee && range) result.push({ expr: id, range, callee, isExplicit: expr.generics !== undefined });
    } else if (expr.kind === 'Path' && expr.path.kind === 'Path') {
      const value = paths.get(id);
      const span = map.exprSpans[id];
      if (value?.kind !== 'Fn' || value.def === undefined) continue;
      if (span?.anchor.kind !== 'Def' || span.anchor.def !== owner) continue;
      const range = defTextRange(db, owner, span.start, span.end);
      const isExplicit = expr.path.path.segments.some((segment) => segment.args !== undefined);
      if (range) result.push({ expr: id, range, callee: { def: value.def, args: value.args }, isExplicit });
    }
  }
  return result;
}

/** The generic arguments with which a body is compiled, once for each copy. */
export function argumentsOfCopies(program: Program, owner: DefId): GenericArgs[] {
  const { db } = program;
  if (!requiresMonomorphization(db, owner)) {
    return [mkArgs(identityArgs(db, owner).list.map(() => erasedRegion))];
  }
  return copiesOf(program, owner).flatMap(({ item }) => (item.kind === 'Fn' ? [item.instance.args] : []));
}

export interface CalledInstance {
  /** Of the body around the call. */
  readonly args: GenericArgs;
  /** Undefined where it could not be resolved. */
  readonly instance: Instance | undefined;
}

/** What is called in each copy of the body around the call. */
export function calledInstances(program: Program, owner: DefId, callee: Callee): CalledInstance[] {
  const { db } = program;
  return argumentsOfCopies(program, owner).map((args) => ({
    args,
    instance: resolveInstance(db, callee.def, normalizeErasingArgs(db, substituteArgs(callee.args, args))),
  }));
}
