/**
 * What a `#[cfg]` inside of a body's text takes away: statements, arms, fields, elements of lists. Bodies that are
 * lowered leave it out as they go; this is for those who look for items in a text that is not lowered.
 */
import { type CfgOptions, evaluateCfg } from '../project/cfg.ts';
import { isNamed, kindName, type NodeIndex, nodeText, type SyntaxTree } from '../syntax/tree.ts';
import { AttrsBuilder } from './attrText.ts';

/** To the grammar, attributes of these stand inside of them; of everything else, before it. */
const attributesInside = new Set([
  'match_arm',
  'field_initializer',
  'shorthand_field_initializer',
  'field_pattern',
]);

/** The nodes that a condition takes away, outermost ones, in order. */
export function configuredOut(tree: SyntaxTree, cfg: CfgOptions): NodeIndex[] {
  const found: NodeIndex[] = [];
  if (!tree.text.includes('cfg')) return found;
  const attribute = tree.grammar.kindIds.get('attribute_item');
  for (let n = 0; n < tree.kind.length; n++) {
    if (tree.kind[n] !== attribute || holds(nodeText(tree, n), cfg)) continue;
    const parent = tree.parent[n]!;
    const node = attributesInside.has(kindName(tree, parent)) ? parent : whatIsBehind(tree, n);
    if (node === undefined) continue;
    found.push(node);
    n = tree.next[node]! - 1;
  }
  return found;
}

function holds(attribute: string, cfg: CfgOptions): boolean {
  const attrs = new AttrsBuilder();
  attrs.add(attribute.replace(/^#\s*\[|\]$/g, ''));
  return attrs.build().cfg.every((expr) => evaluateCfg(expr, cfg));
}

/** The next sibling that is no attribute. */
function whatIsBehind(tree: SyntaxTree, attribute: NodeIndex): NodeIndex | undefined {
  const end = tree.next[tree.parent[attribute]!]!;
  for (let c = tree.next[attribute]!; c < end; c = tree.next[c]!)
    if (isNamed(tree, c) && tree.kind[c] !== tree.kind[attribute]) return c;
  return undefined;
}

/** Whether a node is one of those, or stands in one. */
export function isWithin(tree: SyntaxTree, nodes: readonly NodeIndex[], node: NodeIndex): boolean {
  return nodes.some((outer) => outer <= node && node < tree.next[outer]!);
}
