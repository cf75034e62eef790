/**
 * `npm run bless [-- --check] [FILTER…]`: writes what rustc says of each fixture into the fixture.
 *
 * Items of the program, and the drop glue and shims that follow from the program, become `//~ MONO_ITEM` lines. The
 * remainder exists because of how the real std is written inside: functions of std, glue and shims of types that a
 * program cannot name (`classify.ts`), glue that only bodies of std ask for (`origin.ts`), and shims that only bodies
 * of std ask for and that adapt nothing of the program. Those go to `test-fixtures/items-std`, one file a fixture: the unit tests analyse with our
 * own small std and compare the former only.
 *
 * Fixtures in `test-fixtures/unused` are asked of rustc 1.63 instead (`rustcUnused.ts`): `//~ UNUSED line:column fn
 * name: A, B` and the shared items as `//~ POLY_ITEM`.
 *
 * Those in `test-fixtures/sizes` say how large each of their functions is, and the drop glue of their types
 * (`rustcSizes.ts`): `//~ SIZE 12 name`, `//~ GLUE 3 Type`.
 *
 * `--check` writes nothing and fails where a file would change. A fixture that does not compile fails the run.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adaptsProgram, classify, itemOf } from './classify.ts';
import { rustc163 } from './fetchRustc163.ts';
import { rustFiles } from './files.ts';
import type { Annotation } from './fixture.ts';
import { parseFixture, renderFixture } from './fixture.ts';
import { askedByStdOnly, keyOf } from './origin.ts';
import { inParallel } from './parallel.ts';
import { rustcItems } from './rustcItems.ts';
import { rustcSizes } from './rustcSizes.ts';
import { rustcUnused } from './rustcUnused.ts';

const ROOT = fileURLToPath(new URL('../../test-fixtures/', import.meta.url));

/** What blessing a fixture writes: contents by path. */
type Outputs = ReadonlyMap<string, string>;

/** Unused parameters and the items left after sharing, from rustc 1.63. */
async function blessUnused(path: string, text: string): Promise<Outputs> {
  const { source } = parseFixture(text);
  const { definitions, sharedItems } = await rustcUnused(path, source);
  const annotations: Annotation[] = definitions.map(({ kind, name, line, column, unused }) => ({
    tag: 'UNUSED',
    text: `${line}:${column} ${`${kind} ${name}`.trim()}: ${unused.join(', ')}`,
  }));
  for (const item of sharedItems) annotations.push({ tag: 'POLY_ITEM', text: item });
  return new Map([[path, renderFixture(source, annotations)]]);
}

async function blessItems(path: string, text: string): Promise<Outputs> {
  const fixture = parseFixture(text);
  const { lines, traitMethods, ir } = await rustcItems(path, text);
  const askedByStd = askedByStdOnly(ir, { traitMethods });
  const own: Annotation[] = [];
  const std: string[] = [];
  for (const line of lines) {
    const kind = classify(line, { traitMethods });
    const onlyStdAsks = askedByStd.has(keyOf(line));
    const ofStd =
      kind === 'std' ||
      (kind === 'dropGlue' && onlyStdAsks) ||
      (kind === 'shim' && onlyStdAsks && !adaptsProgram(line, { traitMethods }));
    const item = fixture.directives.checkCgus ? line.replace(/^MONO_ITEM /, '') : itemOf(line);
    if (ofStd) std.push(item);
    else own.push({ tag: 'MONO_ITEM', text: item });
  }
  return new Map([
    [path, renderFixture(fixture.source, own)],
    [stdPath(path), std.map((item) => `${item}\n`).join('')],
  ]);
}

async function blessSizes(path: string, text: string): Promise<Outputs> {
  const { source } = parseFixture(text);
  return new Map([[path, renderFixture(source, await rustcSizes(path, text))]]);
}

/** Where a fixture's std items stand: `items/a/b.rs` → `items-std/a/b.txt`. */
function stdPath(path: string): string {
  return join(ROOT, 'items-std', `${relative(join(ROOT, 'items'), path).slice(0, -'.rs'.length)}.txt`);
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const check = args.includes('--check');
  const filters = args.filter((arg) => !arg.startsWith('--'));
  const wanted = (path: string) => {
    const name = relative(ROOT, path).split(sep).join('/');
    return filters.length === 0 || filters.some((filter) => name.includes(filter));
  };
  let changed = 0;
  const failures: string[] = [];
  const items = join(ROOT, 'items');
  const unused = join(ROOT, 'unused');
  const files = [items, unused, join(ROOT, 'sizes')].flatMap((root) => rustFiles(root)).filter(wanted);
  // Fetches the compiler where it is missing, before two workers would do so at once.
  if (files.some((path) => path.startsWith(unused))) rustc163();
  await inParallel(2, files, async (path) => {
    const text = readFileSync(path, 'utf8');
    try {
      const bless = path.startsWith(items) ? blessItems : path.startsWith(unused) ? blessUnused : blessSizes;
      const outputs = await bless(path, text);
      const stale = [...outputs].filter(([file, content]) => readIfThere(file) !== content);
      if (stale.length === 0) return;
      changed++;
      if (check) failures.push(`${relative(ROOT, path)}: annotations are not what rustc prints`);
      else {
        for (const [file, content] of stale) {
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
      }
    } catch (error) {
      failures.push(`${relative(ROOT, path)}: ${(error as Error).message}`);
    }
  });
  for (const failure of failures.sort()) console.error(failure);
  console.log(
    `${files.length} fixtures, ${changed} ${check ? 'stale' : 'rewritten'}, ${failures.length} failed`,
  );
  process.exitCode = failures.length === 0 ? 0 : 1;
}

await main();
