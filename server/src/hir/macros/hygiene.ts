/**
 * Hygiene of local variables and labels, after rustc's `SyntaxContext` and macro_rules' mixed-site rule.
 *
 * A name is its text and its *syntax context*. Code as written has context 0. When a macro call is expanded, every
 * token of the macro's own rules gets a context of its own, made of the call and the context that the token had where
 * the rules stand; tokens of the arguments keep theirs. So a `let x` in the rules binds an `x` that no argument can
 * mean, and an `x` in the rules does not see the caller's.
 */
import { Interner } from '../../base/interner.ts';
import { type DefId, defData } from '../defs.ts';
import { type MacroCallId, macroCall } from '../hirFile.ts';
import type { SyntaxContext } from '../span.ts';

interface ContextData {
  readonly call: MacroCallId;
  /** The context of the token in the macro's rules. */
  readonly parent: SyntaxContext;
}

const contexts = new Interner<number & { readonly __brand: 'ContextIndex' }, ContextData>(
  ({ call, parent }) => `${call}.${parent}`,
);

/** The context of a token of the macro's rules, in the expansion of `call`. */
export function applyMark(parent: SyntaxContext, call: MacroCallId): SyntaxContext {
  return contexts.intern({ call, parent }) + 1;
}

/** The call whose expansion made this context; undefined for code as written. */
export function expandedBy(ctx: SyntaxContext): MacroCallId | undefined {
  return ctx === 0 ? undefined : contexts.lookup((ctx - 1) as never).call;
}

/**
 * Where a name with this context is looked for next: at the place of the macro's definition, if that is inside of the
 * body of `owner`. A macro that is defined elsewhere sees no locals.
 */
export function hygieneParent(ctx: SyntaxContext, owner: DefId): SyntaxContext | undefined {
  if (ctx === 0) return undefined;
  const { call, parent } = contexts.lookup((ctx - 1) as never);
  if (parent !== 0) return parent;
  for (let at: DefId | undefined = macroCall(call).def; at !== undefined; at = defData(at).parent) {
    if (at === owner) return parent;
  }
  return undefined;
}
