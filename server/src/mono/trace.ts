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

/** The uses of items that only a library's change would change. */
export type Trace = Map<MonoItem, Uses>;

interface Remembered {
  /** The revision in which a library changed last. */
  readonly librariesAt: number;
  readonly trace: Trace;
}

const traces = Symbol('traces');

/** To be asked for by the query that collects, which is computed again when a library changes. */
export function traceOf(db: Database, id: ConfigId): Trace {
  const known = db.resource(traces, () => new Map<ConfigId, Remembered>());
  const librariesAt = db.lastChanged(Durability.High);
  let remembered = known.get(id);
  if (remembered?.librariesAt !== librariesAt)
    known.set(id, (remembered = { librariesAt, trace: new Map() }));
  db.leanOnMostDurable();
  return remembered.trace;
}
