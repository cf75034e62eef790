/**
 * `tsx scripts/oracle/stdPaths.ts`: rewrites `stdPaths.json`, the list of std items that a program can name.
 *
 * The facts come from the toolchain's own documentation (rustup's `rust-docs` component): each module page of std
 * lists its public items and marks the unstable ones. Only items that a stable program can name are kept; see
 * `classify.ts` for what the list is used for. `std::arch` and `std::simd` are left out for their size.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KINDS = new Set(['struct', 'enum', 'union', 'trait', 'fn']);
const ITEM =
  /<dt><a class="(\w+)" href="[^"]*" title="\w+ ([\w:]+)">[\s\S]*?<\/a>((?:(?!<\/dt>)[\s\S])*)<\/dt>/g;
const LEFT_OUT = new Set(['arch', 'simd', 'intrinsics']);

function collectModule(dir: string, into: Set<string>): void {
  const page = readFileSync(join(dir, 'index.html'), 'utf8');
  for (const [, kind, path, marks] of page.matchAll(ITEM)) {
    if (kind === undefined || path === undefined || !KINDS.has(kind)) continue;
    if (marks?.includes('stab unstable')) continue;
    into.add(path);
  }
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) {
      const sub = join(dir, entry.name);
      if (readdirSync(sub).includes('index.html')) collectModule(sub, into);
    }
  }
}

const sysroot = execFileSync('rustc', ['--print', 'sysroot'], { encoding: 'utf8' }).trim();
const paths = new Set<string>();
collectModule(join(sysroot, 'share/doc/rust/html/std'), paths);
const out = new URL('stdPaths.json', import.meta.url);
writeFileSync(out, `${JSON.stringify([...paths].sort(), null, 2)}\n`);
console.log(`${paths.size} paths written to ${out.pathname}`);
