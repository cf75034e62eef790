import assert from 'node:assert/strict';
import { type CrateId, crateRoot, type DefId, defData, internDef } from '../../src/hir/defs.ts';
import {
  type BodyText,
  type FragmentKind,
  internHirFile,
  internMacroCall,
  type MacroCallId,
} from '../../src/hir/hirFile.ts';
import { lowerCtx, lowerMacroInvocation } from '../../src/hir/lowerTypes.ts';
import { expansion } from '../../src/hir/macros/expansion.ts';
import { hygieneParent } from '../../src/hir/macros/hygiene.ts';
import { resolveMacro, resolverForBody } from '../../src/hir/resolver.ts';
import { blocksWithItems, bodyTextTree, macroInvocations } from '../../src/hir/source.ts';
import { spanAt } from '../../src/hir/span.ts';
import { applyChanges } from '../../src/vfs/vfs.ts';
import { type Fixture, fixture } from '../fixture.ts';

/** Declarations of built-in macros, as core has them. */
const core = `
//- /core/lib.rs crate:core edition:2024
#[rustc_builtin_macro] #[macro_export] macro_rules! concat { () => {} }
#[rustc_builtin_macro] #[macro_export] macro_rules! stringify { () => {} }
#[rustc_builtin_macro] #[macro_export] macro_rules! cfg { () => {} }
#[rustc_builtin_macro] #[macro_export] macro_rules! env { () => {} }
#[rustc_builtin_macro] #[macro_export] macro_rules! module_path { () => {} }
#[rustc_builtin_macro] #[macro_export] macro_rules! line { () => {} }
#[rustc_builtin_macro] #[macro_export] macro_rules! include_str { () => {} }
#[rustc_builtin_macro] #[macro_export] macro_rules! compile_error { () => {} }
#[rustc_builtin_macro] #[macro_export] macro_rules! format_args { () => {} }
#[rustc_builtin_macro] #[macro_export] macro_rules! assert { () => {} }
#[rustc_builtin_macro(core_panic)] #[macro_export] #[allow_internal_unstable(edition_panic)] macro_rules! panic { () => {} }
#[rustc_builtin_macro] #[macro_export] macro_rules! never_heard_of { () => {} }
#[macro_export] macro_rules! todo { () => { $crate::panic!("not yet implemented") } }
#[macro_export] #[allow_internal_unstable(edition_panic)] macro_rules! check { ($e:expr) => { $crate::panic!("x", $e) } }
//- /std/lib.rs crate:std edition:2024
pub use core::*;
`;

function program(main: string, edition = '2021'): Fixture {
  return fixture(`//- /main.rs crate:main edition:${edition} cfg:unix\n${main}\n${core}`);
}

class Expander {
  readonly f: Fixture;
  readonly main: DefId;
  readonly krate: CrateId;

  constructor(f: Fixture) {
    this.f = f;
    this.krate = f.crate('main');
    this.main = internDef({
      krate: this.krate,
      parent: crateRoot(this.krate),
      kind: 'Fn',
      name: 'main',
      disambiguator: 0,
    });
  }

  /** The `ordinal`-th macro call of a text. */
  call(
    ordinal = 0,
    text: BodyText = { kind: 'Body', owner: this.main },
    fragment: FragmentKind = 'Expr',
  ): MacroCallId {
    const { db } = this.f;
    const tree = bodyTextTree(db, text)!;
    const blocks = blocksWithItems(db, { kind: 'Body', owner: this.main });
    const block =
      blocks.length === 0
        ? undefined
        : internHirFile({ kind: 'Block', text: { kind: 'Body', owner: this.main }, ordinal: 0 });
    const { path } = lowerMacroInvocation(lowerCtx(tree), macroInvocations(tree)[ordinal]!);
    const def = resolveMacro(db, resolverForBody(db, this.main, block), path);
    assert.ok(def !== undefined, 'the macro is found');
    assert.equal(defData(def).kind, 'Macro');
    return internMacroCall({ krate: this.krate, def, fragment, site: { kind: 'Body', text, ordinal } });
  }

  expand(ordinal = 0, text?: BodyText): string {
    const { text: result, error } = expansion(this.f.db, this.call(ordinal, text));
    return error === undefined ? result.replace(/\s+/g, ' ') : `error: ${error}`;
  }
}

const expandMain = (main: string, edition?: string): string => new Expander(program(main, edition)).expand();

