/**
 * Which of the crates that a crate could name it does name. rustc opens an extern crate when a path first mentions it,
 * and only crates opened so are where printed paths may start; the others are known through their dependents alone.
 * Told from the texts, of files and of what macros made of items: a mention is the crate's name before `::`, or in a
 * `use` or `extern crate`.
 */
import { type Database, defineQuery } from '../../query/database.ts';
import { type CrateId, defCrate } from '../defs.ts';
import type { HirFileId } from '../hirFile.ts';
import { hirFileText } from '../source.ts';
import { crateDefMap } from './defMap.ts';

/** Names in the extern prelude that the crate's own files mention, in order of first mention. */
export const namedCrates = defineQuery<CrateId, readonly string[]>(
  'namedCrates',
  (db, krate) => {
    const { externPrelude } = crateDefMap(db, krate);
    const found: string[] = [];
    const missing = new Set(externPrelude.keys());
    for (const file of itemFiles(db, krate)) {
      if (missing.size === 0) break;
      const text = hirFileText(db, file)?.text ?? '';
      const here = [...missing].map((name) => ({ name, at: firstMention(text, name) }));
      for (const { name, at } of here.sort((a, b) => a.at - b.at)) {
        if (at < 0) continue;
        found.push(name);
        missing.delete(name);
      }
    }
    return found;
  },
  { equals: (a, b) => a.length === b.length && a.every((name, i) => name === b[i]), isFirewall: true },
);

/** The crates that the compiler opens for the crate: those that it names. What else its manifest lists is not loaded. */
export const openedCrates = defineQuery<CrateId, readonly CrateId[]>(
  'openedCrates',
  (db, krate) => {
    const { externPrelude } = crateDefMap(db, krate);
    return namedCrates(db, krate).map((name) => defCrate(externPrelude.get(name)!));
  },
  { equals: (a, b) => a.length === b.length && a.every((crate, i) => crate === b[i]) },
);

/** -1: none. What stands behind `//` on its line is prose. */
function firstMention(text: string, name: string): number {
  // Most names do not occur at all: look for the letters before trying the pattern.
  if (!text.includes(name)) return -1;
  const mention = new RegExp(`\\b${name}\\s*::|\\b(?:use|crate)\\s+${name}\\b`, 'g');
  for (const { index } of text.matchAll(mention)) {
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
    if (!line.includes('//')) return index;
  }
  return -1;
}

function itemFiles(db: Database, krate: CrateId): ReadonlySet<HirFileId> {
  const { modules, defs } = crateDefMap(db, krate);
  const files = new Set<HirFileId>();
  for (const { file } of modules.values()) if (file !== undefined) files.add(file);
  for (const { file } of defs.values()) files.add(file);
  return files;
}
