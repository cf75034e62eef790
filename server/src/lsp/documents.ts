/** The documents that the client has open, with their text as the client's edits leave it. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { LineIndex } from '../base/lineIndex.ts';
import { type PositionEncoding, toOffset, uriToPath } from './convert.ts';

export interface OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  readonly path: string;
  version: number;
  text: string;
}

export class Documents {
  readonly #byUri = new Map<string, OpenDocument>();
  readonly #byPath = new Map<string, OpenDocument>();

  /** In the order in which they were opened. */
  all(): Iterable<OpenDocument> {
    return this.#byUri.values();
  }

  get(uri: string): OpenDocument | undefined {
    return this.#byUri.get(uri);
  }

  atPath(path: string): OpenDocument | undefined {
    return this.#byPath.get(path);
  }

  /** Undefined for a document that is no file. */
  open(uri: string, version: number, text: string): OpenDocument | undefined {
    const path = uriToPath(uri);
    if (path === undefined) return undefined;
    const document: OpenDocument = { uri, path, version, text };
    this.#byUri.set(uri, document);
    this.#byPath.set(path, document);
    return document;
  }

  change(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
    encoding: PositionEncoding,
  ): OpenDocument | undefined {
    const document = this.#byUri.get(uri);
    if (!document) return undefined;
    // Each change is relative to the text that the one before it left.
    for (const change of changes) document.text = applyChange(document.text, change, encoding);
    document.version = version;
    return document;
  }

  close(uri: string): OpenDocument | undefined {
    const document = this.#byUri.get(uri);
    if (!document) return undefined;
    this.#byUri.delete(uri);
    if (this.#byPath.get(document.path) === document) this.#byPath.delete(document.path);
    return document;
  }
}

function applyChange(
  text: string,
  change: TextDocumentContentChangeEvent,
  encoding: PositionEncoding,
): string {
  if (!('range' in change)) return change.text;
  const lines = new LineIndex(text);
  const start = toOffset(lines, change.range.start, encoding);
  const end = Math.max(start, toOffset(lines, change.range.end, encoding));
  return text.slice(0, start) + change.text + text.slice(end);
}
