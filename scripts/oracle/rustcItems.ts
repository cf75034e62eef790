/**
 * Asks rustc for the mono items of one crate root: builds the aux crates that the file names, then compiles the file
 * with `-Zprint-mono-items=yes` in a scratch directory and returns the printed lines, sorted.
 *
 * The compiler runs in the fixture's own directory and is given the bare file name, because that is how closures print
 * in types (`{closure@name.rs:5:13: 5:16}`).
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Directives } from './fixture.ts';
import { normalizeCgus, parseDirectives } from './fixture.ts';

const run = promisify(execFile);

export interface RustcItems {
  /** `MONO_ITEM …` lines, sorted, codegen units normalised. */
  readonly lines: readonly string[];
  /** Methods that impls of the crate define: see `Ownership` in `classify.ts`. */
  readonly traitMethods: ReadonlySet<string>;
  /** The LLVM IR of the same compilation, unoptimised, with v0 symbols. */
  readonly ir: string;
}

async function rustc(cwd: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run('rustc', args, {
      cwd,
      env: { ...process.env, RUSTC_BOOTSTRAP: '1' },
      maxBuffer: 1 << 28,
    });
    return stdout;
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new Error(`rustc ${args.join(' ')}\n${stderr ?? String(error)}`);
  }
}

export function commonFlags(d: Directives, name: string): string[] {
  return [
    '--edition',
    d.edition,
    '--crate-name',
    name,
    '--crate-type',
    d.crateType,
    '-Awarnings',
    ...d.compileFlags,
  ];
}

export function crateNameOf(path: string, d: Directives): string {
  return d.crateName ?? basename(path, '.rs').replaceAll('-', '_');
}

/** Builds the aux crates of a file, dependencies first, and returns the flags that make them visible. */
async function buildAux(path: string, d: Directives, scratch: string): Promise<string[]> {
  const flags: string[] = [];
  const auxDir = basename(dirname(path)) === 'aux' ? dirname(path) : join(dirname(path), 'aux');
  for (const name of d.aux) {
    const auxPath = join(auxDir, name);
    const text = await readFile(auxPath, 'utf8');
    const parsed = parseDirectives(text);
    const directives: Directives = parsed.crateType === 'bin' ? { ...parsed, crateType: 'rlib' } : parsed;
    const crate = crateNameOf(auxPath, directives);
    const deps = await buildAux(auxPath, directives, scratch);
    await rustc(auxDir, [name, ...commonFlags(directives, crate), ...deps, '--out-dir', scratch]);
    flags.push('--extern', `${crate}=${join(scratch, `lib${crate}.rlib`)}`);
  }
  return flags.length === 0 ? flags : [...flags, '-L', scratch];
}

export async function rustcItems(path: string, text: string): Promise<RustcItems> {
  const d = parseDirectives(text);
  const scratch = await mkdtemp(join(tmpdir(), 'monolens-bless-'));
  try {
    const crate = crateNameOf(path, d);
    const externs = await buildAux(path, d, scratch);
    const root = basename(path);
    const flags = commonFlags(d, crate).map((flag) => flag.replace('$SCRATCH', scratch));
    const asked = [root, ...flags, ...externs, `--out-dir=${scratch}`, '-Zprint-mono-items=yes'];
    // What is emitted changes no item, and IR and MIR in one go are quickest; but asking for IR makes one codegen unit
    // of everything, so where units matter the crate is compiled once more with rustc's default output.
    const stdout = await rustc(dirname(path), [
      ...asked.filter((flag) => !flag.startsWith('-Ccodegen-units')),
      '--emit=mir,llvm-ir',
      '-Csymbol-mangling-version=v0',
      '-Cno-prepopulate-passes',
    ]);
    const printed = d.checkCgus
      ? await rustc(dirname(path), [...asked, '-Zhuman-readable-cgu-names'])
      : stdout;
    const lines = printed
      .split('\n')
      .filter((line) => line.startsWith('MONO_ITEM '))
      .map(normalizeCgus);
    if (lines.length === 0 && d.crateType === 'bin') throw new Error(`rustc printed no item for ${path}`);
    const mir = await readFile(join(scratch, `${crate}.mir`), 'utf8');
    const ir = await readFile(join(scratch, `${crate}.ll`), 'utf8');
    return { lines: [...new Set(lines)].sort(), traitMethods: traitMethodsOf(mir, text), ir };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * The MIR that rustc emits names each method of an impl by where the impl stands (`<impl at f.rs:3:1: 3:20>::fmt`, a
 * derive by where its name stands); the trait is read from the source there.
 */
export function traitMethodsOf(mir: string, source: string): ReadonlySet<string> {
  const rows = source.split('\n');
  const methods = new Set<string>();
  for (const m of mir.matchAll(/<impl at [^>]*?:(\d+):(\d+): (\d+):(\d+)>::(\w+)/g)) {
    const [line, column, endLine, endColumn] = [m[1], m[2], m[3], m[4]].map((n) => Number(n) - 1) as [
      number,
      number,
      number,
      number,
    ];
    const span =
      line === endLine
        ? (rows[line] ?? '').slice(column, endColumn)
        : [
            (rows[line] ?? '').slice(column),
            ...rows.slice(line + 1, endLine),
            (rows[endLine] ?? '').slice(0, endColumn),
          ].join(' ');
    const derived = /^(?:\w+::)*(\w+)$/.exec(span)?.[1];
    const written = /([A-Za-z_]\w*)(?:<.*>)?\s+for\s+(.*?)\s*(?:\bwhere\b.*)?$/s.exec(span);
    const trait = derived ?? written?.[1];
    if (trait !== undefined) methods.add(`${trait}::${m[5]} for ${headOf(written?.[2], span)}`);
  }
  return methods;
}

/** The name at the head of a self type as written, `*` where it is a parameter of the impl or has no name. */
function headOf(self: string | undefined, impl: string): string {
  const head = /^(?:&\s*(?:'\w+\s+)?(?:mut\s+)?)*(?:dyn\s+)?(?:\w+::)*([A-Za-z_]\w*)/.exec(self ?? '')?.[1];
  if (head === undefined || head === 'Box' || head === 'Pin' || head.startsWith('$')) return '*';
  const parameters = /^impl\s*<([\s\S]*?)>\s/.exec(impl)?.[1] ?? '';
  return new RegExp(`\\b${head}\\b`).test(parameters) ? '*' : head;
}
