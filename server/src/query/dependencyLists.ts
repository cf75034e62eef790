/**
 * What each value of a database was made of: lists of numbers, packed one after the other into large arrays. There are
 * more than a million lists, most of them of a few numbers, which as arrays of their own would take several times the
 * room.
 *
 * A list is known by where it begins; in front of its numbers stands how many they are. One that is given up is taken
 * again for the next of the same length, which is mostly that of the same value computed anew, but not before
 * {@link DependencyLists.reuse} is called: until then somebody may be reading it.
 */
export type DependencyList = number;

/** Of a value that was made of nothing. */
export const noDependencies: DependencyList = -1;

const pageBits = 18;
const pageSize = 1 << pageBits;

/** Lists that are longer are few, and not taken again. */
const longestReused = 4096;

const nothing = { page: new Int32Array(0), start: 0, end: 0 };

export class DependencyLists {
  readonly #pages: Int32Array[] = [];
  /** Where the next list goes. */
  #page: Int32Array = new Int32Array(0);
  #used = 0;
  /** By length. */
  readonly #free: (DependencyList[] | undefined)[] = [];
  #givenUp: DependencyList[] = [];

  /** Keeps a copy. Numbers are those of 32 bits, signed or not, and are read as signed ones. */
  add(numbers: readonly number[]): DependencyList {
    const { length } = numbers;
    if (length === 0) return noDependencies;
    const list = this.#free[length]?.pop() ?? this.#allot(length);
    const page = this.#pages[list >>> pageBits]!;
    let at = list & (pageSize - 1);
    page[at++] = length;
    for (let i = 0; i < length; i++) page[at++] = numbers[i]!;
    return list;
  }

  #allot(length: number): DependencyList {
    if (this.#used + length >= this.#page.length) {
      // One that is longer than a page has one that is longer.
      this.#page = new Int32Array(Math.max(pageSize, length + 1));
      this.#used = 0;
      this.#pages.push(this.#page);
    }
    const list = (this.#pages.length - 1) * pageSize + this.#used;
    this.#used += length + 1;
    // In a longer page, what lies behind the list has no number.
    if (this.#used >= pageSize) this.#page = new Int32Array(0);
    return list;
  }

  /** The numbers of a list are those from `start` to `end` in an array, where they may be changed. */
  get(list: DependencyList): { readonly page: Int32Array; readonly start: number; readonly end: number } {
    if (list === noDependencies) return nothing;
    const page = this.#pages[list >>> pageBits]!;
    const at = list & (pageSize - 1);
    return { page, start: at + 1, end: at + 1 + page[at]! };
  }

  /** The list is not needed any more. */
  giveUp(list: DependencyList): void {
    if (list !== noDependencies) this.#givenUp.push(list);
  }

  /** Nobody reads a list now: those given up may be taken. */
  reuse(): void {
    for (const list of this.#givenUp) {
      const { start, end } = this.get(list);
      const length = end - start;
      if (length > longestReused) continue;
      while (this.#free.length <= length) this.#free.push(undefined);
      (this.#free[length] ??= []).push(list);
    }
    this.#givenUp = [];
  }
}
