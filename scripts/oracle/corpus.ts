/**
 * `npm run corpus`: how our lists compare with rustc's on crates that nobody here wrote, in one table.
 *
 * `corpus.json` names the targets. Each crate is fetched with cargo into an ignored cache, rustc is asked once for the
 * list of each target (the answer is kept), ours is made by the command line as it is built, and both are compared
 * kind by kind. What differs is written beside the crates, to `.cache/corpus/NAME-TARGET.txt`, with the places that we
 * could not resolve.
 *
 * - `--only A,B`: the targets whose crate or last argument is one of these;
 * - `--release`: the release profile of both;
 * - `--cold`: with a cache directory that is empty at first, and then, after an edit in a function, with what the first
 *   run left there; the table has both times;
 * - `--out DIR`: where the differences go instead;
 * - `--jobs N`: as many targets at a time (1);
 * - `--write`: puts the table into docs/accuracy.md, between the marks for this profile;
 * - `--json`: prints everything as JSON instead of the table.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { withEditedBody } from './bodyEdit.ts';
import { cargoItems, targetDirOf } from './cargoItems.ts';
import { type Comparison, compare, type KindComparison } from './compare.ts';
import { CORPUS, fetchCrate } from './fetchCrate.ts';
import { ourItems } from './ourItems.ts';
import { exclusively, inParallel } from './parallel.ts';

interface Target {
  readonly name: string;
  readonly version: string;
  /** Arguments that choose the target and its features, cargo's and ours alike. */
  readonly target: readonly string[];
  readonly about: string;
}

interface Row {
  readonly target: string;
  readonly about: string;
  readonly comparison?: Comparison;
  readonly unresolved: number;
  readonly seconds: number;
  readonly warmSeconds?: number;
  readonly megabytes: number;
  readonly rustcSeconds?: number;
  readonly error?: string;
}

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    release: { type: 'boolean', default: false },
    cold: { type: 'boolean', default: false },
    out: { type: 'string', default: CORPUS },
    jobs: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const ACCURACY = fileURLToPath(new URL('../../docs/accuracy.md', import.meta.url));
const profile = options.release ? 'release' : 'debug';

function nameOf({ name, target }: Target): string {
  const at = target.findIndex((arg) => /^--(?:bin|test|example)$/.test(arg));
  return `${name}-${at < 0 ? 'lib' : target[at + 1]}`;
}

function chosenTargets(): Target[] {
  const all = JSON.parse(readFileSync(new URL('corpus.json', import.meta.url), 'utf8')) as Target[];
  const only = options.only.split(',').filter((name) => name !== '');
  if (only.length === 0) return all;
  return all.filter((target) => only.some((name) => name === target.name || name === nameOf(target)));
}

async function measure(target: Target): Promise<Row> {
  const row = { target: nameOf(target), about: target.about, unresolved: 0, seconds: 0, megabytes: 0 };
  let cacheHome: string | undefined;
  try {
    const dir = await fetchCrate(target.name, target.version);
    const cargoArgs = [...target.target, ...(options.release ? ['--release'] : [])];
    const theirs = await cargoItems({ dir, cargoArgs, rustcFlags: [] }, false);
    // Cargo's dev profile compiles incrementally, and that names the codegen units.
    const args = ['.', ...cargoArgs, ...(options.release ? [] : ['--incremental'])];
    if (options.cold) cacheHome = mkdtempSync(join(tmpdir(), 'monolens-corpus-'));
    const env = {
      CARGO_TARGET_DIR: targetDirOf(dir),
      ...(cacheHome === undefined ? {} : { XDG_CACHE_HOME: cacheHome }),
    };
    const ours = await ourItems(dir, args, env);
    const warm = options.cold ? await withEditedBody(dir, () => ourItems(dir, args, env)) : undefined;
    const comparison = compare(theirs.lines, ours.lines);
    writeDifferences(row.target, comparison, ours.notes);
    return {
      ...row,
      comparison,
      unresolved: Number(/^(\d+) uses? could not be resolved/m.exec(ours.notes)?.[1] ?? 0),
      seconds: ours.seconds,
      megabytes: Math.max(ours.megabytes, warm?.megabytes ?? 0),
      ...(warm === undefined ? {} : { warmSeconds: warm.seconds }),
      ...(theirs.seconds === undefined ? {} : { rustcSeconds: theirs.seconds }),
    };
  } catch (error) {
    return { ...row, error: (error as Error).message };
  } finally {
    if (cacheHome !== undefined) rmSync(cacheHome, { recursive: true, force: true });
  }
}

function writeDifferences(name: string, { kinds, misplaced }: Comparison, notes: string): void {
  const lines = [notes, ''];
  for (const [kind, { missing, extra }] of Object.entries(kinds)) {
    lines.push(`== ${kind}: ${missing.length} that we lack`, ...missing, '');
    lines.push(`== ${kind}: ${extra.length} that rustc does not make`, ...extra, '');
  }
  lines.push(
    `== ${misplaced.length} placed otherwise`,
    ...misplaced.map((m) => `${m.item}\n    rustc ${m.rustc}\n    ours  ${m.ours}`),
  );
  mkdirSync(options.out, { recursive: true });
  writeFileSync(
    join(options.out, `${name}${options.release ? '-release' : ''}.txt`),
    `${lines.join('\n')}\n`,
  );
}

