/** An edit inside of a function, made for a while: what a person does between two runs. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs `work` while a function of the package has another body. */
export async function withEditedBody<T>(dir: string, work: () => Promise<T>): Promise<T> {
  const path = largestSource(dir);
  const text = readFileSync(path, 'utf8');
  const body = /\bfn\s+\w+[^;{}]*\{/.exec(text);
  const at = body === null ? text.length : body.index + body[0].length;
  try {
    writeFileSync(path, `${text.slice(0, at)} let _edited = (); ${text.slice(at)}`);
    return await work();
  } finally {
    writeFileSync(path, text);
  }
}

/** Of the package itself: not of its tests, and of nothing that was built. */
function largestSource(dir: string): string {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.rs') && entry.name !== 'build.rs')
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\/(?:target|tests|benches|examples)\//.test(path.slice(dir.length)));
  files.sort((a, b) => statSync(b).size - statSync(a).size || (a < b ? -1 : 1));
  if (files[0] === undefined) throw new Error(`no sources in ${dir}`);
  return files[0];
}
