/** The expansion of macro calls, as a query. */
import { defineQuery } from '../../query/database.ts';
import type { MacroCallId } from '../hirFile.ts';
import type { SpanMap } from '../span.ts';

export interface Expansion {
  readonly text: string;
  readonly spans: SpanMap;
  /** Why the call did not expand, as rustc would say it. */
  readonly error?: string;
  /** The expansion is not known: a procedural macro, or a built-in that depends on what we do not have. */
  readonly unknown: boolean;
}

export const expansion = defineQuery<MacroCallId, Expansion>('expansion', (_db, _call) => ({
  text: '',
  spans: { starts: [], spans: [] },
  unknown: true,
}));
