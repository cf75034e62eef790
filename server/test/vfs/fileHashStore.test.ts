import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileHash } from '../../src/hir/libraryTexts.ts';
import { Database } from '../../src/query/database.ts';
import { finish } from '../../src/vfs/cacheDirectory.ts';
import { attachFileHashes } from '../../src/vfs/fileHashStore.ts';
import type { Host } from '../../src/vfs/host.ts';
import { applyChanges, attachVfs, createVfs } from '../../src/vfs/vfs.ts';

describe('the store of hashes', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(`${tmpdir()}/hashes-`);
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const file = '/lib/lib.rs';

  /** A disk with one library file; a run is a database that is asked for its hash and then saves what is known. */
  function disk(text: string, modified: number) {
    const state = { text, modified };
    let reads = 0;
    const host: Host = {
      readFile(path) {
        reads++;
        return path === file ? state.text : undefined;
      },
      stamp: (path) => (path === file ? { size: state.text.length, modified: state.modified } : undefined),
      readDirectory: () => undefined,
      kindOf: () => undefined,
    };
    function start() {
      const db = new Database();
      const vfs = createVfs(host);
      vfs.setLibraryRoots(['/lib']);
      attachVfs(db, vfs);
      const store = attachFileHashes(db, vfs, `${directory}/hashes`);
      return { db, vfs, store, hash: () => fileHash(db, vfs.fileId(file)) };
    }
    /** The hash, and how often a file was read for it. */
    function run(): [hash: string, reads: number] {
      const before = reads;
      const { store, hash } = start();
      const found = hash();
      finish(store.saving());
      return [found, reads - before];
    }
    return { state, start, run };
  }

  it('knows a file again without reading it, until it is written', () => {
    const { state, run } = disk('fn a() {}', 1);
    const [first, reads] = run();
    assert.equal(reads, 1);
    assert.deepEqual(run(), [first, 0]);
    state.text = 'fn b() {}';
    state.modified = 2;
    const [second, readsThen] = run();
    assert.notEqual(second, first);
    assert.equal(readsThen, 1);
    assert.deepEqual(run(), [second, 0]);
  });

  it('does not trust what was written since the program began', () => {
    const { run } = disk('fn a() {}', performance.timeOrigin + 1000);
    run();
    assert.equal(run()[1], 1);
  });

  it('follows what changes under its eyes', () => {
    const { state, start, run } = disk('fn a() {}', 1);
    const [old] = run();
    const { db, vfs, hash } = start();
    assert.equal(hash(), old);
    state.text = 'fn changed() {}';
    applyChanges(db, vfs, [{ kind: 'Disk', path: file }]);
    assert.notEqual(hash(), old);
    applyChanges(db, vfs, [{ kind: 'Open', path: file, text: 'fn a() {}' }]);
    assert.equal(hash(), old);
  });
});
