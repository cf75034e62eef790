/**
 * Other files that a text is made of, told without expanding anything: those in its `include!`, `include_str!` and
 * `include_bytes!`.
 */
import type { Database } from '../query/database.ts';
import type { CrateId, FileId } from './defs.ts';
import { crateData, fileText, relativeFile } from './inputs.ts';
import { fileHash } from './libraryTexts.ts';

/**
 * The hashes of all files that are included in a text of the file, and in code that is. Undefined where it is not
 * written out which these are.
 */
export function hashesOfIncluded(
  db: Database,
  krate: CrateId,
  file: FileId,
  text: string,
  outer: readonly FileId[] = [],
): string[] | undefined {
  const hashes: string[] = [];
  for (const { 0: call, 1: ofValue, index } of text.matchAll(/\binclude(_str|_bytes)?!\s*[([{]?/g)) {
    // Comments like to mention them.
    if (/^\s*\/\//.test(text.slice(text.lastIndexOf('\n', index) + 1, index))) continue;
    const path = pathAt(text, index + call.length, crateData(db, krate).env);
    if (path === undefined) return undefined;
    const included = relativeFile(db, file, path);
    hashes.push(fileHash(db, included));
    if (ofValue !== undefined || outer.includes(included)) continue;
    const code = fileText(db, included) ?? '';
    const inner = hashesOfIncluded(db, krate, included, code, [...outer, included]);
    if (inner === undefined) return undefined;
    hashes.push(...inner);
  }
  return hashes;
}

const part = String.raw`"[^"\\]*"|env!\s*\(\s*"\w+"\s*\)`;
const parts = new RegExp(
  String.raw`\s*(?:concat!\s*\(((?:\s*(?:${part})\s*,?)*)\s*\)|(${part}))\s*,?\s*[)\]}]`,
  'y',
);

/** The path that a macro is given: a string, or what `concat!` and `env!` make of some. */
function pathAt(text: string, at: number, env: ReadonlyMap<string, string>): string | undefined {
  parts.lastIndex = at;
  const match = parts.exec(text);
  if (!match) return undefined;
  let path = '';
  for (const { 1: variable, 2: literal } of (match[1] ?? match[2]!).matchAll(
    /env!\s*\(\s*"(\w+)"|"([^"]*)"/g,
  )) {
    const value = literal ?? env.get(variable!);
    if (value === undefined) return undefined;
    path += value;
  }
  return path;
}
