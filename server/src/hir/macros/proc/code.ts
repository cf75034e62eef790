/**
 * Code that a generator writes: text of its own, tokens of the input, and spans for what should be shown somewhere
 * else than at the macro's call. The tag `code` puts them together as rustc's `quote!` does.
 */
import type { Span } from '../../span.ts';
import type { CodeWriter, Token } from '../tokens.ts';
import { resolveGroups } from '../transcribe.ts';

export interface Spanned {
  readonly kind: 'Spanned';
  readonly span: Span | undefined;
  readonly code: Code;
}

export type Code = string | Token | Spanned | readonly Code[];

/** Code with what is put into it. Text that is put in joins the text around it: `${name}_mut` is one word. */
export function code(parts: TemplateStringsArray, ...values: readonly Code[]): Code {
  const result: Code[] = [];
  let text = '';
  const flush = (): void => {
    if (text.trim() !== '') result.push(text.trim());
    text = '';
  };
  parts.forEach((part, i) => {
    text += part;
    const value = values[i];
    if (value === undefined) return;
    if (typeof value === 'string') text += value;
    else {
      flush();
      result.push(value);
    }
  });
  flush();
  return result;
}

export function spanned(span: Span | undefined, value: Code): Code {
  return { kind: 'Spanned', span, code: value };
}

/** Writes code; text of the generator's own is shown at `span`. */
export function writeCode(out: CodeWriter, value: Code, span: Span | undefined): void {
  if (typeof value === 'string') out.raw(value, span);
  else if (isList(value)) {
    if (value.length > 0 && value.every(isToken)) out.tokens(resolveGroups(value));
    else for (const part of value) writeCode(out, part, span);
  } else if (value.kind === 'Spanned') writeCode(out, value.code, value.span ?? span);
  else out.token(value);
}

function isList(value: Code): value is readonly Code[] {
  return Array.isArray(value);
}

function isToken(value: Code): value is Token {
  return typeof value !== 'string' && !isList(value) && value.kind !== 'Spanned';
}
