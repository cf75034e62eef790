/**
 * Tests of inference: programs over our minicore with the expectation below the code, as in rust-analyzer's tests.
 *
 *     let x = v[0].len();
 *           //^^^^ &str            the type of the expression (or pattern) right above the carets
 *           //^^^^^^^^^^ -> str::len      what a call, operator or dereference calls
 *           //^^^^ adj Borrow(&&str)      how its value is adjusted, with the type after each step
 *
 * A comment with carets is about the nearest line above without any. Whatever is not expected to be unresolved must
 * be resolved.
 */
import '../support.ts';
import { strict as assert } from 'node:assert';
import { fileURLToPath } from 'node:url';
import { body, bodySourceMap } from '../../src/hir/body/lower.ts';
import { type DefId, defData, defKind } from '../../src/hir/defs.ts';
import { setCrateGraph } from '../../src/hir/inputs.ts';
import { bodySource } from '../../src/hir/source.ts';
import { localItems } from '../../src/mono/localItems.ts';
import type { Edition } from '../../src/project/crateGraph.ts';
import { loadFile } from '../../src/project/loadFile.ts';
import { Database } from '../../src/query/database.ts';
import { infer } from '../../src/ty/infer/infer.ts';
import type { Adjustment, ClosureInfo, InferenceResult } from '../../src/ty/inferenceResult.ts';
import { TyPrinter } from '../../src/ty/print.ts';
import type { Ty } from '../../src/ty/types.ts';
import { layeredHost } from '../../src/vfs/layeredHost.ts';
import { createMemoryHost } from '../../src/vfs/memoryHost.ts';
import { nodeHost } from '../../src/vfs/nodeHost.ts';
import { applyChanges, attachVfs, createVfs, type Vfs } from '../../src/vfs/vfs.ts';

const minicore = fileURLToPath(new URL('../../minicore', import.meta.url));
const root = '/inline/main.rs';

let shared: { readonly db: Database; readonly vfs: Vfs } | undefined;

/** One database for all programs, so that minicore is analysed once; each program is an edit of the same file. */
function workspace(): { readonly db: Database; readonly vfs: Vfs } {
  if (!shared) {
    shared = { db: new Database(), vfs: createVfs(layeredHost(createMemoryHost([[root, '']]), nodeHost)) };
    attachVfs(shared.db, shared.vfs);
  }
  return shared;
}

export interface Inferred {
  readonly db: Database;
  readonly printer: TyPrinter;
  /** Functions, consts and statics of the program. */
  readonly owners: readonly DefId[];
  result(name: string): InferenceResult;
  ty(ty: Ty): string;
}

export function inferProgram(source: string, options: { readonly edition?: Edition } = {}): Inferred {
  const { db, vfs } = workspace();
  applyChanges(db, vfs, [{ kind: 'Open', path: root, text: source }]);
  const project = loadFile(vfs, root, {
    env: {},
    minicore,
    sysrootSrc: 'none',
    edition: options.edition ?? '2021',
  });
  vfs.setLibraryRoots(project.libraryRoots);
  setCrateGraph(db, project.graph);
  const krate = project.targets[0]!.crate;
  const printer = new TyPrinter(db, krate);
  const owners = localItems(db, krate).filter((def) => body(db, def) !== undefined);
  return {
    db,
    printer,
    owners,
    ty: (ty) => (ty.kind === 'FnDef' ? printer.valuePath(ty.def, ty.args) : printer.ty(ty)),
    result(name) {
      const def = owners.find((d) => defData(d).name === name);
      if (def === undefined) throw new Error(`no ${name} in the program`);
      return infer(db, def);
    },
  };
}

interface Annotation {
  readonly line: string;
  readonly start: number;
  readonly end: number;
  readonly expected: string;
}

