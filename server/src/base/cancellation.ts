/**
 * Cancellation: analysis runs synchronously on its own thread, and gives up as soon as its result is stale.
 *
 * A thread that wants to stop the analysis raises a flag in shared memory; the query engine polls it at every
 * query and unwinds with {@link Cancelled}. Nothing half-computed is stored, so the next request starts clean.
 */
export class Cancelled extends Error {
  constructor() {
    super('analysis cancelled');
    this.name = 'Cancelled';
  }
}

/** What the engine polls. `isCancelled` must be cheap: it is asked at every query. */
export interface CancellationToken {
  readonly isCancelled: boolean;
}

export const neverCancelled: CancellationToken = { isCancelled: false };
