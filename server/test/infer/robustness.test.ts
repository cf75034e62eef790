import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { infer } from '../../src/ty/infer/infer.ts';
import { inferProgram } from './support.ts';

const fixtures = fileURLToPath(new URL('../../../test-fixtures/items/', import.meta.url));

function inferAll(source: string): number {
  const program = inferProgram(source);
  let exprs = 0;
  for (const owner of program.owners) exprs += infer(program.db, owner).exprTypes.length;
  return exprs;
}

describe('inference of code in the making', () => {
  it('says something of every text', () => {
    const sources = [
      'closures/three_kinds.rs',
      'programs/own_iterator_trait.rs',
      'programs/tokenizer.rs',
      'generics/gats_and_hrtb.rs',
      'control_flow/patterns.rs',
      'dyn/generic_objects.rs',
    ].map((path) => readFileSync(fixtures + path, 'utf8').replace(/\/\/~.*/g, ''));
    const edit = fc.record({
      source: fc.constantFrom(...sources),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.nat(40),
      inserted: fc.constantFrom(
        '',
        '.',
        '(',
        ')',
        '}',
        '{',
        ' x.',
        '&mut ',
        '?',
        ' as ',
        '::<',
        '|',
        ' = ',
        '_',
        'return ',
      ),
    });
    fc.assert(
      fc.property(edit, ({ source, at, removed, inserted }) => {
        const start = Math.floor(at * source.length);
        inferAll(source.slice(0, start) + inserted + source.slice(start + removed));
      }),
      { numRuns: 60 },
    );
  });

  const deep: Record<string, (n: number) => string> = {
    'binary operators': (n) => `fn f(a: u64) -> u64 { ${Array(n).fill('a').join(' + ')} }`,
    'method calls': (n) => `fn f(v: Option<u8>) { v${'.map(|x| x)'.repeat(n)}; }`,
    blocks: (n) => `fn f() { ${'{ let x = '.repeat(n)}1${'; }'.repeat(n)} }`,
    closures: (n) => `fn f(n: u8) { ${'|| '.repeat(n)}n; }`,
    'else branches': (n) => `fn f(n: u8) -> u8 { ${'if n == 1 { 2 } else '.repeat(n)}{ 3 } }`,
  };
  for (const [what, source] of Object.entries(deep)) {
    it(`does not run out of stack for ${what} nested without end`, () => {
      assert.ok(inferAll(source(5000)) > 0);
    });
  }

  it('takes time in proportion to a body', () => {
    const statements = (n: number): string =>
      `fn f() { let mut v = Vec::new(); ${'v.push(1); let x = v.len() + 1; '.repeat(n)} }`;
    inferAll(statements(10));
    // Of the processor, whatever else the machine has to do.
    const milliseconds = (n: number): number => {
      const start = process.cpuUsage();
      inferAll(statements(n));
      return process.cpuUsage(start).user / 1000;
    };
    // Ten times as much may take thirty times as long; not a hundred times.
    assert.ok(milliseconds(2000) < 30 * Math.max(milliseconds(200), 50));
  });

  it('infers types that would have to contain themselves as unknown', () => {
    const program = inferProgram('fn f() { let mut v = Vec::new(); v.push(v); let g = |x| x(x); }');
    assert.ok(program.result('f').exprTypes.length > 0);
  });
});
