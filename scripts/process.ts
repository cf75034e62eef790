// Child processes for the scripts: run one to its end with its output shown, and know how it ended.
import { type SpawnOptions, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inRoot, root } from './paths.ts';

/** Runs a command in the project's root with its output shown; resolves to its exit code. */
export function run(command: string, args: string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Runs a command whose failure ends the script. */
export async function must(command: string, args: string[], options: SpawnOptions = {}): Promise<void> {
  const code = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with exit code ${code}`);
}

/** The file that a package's `bin` names, to be run with this same Node. */
export function binOf(packageName: string, bin: string): string {
  const manifest = createRequire(inRoot('package.json')).resolve(`${packageName}/package.json`);
  return join(dirname(manifest), bin);
}
