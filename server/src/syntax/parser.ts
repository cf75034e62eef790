/**
 * The parser: Rust text in, flat {@link SyntaxTree} out.
 *
 * Tree-sitter does the parsing, as WebAssembly by default and as native code where that loads and is asked for; both
 * are driven through one {@link RustParser}. Native trees are freed by finalizers, which Node runs between jobs: in an
 * analysis, one long job, they would pile up, gigabytes of them.
 *
 * Before a text is parsed, the dialect pass blanks out, length for length, the syntax that the grammar does not know, so
 * that offsets stay those of the text as written. Where only items are wanted, what is parsed is the text's skeleton,
 * and offsets are mapped back.
 *
 * A file that is open in an editor is parsed again at every keystroke. For those the caller names a `cacheKey`: the
 * parser keeps Tree-sitter's own tree of the last few such texts, and tells it the one edit (between the common
 * prefix and suffix of the two texts), so that it parses only around the edit. The result is the same either way.
 *
 * Queries are synchronous and loading WebAssembly is not, so the parser is loaded once, before the first query, and
 * kept here for the process ({@link setParser}).
 */
import { createRequire } from 'node:module';
import { Language, Parser, type Tree } from 'web-tree-sitter';
import { editedRange } from '../base/commonAffixes.ts';
import {
  blankDialect,
  blankTurbofishesOfTypes,
  disguiseAttributesOfElements,
  disguiseAttributesOfFields,
} from './dialect.ts';
import { type Cursor, flatten, GrammarTable } from './flatten.ts';
import { type Skeleton, skeleton } from './skeleton.ts';
import type { SyntaxTree } from './tree.ts';
import { cursorFunctions, type TreeSitterModule, WasmCursor } from './wasmCursor.ts';

export interface ParseOptions {
  /**
   * Only what declares items is wanted: the block of each function is one node without children, and arguments of
   * macros and parts of initializers are missing from the tree (see `skeleton.ts`, which
   * whoever has it already may hand over).
   */
  readonly elideBodies?: boolean | Skeleton;
  /** Names a text that will be parsed again after an edit. */
  readonly cacheKey?: number;
}

export interface RustParser {
  readonly isNative: boolean;
  parse(text: string, options?: ParseOptions): SyntaxTree;
  /** Drops the tree kept for that key. */
  forget(cacheKey: number): void;
}

export interface LoadOptions {
  /** `auto`: the native parser where it loads, else WebAssembly. Default false. */
  readonly native?: boolean | 'auto';
  /** Where the two WebAssembly modules are; by default beside this module, else where npm put them. */
  readonly wasm?: { readonly runtime: string; readonly grammar: string | Uint8Array };
}

/** The part of Tree-sitter that both of its packages offer. */
interface Backend {
  readonly isNative: boolean;
  readonly grammar: GrammarTable;
  parse(text: string, previous: BackendTree | undefined): BackendTree;
}

interface BackendTree {
  edit(edit: Edit): void;
  readonly hasError: boolean;
  walk(): { readonly cursor: Cursor; free(): void };
  free(): void;
}

interface Point {
  readonly row: number;
  readonly column: number;
}

interface Edit {
  readonly startIndex: number;
  readonly oldEndIndex: number;
  readonly newEndIndex: number;
  readonly startPosition: Point;
  readonly oldEndPosition: Point;
  readonly newEndPosition: Point;
}

let current: RustParser | undefined;

export function setParser(parser: RustParser): void {
  current = parser;
}

/** The parser of this process. */
export function parser(): RustParser {
  if (!current) throw new Error('the parser is not loaded yet: await loadParser() and setParser() first');
  return current;
}

/** How many texts keep Tree-sitter's tree for incremental parsing. */
const keptTrees = 16;

export async function loadParser({ native = false, wasm }: LoadOptions = {}): Promise<RustParser> {
  if (native) {
    const backend = nativeBackend();
    if (backend) return rustParser(backend);
    if (native !== 'auto') throw new Error('the native Tree-sitter parser does not load on this machine');
  }
  return rustParser(await wasmBackend(wasm ?? (await findWasm())));
}

function rustParser(backend: Backend): RustParser {
  /** Least recently used first. */
  const kept = new Map<number, { text: string; tree: BackendTree }>();
  return {
    isNative: backend.isNative,
    parse(text, { elideBodies = false, cacheKey } = {}) {
      const short = elideBodies === true ? skeleton(text) : elideBodies || undefined;
      const input = blankDialect(short?.text ?? text);
      const old = cacheKey === undefined ? undefined : kept.get(cacheKey);
      const tree = old && old.text === input ? old.tree : parseDisguised(backend, old, input);
      const { hasError } = tree;
      const { cursor, free } = tree.walk();
      const result = flatten(text, cursor, backend.grammar, { offsets: short?.offsets, hasError });
      free();
      if (cacheKey === undefined) {
        tree.free();
        return result;
      }
      if (old && old.tree !== tree) old.tree.free();
      kept.delete(cacheKey);
      kept.set(cacheKey, { text: input, tree });
      if (kept.size > keptTrees) {
        const [oldest] = kept.keys();
        this.forget(oldest!);
      }
      return result;
    },
    forget(cacheKey) {
      kept.get(cacheKey)?.tree.free();
      kept.delete(cacheKey);
    },
  };
}

/** What a text is changed by where it does not parse. */
const disguises = [disguiseAttributesOfFields, disguiseAttributesOfElements, blankTurbofishesOfTypes];

