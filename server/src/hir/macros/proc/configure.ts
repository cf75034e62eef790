/**
 * The tokens of an item as a procedural macro is given them, after `rustc_expand::config` and `cfg_eval`: what the
 * crate's cfg switches off is gone, `cfg_attr` has become the attributes that it stands for, and the macro's own
 * attribute is taken off.
 *
 * An attribute macro gets the item with only its own attributes decided; a derive gets its fields and variants decided
 * too. Anything that is half-typed is copied as it is.
 */
import { type CfgOptions, evaluateCfg } from '../../../project/cfg.ts';
import { parseCfg } from '../../attrText.ts';
import { madeUp, type Token } from '../tokens.ts';
import { ProcReader, splitTokens, tokenText } from './input.ts';

/** One attribute of an item, as the program has it after `cfg_attr`. */
export interface WrittenAttr {
  /** `serde`, `tokio::main`. */
  readonly path: string;
  /** Of `#[path(…)]` what stands in the delimiters, of `#[path = …]` what follows the `=`. */
  readonly args: readonly Token[];
  /** From `#` to `]`. */
  readonly tokens: readonly Token[];
}

export interface ConfiguredItem {
  readonly attrs: readonly WrittenAttr[];
  /** What follows the attributes. */
  readonly rest: readonly Token[];
}

/** Splits an item into its attributes and the rest; `isDeep`: as derives get it. */
export function configureItem(tokens: readonly Token[], cfg: CfgOptions, isDeep: boolean): ConfiguredItem {
  const reader = new ProcReader(tokens, cfg);
  const attrs = readAttrs(reader, cfg) ?? [];
  const rest: Token[] = [];
  if (isDeep) copyDefinition(reader, cfg, rest);
  for (; !reader.ended; reader.at++) rest.push(reader.tokens[reader.at]!);
  return { attrs, rest };
}

/** The item's tokens with only those of its attributes that are kept. */
export function itemTokens(
  { attrs, rest }: ConfiguredItem,
  isKept: (attr: WrittenAttr) => boolean,
): readonly Token[] {
  return [...attrs.flatMap((attr) => (isKept(attr) ? attr.tokens : [])), ...rest];
}

/** Reads the attributes here; undefined if a `cfg` among them does not hold. */
function readAttrs(reader: ProcReader, cfg: CfgOptions): WrittenAttr[] | undefined {
  const attrs: WrittenAttr[] = [];
  let enabled = true;
  while (reader.is('#') && (reader.is('[', 1) || (reader.is('!', 1) && reader.is('[', 2)))) {
    const from = reader.at;
    const isInner = reader.is('!', 1);
    reader.at += isInner ? 2 : 1;
    const inside = reader.group();
    const tokens = reader.tokens.slice(from, reader.at);
    // Inner attributes before an item are those of the module that it is the first item of.
    if (!isInner) enabled = readAttr(inside, tokens, cfg, attrs) && enabled;
  }
  return enabled ? attrs : undefined;
}

function readAttr(
  inside: readonly Token[],
  tokens: readonly Token[],
  cfg: CfgOptions,
  attrs: WrittenAttr[],
): boolean {
  const reader = new ProcReader(inside, cfg);
  let path = '';
  while (!reader.ended && !reader.is('=') && reader.tokens[reader.at]!.kind !== 'Open')
    path += reader.tokens[reader.at++]!.text;
  const args = reader.eat('=') ? reader.tokens.slice(reader.at) : reader.group();
  if (path === 'cfg') return evaluateCfg(parseCfg(tokenText(args)), cfg);
  if (path === 'cfg_attr') {
    const [predicate, ...rest] = splitTokens(args);
    if (!evaluateCfg(parseCfg(tokenText(predicate ?? [])), cfg)) return true;
    const brackets = tokens.slice(0, tokens.length - inside.length - 1);
    const close = tokens.at(-1) ?? madeUp('Close', ']');
    return rest.every((attr) => readAttr(attr, [...brackets, ...attr, close], cfg, attrs));
  }
  attrs.push({ path, args, tokens });
  return true;
}

/** A struct, enum or union, without the fields and variants that are switched off. */
function copyDefinition(reader: ProcReader, cfg: CfgOptions, out: Token[]): void {
  const copy = (tokens: readonly Token[]): void => {
    for (const token of tokens) out.push(token);
  };
  const head = reader.at;
  reader.visibility();
  const keyword = reader.ident()?.text;
  reader.ident();
  copy(reader.tokens.slice(head, reader.at));
  if (keyword !== 'struct' && keyword !== 'enum' && keyword !== 'union') return;
  const generics = reader.at;
  if (reader.is('<')) {
    reader.at++;
    reader.until(['>']);
    reader.at++;
  }
  copy(reader.tokens.slice(generics, reader.at));
  if (reader.is('where')) copy(reader.until(['{', ';']));
  if (reader.is('{') || reader.is('(')) copyMembers(reader, cfg, keyword === 'enum', out);
}

/** The group of fields or variants that begins here. */
function copyMembers(reader: ProcReader, cfg: CfgOptions, areVariants: boolean, out: Token[]): void {
  const open = reader.tokens[reader.at]!;
  const inside = new ProcReader(reader.group(), cfg);
  out.push(open);
  while (!inside.ended) {
    const attrs = readAttrs(inside, cfg);
    const member: Token[] = attrs?.flatMap((attr) => attr.tokens) ?? [];
    if (areVariants) {
      const name = inside.ident();
      if (name) member.push(name);
      if (inside.is('{') || inside.is('(')) copyMembers(inside, cfg, false, member);
    }
    for (const token of inside.until([','])) member.push(token);
    const comma = inside.tokens[inside.at];
    if (inside.eat(',') && comma) member.push(comma);
    if (attrs) for (const token of member) out.push(token);
  }
  const close = reader.tokens[reader.at - 1];
  if (close?.kind === 'Close') out.push(close);
}
