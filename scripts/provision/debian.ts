// Programs that come from the system's package manager. On Debian and its relatives a missing one is
// installed, as root or through a password-less sudo; elsewhere the error says what is missing.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { must } from '../process.ts';

/** The full path of a program, or undefined where it is not on the PATH. */
export function which(program: string): string | undefined {
  const extensions = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    for (const extension of extensions) {
      const file = join(directory, program + extension);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not there: look on.
      }
    }
  }
  return undefined;
}

function elevation(): string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

/** Installs Debian packages; throws with a sentence that a person can act on where that is not possible. */
export async function installDebian(packages: string[], why: string): Promise<void> {
  const prefix = which('apt-get') === undefined ? undefined : elevation();
  if (prefix === undefined) {
    throw new Error(`${why}: install ${packages.join(', ')} (Debian's names) and run this again.`);
  }
  console.log(`${why}: installing ${packages.join(', ')}`);
  const aptGet = (...args: string[]): Promise<void> => {
    const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', '-qq', ...args];
    return must(command, rest, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  };
  const install = (): Promise<void> => aptGet('install', '-y', '--no-install-recommends', ...packages);
  try {
    await install();
  } catch {
    // The package lists may be missing or older than the mirror.
    await aptGet('update');
    await install();
  }
}
