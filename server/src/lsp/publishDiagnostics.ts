/** Diagnostics of the open documents, sent after each analysis when there is nothing better to do. */
import { CancellationToken, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import { diagnostics } from '../ide/diagnostics.ts';
import type { OpenDocument } from './documents.ts';
import type { Session } from './session.ts';

/** Typing goes on in bursts; hints may wait for their end. */
const delay = 300;

export class Diagnostics {
  readonly #session: () => Session;
  /** What was sent last, by URI, so as not to send it again. */
  readonly #sent = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(session: () => Session) {
    this.#session = session;
  }

  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#publish(), delay);
    this.#timer.unref();
  }

  /** The document was closed. */
  clear(uri: string): void {
    if (!this.#sent.delete(uri)) return;
    void this.#session().connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  async #publish(): Promise<void> {
    const { analyzer, connection, documents } = this.#session();
    for (const document of [...documents.all()]) {
      if (!analyzer.isCurrent) return;
      try {
        const found = await analyzer.answer(CancellationToken.None, () => this.#diagnose(document));
        const key = JSON.stringify(found);
        if (this.#sent.get(document.uri) === key || documents.get(document.uri) !== document) continue;
        if (found.length === 0 && !this.#sent.has(document.uri)) continue;
        this.#sent.set(document.uri, key);
        await connection.sendDiagnostics({
          uri: document.uri,
          version: document.version,
          diagnostics: found,
        });
      } catch (error) {
        connection.console.error(`Diagnostics of ${document.uri}: ${String(error)}`);
      }
    }
  }

  #diagnose({ path }: OpenDocument) {
    const { settings, targets } = this.#session();
    const at = settings.unusedParameterHints ? targets.viewOfFile(path) : undefined;
    if (!at) return [];
    const { project, program } = at.view;
    return diagnostics(program.db, at.crate, project.fileId(path)).map(({ code, range, message }) => ({
      code,
      message,
      source: 'monolens',
      severity: DiagnosticSeverity.Hint,
      tags: [DiagnosticTag.Unnecessary],
      range: project.convert.range(range),
    }));
  }
}
