/**
 * What an edit costs, in queries: an edit inside one body has that body inferred and lowered again and no other; and
 * whatever the edits were, the result is the one that a new database gives for the same text.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type DefId, defData } from '../../src/hir/defs.ts';
import { collect } from '../../src/mono/collector.ts';
import { devConfig, internConfig } from '../../src/mono/config.ts';
import { printMonoItem } from '../../src/mono/names.ts';
import { TyPrinter } from '../../src/ty/print.ts';
import { applyChanges } from '../../src/vfs/vfs.ts';
import { type Fixture, fixture } from '../fixture.ts';

const core = `
//- /core/lib.rs crate:core
#![no_core]
#[lang = "sized"] pub trait Sized {}
#[lang = "copy"] pub trait Copy {}
impl Copy for u8 {}
impl Copy for u16 {}
impl Copy for bool {}
pub mod prelude { pub mod rust_2021 { pub use crate::{Sized, Copy}; } }
`;

const calls = ['id(1u8);', 'id(2u16);', 'id(true);', 'pair(1u8, true);', 'pair(true, 2u16);', ''];

function source(bodies: readonly string[]): string {
  return [
    'fn id<T>(t: T) -> T { t }',
    'fn pair<A, B>(a: A, b: B) { id(a); id(b); }',
    ...bodies.map((body, i) => `fn f${i}() { ${body} }`),
    `fn main() { ${bodies.map((_, i) => `f${i}();`).join(' ')} }`,
  ].join('\n');
}

function load(text: string): Fixture {
  return fixture(`${text}\n${core}`);
}

function items(f: Fixture): string[] {
  const krate = f.crate('main');
  const printer = new TyPrinter(f.db, krate);
  return collect(f.db, internConfig(devConfig(krate)))
    .items.map((item) => printMonoItem(printer, item))
    .sort();
}

function edit(f: Fixture, text: string): void {
  applyChanges(f.db, f.vfs, [{ kind: 'Open', path: '/main.rs', text }]);
}

describe('incremental collection', () => {
  it('infers and builds only the body that was edited', () => {
    const before = source(['id(1u8);', 'id(true);', 'pair(1u8, true);']);
    const f = load(before);
    assert.ok(items(f).includes('fn id::<bool>'));
    const ran: string[] = [];
    f.db.onExecute = (query, key) => {
      if (query === 'infer' || query === 'mirBody') ran.push(`${query} ${defData(key as DefId).name}`);
    };
    edit(f, before.replace('id(true);', 'id(2u16);'));
    assert.ok(items(f).includes('fn id::<u16>'));
    assert.deepEqual(ran.sort(), ['infer f1', 'mirBody f1']);
  });

  it('infers nothing when a function merely moves', () => {
    const before = source(['id(1u8);', 'id(true);']);
    const f = load(before);
    const first = items(f);
    const ran: string[] = [];
    f.db.onExecute = (query) => {
      if (query === 'infer') ran.push(query);
    };
    edit(f, `// a comment on a line of its own\n\n${before}`);
    assert.deepEqual(items(f), first);
    assert.deepEqual(ran, []);
  });

  it('gives what a new database gives, whatever the edits', () => {
    const body = fc.constantFrom(...calls);
    fc.assert(
      fc.property(fc.array(fc.tuple(body, body, body), { minLength: 2, maxLength: 6 }), (states) => {
        const f = load(source(states[0]!));
        for (const state of states) {
          edit(f, source(state));
          assert.deepEqual(items(f), items(load(source(state))));
        }
      }),
      { numRuns: 12 },
    );
  });
});
