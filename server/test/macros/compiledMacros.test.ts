import assert from 'node:assert/strict';
import { assocItems } from '../../src/hir/defMap/assocItems.ts';
import { crateDefMap } from '../../src/hir/defMap/defMap.ts';
import { implsInBodies } from '../../src/hir/defMap/implsInBodies.ts';
import { defData } from '../../src/hir/defs.ts';
import {
  type ProcMacroRequest,
  type ProcMacroResult,
  procMacroExpander,
} from '../../src/hir/macros/proc/expander.ts';
import { lex, type Token } from '../../src/hir/macros/tokens.ts';
import { bodySource } from '../../src/hir/source.ts';
import { type Fixture, fixture } from '../fixture.ts';

const macros = `
//- /pm/lib.rs crate:pm type:proc-macro library:/target/libpm.so
#[proc_macro] pub fn make(input: TokenStream) -> TokenStream {}
#[proc_macro_attribute] pub fn attr(args: TokenStream, item: TokenStream) -> TokenStream {}
#[proc_macro_derive(Magic, attributes(magic))] pub fn derive_magic(input: TokenStream) -> TokenStream {}
`;

const written = (tokens: readonly Token[]): string => tokens.map((token) => token.text).join(' ');

type Macro = (request: ProcMacroRequest) => string | Error;

/** A program whose macros are these functions from text to text. */
function program(main: string, run: Readonly<Record<string, Macro>>, cfg = ''): Fixture {
  const f = fixture(`//- /main.rs crate:main deps:pm${cfg && ` cfg:${cfg}`}\n${main}\n${macros}`);
  f.db.setResource(procMacroExpander, {
    expand(request: ProcMacroRequest): ProcMacroResult {
      assert.equal(request.library, '/target/libpm.so');
      const text = run[request.name]?.(request) ?? new Error('no such macro');
      if (text instanceof Error) return { kind: 'Error', message: text.message };
      return { kind: 'Tokens', tokens: lex({ text, spans: undefined }) };
    },
  });
  return f;
}

function names(f: Fixture): string[] {
  return [...crateDefMap(f.db, f.crate('main')).defs.keys()].map((def) => defData(def).name).sort();
}

