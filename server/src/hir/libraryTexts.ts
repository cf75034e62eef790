/**
 * What does not change while a program is worked on: the libraries below it. What was found out about them can be
 * remembered from run to run, with the hashes of the texts that it was found in.
 */
import { contentHash } from '../base/contentHash.ts';
import { type Database, Durability, defineInput, defineQuery, type Query } from '../query/database.ts';
import type { CrateId, FileId } from './defs.ts';
import { crateData, fileText } from './inputs.ts';

/** Files with the hashes of their texts. */
export type TextHashes = readonly (readonly [file: FileId, hash: string])[];

/** Key of the resource that may know the hash of a file's text without reading it. */
export const hashLoader = Symbol('hashLoader');

export type HashLoader = (file: FileId) => {
  readonly hash: string | undefined;
  readonly durability: Durability;
};

/** The hash of a file's text, where it is known without reading it. Whoever sets the text has this asked again. */
export const knownHash = defineInput<FileId, string | undefined>('knownHash', {
  load: (db, file) => {
    const load = db.resource<HashLoader>(hashLoader, () => () => ({
      hash: undefined,
      durability: Durability.Low,
    }));
    const { hash, durability } = load(file);
    return { value: hash, durability };
  },
});

/** The hash of a file's text. */
export const fileHash = defineQuery<FileId, string>('fileHash', (db, file) => {
  const known = knownHash(db, file);
  if (known !== undefined) return known;
  const text = fileText(db, file);
  // One that does not exist has something in place of a hash.
  return text === undefined ? '-' : contentHash(text);
});

/** A store of what was found out under certain texts of library files. */
export interface StoreOfTexts {
  readonly texts: TextHashes;
}

/** A query (its key is 0) whether all texts are what they were when the store that is attached was filled. */
export function areTextsOf(
  name: string,
  storeOf: (db: Database) => StoreOfTexts | undefined,
): Query<number, boolean> {
  return defineQuery<number, boolean>(name, (db) =>
    (storeOf(db)?.texts ?? []).every(([file, hash]) => fileHash(db, file) === hash),
  );
}

/**
 * A library, and so are all that it depends on. What is known of it cannot hang on the user's code then: the search for
 * impls may look there, but by the orphan rule nothing there is about what the library mentions.
 */
export const isImmutable: Query<CrateId, boolean> = defineQuery<CrateId, boolean>(
  'isImmutable',
  (db, krate) => {
    const { origin, dependencies } = crateData(db, krate);
    return origin === 'lang' || (origin === 'library' && dependencies.every((d) => isImmutable(db, d.crate)));
  },
  { onCycle: () => true },
);
