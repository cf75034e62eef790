/** The thread makes what who asks would have made, of the files that `mod` leads to, and leaves alone what is taken. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { contentHash } from '../../src/base/contentHash.ts';
import { encodeItems, fileKey } from '../../src/hir/itemTreeCache.ts';
import { lowerItems } from '../../src/hir/lowerItems.ts';
import { withSharedParts } from '../../src/hir/sharedItems.ts';
import { parser } from '../../src/syntax/parser.ts';
import { normalizePath } from '../../src/vfs/path.ts';
import { Claims, type TreeAhead, TreesAhead, type TreesAheadData } from '../../src/vfs/treesAhead.ts';

const thread = fileURLToPath(new URL('../../dist/treesAheadThread.js', import.meta.url));

const files = {
  'lib.rs': 'mod a; #[cfg(windows)] mod b; mod c { mod d; #[path = "other.rs"] mod e; } mod missing;',
  'a.rs': 'pub struct A(pub u8); mod f;',
  'a/f/mod.rs': 'pub fn f() { let x = 1; }',
  'b.rs': 'pub struct B;',
  'c/d.rs': 'impl crate::a::A { fn d(&self) -> u8 { self.0 } }',
  'c/other.rs': '#![cfg(windows)] mod g;',
  'c/other/g.rs': 'pub struct G;',
};

describe('item trees made ahead', () => {
  let directory: string;
  beforeEach(() => {
    directory = normalizePath(mkdtempSync(`${tmpdir()}/ahead-`));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(`${directory}/${name}`), { recursive: true });
      writeFileSync(`${directory}/${name}`, text);
    }
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const key = (name: keyof typeof files) => fileKey(contentHash(files[name]));

  async function made(claims: Claims): Promise<Map<string, string>> {
    const { port1, port2 } = new MessageChannel();
    const crates = [{ root: `${directory}/lib.rs`, cfg: ['unix'] }];
    const worker = new Worker(thread, {
      workerData: { crates, claims: claims.buffer, results: port2 } satisfies TreesAheadData,
      transferList: [port2],
      execArgv: [],
    });
    await new Promise((resolve, reject) => {
      worker.on('error', reject);
      worker.on('exit', resolve);
    });
    const texts = new Map<string, string>();
    for (let got = receiveMessageOnPort(port1); got; got = receiveMessageOnPort(port1)) {
      const { key, text } = got.message as TreeAhead;
      texts.set(key, text);
    }
    port1.close();
    return texts;
  }

  it('are those of the files that mod leads to', async () => {
    const texts = await made(new Claims());
    const expected = ['lib.rs', 'a.rs', 'a/f/mod.rs', 'c/d.rs', 'c/other.rs'] as const;
    assert.deepEqual([...texts.keys()], expected.map(key));
    for (const name of expected) {
      const lowered = withSharedParts(lowerItems(parser().parse(files[name], { elideBodies: true }), 0));
      assert.equal(texts.get(key(name)), encodeItems(lowered));
    }
  });

  it('are not waited for once nobody makes them', () => {
    const ahead = new TreesAhead([{ root: `${directory}/lib.rs`, cfg: [] }]);
    ahead.close();
    assert.equal(ahead.take(key('lib.rs')), undefined);
  });

  it('are not made of texts that somebody else has taken', async () => {
    const claims = new Claims();
    assert.equal(claims.isMade(key('a.rs'), 0), false);
    const texts = await made(claims);
    assert.deepEqual([...texts.keys()], [key('lib.rs'), key('a/f/mod.rs'), key('c/d.rs'), key('c/other.rs')]);
    assert.equal(claims.isMade(key('c/d.rs'), 0), true);
    assert.equal(claims.isMade(key('b.rs'), 0), false);
  });
});