describe('expansion', () => {
  it('expands macros of the crate', () => {
    assert.equal(expandMain('macro_rules! m { ($a:expr) => { $a + 1 }; }\nfn main() { m!(x); }'), 'x + 1');
  });

  it('expands the call in an expansion', () => {
    const e = new Expander(
      program('macro_rules! m { (0) => { 1 }; (s $($t:tt)*) => { m!($($t)*) }; }\nfn main() { m!(s s 0); }'),
    );
    const first = e.call();
    const second = e.call(0, { kind: 'Expansion', call: first });
    assert.equal(e.expand(0, { kind: 'Expansion', call: second }), '1');
  });

  it('says why a call does not expand', () => {
    const rules = 'macro_rules! m { (a) => {}; (a b) => {} }\n';
    assert.equal(
      expandMain(`${rules}fn main() { m!(a c); }`),
      'error: no rules expected `c` in the call of `m!`',
    );
    assert.equal(expandMain(`${rules}fn main() { m!(); }`), 'error: unexpected end of the call of `m!`');
    const e = new Expander(program('fn main() { never_heard_of!(); }'));
    assert.equal(expansion(e.f.db, e.call()).unknown, true);
  });

  it('ends endless recursion', () => {
    const e = new Expander(
      program('macro_rules! m { ($($t:tt)*) => { m!($($t)* a) } }\nfn main() { m!(); }'),
    );
    let call = e.call();
    for (let depth = 1; ; depth++) {
      const { error } = expansion(e.f.db, call);
      if (error !== undefined) {
        assert.equal(error, 'recursion limit reached while expanding `m!`');
        assert.equal(depth, 129);
        return;
      }
      call = e.call(0, { kind: 'Expansion', call });
    }
  });

  it('evaluates the built-in macros', () => {
    const value = (call: string) => expandMain(`mod inner {}\nfn main() { ${call}; }`);
    assert.equal(
      value(`concat!("a", 1, 'c', true, -2, 1.5, concat!("d", stringify!(e + f)))`),
      '"a1ctrue-21.5de + f"',
    );
    assert.equal(value('stringify!(a + b::<C>)'), '"a + b::<C>"');
    assert.equal(value('cfg!(all(unix, not(windows)))'), 'true');
    assert.equal(value('cfg!(windows)'), 'false');
    assert.equal(value('module_path!()'), '"main"');
    assert.equal(value('line!()'), '0u32');
    assert.equal(value('compile_error!("no")'), 'error: no');
    assert.equal(value('env!("NO_SUCH")'), "error: environment variable 'NO_SUCH' not defined");
  });

  it('reads included files beside the one with the call', () => {
    const e = new Expander(
      fixture(
        `//- /a/main.rs crate:main\nfn main() { include_str!("b.txt"); }\n//- /a/b.txt\nhello\n${core}`,
      ),
    );
    assert.equal(e.expand(), '"hello\\n"');
  });

  it('expands assertions and panics of the edition', () => {
    const core = '__dollar_crate_1';
    assert.equal(
      expandMain('fn main() { assert!(x > 1); }').replace(/\d+(?=::panicking)/, '1'),
      `if !( x > 1 ) { ${core}::panicking::panic("assertion failed: x > 1") }`,
    );
    assert.match(expandMain('fn main() { assert!(x, "m {}", y); }'), /panic::panic_2021!\( "m \{\}" , y \)/);
    assert.match(expandMain('fn main() { panic!("a"); }'), /::panic::panic_2021!\( "a" \)/);
    assert.match(expandMain('fn main() { panic!("a"); }', '2018'), /::panic::panic_2015!\( "a" \)/);
    // Written in core's edition, whoever calls it …
    const nested = (call: string) => {
      const e = new Expander(program(`fn main() { ${call}; }`, '2018'));
      return e.expand(0, { kind: 'Expansion', call: e.call() });
    };
    assert.match(nested('todo!()'), /panic_2021/);
    // … unless it says otherwise.
    assert.match(nested('check!(1)'), /panic_2015/);
  });

  it('knows where each token comes from', () => {
    const text = 'fn main() { m!(alpha); }';
    const e = new Expander(program(`macro_rules! m { ($a:expr) => { beta + $a }; }\n${text}`));
    const call = e.call();
    const { text: expanded, spans } = expansion(e.f.db, call);
    const beta = spanAt(spans, expanded.indexOf('beta'))!;
    const alpha = spanAt(spans, expanded.indexOf('alpha'))!;
    assert.deepEqual(alpha.anchor, { kind: 'Def', def: e.main });
    assert.equal(text.slice(alpha.start, alpha.end), 'alpha');
    assert.equal(alpha.ctx, 0);
    assert.equal(beta.anchor.kind === 'Def' && defData(beta.anchor.def).name, 'm');
    assert.equal(' ($a:expr) => { beta + $a }; '.slice(beta.start, beta.end), 'beta');
    assert.notEqual(beta.ctx, 0);
  });

  it('marks tokens of a macro, of each call anew', () => {
    const e = new Expander(
      program(
        'fn main() { macro_rules! m { ($a:ident) => { x + $a }; } m!(x); m!(x); n!(x); }\n#[macro_use] macro_rules! n { ($a:ident) => { x + $a }; }'
          .split('\n')
          .reverse()
          .join('\n'),
      ),
    );
    const contexts = [0, 1, 2].map((ordinal) => {
      const { spans } = expansion(e.f.db, e.call(ordinal));
      return spans.spans.map((span) => span!.ctx);
    });
    const [first, second, third] = contexts as [number[], number[], number[]];
    assert.equal(first[0], first[1]);
    assert.deepEqual([first[2], second[2], third[2]], [0, 0, 0]);
    assert.notEqual(first[0], second[0]);
    // A macro of the body itself may mean its variables; one from outside sees none.
    assert.equal(hygieneParent(first[0]!, e.main), 0);
    assert.equal(hygieneParent(third[0]!, e.main), undefined);
  });

  it('does not expand again what an edit elsewhere leaves as it was', () => {
    const before = 'macro_rules! m { ($a:expr) => { $a + 1 }; }\nfn main() { m!(x); }';
    const f = fixture(`//- /main.rs crate:main\n${before}\n${core}`);
    const e = new Expander(f);
    const call = e.call();
    expansion(f.db, call);
    const ran: string[] = [];
    f.db.onExecute = (query) => ran.push(query);
    const edited = `fn other() { m!(y); }\n${before}`;
    assert.ok(applyChanges(f.db, f.vfs, [{ kind: 'Open', path: '/main.rs', text: edited }]));
    assert.equal(expansion(f.db, call).text, 'x + 1');
    assert.ok(ran.includes('loweredItems') && !ran.includes('expansion') && !ran.includes('macroRules'));
  });
});
