/**
 * How V8 grows the heap of an analysis.
 *
 * V8 collects the old generation when it has grown by some share since the last collection. Left to itself it lets a
 * heap grow up to fourfold, which costs gigabytes with what an analysis holds; a fixed share that keeps large programs
 * within bounds has small ones collect over and over. So the share follows from how much there is: the heap may always
 * grow to about the same size, and beyond that by little at a time.
 */
import { setFlagsFromString } from 'node:v8';

/** An engine that does not know the flag goes on as before. */
function setHeapGrowth(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

/** In percent. */
const largest = 300;
/** What is left when the heap is collected, as a share of what there was: between a half and nearly all of it. */
const surviving = 0.75;
/** In milliseconds; a heap does not grow by much in between. */
const interval = 100;

/**
 * Keeps this process to a size in bytes as far as it can be, with a heap that may always grow by `smallest` percent. To
 * be called in a thread that has nothing to do, before the thread of the analysis is started. Does not keep the process
 * alive.
 */
export function boundHeapGrowth(budget: number, smallest: number): void {
  let current: number | undefined;
  const adjust = () => {
    const growth = Math.round((budget / (surviving * process.memoryUsage.rss()) - 1) * 100);
    const percent = Math.max(smallest, Math.min(largest, growth));
    if (percent === current) return;
    setHeapGrowth(percent);
    current = percent;
  };
  adjust();
  setInterval(adjust, interval).unref();
}
