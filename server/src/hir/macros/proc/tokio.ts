/**
 * `#[tokio::main]` and `#[tokio::test]`: an async function becomes one that builds a runtime and blocks on its body.
 * After `tokio_macros::entry`.
 */

import type { Token } from '../tokens.ts';
import { type Code, code, spanned } from './code.ts';
import { type ProcReader, splitTokens, stringOf, tokensSpan, tokenText } from './input.ts';

/** The function's items; undefined if an argument is not known. `version` is that of tokio-macros. */
export function expandTokioEntry(
  name: string,
  version: string,
  args: readonly Token[],
  attrs: Code,
  reader: ProcReader,
): Code | undefined {
  const isTest = name.startsWith('test');
  if (!isTest && !name.startsWith('main')) return undefined;
  let isCurrentThread = isTest || name.endsWith('_rt');
  let krate = 'tokio';
  const settings: Code[] = [];
  for (const arg of splitTokens(args)) {
    const [key, equals, ...value] = arg;
    if (!key || equals?.text !== '=') return undefined;
    const text = stringOf(value);
    if (key.text === 'flavor' && text === 'current_thread') isCurrentThread = true;
    else if (key.text === 'flavor' && text === 'multi_thread') isCurrentThread = false;
    else if (key.text === 'crate') krate = text ?? tokenText(value);
    else if (key.text === 'worker_threads' || key.text === 'start_paused' || key.text === 'name')
      settings.push(code`.${key.text}(${value})`);
    else return undefined;
  }
  const header = reader.until(['{']);
  if (!reader.is('{') || !header.some((t) => t.text === 'async')) return undefined;
  const body = [reader.tokens[reader.at]!, ...reader.group(), reader.tokens[reader.at - 1]].filter(
    (t) => t !== undefined,
  );
  const arrow = header.findIndex((t) => t.text === '->');
  const where = header.findIndex((t) => t.text === 'where');
  const output: Code = arrow < 0 ? '()' : header.slice(arrow + 1, where < 0 ? undefined : where);
  // Before 1.8.1 the future was not pinned, and its block had the span of the last statement's last token tree.
  const isOld = isBefore(version, [1, 8, 1]);
  const keyword = isOld ? spanned(tokensSpan(lastTree(body.slice(1, -1))), 'async') : 'async';
  const pinned =
    isTest && !isOld
      ? code`${krate}::pin!(body);
        let body: ::core::pin::Pin<&mut dyn ::core::future::Future<Output = ${output}>> = body;`
      : '';
  const builder = isCurrentThread ? 'new_current_thread' : 'new_multi_thread';
  return code`${attrs} ${isTest ? '#[::core::prelude::v1::test]' : ''} ${header.filter((t) => t.text !== 'async')} {
    let body = ${keyword} ${body};
    ${pinned}
    {
      use ${krate}::runtime::Builder;
      return Builder::${builder}() ${settings} .enable_all().build().expect("").block_on(body);
    }
  }`;
}

function isBefore(version: string, than: readonly number[]): boolean {
  const numbers = version.split('.').map((part) => Number.parseInt(part, 10));
  for (const [i, bound] of than.entries()) {
    const number = numbers[i];
    if (number === undefined || Number.isNaN(number)) return false;
    if (number !== bound) return number < bound;
  }
  return false;
}

/** A token, or a group with its delimiters. */
function lastTree(tokens: readonly Token[]): readonly Token[] {
  let depth = 0;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const { kind } = tokens[i]!;
    if (kind === 'Close') depth++;
    else if (kind === 'Open') depth--;
    if (depth <= 0) return tokens.slice(i);
  }
  return [];
}
