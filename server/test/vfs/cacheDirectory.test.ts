import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../support.ts';
import { readCacheFile, writeCacheFile } from '../../src/vfs/cacheDirectory.ts';

describe('files of the cache directory', () => {
  let directory: string;
  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'monolens-cache-'));
  });
  after(() => rmSync(directory, { recursive: true, force: true }));

  it('hold any text in ASCII', () => {
    const path = join(directory, 'file');
    const values = ['ä', 'é\\', '🦀', '\u0080\uffff\ud800', '\\u00e4', '\n\t"'];
    writeCacheFile(
      path,
      values.map((value) => `${JSON.stringify([value])}\n`),
    );
    const lines = (readCacheFile(path) ?? '').trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as string[])[0]),
      values,
    );
    assert.ok(readFileSync(path).every((byte) => byte < 0x80));
  });
});
