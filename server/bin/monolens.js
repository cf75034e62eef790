#!/usr/bin/env node
// Launcher of the command line. The program itself is one bundle (`server/dist/cli.js`, made by
// `npm run build`), so that starting it costs one file read and no module resolution.
import { existsSync } from 'node:fs';

const bundle = new URL('../dist/cli.js', import.meta.url);
if (existsSync(bundle)) {
  await import(bundle.href);
} else {
  process.stderr.write('monolens: not built yet; run `npm ci && npm run build` in the project first.\n');
  process.exitCode = 1;
}
