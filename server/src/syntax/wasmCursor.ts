/**
 * A cursor over a tree of web-tree-sitter that talks to its WebAssembly module directly.
 *
 * web-tree-sitter's own `TreeCursor` copies its four words of state into the module before every question and out again
 * after every step, through helpers that choose by the name of a type; that was half of the time of a walk. The module
 * leaves the state in its transfer buffer after each call and reads it there at the next one, so one cursor that is
 * alone for the time of its walk need not copy anything. Whoever walks must not ask the module for something else that
 * uses the buffer (nodes, other cursors) before the cursor is freed.
 *
 * The names are those that `Parser.init` puts on the object it is given, web-tree-sitter 0.27.
 */
import type { Tree } from 'web-tree-sitter';
import type { Cursor } from './flatten.ts';

/** The object given to `Parser.init`, once it has the module's functions. They take the address of a tree. */
export type TreeSitterModule = Record<string, unknown>;

type OfTree = (tree: number) => number;

/** What a walk asks the module. */
interface CursorFunctions {
  readonly rootNode: OfTree;
  readonly open: OfTree;
  readonly close: OfTree;
  readonly gotoFirstChild: OfTree;
  readonly gotoNextSibling: OfTree;
  readonly gotoParent: OfTree;
  readonly nodeTypeId: OfTree;
  readonly isMissing: OfTree;
  readonly startIndex: OfTree;
  readonly endIndex: OfTree;
  readonly fieldId: OfTree;
}

const names: Record<keyof CursorFunctions, string> = {
  rootNode: '_ts_tree_root_node_wasm',
  open: '_ts_tree_cursor_new_wasm',
  close: '_ts_tree_cursor_delete_wasm',
  gotoFirstChild: '_ts_tree_cursor_goto_first_child_wasm',
  gotoNextSibling: '_ts_tree_cursor_goto_next_sibling_wasm',
  gotoParent: '_ts_tree_cursor_goto_parent_wasm',
  nodeTypeId: '_ts_tree_cursor_current_node_type_id_wasm',
  isMissing: '_ts_tree_cursor_current_node_is_missing_wasm',
  startIndex: '_ts_tree_cursor_start_index_wasm',
  endIndex: '_ts_tree_cursor_end_index_wasm',
  fieldId: '_ts_tree_cursor_current_field_id_wasm',
};

/** The functions that walk trees; undefined if the module has others than those known here. */
export function cursorFunctions(module: TreeSitterModule): CursorFunctions | undefined {
  const found: Partial<Record<keyof CursorFunctions, OfTree>> = {};
  for (const [key, name] of Object.entries(names) as [keyof CursorFunctions, string][]) {
    const fn = module[name];
    if (typeof fn !== 'function') return undefined;
    found[key] = fn as OfTree;
  }
  return found as CursorFunctions;
}

/** A cursor at the root of a tree, the only one until it is freed. */
export class WasmCursor implements Cursor {
  readonly #module: CursorFunctions;
  readonly #tree: Tree;
  readonly #address: number;

  constructor(module: CursorFunctions, tree: Tree) {
    this.#module = module;
    this.#tree = tree;
    this.#address = (tree as unknown as { readonly 0: number })[0];
    // Leaves the node where the cursor is made from it.
    module.rootNode(this.#address);
    module.open(this.#address);
  }

  get nodeTypeId(): number {
    return this.#module.nodeTypeId(this.#address);
  }

  get nodeType(): string {
    return this.#tree.language.types[this.nodeTypeId] ?? 'ERROR';
  }

  get nodeIsMissing(): boolean {
    return this.#module.isMissing(this.#address) === 1;
  }

  get startIndex(): number {
    return this.#module.startIndex(this.#address);
  }

  get endIndex(): number {
    return this.#module.endIndex(this.#address);
  }

  get currentFieldId(): number {
    return this.#module.fieldId(this.#address);
  }

  get currentFieldName(): string | null {
    return this.#tree.language.fields[this.currentFieldId] ?? null;
  }

  gotoFirstChild(): boolean {
    return this.#module.gotoFirstChild(this.#address) === 1;
  }

  gotoNextSibling(): boolean {
    return this.#module.gotoNextSibling(this.#address) === 1;
  }

  gotoParent(): boolean {
    return this.#module.gotoParent(this.#address) === 1;
  }

  free(): void {
    this.#module.close(this.#address);
  }
}
