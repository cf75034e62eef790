/** How V8 compiles an analysis. */
import { setFlagsFromString } from 'node:v8';

/**
 * Has functions compiled at their first call, and what is known of their types noted from then on: an analysis is one
 * long job that soon needs all of its code. To be called before its thread is started; an engine that does not know a
 * flag goes on as before.
 */
export function compileEagerly(): void {
  setFlagsFromString('--always-sparkplug');
  setFlagsFromString('--no-lazy-feedback-allocation');
}
