/**
 * The incremental engine: inputs, memoized derived queries, revisions, durability and early cut-off.
 *
 * The algorithm is salsa's "red-green" one (see the salsa book, and rustc's incremental compilation in the dev
 * guide). In the terms used below:
 *
 * - An *input* is set from outside; a *derived query* is a pure function `(db, key) => value` over inputs and other
 *   derived queries. Keys are small integers.
 * - A *revision* counts the times that any input changed. A memo records the revision in which its value last
 *   *changed* and the one in which it was last *verified* to be current, and the list of what it read.
 * - To *verify* a memo, what it read is verified in order, and the memo is recomputed only when something it read
 *   has changed since. A recomputed value equal to the old one keeps its old `changedAt`: dependents stay valid
 *   (*early cut-off*).
 * - Inputs have a *durability*: sources of std hardly ever change, open documents do at every keystroke. A memo has
 *   the lowest durability of what it read, and is verified without a walk when no input of that durability or lower
 *   has changed since. That is what makes an edit cheap with a whole std below it.
 * - What is left to verify after an edit is much more than what the edit touched, so most of it is verified in bulk:
 *   memos remember the *sources* that they hang on in the end (`sourceSet.ts`), and are current while those are.
 * - A query that needs itself is a *cycle*. A query may say what its value is then (`onCycle`); the others throw
 *   {@link CycleError}. A value that was computed while it leaned on an unfinished query is used but not stored,
 *   so that what is stored never depends on where a cycle was entered.
 * - A query may keep a limited number of values (`keep`): big ones that are looked at once or twice, such as the syntax
 *   tree of a body. Only values of high durability are let go, those of libraries; what they read is remembered, so
 *   that dependents are still verified without them, and a value that is asked for again is made again. After salsa's
 *   `lru`; which value goes is decided as by a clock with a second chance.
 *
 * - Where nothing is going to change (a command line looks at a program once) a database may be *frozen*: it remembers
 *   values, and not what they were made of.
 *
 * Every fetch polls the cancellation token.
 */
import { type CancellationToken, Cancelled, neverCancelled } from '../base/cancellation.ts';
import { Clock } from './clock.ts';
import { CycleError, type Definition, definitions } from './definition.ts';
import { type DependencyList, DependencyLists, noDependencies } from './dependencyLists.ts';
import { FrozenTables } from './frozenTables.ts';
import { PagedTable } from './pagedTable.ts';
import { type Source, type SourceSet, SourceSets } from './sourceSet.ts';

/** How rarely an input changes. Higher is rarer. */
export const Durability = { Low: 0, Medium: 1, High: 2 } as const;
export type Durability = (typeof Durability)[keyof typeof Durability];

/** A derived query, called as a function. */
export interface Query<K extends number, V> {
  (db: Database, key: K): V;
  readonly queryName: string;
  /** See `Database.durabilityOf`. */
  durability(db: Database, key: K): Durability;
}

/** An input, read by calling it and changed with `set`. */
export interface Input<K extends number, V> {
  (db: Database, key: K): V;
  readonly queryName: string;
  /** Sets the value; equal values change nothing. */
  set(db: Database, key: K, value: V, durability?: Durability): void;
  /** Forgets the value, so that the next read asks the input's loader again. */
  invalidate(db: Database, key: K): void;
}

export interface QueryOptions<K extends number, V> {
  /** When a recomputed value counts as unchanged. Default: `Object.is`. */
  readonly equals?: (a: V, b: V) => boolean;
  /** The value of a query that needs itself. */
  readonly onCycle?: (db: Database, key: K) => V;
  /**
   * The value mostly stays the same when what it was made of changes, and much hangs on it: whatever does is verified
   * by looking at this query, not at what it reads.
   */
  readonly isFirewall?: boolean;
  /** How many values of high durability are kept; all, by default. */
  readonly keep?: number;
}

