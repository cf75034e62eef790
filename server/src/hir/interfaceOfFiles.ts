/**
 * What the files of a crate say to the rest of the program: their texts without what only the function around it can see.
 *
 * What is inferred in one function does not depend on what other functions do inside, but on their signatures, on
 * types, impls, macros and constants. Of functions, only those count with their bodies that others look into: `const fn`,
 * whose results can be part of types; those that return an `impl Trait` or are `async`, which tell what it is; and those
 * that declare items, which may be impls.
 */
import { contentHash } from '../base/contentHash.ts';
import type { Database } from '../query/database.ts';
import { attributeMacro } from './defMap/procMacros.ts';
import type { CrateId, FileId } from './defs.ts';
import { type HirFileId, internHirFile } from './hirFile.ts';
import { fileText, relativeFile } from './inputs.ts';
import type { ItemRange } from './itemRanges.ts';
import type { Item } from './itemTree.ts';
import { fileHash } from './libraryTexts.ts';
import { itemSourceMap, itemTree } from './source.ts';

/** A hash that is the same in every run. Undefined where there is more to it than can be seen from here. */
export function interfaceOfFiles(db: Database, krate: CrateId, files: readonly FileId[]): string | undefined {
  const parts: string[] = [];
  for (const file of files) {
    // One that is not there says nothing until it is.
    const text = fileText(db, file) ?? '';
    const included = includedTexts(db, file, text);
    if (included === undefined) return undefined;
    parts.push(...included, withoutPlainBodies(db, krate, internHirFile({ kind: 'File', file }), text));
  }
  return contentHash(parts.join('\n'));
}

/**
 * The hashes of the files whose contents are values in a text: a length may come of them. Undefined where it is not
 * written out which these are, and for code from another file.
 */
function includedTexts(db: Database, file: FileId, text: string): string[] | undefined {
  const hashes: string[] = [];
  for (const { 1: ofValue, 2: path, index } of text.matchAll(
    /\binclude(_str|_bytes)?!(?:\s*\(\s*"([^"\\]*)")?/g,
  )) {
    // Comments like to mention them.
    if (/^\s*\/\//.test(text.slice(text.lastIndexOf('\n', index) + 1, index))) continue;
    if (ofValue === undefined || path === undefined) return undefined;
    hashes.push(fileHash(db, relativeFile(db, file, path)));
  }
  return hashes;
}

function withoutPlainBodies(db: Database, krate: CrateId, file: HirFileId, text: string): string {
  const { items } = itemTree(db, file);
  const ranges = [...itemSourceMap(db, file).ranges];
  // An attribute macro sees the bodies in the item that it is applied to, and may make anything of them.
  const seen = ranges.filter((_, i) => attributeMacro(db, krate, items[i]!.attrs) !== undefined);
  const isSeen = ({ start, end }: ItemRange) =>
    seen.some((outer) => outer.start <= start && end <= outer.end);
  const plain = ranges.filter((range, i) => isPlain(items[i]!, range, text) && !isSeen(range));
  plain.sort((a, b) => a.bodyStart - b.bodyStart);
  let rest = '';
  let end = 0;
  for (const { bodyStart, bodyEnd } of plain) {
    rest += text.slice(end, bodyStart);
    end = bodyEnd;
  }
  return rest + text.slice(end);
}

/** Whether nobody else looks into the body. */
function isPlain(item: Item, { start, bodyStart, bodyEnd }: ItemRange, text: string): boolean {
  return (
    item.kind === 'Fn' &&
    bodyStart >= 0 &&
    bodyEnd > bodyStart &&
    !item.isConst &&
    !item.isAsync &&
    !item.innerItems &&
    !/\bimpl\b/.test(text.slice(start, bodyStart))
  );
}
