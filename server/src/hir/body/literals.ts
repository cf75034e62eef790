/** Literal tokens to values (Rust Reference, Tokens). Malformed ones give the closest value, never an error. */
import type { Literal } from './body.ts';

const intSuffix = /(?:[iu](?:8|16|32|64|128|size))$/;
const floatSuffix = /(?:f(?:16|32|64|128))$/;

/** An integer literal, or a float written without a dot (`1f32`). */
export function parseIntLiteral(token: string): Literal {
  const text = token.replaceAll('_', '');
  const radix = /^0[xob]/.test(text) ? text[1] : undefined;
  const float = radix === undefined ? floatSuffix.exec(text) : null;
  if (float) return { kind: 'Float', text: text.slice(0, float.index), suffix: float[0] };
  const suffix = intSuffix.exec(text)?.[0];
  const digits = suffix ? text.slice(0, -suffix.length) : text;
  let value = 0n;
  try {
    value = BigInt(digits);
  } catch {
    // Half-typed: `0x`, `0b2`. The type is what matters.
  }
  return { kind: 'Int', value, suffix };
}

export function parseFloatLiteral(token: string): Literal {
  const text = token.replaceAll('_', '');
  const suffix = floatSuffix.exec(text)?.[0];
  return { kind: 'Float', text: suffix ? text.slice(0, -suffix.length) : text, suffix };
}

export function parseCharLiteral(token: string): Literal {
  const isByte = token.startsWith('b');
  const inner = token.slice(isByte ? 2 : 1, -1);
  const value = unescapeText(inner).codePointAt(0) ?? 0;
  return isByte ? { kind: 'Byte', value } : { kind: 'Char', value };
}

/** Any string literal: plain, raw, byte, C. */
export function parseStringLiteral(token: string): Literal {
  const prefix = /^(?:br|cr|b|c|r)?/.exec(token)![0];
  const isRaw = prefix.includes('r');
  const open = token.indexOf('"');
  const close = token.lastIndexOf('"');
  const inner = open >= 0 && close > open ? token.slice(open + 1, close) : '';
  const value = isRaw ? inner : unescapeText(inner);
  if (prefix.startsWith('b')) return { kind: 'ByteStr', value };
  if (prefix.startsWith('c')) return { kind: 'CStr' };
  return { kind: 'Str', value };
}

const simpleEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '\\': '\\',
  '0': '\0',
  "'": "'",
  '"': '"',
};

export function unescapeText(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:x([0-9a-fA-F]{2})|u\{([0-9a-fA-F_]+)\}|\r?\n\s*|([\s\S]))/g,
    (whole, hex?: string, unicode?: string, simple?: string) => {
      if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
      if (unicode) {
        const code = Number.parseInt(unicode.replaceAll('_', ''), 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
      }
      if (simple === undefined) return ''; // a line continuation
      return simpleEscapes[simple] ?? whole;
    },
  );
}
