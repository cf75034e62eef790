/** A host whose files are a map in memory: for tests, and for a server without a disk. */
import type { DirectoryEntry, Host } from './host.ts';
import { isWithin, normalizePath, relativeTo } from './path.ts';

export interface MemoryHost extends Host {
  readonly files: Map<string, string>;
  /** Creates or replaces a file. */
  write(path: string, text: string): void;
  /** Deletes a file, or a directory with all that is in it. */
  remove(path: string): void;
}

export function createMemoryHost(initial: Iterable<readonly [string, string]> = []): MemoryHost {
  const files = new Map<string, string>();
  for (const [path, text] of initial) files.set(normalizePath(path), text);
  return {
    files,
    write: (path, text) => void files.set(normalizePath(path), text),
    remove(path) {
      const removed = normalizePath(path);
      for (const file of [...files.keys()]) if (isWithin(file, removed)) files.delete(file);
    },
    readFile: (path) => files.get(path),
    readDirectory(path) {
      const entries = new Map<string, DirectoryEntry>();
      for (const file of files.keys()) {
        if (file === path || !isWithin(file, path)) continue;
        const rest = relativeTo(file, path);
        const slash = rest.indexOf('/');
        const name = slash < 0 ? rest : rest.slice(0, slash);
        entries.set(name, { name, isDirectory: slash >= 0 });
      }
      return entries.size > 0 ? [...entries.values()] : undefined;
    },
    kindOf(path) {
      if (files.has(path)) return 'file';
      for (const file of files.keys()) if (isWithin(file, path)) return 'directory';
      return undefined;
    },
  };
}
