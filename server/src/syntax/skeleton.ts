/**
 * The skeleton of a file: what is left of its text when everything that does not declare items is cut out: the inside
 * of function bodies, of macro arguments and of initializers, attributes without meaning here, comments, and all white
 * space but one blank. It parses many times faster than the text, and an edit inside of a body leaves it as it was.
 *
 * It is also where half-typed code is kept from spreading. As long as the delimiters of a file balance, a body is
 * what stands between its braces, whatever is wrong inside. Where they do not, the skeleton is made again by
 * *indentation*: a body ends at the `}` in the column of its function, or before the next line in that column (or
 * left of it) that begins an item; what is left open is closed, and the head of a function that is not finished is
 * cut out. So an unbalanced function loses itself at most, and not its neighbours.
 */
import { isWord, isWordStart, skipToken } from './scan.ts';

const LeftBrace = 123;
const RightBrace = 125;

/** Initializers are kept, but for tables longer than this. */
const longTable = 200;

/** A line that begins an item, from its first character that is no white space. */
const itemLine =
  /(?:pub\b|fn\s|impl\b|struct\s|enum\s|union\s+\w+\s*[{<]|trait\s|mod\s|use\s|const\s+\w|static\s|type\s|unsafe\s+(?:fn|impl|trait|extern)\b|extern\s|async\s+fn\b|macro_rules!|#!?\[|\/\/\/|\/\*\*)/y;

/** In the head of a function only where the head is unfinished. */
const nextItem = /(?:pub\b|(?:fn|struct|enum|mod|trait|static)\s+\w)/y;

/** Attributes that say nothing to this engine: the most frequent of them, in std above all. */
const silentAttribute =
  /(?:stable|must_use|doc(?=\s*=)|allow|warn|deny|forbid|expect|deprecated|rustc_const_(?:un)?stable|rustc_diagnostic_item|rustc_on_unimplemented|rustfmt::\w+|clippy::\w+)\b/y;

export interface Skeleton {
  readonly text: string;
  /** For each character of the skeleton, where it stands in the file's text. */
  readonly offsets: Uint32Array;
  /** The delimiters of the text balance: nothing was told from indentation. */
  readonly isBalanced: boolean;
}

export function skeleton(text: string): Skeleton {
  const strict = new SkeletonBuilder(text, false);
  if (strict.run()) return strict.finish();
  const recovering = new SkeletonBuilder(text, true);
  recovering.run();
  return recovering.finish();
}

interface Open {
  readonly char: number;
  /** The column of the first character in the line. */
  readonly indent: number;
}

class SkeletonBuilder {
  readonly #text: string;
  /** Delimiters do not balance: go by indentation. */
  readonly #recovering: boolean;
  /** What is kept: (start, end) pairs in the text. A cut between two is one blank. */
  readonly #kept: number[] = [];
  /** How many braces are added after the kept range that ends there. */
  readonly #added = new Map<number, number>();
  /** Up to where the text is kept or cut. */
  #done = 0;
  readonly #stack: Open[] = [];
  /** Where the item at hand begins, and how deep. */
  #itemStart = -1;
  #itemDepth = 0;
  /** A function's name was seen and not its body yet. */
  #inFunction = false;
  #angles = 0;
  /** The last group skipped has no end. */
  #unclosed = false;
  /** `const NAME` or `static NAME` was seen; then its `=`. */
  #initializer: 'none' | 'head' | 'value' = 'none';

  constructor(text: string, recovering: boolean) {
    this.#text = text;
    this.#recovering = recovering;
  }

  /** False if the delimiters do not balance. */
  run(): boolean {
    const text = this.#text;
    const { length } = text;
    // A script's first line.
    let at = text.startsWith('#!') && !/^#!\s*\[/.test(text) ? text.indexOf('\n') + 1 || length : 0;
    this.#cut(0, at);
    while (at < length) {
      const c = text.charCodeAt(at);
      if (c <= 32) {
        let end = at + 1;
        while (end < length && text.charCodeAt(end) <= 32) end++;
        if (this.#recovering) {
          const line = text.lastIndexOf('\n', end - 1);
          if (line >= at) this.#lineStart(line + 1);
        }
        if (end - at > 1) this.#cut(Math.max(at, this.#done), end);
        at = end;
        continue;
      }
      if (c === 47 && (text.charCodeAt(at + 1) === 47 || text.charCodeAt(at + 1) === 42)) {
        const end = skipToken(text, at);
        this.#cut(at, end);
        at = end;
        continue;
      }
      if (this.#itemStart < 0) {
        this.#itemStart = at;
        this.#itemDepth = this.#stack.length;
      }
      const next = isWordStart(c) ? this.#word(at) : this.#punctuation(at, c);
      if (next < 0) return false;
      at = next;
    }
    if (this.#stack.length > 0) {
      if (!this.#recovering) return false;
      this.#addBraces(length, this.#stack.filter((open) => open.char === LeftBrace).length);
    }
    return true;
  }

  finish(): Skeleton {
    const text = this.#text;
    if (this.#done < text.length) this.#kept.push(this.#done, text.length);
    const kept = this.#kept;
    const parts: string[] = [];
    let length = 0;
    for (let i = 0; i < kept.length; i += 2) {
      const part = `${text.slice(kept[i], kept[i + 1])}${'}'.repeat(this.#added.get(i) ?? 0)} `;
      parts.push(part);
      length += part.length;
    }
    const offsets = new Uint32Array(length);
    let to = 0;
    for (let i = 0; i < kept.length; i += 2) {
      const end = kept[i + 1]!;
      for (let from = kept[i]!; from < end; from++) offsets[to++] = from;
      // The blank, and what was added: the place where the cut begins.
      for (let n = (this.#added.get(i) ?? 0) + 1; n > 0; n--) offsets[to++] = end;
    }
    return { text: parts.join(''), offsets, isBalanced: !this.#recovering };
  }

  #cut(from: number, to: number): void {
    if (to <= from) return;
    if (from > this.#done) this.#kept.push(this.#done, from);
    this.#done = to;
  }

  /** Adds closing braces at a place up to which nothing is cut yet. */
  #addBraces(at: number, count: number): void {
    if (count === 0) return;
    if (at > this.#done || this.#kept.length === 0) {
      this.#kept.push(Math.min(this.#done, at), at);
      this.#done = at;
    }
    const last = this.#kept.length - 2;
    this.#added.set(last, (this.#added.get(last) ?? 0) + count);
  }

  #itemEnds(): void {
    this.#itemStart = -1;
    this.#inFunction = false;
    this.#initializer = 'none';
    this.#angles = 0;
  }

  #word(at: number): number {
    const text = this.#text;
    const end = skipToken(text, at);
    const first = text.charCodeAt(at);
    // Literals with a prefix were skipped whole; the rest are words.
    if (text.charCodeAt(end - 1) === 34 || text.charCodeAt(end - 1) === 39) return this.#literal(at, end);
    if (text.charCodeAt(end) === 33 && text.charCodeAt(end + 1) !== 61) return this.#macroCall(end);
    if (this.#inFunction && !this.#recovering && this.#stack.length === this.#itemDepth) {
      // Another item before the body: the delimiters may balance, but the function has no end.
      nextItem.lastIndex = at;
      if (nextItem.test(text)) return -1;
    }
    if (this.#inFunction || this.#initializer !== 'none') return end;
    if (first === 102 && end - at === 2 && text.startsWith('fn', at)) {
      if (isWordStart(text.charCodeAt(skipSpace(text, end)))) {
        this.#inFunction = true;
        this.#angles = 0;
        this.#itemDepth = this.#stack.length;
      }
      return end;
    }
    if (this.#angles === 0 && (first === 99 || first === 115)) {
      const word = text.slice(at, end);
      if ((word === 'const' || word === 'static') && text.charCodeAt(at - 1) !== 42) {
        const name = skipSpace(text, end);
        const after = skipToken(text, name);
        if (isWordStart(text.charCodeAt(name)) && text[skipSpace(text, after)] === ':')
          this.#initializer = 'head';
        else if (word === 'static') this.#initializer = 'head'; // `static mut`
      }
      return end;
    }
    // `macro name(…) { … }`: the dialect pass needs to see all of it.
    if (first === 109 && text.startsWith('macro', at) && end - at === 5) {
      const name = skipSpace(text, end);
      if (!isWordStart(text.charCodeAt(name))) return end;
      let open = skipSpace(text, skipToken(text, name));
      if (text[open] === '(') open = skipSpace(text, this.#skipGroup(open));
      return text[open] === '{' ? this.#skipGroup(open) : end;
    }
    return end;
  }

  /** After the name and `!`: perhaps another name, and the arguments. */
  #macroCall(bang: number): number {
    const text = this.#text;
    let open = skipSpace(text, bang + 1);
    if (isWordStart(text.charCodeAt(open))) open = skipSpace(text, skipToken(text, open));
    const c = text.charCodeAt(open);
    if (c !== LeftBrace && c !== 40 && c !== 91) return bang + 1;
    const end = this.#skipGroup(open);
    if (end < 0) return -1;
    if (this.#unclosed) return this.#giveUpItem(end);
    this.#cut(open + 1, end - 1);
    if (c === LeftBrace && this.#stack.length === this.#itemDepth && this.#initializer === 'none')
      this.#itemEnds();
    return end;
  }

  #literal(at: number, end: number): number {
    const isOpen = end === this.#text.length && this.#text[at] !== undefined;
    if (isOpen && !this.#recovering) return -1;
    return this.#recovering ? this.#clip(at, end) : end;
  }

  /** In text that does not balance, a string that goes on over lines is more likely an unfinished one. */
  #clip(at: number, end: number): number {
    const line = this.#text.indexOf('\n', at);
    return line >= 0 && line < end ? line : end;
  }

  #punctuation(at: number, c: number): number {
    const text = this.#text;
    switch (c) {
      case 34: {
        const end = skipToken(text, at);
        return this.#literal(at, end);
      }
      case 39:
        return skipToken(text, at);
      case 35: {
        // An attribute.
        const open = text.charCodeAt(at + 1) === 33 ? at + 2 : at + 1;
        if (text.charCodeAt(open) !== 91) return at + 1;
        const end = this.#skipGroup(open);
        silentAttribute.lastIndex = open + 1;
        if (end >= 0 && (this.#unclosed || silentAttribute.test(text))) this.#cut(at, end);
        return end;
      }
      case 60:
        this.#angles++;
        return at + 1;
      case 62: {
        const before = text.charCodeAt(at - 1);
        if (before !== 45 && before !== 61 && this.#angles > 0) this.#angles--;
        return at + 1;
      }
      case 61:
        if (this.#initializer === 'head' && text.charCodeAt(at + 1) !== 61) this.#initializer = 'value';
        return at + 1;
      case 59:
        if (this.#stack.length === this.#itemDepth) this.#itemEnds();
        return at + 1;
      case LeftBrace:
        return this.#leftBrace(at);
      case 91:
        if (this.#initializer === 'value') {
          const end = this.#skipGroup(at);
          if (end < 0) return -1;
          if (this.#unclosed) return this.#giveUpItem(end);
          if (end - at > longTable) this.#cut(at + 1, end - 1);
          return end;
        }
        return this.#open(at, c);
      case 40:
        return this.#open(at, c);
      case 41:
      case 93:
        return this.#close(at, c === 41 ? 40 : 91);
      case RightBrace: {
        const next = this.#close(at, LeftBrace);
        this.#itemEnds();
        return next;
      }
      default:
        return at + 1;
    }
  }

  #leftBrace(at: number): number {
    const isBody = this.#inFunction && this.#stack.length === this.#itemDepth;
    if (isBody && this.#angles > 0) return this.#skipGroup(at); // a const argument
    if (isBody || this.#initializer === 'value') {
      const end = isBody && this.#recovering ? this.#bodyEnd(at) : this.#skipGroup(at);
      if (end < 0) return -1;
      if (!isBody && this.#unclosed) return this.#giveUpItem(end);
      if (this.#text.charCodeAt(end - 1) === RightBrace && end > at + 1) this.#cut(at + 1, end - 1);
      else {
        this.#addBraces(at + 1, 1);
        this.#cut(at + 1, end);
      }
      if (isBody) this.#itemEnds();
      return end;
    }
    const next = this.#open(at, LeftBrace);
    this.#itemEnds();
    return next;
  }

  #open(at: number, char: number): number {
    this.#stack.push({ char, indent: this.#recovering ? this.#indentAt(at) : 0 });
    return at + 1;
  }

  #close(at: number, char: number): number {
    const top = this.#stack[this.#stack.length - 1];
    if (top?.char === char) {
      this.#stack.pop();
      return at + 1;
    }
    if (!this.#recovering) return -1;
    const matching = this.#stack.findLastIndex((open) => open.char === char);
    if (matching >= 0 && char === LeftBrace) this.#stack.length = matching;
    else this.#cut(at, at + 1);
    return at + 1;
  }

  /**
   * Just past the delimiter that closes the one at `open`, counting only delimiters of that kind. In text that does
   * not balance, no group goes on past a line that begins an item and is not further in than the line of `open`.
   */
  #skipGroup(open: number): number {
    this.#unclosed = false;
    const text = this.#text;
    const end = skipDelimited(text, open);
    if (!this.#recovering) return end;
    const limit = end < 0 ? text.length : end;
    const indent = this.#indentAt(open);
    for (
      let line = text.indexOf('\n', open);
      line >= 0 && line < limit;
      line = text.indexOf('\n', line + 1)
    ) {
      const column = indentOf(text, line + 1);
      if (column <= indent && this.#beginsItem(line + 1 + column)) {
        this.#unclosed = true;
        return line;
      }
    }
    this.#unclosed = end < 0;
    return limit;
  }

  /** Cuts out the item at hand, up to `end`. */
  #giveUpItem(end: number): number {
    this.#cutBack(this.#itemStart, end);
    this.#stack.length = Math.min(this.#itemDepth, this.#stack.length);
    this.#itemEnds();
    return end;
  }

  // ------------------------------------------------------------------------------------------- indentation

  #indentAt(at: number): number {
    const start = this.#text.lastIndexOf('\n', at - 1) + 1;
    return indentOf(this.#text, start);
  }

  /** The end of the body whose brace is at `open`, by indentation. */
  #bodyEnd(open: number): number {
    const text = this.#text;
    const indent = this.#indentAt(Math.max(this.#itemStart, 0));
    const newLine = text.indexOf('\n', open);
    // All of it in one line?
    const balanced = skipDelimited(text, open);
    if (balanced >= 0 && (newLine < 0 || balanced <= newLine)) return balanced;
    for (let line = newLine; line >= 0; line = text.indexOf('\n', line + 1)) {
      const start = line + 1;
      const column = indentOf(text, start);
      if (column > indent) continue;
      const first = text.charCodeAt(start + column);
      if (first === RightBrace) return column === indent ? start + column + 1 : start;
      if (this.#beginsItem(start + column)) return start;
    }
    return text.length;
  }

  #beginsItem(at: number): boolean {
    itemLine.lastIndex = at;
    return itemLine.test(this.#text);
  }

  /** At the start of a line: closes what a new item there shows to be unfinished. */
  #lineStart(start: number): void {
    const { length } = this.#stack;
    const isPending = this.#inFunction || (length > 0 && this.#stack[length - 1]!.char !== LeftBrace);
    if (length === 0 && !isPending) return;
    const column = indentOf(this.#text, start);
    if (!this.#beginsItem(start + column)) return;
    if (isPending && this.#itemStart >= 0 && column <= this.#indentAt(this.#itemStart)) {
      // The head of an item that ends nowhere.
      this.#giveUpItem(start);
    }
    let missing = 0;
    for (let top = this.#stack.at(-1); top && column <= top.indent; top = this.#stack.at(-1)) {
      this.#stack.pop();
      if (top.char === LeftBrace) missing++;
    }
    if (missing > 0) {
      this.#addBraces(Math.max(this.#done, start - 1), missing);
      this.#itemEnds();
    }
  }

  /** Cuts a range of which some may be kept already. */
  #cutBack(from: number, to: number): void {
    const kept = this.#kept;
    while (kept.length > 0 && kept[kept.length - 2]! >= from) {
      kept.length -= 2;
      this.#added.delete(kept.length);
    }
    if (kept.length > 0 && kept[kept.length - 1]! > from) kept[kept.length - 1] = from;
    if (this.#done < from) kept.push(this.#done, from);
    this.#done = to;
  }
}

function indentOf(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at - start;
}

function skipSpace(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) <= 32) end++;
  return end;
}

/** Just past the delimiter that closes the one at `open`; -1 where nothing does. */
function skipDelimited(text: string, open: number): number {
  const left = text.charCodeAt(open);
  const right = left === 40 ? 41 : left + 2;
  let depth = 0;
  const { length } = text;
  for (let at = open; at < length; ) {
    const c = text.charCodeAt(at);
    if (c === left) {
      depth++;
      at++;
    } else if (c === right) {
      at++;
      if (--depth === 0) return at;
    } else if (c === 34 || c === 39 || c === 47) at = skipToken(text, at);
    else if (c === 114 && isRawString(text, at)) {
      at = skipToken(text, at);
    } else at++;
  }
  return -1;
}

/** Whether an `r` begins a raw string: `r"`, `r#"`, also after `b` or `c`. */
function isRawString(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (next !== 34 && next !== 35) return false;
  const before = text.charCodeAt(at - 1);
  return !isWord(before) || ((before === 98 || before === 99) && !isWord(text.charCodeAt(at - 2)));
}
