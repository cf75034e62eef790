/**
 * Asks rustc 1.63 which generic parameters of each function and closure of a file are unused, and which copies are left
 * once functions are shared (`-Zpolymorphize=on`).
 *
 * The compiler makes unused parameters of a definition an error where the definition carries
 * `#[rustc_polymorphize_error]`; the attribute goes before every function with a body and before every closure of a
 * scratch copy, on the same line, and the columns of what is reported are mapped back. The compiler looks at
 * definitions only as it instantiates them, so a fixture has to call each of its functions.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { Node } from 'web-tree-sitter';
import { classify, itemOf } from './classify.ts';
import { rustc163 } from './fetchRustc163.ts';
import { parseDirectives } from './fixture.ts';
import { nodesOf } from './rustSyntax.ts';

const run = promisify(execFile);
const ATTRIBUTE = '#[rustc_polymorphize_error] ';

export interface UnusedParameters {
  readonly kind: 'fn' | 'closure';
  /** The function's name; empty for a closure. */
  readonly name: string;
  /** 1-based, at the function's name or the closure's start. */
  readonly line: number;
  readonly column: number;
  readonly unused: readonly string[];
}

export interface RustcUnused {
  readonly definitions: readonly UnusedParameters[];
  /** The program's items under sharing, as today's rustc would print them but for elided lifetimes. */
  readonly sharedItems: readonly string[];
}

interface Span {
  readonly line_start: number;
  readonly column_start: number;
  readonly is_primary: boolean;
  readonly label: string | null;
  readonly text: readonly { text: string; highlight_start: number; highlight_end: number }[];
}

interface Definition {
  readonly node: Node;
  readonly name: string;
}

async function definitionsIn(source: string): Promise<Definition[]> {
  const nodes = await nodesOf(
    source,
    ({ type }) => type === 'function_item' || type === 'closure_expression',
  );
  return nodes.map((node) => ({
    node,
    name: node.type === 'function_item' ? (node.childForFieldName('name')?.text ?? '') : '',
  }));
}

/** Inserts the attribute before each definition; `at` lists, per row, the columns where it went in the original. */
function annotate(source: string, definitions: readonly Definition[]): { text: string; at: number[][] } {
  const rows = source.split('\n');
  const at: number[][] = rows.map(() => []);
  for (const { node, name } of definitions) {
    if (name !== 'main') at[node.startPosition.row]?.push(node.startPosition.column);
  }
  const text = rows.map((row, r) => {
    let out = row;
    for (const column of (at[r] ?? []).sort((a, b) => b - a)) {
      out = out.slice(0, column) + ATTRIBUTE + out.slice(column);
    }
    return out;
  });
  return { text: text.join('\n'), at };
}

/** A 1-based column of the annotated copy in the original. */
function originalColumn(at: readonly number[][], line: number, column: number): number {
  let inserted = 0;
  for (const original of (at[line - 1] ?? []).toSorted((a, b) => a - b)) {
    if (original + inserted + ATTRIBUTE.length < column) inserted += ATTRIBUTE.length;
  }
  return column - inserted;
}

export async function rustcUnused(path: string, text: string): Promise<RustcUnused> {
  const d = parseDirectives(text);
  const { command, env } = rustc163();
  const scratch = await mkdtemp(join(tmpdir(), 'monolens-unused-'));
  const file = basename(path);
  const flags = [
    ...['--edition', d.edition, '--crate-type', d.crateType, '-Awarnings', '--emit=obj', '-Zpolymorphize=on'],
    ...d.compileFlags,
  ];
  const compile = async (args: readonly string[]) => {
    try {
      return await run(command, [file, ...flags, ...args], { cwd: scratch, env, maxBuffer: 1 << 26 });
    } catch (error) {
      return error as { stdout: string; stderr: string };
    }
  };
  try {
    const definitions = await definitionsIn(text);
    await writeFile(join(scratch, file), text);
    const listed = await compile(['-Zprint-mono-items=lazy']);
    const items = listed.stdout.split('\n').filter((line) => line.startsWith('MONO_ITEM '));
    if (items.length === 0) throw new Error(`rustc 1.63 on ${path}\n${listed.stderr}`);
    for (const { name } of definitions) {
      if (name !== '' && !items.some((item) => new RegExp(`\\b${name}\\b`).test(item)))
        throw new Error(`${path}: fn ${name} is never instantiated, so rustc says nothing of it`);
    }

    const copy = annotate(text, definitions);
    await writeFile(join(scratch, file), copy.text);
    const reported = await compile([
      '-Zcrate-attr=feature(rustc_attrs, stmt_expr_attributes)',
      '--error-format=json',
    ]);
    const found: UnusedParameters[] = [];
    for (const line of reported.stderr.split('\n')) {
      if (!line.startsWith('{')) continue;
      const diagnostic = JSON.parse(line) as { message: string; level: string; spans: Span[] };
      if (diagnostic.message === 'item has unused generic parameters')
        found.push(unusedOf(diagnostic.spans, definitions, copy.at));
      else if (diagnostic.level === 'error' && !diagnostic.message.startsWith('aborting'))
        throw new Error(`rustc 1.63 on ${path}: ${diagnostic.message}`);
    }
    found.sort((a, b) => a.line - b.line || a.column - b.column);
    return {
      definitions: found,
      sharedItems: [...new Set(items.map((item) => modernNames(item, definitions)))]
        .filter((item) => classify(item) === 'user')
        .map(itemOf)
        .sort(),
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function unusedOf(
  spans: readonly Span[],
  definitions: readonly Definition[],
  at: readonly number[][],
): UnusedParameters {
  const primary = spans.find((span) => span.is_primary);
  if (primary === undefined) throw new Error('rustc reported unused parameters of nothing');
  const line = primary.line_start;
  const column = originalColumn(at, line, primary.column_start);
  const definition = definitions.find(({ node, name }) => {
    const start = (name === '' ? node : (node.childForFieldName('name') ?? node)).startPosition;
    return start.row === line - 1 && start.column === column - 1;
  });
  if (definition === undefined) throw new Error(`no definition at ${line}:${column}`);
  const unused = spans
    .filter((span) => span.label?.includes('is unused'))
    .sort((a, b) => a.line_start - b.line_start || a.column_start - b.column_start)
    .map((span) => /`(\w+)`/.exec(span.label ?? '')?.[1] ?? '');
  return { kind: definition.name === '' ? 'closure' : 'fn', name: definition.name, line, column, unused };
}

/**
 * Closure types as today's rustc prints them: in braces, and with the extent of the closure's head where 1.63 has that of
 * the whole expression.
 */
function modernNames(line: string, definitions: readonly Definition[]): string {
  return line.replace(/\[closure@(.*?\.rs):(\d+):(\d+): \d+:\d+\]/g, (_, file, row, column) => {
    const closure = definitions.find(
      ({ node, name }) =>
        name === '' &&
        node.startPosition.row === Number(row) - 1 &&
        node.startPosition.column === Number(column) - 1,
    )?.node;
    const head = closure?.childForFieldName('return_type') ?? closure?.childForFieldName('parameters');
    if (!head) throw new Error(`no closure at ${row}:${column}`);
    const { row: endRow, column: endColumn } = head.endPosition;
    return `{closure@${file}:${row}:${column}: ${endRow + 1}:${endColumn + 1}}`;
  });
}
