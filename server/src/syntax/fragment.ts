/**
 * Parses a text that is not a whole file: an expression, a type, the statements of a block, … Tree-sitter only
 * parses files, so the text is wrapped into one, and the tree of the fragment cut out of the result: its root is
 * node 0, and its offsets are those of the text as given.
 */
import { parser } from './parser.ts';
import { childByField, type NodeIndex, type SyntaxTree } from './tree.ts';

export type Fragment = 'Items' | 'Expr' | 'Stmts' | 'Pat' | 'Type' | 'Block' | 'Path';

interface Wrapper {
  readonly before: string;
  readonly after: string;
  /** The fragment's root in the tree of the wrapped text. */
  readonly root: (tree: SyntaxTree) => NodeIndex | undefined;
}

/** The first node of that kind, in pre-order. */
function find(tree: SyntaxTree, kind: string): NodeIndex | undefined {
  const id = tree.grammar.kindIds.get(kind);
  const n = id === undefined ? -1 : tree.kind.indexOf(id);
  return n < 0 ? undefined : n;
}

function findField(tree: SyntaxTree, kind: string, field: string): NodeIndex | undefined {
  const n = find(tree, kind);
  return n === undefined ? undefined : childByField(tree, n, field);
}

/** A closing `;` or brace goes on a line of its own: the text may end in a line comment. */
const wrappers: Record<Fragment, Wrapper> = {
  Items: { before: '', after: '', root: () => 0 },
  // As an initializer, since a statement `match x {} - 1` would end at the brace.
  Expr: { before: 'let _=', after: '\n;', root: (tree) => findField(tree, 'let_declaration', 'value') },
  Stmts: { before: '{', after: '\n}', root: (tree) => find(tree, 'block') },
  Block: { before: '', after: '', root: (tree) => find(tree, 'block') },
  Pat: {
    before: 'if let ',
    after: '\n=0{}',
    root: (tree) => findField(tree, 'let_condition', 'pattern'),
  },
  Type: { before: 'type T=', after: '\n;', root: (tree) => findField(tree, 'type_item', 'type') },
  Path: { before: 'type T=', after: '\n;', root: (tree) => findField(tree, 'type_item', 'type') },
};

/** A broken fragment has its nearest recognizable node, at worst an `ERROR` node or the whole file, as its root. */
export function parseFragment(text: string, fragment: Fragment): SyntaxTree {
  const { before, after, root } = wrappers[fragment];
  const tree = parser().parse(before + text + after);
  const n = root(tree) ?? 0;
  if (before === '' && n === 0) return tree;
  return cut(tree, n, text, before.length);
}

/** The subtree at `root` as a tree of its own, over `text`, which starts at `offset` in the tree's text. */
function cut(tree: SyntaxTree, root: NodeIndex, text: string, offset: number): SyntaxTree {
  const end = tree.next[root]!;
  const clamp = (at: number) => Math.min(Math.max(at - offset, 0), text.length);
  const parent = tree.parent.slice(root, end).map((p) => p - root);
  parent[0] = -1;
  const field = tree.field.slice(root, end);
  field[0] = 0;
  return {
    text,
    kind: tree.kind.slice(root, end),
    start: tree.start.slice(root, end).map(clamp),
    end: tree.end.slice(root, end).map(clamp),
    next: tree.next.slice(root, end).map((n) => n - root),
    parent,
    field,
    flags: tree.flags.slice(root, end),
    grammar: tree.grammar,
    hasError: tree.hasError,
  };
}
