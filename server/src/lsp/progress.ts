/** Work-done progress: what the server is doing while it reads a workspace, with a button to stop it. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver/node';

/** Milliseconds that loading waits for the client to make room for its progress. */
const patience = 200;

export class Progress {
  readonly #connection: Connection;
  readonly #isSupported: () => boolean;
  readonly #onCancel: () => void;
  #reporter: Promise<WorkDoneProgressServerReporter> | undefined;

  constructor(connection: Connection, isSupported: () => boolean, onCancel: () => void) {
    this.#connection = connection;
    this.#isSupported = isSupported;
    this.#onCancel = onCancel;
  }

  /** Done when the client has taken the news, or does not take it soon. */
  async step(message: string): Promise<void> {
    if (!this.#isSupported()) return;
    if (this.#reporter) {
      void this.#reporter.then((reporter) => reporter.report(message)).catch(() => undefined);
      return;
    }
    this.#reporter = this.#connection.window.createWorkDoneProgress().then((reporter) => {
      reporter.begin('Monolens', undefined, message, true);
      reporter.token.onCancellationRequested(() => {
        this.done();
        this.#onCancel();
      });
      return reporter;
    });
    // What comes next may keep this thread busy for a while: the client's consent must be in before.
    await Promise.race([this.#reporter.catch(() => undefined), delay(patience)]);
  }

  done(): void {
    const reporter = this.#reporter;
    this.#reporter = undefined;
    void reporter?.then((open) => open.done()).catch(() => undefined);
  }
}
