/**
 * What the analysis of a body hangs on, as a hash that is the same in every run: its own text, and all of its crate and
 * of those below that is not the inside of a plain function.
 *
 * What is inferred in one function does not depend on what other functions do inside, but on their signatures, on
 * types, impls, macros and constants. Of functions, only those count with their bodies that others look into: `const fn`,
 * whose results can be part of types; those that return an `impl Trait` or are `async`, which tell what it is; and those
 * that declare items, which may be impls.
 */
import { contentHash } from '../base/contentHash.ts';
import { type Database, defineQuery, type Query } from '../query/database.ts';
import { crateDefMap } from './defMap/defMap.ts';
import { attributeMacro } from './defMap/procMacros.ts';
import { type CrateId, type DefId, defCrate, type FileId } from './defs.ts';
import { type HirFileId, hirFile } from './hirFile.ts';
import { crateData, fileText, relativeFile } from './inputs.ts';
import type { ItemRange } from './itemRanges.ts';
import type { Item } from './itemTree.ts';
import { fileHash, isImmutable } from './libraryTexts.ts';
import { bodySource, itemSourceMap, itemTree } from './source.ts';

/** Undefined where there is more to it than can be seen from here. Key: the owner of the body. */
export const bodyStamp = defineQuery<DefId, string | undefined>('bodyStamp', (db, bodyOwner) => {
  const surroundings = interfaceStamp(db, defCrate(bodyOwner));
  const text = bodySource(db, bodyOwner)?.text;
  return surroundings === undefined || text === undefined
    ? undefined
    : `${surroundings} ${contentHash(text)}`;
});

/**
 * Of all that bodies hang on but their own texts, in a crate of the user's and those below it; libraries do not change.
 * Undefined where there is more to it than can be seen from here.
 */
export const interfaceStamp: Query<CrateId, string | undefined> = defineQuery<CrateId, string | undefined>(
  'interfaceStamp',
  (db, krate) => {
    const stamps: string[] = [];
    for (const { crate } of crateData(db, krate).dependencies) {
      if (isImmutable(db, crate)) continue;
      const stamp = interfaceStamp(db, crate);
      if (stamp === undefined) return undefined;
      stamps.push(stamp);
    }
    const files = new Map<FileId, HirFileId>();
    for (const { file } of crateDefMap(db, krate).modules.values()) {
      const data = file === undefined ? undefined : hirFile(file);
      if (data?.kind === 'File') files.set(data.file, file!);
    }
    for (const [id, file] of files) {
      const text = fileText(db, id) ?? '';
      const included = includedTexts(db, id, text);
      if (included === undefined) return undefined;
      stamps.push(...included);
      stamps.push(withoutPlainBodies(db, krate, file, text));
    }
    return contentHash(stamps.join('\n'));
  },
  { onCycle: () => undefined },
);

/**
 * The hashes of the files whose contents are values in a text: a length may come of them. Undefined where it is not
 * written out which these are, and for code from another file.
 */
function includedTexts(db: Database, file: FileId, text: string): string[] | undefined {
  const hashes: string[] = [];
  for (const [, ofValue, path] of text.matchAll(/\binclude(_str|_bytes)?!(?:\s*\(\s*"([^"\\]*)")?/g)) {
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
