/**
 * The store of item trees on the disk: one file per std, `KEY<tab>JSON` a line, below the user's cache directory.
 *
 * The file's name says which program wrote it, down to its build, so that a newer version never reads what an older
 * one wrote. Nothing depends on the file: what cannot be read or written is made again.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contentHash } from '../base/contentHash.ts';
import { type ItemTreeCache, itemTreeCache } from '../hir/itemTreeCache.ts';
import type { Database } from '../query/database.ts';
import { isWithin, parentPath } from './path.ts';
import type { Vfs } from './vfs.ts';

export interface ItemTreeStore {
  /** Writes what is new. Call it when there is nothing better to do. */
  save(): void;
  /** Saves, and lets go of the memory: what is asked for later is parsed. */
  close(): void;
}

/** More than any std needs; a file above it is begun anew. */
const sizeLimit = 256 * 1024 * 1024;

/** Attaches the store for the std in `library` to a database, from the file given. */
export function attachItemTreeStore(db: Database, vfs: Vfs, library: string, path: string): ItemTreeStore {
  let entries = readEntries(path);
  let changed = false;
  const cache: ItemTreeCache = {
    isLibraryFile: (file) => isWithin(vfs.filePath(file), library) && !vfs.isOpen(file),
    get: (key) => entries.get(key),
    set(key, value) {
      entries.set(key, value);
      changed = true;
    },
  };
  db.setResource(itemTreeCache, cache);
  const save = (): void => {
    if (!changed) return;
    changed = false;
    writeEntries(path, entries);
  };
  return {
    save,
    close() {
      save();
      db.setResource(itemTreeCache, undefined);
      entries = new Map();
    },
  };
}

/**
 * Where the store for a std is kept; undefined where there is no cache directory, and for a program that runs from
 * its sources, whose build has no identity.
 */
export function itemTreeStorePath(
  library: string,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const program = fileURLToPath(import.meta.url);
  if (program.endsWith('.ts')) return undefined;
  const home = env.HOME ?? env.USERPROFILE;
  const base = env.XDG_CACHE_HOME ?? env.LOCALAPPDATA ?? (home === undefined ? undefined : `${home}/.cache`);
  const stat = statSync(program, { throwIfNoEntry: false });
  if (base === undefined || !stat) return undefined;
  const build = contentHash(`${program} ${stat.size} ${stat.mtimeMs} ${library}`);
  return `${base}/monolens/std-${build}.items`;
}

function readEntries(path: string): Map<string, string> {
  const entries = new Map<string, string>();
  let text: string;
  try {
    if (statSync(path).size > sizeLimit) return entries;
    text = readFileSync(path, 'utf8');
  } catch {
    return entries;
  }
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    // A line without its end was being written when something went wrong.
    if (newline < 0) break;
    const tab = text.indexOf('\t', start);
    if (tab > start && tab < newline) entries.set(text.slice(start, tab), text.slice(tab + 1, newline));
    start = newline + 1;
  }
  return entries;
}

function writeEntries(path: string, entries: ReadonlyMap<string, string>): void {
  // Several programs may write at once: each its own file, and the last one's stays.
  const temporary = `${path}.${process.pid}`;
  try {
    mkdirSync(parentPath(path), { recursive: true });
    const lines: string[] = [];
    for (const [key, value] of entries) lines.push(`${key}\t${value}\n`);
    writeFileSync(temporary, lines.join(''));
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, { force: true });
  }
}
