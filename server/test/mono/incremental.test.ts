/**
 * What an edit costs, in queries: an edit inside one body has that body inferred and lowered again and no other; and
 * whatever the edits were, the result is the one that a new database gives for the same text.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type DefId, defData } from '../../src/hir/defs.ts';
import { collect } from '../../src/mono/collector.ts';
import { defaultConfig, internConfig } from '../../src/mono/config.ts';
import { printMonoItem } from '../../src/mono/names.ts';
import { TyPrinter } from '../../src/ty/print.ts';
import { applyChanges } from '../../src/vfs/vfs.ts';
import { type Fixture, fixture, smallCore } from '../fixture.ts';

const calls = ['id(1u8);', 'id(2u16);', 'id(true);', 'pair(1u8, true);', 'pair(true, 2u16);', ''];

function source(bodies: readonly string[]): string {
  return [
    'fn id<T>(t: T) -> T { t }',
    'fn pair<A, B>(a: A, b: B) { id(a); id(b); }',
    ...bodies.map((body, i) => `fn f${i}() { ${body} }`),
    `fn main() { ${bodies.map((_, i) => `f${i}();`).join(' ')} }`,
  ].join('\n');
}

/** A program of two files whose signatures, impls, macros and bodies can each be one of several. */
interface Variant {
  readonly bodies: readonly string[];
  readonly signature: string;
  readonly impls: readonly string[];
  readonly rule: string;
  readonly tail: string;
  /** Calls of a macro that makes items. */
  readonly made: readonly string[];
}

const variants: fc.Arbitrary<Variant> = fc.record({
  bodies: fc.array(
    fc.constantFrom(
      'id(1u8);',
      'show(2u16);',
      'show(S);',
      'call!(true);',
      'let f = |x: u8| id(x); f(1u8);',
      'struct Inner; impl Show for Inner { fn show(&self) { id(3u8) } } show(Inner);',
      'fn nested<T>(t: T) { id(t); } nested(S);',
      'unknown();',
      'show(made_1());',
      'show(made_2());',
    ),
    { minLength: 2, maxLength: 2 },
  ),
  signature: fc.constantFrom('t: T', 't: T, u: u8', 't: &T'),
  impls: fc.subarray([
    'impl Show for u16 { fn show(&self) { id(4u16); } }',
    'impl Show for S { fn show(&self) { id(self); } }',
    'impl<T> Show for &T { }',
  ]),
  rule: fc.constantFrom('($e:expr) => { id($e) }', '($e:expr) => { show($e) }'),
  tail: fc.constantFrom('', '// a comment', 'pub fn more<T>() {}', 'pub struct S2;'),
  made: fc.subarray(['make!(M1 made_1);', 'fn between() {}', 'make!(M2 made_2);']),
});

function mainFile({ bodies, rule }: Variant): string {
  return [
    `macro_rules! call { ${rule} }`,
    'mod lib;',
    'use lib::*;',
    ...bodies.map((body, i) => `fn f${i}() { ${body} }`),
    'fn main() { f0(); f1(); }',
  ].join('\n');
}

function libFile({ signature, impls, tail, made }: Variant): string {
  return [
    tail,
    'pub trait Show { fn show(&self) { id(true); } }',
    'pub struct S;',
    'pub fn id<T>(t: T) -> T { t }',
    `pub fn show<T: Show>(${signature}) { t.show(); }`,
    ...impls,
    'macro_rules! make {',
    '  ($n:ident $f:ident) => { pub struct $n; impl Show for $n {} pub fn $f() -> $n { $n } };',
    '}',
    ...made,
  ].join('\n');
}

function load(text: string): Fixture {
  return fixture(`${text}\n${smallCore}`);
}

