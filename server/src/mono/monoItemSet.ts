/**
 * A set of mono items in the order in which they came. A collection asks for every use whether its item is known, some
 * hundred thousand times; instances have small numbers, so most of these questions are a look into an array.
 */
import type { MonoItem } from './instance.ts';

export class MonoItemSet {
  readonly list: MonoItem[] = [];
  #instances = new Uint8Array(1 << 12);
  readonly #others = new Set<MonoItem>();

  has(item: MonoItem): boolean {
    return item.kind === 'Fn' ? this.#instances[item.instance.id] === 1 : this.#others.has(item);
  }

  /** Adds an item that is not in it yet. */
  add(item: MonoItem): void {
    this.list.push(item);
    if (item.kind !== 'Fn') {
      this.#others.add(item);
      return;
    }
    const { id } = item.instance;
    if (id >= this.#instances.length) {
      const grown = new Uint8Array(2 * (id + 1));
      grown.set(this.#instances);
      this.#instances = grown;
    }
    this.#instances[id] = 1;
  }
}
