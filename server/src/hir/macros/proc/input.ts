/**
 * What a procedural macro is given: the tokens of an item with its attributes and doc comments, and their structure as
 * far as derives read it (generics, variants, fields). Parsing never fails: half-typed parts are left out.
 */
import { type CfgOptions, evaluateCfg } from '../../../project/cfg.ts';
import { parseCfg } from '../../attrText.ts';
import type { FieldsKind } from '../../itemTree.ts';
import type { Span } from '../../span.ts';
import { stringValue } from '../literals.ts';
import { CodeWriter, madeUp, matchDelimiters, type Token } from '../tokens.ts';
import { type Code, code } from './code.ts';

export interface ProcAttr {
  /** `serde`, `tokio::main`. */
  readonly path: string;
  /** Between the delimiters of `#[path(…)]`. */
  readonly args: readonly Token[];
  /** After the `=` of `#[path = …]`. */
  readonly value: readonly Token[] | undefined;
  /** From `#` to `]`; of one that `cfg_attr` writes, what it writes. */
  readonly span: Span | undefined;
  /** The attribute as it is written, or as `cfg_attr` writes it. */
  readonly tokens: readonly Token[];
}

export interface ProcField {
  readonly attrs: readonly ProcAttr[];
  /** The field's index for one without a name. */
  readonly name: string;
  readonly ty: readonly Token[];
  readonly span: Span | undefined;
}

export interface ProcVariant {
  readonly attrs: readonly ProcAttr[];
  readonly name: string;
  readonly kind: FieldsKind;
  readonly fields: readonly ProcField[];
  readonly span: Span | undefined;
}

export interface ProcParam {
  readonly kind: 'Lifetime' | 'Type' | 'Const';
  readonly name: string;
  /** The parameter without its default, as an impl declares it. */
  readonly declaration: readonly Token[];
}

export interface DeriveInput {
  readonly kind: 'Struct' | 'Enum' | 'Union';
  readonly attrs: readonly ProcAttr[];
  readonly name: string;
  readonly params: readonly ProcParam[];
  /** The predicates of the where clause, without `where`. */
  readonly predicates: readonly Token[];
  /** One for a struct, with the struct's name. */
  readonly variants: readonly ProcVariant[];
}

/** Tokens as they would be written. */
export function tokenText(tokens: readonly Token[]): string {
  return new CodeWriter().tokens(tokens).finish().text;
}

export function tokensSpan(tokens: readonly Token[]): Span | undefined {
  const first = tokens[0]?.span;
  const last = tokens.at(-1)?.span;
  return first && last && last.end >= first.end ? { ...first, end: last.end } : first;
}

/** Reads one stream of tokens. */
export class ProcReader {
  readonly tokens: readonly Token[];
  readonly #close: Int32Array;
  readonly #cfg: CfgOptions;
  at = 0;

  constructor(tokens: readonly Token[], cfg: CfgOptions) {
    this.tokens = tokens;
    this.#close = matchDelimiters(tokens);
    this.#cfg = cfg;
  }

  get ended(): boolean {
    return this.at >= this.tokens.length;
  }

  is(text: string, ahead = 0): boolean {
    return this.tokens[this.at + ahead]?.text === text;
  }

  eat(text: string): boolean {
    if (!this.is(text)) return false;
    this.at++;
    return true;
  }

  ident(): Token | undefined {
    const token = this.tokens[this.at];
    if (token?.kind !== 'Ident') return undefined;
    this.at++;
    return token;
  }

  /** What stands in the group that begins here. */
  group(): readonly Token[] {
    const end = this.#close[this.at] ?? this.tokens.length;
    const inside = this.tokens.slice(this.at + 1, end);
    this.at = end + 1;
    return inside;
  }

