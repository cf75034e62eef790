/**
 * The paths of module files as rustc has them: to the directory of the file that declares a module is added what its
 * `#[path]` says, as it is written: `src/../shared/a.rs`. Closures are printed by that. After
 * `rustc_expand::module::mod_file_path_from_attr`.
 */
import { equalMaps } from '../../base/equalMaps.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import { joinPath, parentPath } from '../../vfs/path.ts';
import { attrString, findAttr } from '../attrs.ts';
import type { CrateId, DefId, FileId } from '../defs.ts';
import { type HirFileId, hirFile } from '../hirFile.ts';
import { crateData, displayPath, filePath } from '../inputs.ts';
import { itemTree } from '../source.ts';
import { crateDefMap } from './defMap.ts';
import { parentModule } from './scope.ts';

/** The name of a file of the crate as the compiler prints it. */
export function printedPath(db: Database, krate: CrateId, file: FileId): string {
  return detours(db, krate).get(file) ?? displayPath(db, file);
}

/** The paths that lead through `.` and `..`, which few do. */
const detours = defineQuery<CrateId, ReadonlyMap<FileId, string>>(
  'detours',
  (db, krate) => {
    const found = new Map<FileId, string>();
    const { modules } = crateDefMap(db, krate);
    for (const [module, { file: id }] of modules) {
      const parent = parentModule(module);
      const file = fileOf(id);
      const outer = parent === undefined ? undefined : fileOf(modules.get(parent)?.file);
      if (file === undefined || outer === undefined || file === outer || found.has(file)) continue;
      const [path, outerPath] = [displayPath(db, file), displayPath(db, outer)];
      const directory = directoryOf(outerPath);
      const written = directoryOf(found.get(outer) ?? outerPath);
      const attr = pathAttr(db, krate, module);
      if (
        attr !== undefined &&
        isDetour(attr) &&
        joinPath(parentPath(filePath(db, outer)), attr) === filePath(db, file)
      )
        found.set(file, written + attr);
      else if (written !== directory && path.startsWith(directory))
        found.set(file, written + path.slice(directory.length));
    }
    return found;
  },
  { equals: (a, b) => equalMaps(a, b, Object.is) },
);

function fileOf(id: HirFileId | undefined): FileId | undefined {
  const file = id === undefined ? undefined : hirFile(id);
  return file?.kind === 'File' ? file.file : undefined;
}

function pathAttr(db: Database, krate: CrateId, module: DefId): string | undefined {
  const loc = crateDefMap(db, krate).defs.get(module);
  const item = loc && itemTree(db, loc.file).items[loc.item];
  return item && attrString(findAttr(item.attrs, crateData(db, krate).cfg, 'path'));
}

function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function isDetour(path: string): boolean {
  return path.split('/').some((part) => part === '.' || part === '..');
}
