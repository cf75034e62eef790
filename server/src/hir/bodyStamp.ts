/**
 * What the analysis of a body hangs on, as a hash that is the same in every run: its own text, with what it stands in, and
 * all of its crate and of those below it that is not the inside of a plain function (`interfaceOfFiles.ts`).
 */
import { contentHash } from '../base/contentHash.ts';
import { type Database, defineQuery, type Query } from '../query/database.ts';
import { crateDefMap, moduleFiles } from './defMap/defMap.ts';
import { type CrateId, type DefId, defCrate, type FileId, outermostOwner } from './defs.ts';
import { crateData } from './inputs.ts';
import { interfaceOfFiles } from './interfaceOfFiles.ts';
import { isImmutable } from './libraryTexts.ts';
import { bodySource } from './source.ts';

/** Undefined where there is more to it than can be seen from here. Key: the owner of the body. */
export const bodyStamp = defineQuery<DefId, string | undefined>('bodyStamp', (db, bodyOwner) => {
  const surroundings = interfaceStamp(db, defCrate(bodyOwner));
  const text = bodySource(db, outermostOwner(bodyOwner))?.text;
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
  (db, krate) => stampOfFiles(db, krate, moduleFiles(crateDefMap(db, krate))),
  { onCycle: () => undefined },
);

/** The same for a crate whose modules are in these files. */
export function stampOfFiles(db: Database, krate: CrateId, files: readonly FileId[]): string | undefined {
  const below = interfacesBelow(db, krate);
  const own = interfaceOfFiles(db, krate, files);
  return below === undefined || own === undefined ? undefined : contentHash(`${below} ${own}`);
}

/** Of the user's crates that a crate depends on. */
function interfacesBelow(db: Database, krate: CrateId): string | undefined {
  const stamps: string[] = [];
  for (const { crate } of crateData(db, krate).dependencies) {
    if (isImmutable(db, crate)) continue;
    const stamp = interfaceStamp(db, crate);
    if (stamp === undefined) return undefined;
    stamps.push(stamp);
  }
  return stamps.join();
}
