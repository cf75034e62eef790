/**
 * The values of a database in which nothing changes.
 *
 * What a memo notes besides its value (what it read, when it changed) serves to tell whether it is still current. Here
 * everything is, so a table has nothing but values; only those of a query that keeps a limited number of them are
 * wrapped, for the clock. For a command line, which looks at a program once, that is a good part of its memory and of
 * its time.
 */
import { Clock, type ClockEntry } from './clock.ts';
import type { Database } from './database.ts';
import { CycleError, type Definition, definitions } from './definition.ts';

interface Kept extends ClockEntry {
  readonly value: unknown;
}

/** In place of the value `undefined`: a table has no entry for what was not computed. */
const isUndefined = Symbol('undefined');

export class FrozenTables {
  readonly #db: Database;
  /** By query, then key: the value, or a {@link Kept} one where the query keeps a limited number. */
  readonly #tables: Map<number, unknown>[] = [];
  readonly #clocks: Clock<Kept>[] = [];
  /** Depths of the queries now running, by query then key. */
  readonly #active: Map<number, number>[] = [];
  /** For each query now running: the depth of the outermost unfinished one that it leaned on, or Infinity. */
  readonly #heads: number[] = [];

  constructor(db: Database) {
    this.#db = db;
  }

  get isIdle(): boolean {
    return this.#heads.length === 0;
  }

  has(index: number, key: number): boolean {
    return this.#table(index).has(key);
  }

  set(index: number, key: number, value: unknown): void {
    this.#table(index).set(key, value === undefined ? isUndefined : value);
  }

  fetch(index: number, key: number): unknown {
    const table = this.#table(index);
    const known = table.get(key);
    const definition = definitions[index] as Definition;
    if (known === undefined) return this.#execute(index, key, definition, table);
    if (known === isUndefined) return undefined;
    if (definition.keep === Number.POSITIVE_INFINITY) return known;
    (known as Kept).used = true;
    return (known as Kept).value;
  }

  #table(index: number): Map<number, unknown> {
    let table = this.#tables[index];
    if (!table) {
      table = new Map();
      this.#tables[index] = table;
    }
    return table;
  }

  #execute(index: number, key: number, definition: Definition, table: Map<number, unknown>): unknown {
    if (definition.load) {
      const { value } = definition.load(this.#db, key as never);
      this.set(index, key, value);
      return value;
    }
    let active = this.#active[index];
    if (!active) {
      active = new Map();
      this.#active[index] = active;
    }
    const heads = this.#heads;
    const depth = heads.length;
    const running = active.get(key);
    if (running !== undefined) {
      if (!definition.onCycle) throw new CycleError(definition.name);
      this.#leanOn(running);
      return definition.onCycle(this.#db, key as never);
    }
    heads.push(Number.POSITIVE_INFINITY);
    active.set(key, depth);
    this.#db.onExecute?.(definition.name, key);
    let value: unknown;
    let head: number;
    try {
      value = definition.compute!(this.#db, key as never);
    } finally {
      active.delete(key);
      head = heads.pop()!;
    }
    // Leaned on an unfinished query further out: usable now, but not to be remembered.
    if (head < depth) this.#leanOn(head);
    else if (definition.keep === Number.POSITIVE_INFINITY)
      table.set(key, value === undefined ? isUndefined : value);
    else this.#keep(index, key, value, definition.keep, table);
    return value;
  }

  /** The query now on top made use of an unfinished one at this depth. */
  #leanOn(depth: number): void {
    const heads = this.#heads;
    const top = heads.length - 1;
    if (top >= 0 && depth < heads[top]!) heads[top] = depth;
  }

  #keep(index: number, key: number, value: unknown, limit: number, table: Map<number, unknown>): void {
    let clock = this.#clocks[index];
    if (!clock) {
      clock = new Clock(limit);
      this.#clocks[index] = clock;
    }
    const kept: Kept = { value, used: false };
    table.set(key, kept);
    const displaced = clock.add(key, kept);
    if (displaced && table.get(displaced.key) === displaced.entry) table.delete(displaced.key);
  }
}
