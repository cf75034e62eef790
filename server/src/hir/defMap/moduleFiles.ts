/**
 * Where the file of `mod x;` is (Rust Reference, "Module source filenames").
 *
 * A crate root, a `mod.rs` and a file named by `#[path]` own their directory: their modules lie beside them. The
 * modules of any other file `a.rs` lie in `a/`. Each inline module adds a directory. `#[path]` is relative to the
 * directory of the file or, within inline modules, to the directory that they add up to; within a body, there is no
 * other way to name a file.
 */
import type { Database } from '../../query/database.ts';
import type { FileId } from '../defs.ts';
import { fileExists, relativeFile } from '../inputs.ts';

/** Where modules declared at some place are looked for; both directories end in `/` or are empty. */
export interface ModuleDirectory {
  /** The file that the directories are relative to. */
  readonly anchor: FileId;
  /** Undefined in a body. */
  readonly modules: string | undefined;
  readonly paths: string;
}

/** For a file that owns its directory. */
export function owningDirectory(file: FileId): ModuleDirectory {
  return { anchor: file, modules: '', paths: '' };
}

/** For a body in the inline modules of a file, the outermost first. */
export function bodyDirectory(file: FileId, inlineModules: readonly string[]): ModuleDirectory {
  const paths = inlineModules.map((name) => `${bareName(name)}/`).join('');
  return { anchor: file, modules: undefined, paths };
}

export function inlineDirectory(
  outer: ModuleDirectory,
  name: string,
  pathAttr: string | undefined,
): ModuleDirectory {
  const { anchor, modules, paths } = outer;
  if (pathAttr !== undefined) {
    const inner = `${paths}${withSlash(pathAttr)}`;
    return { anchor, modules: inner, paths: inner };
  }
  const inner = `${modules ?? paths}${bareName(name)}/`;
  return { anchor, modules: modules === undefined ? undefined : inner, paths: inner };
}

/** The file of `mod name;`; where there is none, the one that should be there, so that its creation is noticed. */
export function moduleFile(
  db: Database,
  outer: ModuleDirectory,
  name: string,
  pathAttr: string | undefined,
): { readonly file: FileId; readonly exists: boolean; readonly directory: ModuleDirectory } | undefined {
  if (pathAttr !== undefined) {
    const file = relativeFile(db, outer.anchor, outer.paths + pathAttr);
    return { file, exists: fileExists(db, file), directory: owningDirectory(file) };
  }
  if (outer.modules === undefined) return undefined;
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
