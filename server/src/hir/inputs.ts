/** The inputs of the engine: the text of files and the crate graph. `vfs` and `project` set them; all else is derived. */

import type { CrateData, CrateGraph } from '../project/crateGraph.ts';
import { type Database, Durability, defineInput, defineQuery } from '../query/database.ts';
import type { CrateId, FileId } from './defs.ts';

/** Key of the resource that loads files on demand: set by whoever makes the database. */
export const fileLoader = Symbol('fileLoader');

/** Answers for a file's current text (undefined: no such file) and how rarely it changes. */
export type FileLoader = (file: FileId) => {
  readonly text: string | undefined;
  readonly durability: Durability;
};

/** The text of a file, loaded when first asked; `undefined` where there is no such file. */
export const fileText = defineInput<FileId, string | undefined>('fileText', {
  load: (db, file) => {
    const load = db.resource<FileLoader>(fileLoader, () => () => ({
      text: undefined,
      durability: Durability.Low,
    }));
    const { text, durability } = load(file);
    return { value: text, durability };
  },
});

/**
 * Whether the file exists. Modules look for their files with this, so that editing one changes nothing here.
 */
export const fileExists = defineQuery<FileId, boolean>(
  'fileExists',
  (db, file) => fileText(db, file) !== undefined,
);

/** Key of the resource that names files: set by whoever makes the database. */
export const fileResolver = Symbol('fileResolver');

/** Names of files; a name says nothing about whether there is such a file. */
export interface FileResolver {
  path(file: FileId): string;
  /** `relative` as seen from the directory of `anchor`; absolute paths stay. */
  resolve(anchor: FileId, relative: string): FileId;
}

/** The name of a file, for `file!()` and for people. */
export function filePath(db: Database, file: FileId): string {
  return resolverOf(db).path(file);
}

/** Key of the resource that says how the compiler would have been given paths: relative to this directory. */
export const displayRoot = Symbol('displayRoot');

/** A file's name as the compiler prints it: relative where it was named so. */
export function displayPath(db: Database, file: FileId): string {
  const path = filePath(db, file);
  const root = db.resource<string>(displayRoot, () => '');
  return root !== '' && path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}

/** The file that a path written in `anchor` (`#[path]`, `include!`) means. Ask `fileExists` about it. */
export function relativeFile(db: Database, anchor: FileId, relative: string): FileId {
  return resolverOf(db).resolve(anchor, relative);
}

function resolverOf(db: Database): FileResolver {
  return db.resource<FileResolver>(fileResolver, () => {
    throw new Error('no files attached to this database');
  });
}

const theGraph = 0;

const crateGraphInput = defineInput<number, CrateGraph>('crateGraph', {
  load: () => ({ value: { crates: [], sysroot: {} }, durability: Durability.High }),
});

export function crateGraph(db: Database): CrateGraph {
  return crateGraphInput(db, theGraph);
}

/**
 * The graph is as durable as std: nearly everything reads its crate's part, and nothing could be passed over when a
 * file is opened if the graph were less durable than what is known of libraries. A changed manifest checks all anew.
 */
export function setCrateGraph(db: Database, graph: CrateGraph): void {
  crateGraphInput.set(db, theGraph, graph, Durability.High);
}

/** One crate of the graph. Cuts off: a new graph with the same crate in the same place changes nothing here. */
export const crateData = defineQuery<CrateId, CrateData>(
  'crateData',
  (db, krate) => {
    const data = crateGraph(db).crates[krate];
    if (!data) throw new Error(`no crate ${krate} in the crate graph`);
    return data;
  },
  { equals: sameCrate },
);

function sameCrate(a: CrateData, b: CrateData): boolean {
  return (
    a === b ||
    (a.root === b.root &&
      a.name === b.name &&
      a.edition === b.edition &&
      a.crateType === b.crateType &&
      a.isTest === b.isTest &&
      a.origin === b.origin &&
      a.cfg.size === b.cfg.size &&
      [...a.cfg].every((c) => b.cfg.has(c)) &&
      a.env.size === b.env.size &&
      [...a.env].every(([k, v]) => b.env.get(k) === v) &&
      a.dependencies.length === b.dependencies.length &&
      a.dependencies.every((d, i) => {
        const e = b.dependencies[i]!;
        return d.crate === e.crate && d.name === e.name && d.inPrelude === e.inPrelude;
      }))
  );
}
