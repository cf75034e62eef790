/** An edit inside of a function, made for a while: what a person does between two runs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { packageSources } from './packageSources.ts';

/** Runs `work` while a function of the package has another body. */
export async function withEditedBody<T>(dir: string, work: () => Promise<T>): Promise<T> {
  const path = packageSources(dir)[0];
  if (path === undefined) throw new Error(`no sources in ${dir}`);
  const text = readFileSync(path, 'utf8');
  // At the beginning of a line, and so in no comment.
  const body = /^[ \t]*(?:pub(?:\([^)]*\))?\s+)?fn\s+\w+[^;{}]*\{/m.exec(text);
  const at = body === null ? text.length : body.index + body[0].length;
  try {
    writeFileSync(path, `${text.slice(0, at)} let _edited = (); ${text.slice(at)}`);
    return await work();
  } finally {
    writeFileSync(path, text);
  }
}
