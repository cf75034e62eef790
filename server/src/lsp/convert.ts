/**
 * Between the engine's terms and the protocol's: offsets and positions, paths and URIs. All conversion is here.
 *
 * The engine counts UTF-16 code units from the start of a file. The protocol has lines and columns, and columns count
 * in the encoding that client and server agreed on.
 */
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Location, Position, Range } from 'vscode-languageserver/node';
import type { LineIndex } from '../base/lineIndex.ts';
import type { FileId } from '../hir/defs.ts';
import { type FileRange, lineIndex } from '../hir/fileRange.ts';
import type { Database } from '../query/database.ts';
import { normalizePath } from '../vfs/path.ts';
import type { Vfs } from '../vfs/vfs.ts';

export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

/** The first of the client's choices that we know; UTF-16 needs no conversion, so it is taken wherever offered. */
export function negotiateEncoding(offered: readonly string[] | undefined): PositionEncoding {
  if (!offered || offered.length === 0 || offered.includes('utf-16')) return 'utf-16';
  return offered.includes('utf-32') ? 'utf-32' : offered.includes('utf-8') ? 'utf-8' : 'utf-16';
}

export function toPosition(lines: LineIndex, offset: number, encoding: PositionEncoding): Position {
  const at = lines.position(offset);
  if (encoding === 'utf-16') return { line: at.line, character: at.character };
  const start = offset - at.character;
  return { line: at.line, character: encodedLength(lines.text.slice(start, start + at.character), encoding) };
}

export function toOffset(
  lines: LineIndex,
  { line, character }: Position,
  encoding: PositionEncoding,
): number {
  if (encoding === 'utf-16') return lines.offset({ line, character });
  const start = lines.offset({ line, character: 0 });
  const end = lines.offset({ line, character: Number.MAX_SAFE_INTEGER });
  let left = character;
  let at = start;
  while (at < end && left > 0) {
    const point = lines.text.codePointAt(at)!;
    left -= encoding === 'utf-32' ? 1 : utf8Length(point);
    if (left < 0) break;
    at += point > 0xffff ? 2 : 1;
  }
  return at;
}

function encodedLength(text: string, encoding: 'utf-8' | 'utf-32'): number {
  let length = 0;
  for (const char of text) length += encoding === 'utf-32' ? 1 : utf8Length(char.codePointAt(0)!);
  return length;
}

function utf8Length(point: number): number {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

/** The file of a URI; undefined for what is not on a disk. */
export function uriToPath(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return normalizePath(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}

export function pathToUri(path: string): string {
  return pathToFileURL(path).href;
}

/** Sources that were taken out of std's documentation are in no file that an editor could open. */
function canBeOpened(path: string): boolean {
  return !path.includes('/@library/');
}

/** Conversion for the files of one project. */
export class Converter {
  readonly #db: Database;
  readonly #vfs: Vfs;
  readonly #encoding: PositionEncoding;
  /** How the client spells the URIs of files that it has open. */
  readonly #clientUri: (path: string) => string | undefined;

  constructor(
    db: Database,
    vfs: Vfs,
    encoding: PositionEncoding,
    clientUri: (path: string) => string | undefined,
  ) {
    this.#db = db;
    this.#vfs = vfs;
    this.#encoding = encoding;
    this.#clientUri = clientUri;
  }

  uri(file: FileId): string {
    const path = this.#vfs.filePath(file);
    return this.#clientUri(path) ?? pathToUri(path);
  }

  offset(file: FileId, position: Position): number | undefined {
    const lines = lineIndex(this.#db, file);
    return lines && toOffset(lines, position, this.#encoding);
  }

  range({ file, start, end }: FileRange): Range {
    const lines = lineIndex(this.#db, file);
    if (!lines) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    return {
      start: toPosition(lines, start, this.#encoding),
      end: toPosition(lines, end, this.#encoding),
    };
  }

  /** Undefined for places that no editor can show. */
  location(place: FileRange | undefined): Location | undefined {
    if (!place || !canBeOpened(this.#vfs.filePath(place.file))) return undefined;
    return { uri: this.uri(place.file), range: this.range(place) };
  }

  locations(places: readonly FileRange[]): Location[] {
    return places.flatMap((place) => this.location(place) ?? []);
  }
}
