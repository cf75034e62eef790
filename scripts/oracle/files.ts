import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The fixtures below a directory, sorted; `aux` folders hold the libraries that fixtures name, not fixtures. */
export function rustFiles(dir: string): string[] {
  const files: string[] = [];
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.isDirectory() && entry.name !== 'aux') files.push(...rustFiles(join(dir, entry.name)));
    else if (entry.isFile() && entry.name.endsWith('.rs')) files.push(join(dir, entry.name));
  }
  return files.sort();
}
