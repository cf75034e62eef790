/**
 * Keeps the analysis up to date. Whatever changes asks for a new one (`invalidate`); the work is done in steps on the
 * worker's only thread, and between steps messages are handled. A step is a plain synchronous computation; when a
 * message interrupts it (`interrupts.ts`) it is done again afterwards, and finds what it had finished in the database.
 *
 * Requests wait for the analysis of the text as it is (`answer`) rather than be given an old one: the engine is
 * incremental, so that the wait after a key stroke is short, and editors keep showing what they have until then. A
 * request that an edit interrupts is not refused but answered later, from the new text.
 *
 * A first analysis may take long. A request that can make something of what is known on the way is answered from that
 * after a while, and its client is asked to ask again as more is known.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { Cancelled } from '../base/cancellation.ts';
import type { Interrupts } from './interrupts.ts';

/** One computation; its name is shown while it runs. */
export interface Step {
  readonly message: string;
  /** Part of reading the workspace, not of following edits. */
  readonly isLoading: boolean;
  /** What is known after it is worth to be shown before the analysis is finished. */
  readonly isPreliminary?: boolean;
  run(): void;
}

export interface AnalyzerEvents {
  /** The steps of one analysis. Steps are taken one by one, so later ones may depend on what earlier ones found. */
  steps(): Iterable<Step>;
  /** A step is about to run; it waits for this. */
  onStep(step: Step): Promise<void> | undefined;
  /** More is known than before, and some have been given a preliminary answer. */
  onAdvanced(): void;
  onFinished(milliseconds: number): void;
  /** An error in the engine: what was finished before stays to be asked. */
  onFailed(error: unknown): void;
}

/** A request that waits for the analysis. */
interface Waiter {
  /** It also takes what is known before the end. */
  readonly takesPreliminary: boolean;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Milliseconds between the moments at which clients are asked to ask again. */
const advanceInterval = 1000;

export class Analyzer {
  readonly #interrupts: Interrupts;
  readonly #events: AnalyzerEvents;
  /** Counts the demands for an analysis. */
  #wanted = 0;
  #finished = 0;
  #running = false;
  #hasStarted = false;
  #stopped = false;
  #waiting: Waiter[] = [];
  /** When the analysis began that runs. */
  #began = 0;
  /** What is known on the way may be shown. */
  #isPreliminary = false;
  /** When somebody was given a preliminary answer last, or was told that there is a better one. */
  #gavePreliminary: number | undefined;

  /** Milliseconds from when on preliminary answers are given: most analyses are finished by then. */
  patience = 1000;

  constructor(interrupts: Interrupts, events: AnalyzerEvents) {
    this.#interrupts = interrupts;
    this.#events = events;
  }

  get isCurrent(): boolean {
    return this.#finished === this.#wanted && this.#wanted > 0;
  }

  get hasStarted(): boolean {
    return this.#hasStarted;
  }

  /** The first analysis: everything is there that it needs. */
  start(): void {
    this.#hasStarted = true;
    this.invalidate();
  }

  /** Something has changed. */
  invalidate(): void {
    if (!this.#hasStarted) return;
    this.#wanted++;
    this.#stopped = false;
    if (!this.#running) void this.#run();
  }

  /** Gives up what is running and does nothing until something changes. */
  stop(): void {
    this.#stopped = true;
    this.#settle(({ reject }) =>
      reject(new ResponseError(LSPErrorCodes.ServerCancelled, 'the analysis was cancelled')),
    );
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      while (this.#finished !== this.#wanted && !this.#stopped) {
        const wanted = this.#wanted;
        this.#began = performance.now();
        this.#isPreliminary = false;
        let failure: { readonly error: unknown } | undefined;
        try {
          await this.#steps(wanted);
        } catch (error) {
          if (error instanceof Cancelled) continue;
          failure = { error };
        }
        if (this.#wanted !== wanted || this.#stopped) continue;
        this.#finished = wanted;
        this.#gavePreliminary = undefined;
        if (failure) this.#events.onFailed(failure.error);
        else this.#events.onFinished(performance.now() - this.#began);
        this.#settle(({ resolve }) => resolve());
      }
    } finally {
      this.#running = false;
    }
  }

  async #steps(wanted: number): Promise<void> {
    await this.#turn();
    for (const step of this.#events.steps()) {
      await this.#events.onStep(step);
      for (;;) {
        if (this.#wanted !== wanted || this.#stopped) return;
        try {
          step.run();
          break;
        } catch (error) {
          if (!(error instanceof Cancelled)) throw error;
          await this.#turn();
        }
      }
      if (step.isPreliminary) this.#advance();
      await this.#turn();
    }
  }

  /** More is known than before. */
  #advance(): void {
    this.#isPreliminary = true;
    this.#settle(
      ({ resolve }) => resolve(),
      (waiter) => waiter.takesPreliminary && this.#mayShow,
    );
    const last = this.#gavePreliminary;
    if (last === undefined || performance.now() - last < advanceInterval) return;
    this.#gavePreliminary = undefined;
    this.#events.onAdvanced();
  }

  get #mayShow(): boolean {
    return this.#isPreliminary && performance.now() - this.#began >= this.patience;
  }

  /** Lets messages be handled, all of those that have raised an interrupt among them. */
  async #turn(): Promise<void> {
    do await nextTurn();
    while (this.#interrupts.isCancelled);
  }

  #settle(each: (waiter: Waiter) => void, whom: (waiter: Waiter) => boolean = () => true): void {
    const waiting = this.#waiting;
    this.#waiting = waiting.filter((waiter) => !whom(waiter));
    for (const waiter of waiting) if (whom(waiter)) each(waiter);
  }

  /** Until an analysis of everything up to now is finished, or more is known to one who takes that. */
  #current(token: CancellationToken, takesPreliminary: boolean): Promise<void> {
    if (this.isCurrent) return Promise.resolve();
    return new Promise((resolve, reject) => {
      if (this.#stopped) {
        reject(new ResponseError(LSPErrorCodes.ServerCancelled, 'the analysis was cancelled'));
        return;
      }
      this.#waiting.push({ resolve, reject, takesPreliminary });
      token.onCancellationRequested(() => reject(cancelledByClient()));
    });
  }

  /**
   * Computes an answer from a finished analysis of the text as it is; or, if that takes long, a preliminary one, which
   * may be nothing yet.
   */
  async answer<T>(token: CancellationToken, compute: () => T, preliminary?: () => T | undefined): Promise<T> {
    for (;;) {
      if (token.isCancellationRequested) throw cancelledByClient();
      try {
        if (preliminary && !this.isCurrent && this.#mayShow && !this.#stopped) {
          const answer = preliminary();
          if (answer !== undefined) {
            this.#gavePreliminary ??= performance.now();
            return answer;
          }
        }
        await this.#current(token, preliminary !== undefined);
        // It may have become stale again while this request waited for its turn.
        if (this.isCurrent) return compute();
      } catch (error) {
        if (!(error instanceof Cancelled)) throw error;
        await this.#turn();
      }
    }
  }
}

function cancelledByClient(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled by the client');
}
