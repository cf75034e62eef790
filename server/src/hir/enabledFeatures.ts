/** The unstable features that a crate asks for: `#![feature(a, b)]`. */
import { equalSets } from '../base/equalSets.ts';
import { defineQuery } from '../query/database.ts';
import { attrWords } from './attrs.ts';
import type { CrateId } from './defs.ts';
import { internHirFile } from './hirFile.ts';
import { crateData } from './inputs.ts';
import { itemTree } from './source.ts';

export const enabledFeatures = defineQuery<CrateId, ReadonlySet<string>>(
  'enabledFeatures',
  (db, krate) => {
    const { list } = itemTree(db, internHirFile({ kind: 'File', file: crateData(db, krate).root })).attrs;
    return new Set(list.filter((attr) => attr.path === 'feature').flatMap((attr) => attrWords(attr)));
  },
  { equals: equalSets },
);
