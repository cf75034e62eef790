/**
 * What the files of a crate say to the rest of the program: their texts without what only the function around it can see.
 *
 * What is inferred in one function does not depend on what other functions do inside, but on their signatures, on
 * types, impls, macros and constants. Of functions, only those count with their bodies that others look into: `const fn`,
 * whose results can be part of types; those that return an `impl Trait` or are `async`, which tell what it is; and those
 * that declare items which others may see, as they do impls. Comments say nothing.
 */
import { contentHash } from '../base/contentHash.ts';
import type { Database } from '../query/database.ts';
import { withoutComments } from '../syntax/withoutComments.ts';
import { findAttr } from './attrs.ts';
import { attributeMacro } from './defMap/procMacros.ts';
import type { CrateId, FileId } from './defs.ts';
import { type HirFileId, internHirFile } from './hirFile.ts';
import { hashesOfIncluded } from './includedFiles.ts';
import { crateData, fileText } from './inputs.ts';
import type { ItemRange } from './itemRanges.ts';
import type { Item } from './itemTree.ts';
import { printTypeRef } from './printRef.ts';
import { itemSourceMap, itemTree } from './source.ts';

/** A hash that is the same in every run. Undefined where there is more to it than can be seen from here. */
export function interfaceOfFiles(db: Database, krate: CrateId, files: readonly FileId[]): string | undefined {
  const parts: string[] = [];
  for (const file of files) {
    // One that is not there says nothing until it is.
    const text = fileText(db, file) ?? '';
    // A length may come of their contents, and they may be code.
    const included = hashesOfIncluded(db, krate, file, text);
    if (included === undefined) return undefined;
    parts.push(...included, withoutPlainBodies(db, krate, internHirFile({ kind: 'File', file }), text));
  }
  return contentHash(parts.join('\n'));
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
  // Doc comments are attributes to macros: to calls in bodies, rules, derives and attribute macros.
  const { cfg } = crateData(db, krate);
  const hasDerives = (_: ItemRange, i: number) => findAttr(items[i]!.attrs, cfg, 'derive') !== undefined;
  const documented = [
    ...ranges.map(({ bodyStart, bodyEnd }) => [bodyStart, bodyEnd] as const),
    ...[...seen, ...ranges.filter(hasDerives)].map(({ outerStart, end }) => [outerStart, end] as const),
  ];
  const hasDocs = (at: number) => documented.some(([from, to]) => from <= at && at < to);
  let rest = '';
  let end = 0;
  for (const { bodyStart, bodyEnd } of plain) {
    rest += withoutComments(text, end, bodyStart, hasDocs);
    end = bodyEnd;
  }
  return rest + withoutComments(text, end, text.length, hasDocs);
}

/**
 * Of the items in a body, others see only what an impl is for (derives and some macros make them, too), macros that
 * are exported, and modules in other files.
 */
const mayDeclareForOthers = /\b(?:impl|derive|trait|macro|macro_rules|mod|extern)\b/;

/** Whether nobody else looks into the body. */
function isPlain(item: Item, { start, bodyStart, bodyEnd }: ItemRange, text: string): boolean {
  return (
    item.kind === 'Fn' &&
    bodyStart >= 0 &&
    bodyEnd > bodyStart &&
    !item.isConst &&
    !item.isAsync &&
    !(item.innerItems && mayDeclareForOthers.test(text.slice(bodyStart, bodyEnd))) &&
    !(mayHideType.test(text.slice(start, bodyStart)) && mayHideType.test(printTypeRef(item.ret)))
  );
}

/** What a return type says where the body tells what it is; a macro may say so, too. */
const mayHideType = /\bimpl\b|\w!\s*[([{]/;