export interface InputOptions<K extends number, V> {
  /** Called for a key that was never set (or was invalidated); its answer is kept until the next `set` or `invalidate`. */
  readonly load: (db: Database, key: K) => { readonly value: V; readonly durability: Durability };
  /** When a value that is set counts as unchanged. Default: `Object.is`. */
  readonly equals?: (a: V, b: V) => boolean;
}

export { CycleError };

interface Memo {
  value: unknown;
  changedAt: number;
  verifiedAt: number;
  durability: Durability;
  /**
   * Flat list of (query index, key) pairs in the order of reading; the index is inverted (`~`) where what was read had
   * the highest durability when the memo was last verified. Such a pair is passed over until an input of that
   * durability changes.
   */
  readonly deps: DependencyList;
  /** What it hangs on in the end; undefined if that is too much to be listed. */
  sources: SourceSet | undefined;
  /** Asked for since the clock last came by. */
  used: boolean;
  /** See `Database.leanOnMostDurable`. */
  readonly leansOnMostDurable: boolean;
}

interface Frame {
  readonly deps: number[];
  /** Guards `deps` against duplicates; only made once the list is long. */
  seen: Set<number> | undefined;
  durability: Durability;
  changedAt: number;
  sources: SourceSet | undefined;
  /** Depth of the outermost unfinished query that this one leaned on, or Infinity. */
  cycleHead: number;
  leansOnMostDurable: boolean;
}

const unfinished = Symbol('unfinished');
/** In place of a value that was let go. */
const evicted = Symbol('evicted');

/** The query of a noted dependency. */
function queryOf(noted: number): number {
  return noted < 0 ? ~noted : noted;
}

/** Declares a derived query. Call once, at module level. */
export function defineQuery<K extends number, V>(
  name: string,
  compute: (db: Database, key: K) => V,
  options: QueryOptions<K, V> = {},
): Query<K, V> {
  const index = definitions.length;
  definitions.push({
    name,
    compute,
    load: undefined,
    equals: options.equals ?? Object.is,
    onCycle: options.onCycle,
    isFirewall: options.isFirewall ?? false,
    keep: options.keep ?? Number.POSITIVE_INFINITY,
  });
  return Object.assign((db: Database, key: K) => db.fetch(index, key) as V, {
    queryName: name,
    durability: (db: Database, key: K) => db.durabilityOf(index, key),
  });
}

/** Declares an input. Call once, at module level. */
export function defineInput<K extends number, V>(name: string, options: InputOptions<K, V>): Input<K, V> {
  const index = definitions.length;
  definitions.push({
    name,
    compute: undefined,
    load: options.load as Definition['load'],
    equals: options.equals ?? Object.is,
    onCycle: undefined,
    isFirewall: false,
    keep: Number.POSITIVE_INFINITY,
  });
  return Object.assign((db: Database, key: K) => db.fetch(index, key) as V, {
    queryName: name,
    set: (db: Database, key: K, value: V, durability: Durability = Durability.Low) =>
      db.setInput(index, key, value, durability),
    invalidate: (db: Database, key: K) => db.invalidateInput(index, key),
  });
}

export interface DatabaseOptions {
  /** No input changes once a query has been asked. */
  readonly isFrozen?: boolean;
}

export class Database {
  /** The revision: 1 at the start, one more at every change of an input. */
  revision = 1;
  cancellation: CancellationToken = neverCancelled;
  /** Whether long work should make a pause where it can (`pauseIfDue`), to be taken up again by asking again. */
  isPauseDue: () => boolean = () => false;
  /** Called before a derived query is computed; for tests and logs that count what runs. */
  onExecute: ((queryName: string, key: number) => void) | undefined;

