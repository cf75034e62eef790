/** The server as a process, driven over standard streams as an editor drives it. */

import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import {
  CodeLensRequest,
  DidChangeConfigurationNotification,
  FileChangeType,
  LSPErrorCodes,
  type MarkupContent,
  ResponseError,
} from 'vscode-languageserver-protocol/node';
import { Client } from './client.ts';

const manifest = '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n';
const main = `mod shapes;

fn main() {
    twice(1u8);
    twice(true);
    shapes::area::<u8>(3);
}

fn twice<T: Copy>(x: T) -> (T, T) {
    (x, x)
}
`;
const shapes = 'pub fn area<Unit>(n: u32) -> u32 {\n    n\n}\n';
const files = { 'Cargo.toml': manifest, 'src/main.rs': main, 'src/shapes.rs': shapes };

/** Calls that make copies, so many that an analysis of them takes its time. */
function largeProgram(functions: number): string {
  const types = ['u8', 'u16', 'u32', 'u64', 'i8', 'i16', 'i32', 'i64'];
  const lines = ['fn twice<T: Copy>(x: T) -> (T, T) {\n    (x, x)\n}', 'fn unused<T>() {}'];
  for (let n = 0; n < functions; n++) {
    const calls = types.map((type) => `twice(0${type});`).join(' ');
    const next = n % 8 === 7 || n + 1 === functions ? '' : `f${n + 1}::<T>();`;
    lines.push(`fn f${n}<T>() { let v = vec![format!("{}", ${n})]; ${calls} ${next} }`);
  }
  const calls: string[] = [];
  for (let n = 0; n < functions; n += 8) calls.push(...types.map((type) => `f${n}::<${type}>();`));
  return `${lines.join('\n')}\nfn main() { ${calls.join(' ')} unused::<u8>(); }\n`;
}

describe('a first analysis that takes long', () => {
  it('has first lenses before its end, and lenses that say more at the end', async () => {
    const large = largeProgram(400);
    const client = await Client.start(
      { 'Cargo.toml': manifest, 'src/main.rs': large },
      { options: { patience: 0 } },
    );
    await client.open('src/main.rs', large);
    const unresolved = await client.unresolvedLenses('src/main.rs');
    assert.equal(client.analyses.length, 0, 'the analysis was finished before');
    const early = await client.titles(unresolved);
    assert.ok(early.includes('4: param T unused, shared copy'), early.slice(0, 9).join());
    const counts = early.filter((title) => title.includes('instantiation'));
    assert.ok(
      counts.every((title) => /: \d+\+ instantiations$/.test(title)),
      counts.join(),
    );
    await client.until('was the analysis finished', () => client.analyses.length > 0);
    await client.until('were lenses refreshed', () => client.refreshes > 0);
    assert.ok((await client.lenses('src/main.rs')).includes('1: 8 instantiations'));
    await client.stop();
  });
});