/** Checks every annotation of the program, and that nothing else is unresolved than `unresolved` says. */
export function check(
  source: string,
  options: { readonly edition?: Edition; readonly unresolved?: readonly string[] } = {},
): Inferred {
  const program = inferProgram(source, options);
  const { db } = program;
  const expected: string[] = [];
  const actual: string[] = [];
  const unresolved: string[] = [];
  for (const owner of program.owners) {
    const result = infer(db, owner);
    for (const u of result.unresolved) unresolved.push(`${u.cause} ${u.detail}`);
    const text = bodySource(db, owner)!.text;
    for (const a of annotations(text)) {
      const code = text.slice(a.start, a.end);
      expected.push(`${code}: ${a.expected}`);
      actual.push(`${code}: ${describe(program, owner, result, a)}`);
    }
  }
  assert.deepEqual(actual, expected);
  assert.deepEqual(unresolved, options.unresolved ?? []);
  return program;
}

function annotations(text: string): Annotation[] {
  const found: Annotation[] = [];
  let codeStart = 0;
  let offset = 0;
  for (const line of text.split('\n')) {
    const match = /^(\s*\/\/\s*)(\^+) (.*)$/.exec(line);
    if (match) {
      // The comment's own slashes may stand below the code, too: `//^^^` is about what is above the carets.
      const column = match[1]!.length;
      found.push({
        line,
        start: codeStart + column,
        end: codeStart + column + match[2]!.length,
        expected: match[3]!.trim(),
      });
    } else codeStart = offset;
    offset += line.length + 1;
  }
  return found;
}

function describe(program: Inferred, owner: DefId, result: InferenceResult, a: Annotation): string {
  const { db } = program;
  const map = bodySourceMap(db, owner)!;
  const hir = body(db, owner)!;
  const exprs = map.exprRanges.flatMap(([start, end], i) => (start === a.start && end === a.end ? [i] : []));
  if (a.expected.startsWith('-> ')) {
    const callee = exprs.map((e) => result.methods.get(e)).find((m) => m !== undefined);
    return callee ? `-> ${program.printer.valuePath(callee.def, callee.args)}` : '-> nothing';
  }
  if (a.expected.startsWith('adj ')) {
    const steps = exprs.map((e) => result.adjustments.get(e)).find((s) => s !== undefined) ?? [];
    return `adj ${steps.map((s) => adjustment(program, s)).join(', ') || 'none'}`;
  }
  // Desugaring makes several expressions of one range: the last is the whole.
  const expr = exprs.at(-1);
  if (expr !== undefined) return program.ty(result.exprTypes[expr]!);
  const pat = map.patSpans.findIndex((s) => s.start === a.start && s.end === a.end);
  const binding = hir.pats[pat];
  if (binding?.kind === 'Binding') return program.ty(result.bindingTypes[binding.binding]!);
  return pat < 0 ? 'no expression here' : program.ty(result.patTypes[pat]!);
}

function adjustment(program: Inferred, step: Adjustment): string {
  const target = program.ty(step.target);
  switch (step.kind) {
    case 'Deref':
      if (!step.overloaded) return `Deref(${target})`;
      return `${step.overloaded.mutable ? 'DerefMut' : 'DerefImm'}(${target})`;
    case 'Pointer':
      return `${step.cast}(${target})`;
    default:
      return `${step.kind}(${target})`;
  }
}

/** The closures of a function: kind and captures, in the order of the source. */
export function closures(program: Inferred, name: string): string[] {
  const def = program.owners.find((d) => defData(d).name === name && defKind(d) === 'Fn')!;
  const hir = body(program.db, def)!;
  const infos = [...program.result(name).closures.values()];
  return infos.map((info) => `${info.kind}${captures(info, (b) => hir.bindings[b]!.name)}`);
}

function captures(info: ClosureInfo, nameOf: (binding: number) => string): string {
  return info.captures
    .map((c) => {
      const place = c.projections.reduce(
        (text, p) => (p.kind === 'Deref' ? `(*${text})` : `${text}.${p.index}`),
        nameOf(c.binding),
      );
      return ` ${c.mode} ${place}`;
    })
    .join(',');
}
