/**
 * `npm run std-sizes -- [core|alloc]`: how the sizes of our MIR of std's own functions compare with rustc's.
 *
 * A toolchain brings std compiled, and its MIR cannot be printed. But the sources are there, in the documentation or in
 * `rust-src`: rustc compiles them once more, as the release was built, and prints what is left of every function after all
 * passes. Functions are told apart by their name and the place of the impl or module that they are in; where several have
 * one name in one place, as macros make them, sizes are compared as a whole.
 *
 * - `--show N`: that many of the functions that differ, the largest difference first (30);
 * - `--keep DIR`: leaves rustc's MIR there.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { assocItems } from '../../server/src/hir/defMap/assocItems.ts';
import { crateDefMap } from '../../server/src/hir/defMap/defMap.ts';
import { type CrateId, type DefId, defData, defKind, defParent } from '../../server/src/hir/defs.ts';
import { itemRange, lineIndex } from '../../server/src/hir/fileRange.ts';
import { crateData, filePath, sysrootCrates } from '../../server/src/hir/inputs.ts';
import { bodySize } from '../../server/src/mir/bodySize.ts';
import { rustdocLibrary, withRustdocSources } from '../../server/src/project/rustdocSources.ts';
import type { Database } from '../../server/src/query/database.ts';
import { nodeHost } from '../../server/src/vfs/nodeHost.ts';
import { dumpedBlocks } from './mirDump.ts';

process.env.MONOLENS_TEST_STD = 'real';
const { loadFixture } = await import('../../server/test/fixtures/analyse.ts');
const { parserReady } = await import('../../server/test/support.ts');

const run = promisify(execFile);
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string', default: '30' }, keep: { type: 'string' } },
});
const krate = positionals[0] ?? 'core';
if (krate !== 'core' && krate !== 'alloc') {
  console.error('usage: npm run std-sizes -- [core|alloc] [--show N] [--keep DIR]');
  process.exit(2);
}
/** What std is built with, as far as MIR depends on it. */
const asBuilt = [
  '-Copt-level=3',
  '-Zforce-unstable-if-unmarked',
  '-Zmir-strip-debuginfo=locals-in-tiny-functions',
  // Variables keep what is stored to them, and calls cost what they cost where behaviour is checked.
  '-Cdebuginfo=2',
  '-Zub-checks=yes',
];

/** Sizes by what tells functions apart. */
type Sizes = Map<string, number[]>;

const host = withRustdocSources(nodeHost);

async function sysrootFile(path: string): Promise<string> {
  return join((await run('rustc', ['--print', 'sysroot'])).stdout.trim(), path);
}

/** Where std's crates are, as a host with documentation shows them. */
async function library(): Promise<string> {
  const sources = await sysrootFile('lib/rustlib/src/rust/library');
  if (host.kindOf(sources) === 'directory') return sources;
  return rustdocLibrary(await sysrootFile('share/doc/rust/html/src'));
}

