/**
 * Where the items of a text stand, in one array of numbers: a program and its libraries have some hundred thousand items,
 * and all of their places are kept, as they are asked for again when bodies are looked at.
 */

export interface ItemRange {
  /** Where the item's attributes and doc comments begin, or something before them that declares nothing. */
  readonly outerStart: number;
  /** The whole item, attributes excluded. */
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  /**
   * The body block of a function, the initializer expression of a const or static, the rules of a macro (as in
   * `MacroRules.body`), the arguments of a macro call (as in `MacroCall.args`); -1 if none.
   */
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

const fields = 7;

/** Places by `ItemId`. */
export class ItemRanges implements Iterable<ItemRange> {
  /** {@link fields} numbers for each item, in the order of the interface. */
  readonly #numbers: Int32Array;

  private constructor(numbers: Int32Array) {
    this.#numbers = numbers;
  }

  static of(ranges: readonly ItemRange[]): ItemRanges {
    const numbers = new Int32Array(fields * ranges.length);
    let at = 0;
    for (const r of ranges) {
      numbers[at++] = r.outerStart;
      numbers[at++] = r.start;
      numbers[at++] = r.end;
      numbers[at++] = r.nameStart;
      numbers[at++] = r.nameEnd;
      numbers[at++] = r.bodyStart;
      numbers[at++] = r.bodyEnd;
    }
    return new ItemRanges(numbers);
  }

  /** From what {@link toNumbers} gave. */
  static ofNumbers(numbers: readonly number[]): ItemRanges {
    return new ItemRanges(Int32Array.from(numbers));
  }

  toNumbers(): number[] {
    return [...this.#numbers];
  }

  get length(): number {
    return this.#numbers.length / fields;
  }

  get(item: number): ItemRange | undefined {
    const at = item * fields;
    const numbers = this.#numbers;
    if (!(at < numbers.length)) return undefined;
    return {
      outerStart: numbers[at]!,
      start: numbers[at + 1]!,
      end: numbers[at + 2]!,
      nameStart: numbers[at + 3]!,
      nameEnd: numbers[at + 4]!,
      bodyStart: numbers[at + 5]!,
      bodyEnd: numbers[at + 6]!,
    };
  }

  /** The item whose body is around a range, if one is. */
  bodyAround(start: number, end: number): number | undefined {
    const numbers = this.#numbers;
    for (let at = 0; at < numbers.length; at += fields) {
      const bodyStart = numbers[at + 5]!;
      if (bodyStart >= 0 && bodyStart < start && end < numbers[at + 6]!) return at / fields;
    }
    return undefined;
  }

  /** The same with every place where `move` puts it; what is -1 stays. */
  moved(move: (at: number) => number): ItemRanges {
    return new ItemRanges(this.#numbers.map(move));
  }

  *[Symbol.iterator](): IterableIterator<ItemRange> {
    for (let item = 0; item < this.length; item++) yield this.get(item)!;
  }
}
