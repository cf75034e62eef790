/**
 * The directory of what is remembered from run to run: `monolens/BUILD` below the user's cache directory, where BUILD
 * stands for the program down to its build, so that no version reads what another one wrote.
 *
 * All files are JSON, or lines with JSON in them, in ASCII alone: to V8, a text of which one character is more takes twice
 * the memory, and longer to read.
 *
 * Everything in it can be made again, so it may be deleted at any time. It is kept small: what older builds left, and
 * what has not been written for the longest, goes when there is more than {@link sizeLimit}.
 */
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPath } from './path.ts';

/** Of all files together. */
const sizeLimit = 512 * 1024 * 1024;
/** More than anything that is written; a file above it is begun anew. */
const fileLimit = 256 * 1024 * 1024;

/**
 * Undefined where there is no cache directory, and for a program that runs from its sources, whose build has no
 * identity. The language server and the command line of one build share what they remember.
 */
export function cacheDirectory(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const home = env.HOME ?? env.USERPROFILE;
  const base = env.XDG_CACHE_HOME ?? env.LOCALAPPDATA ?? (home === undefined ? undefined : `${home}/.cache`);
  const build = buildId();
  return base === undefined || build === undefined ? undefined : `${base}/monolens/${build}`;
}

/** What the build wrote beside the programs. */
function buildId(): string | undefined {
  try {
    return readFileSync(fileURLToPath(new URL('build.txt', import.meta.url)), 'utf8').trim();
  } catch {
    return undefined;
  }
}

export function readCacheFile(path: string): string | undefined {
  try {
    if (statSync(path).size > fileLimit) return undefined;
    const text = readFileSync(path, 'latin1');
    // Marks it as in use, so that it is not the first to be deleted.
    const now = new Date();
    utimesSync(path, now, now);
    return text;
  } catch {
    return undefined;
  }
}

/** About as much is written in a step, so that the whole text need never be in memory. */
const pieceLength = 1 << 20;

/** A file is being written, a piece whenever the next step is asked for; it is there once the last was. */
export type Saving = Generator<void, void>;

export function* noSaving(): Saving {}

export function finish(saving: Saving): void {
  while (!saving.next().done);
}

/** Several programs may write at once: each its own file, and the last one's stays. */
export function* writingCacheFile(path: string, parts: Iterable<string>): Saving {
  const temporary = `${path}.${process.pid}`;
  let isWhole = false;
  try {
    mkdirSync(parentPath(path), { recursive: true });
    const file = openSync(temporary, 'w');
    try {
      let piece = '';
      for (const part of parts) {
        piece += part;
        if (piece.length < pieceLength) continue;
        writeFileSync(file, inAscii(piece), 'latin1');
        piece = '';
        yield;
      }
      writeFileSync(file, inAscii(piece), 'latin1');
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    isWhole = true;
    prune(parentPath(parentPath(path)), path);
  } catch {
    // No room, or no right to write: done without.
  } finally {
    if (!isWhole) rmSync(temporary, { force: true });
  }
}

/** JSON has such characters in strings only, where they can be escaped. */
function inAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function writeCacheFile(path: string, parts: Iterable<string>): void {
  finish(writingCacheFile(path, parts));
}

/** Deletes the files that were not used for the longest, until the rest is within the limit. */
function prune(directory: string, keep: string): void {
  const files: { path: string; size: number; time: number }[] = [];
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat) files.push({ path, size: stat.size, time: stat.mtimeMs });
  }
  let total = 0;
  for (const { path, size } of files.sort((a, b) => b.time - a.time)) {
    total += size;
    if (total > sizeLimit && path !== keep) rmSync(path, { force: true });
  }
}
