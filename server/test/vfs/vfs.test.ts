import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { fileExists, filePath, fileText, relativeFile } from '../../src/hir/inputs.ts';
import { Database } from '../../src/query/database.ts';
import { layeredHost } from '../../src/vfs/layeredHost.ts';
import { createMemoryHost } from '../../src/vfs/memoryHost.ts';
import { nodeHost } from '../../src/vfs/nodeHost.ts';
import { fileStem, isWithin, joinPath, normalizePath, parentPath, relativeTo } from '../../src/vfs/path.ts';
import { applyChanges, attachVfs, createVfs } from '../../src/vfs/vfs.ts';

function setUp(files: Record<string, string>) {
  const host = createMemoryHost(Object.entries(files));
  const vfs = createVfs(host);
  const db = new Database();
  attachVfs(db, vfs);
  return { host, vfs, db };
}

describe('paths', () => {
  it('have one spelling', () => {
    assert.equal(normalizePath('/a/./b/../c//d/'), '/a/c/d');
    assert.equal(normalizePath('/'), '/');
    assert.equal(normalizePath('/..'), '/');
    assert.equal(normalizePath('C:\\x\\y\\..\\z'), 'c:/x/z');
    assert.equal(joinPath('/a/b', '../c.rs'), '/a/c.rs');
    assert.equal(joinPath('/a/b', '/c.rs'), '/c.rs');
    assert.equal(parentPath('/a'), '/');
    assert.equal(parentPath('/'), '/');
    assert.equal(fileStem('/x/lib.test.rs'), 'lib.test');
  });

  it('know what is within what', () => {
    assert.ok(isWithin('/a/b/c', '/a/b'));
    assert.ok(isWithin('/a/b', '/a/b'));
    assert.ok(!isWithin('/a/bc', '/a/b'));
    assert.ok(isWithin('/a', '/'));
    assert.equal(relativeTo('/a/b/c', '/a'), 'b/c');
    assert.equal(relativeTo('/x', '/a'), '/x');
  });

  it('are normal after one normalization', () => {
    const component = fc.constantFrom('.', '..', '', 'a', 'b.rs', 'c d');
    fc.assert(
      fc.property(fc.array(component), (parts) => {
        const once = normalizePath(`/${parts.join('/')}`);
        assert.equal(normalizePath(once), once);
        assert.ok(!/\/\.{0,2}(\/|$)/.test(once) || once === '/');
      }),
    );
  });
});

describe('vfs', () => {
  it('gives one id to one file, whether it exists or not', () => {
    const { vfs, db } = setUp({ '/a.rs': 'a' });
    const a = vfs.fileId('/x/../a.rs');
    assert.equal(vfs.fileId('/a.rs'), a);
    assert.equal(filePath(db, a), '/a.rs');
    assert.equal(fileText(db, a), 'a');
    const missing = relativeFile(db, a, 'sub/b.rs');
    assert.equal(filePath(db, missing), '/sub/b.rs');
    assert.equal(fileExists(db, missing), false);
  });

  it('shows the open document instead of the file, until it is closed', () => {
    const { host, vfs, db } = setUp({ '/a.rs': 'disk' });
    const a = vfs.fileId('/a.rs');
    fileText(db, a);
    assert.ok(applyChanges(db, vfs, [{ kind: 'Open', path: '/a.rs', text: 'editor' }]));
    assert.equal(fileText(db, a), 'editor');
    host.write('/a.rs', 'written below');
    assert.ok(!applyChanges(db, vfs, [{ kind: 'Disk', path: '/a.rs' }]));
    assert.equal(fileText(db, a), 'editor');
    assert.ok(applyChanges(db, vfs, [{ kind: 'Close', path: '/a.rs' }]));
    assert.equal(fileText(db, a), 'written below');
  });

  it('notices files that appear, change and go, and whole directories', () => {
    const { host, vfs, db } = setUp({ '/d/a.rs': '1', '/d/e/b.rs': '2', '/dd.rs': '3' });
    const [a, b, dd, c] = ['/d/a.rs', '/d/e/b.rs', '/dd.rs', '/d/c.rs'].map((path) => vfs.fileId(path));
    assert.deepEqual(
      [a, b, dd, c].map((id) => fileText(db, id!)),
      ['1', '2', '3', undefined],
    );
    host.write('/d/c.rs', 'new');
    applyChanges(db, vfs, [{ kind: 'Disk', path: '/d/c.rs' }]);
    assert.equal(fileText(db, c!), 'new');
    host.remove('/d');
    applyChanges(db, vfs, [{ kind: 'Disk', path: '/d' }]);
    assert.deepEqual(
      [a, b, dd, c].map((id) => fileText(db, id!)),
      [undefined, undefined, '3', undefined],
    );
  });

  it('changes nothing when a write leaves the text as it was', () => {
    const { vfs, db } = setUp({ '/a.rs': 'same' });
    fileText(db, vfs.fileId('/a.rs'));
    assert.ok(!applyChanges(db, vfs, [{ kind: 'Disk', path: '/a.rs' }]));
  });
});

describe('hosts', () => {
  it('lie over each other', () => {
    const upper = createMemoryHost([['/a/x', 'upper']]);
    const lower = createMemoryHost([
      ['/a/x', 'lower'],
      ['/a/y/z', 'deep'],
    ]);
    const host = layeredHost(upper, lower);
    assert.equal(host.readFile('/a/x'), 'upper');
    assert.equal(host.readFile('/a/y/z'), 'deep');
    assert.equal(host.kindOf('/a/y'), 'directory');
    assert.deepEqual(
      host.readDirectory('/a')?.map((entry) => entry.name),
      ['x', 'y'],
    );
    assert.equal(host.readDirectory('/b'), undefined);
  });

  it('read the disk', () => {
    const directory = normalizePath(mkdtempSync(`${tmpdir()}/vfs-`));
    try {
      mkdirSync(`${directory}/sub`);
      writeFileSync(`${directory}/a.rs`, '\uFEFFfn main() {}');
      symlinkSync(`${directory}/sub`, `${directory}/link`);
      assert.equal(nodeHost.readFile(`${directory}/a.rs`), 'fn main() {}');
      assert.equal(nodeHost.readFile(`${directory}/none.rs`), undefined);
      assert.equal(nodeHost.readFile(`${directory}/sub`), undefined);
      assert.deepEqual(
        nodeHost
          .readDirectory(directory)
          ?.map((e) => `${e.name} ${e.isDirectory}`)
          .sort(),
        ['a.rs false', 'link true', 'sub true'],
      );
      assert.equal(nodeHost.kindOf(`${directory}/link`), 'directory');
      assert.equal(nodeHost.kindOf(`${directory}/none`), undefined);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
