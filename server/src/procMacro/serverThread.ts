/**
 * The thread that talks to the toolchain's procedural macro server. The engine cannot wait for a process, since nothing
 * in it is asynchronous; but a thread can wait for another one. This one keeps the server's process and passes lines:
 * one in, one out. `procMacroServer.ts` is the other end.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import type { ServerReply, ServerRequest, ServerThreadData } from './procMacroServer.ts';

const { program, signal, replies } = workerData as ServerThreadData;
const flag = new Int32Array(signal);

type Child = ChildProcessByStdio<Writable, Readable, null>;
let child: Child | undefined;

function reply(message: ServerReply): void {
  replies.postMessage(message);
  Atomics.store(flag, 0, message.id);
  Atomics.notify(flag, 0);
}

let waiting = 0;

function start(): Child {
  const started = spawn(program, [], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, RUST_ANALYZER_INTERNALS_DO_NOT_USE: 'this is unstable' },
  });
  const failed = (reason: string): void => {
    if (child !== started) return;
    child = undefined;
    if (waiting !== 0) reply({ id: waiting, error: reason });
    waiting = 0;
  };
  started.on('error', (error) => failed(error.message));
  started.on('exit', (code, killed) => failed(`the procedural macro server ended (${killed ?? code})`));
  started.stdin.on('error', () => undefined); // it has ended; `exit` says so
  createInterface({ input: started.stdout }).on('line', (line) => {
    // A macro that prints does so between the answers.
    if (child !== started || waiting === 0 || !line.startsWith('{"')) return;
    const id = waiting;
    waiting = 0;
    reply({ id, line });
  });
  started.unref();
  return started;
}

parentPort?.on('message', ({ id, lines, restart }: ServerRequest) => {
  if (restart) {
    const old = child;
    child = undefined;
    old?.kill('SIGKILL');
  }
  if (lines === undefined) return;
  waiting = id;
  child ??= start();
  child.stdin.write(`${lines}\n`);
});