/** Parses a text; in disguise, if that is what keeps it from being without errors. */
function parseDisguised(
  backend: Backend,
  old: { readonly text: string; readonly tree: BackendTree } | undefined,
  text: string,
): BackendTree {
  const tree = parseAfter(backend, old, text);
  let disguised = text;
  for (const disguise of tree.hasError ? disguises : []) {
    const before = disguised;
    disguised = disguise(before);
    if (disguised === before) continue;
    const other = backend.parse(disguised, undefined);
    const [better, worse] = other.hasError ? [tree, other] : [other, tree];
    worse.free();
    if (better === other) return other;
  }
  return tree;
}

/**
 * Parses a text, making use of the tree of what it was before. How Tree-sitter gets over an error depends on the tree
 * that it begins with, so a text with errors is parsed from nothing: what comes out is a function of the text.
 */
function parseAfter(
  backend: Backend,
  old: { readonly text: string; readonly tree: BackendTree } | undefined,
  text: string,
): BackendTree {
  if (!old) return backend.parse(text, undefined);
  old.tree.edit(editBetween(old.text, text));
  const tree = backend.parse(text, old.tree);
  if (!tree.hasError) return tree;
  tree.free();
  return backend.parse(text, undefined);
}

/** The smallest single edit that turns one text into the other. */
function editBetween(before: string, after: string): Edit {
  const { start, oldEnd: oldEndIndex, newEnd: newEndIndex } = editedRange(before, after);
  const startPosition = advance({ row: 0, column: 0 }, after, 0, start);
  return {
    startIndex: start,
    oldEndIndex,
    newEndIndex,
    startPosition,
    oldEndPosition: advance(startPosition, before, start, oldEndIndex),
    newEndPosition: advance(startPosition, after, start, newEndIndex),
  };
}

function advance(from: Point, text: string, start: number, end: number): Point {
  let { row } = from;
  let lineStart = start - from.column;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: end - lineStart };
}

async function findWasm(): Promise<{ runtime: string; grammar: string }> {
  const { existsSync } = await import('node:fs');
  const { fileURLToPath } = await import('node:url');
  const beside = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));
  const bundled = { runtime: beside('web-tree-sitter.wasm'), grammar: beside('tree-sitter-rust.wasm') };
  if (existsSync(bundled.runtime) && existsSync(bundled.grammar)) return bundled;
  const require = createRequire(import.meta.url);
  return {
    runtime: require.resolve('web-tree-sitter/web-tree-sitter.wasm'),
    grammar: require.resolve('tree-sitter-rust/tree-sitter-rust.wasm'),
  };
}

/** web-tree-sitter loads its module once for the process: what it was given then has the functions. */
let module: TreeSitterModule | undefined;

async function wasmBackend(wasm: NonNullable<LoadOptions['wasm']>): Promise<Backend> {
  module ??= { locateFile: () => wasm.runtime };
  await Parser.init(module);
  const functions = cursorFunctions(module);
  const language = await Language.load(wasm.grammar);
  const treeSitter = new Parser();
  treeSitter.setLanguage(language);
  const wrap = (tree: Tree): BackendTree => ({
    edit: (edit) => tree.edit(edit as Parameters<Tree['edit']>[0]),
    get hasError() {
      return tree.rootNode.hasError;
    },
    walk() {
      if (functions) {
        const cursor = new WasmCursor(functions, tree);
        return { cursor, free: () => cursor.free() };
      }
      const cursor = tree.walk();
      return { cursor, free: () => cursor.delete() };
    },
    free: () => tree.delete(),
  });
  /** The trees handed out, to find Tree-sitter's own again when one comes back as `previous`. */
  const trees = new WeakMap<BackendTree, Tree>();
  return {
    isNative: false,
    grammar: new GrammarTable((cursor) => language.nodeTypeIsNamed(cursor.nodeTypeId)),
    parse(text, previous) {
      const tree = treeSitter.parse(text, previous && trees.get(previous));
      if (!tree) throw new Error('Tree-sitter gave no tree');
      const wrapped = wrap(tree);
      trees.set(wrapped, tree);
      return wrapped;
    },
  };
}

interface NativeTree {
  edit(edit: Edit): void;
  readonly rootNode: { readonly hasError: boolean; walk(): Cursor & { readonly nodeIsNamed: boolean } };
}

interface NativeParser {
  setLanguage(language: unknown): void;
  parse(input: string | ((index: number) => string), previous?: NativeTree): NativeTree;
}

function nativeBackend(): Backend | undefined {
  let treeSitter: NativeParser;
  try {
    const require = createRequire(import.meta.url);
    treeSitter = new (require('tree-sitter') as new () => NativeParser)();
    treeSitter.setLanguage(require('tree-sitter-rust'));
  } catch {
    return undefined; // no binary for this platform: the caller falls back to WebAssembly
  }
  const trees = new WeakMap<BackendTree, NativeTree>();
  return {
    isNative: true,
    grammar: new GrammarTable((cursor) => (cursor as Cursor & { nodeIsNamed: boolean }).nodeIsNamed),
    parse(text, previous) {
      // In pieces: the binding copies a string argument into a buffer of limited size.
      const tree = treeSitter.parse(
        (index) => text.slice(index, index + 16384),
        previous && trees.get(previous),
      );
      const wrapped: BackendTree = {
        edit: (edit) => tree.edit(edit),
        get hasError() {
          return tree.rootNode.hasError;
        },
        walk: () => ({ cursor: tree.rootNode.walk(), free: () => undefined }),
        free: () => undefined,
      };
      trees.set(wrapped, tree);
      return wrapped;
    },
  };
}
