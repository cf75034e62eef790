/** The host that reads the disk, through Node. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Host } from './host.ts';

/** Files above this size are not source code that anyone analyses; reading them would only cost memory. */
const sizeLimit = 32 * 1024 * 1024;

export const nodeHost: Host = {
  readFile(path) {
    try {
      const text = readFileSync(path, 'utf8');
      if (text.length > sizeLimit) return undefined;
      // rustc strips a byte order mark, too.
      return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    } catch {
      return undefined;
    }
  },

  readBytes(path) {
    try {
      return readFileSync(path);
    } catch {
      return undefined;
    }
  },

  stamp(path) {
    try {
      const stat = statSync(path, { throwIfNoEntry: false });
      return stat && { size: stat.size, modified: stat.mtimeMs };
    } catch {
      return undefined;
    }
  },

  readDirectory(path) {
    try {
      return readdirSync(path, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        isDirectory: entry.isSymbolicLink()
          ? nodeHost.kindOf(`${path}/${entry.name}`) === 'directory'
          : entry.isDirectory(),
      }));
    } catch {
      return undefined;
    }
  },

  kindOf(path) {
    const stat = statSync(path, { throwIfNoEntry: false, bigint: false });
    return stat === undefined
      ? undefined
      : stat.isDirectory()
        ? 'directory'
        : stat.isFile()
          ? 'file'
          : undefined;
  },
};
