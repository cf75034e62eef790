/** Hints: generic parameters that the code of a function does not depend on. */
import { type CrateId, defData, defKind, type FileId } from '../hir/defs.ts';
import type { FileRange } from '../hir/fileRange.ts';
import type { Database } from '../query/database.ts';
import { requiresMonomorphization } from '../ty/generics.ts';
import { hasCode } from './codeLens.ts';
import { defsOfFile } from './fileDefs.ts';
import { unusedParams } from './genericParams.ts';
import { isOfTrait } from './unresolved.ts';

export interface Diagnostic {
  readonly code: 'unused-generic-parameter';
  readonly range: FileRange;
  readonly message: string;
}

/** Only parameters of the function itself: those of an impl are there for its other methods, too. */
export function diagnostics(db: Database, krate: CrateId, file: FileId): Diagnostic[] {
  const result: Diagnostic[] = [];
  for (const def of defsOfFile(db, krate, file)) {
    if (defKind(def) !== 'Fn' || !hasCode(db, def) || !requiresMonomorphization(db, def)) continue;
    // A trait and its impls must agree on parameters, whether or not each of them needs all.
    if (isOfTrait(db, def)) continue;
    for (const { name, declaredBy, range } of unusedParams(db, def)) {
      if (declaredBy !== def || !range || range.file !== file) continue;
      result.push({
        code: 'unused-generic-parameter',
        range,
        message: `The code of \`${defData(def).name}\` does not depend on \`${name}\`: copies that differ only in it are the same code.`,
      });
    }
  }
  return result;
}
