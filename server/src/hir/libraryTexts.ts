/**
 * What does not change while a program is worked on: the libraries below it. What was found out about them can be
 * remembered from run to run, with the hashes of the texts that it was found in.
 */
import { contentHash } from '../base/contentHash.ts';
import { type Database, defineQuery, type Query } from '../query/database.ts';
import type { CrateId, FileId } from './defs.ts';
import { crateData, fileText } from './inputs.ts';

/** Files with the hashes of their texts. */
export type TextHashes = readonly (readonly [file: FileId, hash: string])[];

/** The hash of a file's text. */
export const fileHash = defineQuery<FileId, string>('fileHash', (db, file) => hashOfText(fileText(db, file)));

/** The hash of a text, or what stands for a file that does not exist. */
export function hashOfText(text: string | undefined): string {
  return text === undefined ? '-' : contentHash(text);
}

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
