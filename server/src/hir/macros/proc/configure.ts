/**
 * The tokens of an item as a procedural macro is given them, after `rustc_expand::config` and `cfg_eval`: what the
 * crate's cfg switches off is gone, `cfg_attr` has become the attributes that it stands for, and the macro's own
 * attribute is taken off.
 *
 * An attribute macro gets the item with only its own attributes decided; a derive gets its fields and variants decided
 * too. Anything that is half-typed is copied as it is.
 */
import type { CfgOptions } from '../../../project/cfg.ts';
import type { Token } from '../tokens.ts';
import { type ProcAttr, ProcReader } from './input.ts';

export interface ConfiguredItem {
  readonly attrs: readonly ProcAttr[];
  /** What follows the attributes. */
  readonly rest: readonly Token[];
}

/** Splits an item into its attributes and the rest; `isDeep`: as derives get it. */
export function configureItem(tokens: readonly Token[], cfg: CfgOptions, isDeep: boolean): ConfiguredItem {
  const reader = new ProcReader(tokens, cfg);
  // Inner attributes before an item are those of the module that it is the first item of.
  const attrs = (reader.attrs() ?? []).filter(({ tokens: [, bang] }) => bang?.text !== '!');
  const rest: Token[] = [];
  if (isDeep) copyDefinition(reader, cfg, rest);
  for (; !reader.ended; reader.at++) rest.push(reader.tokens[reader.at]!);
  return { attrs, rest };
}

/** The item's tokens with only those of its attributes that are kept. */
export function itemTokens(
  { attrs, rest }: ConfiguredItem,
  isKept: (attr: ProcAttr) => boolean,
): readonly Token[] {
  return [...attrs.flatMap((attr) => (isKept(attr) ? attr.tokens : [])), ...rest];
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
    const attrs = inside.attrs();
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
