/** How deep macro calls may nest in a crate: what its `#![recursion_limit = "…"]` says, else rustc's default. */
import type { Database } from '../query/database.ts';
import { attrString, findAttr } from './attrs.ts';
import type { CrateId } from './defs.ts';
import { internHirFile } from './hirFile.ts';
import { crateData } from './inputs.ts';
import { itemTree } from './source.ts';

const byDefault = 128;

/** No crate sets a limit below this: what is not so deep need not be asked about. */
const lowest = 32;

function recursionLimit(db: Database, krate: CrateId): number {
  const data = crateData(db, krate);
  const { attrs } = itemTree(db, internHirFile({ kind: 'File', file: data.root }));
  const limit = Number(attrString(findAttr(attrs, data.cfg, 'recursion_limit')));
  return Number.isNaN(limit) ? byDefault : limit;
}

/** Whether a call of that crate, in the expansions of `depth` others, is not expanded any more. */
export function isTooDeep(db: Database, krate: CrateId, depth: number): boolean {
  return depth >= lowest && depth >= recursionLimit(db, krate);
}
