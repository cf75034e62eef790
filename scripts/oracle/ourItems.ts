/** Our own list, from the command line as it is built: `node server/bin/monolens.js items … --format rustc`. */
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Directives } from './fixture.ts';
import { normalizeCgus, parseDirectives } from './fixture.ts';
import { measuredRun } from './measuredRun.ts';
import { crateNameOf } from './rustcItems.ts';
import type { DefinitionSize } from './rustcSizes.ts';

export const CLI = fileURLToPath(new URL('../../server/bin/monolens.js', import.meta.url));

export interface OurItems {
  readonly lines: readonly string[];
  readonly seconds: number;
  readonly megabytes: number;
  /** What the command said on stderr: notes and the number of unresolved calls. */
  readonly notes: string;
}

export async function ourItems(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<OurItems> {
  try {
    const result = await measuredRun([CLI, 'items', ...args, '--format', 'rustc'], { cwd, env, limit: 600 });
    return {
      lines: result.stdout.split('\n').filter((line) => line.startsWith('MONO_ITEM ')),
      seconds: result.seconds,
      megabytes: result.megabytes,
      notes: result.stderr.trim(),
    };
  } catch (error) {
    throw new Error(`monolens items ${args.join(' ')}: ${(error as Error).message}`);
  }
}

/** Sizes of functions; of glue and shims rustc does not tell them. */
export async function ourSizes(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<DefinitionSize[]> {
  const { stdout } = await measuredRun([CLI, 'stats', ...args, '--format', 'json'], { cwd, env, limit: 600 });
  return (JSON.parse(stdout) as DefinitionSize[]).filter(({ name }) => !/ \((?:glue|shim)\)$/.test(name));
}

/** The arguments for a fixture: its directives as the command line takes them. */
export function fixtureArgs(path: string, d: Directives): string[] {
  const flags = d.compileFlags.map((flag) => (flag.startsWith('-Cincremental=') ? '--incremental' : flag));
  return [
    basename(path),
    ...['--crate-name', crateNameOf(path, d), '--crate-type', d.crateType, '--edition', d.edition],
    ...flags,
    ...d.aux.flatMap((name) => {
      const file = join('aux', name);
      const text = readFileSync(join(dirname(path), file), 'utf8');
      return ['--extern', `${crateNameOf(name, parseDirectives(text))}=${file}`];
    }),
  ];
}

export async function ourFixtureItems(path: string, text: string): Promise<OurItems> {
  const d = parseDirectives(text);
  const items = await ourItems(dirname(path), fixtureArgs(path, d));
  return { ...items, lines: items.lines.map(normalizeCgus) };
}
