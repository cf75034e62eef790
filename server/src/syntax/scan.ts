/**
 * The least of a lexer: what it takes to step over Rust text without being fooled by strings, characters, lifetimes
 * and comments. Shared by the passes that look at text before it is parsed.
 */

export const isWordStart = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || c > 127;
export const isWord = (c: number): boolean => isWordStart(c) || (c >= 48 && c <= 57);

/**
 * The end of the token, comment or run of white space at `at`: a word, a literal with its prefix, or one character of
 * punctuation. Unterminated strings and comments end with the text.
 */
export function skipToken(text: string, at: number): number {
  const c = text.charCodeAt(at);
  if (isWordStart(c)) {
    let end = at + 1;
    while (end < text.length && isWord(text.charCodeAt(end))) end++;
    const after = text.charCodeAt(end);
    if ((after === 34 || after === 35) && end - at <= 2) {
      const prefix = text.slice(at, end);
      if (after === 34 && (prefix === 'b' || prefix === 'c')) return skipString(text, end);
      if (prefix === 'r' || prefix === 'br' || prefix === 'cr') return skipRawString(text, end);
    } else if (after === 39 && end - at === 1 && c === 98) return skipQuote(text, end);
    return end;
  }
  if (c === 34) return skipString(text, at);
  if (c === 39) return skipQuote(text, at);
  if (c === 47) {
    const next = text.charCodeAt(at + 1);
    if (next === 47) {
      const end = text.indexOf('\n', at);
      return end < 0 ? text.length : end;
    }
    if (next === 42) return skipBlockComment(text, at);
  }
  return at + 1;
}

function skipString(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 34) return i + 1;
    if (c === 92) i++;
  }
  return text.length;
}

/** At the `#`s or the quote of a raw string; a raw identifier (`r#name`) is a word. */
function skipRawString(text: string, at: number): number {
  let open = at;
  while (text.charCodeAt(open) === 35) open++;
  if (text.charCodeAt(open) !== 34) {
    if (open !== at + 1 || !isWordStart(text.charCodeAt(open))) return at;
    while (open < text.length && isWord(text.charCodeAt(open))) open++;
    return open;
  }
  const end = text.indexOf(`"${'#'.repeat(open - at)}`, open + 1);
  return end < 0 ? text.length : end + 1 + (open - at);
}

/** A character literal, or the quote of a lifetime together with its name. */
function skipQuote(text: string, at: number): number {
  const first = text.charCodeAt(at + 1);
  if (first === 92) {
    // Past the backslash and what it escapes; `\u{…}` and `\x7f` go on to the quote.
    let i = at + 3;
    while (i < text.length && i < at + 14 && text.charCodeAt(i) !== 39 && text.charCodeAt(i) !== 10) i++;
    return text.charCodeAt(i) === 39 ? i + 1 : at + 2;
  }
  const width = first >= 0xd800 && first < 0xdc00 ? 2 : 1;
  if (text.charCodeAt(at + 1 + width) === 39 && first !== 39) return at + 2 + width;
  let end = at + 1;
  if (isWordStart(first)) while (end < text.length && isWord(text.charCodeAt(end))) end++;
  return end;
}

function skipBlockComment(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length - 1; i++) {
    const two = text.charCodeAt(i) * 256 + text.charCodeAt(i + 1);
    if (two === 0x2f2a) {
      depth++;
      i++;
    } else if (two === 0x2a2f) {
      i++;
      if (--depth === 0) return i + 1;
    }
  }
  return text.length;
}

/** Just past the delimiter that closes the one at `open`; -1 where nothing does. */
export function skipBalanced(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; ) {
    const c = text.charCodeAt(i);
    if (c === 40 || c === 91 || c === 123) depth++;
    else if (c === 41 || c === 93 || c === 125) {
      if (--depth === 0) return i + 1;
    }
    i = skipToken(text, i);
  }
  return -1;
}
