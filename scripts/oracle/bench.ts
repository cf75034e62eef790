/**
 * `npm run bench -- DIR [target options] [--runs N] [--edits N] [--rustc-edits N] [--slowest N] [--json]`: how
 * long a person waits.
 *
 * - From nothing: `monolens items` in a new process, start-up included (median of `--runs`), and its peak memory.
 * - The real server over stdio, with one file open: its first lenses, which may say `3+`, and the end of its analysis.
 * - Keystroke to new lenses: the real server over stdio. A probe, a generic function that nothing calls, is appended to
 *   an open file; each edit inserts a call of the probe, with an argument of its own, into a real function of that file
 *   and waits until the lens above the probe counts one copy more: so what is measured is a finished new analysis, not
 *   an old answer. The edit is taken back afterwards. Functions whose edit changes no count (because nothing
 *   instantiates them) are not counted. Every fourth is made once more in a burst, letter by letter. `--slowest` lists
 *   those that took longest, with their places.
 * - rustc on the same edits: `cargo rustc -- -Zprint-mono-items=yes`, warm and incremental, on a copy of the package.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { CodeLens, Position } from 'vscode-languageserver-protocol/node';
import { LspClient } from './lspClient.ts';
import { measuredRun, peakMemory } from './measuredRun.ts';
import { CLI } from './ourItems.ts';
import { packageSources } from './packageSources.ts';
import { nodesOf } from './rustSyntax.ts';

const run = promisify(execFile);
const PROBE = 'monolens_bench_probe';
/** Milliseconds after which a server that says nothing new is taken for stuck. */
const WAIT = 120_000;
/** Milliseconds from key to key in a burst of typing. */
const keyInterval = 40;

interface Options {
  readonly dir: string;
  readonly targetArgs: readonly string[];
  readonly runs: number;
  readonly edits: number;
  readonly rustcEdits: number;
  readonly slowest: number;
  readonly json: boolean;
}

interface Site {
  readonly path: string;
  /** Where the call goes: behind the `{` of a function's body. */
  readonly at: Position;
}

/** An edit that was made, and what it took. */
interface Measured {
  readonly milliseconds: number;
  readonly path: string;
  readonly line: number;
  readonly isBurst: boolean;
}

interface Times {
  readonly median: number;
  readonly p95: number;
  readonly n: number;
}

function parseArgs(args: readonly string[]): Options {
  const rest = [...args];
  const targetArgs: string[] = [];
  let dir = '';
  let runs = 3;
  let edits = 40;
  let rustcEdits = 5;
  let slowest = 0;
  let json = false;
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--runs') runs = Number(rest.shift());
    else if (arg === '--edits') edits = Number(rest.shift());
    else if (arg === '--rustc-edits') rustcEdits = Number(rest.shift());
    else if (arg === '--slowest') slowest = Number(rest.shift());
    else if (arg === '--json') json = true;
    else if (dir === '' && !arg.startsWith('-')) dir = resolve(arg);
    else targetArgs.push(arg);
  }
  if (dir === '') {
    console.error(
      'usage: npm run bench -- DIR [--bin X|--lib|…] [--runs N] [--edits N] [--rustc-edits N] [--slowest N] [--json]',
    );
    process.exit(2);
  }
  return { dir, targetArgs, runs, edits, rustcEdits, slowest, json };
}

function timesOf(edits: readonly Measured[]): Times {
  return times(edits.map(({ milliseconds }) => milliseconds));
}

function times(milliseconds: readonly number[]): Times {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), n: sorted.length };
}

/** Runs our command line once. */
async function fromNothing(options: Options): Promise<{ milliseconds: number; megabytes: number }> {
  const args = [CLI, 'items', '.', ...options.targetArgs, '--format', 'rustc'];
  const { seconds, megabytes } = await measuredRun(args, { cwd: options.dir });
  return { milliseconds: seconds * 1000, megabytes };
}

/** Functions of a file's own module (also in impls): a call of the file's probe resolves in their bodies. */
async function sitesIn(path: string): Promise<Site[]> {
  const nodes = await nodesOf(readFileSync(path, 'utf8'), ({ type }) => type === 'function_item');
  const sites: Site[] = [];
  for (const node of nodes) {
    let parent = node.parent;
    while (parent !== null && ['declaration_list', 'impl_item'].includes(parent.type)) parent = parent.parent;
    const body = node.childForFieldName('body');
    const qualifiers = node.namedChildren.find((child) => child?.type === 'function_modifiers')?.text ?? '';
    if (parent?.type !== 'source_file' || body === null || /\bconst\b/.test(qualifiers)) continue;
    sites.push({
      path,
      at: { line: body.startPosition.row, character: body.startPosition.column + 1 },
    });
  }
  return sites;
}

