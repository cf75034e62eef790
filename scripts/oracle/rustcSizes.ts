/**
 * Asks rustc how large its functions are: the statements and terminators of each definition of one crate root that it
 * makes code of, by `-Zdump-mono-stats`.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { parseDirectives } from './fixture.ts';
import { commonFlags, crateNameOf } from './rustcItems.ts';

const run = promisify(execFile);

interface Definition {
  readonly name: string;
  readonly size_estimate: number;
}

/** `SIZE NAME`, sorted by name, of the definitions that stand in the file itself. */
export async function rustcSizes(path: string, text: string): Promise<string[]> {
  const directives = parseDirectives(text);
  const scratch = await mkdtemp(join(tmpdir(), 'monolens-sizes-'));
  try {
    const flags = commonFlags(directives, crateNameOf(path, directives));
    const asked = [`-Zdump-mono-stats=${scratch}`, '-Zdump-mono-stats-format=json', `--out-dir=${scratch}`];
    await run('rustc', [basename(path), ...flags, ...asked], {
      cwd: dirname(path),
      env: { ...process.env, RUSTC_BOOTSTRAP: '1' },
    });
    const file = (await readdir(scratch)).find((name) => name.endsWith('.mono_items.json'));
    if (file === undefined) throw new Error(`rustc wrote no sizes for ${path}`);
    const definitions = JSON.parse(await readFile(join(scratch, file), 'utf8')) as Definition[];
    const declared = namesIn(text);
    return definitions
      .filter(({ name }) => declared.has(/^[<&]*(\w+)/.exec(name)?.[1] ?? ''))
      .map(({ name, size_estimate: size }) => `${size} ${name}`)
      .sort();
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Names that the file declares: a path that begins with another is a definition of some other crate. */
function namesIn(text: string): ReadonlySet<string> {
  const names = text.matchAll(/\b(?:fn|struct|enum|union|trait|mod)\s+(\w+)/g);
  return new Set(Array.from(names, (match) => match[1]!));
}
