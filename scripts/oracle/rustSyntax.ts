/** Tree-sitter's Rust grammar for the scripts: where functions, bodies and closures stand in a source. */
import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';

let parser: Promise<Parser> | undefined;

function rustParser(): Promise<Parser> {
  parser ??= (async () => {
    await Parser.init();
    const wasm = createRequire(new URL('../../server/package.json', import.meta.url)).resolve(
      'tree-sitter-rust/tree-sitter-rust.wasm',
    );
    const made = new Parser();
    made.setLanguage(await Language.load(wasm));
    return made;
  })();
  return parser;
}

/** The named nodes of a file that `pick` accepts, in source order. */
export async function nodesOf(source: string, pick: (node: Node) => boolean): Promise<Node[]> {
  const tree = (await rustParser()).parse(source);
  if (tree === null) throw new Error('the source could not be parsed');
  const found: Node[] = [];
  const visit = (node: Node): void => {
    if (pick(node)) found.push(node);
    for (const child of node.namedChildren) if (child) visit(child);
  };
  visit(tree.rootNode);
  return found;
}
