import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FragmentSkipper } from '../../src/hir/macros/fragments.ts';
import { parseMacroRules } from '../../src/hir/macros/macroRules.ts';
import { CodeWriter, fragmentSpecifiers, lex, matchDelimiters } from '../../src/hir/macros/tokens.ts';
import { TranscribeError } from '../../src/hir/macros/transcribe.ts';
import { expandRules } from './expand.ts';

const words = (text: string) => lex({ text, spans: undefined }).map((t) => t.text);

const tokenText = fc.oneof(
  fc.string(),
  fc
    .array(
      fc.constantFrom(
        ..."a fn $x $ ( ) [ ] { } < > >> :: : , ; => = == . .. ..= | || & && # ! ? * + - ' 'a 'x' \"s\" r#\"s\"# b'x' 1 1.5 0x1F 1..2 let if match for in mut ref _ as dyn impl expr tt $a:expr $( )* )+ ),*".split(
          ' ',
        ),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(' ')),
);

describe('tokens', () => {
  it('splits numbers', () => {
    assert.deepEqual(words('1.5 1..2 1.max(2) 0x1F_u8 1e10 2.5e-3f64 x.0.1 1_000u32 1.'), [
      '1.5',
      '1',
      '..',
      '2',
      '1',
      '.',
      'max',
      '(',
      '2',
      ')',
      '0x1F_u8',
      '1e10',
      '2.5e-3f64',
      'x',
      '.',
      '0',
      '.',
      '1',
      '1_000u32',
      '1.',
    ]);
  });

  it('splits literals, lifetimes and raw identifiers', () => {
    assert.deepEqual(words(`'a' 'a '\\'' '\\u{41}' b'x' "a\\"b" r#"a"b"# br"x" c"y" r#fn '_`), [
      "'a'",
      "'a",
      "'\\''",
      "'\\u{41}'",
      "b'x'",
      '"a\\"b"',
      'r#"a"b"#',
      'br"x"',
      'c"y"',
      'r#fn',
      "'_",
    ]);
  });

  it('splits operators, with each `>` alone', () => {
    assert.deepEqual(words('a<<=b >>= c => d && e::f ..= ... -> ->>'), [
      'a',
      '<<=',
      'b',
      '>',
      '>',
      '=',
      'c',
      '=>',
      'd',
      '&&',
      'e',
      '::',
      'f',
      '..=',
      '...',
      '->',
      '->',
      '>',
    ]);
  });

  it('skips comments but reads documentation', () => {
    assert.deepEqual(words('a // b\n /* c /* d */ */ e //// f\n /**/ g'), ['a', 'e', 'g']);
    assert.deepEqual(words('/// x\n//! y\n'), [
      '#',
      '[',
      'doc',
      '=',
      '" x"',
      ']',
      '#',
      '!',
      '[',
      'doc',
      '=',
      '" y"',
      ']',
    ]);
  });

  it('writes tokens so that they are read again', () => {
    fc.assert(
      fc.property(tokenText, (text) => {
        const tokens = lex({ text, spans: undefined });
        const written = new CodeWriter().tokens(tokens).finish();
        const again = lex({ text: written.text, spans: written.spans });
        assert.deepEqual(
          again.map((t) => t.text),
          tokens.map((t) => t.text),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('finds fragments of anything without leaving it', () => {
    fc.assert(
      fc.property(tokenText, fc.constantFrom(...fragmentSpecifiers), (text, fragment) => {
        const tokens = lex({ text, spans: undefined });
        const skipper = new FragmentSkipper(tokens, matchDelimiters(tokens));
        for (let at = 0; at <= tokens.length; at++) {
          const end = skipper.skip(fragment, at);
          assert.ok(end === -1 || (end >= at && end <= tokens.length), `${fragment} at ${at} ends at ${end}`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('parses and applies any rules', () => {
    fc.assert(
      fc.property(tokenText, tokenText, fc.boolean(), (rules, args, isMacro2) => {
        parseMacroRules(lex({ text: rules, spans: undefined }), isMacro2);
        try {
          expandRules(`(${rules}) => { ${rules} }; ($($t:tt)*) => { $($t)* };`, args, isMacro2);
        } catch (e) {
          assert.ok(e instanceof TranscribeError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
