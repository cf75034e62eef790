// Runs the provisioned VS Code as a child process and waits until it answers.
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { type Profile, serverArguments } from './vscode.ts';

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject()));
    });
  });
}

export interface Served {
  /** The address of the workbench with a folder open. */
  url(folder: string): string;
  process: ChildProcess;
  /** What the server has printed, for a failing test's report. */
  output(): string;
  stop(): Promise<void>;
}

export async function serve(main: string, profile: Profile, port?: number): Promise<Served> {
  const chosen = port ?? (await freePort());
  const child = spawn(process.execPath, serverArguments(main, chosen, profile), {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-100_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));

  const deadline = Date.now() + 60_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`VS Code's server ended at once:\n${output}`);
    const answer = await fetch(`http://127.0.0.1:${chosen}/version`).catch(() => undefined);
    if (answer?.ok) break;
    if (Date.now() > deadline) {
      child.kill();
      throw new Error(`VS Code's server did not answer within a minute:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return {
    url: (folder) => `http://127.0.0.1:${chosen}/?folder=${encodeURIComponent(folder)}`,
    process: child,
    output: () => output,
    stop: async () => {
      child.kill();
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(late);
    },
  };
}