function copySources(from: string, to: string): void {
  for (const { name, isDirectory } of host.readDirectory(from) ?? []) {
    if (isDirectory) copySources(`${from}/${name}`, join(to, name));
    else if (name.endsWith('.rs')) {
      const text = host.readFile(`${from}/${name}`) ?? '';
      mkdirSync(to, { recursive: true });
      // Texts that are only documentation are not among them.
      writeFileSync(
        join(to, name),
        text.replace(/#!?\[doc = include_str![^\]]*\]|^include!\("primitive_docs.*$/gm, ''),
      );
    }
  }
}

async function compile(scratch: string): Promise<Sizes> {
  const from = await library();
  const source = `${from}/${krate}/src`;
  const copy = join(scratch, 'library', krate, 'src');
  copySources(source, copy);
  // Included from repositories of their own, which documentation has among core's files.
  for (const outside of ['stdarch', 'portable-simd']) {
    for (const place of [from, source]) copySources(`${place}/${outside}`, join(scratch, 'library', outside));
  }
  const dumps = options.keep ?? join(scratch, 'mir');
  await run(
    'rustc',
    [
      ...['lib.rs', '--crate-name', krate, '--crate-type=rlib', '--edition=2024', '--cap-lints=allow'],
      ...['--emit=metadata', '-o', join(scratch, 'lib.rmeta'), ...asBuilt],
      ...['-Zalways-encode-mir', '-Zdump-mir=PreCodegen', `-Zdump-mir-dir=${dumps}`],
    ],
    { cwd: copy, env: { ...process.env, RUSTC_BOOTSTRAP: '1' }, maxBuffer: 1 << 28 },
  );
  const sizes: Sizes = new Map();
  for (const file of readdirSync(dumps)) {
    if (!file.endsWith('.PreCodegen.after.mir') || file.includes('promoted')) continue;
    const text = readFileSync(join(dumps, file), 'utf8');
    const [, path] = /^fn (.*?)\(_?/m.exec(text) ?? [];
    if (path === undefined || path.includes('{closure')) continue;
    add(sizes, keyOfPath(path), dumpedBlocks(text).flat().length);
  }
  return sizes;
}

/** `fuse::<impl at iter/adapters/fuse.rs:375:1: 377:22>::next` is `iter/adapters/fuse.rs:375 next`. */
function keyOfPath(path: string): string {
  const name = /\w+$/.exec(path)?.[0] ?? path;
  const impl = /<impl at ([^:]*):(\d+):/.exec(path);
  return impl ? `${impl[1]}:${impl[2]} ${name}` : path.split('::').slice(-2).join('::');
}

function add(sizes: Sizes, key: string, size: number): void {
  const known = sizes.get(key);
  if (known) known.push(size);
  else sizes.set(key, [size]);
}

function ours(db: Database, id: CrateId): Sizes {
  const sizes: Sizes = new Map();
  const measure = (def: DefId, key: string) => {
    const size = defKind(def) === 'Fn' ? bodySize(db, def) : undefined;
    if (size !== undefined) add(sizes, key, size);
  };
  const map = crateDefMap(db, id);
  for (const def of map.defs.keys()) {
    const parent = defParent(def);
    const { name } = defData(def);
    measure(def, parent === undefined || parent === map.root ? name : `${defData(parent).name}::${name}`);
  }
  const root = dirname(filePath(db, crateData(db, id).root));
  for (const impl of map.impls) {
    const range = itemRange(db, impl);
    const line = range && lineIndex(db, range.file)?.position(range.start).line;
    if (range === undefined || line === undefined) continue;
    const place = `${relative(root, filePath(db, range.file))}:${line + 1}`;
    for (const { def, name } of assocItems(db, impl)) measure(def, `${place} ${name}`);
  }
  return sizes;
}

interface Difference {
  readonly key: string;
  readonly theirs: readonly number[];
  readonly ours: readonly number[];
}

interface Compared {
  readonly alike: number;
  /** Functions of rustc's that we have none of in their place: methods of traits, for one. */
  readonly unknown: number;
  readonly found: readonly Difference[];
}

/** What is left on both sides when all that is alike is taken away. */
function differences(theirs: Sizes, mine: Sizes): Compared {
  let alike = 0;
  let unknown = 0;
  const found: Difference[] = [];
  for (const [key, sizes] of theirs) {
    const left = [...(mine.get(key) ?? [])];
    const lacking = sizes.filter((size) => {
      const at = left.indexOf(size);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    alike += sizes.length - lacking.length;
    if (left.length === 0) unknown += lacking.length;
    else if (lacking.length > 0) found.push({ key, theirs: lacking, ours: left });
  }
  return { alike, unknown, found };
}

await parserReady;
const scratch = mkdtempSync(join(tmpdir(), 'monolens-std-'));
try {
  const program = join(scratch, 'program.rs');
  writeFileSync(program, '//@ crate-type: lib\n');
  const theirs = await compile(scratch);
  const { db } = loadFixture(program);
  const id = sysrootCrates(db)[krate];
  if (id === undefined) throw new Error(`std has no crate ${krate}`);
  const { alike, unknown, found } = differences(theirs, ours(db, id));
  console.log(`${krate}: ${alike} functions have rustc's size, ${unknown} are not found by their place`);
  console.log(`places that differ, largest difference first: ${found.length}`);
  const sum = (sizes: readonly number[]) => sizes.reduce((a, b) => a + b, 0);
  const weight = (d: Difference) => Math.abs(sum(d.ours) - sum(d.theirs));
  const largest = found.toSorted((a, b) => weight(b) - weight(a)).slice(0, Number(options.show));
  for (const { key, theirs: wanted, ours: have } of largest)
    console.log(`  ${have.join(' ')} for ${wanted.join(' ')}: ${key}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
