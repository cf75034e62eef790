/** Gives a database the procedural macro server of the toolchain that a project is built with. */
import { procMacroExpander } from '../hir/macros/proc/expander.ts';
import type { Sysroot } from '../project/sysroot.ts';
import type { Database } from '../query/database.ts';
import { type MacroAnswers, ProcMacroServer } from './procMacroServer.ts';

/** Undefined where the toolchain has no such server. It starts when a macro is run that has no answer yet. */
export function attachProcMacros(
  db: Database,
  { procMacroServer }: Sysroot,
  answers?: MacroAnswers,
): ProcMacroServer | undefined {
  const server =
    procMacroServer === undefined ? undefined : new ProcMacroServer(procMacroServer, { answers });
  db.setResource(procMacroExpander, server);
  return server;
}
