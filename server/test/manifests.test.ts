import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

describe('manifests', () => {
  const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

  it('give one version to the extension, the client and the server', () => {
    const version = read('../../package.json').version;
    assert.equal(read('../package.json').version, version);
    assert.equal(read('../../client/package.json').version, version);
  });
});
