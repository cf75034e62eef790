/** Runs a Node program and says what it took: seconds on the clock, and peak memory as the kernel counts it. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface MeasuredRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  /** 0 where the system does not tell. */
  readonly megabytes: number;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** After this many seconds the program is killed, and that is an error. */
  readonly limit?: number;
}

export async function measuredRun(args: readonly string[], options: RunOptions): Promise<MeasuredRun> {
  const start = performance.now();
  const child = spawn('node', args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  let megabytes = 0;
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, peakMemory(child.pid ?? 0));
  }, 50);
  const killer =
    options.limit === undefined ? undefined : setTimeout(() => child.kill(), options.limit * 1000);
  const end = await new Promise<number | string>((done) => {
    child.on('close', (code, signal) => done(code ?? signal ?? 'unknown'));
  });
  clearInterval(watch);
  clearTimeout(killer);
  const text = Buffer.concat(stderr).toString('utf8');
  if (end === 'SIGTERM' && options.limit !== undefined) throw new Error(`no end after ${options.limit} s`);
  if (end !== 0) throw new Error(`ended with ${end}: ${text.trim()}`);
  return {
    stdout: Buffer.concat(stdout).toString('utf8'),
    stderr: text,
    seconds: (performance.now() - start) / 1000,
    megabytes,
  };
}

/** Of a process that runs, in MB. */
export function peakMemory(pid: number): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
