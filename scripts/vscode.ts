// `npm run vscode -- [FOLDER]`: opens a workspace in the VS Code that is served to a browser, with this
// extension packaged and installed. Sets up that VS Code at its first run. Ends with Ctrl+C.
//
//   --port N      listen on this port
//   --provision   only set up VS Code, for a machine that is about to lose its network
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makePackage } from './package.ts';
import { inRoot } from './paths.ts';
import { which } from './provision/debian.ts';
import { serve } from './provision/serve.ts';
import { installExtension, ownProfile, provisionVsCode } from './provision/vscode.ts';

/** Opens an address with the desktop's browser where there is a desktop. */
function openBrowser(url: string): void {
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  const desktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!desktop || which(opener) === undefined) return;
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

export async function openInBrowser(folder: string, port?: number): Promise<void> {
  const main = await provisionVsCode();
  const vsix = await makePackage();
  await installExtension(main, vsix, ownProfile);
  const served = await serve(main, ownProfile, port);
  const url = served.url(folder);
  console.log(`\nVS Code with Monolens: ${url}\nCtrl+C ends it.`);
  openBrowser(url);
  const stop = (): void => void served.stop();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await new Promise<void>((done) => served.process.once('close', () => done()));
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string' }, provision: { type: 'boolean' } },
  });
  if (values.provision) {
    await provisionVsCode();
    return;
  }
  const folder = positionals[0] === undefined ? inRoot('test-fixtures', 'demo') : resolve(positionals[0]);
  if (!existsSync(folder)) throw new Error(`${folder} does not exist.`);
  await openInBrowser(folder, values.port === undefined ? undefined : Number(values.port));
}

if (process.argv[1]?.endsWith('vscode.ts')) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
