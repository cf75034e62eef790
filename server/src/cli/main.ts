/**
 * The command line. The analysis runs in a worker thread: it recurses as deep as the program's types and expressions
 * are, which wants a larger stack than the main thread has, and while it is busy the main thread can show progress.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { compileEagerly } from '../base/eagerCompilation.ts';
import { boundHeapGrowth } from '../base/heapGrowth.ts';
import { runProgram } from './program.ts';
import { type Progress, TerminalProgress } from './progress.ts';

interface ToMain {
  readonly kind: 'progress';
  readonly message: string;
}

if (isMainThread) {
  boundHeapGrowth(1700 << 20, 20);
  compileEagerly();
  const worker = new Worker(new URL(import.meta.url), {
    argv: process.argv.slice(2),
    workerData: { isMonolensCli: true, columns: process.stdout.columns },
    execArgv: process.execArgv,
    // Most of what an analysis makes lives long: a small young generation would only copy it around.
    resourceLimits: { stackSizeMb: 512, maxOldGenerationSizeMb: 8192, maxYoungGenerationSizeMb: 192 },
  });
  const progress = new TerminalProgress(process.stderr);
  worker.on('message', ({ message }: ToMain) => progress.report(message));
  worker.on('error', (error) => {
    progress.done();
    process.stderr.write(
      `monolens: internal error: ${error instanceof Error ? (error.stack ?? error.message) : error}\n`,
    );
    process.exitCode = 1;
  });
  worker.on('exit', (code) => {
    progress.done();
    if (code !== 0) process.exitCode = code;
  });
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on('error', () => process.exit(process.exitCode ?? 0));
} else if ((workerData as { isMonolensCli?: boolean } | undefined)?.isMonolensCli) {
  const progress: Progress = {
    report: (message) => parentPort?.postMessage({ kind: 'progress', message } satisfies ToMain),
  };
  process.exitCode = await runProgram(process.argv.slice(2), progress);
}
