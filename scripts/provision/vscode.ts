// A whole VS Code for Node, served to a browser. The npm package `code-server` carries VS Code's remote
// server (`lib/vscode`), complete but for its own dependencies. Those are installed from VS Code's own
// lock file without their install scripts (most of which are not needed to run), and then only the native
// modules without which it does not run well are compiled: the log, the watchdog, the device id and the
// terminal. Ripgrep comes from the system. `node_modules.asar` is where the page looks for what it loads lazily; here that is the same
// directory.
//
// Everything lies in `.vscode-test/`, which git ignores; a stamp file says that an earlier run got through.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from '../paths.ts';
import { must, run } from '../process.ts';
import { installDebian, which } from './debian.ts';

const version = '4.100.3';
const cache = inRoot('.vscode-test');

const npmFlags = ['--no-audit', '--no-fund', '--loglevel=error'];

/** The native modules to compile, each with the file that proves it. */
const natives: [name: string, binary: string][] = [
  ['@vscode/spdlog', 'build/Release/spdlog.node'],
  ['native-watchdog', 'build/Release/watchdog.node'],
  ['@vscode/deviceid', ''],
  ['node-pty', 'build/Release/pty.node'],
];

async function provisionCompiler(): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = [
    ['make', 'make'],
    ['g++', 'g++'],
    ['python3', 'python3'],
  ].filter(([program = '']) => which(program) === undefined);
  if (missing.length > 0) {
    const packages = missing.map(([, name = '']) => name);
    await installDebian(packages, "VS Code's native modules must be compiled");
  }
}

/** File search runs ripgrep, whose package would download it; the system's own does as well. */
async function provisionRipgrep(vscode: string): Promise<void> {
  const rg = join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin', 'rg');
  if (existsSync(rg)) return;
  if (which('rg') === undefined) await installDebian(['ripgrep'], 'VS Code searches files with ripgrep');
  mkdirSync(dirname(rg), { recursive: true });
  symlinkSync(which('rg') ?? 'rg', rg);
}

/** Provisions VS Code where it is not there yet; returns the script that runs its server. */
export async function provisionVsCode(): Promise<string> {
  const home = join(cache, `code-server-${version}`);
  const vscode = join(home, 'package', 'lib', 'vscode');
  const main = join(vscode, 'out', 'server-main.js');
  const stamp = join(home, 'complete');
  if (existsSync(stamp)) return main;

  console.log(
    `VS Code for the browser (code-server ${version}) is set up in .vscode-test; this takes a minute.`,
  );
  await provisionCompiler();
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  await must('npm', ['pack', ...npmFlags, '--silent', `code-server@${version}`], { cwd: home });
  await must('tar', ['xzf', `code-server-${version}.tgz`], { cwd: home });
  rmSync(join(home, `code-server-${version}.tgz`));

  await must('npm', ['install', ...npmFlags, '--omit=dev', '--ignore-scripts'], { cwd: vscode });
  for (const [name, binary] of natives) {
    // node-pty's script goes on to make a file for C++ editors after it has built, and may fail at that:
    // the binary decides.
    const log = spawnSync('npm', ['rebuild', ...npmFlags, name], { cwd: vscode, encoding: 'utf8' });
    const built = binary === '' ? log.status === 0 : existsSync(join(vscode, 'node_modules', name, binary));
    if (!built) throw new Error(`${name} could not be built:\n${log.stdout}\n${log.stderr}`);
  }
  await provisionRipgrep(vscode);
  symlinkSync('node_modules', join(vscode, 'node_modules.asar'), 'dir');
  writeFileSync(stamp, `${new Date().toISOString()}\n`);
  return main;
}

export interface Profile {
  /** Where extensions are installed. */
  extensions: string;
  /** User data of the server: settings, state, logs. */
  data: string;
}

/** The profile of `npm run vscode` and `npm start`; tests make their own. */
export const ownProfile: Profile = { extensions: join(cache, 'extensions'), data: join(cache, 'data') };

export async function installExtension(main: string, vsix: string, profile: Profile): Promise<void> {
  const args = ['--install-extension', vsix, '--force'];
  const where = ['--extensions-dir', profile.extensions, '--server-data-dir', profile.data];
  const code = await run(process.execPath, [main, ...args, ...where, '--accept-server-license-terms'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (code !== 0) throw new Error(`Installing ${vsix} ended with exit code ${code}`);
}

export const serverArguments = (main: string, port: number, profile: Profile): string[] => [
  main,
  ...['--host', '127.0.0.1', '--port', String(port)],
  '--without-connection-token',
  '--accept-server-license-terms',
  '--telemetry-level=off',
  ...['--extensions-dir', profile.extensions, '--server-data-dir', profile.data],
];
