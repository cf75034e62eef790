/**
 * The store of what procedural macros have made of their inputs, for who looks at a program once: one file a crate
 * graph. What a run did not ask for is of an older text.
 */
import type { MacroAnswers } from '../procMacro/procMacroServer.ts';
import { EntryFile } from './entryFile.ts';
import type { GraphStore } from './graphStore.ts';

/** Undefined without a path. */
export function openMacroAnswers(path: string | undefined): (GraphStore & MacroAnswers) | undefined {
  return path === undefined ? undefined : new EntryFile(path, false);
}
