/** The sources of a package itself: not of its tests, and nothing that was built. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The largest first. */
export function packageSources(dir: string): string[] {
  const files: string[] = [];
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory() && !['target', 'tests', 'benches', 'examples', '.git'].includes(entry.name))
      files.push(...packageSources(path));
    else if (entry.name.endsWith('.rs') && entry.name !== 'build.rs') files.push(path);
  }
  return files.sort((a, b) => statSync(b).size - statSync(a).size);
}
