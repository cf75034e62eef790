/** Texts to be compared without what only people read: comments, and how much white space there is. */
import { skipToken } from './scan.ts';

const Slash = 47;
const Star = 42;

/**
 * A part of a text that begins between two tokens, without its comments and with one blank for any white space. Doc
 * comments stay where somebody sees them.
 */
export function withoutComments(
  text: string,
  start: number,
  end: number,
  hasDocs: (at: number) => boolean,
): string {
  let rest = '';
  let kept = start;
  for (let at = start; at < end; ) {
    let next = at;
    while (next < end && isSkipped(text, next, hasDocs)) next = skipToken(text, next);
    if (next === at) {
      at = skipToken(text, at);
      continue;
    }
    rest += `${text.slice(kept, at)} `;
    at = next;
    kept = next;
  }
  return rest + text.slice(Math.min(kept, end), end);
}

/** White space, or a comment that nobody sees. */
function isSkipped(text: string, at: number, hasDocs: (at: number) => boolean): boolean {
  if (text.charCodeAt(at) <= 32) return true;
  if (text.charCodeAt(at) !== Slash) return false;
  const next = text.charCodeAt(at + 1);
  return (next === Slash || next === Star) && !(isDocComment(text, at) && hasDocs(at));
}

/** `///`, `//!`, and the same in blocks; `////` and `/***` are plain comments. */
function isDocComment(text: string, at: number): boolean {
  return /^(?:\/\/(?:!|\/(?!\/))|\/\*(?:!|\*(?![*/])))/.test(text.slice(at, at + 4));
}