/** The count in the lens above a line; undefined while there is none. */
function copies(lenses: readonly CodeLens[], line: number): number | undefined {
  for (const { range, command } of lenses) {
    if (range.start.line !== line) continue;
    const title = command?.title ?? '';
    if (/^never instantiated/.test(title)) return 0;
    const count = /^(\d+)\+? instantiations?/.exec(title)?.[1];
    if (count !== undefined) return Number(count);
  }
  return undefined;
}

/**
 * Waits until the lens above a line counts `wanted` copies. Gives up when an analysis newer than `revision` is finished
 * and the count is another still: nothing instantiates the function that the edit was made in.
 */
async function waitForCopies(
  client: LspClient,
  path: string,
  line: number,
  wanted: number,
  revision: number,
): Promise<boolean> {
  const deadline = performance.now() + WAIT;
  while (performance.now() < deadline) {
    const status = await client.status();
    if (copies(await client.lenses(path), line) === wanted) return true;
    if (status.state === 'ready' && status.revision > revision) return false;
    await client.nextChange(50);
  }
  throw new Error(`no new analysis within ${WAIT / 1000} s of an edit in ${path}`);
}

async function ready(client: LspClient): Promise<void> {
  for (;;) {
    const { state, message } = await client.status();
    if (state === 'ready') return;
    if (state === 'failed') throw new Error(message ?? 'the server could not load the workspace');
    await client.nextChange(50);
  }
}

async function keystrokes(options: Options): Promise<{
  first: number;
  done: number;
  edits: Times;
  bursts: Times;
  slowest: readonly Measured[];
  unchanged: number;
  megabytes: number;
}> {
  const client = new LspClient();
  const begin = performance.now();
  await client.start(options.dir);
  await chooseTarget(client, options.targetArgs);
  const measured: Measured[] = [];
  const bursts: Measured[] = [];
  let first = Number.NaN;
  let done = Number.NaN;
  let unchanged = 0;
  const paths = packageSources(options.dir);
  // The first file that is opened is one that has lenses.
  const withLenses = paths.find((path) => /\bfn\s+\w+\s*</.test(readFileSync(path, 'utf8')));
  if (withLenses !== undefined) {
    await client.open(withLenses);
    // Lenses of an unfinished analysis come as soon as there is something to show.
    while ((await client.lenses(withLenses)).length === 0 && (await client.status()).state !== 'ready')
      await client.nextChange(50);
    first = performance.now() - begin;
  }
  await ready(client);
  done = performance.now() - begin;
  for (const path of paths) {
    if (measured.length >= options.edits) break;
    const sites = await sitesIn(path);
    if (sites.length === 0) continue;
    const rows = readFileSync(path, 'utf8').split('\n').length;
    if (path !== withLenses) await client.open(path);
    const end = { line: rows - 1, character: 0 };
    const probeLine = rows;
    const revision = async () => (await client.status()).revision;
    let before = await revision();
    await client.change(path, { start: end, end }, `\nfn ${PROBE}<const N: usize>() {}\n`);
    if (!(await waitForCopies(client, path, probeLine, 0, before))) continue;
    // Each function of the file once, until there are enough edits.
    let k = 1;
    for (const { at } of sites) {
      if (measured.length >= options.edits) break;
      const call = ` ${PROBE}::<${k++}>();`;
      before = await revision();
      const start = performance.now();
      await client.change(path, { start: at, end: at }, call);
      const counts = await waitForCopies(client, path, probeLine, 1, before);
      const note = (since: number, isBurst: boolean): Measured => ({
        milliseconds: performance.now() - since,
        path: relative(options.dir, path),
        line: at.line + 1,
        isBurst,
      });
      if (counts) measured.push(note(start, false));
      else unchanged++;
      const takeBack = async () => {
        before = await revision();
        await client.change(path, { start: at, end: { ...at, character: at.character + call.length } }, '');
        await waitForCopies(client, path, probeLine, 0, before);
      };
      await takeBack();
      if (!counts || measured.length % 4 !== 0) continue;
      before = await revision();
      const last = await typeText(client, path, at, call);
      if (await waitForCopies(client, path, probeLine, 1, before)) bursts.push(note(last, true));
      await takeBack();
    }
  }
  const megabytes = peakMemory(client.pid);
  await client.stop();
  const slowest = [...measured, ...bursts]
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, options.slowest);
  return { first, done, edits: timesOf(measured), bursts: timesOf(bursts), slowest, unchanged, megabytes };
}

/** Types a text letter by letter, faster than an analysis may be; the time of the last key. */
async function typeText(client: LspClient, path: string, at: Position, text: string): Promise<number> {
  let character = at.character;
  let last = 0;
  for (const letter of text) {
    await delay(keyInterval);
    const place = { line: at.line, character: character++ };
    last = performance.now();
    await client.change(path, { start: place, end: place }, letter);
  }
  return last;
}

