/**
 * Where the file of `mod x;` is (Rust Reference, "Module source filenames").
 *
 * A crate root, a `mod.rs` and a file named by `#[path]` own their directory: their modules lie beside them. The
 * modules of any other file `a.rs` lie in `a/`. Each inline module adds a directory. `#[path]` is relative to the
 * directory of the file or, within inline modules, to the directory that they add up to.
 */
import type { Database } from '../../query/database.ts';
import type { FileId } from '../defs.ts';
import { fileExists, relativeFile } from '../inputs.ts';

/** Where modules declared at some place are looked for; both directories end in `/` or are empty. */
export interface ModuleDirectory {
  /** The file that the directories are relative to. */
  readonly anchor: FileId;
  readonly modules: string;
  readonly paths: string;
}

/** For a file that owns its directory. */
export function owningDirectory(file: FileId): ModuleDirectory {
  return { anchor: file, modules: '', paths: '' };
}

export function inlineDirectory(
  outer: ModuleDirectory,
  name: string,
  pathAttr: string | undefined,
): ModuleDirectory {
  const inner =
    pathAttr === undefined ? `${outer.modules}${bareName(name)}/` : `${outer.paths}${withSlash(pathAttr)}`;
  return { anchor: outer.anchor, modules: inner, paths: inner };
}

/** The file of `mod name;`; where there is none, the one that should be there, so that its creation is noticed. */
export function moduleFile(
  db: Database,
  outer: ModuleDirectory,
  name: string,
  pathAttr: string | undefined,
): { readonly file: FileId; readonly exists: boolean; readonly directory: ModuleDirectory } {
  if (pathAttr !== undefined) {
    const file = relativeFile(db, outer.anchor, outer.paths + pathAttr);
    return { file, exists: fileExists(db, file), directory: owningDirectory(file) };
  }
  const bare = bareName(name);
  const flat = relativeFile(db, outer.anchor, `${outer.modules}${bare}.rs`);
  const directory = { anchor: flat, modules: `${bare}/`, paths: '' };
  if (fileExists(db, flat)) return { file: flat, exists: true, directory };
  const nested = relativeFile(db, outer.anchor, `${outer.modules}${bare}/mod.rs`);
  if (fileExists(db, nested)) return { file: nested, exists: true, directory: owningDirectory(nested) };
  return { file: flat, exists: false, directory };
}

function bareName(name: string): string {
  return name.startsWith('r#') ? name.slice(2) : name;
}

function withSlash(path: string): string {
  return path === '' || path.endsWith('/') ? path : `${path}/`;
}
