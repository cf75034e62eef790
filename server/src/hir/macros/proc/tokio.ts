/**
 * `#[tokio::main]` and `#[tokio::test]`: an async function becomes one that builds a runtime and blocks on its body.
 * After `tokio_macros::entry`.
 */

import type { Token } from '../tokens.ts';
import { type Code, code } from './code.ts';
import { type ProcReader, splitTokens, stringOf, tokenText } from './input.ts';

/** The function's items; undefined if an argument is not known. */
export function expandTokioEntry(
  name: string,
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
  const pinned = isTest
    ? code`${krate}::pin!(body);
        let body: ::core::pin::Pin<&mut dyn ::core::future::Future<Output = ${output}>> = body;`
    : '';
  const builder = isCurrentThread ? 'new_current_thread' : 'new_multi_thread';
  return code`${attrs} ${isTest ? '#[::core::prelude::v1::test]' : ''} ${header.filter((t) => t.text !== 'async')} {
    let body = async ${body};
    ${pinned}
    {
      use ${krate}::runtime::Builder;
      return Builder::${builder}() ${settings} .enable_all().build().expect("").block_on(body);
    }
  }`;
}
