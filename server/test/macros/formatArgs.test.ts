import assert from 'node:assert/strict';
import { expandFormatArgs, FormatError } from '../../src/hir/macros/formatArgs.ts';
import { stringValue } from '../../src/hir/macros/literals.ts';
import { CodeWriter, lex } from '../../src/hir/macros/tokens.ts';

function expand(args: string, newline = false): string {
  const out = new CodeWriter();
  const tokens = lex({ text: args, spans: undefined });
  expandFormatArgs(
    tokens,
    newline,
    'core',
    ([token]) => {
      const value = stringValue(token);
      return value === undefined || token === undefined ? undefined : { value, token };
    },
    out,
  );
  return out.finish().text.replace(/\s+/g, ' ');
}

/** The template and the list of arguments; both as `rustc -Zunpretty=hir` prints them. */
function check(args: string, template: string, list: string, newline = false): void {
  const text = expand(args, newline).replaceAll('core::fmt::rt::Argument::', '');
  const match =
    /^\(\{ #\[monolens_super\] let args = (.*?); #\[monolens_super\] let args = (.*); unsafe \{ core::fmt::Arguments::new\((b"(?:[^"\\]|\\.)*"), &args\) \} \}\)$/.exec(
      text,
    );
  assert.ok(match, text);
  const bytes = (literal: string) =>
    JSON.parse(literal.slice(1).replace(/\\x/g, '\\u00').replace(/\\0/g, '\\u0000'));
  assert.equal(bytes(match[3]!), bytes(template));
  const made = `${match[1]} ${match[2]}`;
  assert.equal(made.replace(/\s|,(?=\s*[\])])/g, ''), list.replace(/\s/g, ''));
}

describe('format_args', () => {
  it('is a string without arguments', () => {
    assert.equal(expand('"hi {{}}"', true), 'core::fmt::Arguments::from_str("hi {}\\n")');
    assert.equal(expand('"a{}b{}", "x", 3'), 'core::fmt::Arguments::from_str_nonconst("axb3")');
  });

  it('formats arguments in order', () => {
    check(
      '"{} {:?}", a, f(b)',
      String.raw`b"\xc0\x01 \xc0\x00"`,
      '(&a, &(f(b))) [new_display(args.0), new_debug(args.1)]',
    );
    check('"{x}"', String.raw`b"\xc0\x01\n\x00"`, '(&x) [new_display(args.0)]', true);
    check('"msg {}", x', String.raw`b"\x04msg \xc0\x00"`, '(&x) [new_display(args.0)]');
  });

  it('formats arguments out of order or twice', () => {
    check(
      '"{} {} {0:?}", x, s',
      String.raw`b"\xc0\x01 \xc0\x01 \xc0\x00"`,
      '(&x, &s) [new_display(args.0), new_display(args.1), new_debug(args.0)]',
    );
    check(
      '"{0}{0}{1:?}{0}", a, w',
      String.raw`b"\xc0\xc8\x00\x00\xc0\xc8\x00\x00\x00"`,
      '(&a, &w) [new_display(args.0), new_debug(args.1)]',
    );
  });

  it('has widths, precisions and flags', () => {
    check(
      '"{:>w$.3}", x',
      String.raw`b"\xd7 \x00\x008\x01\x00\x03\x00\x00"`,
      '(&x, &w) [new_display(args.0), from_usize(args.1)]',
    );
    check(
      '"{:#?} {:08.2x}", s, 255',
      String.raw`b"\xc1 \x00\x80\x60\x01 \xc7 \x00\x00y\x08\x00\x02\x00\x00"`,
      '(&s, &255) [new_debug(args.0), new_lower_hex(args.1)]',
    );
    check(
      '"{:.*}", 3, 1.0',
      String.raw`b"\xe5 \x00\x00p\x01\x00\x00"`,
      '(&3, &1.0) [new_display(args.1), from_usize(args.0)]',
    );
    check(
      '"{:w$.p$}|{:1$}|{a:?} {a:?} {a}", a, w',
      String.raw`b"\xf7 \x00\x00x\x01\x00\x02\x00\x01|\xdb \x00\x00h\x04\x00\x03\x00\x01|\xc8\x05\x00\x01 \xc8\x05\x00\x01 \xc0\x00"`,
      `(&a, &w, &p, &w, &a) [new_display(args.0), from_usize(args.3), from_usize(args.2), new_display(args.1), from_usize(args.1), new_debug(args.4), new_display(args.4)]`,
    );
    check(
      '"{:+} {:-} {:<5} {:^5} {:x?} {:X?} {:*>5}", 1, 2, 3, 4, 5, 6, w',
      String.raw`b"\xc1 \x00 \x60\x01 \xc1 \x00@\x60\x01 \xc3 \x00\x00\x08\x05\x00\x01 \xc3 \x00\x00H\x05\x00\x01 \xc1 \x00\x00b\x01 \xc1 \x00\x00d\x01 \xc3*\x00\x00(\x05\x00\x00"`,
      `(&1, &2, &3, &4, &5, &6, &w) [new_display(args.0), new_display(args.1), new_display(args.2), new_display(args.3), new_debug(args.4), new_debug(args.5), new_display(args.6)]`,
    );
    check(
      '"{:e} {:p} {:b} {:o} {:X} {:E}", 1, 2, 3, 4, 5, 6',
      String.raw`b"\xc0\x01 \xc0\x01 \xc0\x01 \xc0\x01 \xc0\x01 \xc0\x00"`,
      '(&1, &2, &3, &4, &5, &6) [new_lower_exp(args.0), new_pointer(args.1), new_binary(args.2), new_octal(args.3), new_upper_hex(args.4), new_upper_exp(args.5)]',
    );
  });

  it('takes named arguments', () => {
    check(
      '"{a} {b}", b = 1 + 2, a = x',
      String.raw`b"\xc0\x01 \xc0\x00"`,
      '(&(1 + 2), &x) [new_display(args.1), new_display(args.0)]',
    );
  });

  it('flattens what is nested', () => {
    check(
      '"{}{}", format_args!("{w}-{}", 5), \'c\'',
      String.raw`b"\xc0\x02-5\xc0\x00"`,
      "(&w, &'c') [new_display(args.0), new_display(args.1)]",
    );
    check(
      '"{}", __dollar_crate_0::format_args!("a{}b", x)',
      String.raw`b"\x01a\xc0\x01b\x00"`,
      '(&x) [new_display(args.0)]',
    );
  });

  it('does not mistake commas', () => {
    check(
      '"{} {}", f::<A, B>(c), |x, y| x',
      String.raw`b"\xc0\x01 \xc0\x00"`,
      '(&(f::<A, B>(c)), &(|x, y| x)) [new_display(args.0), new_display(args.1)]',
    );
  });

  it('refuses what is no format string', () => {
    for (const args of ['', 'x', '"{", 1', '"}"', '"{:y}", 1', '"{} {}", 1', '"{:??}", 1'])
      assert.throws(() => expand(args), FormatError, args);
  });
});
