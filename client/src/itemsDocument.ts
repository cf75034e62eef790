// All mono items as one read-only text document in the language `rust-mono-items`, so that the list can be
// searched, compared and saved. It follows the analysis for as long as it is open.
import {
  type Disposable,
  EventEmitter,
  languages,
  type TextDocumentContentProvider,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { Connection } from './connection.ts';

const scheme = 'monolens';
const uri = Uri.from({ scheme, path: '/Mono Items.mono-items' });

export class ItemsDocument implements TextDocumentContentProvider, Disposable {
  readonly #connection: Connection;
  readonly #changed = new EventEmitter<Uri>();
  readonly #registration: Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#registration = workspace.registerTextDocumentContentProvider(scheme, this);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  refresh(): void {
    if (workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) {
      this.#changed.fire(uri);
    }
  }

  async provideTextDocumentContent(): Promise<string> {
    const result = await this.#connection.request('monolens/itemsText', {});
    return result?.text ?? '// The Monolens server is not running.\n';
  }

  async show(): Promise<void> {
    this.refresh();
    const document = await workspace.openTextDocument(uri);
    await languages.setTextDocumentLanguage(document, 'rust-mono-items');
    await window.showTextDocument(document, { preview: false, viewColumn: ViewColumn.Active });
  }
}
