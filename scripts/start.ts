// `npm start -- [PATH]`: builds, analyses a Cargo workspace (the demo where none is named), prints the
// report, and opens the workspace in VS Code with the extension loaded: desktop `code` where there is one,
// else the VS Code that is served to a browser.
//
//   --no-open   only print the report
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from './build.ts';
import { inRoot } from './paths.ts';
import { must, run } from './process.ts';
import { which } from './provision/debian.ts';
import { openInBrowser } from './vscode.ts';

async function report(path: string): Promise<number> {
  const cli = inRoot('server', 'bin', 'monolens.js');
  let worst = 0;
  const sections: [title: string, args: string[]][] = [
    ['Generic functions by number of copies', ['stats', '--generic', '--types']],
    ['Unused generic parameters', ['unused']],
    ['Codegen units', ['cgus']],
  ];
  for (const [title, args] of sections) {
    console.log(`\n${title}\n${'='.repeat(title.length)}`);
    const [command = '', ...options] = args;
    worst = Math.max(worst, await run(process.execPath, [cli, command, path, ...options]));
  }
  return worst;
}

async function open(folder: string): Promise<void> {
  const code = which('code');
  if (code !== undefined) {
    console.log(`\nOpening ${folder} in VS Code.`);
    // The checkout itself is a built extension: no packaging is needed to load it.
    await must(code, ['--new-window', `--extensionDevelopmentPath=${inRoot()}`, folder]);
    return;
  }
  if (process.platform === 'win32') {
    console.log('\nTo see it in the editor, install VS Code (its command `code` must be on the PATH).');
    return;
  }
  try {
    await openInBrowser(folder);
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    console.error(
      'To see it in the editor, install VS Code (its command `code` must be on the PATH), or make ' +
        '`npm run vscode` work: it needs the npm registry and a C++ compiler with make and Python.',
    );
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-open': { type: 'boolean' } },
});
const path = positionals[0] === undefined ? inRoot('test-fixtures', 'demo') : resolve(positionals[0]);
if (existsSync(path)) {
  await buildAll();
  const code = await report(path);
  if (code !== 0) process.exitCode = code;
  if (!values['no-open']) await open(statSync(path).isDirectory() ? path : dirname(path));
} else {
  console.error(`${path} does not exist.`);
  process.exitCode = 1;
}
