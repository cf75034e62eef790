/**
 * The store of the hashes of library files: one JSON file a crate graph, `[PATH, SIZE, MODIFIED, HASH]` for each file.
 *
 * What is remembered of libraries holds for certain texts of their files, thousands of them, which all had to be read to
 * tell that they are the same. As in git's index, a file whose size and time of writing are those noted here has the text
 * that it had. Only what was last written before this process began is noted: what is written while it is being read
 * may have another text with the same time.
 */
import { fileHash } from '../hir/libraryTexts.ts';
import type { Database } from '../query/database.ts';
import { readCacheFile, type Saving, writingCacheFile } from './cacheDirectory.ts';
import { type GraphStore, noStore } from './graphStore.ts';
import type { FileStamp } from './host.ts';
import type { Vfs } from './vfs.ts';

type Row = readonly [path: string, size: number, modified: number, hash: string];

/** So many files are looked at in a step. */
const savedAtOnce = 64;

/** Makes the hashes in a file known to a `Vfs`; none without a path. */
export function attachFileHashes(db: Database, vfs: Vfs, path: string | undefined): GraphStore {
  const { host } = vfs;
  if (path === undefined || host.stamp === undefined) {
    vfs.setKnownHashes(() => undefined);
    return noStore;
  }
  const rows = read(path);
  let isChanged = false;
  vfs.setKnownHashes((file) => {
    const stamp = host.stamp?.(file);
    if (stamp === undefined) return undefined;
    const row = rows.get(file);
    if (row && stamp.size === row[1] && stamp.modified === row[2]) return row[3];
    if (isOld(stamp)) isChanged = true;
    return undefined;
  });
  function* saving(): Saving {
    if (!isChanged) return;
    isChanged = false;
    const saved: Row[] = [];
    let looked = 0;
    for (const file of vfs.loadedFiles()) {
      if (!vfs.isLibraryFile(file) || vfs.isOpen(file)) continue;
      const name = vfs.filePath(file);
      const stamp = host.stamp?.(name);
      if (stamp && isOld(stamp)) {
        const hash = db.uninterrupted(() => fileHash(db, file));
        saved.push([name, stamp.size, stamp.modified, hash]);
      }
      if (++looked % savedAtOnce === 0) yield;
    }
    yield* writingCacheFile(path!, [JSON.stringify(saved)]);
  }
  return { saving };
}

function isOld({ modified }: FileStamp): boolean {
  return modified < performance.timeOrigin;
}

function read(path: string): Map<string, Row> {
  try {
    const rows = JSON.parse(readCacheFile(path) ?? '[]') as Row[];
    return new Map(rows.map((row) => [row[0], row]));
  } catch {
    // Damaged: made again.
    return new Map();
  }
}
