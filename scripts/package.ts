// `npm run package`: builds everything and makes `monolens-VERSION.vsix`. What goes in stands in
// `.vscodeignore`; both bundles are self-contained, so no `node_modules` is packed.
import { readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { buildAll } from './build.ts';
import { inRoot } from './paths.ts';
import { binOf, must } from './process.ts';

/** The size that an extension for every platform should stay under. */
const maximumBytes = 5 * 1024 * 1024;

/** Builds the package and returns its path. */
export async function makePackage(): Promise<string> {
  await buildAll();
  const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { version: string };
  const file = inRoot(`monolens-${version}.vsix`);
  await must(process.execPath, [
    binOf('@vscode/vsce', 'vsce'),
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--skip-license',
    '--no-rewrite-relative-links',
    '--out',
    file,
  ]);
  const { size } = statSync(file);
  if (size > maximumBytes) throw new Error(`${file} has ${size} bytes, more than ${maximumBytes}`);
  return file;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(await makePackage());
}
