/**
 * What the memos of a database hang on in the end.
 *
 * The *sources* of a memo are what it read, and what that read, down to inputs and to queries that are marked as
 * `firewall`s: whose value mostly stays the same when what they read changes. As long as none of its sources has
 * changed, a memo is current, whatever lies between. There are many memos and few different sets of sources, so sets
 * are shared, and in each revision a set is looked at once: then all memos with these sources are verified without a
 * walk through what they read. What hangs on nothing but the most durable inputs has the empty set.
 */

/** Sets larger than this cost more than the walk that they save. */
const maximumSize = 512;

export interface Source {
  readonly query: number;
  readonly key: number;
  /** The revision in which it was looked at last, and what was found then: a source is in many sets. */
  verifiedAt: number;
  changedAt: number;
  durability: 0 | 1 | 2;
}

export class SourceSet {
  /** Indices of sources, ascending. */
  readonly sources: readonly number[];
  /** The revision in which the sources were looked at last, and what was found then. */
  verifiedAt = 0;
  changedAt = 0;
  durability: 0 | 1 | 2 = 2;
  readonly unions = new Map<SourceSet, SourceSet | undefined>();

  constructor(sources: readonly number[]) {
    this.sources = sources;
  }
}

/** The sets of one database. */
export class SourceSets {
  readonly empty = new SourceSet([]);
  readonly #sources: Source[] = [];
  readonly #singletons: Map<number, SourceSet>[] = [];
  readonly #sets = new Map<string, SourceSet>([['', this.empty]]);

  /** The set with one source. */
  of(query: number, key: number): SourceSet {
    let table = this.#singletons[query];
    if (!table) {
      table = new Map();
      this.#singletons[query] = table;
    }
    let set = table.get(key);
    if (!set) {
      set = this.#intern([this.#sources.length]);
      this.#sources.push({ query, key, verifiedAt: 0, changedAt: 0, durability: 2 });
      table.set(key, set);
    }
    return set;
  }

  source(index: number): Source {
    return this.#sources[index]!;
  }

  /** Undefined, like an operand that is, for a set too large to be kept. */
  union(a: SourceSet | undefined, b: SourceSet | undefined): SourceSet | undefined {
    if (a === b || b === this.empty) return a;
    if (a === this.empty) return b;
    if (a === undefined || b === undefined) return undefined;
    if (a.unions.has(b)) return a.unions.get(b);
    const union = this.#merge(a, b);
    a.unions.set(b, union);
    return union;
  }

  #merge(a: SourceSet, b: SourceSet): SourceSet | undefined {
    const merged: number[] = [];
    let j = 0;
    for (const source of a.sources) {
      while (j < b.sources.length && b.sources[j]! < source) merged.push(b.sources[j++]!);
      if (b.sources[j] === source) j++;
      merged.push(source);
    }
    while (j < b.sources.length) merged.push(b.sources[j++]!);
    if (merged.length === a.sources.length) return a;
    if (merged.length === b.sources.length) return b;
    return merged.length > maximumSize ? undefined : this.#intern(merged);
  }

  #intern(sources: readonly number[]): SourceSet {
    const name = sources.join();
    let set = this.#sets.get(name);
    if (!set) {
      set = new SourceSet(sources);
      this.#sets.set(name, set);
    }
    return set;
  }
}
