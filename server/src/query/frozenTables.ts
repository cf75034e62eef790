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
import { PagedTable } from './pagedTable.ts';

interface Kept extends ClockEntry {
  readonly value: unknown;
}

/** In place of the value `undefined`: a table has no entry for what was not computed. */
const isUndefined = Symbol('undefined');
/** In place of the value of a query that is being computed. */
const isRunning = Symbol('running');

/** A query that is being computed. */
interface Frame {
  readonly index: number;
  readonly key: number;
  /** The depth of the outermost unfinished query that it leaned on, or Infinity. */
  head: number;
}

export class FrozenTables {
  readonly #db: Database;
  /** By query, then key: the value, or a {@link Kept} one where the query keeps a limited number. */
  readonly #tables: PagedTable<unknown>[] = [];
  readonly #clocks: Clock<Kept>[] = [];
  /** Outermost first. */
  readonly #running: Frame[] = [];

  constructor(db: Database) {
    this.#db = db;
  }

  get isIdle(): boolean {
    return this.#running.length === 0;
  }

  has(index: number, key: number): boolean {
    const known = this.#table(index).get(key);
    return known !== undefined && known !== isRunning;
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
    if (known === isRunning) return this.#enterCycle(index, key, definition);
    if (definition.keep === Number.POSITIVE_INFINITY) return known;
    (known as Kept).used = true;
    return (known as Kept).value;
  }

  #table(index: number): PagedTable<unknown> {
    let table = this.#tables[index];
    if (!table) {
      table = new PagedTable<unknown>();
      this.#tables[index] = table;
    }
    return table;
  }

  #execute(index: number, key: number, definition: Definition, table: PagedTable<unknown>): unknown {
    if (definition.load) {
      const { value } = definition.load(this.#db, key as never);
      this.set(index, key, value);
      return value;
    }
    const running = this.#running;
    const depth = running.length;
    const frame: Frame = { index, key, head: Number.POSITIVE_INFINITY };
    running.push(frame);
    table.set(key, isRunning);
    this.#db.onExecute?.(definition.name, key);
    let value: unknown;
    try {
      value = definition.compute!(this.#db, key as never);
    } finally {
      table.set(key, undefined);
      running.pop();
    }
    // Leaned on an unfinished query further out: usable now, but not to be remembered.
    if (frame.head < depth) this.#leanOn(frame.head);
    else if (definition.keep === Number.POSITIVE_INFINITY)
      table.set(key, value === undefined ? isUndefined : value);
    else this.#keep(index, key, value, definition.keep, table);
    return value;
  }

  #enterCycle(index: number, key: number, definition: Definition): unknown {
    if (!definition.onCycle) throw new CycleError(definition.name);
    this.#leanOn(this.#running.findIndex((frame) => frame.index === index && frame.key === key));
    return definition.onCycle(this.#db, key as never);
  }

  /** The query now on top made use of an unfinished one at this depth. */
  #leanOn(depth: number): void {
    const top = this.#running.at(-1);
    if (top && depth < top.head) top.head = depth;
  }

  #keep(index: number, key: number, value: unknown, limit: number, table: PagedTable<unknown>): void {
    let clock = this.#clocks[index];
    if (!clock) {
      clock = new Clock(limit);
      this.#clocks[index] = clock;
    }
    const kept: Kept = { value, used: false };
    table.set(key, kept);
    const displaced = clock.add(key, kept);
    if (displaced && table.get(displaced.key) === displaced.entry) table.set(displaced.key, undefined);
  }
}