  /** A reader of the group that begins here. */
  inside(): ProcReader {
    return new ProcReader(this.group(), this.#cfg);
  }

  /** Tokens up to one of these outside of groups and angle brackets. */
  until(stops: readonly string[]): readonly Token[] {
    const from = this.at;
    let angles = 0;
    for (; this.at < this.tokens.length; this.at++) {
      const { text, kind } = this.tokens[this.at]!;
      if (angles <= 0 && stops.includes(text)) break;
      if (kind === 'Open') this.at = this.#close[this.at]!;
      else if (text === '<') angles++;
      else if (text === '<<') angles += 2;
      else if (text === '>') angles--;
    }
    this.at = Math.min(this.at, this.tokens.length);
    return this.tokens.slice(from, this.at);
  }

  /** The attributes here that hold; undefined if a `cfg` among them does not. */
  attrs(): readonly ProcAttr[] | undefined {
    const attrs: ProcAttr[] = [];
    let enabled = true;
    while (this.is('#') && (this.is('[', 1) || (this.is('!', 1) && this.is('[', 2)))) {
      const from = this.at;
      this.at += this.is('!', 1) ? 2 : 1;
      const inside = this.group();
      const written = this.tokens.slice(from, this.at);
      enabled = this.#attr(inside, tokensSpan(written), written, attrs) && enabled;
    }
    return enabled ? attrs : undefined;
  }

  #attr(
    tokens: readonly Token[],
    span: Span | undefined,
    written: readonly Token[],
    attrs: ProcAttr[],
  ): boolean {
    const reader = new ProcReader(tokens, this.#cfg);
    let path = '';
    while (!reader.ended && !reader.is('=') && reader.tokens[reader.at]!.kind !== 'Open')
      path += reader.tokens[reader.at++]!.text;
    const args = reader.is('=') ? [] : reader.group();
    if (path === 'unsafe') return this.#attr(args, span, written, attrs);
    if (path === 'cfg') return evaluateCfg(parseCfg(tokenText(args)), this.#cfg);
    if (path === 'cfg_attr') {
      const [predicate, ...rest] = splitTokens(args);
      if (!evaluateCfg(parseCfg(tokenText(predicate ?? [])), this.#cfg)) return true;
      const open = written.slice(0, written.length - tokens.length - 1);
      const close = written.at(-1) ?? madeUp('Close', ']');
      return rest.every((attr) => this.#attr(attr, tokensSpan(attr), [...open, ...attr, close], attrs));
    }
    const value = reader.eat('=') ? reader.tokens.slice(reader.at) : undefined;
    attrs.push({ path, args, value, span, tokens: written });
    return true;
  }

  visibility(): void {
    if (this.eat('pub') && this.is('(')) this.group();
  }
}

/** Splits at commas outside of groups and angle brackets; a comma at the end begins nothing. */
export function splitTokens(tokens: readonly Token[]): (readonly Token[])[] {
  const close = matchDelimiters(tokens);
  const parts: (readonly Token[])[] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.kind === 'Open') i = close[i]!;
    else if (tokens[i]!.text === ',') {
      parts.push(tokens.slice(from, i));
      from = i + 1;
    }
  }
  if (from < tokens.length) parts.push(tokens.slice(from));
  return parts;
}

/** Reads a struct, enum or union; undefined for anything else. */
export function parseDeriveInput(tokens: readonly Token[], cfg: CfgOptions): DeriveInput | undefined {
  const reader = new ProcReader(tokens, cfg);
  const attrs = reader.attrs();
  reader.visibility();
  const kinds = { struct: 'Struct', enum: 'Enum', union: 'Union' } as const;
  const keyword = reader.ident()?.text as keyof typeof kinds | undefined;
  const kind = keyword && kinds[keyword];
  const name = reader.ident();
  if (!attrs || !kind || !name) return undefined;
  const params = reader.is('<') ? parseParams(reader) : [];
  let predicates = reader.eat('where') ? reader.until(['{', ';']) : [];
  let variants: ProcVariant[];
  if (kind === 'Enum') variants = reader.is('{') ? parseVariants(reader.inside()) : [];
  else {
    const fieldsKind = fieldsKindAt(reader);
    const fields = fieldsKind === 'Unit' ? [] : parseFields(reader.inside(), fieldsKind);
    if (reader.eat('where')) predicates = reader.until([';']);
    variants = [{ attrs, name: name.text, kind: fieldsKind, fields, span: name.span }];
  }
  return { kind, attrs, name: name.text, params, predicates, variants };
}

function fieldsKindAt(reader: ProcReader): FieldsKind {
  if (reader.is('{')) return 'Named';
  return reader.is('(') ? 'Tuple' : 'Unit';
}

function parseParams(reader: ProcReader): ProcParam[] {
  const params: ProcParam[] = [];
  reader.at++;
  while (!reader.ended && !reader.eat('>')) {
    reader.attrs();
    const declaration = reader.until([',', '=', '>']);
    if (reader.eat('=')) reader.until([',', '>']);
    if (!reader.eat(',') && !reader.is('>')) break;
    const first = declaration[0];
    if (first?.kind === 'Lifetime') params.push({ kind: 'Lifetime', name: first.text, declaration });
    else if (first?.text === 'const')
      params.push({ kind: 'Const', name: declaration[1]?.text ?? '', declaration });
    else if (first) params.push({ kind: 'Type', name: first.text, declaration });
  }
  return params;
}

function parseFields(reader: ProcReader, kind: FieldsKind): ProcField[] {
  const fields: ProcField[] = [];
  while (!reader.ended) {
    const start = reader.at;
    const attrs = reader.attrs();
    const from = reader.at;
    reader.visibility();
    let name = `${fields.length}`;
    if (kind === 'Named') {
      name = reader.ident()?.text ?? '';
      reader.eat(':');
    }
    const ty = reader.until([',']);
    const span = tokensSpan(reader.tokens.slice(attrs?.length === 0 ? from : start, reader.at));
    reader.eat(',');
    if (attrs && name !== '' && ty.length > 0) fields.push({ attrs, name, ty, span });
  }
  return fields;
}

function parseVariants(reader: ProcReader): ProcVariant[] {
  const variants: ProcVariant[] = [];
  while (!reader.ended) {
    const attrs = reader.attrs();
    const name = reader.ident();
    if (name) {
      const kind = fieldsKindAt(reader);
      const fields = kind === 'Unit' ? [] : parseFields(reader.inside(), kind);
      if (attrs) variants.push({ attrs, name: name.text, kind, fields, span: name.span });
    }
    reader.until([',']);
    reader.eat(',');
  }
  return variants;
}

/** The item's type, with its own parameters as arguments. */
export function selfType({ name, params }: DeriveInput): string {
  return params.length > 0 ? `${name}<${params.map((p) => p.name).join(', ')}>` : name;
}

/** `impl<…> trait for Self where … { body }`, with the item's own generics, and `where` more. */
export function implFor(
  input: DeriveInput,
  trait: Code,
  body: Code,
  { lifetimes = [], where = [] }: { lifetimes?: readonly string[]; where?: readonly Code[] } = {},
): Code {
  const params = [...lifetimes, ...input.params.map((p) => p.declaration)];
  const predicates = [...splitTokens(input.predicates), ...where];
  return code`#[automatically_derived] impl ${params.length > 0 ? ['<', commas(params), '>'] : ''} ${trait} for ${selfType(input)}
    ${predicates.length > 0 ? ['where', commas(predicates)] : ''} { ${body} }`;
}

export function commas(items: readonly Code[]): Code {
  return items.flatMap((item, i) => (i === 0 ? [item] : [',', item]));
}

/** The text of the one literal; undefined if that is not a string. */
export function stringOf(tokens: readonly Token[] | undefined): string | undefined {
  return tokens?.length === 1 ? stringValue(tokens[0]) : undefined;
}

/** `T` of a type written `name<T>`. */
export function typeArgument(ty: readonly Token[], name: string): readonly Token[] | undefined {
  if (ty[0]?.text !== name || ty[1]?.text !== '<' || ty.at(-1)?.text !== '>') return undefined;
  return ty.slice(2, -1);
}

/** The lines of the doc comments, without the space that they begin with, as rustdoc reads them. */
export function docLines(attrs: readonly ProcAttr[]): string[] {
  const docs = attrs.flatMap((attr) => (attr.path === 'doc' ? (stringOf(attr.value) ?? []) : []));
  const lines = docs.flatMap((doc) => doc.split('\n')).map((line) => line.replace(/^ /, ''));
  while (lines[0]?.trim() === '') lines.shift();
  while (lines.at(-1)?.trim() === '') lines.pop();
  return lines;
}
