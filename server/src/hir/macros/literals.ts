/** The values of literal tokens, and string values as literals again. */
import type { Token } from './tokens.ts';

export type LiteralValue =
  | { readonly kind: 'Str'; readonly value: string }
  | { readonly kind: 'Int'; readonly value: bigint }
  | { readonly kind: 'Other' };

const simpleEscapes: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '0': '\0',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

export function unescapeString(text: string): string {
  return text.replace(
    /\\(?:u\{([0-9a-fA-F_]*)\}|x([0-9a-fA-F]{2})|\r?\n\s*|([\s\S]))/g,
    (whole, unicode?: string, hex?: string, simple?: string) => {
      if (unicode !== undefined) {
        const code = Number.parseInt(unicode.replaceAll('_', ''), 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
      }
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (simple !== undefined) return simpleEscapes[simple] ?? whole;
      return ''; // a backslash at the end of a line eats the white space after it
    },
  );
}

/** The value of a string literal, raw or not; undefined for any other token. */
export function stringValue(token: Token | undefined): string | undefined {
  if (token?.kind !== 'Literal') return undefined;
  const raw = /^c?r(#*)"([\s\S]*)"\1$/.exec(token.text);
  if (raw) return raw[2]!;
  const cooked = /^c?"([\s\S]*)"$/.exec(token.text);
  return cooked ? unescapeString(cooked[1]!) : undefined;
}

export function literalValue(token: Token): LiteralValue {
  const value = stringValue(token);
  if (value !== undefined && !token.text.startsWith('c')) return { kind: 'Str', value };
  const integer = /^(0x[\da-fA-F_]+|0o[0-7_]+|0b[01_]+|\d[\d_]*)(?:[iu](?:8|16|32|64|128|size))?$/.exec(
    token.text,
  )?.[1];
  if (integer !== undefined && /\d|[a-fA-F]/.test(integer.slice(2) || integer)) {
    return { kind: 'Int', value: BigInt(integer.replaceAll('_', '')) };
  }
  return { kind: 'Other' };
}

/** A string as a Rust literal. */
export function stringLiteral(value: string): string {
  let text = '"';
  for (const c of value) {
    const code = c.codePointAt(0)!;
    if (c === '"' || c === '\\') text += `\\${c}`;
    else if (c === '\n') text += '\\n';
    else if (code < 32 || code === 127 || (code >= 0xd800 && code < 0xf900))
      text += `\\u{${code.toString(16)}}`;
    else text += c;
  }
  return `${text}"`;
}

/** Bytes as a Rust byte string literal. */
export function byteStringLiteral(bytes: readonly number[]): string {
  let text = 'b"';
  for (const byte of bytes) {
    if (byte === 34 || byte === 92) text += `\\${String.fromCharCode(byte)}`;
    else if (byte >= 32 && byte < 127) text += String.fromCharCode(byte);
    else text += `\\x${byte.toString(16).padStart(2, '0')}`;
  }
  return `${text}"`;
}
