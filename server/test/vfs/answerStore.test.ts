import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { crateDefMap } from '../../src/hir/defMap/defMap.ts';
import { crateGraph } from '../../src/hir/inputs.ts';
import { answersIn } from '../../src/vfs/answerStore.ts';
import { normalizePath } from '../../src/vfs/path.ts';
import { fixture } from '../fixture.ts';

const main = `
//- /w/main.rs crate:main deps:lib
mod a;
mod missing;
fn main() {}
//- /w/a.rs
pub fn f() {}
//- /lib/lib.rs crate:lib
pub fn g() {}
`;

describe('the store of answers', () => {
  let directory: string;
  beforeEach(() => {
    directory = normalizePath(mkdtempSync(`${tmpdir()}/answers-`));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  /** What the store knows of a program that is asked about for the first time. */
  function known(program: string, question = 'q'): string | undefined {
    const { db, vfs } = fixture(program);
    return answersIn(directory, db, vfs, crateGraph(db)).get(question);
  }

  function answer(program: string, text: string): void {
    const { db, vfs, crates } = fixture(program);
    for (const krate of crates.values()) crateDefMap(db, krate);
    answersIn(directory, db, vfs, crateGraph(db)).set('q', text);
  }

  it('gives an answer again while everything is as it was', () => {
    assert.equal(known(main), undefined);
    answer(main, 'yes');
    assert.equal(known(main), 'yes');
    assert.equal(known(main, 'another question'), undefined);
  });

  it('gives none once a file has changed, appeared or gone', () => {
    answer(main, 'yes');
    assert.equal(known(main.replace('fn f', 'fn f2')), undefined);
    assert.equal(known(main.replace('fn g', 'fn g2')), undefined);
    assert.equal(known(`${main}//- /w/missing.rs\n`), undefined);
    assert.equal(known(main.replace('/w/a.rs', '/w/b.rs')), undefined);
    assert.equal(known(main), 'yes');
  });

  it('gives none for another crate graph', () => {
    answer(main, 'yes');
    assert.equal(known(main.replace('crate:main', 'crate:main cfg:x')), undefined);
  });

  it('does without a record that is damaged', () => {
    answer(main, 'yes');
    for (const file of readdirSync(directory)) truncateSync(`${directory}/${file}`, 40);
    assert.equal(known(main), undefined);
    answer(main, 'yes');
    assert.equal(known(main), 'yes');
  });
});
