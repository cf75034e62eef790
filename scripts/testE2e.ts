// `npm run test:e2e`: packages the extension, sets up VS Code and Chromium where they are missing, and
// runs the end-to-end tests. Arguments go on to mocha: `npm run test:e2e -- --grep hover`.
import { makePackage } from './package.ts';
import { binOf, run } from './process.ts';
import { provisionChromium } from './provision/chromium.ts';
import { provisionVsCode } from './provision/vscode.ts';

await provisionVsCode();
await provisionChromium();
const vsix = process.env.MONOLENS_VSIX ?? (await makePackage());
process.exitCode = await run(
  process.execPath,
  [
    binOf('mocha', 'bin/mocha.js'),
    ...['--config', 'e2e/.mocharc.json', '--reporter', './scripts/mochaReporter.ts'],
    ...process.argv.slice(2),
  ],
  { env: { ...process.env, MONOLENS_VSIX: vsix } },
);