  /** All that there is, if nothing changes. */
  readonly #frozen: FrozenTables | undefined;
  /** By durability: the last revision in which an input of this durability or a higher one changed. */
  readonly #lastChanged: [number, number, number] = [1, 1, 1];
  readonly #tables: PagedTable<Memo>[] = [];
  readonly #lists = new DependencyLists();
  /** By query that keeps a limited number of values: those memos that have one. */
  readonly #kept: Clock<Memo>[] = [];
  readonly #stack: Frame[] = [];
  /** Depths of the queries now running, by query then key. */
  readonly #active: Map<number, number>[] = [];
  readonly #verifying = new Set<Memo>();
  readonly #resources = new Map<symbol, unknown>();
  readonly #sourceSets = new SourceSets();
  /** Stands below what is computed for verification: what is read there belongs to nobody's dependencies. */
  readonly #nobody: Frame = this.#newFrame();

  constructor({ isFrozen = false }: DatabaseOptions = {}) {
    this.#frozen = isFrozen ? new FrozenTables(this) : undefined;
  }

  get isFrozen(): boolean {
    return this.#frozen !== undefined;
  }

  /**
   * State that is not a query's value but belongs to one database: a host to load files with, a parser's cache of
   * previous trees. It must never change what a query answers.
   */
  resource<T>(key: symbol, create: () => T): T {
    let value = this.#resources.get(key) as T | undefined;
    if (value === undefined) {
      value = create();
      this.#resources.set(key, value);
    }
    return value;
  }

  setResource(key: symbol, value: unknown): void {
    this.#resources.set(key, value);
  }

  /** The last revision in which an input of this durability or a higher one changed. */
  lastChanged(durability: Durability): number {
    return this.#lastChanged[durability];
  }

