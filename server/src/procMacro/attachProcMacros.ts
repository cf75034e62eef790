/** Gives a database the procedural macro server of the toolchain that a project is built with. */
import { procMacroExpander } from '../hir/macros/proc/expander.ts';
import type { Sysroot } from '../project/sysroot.ts';
import type { Database } from '../query/database.ts';
import { ProcMacroServer } from './procMacroServer.ts';

/** Undefined where the toolchain has no such server. It starts when the first macro is run. */
export function attachProcMacros(db: Database, { procMacroServer }: Sysroot): ProcMacroServer | undefined {
  const server = procMacroServer === undefined ? undefined : new ProcMacroServer(procMacroServer);
  db.setResource(procMacroExpander, server);
  return server;
}
