// Bundles the extension's client and the server's five programs with esbuild, and copies what they load
// at run time beside them: the two WebAssembly modules of Tree-sitter and the sources of our small std.
//
// The client is CommonJS because it must share VS Code's own `vscode` module through `require`; the server
// is ES modules. `npm run build -- --dev` leaves names readable.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { inRoot } from './paths.ts';

/** The server's programs: bundle name → entry point. Each is one process or one worker thread. */
const serverEntries: Record<string, string> = {
  server: 'server/src/lsp/main.ts',
  worker: 'server/src/lsp/worker.ts',
  cli: 'server/src/cli/main.ts',
  serverThread: 'server/src/procMacro/serverThread.ts',
  treesAheadThread: 'server/src/vfs/treesAheadThread.ts',
};

// CommonJS packages inside an ES module bundle still call `require` for Node's own modules.
const requireBanner =
  "import { createRequire as monolensRequire } from 'node:module'; const require = monolensRequire(import.meta.url);";

function assets(): [from: string, to: string][] {
  const serverRequire = createRequire(inRoot('server', 'package.json'));
  return [
    [serverRequire.resolve('web-tree-sitter/web-tree-sitter.wasm'), 'web-tree-sitter.wasm'],
    [serverRequire.resolve('tree-sitter-rust/tree-sitter-rust.wasm'), 'tree-sitter-rust.wasm'],
  ];
}

export async function buildAll(options: { dev?: boolean } = {}): Promise<void> {
  const shared: BuildOptions = {
    absWorkingDir: inRoot(),
    bundle: true,
    platform: 'node',
    target: 'node20',
    // Names stay, for stack traces in bug reports; `keepNames` would keep them too, but at run time.
    minifyWhitespace: options.dev !== true,
    minifySyntax: options.dev !== true,
    sourcemap: options.dev === true ? 'inline' : false,
    legalComments: 'none',
    logLevel: 'warning',
  };

  const clientDist = inRoot('client', 'dist');
  const serverDist = inRoot('server', 'dist');
  rmSync(clientDist, { recursive: true, force: true });
  mkdirSync(serverDist, { recursive: true });

  const jobs: Promise<unknown>[] = [];
  if (existsSync(inRoot('client', 'src', 'extension.ts'))) {
    jobs.push(
      build({
        ...shared,
        entryPoints: ['client/src/extension.ts'],
        outfile: 'client/dist/extension.cjs',
        format: 'cjs',
        external: ['vscode'],
      }),
    );
  }
  const entryPoints = Object.entries(serverEntries)
    .filter(([, file]) => existsSync(inRoot(file)))
    .map(([out, file]) => ({ in: file, out }));
  if (entryPoints.length > 0) {
    jobs.push(
      build({
        ...shared,
        entryPoints,
        outdir: 'server/dist',
        format: 'esm',
        banner: { js: requireBanner },
        // Native Tree-sitter is optional and never bundled: where it is installed it is found by `require`.
        external: ['tree-sitter', 'tree-sitter-rust'],
      }),
    );
  }
  await Promise.all(jobs);
  // Says which build it is: what one program remembers on the disk, the others of the same build can use.
  const hash = createHash('sha256');
  for (const { out } of entryPoints) hash.update(readFileSync(join(serverDist, `${out}.js`)));
  writeFileSync(join(serverDist, 'build.txt'), hash.digest('hex').slice(0, 16));

  for (const [from, to] of assets()) cpSync(from, join(serverDist, to));
  const minicore = inRoot('server', 'minicore');
  if (existsSync(minicore)) {
    const to = join(serverDist, 'minicore');
    rmSync(to, { recursive: true, force: true });
    cpSync(minicore, to, {
      recursive: true,
      filter: (path) => !/[\\/](?:target|\.cache)$|\.(?:sh|md)$/.test(path),
    });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildAll({ dev: process.argv.includes('--dev') });
}