  /** How rarely what a value hangs on changes. To be asked after the value. */
  durabilityOf(index: number, key: number): Durability {
    if (this.#frozen) return this.#frozen.has(index, key) ? Durability.High : Durability.Low;
    return this.#table(index).get(key)?.durability ?? Durability.Low;
  }

  /**
   * Has the running query computed again when an input of the highest durability changes. One that remembers values of
   * that durability by itself need not read them again until then, nor have them among its dependencies.
   */
  leanOnMostDurable(): void {
    const frame = this.#stack[this.#stack.length - 1];
    if (frame) frame.leansOnMostDurable = true;
  }

  /** Throws {@link Cancelled} when the current work is no longer wanted. Long loops inside one query call it. */
  unwindIfCancelled(): void {
    if (this.cancellation.isCancelled) throw new Cancelled();
  }

  /** Runs what no edit makes stale to its end. */
  uninterrupted<T>(run: () => T): T {
    const { cancellation } = this;
    this.cancellation = neverCancelled;
    try {
      return run();
    } finally {
      this.cancellation = cancellation;
    }
  }

  /** Unwinds if a pause is due. Long work calls it where what was done until then is remembered. */
  pauseIfDue(): void {
    if (this.isPauseDue()) throw new Cancelled();
  }

  setInput(index: number, key: number, value: unknown, durability: Durability): void {
    this.#assertIdle();
    if (this.#frozen) {
      if (this.#frozen.has(index, key)) throw new Error('an input of a frozen database was changed');
      this.#frozen.set(index, key, value);
      return;
    }
    this.#lists.reuse();
    const table = this.#table(index);
    const memo = table.get(key);
    const { equals } = definitions[index] as Definition;
    if (memo && memo.durability === durability && equals(memo.value as never, value as never)) return;
    this.revision++;
    if (memo) {
      this.#touch(memo.durability);
      memo.value = value;
      memo.changedAt = this.revision;
      memo.durability = durability;
      memo.sources = this.#sourcesOfInput(index, key, durability);
    } else {
      table.set(key, this.#inputMemo(index, key, value, durability));
    }
    this.#touch(durability);
  }

  invalidateInput(index: number, key: number): void {
    this.#assertIdle();
    if (this.#frozen?.has(index, key)) throw new Error('an input of a frozen database was changed');
    const memo = this.#table(index).get(key);
    if (!memo) return;
    const { value, durability } = (definitions[index] as Definition).load!(this, key as never);
    this.setInput(index, key, value, durability);
  }

  #inputMemo(index: number, key: number, value: unknown, durability: Durability): Memo {
    return {
      value,
      changedAt: this.revision,
      verifiedAt: this.revision,
      durability,
      deps: noDependencies,
      sources: this.#sourcesOfInput(index, key, durability),
      used: true,
      leansOnMostDurable: false,
    };
  }

  /** The most durable inputs are nobody's sources: when one of them changes, everything is walked through. */
  #sourcesOfInput(index: number, key: number, durability: Durability): SourceSet {
    return durability === Durability.High ? this.#sourceSets.empty : this.#sourceSets.of(index, key);
  }

  fetch(index: number, key: number): unknown {
    if (this.cancellation.isCancelled) throw new Cancelled();
    if (this.#frozen) return this.#frozen.fetch(index, key);
    const memo = this.#fetchMemo(index, key);
    const frame = this.#stack[this.#stack.length - 1];
    if (frame) this.#record(frame, index, key, memo);
    return memo.value;
  }

  #assertIdle(): void {
    if (this.#stack.length > 0 || this.#frozen?.isIdle === false)
      throw new Error('an input was changed while a query ran');
  }

  /** An input of this durability changed: memos of this durability or lower may be stale. */
  #touch(durability: Durability): void {
    for (let d = 0; d <= durability; d++) this.#lastChanged[d as Durability] = this.revision;
  }

  #table(index: number): PagedTable<Memo> {
    let table = this.#tables[index];
    if (!table) {
      table = new PagedTable();
      this.#tables[index] = table;
    }
    return table;
  }

  #record(frame: Frame, index: number, key: number, memo: Memo): void {
    if (memo.durability < frame.durability) frame.durability = memo.durability;
    if (memo.changedAt > frame.changedAt) frame.changedAt = memo.changedAt;
    const sources = this.#sourcesSeenFrom(index, key, memo);
    if (sources !== frame.sources) frame.sources = this.#sourceSets.union(frame.sources, sources);
    // Keys are below 2^32 and there are few queries, so the pair fits a double exactly.
    const packed = index * 0x1_0000_0000 + key;
    if (frame.seen) {
      if (frame.seen.has(packed)) return;
      frame.seen.add(packed);
    } else {
      const { deps } = frame;
      for (let i = 0; i < deps.length; i += 2) {
        if (deps[i + 1] === key && queryOf(deps[i]!) === index) return;
      }
      if (deps.length > 32) {
        frame.seen = new Set([packed]);
        for (let i = 0; i < deps.length; i += 2)
          frame.seen.add(queryOf(deps[i]!) * 0x1_0000_0000 + deps[i + 1]!);
      }
    }
    frame.deps.push(memo.durability === Durability.High ? ~index : index, key);
  }

