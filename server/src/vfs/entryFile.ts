/** A store of texts of JSON by keys in one file, `KEY<tab>JSON` a line. */
import { readCacheFile, type Saving, writingCacheFile } from './cacheDirectory.ts';
import { type Entry, entryLines, readEntries } from './entryLines.ts';

export class EntryFile {
  readonly #path: string;
  readonly #keepsUnused: boolean;
  #entries: Map<string, Entry>;
  readonly #used = new Set<string>();
  #isChanged = false;

  /** `keepsUnused`: also what was not asked for, when there is something new to write. */
  constructor(path: string, keepsUnused: boolean) {
    this.#path = path;
    this.#keepsUnused = keepsUnused;
    this.#entries = readEntries(readCacheFile(path) ?? '');
  }

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  get(key: string): string | undefined {
    if (!this.#keepsUnused) this.#used.add(key);
    const entry = this.#entries.get(key);
    return typeof entry === 'string' ? entry : entry?.();
  }

  set(key: string, entry: Entry): void {
    if (!this.#keepsUnused) this.#used.add(key);
    this.#entries.set(key, entry);
    this.#isChanged = true;
  }

  *saving(): Saving {
    if (!this.#isChanged) return;
    this.#isChanged = false;
    if (!this.#keepsUnused) {
      for (const key of this.#entries.keys()) if (!this.#used.has(key)) this.#entries.delete(key);
    }
    yield* writingCacheFile(this.#path, entryLines(this.#entries));
  }

  /** Lets go of the memory. */
  forget(): void {
    this.#entries = new Map();
  }
}
