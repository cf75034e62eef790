/**
 * Textual scope of `macro_rules!`: a macro is in scope from its definition on to the end of the module or block, and
 * beyond it where that is marked `#[macro_use]`; a later definition shadows an earlier one.
 *
 * The scope at any point of a crate is a chain of definitions, the nearest first, kept as an index into a list of
 * nodes, so that each definition of the crate can remember the scope at its place for one integer. A macro call that
 * may define macros adds a node that stands for whatever its expansion will define (rustc_resolve's
 * `MacroRulesScope`), so that the chain can be built before anything is expanded.
 */
import type { DefId } from '../defs.ts';

/** Index of a node; 0 is the empty scope. */
export type MacroScopeId = number;

export type MacroScopeNode =
  | { readonly kind: 'Empty' }
  | { readonly kind: 'Macro'; readonly name: string; readonly def: DefId; readonly parent: MacroScopeId }
  /** `output`: the scope after the expansion, which continues with `parent`; undefined until it is expanded. */
  | { readonly kind: 'Call'; readonly parent: MacroScopeId; output: MacroScopeId | undefined };

export const emptyMacroScope: MacroScopeId = 0;

export function newMacroScopes(): MacroScopeNode[] {
  return [{ kind: 'Empty' }];
}

export function sameMacroScopes(a: readonly MacroScopeNode[], b: readonly MacroScopeNode[]): boolean {
  return (
    a.length === b.length &&
    a.every((x, i) => {
      const y = b[i]!;
      if (x.kind === 'Empty') return y.kind === 'Empty';
      if (x.kind === 'Macro') {
        return y.kind === 'Macro' && x.name === y.name && x.def === y.def && x.parent === y.parent;
      }
      return y.kind === 'Call' && x.parent === y.parent && x.output === y.output;
    })
  );
}

/**
 * The nearest scope that is the same as this one: calls that have been expanded to no macros are left out. Told of each
 * call as it is expanded, so that a lookup need not walk through hundreds of calls that define nothing.
 */
export function settledScope(nodes: readonly MacroScopeNode[], from: MacroScopeId): MacroScopeId {
  let at = from;
  for (;;) {
    const node = nodes[at];
    if (node?.kind !== 'Call' || node.output === undefined) return at;
    at = node.output;
  }
}

/**
 * The macro of that name; `pending` where a call that is not expanded yet might still define a nearer one. `isFinal`:
 * what is beyond such a call counts, too.
 */
export function lookupMacro(
  nodes: readonly MacroScopeNode[],
  from: MacroScopeId,
  name: string,
  isFinal = true,
): { readonly def: DefId | undefined; readonly pending: boolean } {
  let pending = false;
  let at = from;
  for (;;) {
    const node = nodes[at];
    if (node === undefined || node.kind === 'Empty') return { def: undefined, pending };
    if (node.kind === 'Macro') {
      if (node.name === name) return { def: node.def, pending };
      at = node.parent;
    } else {
      if (node.output === undefined) {
        pending = true;
        if (!isFinal) return { def: undefined, pending };
      }
      at = node.output ?? node.parent;
    }
  }
}
