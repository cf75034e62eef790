/**
 * `npm run oracle -- INPUT [target and profile options] [-- rustc flags]`: how our list of mono items compares with
 * rustc's. INPUT is a Cargo package, one `.rs` file, or a directory of fixtures. Prints recall and precision for items
 * of the program, drop glue, shims and std's items, and the first disagreements of each kind.
 *
 * Options of its own: `--json`, `--show N` (disagreements a kind, 5), `--fresh` (ask rustc again),
 * `--no-std` (leave std's items out of the disagreements), `--sizes` (of a package: compare the sizes of its functions,
 * by which rustc merges codegen units, instead of the items); everything else goes to cargo and to our command line
 * alike.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { cargoItems, cargoSizes, targetDirOf } from './cargoItems.ts';
import type { Comparison } from './compare.ts';
import { compare, KINDS, total } from './compare.ts';
import { compareSizes } from './compareSizes.ts';
import { rustFiles } from './files.ts';
import { parseFixture } from './fixture.ts';
import { ourFixtureItems, ourItems, ourSizes } from './ourItems.ts';
import { inParallel } from './parallel.ts';
import { rustcItems } from './rustcItems.ts';

interface Options {
  input: string;
  json: boolean;
  fresh: boolean;
  noStd: boolean;
  sizes: boolean;
  show: number;
  targetArgs: string[];
  rustcFlags: string[];
}

interface Outcome {
  readonly comparison: Comparison;
  readonly rustcSeconds?: number;
  readonly ourSeconds: number;
  readonly notes: readonly string[];
}

function parseArgs(args: readonly string[]): Options {
  const options: Options = {
    input: '',
    json: false,
    fresh: false,
    noStd: false,
    sizes: false,
    show: 5,
    targetArgs: [],
    rustcFlags: [],
  };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--json') options.json = true;
    else if (arg === '--fresh') options.fresh = true;
    else if (arg === '--no-std') options.noStd = true;
    else if (arg === '--sizes') options.sizes = true;
    else if (arg === '--show') options.show = Number(rest.shift());
    else if (arg === '--') options.rustcFlags.push(...rest.splice(0));
    else if (options.input === '' && !arg.startsWith('-')) options.input = arg;
    else options.targetArgs.push(arg);
  }
  if (options.input === '' || !existsSync(options.input)) {
    console.error(
      'usage: npm run oracle -- DIR|FILE.rs [--bin X|--lib|--test X|…] [--release] [-- rustc flags]',
    );
    process.exit(2);
  }
  return options;
}

async function compareFixtures(files: readonly string[], root: string): Promise<Outcome> {
  const parts: { name: string; comparison: Comparison }[] = [];
  const notes: string[] = [];
  let ourSeconds = 0;
  await inParallel(2, files, async (path) => {
    const name = relative(root, path) || basename(path);
    const text = parseFixture(readFileSync(path, 'utf8')).source;
    const theirs = await rustcItems(path, text);
    try {
      const ours = await ourFixtureItems(path, text);
      ourSeconds += ours.seconds;
      parts.push({ name, comparison: compare(theirs.lines, ours.lines, theirs) });
      if (ours.notes) notes.push(`${name}: ${ours.notes}`);
    } catch (error) {
      parts.push({ name, comparison: compare(theirs.lines, [], theirs) });
      notes.push(`${name}: ${(error as Error).message}`);
    }
  });
  parts.sort((a, b) => (a.name < b.name ? -1 : 1));
  const single = parts.length === 1 ? parts[0] : undefined;
  return { comparison: single ? single.comparison : total(parts), ourSeconds, notes: notes.sort() };
}

/** Our arguments for the package, whose directory is the current one. */
function ourArgs({ targetArgs, rustcFlags }: Options): string[] {
  // Cargo's dev profile compiles incrementally, and that names the codegen units.
  const incremental = targetArgs.some((arg) => arg === '--release' || arg === '-r') ? [] : ['--incremental'];
  return ['.', ...targetArgs, ...incremental, ...rustcFlags];
}