async function chooseTarget(client: LspClient, args: readonly string[]): Promise<void> {
  const wanted = (['bin', 'lib', 'test', 'example'] as const).find((kind) => args.includes(`--${kind}`));
  if (wanted === undefined) return;
  const name = wanted === 'lib' ? undefined : args[args.indexOf(`--${wanted}`) + 1];
  // The list is empty until the workspace is loaded.
  for (let tries = 0; tries < 200; tries++) {
    const { targets } = await client.targets();
    const found = targets.find((t) => t.kind === wanted && (name === undefined || t.name === name));
    if (found) return client.setTarget(found.id);
    await client.nextChange(50);
  }
  throw new Error(`the server knows no ${wanted} ${name ?? ''}`);
}

async function rustcAfterEdits(options: Options): Promise<Times> {
  const copy = fileURLToPath(new URL(`../../.cache/bench/${basename(options.dir)}`, import.meta.url));
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  cpSync(options.dir, copy, { recursive: true, filter: (from) => !/[\\/](?:target|\.git)$/.test(from) });
  const build = () =>
    run('cargo', ['rustc', ...options.targetArgs, '--', '-Zprint-mono-items=yes', '-Awarnings'], {
      cwd: copy,
      env: { ...process.env, RUSTC_BOOTSTRAP: '1' },
      maxBuffer: 1 << 30,
    });
  await build();
  const measured: number[] = [];
  for (const path of packageSources(copy)) {
    if (measured.length >= options.rustcEdits) break;
    const text = readFileSync(path, 'utf8');
    for (const { at } of (await sitesIn(path)).slice(0, options.rustcEdits - measured.length)) {
      const rows = text.split('\n');
      const row = rows[at.line] ?? '';
      rows[at.line] =
        `${row.slice(0, at.character)} ${PROBE}::<${measured.length + 1}>();${row.slice(at.character)}`;
      writeFileSync(path, `${rows.join('\n')}\nfn ${PROBE}<const N: usize>() {}\n`);
      const start = performance.now();
      await build();
      measured.push(performance.now() - start);
    }
    writeFileSync(path, text);
  }
  return times(measured);
}

const options = parseArgs(process.argv.slice(2));
const cold: { milliseconds: number; megabytes: number }[] = [];
for (let i = 0; i < options.runs; i++) cold.push(await fromNothing(options));
const typing = await keystrokes(options);
const rustc = options.rustcEdits > 0 ? await rustcAfterEdits(options) : undefined;
const report = {
  package: basename(options.dir),
  fromNothing: {
    median: times(cold.map((c) => c.milliseconds)).median,
    megabytes: Math.max(...cold.map((c) => c.megabytes)),
  },
  firstLenses: typing.first,
  allDone: typing.done,
  keystrokeToLenses: typing.edits,
  burstToLenses: typing.bursts,
  ...(options.slowest > 0 ? { slowestEdits: typing.slowest } : {}),
  editsWithoutEffect: typing.unchanged,
  serverMegabytes: typing.megabytes,
  cargoRustcAfterEdit: rustc,
};
if (options.json) console.log(JSON.stringify(report, null, 2));
else {
  const ms = (n: number) => (n >= 1000 ? `${(n / 1000).toFixed(2)} s` : `${n.toFixed(0)} ms`);
  console.log(`${report.package}`);
  if (options.runs > 0)
    console.log(
      `  command line, from nothing    ${ms(report.fromNothing.median)}, ${report.fromNothing.megabytes.toFixed(0)} MB`,
    );
  console.log(`  server start to first lenses  ${ms(report.firstLenses)}`);
  console.log(`  server start to all done      ${ms(report.allDone)}`);
  console.log(
    `  keystroke to new lenses       median ${ms(typing.edits.median)}, p95 ${ms(typing.edits.p95)} (${typing.edits.n} edits, ${typing.unchanged} without effect), ${typing.megabytes.toFixed(0)} MB`,
  );
  console.log(
    `  last key of a burst to lenses median ${ms(typing.bursts.median)}, p95 ${ms(typing.bursts.p95)} (${typing.bursts.n} bursts)`,
  );
  for (const { milliseconds, path, line, isBurst } of typing.slowest)
    console.log(`    ${ms(milliseconds).padStart(8)}  ${path}:${line}${isBurst ? ', a burst' : ''}`);
  if (rustc)
    console.log(
      `  cargo rustc after such edits  median ${ms(rustc.median)}, p95 ${ms(rustc.p95)} (${rustc.n} edits)`,
    );
}