describe('compiled procedural macros', () => {
  it('make items of a call', () => {
    const f = program('pm::make!(a, b);', {
      make: ({ input }) => `fn ${input[0]!.text}() {} struct ${input[2]!.text.toUpperCase()};`,
    });
    assert.deepEqual(names(f), ['B', 'a']);
  });

  it('take the place of the item that an attribute is on, whatever its kind', () => {
    const seen: string[] = [];
    const f = program(
      `use pm::attr;
       #[attr] fn f() {}
       /// Doc.
       #[inline] #[attr(x, "y")] #[cold] struct S { a: u8 }
       #[pm::attr] mod m { fn inner() {} }
       #[attr] impl S { fn method(&self) {} }`,
      {
        attr: ({ args, input }) => {
          seen.push(`(${written(args ?? [])}) ${written(input)}`);
          return written(input).replace(/\b(fn|struct|mod) (\w+)/, '$1 new_$2');
        },
      },
    );
    assert.deepEqual(names(f), ['S', 'inner', 'new_S', 'new_f', 'new_m'].sort());
    assert.ok(seen.includes('() fn f ( ) { }'));
    assert.ok(seen.includes('(x , "y") # [ doc = " Doc." ] # [ inline ] # [ cold ] struct S { a : u8 }'));
  });

  it('may hand the item on to another, whose path is written with blanks then', () => {
    const f = program('#[pm::attr(web)] async fn main() {}', {
      attr: ({ args, input }) =>
        written(args ?? []) === 'web'
          ? `# [ :: pm :: attr ( system = "s" ) ] ${written(input)}`
          : `fn started() {}`,
    });
    assert.deepEqual(names(f), ['started']);
  });

  it('make impls where a macro call in a body has the attribute', () => {
    const f = program(
      `trait Run {}
       macro_rules! declare { ($n:ident) => { #[pm::attr] mod $n { pub fn run() {} } } }
       fn main() { declare!(a); }`,
      {
        attr: ({ input }) =>
          `${written(input).slice(0, -1)} pub struct Token; impl crate::Run for Token {} }`,
      },
    );
    assert.equal(implsInBodies(f.db, f.crate('main')).length, 1);
  });

  it('take the place of an associated function', () => {
    const f = program('struct S; impl S { #[pm::attr] fn f(&self) {} fn g() {} }', {
      attr: () => 'fn a(&self) {} fn b() {}',
    });
    const impl = crateDefMap(f.db, f.crate('main')).impls[0]!;
    assert.deepEqual(
      assocItems(f.db, impl).map(({ name }) => name),
      ['a', 'b', 'g'],
    );
  });

  it('are given a derive input without what the cfg switches off, and without the derive', () => {
    let seen = '';
    const f = program(
      `#[derive(Clone)]
       #[cfg_attr(on, magic(a), derive(pm::Magic))]
       #[cfg_attr(off, magic(b))]
       pub enum E<T: Into<u8>> { #[cfg(off)] A, #[cfg(on)] B { #[cfg(off)] x: (u8, T), #[magic] y: Vec<T> }, C(#[cfg(off)] u8, u16) }`,
      {
        Magic: ({ input }) => {
          seen = written(input);
          return 'impl<T> E<T> {}';
        },
      },
      'on',
    );
    assert.ok(names(f).includes('E'));
    assert.equal(
      seen,
      '# [ magic ( a ) ] pub enum E < T : Into < u8 > > { B { # [ magic ] y : Vec < T > } , C ( u16 ) }',
    );
  });

  it('are found where a macro of another crate declares them', () => {
    const f = fixture(`//- /main.rs crate:main deps:pm
      #[derive(pm::Magic)] pub struct S;
      //- /pm/lib.rs crate:pm deps:help type:proc-macro library:/target/libpm.so
      help::declare! { #[proc_macro_derive(Magic, attributes(magic))] pub fn derive_magic() { pm } }
      //- /help/lib.rs crate:help
      #[macro_export] macro_rules! declare {
        ($(#[$meta:meta])* $vis:vis fn $name:ident() { $krate:ident }) => {
          $(#[$meta])* $vis fn $name(input: TokenStream) -> TokenStream { $crate::derive(input) }
        };
      }`);
    f.db.setResource(procMacroExpander, {
      expand: ({ name }: ProcMacroRequest) => ({
        kind: 'Tokens',
        tokens: lex({ text: `struct From${name};`, spans: undefined }),
      }),
    });
    assert.deepEqual(names(f), ['FromMagic', 'S']);
  });

  it('leave an item as it is written when they fail, and are counted', () => {
    const f = program('#[pm::attr] fn f() {} #[derive(pm::Magic)] struct S; pm::make!();', {
      attr: () => new Error('the macro panicked'),
      Magic: () => new Error('the macro panicked'),
    });
    assert.deepEqual(names(f), ['S', 'f']);
    assert.equal(crateDefMap(f.db, f.crate('main')).unresolved.procMacros, 2);
  });

  it('are not looked for in std, whose attributes may have the same names', () => {
    const f = fixture(`//- /main.rs crate:main deps:pm
      #[pm::attr] fn f() {}
      ${macros.replace('type:proc-macro', 'type:proc-macro origin:library')}
      //- /core/lib.rs crate:core
      #![no_core]
      #[attr] macro_rules! declare { ($n:ident) => { pub struct $n; } }
      declare!(Declared);
      pub mod inner { #[attr] pub macro path($n:ident) { pub struct $n; } pub use path as by_path; }
      inner::by_path!(ByPath);`);
    const ofCore = [...crateDefMap(f.db, f.crate('core')).defs.keys()].map((def) => defData(def).name);
    assert.ok(ofCore.includes('Declared') && ofCore.includes('ByPath'), ofCore.join());
  });

  it('are not looked for where an attribute is a helper, a built-in or of another name', () => {
    const f = program('#[magic] #[inline] #[rustfmt::skip] #[other::thing] fn f() {}', {});
    assert.deepEqual(names(f), ['f']);
    assert.equal(crateDefMap(f.db, f.crate('main')).unresolved.procMacros, 0);
  });

  it('are listed in a table that the compiler adds to their crate', () => {
    const f = program('', {});
    const root = crateDefMap(f.db, f.crate('pm'));
    const added = [...root.defs.keys()].find((def) => defData(def).name === '_');
    assert.equal(
      bodySource(f.db, added!)?.text,
      '{ #[used] static _DECLS: &[::proc_macro::bridge::client::ProcMacro] = &[' +
        '::proc_macro::bridge::client::ProcMacro::bang("make", make), ' +
        '::proc_macro::bridge::client::ProcMacro::attr("attr", attr), ' +
        '::proc_macro::bridge::client::ProcMacro::custom_derive("Magic", &["magic"], derive_magic)]; }',
    );
  });
});
