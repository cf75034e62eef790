/**
 * What earlier collections of a crate saw that no edit changes.
 *
 * Of the ten thousand items of a program, most are library code given to library types: what they use changes only when
 * a library does. Such uses are remembered here, and asked for again then; all others are queries, which know themselves
 * whether they are current.
 */
import { type Database, Durability } from '../query/database.ts';
import type { ConfigId } from './config.ts';
import type { MonoItem } from './instance.ts';
import type { Uses } from './uses.ts';

const traces = Symbol('traces');

/** To be asked for by the query that collects, which is computed again when a library changes. */
export function traceOf(db: Database, id: ConfigId): Trace {
  const known = db.resource(traces, () => new Map<ConfigId, Trace>());
  const librariesAt = db.lastChanged(Durability.High);
  let trace = known.get(id);
  if (trace?.librariesAt !== librariesAt) known.set(id, (trace = new Trace(librariesAt)));
  db.leanOnMostDurable();
  return trace;
}

export class Trace {
  /** The revision in which a library changed last. */
  readonly librariesAt: number;
  readonly #uses = new Map<MonoItem, Uses>();

  constructor(librariesAt: number) {
    this.librariesAt = librariesAt;
  }

  get(item: MonoItem): Uses | undefined {
    return this.#uses.get(item);
  }

  set(item: MonoItem, uses: Uses): void {
    this.#uses.set(item, uses);
  }
}
