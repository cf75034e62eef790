/**
 * Half-typed bodies. To the grammar, an open parenthesis turns everything behind it into arguments, and a `let x =`
 * takes the next statement for its value: while one statement is being typed, its whole function does not parse. So a
 * body with errors is mended first, length for length, so that offsets stay: what is broken is blanked out, and the
 * statements around it mean what they meant before.
 *
 * 1. *Delimiters* (`mendDelimiters`). A statement with a delimiter that nothing closes is blanked out to the end of its
 *    line; which of several braces stands open is told by indentation. After the recovery in `rustc_parse::lexer`,
 *    which goes by indentation, too.
 * 2. *Statements* (`mendStatements`). A block is cut where a statement ends or, if it does not end, where a line begins
 *    that is indented no deeper. Pieces that parse by themselves stay; of the others, the blocks inside are mended in
 *    the same way, and what does not parse even then is blanked out.
 */
import { skipBalanced, skipToken } from './scan.ts';

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

interface Open {
  readonly at: number;
  readonly close: string;
  /** Where the statement begins that opens it. */
  readonly start: number;
  /** Of a brace: where the statement at hand begins in it. */
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
  const stack: Open[] = [{ at: -1, close: '}', start: 0, statement: 0 }];
  for (let at = 0; at < text.length; ) {
    const char = text[at]!;
    const top = stack[stack.length - 1]!;
    const close = closers[char];
    if (close !== undefined) {
      const start = top.close === '}' ? top.statement : top.start;
      stack.push({ at, close, start, statement: at + 1 });
    } else if (char === ';') {
      if (top.close === '}') top.statement = at + 1;
    } else if (char === ')' || char === ']' || char === '}') {
      if (top.close === char && stack.length > 1) {
        const left = char === '}' ? leftOpen(text, stack, at) : undefined;
        if (left) return openStatement(text, left, at);
        stack.pop();
        const outer = stack[stack.length - 1]!;
        if (char === '}' && outer.close === '}') outer.statement = at + 1;
      } else return mismatch(text, stack, at, char);
    }
    at = skipToken(text, at);
  }
  if (stack.length === 1) return undefined;
  const open = stack.find(({ close }) => close !== '}');
  return open ? openStatement(text, open, text.length) : { kind: 'Close', braces: stack.length - 1 };
}

/** The brace that is open last, if by its indentation a closing one belongs to another further out. */
function leftOpen(text: string, stack: readonly Open[], close: number): Open | undefined {
  const indent = close - lineStart(text, close);
  if (text.slice(close - indent, close).trim() !== '') return undefined;
  const top = stack[stack.length - 1]!;
  if (indentAt(text, top.at) <= indent) return undefined;
  // The text's first line begins somewhere in its own line.
  const couldBe = (open: Open) => lineStart(text, open.at) === 0 || indentAt(text, open.at) === indent;
  const isOuter = stack.slice(1, -1).some((open) => open.close === '}' && couldBe(open));
  return isOuter ? top : undefined;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** White space before the first character of the line. */
function indentAt(text: string, at: number): number {
  const start = lineStart(text, at);
  let end = start;
  while (end < text.length && (text[end] === ' ' || text[end] === '\t')) end++;
  return end - start;
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
  return { kind: 'Blank', start: open.start, end: Math.max(end, open.at + 1) };
}

// ---------------------------------------------------------------------------------------- statements

/** Whether the statements of a block, as a text, parse without an error. */
export type ParsesAsStatements = (text: string) => boolean;

/** Blocks inside blocks are mended this deep. */
const maximumDepth = 8;

/** `text` is balanced. Each block in it is mended from the outside in. */
export function mendStatements(text: string, parses: ParsesAsStatements): string {
  const open = bodyBrace(text);
  const end = open < 0 ? -1 : skipBalanced(text, open);
  if (end < 0) return text;
  return text.slice(0, open + 1) + mendBlock(text.slice(open + 1, end - 1), parses, 0) + text.slice(end - 1);
}

/** The brace of a function's body: the first one that no delimiter surrounds. */
function bodyBrace(text: string): number {
  for (let at = 0; at < text.length; ) {
    const char = text[at];
    if (char === '{') return at;
    const end = char === '(' || char === '[' ? skipBalanced(text, at) : skipToken(text, at);
    if (end < 0) return -1;
    at = end;
  }
  return -1;
}

function mendBlock(block: string, parses: ParsesAsStatements, depth: number): string {
  const pieces = cutStatements(block);
  return mendPieces(pieces, parses, depth).join('');
}

/** Halves are looked at while they have errors, so that one broken statement costs few parses. */
function mendPieces(pieces: readonly string[], parses: ParsesAsStatements, depth: number): readonly string[] {
  if (pieces.length === 0 || parses(pieces.join(''))) return pieces;
  if (pieces.length === 1) return [mendPiece(pieces[0]!, parses, depth)];
  const middle = pieces.length >> 1;
  return [
    ...mendPieces(pieces.slice(0, middle), parses, depth),
    ...mendPieces(pieces.slice(middle), parses, depth),
  ];
}

function mendPiece(piece: string, parses: ParsesAsStatements, depth: number): string {
  if (depth < maximumDepth) {
    const mended = mendInnerBlocks(piece, parses, depth + 1);
    if (mended !== piece && parses(mended)) return mended;
  }
  return piece.replace(/[^\n]/g, ' ');
}

/** Mends what stands in the outermost braces of a statement. */
function mendInnerBlocks(piece: string, parses: ParsesAsStatements, depth: number): string {
  let result = '';
  let done = 0;
  for (let at = 0; at < piece.length; ) {
    const end = piece[at] === '{' ? skipBalanced(piece, at) : -1;
    if (end < 0) {
      at = skipToken(piece, at);
      continue;
    }
    result += piece.slice(done, at + 1) + mendBlock(piece.slice(at + 1, end - 1), parses, depth);
    done = end - 1;
    at = end;
  }
  return result + piece.slice(done);
}

/** What goes on with the line before, although it is indented no deeper. */
const continuation = /^(?:[.)\]}?|+*/%^=<>,:]|&&|else\b|as\b|where\b|-[^>])/;
/** Behind a `}`, these make the statement go on. */
const afterBlock = /^\s*(?:else\b|[.?;,)\]]|as\b)/;
/** A statement that begins so needs a `;` even where it ends in a brace. */
const needsSemicolon = /^\s*(?:let|return|break)\b/;

