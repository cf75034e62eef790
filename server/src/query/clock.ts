/**
 * Which of a limited number of entries goes when another comes: a clock with a second chance. The hand goes round; an
 * entry that was used since it last came by is passed over once.
 */
export interface ClockEntry {
  /** Asked for since the clock last came by. */
  used: boolean;
}

export interface Displaced<Entry> {
  readonly key: number;
  readonly entry: Entry;
}

export class Clock<Entry extends ClockEntry> {
  readonly #limit: number;
  readonly #keys: number[] = [];
  readonly #entries: Entry[] = [];
  #hand = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Takes an entry in, and gives the one that has to go for it, if any. */
  add(key: number, entry: Entry): Displaced<Entry> | undefined {
    const keys = this.#keys;
    const entries = this.#entries;
    if (entries.length < this.#limit) {
      keys.push(key);
      entries.push(entry);
      return undefined;
    }
    let at = this.#hand;
    while (entries[at]!.used) {
      entries[at]!.used = false;
      at = at + 1 === entries.length ? 0 : at + 1;
    }
    const displaced = { key: keys[at]!, entry: entries[at]! };
    keys[at] = key;
    entries[at] = entry;
    this.#hand = at + 1 === entries.length ? 0 : at + 1;
    return displaced;
  }
}