describe('the language server', () => {
  let client: Client;

  before(async () => {
    client = await Client.start(files);
    await client.open('src/main.rs', main);
  });

  after(() => client?.dispose());

  it('says what it can do', () => {
    const { capabilities, serverInfo } = client.initialized;
    assert.equal(serverInfo?.name, 'monolens');
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.codeLensProvider, { resolveProvider: true });
    assert.equal(capabilities.hoverProvider, true);
  });

  it('shows lenses above generic functions, once the analysis is there', async () => {
    assert.deepEqual(await client.lenses('src/main.rs'), ['9: 2 instantiations']);
  });

  it('reports progress while it loads, to its end', async () => {
    await client.until('was progress ended', () => client.progress.some(({ kind }) => kind === 'end'));
    assert.equal(client.progress[0]?.kind, 'begin');
    assert.equal(client.progress[0]?.cancellable, true);
    assert.ok(client.progress.some(({ message }) => message?.startsWith('Indexing')));
  });

  it('leaves the places of causes to the resolving of a lens', async () => {
    const [lens] = await client.unresolvedLenses('src/main.rs');
    assert.ok(lens);
    assert.equal(lens.command, undefined);
    const { command } = await client.resolve(lens);
    assert.equal(command?.command, 'monolens.showCauses');
    const [uri, position, causes] = command.arguments ?? [];
    assert.equal(uri, client.uri('src/main.rs'));
    assert.deepEqual(position, { line: 8, character: 3 });
    assert.deepEqual(
      causes.map((cause: { range: { start: unknown } }) => cause.range.start),
      [
        { line: 3, character: 4 },
        { line: 4, character: 4 },
      ],
    );
  });

  it('shows files of the program that no one has open', async () => {
    assert.deepEqual(await client.lenses('src/shapes.rs'), [
      '1: 1 instantiation',
      '1: param Unit unused, shared copy',
    ]);
  });

  it('hovers', async () => {
    const hover = await client.hover('src/main.rs', 9, 5);
    assert.ok(hover);
    const { value } = hover.contents as MarkupContent;
    assert.match(value, /\*\*2 instantiations\*\*/);
    assert.match(value, /`bool`.*\[main\.rs:5\]\(.*src\/main\.rs#L5,5\)/);
    assert.deepEqual(hover.range, { start: { line: 8, character: 3 }, end: { line: 8, character: 8 } });
  });

  it('answers for the target and its state', async () => {
    const { targets, active } = await client.request('monolens/targets', {});
    assert.equal(active, 'demo/bin/demo');
    assert.deepEqual(
      targets.map(({ name, kind }) => [name, kind]),
      [
        ['demo', 'bin'],
        ['demo unit tests', 'test'],
      ],
    );
    const status = await client.request('monolens/status', {});
    assert.equal(status.state, 'ready');
    assert.equal(status.std?.kind, 'minicore');
    assert.ok(status.items > 0 && status.revision > 0);
  });

  it('lists codegen units, their items and groups', async () => {
    const { targets } = await client.request('monolens/codegenUnits', {});
    const unit = targets[0]?.units.find(({ name }) => name === 'demo.volatile');
    assert.deepEqual([unit?.kind, unit?.modules], ['volatile', ['demo']]);
    const inUnit = await client.request('monolens/codegenUnitItems', {
      target: 'demo/bin/demo',
      unit: 'demo.volatile',
    });
    assert.deepEqual(
      inUnit.items.map(({ label, linkage }) => [label, linkage]),
      [
        ['fn twice::<bool>', 'External'],
        ['fn twice::<u8>', 'External'],
      ],
    );
    const { groups } = await client.request('monolens/monoItemGroups', { filter: { workspaceOnly: true } });
    assert.deepEqual(
      groups.map(({ label, copies, unused }) => [label, copies, unused]),
      [
        ['twice', 2, []],
        ['main', 1, []],
        ['shapes::area', 1, ['Unit']],
      ],
    );
    const copies = await client.request('monolens/monoItems', { group: groups[0]!.id });
    assert.deepEqual(
      copies.items.map(({ args }) => args),
      ['bool', 'u8'],
    );
    const explained = await client.request('monolens/explain', { item: copies.items[0]!.id });
    assert.deepEqual(
      explained?.steps.map(({ item, reason }) => [item.label, reason]),
      [
        ['fn main', 'root'],
        ['fn twice::<bool>', 'call'],
      ],
    );
    const { text } = await client.request('monolens/itemsText', { filter: { text: 'twice' } });
    assert.match(text, /^MONO_ITEM fn twice::<u8> @@ demo\.volatile\[External\]$/m);
  });

  it('finds the instantiations at a place', async () => {
    const found = await client.request('monolens/instantiationsAt', {
      textDocument: { uri: client.uri('src/main.rs') },
      position: { line: 9, character: 5 },
    });
    assert.deepEqual(
      found?.instantiations.map(({ item, causes }) => [
        item.args,
        causes.map(({ range }) => range.start.line),
      ]),
      [
        ['u8', [3]],
        ['bool', [4]],
      ],
    );
  });

  it('follows an edit', async () => {
    const { refreshes } = client;
    await client.edit('src/main.rs', 'twice(true);', 'twice(true); twice(1u32);');
    assert.deepEqual(await client.lenses('src/main.rs'), ['9: 3 instantiations']);
    await client.until('were lenses refreshed', () => client.refreshes > refreshes);
  });

  it('keeps its counts over broken code', async () => {
    await client.edit('src/main.rs', 'twice(1u32);', 'twice(1u32); let half = twice(');
    const broken = await client.lenses('src/main.rs');
    assert.equal(broken.length, 1);
    assert.match(broken[0]!, /^9: \d\+? instantiations$/);
    await client.edit('src/main.rs', ' let half = twice(', '');
    assert.deepEqual(await client.lenses('src/main.rs'), ['9: 3 instantiations']);
  });

  it('answers the last of many edits', async () => {
    for (let n = 0; n < 20; n++) {
      await client.edit('src/main.rs', 'twice(1u32);', `twice(1u32);${n % 2 ? '' : ' twice(0i8);'}`);
    }
    assert.deepEqual(await client.lenses('src/main.rs'), ['9: 4 instantiations']);
  });

  it('cancels a request', async () => {
    // Behind an edit, so that there is something to wait for.
    await client.edit('src/main.rs', 'twice(1u32);', 'twice(1u32); twice(0i16);');
    const source = new AbortController();
    const answer = client.connection.sendRequest(
      CodeLensRequest.type,
      { textDocument: { uri: client.uri('src/main.rs') } },
      {
        isCancellationRequested: false,
        onCancellationRequested: (listener: (e: unknown) => unknown) => {
          source.signal.addEventListener('abort', () => listener(undefined));
          return { dispose: () => undefined };
        },
      },
    );
    source.abort();
    await assert.rejects(
      answer,
      (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
    );
    assert.deepEqual(await client.lenses('src/main.rs'), ['9: 5 instantiations']);
  });

  it('takes changes of files on the disk', async () => {
    assert.ok(client.registrations.some(({ method }) => method === 'workspace/didChangeWatchedFiles'));
    client.write('src/shapes.rs', `${shapes}pub fn side<T>(x: T) -> T { x }\n`);
    await client.watched({ 'src/shapes.rs': FileChangeType.Changed });
    assert.deepEqual(await client.lenses('src/shapes.rs'), [
      '1: 1 instantiation',
      '1: param Unit unused, shared copy',
      '4: never instantiated',
    ]);
  });

  it('finds a file that a module was missing', async () => {
    await client.edit('src/main.rs', 'mod shapes;', 'mod shapes; mod later;');
    assert.deepEqual(await client.lenses('src/later.rs'), []);
    client.write('src/later.rs', 'pub fn late<T>() {}\n');
    await client.watched({ 'src/later.rs': FileChangeType.Created });
    assert.deepEqual(await client.lenses('src/later.rs'), [
      '1: never instantiated',
      '1: param T unused, shared copy',
    ]);
  });

  it('finds a new target', async () => {
    client.write('src/bin/tool.rs', 'fn main() { only(1u8); }\nfn only<T>(x: T) -> T { x }\n');
    await client.watched({ 'src/bin/tool.rs': FileChangeType.Created });
    const { targets } = await client.request('monolens/targets', {});
    assert.ok(targets.some(({ id }) => id === 'demo/bin/tool'));
    // A file outside of the active target is looked at in its own.
    assert.deepEqual(await client.lenses('src/bin/tool.rs'), ['2: 1 instantiation']);
  });

  it('changes the target', async () => {
    const { active } = await client.request('monolens/setActiveTarget', { target: 'demo/bin/tool' });
    assert.equal(active, 'demo/bin/tool');
    const { groups } = await client.request('monolens/monoItemGroups', { filter: { workspaceOnly: true } });
    assert.deepEqual(
      groups.map(({ label }) => label),
      ['main', 'only'],
    );
    await client.request('monolens/setActiveTarget', { target: 'all' });
    const all = await client.request('monolens/monoItemGroups', { filter: { text: 'only' } });
    assert.equal(all.groups.length, 1);
    await client.request('monolens/setActiveTarget', { target: 'demo/bin/demo' });
  });

  it('changes its settings without a restart', async () => {
    client.configuration = {
      ...client.configuration,
      lens: { unusedParameters: false, neverInstantiated: false },
    };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    // An analysis that was already under way may be told first.
    const { analyses } = client;
    const wanted = ['1: 1 instantiation'];
    for (let told = analyses.length; !isDeepStrictEqual(await client.lenses('src/shapes.rs'), wanted); ) {
      await client.until('did the lenses follow', () => analyses.length > told);
      told = analyses.length;
    }
  });

  it('marks unused parameters in open documents', async () => {
    await client.open('src/shapes.rs', shapes);
    const uri = client.uri('src/shapes.rs');
    await client.until(
      'were diagnostics sent',
      () => (client.diagnostics.get(uri)?.diagnostics.length ?? 0) > 0,
    );
    const [hint] = client.diagnostics.get(uri)?.diagnostics ?? [];
    assert.equal(hint?.code, 'unused-generic-parameter');
    assert.deepEqual(hint?.range, { start: { line: 0, character: 12 }, end: { line: 0, character: 16 } });
  });

  it('refuses what makes no sense, and lives on', async () => {
    await assert.rejects(client.connection.sendRequest('monolens/nothing', {}));
    await assert.rejects(client.connection.sendRequest('codeLens/resolve', { range: null, data: null }));
    assert.deepEqual(await client.lenses('src/shapes.rs'), ['1: 1 instantiation']);
  });

  it('ends in order', async () => {
    assert.equal(await client.stop(), 0);
  });
});

describe('the language server', () => {
  it('counts columns as agreed on', async () => {
    const text = "fn main() { /* \u{1F600}ä */ f('x'); }\nfn f<T>(x: T) -> T { x }\n";
    for (const [encoding, column] of [
      ['utf-8', 25],
      ['utf-16', 22],
      ['utf-32', 21],
    ] as const) {
      const client = await Client.start(
        { 'Cargo.toml': manifest, 'src/main.rs': text },
        { encodings: [encoding] },
      );
      try {
        assert.equal(client.initialized.capabilities.positionEncoding, encoding);
        const [lens] = await client.unresolvedLenses('src/main.rs');
        const { command } = await client.resolve(lens!);
        assert.deepEqual(command?.arguments?.[2][0].range.start, { line: 0, character: column });
      } finally {
        client.dispose();
      }
    }
  });

  it('analyses a file without a manifest', async () => {
    const text = 'fn main() { f(1u8); }\nfn f<T>(x: T) -> T { x }\n';
    const client = await Client.start({ 'alone.rs': text });
    try {
      await client.open('alone.rs', text);
      assert.deepEqual(await client.lenses('alone.rs'), ['2: 1 instantiation']);
    } finally {
      client.dispose();
    }
  });

  it('stops loading when told to, and starts again with the next change', async () => {
    const client = await Client.start(files);
    try {
      await client.open('src/main.rs', main);
      const begun = () => client.progress.find(({ kind }) => kind === 'begin');
      await client.until('did progress begin', () => begun() !== undefined);
      const token = begun()!.token;
      await client.connection.sendNotification('window/workDoneProgress/cancel', { token });
      await client.until('was the analysis cancelled', () =>
        client.statuses.some(({ state }) => state === 'failed'),
      );
      await client.edit('src/main.rs', 'twice(true);', '');
      assert.deepEqual(await client.lenses('src/main.rs'), ['9: 1 instantiation']);
    } finally {
      client.dispose();
    }
  });

  it('tells what is wrong with a manifest, and recovers', async () => {
    const client = await Client.start({ ...files, 'Cargo.toml': '[package\n' });
    try {
      await client.until('was the status failed', () =>
        client.statuses.some(({ state }) => state === 'failed'),
      );
      assert.match(client.statuses.at(-1)?.message ?? '', /Cargo\.toml/);
      client.write('Cargo.toml', manifest);
      await client.watched({ 'Cargo.toml': FileChangeType.Changed });
      assert.deepEqual(await client.lenses('src/main.rs'), ['9: 2 instantiations']);
    } finally {
      client.dispose();
    }
  });

  it('ends with an error when its client goes away without a word', async () => {
    const client = await Client.start(files);
    client.connection.end();
    client.process.stdin!.end();
    assert.equal(await client.exited, 1);
    client.dispose();
  });
});
