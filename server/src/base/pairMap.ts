/**
 * A map whose keys are pairs of integers: what interning by two ids looks up, millions of times in an analysis.
 *
 * A `Map` takes such a pair as one number, which past 31 bits is an object to be made for each question, and as much
 * memory again in the map. Here the pairs lie side by side in one typed array and values in another array, both in the
 * order of insertion; a third, of a power of two and at most two thirds full, has their indices by hash (open
 * addressing, linear probing).
 */
export class PairMap<Value> {
  /** Index of the pair plus one; 0 where there is none. */
  #slots = new Int32Array(16);
  #pairs = new Int32Array(16);
  #values: Value[] = [];

  get size(): number {
    return this.#values.length;
  }

  /** The value of the pair. Both numbers are integers of 32 bits, with their signs. */
  get(a: number, b: number): Value | undefined {
    const slots = this.#slots;
    const pairs = this.#pairs;
    const mask = slots.length - 1;
    for (let at = hash(a, b) & mask; ; at = (at + 1) & mask) {
      const index = slots[at]! - 1;
      if (index < 0) return undefined;
      if (pairs[2 * index] === a && pairs[2 * index + 1] === b) return this.#values[index];
    }
  }

  /** Adds a pair that is not there yet, and gives its value back. */
  add(a: number, b: number, value: Value): Value {
    const index = this.#values.length;
    if (3 * index >= 2 * this.#slots.length) this.#growSlots();
    if (2 * index === this.#pairs.length) {
      const pairs = new Int32Array(2 * this.#pairs.length);
      pairs.set(this.#pairs);
      this.#pairs = pairs;
    }
    this.#pairs[2 * index] = a;
    this.#pairs[2 * index + 1] = b;
    this.#values.push(value);
    this.#place(index);
    return value;
  }

  clear(): void {
    this.#slots = new Int32Array(16);
    this.#pairs = new Int32Array(16);
    this.#values = [];
  }

  #growSlots(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let index = 0; index < this.#values.length; index++) this.#place(index);
  }

  /** Notes where a pair is, in the first free slot from that of its hash. */
  #place(index: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = hash(this.#pairs[2 * index]!, this.#pairs[2 * index + 1]!) & mask;
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = index + 1;
  }
}

function hash(a: number, b: number): number {
  // Multiplication carries upwards only, and the mask takes what is below.
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** Numbers for lists of integers: the number of a list is found from that of the list without its last part. */
export class PairNumbers {
  readonly #numbers = new PairMap<number>();

  of(a: number, b: number): number {
    return this.#numbers.get(a, b) ?? this.#numbers.add(a, b, this.#numbers.size);
  }
}
