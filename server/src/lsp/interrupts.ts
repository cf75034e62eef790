/**
 * How the two threads of the server stop an analysis.
 *
 * The front thread reads messages while the worker thread computes. When one arrives that makes the computation stale
 * or pointless, the front raises an interrupt in memory that both share; the engine polls it at every query and unwinds
 * (`base/cancellation`), so that the worker comes to read its messages at once. An interrupt stays up until the worker
 * has taken the message in; only then can an analysis start again.
 */
import type { CancellationToken } from '../base/cancellation.ts';

/** Messages that stop a running analysis. */
const interrupting: ReadonlySet<string> = new Set([
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'workspace/didChangeWatchedFiles',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWorkspaceFolders',
  'workspace/didCreateFiles',
  'workspace/didRenameFiles',
  'workspace/didDeleteFiles',
  'window/workDoneProgress/cancel',
  'monolens/setActiveTarget',
  'shutdown',
]);

/** Taken in by the protocol library itself as soon as it is received. */
const cancelRequest = '$/cancelRequest';

function methodOf(message: object): string | undefined {
  return 'method' in message && typeof message.method === 'string' ? message.method : undefined;
}

/** The front's side. */
export class InterruptRaiser {
  /** To be handed to the worker. */
  readonly memory = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  readonly #count = new Int32Array(this.memory);

  /** Call before the message is passed on. */
  passing(message: object): void {
    const method = methodOf(message);
    if (method !== undefined && (interrupting.has(method) || method === cancelRequest)) {
      Atomics.add(this.#count, 0, 1);
    }
  }
}

/** The worker's side: cancelled while there are interrupts whose messages were not taken in. */
export class Interrupts implements CancellationToken {
  readonly #count: Int32Array;
  #taken = 0;

  constructor(memory: SharedArrayBuffer) {
    this.#count = new Int32Array(memory);
  }

  get isCancelled(): boolean {
    return Atomics.load(this.#count, 0) !== this.#taken;
  }

  /** A message came in from the front and waits to be handled. */
  received(message: object): void {
    if (methodOf(message) === cancelRequest) this.#taken++;
  }

  /** A message was handled. */
  handled(message: object): void {
    const method = methodOf(message);
    if (method !== undefined && interrupting.has(method)) this.#taken++;
  }
}