function items(f: Fixture): string[] {
  const krate = f.crate('main');
  const printer = new TyPrinter(f.db, krate);
  return collect(f.db, internConfig(defaultConfig(krate)))
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
      if (query === 'infer' || query === 'unoptimizedMir') ran.push(`${query} ${defData(key as DefId).name}`);
    };
    edit(f, before.replace('id(true);', 'id(2u16);'));
    assert.ok(items(f).includes('fn id::<u16>'));
    assert.deepEqual(ran.sort(), ['infer f1', 'unoptimizedMir f1']);
  });

  /** What is inferred and built for an edit, and how many instances are looked at. */
  function rerun(f: Fixture, text: string): string[] {
    const ran: string[] = [];
    f.db.onExecute = (query, key) => {
      if (query === 'infer' || query === 'unoptimizedMir') ran.push(`${query} ${defData(key as DefId).name}`);
      if (query === 'instanceUses') ran.push(query);
    };
    edit(f, text);
    items(f);
    f.db.onExecute = undefined;
    return ran;
  }

  const small = [
    'trait Show { fn show(&self) {} }',
    'struct S;',
    'impl S { fn method(&self) { id(1u8); } }',
    'macro_rules! show { ($n:ident) => { impl Show for $n { fn show(&self) { id(2u8); } } } }',
    'show!(S);',
    source(['S.method();', 'S.show();', 'unknown();']),
  ].join('\n');

  for (const [what, added] of [
    ['a function', 'fn added() {}'],
    ['an import', 'use id as added;'],
    ['a type with methods', 'struct T; impl T { fn new() -> T { T } }'],
    ['an impl of an unrelated trait', 'struct T; trait Other { fn m(&self) {} } impl Other for T {}'],
    ['a macro', 'macro_rules! added { () => {} }'],
    ['a macro call', 'macro_rules! more { () => { struct More; impl More { fn m() {} } } } more!();'],
    ['a module', 'mod added { pub fn f() {} }'],
  ] as const) {
    for (const place of ['above', 'below'] as const) {
      it(`infers no body of its own module again when ${what} is added ${place} all others`, () => {
        const f = load(small);
        assert.ok(items(f).includes('fn <S as Show>::show'));
        const text = place === 'above' ? `${added}\n${small}` : `${small}\n${added}`;
        assert.deepEqual(rerun(f, text), []);
        assert.deepEqual(items(f), items(load(text)));
      });
    }
  }

  it('infers no caller again when another method is added to an impl or a trait', () => {
    const f = load(small);
    items(f);
    const withMethod = small.replace('impl S {', 'impl S { fn added(&self) {}');
    assert.deepEqual(rerun(f, withMethod), []);
    assert.deepEqual(rerun(f, withMethod.replace('trait Show {', 'trait Show { fn added(&self) {}')), []);
  });

  it('infers those bodies again that mention a new name, and no others', () => {
    const f = load(small);
    items(f);
    assert.deepEqual(rerun(f, `${small}\nfn unknown() {}`).sort(), [
      'infer f2',
      'infer unknown',
      'instanceUses',
      'instanceUses',
      'unoptimizedMir f2',
      'unoptimizedMir unknown',
    ]);
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

  it('gives the same items, causes and unresolved uses, whatever is edited', () => {
    const dump = (f: Fixture) => {
      const krate = f.crate('main');
      const printer = new TyPrinter(f.db, krate);
      const { items: found, causes, unresolved } = collect(f.db, internConfig(defaultConfig(krate)));
      return [
        ...found.map((item) => {
          const cause = causes.get(item);
          const by = cause ? `${printMonoItem(printer, cause.user)} at ${cause.source}` : 'root';
          return `${printMonoItem(printer, item)} by ${by}`;
        }),
        ...unresolved.map((use) => `${use.cause} ${use.detail} in ${printMonoItem(printer, use.item)}`),
      ];
    };
    const whole = (v: Variant) => load(`//- /main.rs crate:main\n${mainFile(v)}\n//- /lib.rs\n${libFile(v)}`);
    fc.assert(
      fc.property(fc.array(variants, { minLength: 2, maxLength: 6 }), (states) => {
        const f = whole(states[0]!);
        for (const state of states) {
          applyChanges(f.db, f.vfs, [
            { kind: 'Open', path: '/main.rs', text: mainFile(state) },
            { kind: 'Open', path: '/lib.rs', text: libFile(state) },
          ]);
          assert.deepEqual(dump(f), dump(whole(state)));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('looks at library code again when a library is edited', () => {
    const library = (body: string) => `pub fn run<T>(t: T) { ${body} } fn id<T>(t: T) {}`;
    const whole = (call: string, body: string) =>
      `//- /main.rs crate:main deps:lib\nfn main() { ${call} }\n//- /lib/lib.rs crate:lib origin:library\n${library(body)}`;
    const f = load(whole('lib::run(1u8);', 'id(t);'));
    f.vfs.setLibraryRoots(['/lib', '/core']);
    const expect = (call: string, body: string) => assert.deepEqual(items(f), items(load(whole(call, body))));
    expect('lib::run(1u8);', 'id(t);');
    edit(f, 'fn main() { lib::run(2u16); }');
    expect('lib::run(2u16);', 'id(t);');
    for (const body of ['id(0u8);', 'id(0u8); id(t);', '']) {
      applyChanges(f.db, f.vfs, [{ kind: 'Open', path: '/lib/lib.rs', text: library(body) }]);
      expect('lib::run(2u16);', body);
      edit(f, 'fn main() { lib::run(1u8); }');
      expect('lib::run(1u8);', body);
      edit(f, 'fn main() { lib::run(2u16); }');
    }
  });
});
