/**
 * The blocks of a body that declare items of their own, those in expansions of its macro calls included. They are
 * looked for in the body's text first; its macro calls are only expanded for what is not there.
 */
import { equalLists } from '../../base/equalLists.ts';
import { structuralEquals } from '../../base/structuralEquals.ts';
import type { CfgOptions } from '../../project/cfg.ts';
import { type Database, defineQuery } from '../../query/database.ts';
import {
  childByField,
  childByKind,
  isNamed,
  kindName,
  type NodeIndex,
  type SyntaxTree,
} from '../../syntax/tree.ts';
import { configuredOut, isWithin } from '../configuredOut.ts';
import { type DefId, defCrate } from '../defs.ts';
import {
  type BodyText,
  bodyTextOwner,
  type CallSiteId,
  callSite,
  type FragmentKind,
  type HirFileId,
  internCallSite,
  internHirFile,
  internMacroCall,
  type MacroCallId,
  macroCall,
} from '../hirFile.ts';
import { crateData } from '../inputs.ts';
import { lowerCtx, lowerPath } from '../lowerTypes.ts';
import { resolveMacroIn } from '../macroResolution.ts';
import { isTooDeep } from '../recursionLimit.ts';
import { defineRememberedQuery } from '../rememberedBodies.ts';
import { blocksWithItems, bodyTextTree, calledName, macroInvocations } from '../source.ts';
import { blockInside, innermostBlock, surroundings } from './blockPlace.ts';

/** What there is to look at in one text of a body. */
interface BodyTextParts {
  /** Which of the blocks that declare items directly a `cfg` does not take away. */
  readonly blocks: readonly number[];
  /** Whether the first of them is the whole text. */
  readonly isBlock: boolean;
  readonly invocations: number;
}

const nothing: BodyTextParts = { blocks: [], isBlock: false, invocations: 0 };
const partsOptions = { equals: structuralEquals };
const partsOfBody = defineQuery<DefId, BodyTextParts>(
  'partsOfBody',
  (db, owner) => partsOf(db, { kind: 'Body', owner }),
  partsOptions,
);
const partsOfExpansion = defineQuery<MacroCallId, BodyTextParts>(
  'partsOfExpansion',
  (db, call) => partsOf(db, { kind: 'Expansion', call }),
  partsOptions,
);

function partsOf(db: Database, text: BodyText): BodyTextParts {
  const tree = bodyTextTree(db, text);
  if (tree === undefined) return nothing;
  const nodes = blocksWithItems(db, text);
  const out = nodes.length === 0 ? [] : configuredOut(tree, cfgOf(db, text));
  const blocks = [...nodes.keys()].filter((ordinal) => !isWithin(tree, out, nodes[ordinal]!));
  return { blocks, isBlock: nodes[0] === 0, invocations: macroInvocations(tree).length };
}

function cfgOf(db: Database, text: BodyText): CfgOptions {
  return crateData(db, defCrate(bodyTextOwner(text))).cfg;
}

/** Counted once: the blocks of a body are walked over for each item in it, and its texts are not kept for long. */
export function textParts(db: Database, text: BodyText): BodyTextParts {
  return text.kind === 'Body' ? partsOfBody(db, text.owner) : partsOfExpansion(db, text.call);
}

/** The blocks of one text of a body that declare items directly, in source order. */
export function blocksOfText(db: Database, text: BodyText): HirFileId[] {
  const { blocks } = textParts(db, text);
  return blocks.map((ordinal) => internHirFile({ kind: 'Block', text, ordinal }));
}

/** The blocks of a body: those in its text, then those in expansions, in order of the calls. Expands as it goes. */
export function* blocksOfBody(db: Database, owner: DefId): Generator<HirFileId, void, void> {
  const text: BodyText = { kind: 'Body', owner };
  yield* blocksOfText(db, text);
  yield* expandedBlocks(db, text, 0);
}

/** All blocks of a body that declare items. */
export const blocksOfOwner = defineQuery<DefId, readonly HirFileId[]>(
  'blocksOfOwner',
  (db, owner) => (declaresItems(db, owner) ? [...blocksOfBody(db, owner)] : []),
  { equals: equalLists, onCycle: () => [] },
);

/** Most bodies declare none, and need not be expanded in every run to tell. */
const declaresItems = defineRememberedQuery<boolean>(
  'declaresItems',
  'declaresItems',
  (db, owner) => blocksOfBody(db, owner).next().done !== true,
  { onCycle: () => false },
);

function* expandedBlocks(db: Database, text: BodyText, depth: number): Generator<HirFileId, void, void> {
  if (isTooDeep(db, defCrate(bodyTextOwner(text)), depth)) return;
  for (const call of callsOfText(db, text)) {
    const expansion: BodyText = { kind: 'Expansion', call };
    yield* blocksOfText(db, expansion);
    yield* expandedBlocks(db, expansion, depth + 1);
  }
}

