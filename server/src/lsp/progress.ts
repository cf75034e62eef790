/** Work-done progress: what the server is doing while it reads a workspace, with a button to stop it. */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver/node';

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

  step(message: string): void {
    if (!this.#isSupported()) return;
    if (this.#reporter) {
      void this.#reporter.then((reporter) => reporter.report(message));
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
    this.#reporter.catch(() => undefined);
  }

  done(): void {
    const reporter = this.#reporter;
    this.#reporter = undefined;
    void reporter?.then((open) => open.done()).catch(() => undefined);
  }
}
