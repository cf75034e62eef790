/** How V8 compiles an analysis. */
import { setFlagsFromString } from 'node:v8';

/**
 * Has functions compiled at their first call, and what is known of their types noted from then on: an analysis is one
 * long job that soon needs all of its code. What is compiled so is fast enough to be optimized later than V8 would do
 * it: to optimize thousands of functions that are a little warm takes more than it gives. To be called before the
 * analysis' thread is started; an engine that does not know a flag goes on as before.
 */
export function compileEagerly(): void {
  setFlagsFromString('--always-sparkplug');
  setFlagsFromString('--no-lazy-feedback-allocation');
  // In bytes of code that was run; 67584 by default.
  setFlagsFromString('--interrupt-budget=300000');
}
