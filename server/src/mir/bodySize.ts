/** The size of a definition's MIR, and of the drop glue of what it makes. */
import { defineRememberedQuery } from '../hir/rememberedBodies.ts';
import { mirBody } from './mirBody.ts';
import { sizeEstimate } from './sizeEstimate.ts';

/** Statements and terminators; undefined for what has no MIR. */
export const bodySize = defineRememberedQuery<number | undefined>('bodySize', 'size', (db, def) => {
  const body = mirBody(db, def);
  return body && sizeEstimate(body);
});

/** The same of the drop glue of a coroutine. */
export const coroutineDropSize = defineRememberedQuery<number | undefined>(
  'coroutineDropSize',
  'dropSize',
  (db, def) => {
    const body = mirBody(db, def)?.coroutineDrop;
    return body && sizeEstimate(body);
  },
);
