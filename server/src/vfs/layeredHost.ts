/** Hosts in layers: each is asked in order, and the first that knows the path answers. */
import type { DirectoryEntry, Host } from './host.ts';

export function layeredHost(...layers: readonly Host[]): Host {
  return {
    readFile(path) {
      for (const layer of layers) {
        const text = layer.readFile(path);
        if (text !== undefined) return text;
      }
      return undefined;
    },
    readDirectory(path) {
      let found: Map<string, DirectoryEntry> | undefined;
      for (const layer of layers) {
        for (const entry of layer.readDirectory(path) ?? []) {
          found ??= new Map();
          if (!found.has(entry.name)) found.set(entry.name, entry);
        }
      }
      return found && [...found.values()];
    },
    kindOf(path) {
      for (const layer of layers) {
        const kind = layer.kindOf(path);
        if (kind !== undefined) return kind;
      }
      return undefined;
    },
  };
}
