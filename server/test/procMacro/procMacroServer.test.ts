import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../support.ts';
import { tokenText } from '../../src/hir/macros/proc/input.ts';
import { lex } from '../../src/hir/macros/tokens.ts';
import { ProcMacroServer } from '../../src/procMacro/procMacroServer.ts';

/** Speaks the protocol as the toolchain's server does; a macro's name says what it does. */
const standIn = `#!/usr/bin/env node
if (process.env.RUST_ANALYZER_INTERNALS_DO_NOT_USE !== 'this is unstable') process.exit(3);
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const request = JSON.parse(line);
  const answer = (value) => console.log(JSON.stringify(value));
  if (request.ApiVersionCheck) return answer({ ApiVersionCheck: VERSION });
  if (request.SetConfig) return answer({ SetConfig: request.SetConfig });
  const { macro_name, macro_body, lib, env, span_data_table } = request.ExpandMacro;
  const made = (tree) => answer({ ExpandMacroExtended: { Ok: { tree, span_data_table } } });
  switch (macro_name) {
    case 'echo': console.log('the macro prints'); return made(macro_body);
    case 'panics': return answer({ ExpandMacroExtended: { Err: 'at ' + lib + ' ' + JSON.stringify(env) } });
    case 'crashes': return process.abort();
    case 'hangs': return;
    case 'garbles': return console.log('{"ExpandMacroExtended":');
    case 'nonsense': return made({ ...macro_body, text: [] });
  }
});
`;

describe('the procedural macro server', function () {
  this.timeout(20_000);
  let directory: string;
  let server: ProcMacroServer;

  const start = (version: number, limit = 10_000): ProcMacroServer => {
    const program = join(directory, `server-${version}.cjs`);
    writeFileSync(program, standIn.replace('VERSION', String(version)));
    chmodSync(program, 0o755);
    return new ProcMacroServer(program, { limit });
  };
  const run = (name: string, text = 'a + b', library = '/x/liba.so'): string => {
    const result = server.expand({
      library,
      name,
      input: lex({ text, spans: undefined }),
      sites: { call: undefined, mixed: undefined, def: undefined },
      env: new Map([['CARGO_PKG_NAME', 'p']]),
    });
    return result.kind === 'Tokens' ? tokenText(result.tokens) : `error: ${result.message}`;
  };

  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'monolens-macros-'));
  });
  after(() => rmSync(directory, { recursive: true, force: true }));
  afterEach(() => server.close());

  it('expands, past what macros print', () => {
    server = start(6);
    assert.equal(run('echo'), 'a + b');
    assert.equal(run('echo', '(c) [d]'), '( c ) [ d ]');
  });

  it('says that a macro panicked, and with what', () => {
    server = start(6);
    assert.equal(run('panics'), 'error: the macro panicked: at /x/liba.so [["CARGO_PKG_NAME","p"]]');
    assert.equal(run('echo'), 'a + b');
  });

  it('goes on after a macro that crashes, and does not try it again', () => {
    server = start(6);
    assert.match(run('crashes'), /^error: the procedural macro server ended/);
    assert.equal(run('crashes'), 'error: the macro does not end or crashes');
    assert.equal(run('echo'), 'a + b');
  });

  it('gives up a macro that does not end', () => {
    server = start(6, 4000);
    assert.equal(run('echo'), 'a + b');
    assert.equal(run('hangs'), 'error: no end after 4 s');
    assert.equal(run('echo'), 'a + b');
  });

  it('understands no nonsense', () => {
    server = start(6);
    assert.match(run('garbles'), /^error: /);
    assert.match(run('nonsense'), /^error: the server's answer is not understood/);
  });

  it('remembers answers until the library is another', () => {
    const library = join(directory, 'libb.so');
    const lines = new Map<string, string>();
    const answers = {
      get: (key: string) => lines.get(key),
      set: (key: string, line: string) => void lines.set(key, line),
    };
    const startWith = (program: string) => {
      server.close();
      server = new ProcMacroServer(program, { answers });
    };
    writeFileSync(library, 'first');
    server = start(6);
    startWith(join(directory, 'server-6.cjs'));
    assert.equal(run('echo', 'a + b', library), 'a + b');
    assert.match(run('panics', 'a + b', library), /^error: the macro panicked/);
    startWith(join(directory, 'none'));
    assert.equal(run('echo', 'a + b', library), 'a + b');
    assert.match(run('echo', 'a - b', library), /^error: .*ENOENT/);
    startWith(join(directory, 'none'));
    assert.match(run('panics', 'a + b', library), /^error: .*ENOENT/);
    writeFileSync(library, 'another');
    startWith(join(directory, 'none'));
    assert.match(run('echo', 'a + b', library), /^error: .*ENOENT/);
  });

  it('declines a protocol that it does not know, and a program that is not there', () => {
    server = start(99);
    assert.match(run('echo'), /speaks version 99/);
    server = new ProcMacroServer(join(directory, 'none'));
    assert.match(run('echo'), /^error: .*ENOENT/);
  });
});