/** The macro calls that are statements of a block, directly; of macros with one of these names, if any are given. */
export function statementCalls(
  db: Database,
  text: BodyText,
  block: NodeIndex,
  names?: ReadonlySet<string>,
): MacroCallId[] {
  const tree = bodyTextTree(db, text);
  if (tree === undefined) return [];
  const isDirect = (node: NodeIndex): boolean => {
    const parent = tree.parent[node]!;
    return (
      parent === block || (kindName(tree, parent) === 'expression_statement' && tree.parent[parent] === block)
    );
  };
  const found: MacroCallId[] = [];
  macroInvocations(tree).forEach((node, ordinal) => {
    const isAskedFor = isDirect(node) && (!names || names.has(calledName(tree, node)));
    const call = isAskedFor ? callAt(db, internCallSite({ text, ordinal })) : undefined;
    if (call !== undefined && macroCall(call).fragment === 'Stmts') found.push(call);
  });
  return found;
}

/** Whether a text of statements may end in a value: not the expansion of a call with a `;` after it. */
function endsInValue(db: Database, text: BodyText): boolean {
  if (text.kind === 'Body') return true;
  const { site } = macroCall(text.call);
  const tree = site.kind === 'Body' ? bodyTextTree(db, site.text) : undefined;
  const node = tree && site.kind === 'Body' ? macroInvocations(tree)[site.ordinal] : undefined;
  if (!tree || node === undefined || site.kind !== 'Body') return true;
  return fragmentAt(tree, node, endsInValue(db, site.text)).isTail;
}

/** The macro calls of one text whose macro is known, lazily: a macro may be declared by an earlier call. */
function* callsOfText(db: Database, text: BodyText): Generator<MacroCallId, void, void> {
  const { invocations } = textParts(db, text);
  for (let ordinal = 0; ordinal < invocations; ordinal++) {
    const call = callAt(db, internCallSite({ text, ordinal }));
    if (call !== undefined) yield call;
  }
}

/** A macro call in a body, if its macro is known and no `cfg` takes it away. */
const callAt = defineQuery<CallSiteId, MacroCallId | undefined>('callAt', (db, id) => {
  const { text, ordinal } = callSite(id);
  const tree = bodyTextTree(db, text);
  const node = tree && macroInvocations(tree)[ordinal];
  const macro = node === undefined ? undefined : childByField(tree!, node, 'macro');
  if (!tree || node === undefined || macro === undefined) return undefined;
  if (isWithin(tree, configuredOut(tree, cfgOf(db, text)), node)) return undefined;
  const owner = bodyTextOwner(text);
  const block = innermostBlock(db, text, node)?.block;
  const around = block === undefined ? surroundings(db, owner) : blockInside(db, block);
  const def = resolveMacroIn(db, defCrate(owner), around, lowerPath(lowerCtx(tree), macro));
  if (def === undefined) return undefined;
  const { fragment } = fragmentAt(tree, node, endsInValue(db, text));
  return internMacroCall({ krate: defCrate(owner), def, fragment, site: { kind: 'Body', text, ordinal } });
});

/**
 * What a macro call in a body must expand to. A call that is a statement expands to statements, except that the last
 * one of a block without `;` is the block's value, unless it is written with braces. Of statements that a call with a
 * `;` after it expands to, none is a value. As `lowerStmts` does.
 */
function fragmentAt(
  tree: SyntaxTree,
  call: NodeIndex,
  hasValue: boolean,
): { readonly fragment: FragmentKind; readonly isTail: boolean } {
  const value = { fragment: 'Expr', isTail: true } as const;
  let node = call;
  let parent = tree.parent[node]!;
  const inStatement = parent >= 0 && kindName(tree, parent) === 'expression_statement';
  let semi = inStatement && childByKind(tree, parent, ';') !== undefined;
  if (inStatement) {
    node = parent;
    parent = tree.parent[node]!;
  }
  if (parent < 0) return value;
  switch (kindName(tree, parent)) {
    case 'block': {
      let last = true;
      for (let c = tree.next[node]!; c < tree.next[parent]!; c = tree.next[c]!)
        if (isNamed(tree, c)) last = false;
      const braces = tree.text[tree.end[call]! - 1] === '}';
      if (parent === 0 && !hasValue) semi = true;
      const isTail = last && !semi;
      return isTail && !braces ? value : { fragment: 'Stmts', isTail };
    }
    case 'tuple_pattern':
    case 'slice_pattern':
    case 'or_pattern':
    case 'match_pattern':
    case 'ref_pattern':
    case 'reference_pattern':
    case 'mut_pattern':
    case 'tuple_struct_pattern':
    case 'captured_pattern':
    case 'field_pattern':
      return { fragment: 'Pat', isTail: false };
    default:
      return value;
  }
}
