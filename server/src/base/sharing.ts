/**
 * Equal plain data as one object (hash consing). What is lowered from source is full of equal parts: of the objects that
 * make up std's item trees, one in fourteen is different from all others.
 *
 * Parts are shared before the whole, so that a part is compared by the number that it got, and an object by one key
 * made of these. A key says nothing of what is too long to be worth it: such strings are taken to be different.
 *
 * Most that is equal stands close together or is very common. So keys are in two generations: when the young one is
 * full it becomes the old one, whose entries come over when they are met again, and the rest is forgotten.
 */

/** Longer texts are hardly ever equal, and their keys take the room that is to be saved. */
const longestText = 200;

type Fields = Record<string, unknown>;

interface Shared {
  readonly value: object;
  readonly number: number;
}

class Generation {
  readonly byKey = new Map<string, Shared>();
  readonly numbers = new Map<object, number>();

  add(key: string, shared: Shared): void {
    this.byKey.set(key, shared);
    this.numbers.set(shared.value, shared.number);
  }
}

export class Sharing {
  readonly #limit: number;
  #young = new Generation();
  #old = new Generation();
  #count = 0;

  /** `limit`: how many objects a generation has. */
  constructor(limit = 1 << 16) {
    this.#limit = limit;
  }

  /**
   * The object that stands for all that are equal to `value`, which has to be plain data: objects, arrays, primitives. It
   * may be `value` itself, and its parts are replaced in place, so nobody may change any of it later.
   */
  share<T>(value: T): T {
    if (typeof value !== 'object' || value === null || this.#numberOf(value) !== undefined) return value;
    const key = this.shareParts(value);
    if (key === undefined) return value;
    const young = this.#young.byKey.get(key);
    if (young !== undefined) return young.value as T;
    const shared = this.#old.byKey.get(key) ?? { value, number: this.#count++ };
    if (this.#young.byKey.size >= this.#limit) {
      this.#old = this.#young;
      this.#young = new Generation();
    }
    this.#young.add(key, shared);
    return shared.value as T;
  }

  #numberOf(value: object): number | undefined {
    return this.#young.numbers.get(value) ?? this.#old.numbers.get(value);
  }

  /** Shares the parts of an object that is not worth to be shared itself. Its key, if it can have one. */
  shareParts(value: object): string | undefined {
    return Array.isArray(value) ? this.#shareElements(value) : this.#shareFields(value as Fields);
  }

  #shareElements(list: unknown[]): string | undefined {
    let key: string | undefined = '[';
    for (let i = 0; i < list.length; i++) {
      const shared = this.share(list[i]);
      list[i] = shared;
      const part: string | undefined = key === undefined ? undefined : this.#keyOf(shared);
      key = part === undefined ? undefined : `${key}${part},`;
    }
    return key;
  }

  #shareFields(fields: Fields): string | undefined {
    let key: string | undefined = '{';
    for (const name in fields) {
      const shared = this.share(fields[name]);
      if (shared !== fields[name]) fields[name] = shared;
      const part: string | undefined = key === undefined ? undefined : this.#keyOf(shared);
      key = part === undefined ? undefined : `${key}${name}:${part},`;
    }
    return key;
  }

  #keyOf(part: unknown): string | undefined {
    switch (typeof part) {
      case 'string':
        return part.length > longestText ? undefined : `${part.length}"${part}`;
      case 'object': {
        if (part === null) return 'null';
        const number = this.#numberOf(part);
        return number === undefined ? undefined : `#${number}`;
      }
      default:
        return `${part}`;
    }
  }
}
