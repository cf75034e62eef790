/** Where the programs of threads are. */
import { existsSync } from 'node:fs';

/**
 * A thread's program: beside the bundle; when run from the sources, what was built of them, since a loader that
 * translates TypeScript would need the thread that waits for the new one.
 */
export function threadFile(name: string): URL {
  const beside = new URL(`./${name}.js`, import.meta.url);
  return existsSync(beside) ? beside : new URL(`../../dist/${name}.js`, import.meta.url);
}
