/** From a file to what stands in it: its crates, its functions and impls, the definition at an offset. */
import { blockOwner } from '../hir/defMap/blockPlace.ts';
import { crateDefMap } from '../hir/defMap/defMap.ts';
import { defSource } from '../hir/defMap/defSource.ts';
import type { CrateId, DefId, FileId } from '../hir/defs.ts';
import { defKind } from '../hir/defs.ts';
import { type FileRange, itemRange, nameRange } from '../hir/fileRange.ts';
import { type HirFileId, hirFile } from '../hir/hirFile.ts';
import { crateGraph } from '../hir/inputs.ts';
import { localItems } from '../mono/localItems.ts';
import { type Database, defineQuery } from '../query/database.ts';

/** The files that make up a crate. */
export const filesOfCrate = defineQuery<CrateId, ReadonlySet<FileId>>('filesOfCrate', (db, krate) => {
  const files = new Set<FileId>();
  for (const { file } of crateDefMap(db, krate).modules.values()) {
    const text = file === undefined ? undefined : hirFile(file);
    if (text?.kind === 'File') files.add(text.file);
  }
  return files;
});

/** The crates of the workspace that a file belongs to: a library's is also that of its unit tests. */
export function cratesOfFile(db: Database, file: FileId): CrateId[] {
  const crates: CrateId[] = [];
  for (const [krate, { origin }] of crateGraph(db).crates.entries()) {
    if (origin === 'local' && filesOfCrate(db, krate as CrateId).has(file)) crates.push(krate as CrateId);
  }
  return crates;
}

/**
 * Functions, methods, impls, types and statics by the file in which they are written, those in bodies included. What
 * a macro makes has no place of its own.
 */
export const defsByFile = defineQuery<CrateId, ReadonlyMap<FileId, readonly DefId[]>>(
  'defsByFile',
  (db, krate) => {
    const result = new Map<FileId, DefId[]>();
    for (const def of localItems(db, krate)) {
      const source = defSource(db, def);
      const file = source && writtenIn(db, source.file);
      if (file === undefined) continue;
      const list = result.get(file);
      if (list) list.push(def);
      else result.set(file, [def]);
    }
    return result;
  },
);

function writtenIn(db: Database, id: HirFileId): FileId | undefined {
  const file = hirFile(id);
  switch (file.kind) {
    case 'File':
      return file.file;
    case 'Macro':
      return undefined;
    case 'Block': {
      if (file.text.kind !== 'Body') return undefined;
      const source = defSource(db, blockOwner(id));
      return source && writtenIn(db, source.file);
    }
  }
}

/** The definitions of one crate in a file. */
export function defsOfFile(db: Database, krate: CrateId, file: FileId): readonly DefId[] {
  return defsByFile(db, krate).get(file) ?? [];
}

export function containsOffset(
  range: FileRange | undefined,
  file: FileId,
  offset: number,
): range is FileRange {
  return range !== undefined && range.file === file && range.start <= offset && offset <= range.end;
}

export interface DefAtOffset {
  readonly def: DefId;
  /** The offset is on the definition's name; of an impl, on its header. */
  readonly onName: boolean;
}

/** The innermost item around an offset. */
export function itemAt(db: Database, krate: CrateId, file: FileId, offset: number): DefAtOffset | undefined {
  let best: { def: DefId; size: number } | undefined;
  for (const def of defsOfFile(db, krate, file)) {
    if (defKind(def) === 'Mod') continue;
    const range = itemRange(db, def);
    if (!containsOffset(range, file, offset)) continue;
    const size = range.end - range.start;
    if (!best || size <= best.size) best = { def, size };
  }
  if (!best) return undefined;
  return { def: best.def, onName: containsOffset(nameRange(db, best.def), file, offset) };
}

/** The innermost function around an offset. */
export function functionAt(db: Database, krate: CrateId, file: FileId, offset: number): DefId | undefined {
  let best: { def: DefId; size: number } | undefined;
  for (const def of defsOfFile(db, krate, file)) {
    if (defKind(def) !== 'Fn') continue;
    const range = itemRange(db, def);
    if (!containsOffset(range, file, offset)) continue;
    const size = range.end - range.start;
    if (!best || size <= best.size) best = { def, size };
  }
  return best?.def;
}
