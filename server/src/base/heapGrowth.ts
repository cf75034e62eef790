/** How V8 grows the heap of an analysis. */
import { setFlagsFromString } from 'node:v8';

/**
 * How much the heap may grow between two collections of the old generation, in percent. V8's own choice, up to four times
 * as much, costs gigabytes with what an analysis holds. To be called before the thread of the analysis is started; an
 * engine that does not know the flag goes on as before.
 */
export function limitHeapGrowth(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}
