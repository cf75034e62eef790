/**
 * The store of what procedural macros have made of their inputs, for who looks at a program once: one file a crate
 * graph, `KEY<tab>JSON` a line. What a run did not ask for is of an older text, and dropped when there is something new.
 */
import type { MacroAnswers } from '../procMacro/procMacroServer.ts';
import { readCacheFile, type Saving, writingCacheFile } from './cacheDirectory.ts';
import { entryLines, readEntries } from './entryLines.ts';
import type { GraphStore } from './graphStore.ts';

export interface MacroAnswerStore extends GraphStore, MacroAnswers {}

/** Undefined without a path. */
export function openMacroAnswers(path: string | undefined): MacroAnswerStore | undefined {
  if (path === undefined) return undefined;
  const entries = readEntries(readCacheFile(path) ?? '');
  const used = new Set<string>();
  let isChanged = false;
  return {
    get(key) {
      used.add(key);
      const entry = entries.get(key);
      return typeof entry === 'string' ? entry : entry?.();
    },
    set(key, line) {
      used.add(key);
      entries.set(key, line);
      isChanged = true;
    },
    *saving(): Saving {
      if (!isChanged) return;
      isChanged = false;
      for (const key of entries.keys()) if (!used.has(key)) entries.delete(key);
      yield* writingCacheFile(path, entryLines(entries));
    },
  };
}
