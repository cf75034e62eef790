/** The size of a definition's MIR. */
import { defineRememberedQuery } from '../ty/rememberedBodies.ts';
import { mirBody } from './mirBody.ts';
import { sizeEstimate } from './sizeEstimate.ts';

/** Statements and terminators; undefined for what has no MIR. */
export const bodySize = defineRememberedQuery<number | undefined>('bodySize', 'size', (db, def) => {
  const body = mirBody(db, def);
  return body && sizeEstimate(body);
});
