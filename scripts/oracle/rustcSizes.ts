/**
 * Asks rustc how large its functions are: the statements and terminators of each definition of one crate root that it
 * makes code of, by `-Zdump-mono-stats`, and those of drop glue, of which that tells nothing, by `-Zdump-mir`.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Annotation, parseDirectives } from './fixture.ts';
import { commonFlags, crateNameOf } from './rustcItems.ts';

const run = promisify(execFile);

/** A definition that code is made of; `size_estimate` in statements and terminators of one copy. */
export interface DefinitionSize {
  readonly name: string;
  readonly instantiation_count: number;
  readonly size_estimate: number;
}

/** What rustc wrote to the directory that it was given with {@link statsFlags}. */
export async function readStats(dir: string): Promise<DefinitionSize[]> {
  const file = (await readdir(dir)).find((name) => name.endsWith('.mono_items.json'));
  if (file === undefined) throw new Error(`rustc wrote no sizes to ${dir}`);
  return JSON.parse(await readFile(join(dir, file), 'utf8')) as DefinitionSize[];
}

export function statsFlags(dir: string): string[] {
  return [`-Zdump-mono-stats=${dir}`, '-Zdump-mono-stats-format=json'];
}

/** `SIZE N NAME` of the definitions that stand in the file itself, `GLUE N TYPE` of the glue of types that mention them. */
export async function rustcSizes(path: string, text: string): Promise<Annotation[]> {
  const directives = parseDirectives(text);
  const scratch = await mkdtemp(join(tmpdir(), 'monolens-sizes-'));
  const [stats, glue] = [join(scratch, 'stats'), join(scratch, 'glue')];
  try {
    const flags = commonFlags(directives, crateNameOf(path, directives));
    const asked = [
      ...statsFlags(stats),
      '-Zdump-mir=drop_in_place',
      '-Ztrim-diagnostic-paths=no',
      `-Zdump-mir-dir=${glue}`,
      `--out-dir=${scratch}`,
    ];
    await run('rustc', [basename(path), ...flags, ...asked], {
      cwd: dirname(path),
      env: { ...process.env, RUSTC_BOOTSTRAP: '1' },
    });
    const definitions = await readStats(stats);
    const declared = namesIn(text);
    const sizes = definitions
      .filter(({ name }) => declared.has(/^[<&]*(\w+)/.exec(name)?.[1] ?? ''))
      .map(({ name, size_estimate: size }) => `${size} ${name}`);
    const ofGlue = (await glueSizes(glue)).filter((size) =>
      size.match(/\w+/g)?.some((word) => declared.has(word)),
    );
    return [
      ...sizes.sort().map((size) => ({ tag: 'SIZE', text: size })),
      ...ofGlue.sort().map((size) => ({ tag: 'GLUE', text: size })),
    ];
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Of each drop glue that code was made of: `N TYPE`. */
async function glueSizes(dumps: string): Promise<string[]> {
  if (!existsSync(dumps)) return [];
  const last = (await readdir(dumps)).filter((name) => name.endsWith('.runtime-optimized.after.mir'));
  const bodies = await Promise.all(last.map((name) => readFile(join(dumps, name), 'utf8')));
  return bodies.flatMap((body) => {
    const ty = /\(_1: \*mut (.*)\) -> \(\) \{$/m.exec(body)?.[1];
    // What stands in blocks is indented twice.
    const size = body.slice(body.indexOf('\n    bb0')).match(/^ {8}(?!\/\/)\S.*;$/gm)?.length ?? 0;
    return ty === undefined ? [] : [`${size} ${ty}`];
  });
}

/** Names that the file declares: a path that begins with another is a definition of some other crate. */
function namesIn(text: string): ReadonlySet<string> {
  const names = text.matchAll(/\b(?:fn|struct|enum|union|trait|mod)\s+(\w+)/g);
  return new Set(Array.from(names, (match) => match[1]!));
}
