// Runs the project's own commands one after another, shows what they print, and sums up the counts that
// each suite reports on its last line of the form `N passed, N failed`. A command that fails without
// having counted a failure (a compile error, a missing tool) counts as one failed test itself.
import { spawn } from 'node:child_process';

const commands = [
  ['npm', ['ci', '--no-audit', '--no-fund']],
  ['npm', ['test']],
  ['npm', ['run', 'test:e2e']],
];

function run(command, args) {
  return new Promise((resolve) => {
    console.log(`\n==> ${command} ${args.join(' ')}`);
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', () => resolve({ code: 1, output }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

let passed = 0;
let failed = 0;
for (const [command, args] of commands) {
  const { code, output } = await run(command, args);
  let failedHere = 0;
  for (const [, ok, bad] of output.matchAll(/^(\d+) passed, (\d+) failed$/gm)) {
    passed += Number(ok);
    failedHere += Number(bad);
  }
  failed += failedHere === 0 && code !== 0 ? 1 : failedHere;
  if (args[0] === 'ci' && code !== 0) break;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
