/**
 * Copies one Tree-sitter tree into the typed arrays of a {@link SyntaxTree}, in one cursor walk.
 *
 * The walk asks the cursor as little as it can: every question crosses into WebAssembly or C++. Comments are left
 * out. In a skeleton the block of a function is recorded as one node flagged `Elided`.
 */
import { type Grammar, NodeFlag, type SyntaxTree } from './tree.ts';

/** What both kinds of Tree-sitter cursor offer. */
export interface Cursor {
  readonly nodeTypeId: number;
  readonly nodeType: string;
  readonly nodeIsMissing: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly currentFieldId: number;
  readonly currentFieldName: string | null | undefined;
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
}

/** What the walk needs to know of a kind, by its id in the parser. */
interface KindInfo {
  readonly id: number;
  readonly flags: number;
  readonly isComment: boolean;
  readonly isBlock: boolean;
  readonly isFunction: boolean;
  readonly isLeaf: boolean;
}

/** Tree-sitter's id of an ERROR node, and ours, which keeps the table of names dense. */
const errorSymbol = 0xffff;

const attributeItem = 'attribute_item';

/** Names of kinds and fields, learnt as they are met, so that both parsers can be asked in the same way. */
export class GrammarTable implements Grammar {
  readonly kindNames: string[] = [];
  readonly fieldNames: string[] = [''];
  readonly kindIds = new Map<string, number>();
  readonly fieldIds = new Map<string, number>();
  readonly #kinds = new Map<number, KindInfo>();
  readonly #fields = new Map<number, number>();
  readonly #isNamed: (cursor: Cursor) => boolean;

  /** The kind of attributes, which may be disguised as comments (`dialect.ts`). */
  readonly attribute: number;

  constructor(isNamed: (cursor: Cursor) => boolean) {
    this.#isNamed = isNamed;
    this.attribute = this.#declare(attributeItem, true);
  }

  #declare(name: string, named: boolean): number {
    const id = this.kindNames.length;
    this.kindNames.push(name);
    if (named || !this.kindIds.has(name)) this.kindIds.set(name, id);
    return id;
  }

  kind(symbol: number, cursor: Cursor): KindInfo {
    const known = this.#kinds.get(symbol);
    if (known) return known;
    const name = symbol === errorSymbol ? 'ERROR' : cursor.nodeType;
    const named = symbol === errorSymbol || this.#isNamed(cursor);
    const id = name === attributeItem ? this.attribute : this.#declare(name, named);
    const info: KindInfo = {
      id,
      flags: (named ? NodeFlag.Named : 0) | (symbol === errorSymbol ? NodeFlag.Error : 0),
      isComment: name === 'line_comment' || name === 'block_comment',
      isBlock: named && name === 'block',
      isFunction: name === 'function_item',
      isLeaf: !named || leafKinds.has(name),
    };
    this.#kinds.set(symbol, info);
    return info;
  }

  field(symbol: number, cursor: Cursor): number {
    if (symbol === 0) return 0;
    const known = this.#fields.get(symbol);
    if (known !== undefined) return known;
    const name = cursor.currentFieldName ?? '';
    const id = this.fieldNames.length;
    this.fieldNames.push(name);
    this.fieldIds.set(name, id);
    this.#fields.set(symbol, id);
    return id;
  }
}

/**
 * Named kinds that are not looked into: tokens, which have no children, and what is read from its text, since it is
 * no syntax yet (the arguments of macros, attributes).
 */
const leafKinds = new Set([
  'identifier',
  'type_identifier',
  'field_identifier',
  'shorthand_field_identifier',
  'primitive_type',
  'mutable_specifier',
  'self',
  'super',
  'crate',
  'integer_literal',
  'float_literal',
  'char_literal',
  'escape_sequence',
  'string_content',
  'metavariable',
  'token_tree',
  'attribute',
  'macro_rule',
]);

export interface FlattenOptions {
  /** Where each character of what was parsed stands in `text`, if that was not all of it: bodies are elided. */
  readonly offsets: Uint32Array | undefined;
  readonly hasError: boolean;
}