async function comparePackage(options: Options): Promise<Outcome> {
  const { input, targetArgs, rustcFlags } = options;
  const theirs = await cargoItems({ dir: input, cargoArgs: targetArgs, rustcFlags }, options.fresh);
  const ours = await ourItems(resolve(input), ourArgs(options), { CARGO_TARGET_DIR: targetDirOf(input) });
  return {
    comparison: compare(theirs.lines, ours.lines),
    ...(theirs.seconds === undefined ? {} : { rustcSeconds: theirs.seconds }),
    ourSeconds: ours.seconds,
    notes: ours.notes ? [ours.notes] : [],
  };
}

async function printSizes(options: Options): Promise<void> {
  const { input, targetArgs, rustcFlags } = options;
  const theirs = await cargoSizes({ dir: input, cargoArgs: targetArgs, rustcFlags }, options.fresh);
  const ours = await ourSizes(resolve(input), ourArgs(options), { CARGO_TARGET_DIR: targetDirOf(input) });
  const comparison = compareSizes(theirs, ours);
  if (options.json) console.log(JSON.stringify(comparison, null, 2));
  else {
    const { rustc, alike, differing } = comparison;
    console.log(`of ${rustc} definitions that rustc makes code of, ${alike} have its size`);
    list(
      'sizes that differ, largest sum of all copies first',
      differing.map(
        ({ name, copies, rustc, ours }) =>
          `${ours - rustc > 0 ? '+' : ''}${ours - rustc} of ${rustc}, ${copies} copies: ${name}`,
      ),
      options.show,
    );
  }
}

const NAMES = { user: 'user items', dropGlue: 'drop glue', shim: 'shims', std: 'std items' } as const;

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

function print(outcome: Outcome, options: Options): void {
  const { comparison, rustcSeconds, ourSeconds, notes } = outcome;
  for (const note of notes) console.error(note);
  const rows = [['', 'rustc', 'ours', 'both', 'recall', 'precision']];
  for (const kind of KINDS) {
    const { rustc, ours, both } = comparison.kinds[kind];
    rows.push([NAMES[kind], ...[rustc, ours, both].map(String), percent(both, rustc), percent(both, ours)]);
  }
  for (const [name, ...cells] of rows) {
    console.log(`${(name ?? '').padEnd(11)}${cells.map((cell) => cell.padStart(10)).join('')}`);
  }
  for (const kind of KINDS) {
    const { samePlacement, placed } = comparison.kinds[kind];
    if (placed === 0) continue;
    console.log(
      `codegen units and linkage of ${NAMES[kind]}: ${percent(samePlacement, placed)} of ${placed} alike`,
    );
  }
  const time = rustcSeconds === undefined ? 'on record' : `${rustcSeconds.toFixed(1)} s`;
  console.log(`time: rustc ${time}, ours ${ourSeconds.toFixed(1)} s`);
  for (const kind of KINDS) {
    if (kind === 'std' && options.noStd) continue;
    const { missing, extra } = comparison.kinds[kind];
    list(`${NAMES[kind]} that we lack`, missing, options.show);
    list(`${NAMES[kind]} that rustc does not make`, extra, options.show);
  }
  list(
    'items placed otherwise',
    comparison.misplaced.map((m) => `${m.item}\n      rustc ${m.rustc}\n      ours  ${m.ours}`),
    options.show,
  );
}

function list(title: string, items: readonly string[], show: number): void {
  if (items.length === 0) return;
  console.log(`\n${title}: ${items.length}`);
  for (const item of items.slice(0, show)) console.log(`  ${item}`);
  if (items.length > show) console.log(`  … (--show ${items.length})`);
}

const options = parseArgs(process.argv.slice(2));
const isFile = statSync(options.input).isFile() && options.input.endsWith('.rs');
const isPackage = !isFile && existsSync(resolve(options.input, 'Cargo.toml'));
try {
  if (options.sizes) {
    if (!isPackage)
      throw new Error('--sizes takes a Cargo package; those of fixtures are in test-fixtures/sizes');
    await printSizes(options);
  } else {
    const files = isFile ? [resolve(options.input)] : rustFiles(resolve(options.input));
    const outcome = isPackage ? await comparePackage(options) : await compareFixtures(files, options.input);
    if (options.json) console.log(JSON.stringify(outcome, null, 2));
    else print(outcome, options);
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
