/**
 * Which of the crates that a crate could name it does name. rustc opens an extern crate when a path first mentions it,
 * and only crates opened so are where printed paths may start; the others are known through their dependents alone.
 * Told from the texts, of files and of what macros made of items: a mention is the crate's name at the beginning of a
 * path, where the module has nothing of that name, or in a `use` or `extern crate`. What stands in an item that a `cfg`
 * takes away mentions nothing.
 */
import { equalLists } from '../../base/equalLists.ts';
import { structuralEquals } from '../../base/structuralEquals.ts';
import { type CfgExpr, evaluateCfg } from '../../project/cfg.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import { type CrateId, defCrate, defParent } from '../defs.ts';
import type { HirFileId } from '../hirFile.ts';
import { crateData } from '../inputs.ts';
import { type Codec, cachedOfLibrary } from '../libraryCache.ts';
import { hirFileText, itemSourceMap, itemTree } from '../source.ts';
import { crateDefMap } from './defMap.ts';
import type { ModuleData } from './scope.ts';

/** A name as a text mentions it: at the beginning of a path, where what the module has by that name comes first, or not. */
interface Mention {
  readonly name: string;
  readonly isImport: boolean;
  /** What must hold for it to be there: the conditions of the items that it stands in. */
  readonly cfg: readonly CfgExpr[];
}

/** Names in the extern prelude that the crate's own files mention, in order of first mention. */
export const namedCrates = defineQuery<CrateId, readonly string[]>(
  'namedCrates',
  (db, krate) => cachedOfLibrary(db, krate, `named ${krate}`, codec, () => findNamedCrates(db, krate)),
  { equals: equalLists, isFirewall: true },
);

const codec: Codec<readonly string[]> = { encode: JSON.stringify, decode: JSON.parse };

function findNamedCrates(db: Database, krate: CrateId): readonly string[] {
  const { externPrelude } = crateDefMap(db, krate);
  const { cfg: options, origin } = crateData(db, krate);
  const isEdited = origin === 'local';
  const found: string[] = [];
  const missing = new Set(externPrelude.keys());
  for (const [file, modules] of itemFiles(db, krate)) {
    if (missing.size === 0) break;
    // A library is looked at once: searching for a few names is faster than listing all.
    const here = isEdited ? mentions(db, file) : mentionsOf(db, file, missing);
    for (const { name, isImport, cfg } of here) {
      if (!missing.has(name) || !cfg.every((expr) => evaluateCfg(expr, options))) continue;
      if (!isImport && modules.some(({ names }) => names.get(name)?.type !== undefined)) continue;
      missing.delete(name);
      found.push(name);
    }
  }
  return found;
}

/** Of some names, where a text mentions them first, in either way. */
function mentionsOf(db: Database, file: HirFileId, names: ReadonlySet<string>): Mention[] {
  // Most names do not occur at all: look for the letters before trying the pattern.
  const text = hirFileText(db, file)?.text ?? '';
  const occurring = [...names].filter((name) => text.includes(name));
  return occurring.length === 0 ? [] : mentionsIn(db, file, occurring.join('|'));
}

/** All names that a text mentions as those of crates are: an edit mostly leaves them as they are. */
const mentions = defineQuery<HirFileId, readonly Mention[]>(
  'crateMentions',
  (db, file) => mentionsIn(db, file, '\\w+'),
  { equals: structuralEquals },
);

/** Before a path that begins with `::`. */
const beforePath =
  'as|break|const|dyn|else|for|if|impl|in|match|move|mut|ref|return|unsafe|use|where|while|yield';
const isBeforePath = new RegExp(`^(?:${beforePath})$`);

/** The first mentions of each name that has that pattern, in order; under other conditions, it is mentioned anew. */
function mentionsIn(db: Database, file: HirFileId, name: string): Mention[] {
  const text = hirFileText(db, file)?.text ?? '';
  const conditional = conditionalItems(db, file);
  const imports = String.raw`\b(?:use|crate)\s+(${name})\b(?:\s*::\s*\w+)*`;
  const starts = String.raw`\b(?!(?:${beforePath})\b)(${name})\s*::(?:\s*\w+\s*::)*`;
  const seen = new Set<string>();
  const found: Mention[] = [];
  for (const { 1: imported, 2: start, index } of text.matchAll(new RegExp(`${imports}|${starts}`, 'g'))) {
    const before = /(\w+|>)?\s*::\s*$/.exec(text.slice(Math.max(0, index - 64), index));
    if (before?.[1] !== undefined && !isBeforePath.test(before[1])) continue; // in the middle of a path
    const isImport = imported !== undefined || before !== null;
    const around = conditional.filter((item) => item.start <= index && index < item.end);
    const key = [isImport, imported ?? start, ...around.map((item) => item.start)].join(' ');
    if (seen.has(key) || isProse(text, index)) continue;
    seen.add(key);
    found.push({ name: imported ?? start!, isImport, cfg: around.flatMap((item) => item.cfg) });
  }
  return found;
}

interface ConditionalItem {
  readonly start: number;
  readonly end: number;
  readonly cfg: readonly CfgExpr[];
}

/** The items of a text that are there under conditions only. */
function conditionalItems(db: Database, file: HirFileId): ConditionalItem[] {
  return itemTree(db, file).items.flatMap(({ attrs: { cfg } }, item) => {
    if (cfg.length === 0) return [];
    const range = itemSourceMap(db, file).ranges.get(item);
    return range ? [{ start: range.outerStart, end: range.end, cfg }] : [];
  });
}

/**
 * The crates that the compiler opens for the crate: those that it names, and those that an `extern crate` item in any of
 * its modules brings in, as crates without std do with std. What else its manifest lists is not loaded.
 */
export const openedCrates = defineQuery<CrateId, readonly CrateId[]>(
  'openedCrates',
  (db, krate) => {
    const { externPrelude, modules } = crateDefMap(db, krate);
    const opened = new Set(namedCrates(db, krate).map((name) => defCrate(externPrelude.get(name)!)));
    for (const { names } of modules.values()) {
      for (const { type } of names.values()) {
        if (type?.res.kind === 'Def' && defParent(type.res.def) === undefined)
          opened.add(defCrate(type.res.def));
      }
    }
    opened.delete(krate);
    return [...opened];
  },
  { equals: equalLists },
);

/** What stands behind `//` on its line is prose. */
function isProse(text: string, index: number): boolean {
  return text.slice(text.lastIndexOf('\n', index) + 1, index).includes('//');
}

/** The texts with the crate's items, and which modules each is the text of. */
function itemFiles(db: Database, krate: CrateId): ReadonlyMap<HirFileId, readonly ModuleData[]> {
  const { modules, defs } = crateDefMap(db, krate);
  const files = new Map<HirFileId, ModuleData[]>();
  for (const module of modules.values()) {
    const { file } = module;
    if (file === undefined) continue;
    const those = files.get(file);
    if (those) those.push(module);
    else files.set(file, [module]);
  }
  for (const { file } of defs.values()) if (!files.has(file)) files.set(file, []);
  return files;
}
