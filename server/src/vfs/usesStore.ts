/**
 * The store of what items use (`mono/rememberedUses.ts`): the first line of a `graphStore.ts`, and a second with all
 * records, which are read at once: collection asks for nearly all of them.
 */
import type { MonoItem } from '../mono/instance.ts';
import { type UsesStore, usesStore } from '../mono/rememberedUses.ts';
import type { Uses } from '../mono/uses.ts';
import { decodeUses, encodeUses, type UsesRecord } from '../mono/usesCodec.ts';
import type { Database } from '../query/database.ts';
import { readCacheFile } from './cacheDirectory.ts';
import { type GraphStore, graphStore, noStore, readTexts } from './graphStore.ts';
import type { Vfs } from './vfs.ts';

/** A record that so many runs have not asked for is dropped. Other targets of a workspace have records here, too. */
const ageLimit = 16;

/**
 * Attaches the store in a file to a database that has just been given its crate graph; attaches none without a path.
 * Asks no query, so that it also works while analysis is being cancelled. `takesOwn`: for what hangs on the user's own
 * code, too.
 */
export function attachUsesStore(
  db: Database,
  vfs: Vfs,
  path: string | undefined,
  { takesOwn = false }: { readonly takesOwn?: boolean } = {},
): GraphStore {
  if (path === undefined) {
    db.setResource(usesStore, undefined);
    return noStore;
  }
  const store = new RememberedUses(vfs, readCacheFile(path) ?? '', takesOwn);
  db.setResource(usesStore, store);
  return graphStore(db, vfs, path, () => store.changed());
}

class RememberedUses implements UsesStore {
  readonly texts: UsesStore['texts'];
  readonly takesOwn: boolean;
  readonly #records = new Map<MonoItem, UsesRecord>();
  readonly #used = new Set<MonoItem>();
  #holds = true;
  #isChanged = false;

  constructor(vfs: Vfs, text: string, takesOwn: boolean) {
    this.takesOwn = takesOwn;
    const end = text.indexOf('\n');
    let texts: UsesStore['texts'] = [];
    try {
      texts = readTexts(vfs, text.slice(0, end));
      for (const record of decodeUses(text.slice(end + 1))) this.#records.set(record.item, record);
    } catch {
      // Damaged or not there: made again.
      this.forget();
    }
    this.texts = texts;
  }

  has(item: MonoItem, stamp: string): boolean {
    return this.#records.get(item)?.stamp === stamp;
  }

  get(item: MonoItem, stamp: string): Uses | undefined {
    const record = this.#records.get(item);
    if (record?.stamp !== stamp) return undefined;
    this.#used.add(item);
    return record.uses;
  }

  set(item: MonoItem, stamp: string, uses: Uses): void {
    this.#records.set(item, { item, stamp, uses, age: 0 });
    this.#used.add(item);
    this.#isChanged = true;
  }

  forget(): void {
    if (!this.#holds) return;
    this.#holds = false;
    this.#records.clear();
  }

  /** What the file should have after its first line; undefined if that is what it has, but for ages. */
  changed(): readonly string[] | undefined {
    if (!this.#isChanged) return undefined;
    this.#isChanged = false;
    return [encodeUses(this.#aged())];
  }

  *#aged(): Generator<UsesRecord> {
    for (const record of this.#records.values()) {
      const age = this.#used.has(record.item) ? 0 : record.age + 1;
      if (age <= ageLimit) yield age === record.age ? record : { ...record, age };
    }
  }
}
