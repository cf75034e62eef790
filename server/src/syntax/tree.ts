/**
 * A syntax tree, flattened: what one Tree-sitter parse said, copied in one cursor walk into typed arrays, after which
 * the parser's own tree can be dropped. Nodes are integers in pre-order: the first child of `n` is `n + 1`, and the
 * subtree of `n` is `n … next[n] - 1`. Both parsers (WebAssembly and native) produce equal trees.
 *
 * Everything above `syntax` works on these trees only. Offsets are UTF-16 code units into `text`.
 */

export type NodeIndex = number;

export interface SyntaxTree {
  /** The text as written; what the dialect pass blanked out for the parser is still there. */
  readonly text: string;
  /**
   * Kind id of each node; `kindName(tree, n)` gives the grammar's name. Comments are left out of the tree, and so is
   * what stands inside of attributes and of the arguments of macros.
   */
  readonly kind: Uint16Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Index just past the node's subtree: its next sibling, if it has one. */
  readonly next: Uint32Array;
  readonly parent: Int32Array;
  /** Field id in the parent, 0 for none. */
  readonly field: Uint16Array;
  /** Bit set of {@link NodeFlag}. */
  readonly flags: Uint8Array;
  readonly grammar: Grammar;
  /** The parse had an error or a missing token somewhere (in an elided body, too). */
  readonly hasError: boolean;
}

export const NodeFlag = { Named: 1, Error: 2, Missing: 4, Elided: 8 } as const;

/** Names of the ids in a tree; one object per loaded grammar. */
export interface Grammar {
  readonly kindNames: readonly string[];
  readonly fieldNames: readonly string[];
  readonly kindIds: ReadonlyMap<string, number>;
  readonly fieldIds: ReadonlyMap<string, number>;
}

export function kindName(tree: SyntaxTree, n: NodeIndex): string {
  return tree.grammar.kindNames[tree.kind[n]!]!;
}

export function nodeText(tree: SyntaxTree, n: NodeIndex): string {
  return tree.text.slice(tree.start[n], tree.end[n]);
}

export function isNamed(tree: SyntaxTree, n: NodeIndex): boolean {
  return (tree.flags[n]! & NodeFlag.Named) !== 0;
}

/** All children, anonymous tokens included, in order. */
export function children(tree: SyntaxTree, n: NodeIndex): NodeIndex[] {
  const result: NodeIndex[] = [];
  for (let c = n + 1, end = tree.next[n]!; c < end; c = tree.next[c]!) result.push(c);
  return result;
}

export function namedChildren(tree: SyntaxTree, n: NodeIndex): NodeIndex[] {
  const result: NodeIndex[] = [];
  for (let c = n + 1, end = tree.next[n]!; c < end; c = tree.next[c]!) if (isNamed(tree, c)) result.push(c);
  return result;
}

/** The first child in that field. */
export function childByField(tree: SyntaxTree, n: NodeIndex, field: string): NodeIndex | undefined {
  const id = tree.grammar.fieldIds.get(field);
  if (id === undefined) return undefined;
  for (let c = n + 1, end = tree.next[n]!; c < end; c = tree.next[c]!) if (tree.field[c] === id) return c;
  return undefined;
}

/** The first child of that kind, anonymous tokens (`mut`, `&`) included. */
export function childByKind(tree: SyntaxTree, n: NodeIndex, kind: string): NodeIndex | undefined {
  for (let c = n + 1, end = tree.next[n]!; c < end; c = tree.next[c]!)
    if (kindName(tree, c) === kind) return c;
  return undefined;
}
