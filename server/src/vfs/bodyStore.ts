/**
 * The store of what is known of bodies (`hir/rememberedBodies.ts`): the first line of a `graphStore.ts`, then *segments*,
 * one for each run that found out something new: a line with tables of definitions and types, and after it a line
 * `PART<tab>ROW<tab>STAMP<tab>JSON` for each record over these tables. Records are read when they are asked for. Where
 * there are many segments, what the last run has used is written as one.
 */
import { ifWritable, type Row } from '../hir/defCodec.ts';
import type { DefId } from '../hir/defs.ts';
import { type BodyPart, type BodyStore, bodyStore, type Rememberable } from '../hir/rememberedBodies.ts';
import type { Database } from '../query/database.ts';
import { decodeRecord, encodeRecord } from '../ty/recordCodec.ts';
import { TypeDecoder, TypeEncoder } from '../ty/typeCodec.ts';
import { readCacheFile } from './cacheDirectory.ts';
import { type GraphStore, graphStore, noStore, readTexts } from './graphStore.ts';
import type { Vfs } from './vfs.ts';

/** So many segments are made one. */
const segmentLimit = 8;

/** What begins the line with the tables of a segment. */
const tablesMark = 'tables\t';

/**
 * Attaches the store in a file to a database that has just been given its crate graph; attaches none without a path.
 * Asks no query, so that it also works while analysis is being cancelled. `takesOwn`: for the user's own bodies, too.
 */
export function attachBodyStore(
  db: Database,
  vfs: Vfs,
  path: string | undefined,
  { takesOwn = false }: { readonly takesOwn?: boolean } = {},
): GraphStore {
  if (path === undefined) {
    db.setResource(bodyStore, undefined);
    return noStore;
  }
  const store = new Bodies(vfs, readCacheFile(path) ?? '', takesOwn);
  db.setResource(bodyStore, store);
  return graphStore(db, vfs, path, () => store.changedSegments());
}

interface Stored {
  readonly stamp: string;
  readonly decoder: TypeDecoder;
  readonly text: string;
}

class Bodies implements BodyStore {
  readonly texts: BodyStore['texts'];
  readonly takesOwn: boolean;
  isRecording = true;
  /** The segments that were in the file at the start, and how many they are. */
  #oldText = '';
  #oldSegments = 0;
  readonly #old = new Map<number, Stored>();
  /** What was asked for and is in `#old`. */
  readonly #used = new Set<number>();
  #encoder = new TypeEncoder();
  /** Lines, with their ends. */
  readonly #new = new Map<number, { readonly stamp: string; readonly line: string }>();
  /** The segments that were written since, and the stamps of what is in them. */
  readonly #written: string[] = [];
  #writtenSegments = 0;
  readonly #writtenStamps = new Map<number, string>();

  constructor(vfs: Vfs, text: string, takesOwn: boolean) {
    this.takesOwn = takesOwn;
    const end = text.indexOf('\n');
    let texts: BodyStore['texts'] = [];
    try {
      texts = readTexts(vfs, text.slice(0, end));
      this.#read(text.slice(end + 1));
    } catch {
      // Damaged or not there: made again.
      this.forget();
    }
    this.texts = texts;
  }

  has(part: BodyPart, def: DefId, stamp: string): boolean {
    const key = keyOf(part, def);
    return (
      this.#old.get(key)?.stamp === stamp ||
      this.#new.get(key)?.stamp === stamp ||
      this.#writtenStamps.get(key) === stamp
    );
  }

  get(part: BodyPart, def: DefId, stamp: string): Rememberable | undefined {
    const key = keyOf(part, def);
    const stored = this.#old.get(key);
    if (stored?.stamp !== stamp) return undefined;
    this.#used.add(key);
    try {
      return decodeRecord(stored.decoder, stored.text);
    } catch {
      this.#old.delete(key);
      return undefined;
    }
  }

  set(part: BodyPart, def: DefId, stamp: string, value: Rememberable): void {
    const encoder = this.#encoder;
    const record = ifWritable(() => `${encoder.def(def)}\t${stamp}\t${encodeRecord(encoder, value)}`);
    if (record !== undefined) this.#new.set(keyOf(part, def), { stamp, line: `${part}\t${record}\n` });
  }

  forget(): void {
    this.#old.clear();
    this.#oldText = '';
    this.#oldSegments = 0;
  }

  /** What the file should have after its first line, in parts; undefined if that is what it has. */
  changedSegments(): readonly string[] | undefined {
    if (this.#new.size === 0) return undefined;
    if (this.#oldSegments > 0 && this.#oldSegments + this.#writtenSegments >= segmentLimit) this.#unite();
    const { defs, values } = this.#encoder;
    this.#written.push(`${tablesMark}${JSON.stringify([defs, values])}\n`);
    for (const [key, { stamp, line }] of this.#new) {
      this.#written.push(line);
      this.#writtenStamps.set(key, stamp);
    }
    this.#writtenSegments++;
    this.#new.clear();
    this.#encoder = new TypeEncoder();
    return [this.#oldText, ...this.#written];
  }

  /** Puts what was used of the old segments into the new one. */
  #unite(): void {
    for (const key of this.#used) {
      const stored = this.#old.get(key);
      if (!stored || this.#new.has(key)) continue;
      const [part, def] = ofKey(key);
      this.set(part, def, stored.stamp, decodeRecord(stored.decoder, stored.text));
    }
    this.forget();
  }

  /** Throws if the segments are damaged. */
  #read(text: string): void {
    let decoder: TypeDecoder | undefined;
    for (const line of text.split('\n')) {
      if (line.startsWith(tablesMark)) {
        const [defs, values] = JSON.parse(line.slice(tablesMark.length)) as [Row[], Row[]];
        decoder = new TypeDecoder(defs, values);
        this.#oldSegments++;
      } else if (line !== '') {
        const [part, row, stamp, json] = line.split('\t') as [BodyPart, string, string, string];
        this.#old.set(keyOf(part, decoder!.def(Number(row))), { stamp, decoder: decoder!, text: json });
      }
    }
    this.#oldText = text;
  }
}

const parts: readonly BodyPart[] = [
  'mir',
  'size',
  'dropSize',
  'inlinable',
  'code',
  'closure',
  'opaques',
  'header',
  'itemClosures',
  'declaresItems',
];

function keyOf(part: BodyPart, def: DefId): number {
  return def * parts.length + parts.indexOf(part);
}

function ofKey(key: number): [BodyPart, DefId] {
  return [parts[key % parts.length]!, Math.floor(key / parts.length) as DefId];
}
