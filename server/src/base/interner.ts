/**
 * Interning: equal data gets one integer, so that equality is identity and memo tables can be keyed by it.
 *
 * The caller supplies the text that identifies a value (its "key"); ids are handed out densely from 0 in order of
 * first sight and stay valid for the life of the interner.
 */
export class Interner<Id extends number, Data> {
  readonly #ids = new Map<string, Id>();
  readonly #data: Data[] = [];
  readonly #keyOf: (data: Data) => string;

  constructor(keyOf: (data: Data) => string) {
    this.#keyOf = keyOf;
  }

  /** How many values have been interned; ids are `0 … size - 1`. */
  get size(): number {
    return this.#data.length;
  }

  intern(data: Data): Id {
    const key = this.#keyOf(data);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#data.length as Id;
    this.#data.push(data);
    this.#ids.set(key, id);
    return id;
  }

  /** The value behind an id. Throws on an id of another interner: that is always a bug of ours. */
  lookup(id: Id): Data {
    const data = this.#data[id];
    if (data === undefined) throw new Error(`no interned value for id ${id}`);
    return data;
  }
}