/** Growing columns, reused from one parse to the next: a tree takes exact copies of them. */
class Columns {
  capacity = 1 << 16;
  kind = new Uint16Array(this.capacity);
  start = new Uint32Array(this.capacity);
  end = new Uint32Array(this.capacity);
  next = new Uint32Array(this.capacity);
  parent = new Int32Array(this.capacity);
  field = new Uint16Array(this.capacity);
  flags = new Uint8Array(this.capacity);

  grow(): void {
    const from = this as Omit<this, 'grow'>;
    this.capacity *= 2;
    const { capacity } = this;
    const copy = <T extends { set(source: T): void }>(target: T, source: T): T => {
      target.set(source);
      return target;
    };
    this.kind = copy(new Uint16Array(capacity), from.kind);
    this.start = copy(new Uint32Array(capacity), from.start);
    this.end = copy(new Uint32Array(capacity), from.end);
    this.next = copy(new Uint32Array(capacity), from.next);
    this.parent = copy(new Int32Array(capacity), from.parent);
    this.field = copy(new Uint16Array(capacity), from.field);
    this.flags = copy(new Uint8Array(capacity), from.flags);
  }
}

const columns = new Columns();

export function flatten(
  text: string,
  cursor: Cursor,
  grammar: GrammarTable,
  { offsets, hasError }: FlattenOptions,
): SyntaxTree {
  const out = columns;
  let count = 0;
  let parent = -1;
  let parentIsFunction = false;
  /** Whether each open node is a function, for the way back up. */
  const functions: boolean[] = [];
  walk: for (;;) {
    const info = grammar.kind(cursor.nodeTypeId, cursor);
    let descend = !info.isLeaf;
    const start = cursor.startIndex;
    const isDisguised = info.isComment && text[offsets ? offsets[start]! : start] === '#';
    if (info.isComment) descend = false;
    if (!info.isComment || isDisguised) {
      if (count === out.capacity) out.grow();
      const n = count++;
      const end = cursor.endIndex;
      let { flags } = info;
      // Only a token of no width can be missing.
      if (start === end && cursor.nodeIsMissing) flags |= NodeFlag.Missing;
      if (offsets && info.isBlock && parentIsFunction) {
        flags |= NodeFlag.Elided;
        descend = false;
      }
      out.kind[n] = isDisguised ? grammar.attribute : info.id;
      out.start[n] = start;
      out.end[n] = end;
      out.parent[n] = parent;
      out.field[n] = parent < 0 ? 0 : grammar.field(cursor.currentFieldId, cursor);
      out.flags[n] = flags;
      out.next[n] = count;
      if (descend && cursor.gotoFirstChild()) {
        functions.push(parentIsFunction);
        parent = n;
        parentIsFunction = info.isFunction;
        continue;
      }
    }
    while (parent >= 0 && !cursor.gotoNextSibling()) {
      cursor.gotoParent();
      out.next[parent] = count;
      parent = out.parent[parent]!;
      parentIsFunction = functions.pop()!;
      if (parent < 0) break walk;
    }
    if (parent < 0) break;
  }
  if (offsets) mapOffsets(out, count, offsets, text.length);
  return {
    text,
    kind: out.kind.slice(0, count),
    start: out.start.slice(0, count),
    end: out.end.slice(0, count),
    next: out.next.slice(0, count),
    parent: out.parent.slice(0, count),
    field: out.field.slice(0, count),
    flags: out.flags.slice(0, count),
    grammar,
    hasError,
  };
}

function mapOffsets({ start, end }: Columns, count: number, offsets: Uint32Array, length: number): void {
  const last = offsets.length - 1;
  for (let n = 0; n < count; n++) {
    const from = start[n]!;
    const to = end[n]!;
    const mapped = offsets[Math.min(from, last)] ?? 0;
    start[n] = mapped;
    end[n] = to > from ? Math.min(offsets[Math.min(to - 1, last)]! + 1, length) : mapped;
  }
}
