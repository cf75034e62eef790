/**
 * Procedural macros that are not run, because they are not compiled or may not be run: for those that are widely used
 * the engine knows what they generate, by the crate that declares them (so that neither a renamed import nor an equal
 * name elsewhere misleads it), and writes it out as text. All others stay unknown.
 */
import type { CfgOptions } from '../../../project/cfg.ts';
import type { Item } from '../../itemTree.ts';
import type { Span } from '../../span.ts';
import type { CodeWriter, Token } from '../tokens.ts';
import { expandClapDerive } from './clap/derive.ts';
import { type Code, writeCode } from './code.ts';
import { type DeriveInput, ProcReader, parseDeriveInput, splitTokens, tokensSpan } from './input.ts';
import { expandSerdeDerive } from './serde.ts';
import { expandThiserrorDerive } from './thiserror.ts';
import { expandTokioEntry } from './tokio.ts';

export interface ProcContext {
  /** The names at the root of a dependency, for those that are different in each of its versions. */
  rootNames(krate: string): readonly string[];
  /** How a crate is written from anywhere; undefined if the program has none of that name. */
  cratePath(krate: string): string | undefined;
}

type DeriveGenerator = (name: string, input: DeriveInput, context: ProcContext) => Code | undefined;

const deriveCrates = new Map<string, DeriveGenerator>([
  ['clap_derive', expandClapDerive],
  ['serde_derive', expandSerdeDerive],
  ['thiserror_impl', expandThiserrorDerive],
]);

/** Whether a derive of that crate can be expanded, if its input is. */
export function isKnownDerive(krate: string): boolean {
  return deriveCrates.has(krate);
}

/** Whether an attribute macro of that crate can be expanded. */
export function isKnownAttribute(krate: string): boolean {
  return krate === 'tokio_macros';
}

/** Writes the impls of the `index`-th derive of an item; false if they are not known. */
export function expandProcDerive(
  krate: string,
  name: string,
  tokens: readonly Token[],
  index: number,
  cfg: CfgOptions,
  context: ProcContext,
  out: CodeWriter,
): boolean {
  const input = parseDeriveInput(tokens, cfg);
  const generated = input && deriveCrates.get(krate)?.(name, input, context);
  if (!generated) return false;
  writeCode(out, generated, deriveSpan(input, index));
  return true;
}

/** Where a derive is named: generated code that stands nowhere else is shown there. */
function deriveSpan({ attrs }: DeriveInput, index: number): Span | undefined {
  const derives = attrs.filter((a) => a.path === 'derive').flatMap((a) => splitTokens(a.args));
  return tokensSpan(derives[index] ?? []);
}

/** Writes what an attribute macro makes of a function; false if that is not known. */
export function expandProcAttribute(
  krate: string,
  name: string,
  version: string,
  path: string,
  item: Item,
  tokens: readonly Token[],
  cfg: CfgOptions,
  out: CodeWriter,
): boolean {
  if (!isKnownAttribute(krate)) return false;
  const reader = new ProcReader(tokens, cfg);
  const own = (reader.attrs() ?? []).find((attr) => attr.path === path);
  if (!own) return false;
  const others = item.attrs.list.filter((a) => a.path !== path).map((a) => `#[${a.path} ${a.args}]`);
  const generated = expandTokioEntry(name, version, own.args, others, reader);
  if (!generated) return false;
  writeCode(out, generated, own.span);
  return true;
}
