/** The thread in which the engine runs and requests are answered. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { createConnection } from 'vscode-languageserver/node';
import { loadParser, setParser } from '../syntax/parser.ts';
import { Interrupts } from './interrupts.ts';
import { PortMessageReader, PortMessageWriter } from './messagePort.ts';
import { serve } from './server.ts';

if (!parentPort) throw new Error('worker.ts runs in a worker thread only');

const port = parentPort;
const interrupts = new Interrupts(workerData as SharedArrayBuffer);
const reader = new PortMessageReader(port, (message) => interrupts.received(message));
const connection = createConnection(reader, new PortMessageWriter(port), {
  messageStrategy: {
    handleMessage(message, next) {
      try {
        return next(message);
      } finally {
        interrupts.handled(message);
      }
    },
  },
});

/** Our small std: beside the bundle, or in the source tree. */
function minicore(): string {
  const beside = fileURLToPath(new URL('./minicore', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../../minicore', import.meta.url));
}

serve(connection, interrupts, { minicore: minicore(), parserReady: loadParser().then(setParser) });
