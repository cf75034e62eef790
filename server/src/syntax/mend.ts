/**
 * Half-typed bodies. While a call is being typed its parenthesis stands open, and to the grammar everything behind it
 * is arguments: one open delimiter loses the whole function. So before such a text is parsed, the statement that does
 * not balance is blanked out, length for length, from its beginning to the end of its line; the statements around it
 * mean what they meant before. After the recovery of delimiters in `rustc_parse::lexer`, which goes by lines, too.
 */
import { skipToken } from './scan.ts';

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

interface Open {
  readonly at: number;
  readonly close: string;
  /** Of a brace, where the statement at hand begins in it; of another delimiter, where that stands which opened it. */
  statement: number;
}

/** What stands wrong: to be blanked out, or to be closed at the end of the text. */
type Fault =
  | { readonly kind: 'Blank'; readonly start: number; readonly end: number }
  | { readonly kind: 'Close'; readonly braces: number };

/** More faults than this are no longer a text with a statement being typed. */
const maximumFaults = 32;

/** The text with balanced delimiters, every other character where it was; undefined if they balance already. */
export function mendDelimiters(text: string): string | undefined {
  let mended = text;
  for (let i = 0; i < maximumFaults; i++) {
    const fault = firstFault(mended);
    if (!fault) return i === 0 ? undefined : mended;
    if (fault.kind === 'Close') return `${mended}\n${'}'.repeat(fault.braces)}`;
    const blank = mended.slice(fault.start, fault.end).replace(/[^\n]/g, ' ');
    mended = mended.slice(0, fault.start) + blank + mended.slice(fault.end);
  }
  return mended;
}

function firstFault(text: string): Fault | undefined {
  const stack: Open[] = [{ at: -1, close: '', statement: 0 }];
  for (let at = 0; at < text.length; ) {
    const char = text[at]!;
    const top = stack[stack.length - 1]!;
    const close = closers[char];
    if (close !== undefined) {
      stack.push({ at, close, statement: close === '}' ? at + 1 : top.statement });
    } else if (char === ';') {
      if (top.close === '}') top.statement = at + 1;
    } else if (char === ')' || char === ']' || char === '}') {
      if (top.close === char) {
        stack.pop();
        const outer = stack[stack.length - 1]!;
        if (char === '}' && outer.close === '}') outer.statement = at + 1;
      } else return mismatch(text, stack, at, char);
    }
    at = skipToken(text, at);
  }
  if (stack.length === 1) return undefined;
  const open = stack.slice(1).find(({ close }) => close !== '}');
  return open ? openStatement(text, open, text.length) : { kind: 'Close', braces: stack.length - 1 };
}

/** A closing delimiter that does not close what is open last. */
function mismatch(text: string, stack: readonly Open[], at: number, char: string): Fault {
  let closes = stack.length - 1;
  while (closes > 0 && stack[closes]!.close !== char) closes--;
  // A `)` does not reach over a brace: it is one too many.
  const reaches = closes > 0 && (char === '}' || stack.slice(closes).every(({ close }) => close !== '}'));
  if (!reaches) return { kind: 'Blank', start: at, end: at + 1 };
  return openStatement(text, stack[closes + 1]!, at);
}

/** From the beginning of the statement with an open delimiter to the end of its line, or to what closes around it. */
function openStatement(text: string, open: Open, limit: number): Fault {
  const line = text.indexOf('\n', open.at);
  const end = Math.min(line < 0 ? text.length : line, limit);
  return { kind: 'Blank', start: Math.min(open.statement, open.at), end: Math.max(end, open.at + 1) };
}
