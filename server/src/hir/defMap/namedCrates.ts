/**
 * Which of the crates that a crate could name it does name. rustc opens an extern crate when a path first mentions it,
 * and only crates opened so are where printed paths may start; the others are known through their dependents alone.
 * Told from the texts, of files and of what macros made of items: a mention is the crate's name before `::`, or in a
 * `use` or `extern crate`.
 */
import { equalLists } from '../../base/equalLists.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import { type CrateId, defCrate } from '../defs.ts';
import type { HirFileId } from '../hirFile.ts';
import { crateData } from '../inputs.ts';
import { hirFileText } from '../source.ts';
import { crateDefMap } from './defMap.ts';

/** Names in the extern prelude that the crate's own files mention, in order of first mention. */
export const namedCrates = defineQuery<CrateId, readonly string[]>(
  'namedCrates',
  (db, krate) => {
    const { externPrelude } = crateDefMap(db, krate);
    const isEdited = crateData(db, krate).origin === 'local';
    const found: string[] = [];
    const missing = new Set(externPrelude.keys());
    for (const file of itemFiles(db, krate)) {
      if (missing.size === 0) break;
      // A library is looked at once: searching for a few names is faster than listing all.
      const here = isEdited ? pathStarts(db, file) : mentionsIn(hirFileText(db, file)?.text ?? '', missing);
      for (const name of here) if (missing.delete(name)) found.push(name);
    }
    return found;
  },
  { equals: equalLists, isFirewall: true },
);

/** Of some names, those that a text mentions, in order of first mention. */
function mentionsIn(text: string, names: ReadonlySet<string>): string[] {
  return [...names]
    .map((name) => ({ name, at: firstMention(text, name) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);
}

/** All names that a text mentions as those of crates are, in order of first mention: an edit mostly leaves them as they are. */
const pathStarts = defineQuery<HirFileId, readonly string[]>(
  'pathStarts',
  (db, file) => {
    const text = hirFileText(db, file)?.text ?? '';
    const names = new Set<string>();
    for (const { 1: start, 2: named, index } of text.matchAll(/\b(\w+)\s*::|\b(?:use|crate)\s+(\w+)\b/g)) {
      const name = start ?? named!;
      if (!names.has(name) && !isProse(text, index)) names.add(name);
    }
    return [...names];
  },
  { equals: equalLists },
);

/** The crates that the compiler opens for the crate: those that it names. What else its manifest lists is not loaded. */
export const openedCrates = defineQuery<CrateId, readonly CrateId[]>(
  'openedCrates',
  (db, krate) => {
    const { externPrelude } = crateDefMap(db, krate);
    return namedCrates(db, krate).map((name) => defCrate(externPrelude.get(name)!));
  },
  { equals: equalLists },
);

/** -1: none. */
function firstMention(text: string, name: string): number {
  // Most names do not occur at all: look for the letters before trying the pattern.
  if (!text.includes(name)) return -1;
  const mention = new RegExp(`\\b${name}\\s*::|\\b(?:use|crate)\\s+${name}\\b`, 'g');
  for (const { index } of text.matchAll(mention)) if (!isProse(text, index)) return index;
  return -1;
}

/** What stands behind `//` on its line is prose. */
function isProse(text: string, index: number): boolean {
  return text.slice(text.lastIndexOf('\n', index) + 1, index).includes('//');
}

function itemFiles(db: Database, krate: CrateId): ReadonlySet<HirFileId> {
  const { modules, defs } = crateDefMap(db, krate);
  const files = new Set<HirFileId>();
  for (const { file } of modules.values()) if (file !== undefined) files.add(file);
  for (const { file } of defs.values()) files.add(file);
  return files;
}
