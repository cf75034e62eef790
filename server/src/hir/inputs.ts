/** The inputs of the engine: the text of files and the crate graph. `vfs` and `project` set them; all else is derived. */
import { equalLists } from '../base/equalLists.ts';
import type { CrateData, CrateGraph } from '../project/crateGraph.ts';
import { sameProfile } from '../project/profile.ts';
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

/** Key of the resource that measures files: set by whoever makes the database. */
export const fileMeasure = Symbol('fileMeasure');

export type FileMeasure = (file: FileId) => {
  readonly size: number | undefined;
  readonly durability: Durability;
};

/** The size of a file in bytes, which its text does not tell where it is none; `undefined` where there is no such file. */
export const fileSize = defineInput<FileId, number | undefined>('fileSize', {
  load: (db, file) => {
    const measure = db.resource<FileMeasure>(fileMeasure, () => () => ({
      size: undefined,
      durability: Durability.Low,
    }));
    const { size, durability } = measure(file);
    return { value: size, durability };
  },
});

/**
 * Whether the file exists. Modules look for their files with this, so that editing one changes nothing here.
 */
export const fileExists = defineQuery<FileId, boolean>(
  'fileExists',
  (db, file) => fileText(db, file) !== undefined,
  { isFirewall: true },
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
  if (root !== '' && path.startsWith(`${root}/`)) return path.slice(root.length + 1);
  const { sysrootSources: std } = crateGraph(db);
  return std && path.startsWith(`${std.directory}/`)
    ? std.printedAs + path.slice(std.directory.length)
    : path;
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

// ------------------------------------------------------------------------------------------------- crate graph

/*
 * The graph comes in as one value and is kept in parts, each as durable as the sources that it tells of. What is known
 * of std and of libraries reads only their parts, and so is not even checked when the user's crates change.
 */

const whole = 0;

const crateGraphInput = defineInput<number, CrateGraph>('crateGraph', {
  load: () => ({ value: { crates: [], sysroot: {}, ubChecks: true }, durability: Durability.Medium }),
});

const crateInput = defineInput<CrateId, CrateData | undefined>('crateData', {
  load: () => ({ value: undefined, durability: Durability.Medium }),
  equals: (a, b) => a === b || (a !== undefined && b !== undefined && sameCrate(a, b)),
});

type Sysroot = Pick<CrateGraph, 'sysroot' | 'sysrootSymbols' | 'harnessSymbols' | 'ubChecks'>;

const sysrootInput = defineInput<number, Sysroot>('sysroot', {
  load: () => ({ value: { sysroot: {}, ubChecks: true }, durability: Durability.High }),
  equals: sameSysroot,
});

const cratesByOrigin = defineInput<number, readonly CrateId[]>('cratesOfOrigin', {
  load: (_, origin) => ({ value: [], durability: durabilityOf(origins[origin]!) }),
  equals: equalLists,
});

const origins: readonly CrateData['origin'][] = ['lang', 'library', 'local'];

const durabilityOf = (origin: CrateData['origin']): Durability =>
  origin === 'local' ? Durability.Medium : Durability.High;

/** All of the graph. What is asked for libraries reads the parts below instead. */
export function crateGraph(db: Database): CrateGraph {
  return crateGraphInput(db, whole);
}

/** The crates of the sysroot, and what the installed std exports. */
export function sysrootCrates(db: Database): CrateGraph['sysroot'] {
  return sysrootInput(db, whole).sysroot;
}

/** What std's `ub_checks()` answers in the program's code. */
export function ubChecks(db: Database): boolean {
  return sysrootInput(db, whole).ubChecks;
}

export function sysrootSymbols(db: Database): readonly string[] {
  return sysrootInput(db, whole).sysrootSymbols ?? [];
}

/** What the test harness exports. */
export function harnessSymbols(db: Database): readonly string[] {
  return sysrootInput(db, whole).harnessSymbols ?? [];
}

/** In ascending order. */
export function cratesOfOrigin(db: Database, origin: CrateData['origin']): readonly CrateId[] {
  return cratesByOrigin(db, origins.indexOf(origin));
}

/** One crate of the graph. */
export function crateData(db: Database, krate: CrateId): CrateData {
  const data = crateInput(db, krate);
  if (!data) throw new Error(`no crate ${krate} in the crate graph`);
  return data;
}

/**
 * Parts that are as they were change nothing. What was known of a crate whose number is no longer in use stays: nothing
 * names it. Asks no query, so that it also works while analysis is being cancelled.
 */
export function setCrateGraph(db: Database, graph: CrateGraph): void {
  const { crates, sysroot, sysrootSymbols, harnessSymbols, ubChecks } = graph;
  for (const [krate, data] of crates.entries()) {
    crateInput.set(db, krate as CrateId, data, durabilityOf(data.origin));
  }
  for (const [key, origin] of origins.entries()) {
    const ids = crates.flatMap((data, krate) => (data.origin === origin ? [krate as CrateId] : []));
    cratesByOrigin.set(db, key, ids, durabilityOf(origin));
  }
  const std = {
    sysroot,
    ubChecks,
    ...(sysrootSymbols && { sysrootSymbols }),
    ...(harnessSymbols && { harnessSymbols }),
  };
  sysrootInput.set(db, whole, std, Durability.High);
  crateGraphInput.set(db, whole, graph, Durability.Medium);
}

function sameSysroot(a: Sysroot, b: Sysroot): boolean {
  return (
    (['core', 'alloc', 'std', 'procMacro', 'test'] as const).every(
      (name) => a.sysroot[name] === b.sysroot[name],
    ) &&
    a.ubChecks === b.ubChecks &&
    equalLists(a.sysrootSymbols ?? [], b.sysrootSymbols ?? []) &&
    equalLists(a.harnessSymbols ?? [], b.harnessSymbols ?? [])
  );
}

function sameCrate(a: CrateData, b: CrateData): boolean {
  return (
    a === b ||
    (a.root === b.root &&
      a.name === b.name &&
      a.edition === b.edition &&
      a.crateType === b.crateType &&
      a.isTest === b.isTest &&
      a.origin === b.origin &&
      sameProfile(a.profile, b.profile) &&
      a.procMacroLibrary === b.procMacroLibrary &&
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
