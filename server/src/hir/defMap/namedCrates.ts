/**
 * Which of the crates that a crate could name it does name. rustc opens an extern crate when a path first mentions it,
 * and only crates opened so are where printed paths may start; the others are known through their dependents alone.
 * Told from the texts: a mention is the crate's name before `::`, or in a `use` or `extern crate`.
 */
import { type Database, defineQuery } from '../../query/database.ts';
import type { CrateId, FileId } from '../defs.ts';
import { hirFile } from '../hirFile.ts';
import { fileText } from '../inputs.ts';
import { crateDefMap } from './defMap.ts';

/** Names in the extern prelude that the crate's own files mention. */
export const namedCrates = defineQuery<CrateId, ReadonlySet<string>>(
  'namedCrates',
  (db, krate) => {
    const { externPrelude } = crateDefMap(db, krate);
    const found = new Set<string>();
    const missing = new Set(externPrelude.keys());
    for (const file of moduleFiles(db, krate)) {
      if (missing.size === 0) break;
      const text = fileText(db, file) ?? '';
      for (const name of missing) {
        if (!mentions(text, name)) continue;
        found.add(name);
        missing.delete(name);
      }
    }
    return found;
  },
  { equals: (a, b) => a.size === b.size && [...a].every((name) => b.has(name)) },
);

function mentions(text: string, name: string): boolean {
  // Most names do not occur at all: look for the letters before trying the pattern.
  if (!text.includes(name)) return false;
  return new RegExp(`\\b${name}\\s*::|\\b(?:use|crate)\\s+${name}\\b`).test(text);
}

function moduleFiles(db: Database, krate: CrateId): FileId[] {
  const files = new Set<FileId>();
  for (const { file } of crateDefMap(db, krate).modules.values()) {
    const source = file === undefined ? undefined : hirFile(file);
    if (source?.kind === 'File') files.add(source.file);
  }
  return [...files];
}
