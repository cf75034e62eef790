/**
 * A map from small integers, most of which follow each other, to values other than `undefined`: pages of an array, made
 * when something is put there. What is looked up millions of times is found faster so than by hashing.
 */
const pageBits = 6;
const pageSize = 1 << pageBits;

export class PagedTable<V> {
  readonly #pages: ((V | undefined)[] | undefined)[] = [];

  get(key: number): V | undefined {
    return this.#pages[key >> pageBits]?.[key & (pageSize - 1)];
  }

  /** `undefined` takes the entry away. */
  set(key: number, value: V | undefined): void {
    const pages = this.#pages;
    const at = key >> pageBits;
    // One by one: an array with large gaps is a hash table to V8.
    while (pages.length <= at) pages.push(undefined);
    let page = pages[at];
    if (!page) {
      page = new Array<V | undefined>(pageSize).fill(undefined);
      pages[at] = page;
    }
    page[key & (pageSize - 1)] = value;
  }
}
