// `npm test`: type check, lint, then every mocha suite of the server (unit tests and the protocol tests,
// which drive the built server as a process). All three run even when an earlier one fails, so that one
// look shows everything; the exit code is that of the worst.
import { buildAll } from './build.ts';
import { binOf, run } from './process.ts';

const node = process.execPath;
let failed = 0;

async function step(title: string, work: () => Promise<number>): Promise<void> {
  console.log(`\n-- ${title}`);
  const code = await work();
  if (code !== 0) {
    failed++;
    console.log(`-- ${title}: failed (exit code ${code})`);
  }
}

await step('type check', () => run(node, [binOf('typescript', 'bin/tsc'), '-p', 'tsconfig.json']));
await step('lint', () =>
  run(node, [binOf('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings', '.']),
);
await step('build', () => buildAll().then(() => 0));
await step('unit and protocol tests', () =>
  run(node, [
    binOf('mocha', 'bin/mocha.js'),
    '--reporter',
    './scripts/mochaReporter.ts',
    ...process.argv.slice(2),
  ]),
);
process.exitCode = failed > 0 ? 1 : 0;