/** Glue and shims are one class of the table. */
function sum(a: KindComparison, b: KindComparison): Pick<KindComparison, 'rustc' | 'ours' | 'both'> {
  return { rustc: a.rustc + b.rustc, ours: a.ours + b.ours, both: a.both + b.both };
}

type Share = number | undefined;

function share(part: number, whole: number): Share {
  return whole === 0 ? undefined : (100 * part) / whole;
}

/** The figures of a row that have a median: recall and precision of the three classes, and placement. */
function figures({ kinds }: Comparison): Share[] {
  const classes = [kinds.user, sum(kinds.dropGlue, kinds.shim), kinds.std];
  return [
    ...classes.flatMap(({ rustc, ours, both }) => [share(both, rustc), share(both, ours)]),
    share(kinds.user.samePlacement, kinds.user.placed),
  ];
}

function median(values: readonly number[]): Share {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return undefined;
  const upper = sorted[Math.floor(half)] ?? 0;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? 0) + upper) / 2 : upper;
}

const show = (value: Share) => (value === undefined ? '–' : value.toFixed(1));
const seconds = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(1));

function tableOf(rows: readonly Row[]): string[][] {
  const head = [
    'target',
    ...['user items', 'recall %', 'precision %'],
    ...['glue, shims', 'recall %', 'precision %'],
    ...['std items', 'recall %', 'precision %'],
    ...['placed alike %', 'unresolved'],
    ...(options.cold ? ['from nothing s', 'after an edit s'] : ['s']),
    ...['MB', 'rustc s'],
  ];
  const cells = rows.map((row) => {
    const times = options.cold ? [seconds(row.seconds), seconds(row.warmSeconds)] : [seconds(row.seconds)];
    if (!row.comparison) return [row.target, ...head.slice(1).map(() => 'failed')];
    const { kinds } = row.comparison;
    const counts = [kinds.user.rustc, kinds.dropGlue.rustc + kinds.shim.rustc, kinds.std.rustc];
    const shares = figures(row.comparison).map(show);
    return [
      row.target,
      ...counts.flatMap((count, i) => [String(count), ...shares.slice(2 * i, 2 * i + 2)]),
      ...[shares[6] ?? '', String(row.unresolved), ...times],
      ...[row.megabytes.toFixed(0), seconds(row.rustcSeconds)],
    ];
  });
  const all = rows.flatMap(({ comparison }) => (comparison ? [figures(comparison)] : []));
  const column = (i: number) => all.flatMap((shares) => shares[i] ?? []);
  const summary = (title: string, of: (values: readonly number[]) => Share) => {
    const shares = [0, 1, 2, 3, 4, 5, 6].map((i) => show(of(column(i))));
    const rest = head.slice(11).map(() => '');
    return [
      title,
      ...[0, 1, 2].flatMap((i) => ['', ...shares.slice(2 * i, 2 * i + 2)]),
      shares[6] ?? '',
      ...rest,
    ];
  };
  const lowest = (values: readonly number[]) => (values.length === 0 ? undefined : Math.min(...values));
  return [head, ...cells, summary('**median**', median), summary('**lowest**', lowest)];
}

function markdown(table: readonly (readonly string[])[]): string {
  const [head = [], ...rows] = table;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** Replaces what stands between `<!-- corpus PROFILE -->` and `<!-- end -->`. */
function writeTable(table: string): void {
  const text = readFileSync(ACCURACY, 'utf8');
  const begin = `<!-- corpus ${profile} -->\n`;
  const from = text.indexOf(begin);
  const to = text.indexOf('<!-- end -->', from);
  if (from < 0 || to < 0) throw new Error(`docs/accuracy.md has no marks for the ${profile} table`);
  writeFileSync(ACCURACY, `${text.slice(0, from + begin.length)}\n${table}\n\n${text.slice(to)}`);
}

const targets = chosenTargets();
if (targets.length === 0) {
  console.error(`no target is called ${options.only}; scripts/oracle/corpus.json has the names`);
  process.exit(2);
}
const rows: Row[] = [];
await inParallel(Number(options.jobs), targets, async (target) => {
  // One of the same package may be edited now.
  const row = await exclusively(target.name, () => measure(target));
  rows.push(row);
  const [recall, precision] = row.comparison ? figures(row.comparison).map(show) : [];
  const outcome = row.error ?? `user ${recall}/${precision} %, ${row.seconds.toFixed(1)} s`;
  console.error(`[${rows.length}/${targets.length}] ${row.target}: ${outcome}`);
});
rows.sort((a, b) => a.target.localeCompare(b.target));
const table = markdown(tableOf(rows));
console.log(options.json ? JSON.stringify(rows, null, 2) : table);
if (options.write) writeTable(table);
if (rows.some((row) => row.error !== undefined)) process.exitCode = 1;
