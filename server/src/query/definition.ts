/** How queries are declared: what a database has to know of each, by its index. */
import type { Database, InputOptions } from './database.ts';

export interface Definition {
  readonly name: string;
  readonly compute: ((db: Database, key: never) => unknown) | undefined;
  readonly load: InputOptions<never, unknown>['load'] | undefined;
  readonly equals: (a: never, b: never) => boolean;
  readonly onCycle: ((db: Database, key: never) => unknown) | undefined;
  readonly isFirewall: boolean;
  readonly keep: number;
}

export const definitions: Definition[] = [];

export class CycleError extends Error {
  readonly queryName: string;

  constructor(queryName: string) {
    super(`query cycle at ${queryName}`);
    this.name = 'CycleError';
    this.queryName = queryName;
  }
}
