/**
 * The sources of a crate from the registry, in a folder of their own below `.cache/corpus`, which git ignores.
 *
 * Cargo does the fetching: a package that depends on exactly that version is fetched, and what cargo unpacked is
 * copied. The copy is made a workspace of its own, so that cargo does not take this project for its workspace.
 */
import { execFile } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { CACHE } from './cache.ts';

const run = promisify(execFile);
export const CORPUS = join(CACHE, 'corpus');

export async function fetchCrate(name: string, version: string): Promise<string> {
  const dir = join(CORPUS, `${name}-${version}`);
  if (existsSync(join(dir, '.complete'))) return dir;
  const manifest = join(CORPUS, 'fetch', name, 'Cargo.toml');
  mkdirSync(join(dirname(manifest), 'src'), { recursive: true });
  writeFileSync(
    manifest,
    `[package]\nname = "fetch"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n[dependencies]\n${name} = "=${version}"\n`,
  );
  writeFileSync(join(dirname(manifest), 'src/lib.rs'), '');
  await run('cargo', ['fetch', '--manifest-path', manifest]);
  const unpacked = unpackedCrate(`${name}-${version}`);
  if (!unpacked) throw new Error(`cargo did not fetch ${name} ${version}`);
  rmSync(dir, { recursive: true, force: true });
  cpSync(unpacked, dir, { recursive: true });
  const copy = join(dir, 'Cargo.toml');
  if (!/^\[workspace\]/m.test(readFileSync(copy, 'utf8'))) appendFileSync(copy, '\n[workspace]\n');
  // Resolves the versions of the dependencies now, where the crate brings no Cargo.lock.
  await run('cargo', ['fetch', '--manifest-path', copy]);
  writeFileSync(join(dir, '.complete'), '');
  return dir;
}

/** Where cargo unpacks what it fetches. A crate without a library is fetched too, but `cargo metadata` has no word of it. */
function unpackedCrate(folder: string): string | undefined {
  const registries = join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'registry/src');
  if (!existsSync(registries)) return undefined;
  return readdirSync(registries)
    .map((registry) => join(registries, registry, folder))
    .find((path) => existsSync(path));
}
