/**
 * rustc 1.63 as Debian 12 packages it: the compiler that still has polymorphization (`-Zpolymorphize=on`), and so the
 * authority on unused generic parameters. `rustc163()` returns how to run it, fetching it first where it is missing:
 * the packages go through `apt-get download` and are unpacked into `.cache/rustc-1.63`, beside whatever toolchain is
 * installed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE = fileURLToPath(new URL('../../.cache/rustc-1.63/', import.meta.url));
const PACKAGES = ['rustc', 'libstd-rust-1.63', 'libstd-rust-dev', 'libllvm14'];

export interface Rustc163 {
  readonly command: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export function rustc163(): Rustc163 {
  const command = join(CACHE, 'root/usr/bin/rustc');
  if (!existsSync(command)) fetch();
  const lib = join(CACHE, 'root/usr/lib');
  const path = [lib, join(lib, 'x86_64-linux-gnu'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { command, env: { ...process.env, LD_LIBRARY_PATH: path, RUSTC_BOOTSTRAP: '1' } };
}

function fetch(): void {
  const debs = join(CACHE, 'debs');
  const root = join(CACHE, 'root');
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(debs, { recursive: true });
  console.error(`fetching rustc 1.63 from Debian into ${CACHE}`);
  try {
    execFileSync('apt-get', ['download', ...PACKAGES], { cwd: debs, stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    throw new Error('rustc 1.63 could not be downloaded: this needs apt on Debian 12 (see `apt-get update`)');
  }
  const staging = `${root}.part`;
  for (const deb of readdirSync(debs)) execFileSync('dpkg', ['-x', join(debs, deb), staging]);
  rmSync(debs, { recursive: true });
  execFileSync('mv', [staging, root]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { command, env } = rustc163();
  console.log(execFileSync(command, ['--version'], { env, encoding: 'utf8' }).trim());
}
