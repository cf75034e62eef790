import assert from 'node:assert/strict';
import '../support.ts';
import { kebabCase, shoutySnakeCase, snakeCase, words } from '../../src/hir/macros/proc/casing.ts';
import { docLines, parseDeriveInput, splitTokens, tokenText } from '../../src/hir/macros/proc/input.ts';
import { expandProcDerive } from '../../src/hir/macros/proc/procMacro.ts';
import { CodeWriter, lex } from '../../src/hir/macros/tokens.ts';
import type { CfgOptions } from '../../src/project/cfg.ts';
import { parseFragment } from '../../src/syntax/fragment.ts';

const cfg: CfgOptions = new Set(['on']);
const tokens = (text: string) => lex({ text, spans: undefined });

function expand(krate: string, name: string, text: string): string | undefined {
  const out = new CodeWriter();
  const context = { cratePath: (krate: string) => `::${krate}`, rootNames: () => ['__private17'] };
  return expandProcDerive(krate, name, tokens(text), 0, cfg, context, out) ? out.finish().text : undefined;
}

describe('procedural macros', () => {
  it('reads generics, fields, attributes and documentation', () => {
    const input = parseDeriveInput(
      tokens(
        "/// One.\n/// Two.\n#[serde(default)] pub(crate) struct S<'a, T: Iterator<Item = u8>, const N: usize = 3>(&'a T, #[x] pub [u8; N]) where T: Copy;",
      ),
      cfg,
    );
    assert.ok(input);
    assert.deepEqual(docLines(input.attrs), ['One.', 'Two.']);
    assert.deepEqual(
      input.params.map((p) => [p.kind, p.name]),
      [
        ['Lifetime', "'a"],
        ['Type', 'T'],
        ['Const', 'N'],
      ],
    );
    assert.equal(tokenText(input.params[2]!.declaration), 'const N: usize');
    assert.deepEqual(
      input.variants[0]!.fields.map((f) => [f.name, tokenText(f.ty), f.attrs.length]),
      [
        ['0', "&'a T", 0],
        ['1', '[u8; N]', 1],
      ],
    );
    assert.equal(tokenText(input.predicates), 'T: Copy');
  });

  it('leaves out what is configured out', () => {
    const input = parseDeriveInput(
      tokens('enum E { A, #[cfg(off)] B, #[cfg_attr(on, serde(rename = "c"))] C { #[cfg(off)] x: u8 } }'),
      cfg,
    );
    assert.deepEqual(
      input?.variants.map((v) => [v.name, v.fields.length, v.attrs.length]),
      [
        ['A', 0, 0],
        ['C', 0, 1],
      ],
    );
  });

  it('splits identifiers into words as heck does', () => {
    assert.deepEqual(words('HTTPServer2_two'), ['HTTP', 'Server2', 'two']);
    assert.equal(kebabCase('no_squeezing'), 'no-squeezing');
    assert.equal(snakeCase('XMLHttpRequest'), 'xml_http_request');
    assert.equal(shoutySnakeCase('blockSize'), 'BLOCK_SIZE');
    assert.deepEqual(splitTokens(tokens('a, (b, c), d,')).map(tokenText), ['a', '(b, c)', 'd']);
  });

  const inputs: [string, string, string][] = [
    [
      'clap_derive',
      'Parser',
      '#[derive(Parser)] #[command(version, about)] struct Opt { /// Help.\n#[arg(short, long, default_value_t = 3)] n: u32, v: Vec<String>, o: Option<Option<u8>>, #[command(subcommand)] c: Option<Cmd>, #[command(flatten)] f: F, #[arg(skip)] s: () }',
    ],
    [
      'clap_derive',
      'Subcommand',
      'enum Cmd { A, B(Args), #[command(flatten)] C(More), D { x: u8 }, #[command(external_subcommand)] E(Vec<String>) }',
    ],
    ['clap_derive', 'ValueEnum', 'enum Color { #[value(name = "x")] Always, #[value(skip)] Never(u8) }'],
    [
      'serde_derive',
      'Serialize',
      'struct S<T> { #[serde(rename = "x", skip_serializing_if = "Option::is_none")] a: Option<T>, b: u8 }',
    ],
    ['serde_derive', 'Serialize', 'enum E { A, B(u8), C(u8, u16), D { q: i32 } }'],
    [
      'serde_derive',
      'Deserialize',
      '#[serde(default, deny_unknown_fields)] struct S<T> { #[serde(alias = "y")] a: Option<T>, #[serde(skip)] b: u8 }',
    ],
    ['serde_derive', 'Deserialize', 'enum E { A, B(u8), C(u8, u16), D { q: i32 } }'],
    [
      'thiserror_impl',
      'Error',
      'enum E { #[error("io {0}")] Io(#[from] Io), #[error("bad {name} {}", .code)] B { name: String, code: u8 }, #[error(transparent)] O(Box<dyn Error>), #[error("u")] U }',
    ],
  ];

  for (const [krate, name, text] of inputs) {
    it(`writes code that parses for ${name} of ${text.slice(0, 40)}`, () => {
      const expanded = expand(krate, name, text);
      assert.ok(expanded);
      assert.equal(parseFragment(expanded, 'Items').hasError, false, expanded);
    });
  }

  it('gives up on attributes that it does not know', () => {
    assert.equal(expand('serde_derive', 'Serialize', '#[serde(untagged)] enum E { A }'), undefined);
    assert.equal(expand('clap_derive', 'Parser', 'struct S { #[arg(unheard_of)] a: u8 }'), undefined);
    assert.equal(expand('thiserror_impl', 'Error', 'enum E { #[error(fmt = f)] A }'), undefined);
  });

  it('never throws on half-typed items', () => {
    for (const [krate, name, text] of inputs) {
      for (let end = 0; end < text.length; end += 3) expand(krate, name, text.slice(0, end));
    }
  });
});
