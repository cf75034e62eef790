/**
 * rustc's mono items of one target of a Cargo package, by `cargo rustc … -- -Zprint-mono-items=yes`.
 *
 * The build goes to a target directory of our own, so that the package's own one stays as it is. Cargo prints nothing
 * for a target that is fresh; so what was printed is kept beside it, under a key of the sources and arguments, and when
 * there is no such record the package (and it alone) is cleaned first. `cargoSizes` asks the same way how large the
 * functions of the target are, by `-Zdump-mono-stats`.
 */
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { CACHE } from './cache.ts';
import { type DefinitionSize, readStats, statsFlags } from './rustcSizes.ts';

const run = promisify(execFile);
const RECORDS = join(CACHE, 'oracle');

export interface CargoTarget {
  readonly dir: string;
  /** Cargo's own arguments that choose package, target, features and profile. */
  readonly cargoArgs: readonly string[];
  /** Further flags for the last rustc. */
  readonly rustcFlags: readonly string[];
}

export interface CargoItems {
  readonly lines: readonly string[];
  /** Seconds that cargo took with everything else built; absent where the list was on record. */
  readonly seconds?: number;
}

/** Where the package is built; what its build scripts and those of its dependencies wrote is there too. */
export function targetDirOf(dir: string): string {
  return join(RECORDS, `target-${hash([resolve(dir)])}`);
}

export function manifestOf(dir: string): string {
  return resolve(dir, 'Cargo.toml');
}

export async function cargoItems(target: CargoTarget, fresh: boolean): Promise<CargoItems> {
  const record = recordOf(target, 'txt');
  if (!fresh && existsSync(record)) return { lines: linesOf(readFileSync(record, 'utf8')) };
  const { stdout, seconds } = await rustcAlone(target, [
    '-Zprint-mono-items=yes',
    '-Zhuman-readable-cgu-names',
  ]);
  const lines = linesOf(stdout);
  if (lines.length === 0) throw new Error(`cargo printed no mono items for ${target.dir}`);
  writeFileSync(record, `${lines.join('\n')}\n`);
  return { lines, seconds };
}

export async function cargoSizes(target: CargoTarget, fresh: boolean): Promise<DefinitionSize[]> {
  const record = recordOf(target, 'sizes.json');
  if (fresh || !existsSync(record)) {
    const dir = mkdtempSync(join(tmpdir(), 'monolens-sizes-'));
    try {
      await rustcAlone(target, statsFlags(dir));
      writeFileSync(record, JSON.stringify(await readStats(dir)));
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }
  return JSON.parse(readFileSync(record, 'utf8')) as DefinitionSize[];
}

function recordOf(target: CargoTarget, extension: string): string {
  const key = hash([
    execFileSync('rustc', ['-vV'], { encoding: 'utf8' }),
    resolve(target.dir),
    ...target.cargoArgs,
    '--',
    ...target.rustcFlags,
    ...sourcesBelow(target.dir),
  ]);
  mkdirSync(RECORDS, { recursive: true });
  return join(RECORDS, `${key}.${extension}`);
}

/** Compiles the target, and of all that it takes only the last crate, with further flags for rustc. */
async function rustcAlone(
  target: CargoTarget,
  flags: readonly string[],
): Promise<{ stdout: string; seconds: number }> {
  const targetDir = targetDirOf(target.dir);
  const common = ['--manifest-path', manifestOf(target.dir), '--target-dir', targetDir];
  // Everything but the last crate; a first build of dependencies is no part of the time that is reported.
  await cargo(['rustc', ...common, ...target.cargoArgs, '--', ...target.rustcFlags]);
  await cargo(['clean', ...common, '-p', packageName(target), ...profileArgs(target.cargoArgs)]);
  const start = performance.now();
  const stdout = await cargo(['rustc', ...common, ...target.cargoArgs, '--', ...target.rustcFlags, ...flags]);
  return { stdout, seconds: (performance.now() - start) / 1000 };
}

async function cargo(args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run('cargo', args, {
      env: { ...process.env, RUSTC_BOOTSTRAP: '1', CARGO_TERM_COLOR: 'never' },
      maxBuffer: 1 << 30,
    });
    return stdout;
  } catch (error) {
    throw new Error(`cargo ${args.join(' ')}\n${(error as { stderr?: string }).stderr ?? String(error)}`);
  }
}

function linesOf(text: string): string[] {
  return [...new Set(text.split('\n').filter((line) => line.startsWith('MONO_ITEM ')))].sort();
}

function profileArgs(args: readonly string[]): string[] {
  return args.includes('--release') || args.includes('-r') ? ['--release'] : [];
}

function packageName(target: CargoTarget): string {
  const chosen = target.cargoArgs.findIndex((arg) => arg === '-p' || arg === '--package');
  const named = target.cargoArgs[chosen + 1];
  if (chosen >= 0 && named !== undefined) return named;
  const metadata = JSON.parse(
    execFileSync(
      'cargo',
      ['metadata', '--no-deps', '--format-version', '1', '--manifest-path', manifestOf(target.dir)],
      { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] },
    ),
  ) as { packages: { name: string; manifest_path: string }[] };
  const own = metadata.packages.find((p) => resolve(p.manifest_path) === manifestOf(target.dir));
  const only = metadata.packages.length === 1 ? metadata.packages[0] : undefined;
  const found = own ?? only;
  if (found === undefined) throw new Error(`${target.dir} holds several packages: choose one with -p`);
  return found.name;
}

/** Paths and contents of all sources and manifests of a package, for the key. */
function sourcesBelow(dir: string): string[] {
  const parts: string[] = [];
  const visit = (at: string) => {
    for (const entry of readdirSync(at, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'target' && !entry.name.startsWith('.')) visit(path);
      } else if (/\.rs$|^Cargo\.(?:toml|lock)$/.test(entry.name))
        parts.push(path, readFileSync(path, 'utf8'));
    }
  };
  visit(dir);
  return parts;
}

function hash(parts: readonly string[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part).update('\0');
  return digest.digest('hex').slice(0, 16);
}
