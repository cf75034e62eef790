/** Lists of items: groups, units, instantiations, explanations, hints. */
import assert from 'node:assert/strict';
import { codegenUnitItems, codegenUnits } from '../../src/ide/codegenUnits.ts';
import { diagnostics } from '../../src/ide/diagnostics.ts';
import { explain } from '../../src/ide/explain.ts';
import { inlayHints } from '../../src/ide/inlayHints.ts';
import { instantiationsAt } from '../../src/ide/instantiations.ts';
import { itemsText } from '../../src/ide/itemsText.ts';
import { type GroupFilter, type GroupSort, MonoItemGroups } from '../../src/ide/monoItems.ts';
import { subject } from './program.ts';

const source = `
fn main() {
    twice(1u8);
    twice(true);
    shapes::once(1u32);
}
fn twice<T: Copy>(x: T) -> T { shapes::once(x) }
mod shapes {
    pub fn once<T>(x: T) -> T { x }
}
`;

describe('groups of mono items', () => {
  const { program, printers } = subject(source);
  const list = (filter: GroupFilter, sort: GroupSort = 'copies') =>
    new MonoItemGroups(program, printers)
      .list(filter, sort, 0, 100)
      .groups.map(({ label, copies }) => `${label} ${copies}`);

  it('have the most copies first', () => {
    assert.deepEqual(list({}), ['shapes::once 3', 'twice 2', 'main 1']);
  });

  it('are sorted by name on demand', () => {
    assert.deepEqual(list({}, 'name'), ['main 1', 'shapes::once 3', 'twice 2']);
  });

  it('are filtered by words, kinds and counts', () => {
    assert.deepEqual(list({ text: 'ONCE shapes' }), ['shapes::once 3']);
    assert.deepEqual(list({ text: 'bool twice' }), ['twice 2']);
    assert.deepEqual(list({ text: 'kind:closure' }), []);
    assert.deepEqual(list({ text: 'min:2' }), ['shapes::once 3', 'twice 2']);
    assert.deepEqual(list({ text: 'crate:core' }), []);
    assert.deepEqual(list({ genericOnly: true }), ['shapes::once 3', 'twice 2']);
  });

  it('come in pages, with totals over all of them', () => {
    const { total, totalItems, groups } = new MonoItemGroups(program, printers).list({}, 'copies', 1, 1);
    assert.deepEqual([total, totalItems, groups.map(({ label }) => label)], [3, 6, ['twice']]);
  });

  it('are named without lifetimes', () => {
    const { program, printers } = subject(`
struct Cursor<'a, T>(&'a T);
impl<'a, T> Cursor<'a, T> { fn get(&self) -> &'a T { self.0 } }
fn main() { Cursor(&1u8).get(); }
`);
    const { groups } = new MonoItemGroups(program, printers).list({ text: 'get' }, 'name', 0, 1);
    assert.equal(groups[0]?.label, 'Cursor::<T>::get');
  });

  it('open to their copies', () => {
    const groups = new MonoItemGroups(program, printers);
    const { id } = groups.list({ text: 'once' }, 'copies', 0, 1).groups[0]!;
    const { total, items } = groups.items(id, 0, 2);
    assert.deepEqual([total, items.map(({ args }) => args)], [3, ['bool', 'u32']]);
  });
});

describe('codegen units', () => {
  it('are two a module in an incremental build', () => {
    const { program, printers } = subject(source, { incremental: true });
    const [config] = program.targets;
    const units = codegenUnits(program.db, config!);
    assert.deepEqual(
      units.map(({ name, kind, modules, items }) => [name, kind, modules, items]),
      [
        ['main', 'stable', ['main'], 1],
        ['main-shapes.volatile', 'volatile', ['main::shapes'], 3],
        ['main.volatile', 'volatile', ['main'], 2],
      ],
    );
    const { total, items } = codegenUnitItems(program.db, printers, config!, 'main.volatile', 0, 10);
    assert.deepEqual(
      [total, items.map(({ item }) => item.label)],
      [2, ['fn twice::<bool>', 'fn twice::<u8>']],
    );
  });
});

describe('explanations', () => {
  it('lead from a root to the item', () => {
    const { program, printers, at } = subject(source);
    const steps = explain(program, printers, 'fn shapes::once::<bool>');
    assert.deepEqual(
      steps?.map(({ item, reason, place }) => [item.label, reason, place && at(place)]),
      [
        ['fn main', 'root', undefined],
        ['fn twice::<bool>', 'call', '3: twice'],
        ['fn shapes::once::<bool>', 'call', '6: shapes::once'],
      ],
    );
  });

  it('find an item by id as by label', () => {
    const { program, printers } = subject(source);
    const id = explain(program, printers, 'twice::<u8>')?.at(-1)?.item.id;
    assert.ok(id);
    assert.equal(explain(program, printers, id)?.at(-1)?.item.label, 'fn twice::<u8>');
    assert.equal(explain(program, printers, 'fn nothing'), undefined);
  });
});

describe('instantiations at a place', () => {
  it('are those of the function around it, with a place in each user', () => {
    const { program, printers, crate, file, offset, at } = subject(`
fn main() {
    f(1u8);
    f(2u8);
    f(true);
}
fn f<T>(x: T) -> T { $0x }
`);
    const found = instantiationsAt(program, printers, crate, file, offset);
    assert.equal(found?.group.label, 'f');
    assert.deepEqual(
      found?.instantiations.map(({ item, causes }) => [item.args, causes.map(at)]),
      [
        ['u8', ['2: f']],
        ['bool', ['4: f']],
      ],
    );
  });
});

describe('the items as text', () => {
  it('are the lines that rustc prints', () => {
    const { program, printers } = subject('fn main() { f(1u8); }\nfn f<T>(x: T) -> T { x }\n');
    assert.match(
      itemsText(program, printers),
      /^\/\/ crate main: 2 mono items\nMONO_ITEM fn f::<u8> @@ main-cgu\.0\[\w+\]\nMONO_ITEM fn main @@ main-cgu\.0\[\w+\]\n$/,
    );
  });
});

describe('hints', () => {
  it('mark parameters that the code does not depend on, except where a trait asks for them', () => {
    const { program, crate, file, at } = subject(`
fn f<A, const N: u32, B>(b: B) -> B { b }
trait Tagged { fn tag<T>(&self) -> u32; }
impl Tagged for u8 { fn tag<T>(&self) -> u32 { 1 } }
fn main() {}
`);
    assert.deepEqual(
      diagnostics(program.db, crate, file).map(({ range }) => at(range)),
      ['1: A', '1: N'],
    );
  });

  it('show the arguments behind calls that leave them out', () => {
    const { program, printers, crate, file, text, at } = subject(`
fn main() { f(1u8); g(true); g(1u8); f::<u32>(1); }
fn g<T>(x: T) -> T { f(x) }
fn f<T>(x: T) -> T { x }
`);
    assert.deepEqual(
      inlayHints(program, printers, crate, file, 0, text.length).map(({ range, label, tooltip }) => [
        at(range),
        label,
        tooltip,
      ]),
      [
        ['1: f', '::<u8>', undefined],
        ['1: g', '::<bool>', undefined],
        ['1: g', '::<u8>', undefined],
        ['2: f', '::<2 instances>', 'bool\nu8'],
      ],
    );
  });
});
