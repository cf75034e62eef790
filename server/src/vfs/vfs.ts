/**
 * The `Vfs`: names files with small integers and answers for their current text.
 *
 * A path is interned to a `FileId` when it is first named, whether or not a file stands there: a `mod x;` that finds
 * nothing depends on a file that does not exist, and is looked at again when it appears. Texts are read when the
 * engine first asks for them; after that, the engine keeps them and the `Vfs` only says what changed.
 *
 * An open document's text overlays what the host has. How rarely a file changes (its *durability*, see
 * `query/database`) follows from where it is: sources of std and of the registry are never edited, files of the
 * workspace are, and open ones at every keystroke.
 */
import type { FileId } from '../hir/defs.ts';
import {
  type FileLoader,
  type FileMeasure,
  type FileResolver,
  fileLoader,
  fileMeasure,
  fileResolver,
  fileSize,
  fileText,
} from '../hir/inputs.ts';
import { type HashLoader, hashLoader, knownHash } from '../hir/libraryTexts.ts';
import { type Database, Durability } from '../query/database.ts';
import type { Host } from './host.ts';
import { isWithin, joinPath, normalizePath, parentPath } from './path.ts';

export interface Vfs {
  readonly host: Host;
  /** The id of a path; makes one if it is new. */
  fileId(path: string): FileId;
  /** The normalized path of an id. */
  filePath(file: FileId): string;
  /** The text now: the open document's, else the host's; undefined if there is no such file. */
  text(file: FileId): string | undefined;
  isOpen(file: FileId): boolean;
  /** Declares directories whose files are not edited: std, the registry. */
  setLibraryRoots(directories: readonly string[]): void;
  isLibraryFile(file: FileId): boolean;
  /** The files in these directories that were named so far, whether or not they exist. */
  libraryFiles(): FileId[];
  /** The files whose texts the engine has asked for, whether or not they exist. */
  loadedFiles(): FileId[];
  /** Says where hashes of library files are known from. */
  setKnownHashes(hashOf: (path: string) => string | undefined): void;
}

/** What happened to a file. */
export type FileChange =
  | { readonly kind: 'Open'; readonly path: string; readonly text: string } // opened in an editor, or edited there
  | { readonly kind: 'Close'; readonly path: string }
  /** Created, written, renamed or deleted on the disk; a directory stands for everything in it. */
  | { readonly kind: 'Disk'; readonly path: string };

interface VfsState extends Vfs {
  readonly overlay: Map<FileId, string>;
  readonly loader: FileLoader;
  readonly measure: FileMeasure;
  readonly resolver: FileResolver;
  readonly hashLoader: HashLoader;
  idsWithin(path: string): FileId[];
}

export function createVfs(host: Host): Vfs {
  const ids = new Map<string, FileId>();
  const paths: string[] = [];
  const overlay = new Map<FileId, string>();
  const loaded = new Set<FileId>();
  let libraryRoots: readonly string[] = [];
  let libraryHash: (path: string) => string | undefined = () => undefined;

  const fileId = (path: string): FileId => {
    const normal = normalizePath(path);
    const known = ids.get(normal);
    if (known !== undefined) return known;
    const id = paths.length as FileId;
    paths.push(normal);
    ids.set(normal, id);
    return id;
  };
  const filePath = (file: FileId): string => {
    const path = paths[file];
    if (path === undefined) throw new Error(`no file with id ${file}`);
    return path;
  };
  const text = (file: FileId): string | undefined => overlay.get(file) ?? host.readFile(filePath(file));
  const size = (file: FileId): number | undefined => {
    const onDisk = overlay.has(file) ? undefined : host.stamp?.(filePath(file))?.size;
    if (onDisk !== undefined) return onDisk;
    const written = text(file);
    return written === undefined ? undefined : new TextEncoder().encode(written).length;
  };
  const isLibraryPath = (path: string): boolean => libraryRoots.some((root) => isWithin(path, root));
  const durability = (file: FileId): Durability => {
    if (overlay.has(file)) return Durability.Low;
    return isLibraryPath(filePath(file)) ? Durability.High : Durability.Medium;
  };
  const state: VfsState = {
    host,
    overlay,
    fileId,
    filePath,
    text,
    isOpen: (file) => overlay.has(file),
    setLibraryRoots: (directories) => {
      libraryRoots = directories.map(normalizePath);
    },
    isLibraryFile: (file) => isLibraryPath(filePath(file)),
    libraryFiles: () => paths.flatMap((path, id) => (isLibraryPath(path) ? [id as FileId] : [])),
    loadedFiles: () => [...loaded],
    setKnownHashes: (hashOf) => {
      libraryHash = hashOf;
    },
    loader: (file) => {
      loaded.add(file);
      return { text: text(file), durability: durability(file) };
    },
    measure: (file) => {
      loaded.add(file);
      return { size: size(file), durability: durability(file) };
    },
    hashLoader: (file) => {
      loaded.add(file);
      const path = filePath(file);
      const hash = overlay.has(file) || !isLibraryPath(path) ? undefined : libraryHash(path);
      return { hash, durability: durability(file) };
    },
    resolver: {
      path: filePath,
      resolve: (anchor, relative) => fileId(joinPath(parentPath(filePath(anchor)), relative)),
    },
    idsWithin(path) {
      const exact = ids.get(path);
      // A file has nothing below it, so only a path that is no known file can be a directory.
      if (exact !== undefined) return [exact];
      return paths.flatMap((known, id) => (isWithin(known, path) ? [id as FileId] : []));
    },
  };
  return state;
}

/** Makes the database read its files from this `Vfs`. */
export function attachVfs(db: Database, vfs: Vfs): void {
  const { loader, measure, resolver, hashLoader: hashes } = vfs as VfsState;
  db.setResource(fileLoader, loader);
  db.setResource(fileMeasure, measure);
  db.setResource(hashLoader, hashes);
  db.setResource(fileResolver, resolver);
}

/** Applies changes to the overlay and to the engine's inputs. Says whether any text is different now. */
export function applyChanges(db: Database, vfs: Vfs, changes: readonly FileChange[]): boolean {
  const { overlay, loader, idsWithin } = vfs as VfsState;
  const before = db.revision;
  const refresh = (file: FileId) => {
    const { text, durability } = loader(file);
    fileText.set(db, file, text, durability);
    fileSize.invalidate(db, file);
    knownHash.invalidate(db, file);
  };
  for (const change of changes) {
    const path = normalizePath(change.path);
    switch (change.kind) {
      case 'Open': {
        const file = vfs.fileId(path);
        overlay.set(file, change.text);
        refresh(file);
        break;
      }
      case 'Close': {
        const file = vfs.fileId(path);
        if (overlay.delete(file)) refresh(file);
        break;
      }
      case 'Disk':
        // What no one has asked for is read when it is; what is open has its text from the editor.
        for (const file of idsWithin(path)) {
          if (overlay.has(file)) continue;
          fileText.invalidate(db, file);
          fileSize.invalidate(db, file);
          knownHash.invalidate(db, file);
        }
        break;
    }
  }
  return db.revision !== before;
}
