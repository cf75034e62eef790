/**
 * `npm run shapes -- FILE.rs…`: how our MIR of a file's functions compares with rustc's after all passes, block by block.
 * Of each block it compares the number of statements, the terminator and where that leads. By sizes rustc places items,
 * and what differs here differs in size sooner or later.
 *
 * A file is read as a fixture is, with the directives at its top, and over the std of the toolchain. Functions are told
 * apart by their names alone: one whose name another one has, too, is alike if any of them is.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { crateDefMap } from '../../server/src/hir/defMap/defMap.ts';
import { defData, defKind } from '../../server/src/hir/defs.ts';
import { forEachSuccessor } from '../../server/src/mir/graph.ts';
import type { MirBody } from '../../server/src/mir/mir.ts';
import { mirBody } from '../../server/src/mir/mirBody.ts';
import { prettyMir } from '../../server/src/mir/pretty.ts';
import { TyPrinter } from '../../server/src/ty/print.ts';
import { parseDirectives } from './fixture.ts';
import { dumpedBlocks } from './mirDump.ts';
import { commonFlags, crateNameOf } from './rustcItems.ts';

process.env.MONOLENS_TEST_STD = 'real';
const { loadFixture } = await import('../../server/test/fixtures/analyse.ts');
const { parserReady } = await import('../../server/test/support.ts');

const run = promisify(execFile);
/** The last of rustc's passes. */
const pass = 'PreCodegen';

interface Body {
  readonly blocks: readonly { readonly shape: string; readonly text: string }[];
}

const terminators: readonly (readonly [RegExp, string])[] = [
  [/^switchInt/, 'SwitchInt'],
  [/^goto/, 'Goto'],
  [/^return/, 'Return'],
  [/^unreachable/, 'Unreachable'],
  [/^drop/, 'Drop'],
  [/^assert/, 'Assert'],
  [/^resume/, 'UnwindResume'],
  [/^terminate/, 'UnwindTerminate'],
];

/** rustc's bodies by the last name of what they belong to. */
async function bodiesOfRustc(path: string): Promise<Map<string, Body[]>> {
  const directives = parseDirectives(await readFile(path, 'utf8'));
  const scratch = await mkdtemp(join(tmpdir(), 'monolens-shapes-'));
  const dumps = join(scratch, 'mir');
  try {
    const asked = [`-Zdump-mir=${pass}`, `-Zdump-mir-dir=${dumps}`, `--out-dir=${scratch}`, '--emit=mir'];
    await run(
      'rustc',
      [basename(path), ...commonFlags(directives, crateNameOf(path, directives)), ...asked],
      {
        cwd: dirname(path),
        env: { ...process.env, RUSTC_BOOTSTRAP: '1' },
      },
    );
    const bodies = new Map<string, Body[]>();
    for (const file of await readdir(dumps)) {
      // `crate.path-of-fn.3-2-024.PreCodegen.after.mir`
      const [, owner] = /^[^.]+\.(.*)\.\d-\d-\d+\.[^.]+\.after\.mir$/.exec(file) ?? [];
      const name = owner && /\w+$/.exec(owner)?.[0];
      if (!name || !file.includes(`.${pass}.`)) continue;
      const body = parseBody(await readFile(join(dumps, file), 'utf8'));
      bodies.set(name, [...(bodies.get(name) ?? []), body]);
    }
    return bodies;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function parseBody(text: string): Body {
  const blocks = dumpedBlocks(text).map((lines) => {
    const last = lines[lines.length - 1] ?? '';
    const kind = terminators.find(([pattern]) => pattern.test(last))?.[1] ?? 'Call';
    const targets = Array.from((/-> .*$/.exec(last)?.[0] ?? '').matchAll(/bb(\d+)/g), (target) => target[1]);
    return { shape: `${lines.length - 1} ${kind} ${targets.join(',')}`, text: lines.join('\n  ') };
  });
  return { blocks };
}

function shapesOf(body: MirBody, text: string): Body {
  const texts = parseBody(text).blocks;
  const blocks = body.blocks.map(({ statements, terminator }, i) => {
    const targets: number[] = [];
    forEachSuccessor(terminator, (target) => targets.push(target));
    const kind = terminator.kind === 'InlineAsm' ? 'Call' : terminator.kind;
    return { shape: `${statements.length} ${kind} ${targets.join(',')}`, text: texts[i]?.text ?? '' };
  });
  return { blocks };
}

const sameShape = (a: Body, b: Body): boolean =>
  a.blocks.length === b.blocks.length && a.blocks.every(({ shape }, i) => shape === b.blocks[i]!.shape);

/** The first block that differs, on both sides. */
function difference(name: string, theirs: Body, ours: Body): string {
  const at = theirs.blocks.findIndex(({ shape }, i) => shape !== ours.blocks[i]?.shape);
  const i = at < 0 ? theirs.blocks.length : at;
  const side = (who: string, { blocks }: Body) =>
    `  ${who}, ${blocks.length} blocks, ${blocks[i]?.shape ?? 'none'}\n  ${blocks[i]?.text ?? ''}`;
  return `${name}: block ${i}\n${side('rustc', theirs)}\n${side('ours', ours)}`;
}

const args = process.argv.slice(2);
if (args.length === 0) {
  console.error('usage: npm run shapes -- FILE.rs…');
  process.exit(2);
}
await parserReady;
for (const path of args.map((arg) => resolve(arg))) {
  const theirs = await bodiesOfRustc(path);
  const { db, crate } = loadFixture(path);
  const printer = new TyPrinter(db, crate);
  let alike = 0;
  for (const def of crateDefMap(db, crate).defs.keys()) {
    const { name } = defData(def);
    const candidates = theirs.get(name);
    const body = defKind(def) === 'Fn' && candidates ? mirBody(db, def) : undefined;
    if (!body || !candidates) continue;
    const ours = shapesOf(body, prettyMir(body, { ty: (ty) => printer.ty(ty) }));
    if (candidates.some((candidate) => sameShape(candidate, ours))) alike++;
    else console.log(difference(name, candidates[0]!, ours));
  }
  console.log(`${basename(path)}: ${alike} functions alike`);
}
