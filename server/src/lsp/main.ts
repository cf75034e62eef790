/**
 * The language server's process. This thread owns the channel to the client and does nothing else: it passes messages
 * to the worker thread, where the engine runs, and the worker's messages back. As it never computes, it sees at once
 * that the client typed, cancelled or wants to end, and can interrupt the worker (`interrupts.ts`).
 *
 * The worker has a deep stack, since types and expressions nest, and trees are walked by recursion.
 */
import { Worker } from 'node:worker_threads';
import type { Message } from 'vscode-languageserver/node';
import { boundHeapGrowth } from '../base/heapGrowth.ts';
import { InterruptRaiser } from './interrupts.ts';
import { openTransport } from './transport.ts';

const stackMegabytes = 256;
/** Most of what an analysis makes lives long: a small young generation would only copy it around. */
const youngMegabytes = 128;
/** How often to look whether the client's process still lives. */
const watchInterval = 5_000;

function fail(message: string): never {
  process.stderr.write(`monolens: ${message}\n`);
  process.exit(1);
}

function start(): void {
  const { reader, writer, onClose } = openTransport(process.argv.slice(2));
  const interrupts = new InterruptRaiser();
  // A server stays: it had rather take a little longer at first than hold more.
  boundHeapGrowth(1000 << 20, 33);
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: interrupts.memory,
    resourceLimits: { stackSizeMb: stackMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
    // The worker's output must not get between the messages on standard output.
    stdout: true,
  });
  worker.stdout.pipe(process.stderr);

  let shutdownRequested = false;
  const exit = (): never => process.exit(shutdownRequested ? 0 : 1);

  worker.on('message', (message: Message) => {
    writer.write(message).catch(exit);
  });
  worker.on('error', (error) => fail(`the analysis ended: ${error.stack ?? error.message}`));
  worker.on('exit', exit);
  onClose(exit);
  reader.onError((error) => process.stderr.write(`monolens: ${error.message}\n`));
  reader.listen((message) => {
    const call = message as { method?: string; params?: unknown };
    if (call.method === 'exit') exit();
    if (call.method === 'shutdown') shutdownRequested = true;
    if (call.method === 'initialize') watchClient(call.params, exit);
    interrupts.passing(message);
    worker.postMessage(message);
  });
}

/** Ends when the client's process has ended: a crashed client closes no channel in order. */
function watchClient(params: unknown, exit: () => void): void {
  const { processId } = (params ?? {}) as { processId?: unknown };
  if (typeof processId !== 'number') return;
  const timer = setInterval(() => {
    try {
      process.kill(processId, 0);
    } catch (error) {
      // A process of another user is alive, too.
      if ((error as NodeJS.ErrnoException).code !== 'EPERM') exit();
    }
  }, watchInterval);
  timer.unref();
}

try {
  start();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