/**
 * The pieces of a block, which together are the block again but for a `;` in the place of a blank where a statement
 * has ended without one.
 */
function cutStatements(block: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  /** Just past the last token of the piece, comments not counted; -1 before the first. */
  let tokenEnd = -1;
  let indent = 0;
  const finish = (end: number, isLast: boolean): void => {
    let piece = block.slice(start, end);
    const last = block[tokenEnd - 1];
    const isOpen = last !== ';' && (last !== '}' || needsSemicolon.test(piece));
    if (!isLast && tokenEnd >= 0 && isOpen) piece = withSemicolon(piece, tokenEnd - start);
    if (piece !== '') pieces.push(piece);
    start = end;
    tokenEnd = -1;
  };
  for (let at = 0; at < block.length; ) {
    const char = block[at]!;
    if (char <= ' ') {
      at++;
      continue;
    }
    const end = skipToken(block, at);
    if (char === '/' && (block[at + 1] === '/' || block[at + 1] === '*')) {
      at = end;
      continue;
    }
    const line = lineStart(block, at);
    const isFirst = block.slice(line, at).trim() === '';
    if (tokenEnd < 0) indent = at - line;
    else if (isFirst && at - line <= indent && !continuation.test(block.slice(at, at + 6))) {
      finish(line, false);
      indent = at - line;
    }
    const close = char === '(' || char === '[' || char === '{' ? skipBalanced(block, at) : end;
    at = close < 0 ? block.length : close;
    tokenEnd = at;
    if (char === ';') finish(at, false);
    else if (
      char === '{' &&
      !needsSemicolon.test(block.slice(start, at)) &&
      !afterBlock.test(block.slice(at, at + 200))
    ) {
      // Of a struct literal or a closure in the middle of a statement, the rest follows on the same line.
      const rest = /^[^\S\n]*(?:\n|$|\/\/)/.test(block.slice(at, at + 200));
      if (rest) finish(at, false);
    }
  }
  finish(block.length, true);
  return pieces;
}

/** Puts a `;` behind the last token, where there is a blank to put it. */
function withSemicolon(piece: string, at: number): string {
  if (at >= piece.length || !/\s/.test(piece[at]!)) return piece;
  // A comment behind it would hide nothing: it comes after the `;`.
  return `${piece.slice(0, at)};${piece.slice(at + 1)}`;
}