  /** The sources of whoever reads the memo. */
  #sourcesSeenFrom(index: number, key: number, memo: Memo): SourceSet | undefined {
    if (memo.durability === Durability.High || !definitions[index]!.isFirewall) return memo.sources;
    // A value that leaned on an unfinished query is not there to be asked again.
    return this.#table(index).get(key) === memo ? this.#sourceSets.of(index, key) : memo.sources;
  }

  #fetchMemo(index: number, key: number): Memo {
    const table = this.#table(index);
    const memo = table.get(key);
    if (memo) {
      if (memo.verifiedAt === this.revision || this.#verify(index, key, memo)) {
        memo.used = true;
        if (memo.value !== evicted) return memo;
        return this.#execute(index, key, definitions[index] as Definition, table, memo, true);
      }
    }
    const definition = definitions[index] as Definition;
    if (definition.load) {
      const { value, durability } = definition.load(this, key as never);
      const loaded = this.#inputMemo(index, key, value, durability);
      table.set(key, loaded);
      return loaded;
    }
    return this.#execute(index, key, definition, table, memo, false);
  }

  /** Whether the memo is still current; marks it verified if so. */
  #verify(index: number, key: number, memo: Memo): boolean {
    const definition = definitions[index] as Definition;
    if (definition.load || this.#lastChanged[memo.durability] <= memo.verifiedAt) {
      memo.verifiedAt = this.revision;
      return true;
    }
    // A memo that is being computed further out and is met again belongs to a cycle: recompute it.
    if (this.#active[index]?.has(key)) return false;
    if (memo.sources?.verifiedAt === this.revision && this.#sourcesHold(memo)) return true;
    // Met again on the way through what it read: a cycle whose memos were stored one by one.
    if (this.#verifying.has(memo)) return false;
    this.#verifying.add(memo);
    try {
      return this.#sourcesHold(memo) || this.#depsHold(memo);
    } finally {
      this.#verifying.delete(memo);
    }
  }

  /** Verifies a memo by what it hangs on in the end. */
  #sourcesHold(memo: Memo): boolean {
    const { sources, verifiedAt } = memo;
    // What was most durable is in no set: it may have become less so.
    if (!sources || this.#lastChanged[Durability.High] > verifiedAt) return false;
    if (!this.#areUnchanged(sources, verifiedAt)) return false;
    memo.durability = sources.durability;
    memo.verifiedAt = this.revision;
    return true;
  }

  /** Verifies a memo by what it read. */
  #depsHold(memo: Memo): boolean {
    const { deps: list, verifiedAt } = memo;
    const isHighCurrent = this.#lastChanged[Durability.High] <= verifiedAt;
    if (memo.leansOnMostDurable && !isHighCurrent) return false;
    // What it read may have become less durable with an equal value (a file that was opened), and so has it then.
    let durability: Durability = Durability.High;
    let sources: SourceSet | undefined = this.#sourceSets.empty;
    const { page: deps, start, end } = this.#lists.get(list);
    for (let i = start; i < end; i += 2) {
      const noted = deps[i]!;
      if (noted < 0 && isHighCurrent) continue;
      const query = queryOf(noted);
      const key = deps[i + 1]! >>> 0;
      const dependency = this.#refresh(query, key);
      if (dependency === undefined || dependency.changedAt > verifiedAt) return false;
      deps[i] = dependency.durability === Durability.High ? ~query : query;
      if (dependency.durability < durability) durability = dependency.durability;
      sources = this.#sourceSets.union(sources, this.#sourcesSeenFrom(query, key, dependency));
    }
    memo.durability = durability;
    memo.sources = sources;
    memo.verifiedAt = this.revision;
    return true;
  }

  /** Whether no source of the set has changed since a revision. */
  #areUnchanged(set: SourceSet, since: number): boolean {
    if (set.verifiedAt !== this.revision) {
      let changedAt = 0;
      let durability: Durability = Durability.High;
      for (const index of set.sources) {
        const source = this.#sourceSets.source(index);
        // Not to be told now: what hangs on it is walked through.
        if (source.verifiedAt !== this.revision && !this.#look(source)) return false;
        if (source.changedAt > changedAt) changedAt = source.changedAt;
        if (source.durability < durability) durability = source.durability;
      }
      set.changedAt = changedAt;
      set.durability = durability;
      set.verifiedAt = this.revision;
    }
    return set.changedAt <= since;
  }

  /** Brings a source up to date, and notes what it is now; false if that is not to be told. */
  #look(source: Source): boolean {
    const memo = this.#refreshSource(source.query, source.key);
    if (memo === undefined) return false;
    source.changedAt = memo.changedAt;
    source.durability = memo.durability;
    source.verifiedAt = this.revision;
    return true;
  }

  /**
   * Brings a source up to date. It may be one that is not needed any more, as what led to it has changed: then it may
   * fail, or run into a query that is being computed.
   */
  #refreshSource(index: number, key: number): Memo | undefined {
    let memo: Memo | undefined;
    try {
      memo = this.#refresh(index, key);
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      return undefined;
    }
    return memo && this.#table(index).get(key) === memo ? memo : undefined;
  }

  /** Brings what a memo read up to date; undefined if it is gone or is being computed. */
  #refresh(index: number, key: number): Memo | undefined {
    const memo = this.#table(index).get(key);
    if (memo === undefined || memo.verifiedAt === this.revision) return memo;
    if (this.#active[index]?.has(key)) return undefined;
    this.#stack.push(this.#nobody);
    try {
      // A value that was let go is not needed to tell that it is current.
      if (memo.value === evicted && this.#verify(index, key, memo)) return memo;
      // Refetching recomputes a stale dependency, which is what lets early cut-off stop here.
      return this.#fetchMemo(index, key);
    } finally {
      this.#stack.pop();
    }
  }

  #execute(
    index: number,
    key: number,
    definition: Definition,
    table: PagedTable<Memo>,
    old: Memo | undefined,
    /** The old value was let go, but is current: what is computed is equal to it. */
    isCurrent: boolean,
  ): Memo {
    let active = this.#active[index];
    if (!active) {
      active = new Map();
      this.#active[index] = active;
    }
    const depth = this.#stack.length;
    const head = active.get(key);
    if (head !== undefined) return this.#cycle(definition, key, head);

    const frame = this.#newFrame();
    this.#stack.push(frame);
    active.set(key, depth);
    this.onExecute?.(definition.name, key);
    let value: unknown = unfinished;
    try {
      value = definition.compute!(this, key as never);
    } finally {
      active.delete(key);
      this.#stack.pop();
    }
    const { revision } = this;
    const unchanged =
      old !== undefined &&
      (isCurrent || (old.value !== evicted && definition.equals(old.value as never, value as never)));
    // Leaned on an unfinished query further out: usable now, but not to be remembered.
    const isProvisional = frame.cycleHead < depth;
    const memo: Memo = {
      value: unchanged && !isCurrent ? old.value : value,
      changedAt: unchanged ? old.changedAt : old ? revision : frame.changedAt,
      verifiedAt: revision,
      durability: frame.durability,
      deps: isProvisional ? noDependencies : this.#lists.add(frame.deps),
      sources: frame.sources,
      used: false,
      leansOnMostDurable: frame.leansOnMostDurable,
    };
    if (isProvisional) {
      const parent = this.#stack[depth - 1];
      if (parent && frame.cycleHead < parent.cycleHead) parent.cycleHead = frame.cycleHead;
      return memo;
    }
    table.set(key, memo);
    if (old) this.#lists.giveUp(old.deps);
    if (memo.durability === Durability.High && definition.keep < Number.POSITIVE_INFINITY) {
      this.#keep(index, key, memo, definition.keep);
    }
    return memo;
  }

  /** Makes room for a value among those of its query. */
  #keep(index: number, key: number, memo: Memo, limit: number): void {
    let clock = this.#kept[index];
    if (!clock) {
      clock = new Clock(limit);
      this.#kept[index] = clock;
    }
    const displaced = clock.add(key, memo);
    // It may have been computed anew, or a file that it hangs on was opened: no longer the clock's concern.
    if (displaced?.entry.durability === Durability.High) displaced.entry.value = evicted;
  }

  #cycle(definition: Definition, key: number, head: number): Memo {
    if (!definition.onCycle) throw new CycleError(definition.name);
    const top = this.#stack[this.#stack.length - 1];
    if (top && head < top.cycleHead) top.cycleHead = head;
    return {
      value: definition.onCycle(this, key as never),
      changedAt: this.revision,
      verifiedAt: this.revision,
      // Hangs on nothing by itself: what the unfinished query reads counts there, and what `onCycle` reads, here.
      durability: Durability.High,
      deps: noDependencies,
      sources: this.#sourceSets.empty,
      used: false,
      leansOnMostDurable: false,
    };
  }

  #newFrame(): Frame {
    return {
      deps: [],
      seen: undefined,
      durability: Durability.High,
      changedAt: 1,
      sources: this.#sourceSets.empty,
      cycleHead: Number.POSITIVE_INFINITY,
      leansOnMostDurable: false,
    };
  }
}
